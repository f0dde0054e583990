"""Reads notes on law and good practice, and pairs of myth and fact."""

from collections.abc import Iterable

from selfassess.core.codes import UK_NATIONS
from selfassess.core.guidance import Guidance, GuidanceNote, Myth
from selfassess.core.value import Value
from selfassess.files.ids import EACH, made, misnamed, problems_of_sources, repeated, written
from selfassess.files.yaml_reader import Document


class _GuidanceFile(Value):
    """Notes and myths as they stand in one file."""

    version: str = ""
    notes: tuple[GuidanceNote, ...] = ()
    myths: tuple[Myth, ...] = ()


def guidance_in(document: Document) -> Guidance:
    """Make notes and myths of a document.

    Raises:
        FileProblemsError: carries everything that is wrong with it.
    """
    nations = [
        *written(document, "notes", EACH, "nations", EACH),
        *written(document, "myths", EACH, "nations", EACH),
    ]
    urls = [
        *written(document, "notes", EACH, "source", "url"),
        *written(document, "myths", EACH, "source", "url"),
    ]
    problems = [
        *repeated(document, written(document, "notes", EACH, "id")),
        *repeated(document, written(document, "myths", EACH, "id")),
        *misnamed(document, nations, UK_NATIONS, "content.unknown-nation"),
        *problems_of_sources(document, urls),
    ]
    read = made(_GuidanceFile, document, problems)
    return Guidance(version=read.version, notes=read.notes, myths=read.myths)


def joined(parts: Iterable[Guidance]) -> Guidance:
    """Join the notes and myths of several files, in their order, under the newest version."""
    files = tuple(parts)
    return Guidance(
        version=max((part.version for part in files), default=""),
        notes=tuple(note for part in files for note in part.notes),
        myths=tuple(myth for part in files for myth in part.myths),
    )
