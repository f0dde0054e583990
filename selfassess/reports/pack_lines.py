"""Pack lines: what a content pack would bring, case study by case study, in words."""

from collections.abc import Sequence

from selfassess.core.case_twins import Alike, Fate, Line, Twin
from selfassess.words import Words


def line_words(line: Line, words: Words) -> tuple[str, str, str]:
    """Return what becomes of a case study, its title, and which one it is a double of, if any."""
    told = {
        Fate.NEW: words("New"),
        Fate.CHANGED: words("Changed"),
        Fate.UNCHANGED: words("Unchanged"),
        Fate.ALIKE: words("New, but look"),
        Fate.THERE: words("There already"),
    }[line.fate]
    return told, line.case.title, twin_words(line.twin, words) if line.twin else ""


def twin_words(twin: Twin, words: Words) -> str:
    """Say which case study one is a double of, and in what."""
    title = twin.case.title
    return {
        Alike.ID: words("It stays out: “{title}” has the same id.", title=title),
        Alike.TEXT: words("It tells nearly the same as “{title}”.", title=title),
        Alike.TITLE: words("Its title is nearly that of “{title}”.", title=title),
        Alike.URL: words("It has the same source as “{title}”.", title=title),
    }[twin.alike]


def pack_sentence(lines: Sequence[Line], words: Words) -> str:
    """Say in one line what a pack brings."""
    counts = {fate: sum(line.fate is fate for line in lines) for fate in Fate}
    parts = [
        words.plural("{count} case study", "{count} case studies", len(lines)),
        words("{count} new", count=counts[Fate.NEW] + counts[Fate.ALIKE]),
        words("{count} changed", count=counts[Fate.CHANGED]),
        words("{count} unchanged", count=counts[Fate.UNCHANGED]),
    ]
    if counts[Fate.ALIKE]:
        parts.append(
            words.plural(
                "{count} looks like one you have",
                "{count} look like ones you have",
                counts[Fate.ALIKE],
            )
        )
    if counts[Fate.THERE]:
        parts.append(words("{count} there already", count=counts[Fate.THERE]))
    return ", ".join(parts) + "."
