"""Scoring: values and bounds of topics and dimensions, exactly as in the method note."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from selfassess.core import agreement as views
from selfassess.core.asked import Asked, is_must_have
from selfassess.core.assessment import Counts, Round
from selfassess.core.averages import mean
from selfassess.core.codes import Agreement, Confidence, Evidence, Mode, MustHaveStatus, Step
from selfassess.core.latest import Latest
from selfassess.core.levels import HIGHEST, LOWEST, Ballot, Heard, Stand, combined
from selfassess.core.questionnaire import Dimension, Topic

ESSENTIAL = 3
ENOUGH_KNOWN = 0.5
HANDS_OF_TWO = 2
"""A tally of so many hands counts as levels from two organisations."""

_KEPT_TOPICS = 1_000


@dataclass(frozen=True, slots=True)
class TopicScore:
    """What a topic comes to.

    Attributes:
        topic: The topic itself.
        dimension: Its dimension's id.
        of_module: It belongs to a module and enters no dimension's value.
        applicable: False when every answer says that it doesn't apply.
        value: 1 to 5 with halves; None if unknown or not applicable.
        low: The value with every don't know as 1; None if not applicable.
        high: The value with every don't know as 5; None if not applicable.
        must_have: It is a must-have for this sharing, whatever the step.
        bites: It is a must-have that bites at the round's step.
        status: Where it stands as a must-have; None if it is none.
        counts: How many gave each level, last votes in place of earlier answers.
        dont_know: How many don't know.
        not_applicable: How many say that it doesn't apply.
        consensus: 0 to 1; None if nobody gave a level.
        range: Highest minus lowest level given, 0 to 4; None if nobody gave one.
        agreement: The word for it; None if nobody gave a level.
        evidence: The best grade behind the value.
        confidence: The word for how far the value can be relied on; None without a value.
        agreed: What the room settled on: 1 to 5, "none", or None.
        minority_view: The view that the room kept beside it.
        answers_changed: Organisations have moved since the room settled.
        stands: Where each organisation stands.
        lone: Organisations with a view two or more levels away from the middle.
        lone_hands: Views so far away that belong to no named organisation.
    """

    topic: Topic
    dimension: str
    of_module: bool
    applicable: bool
    value: float | None
    low: float | None
    high: float | None
    must_have: bool
    bites: bool
    status: MustHaveStatus | None
    counts: Counts
    dont_know: int
    not_applicable: int
    consensus: float | None
    range: int | None
    agreement: Agreement | None
    evidence: Evidence
    confidence: Confidence | None
    agreed: int | str | None
    minority_view: str
    answers_changed: bool
    stands: tuple[Stand, ...]
    lone: tuple[str, ...]
    lone_hands: int

    @property
    def id(self) -> str:
        """The topic's id."""
        return self.topic.id

    @property
    def dont_know_share(self) -> float:
        """Don't-knows as a share of levels and don't-knows, 0 to 1; 0 when there is neither."""
        heard = sum(self.counts) + self.dont_know
        return self.dont_know / heard if heard else 0.0

    @property
    def unanswered(self) -> bool:
        """Nobody has said anything about it."""
        return not (sum(self.counts) or self.dont_know or self.not_applicable or self.agreed)


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """What a dimension comes to; value, low, high and band are always uncapped.

    Attributes:
        dimension: The dimension itself.
        value: Mean of its known topics, 1 to 5; None if too little is known.
        low: Mean of the low bounds; None without an applicable topic.
        high: Mean of the high bounds; None without an applicable topic.
        band: Floor of the value.
        capped: A must-have holds it at 2 though its value is higher.
        capped_by: Must-haves that bite and are not met, in walk order.
        coverage: Known topics as a share of applicable ones; None without an applicable topic.
        known: How many of its topics have a value.
        agreement: The word for its topics together; None if nobody gave a level.
        confidence: The word for how far it can be relied on; None without a value.
    """

    dimension: Dimension
    value: float | None
    low: float | None
    high: float | None
    band: int | None
    capped: bool
    capped_by: tuple[str, ...]
    coverage: float | None
    known: int
    agreement: Agreement | None
    confidence: Confidence | None

    @property
    def id(self) -> str:
        """The dimension's id."""
        return self.dimension.id

    @property
    def rests_on_one(self) -> bool:
        """Its value rests on one topic."""
        return self.value is not None and self.known == 1

    @property
    def held_band(self) -> int | None:
        """The band as screen and report show it: held at 2 by an unmet must-have."""
        return min(self.band, 2) if self.capped and self.band is not None else self.band


_SCORES: Latest[TopicScore] = Latest(_KEPT_TOPICS)
"""An answer changes one topic; the others of the round stay as they were."""


def score_topics(asked: Asked, round_: Round, said: Ballot) -> tuple[TopicScore, ...]:
    """Score every topic asked: the chosen set in walk order, then module topics."""
    of_modules = {topic.id for topic in asked.added}
    facts = (round_.step, round_.high_risk, round_.safety_at_stake)

    def scored(topic: Topic) -> TopicScore:
        dimension, of_module = asked.dimension_of[topic.id], topic.id in of_modules
        return _SCORES.of(
            (round_.name, topic.id),
            (topic, dimension, of_module, facts, said.on(topic.id)),
            lambda: _score_topic(
                topic, said.heard(topic.id), round_, dimension=dimension, of_module=of_module
            ),
        )

    return tuple(scored(topic) for topic in asked.topics)


def score_dimensions(asked: Asked, topics: Sequence[TopicScore]) -> tuple[DimensionScore, ...]:
    """Score every dimension, in walk order, from the topics of the chosen set."""
    return tuple(
        score_dimension(d, [t for t in topics if t.dimension == d.id and not t.of_module])
        for d in asked.questionnaire.dimensions
    )


def bites_at(topic: Topic, round_: Round, step: Step | None) -> bool:
    """Say whether a topic is a must-have of this sharing that bites at a step or before it."""
    if step is None or topic.must_have is None or not is_must_have(topic, round_):
        return False
    return topic.must_have.from_.place <= step.place


def _score_topic(
    topic: Topic, heard: Heard, round_: Round, *, dimension: str, of_module: bool
) -> TopicScore:
    must = is_must_have(topic, round_)
    applicable = _is_applicable(heard, must=must)
    value, low, high = _value_and_bounds(heard, topic.mode, applicable=applicable)
    counts, dont_know, not_applicable = _counted(heard)
    consensus, apart = _views(counts)
    agreement = _agreement_word(heard, consensus)
    evidence = _evidence(heard, value)
    agreed = heard.agreed.level if heard.agreed else None
    levels = [level for level, count in zip(views.LEVELS, counts, strict=True) if count]
    lone, lone_hands = _lone_views(heard, apart)
    return TopicScore(
        topic=topic,
        dimension=dimension,
        of_module=of_module,
        applicable=applicable,
        value=value,
        low=low,
        high=high,
        must_have=must,
        bites=bites_at(topic, round_, round_.step),
        status=_status(topic.mode, heard, value, applicable=applicable) if must else None,
        counts=counts,
        dont_know=dont_know,
        not_applicable=not_applicable,
        consensus=consensus,
        range=levels[-1] - levels[0] if levels else None,
        agreement=agreement,
        evidence=evidence,
        confidence=_confidence(value, evidence, agreement),
        agreed=agreed,
        minority_view=heard.agreed.minority_view if heard.agreed else "",
        answers_changed=_answers_changed(heard),
        stands=heard.stands,
        lone=lone,
        lone_hands=lone_hands,
    )


def _is_applicable(heard: Heard, *, must: bool) -> bool:
    if heard.agreed and heard.agreed.level != "none":
        return True
    if any(s.takes_part and not s.silent for s in heard.stands):
        return True
    spoken = [s for s in heard.stands if not s.silent]
    return not spoken or (must and len(spoken) < len(heard.stands))


def _value_and_bounds(
    heard: Heard, mode: Mode, *, applicable: bool
) -> tuple[float | None, float | None, float | None]:
    if not applicable:
        return None, None, None
    if heard.agreed and heard.agreed.level != "none":
        level = float(heard.agreed.level)
        return level, level, level
    part = [stand for stand in heard.stands if stand.takes_part]
    levels = [stand.level for stand in part if stand.level is not None]
    value = combined(levels, mode) if levels else None
    if not part:
        return value, float(LOWEST), float(HIGHEST)
    return value, combined([s.low for s in part], mode), combined([s.high for s in part], mode)


def _counted(heard: Heard) -> tuple[Counts, int, int]:
    given: list[int | str] = [g for stand in heard.stands for g in stand.given]
    counts = [given.count(level) for level in views.LEVELS]
    dont_know = given.count("dk")
    if heard.tally:
        counts = [a + b for a, b in zip(counts, heard.tally.last, strict=True)]
        dont_know += heard.tally.dont_know
    one, two, three, four, five = counts
    return (one, two, three, four, five), dont_know, given.count("na")


def _agreement_word(heard: Heard, consensus: float | None) -> Agreement | None:
    if consensus is None:
        return None
    voices = sum(1 for stand in heard.stands if stand.level is not None)
    if heard.tally and sum(heard.tally.last) >= HANDS_OF_TWO:
        voices = max(voices, HANDS_OF_TWO)
    return views.word(consensus) if voices >= HANDS_OF_TWO else Agreement.ONE_VIEW


def _evidence(heard: Heard, value: float | None) -> Evidence:
    if value is None:
        return Evidence.OPINION
    near = [
        a.evidence
        for a in heard.answers
        if a.evidence and isinstance(a.level, int) and abs(a.level - value) <= 1
    ]
    return max(near, key=lambda e: e.grade, default=Evidence.OPINION)


def _confidence(
    value: float | None, evidence: Evidence, agreement: Agreement | None
) -> Confidence | None:
    if value is None:
        return None
    return views.confidence(evidence, agreement or Agreement.ONE_VIEW)


@lru_cache(maxsize=4096)
def _views(counts: Counts) -> tuple[float | None, frozenset[int]]:
    """Return the consensus and the lone levels; the same few counts come again and again."""
    return views.consensus(counts), views.lone_levels(counts)


def _lone_views(heard: Heard, apart: frozenset[int]) -> tuple[tuple[str, ...], int]:
    lone = tuple(s.organisation for s in heard.stands if not apart.isdisjoint(s.given))
    hands = sum(heard.tally.last[level - 1] for level in apart) if heard.tally else 0
    return lone, hands


def _answers_changed(heard: Heard) -> bool:
    if not heard.agreed:
        return False
    stood = {s.organisation: s.level for s in heard.agreed.stood}
    return any(stood.get(s.organisation) != s.level for s in heard.stands)


def _status(mode: Mode, heard: Heard, value: float | None, *, applicable: bool) -> MustHaveStatus:
    if not applicable:
        return MustHaveStatus.NOT_APPLICABLE
    part = [stand for stand in heard.stands if stand.takes_part]
    levels = [stand.level for stand in part if stand.level is not None]
    below = value is not None and value < ESSENTIAL
    if heard.agreed and heard.agreed.level != "none":
        return MustHaveStatus.UNMET if below else MustHaveStatus.MET
    if heard.agreed:
        met = bool(part) and len(levels) == len(part) and min(levels) >= ESSENTIAL
    elif value is None or below:
        met = False
    else:
        met = _is_met_by_mode(mode, levels, len(part))
    if met:
        return MustHaveStatus.MET
    return MustHaveStatus.UNMET if below else MustHaveStatus.UNCONFIRMED


def _is_met_by_mode(mode: Mode, levels: Sequence[float], taking_part: int) -> bool:
    if mode is Mode.EACH:
        return len(levels) == taking_part
    if mode is Mode.SHARED:
        return sum(level >= ESSENTIAL for level in levels) * 2 > len(levels)
    return True


def score_dimension(dimension: Dimension, topics: Sequence[TopicScore]) -> DimensionScore:
    """Score a dimension from its topics of the chosen set, in walk order."""
    applicable = [t for t in topics if t.applicable]
    values = [t.value for t in applicable if t.value is not None]
    if not applicable:
        return DimensionScore(
            dimension,
            None,
            None,
            None,
            None,
            capped=False,
            capped_by=(),
            coverage=None,
            known=0,
            agreement=None,
            confidence=None,
        )
    coverage = len(values) / len(applicable)
    value = mean(values) if values and coverage >= ENOUGH_KNOWN else None
    capped_by = tuple(t.id for t in topics if t.bites and t.status and t.status.holds_back)
    return DimensionScore(
        dimension=dimension,
        value=value,
        low=mean(t.low for t in applicable if t.low is not None),
        high=mean(t.high for t in applicable if t.high is not None),
        band=math.floor(value) if value is not None else None,
        capped=bool(capped_by) and value is not None and value > ESSENTIAL - 1,
        capped_by=capped_by,
        coverage=coverage,
        known=len(values),
        agreement=_dimension_agreement(applicable),
        confidence=_dimension_confidence(applicable, value),
    )


def _dimension_agreement(topics: Sequence[TopicScore]) -> Agreement | None:
    if all(t.agreement is None for t in topics):
        return None
    return views.mean_word(
        [
            t.consensus
            for t in topics
            if t.consensus is not None and t.agreement is not Agreement.ONE_VIEW
        ]
    )


def _dimension_confidence(topics: Sequence[TopicScore], value: float | None) -> Confidence | None:
    if value is None:
        return None
    words = [t.confidence for t in topics if t.confidence is not None]
    return Confidence.VERY_LOW if len(words) == 1 else views.worst_third(words)
