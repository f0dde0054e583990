"""Report options: how a report names partners, what it tells of people, in which language."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.reports.options import Options
from selfassess.reports.upwards import Part
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.tick import Tick
from selfassess.ui.spacing import STRETCH, Aligned, Gap, M, S, column, row
from selfassess.ui.theme import Theme
from selfassess.words import SOURCE, _

NAMED, LETTERS, UPWARDS = "named", "letters", "upwards"
_SHOWN = 160
"""So many letters of what goes are shown beside its count; longer texts go whole all the same."""


class ReportOptions(QWidget):
    """The choices under each other; of a copy without names it shows what that leaves out.

    Signals:
        changed: Another choice holds.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        languages: tuple[tuple[str, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            theme: Fonts, colours and measures.
            languages: Code and name of the languages that a report can be in.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._blocked = False
        heading = Text(theme, _("Names"), "h3", parent=self)
        self.whom = Segmented(
            theme,
            (
                (NAMED, _("Name each partner")),
                (LETTERS, _("Use letters")),
                (UPWARDS, _("To hand upwards")),
            ),
            says=_("How the report names partners"),
            small=True,
            parent=self,
        )
        heading.setBuddy(self.whom)
        self.whom.mark(NAMED)
        self.notes = Tick(theme, _("Include notes"), self)
        self.names = Tick(theme, _("Include names of people"), self)
        self.notes.setChecked(True)
        self._ticks = Flow(gap=M, parent=self)
        self._ticks.hold(self.notes, self.names)
        self.language = Choice(theme, says=_("Language of the report"), small=True, parent=self)
        self.language.offer(languages)
        self.language.mark(SOURCE)
        label = Text(theme, _("Language of the report"), "small_bold", parent=self)
        label.setBuddy(self.language)
        self._languages = QWidget(self)
        self._languages.setLayout(row(label, self.language, STRETCH, gap=S))
        self._languages.setVisible(len(languages) > 1)
        self._why_not = Remark(theme, "warning", colour="warn", parent=self)
        self._what_goes = Text(theme, "", "small", "ink2", parent=self)
        self._what_stays = Text(theme, "", "small", "ink2", parent=self)
        left = Qt.AlignmentFlag.AlignLeft
        self.setLayout(
            column(
                heading,
                Gap(S),
                Aligned(self.whom, left),
                Gap(S),
                self._ticks,
                Gap(S),
                self._why_not,
                self._what_goes,
                Gap(S),
                self._what_stays,
                Gap(S),
                self._languages,
            )
        )
        self.whom.chosen.connect(self._on_whom)
        self.notes.toggled.connect(self._on_changed)
        self.names.toggled.connect(self._on_changed)
        self.language.chosen.connect(self._on_changed)
        self._arrange()

    @property
    def options(self) -> Options:
        """What holds."""
        return Options(
            names=self.names.isChecked() and self.whom.marked == NAMED,
            letters=self.whom.marked == LETTERS,
            notes=self.notes.isChecked(),
            attributable=self.whom.marked != UPWARDS,
        )

    def show_copy(self, leaves_out: tuple[Part, ...], stays: Part, why_not: str) -> None:
        """Say what a copy to hand upwards leaves out and what stays, or why there can be none."""
        self._why_not.say(why_not)
        lines = [_line(part) for part in leaves_out]
        self._what_goes.say("\n".join([_("This copy leaves out:"), *lines]))
        self._what_stays.say(_quoted(stays))
        self._blocked = bool(why_not)
        self._arrange()

    def show_letters(self, key: str, telling: Part) -> None:
        """Say which letter is which partner, and which texts may tell one all the same."""
        left_out = _("Names and roles of people and sectors are left out: they would tell.")
        self._what_goes.say(f"{key}\n{left_out}")
        self._what_stays.say(_quoted(telling) if telling[1] else "")
        self._arrange()

    def _arrange(self) -> None:
        upwards, letters = self.whom.marked == UPWARDS, self.whom.marked == LETTERS
        told = letters or (upwards and not self._blocked)
        self._ticks.setVisible(not upwards)
        self.names.setVisible(not letters)
        self._why_not.setVisible(upwards and self._blocked)
        self._what_goes.setVisible(told)
        self._what_stays.setVisible(told and bool(self._what_stays.text()))

    def _on_whom(self, code: str) -> None:
        self.whom.mark(code)
        self._on_changed()

    def _on_changed(self, _what: object = None) -> None:
        self._arrange()
        self.changed.emit()


def _quoted(part: Part) -> str:
    head, texts = part
    return "\n".join([head, *(f"“{text}”" for text in texts)])


def _line(part: Part) -> str:
    head, texts = part
    told = "; ".join(texts)
    return f"– {head}: {told}" if len(told) <= _SHOWN else f"– {head}"
