import dataclasses
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfassess.core import edits
from selfassess.core.assessment import Answer, Assessment, Conflict, Form, Reference, Respondent
from selfassess.core.codes import Evidence
from selfassess.core.merge import Counts, FormRead, FormRow, merge, next_revision
from selfassess.core.problem import FileProblemsError
from tests.core import worlds

TOPICS = {"PU1": "shared", "PU2": "shared", "CU1": "shared"}


def world(said: dict[str, dict[str, str]] | None = None) -> Assessment:
    return worlds.world(TOPICS, said or {"council": {}, "haven": {}})[0]


def form(
    *rows: FormRow,
    id_: str = "f1",
    revision: int = 1,
    organisation: str = "council",
    respondent: str = "council-0",
    role: str = "",
) -> FormRead:
    return FormRead(
        file="form.xlsx",
        form=id_,
        assessment="a",
        round="First",
        organisation=organisation,
        organisation_name="Council",
        respondent=respondent,
        role=role,
        revision=revision,
        questionnaire=Reference(id="tiny", version="1"),
        rows=rows,
    )


def row(topic: str, level: object, **told: object) -> FormRow:
    return FormRow(topic, level, **told)


def levels(assessment: Assessment) -> dict[tuple[str, str], object]:
    return {(a.respondent, a.topic): a.level for a in assessment.latest.answers}


def test_what_a_form_says_is_added():
    merged, counts = merge(world(), form(row("PU1", 3, note="So."), row("PU2", "dk")))
    assert levels(merged) == {("council-0", "PU1"): 3, ("council-0", "PU2"): "dk"}
    assert merged.latest.answers[0].note == "So."
    assert merged.latest.answers[0].form == "f1"
    assert counts == Counts(new=2)


def test_a_blank_never_deletes_an_answer():
    before = world({"council": {"PU1": "4"}, "haven": {}})
    merged, counts = merge(before, form(row("PU1", None), row("PU2", None)))
    assert levels(merged) == {("council-0", "PU1"): 4}
    assert counts == Counts()


def test_a_blank_with_a_note_takes_no_level_away_however_late_it_comes():
    before = world({"council": {"PU1": "4"}, "haven": {}})
    merged, counts = merge(before, form(row("PU1", None, note="Ask Jo's team."), revision=9))
    assert levels(merged) == {("council-0", "PU1"): 4}
    assert counts == Counts(unchanged=1)


def test_a_note_without_a_level_is_kept():
    merged, counts = merge(world(), form(row("PU1", None, note="Ask.")))
    assert merged.latest.answers[0].note == "Ask."
    assert counts == Counts(new=1)


def test_the_higher_revision_holds_whenever_it_comes():
    once, _ = merge(world(), form(row("PU1", 2), revision=1))
    twice, counts = merge(once, form(row("PU1", 4), revision=2))
    assert levels(twice) == {("council-0", "PU1"): 4}
    assert counts == Counts(changed=1)
    again, counts = merge(twice, form(row("PU1", 2), revision=1))
    assert again == twice
    assert counts == Counts(unchanged=1)


def test_an_answer_given_in_the_program_since_then_holds():
    assessment = edits.say(world(), "council-0", "PU1", 5)
    assessment = edits.say(assessment, "council-0", "PU1", 4)
    merged, counts = merge(assessment, form(row("PU1", 1), revision=1))
    assert levels(merged) == {("council-0", "PU1"): 4}
    assert counts == Counts(unchanged=1)


def test_equal_revisions_with_different_levels_are_a_conflict_until_somebody_chooses():
    once, _ = merge(world(), form(row("PU1", 2)))
    both, counts = merge(once, form(row("PU1", 4), id_="f2"))
    assert counts == Counts(changed=1, conflicts=1)
    assert levels(both) == {}
    (conflict,) = both.latest.conflicts
    assert [answer.level for answer in conflict.answers] == [2, 4]
    third, counts = merge(both, form(row("PU1", 5), id_="f3"))
    assert [a.level for a in third.latest.conflicts[0].answers] == [2, 4, 5]
    assert counts == Counts(changed=1, conflicts=1)
    chosen = edits.answer(both, conflict.answers[1])
    assert levels(chosen) == {("council-0", "PU1"): 4}
    later, counts = merge(third, form(row("PU1", 3), revision=2))
    assert levels(later) == {("council-0", "PU1"): 3}
    assert later.latest.conflicts == ()


def test_equal_levels_are_no_conflict_and_lose_nothing_that_was_written():
    once, _ = merge(world(), form(row("PU1", 2, note="b", evidence=Evidence.DOCUMENT)))
    both, counts = merge(once, form(row("PU1", 2, note="a", evidence=Evidence.WORKING)))
    (answer,) = both.latest.answers
    assert (answer.note, answer.evidence) == ("a\nb", Evidence.WORKING)
    assert counts == Counts(changed=1)
    part, counts = merge(both, form(row("PU1", 2, note="b")))
    assert part == both
    assert counts == Counts(unchanged=1)
    more, _ = merge(world(), form(row("PU1", 2, note="a")))
    wider, _ = merge(more, form(row("PU1", 2, note="b\na")))
    assert wider.latest.answers[0].note == "b\na"


def test_topics_that_are_not_asked_are_refused():
    merged, counts = merge(world(), form(row("PU1", 3), row("XX1", 3)), topics={"PU1"})
    assert levels(merged) == {("council-0", "PU1"): 3}
    assert counts == Counts(new=1, refused=1)


def test_a_new_person_is_added_with_role_and_a_known_one_gets_it():
    merged, _ = merge(world(), form(row("PU1", 3), respondent="f1", role="School nurse"))
    assert merged.respondents[-1] == Respondent(
        id="f1", organisation="council", role="School nurse"
    )
    known, _ = merge(world(), form(row("PU1", 3), role="Head"))
    assert {r.id: r.role for r in known.respondents}["council-0"] == "Head"


def test_a_role_given_in_the_program_stays():
    assessment = edits.say(world(), "council-0", "PU1", 3)
    assessment = edits.change_respondent(assessment, "council-0", role="Manager")
    merged, _ = merge(assessment, form(row("PU2", 3), role="Boss"))
    assert {r.id: r.role for r in merged.respondents}["council-0"] == "Manager"


def test_an_anonymous_assessment_takes_no_roles():
    merged, _ = merge(
        world().changed(anonymous=True), form(row("PU1", 3), respondent="f1", role="School nurse")
    )
    assert [r.role for r in merged.respondents if r.id == "f1"] == [""]


def test_forms_are_remembered_with_their_highest_revision():
    once, _ = merge(world(), form(revision=2))
    twice, _ = merge(once, form(revision=1))
    assert twice.latest.forms == (
        Form(id="f1", organisation="council", respondent="council-0", revision=2),
    )


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"assessment": "b"}, "form.other-assessment"),
        ({"round": "Second"}, "form.unknown-round"),
        ({"organisation": "nobody"}, "form.unknown-organisation"),
        ({"organisation": "haven"}, "form.other-organisation"),
    ],
)
def test_a_form_of_something_else_is_refused_whole(told, code):
    fields = {name: getattr(form(), name) for name in FormRead.__slots__}
    with pytest.raises(FileProblemsError) as refused:
        merge(world(), FormRead(**{**fields, **told}))
    assert [problem.code for problem in refused.value.problems] == [code]
    assert refused.value.problems[0].file == "form.xlsx"


def test_a_form_of_other_questions_is_refused_whole():
    older = dataclasses.replace(
        form(row("PU1", 3)), questionnaire=Reference(id="tiny", version="0.9")
    )
    with pytest.raises(FileProblemsError) as refused:
        merge(world(), older)
    (problem,) = refused.value.problems
    assert problem.code == "form.other-questionnaire"
    assert problem.facts == {"asked": "tiny 1", "said": "tiny 0.9"}


def test_a_form_goes_into_the_round_it_was_made_for():
    assessment = edits.begin_round(world(), "Second")
    merged, _ = merge(assessment, form(row("PU1", 3)))
    assert [len(round_.answers) for round_ in merged.rounds] == [1, 0]


def test_the_next_revision_is_higher_than_all_that_was_said():
    assert next_revision(world(), "council-0") == 1
    once, _ = merge(world(), form(row("PU1", 3), revision=4))
    assert next_revision(once, "council-0") == 5
    both, _ = merge(once, form(row("PU1", 2), revision=4, id_="f2"))
    assert both.latest.answers == ()
    assert next_revision(both, "council-0") == 5


def test_a_conflict_with_one_answer_left_is_an_answer_again():
    answer = Answer(respondent="council-0", topic="PU1", level=3)
    latest = world().latest
    odd = world().changed(
        rounds=(
            latest.changed(
                conflicts=(
                    Conflict(respondent="council-0", topic="PU1", answers=(answer,)),
                    Conflict(respondent="council-0", topic="PU2", answers=()),
                )
            ),
        )
    )
    merged, _ = merge(odd, form())
    assert levels(merged) == {("council-0", "PU1"): 3}
    assert merged.latest.conflicts == ()


def test_a_form_does_not_bring_back_what_was_taken_back_since():
    once, _ = merge(world(), form(row("PU1", 2), revision=3))
    cleared = edits.clear(once, "council-0", "PU1")
    again, counts = merge(cleared, form(row("PU1", 2), revision=3))
    assert (again, counts) == (cleared, Counts(unchanged=1))
    older, counts = merge(cleared, form(row("PU1", 5), revision=2))
    assert (levels(older), counts) == ({}, Counts(unchanged=1))
    said = edits.say(cleared, "council-0", "PU1", 4)
    for late in (form(row("PU1", 2), revision=3), form(row("PU1", 1), revision=3)):
        held, counts = merge(said, late)
        assert (levels(held), counts) == ({("council-0", "PU1"): 4}, Counts(unchanged=1))


def test_a_form_that_says_something_new_since_is_taken_in():
    once, _ = merge(world(), form(row("PU1", 2)))
    cleared = edits.clear(once, "council-0", "PU1")
    new, counts = merge(cleared, form(row("PU1", 3)))
    assert (levels(new), counts) == ({("council-0", "PU1"): 3}, Counts(new=1))
    gone = edits.clear(new, "council-0", "PU1")
    for level in (2, 3, None):
        assert merge(gone, form(row("PU1", level, note="x")))[0] == gone
    higher, _ = merge(gone, form(row("PU1", 2), revision=next_revision(gone, "council-0")))
    assert levels(higher) == {("council-0", "PU1"): 2}


def test_a_first_form_is_news_where_a_typed_answer_was_taken_back():
    typed = edits.clear(edits.say(world(), "council-0", "PU1", 2), "council-0", "PU1")
    assert levels(merge(typed, form(row("PU1", 2)))[0]) == {("council-0", "PU1"): 2}
    assert merge(typed, form(row("PU1", 2), id_=""))[1] == Counts(unchanged=1)


GIVEN = st.sampled_from([None, 1, 2, 3, "dk", "na"])
ROW = st.builds(
    FormRow,
    topic=st.sampled_from(["PU1", "PU2"]),
    level=GIVEN,
    evidence=st.sampled_from([None, *Evidence]),
    note=st.sampled_from(["", "a", "b", "b\na"]),
    reason=st.sampled_from(["", "why"]),
)
PERSON = st.sampled_from([("council", "council-0"), ("council", "new"), ("haven", "haven-0")])


@st.composite
def forms(draw: st.DrawFn) -> FormRead:
    organisation, respondent = draw(PERSON)
    rows = draw(st.lists(ROW, max_size=2, unique_by=lambda r: r.topic))
    return form(
        *rows,
        id_=draw(st.sampled_from(["f1", "f2"])),
        revision=draw(st.integers(0, 2)),
        organisation=organisation,
        respondent=respondent,
        role=draw(st.sampled_from(["", "x", "y"])),
    )


def assert_order_is_nothing(before, arrived):
    """Forms come to the same in whatever order they arrive."""
    ends = []
    for order in permutations(arrived):
        assessment = before
        for came in order:
            assessment, _ = merge(assessment, came)
        ends.append(assessment)
    assert all(end == ends[0] for end in ends)


@settings(deadline=None)
@given(st.lists(forms(), min_size=2, max_size=3))
def test_the_order_in_which_forms_arrive_changes_nothing(arrived):
    before = world({"council": {"PU1": "4", "CU1": "2"}, "haven": {}})
    assert_order_is_nothing(before, arrived)


@settings(deadline=None)
@given(forms(), forms())
def test_merging_again_changes_nothing(one, other):
    merged, _ = merge(merge(world(), one)[0], other)
    for again in (one, other):
        repeated, counts = merge(merged, again)
        assert repeated == merged
        assert (counts.new, counts.changed) == (0, 0)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["council-0", "haven-0", "new"]),
        st.sampled_from(["PU1", "PU2"]),
        st.sampled_from(["clear", 1, 2, 3]),
    ),
    max_size=4,
)


def acted(assessment: Assessment, acts: list[tuple[str, str, object]]) -> Assessment:
    people = {r.id for r in assessment.respondents}
    for person, topic, act in acts:
        if person in people and act == "clear":
            assessment = edits.clear(assessment, person, topic)
        elif person in people:
            assessment = edits.say(assessment, person, topic, act)
    return assessment


@settings(deadline=None)
@given(st.lists(forms(), min_size=1, max_size=3), ACTS, st.randoms())
def test_forms_that_come_again_undo_nothing_that_was_said_or_taken_back_since(came, acts, chance):
    assessment = world()
    for one in came:
        assessment, _ = merge(assessment, one)
    since = acted(assessment, acts)
    touched = {(person, topic) for person, topic, _act in acts}
    again = since
    for one in chance.sample(came, len(came)):
        again, _ = merge(again, one)
    before, after = (
        {key: level for key, level in levels(value).items() if key in touched and level is not None}
        for value in (since, again)
    )
    assert before == after
    assert {(c.respondent, c.topic) for c in again.latest.conflicts}.isdisjoint(touched)


@settings(deadline=None)
@given(ACTS, st.lists(forms(), min_size=2, max_size=3))
def test_the_order_of_forms_changes_nothing_after_something_was_taken_back(acts, arrived):
    before = acted(world({"council": {"PU1": "4", "PU2": "2"}, "haven": {"PU1": "1"}}), acts)
    assert_order_is_nothing(before, arrived)
