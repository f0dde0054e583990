"""Opens and saves a `.selfassess` file: an assessment, and the questionnaires it answers."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast
from urllib.parse import quote

from selfassess import __version__
from selfassess.core.assessment import Assessment, Round
from selfassess.core.content import Content
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.questionnaire import Module, Questionnaire
from selfassess.files import atomic, disk, older_format
from selfassess.files.assessment_check import problems_in
from selfassess.files.json_reader import read_json
from selfassess.files.migrations import FORMAT, to_newest
from selfassess.files.spoofing import may_turn, straightened
from selfassess.files.zip_reader import members

if TYPE_CHECKING:
    from pydantic import ValidationError

V = TypeVar("V", Questionnaire, Module)

ENDING = ".selfassess"
SIZE_LIMIT = older_format.SIZE_LIMIT

_ASSESSMENT = older_format.HEAD
_MOST_VALUES = 600_000
"""So many values may an assessment have; a hundred people in ten rounds have 500,000."""

_MOST_IN_QUESTIONNAIRES = 60_000
"""So many may all questionnaires and modules together have; those of ours have 3,000."""

_SIGNS = (b",", b"{", b"[")

_QUESTIONNAIRES = "questionnaires/"
_HEAD = '{"format": %s, "written_by": "selfassess %s", "assessment": %s}'
_AS_WRITTEN = re.compile(
    rb'\{"format": ([0-9]{1,6}), "written_by": "selfassess [0-9a-z.+-]{1,40}", "assessment": '
)
_NO_NUMBERS = (b"NaN", b"Infinity")
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)  # equal values give equal bytes


class Opened(NamedTuple):
    """What a file holds.

    Attributes:
        assessment: Everything the partnership has said.
        questionnaires: Each version of the main questionnaire that a round used.
        modules: Each version of a module that a round used.
        digest: Names the bytes of the file, to see whether somebody else has changed it since.
    """

    assessment: Assessment
    questionnaires: tuple[Questionnaire, ...]
    modules: tuple[Module, ...]
    digest: str


def read(path: Path) -> Opened:
    """Open a file of any format up to ours.

    Raises:
        FileProblemsError: it can't be used; carries everything that is wrong with it.
    """
    return from_bytes(disk.read(path, SIZE_LIMIT), str(path))


def write(
    path: Path,
    assessment: Assessment,
    questionnaires: Iterable[Questionnaire],
    modules: Iterable[Module],
) -> str:
    """Save an assessment, then read it back to be sure; return the digest of the file.

    Of the questionnaires and modules only those are kept that a round used.

    Raises:
        FileProblemsError: it could not be saved; the file is as it was.
    """
    return write_bytes(path, to_bytes(assessment, questionnaires, modules))


def write_bytes(path: Path, data: bytes, check: Callable[[], object] | None = None) -> str:
    """Save the bytes of an assessment; otherwise like `write`.

    A file of an older format, which older versions of the program can open, is kept beside.

    Args:
        path: The file.
        data: The bytes.
        check: Is called at the last moment, and raises where the file must not be replaced.
    """
    from_bytes(data, str(path))
    older_format.keep(path)
    atomic.write(path, data, check)
    if disk.read(path, SIZE_LIMIT) != data:
        raise FileProblemsError(Problem("file.not-whole", str(path)))
    return digest_of(data)


def digest_of(data: bytes) -> str:
    """Return the digest that names these bytes."""
    return hashlib.sha256(data).hexdigest()


def to_bytes(
    assessment: Assessment, questionnaires: Iterable[Questionnaire], modules: Iterable[Module]
) -> bytes:
    """Return the bytes of the file; equal values give equal bytes."""
    used = {
        (reference.id, reference.version)
        for round_ in assessment.rounds
        for reference in (round_.questionnaire, *round_.modules)
    }
    given: tuple[Questionnaire | Module, ...] = (*questionnaires, *modules)
    parts = {
        f"{_QUESTIONNAIRES}{one.id}-{quote(one.version, safe='')}.json": _json_of(one)
        for one in given
        if (one.id, one.version) in used
    }
    head = _HEAD % (FORMAT, __version__, _text_of(assessment))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in ((_ASSESSMENT, head), *sorted(parts.items())):
            member = zipfile.ZipInfo(name, _FIXED_DATE)
            member.create_system, member.external_attr = 3, 0o644 << 16
            archive.writestr(member, text, zipfile.ZIP_DEFLATED, compresslevel=6)
    return packed.getvalue()


def from_bytes(data: bytes, name: str) -> Opened:
    """Open a file from its bytes; `name` stands in the problems.

    Raises:
        FileProblemsError: it can't be used; carries everything that is wrong with it.
    """
    if len(data) > SIZE_LIMIT:
        facts = {"limit": str(SIZE_LIMIT // 1_000_000)}
        raise FileProblemsError(Problem("file.too-large", name, facts=facts))
    parts = members(data, name)
    if _ASSESSMENT not in parts:
        raise FileProblemsError(Problem("assessment.none", name))
    _refuse_too_much(parts, name)
    of_questionnaires = {
        member: packed
        for member, packed in sorted(parts.items())
        if member.startswith(_QUESTIONNAIRES)
    }
    assessment = _at_once(parts[_ASSESSMENT])
    if assessment is None:
        head = _plain(parts[_ASSESSMENT], name, _ASSESSMENT)
        format_ = _format_of(head, name)
        if format_ < FORMAT:
            head, of_questionnaires = _migrated(head, of_questionnaires, format_, name)
    made = [_questionnaire(packed, name, member) for member, packed in of_questionnaires.items()]
    if assessment is None:
        assessment = _assessment(head.get("assessment"), name)
    problems = problems_in(assessment, ((one.id, one.version) for one in made), name)
    if problems:
        raise FileProblemsError(*problems)
    return Opened(
        assessment=assessment,
        questionnaires=tuple(one for one in made if isinstance(one, Questionnaire)),
        modules=tuple(one for one in made if isinstance(one, Module)),
        digest=digest_of(data),
    )


def content_for(opened: Opened, round_: Round, content: Content) -> Content:
    """Return the content with the questionnaire and modules that a round was answered with.

    What the file does not hold, since the round was begun only now, is of the content itself.
    """
    main = round_.questionnaire
    carried = _by_version(opened.questionnaires)

    def modules() -> tuple[Module, ...]:
        known = _by_version((*content.modules, *opened.modules))
        used = tuple(known[one.id, one.version] for one in round_.modules)
        others = {module.id for module in used}
        return (*used, *(module for module in content.modules if module.id not in others))

    def questionnaire() -> Questionnaire:
        ours = carried.get((main.id, main.version))
        return ours or _by_version((content.questionnaire,))[main.id, main.version]

    return content.with_questionnaires(questionnaire, modules)


def _by_version(given: Iterable[V]) -> dict[tuple[str, str], V]:
    return {(one.id, one.version): one for one in given}


def _text_of(assessment: Assessment) -> str:
    try:
        return assessment.model_dump_json(indent=1)
    except ValueError:
        # Half a character, as pasting can leave one: no file holds it, so a sign stands for it.
        text = json.dumps(assessment.model_dump(), ensure_ascii=False, indent=1)
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@lru_cache(maxsize=32)
def _json_of(value: Questionnaire | Module) -> str:
    """Write a questionnaire or module; it is saved with every change and never changes itself."""
    return value.model_dump_json(indent=1)


def _refuse_too_much(parts: dict[str, bytes], name: str) -> None:
    """Refuse what would take more than a moment to read; values are counted by their signs."""
    others = [packed for member, packed in parts.items() if member != _ASSESSMENT]
    if _holds_more([parts[_ASSESSMENT]], _MOST_VALUES) or _holds_more(
        others, _MOST_IN_QUESTIONNAIRES
    ):
        raise FileProblemsError(Problem("zip.too-much", name))


def _holds_more(texts: list[bytes], most: int) -> bool:
    if sum(map(len, texts)) <= most:
        return False
    return sum(text.count(sign) for text in texts for sign in _SIGNS) > most


def _at_once(packed: bytes) -> Assessment | None:
    """Read an assessment of ours when many are read; None: look at it piece by piece."""
    begun = _AS_WRITTEN.match(packed)
    if begun is None or int(begun[1]) != FORMAT or not packed.endswith(b"}"):
        return None
    if may_turn(packed) or any(word in packed for word in _NO_NUMBERS):
        return None
    return Assessment.one_of_many(packed[begun.end() : -1])


def _plain(packed: bytes, name: str, member: str) -> dict[str, Any]:
    """Read JSON that holds named fields; half characters and deep nesting count as damage."""
    try:
        plain = read_json(packed)
        if may_turn(packed):
            plain = straightened(plain)
    except (ValueError, RecursionError) as error:
        raise FileProblemsError(Problem("assessment.damaged", name, place=member)) from error
    if not isinstance(plain, dict):
        raise FileProblemsError(Problem("assessment.damaged", name, place=member))
    return plain


def _format_of(head: dict[str, Any], name: str) -> int:
    format_ = head.get("format")
    if type(format_) is not int or format_ < 1:
        raise FileProblemsError(Problem("assessment.damaged", name, place=_ASSESSMENT))
    if format_ > FORMAT:
        facts = {"written_by": str(head.get("written_by", ""))[:60]}
        raise FileProblemsError(Problem("assessment.newer", name, facts=facts))
    return format_


def _migrated(
    head: dict[str, Any], packed: dict[str, bytes], format_: int, name: str
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Bring the plain content to the newest format; the old file is left as it is."""
    questionnaires = {member: _plain(data, name, member) for member, data in packed.items()}
    plain = {"assessment": head.get("assessment"), "questionnaires": questionnaires}
    newest = to_newest(plain, format_)
    return newest, {m: json.dumps(one).encode() for m, one in newest["questionnaires"].items()}


def _questionnaire(packed: bytes, name: str, member: str) -> Questionnaire | Module:
    try:
        return _read_before(packed)
    except FileProblemsError as error:
        named = (p._replace(file=name, place=member) for p in error.problems)
        raise FileProblemsError(*named) from error
    except ValueError as error:  # pydantic's own
        raise FileProblemsError(*_misfits(error, name, member)) from error


@lru_cache(maxsize=32)
def _read_before(packed: bytes) -> Questionnaire | Module:
    """Read a questionnaire or module; many files carry the same, and a value can be shared."""
    plain = _plain(packed, "", "")
    model = Questionnaire if "dimensions" in plain else Module
    return model.model_validate(plain)


def _assessment(plain: Any, name: str) -> Assessment:
    try:
        return Assessment.model_validate(plain)
    except ValueError as error:  # pydantic's own
        raise FileProblemsError(*_misfits(error, name, _ASSESSMENT)) from error


def _misfits(error: ValueError, name: str, member: str) -> list[Problem]:
    faults = cast("ValidationError", error).errors(include_url=False, include_input=False)
    return [
        Problem(
            "assessment.misfit",
            name,
            place=" › ".join((member, *(str(step) for step in one["loc"]))),
            facts={"reason": one["msg"]},
        )
        for one in faults
    ]
