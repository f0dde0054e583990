"""Writes and reads a return: the JSON file that a partnership hands to a region or centre."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from selfassess import __version__
from selfassess.core.content import Content
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.returning import NothingToReturnError, make_return, return_round
from selfassess.core.returns import FORMAT, Return, TextKind
from selfassess.files import atomic, disk
from selfassess.files.assessment_file import Opened, content_for
from selfassess.files.json_reader import read_json
from selfassess.files.spoofing import may_turn, straightened

if TYPE_CHECKING:
    from pydantic import ValidationError

ENDING = ".json"
SIZE_LIMIT = 5_000_000


def return_of(
    opened: Opened,
    content: Content,
    name: str,
    *,
    handed_over: date | None = None,
    ticked: Collection[TextKind] = (),
    with_area: bool = False,
) -> Return:
    """Make the return of what a file holds.

    Args:
        opened: The assessment, with the questionnaires and modules that its rounds used.
        content: The content of the program.
        name: The file's name, for the problem.
        handed_over: The day of the hand-over.
        ticked: The kinds of free text that may go; none by default.
        with_area: The code of the area may go.

    Raises:
        FileProblemsError: nothing in it has been answered yet, or it holds more than any of ours.
    """
    assessment = opened.assessment
    try:
        return make_return(
            assessment,
            [
                return_round(assessment, round_, content_for(opened, round_, content))
                for round_ in assessment.rounds
            ],
            _barriers(content),
            handed_over=handed_over,
            written_by=f"selfassess {__version__}",
            ticked=ticked,
            with_area=with_area,
        )
    except NothingToReturnError as error:
        raise FileProblemsError(Problem("return.no-answers", name)) from error
    except ValueError as error:  # pydantic's own
        raise FileProblemsError(Problem("return.too-much", name)) from error


def to_bytes(returned: Return) -> bytes:
    """Return the bytes of a return; equal returns give equal bytes."""
    return (returned.model_dump_json(indent=1) + "\n").encode()


def write(path: Path, returned: Return) -> None:
    """Write a return; an earlier one of that name is replaced whole.

    Raises:
        FileProblemsError: it can't be written, or its name does not end with .json.
    """
    if path.suffix.casefold() != ENDING:
        raise FileProblemsError(Problem("return.unknown-kind", str(path), facts={"ending": ENDING}))
    atomic.write(path, to_bytes(returned))


def read(path: Path) -> Return:
    """Read a return.

    Raises:
        FileProblemsError: it can't be read, is damaged, or of a newer version.
    """
    return from_bytes(disk.read(path, SIZE_LIMIT), str(path))


def from_bytes(data: bytes, name: str) -> Return:
    """Read a return from its bytes; `name` stands in the problems.

    Raises:
        FileProblemsError: it is damaged, too large, or of a newer version.
    """
    if len(data) > SIZE_LIMIT:
        facts = {"limit": str(SIZE_LIMIT // 1_000_000)}
        raise FileProblemsError(Problem("file.too-large", name, facts=facts))
    try:
        plain = read_json(data.removeprefix(b"\xef\xbb\xbf"))
        if may_turn(data):
            plain = straightened(plain)
    except (ValueError, RecursionError) as error:
        raise FileProblemsError(Problem("return.damaged", name)) from error
    if not isinstance(plain, dict) or "place" not in plain:
        raise FileProblemsError(Problem("return.damaged", name))
    format_ = plain.get("format")
    if type(format_) is int and format_ > FORMAT:
        facts = {"written_by": str(plain.get("written_by", ""))[:60]}
        raise FileProblemsError(Problem("return.newer", name, facts=facts))
    try:
        return Return.model_validate(plain)
    except ValueError as error:  # pydantic's own
        faults = cast("ValidationError", error).errors(include_url=False, include_input=False)
        place = " › ".join(str(step) for step in faults[0]["loc"])
        raise FileProblemsError(Problem("return.damaged", name, place=place)) from error


def _barriers(content: Content) -> frozenset[str]:
    of_modules = (b for barriers in content.module_barriers.values() for b in barriers)
    return frozenset(b.id for b in (*content.catalogue.barriers, *of_modules))
