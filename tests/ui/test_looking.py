import os
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from selfassess.core import edits
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import assessment_file, atomic, lock_file
from selfassess.files.journal import Journal, earlier_versions, keep_earlier_version
from selfassess.files.lock_file import Who
from selfassess.ui import questions
from selfassess.ui.dialogs.window_prompts import WindowPrompts, _Pick
from selfassess.ui.keeper import Safety
from selfassess.ui.parts.choice import Choice
from tests import builders
from tests.pilot import Pilot
from tests.ui.conftest import NOW
from tests.ui.told_order import gaps

CARRIED = ((builders.questionnaire(),), ())
SAM = Who("sam", "desk-2", 77)


@pytest.fixture
def file(tmp_path):
    """A file with a small assessment."""
    path = tmp_path / "documents" / "Riverside.selfassess"
    path.parent.mkdir()
    assessment_file.write(path, builders.assessment(answers="PU1=3"), *CARRIED)
    return path


@pytest.fixture
def held(file):
    """The same file, which Sam has open."""
    lock_file.take(file, NOW, SAM)
    return file


def answer(shell, level=4):
    opened = shell.opening.opened
    opened.edit(edits.say(opened.value, "council-1", "PU2", level), "Answer")


def kept(path):
    return assessment_file.read(path).assessment


def names(file):
    return sorted(path.name for path in file.parent.iterdir())


def test_an_open_file_has_a_lock_beside_it_until_it_is_closed(make_shell, file):
    shell = make_shell()
    shell.opening.open_file(file)
    assert names(file) == [".Riverside.selfassess.lock", "Riverside.selfassess"]
    assert shell.opening.close()
    assert names(file) == ["Riverside.selfassess"]


def test_a_file_that_somebody_has_open_can_be_left_closed(make_shell, held, prompts):
    shell = make_shell()
    prompts.expect("back")
    assert not shell.opening.open_file(held)
    assert prompts.asked == ["sam on desk-2 has this file open"]
    assert shell.opening.opened is None


def test_a_file_that_somebody_has_open_can_be_looked_at(make_shell, held, prompts, tmp_path, qtbot):
    shell = make_shell()
    prompts.expect("look")
    assert shell.opening.open_file(held)
    assert shell.opening.keeper.safety is Safety.LOOKING
    assert shell.window.top.saved.words == "Only looking, not saved"
    assert "sam on desk-2 has this file open" in shell.window.banner.words
    answer(shell)
    shell.opening.keeper.keep_in_journal()
    assert Journal(tmp_path / "data").found() == ()
    prompts.expect("drop")
    assert shell.opening.close()
    assert kept(held) == builders.assessment(answers="PU1=3")
    assert ".Riverside.selfassess.lock" in names(held)


def test_what_was_only_looked_at_is_closed_without_a_question(make_shell, held, prompts):
    shell = make_shell()
    prompts.expect("look")
    shell.opening.open_file(held)
    assert shell.opening.close()


def test_changes_made_while_looking_can_go_into_a_copy(make_shell, held, prompts, tmp_path):
    shell = make_shell()
    prompts.expect("look")
    shell.opening.open_file(held)
    answer(shell)
    changed = shell.opening.opened.value
    prompts.expect("back")
    assert not shell.opening.close()
    prompts.expect("file", tmp_path / "mine.selfassess")
    assert shell.opening.close()
    assert kept(tmp_path / "mine.selfassess") == changed


def test_once_it_is_free_a_file_can_be_opened_to_change(make_shell, held, prompts, qtbot):
    shell = make_shell()
    prompts.expect("look")
    shell.opening.open_file(held)
    pilot = Pilot(qtbot, shell.window)
    prompts.expect("back")
    pilot.press("Open it to change")
    assert shell.opening.keeper.safety is Safety.LOOKING
    lock_file.take(held, NOW, SAM, anyway=True).release()
    pilot.press("Open it to change")
    assert shell.opening.keeper.safety is Safety.SAVED
    answer(shell)
    shell.opening.save()
    assert kept(held) == shell.opening.opened.value


def test_a_file_can_be_opened_anyway_and_nothing_is_written_over(make_shell, held, prompts):
    shell = make_shell()
    prompts.expect("anyway")
    shell.opening.open_file(held)
    theirs = builders.assessment(answers="PU1=1")
    assessment_file.write(held, theirs, *CARRIED)
    answer(shell)
    prompts.expect("wait")
    shell.opening.save()
    assert kept(held) == theirs
    prompts.expect("later")
    assert shell.opening.close()


def test_the_lock_of_a_program_that_has_ended_asks_nothing(make_shell, file):
    gone = Who("sam", os.uname().nodename, 2**22 + 1)
    lock_file.take(file, NOW, gone)
    shell = make_shell()
    assert shell.opening.open_file(file)
    assert shell.opening.keeper.safety is Safety.SAVED


def test_opening_the_open_file_once_more_says_that_it_is_open(make_shell, file, prompts):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    opened = shell.opening.opened
    prompts.expect("ok")
    assert shell.opening.open_file(file.parent / ".." / file.parent.name / file.name)
    assert prompts.asked == ["This file is open already"]
    assert shell.opening.opened is opened
    opened.history.undo()
    assert len(opened.value.latest.answers) == 1
    answer(shell, 2)
    shell.opening.save()
    assert shell.opening.keeper.safety is Safety.SAVED
    assert ".Riverside.selfassess.lock" in names(file)


def test_a_file_stays_held_when_it_stays_open(make_shell, file, prompts, monkeypatch, tmp_path):
    other = tmp_path / "other.selfassess"
    assessment_file.write(other, builders.assessment(), *CARRIED)
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_write_new", _full)
        prompts.expect("back")
        assert not shell.opening.open_file(other)
    assert ".Riverside.selfassess.lock" in names(file)
    assert list(tmp_path.glob(".other*")) == []


def test_a_file_that_somebody_has_open_is_not_written_over(make_shell, held, prompts, tmp_path):
    shell = make_shell()
    shell.opening.begin()
    shell.opening.opened.edit(edits.describe(shell.opening.opened.value, name="River"), "Name")
    prompts.expect(held, "ok")
    shell.opening.keep_in_file()
    assert prompts.asked[-1] == "sam on desk-2 has this file open"
    assert shell.opening.keeper.path is None
    prompts.expect(tmp_path / "mine.selfassess")
    shell.opening.keep_in_file()
    assert (tmp_path / ".mine.selfassess.lock").exists()


def test_a_file_that_can_not_be_changed_is_looked_at(make_shell, file, prompts, qtbot, tmp_path):
    file.chmod(0o444)
    shell = make_shell()
    assert shell.opening.open_file(file)
    assert "can’t be changed here" in shell.window.banner.words
    prompts.expect(tmp_path / "copy.selfassess")
    Pilot(qtbot, shell.window).press("Save a copy")
    assert shell.opening.keeper.path == tmp_path / "copy.selfassess"
    assert shell.opening.keeper.safety is Safety.SAVED
    assert shell.window.banner.words == ""


def test_a_copy_onto_the_open_file_itself_is_a_save(make_shell, file, prompts):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    prompts.expect(file)
    shell.opening.save_copy()
    assert shell.opening.keeper.safety is Safety.SAVED
    answer(shell, 1)
    shell.opening.save()
    assert shell.opening.keeper.safety is Safety.SAVED


def test_what_a_killed_program_left_half_written_is_tidied_up(make_shell, file):
    left = file.with_name(".Riverside.selfassess"[:21] + ".12345678.tmp")
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    make_shell().opening.open_file(file)
    assert not left.exists()


def test_a_copy_in_conflict_is_told_and_can_be_looked_at(make_shell, file, prompts, qtbot):
    other = file.with_name("Riverside (conflicted copy).selfassess")
    assessment_file.write(other, builders.assessment(answers="PU1=1"), *CARRIED)
    shell = make_shell()
    prompts.expect("on")
    shell.opening.open_file(file)
    assert shell.opening.keeper.path == file
    shell.opening.close()
    prompts.expect("look")
    shell.opening.open_file(file)
    assert shell.opening.opened.value == kept(other)
    assert shell.opening.keeper.safety is Safety.LOOKING
    Pilot(qtbot, shell.window).press("Open it to change")
    assert shell.opening.keeper.path == other


@pytest.fixture
def changed(make_shell, file):
    """A window with the file open, which was changed once."""
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    shell.opening.save()
    return shell


def first(offered):
    return offered[0][0]


def test_an_earlier_version_can_be_looked_at_and_brought_back(changed, file, prompts, qtbot):
    pilot = Pilot(qtbot, changed.window)
    prompts.expect(first)
    pilot.act("Earlier versions…")
    assert changed.opening.opened.value == builders.assessment(answers="PU1=3")
    assert changed.window.banner.words.startswith("This is how Riverside.selfassess was on")
    assert len(kept(file).latest.answers) == 2
    prompts.expect(None)
    pilot.act("Earlier versions…")
    pilot.press("Bring this back")
    assert changed.opening.keeper.path == file
    assert changed.opening.keeper.safety is Safety.SAVED
    assert len(kept(file).latest.answers) == 1
    (latest, _first) = earlier_versions(changed._means.folder, file)
    assert len(kept(latest.path).latest.answers) == 2
    assert ".Riverside.selfassess.lock" in names(file)


def test_where_no_earlier_version_is_kept_that_is_said(make_shell, file, prompts, qtbot):
    shell = make_shell()
    shell.opening.open_file(file)
    prompts.expect("ok")
    Pilot(qtbot, shell.window).act("Earlier versions…")
    assert shell.opening.close()
    shell.opening.show_example()
    prompts.expect("ok")
    shell.opening.choose_earlier()
    assert set(prompts.asked) == {"There is no earlier version yet"}


def test_a_damaged_earlier_version_is_said(changed, file, prompts):
    keep_earlier_version(changed._means.folder, file, b"damaged", NOW + timedelta(hours=1))
    prompts.expect(first, "ok")
    changed.opening.choose_earlier()
    assert changed.opening.keeper.path == file


def test_a_version_is_not_brought_back_over_a_file_that_somebody_has_open(changed, file, prompts):
    prompts.expect(first)
    changed.opening.choose_earlier()
    lock_file.take(file, NOW, SAM)
    prompts.expect("ok")
    changed.opening.stop_looking()
    assert prompts.asked[-1] == "sam on desk-2 has this file open"
    assert len(kept(file).latest.answers) == 2


def test_a_version_that_can_not_be_brought_back_leaves_the_file(
    changed, file, prompts, monkeypatch
):
    prompts.expect(first)
    changed.opening.choose_earlier()
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_write_new", _full)
        prompts.expect("ok")
        changed.opening.stop_looking()
    assert prompts.asked[-1] == "The version could not be brought back"
    assert len(kept(file).latest.answers) == 2
    assert changed.opening.keeper.path == file


def test_nothing_is_looked_at_while_a_file_is_worked_on(changed):
    changed.opening.stop_looking()
    assert changed.opening.keeper.safety is Safety.SAVED


def test_taking_theirs_never_loses_mine(make_shell, file, prompts, monkeypatch):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    file.write_bytes(b"damaged")
    prompts.expect("theirs", "ok")
    shell.opening.save()
    assert shell.opening.keeper.safety is Safety.STOPPED
    assert len(shell.opening.opened.value.latest.answers) == 2
    prompts.expect("later")
    assert shell.opening.close()


def test_work_that_can_not_be_kept_anywhere_is_not_closed(make_shell, prompts, monkeypatch):
    shell = make_shell()
    shell.opening.begin()
    shell.opening.opened.edit(edits.describe(shell.opening.opened.value, name="River"), "Name")
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_write_new", _full)
        prompts.expect("later", "ok")
        assert not shell.opening.close()
        assert prompts.asked[-1] == "The work could not be kept"
        assert "Your last changes are in no file yet." in shell.window.banner.words
    answer_name(shell, "Riverside")
    shell.opening.keeper.keep_in_journal()
    assert shell.opening.keeper.safety is Safety.NO_FILE
    prompts.expect("later")
    assert shell.opening.close()


def answer_name(shell, name):
    shell.opening.opened.edit(edits.describe(shell.opening.opened.value, name=name), "Name")


def test_work_of_a_named_file_is_offered_before_the_file_opens(make_shell, file, prompts, tmp_path):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    shell.opening.keeper.keep_in_journal()
    shell.opening._work.lock.release()
    other = tmp_path / "other.selfassess"
    assessment_file.write(other, builders.assessment(), *CARRIED)
    again = make_shell()
    again.open_first(other)
    assert again.opening.keeper.path == other
    third = make_shell()
    prompts.expect("open")
    third.open_first(file)
    assert len(third.opening.opened.value.latest.answers) == 2
    assert third.opening.keeper.path == file


def test_work_that_is_in_the_file_all_the_same_is_not_offered(make_shell, file, tmp_path):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    shell.opening.keeper.keep_in_journal()
    assessment_file.write(file, shell.opening.opened.value, *CARRIED)
    shell.opening._work.lock.release()
    left = f"{2**22 + 1}\nselfassess\n{os.uname().nodename}\n"
    (tmp_path / "data" / "journal" / "old.lock").write_text(left, encoding="utf-8")
    make_shell().open_first(None)
    assert Journal(tmp_path / "data").found() == ()
    assert list((tmp_path / "data" / "journal").iterdir()) == []


def test_everything_that_is_kept_here_can_be_removed(changed, file, prompts, tmp_path, qtbot):
    prompts.expect("back")
    pilot = Pilot(qtbot, changed.window)
    pilot.act("Remove what this program keeps here…")
    assert (tmp_path / "data").exists()
    prompts.expect("remove")
    pilot.act("Remove what this program keeps here…")
    assert not (tmp_path / "data").exists()
    assert not changed.window.isVisible()
    assert names(file) == ["Riverside.selfassess"]


def test_nothing_is_removed_while_another_window_has_work(changed, make_shell, prompts, tmp_path):
    answer(changed, 1)
    changed.opening.keeper.keep_in_journal()
    other = make_shell()
    prompts.expect("remove", "ok")
    other.acts.action("file.remove-all").trigger()
    assert prompts.asked[-1] == "Another window is open"
    assert (tmp_path / "data" / "versions").exists()


def test_what_can_not_be_removed_is_said(make_shell, prompts, tmp_path, monkeypatch):
    (tmp_path / "data" / "settings.json").mkdir(parents=True)
    (tmp_path / "data" / "settings.json" / "x").write_bytes(b"")
    monkeypatch.setattr("selfassess.files.kept.shutil.rmtree", _full)
    shell = make_shell()
    prompts.expect("remove", "ok")
    shell.acts.action("file.remove-all").trigger()
    assert prompts.asked[-1] == "Not everything could be removed"
    assert shell.window.isVisible()


def _full(*_arguments):
    raise OSError(28, "No space left on device")


OFFERED = (("new", "24 September 2026, 09:12"), ("old", "23 September 2026, 10:00"))


@pytest.fixture
def pick(theme, qapp, qtbot):
    """The window in which one of a list is asked for."""
    dialog = _Pick(theme, qapp, questions.which_version(Path("a")), OFFERED, None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def test_the_newest_version_is_marked_and_return_takes_it(pick, qtbot):
    assert gaps(pick) == []
    qtbot.keyClick(pick, Qt.Key.Key_Return)
    assert (pick.result(), pick.picked) == (1, "new")


def test_another_version_is_chosen_by_keyboard(pick, qtbot):
    choice = pick.findChild(Choice)
    assert choice.hasFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    assert (pick.result(), pick.picked) == (1, "old")


def test_escape_picks_nothing(theme, qapp, monkeypatch):
    monkeypatch.setattr(_Pick, "exec", lambda _dialog: 0)
    prompts = WindowPrompts(theme, qapp)
    assert prompts.pick(questions.which_version(Path("a")), OFFERED) is None
    monkeypatch.setattr(_Pick, "exec", lambda _dialog: 1)
    assert prompts.pick(questions.which_version(Path("a")), OFFERED) == "new"


def test_a_file_whose_saving_has_stopped_asks_again_when_it_is_opened_once_more(
    make_shell, file, prompts
):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    assessment_file.write(file, builders.assessment(answers="PU1=1"), *CARRIED)
    prompts.expect("wait")
    shell.opening.save()
    prompts.expect("theirs")
    assert shell.opening.open_file(file)
    assert shell.opening.opened.value == kept(file)
    assert shell.opening.keeper.safety is Safety.SAVED
    assert ".Riverside.selfassess.lock" in names(file)


def test_a_file_that_is_open_in_another_window_of_mine_is_said_to_be(make_shell, file, prompts):
    here = lock_file.myself()
    lock_file.take(file, NOW, Who(here.user, here.computer, os.getppid()))
    shell = make_shell()
    prompts.expect("look")
    assert shell.opening.open_file(file)
    assert prompts.asked == ["You have this file open already"]
    holder = lock_file.holder_of(file, NOW, here)
    asked = questions.in_use(file, holder, NOW, here)
    assert "has been open in another window here since 25 November 2026, 09:12." in asked.text
    assert "another window" not in questions.in_use(file, holder, NOW, SAM).text


def test_a_damaged_file_offers_its_earlier_versions_and_takes_one_in_its_place(
    make_shell, changed, file, prompts, qtbot
):
    changed.opening.close()
    whole, damaged = kept(file), file.read_bytes()[:900]
    file.write_bytes(damaged)
    shell = make_shell()
    prompts.expect("versions", first)
    assert shell.opening.open_file(file)
    assert prompts.asked == ["Riverside.selfassess could not be opened", "Earlier versions"]
    assert shell.opening.keeper.safety is Safety.LOOKING
    before = shell.opening.opened.value
    Pilot(qtbot, shell.window).press("Bring this back")
    assert shell.opening.keeper.path == file
    assert kept(file) == before != whole
    versions = earlier_versions(shell.opening._means.folder, file)
    assert versions[0].path.read_bytes() == damaged


@pytest.mark.parametrize("answers", [("back",), ("versions", None)])
def test_a_damaged_file_can_stay_closed(make_shell, changed, file, prompts, answers):
    changed.opening.close()
    file.write_bytes(b"nothing")
    shell = make_shell()
    prompts.expect(*answers)
    assert not shell.opening.open_file(file)
    assert file.read_bytes() == b"nothing"


def test_a_file_that_was_deleted_offers_its_earlier_versions_too(
    make_shell, changed, file, prompts, qtbot
):
    changed.opening.close()
    file.unlink()
    shell = make_shell()
    prompts.expect("versions", first)
    shell.open_first(file)
    assert shell.window.here == "walk"
    Pilot(qtbot, shell.window).press("Bring this back")
    assert shell.opening.keeper.path == file


def test_a_file_of_a_newer_version_of_the_program_offers_no_earlier_one(
    make_shell, changed, file, prompts, monkeypatch
):
    changed.opening.close()
    newer = Problem("assessment.newer", str(file), facts={"written_by": "selfassess 9"})

    def refuse(_path):
        raise FileProblemsError(newer)

    monkeypatch.setattr(assessment_file, "read", refuse)
    shell = make_shell()
    prompts.expect("ok")
    assert not shell.opening.open_file(file)


def test_work_that_was_brought_back_and_can_not_be_saved_is_still_kept(
    make_shell, file, prompts, monkeypatch
):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    shell.opening.keeper.keep_in_journal()
    shell.opening._work.lock.release()
    again = make_shell()
    prompts.expect("open")
    again.open_first(None)
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_write_new", _full)
        again.opening.save()
    said = again.window.banner.words
    assert said.startswith("Could not save Riverside.selfassess. The disk is full")
    assert said.endswith("Your work is kept on this computer.")


def test_what_can_be_written_nowhere_can_still_be_saved_elsewhere_or_thrown_away(
    make_shell, file, prompts, monkeypatch, tmp_path
):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    value = shell.opening.opened.value
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_write_new", _full)
        asked = questions.unsaved_on_close(file, "Why.", is_kept=False)
        assert asked.text == "Why. Your changes could not be kept on this computer either."
        assert [code for code, _words in asked.answers] == ["elsewhere", "drop", "back"]
        prompts.expect("back")
        assert not shell.opening.close()
        prompts.expect("elsewhere", None)
        assert not shell.opening.close()
    prompts.expect(tmp_path / "else.selfassess")
    shell.opening.save_elsewhere()
    assert kept(tmp_path / "else.selfassess") == value
    answer(shell, 1)
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_write_new", _full)
        prompts.expect("drop")
        assert shell.opening.close()
    assert kept(tmp_path / "else.selfassess") == value


def test_where_the_program_can_not_write_at_all_a_file_is_asked_for(
    make_shell, prompts, monkeypatch, tmp_path, qtbot
):
    shell = make_shell()
    shell.opening.begin()
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_write_new", _full)
        answer_name(shell, "River")
        shell.opening.keeper.keep_in_journal()
    said = shell.window.banner.words
    assert f"The program can’t write in its own folder, {tmp_path / 'data'}." in said
    assert said.endswith("Choose a file for your work.")
    prompts.expect(tmp_path / "River.selfassess")
    Pilot(qtbot, shell.window).press("Choose a file")
    assert kept(tmp_path / "River.selfassess").partnership.name == "River"


def test_what_becomes_of_both_is_said_before_it_is_decided(file):
    asked = questions.changed_elsewhere(file, file.with_stem("Riverside (my copy)"))
    assert "Keep both: yours becomes Riverside (my copy).selfassess." in asked.text
    assert "Take theirs: yours is then under Earlier versions." in asked.text
