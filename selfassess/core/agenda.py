"""What to build on and what deserves the room: strengths and agenda."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from selfassess.core.agreement import DONT_KNOW_FINDING, SPREAD_FROM
from selfassess.core.assessment import Round
from selfassess.core.codes import Evidence, Mode, Set
from selfassess.core.scoring import ESSENTIAL, DimensionScore, TopicScore, bites_at

STRONG_FROM = 4
AT_MOST = 5
NEAREST = 3
APART_FROM = 2
"""Organisations that stand so many levels apart bring a topic on the agenda."""

MINUTES_A_TOPIC = 5
SHARE_FOR_TOPICS = (7, 12)
"""Of a workshop's minutes, the share that goes to contested topics: 70 of 120."""


@dataclass(frozen=True, slots=True)
class Strengths:
    """What a partnership can build on.

    Attributes:
        topics: At most five strengths in walk order, or the highest three if there is none.
        nearest: The topics are no strengths, only nearest to one.
    """

    topics: tuple[TopicScore, ...]
    nearest: bool


class Why(IntEnum):
    """Why a topic deserves the room, most pressing first."""

    MUST_HAVE = 1
    APART = 2
    SPLIT = 3
    UNKNOWN = 4
    LONE = 5


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A topic for the room, and why."""

    topic: TopicScore
    why: Why


@dataclass(frozen=True, slots=True)
class Agenda:
    """What deserves the room.

    Attributes:
        items: What there is time for, most pressing first.
        taken_as_read: What there is no time for.
    """

    items: tuple[AgendaItem, ...]
    taken_as_read: tuple[AgendaItem, ...]


def strengths(topics: Sequence[TopicScore], dimensions: Sequence[DimensionScore]) -> Strengths:
    """Find the strengths among the topics of the chosen set, in walk order."""
    thin = {d.id for d in dimensions if d.rests_on_one}
    known = [
        t for t in topics if t.value is not None and not t.of_module and t.dimension not in thin
    ]
    strong = [t for t in known if _is_strength(t)]
    if strong:
        return Strengths(tuple(strong[:AT_MOST]), nearest=False)
    highest = sorted(known, key=lambda t: -(t.value or 0))[:NEAREST]
    return Strengths(tuple(highest), nearest=True)


def room_for(minutes: int) -> int:
    """Return how many topics a workshop of so many minutes has room for."""
    share, of = SHARE_FOR_TOPICS
    return minutes * share // (of * MINUTES_A_TOPIC)


def agenda(round_: Round, topics: Sequence[TopicScore], minutes: int = 120) -> Agenda:
    """Order the topics that deserve the room, and cut the list to the time there is.

    Args:
        round_: The round.
        topics: The chosen set in walk order, then module topics.
        minutes: How long the workshop is.
    """
    walk = _in_walk_order(topics)
    if all(t.unanswered for t in walk):
        items = _without_answers(walk)
    else:
        found = [(why, t) for t in walk if (why := _why(round_, t)) is not None]
        items = [
            AgendaItem(t, why)
            for why, t in sorted(
                found, key=lambda f: (f[0], f[1].topic.mode is Mode.ONE, _ORDER_WITHIN[f[0]](f[1]))
            )
        ]
    room = room_for(minutes)
    return Agenda(tuple(items[:room]), tuple(items[room:]))


def apart(topic: TopicScore) -> float:
    """Return how many levels the organisations stand apart, 0 to 4."""
    levels = [s.level for s in topic.stands if s.level is not None]
    return max(levels) - min(levels) if levels else 0.0


def _is_strength(topic: TopicScore) -> bool:
    if topic.value is None or topic.low is None or topic.value < STRONG_FROM:
        return False
    backed = topic.evidence is not Evidence.OPINION
    agreed = topic.consensus is not None and topic.consensus >= SPREAD_FROM
    return topic.low >= ESSENTIAL and (agreed or backed)


def _unknown_share(topic: TopicScore) -> float:
    return 1.0 if topic.unanswered else topic.dont_know_share


def _in_walk_order(topics: Sequence[TopicScore]) -> list[TopicScore]:
    dimensions = list(dict.fromkeys(t.dimension for t in topics))
    return sorted(topics, key=lambda t: dimensions.index(t.dimension))


def _why(round_: Round, topic: TopicScore) -> Why | None:
    if not topic.applicable:
        return None
    soon = topic.bites or bites_at(topic.topic, round_, round_.step.following)
    if soon and topic.status and topic.status.holds_back:
        return Why.MUST_HAVE
    if apart(topic) >= APART_FROM:
        return Why.APART
    if topic.consensus is not None and topic.consensus < SPREAD_FROM:
        return Why.SPLIT
    if _unknown_share(topic) >= DONT_KNOW_FINDING:
        return Why.UNKNOWN
    return Why.LONE if topic.lone or topic.lone_hands else None


_ORDER_WITHIN: dict[Why, Callable[[TopicScore], float]] = {
    Why.MUST_HAVE: lambda _topic: 0,
    Why.APART: lambda topic: -apart(topic),
    Why.SPLIT: lambda topic: topic.consensus or 0,
    Why.UNKNOWN: lambda topic: -_unknown_share(topic),
    Why.LONE: lambda _topic: 0,
}


def _without_answers(topics: Sequence[TopicScore]) -> list[AgendaItem]:
    must = [t for t in topics if t.must_have]
    rest = [t for t in topics if not t.must_have and not t.of_module]
    short = [t for t in rest if t.topic.set is Set.SHORT]
    return [
        *(AgendaItem(t, Why.MUST_HAVE) for t in must),
        *(AgendaItem(t, Why.UNKNOWN) for t in short),
    ]
