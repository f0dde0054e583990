import csv
import io
import json
import random
import zipfile
from datetime import date

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess import paths
from selfassess.core.portfolio import portfolio_of
from selfassess.files import data_files
from selfassess.reports.data import data
from selfassess.reports.data_dictionary import columns, dictionary, tables
from selfassess.reports.data_tables import Data
from selfassess.reports.options import Options
from selfassess.reports.portfolio_data import portfolio_data
from selfassess.reports.portfolio_tables import PortfolioData
from selfassess.reports.portfolio_view import view
from tests.core.returned import made_up
from tests.core.test_non_attributable import told
from tests.reports.small import ACTIONS, TODAY, WORDS, small
from tests.reports.test_portfolio_book import content

SCHEMA = json.loads((paths.QUESTIONNAIRES / "schemas" / "report.schema.json").read_text("utf-8"))


def made(results=None, **more):
    return data(results or small(actions=ACTIONS), WORDS, TODAY, "1.2", **more)


def read(packed: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(packed.decode("utf-8-sig"), newline="")))


def unzipped(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    "options", [Options(), Options(names=True, notes=False), Options(attributable=False)]
)
@pytest.mark.parametrize("anonymous", [False, True])
def test_the_json_fits_the_published_schema(options, anonymous):
    written = made(told(anonymous=anonymous), options=options, earlier=told())
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(data_files.to_json(written)))


def test_a_field_that_nobody_knows_does_not_fit_the_schema():
    plain = json.loads(data_files.to_json(made()))
    plain["topics"][0]["another"] = 1
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(plain)


def test_the_zip_has_every_table_and_the_dictionary():
    parts = unzipped(data_files.to_zip(made()))
    assert list(parts) == [*(f"{name}.csv" for name in tables(Data)), "dictionary.csv"]
    assert [row["field"] for row in read(parts["dictionary.csv"])] == [
        f.name for f in dictionary(Data)
    ]
    for name, row in tables(Data).items():
        heads = next(csv.reader(io.StringIO(parts[f"{name}.csv"].decode("utf-8-sig"))))
        assert tuple(heads) == columns(row)


def test_equal_data_gives_equal_bytes():
    assert data_files.to_zip(made()) == data_files.to_zip(made())


def test_the_csv_alone_is_the_table_of_questions():
    written = made()
    assert data_files.to_csv(written) == unzipped(data_files.to_zip(written))["topics.csv"]
    rows = read(data_files.to_csv(written))
    assert [row["topic"] for row in rows] == [topic.topic for topic in written.topics]
    first = rows[0]
    assert (first["of_module"], first["value"], first["votes_4"]) == ("false", "4.0", "3")
    assert rows[1]["agreed"] == "none"


def test_what_is_withheld_is_empty():
    rows = read(data_files.to_csv(made(told(), options=Options(attributable=False))))
    assert {row["votes_1"] + row["dont_know"] for row in rows} == {""}


def test_several_values_stand_in_one_cell():
    rows = read(unzipped(data_files.to_zip(made()))["report.csv"])
    assert rows[0]["sectors"] == "local-government | police | voluntary"
    assert date.fromisoformat(rows[0]["report_date"]) == TODAY


def test_negative_figures_are_figures():
    rows = read(unzipped(data_files.to_zip(made()))["barriers.csv"])
    assert any(float(row["salience"]) < 0 for row in rows)


def test_half_a_character_spoils_no_json():
    odd = small(actions=(ACTIONS[0].changed(text="half \ud83d one"),))
    text = json.loads(data_files.to_json(made(odd)))["actions"][0]["text"]
    assert text == "half \ufffd one"


@given(st.text())
def test_no_text_begins_like_a_formula(text):
    safe = data_files.guarded(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert safe.removeprefix("'") in (safe, text, safe[1:])
    assert not any(ord(sign) < 32 and sign not in "\t\n" for sign in safe)


PORTFOLIO = json.loads(
    (paths.QUESTIONNAIRES / "schemas" / "portfolio.schema.json").read_text("utf-8")
)


@pytest.fixture(scope="module")
def of_many():
    seen = view(portfolio_of(made_up(40, random.Random(7))), content())
    return portfolio_data(seen, WORDS, TODAY, "1.2")


def test_a_portfolio_as_json_fits_its_published_schema(of_many):
    jsonschema.Draft202012Validator.check_schema(PORTFOLIO)
    jsonschema.Draft202012Validator(PORTFOLIO).validate(json.loads(data_files.to_json(of_many)))


def test_a_portfolio_as_zip_has_every_table_and_its_dictionary(of_many):
    packed = data_files.to_zip(of_many)
    parts = unzipped(packed)
    assert list(parts) == [*(f"{name}.csv" for name in tables(PortfolioData)), "dictionary.csv"]
    fields = [f.name for f in dictionary(PortfolioData)]
    assert [row["field"] for row in read(parts["dictionary.csv"])] == fields
    (about,) = read(parts["portfolio.csv"])
    assert (about["places"], about["report_date"]) == ("40", TODAY.isoformat())
    assert packed == data_files.to_zip(of_many)


def test_a_portfolio_as_csv_alone_is_the_table_of_barriers_with_what_is_held_back_marked(of_many):
    rows = read(data_files.to_csv(of_many))
    assert [row["barrier"] for row in rows] == [row.barrier for row in of_many.barriers]
    for row in read(unzipped(data_files.to_zip(of_many))["barrier_groups.csv"]):
        assert (row["places"] == "") == (row["withheld"] == "places")
