"""The assessment that is open: its value, its history and what is worked out from it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from selfassess.core.asked import Asked, asked_in
from selfassess.core.assessment import Assessment
from selfassess.core.content import Content
from selfassess.overriding import override

_STEPS = 500
"""So many steps can be undone; more would take memory for as long as somebody works."""

WorkOut = Callable[[Assessment, Content], Any]
"""Works out everything that can be said about an assessment."""


class _Edit(QUndoCommand):
    """One step of the history: the assessment before it, and after."""

    def __init__(
        self,
        before: Assessment,
        after: Assessment,
        text: str,
        merge: str,
        show: Callable[[Assessment], None],
    ) -> None:
        super().__init__(text)
        self.before = before
        self.after = after
        self.merge = merge
        self._show = show

    @override
    def redo(self) -> None:
        self._show(self.after)

    @override
    def undo(self) -> None:
        self._show(self.before)

    @override
    def id(self) -> int:
        return 1 if self.merge else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Edit) or other.merge != self.merge:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True


class OpenAssessment(QObject):
    """Holds the assessment and its history, and tells everyone when it changes.

    Signals:
        changed: The assessment is another; carries it before and after.
    """

    changed = Signal(object, object)

    def __init__(
        self,
        value: Assessment,
        content: Content,
        work_out: WorkOut,
        parent: QObject | None = None,
    ) -> None:
        """Open an assessment.

        Args:
            value: The assessment.
            content: What the program knows, with the questionnaire and modules of the latest round.
            work_out: Works out the results; called only when somebody asks for them.
            parent: Who keeps this object alive.
        """
        super().__init__(parent)
        self.content = content
        self.history = QUndoStack(self)
        self.history.setUndoLimit(_STEPS)
        self._value = value
        self._work_out = work_out
        self._results: Any = None
        self._results_of: Assessment | None = None
        self._asked: Asked | None = None

    @property
    def value(self) -> Assessment:
        """The assessment as it stands."""
        return self._value

    @property
    def asked(self) -> Asked:
        """What is asked in the latest round."""
        if self._asked is None:
            self._asked = asked_in(
                self._value.latest, self.content.questionnaire, self.content.modules
            )
        return self._asked

    @property
    def results(self) -> Any:
        """Everything that is worked out of the assessment as it stands."""
        if self._results_of is not self._value:
            self._results = self._work_out(self._value, self.content)
            self._results_of = self._value
        return self._results

    def edit(self, after: Assessment, text: str, merge: str = "") -> None:
        """Put `after` in place of the assessment, as a step that can be undone.

        Args:
            after: The assessment as it shall be; nothing happens when it is as before.
            text: What was done, for "Undo: …".
            merge: Steps with the same key, one right after the other, become one step.
        """
        if after != self._value:
            self.history.push(_Edit(self._value, after, text, merge, self._show))

    def take_content(self, content: Content) -> None:
        """Take content that was read anew; what is worked out follows it."""
        self.content = content
        self._asked = None
        self._results_of = None
        self.changed.emit(self._value, self._value)

    def keep(self, after: Assessment) -> None:
        """Put `after` in place of the assessment without a step in the history.

        For what nobody would want to undo, such as where the room is.
        """
        if after != self._value:
            self._show(after)

    def close(self) -> None:
        """Forget the history; to be called before the window goes."""
        self.history.clear()

    def _show(self, after: Assessment) -> None:
        before = self._value
        self._value = after
        same = before.latest, after.latest
        if (same[0].set, same[0].modules) != (same[1].set, same[1].modules):
            self._asked = None
        self.changed.emit(before, after)
