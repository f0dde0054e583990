"""Whatever people type, a report is whole, and no text of theirs becomes a formula."""

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from itertools import cycle

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from selfassess.core.results import work_out
from selfassess.core.value import Value, fields_of
from selfassess.files import data_files, workbook
from selfassess.reports.book import Kind
from selfassess.reports.data import data
from selfassess.reports.options import Options
from selfassess.reports.report import build
from tests.core.test_non_attributable import told
from tests.reports.small import TODAY, WORDS

TEXTS = {
    "between",
    "due",
    "letter",
    "minority_view",
    "name",
    "note",
    "owner",
    "reason",
    "role",
    "so_that",
    "story",
    "text",
    "what",
}
"""Fields in which people type what they like."""

CODES = {
    "barrier",
    "case",
    "code",
    "country",
    "date",
    "evidence",
    "form",
    "id",
    "level",
    "not_like_us",
    "organisation",
    "outside_control",
    "policy_areas",
    "priority",
    "respondent",
    "sector",
    "set",
    "status",
    "step",
    "topic",
    "topics",
    "version",
    "first",
    "last",
}

HOSTILE = st.one_of(
    st.sampled_from(
        (
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            '=HYPERLINK("http://x")',
            "\x00\x07\x1b[31m",
            "<f>1</f>",
            "]]>&amp;<",
            "_x0041_",
            "\ud83d",
            'a|b, "c";d',
            "\u202egnp.exe",
            "'=1",
            "#REF!",
        )
    ),
    st.text(max_size=12),
    st.text(max_size=12).map("={}".format),
)


NEEDED = ("Organisation", "SetAside", "Action")
"""What must have a name, reason or text that is whole."""


def retyped(value, texts):
    """A value with every text that people type replaced by one of these, in turn."""
    if isinstance(value, tuple):
        return tuple(retyped(one, texts) for one in value)
    if not isinstance(value, Value):
        return value
    fields = {name: retyped(getattr(value, name), texts) for name in names_of(value)}
    for name in TEXTS & fields.keys():
        text = next(texts)
        if isinstance(fields[name], str) and (is_whole(text) or type(value).__name__ not in NEEDED):
            fields[name] = text
    return value.changed(**fields)


def names_of(value):
    return [field.name for field in fields_of(type(value))]


def is_whole(text):
    return bool(text) and not re.search("[\ud800-\udfff]", text)


def unknown_fields(value, found):
    if isinstance(value, tuple):
        for one in value:
            unknown_fields(one, found)
    elif isinstance(value, Value):
        for name in names_of(value):
            held = getattr(value, name)
            if isinstance(held, str) and name not in TEXTS | CODES:
                found.add(name)
            unknown_fields(held, found)
    return found


def test_every_text_of_an_assessment_is_thought_of():
    assert unknown_fields(told().assessment, set()) == set()


def results(texts):
    before = told()
    assessment = retyped(before.assessment, cycle(texts))
    organisations = tuple(
        o.changed(name=f"{o.name}{n}") for n, o in enumerate(assessment.latest.organisations)
    )  # two of one name are refused long before
    round_ = assessment.latest.changed(organisations=organisations)
    return work_out(assessment.changed(rounds=(round_,)), before.content)


TYPED = st.lists(HOSTILE, min_size=7, max_size=7)


@settings(max_examples=10, deadline=None)
@given(TYPED, st.booleans())
def test_no_text_in_a_workbook_becomes_a_formula_or_spoils_it(texts, attributable):
    found = results(texts)
    options = Options(names=True, attributable=attributable)
    book = build(found, WORDS, TODAY, "1", earlier=found, options=options)
    packed = workbook.to_bytes(book)
    ours = {
        cell.formula.removeprefix("=")
        for sheet in book.sheets
        for row in sheet.rows
        for cell in row.cells
        if cell.kind is Kind.FORMULA
    }
    formula = re.compile(r"<f>(.*?)</f>", re.DOTALL)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            tree = ET.fromstring(part)
            if name.startswith("xl/worksheets/sheet"):
                assert len(formula.findall(part.decode())) == sum(
                    1 for one in tree.iter() if one.tag.endswith("}f")
                )
                spoken = {one.text for one in tree.iter() if one.tag.endswith("}f")}
                assert spoken <= ours
    assert openpyxl.load_workbook(io.BytesIO(packed)).sheetnames[0] == book.sheets[0].name


@settings(max_examples=10, deadline=None)
@given(TYPED, st.booleans())
def test_no_text_in_a_table_begins_like_a_formula(texts, attributable):
    found = results(texts)
    options = Options(names=True, attributable=attributable)
    made = data(found, WORDS, TODAY, "1", earlier=found, options=options)
    number = re.compile(r"-?[0-9.]+(e-?[0-9]+)?")
    with zipfile.ZipFile(io.BytesIO(data_files.to_zip(made))) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8-sig")
            rows = list(csv.reader(io.StringIO(text, newline="")))
            assert len({len(row) for row in rows}) == 1, name
            for cell in (cell for row in rows for cell in row):
                if not number.fullmatch(cell):
                    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")), (name, cell)
                assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", cell)
