"""Loads everything that the program knows: questionnaires, barriers, case studies and guidance."""

from pathlib import Path

from selfassess import paths
from selfassess.core.content import Content
from selfassess.core.problem import FileProblemsError
from selfassess.core.prompts import NO_PROMPTS, PromptBook
from selfassess.files.guidance_files import joined
from selfassess.files.kinds import Kind
from selfassess.files.shelf import Shelf


def load_content(
    questionnaires: Path = paths.QUESTIONNAIRES,
    resources: Path = paths.RESOURCES,
    extra_libraries: tuple[Path, ...] = (),
) -> Content:
    """Load all content, the extra libraries of case studies after the built-in ones.

    Raises:
        FileProblemsError: carries everything that is wrong with all files.
    """
    shelf = Shelf()
    shelf.read(questionnaires / "sharing-readiness.yaml", Kind.QUESTIONNAIRE)
    shelf.read(questionnaires / "barriers.yaml", Kind.CATALOGUE)
    for path in questionnaires.glob("prompts.yaml"):
        shelf.read(path, Kind.PROMPTS)
    for path in _yaml_in(questionnaires / "modules"):
        shelf.read(path, Kind.MODULE)
    for path in _yaml_in(resources / "cases"):
        shelf.read(path, Kind.CASES)
    built_in = len(shelf.case_studies())
    for path in dict.fromkeys(extra_libraries):
        shelf.read(path, Kind.CASES)
    for path in _yaml_in(resources / "guidance"):
        shelf.read(path, Kind.GUIDANCE)
    problems = (*shelf.problems, *shelf.repeated())
    if problems:
        raise FileProblemsError(*problems)
    books = (other for _document, other in shelf.others if isinstance(other, PromptBook))
    cases = tuple(case for _document, cases in shelf.cases for case in cases)
    return Content(
        questionnaire=shelf.questionnaires[0][1],
        modules=tuple(file.module for _document, file in shelf.modules),
        catalogue=shelf.catalogues[0][1],
        module_barriers={file.id: file.barriers for _document, file in shelf.modules},
        cases=cases,
        guidance=joined(guidance for _document, guidance in shelf.guidance),
        packs=tuple(path.stem for path in dict.fromkeys(extra_libraries)),
        added_cases=len(cases) - built_in,
        prompts=next(books, NO_PROMPTS),
    )


def _yaml_in(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*.yaml")))
