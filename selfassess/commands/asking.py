"""What several commands share: the file they are about, its round, and how they answer."""

import argparse
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from selfassess import paths
from selfassess.core.assessment import Assessment
from selfassess.core.content import Content
from selfassess.core.questionnaire import Module, Questionnaire
from selfassess.core.results import Results, round_named, work_out
from selfassess.files import assessment_file, content_index, lock_file
from selfassess.files.saved_file import SavedFile


def add_file(parser: argparse.ArgumentParser) -> None:
    """Take the assessment that the command is about."""
    parser.add_argument("file", type=Path, metavar="FILE.selfassess")


def add_round(parser: argparse.ArgumentParser) -> None:
    """Take the name of a round; without it the latest counts."""
    parser.add_argument("--round", metavar="NAME", help="a round other than the latest")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Take the wish for figures that a machine reads."""
    parser.add_argument("--json", action="store_true", help="print figures for machines")


def opened(
    path: Path, round_name: str | None = None, libraries: tuple[Path, ...] = ()
) -> tuple[assessment_file.Opened, Content]:
    """Open an assessment, with the content that the round was answered with.

    Raises:
        FileProblemsError: the file or the content can't be used.
        NoSuchRoundError: the assessment has no round of that name.
    """
    file = assessment_file.read(path)
    content = content_index.content(libraries)
    round_ = round_named(file.assessment, round_name)
    return file, assessment_file.content_for(file, round_, content)


def save(
    path: Path,
    file: assessment_file.Opened,
    assessment: Assessment,
    questionnaires: tuple[Questionnaire, ...],
    modules: tuple[Module, ...],
) -> None:
    """Save a changed assessment in its file; what the file held is kept as an earlier version.

    Args:
        path: The file.
        file: What it held when it was read.
        assessment: What it shall hold.
        questionnaires: Those that its rounds use.
        modules: Those that its rounds use.

    Raises:
        FileProblemsError: it could not be saved, is open elsewhere or was changed since.
    """
    now = datetime.now(UTC)
    lock_file.refuse_if_held(path, now, lock_file.myself())
    saved = SavedFile(path, paths.data_folder(), file.digest)
    saved.save(assessment, questionnaires, modules, now)


def results_of(arguments: argparse.Namespace) -> Results:
    """Work out the results of the file and round that a call names."""
    libraries = tuple(getattr(arguments, "library", None) or ())
    file, content = opened(arguments.file, arguments.round, libraries)
    return work_out(file.assessment, content, arguments.round)


def show(lines: Iterable[str]) -> None:
    """Print lines of text."""
    for line in lines:
        print(line)


def show_json(figures: Any) -> None:
    """Print figures as JSON."""
    print(json.dumps(figures, ensure_ascii=False, indent=2))
