from dataclasses import replace

import pytest

from selfassess.core import edits, workshop
from selfassess.core.assessment import Action, Conflict, LookBack
from selfassess.core.lettering import lettered, letters_of, still_telling, swapped
from selfassess.core.library import ReasonKind
from selfassess.core.matching import Reason
from selfassess.core.results import work_out
from tests.core.test_non_attributable import told
from tests.reports.small import small


def partner(letter: str) -> str:
    return f"Partner {letter}"


def by_letter(results=None):
    return lettered(results or small(), partner)


def in_a_room():
    """A room with votes, a conflict and things written down, in which partners are named."""
    results = small()
    value = results.assessment
    value = workshop.vote(value, "CU2", "police", 2)
    value = workshop.settle(value, "CU2", 2, results.standing("CU2"))
    value = workshop.dissent(value, "CU2", "HAVEN’s view is another.")
    value = workshop.decide(value, "Police write it down.")
    value = workshop.park(value, "Ask the police’s lawyer.")
    value = workshop.note(value, "CU1", "Council was late.")
    value = workshop.plan(value, away=("haven",))
    said = value.latest.answers[0]
    clash = Conflict(respondent=said.respondent, topic="EV1", answers=(said, said.changed(level=1)))
    back = LookBack(respondent=said.respondent, topic="PU1", level=2)
    round_ = value.latest.changed(conflicts=(clash,), look_back=(back,), name="Police round")
    own = Action(id="a", text="Call Haven", owner="Council", note="with Haven")
    ours = results.content.barriers[0].first_steps[0].text.say()
    value = value.changed(
        rounds=(round_,),
        actions=(own, Action(id="b", text=ours, owner="Council")),
    )
    return work_out(value, results.content)


def test_the_letter_of_a_partner_is_its_own_or_else_its_number():
    value = small().assessment
    first, second, third = value.latest.organisations
    partners = (first.changed(letter="C"), second.changed(letter="C"), third.changed(letter=""))
    named = edits.change_round(value, organisations=partners)
    assert letters_of(named) == {first.id: "C", second.id: "2", third.id: "3"}


def test_nothing_that_is_told_names_a_partner():
    after = by_letter(in_a_room())
    told_ = repr(replace(after, content=None, cases=None, asked=None, barriers=()))
    for name in ("Council", "Police", "Haven", "HAVEN", "council", "haven", "role "):
        assert name not in told_.replace("local-government", ""), name
    assert [o.name for o in after.round.organisations] == ["Partner 1", "Partner 2", "Partner 3"]
    assert after.round.name == "Partner 2 round"
    assert after.topic("CU2").minority_view == "Partner 3’s view is another."
    assert [a.owner for a in after.assessment.actions] == ["Partner 1", "Partner 1"]
    assert after.round.plan.away == ()


def test_what_the_program_offers_is_left_as_it_is():
    before = in_a_room()
    offered = before.content.barriers[0].first_steps[0].text.say()
    assert by_letter(before).assessment.actions[1].text == offered


def test_figures_are_the_same():
    before, after = small(), by_letter()
    assert [t.value for t in before.topics] == [t.value for t in after.topics]
    assert before.dimensions == after.dimensions
    assert [b.strength for b in before.barriers] == [b.strength for b in after.barriers]
    for one, other in zip(before.topics, after.topics, strict=True):
        assert [s.level for s in one.stands] == [s.level for s in other.stands]


def test_letters_twice_are_letters_once_and_a_copy_to_hand_upwards_has_none():
    once = by_letter()
    assert lettered(once, partner) is once
    withheld = replace(small(), withheld=True)
    assert lettered(withheld, partner) is withheld


def test_a_word_of_the_story_may_be_a_name():
    results = small()
    match = results.cases.ranked[0]
    reasons = (Reason(ReasonKind.STORY, "haven", "", 0.1), *match.reasons)
    ranked = results.cases.ranked.told_as(lambda match: replace(match, reasons=reasons))
    after = by_letter(replace(results, cases=replace(results.cases, ranked=ranked)))
    assert after.cases.ranked[0].reasons[0].code == "Partner 3"
    assert after.cases.ranked[0].reasons[1:] == match.reasons


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("North Police and police", "X and police"),
        ("NORTH  POLICE's van", "X's van"),
        ("Saint Mary’s and saint mary's", "Y and Y"),
        ("Northern police, XNorth Police", "Northern police, XNorth Police"),
        ("North Police Trust", "Z"),
        ("", ""),
    ],
)
def test_names_are_found_as_people_type_them(text, said):
    names = {"North Police": "X", "Saint Mary's": "Y", "North Police Trust": "Z", " ": "!"}
    assert swapped(names)(text) == said
    assert swapped({})(text) == text


def test_texts_that_tell_a_partner_by_a_word_of_its_name_are_returned():
    results = told()
    value = results.assessment
    partners = value.latest.organisations
    named = (partners[0].changed(name="Riverside county force"), *partners[1:])
    round_ = value.latest.changed(organisations=named)
    value = value.changed(rounds=(*value.rounds[:-1], round_))
    value = workshop.park(value, "The county force would know.")
    value = workshop.park(value, "Riverside county force would know.")
    value = workshop.park(value, "Nobody would know.")
    before = work_out(value, results.content)
    found = still_telling(before, by_letter(before))
    assert "The county force would know." in found
    assert not {"Partner 1 would know.", "Nobody would know.", ""} & set(found)
