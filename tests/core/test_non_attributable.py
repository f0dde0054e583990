from dataclasses import fields

import pytest

from selfassess.core.assessment import (
    Action,
    Area,
    Decision,
    LookBack,
    Parked,
    Purpose,
    SetAside,
    Vote,
)
from selfassess.core.comparison import compare
from selfassess.core.left_out import LeftOut, left_out, texts_that_stay
from selfassess.core.library import ReasonKind
from selfassess.core.non_attributable import StandIns, enough_partners, non_attributable
from selfassess.core.results import work_out
from tests.core import worlds
from tests.reports.small import example, small

STAND_INS = StandIns(
    partnership="A partnership",
    round="A round",
    text="(left out)",
    between="3 partners",
    partner="Partner {}".format,
)


def told(**facts):
    """The small example, in which people have typed whatever they can."""
    round_facts = facts.pop("round_facts", {})
    assessment, content = example({"votes": {}, **round_facts})
    round_ = assessment.latest.changed(
        votes=(Vote(organisation="haven", topic="CU1", first=1, last=1),),
        parking=(Parked(text="Parked by us"),),
        decisions=(Decision(text="Meet monthly"), Decision(text="Haven signs next")),
    )
    partnership = assessment.partnership.changed(
        story="Our people were afraid of the basis, a promise in Leeds"
    )
    assessment = assessment.changed(
        partnership=partnership,
        rounds=(round_,),
        actions=(
            Action(id="a1", text="Write it down", owner="Amin", note="he knows"),
            Action(id="a2", text="Amin writes the rest", due="when Haven agrees"),
            Action(id="a3", text="Ask three people about fear-of-blame."),
        ),
        set_aside=(SetAside(barrier="no-basis", reason="Haven has done it"),),
        **facts,
    )
    return work_out(assessment, content)


def test_the_figures_are_the_same():
    before = told()
    after = non_attributable(before, STAND_INS)
    for score, copy in zip(before.topics, after.topics, strict=True):
        same = [f.name for f in fields(score) if f.name not in ("stands", "lone", "minority_view")]
        assert all(getattr(score, name) == getattr(copy, name) for name in same)
        assert [s.level for s in score.stands] == [s.level for s in copy.stands]
    assert after.dimensions == before.dimensions
    assert after.readiness.statement is before.readiness.statement
    assert [(d.barrier.id, d.strength) for d in after.barriers] == [
        (d.barrier.id, d.strength) for d in before.barriers
    ]
    assert [(m.case.id, m.score) for m in after.cases.ranked] == [
        (m.case.id, m.score) for m in before.cases.ranked
    ]
    for match in after.cases.ranked:
        assert sum(reason.share for reason in match.reasons) == pytest.approx(match.score)


def test_nothing_that_people_typed_or_that_names_them_is_left():
    copy = non_attributable(told(), STAND_INS)
    whole = repr((copy.assessment, copy.round, copy.topics, copy.readiness, copy.barriers))
    whole += repr([match.reasons for match in copy.cases.ranked])
    for text in (
        "Council",
        "Police",
        "Haven",
        "haven",
        "council-0",
        "Named Person",
        "role ",
        "Amin",
        "he knows",
        "We wrote it down.",
        "We have no data.",
        "Look at it again.",
        "The police see it otherwise.",
        "Parked by us",
        "afraid of the basis",
    ):
        assert text not in whole, text
    assert copy.withheld
    assert copy.round.votes == ()
    assert copy.round.forms == ()


def test_texts_that_name_nobody_stay():
    copy = non_attributable(told(), STAND_INS)
    assert copy.assessment.partnership.name == "Tiny partnership"
    assert [action.text for action in copy.assessment.actions] == [
        "Write it down",
        "(left out)",
        "Ask three people about fear-of-blame.",
    ]
    assert copy.assessment.actions[1].due == "(left out)"
    assert [d.text for d in copy.round.decisions] == ["Meet monthly", "(left out)"]
    assert next(d.aside for d in copy.barriers if d.aside) == "(left out)"
    assert [o.name for o in copy.round.organisations] == ["Partner 1", "Partner 2", "Partner 3"]
    assert copy.assessment.partnership.purpose.between == "3 partners"


def test_a_partnership_that_bears_the_name_of_a_partner_loses_it():
    before = told()
    purpose = before.assessment.partnership.purpose.changed(
        what="notices of Haven", between="Haven and the Police", so_that="Haven knows"
    )
    named = before.assessment.partnership.changed(name="Haven and friends", purpose=purpose)
    round_ = before.round.changed(name="When Haven joined")
    assessment = before.assessment.changed(partnership=named, rounds=(round_,))
    copy = non_attributable(work_out(assessment, before.content), STAND_INS)
    assert copy.assessment.partnership.name == "A partnership"
    assert copy.round.name == "A round"
    assert copy.assessment.partnership.purpose == Purpose(
        what="(left out)", between="3 partners", so_that="(left out)"
    )


def test_between_whom_stays_where_it_names_no_partner():
    before = told()
    purpose = before.assessment.partnership.purpose.changed(between="all of us")
    named = before.assessment.partnership.changed(purpose=purpose)
    results = work_out(before.assessment.changed(partnership=named), before.content)
    copy = non_attributable(results, STAND_INS)
    assert copy.assessment.partnership.purpose.between == "all of us"


def test_a_copy_of_a_copy_is_that_copy():
    for before in (told(), small()):
        copy = non_attributable(before, STAND_INS)
        assert non_attributable(copy, STAND_INS) is copy


def test_the_words_of_the_story_are_counted_and_not_said():
    copy = non_attributable(told(), STAND_INS)
    reasons = [r for match in copy.cases.ranked for r in match.reasons]
    story = [r for r in reasons if r.kind is ReasonKind.STORY]
    assert all(r.code == "" and r.share > 0 for r in story)
    assert story
    before = [r for match in told().cases.ranked for r in match.reasons]
    assert sum(r.kind is ReasonKind.STORY for r in before) > len(story)


def test_what_moved_is_the_same_in_a_copy():
    before = told()
    back = LookBack(respondent="haven-0", topic="CU1", level=2)
    later = work_out(
        before.assessment.changed(rounds=(before.round.changed(look_back=(back,)),)),
        before.content,
    )
    plain = compare(before, later)
    copy = compare(non_attributable(before, STAND_INS), non_attributable(later, STAND_INS))
    assert [t.looked_back for t in copy.topics] == [t.looked_back for t in plain.topics]
    assert [d.change for d in copy.dimensions] == [d.change for d in plain.dimensions]


def test_what_goes_is_listed_before():
    found = left_out(told())
    assert list(found) == [
        LeftOut.PARTNERS,
        LeftOut.PEOPLE,
        LeftOut.OWNERS,
        LeftOut.NOTES,
        LeftOut.VIEWS,
        LeftOut.STORY,
        LeftOut.TEXTS,
    ]
    assert found[LeftOut.PARTNERS] == ("Council", "Police", "Haven")
    assert found[LeftOut.PEOPLE][0] == "Named Person, role council-0"
    assert found[LeftOut.NOTES] == (
        "We wrote it down.",
        "We have no data.",
        "he knows",
        "Look at it again.",
        "Parked by us",
    )
    assert found[LeftOut.TEXTS] == (
        "Haven signs next",
        "Amin writes the rest",
        "Haven has done it",
    )


def test_what_there_is_nothing_of_is_not_listed():
    assessment, content = worlds.world({"PU1": "shared"}, {"a": {"PU1": "3"}})
    found = left_out(work_out(assessment.changed(respondents=()), content))
    assert list(found) == [LeftOut.PARTNERS]


def test_what_people_typed_and_what_stays_is_listed_to_be_looked_at():
    assert texts_that_stay(told()) == (
        "Tiny partnership",
        "notices",
        "a school knows by the morning",
        "First",
        "Meet monthly",
        "Write it down",
    )


def test_with_fewer_than_three_partners_anybody_can_tell_who_said_what():
    assert enough_partners(small())
    few = worlds.results({"PU1": "shared"}, {"a": {"PU1": "3"}, "b": {"PU1": "2"}, "c": {}})
    assert not enough_partners(few)


@pytest.mark.parametrize(("name", "kept"), [("Rivertown", "Rivertown"), ("Haven", "")])
def test_the_name_of_the_place_stays_unless_it_names_a_partner(name, kept):
    results = told()
    area = Area(code="E08000003", name=name)
    there = results.assessment.partnership.changed(area=area)
    before = work_out(results.assessment.changed(partnership=there), results.content)
    after = non_attributable(before, STAND_INS).assessment.partnership.area
    assert after == Area(code="E08000003", name=kept)
    assert (name in texts_that_stay(before)) == bool(kept)
