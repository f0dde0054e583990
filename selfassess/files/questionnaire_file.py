"""Reads the main questionnaire and its modules."""

from selfassess.core.barriers import Barrier
from selfassess.core.codes import DIMENSIONS, POLICY_AREAS
from selfassess.core.questionnaire import Module, Questionnaire
from selfassess.core.value import fields_of
from selfassess.files.catalogue_file import problems_in_barriers
from selfassess.files.ids import EACH, made, misnamed, repeated, written
from selfassess.files.yaml_reader import Document


class ModuleFile(Module):
    """A module as it stands in its file: with the barriers that it brings."""

    barriers: tuple[Barrier, ...] = ()

    @property
    def module(self) -> Module:
        """The module without its barriers."""
        return Module(**{one.name: getattr(self, one.name) for one in fields_of(Module)})


def questionnaire_in(document: Document) -> Questionnaire:
    """Make a main questionnaire of a document.

    Raises:
        FileProblemsError: carries everything that is wrong with it.
    """
    groups = written(document, "groups", EACH, "id")
    dimensions = written(document, "dimensions", EACH, "id")
    in_groups = written(document, "dimensions", EACH, "group")
    names = [name for _place, name in groups]
    problems = [
        *repeated(document, groups),
        *repeated(document, dimensions),
        *repeated(document, written(document, "dimensions", EACH, "topics", EACH, "id")),
        *misnamed(document, dimensions, DIMENSIONS, "content.unknown-dimension"),
        *misnamed(document, in_groups, names, "content.unknown-group"),
    ]
    return made(Questionnaire, document, problems)


def module_in(document: Document) -> ModuleFile:
    """Make a module, with the barriers that it brings, of a document.

    Raises:
        FileProblemsError: carries everything that is wrong with it.
    """
    areas = written(document, "policy_areas", EACH)
    under = written(document, "topics", EACH, "dimension")
    problems = [
        *repeated(document, written(document, "topics", EACH, "id")),
        *misnamed(document, areas, POLICY_AREAS, "content.unknown-policy-area"),
        *misnamed(document, under, DIMENSIONS, "content.unknown-dimension"),
        *problems_in_barriers(document),
    ]
    return made(ModuleFile, document, problems)
