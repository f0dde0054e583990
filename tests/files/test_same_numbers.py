"""Every format tells the same: each is read back and compared with the results."""

import csv
import io
import json
import zipfile

import openpyxl
import pytest

from selfassess.core.results import work_out
from selfassess.files import data_files, workbook
from selfassess.files.content_index import content
from selfassess.files.example import example
from selfassess.reports.data import data
from selfassess.reports.report import build
from tests.reports.small import TODAY, WORDS, small


def real():
    known = content()
    return work_out(example(known, TODAY), known)


@pytest.fixture(scope="module", params=[small, real], ids=["small", "example"])
def results(request):
    return request.param()


def from_xlsx(results):
    packed = workbook.to_bytes(build(results, WORDS, TODAY, "1"))
    book = openpyxl.load_workbook(io.BytesIO(packed), data_only=True)

    def rows(name):
        heads = [cell.value for cell in book[name][5]]
        for row in book[name].iter_rows(min_row=6, values_only=True):
            yield dict(zip(heads, row, strict=True))

    topics = {
        row["Code"]: (row["Level"], row["Lowest"], row["Highest"], row["Don’t know"])
        for row in rows("Answers")
    }
    dimensions = {
        row["Dimension"]: tuple(row[f"Program: {name}"] for name in ("level", "lowest", "highest"))
        for row in rows("Workings")
    }
    barriers = [row["Barrier"] for row in rows("Barriers")]
    cases = [row["Case study"] for row in rows("Case studies")]
    return topics, dimensions, barriers, cases


def from_tables(tables):
    def number(told):
        return None if told in (None, "") else float(told)

    topics = {
        row["topic"]: tuple(number(row[n]) for n in ("value", "low", "high", "dont_know"))
        for row in tables["topics"]
    }
    dimensions = {
        row["name"]: tuple(number(row[n]) for n in ("value", "low", "high"))
        for row in tables["dimensions"]
    }
    return (
        topics,
        dimensions,
        [row["name"] for row in tables["barriers"]],
        [row["title"] for row in tables["cases"]],
    )


def from_json(results):
    return from_tables(json.loads(data_files.to_json(data(results, WORDS, TODAY, "1"))))


def from_zip(results):
    with zipfile.ZipFile(io.BytesIO(data_files.to_zip(data(results, WORDS, TODAY, "1")))) as packed:
        tables = {
            name.removesuffix(".csv"): list(
                csv.DictReader(io.StringIO(packed.read(name).decode("utf-8-sig"), newline=""))
            )
            for name in packed.namelist()
        }
    return from_tables(tables)


READERS = {".xlsx": from_xlsx, ".json": from_json, ".zip": from_zip}


@pytest.mark.parametrize("ending", READERS)
def test_a_format_read_back_tells_what_the_results_tell(ending, results):
    topics, dimensions, barriers, cases = READERS[ending](results)
    assert topics == {t.id: (t.value, t.low, t.high, t.dont_know) for t in results.topics}
    assert dimensions.keys() == {d.dimension.name.say() for d in results.dimensions}
    for score in results.dimensions:
        figures = (score.value, score.low, score.high)
        for told, figure in zip(dimensions[score.dimension.name.say()], figures, strict=True):
            assert told == (pytest.approx(figure) if figure is not None else None)
    assert barriers == [d.barrier.name.say() for d in results.barriers]
    assert cases
    assert cases == [match.case.title for match in results.cases.ranked[: len(cases)]]
