"""Case facts: by what others find a case study: place, nation, areas, sectors and steps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.core.cases import CaseStudy
from selfassess.core.codes import CASE_STAGES, POLICY_AREAS, SECTORS, UK_NATIONS
from selfassess.ui.parts.chips import Chips
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.field import Field
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Aligned, Gap, M, S, Thing, column
from selfassess.ui.theme import Theme
from selfassess.words import _, interface
from selfassess.words.names import name_of


class CaseFacts(QWidget):
    """Fields and chips; told a case study, it tells the one that follows from a change.

    Signals:
        changed: The user changed something; carries the names and values of fields.
    """

    changed = Signal(dict)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = interface()
        self.place = Field(
            theme, _("Where was it?"), _("A place or region. No person’s name."), parent=self
        )
        self.years = Field(theme, _("When? A year, or years such as 2024-2026"), parent=self)
        self._country = Choice(theme, says=_("In which nation?"), parent=self)
        self._nations = (*UK_NATIONS, "GB")
        self.areas = Chips(theme, tuple((a, name_of(a, words)) for a in POLICY_AREAS), self)
        self.sectors = Chips(theme, tuple((s, name_of(s, words)) for s in SECTORS), self)
        steps = tuple((stage, name_of(step, words)) for stage, step in CASE_STAGES.items())
        self.steps = Chips(theme, steps, self)
        nation = Text(theme, _("In which nation?"), "body_bold", parent=self)
        nation.setBuddy(self._country)
        left = Qt.AlignmentFlag.AlignLeft
        things: list[Thing] = [self.place, Gap(M), self.years, Gap(M), nation, Gap(6)]
        things += [Aligned(self._country, left)]
        for heading, chips in (
            (_("Policy areas"), self.areas),
            (_("Who took part?"), self.sectors),
            (_("Steps of the journey it tells of"), self.steps),
        ):
            things += [Gap(M), Text(theme, heading, "body_bold", parent=self), Gap(S), chips]
        self.setLayout(column(*things))
        self.place.written.connect(self._on_place)
        self.years.written.connect(self._on_years)
        self._country.chosen.connect(self._on_country)
        self.areas.changed.connect(self._on_areas)
        self.sectors.changed.connect(self._on_sectors)
        self.steps.changed.connect(self._on_steps)

    def show_case(self, case: CaseStudy) -> None:
        """Show the facts of a case study."""
        self.place.show_words(case.place)
        self.years.show_words(case.years or "")
        codes = dict.fromkeys((*self._nations, case.country))
        self._country.offer(tuple((code, name_of(code, interface())) for code in codes))
        self._country.mark(case.country)
        self.areas.mark(case.policy_areas)
        self.sectors.mark(case.sectors)
        self.steps.mark(case.stages)

    def _on_place(self, words: str) -> None:
        self.changed.emit({"place": words})

    def _on_years(self, words: str) -> None:
        self.changed.emit({"years": words.strip() or None})

    def _on_country(self, code: str) -> None:
        self.changed.emit({"country": code})

    def _on_areas(self, codes: tuple[str, ...]) -> None:
        self.changed.emit({"policy_areas": codes})

    def _on_sectors(self, codes: tuple[str, ...]) -> None:
        self.changed.emit({"sectors": codes})

    def _on_steps(self, codes: tuple[str, ...]) -> None:
        self.changed.emit({"stages": codes})
