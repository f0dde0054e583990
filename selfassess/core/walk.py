"""The walk through the questions: where one is, what comes next, how far it is."""

from collections.abc import Iterable
from typing import NamedTuple

from selfassess.core.asked import Asked
from selfassess.core.assessment import Answer, Round


class Progress(NamedTuple):
    """How many questions a respondent has answered, with how many don't-knows among them."""

    answered: int
    dont_know: int
    asked: int


def answer_of(round_: Round, respondent: str, topic: str) -> Answer | None:
    """Return what a respondent said about a topic, if anything."""
    for answer in round_.answers:
        if answer.respondent == respondent and answer.topic == topic:
            return answer
    return None


def answers_of(round_: Round, respondent: str) -> dict[str, Answer]:
    """Return all that a respondent said, by topic."""
    return {a.topic: a for a in round_.answers if a.respondent == respondent}


def progress(asked: Asked, round_: Round, respondent: str) -> Progress:
    """Count what a respondent has answered of what is asked; a blank with a note is no answer."""
    said = answers_of(round_, respondent)
    given = [said[t.id].level for t in asked.topics if t.id in said and said[t.id].level]
    return Progress(len(given), given.count("dk"), len(asked.topics))


def following(asked: Asked, topic: str) -> str | None:
    """Return the id of the next topic on the walk; none after the last."""
    return _beside(asked, topic, 1)


def preceding(asked: Asked, topic: str) -> str | None:
    """Return the id of the topic before; none before the first."""
    return _beside(asked, topic, -1)


def first_open(asked: Asked, answered: Iterable[str]) -> str | None:
    """Return the first topic on the walk that is not among those answered; none when all are."""
    done = set(answered)
    return next((topic.id for topic in asked.walk if topic.id not in done), None)


def _beside(asked: Asked, topic: str, step: int) -> str | None:
    ids = [t.id for t in asked.walk]
    place = ids.index(topic) + step
    return ids[place] if 0 <= place < len(ids) else None
