from hypothesis import given
from hypothesis import strategies as st

from selfassess.core.assessment import Action, Assessment
from selfassess.core.codes import ActionStatus
from selfassess.core.plan_merge import FIELDS, Fate, PlanRow, merge_plan
from tests.core import worlds

ALL = frozenset(FIELDS)


def planned(*actions: Action) -> Assessment:
    return worlds.world({"PU1": "shared"}, {"a": {}})[0].changed(actions=actions)


def row(text: str, **told: object) -> PlanRow:
    fields = {"id": "", "barrier": "", "owner": "", "due": "", "status": None, "note": ""}
    return PlanRow(**{**fields, "text": text, "kept": frozenset(), **told})


def fates(made) -> list[Fate]:
    return [line.fate for line in made.lines]


def test_a_row_with_an_id_changes_its_action():
    before = planned(Action(id="a1", text="Do", barrier="b", topic="PU1", owner="X"))
    changed = row("Do it", id="a1", barrier="b", due="2026-12-24", status=ActionStatus.DONE)
    made = merge_plan(before, [changed])
    assert made.after.actions == (
        Action(
            id="a1",
            text="Do it",
            barrier="b",
            topic="PU1",
            due="2026-12-24",
            status=ActionStatus.DONE,
        ),
    )
    assert made.lines[0].fields == ("text", "owner", "due", "status")
    assert (made.count(Fate.CHANGED), made.absent) == (1, 0)


def test_what_nobody_changed_elsewhere_keeps_what_was_changed_here():
    before = planned(Action(id="a1", text="Do", owner="Here", due="2026-12-24"))
    made = merge_plan(before, [row("Do", id="a1", note="Half way", kept=ALL - {"note"})])
    (action,) = made.after.actions
    assert (action.owner, action.due, action.note) == ("Here", "2026-12-24", "Half way")


def test_an_empty_cell_empties_a_field_only_where_it_is_known_that_somebody_emptied_it():
    before = planned(Action(id="a1", text="Do", owner="X"))
    for kept, owner in ((ALL - {"owner"}, ""), (None, "X")):
        assert merge_plan(before, [row("Do", id="a1", kept=kept)]).after.actions[0].owner == owner


def test_a_row_without_an_id_is_new_but_not_twice():
    made = merge_plan(planned(), [row("Do"), row(""), row("Do", place="Plan!A9")])
    assert [action.text for action in made.after.actions] == ["Do"]
    assert fates(made) == [Fate.NEW]
    again = merge_plan(made.after, [row("do")])
    assert len(again.after.actions) == 1
    assert fates(merge_plan(again.after, [row("do")])) == [Fate.UNCHANGED]


def test_a_new_row_is_known_again_after_its_action_was_reworded_here():
    once = merge_plan(planned(), [row("Do")]).after
    reworded = once.changed(actions=(once.actions[0].changed(text="Do it well"),))
    made = merge_plan(reworded, [row("Do")])
    assert len(made.after.actions) == 1


def test_new_rows_that_say_the_same_for_different_owners_are_two_actions():
    rows = [row("Brief staff", owner="Police"), row("Brief staff", owner="Haven")]
    once = merge_plan(planned(), rows)
    assert [a.owner for a in once.after.actions] == ["Police", "Haven"]
    again = merge_plan(once.after, rows)
    assert again.after == once.after
    assert fates(again) == [Fate.UNCHANGED, Fate.UNCHANGED]


def test_a_changed_copy_of_a_row_is_an_action_of_its_own():
    before = planned(Action(id="a", text="Do"))
    copy = row("Do more", id="a", kept=ALL - {"text"})
    made = merge_plan(before, [copy, row("Do", id="a", kept=ALL)])
    assert [action.text for action in made.after.actions] == ["Do", "Do more"]
    assert merge_plan(made.after, [copy, row("Do", id="a", kept=ALL)]).after == made.after


def test_what_was_not_understood_stays_as_it_was():
    before = planned(Action(id="a", text="Do", barrier="b", status=ActionStatus.DOING))
    made = merge_plan(before, [row("Do", id="a", barrier=None)])
    assert made.after == before
    assert made.lines[0].fields == ()


def test_a_missing_row_deletes_nothing_and_is_counted():
    made = merge_plan(planned(Action(id="a", text="Do"), Action(id="b", text="Go")), [row("Do")])
    assert [action.id for action in made.after.actions] == ["a", "b"]
    assert made.absent == 1


def test_an_action_that_was_taken_out_here_comes_back_only_if_it_was_changed_elsewhere():
    made = merge_plan(planned(), [row("Do", id="gone", kept=ALL)])
    assert (made.after.actions, fates(made)) == ((), [Fate.TAKEN_OUT])
    assert made.lines[0].fields == ()
    changed = row("Do", id="gone", kept=ALL - {"note"}, note="Still wanted")
    once = merge_plan(planned(), [changed])
    assert fates(once) == [Fate.NEW]
    assert merge_plan(once.after, [changed]).after == once.after


def test_words_never_take_an_action_that_another_row_names():
    start = planned(Action(id="a", text="Do"), Action(id="b", text="Brief staff"))
    rows = [row("Brief staff"), row("Brief staff", id="a")]
    once = merge_plan(start, rows)
    assert [action.id for action in once.after.actions] == ["a", "b"]
    assert merge_plan(once.after, rows).after == once.after


texts = st.sampled_from(("Do", "do", "Go", "Brief staff", ""))
_rows = st.lists(
    st.builds(
        PlanRow,
        id=st.sampled_from(("", "a", "b", "gone")),
        text=texts,
        barrier=st.sampled_from(("", "x", None)),
        owner=st.sampled_from(("", "Ann")),
        due=st.sampled_from(("", "2026-12-24")),
        status=st.sampled_from((None, *ActionStatus)),
        note=st.just(""),
        kept=st.none() | st.frozensets(st.sampled_from(FIELDS)),
    ),
    max_size=6,
)


@given(_rows)
def test_bringing_a_plan_back_twice_does_what_doing_it_once_does(rows):
    start = planned(Action(id="a", text="Do"), Action(id="b", text="Brief staff", barrier="x"))
    once = merge_plan(start, rows)
    again = merge_plan(once.after, rows)
    assert again.after == once.after
    assert {a.id for a in start.actions} <= {a.id for a in once.after.actions}
    assert len(once.after.actions) <= len(start.actions) + len(rows)
