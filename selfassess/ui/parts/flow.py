"""Flow: things side by side that go on to a new line where there is no room."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.spacing import S

_OTHERS = (QEvent.Type.Show, QEvent.Type.StyleChange, QEvent.Type.FontChange)
"""What things take has changed, or may have while it could not be seen."""


class Flow(QWidget):
    """Lays its things out like words on a page, each in its own size."""

    def __init__(
        self,
        *,
        gap: int = S,
        line_gap: int = S,
        spread: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty flow.

        Args:
            gap: Pixels between things.
            line_gap: Pixels between lines.
            spread: The last thing stands at the right where all fit on one line.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._gap = gap
        self._line_gap = line_gap
        self._spread = spread
        self._things: list[QWidget] = []
        self._placed: dict[tuple[int, tuple[QWidget, ...]], list[QRect]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def things(self) -> list[QWidget]:
        """What it holds, in reading order."""
        return list(self._things)

    def hold(self, *things: QWidget) -> None:
        """Hold these things in place of those before, which are hidden but kept."""
        for thing in self._things:
            if thing not in things:
                thing.hide()
        self._things = list(things)
        for thing in things:
            thing.setParent(self)
            thing.show()
            thing.raise_()  # screen readers come to it in this order
        self._renew()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._renew()
        elif event.type() in _OTHERS:
            self._placed = {}
        return super().event(event)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    @override
    def sizeHint(self) -> QSize:
        sizes = [thing.sizeHint() for thing in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    @override
    def minimumSizeHint(self) -> QSize:
        sizes = [thing.minimumSizeHint() for thing in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _shown(self) -> list[QWidget]:
        return [thing for thing in self._things if not thing.isHidden()]

    def _renew(self) -> None:
        self._placed = {}
        self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        for thing, place in zip(self._shown(), self._places(self.width()), strict=True):
            thing.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        """Return where things lie; kept while nothing inside changes, for a layout asks often."""
        shown = tuple(self._shown())
        if not self.isVisible():  # things inside then do not tell that they have changed
            return self._laid(width, shown)
        if (width, shown) not in self._placed:
            self._placed[width, shown] = self._laid(width, shown)
        return self._placed[width, shown]

    def _laid(self, width: int, shown: tuple[QWidget, ...]) -> list[QRect]:
        places: list[QRect] = []
        line: list[QRect] = []
        at = QPoint(0, 0)
        for thing in shown:
            size = thing.sizeHint().expandedTo(thing.minimumSize()).boundedTo(thing.maximumSize())
            size.setWidth(min(size.width(), max(width, thing.minimumSizeHint().width())))
            if thing.hasHeightForWidth():
                size.setHeight(thing.heightForWidth(size.width()))
            if line and at.x() + size.width() > width:
                at = QPoint(0, _centred(line) + self._line_gap)
                places += line
                line = []
            line.append(QRect(at, size))
            at = QPoint(at.x() + size.width() + self._gap, at.y())
        if self._spread and line and not places:
            line[-1].moveRight(width - 1)
        if line:
            _centred(line)
        return places + line


def _centred(line: list[QRect]) -> int:
    """Move the places of a line to the middle of its height; return its lower end."""
    top = line[0].top()
    height = max(place.height() for place in line)
    for place in line:
        place.moveTop(top + (height - place.height()) // 2)
    return top + height
