from selfassess.core.value import fields_of
from selfassess.reports.data_dictionary import cells, columns, dictionary, tables
from selfassess.reports.data_pages import report_page
from selfassess.reports.data_tables import ChangeRow, Data, TopicRow


def test_every_field_has_a_meaning_and_a_type():
    facts = dictionary(Data)
    assert {f.table for f in facts} == {field.name for field in fields_of(Data)}
    assert all(f.meaning and not f.meaning.endswith(".") for f in facts)
    kinds = {"text", "number", "whole number", "true or false", "list of texts"}
    assert {f.kind for f in facts} - kinds == {"five whole numbers", "whole number or text"}


def test_every_figure_has_a_unit():
    for field in dictionary(Data):
        if "number" in field.kind and field.name != "place":
            assert field.unit, field


def test_codes_are_listed_with_what_they_can_be():
    facts = {(f.table, f.name): f for f in dictionary(Data)}
    assert facts["topics", "mode"].values == ("shared", "each", "one")
    assert facts["topics", "agreed"].values == ("none",)
    assert facts["topics", "agreed"].may_be_empty
    assert not facts["dimensions", "capped"].may_be_empty


def test_a_row_has_a_cell_for_each_column():
    row = ChangeRow(
        of="topic", id="PU1", earlier_round="First", before=None, after=2.5, change=None, move="up"
    )
    assert dict(zip(columns(ChangeRow), cells(row), strict=True)) == {
        "of": "topic",
        "id": "PU1",
        "earlier_round": "First",
        "before": "",
        "after": "2.5",
        "change": "",
        "move": "up",
    }
    assert columns(TopicRow)[12:17] == ("votes_1", "votes_2", "votes_3", "votes_4", "votes_5")


def test_the_page_has_a_table_for_each_table():
    page = report_page()
    for name in tables(Data):
        assert f"\n## {name}\n" in page
    assert "| `agreed` | whole number or text, may be empty | level, 1 to 5 |" in page
