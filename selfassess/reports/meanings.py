"""Meanings: what values, bands, bounds, agreement and confidence mean, in words."""

from math import floor

from selfassess.core.agreement import DONT_KNOW_FINDING
from selfassess.core.codes import Agreement, Confidence, Mode
from selfassess.core.results import Results
from selfassess.core.scoring import DimensionScore, TopicScore
from selfassess.reports.phrases import (
    listed,
    lower_level_name,
    lowered,
    organisations,
    said,
    short_figure,
)
from selfassess.words import Words
from selfassess.words.names import level_name, name_of

_SPREAD = (Agreement.SOME_SPREAD, Agreement.SPLIT)
_HELD_AT = 2


def rests_on_one(words: Words) -> str:
    """Say that a dimension's value rests on one question."""
    return words("rests on one question")


def value_in_words(value: float | None, words: Words) -> str:
    """Say a level in words: “2, depends on people” or “2–3, between … and …”."""
    if value is None:
        return words("not known yet")
    low = floor(value)
    if value == low:
        return words("{level}, {name}", level=low, name=lower_level_name(low, words))
    return words(
        "{low}–{high}, between {lower} and {upper}",
        low=low,
        high=low + 1,
        lower=lower_level_name(low, words),
        upper=lower_level_name(low + 1, words),
    )


def band_in_words(score: DimensionScore, words: Words) -> str:
    """Say a dimension's band: “3 Agreed”, or held: “2 Depends on people (3 without LA1)”."""
    if score.coverage is None:
        return words("Doesn’t apply")
    if score.value is None or score.band is None or score.held_band is None:
        return words("Not enough known yet")
    band = f"{score.held_band} {level_name(score.held_band, words)}"
    if not score.capped:
        return band
    free = short_figure(score.value) if score.band == _HELD_AT else str(score.band)
    return words(
        "{band} ({free} without {topics})",
        band=band,
        free=free,
        topics=listed(score.capped_by, words),
    )


def bounds_in_words(low: float | None, high: float | None, words: Words) -> str:
    """Say between which levels a value can lie when the don't-knows are known; empty for none."""
    if low is None or high is None:
        return ""
    if low == high:
        return short_figure(low)
    return words("{low} to {high}", low=short_figure(low), high=short_figure(high))


def agreement_in_words(score: TopicScore, words: Words) -> str:
    """Say how far views agree; differing answers on what each partner needs are no dispute."""
    if score.agreement is None:
        return words("No level given")
    if score.topic.mode is Mode.EACH and score.agreement in _SPREAD:
        return words("Partners are at different points")
    return name_of(score.agreement, words)


def dimension_agreement(score: DimensionScore, words: Words) -> str:
    """Say how far views agree over a dimension."""
    return name_of(score.agreement, words) if score.agreement else words("No level given")


def confidence_in_words(confidence: Confidence | None, words: Words) -> str:
    """Say how far a result can be relied on; a dash where there is no result."""
    return name_of(confidence, words) if confidence else "–"


def lone_views(score: TopicScore, results: Results, words: Words) -> str:
    """Say who stands two levels or more away from the others; never a person; empty for none."""
    hands = score.lone_hands
    if results.assessment.anonymous:
        hands += len(score.lone)
    lines = []
    if score.lone and not results.assessment.anonymous:
        lines.append(
            words.plural(
                "{who} stands two levels or more away",
                "{who} stand two levels or more away",
                len(score.lone),
                who=organisations(score.lone, results, words),
            )
        )
    if hands:
        lines.append(
            words.plural(
                "one vote stands two levels or more away",
                "{count} votes stand two levels or more away",
                hands,
            )
        )
    return "; ".join(lines)


def dont_knows(score: TopicScore, words: Words) -> str:
    """Say how many don't know, where it is a finding; empty where it is not."""
    if score.dont_know_share < DONT_KNOW_FINDING:
        return ""
    heard = sum(score.counts) + score.dont_know
    return words("{count} of {heard} don’t know", count=score.dont_know, heard=heard)


def agreed_in_words(score: TopicScore, words: Words) -> str:
    """Say what the room settled on; empty where it did not speak of it."""
    if score.agreed is None:
        return ""
    if isinstance(score.agreed, int):
        return words("Agreed at level {level}", level=score.agreed)
    return words("Not agreed")


def agreed_line(score: TopicScore, words: Words) -> str:
    """Say what the room settled on for a topic, with the view that it kept beside it."""
    line = words(
        "{title}, {topic}: {settled}",
        title=said(score.topic.title, words),
        topic=score.id,
        settled=lowered(agreed_in_words(score, words)),
    )
    if not score.minority_view:
        return line
    return words("{line}. Minority view: “{view}”", line=line, view=score.minority_view)
