"""Content: all that the program knows beside what the partnership says."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from itertools import chain
from typing import TYPE_CHECKING, Any

from selfassess.core.assessment import Reference, Round
from selfassess.core.barriers import Barrier, Catalogue
from selfassess.core.cases import CaseStudy
from selfassess.core.guidance import Guidance, GuidanceNote, Myth
from selfassess.core.prompts import NO_PROMPTS, PromptBook
from selfassess.core.questionnaire import Module, Questionnaire


@dataclass(frozen=True, slots=True)
class Content:
    """The questionnaires, barriers, cases and guidance that are in use.

    Attributes:
        questionnaire: The main questionnaire.
        modules: Every module there is.
        catalogue: The barriers of the main questionnaire.
        module_barriers: The barriers that each module brings, by module id.
        cases: The library of case studies, in its order.
        guidance: Notes and myths.
        packs: Names and versions of content packs in use beside the built-in content.
        added_cases: How many of the cases, the last ones, come from packs.
        prompts: What a facilitator can say.
    """

    questionnaire: Questionnaire
    modules: tuple[Module, ...]
    catalogue: Catalogue
    module_barriers: dict[str, tuple[Barrier, ...]]
    cases: tuple[CaseStudy, ...]
    guidance: Guidance
    packs: tuple[str, ...] = ()
    added_cases: int = 0
    prompts: PromptBook = NO_PROMPTS
    _read: Callable[[str], Any] | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def read_by(cls, read: Callable[[str], Any]) -> "Content":
        """Return content whose parts are read, by their names, when each is first asked for."""
        made = cls.__new__(cls)
        object.__setattr__(made, "_read", read)
        return made

    if not TYPE_CHECKING:  # pragma: no branch

        def __getattr__(self, name: str) -> Any:
            if name not in PARTS:
                raise AttributeError(name)
            part = self._read(name)
            object.__setattr__(self, name, part)
            return part

    def with_questionnaires(
        self,
        questionnaire: Callable[[], Questionnaire],
        modules: Callable[[], tuple[Module, ...]],
    ) -> "Content":
        """Return the content with another main questionnaire and other modules, read when asked."""
        ours: dict[str, Callable[[], Any]] = {"questionnaire": questionnaire, "modules": modules}
        return Content.read_by(lambda name: ours[name]() if name in ours else getattr(self, name))

    def barriers_in(self, round_: Round) -> tuple[Barrier, ...]:
        """Return the barriers that count in a round: the catalogue's and those of its modules."""
        of_modules = (self.module_barriers.get(module.id, ()) for module in round_.modules)
        return self.catalogue.barriers + tuple(b for barriers in of_modules for b in barriers)

    def modules_for(self, policy_areas: tuple[str, ...]) -> tuple[Reference, ...]:
        """Return the modules that the policy areas bring."""
        return tuple(
            Reference(id=module.id, version=module.version)
            for module in self.modules
            if set(module.policy_areas) & set(policy_areas)
        )

    def note(self, id_: str) -> GuidanceNote | None:
        """Return the guidance note of that id, if there is one."""
        return next((note for note in self.guidance.notes if note.id == id_), None)

    def myth(self, id_: str) -> Myth | None:
        """Return the myth of that id, if there is one."""
        return next((myth for myth in self.guidance.myths if myth.id == id_), None)

    @property
    def barriers(self) -> tuple[Barrier, ...]:
        """Every barrier there is, of the catalogue and of all modules."""
        of_modules = (b for barriers in self.module_barriers.values() for b in barriers)
        return (*self.catalogue.barriers, *of_modules)

    def barrier(self, id_: str) -> Barrier | None:
        """Return the barrier of that id, of the catalogue or of a module."""
        of_modules = chain.from_iterable(self.module_barriers.values())
        known = chain(self.catalogue.barriers, of_modules)
        return next((barrier for barrier in known if barrier.id == id_), None)

    def case(self, id_: str) -> CaseStudy | None:
        """Return the case study of that id, if there is one."""
        return next((case for case in self.cases if case.id == id_), None)


PARTS = tuple(one.name for one in fields(Content) if one.init)
"""The names of what content consists of."""
