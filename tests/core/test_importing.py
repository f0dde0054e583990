from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from selfassess.core import edits, importing
from selfassess.core.assessment import Form
from selfassess.core.importing import Fate, forms_of, hand_out, import_forms, resolve
from selfassess.core.merge import Counts
from selfassess.core.problem import FileProblemsError, Problem
from tests.core.test_merge import form, levels, row, world

FORMS = st.lists(
    st.tuples(
        st.sampled_from(["council", "haven"]),
        st.sampled_from(["PU1", "PU2"]),
        st.sampled_from([1, 3, 5, "dk"]),
        st.integers(1, 2),
        st.sampled_from(["f1", "f2", "f3"]),
    ),
    max_size=5,
)


def made(said):
    return [
        form(
            row(topic, level),
            id_=f"{id_}-{who}",
            revision=revision,
            organisation=who,
            respondent=f"{who}-0",
        )
        for who, topic, level, revision, id_ in said
    ]


def scored(assessment):
    """What counts of an assessment: not the order of forms, but what people said."""
    latest = assessment.latest
    return (
        sorted(latest.answers, key=str),
        sorted(latest.conflicts, key=str),
        sorted(latest.forms, key=str),
        sorted(assessment.respondents, key=str),
    )


def fates(outcome):
    return [(line.topic, line.fate, line.before, line.after) for line in outcome.lines]


def test_every_row_says_what_it_does():
    before = world({"council": {"PU1": "4", "PU2": "2"}, "haven": {}})
    told = import_forms(
        before,
        [
            form(row("PU1", 4), row("PU2", 3), row("CU1", "dk"), row("XX9", 1), row("PU1", None)),
            form(row("CU1", 1), id_="f2"),
        ],
        {"PU1", "PU2", "CU1"},
    )
    assert fates(told.outcomes[0]) == [
        ("PU1", Fate.UNCHANGED, (4,), (4,)),
        ("PU2", Fate.CHANGED, (2,), (3,)),
        ("CU1", Fate.NEW, (), ("dk",)),
        ("XX9", Fate.REFUSED, (), (1,)),
    ]
    assert fates(told.outcomes[1]) == [("CU1", Fate.CONFLICT, ("dk",), (1, "dk"))]
    assert told.counts == Counts(new=1, changed=2, unchanged=1, refused=1, conflicts=1)
    assert levels(told.after) == {("council-0", "PU1"): 4, ("council-0", "PU2"): 3}


def test_a_row_says_that_its_answer_was_taken_back_here():
    came = form(row("PU1", 4))
    cleared = edits.clear(import_forms(world(), [came]).after, "council-0", "PU1")
    told = import_forms(cleared, [came])
    assert fates(told.outcomes[0]) == [("PU1", Fate.TAKEN_BACK, (), ())]
    assert told.counts == Counts(unchanged=1)
    assert told.after == cleared


def test_a_file_that_cannot_be_used_changes_nothing_and_says_why():
    broken = FileProblemsError(Problem("form.not-form", "holiday.xlsx"))
    stranger = form(row("PU1", 3), organisation="fire", respondent="new")
    told = import_forms(world(), [("holiday.xlsx", broken), stranger, form(row("PU1", 2))])
    assert [outcome.used for outcome in told.outcomes] == [False, False, True]
    assert [o.problems[0].code for o in told.outcomes[:2]] == [
        "form.not-form",
        "form.unknown-organisation",
    ]
    assert told.problems == 2
    assert levels(told.after) == {("council-0", "PU1"): 2}


@given(FORMS)
@settings(max_examples=50)
def test_the_order_of_files_changes_nothing(said):
    forms = made(said)
    results = [scored(import_forms(world(), order).after) for order in permutations(forms[:4])]
    assert all(result == results[0] for result in results)


@given(FORMS, FORMS)
@settings(max_examples=50)
def test_in_one_go_or_in_two_is_the_same(one, other):
    together = import_forms(world(), made(one) + made(other)).after
    apart = import_forms(import_forms(world(), made(one)).after, made(other)).after
    assert together == apart
    again = import_forms(together, made(one) + made(other))
    assert again.after == together
    assert again.counts.new == again.counts.changed == 0


def test_a_copy_of_the_assessment_is_merged_like_forms():
    ours = world({"council": {"PU1": "4"}, "haven": {}})
    theirs = edits.say(ours, "haven-0", "PU1", 2)
    theirs = edits.annotate(theirs, "haven-0", "PU2", note="Ask the board.")
    theirs = edits.change_respondent(theirs, "haven-0", name="Sam")
    told = import_forms(ours, forms_of(theirs, "haven.selfassess"))
    assert levels(told.after) == {
        ("council-0", "PU1"): 4,
        ("haven-0", "PU1"): 2,
        ("haven-0", "PU2"): None,
    }
    assert told.after.latest.forms == ()
    assert told.counts.new == 2
    again = import_forms(told.after, forms_of(theirs, "haven.selfassess"))
    assert again.after == told.after


def test_two_copies_that_say_different_things_are_a_conflict_until_somebody_chooses():
    ours = world({"council": {"PU1": "4"}, "haven": {}})
    one, other = edits.say(ours, "haven-0", "PU1", 2), edits.say(ours, "haven-0", "PU1", 5)
    merged = import_forms(one, forms_of(other, "copy")).after
    (conflict,) = merged.latest.conflicts
    assert [a.level for a in conflict.answers] == [2, 5]
    carried = import_forms(ours, forms_of(merged, "copy")).after
    assert carried.latest.conflicts == merged.latest.conflicts
    chosen = resolve(merged, conflict, 5)
    assert levels(chosen)["haven-0", "PU1"] == 5
    assert chosen.latest.conflicts == ()
    again = import_forms(chosen, [*forms_of(one, "one"), *forms_of(other, "other")]).after
    assert levels(again)["haven-0", "PU1"] == 5
    assert again.latest.conflicts == ()


def test_forms_that_were_handed_out_are_counted_when_they_come_back():
    forms = [
        Form(id=f"f{k}", organisation="council", respondent=f"f{k}", revision=1) for k in (1, 2)
    ]
    out = hand_out(world(), forms)
    assert hand_out(out, forms) == out
    assert [f.id for f in out.latest.forms] == ["f1", "f2"]
    assert importing.come_back(out.latest) == frozenset()
    back = import_forms(out, [form(row("PU1", 3), id_="f2", respondent="f2")]).after
    assert importing.come_back(back.latest) == {"f2"}
    assert [f.id for f in back.latest.forms] == ["f1", "f2"]
