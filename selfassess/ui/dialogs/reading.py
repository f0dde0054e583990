"""Reading: one thing to read, such as a note on the law, with where it comes from."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from selfassess.ui.dialogs.dialog import Dialog
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.link import Link
from selfassess.ui.parts.tag import Tag
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Aligned, Gap, S, Thing
from selfassess.ui.theme import Theme
from selfassess.words import _


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to read.

    Attributes:
        title: Its title.
        text: What it says.
        tag: A word or two that answer it, such as "Myth"; may be empty.
        further: Sentences that come after, each by itself.
        source: Where it comes from; may be empty.
        url: The address of that.
        checked: When that was checked, in words.
    """

    title: str
    text: str
    tag: str = ""
    further: tuple[str, ...] = ()
    source: str = ""
    url: str = ""
    checked: str = ""


class ReadingDialog(Dialog):
    """Shows a reading, with a link to its source that opens only when it is pressed.

    Signals:
        source_wanted: The user wants to see the source; carries its address.
    """

    source_wanted = Signal(str)

    def __init__(
        self, theme: Theme, app: QApplication, reading: Reading, parent: QWidget | None
    ) -> None:
        super().__init__(theme, app, reading.title, reading.text, parent)
        self._url = reading.url
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        things: list[Thing] = []
        if reading.tag:
            tag = Tag(theme, reading.tag, filled=True, parent=self)
            things += [Aligned(tag, Qt.AlignmentFlag.AlignLeft), Gap(S)]
        for words in reading.further:
            things += [Text(theme, words, "body", parent=self), Gap(S)]
        if reading.source:
            link = Link(theme, reading.source, chevron=True, parent=self)
            link.clicked.connect(self._on_source)
            things += [link, Text(theme, reading.checked, "small", "ink2", parent=self)]
        done = Button(theme, _("Close"), Rank.PRIMARY, parent=self)
        done.setDefault(True)
        done.clicked.connect(self.accept)
        self.hold(tuple(things), (done,))

    def _on_source(self) -> None:
        self.source_wanted.emit(self._url)
