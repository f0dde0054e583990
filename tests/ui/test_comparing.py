import pytest
from PySide6.QtWidgets import QApplication

from selfassess.core import edits
from selfassess.core.assessment import Reference
from selfassess.core.comparison import compare
from selfassess.core.results import work_out
from selfassess.files import assessment_file
from selfassess.ui.comparing import OTHER
from selfassess.ui.looking_back import look_back, looked_back, people_who_answered
from selfassess.ui.models import change_rows as model
from selfassess.ui.new_round import begin_new_round
from selfassess.ui.pages.compare import ComparePage
from selfassess.ui.parts.fallen import Fallen
from selfassess.words import interface
from tests import builders
from tests.ui import north
from tests.ui.told_order import gaps


def fallen():
    """Northbridge twice, the later round a level lower in the questions on process."""
    first, second = north.two_rounds().rounds
    return north.two_rounds().changed(
        rounds=(second.changed(name="Autumn"), first.changed(name="Spring"))
    )


def reworded(all_of_purpose=True):
    """Two rounds of which the earlier asked other words, and the content of each."""
    value = builders.assessment(answers="PU1=2 PU2=2 CU1=3")
    old = builders.questionnaire()
    changed = tuple(
        topic.changed(question=f"Was {topic.id} there?")
        if topic.id == "PU1" or (all_of_purpose and topic.id == "PU2")
        else topic
        for topic in old.dimensions[0].topics
    )
    older = old.changed(
        version="0.9.0",
        dimensions=(old.dimensions[0].changed(topics=changed), *old.dimensions[1:]),
    )
    earlier = value.latest.changed(
        name="Winter", questionnaire=Reference(id="tiny", version="0.9.0")
    )
    return value.changed(rounds=(earlier, value.latest)), builders.content(older)


@pytest.fixture
def compared(open_desk, show_page):
    def make(value=None, content=None, **fields):
        desk = open_desk(value or north.two_rounds(), content or north.content())
        page = ComparePage(desk._replace(**fields))
        page.pilot = show_page(page)
        return page

    return make


@pytest.fixture
def another_file(tmp_path):
    """Another partnership's file, of the same questionnaire."""
    value = north.north()
    lower = edits.describe(value, name="Southbridge").changed(id="another")
    known = north.content()
    path = tmp_path / "south.selfassess"
    assessment_file.write(path, lower, (known.questionnaire,), known.modules)
    return path


def test_with_one_round_a_new_one_can_be_begun(compared, prompts, qtbot):
    page = compared(north.north())
    assert page._begin.hasFocus()
    prompts.expect("begin")
    with qtbot.waitSignal(page.wanted) as wanted:
        page.pilot.press("Begin a new round")
    assert wanted.args == ["walk", ""]
    rounds = page.desk.opened.value.rounds
    assert [round_.name for round_ in rounds][-1] == "November 2026"
    assert rounds[-1].answers == ()
    assert rounds[-1].organisations == rounds[0].organisations
    assert page.pilot.shows("Nobody has answered in “November 2026” yet.")
    page.desk.opened.history.undo()
    assert len(page.desk.opened.value.rounds) == 1


def test_a_new_round_need_not_be_begun(compared, prompts):
    page = compared(north.north())
    prompts.expect("back")
    page.pilot.press("Begin a new round")
    assert len(page.desk.opened.value.rounds) == 1


def test_a_second_round_of_a_month_gets_a_number(open_desk, prompts):
    desk = open_desk()
    for _time in range(3):
        prompts.expect("begin")
        assert begin_new_round(desk)
    names = [round_.name for round_ in desk.opened.value.rounds]
    assert names[1:] == ["November 2026", "November 2026, round 2", "November 2026, round 3"]


def test_before_anybody_has_answered_the_page_leads_to_the_questions(compared, qtbot):
    page = compared(builders.assessment(), builders.content())
    assert page.pilot.shows("This is the first round, and nobody has answered yet.")
    with qtbot.waitSignal(page.wanted) as wanted:
        page.pilot.press("Go to the questions")
    assert wanted.args == ["walk", ""]


def test_another_file_is_compared_and_only_read(compared, prompts, another_file):
    before = another_file.read_bytes()
    page = compared(north.north())
    prompts.expect(another_file)
    page.pilot.press("Compare with another file…")
    assert page._comparing.is_file
    assert page.rounds.currentText().startswith("Southbridge, ")
    assert page.pilot.shows("Another file: nobody can say who answered both times.")
    assert page.pilot.shows("Same partners both times.")
    assert another_file.read_bytes() == before


def test_another_file_can_be_chosen_from_the_list(compared, prompts, another_file):
    page = compared()
    prompts.expect(another_file)
    page.pilot.choose("Compared with", "Another file…")
    assert page._comparing.is_file
    page.pilot.choose("Compared with", "Autumn")
    assert not page._comparing.is_file


def test_thinking_better_of_another_file_changes_nothing(compared, prompts):
    page = compared()
    prompts.expect(None)
    page.rounds.chosen.emit(OTHER)
    assert page.rounds.marked == "Autumn"


def test_a_file_that_cant_be_read_is_said(compared, prompts, tmp_path):
    path = tmp_path / "broken.selfassess"
    path.write_bytes(b"no zip")
    page = compared()
    prompts.expect(path, "ok")
    page.rounds.chosen.emit(OTHER)
    assert prompts.asked[-1] == "broken.selfassess could not be opened"
    assert page.rounds.marked == "Autumn"


def test_a_round_of_another_version_is_compared_with_the_content_it_had(compared):
    value, older = reworded()
    page = compared(value, builders.content(), content_of=lambda _round: older)
    rows = {row.id: row for row in page.chart._shown}
    assert rows["purpose"].reworded
    assert rows["purpose"].questions == "wording changed"
    assert not rows["culture"].reworded
    assert page.pilot.shows("2 questions have other words now and are left out.")
    assert page._legend._hatched
    assert not page.grab().isNull()


def test_where_some_questions_have_other_words_they_are_counted(compared):
    value, older = reworded(all_of_purpose=False)
    page = compared(value, builders.content(), content_of=lambda _round: older)
    row = page.chart._shown[0]
    assert row.questions == "none moved, 1 reworded"
    assert not page._legend._hatched


def test_people_look_back_at_what_fell(compared):
    page = compared(fallen())
    shown = page.findChildren(Fallen)[0]
    topic = shown.id
    shown.then.chosen.emit("2")
    back = page.desk.opened.value.latest.look_back
    assert (back[0].topic, back[0].level) == (topic, 2)
    assert page.desk.opened.history.undoText() == f"Look back at {topic}"
    shown = next(one for one in page.findChildren(Fallen) if one.id == topic and one.isVisible())
    assert shown.then.marked == "2"
    assert page.pilot.shows("Looking back it was 2")
    shown.then.chosen.emit("dk")
    assert page.desk.opened.value.latest.look_back[0].level == "dk"


def test_each_person_looks_back_by_themselves(compared):
    page = compared(fallen())
    people = people_who_answered(page.desk.opened.value)
    shown = page.findChildren(Fallen)[0]
    topic = shown.id
    shown.then.chosen.emit("3")
    page.pilot.choose("Who looks back", people[1][1])
    shown = next(one for one in page._fallen if one.id == topic)
    assert shown.then.marked == ""
    value = page.desk.opened.value
    assert looked_back(value, people[0][0], topic) == 3
    assert looked_back(value, people[1][0], topic) is None


def test_the_look_back_says_whether_it_fell():
    value, content = fallen(), north.content()
    topic = model.fell(_compared(value, content), interface())[0]
    people = [id_ for id_, _name in people_who_answered(value)]
    for level, words in ((topic.after, "people know more now."), (5, "it did fall.")):
        told = value
        for person in people:
            told = look_back(told, person, topic.id, level)
        after = next(
            one for one in model.fell(_compared(told, content), interface()) if one.id == topic.id
        )
        assert after.looked_back.endswith(words)


def _compared(value, content):
    return compare(work_out(value, content, value.rounds[0].name), work_out(value, content))


def test_in_an_anonymous_assessment_people_look_back_by_their_ids():
    people = people_who_answered(north.anonymous())
    assert people == tuple(sorted(people))
    assert all(words == f"person {id_[:6]}" for id_, words in people)


def test_a_question_that_fell_leads_to_itself(compared, qtbot):
    page = compared(fallen())
    shown = page.findChildren(Fallen)[0]
    with qtbot.waitSignal(page.wanted) as wanted:
        shown._on_title()
    assert wanted.args == ["walk", shown.id]


def test_the_page_has_names_in_every_state(compared):
    for value in (north.north(), fallen()):
        page = compared(value)
        assert gaps(page) == []
        assert not page.grab().isNull()


def test_the_window_gives_the_page_the_content_of_each_round(make_shell, qtbot):
    shell = make_shell()
    with pytest.raises(LookupError):
        shell.opening.content_of(builders.assessment().latest)
    shell.opening.show_example()
    content = shell.opening.content_of(shell.opening.opened.value.latest)
    assert content.questionnaire.id == "tiny"


def test_a_new_round_is_begun_from_the_menu(make_shell, prompts):
    shell = make_shell()
    shell.opening.show_example()
    prompts.expect("back", "begin")
    shell.acts.action("file.new-round").trigger()
    shell.acts.action("file.new-round").trigger()
    QApplication.processEvents()
    assert len(shell.opening.opened.value.rounds) == 2
    assert shell.window.here == "walk"
    assert shell.window.page.isVisible()
