from hypothesis import given
from hypothesis import strategies as st

from selfassess.core.free_text import Mark, marked, marks


def test_every_word_with_a_capital_is_marked_wherever_it_stands():
    text = "The nurse told Mary Jones at St. Anne’s; then “Haven” rang."
    assert [mark.word for mark in marks(text)] == [
        "The",
        "Mary",
        "Jones",
        "St",
        "Anne’s",
        "Haven",
    ]


def test_capitals_inside_words_and_of_other_scripts_are_marked():
    assert [mark.word for mark in marks("mcDonald éire Éire Ждан ǅ")] == [
        "mcDonald",
        "Éire",
        "Ждан",
        "ǅ",
    ]


def test_numbers_and_addresses_are_marked_since_they_name_people_too():
    assert [mark.word for mark in marks("ring 01234 567890 or mail a@b.org now")] == [
        "01234",
        "567890",
        "a@b.org",
    ]


def test_a_mark_says_where_its_word_stands():
    assert marks("by -Ann- (Lee)") == (Mark(4, 7, "Ann"), Mark(10, 13, "Lee"))


def test_a_marked_text_has_signs_round_each_such_word():
    assert marked("ask Ann, then go") == "ask [Ann], then go"
    assert marked("nobody here") == "nobody here"


@given(st.text())
def test_marks_stand_in_the_text_and_no_capital_is_outside_one(text):
    rest = text
    for mark in reversed(marks(text)):
        assert text[mark.start : mark.end] == mark.word
        rest = rest[: mark.start] + rest[mark.end :]
    assert not any(sign.isupper() for sign in rest)
