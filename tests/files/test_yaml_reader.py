import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from selfassess.files import yaml_reader
from tests.files.values import problems_of, said, spots, written


def parsed(text: str):
    return yaml_reader.parse(text.encode(), "f.yaml")


def test_values_are_read_as_yaml_1_2_says():
    document = parsed(
        "{no: no, on: on, yes: 'yes', a: true, b: FALSE, c: 12, d: -1.5e3, e: .5, f: ~, g: null,"
        " h: 2026-11-22, i: 1.0.0, j: 012, k: '3', l: 1_000}"
    )
    assert document.plain == {
        "no": "no",
        "on": "on",
        "yes": "yes",
        "a": True,
        "b": False,
        "c": 12,
        "d": -1500.0,
        "e": 0.5,
        "f": None,
        "g": None,
        "h": "2026-11-22",
        "i": "1.0.0",
        "j": 12,
        "k": "3",
        "l": "1_000",
    }


def test_every_piece_knows_its_line_and_column():
    document = parsed("top:\n- id: a\n  list: [x, y]\n-   id: b\n")
    place = ("top", 0, "list", 1)
    assert document.root.at(place).plain == "y"
    assert (document.root.at(place).line, document.root.at(place).column) == (3, 13)
    assert document.problem("x", ("top", 1, "id")).line == 4
    assert document.problem("x", ("top", 1, "id")).column == 9
    assert document.key_problem("x", ("top", 1, "id")).column == 5
    assert document.key_problem("x", ("top", 1, "none")).line == 4


def test_a_place_that_leads_nowhere_is_followed_as_far_as_it_goes():
    document = parsed("text: {en: a, cy: b}\n")
    assert document.root.at(("text", "said", 1, 1)).plain == "b"
    assert document.root.at(("text", "said", 7)).plain == {"en": "a", "cy": "b"}


def test_an_empty_value_stands_where_its_name_stands():
    assert spots([parsed("a: 1\nb:\nc: 2\n").problem("x", ("b",))]) == [("x", 2, 1)]


def test_a_mark_at_the_beginning_of_the_file_is_passed_over():
    assert yaml_reader.parse(b"\xef\xbb\xbfa: 1", "f").plain == {"a": 1}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "yaml.empty", 0, 0),
        ("# nothing\n", "yaml.empty", 0, 0),
        ("a: 1\nb: c: d", "yaml.colon", 2, 5),
        ("a: [1, 2\nb: 3", "yaml.bracket-open", 1, 4),
        ("a:\n\tb: 1", "yaml.tab", 2, 1),
        ("- a\nb: c", "yaml.indent", 2, 1),
        ("a: *there", "yaml.anchor", 1, 4),
        ("a: &here b", "yaml.anchor", 1, 4),
        ("a: !!python/object:os.system x", "yaml.tag", 1, 4),
        ("x: 'abc", "yaml.quote-open", 1, 4),
        ('x: "\\q"', "yaml.escape", 1, 6),
        ("a\x07b", "yaml.strange-character", 1, 2),
        ("%YAML 1.3\n---\na: b", "yaml.directive", 1, 1),
        ("a: b\na: c", "yaml.repeated-key", 2, 1),
        ("? {a: b}\n: c", "yaml.complex-key", 1, 3),
        ("a\n---\nb", "yaml.second-document", 2, 1),
        ("a: @x", "yaml.quote-first", 1, 4),
        ("a: 1\nb\nc: 2", "yaml.colon-missing", 2, 1),
        ("a: ? b : {", "yaml.syntax", 1, 4),
        ("a: [", "yaml.ends-early", 1, 5),
        ('a: "\\ud800"', "yaml.strange-character", 1, 4),
        ("[" * 40, "yaml.too-deep", 1, 32),
        ("- " * 40, "yaml.too-deep", 1, 63),
    ],
)
def test_a_fault_of_spelling_has_its_place_and_a_sentence(text, code, line, column):
    problems = problems_of(parsed, text)
    assert spots(problems) == [(code, line, column)]
    assert said(problems)[0].startswith("f.yaml")


def test_several_things_that_are_not_read_here_are_told_together():
    problems = problems_of(parsed, "a: &x 1\nb: *x\nb: !t 2\n")
    assert [p.code for p in problems] == [
        "yaml.anchor",
        "yaml.anchor",
        "yaml.repeated-key",
        "yaml.tag",
    ]


def test_a_file_in_another_encoding_is_told_where():
    assert spots(problems_of(yaml_reader.parse, "a: 1\nb: é".encode("latin-1"), "f")) == [
        ("file.not-utf8", 2, 4)
    ]


def test_a_file_is_read_from_disk(tmp_path):
    assert yaml_reader.read(written(tmp_path / "a.yaml", "a: 1")).plain == {"a": 1}


def test_a_file_that_is_far_too_large_is_refused(tmp_path):
    path = written(tmp_path / "a.yaml", "a" * (yaml_reader.SIZE_LIMIT + 1))
    assert [p.code for p in problems_of(yaml_reader.read, path)] == ["file.too-large"]


@given(st.text(alphabet=string.printable + "é\x00\x85\ufeff", max_size=60))
@example("!<")
@example("--- %")
@example("a: |9")
@example("a: >1-")
def test_any_text_is_read_or_gets_a_sentence(text):
    assert all(said(problems_of(parsed, text)))


_signs = st.sampled_from([*"{}[]:,-?&*!|>'\"%@`#\n \t~a1.", "- ", ": ", "\n  "])


@given(st.lists(_signs))
def test_any_mix_of_signs_is_read_or_gets_a_sentence(parts):
    assert all(said(problems_of(parsed, "".join(parts))))


@pytest.mark.parametrize(
    "text", ["a: [" + "1," * 40_000 + "1]", "- \n" * 300_000, "a: " + "x" * 10]
)
def test_a_file_that_would_take_more_than_a_moment_is_refused(text, monkeypatch):
    if len(text) < 100:
        monkeypatch.setattr(yaml_reader, "_NODE_EFFORT", yaml_reader.EFFORT_LIMIT)
    assert [p.code for p in problems_of(parsed, text)] == ["yaml.too-much"]


def test_several_files_may_share_what_may_be_read():
    effort = yaml_reader.Effort(300)
    yaml_reader.parse(b"a", "first", effort)
    (problem,) = problems_of(yaml_reader.parse, b"a: [b, c]", "second", effort)
    assert (problem.code, problem.file) == ("yaml.too-much", "second")
