"""What is damaged and opened: each kind of file, with seeds and everything that reads it."""

import io
import random
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from scripts.fuzzing import mutate
from selfassess import __version__, paths
from selfassess.core.assessment import Assessment
from selfassess.core.content import Content
from selfassess.core.merge import merge
from selfassess.core.plan_merge import merge_plan
from selfassess.core.portfolio import portfolio_of
from selfassess.core.problem import Problem
from selfassess.core.results import Results, work_out
from selfassess.core.returns import TextKind
from selfassess.files import (
    answers_file,
    assessment_file,
    content_index,
    content_pack,
    disk,
    escalation_docx,
    form_workbook,
    intake,
    lock_file,
    pack_content,
    plan_workbook,
    recovery,
    return_file,
    settings_file,
    workbook,
    yaml_reader,
)
from selfassess.files.example import example
from selfassess.files.journal import Journal, Origin
from selfassess.files.kinds import kind_of
from selfassess.files.known import Known
from selfassess.files.reference_check import problems_of_references
from selfassess.files.shelf import Shelf
from selfassess.files.sign_check import problems_of_signs
from selfassess.files.text_check import problems_of_texts
from selfassess.reports import report
from selfassess.reports.portfolio_book import portfolio_book
from selfassess.reports.portfolio_figures import portfolio_figures
from selfassess.reports.portfolio_view import view
from selfassess.reports.return_lines import return_lines
from selfassess.words import words_in

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 9, 12, tzinfo=UTC)
WORDS = words_in("en")
_FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-"))
Open = Callable[[bytes, random.Random], tuple[Problem, ...]]


@dataclass(frozen=True)
class Target:
    """A kind of file.

    Attributes:
        seeds: Returns whole files of the kind.
        damage: Damages one of them; gets another one for pieces.
        open: Opens bytes and does what the program does next; returns problems that are told
            although the file opens.
    """

    seeds: Callable[[], tuple[bytes, ...]]
    damage: Callable[[bytes, bytes, random.Random], bytes]
    open: Open


def remove_folder() -> None:
    """Remove what was written."""
    shutil.rmtree(_FOLDER, ignore_errors=True)


@cache
def _content() -> Content:
    return content_index.content(with_packs=False)


@cache
def _example() -> Assessment:
    return example(_content(), TODAY)


@cache
def _results() -> Results:
    return work_out(_example(), _content())


@cache
def _assessments() -> tuple[bytes, ...]:
    content, value = _content(), _example()
    carried = ((content.questionnaire,), content.modules)
    early = value.changed(rounds=(value.latest.changed(answers=value.latest.answers[:20]),))
    old = Path(__file__).resolve().parents[2] / "tests" / "old_files" / "format-1.selfassess"
    made = (assessment_file.to_bytes(one, *carried) for one in (value, early))
    return (*made, old.read_bytes())


@cache
def _forms() -> tuple[bytes, ...]:
    """A blank form, and forms with what people have said."""
    people = _example().respondents
    wanted = [(people[0].organisation, None), *((one.organisation, one.id) for one in people[:3])]
    return tuple(
        form_workbook.write_form(_results(), home, who, f"form-{number}", 9, WORDS, TODAY)
        for number, (home, who) in enumerate(wanted)
    )


@cache
def _plans() -> tuple[bytes, ...]:
    return (workbook.to_bytes(report.build(_results(), WORDS, TODAY, __version__)),)


@cache
def _yaml() -> tuple[bytes, ...]:
    files = [
        paths.QUESTIONNAIRES / "modules" / "emergencies.yaml",
        *sorted((paths.QUESTIONNAIRES / "modules").glob("*.yaml"))[:3],
        paths.RESOURCES / "examples" / "northbridge" / "partnership.yaml",
        paths.RESOURCES / "guidance" / "myths.yaml",
        paths.QUESTIONNAIRES / "confidence.yaml",
    ]
    whole = [path.read_bytes() for path in files if path.exists()]
    cases = (paths.RESOURCES / "cases" / "library.yaml").read_bytes().split(b"\n- id:")
    barriers = (paths.QUESTIONNAIRES / "barriers.yaml").read_bytes().split(b"\n- id:")
    return (*whole, *(b"\n- id:".join(parts[:4]) + b"\n" for parts in (cases, barriers)))


@cache
def _tables() -> tuple[bytes, ...]:
    folder = paths.RESOURCES / "examples" / "northbridge"
    answers = (folder / "answers.csv").read_bytes().splitlines(keepends=True)
    return (b"".join(answers[:60]), (folder / "agreed.csv").read_bytes(), b"".join(answers))


@cache
def _packs() -> tuple[bytes, ...]:
    about = b"id: ours\nversion: 1.0.0\ntitle: Ours\nkind: %s\n"
    cases = (paths.RESOURCES / "cases" / "library.yaml").read_bytes().split(b"\n- id:")
    myths = (paths.RESOURCES / "guidance" / "myths.yaml").read_bytes()
    module = min((paths.QUESTIONNAIRES / "modules").glob("*.yaml")).read_bytes()
    module = module.replace(b"version: 1", b"version: 9", 1)
    cases[1] = b"- id: x-" + cases[1].strip()
    return tuple(
        _zip({"pack.yaml": about % kind, **files})
        for kind, files in (
            (b"beside", {"cases/a.yaml": b"\n- id: x-".join(c.strip() for c in cases[1:3])}),
            (b"instead", {"guidance/a.yaml": myths, "modules/m.yaml": module}),
        )
    )


@cache
def _journals() -> tuple[bytes, ...]:
    content = _content()
    carried = ((content.questionnaire,), content.modules)
    for number, origin in enumerate((None, Origin(Path("a.selfassess"), ("d",)))):
        Journal(_FOLDER).keep(f"seed{number}", _example(), *carried, origin, NOW)
    return tuple(path.read_bytes() for path in (_FOLDER / "journal").iterdir())


def _settings() -> tuple[bytes, ...]:
    recent = settings_file.Recent(path="a.selfassess", name="A", opened=NOW.isoformat())
    settings_file.write_settings(_FOLDER, settings_file.Settings(recent=(recent, recent)))
    held = lock_file.Holder(
        user="jo", computer="desk", process=7, since=NOW, seen=NOW, mark="0123456789abcdef"
    )
    return ((_FOLDER / "settings.json").read_bytes(), held.model_dump_json().encode())


@cache
def _returns() -> tuple[bytes, ...]:
    """Returns with and without free text."""
    whole = assessment_file.from_bytes(_assessments()[0], "example")
    return tuple(
        return_file.to_bytes(return_file.return_of(whole, _content(), "example", ticked=ticked))
        for ticked in ((), tuple(TextKind))
    )


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _whole(value: Assessment) -> None:
    """Make sure that an assessment can be saved and opens again as it is."""
    content = _content()
    data = assessment_file.to_bytes(value, (content.questionnaire,), content.modules)
    assert assessment_file.from_bytes(data, "x").assessment == value


def _everywhere(when: datetime) -> None:
    """Make sure that a time can be said wherever one is."""
    for hours in (14, 0, -12):
        f"{when.astimezone(timezone(timedelta(hours=hours))):%H:%M}"


def _open_assessment(data: bytes, chance: random.Random) -> tuple[Problem, ...]:
    opened = assessment_file.from_bytes(data, "x.selfassess")
    value = opened.assessment
    content = assessment_file.content_for(opened, value.latest, _content())
    results = work_out(value, content)
    if chance.random() < 0.1:
        workbook.to_bytes(report.build(results, WORDS, TODAY, __version__))
    carried = ((content.questionnaire, *opened.questionnaires), (*content.modules, *opened.modules))
    again = assessment_file.from_bytes(assessment_file.to_bytes(value, *carried), "x")
    assert again.assessment == value
    for round_ in value.rounds:
        assessment_file.content_for(opened, round_, _content())
    return_file.return_of(opened, _content(), "x.selfassess")
    return ()


def _open_form(data: bytes, _chance: random.Random) -> tuple[Problem, ...]:
    read = form_workbook.read_form(data, "x.xlsx")
    topics = {topic.id for topic in _results().asked.topics}
    value, _counts = merge(_example(), read, topics)
    work_out(value, _content())
    _whole(value)
    return read.problems


def _open_plan(data: bytes, _chance: random.Random) -> tuple[Problem, ...]:
    read = plan_workbook.read_plan(data, "x.xlsx")
    value = merge_plan(_example(), read.rows).after
    work_out(value, _content())
    _whole(value)
    return read.problems


def _open_yaml(data: bytes, _chance: random.Random) -> tuple[Problem, ...]:
    document = yaml_reader.parse(data, "x.yaml")
    kind = kind_of(document)
    shelf = Shelf()
    if kind is not None:
        shelf.take(document, kind)
    known = Known()
    return (
        *shelf.problems,
        *shelf.repeated(),
        *problems_of_references(shelf, known),
        *problems_of_signs(shelf, known),
        *problems_of_texts(shelf),
    )


def _open_table(data: bytes, _chance: random.Random) -> tuple[Problem, ...]:
    path = _FOLDER / "x.csv"
    path.write_bytes(data)
    names = [organisation.name for organisation in _results().round.organisations]
    topics = [topic.id for topic in _results().asked.topics]
    if b"organisation" in data[:200]:
        rows = answers_file.read_answers(path, names, topics)
        value = intake.with_answers(_example(), rows)
        work_out(value, _content())
        _whole(value)
    else:
        agreed = answers_file.read_agreed(path, topics)
        _whole(intake.with_agreed(_example(), agreed, _content()))
    return ()


def _open_pack(data: bytes, _chance: random.Random) -> tuple[Problem, ...]:
    folder = _FOLDER / "content"
    folder.mkdir(exist_ok=True)
    (folder / "x.zip").write_bytes(data)
    packs = content_pack.packs(folder)
    content = pack_content.merged(_content(), packs)
    work_out(_example(), content)
    return pack_content.problems_in(_content(), packs)


def _open_journal(data: bytes, _chance: random.Random) -> tuple[Problem, ...]:
    folder = _FOLDER / "open"
    (folder / "journal").mkdir(parents=True, exist_ok=True)
    (folder / "journal" / "x.selfassess-journal").write_bytes(data)
    (found,) = Journal(folder).found()
    recovery.compared(found)
    _everywhere(found.when)
    assert (found.opened is None) == bool(found.problems)
    return found.problems


def _open_return(data: bytes, _chance: random.Random) -> tuple[Problem, ...]:
    returned = return_file.from_bytes(data, "damaged")
    assert return_file.from_bytes(return_file.to_bytes(returned), "again") == returned
    assert list(return_lines(returned, _content(), WORDS))
    others = [returned.changed(place=f"{at:016x}") for at in range(3)]
    seen = view(portfolio_of([returned, *others]), _content())
    assert portfolio_figures(seen, WORDS)
    assert workbook.to_bytes(portfolio_book(seen, WORDS, TODAY, __version__))
    assert escalation_docx.to_bytes(seen, WORDS, TODAY, __version__)
    return ()


def _open_settings(data: bytes, _chance: random.Random) -> tuple[Problem, ...]:
    folder = _FOLDER / "open"
    folder.mkdir(exist_ok=True)
    if b'"process"' in data:
        (folder / ".a.selfassess.lock").write_bytes(data)
        found = lock_file.take(folder / "a.selfassess", NOW, lock_file.Who("me", "here", 1))
        if isinstance(found, lock_file.Holder):
            assert found.user.isprintable()
            _everywhere(found.since)
            (folder / ".a.selfassess.lock").unlink()
        elif found is not None:
            found.release()
        return ()
    (folder / "settings.json").write_bytes(data)
    settings, problem = settings_file.read_settings(folder)
    settings_file.write_settings(folder, settings)
    again, none = settings_file.read_settings(folder)
    assert again == settings
    assert none is None
    words_in(settings.language)
    for recent in settings.recent:
        disk.is_there(Path(recent.path))
    return (problem,) if problem else ()


def _zip_of_json(data: bytes, other: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.12:
        return mutate.damaged(data, other, chance)
    return mutate.rezipped(data, chance, lambda _name, part: mutate.changed_json(part, chance))


def _zip_of_xml(data: bytes, other: bytes, chance: random.Random) -> bytes:
    kind = chance.random()
    if kind < 0.1:
        return mutate.damaged(data, other, chance)
    if kind < 0.3:
        return mutate.typed(data, chance)
    return mutate.rezipped(data, chance, lambda _name, part: mutate.changed_xml(part, chance))


def _zip_of_yaml(data: bytes, other: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.1:
        return mutate.damaged(data, other, chance)
    return mutate.rezipped(data, chance, lambda _name, part: _text(part, part, chance))


def _text(data: bytes, other: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return mutate.damaged(data, other, chance)
    return mutate.changed_text(data, chance)


def _json(data: bytes, other: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return mutate.damaged(data, other, chance)
    return mutate.changed_json(data, chance)


def _journal(data: bytes, other: bytes, chance: random.Random) -> bytes:
    head, _end, work = data.partition(b"\n")
    kind = chance.random()
    if kind < 0.4:
        return mutate.changed_json(head, chance) + b"\n" + work
    if kind < 0.7:
        return mutate.damaged(data, other, chance)
    return head + b"\n" + _zip_of_json(work, work, chance)


TARGETS = {
    "selfassess": Target(_assessments, _zip_of_json, _open_assessment),
    "form": Target(_forms, _zip_of_xml, _open_form),
    "plan": Target(_plans, _zip_of_xml, _open_plan),
    "yaml": Target(_yaml, _text, _open_yaml),
    "csv": Target(_tables, _text, _open_table),
    "pack": Target(_packs, _zip_of_yaml, _open_pack),
    "settings": Target(_settings, _json, _open_settings),
    "return": Target(_returns, _json, _open_return),
    "journal": Target(_journals, _journal, _open_journal),
}
