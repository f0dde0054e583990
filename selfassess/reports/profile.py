"""Profile: the 14 dimensions with value, bounds, band, agreement and confidence, and two charts."""

from selfassess.core.results import Results
from selfassess.core.scoring import ESSENTIAL, DimensionScore
from selfassess.reports import sentences
from selfassess.reports.book import (
    FIRST,
    HEADER,
    Cell,
    Chart,
    Kind,
    Row,
    Series,
    Shape,
    Sheet,
    Span,
    count,
    header,
    opening,
    strong,
    tab,
    word,
)
from selfassess.reports.phrases import decimals, figure, listed, lowered, said, titled
from selfassess.words import Words
from selfassess.words.names import name_of

KEY = "profile"
NAME, LEVEL, DOWN, UP, LINE = 2, 3, 12, 13, 14
_WIDTHS = (11.0, 18.0, 8.5, 9.0, 10.0, 36.0, 15.0, 13.0, 9.0, 21.0, 32.0, 12.0, 12.0, 12.0)
_BARS_SIZE, _RADAR_SIZE = (19, 11.5), (16, 11.5)
_RADAR_COLUMN = 7


def profile(results: Results, words: Words) -> Sheet:
    """Make the profile."""
    rows = (
        *opening(
            titled(finding(results, words), results, words),
            words("Level is the mean of a dimension’s questions, 1 to 5. Essential is 3."),
            words(
                "Lowest and highest show what don’t-knows could change. Empty: not enough is known."
            ),
        ),
        header(
            words("Group"),
            words("Dimension"),
            words("Level"),
            words("Lowest"),
            words("Highest"),
            words("In words"),
            words("Agreement"),
            words("Confidence"),
            words("Known"),
            words("Counts from"),
            words("Note"),
            words("Could be lower by"),
            words("Could be higher by"),
            words("Essential"),
        ),
        *(_row(score, results, words) for score in results.dimensions),
    )
    below = len(rows) + 2
    return Sheet(
        key=KEY,
        name=tab(words("Profile")),
        rows=rows,
        widths=_WIDTHS,
        header=HEADER,
        keep_columns=NAME,
        one_page=True,
        charts=(
            bars(results, words, row=below, column=1, size=_BARS_SIZE),
            _radar(results, words, row=below, column=_RADAR_COLUMN),
        ),
    )


def finding(results: Results, words: Words) -> str:
    """Say the finding of the profile: how many dimensions have reached the essential line."""
    counted = [d for d in results.dimensions if d.coverage is not None]
    reached = [d for d in counted if d.value is not None and d.value >= ESSENTIAL and not d.capped]
    return words.plural(
        "At 3 or above in {reached} of {count} dimension",
        "At 3 or above in {reached} of {count} dimensions",
        len(counted),
        reached=len(reached),
    )


def level_cell(value: float | None) -> Cell:
    """Make a cell with a level, or an empty one."""
    return Cell(value, Kind.VALUE, decimals=1 if value is None else decimals(value))


def _row(score: DimensionScore, results: Results, words: Words) -> Row:
    groups = {group.id: group.name for group in results.asked.questionnaire.groups}
    group = groups.get(score.dimension.group)
    return Row(
        (
            Cell(said(group, words) if group else score.dimension.group, Kind.REMARK),
            strong(said(score.dimension.name, words)),
            level_cell(score.value),
            level_cell(score.low),
            level_cell(score.high),
            Cell(sentences.band_in_words(score, words), Kind.WORD, level=score.held_band or 0),
            word(sentences.dimension_agreement(score, words)),
            word(sentences.confidence_in_words(score.confidence, words)),
            Cell(score.coverage, Kind.SHARE),
            word(name_of(score.dimension.counts_from, words)),
            Cell(_note(score, results, words), Kind.REMARK),
            level_cell(_apart(score.value, score.low)),
            level_cell(_apart(score.value, score.high)),
            count(ESSENTIAL),
        )
    )


def _note(score: DimensionScore, results: Results, words: Words) -> str:
    notes = []
    if score.rests_on_one:
        notes.append(words("Rests on one question"))
    if score.capped_by:
        scores = (results.topic(id_) for id_ in score.capped_by)
        titles = [f"{said(s.topic.title, words)} ({s.id})" for s in scores if s]
        notes.append(words("Not met yet: {titles}", titles=listed(titles, words)))
    return ". ".join(notes)


def bars(
    results: Results, words: Words, *, row: int, column: int, size: tuple[int, float]
) -> Chart:
    """Make the chart of bars for a place on a sheet; its size in centimetres."""
    scores = results.dimensions
    levels = Series(
        words("Level"),
        _span(results, LEVEL),
        levels=tuple(score.held_band or 0 for score in scores),
        down=_span(results, DOWN),
        up=_span(results, UP),
    )
    return Chart(
        shape=Shape.BARS,
        title=words("Level of each dimension, and what don’t-knows could change"),
        description=words(
            "Bars for the level of each dimension. {told}", told=_told(results, words)
        ),
        source=KEY,
        categories=_span(results, NAME),
        series=(levels,),
        row=row,
        column=column,
        width=size[0],
        height=size[1],
        essential=words("Essential"),
    )


def _radar(results: Results, words: Words, *, row: int, column: int) -> Chart:
    essential = words("Essential")
    return Chart(
        shape=Shape.RADAR,
        title=words("The same as a shape"),
        description=words(
            "A radar of the level of each dimension. {told}", told=_told(results, words)
        ),
        source=KEY,
        categories=_span(results, NAME),
        series=(
            Series(words("Level"), _span(results, LEVEL)),
            Series(words("{name} (3)", name=essential), _span(results, LINE)),
        ),
        row=row,
        column=column,
        width=_RADAR_SIZE[0],
        height=_RADAR_SIZE[1],
    )


def _span(results: Results, column: int) -> Span:
    return Span(FIRST, column, HEADER + len(results.dimensions), column)


def _apart(value: float | None, bound: float | None) -> float | None:
    return None if value is None or bound is None else abs(value - bound)


def _told(results: Results, words: Words) -> str:
    pieces = [
        words("{name} {value}", name=said(s.dimension.name, words), value=figure(s.value))
        for s in results.dimensions
        if s.value is not None
    ]
    unknown = [
        lowered(said(s.dimension.name, words)) for s in results.dimensions if s.value is None
    ]
    if unknown:
        pieces.append(words("not known: {names}", names=listed(unknown, words)))
    return ", ".join(pieces) + "."
