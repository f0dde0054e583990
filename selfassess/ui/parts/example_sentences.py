"""Example sentences: how other partnerships say what they share."""

from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Gap, S, column
from selfassess.ui.theme import Theme
from selfassess.words import _


class ExampleSentences(QWidget):
    """Three sentences to lean on while writing one's own."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        examples = (
            _(
                "We share police notices of domestic incidents "
                "so that a child’s school knows by the next morning."
            ),
            _("We share who is about to leave hospital so that care at home begins the same day."),
            _(
                "We share early signs of debt "
                "so that families get advice before they lose their home."
            ),
        )
        texts = [Text(theme, said, "small", "ink2", parent=self) for said in examples]
        spaced = [thing for text in texts for thing in (Gap(S), text)]
        self.setLayout(
            column(Text(theme, _("How others say it"), "body_bold", parent=self), *spaced)
        )
