import pytest

from selfassess.core.matching import WEIGHTS
from selfassess.core.results import work_out
from selfassess.reports.book import Kind
from selfassess.reports.report import build
from tests.core import worlds
from tests.reports.small import ACTIONS, TODAY, WORDS, as_text, example, small

pytest_plugins = ["tests.golden"]


@pytest.fixture(autouse=True)
def even_weights(monkeypatch):
    """Tuning the weights of case studies leaves the golden texts as they are."""
    for kind in WEIGHTS:
        monkeypatch.setitem(WEIGHTS, kind, 1.0)


def test_the_whole_report_reads_as_it_was_last_read(golden):
    book = build(small(actions=ACTIONS), WORDS, TODAY, "1.2")
    golden("report", as_text(book))


def test_an_anonymous_report_reads_as_it_was_last_read(golden):
    book = build(small(anonymous=True, fictional=True), WORDS, TODAY, "1.2")
    golden("report-anonymous", as_text(book))


def test_a_second_round_reads_as_it_was_last_read(golden):
    earlier = small()
    assessment, content = example({"agreed": {"CU1": 4}, "tallies": {"PU1": (0, 0, 0, 5, 0)}})
    book = build(work_out(assessment, content), WORDS, TODAY, "1.2", earlier=earlier)
    golden("progress", as_text(book).split("SHEET progress ")[1].split("SHEET method")[0])


def test_sheets_stand_in_the_order_people_read_them():
    book = build(small(), WORDS, TODAY, "1")
    assert [sheet.name for sheet in book.sheets] == [
        "Summary",
        "What we agreed",
        "Profile",
        "Partners",
        "Answers",
        "Barriers",
        "Case studies",
        "Action plan",
        "Method",
        "Workings",
        "Workings questions",
        "Workings partners",
    ]


def test_progress_stands_before_the_method_where_there_is_an_earlier_round():
    keys = [sheet.key for sheet in build(small(), WORDS, TODAY, "1", earlier=small()).sheets]
    assert keys[7:11] == ["plan", "progress", "progress_questions", "method"]


def test_every_title_of_a_made_up_example_says_so():
    book = build(small(fictional=True), WORDS, TODAY, "1", earlier=small())
    assert all("(a made-up example)" in sheet.title for sheet in book.sheets)
    assert "(a made-up example)" in book.title


def test_a_title_that_says_so_already_is_left_as_it_is():
    results = small(fictional=True)
    named = results.assessment.partnership.changed(name="Tiny (a made-up example)")
    again = work_out(results.assessment.changed(partnership=named), results.content)
    assert build(again, WORDS, TODAY, "1").sheets[0].title == "Tiny (a made-up example)"


def test_every_sheet_has_its_title_in_its_first_cell_and_one_table_at_most():
    for sheet in build(small(), WORDS, TODAY, "1", earlier=small()).sheets:
        assert sheet.rows[0].cells[0].kind is Kind.TITLE
        headers = [
            n
            for n, row in enumerate(sheet.rows, start=1)
            if any(cell.kind is Kind.HEADER for cell in row.cells)
        ]
        assert headers == ([sheet.header] if sheet.header else [])
        if sheet.header:
            widths = {len(row.cells) for row in sheet.rows[sheet.header - 1 :]}
            assert widths == {len(sheet.widths)}


def test_an_anonymous_report_has_no_levels_by_organisation_and_no_names_or_roles_of_people():
    text = as_text(build(small(anonymous=True), WORDS, TODAY, "1", earlier=small(anonymous=True)))
    assert "SHEET workings_partners" not in text
    assert "Named Person" not in text
    assert "role council" not in text
    partners = text.split("SHEET partners")[1].split("SHEET")[0]
    assert "VALUE" not in partners
    for name in ("Council", "Police", "Haven"):
        outside = [line for line in text.split("\n") if name in line and "LIST" not in line]
        assert not [line for line in outside if "say" in line or "to go" in line or "stand" in line]


def test_names_of_people_stand_nowhere():
    assert "Named Person" not in as_text(build(small(), WORDS, TODAY, "1", earlier=small()))


def test_a_report_without_a_single_answer_can_be_made():
    assessment, content = worlds.world(worlds_topics := {"PU1": "shared must"}, {"council": {}})
    book = build(work_out(assessment, content), WORDS, TODAY, "1")
    assert worlds_topics.keys() == {"PU1"}
    assert book.sheet("summary") is not None
    assert book.sheet("nothing") is None
    assert "Too early to say: 0 of 1 answered" in as_text(book)


def test_the_method_says_when_characters_were_left_out():
    results = small()
    odd = results.assessment.changed(set_aside=())
    named = odd.partnership.changed(story="", name="Odd\x07 name")
    book = build(work_out(odd.changed(partnership=named), results.content), WORDS, TODAY, "1")
    assert "Some characters in people’s texts" in as_text(book)
    assert "Some characters in people’s texts" not in as_text(build(results, WORDS, TODAY, "1"))
