"""Levels: what each organisation says on a topic, and how the organisations combine."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from selfassess.core.assessment import Agreed, Answer, Given, Round, Tally, Vote
from selfassess.core.averages import median
from selfassess.core.codes import Mode

LOWEST, HIGHEST = 1, 5


class Stand(NamedTuple):
    """Where an organisation stands on a topic; of all values the one of which there are most.

    Attributes:
        organisation: Its id.
        level: The median of its levels or its last vote, 1 to 5 with halves; None if it gave none.
        low: The same with every don't know taken as 1.
        high: The same with every don't know taken as 5.
        takes_part: False when it answered, and only that the topic doesn't apply.
        silent: It gave neither level, don't know nor doesn't apply.
        given: What counts of it: its last vote, else what its respondents gave (no blanks).
    """

    organisation: str
    level: float | None
    low: float
    high: float
    takes_part: bool
    silent: bool
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """All that was said on one topic in a round.

    Attributes:
        topic: Its id.
        stands: Where each organisation stands, in the order of the organisations.
        answers: The answers of respondents, in order (conflicts not among them).
        tally: The show of hands, if there was one.
        agreed: What the room settled on, if it did.
    """

    topic: str
    stands: tuple[Stand, ...]
    answers: tuple[Answer, ...]
    tally: Tally | None
    agreed: Agreed | None


@dataclass(frozen=True, slots=True)
class Ballot:
    """Everything said in a round, sorted by topic and organisation once."""

    answers: dict[str, dict[str, list[Answer]]]
    conflicts: dict[str, dict[str, int]]
    votes: dict[str, dict[str, Vote]]
    tallies: dict[str, Tally]
    agreed: dict[str, Agreed]
    organisations: tuple[str, ...]

    def on(self, topic: str) -> tuple[object, ...]:
        """Return everything that `heard` goes by, to tell whether it would be the same."""
        by_topic = (self.answers, self.conflicts, self.votes, self.tallies, self.agreed)
        return (self.organisations, *(said.get(topic) for said in by_topic))

    def heard(self, topic: str) -> Heard:
        """Return all that was said on a topic."""
        answers = self.answers.get(topic, {})
        conflicts = self.conflicts.get(topic, {})
        votes = self.votes.get(topic, {})
        stands = tuple(
            _stand(o, answers.get(o, []), conflicts.get(o, 0), votes.get(o))
            for o in self.organisations
        )
        said = tuple(a for o in self.organisations for a in answers.get(o, ()))
        return Heard(topic, stands, said, self.tallies.get(topic), self.agreed.get(topic))


def ballot(round_: Round, organisation_of: dict[str, str]) -> Ballot:
    """Sort what was said in a round.

    Args:
        round_: The round.
        organisation_of: The organisation of each respondent; answers of others are left out.
    """
    answers: dict[str, dict[str, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    conflicts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    disputed = {(c.respondent, c.topic) for c in round_.conflicts}
    for answer in round_.answers:
        organisation = organisation_of.get(answer.respondent)
        if not organisation:
            continue
        if not disputed or (answer.respondent, answer.topic) not in disputed:
            answers[answer.topic][organisation].append(answer)
    for respondent, topic in sorted(disputed):
        organisation = organisation_of.get(respondent)
        if organisation:
            conflicts[topic][organisation] += 1
    votes: dict[str, dict[str, Vote]] = defaultdict(dict)
    for vote in round_.votes:
        votes[vote.topic][vote.organisation] = vote
    return Ballot(
        answers=answers,
        conflicts=conflicts,
        votes=votes,
        tallies={tally.topic: tally for tally in round_.tallies},
        agreed={agreed.topic: agreed for agreed in round_.agreed},
        organisations=tuple(organisation.id for organisation in round_.organisations),
    )


def combined(levels: Sequence[float], mode: Mode) -> float:
    """Combine the levels of at least one organisation by a topic's mode."""
    if mode is Mode.SHARED:
        return float(median(levels))
    return float(min(levels) if mode is Mode.EACH else max(levels))


def _stand(organisation: str, answers: list[Answer], conflicts: int, vote: Vote | None) -> Stand:
    given: tuple[Given, ...]
    if vote is not None:
        given = (vote.last,)
    else:
        said: list[Given] = [a.level for a in answers if a.level is not None]
        doubts: list[Given] = ["dk"] * conflicts
        given = (*said, *doubts)
    return Stand(organisation, *_stand_of(given)[1:])


@lru_cache(maxsize=4096)
def _stand_of(given: tuple[Given, ...]) -> Stand:
    """Return where anybody stands who gave this; the same few come again and again."""
    levels = [float(g) for g in given if isinstance(g, int)]
    silent = not given
    takes_part = silent or bool(levels) or "dk" in given
    unknown = 1 if silent else given.count("dk")
    level = median(levels) if levels else None
    low, high = level or LOWEST, level or HIGHEST
    if unknown:
        low = median([*levels, *[float(LOWEST)] * unknown])
        high = median([*levels, *[float(HIGHEST)] * unknown])
    return Stand(
        organisation="",
        level=level,
        low=low,
        high=high,
        takes_part=takes_part,
        silent=silent,
        given=given,
    )
