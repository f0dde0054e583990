import ast
import re
from pathlib import Path

import pytest

from selfassess.words import problems

TOP = Path(__file__).parent.parent
MODULES = sorted((TOP / "selfassess").rglob("*.py"))
TESTS = sorted((TOP / "tests").rglob("*.py"))
LONGEST = 400


def _name(path):
    return str(path.relative_to(TOP))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_begins_with_a_sentence_and_has_at_most_400_lines(path):
    text = path.read_text(encoding="utf-8")
    said = ast.get_docstring(ast.parse(text))
    assert said
    assert said.split("\n\n")[0].rstrip().endswith(".")
    assert len(text.splitlines()) <= LONGEST


def test_every_code_of_a_problem_has_a_sentence():
    text = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    used = set(re.findall(r'(?:Problem|EditError|problem)\(\s*"([a-z]+(?:[.-][a-z]+)+)"', text))
    assert used
    assert used <= set(problems.CODES)


def test_every_sentence_of_a_problem_is_used():
    told = TOP / "selfassess" / "words"
    text = "\n".join(
        path.read_text(encoding="utf-8") for path in MODULES if told not in path.parents
    )
    assert [code for code in problems.CODES if f'"{code}"' not in text] == []


def test_no_test_waits_by_the_clock():
    waits = re.compile(r"\b(sleep|qWait|qtbot\.wait)\(")
    here = Path(__file__)
    assert [_name(p) for p in TESTS if p != here and waits.search(p.read_text("utf-8"))] == []


def test_no_file_names_a_path_of_a_machine():
    paths = re.compile(r"/(home|root)/|/work/")
    assert [_name(p) for p in MODULES if paths.search(p.read_text(encoding="utf-8"))] == []
