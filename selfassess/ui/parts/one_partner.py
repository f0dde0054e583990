"""One partner: choose a partner to read how it sees things beside the others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.models.one_view import OneView
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.section import Section
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.wrap_link import WrapLink
from selfassess.ui.spacing import Thing, column
from selfassess.ui.theme import Theme
from selfassess.words import _

_NONE = "none"


class OnePartner(QWidget):
    """A list of partners, and under it the view of the one that is chosen.

    Signals:
        chosen: A partner was chosen; carries its id, or nothing.
        question_wanted: A question; carries its id.
    """

    chosen = Signal(str)
    question_wanted = Signal(str)

    def __init__(
        self, theme: Theme, partners: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        """Offer partners by id and name."""
        super().__init__(parent)
        self._theme = theme
        self._list = Choice(theme, says=_("Partner to read about"), small=True, parent=self)
        self._list.offer(((_NONE, _("Choose a partner…")), *partners))
        self._held: QWidget | None = None
        self._shown: OneView | None = None
        self._column = column()
        body = QWidget(self)
        body.setLayout(self._column)
        whole = Section(theme, _("One partner’s view"), self._list, body, gap=10, parent=self)
        self.setLayout(column(whole))
        self._list.chosen.connect(self._on_chosen)

    def show_view(self, partner: str, view: OneView | None) -> None:
        """Show how a partner sees it; nothing where none is chosen."""
        self._list.mark(partner or _NONE)
        if view == self._shown:
            return
        self._shown = view
        if self._held is not None:
            self._column.removeWidget(self._held)
            self._held.hide()
            self._held.deleteLater()
            self._held = None
        if view is None:
            return
        self._held = QWidget(self)
        self._held.setLayout(column(*self._lines(view, self._held), gap=6))
        self._column.addWidget(self._held)
        self._held.show()

    def _lines(self, view: OneView, parent: QWidget) -> list[Thing]:
        theme = self._theme
        lines: list[Thing] = [
            Text(theme, line, "small", "ink2", parent=parent) for line in view.says
        ]
        if view.apart:
            lines.append(
                Text(theme, _("Two levels or more from the others"), "small_bold", parent=parent)
            )
        for one in view.apart:
            link = WrapLink(
                theme, one.title, "small", "ink", target=one.id, code=one.id, parent=parent
            )
            link.clicked.connect(self._on_link)
            lines.append(column(link, Text(theme, one.stands, "small", "ink2", parent=parent)))
        if view.unknown:
            lines.append(Text(theme, view.unknown, "small", "ink2", parent=parent))
        return lines

    def _on_chosen(self, id_: str) -> None:
        self.chosen.emit("" if id_ == _NONE else id_)

    def _on_link(self) -> None:
        link = self.sender()
        if isinstance(link, WrapLink):
            self.question_wanted.emit(link.target)
