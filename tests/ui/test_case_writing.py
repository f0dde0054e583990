"""The page on which a case study is written: draft, checks, library, packs."""

import pytest
from PySide6.QtWidgets import QApplication

from selfassess.core.case_draft import NEW_ID
from selfassess.files import case_drafts, own_cases, pack_files
from selfassess.files.content_pack import opened, packs
from selfassess.files.own_cases import Named, cases_of, files_of, packed_up
from selfassess.files.pack_files import NAME
from selfassess.ui.models.case_checks import case_checks
from selfassess.ui.pages.case_writing import CaseWritingPage
from selfassess.ui.parts.check_list import CheckList
from selfassess.words import words_in
from tests.ui import north

THEIRS = Named("Theirs", "2.0.0")


@pytest.fixture
def page(open_desk, show_page):
    def make() -> CaseWritingPage:
        made = CaseWritingPage(open_desk(north.north(), north.content()), draft_after=10_000)
        made.pilot = show_page(made)
        return made

    return make


def folder(page):
    return page.desk.library.folder


def own(page):
    return own_cases.own_cases(folder(page))


def title(page, words: str) -> None:
    page.pilot.go_to("Title")
    page.pilot.write(words)


def kept(page, words: str = "Told by nine"):
    title(page, words)
    page.pilot.press("Add it to our library")
    return own(page)[-1]


def test_a_draft_comes_from_the_assessment_and_its_plan(page):
    case = page().form.case
    assert case.id == NEW_ID
    assert case.summary == north.north().partnership.story
    done = [a.text for a in north.north().actions if a.status == "done" and a.barrier]
    assert [enabler.what for enabler in case.enablers] == done
    assert case.source.unpublished


def test_without_a_title_it_can_not_be_kept_and_it_says_why(page):
    made = page()
    assert not made._keep.isEnabled()
    assert made._why_not.words == "It needs a title"
    title(made, "Told by nine")
    assert made._keep.isEnabled()
    assert made._why_not.words == ""


def test_what_is_missing_is_a_link_to_its_field(page):
    made = page()
    for gap in ("title", "situation", "barriers", "how", "done", "lessons", "source"):
        made.checks.wanted.emit("", gap)
        assert made.form.isAncestorOf(QApplication.focusWidget())
    made.pilot.press("Go to it: No lesson is told yet")
    assert QApplication.focusWidget() is made.form.lessons.editor
    for gap in ("place", "areas", "sectors", "step"):
        made.checks.wanted.emit("", gap)
        assert made.form.facts.isAncestorOf(QApplication.focusWidget())


def test_a_case_study_is_kept_and_the_library_is_read_anew(page):
    made = page()
    case = kept(made)
    assert case.id == "told-by-nine"
    assert made.desk.library.reread != []
    assert made.pilot.shows("“Told by nine” is in our library.")
    assert made.which.marked == "told-by-nine"
    assert made.pilot.shows("Keep the changes")
    assert made._why_not.words == "“Told by nine” is in our library."


def test_one_that_is_kept_can_be_changed(page):
    made = page()
    kept(made)
    title(made, "Told at eight")
    made.pilot.press("Keep the changes")
    assert [case.title for case in own(made)] == ["Told at eight"]


def test_what_is_typed_is_kept_as_a_draft_and_there_when_one_comes_back(page):
    made = page()
    title(made, "Half a ti")
    made.hide()
    made.show()
    other = page()
    assert other.form.case.title == "Half a ti"
    assert other.pilot.shows("Start again from the assessment")


def test_the_draft_goes_when_the_case_study_is_kept(page):
    made = page()
    kept(made)
    assert case_drafts.draft(folder(made), f"assessment {north.north().id}") is None
    made.pilot.choose("Which case study", "New, from this assessment")
    assert made.form.case.title == ""


def test_changes_can_be_undone_after_a_question(page, prompts):
    made = page()
    kept(made)
    title(made, "Nonsense")
    prompts.expect("keep")
    made.pilot.press("Undo the changes")
    assert "Nonsense" in made.form.case.title
    prompts.expect("again")
    made.pilot.press("Undo the changes")
    assert made.form.case.title == "Told by nine"


def test_one_is_removed_after_a_question(page, prompts):
    made = page()
    kept(made)
    prompts.expect("keep")
    made.pilot.press("Remove…")
    assert len(own(made)) == 1
    prompts.expect("remove")
    made.pilot.press("Remove…")
    assert own(made) == ()
    assert made.pilot.shows("“Told by nine” was removed.")
    assert not made._remove.isVisible()


def test_barriers_are_added_said_and_taken_out(page):
    made = page()
    before = len(made.form.case.barriers)
    names = {b.id: b.name.say() for b in north.content().catalogue.barriers}
    met = {id_ for barrier in made.form.case.barriers for id_ in barrier.catalogue}
    new = next(id_ for id_ in names if id_ not in met)
    made.pilot.choose("Add a barrier", names[new])
    assert QApplication.focusWidget() is made.form.barriers.boxes[-1]
    made.pilot.key("Ctrl+A")
    made.pilot.write("We saw it")
    assert made.form.case.barriers[-1].how == "We saw it"
    assert made.form.case.barriers[-1].catalogue == (new,)
    made.pilot.press(f"Take out: {names[new]}")
    assert len(made.form.case.barriers) == before


def test_what_was_done_is_added_tied_to_a_barrier_and_taken_out(page):
    made = page()
    count = len(made.form.case.enablers)
    made.pilot.press("Add what was done")
    made.pilot.write("We met weekly")
    assert made.form.case.enablers[-1].what == "We met weekly"
    last = made.form.case.barriers[-1]
    made.form.done.chosen.emit(count, last.catalogue[0])
    assert made.form.case.enablers[-1].catalogue == last.catalogue
    assert made.form.case.enablers[-1].code == last.code
    made.pilot.press(f"Take out: What was done, {count + 1}")
    assert len(made.form.case.enablers) == count


def test_lessons_stand_one_on_a_line_and_the_rest_is_taken_as_typed(page):
    made = page()
    made.pilot.go_to("What did you learn?")
    made.pilot.write("One")
    made.pilot.key("Return")
    made.pilot.write("Two")
    made.pilot.go_to("What came of it?")
    made.pilot.write("Better")
    made.pilot.go_to("In one line: what can others take from it?")
    made.pilot.write("Ring")
    made.pilot.press("In part")
    case = made.form.case
    assert (case.lessons, case.result, case.take) == (("One", "Two"), "Better", "Ring")
    assert case.failure == "partly"


def test_a_published_source_needs_its_address(page):
    made = page()
    title(made, "Told by nine")
    made.pilot.press("Published")
    assert made._why_not.words == "Say where this comes from"
    made.pilot.go_to("Its web address")
    made.pilot.write("https://example.org/told")
    assert made._keep.isEnabled()
    made.pilot.press("Our own, not published")
    assert made.form.case.source.url == ""


def test_facts_are_chosen_by_chips(page):
    made = page()
    made.form.facts.areas.mark(())
    made.pilot.press("Fraud and debt")
    assert made.form.case.policy_areas == ("fraud-debt",)
    made.pilot.go_to("When? A year, or years such as 2024-2026")
    made.pilot.key("Ctrl+A")
    made.pilot.write("2024")
    made.pilot.choose("In which nation?", "Wales")
    assert (made.form.case.years, made.form.case.country) == ("2024", "GB-WLS")


def test_words_that_may_name_somebody_are_pointed_out(page):
    made = page()
    title(made, "How Anna told us")
    said = [c.title for c in made.checks.findChildren(CheckList)] or made.pilot.texts()
    assert "Words that may name somebody" in said
    assert any("Anna" in text for text in said)


def test_a_pack_for_others_asks_about_names_and_what_it_is_called(page, prompts, tmp_path):
    made = page()
    kept(made, "How Anna told us")
    prompts.expect("back")
    made.pilot.press("Save a pack for others…")
    prompts.expect("go-on", "Cases of Northbridge", lambda where: where.with_name("out"))
    made.pilot.press("Save a pack for others…")
    (pack,) = opened([pack_files.packed_at(tmp_path / "out.zip")])
    assert pack.name == "cases-of-northbridge 2026-11-25"
    assert [case.title for case in cases_of(pack)] == ["How Anna told us"]
    assert made.pilot.shows("The pack was saved")


def test_a_pack_that_can_not_be_saved_is_told(page, prompts, tmp_path):
    made = page()
    kept(made)
    prompts.expect("Ours", lambda where: tmp_path / "gone" / "out.zip", "ok")
    made.pilot.press("Save a pack for others…")
    assert prompts.asked[-1] == "The library could not be changed"


def theirs(tmp_path, **fields):
    path = tmp_path / "theirs.zip"
    cases = [
        north.content().cases[0],
        north.content().cases[1].changed(id="quay", title="Quays told", **fields),
    ]
    path.write_bytes(packed_up(files_of("theirs", cases, THEIRS)))
    return path


def rows(page):
    table = page.preview._shown.everything
    return [row[:2] for row in table.rows]


def test_a_pack_is_looked_at_and_then_brought_in(page, prompts, tmp_path):
    made = page()
    prompts.expect(theirs(tmp_path))
    made.pilot.press("Bring in a pack…")
    assert made.pilot.shows("Theirs, version 2.0.0")
    first = north.content().cases[0].title
    assert rows(made) == [("There already", first), ("New, but look", "Quays told")]
    assert packs(folder(made) / NAME) == ()
    made.pilot.press("Bring it in")
    assert [pack.name for pack in packs(folder(made) / NAME)] == ["theirs 2.0.0"]
    assert made.pilot.shows("The pack is in use.")


def test_a_look_can_be_left_without_a_change(page, tmp_path):
    made = page()
    made.take_files((theirs(tmp_path),))
    made.pilot.press("Cancel")
    assert packs(folder(made) / NAME) == ()


def test_a_pack_with_faults_lists_them_with_their_line(page, tmp_path):
    made = page()
    made.take_files((theirs(tmp_path, barriers=(wrong_barrier(),)),))
    assert not made.preview._agree.isEnabled()
    problem = made.preview._shown.everything.rows[0]
    assert problem[0] == "Problem"
    assert "no-such-thing" in problem[3]
    assert problem[2].startswith("case-studies.yaml, line ")


def wrong_barrier():
    first = north.content().cases[0].barriers[0]
    return first.changed(catalogue=("no-such-thing",))


def test_a_file_that_is_no_pack_says_so(page, tmp_path):
    made = page()
    path = tmp_path / "notes.zip"
    path.write_bytes(b"nothing")
    made.take_files((path,))
    assert made.pilot.shows("notes.zip can’t be used")
    made.pilot.press("Close")


def test_a_library_that_can_not_be_read_is_told(page, prompts):
    first = page()
    kept(first)
    own_cases.path_of(folder(first)).write_bytes(b"broken")
    prompts.expect("ok")
    made = page()
    assert prompts.asked == ["The library could not be changed"]
    assert made.form.case.id == NEW_ID


def test_a_desk_without_a_library_is_refused(open_desk):
    with pytest.raises(ValueError, match="library"):
        CaseWritingPage(open_desk()._replace(library=None))


def test_words_of_checks_need_no_page():
    whole = north.content().cases[0]
    titles = [check.title for check in case_checks(whole, north.content(), words_in("en"))]
    assert titles[0] == "Everything that is asked for is there"


def test_a_pack_comes_in_from_the_menu_and_by_drop(make_shell, prompts, tmp_path):
    shell = make_shell()
    shell.opening.show_example()
    prompts.expect(None)
    shell.acts.action("file.bring-pack").trigger()
    assert shell.window.here != "case-study"
    prompts.expect(theirs(tmp_path))
    shell.acts.action("file.bring-pack").trigger()
    assert shell.window.here == "case-study"
    assert "Theirs" in shell.window.page.preview._title.text()
    shell.window.go_to("overview")
    shell.window.files_dropped.emit([theirs(tmp_path)])
    assert shell.window.here == "case-study"


def test_a_pack_is_taken_out_of_use(page, prompts, tmp_path):
    made = page()
    made.pilot.press("Take a pack out…")
    assert made.pilot.shows("No pack of others is in use.")
    kept(made)
    made.take_files((theirs(tmp_path),))
    made.pilot.press("Bring it in")
    prompts.expect(None)
    made.pilot.press("Take a pack out…")
    prompts.expect(lambda offered: offered[0][0])
    made.pilot.press("Take a pack out…")
    assert made.pilot.shows("The pack was removed: ")
    assert [pack.about.id for pack in packs(folder(made) / NAME)] == [own_cases.ID]


def test_a_pack_that_can_not_be_used_is_offered_to_be_taken_out(page, prompts, tmp_path):
    made = page()
    kept(made)
    broken = folder(made) / NAME / "broken.zip"
    broken.write_bytes(b"no zip")
    offered = []
    prompts.expect(lambda packs: offered.extend(packs) or packs[0][0])
    made.pilot.press("Take a pack out…")
    assert offered == [("broken.zip", "broken.zip, which can’t be used")]
    assert made.pilot.shows(f"The pack was removed: {broken}")
    assert not broken.exists()
    own_cases.path_of(folder(made)).write_bytes(b"broken too")
    made.pilot.press("Take a pack out…")
    assert made.pilot.shows("No pack of others is in use.")
