"""Figures for machines: results as plain data, the fields of which are a public interface.

Figures are not rounded, every key is always there, and what is unknown is None.
"""

from typing import Any

from selfassess.core.comparison import Comparison
from selfassess.core.diagnosis import Diagnosis
from selfassess.core.matching import Match
from selfassess.core.results import Results
from selfassess.core.scoring import DimensionScore, TopicScore
from selfassess.reports import reasons
from selfassess.reports.phrases import said
from selfassess.words import Words

Figures = dict[str, Any]


def score_figures(results: Results) -> Figures:
    """Return what `selfassess score --json` prints."""
    questionnaire = results.content.questionnaire
    stated = results.readiness
    return {
        "questionnaire": {"id": questionnaire.id, "version": questionnaire.version},
        "step": str(results.round.step),
        "readiness": {
            "statement": str(stated.statement),
            "enough": stated.enough,
            "blocked_by": list(stated.blocked_by),
            "conditions": list(stated.conditions),
        },
        "dimensions": [_dimension(dimension) for dimension in results.dimensions],
        "topics": [_topic(topic) for topic in results.topics],
    }


def barrier_figures(results: Results, words: Words) -> list[Figures]:
    """Return what `selfassess barriers --json` prints: the listed barriers, in order."""
    return [_barrier(found, results, words) for found in results.barriers if not found.aside]


def case_figures(results: Results, words: Words, top: int | None = None) -> list[Figures]:
    """Return what `selfassess cases --json` prints: the ranked case studies, at most `top`."""
    return [_case(match, results, words) for match in results.cases.ranked[:top]]


def _dimension(score: DimensionScore) -> Figures:
    return {
        "id": score.id,
        "value": score.value,
        "low": score.low,
        "high": score.high,
        "band": score.band,
        "capped": score.capped,
        "capped_by": list(score.capped_by),
        "coverage": score.coverage,
        "agreement": score.agreement,
        "confidence": score.confidence,
    }


def _topic(score: TopicScore) -> Figures:
    return {
        "id": score.id,
        "dimension": score.dimension,
        "value": score.value,
        "low": score.low,
        "high": score.high,
        "mode": str(score.topic.mode),
        "must_have": score.must_have,
        "votes": list(score.counts),
        "dont_know": score.dont_know,
        "not_applicable": score.not_applicable,
        "consensus": score.consensus,
        "range": score.range,
        "agreed": score.agreed,
    }


def _barrier(found: Diagnosis, results: Results, words: Words) -> Figures:
    barrier = found.barrier
    return {
        "id": barrier.id,
        "name": said(barrier.name, words),
        "dimension": barrier.dimension,
        "strength": found.strength,
        "strength_high": found.strength_high,
        "kind": str(barrier.kind),
        "reach": str(barrier.reach),
        "confidence": str(found.confidence),
        "because": _because(found, results, words),
        "first_steps": [said(step.text, words) for step in barrier.first_steps],
    }


def _because(found: Diagnosis, results: Results, words: Words) -> list[Figures]:
    lines = [
        {"topic": line.topic, "value": line.value, "text": line.text}
        for line in reasons.because(found, results, words)
    ]
    if found.pattern and lines:
        # The pattern's sentence is said first, beside the answer that weighs most in it.
        lines.insert(0, {**lines[0], "text": said(found.pattern.says, words)})
    return lines


def _case(match: Match, results: Results, words: Words) -> Figures:
    return {
        "id": match.case.id,
        "title": match.case.title,
        "score": match.score,
        "failure": match.is_warning,
        "reasons": [
            {
                "kind": str(reason.kind),
                "text": reasons.reason(reason, results, words),
                "share": reason.share,
            }
            for reason in match.reasons
        ],
        "source": {"title": match.case.source.title, "url": match.case.source.url},
    }


def comparison_figures(compared: Comparison) -> Figures:
    """Return what `selfassess compare --json` prints."""
    return {
        "earlier": _occasion(compared.earlier),
        "later": _occasion(compared.later),
        "dimensions": [
            {
                "id": change.id,
                "before": change.before,
                "after": change.after,
                "change": change.change,
                "move": str(change.move),
                "topics": change.topics,
                "up": list(change.up),
                "down": list(change.down),
            }
            for change in compared.dimensions
        ],
        "topics": [
            {
                "id": change.id,
                "before": change.before.value,
                "after": change.after.value,
                "move": str(change.move),
                "looked_back": change.looked_back,
            }
            for change in compared.topics
        ],
        "new": list(compared.new),
        "withdrawn": list(compared.withdrawn),
        "reworded": list(compared.reworded),
    }


def _occasion(results: Results) -> Figures:
    answered = {s.organisation for t in results.topics for s in t.stands if s.level is not None}
    return {
        "round": results.round.name,
        "date": results.round.date,
        "step": str(results.round.step),
        "statement": str(results.readiness.statement),
        "answered_by": [o.name for o in results.round.organisations if o.id in answered],
    }
