"""How long a thousand assessments take into a portfolio, and how much memory ten thousand need."""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from scripts.benchmarks.table import Table, print_and_keep
from selfassess import __version__
from selfassess.core.assessment import (
    Answer,
    Assessment,
    Organisation,
    Partnership,
    Reference,
    Respondent,
    Round,
)
from selfassess.core.codes import POLICY_AREAS, UK_NATIONS, Set, Step
from selfassess.core.content import Content
from selfassess.core.portfolio import Gathering, Portfolio
from selfassess.core.returns import Return
from selfassess.files import assessment_file, return_file, workbook
from selfassess.files.portfolio_files import gather
from selfassess.reports.portfolio_book import portfolio_book
from selfassess.reports.portfolio_view import view
from selfassess.words import SOURCE, words_in
from tests.shipped import shipped

MANY, VERY_MANY = 1_000, 10_000
GOAL_SECONDS, GOAL_MEGABYTES = 10.0, 1_000.0
SIZES = {"5 people, short set": (5, Set.SHORT), "14 people, standard set": (14, Set.STANDARD)}
SECTORS = ("local-government", "health", "police", "education", "voluntary")
DIFFERENT = 200
"""So many different returns are mixed to make ten thousand."""

TOP = Path(__file__).resolve().parents[2]
_PEAK = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
_ALONE = f"from scripts.benchmarks import portfolio; portfolio.gather_very_many(); {_PEAK}"
_BARE = f"import selfassess.files.portfolio_files; {_PEAK}"


def main() -> None:
    """Measure and print."""
    times: dict[str, list[float | str | None]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, (people, set_) in SIZES.items():
            there = Path(folder) / str(people)
            there.mkdir()
            _write(there, people, set_)
            portfolio = _timed(f"{MANY:,} files of {name}", there, times)
        there = Path(folder) / "returns"
        there.mkdir()
        for at, returned in enumerate(_returns(MANY)):
            (there / f"{at}.json").write_bytes(return_file.to_bytes(returned))
        _timed(f"{MANY:,} returns", there, times)
    began = time.perf_counter()
    seen = view(portfolio, shipped())
    counted = time.perf_counter()
    workbook.to_bytes(portfolio_book(seen, words_in(SOURCE), date(2026, 11, 26), __version__))
    times["counting them"] = [counted - began, None, None]
    times["the workbook"] = [time.perf_counter() - counted, None, None]
    tables = (
        Table("into a portfolio (s)", ("time", "processor", "goal"), times),
        Table("memory (MB)", ("peak", "goal"), _memory()),
    )
    print_and_keep("portfolio", tables, {"places": MANY, "places_for_memory": VERY_MANY})


def gather_very_many() -> None:
    """Gather ten thousand returns, each read from its bytes."""
    gathering = Gathering()
    for returned in _returns(VERY_MANY):
        gathering.add(return_file.from_bytes(return_file.to_bytes(returned), "return"))
    view(gathering.portfolio(), shipped())


def _timed(name: str, folder: Path, times: dict[str, list[float | str | None]]) -> Portfolio:
    began, began_to_use = time.perf_counter(), time.process_time()
    gathered = gather([folder], shipped())
    used = time.process_time() - began_to_use
    times[name] = [time.perf_counter() - began, used, GOAL_SECONDS]
    return gathered.portfolio


def _memory() -> dict[str, list[float | str | None]]:
    if sys.platform == "win32":
        return {}
    rows: dict[str, list[float | str | None]] = {}
    for name, program, goal in (
        (f"{VERY_MANY:,} places", _ALONE, GOAL_MEGABYTES),
        ("the modules alone", _BARE, None),
    ):
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=TOP, capture_output=True, text=True, check=True
        )
        rows[name] = [int(done.stdout) / 1000, goal]
    return rows


def _write(folder: Path, people: int, set_: Set) -> None:
    chance = random.Random(people)  # noqa: S311 - no secret: it makes the same files each time
    content = shipped()
    for at in range(MANY):
        made = _assessment(f"{people}-{at}", people, set_, content, chance)
        data = assessment_file.to_bytes(made, (content.questionnaire,), content.modules)
        (folder / f"{at}.selfassess").write_bytes(data)


def _assessment(
    id_: str, people: int, set_: Set, content: Content, chance: random.Random
) -> Assessment:
    """Make an assessment in which everybody has answered all that is asked."""
    organisations = tuple(Organisation(id=s, name=s, sector=s) for s in SECTORS)
    respondents = tuple(
        Respondent(id=f"p{at}", organisation=SECTORS[at % len(SECTORS)]) for at in range(people)
    )
    topics = [t.id for d in content.questionnaire.dimensions for t in d.topics if set_.holds(t.set)]
    round_ = Round(
        name="First",
        date=f"{chance.randint(2024, 2026)}-05-01",
        questionnaire=Reference(id=content.questionnaire.id, version=content.questionnaire.version),
        step=chance.choice(tuple(Step)),
        set=set_,
        organisations=organisations,
        answers=tuple(
            Answer.model_validate(
                {"respondent": p.id, "topic": t, "level": chance.choice((1, 2, 2, 3, 3, 4, "dk"))}
            )
            for p in respondents
            for t in topics
        ),
    )
    partnership = Partnership(
        name=id_,
        policy_areas=tuple(chance.sample(POLICY_AREAS, 2)),
        country=chance.choice(UK_NATIONS),
    )
    return Assessment(id=id_, partnership=partnership, respondents=respondents, rounds=(round_,))


def _returns(count: int) -> Iterator[Return]:
    """Mix returns of a few hundred assessments, so that hardly two are alike."""
    chance = random.Random(9)  # noqa: S311 - no secret
    content = shipped()
    real = [_return(at, content, chance) for at in range(DIFFERENT)]
    for at in range(count):
        base, other = chance.choice(real), chance.choice(real)
        round_ = base.latest.changed(
            barriers=other.latest.barriers, looked_for=other.latest.looked_for
        )
        yield base.changed(place=f"{at:016x}", rounds=(round_,))


def _return(at: int, content: Content, chance: random.Random) -> Return:
    made = _assessment(str(at), 5, Set.FULL, content, chance)
    file = assessment_file.Opened(made, (content.questionnaire,), content.modules, "")
    return return_file.return_of(file, content, "return")
