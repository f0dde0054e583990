"""Say pane: the timer, what to say next, and where the presenter is; never on the projector."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.reports.room import Line
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.line import Ground, Hairline
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.section import Numbered
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.timer import TimerRing, figures, share_left, words_under
from selfassess.ui.spacing import STRETCH, Gap, M, S, Share, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_EDGE = 20


class SayPane(Ground):
    """What only the facilitator sees.

    Signals:
        pause_wanted: The user stops the timer, or lets it go on.
        presenter_wanted: The user opens or closes the presenter.
        other_display_wanted: The user takes the presenter to another display.
    """

    pause_wanted = Signal()
    presenter_wanted = Signal()
    other_display_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "canvas", lines=(Qt.Edge.LeftEdge,), parent=parent)
        self._theme = theme
        self._shown: tuple[Line, ...] = ()
        self._ring = TimerRing(theme, self)
        self._figures = Text(theme, "", "h2", wrap=False, parent=self)
        self._under = Text(theme, "", "small", "ink2", wrap=False, parent=self)
        self.pause = Button(theme, _("Pause"), small=True, parent=self)
        self._heading = Text(theme, _("Say next"), "h3", parent=self)
        self._pattern = Text(theme, "", "body", "ink2", parent=self)
        self._ruling = Text(theme, "", "small_bold", parent=self)
        self._prompts = QWidget(self)
        self._prompts_column = column(gap=12)
        self._prompts.setLayout(self._prompts_column)
        self._where = Text(theme, "", "small", "ink2", parent=self)
        self.presenter = Button(theme, "", Rank.LINK, key="F5", style="small", parent=self)
        self.other = Button(
            theme, _("Other display"), Rank.LINK, key="Shift F5", style="small", parent=self
        )
        body = QWidget(self)
        body.setLayout(
            column(
                self._heading,
                Gap(2),
                self._pattern,
                Gap(6),
                self._ruling,
                Gap(M),
                self._prompts,
                STRETCH,
                margins=(_EDGE, M, _EDGE, M),
            )
        )
        self.body = Scroll(theme, body, says=_("Say next"), parent=self)
        self.setLayout(column(self._timer(), Share(self.body), self._foot(), margins=(1, 0, 0, 0)))
        self.pause.clicked.connect(self.pause_wanted)
        self.presenter.clicked.connect(self.presenter_wanted)
        self.other.clicked.connect(self.other_display_wanted)

    def show_time(self, seconds: float, minutes: float, *, runs: bool) -> None:
        """Show how much time the topic has taken of what it is given."""
        self._ring.show_share(share_left(seconds, minutes))
        self._figures.say(figures(seconds, minutes))
        self._under.say(words_under(seconds, minutes))
        self.pause.say(_("Pause") if runs else _("Go on"))
        self.pause.setVisible(runs or seconds > 0)

    def show_prompts(self, pattern: str, ruling: str, lines: tuple[Line, ...]) -> None:
        """Show what the votes look like, what the stop rule says, and what to say."""
        self._pattern.say(pattern)
        self._pattern.setVisible(bool(pattern))
        self._ruling.say(ruling)
        self._ruling.setVisible(bool(ruling))
        if lines != self._shown:
            self._shown = lines
            self._build(lines)
            self.body.to_top()

    def show_presenter(self, words: str, *, is_open: bool, can_move: bool) -> None:
        """Show where the presenter is."""
        self._where.say(words)
        self._where.setVisible(bool(words))
        self.presenter.say(_("Close the presenter") if is_open else _("Open the presenter"))
        self.other.setVisible(is_open and can_move)

    def _timer(self) -> QWidget:
        timer = QWidget(self)
        told = column(self._figures, self._under)
        line = row(self._ring, Share(told), self.pause, gap=12, margins=(_EDGE, M, _EDGE, M))
        timer.setLayout(column(line, row(Hairline(self._theme), margins=(_EDGE, 0))))
        return timer

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        symbol = Symbol(self._theme, "screen", colour="ink2", size=14, parent=foot)
        links = (row(link, STRETCH) for link in (self.presenter, self.other))
        things = column(self._where, *links, gap=0)
        foot.setLayout(
            row(column(Gap(6), symbol, STRETCH), Share(things), gap=S, margins=(_EDGE, S, _EDGE, S))
        )
        return foot

    def _build(self, lines: tuple[Line, ...]) -> None:
        while self._prompts_column.count():
            item = self._prompts_column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, line in enumerate(lines, start=1):
            things = [Text(self._theme, line.say, "body", parent=self._prompts)]
            if line.how:
                things.append(Text(self._theme, line.how, "small", "ink2", parent=self._prompts))
            self._prompts_column.addWidget(
                Numbered(self._theme, number, *things, parent=self._prompts)
            )
