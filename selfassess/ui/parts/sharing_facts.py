"""Sharing facts: what could go wrong, and whose law counts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.core import codes
from selfassess.core.areas import area_code, is_area_code, lies_in
from selfassess.core.assessment import Area
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.field import Field, Line
from selfassess.ui.parts.option import Option
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Aligned, Gap, L, M, S, column
from selfassess.ui.theme import Theme
from selfassess.words import _, interface
from selfassess.words.names import name_of


class SharingFacts(QWidget):
    """Could people be harmed, can somebody's safety depend on it, which nation and area.

    Signals:
        risk_said: People could be seriously harmed, or not.
        safety_said: Somebody's safety can depend on it, or not.
        nation_chosen: The code of a nation.
        area_said: The code of an area in that nation; empty where there is none.
        place_named: What the place is called.
    """

    risk_said = Signal(bool)
    safety_said = Signal(bool)
    nation_chosen = Signal(str)
    area_said = Signal(str)
    place_named = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        answers = (("yes", _("Yes, or not sure")), ("no", _("No")))
        self._risk = Option(
            theme,
            _("Could people be seriously harmed if this goes wrong or leaks?"),
            _(
                "If you are not sure, say yes. "
                "It decides whether an impact assessment is a must-have."
            ),
            answers,
            self,
        )
        self._safety = Option(
            theme,
            _("Can somebody’s safety depend on this sharing?"),
            _(
                "If you are not sure, say yes. "
                "It decides whether a way to share at night is a must-have."
            ),
            answers,
            self,
        )
        nations = tuple((code, name_of(code, interface())) for code in (*codes.UK_NATIONS, "GB"))
        self._nation = Choice(theme, says=_("In which nation?"), parent=self)
        self._nation.offer(nations)
        title = Text(theme, _("In which nation?"), "body_bold", parent=self)
        title.setBuddy(self._nation)
        why = Text(theme, _("The guidance follows its law."), "small", "ink2", parent=self)
        nation = Aligned(self._nation, Qt.AlignmentFlag.AlignLeft)
        self._country = ""
        self._area = Field(
            theme,
            _("Code of your area"),
            _(
                "You can leave this out. It is the code of the Office for National Statistics, "
                "such as E08000003. Places with the same code can be looked at together."
            ),
            parent=self,
        )
        self._place = Field(theme, _("What is the place called?"), parent=self)
        self.setLayout(
            column(
                *(self._risk, Gap(L), self._safety, Gap(L)),
                *(title, Gap(2), why, Gap(S), nation, Gap(L)),
                *(self._area, Gap(M), self._place, STRETCH),
            )
        )
        self._risk.chosen.connect(self._on_risk)
        self._safety.chosen.connect(self._on_safety)
        self._nation.chosen.connect(self._on_nation)
        self._area.written.connect(self._on_area)
        self._place.written.connect(self.place_named)
        if isinstance(self._area.editor, Line):
            self._area.editor.editingFinished.connect(self.complain)

    def show_facts(
        self, *, high_risk: bool, safety_at_stake: bool, country: str, area: Area
    ) -> None:
        """Show what was said; what is no code yet stays as it is being written."""
        self._risk.mark("yes" if high_risk else "no")
        self._safety.mark("yes" if safety_at_stake else "no")
        self._nation.mark(country)
        self._country = country
        self._place.show_words(area.name)
        written = area_code(self._area.words)
        if written != area.code and (area.code or self._fits(written)):
            self._area.show_words(area.code)
        if self._area.is_wrong or area.code:
            self.complain()

    def complain(self) -> QWidget | None:
        """Say what is amiss with the area’s code, if anything; return where to put it right."""
        written = area_code(self._area.words)
        wrong = ""
        if written and not is_area_code(written):
            wrong = _("A code has a letter and eight figures, such as E08000003.")
        elif written and not lies_in(written, self._country):
            wrong = _("This is a code of another nation. Change the nation or the code.")
        self._area.complain(wrong)
        return self._area.editor if wrong else None

    def _on_nation(self, country: str) -> None:
        self._country = country
        code = area_code(self._area.words)
        if code and self._fits(code):
            self.area_said.emit(code)
        self.nation_chosen.emit(country)

    def _fits(self, code: str) -> bool:
        return not code or (is_area_code(code) and lies_in(code, self._country))

    def _on_area(self, words: str) -> None:
        code = area_code(words)
        self._area.complain("")
        self.area_said.emit(code if self._fits(code) else "")

    def _on_risk(self, answer: str) -> None:
        self.risk_said.emit(answer == "yes")

    def _on_safety(self, answer: str) -> None:
        self.safety_said.emit(answer == "yes")
