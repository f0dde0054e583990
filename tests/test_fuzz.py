"""Damaged files of every kind: a small part of what `scripts/fuzz` opens, always the same."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.fuzzing import run
from scripts.fuzzing.targets import TARGETS, remove_folder

TOP = Path(__file__).resolve().parents[1]
FEW, MANY = 15, os.environ.get("FUZZ_COUNT", "300")


@pytest.fixture(scope="module", autouse=True)
def _tidy():
    yield
    remove_folder()


@pytest.mark.parametrize("kind", TARGETS)
def test_a_damaged_file_opens_or_gets_a_sentence(kind):
    outcome = run.batch(kind, range(FEW), seed=1)
    assert outcome.failures == []
    assert outcome.mutations == FEW
    assert outcome.codes


def test_the_same_seed_damages_files_in_the_same_way():
    for kind in TARGETS:
        assert run.mutation(kind, 7, 1) == run.mutation(kind, 7, 1) != run.mutation(kind, 8, 1)


def test_what_ends_otherwise_is_found(monkeypatch):
    def fail(_data, _chance):
        raise KeyError("x")

    monkeypatch.setitem(TARGETS, "csv", run.TARGETS["csv"])
    broken = type(TARGETS["csv"])(TARGETS["csv"].seeds, TARGETS["csv"].damage, fail)
    monkeypatch.setattr(run, "_WARM_UP", 0)
    monkeypatch.setitem(run.TARGETS, "csv", broken)
    outcome = run.batch("csv", range(2), seed=1)
    assert len(outcome.failures) == 2
    assert "KeyError" in outcome.failures[0]


@pytest.mark.slow
@pytest.mark.parametrize("kind", TARGETS)
def test_many_damaged_files_open_or_get_a_sentence(kind):
    asked = [sys.executable, "scripts/fuzz", kind, "--count", MANY, "--seed", "2"]
    done = subprocess.run(asked, check=False, cwd=TOP, capture_output=True, text=True)
    assert done.returncode == 0, json.loads(done.stdout)["failures"]
