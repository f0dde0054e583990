"""Comparison: what moved between two rounds, or between two assessments."""

from dataclasses import dataclass
from enum import StrEnum

from selfassess.core.averages import mean, median
from selfassess.core.levels import combined
from selfassess.core.questionnaire import Topic
from selfassess.core.results import Results
from selfassess.core.scoring import DimensionScore, TopicScore

TOPIC_MOVED_FROM = 1
DIMENSION_MOVED_FROM = 0.5
_ROUNDING = 1e-9  # means of the same levels can differ in the last digit


class Move(StrEnum):
    """Which way something moved."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    UNKNOWN = "unknown"  # no value then, or none now


@dataclass(frozen=True, slots=True)
class TopicChange:
    """A topic that was asked in the same words both times.

    Attributes:
        before: Its score then.
        after: Its score now.
        move: Up or down from one whole level, else the same.
        looked_back: What people now say that it was then, combined as levels are; None if nobody
            was asked.
    """

    before: TopicScore
    after: TopicScore
    move: Move
    looked_back: float | None

    @property
    def id(self) -> str:
        """The topic's id."""
        return self.after.id

    @property
    def knows_more(self) -> bool:
        """It fell, but not against what people now say that it was: they know more by now."""
        if self.move is not Move.DOWN or self.looked_back is None or self.after.value is None:
            return False
        return self.looked_back - self.after.value < TOPIC_MOVED_FROM


@dataclass(frozen=True, slots=True)
class DimensionChange:
    """A dimension over the topics that both times have a value, before caps.

    Attributes:
        id: The dimension's id.
        before: Mean of those topics then; None if there are none.
        after: Mean of them now.
        change: After minus before.
        move: Up or down from half a level, else the same.
        topics: How many topics it rests on.
        up: Topics that moved up.
        down: Topics that moved down.
    """

    id: str
    dimension: DimensionScore
    before: float | None
    after: float | None
    change: float | None
    move: Move
    topics: int
    up: tuple[str, ...]
    down: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rounds side by side.

    Attributes:
        earlier: The results then.
        later: The results now.
        topics: Topics asked in the same words both times, in walk order.
        dimensions: All dimensions of the later questionnaire.
        new: Topics asked only now.
        withdrawn: Topics asked only then.
        reworded: Topics asked both times in other words; never mixed in.
    """

    earlier: Results
    later: Results
    topics: tuple[TopicChange, ...]
    dimensions: tuple[DimensionChange, ...]
    new: tuple[str, ...]
    withdrawn: tuple[str, ...]
    reworded: tuple[str, ...]

    @property
    def fell(self) -> tuple[TopicChange, ...]:
        """Topics that went down: ask people to look back, for they may know more by now."""
        return tuple(topic for topic in self.topics if topic.move is Move.DOWN)


def compare(earlier: Results, later: Results) -> Comparison:
    """Say what moved from one round to another."""
    then = {topic.id: topic for topic in earlier.topics}
    now = {topic.id: topic for topic in later.topics}
    both = [id_ for id_ in now if id_ in then]
    reworded = [id_ for id_ in both if not _same_words(then[id_].topic, now[id_].topic)]
    topics = tuple(_topic_change(then[id_], now[id_], later) for id_ in both if id_ not in reworded)
    return Comparison(
        earlier=earlier,
        later=later,
        topics=topics,
        dimensions=tuple(_dimension_change(d, topics) for d in later.dimensions),
        new=tuple(id_ for id_ in now if id_ not in then),
        withdrawn=tuple(id_ for id_ in then if id_ not in now),
        reworded=tuple(reworded),
    )


def _same_words(one: Topic, other: Topic) -> bool:
    """Say whether two topics ask the same; a translation that was added changes nothing."""
    return _asks(one) == _asks(other)


def _asks(topic: Topic) -> tuple[object, ...]:
    return topic.question.say(), tuple(level.say() for level in topic.levels), topic.mode


def _topic_change(before: TopicScore, after: TopicScore, later: Results) -> TopicChange:
    move = Move.UNKNOWN
    if before.value is not None and after.value is not None:
        move = _move(after.value - before.value, TOPIC_MOVED_FROM)
    return TopicChange(before, after, move, _looked_back(after, later))


def _looked_back(topic: TopicScore, later: Results) -> float | None:
    """Combine the look-back levels as answers are: within organisations, then by the mode."""
    organisation_of = {r.id: r.organisation for r in later.assessment.respondents}
    levels: dict[str, list[int]] = {}
    for back in later.round.look_back:
        if back.topic == topic.id and isinstance(back.level, int):
            levels.setdefault(organisation_of.get(back.respondent, ""), []).append(back.level)
    medians = [float(median(given)) for given in levels.values()]
    return combined(medians, topic.topic.mode) if medians else None


def _dimension_change(score: DimensionScore, topics: tuple[TopicChange, ...]) -> DimensionChange:
    here = [t for t in topics if t.after.dimension == score.id and not t.after.of_module]
    pairs = [
        (t.before.value, t.after.value)
        for t in here
        if t.before.value is not None and t.after.value is not None
    ]
    before = mean(b for b, _ in pairs) if pairs else None
    after = mean(a for _, a in pairs) if pairs else None
    change = after - before if after is not None and before is not None else None
    return DimensionChange(
        id=score.id,
        dimension=score,
        before=before,
        after=after,
        change=change,
        move=Move.UNKNOWN if change is None else _move(change, DIMENSION_MOVED_FROM),
        topics=len(pairs),
        up=tuple(t.id for t in here if t.move is Move.UP),
        down=tuple(t.id for t in here if t.move is Move.DOWN),
    )


def _move(change: float, from_: float) -> Move:
    if abs(change) < from_ - _ROUNDING:
        return Move.SAME
    return Move.UP if change > 0 else Move.DOWN
