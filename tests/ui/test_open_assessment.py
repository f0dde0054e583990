from selfassess.core import edits
from selfassess.core.codes import Set
from selfassess.ui.open_assessment import OpenAssessment
from tests import builders


def opened(value=None):
    calls = []

    def work_out(assessment, content):
        calls.append(assessment)
        return len(calls)

    made = OpenAssessment(value or builders.assessment(), builders.content(), work_out)
    return made, calls


def test_an_edit_tells_before_and_after(qtbot):
    open_, _calls = opened()
    before = open_.value
    after = edits.say(before, "council-1", "PU1", 3)
    with qtbot.waitSignal(open_.changed) as told:
        open_.edit(after, "Answer PU1")
    assert told.args == [before, after]
    assert open_.history.undoText() == "Answer PU1"


def test_an_edit_that_changes_nothing_is_no_step(qtbot):
    open_, _calls = opened()
    open_.edit(open_.value, "Nothing")
    assert open_.history.count() == 0


def test_undo_gives_the_very_value_back(qtbot):
    open_, _calls = opened()
    before = open_.value
    open_.edit(edits.say(before, "council-1", "PU1", 3), "Answer PU1")
    open_.history.undo()
    assert open_.value is before
    open_.history.redo()
    assert open_.value.latest.answers[0].level == 3


def test_letters_one_after_the_other_are_one_step(qtbot):
    open_, _calls = opened()
    for words in ("a", "ab", "abc"):
        after = edits.annotate(open_.value, "council-1", "PU1", note=words)
        open_.edit(after, "Note", merge="note PU1")
    assert open_.history.count() == 1
    open_.history.undo()
    assert open_.value.latest.answers == ()


def test_other_words_are_another_step(qtbot):
    open_, _calls = opened()
    for topic in ("PU1", "PU2"):
        after = edits.annotate(open_.value, "council-1", topic, note="a")
        open_.edit(after, "Note", merge=f"note {topic}")
    assert open_.history.count() == 2


def test_a_step_that_comes_back_to_where_it_began_goes_away(qtbot):
    open_, _calls = opened()
    first = open_.value
    open_.edit(edits.describe(first, name="River"), "Name", merge="name")
    open_.edit(first, "Name", merge="name")
    assert open_.history.count() == 0


def test_results_are_worked_out_once_for_each_value_and_only_when_asked(qtbot):
    open_, calls = opened()
    assert calls == []
    assert (open_.results, open_.results) == (1, 1)
    open_.edit(edits.say(open_.value, "council-1", "PU1", 3), "Answer")
    assert open_.results == 2


def test_what_is_asked_follows_the_set(qtbot):
    open_, _calls = opened()
    before = open_.asked
    open_.edit(edits.say(open_.value, "council-1", "PU1", 3), "Answer")
    assert open_.asked is before
    open_.edit(edits.change_round(open_.value, set=Set.FULL), "Set")
    assert open_.asked is not before


def test_what_is_kept_is_told_but_is_no_step(qtbot):
    open_, _calls = opened()
    before = open_.value
    after = edits.say(before, "council-1", "PU1", 3)
    with qtbot.waitSignal(open_.changed) as told:
        open_.keep(after)
    assert told.args == [before, after]
    assert open_.history.count() == 0
    with qtbot.assertNotEmitted(open_.changed):
        open_.keep(after)
