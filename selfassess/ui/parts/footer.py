"""Footer bar: the next step of a page, with its one primary button at the right."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts.line import Ground
from selfassess.ui.spacing import column
from selfassess.ui.theme import Theme

_LEAST_AIR = 8


class FooterBar(Ground):
    """The bar under the body of a page; it never scrolls."""

    def __init__(self, theme: Theme, content: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", lines=(Qt.Edge.TopEdge,), parent=parent)
        self._theme = theme
        self._tight = False
        self._column = column(content)
        self.setLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._fit()

    def set_tight(self, tight: bool) -> None:
        """Take as little height as there can be."""
        self._tight = tight
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        free = self._theme.size("footer_bar") / self._theme.text_scale - self._theme.size("control")
        air = _LEAST_AIR if self._tight else max(_LEAST_AIR, round(free / 2))
        self._column.setContentsMargins(0, air, 0, air)
