"""The rows of the profile: what its bars, marks and words are, read from the results."""

from dataclasses import dataclass

from selfassess.core import shapes
from selfassess.core.results import Results
from selfassess.core.scoring import DimensionScore
from selfassess.reports import sentences
from selfassess.reports.phrases import figure, listed, lowered, said
from selfassess.ui.models.partners import Partner, names_in_a_line, partners_to_show
from selfassess.ui.models.table import Table
from selfassess.words import Words
from selfassess.words.names import level_name


@dataclass(frozen=True, slots=True)
class Place:
    """Where a partner stands: its place in set-up order, and its level."""

    partner: int
    level: float


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A dimension in the profile.

    Attributes:
        id: The dimension's id.
        group: The name of its group.
        name: Its name.
        bar: Its bar.
        level: The level shown, 1 to 5, held or not; None if too little is known.
        band: The words for it.
        confidence: The code of its confidence; empty without one.
        confidence_words: The word for it.
        held: It is held at 2 by a must-have.
        places: Where the partners stand.
        spoken: Its name for a screen reader, such as “Process, level 2, depends on people”.
        reading: All of it in a line of words.
    """

    id: str
    group: str
    name: str
    bar: shapes.Bar
    level: int | None
    band: str
    confidence: str
    confidence_words: str
    held: bool
    places: tuple[Place, ...]
    spoken: str
    reading: str


def profile_rows(results: Results, words: Words) -> tuple[ProfileRow, ...]:
    """Return a row for each dimension, in walk order."""
    shown = partners_to_show(results)
    groups = {g.id: said(g.name, words) for g in results.content.questionnaire.groups}
    return tuple(
        _row(score, groups[score.dimension.group], results, shown, words)
        for score in results.dimensions
    )


def profile_table(results: Results, words: Words) -> Table:
    """Return the profile as a table, with the figures that the bars stand for."""
    shown = partners_to_show(results)
    heads = (
        words("Dimension"),
        words("Level"),
        words("Band"),
        words("Range"),
        words("Agreement"),
        words("Confidence"),
        *(partner.name for partner in shown),
    )
    rows = []
    for score in results.dimensions:
        stands = (results.organisation_value(p.id, score.id) for p in shown)
        rows.append(
            (
                said(score.dimension.name, words),
                figure(score.value) if score.value is not None else "–",
                sentences.band_in_words(score, words),
                sentences.bounds_in_words(score.low, score.high, words) or "–",
                sentences.dimension_agreement(score, words),
                sentences.confidence_in_words(score.confidence, words),
                *(figure(level) if level is not None else "–" for level in stands),
            )
        )
    return Table(words("Profile of the partnership"), heads, tuple(rows))


def _row(
    score: DimensionScore,
    group: str,
    results: Results,
    shown: tuple[Partner, ...],
    words: Words,
) -> ProfileRow:
    level = score.held_band
    places = tuple(
        Place(partner.place, value)
        for partner in shown
        if (value := results.organisation_value(partner.id, score.id)) is not None
    )
    name = said(score.dimension.name, words)
    return ProfileRow(
        id=score.id,
        group=group,
        name=name,
        bar=shapes.bar(score.value, score.low, score.high, held=score.capped),
        level=level,
        band=level_name(level, words) if level else sentences.band_in_words(score, words),
        confidence=str(score.confidence or ""),
        confidence_words=sentences.confidence_in_words(score.confidence, words),
        held=score.capped,
        places=places,
        spoken=_spoken(score, name, words),
        reading=_reading(score, name, places, shown, words),
    )


def _spoken(score: DimensionScore, name: str, words: Words) -> str:
    if score.held_band is None:
        band = sentences.band_in_words(score, words)
        return words("{name}, {band}", name=name, band=lowered(band))
    spoken = words(
        "{name}, level {level}",
        name=name,
        level=sentences.value_in_words(float(score.held_band), words),
    )
    if not score.capped:
        return spoken
    held = listed(score.capped_by, words)
    return words("{spoken}, held at 2 by {topics}", spoken=spoken, topics=held)


def _reading(
    score: DimensionScore,
    name: str,
    places: tuple[Place, ...],
    shown: tuple[Partner, ...],
    words: Words,
) -> str:
    band = sentences.band_in_words(score, words)
    if score.value is None:
        return words("{name}: {band}.", name=name, band=band)
    parts = [
        words("{name}: {band}, at {value}.", name=name, band=band, value=figure(score.value)),
    ]
    if score.low is not None and score.high is not None and score.low < score.high:
        parts.append(
            words(
                "Don’t knows could move it from {low} to {high}.",
                low=figure(score.low),
                high=figure(score.high),
            )
        )
    if places:
        called = zip(shown, names_in_a_line(shown), strict=True)
        names = {partner.place: name for partner, name in called}
        stand = (f"{names[place.partner]} {figure(place.level)}" for place in places)
        parts.append(words("{partners}.", partners=", ".join(stand)))
    parts.append(
        words(
            "Agreement: {agreement}. Confidence: {confidence}.",
            agreement=lowered(sentences.dimension_agreement(score, words)),
            confidence=lowered(sentences.confidence_in_words(score.confidence, words)),
        )
    )
    return " ".join(parts)
