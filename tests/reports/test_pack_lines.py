import pytest

from selfassess.core.case_twins import Alike, Fate, Line, Twin
from selfassess.reports.case_studies import how_read
from selfassess.reports.pack_lines import line_words, pack_sentence
from selfassess.words import words_in
from tests.reports.small import CASES, case

WORDS = words_in("en")


@pytest.mark.parametrize("fate", list(Fate))
def test_every_fate_has_words(fate):
    told, title, why = line_words(Line(CASES[0], fate), WORDS)
    assert told
    assert (title, why) == ("A promise in Leeds", "")


@pytest.mark.parametrize("alike", list(Alike))
def test_a_double_is_named_with_what_is_alike(alike):
    line = Line(CASES[0], Fate.ALIKE, Twin(CASES[1], alike))
    assert "“A list in Ghent”" in line_words(line, WORDS)[2]


def test_a_pack_is_counted_in_one_sentence():
    lines = [Line(CASES[0], fate) for fate in (*Fate, Fate.ALIKE)]
    assert pack_sentence(lines, WORDS) == (
        "6 case studies, 3 new, 1 changed, 1 unchanged, 2 look like ones you have, 1 there already."
    )
    assert pack_sentence(lines[:1], WORDS) == "1 case study, 1 new, 0 changed, 0 unchanged."


def test_an_account_that_is_not_published_says_so():
    source = {"title": "t", "publisher": "p", "url": "", "unpublished": True}
    assert how_read(case("a", "A", source=source), WORDS) == (
        "The place’s own account, not published."
    )
