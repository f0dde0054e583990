"""Theme: the design tokens as fonts, colours and measures, for one look and one text size."""

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette, QStyleHints

_HEADING_FROM = 16
_BODY = 14
_BOLD = 600
_TRACKED_FROM = 20
_TRACKED_FAMILY = "Inter"
_WIDTHS_KEPT = 2_000


class Look(StrEnum):
    """A set of colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high-contrast"


class Room(NamedTuple):
    """The width and height of a window, divided by the text size, with what fits in them."""

    width: float
    height: float
    three_columns: bool
    compact_rail: bool
    rail_as_menu: bool
    one_line_levels: bool
    short_rows: bool
    pages_move: bool


SYSTEM = "system"
"""The choice of a look that leaves it to the system."""


class Theme(QObject):
    """Fonts, colours and measures for everything that is drawn.

    Signals:
        changed: The look or the text size is another.
    """

    changed = Signal()

    def __init__(
        self,
        tokens: dict[str, Any],
        *,
        choice: str = SYSTEM,
        text_scale: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        """Begin with tokens, a chosen look (or `system`) and a text size from 1."""
        super().__init__(parent)
        self._tokens = tokens
        self._choice = choice
        self._system = Look.LIGHT
        self._scale = text_scale
        self._hints: QStyleHints | None = None
        self._fonts: dict[str, QFont] = {}
        self._colours: dict[str, QColor] = {}
        self._made: dict[str, str] = {}
        self._lines: dict[str, float] = {}
        self._widths: dict[tuple[str, str], float] = {}
        self._families = _families(tokens["font"])

    @property
    def look(self) -> Look:
        """The set of colours in use."""
        return self._system if self._choice == SYSTEM else Look(self._choice)

    @property
    def choice(self) -> str:
        """The look that was chosen; `system` when it follows the system."""
        return self._choice

    @property
    def text_scale(self) -> float:
        """The text size: 1 for 100 %."""
        return self._scale

    @property
    def text_scales(self) -> tuple[float, ...]:
        """The text sizes on offer, smallest first."""
        return tuple(self._tokens["type"]["text_scale"])

    def follow(self, hints: QStyleHints) -> None:
        """Take the look of the system where none was chosen, now and whenever it changes."""
        self._hints = hints
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._on_system_changed()

    def choose(self, choice: str) -> None:
        """Use a look (`light`, `dark` or `high-contrast`), or that of the `system`."""
        if choice != self._choice:
            self._choice = choice
            self._renew()

    def set_text_scale(self, scale: float) -> None:
        """Use another text size, at least 1."""
        if scale != self._scale:
            self._scale = max(1.0, scale)
            self._renew()

    def step_text(self, steps: int) -> None:
        """Go up or down in the list of text sizes."""
        scales = self.text_scales
        nearest = min(range(len(scales)), key=lambda place: abs(scales[place] - self._scale))
        self.set_text_scale(scales[max(0, min(len(scales) - 1, nearest + steps))])

    def colour(self, name: str) -> QColor:
        """Return a colour of the look, such as `ink` or `accent`; see tokens.toml for the names."""
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = QColor(self._shades()[name])
        return QColor(found)

    def level_colour(self, level: int, kind: str = "level") -> QColor:
        """Return the colour of a level 1 to 5.

        Args:
            level: The level.
            kind: `level` for the solid, `level_text` for a number on it, `level_tint` for tables.
        """
        return QColor(self._shades()[kind][f"l{level}"])

    def font(self, style: str = "body") -> QFont:
        """Return the font of a text style of tokens.toml [type], at the present text size."""
        found = self._fonts.get(style)
        if found is None:
            found = self._fonts[style] = self._made_font(style)
        return QFont(found)

    def leading(self, style: str = "body") -> float:
        """Return the distance between base lines of a style, as a multiple of its font's height."""
        spec, heights = self._tokens["type"][style], self._tokens["type"]["line_height"]
        if spec["weight"] >= _BOLD and spec["size"] >= _HEADING_FROM:
            return float(heights["heading"])
        return float(heights["small" if spec["size"] < _BODY else "body"])

    def line(self, style: str = "body") -> float:
        """Return the height of one line of a style, without what leading adds."""
        found = self._lines.get(style)
        if found is None:
            found = self._lines[style] = QFontMetricsF(self.font(style)).height()
        return found

    def width(self, said: str, style: str = "body") -> float:
        """Return the width of words on one line of a style; kept, for layouts ask often."""
        found = self._widths.get((said, style))
        if found is None:
            if len(self._widths) == _WIDTHS_KEPT:
                self._widths.clear()
            found = QFontMetricsF(self.font(style)).horizontalAdvance(said)
            self._widths[said, style] = found
        return found

    def px(self, at_100: float) -> int:
        """Return a measure given at 100 % for the present text size."""
        return round(at_100 * self._scale)

    def size(self, name: str) -> int:
        """Return a measure of tokens.toml [size], for the present text size."""
        return self.px(self._tokens["size"][name])

    def radius(self, name: str = "control") -> int:
        """Return the radius of corners: `tag`, `control` or `card`."""
        return int(self._tokens["radius"][name])

    def stroke(self, name: str = "hairline") -> float:
        """Return a line width of tokens.toml [line]; `chosen` is that of a chosen thing."""
        if name == "chosen":
            return 3.0 if self.look is Look.CONTRAST else float(self._tokens["line"]["selected"])
        return float(self._tokens["line"][name])

    @property
    def dashes(self) -> tuple[float, float]:
        """Dash and gap of the essential line, in pixels."""
        dash, gap = self._tokens["line"]["essential_dash"]
        return float(dash), float(gap)

    def room(self, window: QSize) -> Room:
        """Say what fits in a window of that size, by the rules of tokens.toml [layout]."""
        rules = self._tokens["layout"]
        width, height = window.width() / self._scale, window.height() / self._scale
        return Room(
            width=width,
            height=height,
            three_columns=width >= rules["three_columns_from_w"],
            compact_rail=width < rules["compact_rail_below_w"],
            rail_as_menu=width < rules["rail_as_menu_below_w"],
            one_line_levels=height < rules["one_line_levels_below_h"],
            short_rows=height < rules["short_rows_below_h"],
            pages_move=height < rules["pages_move_below_h"],
        )

    @property
    def smallest_window(self) -> QSize:
        """The smallest size that a window may have."""
        width, height = self._tokens["layout"]["minimum_window"]
        return QSize(width, height)

    def palette(self) -> QPalette:
        """Return the colours in the form that Qt's own controls take."""
        palette = QPalette()
        for role, name in _ROLES:
            palette.setColor(role, self.colour(name))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("ink3"))
        return palette

    def once(self, name: str, make: Callable[[], str]) -> str:
        """Return what is made of the present look and text size, and make it only once."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    def _shades(self) -> dict[str, Any]:
        shades: dict[str, Any] = self._tokens[self.look.value.replace("-", "_")]
        return shades

    def _on_system_changed(self) -> None:
        if self._hints is None:
            return
        before = self.look
        self._system = _look_of(self._hints)
        if self.look is not before:
            self._renew()

    def _renew(self) -> None:
        self._fonts.clear()
        self._colours.clear()
        self._made.clear()
        self._lines.clear()
        self._widths.clear()
        self.changed.emit()

    def _made_font(self, style: str) -> QFont:
        spec = self._tokens["type"][style]
        font = QFont(self._families)
        font.setPixelSize(max(1, round(spec["size"] * self._scale)))
        font.setWeight(QFont.Weight(spec["weight"]))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(QFont.Tag("tnum"), 1)
        if spec["size"] >= _TRACKED_FROM and self._families[0] == _TRACKED_FAMILY:
            tracking = self._tokens["type"]["tracking_em_from_20px"] * font.pixelSize()
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
        return font


def _families(wanted: dict[str, Any]) -> list[str]:
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    found = [one for one in wanted[f"family_{system}"] if QFontDatabase.hasFamily(one)]
    return found or [QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()]


def _look_of(hints: QStyleHints) -> Look:
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Look.CONTRAST
    return Look.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Look.LIGHT


_ROLES = (
    (QPalette.ColorRole.Window, "surface"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "canvas"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.PlaceholderText, "ink3"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "on_accent"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "ink"),
    (QPalette.ColorRole.Accent, "accent"),
)
