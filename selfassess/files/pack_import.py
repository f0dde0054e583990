"""Brings content packs of others in: first a look at what they hold, then to the user's folder."""

import dataclasses
from pathlib import Path

from selfassess.core.case_twins import Alike, Fate, Line, twin_of
from selfassess.core.cases import CaseStudy
from selfassess.core.content import Content
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import atomic, disk, own_cases, pack_files, yaml_writer
from selfassess.files.content_pack import Pack, opened, usable
from selfassess.files.own_cases import ENDING, Named, cases_of, packed_up
from selfassess.files.pack_content import problems_in
from selfassess.files.pack_files import ABOUT, NAME, entries, readable


@dataclasses.dataclass(frozen=True, slots=True)
class Coming:
    """A pack that was looked at.

    Attributes:
        pack: The pack as it would come in.
        before: The name and version of that whose place it takes; empty where there is none.
        lines: Its case studies.
        problems: What is wrong with it; advice among it does not keep it out.
        path: Where it would lie.
        is_same: All of it is there already.
    """

    pack: Pack
    before: str
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]
    path: Path
    is_same: bool

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The problems that keep it out."""
        return tuple(p for p in self.problems if not p.code.startswith("advice."))

    @property
    def changes(self) -> bool:
        """Bringing it in would change something, and nothing keeps it out."""
        return bool(self.pack.files) and not self.faults and not self.is_same


def looked_at(path: Path, data: Path, built_in: Content) -> Coming:
    """Look at a pack without taking anything over.

    Args:
        path: The pack, a zip or a folder.
        data: The user's data folder.
        built_in: The content without packs.

    Raises:
        FileProblemsError: it is no pack, or its case studies can't be read.
    """
    (given,) = opened([pack_files.packed_at(path)])
    installed = own_cases.in_use(data, built_in)
    before = next((pack for pack in installed if pack.about.id == given.about.id), None)
    if before is not None and not Path(before.place).is_relative_to(data):
        facts = {"said": given.about.id, "other": before.place}
        raise FileProblemsError(given.document.problem("pack.repeated", ("id",), **facts))
    others = tuple(pack for pack in installed if pack is not before)
    there = (*built_in.cases, *(case for pack in others for case in cases_of(pack)))
    known = {case.id: case for case in (cases_of(before) if before else ())}
    lines = tuple(_line(case, known, there) for case in cases_of(given))
    coming = _without(given, {line.case.id for line in lines if line.fate is Fate.THERE})
    problems = problems_in(built_in, (*others, coming)) if coming.files else ()
    place = Path(before.place) if before else data / NAME / f"{given.about.id}{ENDING}"
    is_same = before is not None and _is_same(coming, before, known)
    return Coming(coming, before.name if before else "", lines, problems, place, is_same)


def bring_in(coming: Coming, data: Path, built_in: Content, named: Named) -> None:
    """Take a pack over that was looked at; into the user's own case studies where it is such.

    Args:
        coming: The pack.
        data: The user's data folder.
        built_in: The content without packs.
        named: What the user's own pack is called.

    Raises:
        FileProblemsError: something keeps it out, or the disk refused; nothing was changed.
    """
    if coming.faults:
        raise FileProblemsError(*coming.faults)
    if coming.pack.about.id == own_cases.ID:
        own_cases.keep_all(data, cases_of(coming.pack), built_in, named)
        return
    about = yaml_writer.to_bytes(coming.pack.about.model_dump(mode="json"))
    disk.make_own_folder(data / NAME)
    if disk.is_folder(coming.path):
        raise FileProblemsError(Problem("pack.is-folder", str(coming.path)))
    atomic.write(coming.path, packed_up({ABOUT: about, **coming.pack.files}))


def take_out_pack(data: Path, id_: str) -> Path:
    """Remove a pack from the user's folder for good.

    Args:
        data: The user's data folder.
        id_: The id of the pack, or the name of its file where it can't be read.

    Returns:
        Where it lay.

    Raises:
        FileProblemsError: there is none of that id, it lies there as a folder, or the disk refused.
    """
    folder = data / NAME
    ids = {one.about.id: Path(one.place) for one in usable(readable(folder)[0])}
    names = {path.name: path for path in entries(folder)}
    place = ids.get(id_) or names.get(id_)
    if place is None:
        raise FileProblemsError(Problem("pack.not-there", facts={"said": id_}))
    if disk.is_folder(place):
        raise FileProblemsError(Problem("pack.folder-stays", str(place)))
    atomic.remove(place)
    return place


def _line(case: CaseStudy, known: dict[str, CaseStudy], there: tuple[CaseStudy, ...]) -> Line:
    twin = twin_of(case, there)
    if twin is not None and twin.alike is Alike.ID:
        return Line(case, Fate.THERE, twin)
    if case.id in known:
        fate = Fate.UNCHANGED if known[case.id] == case else Fate.CHANGED
        return Line(case, fate)
    twin = twin or twin_of(case, known.values())
    return Line(case, Fate.ALIKE if twin else Fate.NEW, twin)


def _is_same(coming: Pack, before: Pack, known: dict[str, CaseStudy]) -> bool:
    """Say whether nothing would change, in what order or words the files are written."""
    cases = cases_of(coming)
    if coming.about.id == own_cases.ID:
        return all(known.get(case.id) == case for case in cases)
    same_cases = cases == tuple(known.values())
    return same_cases and _beside_cases(coming) == _beside_cases(before)


def _beside_cases(pack: Pack) -> dict[str, bytes]:
    return {path: data for path, data in pack.files.items() if not path.startswith("cases/")}


def _without(pack: Pack, left_out: set[str]) -> Pack:
    """Return a pack without some of its case studies; the rest of it stays as it was written."""
    if not left_out:
        return pack
    files = _beside_cases(pack)
    kept = [case for case in cases_of(pack) if case.id not in left_out]
    if kept:
        named = Named(pack.about.title.say(), pack.about.version)
        written = own_cases.files_of(pack.about.id, kept, named)
        files |= {path: data for path, data in written.items() if path != ABOUT}
    return dataclasses.replace(pack, files=files)
