"""Room start: what stands before the first question, and the question to practise on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Gap, L, M, S, column
from selfassess.ui.theme import Theme
from selfassess.words import _


class RoomStart(QWidget):
    """Begins the workshop, with a warm-up first if the room wants one.

    Signals:
        begin_wanted: The first question is to come.
        warm_up_wanted: The warm-up is to be shown.
        plan_wanted: The topics are to be chosen first.
    """

    begin_wanted = Signal()
    warm_up_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Text(theme, "", "h1", parent=self)
        self._about = Text(theme, "", "lead", "ink2", parent=self)
        self._lines = QWidget(self)
        self._lines_column = column(gap=S)
        self._lines.setLayout(self._lines_column)
        self.begin = Button(theme, _("Begin"), Rank.PRIMARY, trailing="chevron-right", parent=self)
        self.warm_up = Button(theme, _("Warm up first"), parent=self)
        self.plan = Button(theme, _("Choose the questions"), parent=self)
        buttons = Flow(gap=S, parent=self)
        buttons.hold(self.begin, self.warm_up, self.plan)
        self.setLayout(
            column(
                self._title,
                Gap(S),
                self._about,
                Gap(L),
                self._lines,
                Gap(L),
                buttons,
                STRETCH,
                margins=(0, M, 0, M),
            )
        )
        self.begin.clicked.connect(self.begin_wanted)
        self.warm_up.clicked.connect(self.warm_up_wanted)
        self.plan.clicked.connect(self.plan_wanted)

    def show_start(
        self, title: str, about: str, lines: tuple[str, ...], *, has_topics: bool, warm: bool
    ) -> None:
        """Show what is to come.

        Args:
            title: The heading.
            about: A sentence under it.
            lines: Further sentences, such as the levels of the warm-up.
            has_topics: There is something to begin with.
            warm: The warm-up is on show.
        """
        self._title.say(title)
        self._about.say(about)
        while self._lines_column.count():
            item = self._lines_column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._lines_column.addWidget(Text(self._theme, line, "body", parent=self._lines))
        self.begin.setVisible(has_topics)
        self.warm_up.setVisible(not warm)
        self.plan.setVisible(not warm)
