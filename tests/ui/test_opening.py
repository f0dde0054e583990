import os

import pytest

from selfassess.core import edits
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import assessment_file, atomic
from selfassess.files.journal import Journal
from selfassess.files.settings_file import Recent, Settings, read_settings
from selfassess.ui.keeper import Safety
from tests import builders
from tests.pilot import Pilot
from tests.ui.conftest import NOW

CARRIED = ((builders.questionnaire(),), ())


@pytest.fixture
def file(tmp_path):
    """A file with a small assessment."""
    path = tmp_path / "Riverside.selfassess"
    assessment_file.write(path, builders.assessment(answers="PU1=3"), *CARRIED)
    before = NOW.timestamp() - 60
    os.utime(path, (before, before))
    return path


def answer(shell, topic="PU2", level=4):
    opened = shell.opening.opened
    opened.edit(edits.say(opened.value, "council-1", topic, level), "Answer")


def kept(path):
    return assessment_file.read(path).assessment


def journal(tmp_path):
    return Journal(tmp_path / "data")


def test_the_start_page_stands_alone(make_shell, qtbot):
    shell = make_shell()
    pilot = Pilot(qtbot, shell.window)
    assert pilot.shows("Nothing here yet.")
    assert pilot.shows("Start with the worked example")
    assert not shell.window.top.isVisible()
    assert shell._start.first().hasFocus()


def test_where_recent_files_are_not_kept_the_start_page_says_so(make_shell, qtbot, file):
    shell = make_shell(Settings(remember_recent=False))
    shell.opening.open_file(file)
    shell.opening.close()
    pilot = Pilot(qtbot, shell.window)
    assert pilot.shows("Recent files are not listed here.")
    assert not pilot.shows("Nothing here yet.")


def test_enter_starts_a_new_one(make_shell, qtbot):
    shell = make_shell()
    Pilot(qtbot, shell.window).key("Return")
    assert shell.window.here == "setup"
    assert shell.opening.opened.value.latest.name == "November 2026"


def test_a_file_opens_where_one_left_off(make_shell, file, qtbot):
    shell = make_shell()
    assert shell.opening.open_file(file)
    assert shell.window.here == "walk"
    assert Pilot(qtbot, shell.window).shows("Is PU2 in place?")
    assert shell.window.top.saved.words == "Saved"
    assert shell.window.windowTitle() == "Riverside – Sharing readiness"


def test_a_damaged_file_is_said_in_a_sentence_and_nothing_changes(make_shell, prompts, tmp_path):
    bad = tmp_path / "bad.selfassess"
    bad.write_bytes(b"nothing")
    shell = make_shell()
    prompts.expect("ok")
    assert not shell.opening.open_file(bad)
    assert prompts.asked == ["bad.selfassess could not be opened"]
    assert shell.window.here == ""


def test_an_open_file_is_remembered(make_shell, file, tmp_path):
    shell = make_shell()
    shell.opening.open_file(file)
    settings, _problem = read_settings(tmp_path / "data")
    assert settings.recent[0].path == str(file)
    assert settings.recent[0].name == "Riverside"


def test_recent_files_say_how_far_they_are(make_shell, file, tmp_path, qtbot):
    recent = (
        Recent(path=str(file), name="Riverside", opened=NOW.isoformat()),
        Recent(path=str(tmp_path / "gone.selfassess"), name="Gone", opened="2026-09-02"),
    )
    shell = make_shell(Settings(recent=recent))
    pilot = Pilot(qtbot, shell.window)
    assert pilot.shows("File moved or renamed")
    pilot.press("Riverside")
    assert shell.opening.keeper.path == file


def test_a_missing_file_can_be_found_or_taken_off_the_list(
    make_shell, file, tmp_path, prompts, qtbot
):
    gone = Recent(path=str(tmp_path / "gone.selfassess"), name="Gone", opened="2026-09-02")
    other = Recent(path=str(tmp_path / "more.selfassess"), name="More", opened="never")
    shell = make_shell(Settings(recent=(gone, other)))
    pilot = Pilot(qtbot, shell.window)
    pilot.press("Remove More from the list")
    prompts.expect(file)
    pilot.press("Find Gone")
    assert shell.opening.keeper.path == file
    assert [r.path for r in shell._preferences.settings.recent] == [str(file)]


def test_the_example_says_so_and_asks_nothing_on_close(make_shell, qtbot):
    shell = make_shell()
    pilot = Pilot(qtbot, shell.window)
    pilot.press("Look at a worked example")
    assert shell.window.banner.words.startswith("A made-up example.")
    answer(shell)
    shell.opening.save()
    assert shell.opening.keeper.path is None
    pilot.press("Close the example")
    assert shell.window.here == ""


def test_a_copy_of_the_example_can_be_kept(make_shell, prompts, tmp_path):
    shell = make_shell()
    shell.opening.show_example()
    prompts.expect(tmp_path / "copy")
    shell.opening.save_copy()
    assert kept(tmp_path / "copy.selfassess") == shell.opening.opened.value


def test_work_without_a_file_is_not_closed_unasked(make_shell, prompts, tmp_path):
    shell = make_shell()
    shell.opening.begin()
    shell.opening.opened.edit(edits.describe(shell.opening.opened.value, name="River"), "Name")
    prompts.expect("back")
    assert not shell.opening.close()
    prompts.expect("file", None)
    assert not shell.opening.close()
    prompts.expect("file", lambda suggested: suggested)
    assert shell.opening.close()
    assert kept(tmp_path / "River.selfassess").partnership.name == "River"
    assert journal(tmp_path).found() == ()


def test_untouched_new_work_is_closed_without_a_question(make_shell):
    shell = make_shell()
    shell.opening.begin()
    assert shell.opening.close()


def test_work_can_be_thrown_away(make_shell, prompts, tmp_path):
    shell = make_shell()
    shell.opening.begin()
    shell.opening.opened.edit(edits.describe(shell.opening.opened.value, name="River"), "Name")
    shell.opening.keeper.keep_in_journal()
    prompts.expect("drop")
    assert shell.opening.close()
    assert journal(tmp_path).found() == ()


def test_work_that_waits_is_offered_at_the_next_start(make_shell, prompts, tmp_path):
    shell = make_shell()
    shell.opening.begin()
    shell.opening.opened.edit(edits.describe(shell.opening.opened.value, name="River"), "Name")
    prompts.expect("later")
    assert shell.opening.close()
    again = make_shell()
    prompts.expect("open")
    again.open_first(None)
    assert prompts.asked[-1] == "Work that was not saved was found"
    assert again.opening.opened.value.partnership.name == "River"
    assert again.opening.keeper.safety is Safety.NO_FILE


def test_recovered_work_of_a_file_goes_back_to_it(make_shell, file, prompts, tmp_path):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    shell.opening.keeper.keep_in_journal()
    _crash(shell)
    again = make_shell()
    prompts.expect("open")
    again.open_first(None)
    assert again.opening.keeper.path == file
    assert again.opening.close()
    assert len(kept(file).latest.answers) == 2


def test_recovered_work_never_overwrites_a_newer_file(make_shell, file, prompts, tmp_path):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    shell.opening.keeper.keep_in_journal()
    _crash(shell)
    theirs = builders.assessment(answers="PU1=1")
    assessment_file.write(file, theirs, *CARRIED)
    again = make_shell()
    prompts.expect("open")
    again.open_first(None)
    assert again.opening.keeper.path is None
    assert kept(file) == theirs


def test_recovered_work_can_wait_or_be_thrown_away(make_shell, file, prompts, tmp_path):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    shell.opening.keeper.keep_in_journal()
    _crash(shell)
    again = make_shell()
    prompts.expect("later")
    again.open_first(None)
    assert len(journal(tmp_path).found()) == 1
    prompts.expect("drop")
    again.open_first(None)
    assert journal(tmp_path).found() == ()


def test_work_that_another_window_has_open_is_not_offered(make_shell, file):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    shell.opening.keeper.keep_in_journal()
    make_shell().open_first(None)


def test_damaged_work_is_said_and_can_be_thrown_away(make_shell, prompts, tmp_path):
    place = tmp_path / "data" / "journal"
    place.mkdir(parents=True)
    (place / "old.selfassess-journal").write_bytes(b"nothing")
    shell = make_shell()
    prompts.expect("drop")
    shell.open_first(None)
    assert prompts.asked == ["Some work can’t be read"]
    assert journal(tmp_path).found() == ()


def test_keeping_both_writes_beside_the_file(make_shell, file, prompts, tmp_path):
    shell = make_shell()
    shell.opening.open_file(file)
    theirs = builders.assessment(answers="PU1=1")
    assessment_file.write(file, theirs, *CARRIED)
    answer(shell)
    prompts.expect("both")
    shell.opening.save()
    assert kept(file) == theirs
    assert kept(tmp_path / "Riverside (my copy).selfassess") == shell.opening.opened.value
    assert shell.window.top.saved.words == "Saved"


def test_taking_theirs_shows_theirs_and_keeps_mine_as_an_earlier_version(make_shell, file, prompts):
    shell = make_shell()
    shell.opening.open_file(file)
    theirs = builders.assessment(answers="PU1=1")
    assessment_file.write(file, theirs, *CARRIED)
    answer(shell)
    prompts.expect("theirs")
    shell.opening.save()
    assert shell.opening.opened.value == theirs


def test_deciding_later_leaves_a_way_back(make_shell, file, prompts, qtbot, tmp_path):
    shell = make_shell()
    shell.opening.open_file(file)
    assessment_file.write(file, builders.assessment(), *CARRIED)
    answer(shell)
    prompts.expect("wait")
    shell.opening.save()
    assert shell.window.top.saved.words == "Saving has stopped"
    prompts.expect("both")
    Pilot(qtbot, shell.window).press("Decide")
    assert (tmp_path / "Riverside (my copy).selfassess").exists()


def test_a_full_disk_is_said_and_the_work_can_go_elsewhere(
    make_shell, file, prompts, qtbot, monkeypatch, tmp_path
):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_write_new", _full)
        shell.opening.save()
    assert shell.window.top.saved.words == "Could not save"
    assert "The disk is full" in shell.window.banner.words
    prompts.expect(tmp_path / "else.selfassess")
    Pilot(qtbot, shell.window).press("Save elsewhere")
    assert kept(tmp_path / "else.selfassess") == shell.opening.opened.value


def test_closing_on_a_full_disk_keeps_the_work_for_the_next_start(
    make_shell, file, prompts, monkeypatch, tmp_path
):
    shell = make_shell()
    shell.opening.open_file(file)
    answer(shell)
    with monkeypatch.context() as patch:
        patch.setattr(assessment_file.atomic, "write", _refuse(assessment_file.atomic.write, file))
        prompts.expect("back")
        assert not shell.opening.close()
        prompts.expect("later")
        assert shell.opening.close()
    assert len(journal(tmp_path).found()) == 1


def test_dropped_files_open_and_others_are_refused(make_shell, file, prompts, tmp_path):
    shell = make_shell()
    prompts.expect("ok")
    shell.window.files_dropped.emit([tmp_path / "a.txt"])
    shell.window.files_dropped.emit([file])
    assert shell.opening.keeper.path == file


def test_opening_by_choice_and_changing_ones_mind(make_shell, file, prompts):
    shell = make_shell()
    prompts.expect(None, file)
    shell.acts.open.trigger()
    assert shell.opening.opened is None
    shell.acts.open.trigger()
    assert shell.opening.keeper.path == file


def test_quitting_closes_the_window(make_shell, file):
    shell = make_shell()
    shell.opening.open_file(file)
    shell.window.close()
    assert not shell.window.isVisible()
    assert shell.opening.opened is None


def _crash(shell):
    """Leave everything as a program that was killed would: the lock goes, the journal stays."""
    shell.opening._work.lock.release()


def _full(*_args):
    raise OSError(28, "No space left on device")


def _refuse(write, refused):
    def writing(path, data, check=None):
        if path == refused:
            raise _problem(path)
        write(path, data, check)

    return writing


def _problem(path):
    return FileProblemsError(Problem("file.disk-full", str(path)))
