"""Spread view: where the views on a topic lie, as marks of partners or as plain dots."""

from dataclasses import dataclass
from math import floor

from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.reports.phrases import lowered, short_figure
from selfassess.ui.facilitating import Facilitating
from selfassess.ui.models.partners import partners_to_show
from selfassess.ui.models.table import Table
from selfassess.ui.stage import Stage, Way
from selfassess.words import Words
from selfassess.words.names import level_name

_LEVELS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class SpreadMark:
    """A view in a column.

    Attributes:
        place: The partner's place in set-up order; -1 for a plain dot.
        letter: The partner's letter; empty for a plain dot.
        name: The partner's name, with its level where that lies between two; empty for a dot.
    """

    place: int = -1
    letter: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class SpreadView:
    """The views by level.

    Attributes:
        columns: The marks at each level, lowest level first; one between two stands at the lower.
        agreed: The agreed level; 0 where none is set.
        names: The names of the levels.
        reading: All of it in words, for screen readers.
    """

    columns: tuple[tuple[SpreadMark, ...], ...]
    agreed: int
    names: tuple[str, ...]
    reading: str


def spread_view(facilitating: Facilitating, stage: Stage, words: Words) -> SpreadView | None:
    """Return the spread of the topic in hand; None where there is no topic."""
    score = facilitating.in_room
    if score is None:
        return None
    return view_of(score, facilitating.results, words, plain=stage.way is Way.HANDS)


def view_of(score: TopicScore, results: Results, words: Words, *, plain: bool) -> SpreadView:
    """Return the spread of a topic, with partners or as plain dots."""
    partners = () if plain else partners_to_show(results)
    if partners:
        columns = _by_partner(score, results, words)
    else:
        columns = tuple((SpreadMark(),) * count for count in score.counts)
    names = tuple(level_name(level, words) for level in _LEVELS)
    agreed = score.agreed if isinstance(score.agreed, int) else 0
    return SpreadView(columns, agreed, names, _reading(columns, agreed, words))


def spread_table(view: SpreadView, words: Words) -> Table:
    """Return the views at each level as a table; names where partners are shown."""
    rows = []
    for level, (name, marks) in enumerate(zip(view.names, view.columns, strict=True), start=1):
        who = ", ".join(mark.name for mark in marks if mark.name)
        rows.append((f"{level} {name}", str(len(marks)), who))
    heads = (words("Level"), words("Votes"), words("Who"))
    return Table(words("Spread of the votes"), heads, tuple(rows))


def _by_partner(
    score: TopicScore, results: Results, words: Words
) -> tuple[tuple[SpreadMark, ...], ...]:
    columns: list[list[SpreadMark]] = [[] for _level in _LEVELS]
    for partner, stand in zip(partners_to_show(results), score.stands, strict=True):
        if stand.level is None:
            continue
        name = partner.name
        if stand.level != floor(stand.level):
            figure = short_figure(stand.level)
            name = words("{name}, {level}", name=partner.name, level=figure)
        columns[floor(stand.level) - 1].append(SpreadMark(partner.place, partner.letter, name))
    return tuple(tuple(column) for column in columns)


def _reading(columns: tuple[tuple[SpreadMark, ...], ...], agreed: int, words: Words) -> str:
    told = []
    for level, marks in zip(_LEVELS, columns, strict=True):
        if not marks:
            continue
        names = ", ".join(mark.name for mark in marks if mark.name)
        what = names or words.plural("{count} vote", "{count} votes", len(marks))
        told.append(words("level {level}: {what}", level=level, what=what))
    if agreed:
        name = lowered(level_name(agreed, words))
        told.append(words("agreed level {level}, {name}", level=agreed, name=name))
    return "; ".join(told) or words("No level given")
