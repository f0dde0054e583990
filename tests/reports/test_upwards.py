from selfassess.reports.upwards import left_out_parts, staying_part
from tests.core.test_non_attributable import told
from tests.reports.small import WORDS


def test_everything_that_goes_is_counted_in_words():
    assert [head for head, _texts in left_out_parts(told(), WORDS)] == [
        "The names of 3 partners, and what each of them said or voted",
        "The names and roles of 6 people",
        "1 owner of actions",
        "5 notes and reasons",
        "1 minority view",
        "The story, and its words",
        "3 texts that name somebody",
    ]


def test_what_stays_is_counted_and_shown():
    head, texts = staying_part(told(), WORDS)
    assert head == "6 texts that you typed stay. Look whether one names somebody."
    assert "Write it down" in texts
