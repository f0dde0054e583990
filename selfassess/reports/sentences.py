"""Sentences: what the results say, in plain words and in the reader's language.

The window, the command line and the reports all speak through these. What the barriers and case
studies rest on is said in `reasons`, and can be reached from here too.
"""

from collections.abc import Sequence

from selfassess.core.agenda import AgendaItem, Why, apart
from selfassess.core.codes import Confidence, Mode, MustHaveStatus, Statement, Step
from selfassess.core.levels import Stand
from selfassess.core.results import Results
from selfassess.core.scoring import ESSENTIAL, DimensionScore, TopicScore
from selfassess.reports.meanings import (
    agreed_in_words,
    agreed_line,
    agreement_in_words,
    band_in_words,
    bounds_in_words,
    confidence_in_words,
    dimension_agreement,
    dont_knows,
    lone_views,
    rests_on_one,
    value_in_words,
)
from selfassess.reports.phrases import figure, listed, organisations, said, short_figure
from selfassess.reports.reasons import (
    BecauseLine,
    because,
    because_in_words,
    case_reasons,
    reason,
)
from selfassess.words import Words
from selfassess.words.names import name_of

__all__ = [
    "BecauseLine",
    "agreed_in_words",
    "agreed_line",
    "agreement_in_words",
    "band_in_words",
    "because",
    "because_in_words",
    "blocker",
    "blockers",
    "bounds_in_words",
    "case_reasons",
    "condition",
    "conditions",
    "confidence_in_words",
    "dimension_agreement",
    "dont_knows",
    "headline",
    "lone_views",
    "must_haves_met",
    "read_with_care",
    "reason",
    "rests_on_one",
    "standing",
    "value_in_words",
    "why_on_agenda",
]


_WEAK = (Confidence.VERY_LOW, Confidence.LOW)


def headline(results: Results, words: Words) -> str:
    """Return the readiness statement, or that it is too early for one."""
    stated = results.readiness
    if not stated.enough:
        return words(
            "Too early to say: {known} of {applicable} answered",
            known=stated.known,
            applicable=stated.applicable,
        )
    step = results.round.step
    if step is Step.REVIEW:
        return {
            Statement.NOT_YET: words("Not yet ready to carry on"),
            Statement.WITH_CONDITIONS: words("Ready with conditions to carry on"),
            Statement.READY: words("Ready to carry on"),
        }[stated.statement]
    name = name_of(step, words)
    return {
        Statement.NOT_YET: words("Not yet ready to leave {step}", step=name),
        Statement.WITH_CONDITIONS: words("Ready with conditions to leave {step}", step=name),
        Statement.READY: words("Ready to leave {step}", step=name),
    }[stated.statement]


def must_haves_met(results: Results, words: Words) -> str:
    """Say how many of the must-haves that count at this step are met."""
    stated = results.readiness
    return words.plural(
        "{met} of {count} must-have is met.",
        "{met} of {count} must-haves are met.",
        len(stated.biting),
        met=len(stated.met),
    )


def blockers(results: Results, words: Words) -> tuple[str, ...]:
    """Say of each must-have that blocks the statement where it stands, in walk order.

    With conditions these are the must-haves of the next step; ready: there are none.
    """
    return tuple(blocker(id_, results, words) for id_ in results.readiness.blocked_by)


def blocker(topic: str, results: Results, words: Words) -> str:
    """Say where a must-have stands: “Lawful basis, LA1: 4 of 5 partners there; Haven to go”."""
    score = _asked(topic, results)
    return words(
        "{title}, {topic}: {standing}",
        title=said(score.topic.title, words),
        topic=score.id,
        standing=standing(score, results, words),
    )


def standing(score: TopicScore, results: Results, words: Words) -> str:
    """Say how far a must-have is from being met, and who has still to go or be asked."""
    if score.status is MustHaveStatus.NOT_APPLICABLE:
        return words("doesn’t apply")
    part = [stand for stand in score.stands if stand.takes_part]
    if isinstance(score.agreed, int):
        if score.status is MustHaveStatus.UNMET:
            return words(
                "agreed at {level}; {essential} is needed",
                level=value_in_words(score.value, words),
                essential=ESSENTIAL,
            )
        return words("agreed at level {level}", level=score.agreed)
    if score.agreed is not None:
        return words("not agreed; {counted}", counted=_counted(part, results, words))
    if score.topic.mode is Mode.EACH or score.status is MustHaveStatus.MET:
        return _counted(part, results, words)
    if score.value is None:
        return words("find out: nobody knows yet")
    if score.status is MustHaveStatus.UNCONFIRMED:
        return words("find out: {counted}", counted=_counted(part, results, words))
    below = words(
        "at {level}; {essential} is needed",
        level=value_in_words(score.value, words),
        essential=ESSENTIAL,
    )
    return _with_missing(below, part, words)


def conditions(results: Results, words: Words) -> tuple[str, ...]:
    """Say what stands between this partnership and an unconditional “Ready”, beside must-haves."""
    stated = results.readiness
    lines = [
        condition(score, words) for score in results.dimensions if score.id in stated.conditions
    ]
    lines += [_set_aside(_asked(id_, results), results, words) for id_ in stated.not_applicable]
    lines += [
        words(
            "{title}, {topic}: {who} below the agreed level",
            title=said(_asked(below.topic, results).topic.title, words),
            topic=below.topic,
            who=organisations([below.organisation], results, words),
        )
        for below in stated.below_agreed
    ]
    if stated.not_answered:
        who = organisations(stated.not_answered, results, words)
        lines.append(words("Not enough answers yet from {who}", who=who))
    return tuple(lines)


def condition(score: DimensionScore, words: Words) -> str:
    """Say why a dimension is a condition: below 3, not known enough, or resting on one question."""
    name = said(score.dimension.name, words)
    if score.coverage is None:
        return words("{dimension}: none of its questions applies", dimension=name)
    if score.value is None:
        return words("{dimension}: not enough known yet", dimension=name)
    if score.value >= ESSENTIAL:
        return words("{dimension} {note}", dimension=name, note=rests_on_one(words))
    return words(
        "{dimension} is at {value}; {essential} is needed",
        dimension=name,
        value=figure(score.value),
        essential=ESSENTIAL,
    )


def why_on_agenda(item: AgendaItem, results: Results, words: Words) -> str:
    """Say why a topic deserves the room."""
    score = item.topic
    match item.why:
        case Why.MUST_HAVE:
            return _must_have_on_agenda(score, words)
        case Why.APART:
            levels = short_figure(apart(score))
            if score.topic.mode is Mode.EACH:
                return words(
                    "Partners are at different points, {levels} levels apart", levels=levels
                )
            return words("Partners stand {levels} levels apart", levels=levels)
        case Why.SPLIT:
            if score.topic.mode is Mode.EACH:
                return words("Partners are at different points")
            return words("Views are split")
        case Why.UNKNOWN:
            return (
                words("Nobody has answered it yet")
                if score.unanswered
                else dont_knows(score, words)
            )
    return lone_views(score, results, words)


def read_with_care(results: Results, words: Words) -> tuple[str, ...]:
    """Say which results to read with care, and why; empty where there is no reason to."""
    dimensions = results.dimensions
    thin = [d for d in dimensions if d.rests_on_one]
    weak = [d for d in dimensions if d.confidence in _WEAK and not d.rests_on_one]
    unknown = [d for d in dimensions if d.value is None and d.coverage is not None]
    lines = [
        *_about(
            weak,
            "{names} rests on opinion, or on views that differ.",
            "{names} rest on opinion, or on views that differ.",
            words,
        ),
        *_about(
            thin, "{names} rests on one question.", "{names} rest on one question each.", words
        ),
        *_about(
            unknown,
            "Not enough is known yet about {names}.",
            "Not enough is known yet about {names}.",
            words,
        ),
    ]
    doubts = sum(topic.dont_know for topic in results.topics)
    if doubts:
        lines.append(
            words.plural(
                "{count} answer is “don’t know”. Low and high show what it could change.",
                "{count} answers are “don’t know”. Low and high show what they could change.",
                doubts,
            )
        )
    moved = [topic.id for topic in results.topics if topic.answers_changed]
    if moved:
        topics = listed(moved, words)
        lines.append(words("Answers changed since the room agreed: {topics}.", topics=topics))
    return tuple(lines)


def _about(
    dimensions: Sequence[DimensionScore], one: str, many: str, words: Words
) -> tuple[str, ...]:
    if not dimensions:
        return ()
    names = listed([said(d.dimension.name, words) for d in dimensions], words)
    return (words.plural(one, many, len(dimensions), names=names),)


def _asked(topic: str, results: Results) -> TopicScore:
    score = results.topic(topic)
    if score is None:
        raise LookupError(topic)
    return score


def _counted(part: list[Stand], results: Results, words: Words) -> str:
    there = sum(s.level is not None and s.level >= ESSENTIAL for s in part)
    below = [s.organisation for s in part if s.level is not None and s.level < ESSENTIAL]
    unknown = [s.organisation for s in part if s.level is None]
    pieces = [
        words.plural(
            "{there} of {count} partner there",
            "{there} of {count} partners there",
            len(part),
            there=there,
        )
    ]
    if below:
        pieces.append(words("{who} to go", who=organisations(below, results, words)))
    if unknown:
        pieces.append(words("find out from {who}", who=organisations(unknown, results, words)))
    return _with_missing("; ".join(pieces), part, words)


def _with_missing(text: str, part: list[Stand], words: Words) -> str:
    heard = sum(not stand.silent for stand in part)
    if heard == len(part):
        return text
    return words.plural(
        "{text}, on the answers of {heard} of {count} partner",
        "{text}, on the answers of {heard} of {count} partners",
        len(part),
        text=text,
        heard=heard,
    )


def _set_aside(score: TopicScore, results: Results, words: Words) -> str:
    reasons = dict.fromkeys(
        answer.reason for answer in results.round.answers if answer.topic == score.id
    )
    told = [reason for reason in reasons if reason]
    line = words(
        "{title}, {topic}: doesn’t apply", title=said(score.topic.title, words), topic=score.id
    )
    return words("{line} ({reasons})", line=line, reasons="; ".join(told)) if told else line


def _must_have_on_agenda(score: TopicScore, words: Words) -> str:
    if score.status is MustHaveStatus.UNMET:
        if score.bites:
            return words("A must-have that is not met")
        return words("A must-have of the next step that is not met")
    if score.bites:
        return words("A must-have to find out about")
    return words("A must-have of the next step to find out about")
