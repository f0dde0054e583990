"""Search: one box over everything that can be done, asked, read or looked up."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from selfassess.overriding import override
from selfassess.ui.dialogs.dialog import give_back
from selfassess.ui.models.finds import Find, Finds, kind_name
from selfassess.ui.parts import paint
from selfassess.ui.parts.aloud import say_aloud
from selfassess.ui.parts.field import Line
from selfassess.ui.parts.finds_list import FindsList
from selfassess.ui.parts.focus_ring import FocusRing
from selfassess.ui.parts.key_caps import KeyCaps
from selfassess.ui.parts.line import Hairline
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Gap, L, M, S, Share, column, row
from selfassess.ui.style import dress
from selfassess.ui.theme import Theme
from selfassess.words import _, interface

_SIZE = QSize(680, 520)
_TOP, _AROUND = 72, 32
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGE = 5


class SearchDialog(QDialog):
    """A box to write in, and under it what was found; Enter goes there, Esc leaves.

    Signals:
        gone_to: The user wants what was found; carries a `Find`.
    """

    gone_to = Signal(object)

    def __init__(
        self,
        theme: Theme,
        app: QApplication,
        look: Callable[[str], Finds],
        parent: QWidget | None,
    ) -> None:
        """Make the search.

        Args:
            theme: Fonts, colours and measures.
            app: Tells where the keyboard is.
            look: Returns what is found for some words.
            parent: The window it stands above.
        """
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self.setWindowTitle(_("Search"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dress(self, theme)
        self._ring = FocusRing(theme, app, self)
        says = _("Search acts, questions, barriers, case studies, guidance and words")
        self.box = Line(theme, says=says, parent=self)
        self.box.setPlaceholderText(_("What are you looking for?"))
        self.list = FindsList(theme, says=_("Found"), parent=self)
        self._remark = Text(theme, "", "small", "ink2", parent=self)
        self._none = QWidget(self)
        self._said = Text(theme, "", "h3", parent=self._none)
        tip = _("Try another word, or only its first letters. What people wrote is not searched.")
        told = Text(theme, tip, "body", "ink2", parent=self._none)
        self._none.setLayout(column(self._said, Gap(S), told, STRETCH, margins=(L, L)))
        glass = Symbol(theme, "search", size=16, parent=self)
        self.setLayout(
            column(
                row(glass, Share(self.box), gap=12, margins=(24, M, 24, 12)),
                Hairline(theme, parent=self),
                Share(self.list),
                Share(self._none),
                Hairline(theme, parent=self),
                row(Share(self._remark), *self._keys(), gap=S, margins=(24, 10, 24, 12)),
                margins=2,
            )
        )
        self.box.installEventFilter(self)
        self.box.textChanged.connect(self._on_text)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self._place(parent)
        self._on_text("")
        self.box.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.list.step(_STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            for _time in range(_PAGE):
                self.list.step(1 if key is Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened()
        else:
            return False
        return True

    @override
    def done(self, result: int, /) -> None:
        super().done(result)
        give_back(self.parentWidget())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        paint.box(painter, QRectF(self.rect()), 0, border=theme.colour("line_strong"))

    def _keys(self) -> tuple[QWidget, ...]:
        theme = self._theme
        made: list[QWidget] = []
        for caps, does in (
            (("↑", "↓"), _("choose")),
            ((_("Enter"),), _("go there")),
            ((_("Esc"),), _("leave")),
        ):
            made.append(KeyCaps(theme, caps, self))
            made.append(Text(theme, does, "small", "ink2", wrap=False, parent=self))
        return tuple(made)

    def _place(self, parent: QWidget | None) -> None:
        theme = self._theme
        size = QSize(theme.px(_SIZE.width()), theme.px(_SIZE.height()))
        if parent is not None:
            around = QSize(2 * _AROUND, _AROUND + _TOP)
            size = size.boundedTo(parent.size() - around)
            left = (parent.width() - size.width()) // 2
            self.move(parent.mapToGlobal(QPoint(left, _TOP)))
        self.resize(size)

    def _on_text(self, text: str) -> None:
        found = self._look(text)
        self._said.say(found.remark)
        self._remark.say(found.remark if found.found else "")
        self.list.setVisible(bool(found.found))
        self._none.setHidden(bool(found.found))
        self.list.show_finds(found.found)
        if not found.found:
            say_aloud(self.box, found.remark)

    def _on_chosen(self) -> None:
        find = self.list.here
        if find is None:
            return
        places = self.list.found
        said = _(
            "{kind}: {find}. {place} of {all}",
            kind=kind_name(find.kind, interface()),
            find=find.spoken,
            place=places.index(find) + 1,
            all=len(places),
        )
        say_aloud(self.box, said)

    def _on_opened(self) -> None:
        find: Find | None = self.list.here
        if find is not None:
            self.accept()
            self.gone_to.emit(find)
