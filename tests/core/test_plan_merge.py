from selfassess.core.assessment import Action, Assessment
from selfassess.core.codes import ActionStatus
from selfassess.core.merge import Counts
from selfassess.core.plan_merge import PlanRow, merge_plan
from tests.core import worlds


def planned(*actions: Action) -> Assessment:
    return worlds.world({"PU1": "shared"}, {"a": {}})[0].changed(actions=actions)


def row(text: str, **told: object) -> PlanRow:
    fields = {"id": "", "barrier": "", "owner": "", "due": "", "status": None, "note": ""}
    return PlanRow(**{**fields, "text": text, **told})


def test_a_row_with_an_id_changes_its_action():
    before = planned(Action(id="a1", text="Do", barrier="b", topic="PU1", owner="X"))
    changed = row(
        "Do it", id="a1", barrier="b", owner="", due="2026-12-24", status=ActionStatus.DONE
    )
    merged, counts = merge_plan(before, [changed], iter("xyz").__next__)
    assert merged.actions == (
        Action(
            id="a1",
            text="Do it",
            barrier="b",
            topic="PU1",
            due="2026-12-24",
            status=ActionStatus.DONE,
        ),
    )
    assert counts == Counts(changed=1)


def test_a_row_without_an_id_is_new_but_not_twice():
    merged, counts = merge_plan(planned(), [row("Do"), row("")], iter("xyz").__next__)
    assert [action.id for action in merged.actions] == ["x"]
    assert counts == Counts(new=1)
    again, counts = merge_plan(merged, [row("do")], iter("pq").__next__)
    assert [action.id for action in again.actions] == ["x"]
    assert counts == Counts(changed=1)
    same, counts = merge_plan(again, [row("do")], iter("pq").__next__)
    assert (same, counts) == (again, Counts(unchanged=1))


def test_what_was_not_understood_stays_as_it_was():
    before = planned(Action(id="a", text="Do", barrier="b", status=ActionStatus.DOING))
    merged, counts = merge_plan(before, [row("Do", id="a", barrier=None)], iter("x").__next__)
    assert merged == before
    assert counts == Counts(unchanged=1)


def test_an_id_that_is_gone_makes_a_new_action_and_a_missing_row_deletes_none():
    before = planned(Action(id="a", text="Do"))
    merged, counts = merge_plan(before, [row("Do", id="gone")], iter("x").__next__)
    assert [action.id for action in merged.actions] == ["a", "x"]
    assert counts == Counts(new=1)
