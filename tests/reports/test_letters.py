from selfassess.core import workshop
from selfassess.core.results import work_out
from selfassess.reports.data import data
from selfassess.reports.letters import letter_key, telling_part
from selfassess.reports.options import Options, prepared
from selfassess.reports.report import build
from tests.reports.small import TODAY, WORDS, as_text, small

LETTERS = Options(letters=True)


def named(name="Council of Bury"):
    results = small()
    first, *others = results.assessment.latest.organisations
    round_ = results.round.changed(organisations=(first.changed(name=name, letter="C"), *others))
    return work_out(results.assessment.changed(rounds=(round_,)), results.content)


def test_whoever_sends_it_is_told_which_letter_is_which():
    assert letter_key(named(), WORDS) == (
        "C is Council of Bury; 2 is Police; 3 is Haven. This key is not in the report."
    )


def test_texts_that_may_tell_a_partner_are_counted_and_shown():
    before = named()
    assert telling_part(before, LETTERS, WORDS)[1] == ()
    noted = workshop.note(before.assessment, "CU1", "Bury sees it.")
    noted = work_out(workshop.note(noted, "CU2", "Nobody sees it."), before.content)
    assert telling_part(noted, LETTERS, WORDS) == (
        "1 text that you typed may still tell a partner. Look through it.",
        ("Bury sees it.",),
    )
    silent = Options(letters=True, notes=False)
    assert telling_part(noted, silent, WORDS)[1] == ()


def test_a_report_with_letters_says_so_and_has_all_its_sheets():
    book = build(named(), WORDS, TODAY, "1", options=LETTERS)
    whole = build(named(), WORDS, TODAY, "1")
    assert [sheet.key for sheet in book.sheets] == [sheet.key for sheet in whole.sheets]
    text = as_text(book)
    assert "A letter stands for each partner." in text
    assert "Partner C" in text
    assert "role council" not in text
    assert "a person (" in text


def test_data_with_letters_say_so_and_tell_no_sector():
    made = data(named(), WORDS, TODAY, "1", options=LETTERS)
    assert made.report.lettered
    assert made.report.sectors == ()
    assert [(row.partner, row.name, row.sector, row.roles) for row in made.partners] == [
        ("partner-c", "Partner C", "", ()),
        ("partner-2", "Partner 2", "", ()),
        ("partner-3", "Partner 3", "", ()),
    ]
    assert {row.partner for row in made.answers} == {"partner-c", "partner-2", "partner-3"}


def test_to_use_letters_twice_is_to_use_them_once():
    once = prepared(named(), LETTERS, WORDS)
    assert prepared(once, LETTERS, WORDS) == once
