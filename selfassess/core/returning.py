"""Returning: makes the return of an assessment, with what stands behind too few left out."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from hashlib import sha256

from selfassess.core.areas import lies_in
from selfassess.core.asked import asked_in
from selfassess.core.assessment import Assessment, Partnership, Round
from selfassess.core.barriers import Barrier
from selfassess.core.codes import POLICY_AREAS, SECTORS, ActionStatus, Set
from selfassess.core.content import Content
from selfassess.core.diagnosis import Diagnosis, diagnose
from selfassess.core.levels import ballot
from selfassess.core.readiness import readiness
from selfassess.core.returns import (
    LONGEST_TEXT,
    LONGEST_VERSION,
    FreeText,
    Return,
    ReturnedBarrier,
    ReturnedBecause,
    ReturnedDimension,
    ReturnedRound,
    TextKind,
    Tried,
    Used,
    Withheld,
)
from selfassess.core.scoring import (
    DimensionScore,
    TopicScore,
    score_dimension,
    score_dimensions,
    score_topics,
)
from selfassess.core.small_numbers import SMALLEST_GROUP

_OTHER = "other"
_DECIMALS = 2
"""What goes is what is shown: figures with so many decimals."""

_KEY_LENGTH = 16
_MONTH_LENGTH = len("2026-09")


class NothingToReturnError(LookupError):
    """No round of the assessment has an answer yet."""


def make_return(
    assessment: Assessment,
    rounds: Sequence[ReturnedRound | None],
    barriers: Collection[str],
    *,
    handed_over: date | None = None,
    written_by: str = "",
    ticked: Collection[TextKind] = (),
    with_area: bool = False,
) -> Return:
    """Make the return of an assessment.

    Args:
        assessment: The assessment.
        rounds: Its rounds in order, each by `return_round`; those without answers are left out.
        barriers: The ids of all barriers that the content knows.
        handed_over: The day of the hand-over.
        written_by: The program and its version.
        ticked: The free text that may go.
        with_area: The code of the area may go. Few partnerships share it, so it may tell which.

    Raises:
        NothingToReturnError: no round has answers.
    """
    with_answers = tuple(round_ for round_ in rounds if round_ is not None)
    if not with_answers:
        raise NothingToReturnError
    partnership = assessment.partnership
    return Return(
        written_by=written_by,
        place=place_of(assessment.id),
        handed_over=handed_over,
        fictional=assessment.fictional,
        country=_country(partnership.country),
        area=_area(partnership) if with_area else None,
        policy_areas=_codes(partnership.policy_areas, POLICY_AREAS),
        rounds=with_answers,
        tried=_tried(assessment, barriers),
        texts=_texts(assessment, barriers, ticked),
    )


def place_of(assessment: str) -> str:
    """Return the number that stands for an assessment in returns and portfolios."""
    return sha256(f"return of {assessment}".encode()).hexdigest()[:_KEY_LENGTH]


def return_round(assessment: Assessment, round_: Round, content: Content) -> ReturnedRound | None:
    """Return what a round hands over; None where nothing in it has a value.

    Args:
        assessment: The assessment.
        round_: One of its rounds.
        content: The content with the questionnaire and modules that the round was answered with.
    """
    asked = asked_in(round_, content.questionnaire, content.modules)
    organisation_of = {r.id: r.organisation for r in assessment.respondents}
    topics = score_topics(asked, round_, ballot(round_, organisation_of))
    known = sum(topic.value is not None for topic in topics)
    if not known:
        return None
    stated = readiness(round_, topics, score_dimensions(asked, topics))
    organisations, people = _voices(round_, topics)
    few_partners = len(organisations) < SMALLEST_GROUP
    few_people = people < SMALLEST_GROUP
    withheld = (
        *((Withheld.PEOPLE,) if few_people else ()),
        *((Withheld.ORGANISATIONS, Withheld.AGREEMENT) if few_partners else ()),
    )
    barriers = content.barriers_in(round_)
    asked_topics = {topic.id for topic in topics if topic.applicable}
    return ReturnedRound(
        month=_month(round_.date),
        questionnaire=Used(
            id=round_.questionnaire.id, version=round_.questionnaire.version[:LONGEST_VERSION]
        ),
        modules=tuple(Used(id=m.id, version=m.version[:LONGEST_VERSION]) for m in round_.modules),
        set=round_.set,
        step=round_.step,
        sectors=_codes([o.sector for o in round_.organisations], SECTORS),
        organisations=None if few_partners else len(organisations),
        people=None if few_people else people,
        asked=len(topics),
        known=known,
        statement=stated.statement,
        enough=stated.enough,
        blocked_by=stated.blocked_by,
        conditions=stated.conditions,
        dimensions=tuple(
            _dimension(
                score_dimension(dimension, _of_short_set(topics, dimension.id)),
                agreement=not few_partners,
            )
            for dimension in content.questionnaire.dimensions
        ),
        looked_for=tuple(b.id for b in barriers if not asked_topics.isdisjoint(_signs(b))),
        barriers=tuple(
            _barrier(found)
            for found in diagnose(assessment, round_, barriers, topics)
            if found.raised
        ),
        withheld=withheld,
    )


def _of_short_set(topics: Sequence[TopicScore], dimension: str) -> list[TopicScore]:
    return [
        topic
        for topic in topics
        if topic.dimension == dimension and not topic.of_module and topic.topic.set is Set.SHORT
    ]


def _signs(barrier: Barrier) -> Iterator[str]:
    yield from (sign.topic for sign in barrier.signs)
    yield from (sign.topic for pattern in barrier.patterns for sign in pattern.signs)


def _dimension(score: DimensionScore, *, agreement: bool) -> ReturnedDimension:
    return ReturnedDimension(
        id=score.id,
        value=_rounded(score.value),
        low=_rounded(score.low),
        high=_rounded(score.high),
        known=_rounded(score.coverage),
        held_by=score.capped_by,
        agreement=score.agreement if agreement else None,
        confidence=score.confidence,
    )


def _barrier(found: Diagnosis) -> ReturnedBarrier:
    barrier = found.barrier
    return ReturnedBarrier(
        id=barrier.id,
        dimension=barrier.dimension,
        kind=barrier.kind,
        reach=barrier.reach,
        strength=round(found.strength, _DECIMALS),
        strength_high=round(found.strength_high, _DECIMALS),
        confidence=found.confidence,
        holds_back=found.blocks,
        outside_control=found.outside_control,
        set_aside=bool(found.aside),
        pattern=found.pattern.id if found.pattern else None,
        because=tuple(
            ReturnedBecause(topic=b.topic.id, value=b.value, evidence=b.topic.evidence)
            for b in found.because
            if b.value is not None
        ),
    )


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, _DECIMALS)


def _voices(round_: Round, topics: Sequence[TopicScore]) -> tuple[set[str], int]:
    """Return the organisations that gave a level, and how many people answered."""
    spoke = {s.organisation for t in topics for s in t.stands if s.level is not None}
    people = {answer.respondent for answer in round_.answers if answer.level is not None}
    return spoke, len(people)


def _tried(assessment: Assessment, barriers: Collection[str]) -> tuple[Tried, ...]:
    counts: dict[str, dict[str, int]] = {}
    for action in assessment.actions:
        if action.barrier in barriers:
            of_barrier = counts.setdefault(action.barrier, dict.fromkeys(map(str, ActionStatus), 0))
            of_barrier[action.status] += 1
    return tuple(Tried(barrier=id_, **of_barrier) for id_, of_barrier in sorted(counts.items()))


def _texts(
    assessment: Assessment, barriers: Collection[str], ticked: Collection[TextKind]
) -> tuple[FreeText, ...]:
    purpose = assessment.partnership.purpose
    all_texts = [
        (TextKind.PURPOSE, "", purpose.what),
        (TextKind.PURPOSE, "", purpose.so_that),
        (TextKind.STORY, "", assessment.partnership.story),
        *((TextKind.ACTIONS, action.barrier, action.text) for action in assessment.actions),
        *((TextKind.REASONS, aside.barrier, aside.reason) for aside in assessment.set_aside),
    ]
    return tuple(
        FreeText(
            kind=kind, about=about if about in barriers else "", text=text.strip()[:LONGEST_TEXT]
        )
        for kind, about, text in all_texts
        if kind in ticked and text.strip()
    )


def _codes(given: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """Return the known codes in their order; whatever else was written there is “other”."""
    codes = {code if code in known else _OTHER for code in given}
    return tuple(code for code in dict.fromkeys((*known, _OTHER)) if code in codes)


def _country(code: str) -> str | None:
    """Return a nation or country by its code; anything else could be a name."""
    whole = code.replace("-", "", 1)
    fits = whole.isascii() and whole.isupper() and whole.isalpha()
    return code if fits and code[2:3] in ("", "-") and len(code) in (2, 6) else None


def _area(partnership: Partnership) -> str | None:
    """Return the code of the area where there is one that can be right."""
    code = partnership.area.code
    return code if code and lies_in(code, partnership.country) else None


def _month(day: str) -> str | None:
    """Return the month of an ISO date; anything else could be a name."""
    try:
        return date.fromisoformat(day).isoformat()[:_MONTH_LENGTH]
    except ValueError:
        return None
