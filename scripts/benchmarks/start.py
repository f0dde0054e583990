"""How long a start takes: until the window stands, until the first question, and for commands.

Everything is measured in turn (one of each, then again) beside a bare window and a bare Python,
so that a ratio holds where a time would not.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from scripts.benchmarks import screen
from scripts.benchmarks.table import Table, print_and_keep

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
BUILT = Path(os.environ.get("SELFASSESS_BUILT", TOP / "dist" / "selfassess")) / "selfassess"

ROUNDS = 15
WARM_UPS = 1
WINDOW_COLUMNS = (
    *("can be used, ms", "times the floor", "is whole, ms", "whole, times the floor"),
    *("processor, ms", "times its floor", "memory, MB"),
)
COMMAND_COLUMNS = ("ms", "times the floor", "processor, ms", "times its floor", "memory, MB")

_AS_RUN = "import sys; from selfassess.__main__ import main; sys.exit(main())"
"""What `scripts/run` and the command of an installed program run."""

_PARTNERSHIP = """\
name: Measured partnership
purpose: {what: worries about a family, so_that: help comes early}
policy_areas: [early-years]
step: Design and plan
country: GB-ENG
high_risk: false
safety_at_stake: false
organisations:
- {name: Council, sector: local-government}
- {name: NHS, sector: health}
"""

Command = list[str]


@dataclass(frozen=True)
class Spent:
    """What a start takes: seconds, seconds of the processor, and memory at its highest.

    A window can be used when its middle, where the question stands, is as it stays.

    Where other programs share the machine, the processor's time is the fairer one; it holds also
    what is done after the window is whole, such as writing settings.
    """

    seconds: float
    processor: float
    megabytes: float
    until_used: float = 0.0


def main() -> None:
    """Measure and print."""
    if not shutil.which("Xvfb"):
        print("Starts are measured on a screen of their own, and Xvfb is not installed.")
        return
    with tempfile.TemporaryDirectory() as folder, screen.screen() as on:
        environment = {
            name: value
            for name, value in {**on.environment(), "HOME": folder}.items()
            if not name.startswith("PYTHON")
        }
        environment["PYTHONPATH"] = str(TOP)
        windows, commands = _kinds(Path(folder), environment)

        def until_window(command: Command) -> Spent:
            return _until_settled(on, command, environment)

        def until_end(command: Command) -> Spent:
            started = time.monotonic()
            process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
            _, _, used = os.wait4(process.pid, 0)
            taken = time.monotonic() - started
            process.returncode = 0
            return Spent(taken, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6)

        tables = (
            Table("a window", WINDOW_COLUMNS, _in_turn(windows, until_window, _of_window)),
            Table("a command", COMMAND_COLUMNS, _in_turn(commands, until_end, _of_command)),
        )
    facts = {"rounds": ROUNDS, "floor": "the first row of each table", "built": BUILT.exists()}
    print_and_keep("start", tables, facts)


def _kinds(
    folder: Path, environment: Mapping[str, str]
) -> tuple[dict[str, Command], dict[str, Command]]:
    """Name what is measured, the floor first."""
    question, finished = folder / "question.selfassess", folder / "finished.selfassess"
    partnership = folder / "partnership.yaml"
    partnership.write_text(_PARTNERSHIP, encoding="utf-8")
    source = [sys.executable, "-c", _AS_RUN]
    for words in (
        ["new", str(question), "--partnership", str(partnership)],
        ["example", str(finished)],
    ):
        subprocess.run([*source, *words], env=environment, check=True, stdout=subprocess.DEVNULL)
    programs = {"source": source}
    if BUILT.exists():
        programs["built"] = [str(BUILT)]
    bare = [sys.executable, str(HERE / "bare_window.py")]
    windows = {
        "bare window": ["env", f"PYTHONPATH={_as_it_comes(folder)}", *bare],
        "bare window, laid out": bare,
    }
    commands = {"bare Python": [sys.executable, "-c", "pass"]}
    for name, program in programs.items():
        windows[f"start page, {name}"] = program
        windows[f"first question, {name}"] = [*program, str(question)]
        commands[f"--version, {name}"] = [*program, "--version"]
        commands[f"score, {name}"] = [*program, "score", str(finished)]
    office = shutil.which("soffice")
    if office:  # what one would use instead: a workbook with the same answers, worked out anew
        report = folder / "report.xlsx"
        words = ["report", str(finished), "-o", str(report)]
        subprocess.run([*source, *words], env=environment, check=True, stdout=subprocess.DEVNULL)
        options = ["--headless", "--convert-to", "csv", "--outdir", str(folder)]
        commands["LibreOffice opens the workbook"] = [office, *options, str(report)]
    return windows, commands


def _as_it_comes(folder: Path) -> Path:
    """Return where the library of PySide6 lies as it is published.

    In our environment its Python half is laid out beside it, which spares every start compiling it
    (see `scripts/setup.sh`); the floor is what anybody has who only installs PySide6.
    """
    spec = importlib.util.find_spec("shiboken6")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("shiboken6")
    place = folder / "published"
    without = shutil.ignore_patterns("files.dir", "__pycache__")
    shutil.copytree(Path(spec.origin).parent, place / "shiboken6", ignore=without)
    return place


def _until_settled(on: screen.Screen, command: Command, environment: Mapping[str, str]) -> Spent:
    started = time.monotonic()
    process = subprocess.Popen(command, env=environment)
    try:
        seen = screen.watch(on, process, started, quiet=0.7)
    finally:
        process.terminate()
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
        _wait_until_empty(on)
    spent = used.ru_utime + used.ru_stime
    return Spent(seen.settled, spent, used.ru_maxrss * 1024 / 1e6, seen.middle)


def _wait_until_empty(on: screen.Screen) -> None:
    """Wait until the server has taken the window from the screen, at most some seconds."""
    end = time.monotonic() + 5
    while any(on.pixels()[::997]) and time.monotonic() < end:
        pass


Figures = tuple[float, ...]


def _in_turn(
    kinds: Mapping[str, Command],
    timed: Callable[[Command], Spent],
    told: Callable[[Sequence[Spent], Sequence[Spent]], Figures],
) -> dict[str, Figures]:
    """Time each kind once in every round; tell of each, beside the first."""
    floor = next(iter(kinds))
    spent: dict[str, list[Spent]] = {name: [] for name in kinds}
    for number in range(WARM_UPS + ROUNDS):
        for name, command in kinds.items():
            taken = timed(command)
            if number >= WARM_UPS:
                spent[name].append(taken)
    return {name: told(found, spent[floor]) for name, found in spent.items()}


def _of_window(found: Sequence[Spent], floor: Sequence[Spent]) -> Figures:
    """Return what the columns of windows tell."""
    return (*_beside(found, floor, "until_used"), *_of_command(found, floor))


def _of_command(found: Sequence[Spent], floor: Sequence[Spent]) -> Figures:
    """Return what the columns of commands tell."""
    times = (*_beside(found, floor, "seconds"), *_beside(found, floor, "processor"))
    return (*times, median(one.megabytes for one in found))


def _beside(found: Sequence[Spent], floor: Sequence[Spent], what: str) -> Figures:
    """Return the median of a time in milliseconds, and the median of its ratios to the floor."""
    ours, theirs = ([getattr(one, what) for one in each] for each in (found, floor))
    return 1000 * median(ours), median(a / b for a, b in zip(ours, theirs, strict=True))
