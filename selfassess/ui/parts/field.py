"""Field: a label, a hint, a place to write, and a sentence under it when something is amiss."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from selfassess.overriding import override
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Gap, column
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme

_MOST_LINES = 8
_ONLY_AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The keyboard comes back to where it was; what is selected stays so."""


class Writing(QPlainTextEdit):
    """A box for some sentences, which grows with the text size; Tab leaves it.

    Signals:
        written: The user changed the words; carries them.
        entered: The keyboard came.
        left: The keyboard went elsewhere.
    """

    written = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(
        self, theme: Theme, *, says: str, lines: int = 2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        clothe(self, theme)
        self.setAccessibleName(says)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    @property
    def words(self) -> str:
        """What is written."""
        return self.toPlainText()

    def show_words(self, words: str) -> None:
        """Show words without telling anybody; what is being written is left alone if the same."""
        if words != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(words)
            self.blockSignals(False)
            self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _ONLY_AWAY:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        self.left.emit()

    def _fit(self) -> None:
        self.ensurePolished()
        lines = round(self.document().size().height())
        shown = max(self._lines, min(_MOST_LINES, lines))
        scrolls = (
            lines > shown
        )  # said rather than found out, or the words are laid out under the bar
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if scrolls else off)
        inside = shown * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        self.setFixedHeight(round(inside + 2 * self._theme.px(5) + 3))

    def _on_text_changed(self) -> None:
        self._fit()
        self.written.emit(self.toPlainText())


class Line(QLineEdit):
    """A place for a few words.

    Signals:
        written: The user changed the words; carries them.
    """

    written = Signal(str)

    def __init__(self, theme: Theme, *, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        clothe(self, theme)
        self.setAccessibleName(says)
        self.textChanged.connect(self._on_text_changed)

    @property
    def words(self) -> str:
        """What is written."""
        return self.text()

    def show_words(self, words: str) -> None:
        """Show words; what is being written is left alone when it is the same."""
        if words != self.text():
            self._showing = True
            self.setText(words)
            self._showing = False
            self.setCursorPosition(0)

    def _on_text_changed(self, words: str) -> None:
        # Screen readers and dictation set the text without a key press.
        if not self._showing:
            self.written.emit(words)


def mark_wrong(editor: QWidget, wrong: bool) -> None:
    """Show that what is written somewhere is amiss, or that it no longer is."""
    if bool(editor.property("wrong")) is not wrong:
        editor.setProperty("wrong", wrong)
        editor.style().unpolish(editor)
        editor.style().polish(editor)


class Field(QWidget):
    """A labelled place to write.

    Signals:
        written: The user changed the words; carries them.
    """

    written = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        hint: str = "",
        *,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        """Make a field.

        Args:
            theme: Fonts, colours and measures.
            label: What is to be written.
            hint: How, in one sentence; also read out by screen readers.
            lines: 1 for a few words, more for sentences.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self.editor: Line | Writing = (
            Line(theme, says=label, parent=self)
            if lines == 1
            else Writing(theme, says=label, lines=lines, parent=self)
        )
        self.editor.setAccessibleDescription(hint)
        self.editor.written.connect(self.written)
        self._hint = hint
        name = Text(theme, label, "body_bold", parent=self)
        name.setBuddy(self.editor)
        self._error = Remark(theme, "error", colour="error", parent=self)
        things: list[QLabel] = [name]
        if hint:
            things.append(Text(theme, hint, "small", "ink2", parent=self))
        self.setLayout(column(*things, Gap(6), self.editor, self._error, gap=2))

    @property
    def words(self) -> str:
        """What is written."""
        return self.editor.words

    @property
    def is_wrong(self) -> bool:
        """Whether a sentence under it says that something is amiss."""
        return bool(self._error.words)

    def show_words(self, words: str) -> None:
        """Show words without telling anybody."""
        self.editor.show_words(words)

    def complain(self, words: str) -> None:
        """Say under the field what is amiss, or that nothing is."""
        if words == self._error.words:
            return
        self._error.say(words)
        mark_wrong(self.editor, bool(words))
        said = f"{words} {self._hint}".strip()
        self.editor.setAccessibleDescription(said)
