"""Help: the keys, the words, how scores are computed, how to keep a file safe, and about."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from selfassess.overriding import override
from selfassess.ui.act_list import act_list
from selfassess.ui.dialogs.dialog import Dialog
from selfassess.ui.help_texts import KEYS, Line, Part, Section, help_sections
from selfassess.ui.models.entries import Entry
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.entry_list import EntryList
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.key_caps import KeyCaps
from selfassess.ui.parts.line import Ground, Hairline
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Gap, L, M, S, Share, Thing, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_SIZE = QSize(860, 620)
_LIST = 232
_AROUND = 48
_LIST_FROM = 660
_TERMS_WIDEST = 600


class HelpDialog(Dialog):
    """Sections at the left, and what the chosen one says at the right."""

    def __init__(
        self,
        theme: Theme,
        app: QApplication,
        here: tuple[Hint, ...],
        parent: QWidget | None,
        sections: tuple[Section, ...] = (),
    ) -> None:
        """Make the help.

        Args:
            theme: Fonts, colours and measures.
            app: Tells where the keyboard is.
            here: The keys of the page in view.
            parent: The window it stands above.
            sections: What it says; by default what needs no content.
        """
        super().__init__(theme, app, _("Help"), "", parent)
        self._sections = sections or help_sections(here, act_list())
        self._lines: dict[str, QWidget] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(0)
        names = tuple((section.id, section.name) for section in self._sections)
        self.list = EntryList(theme, says=_("Sections of the help"), parent=self)
        self.list.show_entries(tuple(Entry(id_, name) for id_, name in names))
        self._choice = Choice(theme, says=_("Sections of the help"), style="body", parent=self)
        self._choice.offer(names)
        self._left = Ground(theme, "canvas", lines=(Qt.Edge.RightEdge,), parent=self)
        self._left.setLayout(column(Gap(M), Share(self.list), margins=(0, 0, 1, 0)))
        self._body = Scroll(theme, QWidget(), says=_("Help"), parent=self)
        done = Button(theme, _("Close"), Rank.PRIMARY, parent=self)
        done.setDefault(True)
        foot = FooterBar(theme, row(STRETCH, done, margins=(M, 0)), self)
        self._top = QWidget(self)
        self._top.setLayout(column(self._choice, margins=(L, M, L, 4)))
        right = column(self._top, Share(self._body), foot)
        self.setLayout(row(self._left, Share(right), gap=0))
        room = parent.size() if parent is not None else QSize(1366, 768)
        room -= QSize(_AROUND, _AROUND)
        self.resize(QSize(theme.px(_SIZE.width()), theme.px(_SIZE.height())).boundedTo(room))
        self.list.chosen.connect(self.show_section)
        self._choice.chosen.connect(self.show_section)
        done.clicked.connect(self.accept)
        self.show_section(KEYS)

    def show_section(self, id_: str, at: str = "") -> None:
        """Show a section, and there a line of which an id is named."""
        section = next(one for one in self._sections if one.id == id_)
        self.list.choose(id_)
        self._choice.mark(id_)
        body = QWidget()
        self._lines = {}
        things: list[Thing] = [Text(self.theme, section.name, "h2", parent=body)]
        things += [Gap(S), Text(self.theme, section.intro, "body", "ink2", parent=body), Gap(M)]
        for place, part in enumerate(section.parts):
            things += self._part(part, body, first=place == 0)
        body.setLayout(column(*things, STRETCH, margins=(L, L, L, L)))
        self._body.setWidget(body)
        body.setAutoFillBackground(False)
        self._body.setAccessibleName(section.name)
        self._body.setAccessibleDescription(_as_text(section))
        self._body.to_top()
        line = self._lines.get(at)
        if line is not None:
            QApplication.processEvents()
            self._body.verticalScrollBar().setValue(max(0, line.y() - M))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() / self.theme.text_scale >= _LIST_FROM
        self._left.setVisible(wide)
        self._left.setFixedWidth(self.theme.px(_LIST))
        self._top.setVisible(not wide)

    def _part(self, part: Part, body: QWidget, *, first: bool) -> list[Thing]:
        theme = self.theme
        things: list[Thing] = []
        if part.heading:
            above: list[Thing] = [] if first else [Gap(M), Hairline(theme, parent=body), Gap(M)]
            things += [*above, Text(theme, part.heading, "h3", parent=body), Gap(S)]
        if part.lines and part.lines[0].keys:
            things.append(self._keys(part.lines, body))
            return things
        for line in part.lines:
            things += [self._line(line, body), Gap(M)]
        return things

    def _keys(self, lines: tuple[Line, ...], body: QWidget) -> QWidget:
        whole, grid = QWidget(body), QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        for place, line in enumerate(lines):
            caps = KeyCaps(self.theme, line.keys, whole)
            grid.addWidget(caps, place, 0)
            grid.addWidget(Text(self.theme, line.text, "body", parent=whole), place, 1)
        grid.setColumnMinimumWidth(0, self.theme.px(120))
        grid.setColumnStretch(1, 1)
        whole.setLayout(grid)
        return whole

    def _line(self, line: Line, body: QWidget) -> QWidget:
        theme = self.theme
        whole = QWidget(body)
        term = Text(theme, line.term, "body_bold", parent=whole)
        text = Text(theme, line.text, "body", "ink2", parent=whole)
        for words in (term, text):
            words.setMaximumWidth(theme.px(_TERMS_WIDEST))
        whole.setLayout(column(term, text, gap=2))
        if line.id:
            self._lines[line.id] = whole
        return whole


def _as_text(section: Section) -> str:
    """Return a section as one text, for screen readers that read what has the keyboard."""
    told = [section.intro]
    for part in section.parts:
        told.append(part.heading)
        for line in part.lines:
            before = " ".join(line.keys) or line.term
            told.append(f"{before}: {line.text}")
    return "\n".join(text for text in told if text)
