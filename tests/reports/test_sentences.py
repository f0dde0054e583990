import pytest

from selfassess.core.agenda import AgendaItem, Why, agenda
from selfassess.core.codes import Step
from selfassess.core.results import Results, work_out
from selfassess.core.scoring import TopicScore
from selfassess.reports import sentences
from tests.core import worlds
from tests.reports.small import WORDS, small

LA1 = {"LA1": "each must"}


def headline(results: Results) -> str:
    return sentences.headline(results, WORDS)


def standing(topics: dict[str, str], said: dict[str, dict[str, str]], **facts: object) -> str:
    results = worlds.results(topics, said, **facts)
    return sentences.standing(results.topics[0], results, WORDS)


def anonymous(results: Results) -> Results:
    return work_out(results.assessment.changed(anonymous=True), results.content)


@pytest.mark.parametrize(
    ("step", "levels", "says"),
    [
        (Step.DESIGN, "2", "Not yet ready to leave Design and plan"),
        (Step.VISION, "3", "Ready with conditions to leave Vision"),
        (Step.REVIEW, "2", "Not yet ready to carry on"),
        (Step.REVIEW, "3", "Ready with conditions to carry on"),
    ],
)
def test_the_headline_says_what_step_it_is_about(step, levels, says):
    assert (
        headline(worlds.results({"PU1": "shared must"}, {"a": {"PU1": levels}}, step=step)) == says
    )


@pytest.mark.parametrize(
    ("step", "says"),
    [(Step.VISION, "Ready to leave Vision"), (Step.REVIEW, "Ready to carry on")],
)
def test_nothing_in_the_way_is_ready(step, says):
    topics = {"PU1": "shared must", "PU2": "shared"}
    assert headline(worlds.results(topics, {"a": {"PU1": "3", "PU2": "4"}}, step=step)) == says


def test_below_half_of_the_answers_it_is_too_early_to_say():
    topics = {"PU1": "shared must", "PU2": "shared", "PU3": "shared"}
    results = worlds.results(topics, {"a": {"PU1": "3"}})
    assert headline(results) == "Too early to say: 1 of 3 answered"


def test_must_haves_are_counted():
    results = worlds.results({"PU1": "shared must", "PU2": "shared must"}, {"a": {"PU1": "3"}})
    assert sentences.must_haves_met(results, WORDS) == "1 of 2 must-haves are met."


def test_an_each_must_have_counts_the_partners_and_names_who_has_to_go():
    said = {name: {"LA1": "3"} for name in ("council", "police", "nhs", "schools")}
    results = worlds.results(LA1, {**said, "haven": {"LA1": "2"}})
    told = "Title of LA1, LA1: 4 of 5 partners there; Haven to go"
    assert sentences.blockers(results, WORDS) == (told,)


def test_an_anonymous_assessment_counts_those_who_have_to_go():
    results = anonymous(worlds.results(LA1, {"council": {"LA1": "3"}, "haven": {"LA1": "2"}}))
    told = sentences.blocker("LA1", results, WORDS)
    assert told == "Title of LA1, LA1: 1 of 2 partners there; 1 partner to go"


def test_missing_organisations_are_said_beside_the_count():
    said = {"a": {"LA1": "3"}, "b": {"LA1": "2"}, "c": {}, "d": {}, "e": {}}
    assert standing(LA1, said) == (
        "1 of 5 partners there; B to go; find out from C, D and E,"
        " on the answers of 2 of 5 partners"
    )


def test_a_don_t_know_is_to_be_found_out():
    said = {"a": {"LA1": "3"}, "b": {"LA1": "dk"}}
    assert standing(LA1, said) == "1 of 2 partners there; find out from B"


def test_many_partners_are_counted_and_not_named():
    said = {name: {"LA1": "2"} for name in "abcde"}
    assert standing(LA1, said) == "0 of 5 partners there; 5 partners to go"


@pytest.mark.parametrize(
    ("topics", "said", "facts", "says"),
    [
        (
            {"PU1": "shared must"},
            {"a": "2", "b": "3"},
            {},
            "at 2–3, between depends on people and agreed; 3 is needed",
        ),
        (
            {"PU1": "shared must"},
            {"a": "2", "b": ""},
            {},
            "at 2, depends on people; 3 is needed, on the answers of 1 of 2 partners",
        ),
        (
            {"PU1": "shared must"},
            {"a": "2", "b": "4"},
            {},
            "find out: 1 of 2 partners there; A to go",
        ),
        ({"PU1": "shared must"}, {"a": "dk", "b": ""}, {}, "find out: nobody knows yet"),
        ({"PU1": "one must"}, {"a": "2", "b": "1"}, {}, "at 2, depends on people; 3 is needed"),
        ({"PU1": "shared must"}, {"a": "3", "b": "4"}, {}, "2 of 2 partners there"),
        ({"PU1": "shared must"}, {"a": "na", "b": "na"}, {}, "doesn’t apply"),
        (
            {"PU1": "shared must"},
            {"a": "4", "b": "4"},
            {"agreed": {"PU1": 2}},
            "agreed at 2, depends on people; 3 is needed",
        ),
        ({"PU1": "shared must"}, {"a": "1", "b": "4"}, {"agreed": {"PU1": 4}}, "agreed at level 4"),
        (
            {"PU1": "shared must"},
            {"a": "4", "b": "1"},
            {"agreed": {"PU1": "none"}},
            "not agreed; 1 of 2 partners there; B to go",
        ),
    ],
)
def test_where_a_must_have_stands(topics, said, facts, says):
    told = {name: {"PU1": text} if text else {} for name, text in said.items()}
    assert standing(topics, told, **facts) == says


def test_conditions_name_dimensions_and_why():
    topics = {
        "PU1": "shared must",
        "PU2": "shared",
        "LE1": "shared",
        "LE2": "shared",
        "LE3": "shared",
        "EV1": "shared",
        "CU1": "shared",
        "TE1": "shared",
    }
    said = {"a": {"PU1": "3", "PU2": "2", "LE1": "4", "EV1": "na", "CU1": "4", "CU2": "2"}}
    results = worlds.results(topics, said, step=Step.REVIEW)
    assert sentences.conditions(results, WORDS) == (
        "Purpose is at 2.5; 3 is needed",
        "Leadership: not enough known yet",
        "Culture rests on one question",
        "Technology: not enough known yet",
        "Evaluation: none of its questions applies",
    )


def test_conditions_name_what_else_stands_in_the_way():
    topics = {"PU1": "shared must", "PU2": "shared must", "PU3": "shared"}
    said = {
        "a": {"PU1": "na", "PU2": "4", "PU3": "4"},
        "b": {"PU1": "na", "PU2": "1"},
        "c": {"PU1": "na"},
    }
    results = worlds.results(topics, said, agreed={"PU2": 4})
    assert sentences.conditions(results, WORDS) == (
        "Title of PU1, PU1: doesn’t apply",
        "Title of PU2, PU2: B below the agreed level",
        "Not enough answers yet from C",
    )


def test_a_must_have_that_does_not_apply_says_its_reasons():
    assessment, content = worlds.world(
        {"PU1": "shared must", "PU2": "shared"}, {"a": {"PU1": "na", "PU2": "4"}}
    )
    answers = tuple(x.changed(reason="No data.") for x in assessment.latest.answers)
    round_ = assessment.latest.changed(answers=answers)
    results = work_out(assessment.changed(rounds=(round_,)), content)
    assert sentences.conditions(results, WORDS)[-1] == "Title of PU1, PU1: doesn’t apply (No data.)"


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (None, "not known yet"),
        (2.0, "2, depends on people"),
        (2.25, "2–3, between depends on people and agreed"),
        (5.0, "5, reviewed and lasting"),
    ],
)
def test_values_in_words(value, says):
    assert sentences.value_in_words(value, WORDS) == says


def dimension(said: dict[str, str], topics: dict[str, str], **facts: object) -> object:
    return worlds.results(topics, {"a": said, "b": said}, **facts).dimensions[0]


def test_bands_in_words():
    topics = {"PU1": "each must", "PU2": "shared", "PU3": "shared"}

    def band(said: dict[str, str]) -> str:
        return sentences.band_in_words(dimension(said, topics), WORDS)

    assert band({"PU1": "3", "PU2": "4", "PU3": "3"}) == "3 Agreed"
    assert band({"PU1": "2", "PU2": "4", "PU3": "4"}) == "2 Depends on people (3 without PU1)"
    assert band({"PU1": "2", "PU2": "3", "PU3": "2"}) == "2 Depends on people (2.3 without PU1)"
    assert band({"PU1": "1", "PU2": "1", "PU3": "1"}) == "1 Not in place"
    assert band({"PU1": "2"}) == "Not enough known yet"
    assert band({"PU1": "na", "PU2": "na", "PU3": "na"}) == "Doesn’t apply"


def test_a_figure_never_looks_like_the_next_level():
    topics = {f"PU{n}": "shared" for n in range(1, 6)}
    said = {"PU1": "3", "PU2": "3", "PU3": "3", "PU4": "3", "PU5": "3 3 3 2"}
    results = worlds.results(topics, {"a": said, "b": {**said, "PU5": "2 3"}}, step=Step.VISION)
    assert results.dimensions[0].value == 2.95
    assert "Purpose is at 2.95; 3 is needed" in sentences.conditions(results, WORDS)


def test_bounds_in_words():
    assert sentences.bounds_in_words(2, 4.5, WORDS) == "2 to 4.5"
    assert sentences.bounds_in_words(3, 3, WORDS) == "3"
    assert sentences.bounds_in_words(None, None, WORDS) == ""


def agreement(mode: str, a: str, b: str) -> str:
    results = worlds.results({"PU1": mode}, {"a": {"PU1": a}, "b": {"PU1": b}})
    return sentences.agreement_in_words(results.topics[0], WORDS)


def test_differing_answers_on_what_each_partner_needs_are_no_dispute():
    assert agreement("each", "1", "5") == "Partners are at different points"
    assert agreement("shared", "1", "5") == "Split"
    assert agreement("each", "3", "3") == "Close"
    assert agreement("shared", "dk", "dk") == "No level given"


def test_agreement_and_confidence_of_a_dimension():
    known, unknown = dimension({"PU1": "3"}, {"PU1": "shared"}), dimension({}, {"PU1": "shared"})
    assert sentences.dimension_agreement(known, WORDS) == "Close"
    assert sentences.dimension_agreement(unknown, WORDS) == "No level given"
    assert sentences.confidence_in_words(known.confidence, WORDS) == "Very low"
    assert sentences.confidence_in_words(None, WORDS) == "–"


def test_lone_views_name_the_organisation_or_count_votes():
    said = {"council": {"PU1": "4"}, "police": {"PU1": "4"}, "haven": {"PU1": "1"}}
    results = worlds.results({"PU1": "shared"}, said)

    def lone(results: Results) -> str:
        return sentences.lone_views(results.topics[0], results, WORDS)

    assert lone(results) == "Haven stands two levels or more away"
    assert lone(anonymous(results)) == "one vote stands two levels or more away"
    two = worlds.results({"PU1": "shared"}, {"a": {"PU1": "1"}, "b": {"PU1": "4"}})
    assert lone(two) == "A and B stand two levels or more away"
    hands = worlds.results({"PU1": "shared"}, {"a": {"PU1": "4"}}, tallies={"PU1": (2, 0, 0, 3, 0)})
    assert lone(hands) == "2 votes stand two levels or more away"
    assert lone(worlds.results({"PU1": "shared"}, {"a": {"PU1": "4"}})) == ""


def test_don_t_knows_are_said_where_they_are_a_finding():

    def say(text: str) -> str:
        results = worlds.results({"PU1": "shared"}, {"a": {"PU1": text}})
        return sentences.dont_knows(results.topics[0], WORDS)

    assert say("3 3 dk") == "1 of 3 don’t know"
    assert say("3 3 3 dk") == ""


def test_why_a_topic_deserves_the_room():
    topics = {
        "PU1": "shared must",
        "PU2": "each",
        "PU3": "shared",
        "PU4": "shared",
        "PU5": "shared",
        "CU1": "shared must:Scoping",
        "CU2": "shared must:Scoping",
        "CU3": "shared must",
        "LE1": "each",
        "LE2": "shared",
    }
    said = {
        "a": {
            "PU1": "2",
            "PU2": "4",
            "PU3": "5",
            "PU4": "dk",
            "CU1": "2",
            "LE1": "1 1 3 3 3 1",
            "LE2": "1 1 3 3 1 3",
        },
        "b": {
            "PU1": "2",
            "PU2": "1",
            "PU3": "3",
            "PU4": "3",
            "CU1": "2",
            "LE1": "3 3 1 1 1 3",
            "LE2": "3 3 1 1 1 3",
        },
    }
    results = worlds.results(topics, said)
    room = agenda(results.round, results.topics)
    told = {i.topic.id: sentences.why_on_agenda(i, results, WORDS) for i in room.items}
    assert told["PU1"] == "A must-have that is not met"
    assert told["CU1"] == "A must-have of the next step that is not met"
    assert told["CU2"] == "A must-have of the next step to find out about"
    assert told["CU3"] == "A must-have to find out about"
    assert told["PU2"] == "Partners are at different points, 3 levels apart"
    assert told["PU3"] == "Partners stand 2 levels apart"
    assert told["PU4"] == "1 of 2 don’t know"
    assert told["PU5"] == "Nobody has answered it yet"


def test_split_and_lone_topics_deserve_the_room_too():
    said = {
        "a": {"PU1": "1", "PU2": "1"},
        "b": {"PU1": "5", "PU2": "5"},
        "c": {"PU2": "1", "PU1": "5"},
    }
    results = worlds.results({"PU1": "shared", "PU2": "each"}, said)
    shared, each = results.topics

    def say(topic: TopicScore, why: Why) -> str:
        return sentences.why_on_agenda(AgendaItem(topic, why), results, WORDS)

    assert say(shared, Why.SPLIT) == "Views are split"
    assert say(each, Why.SPLIT) == "Partners are at different points"
    assert say(shared, Why.LONE) == "A stands two levels or more away"


def test_read_with_care_names_what_is_weak_thin_unknown_or_moved():
    topics = {
        "PU1": "shared",
        "PU2": "shared",
        "LE1": "shared",
        "CU1": "shared",
        "CU2": "shared",
        "CU3": "shared",
    }
    said = {"a": {"PU1": "1", "PU2": "5", "LE1": "3", "CU1": "dk"}, "b": {"PU1": "5", "PU2": "1"}}
    results = worlds.results(topics, said, agreed={"LE1": 3})
    assert sentences.read_with_care(results, WORDS) == (
        "Purpose rests on opinion, or on views that differ.",
        "Leadership rests on one question.",
        "Not enough is known yet about Culture.",
        "1 answer is “don’t know”. Low and high show what it could change.",
        "Answers changed since the room agreed: LE1.",
    )
    good = worlds.results(
        {"PU1": "shared", "PU2": "shared"},
        {"a": {"PU1": "3", "PU2": "3"}, "b": {"PU1": "3", "PU2": "3"}},
    )
    assert sentences.read_with_care(good, WORDS) == ()


def test_what_the_room_settled_on():
    results = small()
    lines = [sentences.agreed_line(topic, WORDS) for topic in results.topics if topic.agreed]
    assert lines == [
        "Title of PU2, PU2: not agreed. Minority view: “The police see it otherwise.”",
        "Title of CU1, CU1: agreed at level 3",
    ]
    assert sentences.agreed_in_words(results.topics[0], WORDS) == ""
