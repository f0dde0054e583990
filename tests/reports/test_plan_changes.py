from selfassess.core.assessment import Action
from selfassess.core.codes import ActionStatus
from selfassess.core.plan_merge import FIELDS, PlanRow, merge_plan
from selfassess.reports.plan_changes import changes_sentence, told_changes
from tests.reports.small import ACTIONS, WORDS, small

ALL = frozenset(FIELDS)


def row(text, **told):
    fields = {"id": "", "barrier": "", "owner": "", "due": "", "status": None, "note": ""}
    return PlanRow(**{**fields, "text": text, "kept": frozenset(), **told})


def made(*rows, actions=ACTIONS):
    return merge_plan(small(actions=actions).assessment, rows)


def told(*rows, actions=ACTIONS):
    return told_changes(made(*rows, actions=actions), small().content, WORDS)


def test_a_field_that_changes_is_said_with_what_stood_there():
    kept = ALL - {"barrier", "status", "owner"}
    changed = row("Write it", id="a1", status=ActionStatus.DONE, kept=kept, place="Plan!A6")
    assert told(changed) == (
        ("Plan!A6", "Changed", "Write it", "Barrier: Staff fear blame", "Barrier: empty"),
        ("Plan!A6", "Changed", "Write it", "Owner: Council", "Owner: empty"),
        ("Plan!A6", "Changed", "Write it", "Status: Not started", "Status: Done"),
    )


def test_a_new_action_is_said_whole():
    (line,) = told(row("Brief staff", barrier="fear-of-blame", owner="Ann", due="2027-01-05"))
    assert line[1:] == (
        "New",
        "Brief staff",
        "",
        "Barrier: Staff fear blame, Owner: Ann, Due: 2027-01-05, Status: Not started",
    )


def test_what_changes_nothing_is_said_too():
    gone = row("Gone", id="gone", kept=ALL, place="Plan!A7")
    same = row("Write it", id="a1", kept=ALL, place="Plan!A6")
    assert told(same, gone) == (
        ("Plan!A6", "Unchanged", "Write it", "", ""),
        ("Plan!A7", "Stays out: taken out here since", "", "", ""),
    )


def test_a_barrier_that_is_no_more_is_named_by_its_code():
    action = Action(id="x", text="Do", barrier="long-gone")
    (line,) = told(row("Do", id="x", kept=ALL - {"barrier"}), actions=(action,))
    assert line[3:] == ("Barrier: long-gone", "Barrier: empty")


def test_all_is_counted_in_one_sentence():
    plan = made(
        row("New one"), row("Gone", id="gone", kept=ALL), row("Write it", id="a1", kept=ALL)
    )
    assert changes_sentence(plan, 2, WORDS) == (
        "1 new, 0 changed, 1 unchanged, 1 taken out here since,"
        " 1 not in the workbook, and kept, 2 problems"
    )
    whole = made(row("Write it", id="a1", kept=ALL), row("x", id="a2", kept=ALL))
    assert changes_sentence(whole, 0, WORDS) == "0 new, 0 changed, 2 unchanged"
