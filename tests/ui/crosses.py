"""Crosses: windows in which every page is looked at, of each size, text size, look and language."""

from dataclasses import dataclass
from itertools import product

from selfassess.ui.theme import Look
from tests.ui import scenes

ENGLISH, LONGER = "English", "longer words"
LANGUAGES = (ENGLISH, LONGER)
LOOKS = tuple(look.value for look in Look)

_ROOM_FOR_ALL = 400
"""The height, divided by the text size, from which bars, heads and feet of pages stay in view."""


@dataclass(frozen=True, slots=True)
class Cross:
    """One way in which the program can be seen.

    Attributes:
        language: One of LANGUAGES.
        look: One of LOOKS.
        size: Width and height of the window, and of the display that dialogs have to fit.
        scale: The text size, from 1.
    """

    language: str
    look: str
    size: tuple[int, int]
    scale: float

    @property
    def name(self) -> str:
        """What it is called in a report."""
        return f"{self.size[0]}x{self.size[1]} {self.scale:.0%} {self.look} {self.language}"

    @property
    def is_low(self) -> bool:
        """Whether pages may scroll as a whole."""
        return self.size[1] / self.scale < _ROOM_FOR_ALL


def few() -> tuple[Cross, ...]:
    """Six that between them have every language, look and window with little and much room."""
    small, usual, other = (1093, 545), (1366, 768), (1280, 720)
    return (
        Cross(ENGLISH, "high-contrast", small, 1.0),
        Cross(LONGER, "dark", small, 1.25),
        Cross(ENGLISH, "dark", usual, 1.5),
        Cross(LONGER, "high-contrast", usual, 1.5),
        Cross(ENGLISH, "light", other, 2.0),
        Cross(LONGER, "light", other, 1.0),
    )


def dealt(names: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], Cross], ...]:
    """Deal scenes out among the few, so that each is seen once."""
    crosses = few()
    return tuple((names[at :: len(crosses)], cross) for at, cross in enumerate(crosses))


def whole() -> tuple[Cross, ...]:
    """Every size, text size and language; and every size in every look.

    Looks differ in colours and in the width of borders, not in fonts: so each look other than
    the first is seen in each size and language once, at text sizes that take turns.
    """
    first, *others = LOOKS
    made = [
        Cross(language, first, size, scale)
        for language, size, scale in product(LANGUAGES, scenes.SIZES, scenes.SCALES)
    ]
    for place, (language, look, size) in enumerate(product(LANGUAGES, others, scenes.SIZES)):
        scale = scenes.SCALES[place % len(scenes.SCALES)]
        made.append(Cross(language, look, size, scale))
    return tuple(made)
