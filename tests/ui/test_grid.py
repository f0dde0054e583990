import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfassess.core import edits
from selfassess.core.assessment import Answer, Conflict, Respondent, TopicNote, Vote
from selfassess.core.codes import Evidence
from selfassess.ui.grid_clipboard import cells_in, given_in, text_of
from selfassess.ui.models.grid_cell import Kind, Mark
from selfassess.ui.pages.grid import GridPage
from selfassess.ui.theme import Look
from tests import builders
from tests.ui import north
from tests.ui.told_order import gaps


@pytest.fixture
def grid(open_desk, show_page, prompts):
    def make(value=None, content=None, **size):
        page = GridPage(open_desk(value, content))
        page.pilot = show_page(page, **size)
        return page

    return make


def several(*roles, answers="PU1=3"):
    """Council with several people, and Police with one."""
    value = builders.assessment(answers=answers)
    for place, role in enumerate(roles, start=2):
        made = Respondent(id=f"council-{place}", organisation="council", role=role)
        value = edits.add_respondent(value, made)
    return value


def at(page, topic, column=0):
    page.view.go_to(topic, page.view.grid.columns[column].key)
    return page.view.cell


def level(page, topic, respondent="council-1"):
    answers = page.desk.opened.value.latest.answers
    return next((a.level for a in answers if (a.respondent, a.topic) == (respondent, topic)), None)


def rows(page):
    return [row.id for row in page.view.grid.rows]


def test_questions_stand_under_their_dimensions(grid):
    page = grid()
    assert rows(page) == ["purpose", "PU1", "PU2", "leadership", "LE1", "culture", "CU1", "CU2"]
    heads = [column.head for column in page.view.grid.columns]
    assert heads == ["Council", "Police", "Agreed", "Evidence", "Note"]


def test_the_keyboard_begins_at_the_first_question(grid):
    page = grid()
    assert page.view.hasFocus()
    assert page.at() == "PU1:council-1"


def test_digits_set_levels_and_the_bar_says_their_words(grid):
    page = grid()
    page.pilot.key("3")
    assert level(page, "PU1") == 3
    assert page.bar.words == "Agreed. PU1 stands at level 3."
    assert page.view.cell.mark is Mark.LEVEL
    page.pilot.key("D")
    assert level(page, "PU1") == "dk"
    assert page.view.cell.words == "?"
    page.pilot.key("D")
    assert page.desk.opened.history.index() == 2


def test_arrows_move_and_enter_goes_down_over_headings(grid):
    page = grid()
    page.pilot.key("Down")
    page.pilot.key("Right")
    page.pilot.key("Return")
    assert page.at() == "LE1:police-1"
    page.pilot.key("Shift+Return")
    assert page.at() == "PU2:police-1"
    page.pilot.key("Down")
    assert page.at() == ""
    assert page.bar.words == "Not enough known yet"
    page.pilot.key("Down")
    assert page.at() == "LE1:police-1"


def test_doesnt_apply_asks_why_not_at_once(grid):
    page = grid()
    page.pilot.key("X")
    page.pilot.write("Not here")
    page.pilot.key("Return")
    answer = page.desk.opened.value.latest.answers[0]
    assert (answer.level, answer.reason) == ("na", "Not here")
    assert page.view.hasFocus()
    assert page.bar.words == "Doesn’t apply. Not here"


def test_without_a_reason_the_bar_asks_for_one(grid):
    page = grid(builders.assessment(answers="PU1=na"))
    assert page.bar.words.startswith("Doesn’t apply. Why not?")


def test_f2_writes_the_note_and_esc_leaves_it_whole(grid):
    page = grid(builders.assessment(answers="PU1=2"))
    page.pilot.key("F2")
    page.pilot.write("Ask again")
    page.pilot.key("Escape")
    assert page.desk.opened.value.latest.answers[0].note == "Ask again"
    assert page.view.cell.beside == "Opinion, has a note"
    assert page.desk.opened.history.undoText() == "Note on PU1"
    assert page.desk.opened.history.index() == 1


def test_a_note_can_come_before_an_answer(grid):
    page = grid()
    page.pilot.key("F2")
    page.pilot.write("Later")
    page.pilot.key("Return")
    assert level(page, "PU1") is None
    assert page.desk.opened.value.latest.answers[0].note == "Later"


def test_leaving_the_note_for_elsewhere_shows_the_words_again(grid):
    page = grid(builders.assessment(answers="PU1=2"))
    page.pilot.key("F2")
    page.view.setFocus()
    assert not page.bar.is_writing


def test_e_goes_through_the_grades_of_evidence(grid):
    page = grid(builders.assessment(answers="PU1=2"))
    page.pilot.key("E")
    page.pilot.key("E")
    assert page.desk.opened.value.latest.answers[0].evidence is Evidence.DOCUMENT
    assert page.view.cell.beside == "Document seen"
    at(page, "PU2")
    page.pilot.key("E")
    assert page.desk.opened.history.index() == 2


def test_delete_clears_one_answer_or_all_that_are_chosen(grid):
    page = grid(builders.assessment(answers="PU1=2 PU2=4 LE1=3"))
    page.pilot.key("Delete")
    assert level(page, "PU1") is None
    assert page.desk.opened.history.undoText() == "Clear PU1"
    page.pilot.key("Delete")
    assert page.bar.words == "There is nothing to clear."
    at(page, "PU2")
    page.pilot.key("Shift+Down")
    page.pilot.key("Shift+Down")
    page.pilot.key("Delete")
    assert page.bar.words == "2 answers cleared."
    assert not page.desk.opened.value.latest.answers


def test_undo_shows_what_it_took_back(grid):
    page = grid()
    page.pilot.key("3")
    at(page, "CU2", 1)
    page.desk.opened.history.undo()
    assert page.at() == "PU1:council-1"


def test_copy_and_paste_go_through_the_clipboard_of_a_spreadsheet(grid):
    page = grid(builders.assessment(answers="PU1=2 PU2=dk LE1=na"))
    page.pilot.key("Shift+Down")
    page.pilot.key("Shift+Down")
    page.pilot.key("Shift+Down")
    page.pilot.key("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "2\ndk\nna\n"
    assert page.bar.words == "3 cells copied."
    at(page, "PU1", 1)
    page.pilot.key("Ctrl+V")
    assert page.bar.words == "3 answers pasted."
    assert [level(page, id_, "police-1") for id_ in ("PU1", "PU2", "LE1")] == [2, "dk", "na"]
    page.desk.opened.history.undo()
    assert level(page, "PU1", "police-1") is None


def test_what_is_no_level_is_left_out_and_blanks_change_nothing(grid):
    page = grid(builders.assessment(answers="PU1=2"))
    QGuiApplication.clipboard().setText("\tmaybe\n4\t5.0\t3\n\n")
    page.pilot.key("Ctrl+V")
    assert level(page, "PU1") == 2
    assert level(page, "PU2") == 4
    assert level(page, "PU2", "police-1") == 5
    expected = "2 answers pasted. 2 cells were left out: “maybe” is no level."
    assert page.bar.words == expected


def test_cells_outside_the_grid_are_counted(grid):
    page = grid()
    at(page, "CU2", 1)
    QGuiApplication.clipboard().setText("1\n2\n3")
    page.pilot.key("Ctrl+V")
    assert page.bar.words == "1 answer pasted. 2 cells lay outside the grid."


def test_pasting_nothing_says_so(grid):
    page = grid()
    QGuiApplication.clipboard().setText("")
    page.pilot.key("Ctrl+V")
    assert page.bar.words == "There is nothing to paste."


def test_the_whole_grid_is_copied_with_its_heads(grid):
    page = grid(builders.assessment(answers="PU1=2"))
    page.pilot.press("Copy for Excel")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Code\tQuestion\tDimension\tCouncil\tPolice\tagreed level\tevidence\tnotes"
    assert lines[1] == "PU1\tTitle of PU1\tPurpose\t2\t\t\tOpinion\t"
    assert len(lines) == 6


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("3", 3),
        ("3.0", 3),
        (" 4 In daily practice", 4),
        ("DK", "dk"),
        ("Don’t know", "dk"),
        ("n/a", "na"),
        ("–", "na"),
        ("Doesn't apply.", "na"),
        ("6", None),
        ("35", None),
        ("so", None),
    ],
)
def test_what_a_cell_of_a_spreadsheet_means(text, given):
    assert given_in(text) == given


def test_cells_with_lines_of_their_own_come_back_whole():
    lines = [["a\nb", 'say "x"'], ["", "c"]]
    assert cells_in(text_of(lines)) == lines


def test_p_shows_the_people_of_a_partner_and_takes_them_away(grid):
    page = grid(several("Social worker"))
    assert [c.head for c in page.view.grid.columns][:2] == ["Council", "Police"]
    page.pilot.key("P")
    heads = [c.head for c in page.view.grid.columns]
    assert heads[:4] == ["Council", "Lead", "Social worker", "Police"]
    page.pilot.key("Right")
    page.pilot.key("P")
    assert page.view.here[1].head == "Council"
    assert len(page.view.grid.columns) == 5


def test_a_level_for_a_partner_of_several_people_asks_whose_it_is(grid):
    page = grid(several("Social worker"))
    assert page.view.cell.beside == "Opinion, 1 of 2 people"
    page.pilot.key("4")
    assert page.view.here[1].head == "Lead"
    assert page.bar.words == "2 people answer for Council. Choose whose answer it is."
    page.pilot.key("Right")
    page.pilot.key("4")
    assert level(page, "PU1", "council-2") == 4
    page.pilot.key("Left")
    page.pilot.key("Left")
    assert page.view.cell.words == "3.5"
    assert page.bar.words == "3–4, between agreed and in daily practice."


def test_everybody_can_be_shown_at_once(grid):
    page = grid(several("Social worker"))
    page.pilot.choose("Columns", "Partners and people")
    assert len(page.view.grid.columns) == 7
    page.pilot.choose("Columns", "Partners")
    assert len(page.view.grid.columns) == 5


def test_nobody_of_several_has_answered(grid):
    page = grid(several("Social worker", answers=""))
    assert page.bar.words == "Nobody has answered yet. Press P to see the 2 people."


def test_a_partner_without_people_gets_one_with_the_first_answer(grid):
    value = builders.assessment()
    page = grid(value.changed(respondents=()))
    assert page.bar.words == "Not answered yet. Press 1 to 5, D for don’t know or X."
    page.pilot.key("2")
    page.pilot.key("Down")
    page.pilot.key("3")
    people = page.desk.opened.value.respondents
    assert [person.organisation for person in people] == ["council"]
    assert level(page, "PU2", people[0].id) == 3


def test_in_an_anonymous_assessment_there_are_only_random_ids_in_their_order(grid):
    value = builders.assessment(answers="PU1=3").changed(anonymous=True)
    people = tuple(
        person.changed(id=id_, role="")
        for person, id_ in zip(value.respondents, ("9f3a77aa", "1b2c88bb"), strict=True)
    )
    latest = value.latest.changed(
        answers=(
            Answer(respondent="9f3a77aa", topic="PU1", level=3, note="b"),
            Answer(respondent="1b2c88bb", topic="PU1", level=2, note="a"),
        )
    )
    page = grid(value.changed(respondents=people, rounds=(latest,)))
    heads = [c.head for c in page.view.grid.columns]
    assert heads == ["1b2c88", "9f3a77", "Agreed", "Evidence", "Note"]
    assert at(page, "PU1", 4).reading == "a · b"
    at(page, "PU1", 0)
    page.pilot.key("P")
    page.pilot.key("4")
    assert level(page, "PU1", "1b2c88bb") == 4


def test_the_agreed_level_is_set_and_taken_back(grid):
    page = grid(builders.assessment(answers="PU1=3"))
    assert at(page, "PU1", 2).lead == "Nothing agreed yet."
    page.pilot.key("2")
    assert page.desk.opened.value.latest.agreed[0].level == 2
    assert page.view.cell.mark is Mark.CHIP
    assert page.bar.words == "Agreed at level 2. PU1 stands at level 2."
    page.pilot.key("2")
    assert page.desk.opened.history.index() == 1
    page.pilot.key("X")
    assert page.view.cell.mark is Mark.NOT_AGREED
    page.pilot.key("F2")
    assert page.bar.words.startswith("Notes belong to answers.")
    page.pilot.key("Delete")
    assert not page.desk.opened.value.latest.agreed


def test_agreed_levels_are_not_pasted(grid):
    page = grid()
    at(page, "PU1", 2)
    QGuiApplication.clipboard().setText("2")
    page.pilot.key("Ctrl+V")
    assert "agreed levels are set one by one." in page.bar.words


def test_a_minority_view_stands_beside_the_agreed_level(grid):
    value = builders.assessment(answers="PU1=3")
    page = grid(edits.agree(value, "PU1", 4, (), "Police: not at night"))
    assert "Minority view: “Police: not at night”" in at(page, "PU1", 2).reading
    assert at(page, "PU1", 2).reading.endswith("Answers changed since.")


def test_evidence_and_notes_are_worked_out_and_say_so(grid):
    page = grid(builders.assessment(answers="PU1=3"))
    assert at(page, "PU1", 3).words == "Opinion"
    page.pilot.key("3")
    assert page.bar.words.startswith("This is worked out.")
    at(page, "PU1", 4)
    page.pilot.key("D")
    assert page.bar.words.startswith("Notes belong to answers.")
    page.pilot.key("Delete")
    assert page.bar.words.startswith("Notes belong to answers.")


def test_notes_name_the_partner_where_there_are_several(grid):
    value = builders.assessment()
    latest = value.latest.changed(
        answers=(
            Answer(respondent="council-1", topic="PU1", level=3, note="One"),
            Answer(respondent="police-1", topic="PU1", level=3, note="Two\nlines"),
        ),
        notes=(TopicNote(topic="PU1", text="Three"),),
    )
    page = grid(value.changed(rounds=(latest,)))
    said = at(page, "PU1", 4).words
    assert said == "Council: One · Police: Two lines · In the room: Three"
    assert page.bar.words == said


def test_a_vote_in_the_room_stands_and_is_not_written_over(grid):
    value = builders.assessment(answers="PU1=3")
    vote = Vote(organisation="council", topic="PU1", first=2, last=4)
    page = grid(value.changed(rounds=(value.latest.changed(votes=(vote,)),)))
    assert page.view.cell.words == "4"
    assert page.view.cell.beside == "Voted in the room"
    page.pilot.key("2")
    assert page.bar.words == "Council voted on this in the room. The vote holds."


def test_of_two_forms_that_differ_one_is_chosen(grid):
    value = builders.assessment()
    given = tuple(
        Answer(respondent="council-1", topic="PU1", level=n) for n in (2, "dk", "na", None)
    )
    conflict = Conflict(respondent="council-1", topic="PU1", answers=given)
    page = grid(value.changed(rounds=(value.latest.changed(conflicts=(conflict,)),)))
    expected = "2, don’t know, doesn’t apply and blank came in. Press the one that holds."
    assert page.view.cell.reading == expected
    page.pilot.key("2")
    assert level(page, "PU1") == 2
    assert not page.desk.opened.value.latest.conflicts


def test_s_sorts_by_the_column_lowest_first_then_highest_then_as_asked(grid):
    page = grid(builders.assessment(answers="PU1=4 PU2=2 CU1=3"))
    page.pilot.key("S")
    assert rows(page) == ["PU2", "CU1", "PU1", "LE1", "CU2"]
    assert page.bar.words.startswith("Sorted by Council, lowest first.")
    page.pilot.key("S")
    assert rows(page)[:3] == ["PU1", "CU1", "PU2"]
    page.pilot.key("S")
    assert rows(page)[0] == "purpose"
    assert page.bar.words == "In the order in which the questions are asked."


def test_a_click_on_a_head_sorts(grid):
    page = grid(builders.assessment(answers="PU1=4 PU2=2"))
    head = page.view.horizontalHeader()
    where = QPoint(head.sectionViewportPosition(0) + 10, 10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert rows(page)[:2] == ["PU2", "PU1"]
    assert not page.grab().isNull()


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ("Unanswered", ["purpose", "PU2", "leadership", "LE1", "culture", "CU2"]),
        ("Don’t know", ["leadership", "LE1"]),
        ("Split", ["culture", "CU1"]),
        ("All answers", ["purpose", "PU1", "PU2", "leadership", "LE1", "culture", "CU1", "CU2"]),
    ],
)
def test_only_some_answers_are_shown(grid, which, expected):
    value = builders.assessment(answers="PU1=4 LE1=dk CU1=1")
    value = edits.say(value, "police-1", "PU1", 4)
    page = grid(edits.say(value, "police-1", "CU1", 5))
    page.pilot.choose("Which answers", which)
    assert rows(page) == expected


def test_what_was_filtered_stays_in_view_while_it_is_answered(grid):
    page = grid()
    page.pilot.choose("Which answers", "Unanswered")
    page.view.setFocus()
    at(page, "PU1")
    page.pilot.key("3")
    at(page, "PU1", 1)
    page.pilot.key("3")
    assert "PU1" in rows(page)


def test_when_nothing_matches_everything_is_one_press_away(grid):
    page = grid()
    page.pilot.choose("Which answers", "Split")
    assert page.pilot.shows("No answers match.")
    assert not page.view.isVisible()
    page.pilot.press("Show all")
    assert page.view.isVisible()
    assert page.view.hasFocus()


def test_one_dimension_can_be_shown(grid):
    page = grid()
    page.pilot.choose("Dimension", "Culture")
    assert rows(page) == ["culture", "CU1", "CU2"]


@pytest.mark.parametrize("keys", ["Return", "Space", "Left"])
def test_a_dimension_folds_and_unfolds_by_keyboard(grid, keys):
    page = grid()
    page.view.go_to("purpose")
    page.pilot.key(keys)
    assert rows(page)[:2] == ["purpose", "leadership"]
    page.pilot.key("Right" if keys == "Left" else keys)
    assert rows(page)[:2] == ["purpose", "PU1"]
    page.pilot.key("Left" if keys == "Right" else "Right")


def test_a_dimension_folds_by_a_click_on_its_name_or_line(grid):
    page = grid()
    side = page.view.verticalHeader()
    where = QPoint(30, side.sectionViewportPosition(0) + 5)
    QTest.mouseClick(side.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert rows(page)[:2] == ["purpose", "leadership"]
    where = page.view.visualRect(page.view.grid.index(0, 0)).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert rows(page)[:2] == ["purpose", "PU1"]
    where = QPoint(30, side.sectionViewportPosition(1) + 5)
    QTest.mouseClick(side.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert len(rows(page)) == 8


def test_arriving_at_a_question_finds_it_behind_folds_and_filters(grid):
    page = grid(several("Social worker"))
    page.pilot.choose("Dimension", "Purpose")
    page._folded = frozenset({"culture"})
    page.arrive("CU2:council-2")
    assert page.view.here[0].id == "CU2"
    assert page.view.here[1].head == "Council"
    page.pilot.key("P")
    page.arrive("CU2:council-2")
    assert page.view.here[1].head == "Social worker"
    page.arrive("CU2:nobody")
    assert page.view.here[0].id == "CU2"


def test_one_by_one_leads_to_the_question_in_focus(grid, qtbot):
    page = grid()
    at(page, "CU1", 1)
    with qtbot.waitSignal(page.wanted) as wanted:
        page.tools.ways.chosen.emit("walk")
    assert wanted.args == ["walk", "CU1:police-1"]
    page.tools.ways.chosen.emit("grid")


def test_without_partners_the_page_leads_to_set_up(grid, qtbot):
    value = builders.assessment()
    latest = value.latest.changed(organisations=())
    page = grid(value.changed(rounds=(latest,), respondents=()))
    assert page.pilot.shows("First say who shares")
    with qtbot.waitSignal(page.wanted) as wanted:
        page.pilot.press("Go to Set up")
    assert wanted.args == ["setup", ""]


def test_another_set_of_questions_is_followed(grid):
    page = grid(north.north(), north.content())
    before = len(rows(page))
    page.desk.opened.edit(edits.change_round(page.desk.opened.value, set="full"), "Ask more")
    full = len(rows(page))
    assert full > before
    page.desk.opened.edit(edits.use_modules(page.desk.opened.value, ()), "No modules")
    assert len(rows(page)) < full


def test_screen_readers_hear_place_question_and_words(grid):
    page = grid(builders.assessment(answers="PU1=3"))
    assert gaps(page) == []
    table = QAccessible.queryAccessibleInterface(page.view)
    cells = (table.child(place) for place in range(table.childCount()))
    said = [cell.text(QAccessible.Text.Name) for cell in cells if cell is not None]
    assert "PU1, Council: Agreed. PU1 stands at level 3. Opinion" in said
    heading = page.view.grid.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heading == "Purpose, 3 Agreed, open"
    model = page.view.grid
    side = model.headerData(1, Qt.Orientation.Vertical)
    assert side == "PU1 Title of PU1"
    assert model.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) is None
    tip = model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip is None


def test_tab_leaves_the_grid_and_letters_it_does_not_know_do_nothing(grid):
    page = grid()
    page.pilot.key("Q")
    assert page.view.hasFocus()
    stops = page.pilot.spoken()
    assert stops[-1] == "All answers"
    assert "Copy for Excel" in stops


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("size", [(1366, 690), (1093, 545), (700, 480)])
def test_the_page_can_be_drawn_in_every_window_and_look(grid, theme, look, size):
    theme.choose(look.value)
    page = grid(north.north(), north.content(), width=size[0], height=size[1])
    page.pilot.choose("Columns", "Partners and people")
    page.view.go_to("PR3")
    assert not page.grab().isNull()


def test_long_titles_take_two_lines(grid, theme):
    theme.set_text_scale(2.0)
    page = grid(north.north(), north.content(), width=1024, height=690)
    heights = {page.view.rowHeight(k) for k in range(len(page.view.grid.rows))}
    assert max(heights) > theme.size("grid_row")
    assert not page.grab().isNull()


def test_in_a_window_too_low_for_it_the_page_scrolls_to_the_cell(grid, theme):
    theme.set_text_scale(2.0)
    page = grid(north.north(), north.content(), width=1024, height=460)
    page.arrive("PR3")
    QApplication.processEvents()
    cell = page.view.visualRect(page.view.currentIndex())
    at = page.view.viewport().mapTo(page, cell.center())
    assert page.rect().contains(at)
    assert page.view.viewport().rect().contains(cell.center())
    page.pilot.key("Up")
    assert page.at().startswith("PR2")


def test_rows_are_lower_in_a_low_window(grid, theme):
    page = grid(height=768)
    tall = page.view.rowHeight(1)
    page.resize(1366, 600)
    page.fit(theme.room(page.size()))
    assert page.view.rowHeight(1) < tall


def test_empty_cells_of_every_kind_are_read(grid):
    page = grid()
    kinds = {column.kind: place for place, column in enumerate(page.view.grid.columns)}
    assert at(page, "PU1", kinds[Kind.EVIDENCE]).lead == "No evidence yet."
    assert at(page, "PU1", kinds[Kind.NOTE]).lead == "No notes yet."
    page.view.setFocus()
    QApplication.processEvents()
    assert not page.grab().isNull()


def test_partner_of_several_that_does_not_know_or_take_part(grid):
    value = several("Social worker", answers="PU1=dk PU2=na")
    page = grid(value)
    assert at(page, "PU1").lead == "We don’t know."
    assert at(page, "PU1").beside == "1 of 2 people"
    assert at(page, "PU2").lead == "Doesn’t apply."
