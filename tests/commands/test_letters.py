"""A report with letters: no partner's name is in the file, in no part of it."""

import re

import pytest

from selfassess.commands.report import WRITERS, Material
from selfassess.reports.options import Options
from tests.commands.test_commands import WORKED
from tests.commands.test_upwards import parts_of, secret_results
from tests.reports.small import TODAY, WORDS

LETTERS = Options(letters=True)
NAMES = ("Qorgone Council", "Qorgtwo", "Qorgthree Aid")
PEOPLE = ("Jo Qname", "Qrole", "haven-0", "council-0")


def written(ending: str, options: Options) -> dict[str, str]:
    """The parts of a file as text, with one space where the lines of pages break."""
    results = secret_results()
    told = Material(results, results, options, WORDS, TODAY)
    parts = parts_of(WRITERS[ending](told))
    texts = {part: held.decode("utf-8", "replace") for part, held in parts.items()}
    return {part: re.sub(r"\s+", " ", text) for part, text in texts.items()}


@pytest.mark.parametrize("ending", WRITERS)
def test_no_partner_and_nobody_is_named_in_any_part_of_the_file(ending):
    for part, text in written(ending, LETTERS).items():
        for name in (*NAMES, *PEOPLE):
            assert name.casefold() not in text.casefold(), (part, name)


@pytest.mark.parametrize("ending", [ending for ending in WRITERS if ending != ".csv"])
def test_letters_stand_where_the_names_were(ending):
    named = " ".join(written(ending, Options()).values())
    assert any(name in named for name in NAMES)
    assert "Partner Q" in " ".join(written(ending, LETTERS).values())


def test_the_call_says_which_letter_is_which_and_what_may_tell_all_the_same(shell):
    file, out = shell.new(WORKED), shell.folder / "r.xlsx"
    code, told, _ = shell("report", file, "-o", out, "--letters")
    assert code == 0
    assert "This key is not in the report." in told
    assert out.exists()


@pytest.mark.parametrize("other", ["--names", "--non-attributable"])
def test_letters_go_with_no_other_way_of_naming(shell, other):
    file, out = shell.new(WORKED), shell.folder / "r.xlsx"
    code, _, err = shell("report", file, "-o", out, "--letters", other)
    assert code == 2
    assert err.count("\n") == 1
    assert not out.exists()
