"""Reads the staff confidence check."""

from pathlib import Path

from selfassess import paths
from selfassess.core.confidence import ConfidenceCheck
from selfassess.core.problem import FileProblemsError
from selfassess.files import yaml_reader
from selfassess.files.ids import repeated
from selfassess.files.validation import validate
from selfassess.files.yaml_reader import Document

FILE = paths.QUESTIONNAIRES / "staff-confidence.yaml"


def read_confidence(path: Path = FILE) -> ConfidenceCheck:
    """Read a staff confidence check, by default the built-in one.

    Raises:
        FileProblemsError: carries everything that is wrong with the file.
    """
    return confidence_in(yaml_reader.read(path))


def confidence_in(document: Document) -> ConfidenceCheck:
    """Make a staff confidence check of a document.

    Raises:
        FileProblemsError: carries everything that is wrong with it.
    """
    check = validate(ConfidenceCheck, document)
    ids = ((("items", number, "id"), item.id) for number, item in enumerate(check.items))
    problems = repeated(document, ids)
    if problems:
        raise FileProblemsError(*problems)
    return check
