"""Kept row: a decision or a parked point, with the way to the action plan."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Aligned, S, Share, row
from selfassess.ui.theme import Theme
from selfassess.words import _


class KeptRow(QWidget):
    """What the room put on record.

    Signals:
        plan_wanted: It is to become an action; carries its kind and its place.
        remove_wanted: It is to be taken out; carries its kind and its place.
    """

    plan_wanted = Signal(str, int)
    remove_wanted = Signal(str, int)

    def __init__(self, theme: Theme, kind: str, place: int, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = (kind, place)
        said = Text(theme, words, "body", parent=self)
        said.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        plan = Button(theme, _("Add to the plan"), Rank.LINK, style="small", parent=self)
        plan.setAccessibleName(_("Add to the plan: {what}", what=words))
        remove = Button(
            theme, _("Take out: {what}", what=words), Rank.ICON, icon="close", parent=self
        )
        top = Qt.AlignmentFlag.AlignTop
        self.setLayout(row(Share(said), Aligned(plan, top), Aligned(remove, top), gap=S))
        plan.clicked.connect(self._on_plan)
        remove.clicked.connect(self._on_remove)

    def _on_plan(self) -> None:
        self.plan_wanted.emit(*self._kept)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(*self._kept)
