import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from selfassess.core import edits
from selfassess.core.assessment import (
    Answer,
    Assessment,
    Conflict,
    Form,
    LookBack,
    Organisation,
    OrganisationLevel,
    Partnership,
    Reference,
    Respondent,
    Round,
    Tally,
    Vote,
)
from selfassess.core.codes import Evidence, Priority, Set, Step
from selfassess.core.edits import EditError
from selfassess.core.walk import answer_of
from tests.core.worlds import world

COUNCIL = "council-0"


def assessment(said: str = "4", **facts: object) -> Assessment:
    """One round of council (as told) and police (3) on PU1."""
    made, _content = world(
        {"PU1": "shared", "PU2": "shared"},
        {"council": {"PU1": said}, "police": {"PU1": "3"}},
        **facts,
    )
    return made


def disputed(made: Assessment, topic: str = "PU1") -> Assessment:
    """The same, with a conflict over what the council says: 2 or 4, each with a note."""
    two = Answer(respondent=COUNCIL, topic=topic, level=2, note="Two", revision=3)
    four = two.changed(level=4, note="Four", evidence=Evidence.DOCUMENT)
    both = Conflict(respondent=COUNCIL, topic=topic, answers=(two, four))
    return edits.change_round(edits.clear(made, COUNCIL, topic), conflicts=(both,))


# beginning


def test_a_new_assessment_has_one_round_and_no_answers():
    first = Round(name="First", questionnaire=Reference(id="tiny", version="1"))
    made = edits.new_assessment("x", Partnership(name="Us"), first, anonymous=True, fictional=True)
    assert made.rounds == (first,)
    assert (made.anonymous, made.fictional) == (True, True)
    assert not edits.has_answers(made)


def test_a_missing_step_is_vision_and_missing_flags_are_the_careful_reading():
    first = Round(name="First", questionnaire=Reference(id="tiny", version="1"))
    assert (first.step, first.high_risk, first.safety_at_stake) == (Step.VISION, True, True)


def test_describe_changes_facts_of_the_partnership():
    made = edits.describe(assessment(), story="It takes weeks.")
    assert made.partnership.story == "It takes weeks."
    assert made.partnership.name == "Tiny partnership"


def test_a_fact_that_does_not_exist_is_refused():
    with pytest.raises(ValidationError):
        edits.describe(assessment(), colour="red")


def test_facts_of_the_latest_round_change():
    made = edits.change_round(assessment(), step=Step.SCOPING, high_risk=False)
    assert (made.latest.step, made.latest.high_risk) == (Step.SCOPING, False)


def test_modules_are_chosen_and_answers_to_topics_no_longer_asked_are_kept():
    before = assessment()
    made = edits.use_modules(before, (Reference(id="extra", version="1"),))
    assert [m.id for m in made.latest.modules] == ["extra"]
    assert edits.use_modules(made, ()) == before


# rounds


def test_a_new_round_keeps_what_was_set_up_and_begins_without_answers():
    before = assessment(
        step="Scoping",
        set="standard",
        high_risk=False,
        safety_at_stake=False,
        votes={"PU1": {"council": 3}},
        agreed={"PU1": 3},
        tallies={"PU1": (0, 0, 1, 0, 0)},
    )
    made = edits.begin_round(edits.use_modules(before, (Reference(id="extra", version="1"),)), "2")
    old, new = made.rounds
    for kept in (
        "questionnaire",
        "modules",
        "step",
        "set",
        "high_risk",
        "safety_at_stake",
        "organisations",
    ):
        assert getattr(new, kept) == getattr(old, kept)
    for begun in ("answers", "votes", "tallies", "agreed", "conflicts"):
        assert getattr(new, begun) == ()
    assert made.latest is new


def test_a_new_round_can_differ_from_the_last():
    made = edits.begin_round(assessment(), "Second", set=Set.FULL, date="2027-03-01")
    assert (made.latest.set, made.latest.date) == (Set.FULL, "2027-03-01")


def test_two_rounds_never_share_a_name():
    with pytest.raises(EditError) as refused:
        edits.begin_round(assessment(), "First")
    assert refused.value.code == "edit.round-exists"


# anonymity


def test_anonymity_can_be_chosen_until_an_answer_is_in():
    nobody, _content = world({"PU1": "shared"}, {"council": {}})
    assert edits.choose_anonymity(nobody, anonymous=True).anonymous


@pytest.mark.parametrize(
    "heard",
    [
        {"answers": (Answer(respondent=COUNCIL, topic="PU1", level=3),)},
        {"votes": (Vote(organisation="council", topic="PU1", first=3, last=3),)},
        {"tallies": (Tally(topic="PU1", first=(0, 0, 1, 0, 0), last=(0, 0, 1, 0, 0)),)},
        {"conflicts": (Conflict(respondent=COUNCIL, topic="PU1", answers=()),)},
    ],
)
def test_anonymity_can_not_be_changed_once_somebody_was_heard(heard):
    nobody, _content = world({"PU1": "shared"}, {"council": {}})
    made = edits.begin_round(edits.change_round(nobody, **heard), "Second")
    with pytest.raises(EditError) as refused:
        edits.choose_anonymity(made, anonymous=True)
    assert refused.value.code == "edit.anonymity-fixed"
    assert edits.choose_anonymity(made, anonymous=False) == made


# organisations and respondents


def test_a_partner_is_added_to_the_latest_round():
    made = edits.add_organisation(
        assessment(), Organisation(id="haven", name="Haven", sector="voluntary")
    )
    assert [o.id for o in made.latest.organisations] == ["council", "police", "haven"]


def test_names_of_partners_are_unique_whatever_their_case():
    with pytest.raises(EditError) as refused:
        edits.add_organisation(assessment(), Organisation(id="x", name="COUNCIL", sector="police"))
    assert refused.value.code == "edit.organisation-exists"
    with pytest.raises(EditError):
        edits.change_organisation(assessment(), "police", name="council")


def test_a_partner_changes_and_may_keep_its_name():
    made = edits.change_organisation(assessment(), "council", name="COUNCIL", people=4)
    assert [(o.name, o.people) for o in made.latest.organisations] == [
        ("COUNCIL", 4),
        ("Police", 0),
    ]


def test_a_partner_that_goes_takes_all_that_it_said_with_it():
    made = assessment("4 2", votes={"PU1": {"council": 3, "police": 3}})
    made = edits.change_round(
        made,
        forms=(Form(id="a", organisation="council"), Form(id="b", organisation="police")),
        look_back=(LookBack(respondent=COUNCIL, topic="PU1", level=2),),
    )
    gone = edits.remove_organisation(disputed(made, "PU2"), "council")
    here = gone.latest
    assert [o.id for o in here.organisations] == ["police"]
    assert [a.respondent for a in here.answers] == ["police-0"]
    assert [v.organisation for v in here.votes] == ["police"]
    assert [f.id for f in here.forms] == ["b"]
    assert (here.conflicts, here.look_back) == ((), ())
    assert [r.id for r in gone.respondents] == ["police-0"]


def test_people_stay_while_an_earlier_round_has_their_partner():
    """An earlier round may hold no answer of theirs but a conflict, which counts as don't know."""
    nobody, _content = world({"PU1": "shared"}, {"council": {}, "police": {}})
    made = edits.begin_round(disputed(nobody), "Second")
    gone = edits.remove_organisation(made, "council")
    assert gone.rounds[0] == made.rounds[0]
    assert gone.respondents == made.respondents


def test_a_person_is_added_and_changes():
    person = Respondent(id="p", organisation="council", role="Manager")
    made = edits.change_respondent(edits.add_respondent(assessment(), person), "p", name="Sam")
    assert made.respondents[-1] == person.changed(name="Sam")
    assert made.respondents[:-1] == assessment().respondents


# answers


def test_a_later_answer_replaces_the_earlier_one_of_the_same_person_to_the_same_topic():
    made = edits.answer(assessment(), Answer(respondent=COUNCIL, topic="PU1", level=1))
    assert [(a.respondent, a.level) for a in made.latest.answers] == [
        (COUNCIL, 1),
        ("police-0", 3),
    ]


def test_several_answers_are_put_in_place_at_once_and_the_later_holds():
    made = edits.answers(
        assessment(),
        (
            Answer(respondent=COUNCIL, topic="PU2", level=1),
            Answer(respondent=COUNCIL, topic="PU1", level=1),
            Answer(respondent=COUNCIL, topic="PU1", level=2),
        ),
    )
    assert [(a.topic, a.level) for a in made.latest.answers if a.respondent == COUNCIL] == [
        ("PU1", 2),
        ("PU2", 1),
    ]


def test_to_choose_ends_a_conflict_and_no_other():
    both = disputed(assessment())
    other = both.latest.conflicts[0].changed(respondent="police-0")
    both = edits.change_round(both, conflicts=(*both.latest.conflicts, other))
    assert edits.say(both, COUNCIL, "PU1", 2).latest.conflicts == (other,)
    assert edits.clear(both, COUNCIL, "PU1").latest.conflicts == (other,)


def test_to_choose_takes_the_answer_of_that_level_and_outranks_both():
    """The forms that stand against each other may come back: they must not win then."""
    chosen = answer_of(edits.say(disputed(assessment()), COUNCIL, "PU1", 4).latest, COUNCIL, "PU1")
    assert (chosen.level, chosen.note, chosen.evidence) == (4, "Four", Evidence.DOCUMENT)
    assert chosen.revision == 4
    third = answer_of(edits.say(disputed(assessment()), COUNCIL, "PU1", 3).latest, COUNCIL, "PU1")
    assert (third.level, third.note, third.revision) == (3, "Two", 4)


def test_a_note_in_a_conflict_chooses_nothing():
    before = disputed(assessment())
    other = before.latest.conflicts[0].changed(respondent="police-0")
    before = edits.change_round(before, conflicts=(other, *before.latest.conflicts))
    after = edits.annotate(before, COUNCIL, "PU1", note="Ask again")
    untouched, noted = after.latest.conflicts
    assert untouched == other
    assert [(a.level, a.note, a.revision) for a in noted.answers] == [
        (2, "Ask again", 4),
        (4, "Ask again", 4),
    ]
    assert answer_of(after.latest, COUNCIL, "PU1") is None


def test_note_and_evidence_stay_when_the_level_changes():
    made = edits.annotate(assessment(), COUNCIL, "PU1", note="Why", evidence=Evidence.DOCUMENT)
    found = answer_of(edits.say(made, COUNCIL, "PU1", 2).latest, COUNCIL, "PU1")
    assert (found.level, found.note, found.evidence) == (2, "Why", Evidence.DOCUMENT)


def test_a_reason_stays_only_with_doesnt_apply():
    made = edits.annotate(assessment("na"), COUNCIL, "PU1", reason="No children here.")
    again = answer_of(edits.say(made, COUNCIL, "PU1", "na").latest, COUNCIL, "PU1")
    assert again.reason == "No children here."
    found = answer_of(edits.say(made, COUNCIL, "PU1", 2).latest, COUNCIL, "PU1")
    assert found.reason == ""


def test_every_change_of_an_answer_raises_its_revision():
    made = edits.say(assessment(), COUNCIL, "PU2", 2)
    made = edits.annotate(edits.say(made, COUNCIL, "PU2", 3), COUNCIL, "PU2", note="Why")
    assert answer_of(made.latest, COUNCIL, "PU2").revision == 3


def test_a_note_can_stand_without_a_level_and_a_level_can_be_taken_back_without_it():
    made = edits.annotate(assessment(), COUNCIL, "PU2", note="Ask the nurse")
    assert answer_of(made.latest, COUNCIL, "PU2").level is None
    made = edits.say(edits.say(made, COUNCIL, "PU2", 4), COUNCIL, "PU2", None)
    found = answer_of(made.latest, COUNCIL, "PU2")
    assert (found.level, found.note) == (None, "Ask the nurse")


def test_what_is_not_told_of_an_answer_stays():
    made = edits.annotate(assessment(), COUNCIL, "PU1", note="Why")
    made = edits.annotate(made, COUNCIL, "PU1", evidence=Evidence.WORKING)
    made = edits.annotate(made, COUNCIL, "PU1", note="")
    found = answer_of(made.latest, COUNCIL, "PU1")
    assert (found.note, found.evidence, found.level) == ("", Evidence.WORKING, 4)


# agreeing


def test_a_topic_is_settled_once_and_the_latest_settlement_holds():
    stood = (OrganisationLevel(organisation="council", level=4),)
    made = edits.agree(assessment(), "PU1", 3, stood)
    made = edits.agree(made, "PU2", 2, ())
    made = edits.agree(made, "PU1", "none", stood, "Police see it lower.")
    assert [(a.topic, a.level) for a in made.latest.agreed] == [("PU2", 2), ("PU1", "none")]
    assert made.latest.agreed[-1].minority_view == "Police see it lower."
    assert made.latest.agreed[-1].stood == stood


@pytest.mark.parametrize("level", [0, 6, 2.5, "dk"])
def test_no_topic_is_settled_at_a_level_that_is_none(level):
    with pytest.raises(ValidationError):
        edits.agree(assessment(), "PU1", level, ())


# barriers and cases


def test_priority_is_set_replaced_and_taken_back():
    made = edits.set_priority(assessment(), "b", Priority.HIGH)
    made = edits.set_priority(edits.set_priority(made, "c", Priority.HIGH), "b", Priority.LATER)
    assert [(p.barrier, p.priority) for p in made.priorities] == [("c", "high"), ("b", "later")]
    made = edits.set_priority(edits.set_priority(made, "b", Priority.NORMAL), "c", Priority.NORMAL)
    assert made == assessment()


def test_a_barrier_is_set_aside_with_a_reason_and_brought_back():
    made = edits.set_aside(edits.set_aside(assessment(), "b", "No."), "b", "Not here.")
    assert [(s.barrier, s.reason) for s in made.set_aside] == [("b", "Not here.")]
    assert edits.take_back(made, "c") == made
    assert edits.take_back(made, "b") == assessment()


def test_a_barrier_is_never_set_aside_without_a_reason():
    with pytest.raises(ValidationError):
        edits.set_aside(assessment(), "b", "")


def test_a_barrier_is_marked_as_outside_control_once_and_the_mark_is_lifted():
    made = edits.mark_outside_control(assessment(), "b", outside=True)
    made = edits.mark_outside_control(made, "b", outside=True)
    assert made.outside_control == ("b",)
    assert edits.mark_outside_control(made, "b", outside=False) == assessment()


def test_a_case_is_not_like_us_once_and_can_be_put_back():
    made = edits.mark_not_like_us(assessment(), "c", unlike=True)
    made = edits.mark_not_like_us(made, "c", unlike=True)
    assert made.not_like_us == ("c",)
    assert edits.mark_not_like_us(made, "c", unlike=False) == assessment()


# properties

TOPIC = st.sampled_from(["PU1", "PU2"])
GIVEN = st.sampled_from([1, 2, 3, 4, 5, "dk", "na", None])
PERSON = st.sampled_from([COUNCIL, "police-0"])
EDITS = st.one_of(
    st.builds(lambda p, t, g: lambda a: edits.say(a, p, t, g), PERSON, TOPIC, GIVEN),
    st.builds(lambda p, t: lambda a: edits.annotate(a, p, t, note="Why"), PERSON, TOPIC),
    st.builds(lambda p, t: lambda a: edits.clear(a, p, t), PERSON, TOPIC),
    st.builds(lambda t: lambda a: edits.agree(a, t, 3, ()), TOPIC),
    st.sampled_from(
        [
            lambda a: edits.change_round(a, step=Step.REVIEW),
            lambda a: edits.use_modules(a, (Reference(id="extra", version="1"),)),
            lambda a: edits.add_organisation(
                a, Organisation(id="x", name=f"X{len(a.latest.organisations)}", sector="police")
            ),
            lambda a: edits.change_organisation(a, "council", people=5),
            lambda a: edits.remove_organisation(a, "council"),
            lambda a: edits.change_respondent(a, COUNCIL, role="Nurse"),
            lambda a: edits.set_priority(a, "b", Priority.HIGH),
            lambda a: edits.set_aside(a, "b", "No."),
            lambda a: edits.mark_outside_control(a, "b", outside=True),
            lambda a: edits.mark_not_like_us(a, "c", unlike=True),
            lambda a: edits.describe(a, country="GB-WLS"),
        ]
    ),
)


@settings(max_examples=60)
@given(st.lists(EDITS, max_size=6))
def test_every_edit_leaves_other_rounds_alone(several):
    before = edits.begin_round(disputed(assessment(), "PU2"), "Second")
    after = before
    for edit in several:
        after = edit(after)
    assert after.rounds[0] == before.rounds[0]
    assert len(after.rounds) == 2
    heard = {a.respondent for a in before.rounds[0].answers}
    assert heard <= {r.id for r in after.respondents}


@settings(max_examples=60)
@given(PERSON, GIVEN, st.text(max_size=5))
def test_to_answer_and_then_to_clear_returns(person, level, note):
    before = assessment()
    after = edits.annotate(edits.say(before, person, "PU2", level), person, "PU2", note=note)
    cleared = edits.clear(after, person, "PU2")
    assert edits.change_round(cleared, taken_back=()) == before
    assert edits.clear(cleared, person, "PU2") == cleared


def test_what_is_said_after_an_answer_was_taken_back_is_later_than_it():
    cleared = edits.clear(edits.say(assessment(), COUNCIL, "PU1", 5), COUNCIL, "PU1")
    said = answer_of(edits.say(cleared, COUNCIL, "PU1", 2).latest, COUNCIL, "PU1")
    noted = answer_of(edits.annotate(cleared, COUNCIL, "PU1", note="x").latest, COUNCIL, "PU1")
    (back,) = cleared.latest.taken_back
    assert back.levels == (5,)
    assert said.revision == noted.revision == back.revision + 1
    twice = edits.clear(edits.say(cleared, COUNCIL, "PU1", 2), COUNCIL, "PU1")
    assert [(t.levels, t.revision) for t in twice.latest.taken_back] == [((2,), said.revision)]


def test_a_conflict_that_is_taken_back_is_remembered_whole():
    cleared = edits.clear(disputed(assessment()), COUNCIL, "PU1")
    (back,) = cleared.latest.taken_back
    assert (back.levels, back.revision) == ((2, 4), 3)


def test_a_partner_that_goes_takes_what_it_took_back_along():
    cleared = edits.clear(edits.say(assessment(), COUNCIL, "PU1", 5), COUNCIL, "PU1")
    assert edits.remove_organisation(cleared, "council").latest.taken_back == ()


@settings(max_examples=60)
@given(PERSON, TOPIC, GIVEN, GIVEN)
def test_what_was_said_last_holds_and_nothing_else_changes(person, topic, first, last):
    after = edits.say(edits.say(assessment(), person, topic, first), person, topic, last)
    assert answer_of(after.latest, person, topic).level == last
    others = [a for a in after.latest.answers if (a.respondent, a.topic) != (person, topic)]
    assert others == [
        a for a in assessment().latest.answers if (a.respondent, a.topic) != (person, topic)
    ]
