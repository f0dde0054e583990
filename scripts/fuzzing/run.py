"""Opens damaged files, batch by batch in processes of their own, and counts how it went."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from scripts.fuzzing.targets import TARGETS, remove_folder
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.words import words_in
from selfassess.words.problems import sentence

SECONDS = 2.0
"""Of the processor's time, since other programs may have the machine."""

MEGABYTES = 300
BATCH = 500
_HANG = 60
_LONGEST_SENTENCE = 1_500
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_WARM_UP = 3


@dataclass
class Outcome:
    """How some mutations went.

    Attributes:
        mutations: How many there were.
        opened: So many opened, perhaps with problems that are told.
        refused: So many were refused in a sentence.
        codes: What was told, by code.
        slowest: Seconds of the processor's time.
        largest: Megabytes by which the process grew.
        failures: What must not be: the number of the mutation and what happened.
    """

    mutations: int = 0
    opened: int = 0
    refused: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    largest: float = 0.0
    failures: list[str] = field(default_factory=list)

    def add(self, other: "Outcome") -> None:
        """Count another batch in."""
        self.mutations += other.mutations
        self.opened += other.opened
        self.refused += other.refused
        self.codes.update(other.codes)
        self.slowest = max(self.slowest, other.slowest)
        self.largest = max(self.largest, other.largest)
        self.failures += other.failures


class TooSlowError(BaseException):
    """A mutation took longer than it may."""


def fuzz(kind: str, count: int, seed: int, keep: Path | None = None) -> Outcome:
    """Open mutations of a kind; each batch in a process of its own."""
    whole = Outcome()
    for start in range(0, count, BATCH):
        end = min(start + BATCH, count)
        asked = [sys.executable, __file__, kind, str(start), str(end), str(seed), str(keep or "")]
        top = Path(__file__).resolve().parents[2]
        environment = {**os.environ, "PYTHONPATH": str(top)}
        done = subprocess.run(asked, check=False, capture_output=True, text=True, env=environment)
        last = done.stdout.splitlines()[-1:] or ["{}"]
        try:
            told = json.loads(last[0])
            whole.add(Outcome(**{**told, "codes": Counter(told["codes"])}))
        except (ValueError, KeyError, TypeError):
            whole.failures.append(f"{kind} {start}-{end}: died: {done.stderr[-600:]}")
    return whole


def mutation(kind: str, number: int, seed: int) -> bytes:
    """Make one damaged file; the same numbers give the same bytes."""
    target = TARGETS[kind]
    chance = random.Random(f"{kind} {seed} {number}")
    seeds = target.seeds()
    return target.damage(chance.choice(seeds), chance.choice(seeds), chance)


def batch(kind: str, numbers: range, seed: int, keep: Path | None = None) -> Outcome:
    """Open some mutations in this process."""
    target, outcome = TARGETS[kind], Outcome()
    for whole in target.seeds():
        for _time in range(_WARM_UP):
            told = target.open(whole, random.Random(0))
            assert not [p for p in told if not p.code.startswith(("advice.", "content."))], told
    for number in numbers:
        data = mutation(kind, number, seed)
        before = _megabytes()
        begun = time.process_time()
        failure = _open(kind, data, outcome, random.Random(number))
        taken, grown = time.process_time() - begun, _megabytes() - before
        outcome.mutations += 1
        outcome.slowest = max(outcome.slowest, round(taken, 3))
        outcome.largest = max(outcome.largest, round(grown, 1))
        if taken > SECONDS:
            failure = failure or f"took {taken:.1f} s"
        if grown > MEGABYTES:
            failure = failure or f"took {grown:.0f} MB"
        if failure:
            outcome.failures.append(f"{kind} {number} (seed {seed}): {failure}")
            if keep is not None:
                (keep / f"{kind}-{seed}-{number}").write_bytes(data)
    return outcome


def _open(kind: str, data: bytes, outcome: Outcome, chance: random.Random) -> str:
    """Open a damaged file; return what must not be."""
    try:
        told = TARGETS[kind].open(data, chance)
        outcome.opened += 1
    except FileProblemsError as error:
        told = error.problems
        outcome.refused += 1
        if not told:
            return "refused without a problem"
    except TooSlowError:
        return f"hangs: more than {_HANG} s"
    except BaseException as error:  # noqa: BLE001 - that is what is looked for
        last = traceback.extract_tb(error.__traceback__)[-3:]
        places = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(last))
        return f"{type(error).__name__}: {str(error)[:200]} ({places})"
    outcome.codes.update({problem.code for problem in told})
    return _fault_of_words(told)


def _fault_of_words(told: tuple[Problem, ...]) -> str:
    for problem in told[:200]:
        said = sentence(problem, words_in("en"))
        if len(said) > _LONGEST_SENTENCE:
            return f"a sentence of {len(said)} signs: {said[:80]}…"
        if any(sign in said for sign in _TURNS):
            return f"a sentence that turns round: {problem.code}"
        try:
            said.encode()
        except UnicodeEncodeError:
            return f"a sentence that can't be printed: {problem.code}"
    return ""


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _too_slow(_signal: int, _frame: object) -> None:
    raise TooSlowError


def main(arguments: list[str]) -> None:
    """Run one batch and print how it went."""
    kind, start, end, seed, keep = arguments
    signal.signal(signal.SIGALRM, _too_slow)
    try:
        numbers = range(int(start), int(end))
        outcome = batch(kind, numbers, int(seed), Path(keep) if keep else None)
        print(json.dumps(vars(outcome)))
    finally:
        remove_folder()


if __name__ == "__main__":
    main(sys.argv[1:])
