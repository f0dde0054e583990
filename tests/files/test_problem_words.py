"""Every code of a problem has a sentence, and every sentence a place that makes it."""

import re
import string
from pathlib import Path

import pytest

from selfassess.core.problem import Problem
from selfassess.words import problems, words_in
from selfassess.words.problems import sentence

PACKAGE = Path(problems.__file__).parent.parent
_PREFIXES = "|".join({code.partition(".")[0] for code in problems._SENTENCES})
_ACT = r"(?<!Act\()(?<!action\()(?<!_made\[)"
_CODE = re.compile(rf'{_ACT}"((?:{_PREFIXES})\.(?!csv"|json"|yaml")[a-z0-9-]+)"')


def written_codes() -> set[str]:
    files = (path for path in PACKAGE.rglob("*.py") if path.name != "problems.py")
    return {code for path in files for code in _CODE.findall(path.read_text(encoding="utf-8"))}


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    assert written_codes() == set(problems._SENTENCES)


@pytest.mark.parametrize("code", sorted(problems._SENTENCES))
def test_a_sentence_says_what_to_do(code):
    said = problems._SENTENCES[code]
    facts = {name: "x" for _text, name, _spec, _how in string.Formatter().parse(said) if name}
    whole = sentence(Problem(code, "f.yaml", 3, 4, facts=facts), words_in("en"))
    assert whole.startswith("f.yaml:3:4: ")
    assert whole.endswith(".")
    assert not re.search(r"[{}']|please|sorry", whole)


def test_the_place_is_said_as_far_as_it_is_known():
    words = words_in("en")
    end = "The file is empty. Check that you chose the right one."
    assert sentence(Problem("yaml.empty"), words) == end
    assert sentence(Problem("yaml.empty", "f"), words) == f"f: {end}"
    assert sentence(Problem("yaml.empty", "f", 2), words) == f"f:2: {end}"
    assert sentence(Problem("yaml.empty", "f", place="Sheet, B2"), words) == f"f, Sheet, B2: {end}"
    assert sentence(Problem("yaml.empty", place="Sheet, B2"), words) == f"Sheet, B2: {end}"
