"""The user's own case studies: a content pack of the program's making, and packs for others."""

import dataclasses
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from selfassess import paths
from selfassess.core.case_draft import id_for
from selfassess.core.cases import CaseStudy
from selfassess.core.content import Content
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import atomic, disk, pack_files, yaml_reader, yaml_writer
from selfassess.files.case_files import cases_in
from selfassess.files.content_pack import Pack, opened, usable
from selfassess.files.pack_content import problems_in
from selfassess.files.pack_files import ABOUT, NAME, Packed
from selfassess.files.policy_file import read_policy

ID = "our-cases"
"""The id of the user's own pack."""

ENDING = ".zip"

_CASES = "cases/case-studies.yaml"
_HEAD = (
    "Case studies of a content pack of Sharing readiness. questionnaires/README.md has the format."
)
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


@dataclasses.dataclass(frozen=True, slots=True)
class Named:
    """What a pack of case studies is called: its title in words, and its version."""

    title: str
    version: str


def path_of(data: Path) -> Path:
    """Return where the own pack lies in the user's data folder."""
    return data / NAME / f"{ID}{ENDING}"


def own_cases(data: Path) -> tuple[CaseStudy, ...]:
    """Return the user's own case studies; none where there are none yet.

    Raises:
        FileProblemsError: the pack can't be used.
    """
    path = path_of(data)
    if not disk.is_there(path):
        return ()
    (pack,) = opened([pack_files.packed_at(path)])
    return cases_of(pack)


def in_use(data: Path, built_in: Content) -> tuple[Pack, ...]:
    """Return the packs of the organisation's folder and of the user's own that can be used.

    Those that can't be are in no content either, and keep nobody from changing the others.
    """
    policy, _unused = read_policy(paths.policy_folder())
    folders = [data / NAME] if policy.pack_folder is None else [policy.pack_folder, data / NAME]
    found = tuple(pack for folder in folders for pack in pack_files.readable(folder)[0])
    packs = usable(found)
    while packs and (faults := _faults(built_in, *packs)):
        found = pack_files.without(found, faults)
        packs = usable(found)
    return packs


def cases_of(pack: Pack) -> tuple[CaseStudy, ...]:
    """Return the case studies of a pack.

    Raises:
        FileProblemsError: carries everything that is wrong with them.
    """
    found: list[CaseStudy] = []
    problems: list[Problem] = []
    for path, data in pack.files.items():
        if path.startswith("cases/"):
            try:
                found += cases_in(yaml_reader.parse(data, f"{pack.place}/{path}"))
            except FileProblemsError as error:
                problems += error.problems
    if problems:
        raise FileProblemsError(*problems)
    return tuple(found)


def keep(data: Path, case: CaseStudy, built_in: Content, named: Named) -> CaseStudy:
    """Keep a case study among the user's own: in place of that with its id, or as the last.

    Args:
        data: The user's data folder.
        case: The case study; a draft gets an id.
        built_in: The content without packs.
        named: What the own pack is called.

    Returns:
        The case study as it was kept.

    Raises:
        FileProblemsError: it has problems that `selfassess check` would name, or the disk refused;
            nothing was changed.
    """
    before = own_cases(data)
    kept = tidied(case)
    if case.id not in {one.id for one in before}:
        kept = kept.changed(id=id_for(case.title, _taken(data, built_in)))
    among = [kept if one.id == kept.id else one for one in before]
    _write(data, among if kept in among else [*among, kept], built_in, named)
    return kept


def keep_all(data: Path, cases: Sequence[CaseStudy], built_in: Content, named: Named) -> None:
    """Keep several with the ids they have; raises like `keep`."""
    among = {one.id: one for one in (*own_cases(data), *cases)}
    _write(data, list(among.values()), built_in, named)


def take_out(data: Path, id_: str, built_in: Content, named: Named) -> None:
    """Remove one of the user's own case studies for good; raises like `keep`."""
    left = [case for case in own_cases(data) if case.id != id_]
    if left:
        _write(data, left, built_in, named)
    else:
        atomic.remove(path_of(data))


def export(path: Path, cases: Sequence[CaseStudy], built_in: Content, named: Named) -> None:
    """Write a pack of case studies for others, named after its title.

    Raises:
        FileProblemsError: something is wrong with them, or the disk refused.
    """
    id_ = id_for(named.title, (ID,))
    _refuse_problems(built_in, pack_of(id_, cases, named, str(path)))
    atomic.write(path, packed_up(files_of(id_, cases, named)))


def pack_of(id_: str, cases: Sequence[CaseStudy], named: Named, place: str) -> Pack:
    """Return a pack of case studies as it would be read."""
    (pack,) = opened([Packed(place, files_of(id_, cases, named))])
    return pack


def files_of(id_: str, cases: Sequence[CaseStudy], named: Named) -> dict[str, bytes]:
    """Return the files of a pack of case studies by their path."""
    about = {"id": id_, "version": named.version, "title": named.title, "kind": "beside"}
    plain = [case.model_dump(mode="json", exclude_defaults=True) for case in cases]
    return {ABOUT: yaml_writer.to_bytes(about), _CASES: yaml_writer.to_bytes(plain, _HEAD)}


def packed_up(files: dict[str, bytes]) -> bytes:
    """Return the zip of a pack; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            member = zipfile.ZipInfo(name, _FIXED_DATE)
            member.create_system, member.external_attr = 3, 0o644 << 16
            archive.writestr(member, data, zipfile.ZIP_DEFLATED, compresslevel=6)
    return packed.getvalue()


def tidied(case: CaseStudy) -> CaseStudy:
    """Return a case study without blank lessons and measures, and without spaces at its edges."""
    return case.changed(
        title=" ".join(case.title.split()),
        place=case.place.strip(),
        summary=case.summary.strip(),
        result=case.result.strip(),
        lessons=tuple(lesson.strip() for lesson in case.lessons if lesson.strip()),
        enablers=tuple(e for e in case.enablers if e.what.strip()),
    )


def _taken(data: Path, built_in: Content) -> set[str]:
    of_packs = (case.id for pack in in_use(data, built_in) for case in cases_of(pack))
    return {case.id for case in built_in.cases} | set(of_packs)


def _write(data: Path, cases: Sequence[CaseStudy], built_in: Content, named: Named) -> None:
    path = path_of(data)
    pack = pack_of(ID, cases, named, str(path))
    others = (one for one in in_use(data, built_in) if one.about.id != ID)
    _refuse_problems(built_in, *others, pack)
    disk.make_own_folder(path.parent)
    atomic.write(path, packed_up(files_of(ID, cases, named)))


def _refuse_problems(built_in: Content, *of: Pack) -> None:
    faults = _faults(built_in, *of)
    if faults:
        raise FileProblemsError(*faults)


def _faults(built_in: Content, *of: Pack) -> list[Problem]:
    problems = problems_in(built_in, of)
    return [problem for problem in problems if not problem.code.startswith("advice.")]
