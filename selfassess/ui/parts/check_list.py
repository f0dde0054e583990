"""Check list: what was looked at before a report goes out, each with its verdict."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.models.report_checks import Check, Verdict
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.line import Hairline
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Aligned, Gap, Share, Thing, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_LOOKS = {
    Verdict.PASSED: ("disc-ticked", "accent"),
    Verdict.LOOK: ("warning", "warn"),
    Verdict.BLOCKS: ("disc-crossed", "error"),
}
_TOP = Qt.AlignmentFlag.AlignTop


class _CheckLink(Button):
    """The link of a check."""

    def __init__(self, theme: Theme, check: Check, parent: QWidget) -> None:
        super().__init__(theme, check.link, Rank.LINK, style="small", parent=parent)
        self.check = check
        self.setAccessibleName(_("{does}: {title}", does=check.link, title=check.title))


class CheckList(QWidget):
    """The checks under each other.

    Signals:
        wanted: The user wants to go to the spot; carries a place and what to show there.
    """

    wanted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._checks: tuple[Check, ...] = ()
        self._shown: list[QWidget] = []
        self._column = column()
        self.setLayout(self._column)

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Show other checks."""
        if checks == self._checks:
            return
        self._checks = checks
        for gone in self._shown:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._shown = [self._made(check) for check in checks]
        for made in self._shown:
            self._column.addWidget(made)

    def _made(self, check: Check) -> QWidget:
        theme, whole = self._theme, QWidget(self)
        icon, colour = _LOOKS[check.verdict]
        names = {
            Verdict.PASSED: _("Passed"),
            Verdict.LOOK: _("To look at"),
            Verdict.BLOCKS: _("In the way"),
        }
        mark = Symbol(theme, icon, colour=colour, size=17, parent=whole)
        title = Text(theme, check.title, "body_bold", parent=whole)
        title.setAccessibleName(f"{names[check.verdict]}: {check.title}")
        words: list[Thing] = [title]
        if check.text:
            words.append(Text(theme, check.text, "small", "ink2", parent=whole))
        things: list[Thing] = [Aligned(mark, _TOP), Share(column(*words, STRETCH))]
        if check.link:
            link = _CheckLink(theme, check, whole)
            link.clicked.connect(self._on_link)
            things.append(Aligned(link, _TOP))
        line = Hairline(theme, parent=whole)
        whole.setLayout(column(Gap(10), row(*things, gap=13), Gap(10), line))
        return whole

    def _on_link(self) -> None:
        link = self.sender()
        if isinstance(link, _CheckLink):
            self.wanted.emit(link.check.place, link.check.at)
