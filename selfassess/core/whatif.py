"""What would change it: changes of topics tried out, and the fewest that lift a result.

A change raises one topic that is below 3, unknown or an unconfirmed must-have to 3 and met. Nothing
here touches the record.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from selfassess.core.agenda import strengths
from selfassess.core.assessment import Round
from selfassess.core.barriers import Barrier
from selfassess.core.codes import Confidence, MustHaveStatus, Statement
from selfassess.core.diagnosis import RAISED_FROM, Diagnosis, diagnose, strength_of
from selfassess.core.library import library_of
from selfassess.core.matching import Matches, match_cases
from selfassess.core.readiness import Readiness, readiness
from selfassess.core.results import Results
from selfassess.core.scoring import (
    ESSENTIAL,
    DimensionScore,
    TopicScore,
    score_dimension,
    score_dimensions,
)

UNKNOWN_FROM = 1
"""The level from which an unknown topic is taken to rise."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What some changes would come to.

    Attributes:
        changes: The topics changed, in walk order.
        topics: All topics as they would be.
        dimensions: All dimensions as they would be.
        readiness: The statement as it would be.
        barriers: The barriers as they would be.
        cases: The case studies as they would be ranked.
    """

    changes: tuple[str, ...]
    topics: tuple[TopicScore, ...]
    dimensions: tuple[DimensionScore, ...]
    readiness: Readiness
    barriers: tuple[Diagnosis, ...]
    cases: Matches


@dataclass(frozen=True, slots=True)
class Lift:
    """The fewest changes that lift the statement by a word, and what each of them is for.

    Attributes:
        to: The statement that they lead to.
        changes: The topics to change, in walk order.
        must_haves: Those of them that are must-haves and not met, now or at the next step.
        dimensions: Dimensions that they lift to 3 or more, each with those of them in it.
    """

    to: Statement
    changes: tuple[str, ...]
    must_haves: tuple[str, ...]
    dimensions: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What no change of levels can lift; ids of organisations, topics and dimensions.

    Attributes:
        not_answered: Organisations that have not answered.
        not_applicable: Must-haves that bite and don't apply.
        on_one_topic: Dimensions that count and will rest on one topic, or have none that applies.
        below_agreed: Organisations below an agreed level.
    """

    not_answered: tuple[str, ...]
    not_applicable: tuple[str, ...]
    on_one_topic: tuple[str, ...]
    below_agreed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(
            self.not_answered or self.not_applicable or self.on_one_topic or self.below_agreed
        )


def can_change(topic: TopicScore) -> bool:
    """Say whether a change can raise a topic."""
    if not topic.applicable:
        return False
    held = topic.status is not None and topic.status.holds_back
    return topic.value is None or topic.value < ESSENTIAL or held


def try_out(results: Results, changes: Iterable[str]) -> Trial:
    """Work out what some changes would come to; topics that can't change are left as they are."""
    wanted = set(changes)
    changed = tuple(t.id for t in results.topics if t.id in wanted and can_change(t))
    topics = tuple(raised(t) if t.id in changed else t for t in results.topics)
    dimensions = score_dimensions(results.asked, topics)
    assessment, round_, content = results.assessment, results.round, results.content
    barriers = diagnose(assessment, round_, content.barriers_in(round_), topics)
    return Trial(
        changes=changed,
        topics=topics,
        dimensions=dimensions,
        readiness=readiness(round_, topics, dimensions),
        barriers=barriers,
        cases=match_cases(assessment, round_, barriers, topics, library_of(content)),
    )


def as_if(results: Results, changes: Iterable[str]) -> Results:
    """Return the results as they would be after some changes; the record itself stays."""
    trial = try_out(results, changes)
    return replace(
        results,
        topics=trial.topics,
        dimensions=trial.dimensions,
        readiness=trial.readiness,
        strengths=strengths(trial.topics, trial.dimensions),
        barriers=trial.barriers,
        cases=trial.cases,
    )


def fixed(results: Results) -> Fixed:
    """Say what stands against *ready* that no change of levels can lift."""
    stated = results.readiness
    thin = []
    for dimension in results.dimensions:
        topics = _main_topics(results, dimension)
        counts = dimension.dimension.counts_from.place <= results.round.step.place
        if counts and sum(t.applicable for t in topics) <= 1:
            thin.append(dimension.id)
    return Fixed(
        not_answered=stated.not_answered,
        not_applicable=stated.not_applicable,
        on_one_topic=tuple(thin),
        below_agreed=tuple(dict.fromkeys(b.organisation for b in stated.below_agreed)),
    )


def lift_statement(results: Results) -> Lift | None:
    """Find the fewest changes that lift the statement by a word.

    Returns:
        None when it says *ready* already, or when no change of levels can lift it.
    """
    stated = results.readiness
    if stated.statement is Statement.READY:
        return None
    needed = set(stated.blocked_by)
    lifted = []
    if stated.statement is Statement.WITH_CONDITIONS:
        if fixed(results):
            return None
        for dimension in results.dimensions:
            if dimension.id in stated.conditions:
                needed |= _lift_dimension(results, dimension, needed)
                lifted.append(dimension.id)
    changes = [topic for topic in results.topics if topic.id in needed]
    ids = tuple(topic.id for topic in changes)
    topics = tuple(raised(topic) if topic.id in needed else topic for topic in results.topics)
    lifted_to = readiness(results.round, topics, score_dimensions(results.asked, topics))
    return Lift(
        to=lifted_to.statement,
        changes=ids,
        must_haves=stated.blocked_by,
        dimensions=tuple((d, tuple(t.id for t in changes if t.dimension == d)) for d in lifted),
    )


def remove_barrier(results: Results, barrier: Barrier) -> tuple[str, ...] | None:
    """Find the fewest changes that take a barrier below the strength at which it is raised.

    Returns:
        The topics to change, in walk order; none at all if it is not raised; None if no change of
        levels can do it.
    """
    scores = {topic.id: topic for topic in results.topics}
    for chosen in _fewest_first(touching(results, barrier)):
        tried = {**scores, **{topic.id: raised(topic) for topic in chosen}}
        if _is_low(barrier, tried, results.round):
            return tuple(topic.id for topic in chosen)
    return None


def touching(results: Results, barrier: Barrier) -> tuple[TopicScore, ...]:
    """Return the topics that bear on a barrier and that a change can raise, in walk order."""
    found = {sign.topic for sign in barrier.signs}
    for pattern in barrier.patterns:
        found |= {sign.topic for sign in pattern.signs}
        found |= {condition.topic for condition in pattern.when}
    return tuple(t for t in results.topics if t.id in found and can_change(t))


def _is_low(barrier: Barrier, scores: Mapping[str, TopicScore], round_: Round) -> bool:
    strength = strength_of(barrier, scores, round_)
    return strength is None or strength < RAISED_FROM


def _lift_dimension(results: Results, dimension: DimensionScore, given: set[str]) -> set[str]:
    """Find the fewest changes, besides those that are made anyway, that make a dimension count."""
    topics = _main_topics(results, dimension)
    candidates = [t for t in topics if can_change(t) and t.id not in given]
    return next(
        chosen
        for chosen in ({t.id for t in choice} for choice in _fewest_first(candidates))
        if _is_lifted(dimension, topics, chosen | given)
    )


def _is_lifted(dimension: DimensionScore, topics: Sequence[TopicScore], changes: set[str]) -> bool:
    tried = [raised(topic) if topic.id in changes else topic for topic in topics]
    score = score_dimension(dimension.dimension, tried)
    return score.value is not None and score.value >= ESSENTIAL and not score.rests_on_one


def _main_topics(results: Results, dimension: DimensionScore) -> list[TopicScore]:
    return [t for t in results.topics if t.dimension == dimension.id and not t.of_module]


def _fewest_first(candidates: Sequence[TopicScore]) -> Iterator[tuple[TopicScore, ...]]:
    """Yield every choice: fewest topics first, then fewest levels, must-haves, walk order."""
    for size in range(len(candidates) + 1):
        # Choices come in walk order, and a stable sort leaves them so where the rest is equal.
        choices = combinations(candidates, size)
        yield from sorted(choices, key=lambda c: (_levels(c), -sum(t.must_have for t in c)))


def _levels(choice: Sequence[TopicScore]) -> float:
    return sum(max(0.0, ESSENTIAL - (UNKNOWN_FROM if t.value is None else t.value)) for t in choice)


def raised(topic: TopicScore) -> TopicScore:
    """Return a topic as it would be at 3 and met; a higher value stays."""
    value = max(float(ESSENTIAL), topic.value or 0.0)
    return replace(
        topic,
        value=value,
        low=value,
        high=max(value, topic.high or value),
        status=MustHaveStatus.MET if topic.status is not None else None,
        confidence=topic.confidence or Confidence.VERY_LOW,
    )
