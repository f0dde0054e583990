"""Case source: where a case study comes from, said honestly."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfassess.core.cases import CaseSource
from selfassess.ui.parts.field import Field
from selfassess.ui.parts.option import Option
from selfassess.ui.spacing import Gap, M, column
from selfassess.ui.theme import Theme
from selfassess.words import _

_OURS, _PUBLISHED = "ours", "published"


class CaseSourceFields(QWidget):
    """Our own account that nobody has published, or something that others can read.

    Signals:
        changed: The user changed something; carries the source as it then is.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: CaseSource | None = None
        answers = ((_OURS, _("Our own, not published")), (_PUBLISHED, _("Published")))
        self._which = Option(theme, _("Where does this come from?"), "", answers, self)
        self.title = Field(theme, _("What is the source called?"), parent=self)
        self.publisher = Field(theme, _("Who tells it?"), parent=self)
        self.url = Field(theme, _("Its web address"), _("It begins with https://."), parent=self)
        self.setLayout(
            column(self._which, Gap(M), self.title, Gap(M), self.publisher, Gap(M), self.url)
        )
        self._which.chosen.connect(self._on_which)
        self.title.written.connect(self._on_title)
        self.publisher.written.connect(self._on_publisher)
        self.url.written.connect(self._on_url)

    def show_source(self, source: CaseSource) -> None:
        """Show a source."""
        self._source = source
        ours = source.unpublished
        self._which.mark(_OURS if ours else _PUBLISHED)
        own = _("Readers are told that it is your own account and that nobody else has checked it.")
        self._which.explain(own if ours else _("Readers can look it up for themselves."))
        self.title.show_words(source.title)
        self.publisher.show_words(source.publisher)
        self.url.show_words(source.url)
        self.url.setVisible(not ours)

    def _on_which(self, code: str) -> None:
        ours = code == _OURS
        url = "" if ours or self._source is None else self._source.url
        self._tell(unpublished=ours, url=url)

    def _on_title(self, words: str) -> None:
        self._tell(title=words)

    def _on_publisher(self, words: str) -> None:
        self._tell(publisher=words)

    def _on_url(self, words: str) -> None:
        self._tell(url=words.strip())

    def _tell(self, **fields: object) -> None:
        if self._source is not None:
            self._source = self._source.changed(**fields)
            self.show_source(self._source)
            self.changed.emit(self._source)
