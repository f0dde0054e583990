"""Room: the topics that a workshop deals with, where each stands, and which comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selfassess.core.agenda import AgendaItem, agenda, room_for
from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.core.workshop import planned

_EVERY_MINUTE = 1_000_000
"""Minutes in which every topic has room."""


@dataclass(frozen=True, slots=True)
class RoomTopic:
    """A topic that the room deals with.

    Attributes:
        topic: What it comes to.
        item: Why it deserves the room; None where nothing speaks for it but that it was chosen.
    """

    topic: TopicScore
    item: AgendaItem | None

    @property
    def id(self) -> str:
        """The topic's id."""
        return self.topic.id

    @property
    def settled(self) -> bool:
        """The room has agreed on it, or that it does not agree."""
        return self.topic.agreed is not None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What could be dealt with in the room.

    Attributes:
        chosen: The topics for the room, in their order.
        rest: The topics that would deserve it and are not chosen: pre-work, or taken as read.
        other: All other topics asked, in walk order.
        room: How many topics there is time for.
    """

    chosen: tuple[RoomTopic, ...]
    rest: tuple[RoomTopic, ...]
    other: tuple[RoomTopic, ...]
    room: int


def proposal(results: Results) -> Proposal:
    """Say which topics the room deals with: those of the plan, or else the agenda's."""
    plan = planned(results.round)
    items = _items(results)
    ids = plan.topics or suggested(results, plan.minutes)
    chosen = _topics(ids, results, items)
    inside = {one.id for one in chosen}
    rest = _topics((id_ for id_ in items if id_ not in inside), results, items)
    known = inside | {one.id for one in rest}
    other = _topics((t.id for t in results.asked.walk if t.id not in known), results, items)
    return Proposal(chosen, rest, other, room_for(plan.minutes))


def suggested(results: Results, minutes: int) -> tuple[str, ...]:
    """Return the topics that deserve the room, as many as there is time for."""
    found = agenda(results.round, results.topics, minutes)
    return tuple(item.topic.id for item in found.items)


def with_topic(results: Results, topic: str) -> tuple[str, ...]:
    """Return the topics of the room with one more at their end, for the plan; none twice."""
    chosen = tuple(one.id for one in proposal(results).chosen)
    return chosen if topic in chosen else (*chosen, topic)


def next_open(topics: Sequence[RoomTopic], here: str) -> str | None:
    """Return the topic after this one that is not settled, from the beginning again after the last.

    None when all others are settled.
    """
    ids = [one.id for one in topics]
    place = ids.index(here) if here in ids else -1
    order = [*topics[place + 1 :], *topics[: max(0, place)]]
    return next((one.id for one in order if not one.settled), None)


def first_open(topics: Sequence[RoomTopic]) -> str | None:
    """Return the first topic that is not settled, or the first of all; None where there is none."""
    unsettled = (one.id for one in topics if not one.settled)
    return next(unsettled, topics[0].id if topics else None)


def _items(results: Results) -> dict[str, AgendaItem]:
    every = agenda(results.round, results.topics, _EVERY_MINUTE)
    return {item.topic.id: item for item in every.items}


def _topics(
    ids: Iterable[str], results: Results, items: dict[str, AgendaItem]
) -> tuple[RoomTopic, ...]:
    scores = {score.id: score for score in results.topics}
    return tuple(
        RoomTopic(scores[id_], items.get(id_)) for id_ in dict.fromkeys(ids) if id_ in scores
    )
