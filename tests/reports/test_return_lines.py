import json

import pytest

from selfassess.core.returns import FreeText, ReturnedRound, TextKind, Withheld
from selfassess.files import return_file
from selfassess.reports.return_lines import (
    return_lines,
    return_parts,
    stays_behind,
    text_kind_name,
)
from tests.core.returned import a_round, barrier, dimension, returned
from tests.files.test_return_file import made
from tests.reports.small import ACTIONS, WORDS, example

pytest_plugins = ["tests.golden"]

CONTENT = example({})[1]


def full():
    return made(actions=ACTIONS).changed(written_by="selfassess")


def lines(made_):
    return [line for part in return_parts(made_, CONTENT, WORDS) for line in part.lines]


def leaves(plain, path=""):
    """The path of every value that stands in the file; empty lists and false are no news."""
    if isinstance(plain, dict):
        for name, value in plain.items():
            yield from leaves(value, f"{path}.{name}".lstrip("."))
    elif isinstance(plain, list):
        for at, value in enumerate(plain):
            yield from leaves(value, f"{path}.{at}")
    elif plain not in (None, False):
        yield path, plain


def test_the_lines_of_a_return_read_as_they_did(golden):
    golden("return-lines", "\n".join(return_lines(full(), CONTENT, WORDS)))


def test_every_value_of_the_file_has_a_line():
    plain = json.loads(return_file.to_bytes(full()))
    said = {line.path for line in lines(full())} | {"rounds.0.enough"}
    missing = [
        path
        for path, _value in leaves(plain)
        if not any(path == one or path.startswith(f"{one}.") for one in said)
    ]
    assert missing == []


def test_every_figure_of_the_file_stands_in_its_line():
    plain = json.loads(return_file.to_bytes(full()))
    said = [line for line in lines(full()) if line.path]
    for path, value in leaves(plain):
        if isinstance(value, float) and not path.endswith(".known"):
            (line,) = [x for x in said if path.startswith(f"{x.path}.")]
            assert f"{value:g}" in line.says, path


def test_what_is_held_back_is_named_with_the_reason():
    round_ = a_round(
        people=None, organisations=None, withheld=tuple(Withheld), month=None, enough=False
    )
    text = "\n".join(return_lines(returned(rounds=(round_,), country=None), CONTENT, WORDS))
    assert "People who answered: held back" in text
    assert "fewer than three people did, so they could be recognised" in text
    assert "of two partners each could read the other’s view from it" in text
    assert "Month: not said" in text
    assert "Country: not said" in text
    assert "Not yet ready, but too early to say" in text


def test_what_a_barrier_and_a_dimension_hold_is_all_said():
    one = barrier(
        "no-basis", holds_back=True, outside_control=True, set_aside=True, pattern="p", because=()
    )
    unknown = {**dimension("purpose", None), "low": None, "high": None, "known": None}
    made_ = returned(
        policy_areas=(),
        fictional=True,
        round_={"barriers": (one,), "dimensions": (unknown,), "sectors": ()},
    )
    text = "\n".join(return_lines(made_, CONTENT, WORDS))
    for said in ("holds back the next step", "outside our control", "set aside", "pattern p"):
        assert said in text
    assert "Made up: yes, a made-up example" in text
    assert "Purpose: not known; agreement: Close\n" in text
    assert "because of" not in text


def test_words_to_look_at_stand_in_brackets_in_free_text_alone():
    texts = (
        FreeText(kind=TextKind.STORY, text="ask Ann first"),
        FreeText(kind=TextKind.ACTIONS, about="of-others", text="ring Bob"),
    )
    text = "\n".join(return_lines(returned(texts=texts), CONTENT, WORDS))
    assert "What goes wrong, in your own words: ask [Ann] first" in text
    assert "of-others: ring [Bob]" in text
    assert "[Vision]" not in text


def test_last_it_says_what_stays_behind():
    assert list(return_lines(full(), CONTENT, WORDS))[-2] == f"  {stays_behind(WORDS)}"


@pytest.mark.parametrize("kind", TextKind)
def test_each_kind_of_free_text_has_a_name_for_its_tick(kind):
    assert text_kind_name(kind, WORDS)


def test_rounds_are_numbered():
    rounds = tuple(ReturnedRound.model_validate(a_round()) for _ in range(2))
    titles = [part.title for part in return_parts(returned(rounds=rounds), CONTENT, WORDS)]
    assert "Round 1 of 2" in titles
    assert "Round 2 of 2" in titles


def test_the_code_of_the_area_is_shown_where_it_goes():
    text = "\n".join(return_lines(returned(area="E08000003"), CONTENT, WORDS))
    assert "  Code of the area: E08000003\n" in text
    assert "Code of the area" not in "\n".join(return_lines(returned(), CONTENT, WORDS))
