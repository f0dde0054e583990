"""Checks files for `selfassess check`: everything that is wrong with them, all at once."""

import contextlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from selfassess import paths
from selfassess.core.guidance import STALE_AFTER_MONTHS
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import assessment_file, yaml_reader
from selfassess.files.kinds import Kind, kind_of
from selfassess.files.known import Documents, Known, known_to, with_background
from selfassess.files.reference_check import problems_of_references
from selfassess.files.shelf import Shelf
from selfassess.files.sign_check import problems_of_signs
from selfassess.files.text_check import problems_of_texts
from selfassess.files.yaml_reader import Document

ADVICE = "advice."
"""Problems whose code begins so are worth a look, and fail nothing."""


def check_files(
    files: Iterable[Path],
    today: date | None = None,
    questionnaires: Path = paths.QUESTIONNAIRES,
    resources: Path = paths.RESOURCES,
) -> tuple[Problem, ...]:
    """Find everything that is wrong with files: content, assessments and facts of a partnership.

    What they speak of is looked for in the other files given, and in the program's own content.

    Args:
        files: The files, of any kind; the kind is recognised.
        today: The day on which guidance is to be fresh; by default the clock's.
        questionnaires: The folder of the program's own questionnaires.
        resources: The folder of the program's own resources.

    Returns:
        The problems, file by file and line by line.
    """
    named = tuple(dict.fromkeys(files))
    documents: Documents = {}
    shelf = Shelf()
    unread: list[Problem] = []
    for path in named:
        try:
            if path.suffix.casefold() == assessment_file.ENDING:
                shelf.problems += _problems_of_assessment(path)
            else:
                document = yaml_reader.read(path)
                kind = _kind(document)
                documents.setdefault(kind, []).append(document)
                shelf.take(document, kind)
        except FileProblemsError as error:
            unread += error.problems
    known = _known(documents, questionnaires, resources, whole=not unread)
    problems = (
        *unread,
        *shelf.problems,
        *shelf.repeated(),
        *problems_of_references(shelf, known),
        *problems_of_signs(shelf, known),
        *problems_of_texts(shelf),
        *_old_guidance(shelf, today or datetime.now(tz=UTC).date()),
    )
    order = {str(path): number for number, path in enumerate(named)}
    return tuple(sorted(problems, key=lambda p: (order[p.file], p.line, p.column)))


def _problems_of_assessment(path: Path) -> tuple[Problem, ...]:
    try:
        assessment_file.read(path)
    except FileProblemsError as error:
        return error.problems
    return ()


def _kind(document: Document) -> Kind:
    kind = kind_of(document)
    if kind is None:
        raise FileProblemsError(document.problem("content.unknown-kind", ()))
    return kind


def _known(documents: Documents, questionnaires: Path, resources: Path, *, whole: bool) -> Known:
    """Gather the ids there are; only what lies behind what, if some file could not be read."""
    if whole:
        with contextlib.suppress(FileProblemsError):
            return known_to(with_background(documents, questionnaires, resources))
    return Known(often_behind=known_to(documents).often_behind)


def _old_guidance(shelf: Shelf, today: date) -> Iterator[Problem]:
    for entry, item in (*shelf.notes(), *shelf.myths()):
        months = item.months_old(today)
        if months >= STALE_AFTER_MONTHS:
            facts = {"said": item.id, "months": str(months)}
            yield entry.problem("advice.guidance-old", ("checked",), **facts)
