"""Reasons: because of which answers a barrier is raised, and why a case study is suggested."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from selfassess.core.diagnosis import Because, Diagnosis
from selfassess.core.levels import Stand
from selfassess.core.library import ReasonKind
from selfassess.core.matching import Match, Reason
from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.reports.phrases import (
    dimension_name,
    evidence_phrase,
    listed,
    lowered,
    organisations,
    said,
    short_figure,
)
from selfassess.words import Words
from selfassess.words.names import name_of


@dataclass(frozen=True, slots=True)
class BecauseLine:
    """One answer behind a barrier, in words.

    Attributes:
        topic: The topic's id.
        value: Its value, 1 to 5; None if unknown.
        level: The level whose words are said; None if unknown.
        says: The words of that level, or the question where the value is unknown.
        who: The organisations that say so; how many, in an anonymous assessment; may be empty.
        must_have: It is a must-have that counts now and is not met.
        text: All of it as one sentence.
    """

    topic: str
    value: float | None
    level: int | None
    says: str
    who: str
    must_have: bool
    text: str


def because(found: Diagnosis, results: Results, words: Words) -> tuple[BecauseLine, ...]:
    """Say which answers raise a barrier, the weightiest first; unknown ones come last."""
    return tuple(_because(part, results, words) for part in found.because)


def because_in_words(found: Diagnosis, results: Results, words: Words) -> tuple[str, ...]:
    """Say why a barrier is raised: the pattern's sentence first, then the answers behind it."""
    pattern = (said(found.pattern.says, words),) if found.pattern else ()
    return pattern + tuple(line.text for line in because(found, results, words))


def reason(part: Reason, results: Results, words: Words) -> str:
    """Say one reason for a case study."""
    match part.kind:
        case ReasonKind.DONE:
            name = _barrier_name(part.code, results, words)
            return words("What they did about “{barrier}”: {quote}", barrier=name, quote=part.quote)
        case ReasonKind.BARRIER:
            name = _barrier_name(part.code, results, words)
            return words("Same barrier, “{barrier}”: {quote}", barrier=name, quote=part.quote)
        case ReasonKind.TOPIC:
            title = _topic_title(part.code, results, words)
            return words("Low there too: {title} ({topic})", title=title, topic=part.code)
        case ReasonKind.DIMENSION:
            name = lowered(dimension_name(part.code, results, words))
            return words(
                "Same kind of trouble, {dimension}: {quote}", dimension=name, quote=part.quote
            )
    name = _name(part, words)
    kind = _kind(part, results, words)
    return words("{kind}: {names}", kind=kind, names=name) if name else kind


def case_reasons(match: Match, results: Results, words: Words) -> tuple[tuple[str, float], ...]:
    """Say why a case study is suggested, each reason with its share of the score.

    What is in common of one kind, such as partners, is said in one line.
    """
    gathered: dict[str, list[Reason]] = {}
    for part in match.reasons:
        alone = part.kind in _SAID_ALONE
        gathered.setdefault(f"{part.kind} {part.code}" if alone else part.kind, []).append(part)
    return tuple(
        (_together(parts, results, words), sum(part.share for part in parts))
        for parts in gathered.values()
    )


_SAID_ALONE = (ReasonKind.DONE, ReasonKind.BARRIER)


def _together(parts: Sequence[Reason], results: Results, words: Words) -> str:
    first = parts[0]
    if first.kind is ReasonKind.DIMENSION:
        sides = [lowered(dimension_name(p.code, results, words)) for p in parts]
        return words("Same kind of trouble: {names}", names=listed(sides, words))
    if len(parts) == 1:
        return reason(first, results, words)
    if first.kind is ReasonKind.TOPIC:
        titles = [f"{_topic_title(p.code, results, words)} ({p.code})" for p in parts]
        return words("Low there too: {titles}", titles="; ".join(titles))
    names = listed([_name(part, words) for part in parts], words)
    return words("{kind}: {names}", kind=_kind(first, results, words), names=names)


def _kind(part: Reason, results: Results, words: Words) -> str:
    match part.kind:
        case ReasonKind.POLICY_AREA:
            return words("Same policy area")
        case ReasonKind.SECTOR:
            return words("Same partners")
        case ReasonKind.STEP:
            return words("Same step")
        case ReasonKind.COUNTRY:
            if part.code == results.assessment.partnership.country:
                return words("Same country")
            return words("Also in the United Kingdom")
    return words("Words of your story")


def _name(part: Reason, words: Words) -> str:
    return part.code if part.kind is ReasonKind.STORY else name_of(part.code, words)


def _barrier_name(code: str, results: Results, words: Words) -> str:
    barrier = results.content.barrier(code)
    return said(barrier.name, words) if barrier else code


def _topic_title(code: str, results: Results, words: Words) -> str:
    score = results.topic(code)
    return said(score.topic.title, words) if score else code


def _because(part: Because, results: Results, words: Words) -> BecauseLine:
    score = part.topic
    must = bool(score.bites and score.status and score.status.holds_back)
    if part.value is None:
        question = said(score.topic.question, words)
        text = words("Find out: {question} ({topic})", question=question, topic=score.id)
        return BecauseLine(score.id, None, None, question, "", must, text)
    level, stands = _speakers(score, part.value)
    words_of_level = said(score.topic.levels[level - 1], words)
    fact = words(
        "{topic} = {value}, {evidence}",
        topic=score.id,
        value=short_figure(part.value),
        evidence=evidence_phrase(score.evidence, words),
    )
    who = _who(stands, score, results, words)
    text = words(
        "{who}: “{says}” ({fact})",
        who=_speak(stands, score, results, words),
        says=words_of_level,
        fact=fact,
    )
    return BecauseLine(score.id, part.value, level, words_of_level, who, must, text)


def _speakers(score: TopicScore, value: float) -> tuple[int, tuple[Stand, ...]]:
    """The level that speaks for a value, and the organisations that stand there."""
    if isinstance(score.agreed, int):
        return score.agreed, ()
    below = [floor(s.level) for s in score.stands if s.level is not None and s.level <= value]
    level = max(below, default=floor(value))
    at = (s for s in score.stands if s.level is not None and floor(s.level) == level)
    return level, tuple(at)


def _who(stands: Sequence[Stand], score: TopicScore, results: Results, words: Words) -> str:
    total = sum(s.takes_part for s in score.stands)
    if not stands:
        return words("agreed together")
    if len(stands) == total > 1:
        return words("all {count} partners", count=total)
    if results.assessment.anonymous:
        return words.plural(
            "{n} of {count} partner", "{n} of {count} partners", total, n=len(stands)
        )
    return organisations([s.organisation for s in stands], results, words, at_most=total)


def _speak(stands: Sequence[Stand], score: TopicScore, results: Results, words: Words) -> str:
    who = _who(stands, score, results, words)
    if not stands:
        return words("Agreed together")
    if len(stands) == sum(s.takes_part for s in score.stands) > 1:
        return words("All {count} partners say", count=len(stands))
    return words.plural("{who} says", "{who} say", len(stands), who=who)
