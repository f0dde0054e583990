import dataclasses

import pytest

from selfassess.core import workshop
from selfassess.core.codes import PatternId
from selfassess.core.pace import pace
from selfassess.core.patterns import see, sight
from selfassess.core.prompts import PatternPrompts, Prompt, PromptBook
from selfassess.core.results import work_out
from selfassess.core.room import proposal
from selfassess.core.text import Text
from selfassess.core.workshop import StopRule
from selfassess.reports import room
from selfassess.words import words_in
from tests.core import worlds

WORDS = words_in("en")


def prompt(say: str, how: str = "") -> Prompt:
    return Prompt(say=text(say), how=text(how) if how else None)


def text(said: str) -> Text:
    return Text.model_validate(said)


BOOK = PromptBook(
    version="1",
    before=(prompt("Read it."),),
    patterns=(
        PatternPrompts(
            id=PatternId.TWO_APART,
            name=text("Two views, {apart} levels apart"),
            reading=prompt("Same question?", "Ask first"),
            then=(prompt("{lowest}, why?", "{lowest} first"), prompt("Others: {others}?")),
            topic_asks=True,
        ),
        PatternPrompts(
            id=PatternId.MANY_UNSURE,
            name=text("Unsure"),
            reading=prompt("Clear?"),
            then=(prompt("{unsure}, who would know?"),),
            topic_asks=True,
        ),
    ),
)


def world(*, anonymous=False, ask=True, **votes):
    assessment, content = worlds.world({"PU1": "shared"}, {name: {} for name in votes})
    for name, vote in votes.items():
        assessment = workshop.vote(assessment, "PU1", name, vote)
    results = work_out(assessment.changed(anonymous=anonymous), with_book(content))
    (score,) = results.topics
    topic = score.topic.changed(ask=text("What happened last time?")) if ask else score.topic
    return results, see(sight(results.round, score)), topic


def with_book(content):
    return dataclasses.replace(content, prompts=BOOK)


def test_prompts_name_the_partners_and_the_topic_asks_second():
    results, seen, topic = world(council=1, police=4)
    told = room.prompts_for(seen, topic, results, WORDS)
    assert [(line.say, line.how) for line in told] == [
        ("Same question?", "Ask first"),
        ("What happened last time?", "A question for this topic"),
        ("Council, why?", "Council first"),
        ("Others: the others?", ""),
    ]
    assert room.pattern_in_words(seen, results, WORDS) == "Two views, 3 levels apart"


def test_without_names_prompts_name_nobody():
    results, seen, topic = world(anonymous=True, ask=False, council=1, police=4)
    told = room.prompts_for(seen, topic, results, WORDS)
    assert [line.say for line in told] == [
        "Same question?",
        "Those who voted lowest, why?",
        "Others: the others?",
    ]


def test_who_does_not_know_is_asked_who_would():
    results, seen, topic = world(council=4, police="dk", ask=False)
    told = room.prompts_for(seen, topic, results, WORDS)
    assert told[1].say == "Police, who would know?"


def test_a_pattern_that_the_book_lacks_says_nothing():
    results, seen, topic = world(council=4, police=4)
    assert room.prompts_for(seen, topic, results, WORDS) == ()
    assert room.pattern_in_words(seen, results, WORDS) == ""


def test_before_the_vote_the_book_has_prompts_of_its_own():
    assert room.prompts_before(BOOK, WORDS) == (room.Line("Read it."),)


def test_every_ruling_of_the_stop_rule_has_words_but_that_there_is_no_view():
    told = {rule: room.stop_rule_in_words(rule, WORDS) for rule in StopRule}
    assert told.pop(StopRule.NOBODY) == ""
    assert all(told.values())


@pytest.mark.parametrize(
    ("done", "elapsed", "said"),
    [
        (6, 34, "On time; 8 worth discussing left"),
        (6, 35.2, "On time; 8 worth discussing left"),
        (6, 36, "About 1 minute behind; 8 worth discussing left"),
        (6, 39, "About 4 minutes behind; 8 worth discussing left"),
        (8, 50, "2 behind; 6 worth discussing left"),
        (6, 29, "About 1 minute ahead; 8 worth discussing left"),
        (6, 20, "About 10 minutes ahead; 8 worth discussing left"),
        (14, 60, "All done"),
    ],
)
def test_the_pace_line(done, elapsed, said):
    assert room.pace_in_words(pace(120, 14, done, elapsed), WORDS) == said


def test_a_topic_of_the_room_says_where_it_stands():
    said = {"council": {"PU1": "1", "PU2": "3"}, "police": {"PU1": "4", "PU2": "3"}}
    topics = {"PU1": "shared", "PU2": "shared", "LE1": "shared"}
    assessment, content = worlds.world(topics, said, agreed={"LE1": 3})
    planned = workshop.plan(assessment, topics=("PU1", "PU2", "LE1"))
    results = work_out(planned, content)
    told = [room.where_it_stands(one, results, WORDS) for one in proposal(results).chosen]
    assert told == ["Partners stand 3 levels apart", "Chosen for the room", "Agreed at level 3"]
