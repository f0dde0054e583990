"""Style: the style sheets of Qt's own controls, generated from the theme.

Each control has its own. With one for the whole window Qt asks of every widget in it which rules
hold, and a page takes half as long again to be built.
"""

from string import Template

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QToolTip,
    QWidget,
)

from selfassess.ui.theme import Look, Theme

_BARS = """
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $line_strong; border-radius: 3px; min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal { background: $line_strong; border-radius: 3px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit {
    $written background: $surface; border: 1px solid $line_strong;
    border-radius: ${radius}px; padding: ${pad_y}px ${pad_x}px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $ink3;
}
QLineEdit { min-height: ${field}px; }
QLineEdit:focus, QPlainTextEdit:focus {
    border: ${thick}px solid $focus; padding: ${pad_y_focus}px ${pad_x_focus}px;
}
QLineEdit[quiet="true"] { border-color: transparent; padding-left: 6px; background: transparent; }
QLineEdit[quiet="true"]:hover { border-color: $line_strong; }
QLineEdit[quiet="true"]:focus { border: ${thick}px solid $focus; padding-left: 5px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $error; }
QLineEdit:disabled, QPlainTextEdit:disabled {
    color: $ink3; border-color: $line; border-style: $off; background: $canvas;
}
QPlainTextEdit > QWidget { background: transparent; }
"""

_CHOICES = """
QComboBox, QComboBox QAbstractItemView { $written }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $line_strong; outline: none; padding: 4px;
    selection-background-color: $tint; selection-color: $accent;
}
QComboBox QAbstractItemView::item {
    min-height: ${item}px; padding-left: 8px; border: 1px solid transparent; border-radius: 4px;
}
QComboBox QAbstractItemView::item:selected {
    background: $tint; color: $accent; border-color: $chosen_line;
}
"""

_MENUS = """
QMenu {
    $written background: $surface; border: 1px solid $line_strong; padding: 6px;
    menu-scrollable: 1; icon-size: ${icon}px;
}
QMenu::item { padding: ${menu_y}px ${menu_right}px ${menu_y}px ${menu_left}px; border-radius: 4px;
    border: 1px solid transparent; }
QMenu::item:selected { background: $tint; color: $accent; border-color: $chosen_line; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }
QMenu::icon { padding-left: 8px; }
"""

_VIEWS = """
QTableView, QListView, QTreeView {
    $written background: $surface; border: none; outline: none; gridline-color: $line;
    selection-background-color: $tint; selection-color: $ink;
}
QListView#quiet { background: transparent; }
QTableView#figures::item { padding: 0 5px; }
QHeaderView { $written }
QHeaderView::section {
    background: $canvas; color: $ink; border: none; border-bottom: 1px solid $line_strong;
    padding: 6px 8px; font-weight: 600; font-size: ${small}px;
}
"""

_SHEETS = {
    QScrollBar: _BARS,
    QLineEdit: _FIELDS,
    QPlainTextEdit: _FIELDS + _BARS,
    QComboBox: _CHOICES + _BARS,
    QMenu: _MENUS,
    QAbstractItemView: _VIEWS + _BARS,
}
"""By the kind of control; what stands inside one is told by the same sheet."""

_COLOURS = (
    "ink",
    "ink3",
    "surface",
    "canvas",
    "line",
    "line_strong",
    "accent",
    "on_accent",
    "tint",
    "focus",
    "error",
)


def style_sheet(kind: type[QWidget], theme: Theme) -> str:
    """Return the style sheet of a kind of control for the present look and text size.

    Raises:
        KeyError: controls of that kind have none.
    """
    return theme.once(kind.__name__, lambda: Template(_SHEETS[kind]).substitute(_facts(theme)))


def clothe(control: QWidget, theme: Theme) -> None:
    """Put one of Qt's own controls into the theme, and what stands inside it."""
    kind = next(kind for kind in _SHEETS if isinstance(control, kind))
    control.setStyleSheet(style_sheet(kind, theme))


def dress(window: QWidget, theme: Theme) -> None:
    """Put a window and all in it into the theme; to be done again whenever the theme changes."""
    window.setPalette(theme.palette())
    window.setFont(theme.font())
    inside = window.findChildren(QWidget)
    for control in inside:
        if control.styleSheet():
            clothe(control, theme)
    for widget in (window, *inside):  # what is painted by us measures itself anew
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def dress_application(application: QApplication, theme: Theme) -> None:
    """Put into the theme what Qt opens by itself: file dialogs and tool tips; do it again too."""
    application.setPalette(theme.palette())
    application.setFont(theme.font())
    QToolTip.setPalette(theme.palette())
    QToolTip.setFont(theme.font("small"))


def _facts(theme: Theme) -> dict[str, object]:
    facts: dict[str, object] = {name: theme.colour(name).name() for name in _COLOURS}
    family = ", ".join(f'"{family}"' for family in theme.font().families())
    body = theme.font("body").pixelSize()
    pad_y, pad_x, thick = theme.px(5), theme.px(12), round(theme.stroke("focus"))
    facts |= {
        "written": f"font-family: {family}; font-size: {body}px; color: {facts['ink']};",
        "small": theme.font("small").pixelSize(),
        "radius": theme.radius(),
        "pad_y": pad_y,
        "pad_x": pad_x,
        "pad_y_focus": pad_y + 1 - thick,
        "pad_x_focus": pad_x + 1 - thick,
        "thick": thick,
        "field": theme.size("control") - 2 * pad_y - 2,
        "item": theme.px(28),
        "icon": theme.px(16),
        "menu_y": theme.px(6),
        "menu_left": theme.px(10),
        "menu_right": theme.px(44),
        "off": "dashed" if theme.look is Look.CONTRAST else "solid",
        "chosen_line": (
            theme.colour("accent").name() if theme.look is Look.CONTRAST else "transparent"
        ),
    }
    return facts
