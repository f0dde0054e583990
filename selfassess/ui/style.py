"""Style: the style sheet of Qt's own controls, generated from the theme."""

from string import Template

from PySide6.QtWidgets import QWidget

from selfassess.ui.theme import Look, Theme

_SHEET = Template("""
QWidget { font-family: $family; font-size: ${body}px; color: $ink; }
QMainWindow, QDialog { background: $surface; }
QScrollArea, QScrollArea > QWidget > QWidget#page { background: transparent; border: none; }
QLineEdit, QPlainTextEdit, QDateEdit, QSpinBox {
    background: $surface; color: $ink; border: 1px solid $line_strong; border-radius: ${radius}px;
    padding: ${pad_y}px ${pad_x}px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $ink3;
}
QLineEdit { min-height: ${field}px; }
QLineEdit:focus, QPlainTextEdit:focus, QDateEdit:focus, QSpinBox:focus {
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
QComboBox { font-size: ${body}px; }
QComboBox QAbstractItemView {
    background: $surface; color: $ink; border: 1px solid $line_strong; outline: none; padding: 4px;
    selection-background-color: $tint; selection-color: $accent;
}
QComboBox QAbstractItemView::item {
    min-height: ${item}px; padding-left: 8px; border: 1px solid transparent; border-radius: 4px;
}
QComboBox QAbstractItemView::item:selected {
    background: $tint; color: $accent; border-color: $chosen_line;
}
QMenu { background: $surface; color: $ink; border: 1px solid $line_strong; padding: 6px; }
QMenu::item { padding: ${menu_y}px ${menu_right}px ${menu_y}px ${menu_left}px; border-radius: 4px;
    border: 1px solid transparent; }
QMenu::item:selected { background: $tint; color: $accent; border-color: $chosen_line; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }
QMenu::icon { padding-left: 8px; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line_strong; padding: 6px 8px;
    font-size: ${small}px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $line_strong; border-radius: 3px; min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal { background: $line_strong; border-radius: 3px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTableView, QListView, QTreeView {
    background: $surface; color: $ink; border: none; outline: none; gridline-color: $line;
    selection-background-color: $tint; selection-color: $ink;
}
QListView#quiet { background: transparent; }
QHeaderView::section {
    background: $canvas; color: $ink; border: none; border-bottom: 1px solid $line_strong;
    padding: 6px 8px; font-weight: 600; font-size: ${small}px;
}
""")

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


def style_sheet(theme: Theme) -> str:
    """Return the style sheet for the present look and text size."""
    facts: dict[str, object] = {name: theme.colour(name).name() for name in _COLOURS}
    pad_y, pad_x, thick = theme.px(5), theme.px(12), round(theme.stroke("focus"))
    facts |= {
        "family": ", ".join(f'"{family}"' for family in theme.font().families()),
        "body": theme.font("body").pixelSize(),
        "small": theme.font("small").pixelSize(),
        "radius": theme.radius(),
        "pad_y": pad_y,
        "pad_x": pad_x,
        "pad_y_focus": pad_y + 1 - thick,
        "pad_x_focus": pad_x + 1 - thick,
        "thick": thick,
        "field": theme.size("control") - 2 * pad_y - 2,
        "item": theme.px(28),
        "menu_y": theme.px(6),
        "menu_left": theme.px(10),
        "menu_right": theme.px(44),
        "off": "dashed" if theme.look is Look.CONTRAST else "solid",
        "chosen_line": (
            theme.colour("accent").name() if theme.look is Look.CONTRAST else "transparent"
        ),
    }
    return _SHEET.substitute(facts)


def dress(window: QWidget, theme: Theme) -> None:
    """Put a window into the theme; to be done again whenever the theme changes."""
    window.setPalette(theme.palette())
    window.setStyleSheet(style_sheet(theme))
