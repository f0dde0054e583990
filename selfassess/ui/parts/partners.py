"""Partners: who shares, each with its shape, sector and how many people will answer."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.field import Line
from selfassess.ui.parts.line import Hairline
from selfassess.ui.parts.marks import Mark
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Aligned, Gap, S, Share, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _, plural

_PEOPLE = tuple(range(1, 13))
_SECTOR_WIDTH = 172
_PEOPLE_WIDTH = 96
_LEAST_SECTOR_WIDTH = 108
_NAME_WIDTH = 168
_SIDES_OF_NAME = 20


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner as it is shown: id, name, code of its sector, letter and number of people."""

    id: str
    name: str
    sector: str
    letter: str
    people: int


class _Row(QWidget):
    """One partner."""

    renamed = Signal(str, str)
    sector_chosen = Signal(str, str)
    people_chosen = Signal(str, int)
    remove_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        place: int,
        id_: str,
        sectors: tuple[tuple[str, str], ...],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.id = id_
        self._theme = theme
        self.mark = Mark(theme, place, parent=self)
        self.name = Line(theme, says=_("Name of the partner"), parent=self)
        self.name.setProperty("quiet", True)
        self.sector = Choice(theme, says=_("Sector"), small=True, parent=self)
        self.sector.offer(sectors)
        self.people = Choice(theme, says=_("How many people will answer"), small=True, parent=self)
        self.remove = Button(theme, _("Remove"), Rank.ICON, icon="close", parent=self)
        self._fit()
        inside = row(
            *(
                Gap(6),
                self.mark,
                Share(self.name),
                self.sector,
                Gap(2),
                self.people,
                self.remove,
            ),
            gap=S,
            margins=(0, 5, 0, 5),
        )
        self.whole = Text(theme, "", "small", "ink2", parent=self)
        self.whole.hide()
        self._under = row(Share(self.whole))
        self.setLayout(column(inside, self._under, Hairline(theme, parent=self)))
        self.name.installEventFilter(self)
        self.name.textChanged.connect(self._show_whole)
        self.name.editingFinished.connect(self._on_named)
        self.sector.chosen.connect(self._on_sector)
        self.people.chosen.connect(self._on_people)
        self.remove.clicked.connect(self._on_remove)

    def show_partner(self, partner: Partner) -> None:
        """Show it as it stands."""
        self.name.show_words(partner.name)
        self.name.setToolTip(partner.name)
        self.sector.mark(partner.sector)
        counts = sorted({*_PEOPLE, partner.people} - {0})
        offered = tuple((str(n), plural("{count} person", "{count} people", n)) for n in counts)
        self.people.offer((("0", _("People?")), *offered))
        self.people.mark(str(partner.people))
        self._fit()
        names = {"name": partner.name}
        shape = _("{name}, letter {letter}", letter=partner.letter, **names)
        self.mark.setToolTip(shape)
        self.mark.setAccessibleName(shape)
        self.sector.call(_("Sector of {name}", **names))
        self.people.call(_("How many people will answer for {name}", **names))
        self.remove.setAccessibleName(_("Remove {name}", **names))
        self.remove.setToolTip(_("Remove {name}", **names))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()
            self._show_whole()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._show_whole()
        return False

    def _show_whole(self) -> None:
        """Say the whole name under its field where that is too short for it."""
        room = self.name.width() - _SIDES_OF_NAME
        needs = QFontMetricsF(self.name.font()).horizontalAdvance(self.name.text())
        left = self.name.x() + _SIDES_OF_NAME // 2
        self._under.setContentsMargins(left, 0, 0, 6)
        self.whole.say(self.name.text())
        self.whole.setVisible(needs > room)

    def _fit(self) -> None:
        theme = self._theme
        self.name.setMinimumWidth(theme.px(_NAME_WIDTH))
        self.sector.setMinimumWidth(theme.px(_LEAST_SECTOR_WIDTH))
        self.sector.setMaximumWidth(max(theme.px(_SECTOR_WIDTH), self.sector.sizeHint().width()))
        wide = max(theme.px(_PEOPLE_WIDTH), self.people.sizeHint().width())
        self.people.setFixedWidth(wide)

    def _on_named(self) -> None:
        self.renamed.emit(self.id, self.name.text().strip())

    def _on_sector(self, code: str) -> None:
        self.sector_chosen.emit(self.id, code)

    def _on_people(self, count: str) -> None:
        self.people_chosen.emit(self.id, int(count))

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self.id)


class _Draft(QWidget):
    """A place for the name of one partner more."""

    def __init__(self, theme: Theme, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        mark = Mark(theme, place, parent=self)
        mark.setAccessibleName(_("Shape of the new partner"))
        self.name = Line(theme, says=_("Name of the new partner"), parent=self)
        self.name.setPlaceholderText(_("Name, then Enter"))
        inside = row(Gap(6), mark, Share(self.name), gap=S, margins=(0, 5, 0, 5))
        self.setLayout(column(inside, Hairline(theme, parent=self)))


class Partners(QWidget):
    """The partners in set-up order.

    Signals:
        added: The user named a new partner.
        renamed: The user gave a partner another name; carries its id and the name.
        sector_chosen: The user chose a sector; carries the partner's id and the code.
        people_chosen: The user said how many people will answer; carries id and number.
        remove_wanted: The user wants a partner out; carries its id.
    """

    added = Signal(str)
    renamed = Signal(str, str)
    sector_chosen = Signal(str, str)
    people_chosen = Signal(str, int)
    remove_wanted = Signal(str)

    def __init__(
        self, theme: Theme, sectors: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sectors = sectors
        self._rows: list[_Row] = []
        self._draft: _Draft | None = None
        self._add = Button(
            theme, _("Add a partner"), Rank.LINK, icon="plus", style="small_bold", parent=self
        )
        self._error = Remark(theme, "error", colour="error", parent=self)
        self._list = column()
        self.setLayout(
            column(
                Hairline(theme, parent=self),
                *(self._list, Gap(S), self._error),
                Aligned(self._add, Qt.AlignmentFlag.AlignLeft),
            )
        )
        self._add.clicked.connect(self.begin_new)

    def show_partners(self, partners: tuple[Partner, ...]) -> None:
        """Show these partners; rows that stay keep the keyboard."""
        if tuple(r.id for r in self._rows) != tuple(p.id for p in partners):
            self._build(partners)
        for shown, partner in zip(self._rows, partners, strict=True):
            shown.show_partner(partner)
        if not partners and self._draft is None:
            self._open_draft()

    @property
    def is_wrong(self) -> bool:
        """Whether a sentence under the list says that something is amiss."""
        return bool(self._error.words)

    def complain(self, words: str) -> None:
        """Say under the list what is amiss, or that nothing is."""
        self._error.say(words)

    def begin_new(self) -> None:
        """Offer a place for the name of a new partner, with the keyboard in it."""
        if self._draft is None:
            self._open_draft()
        if self._draft is not None:
            self._draft.name.setFocus()

    def _open_draft(self) -> None:
        self._draft = _Draft(self._theme, len(self._rows), self)
        self._draft.name.editingFinished.connect(self._on_drafted)
        self._list.addWidget(self._draft)

    def _close_draft(self) -> None:
        if self._draft is not None:
            self._list.removeWidget(self._draft)
            self._draft.hide()
            self._draft.deleteLater()
            self._draft = None

    def _build(self, partners: tuple[Partner, ...]) -> None:
        self._close_draft()
        for shown in self._rows:
            self._list.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self._rows = []
        for place, partner in enumerate(partners):
            shown = _Row(self._theme, place, partner.id, self._sectors, self)
            shown.renamed.connect(self.renamed)
            shown.sector_chosen.connect(self.sector_chosen)
            shown.people_chosen.connect(self.people_chosen)
            shown.remove_wanted.connect(self.remove_wanted)
            self._rows.append(shown)
            self._list.addWidget(shown)

    def _on_drafted(self) -> None:
        draft = self._draft
        if draft is None:
            return
        name = draft.name.text().strip()
        if name:
            entered = draft.name.hasFocus()
            draft.name.clear()
            self.added.emit(name)
            if entered:
                self.begin_new()
        elif self._rows and not draft.name.hasFocus():
            self._close_draft()
