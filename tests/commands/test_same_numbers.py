"""Every format tells the same: each is read back and compared with the results."""

import csv
import io
import json
import zipfile

import docx
import openpyxl
import pypdf
import pytest

from selfassess.commands.report import WRITERS, Material
from selfassess.core.results import work_out
from selfassess.files.content_index import content
from selfassess.files.example import example
from selfassess.reports.options import PLAIN
from selfassess.reports.phrases import figure
from tests.reports.small import TODAY, WORDS, small


def real():
    known = content()
    return work_out(example(known, TODAY), known)


@pytest.fixture(scope="module", params=[small, real], ids=["small", "example"])
def results(request):
    return request.param()


def written(ending, results):
    return WRITERS[ending](Material(results, None, PLAIN, WORDS, TODAY))


def from_xlsx(packed):
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
        for row in tables.get("dimensions", ())
    }
    return (
        topics,
        dimensions,
        [row["name"] for row in tables.get("barriers", ())],
        [row["title"] for row in tables.get("cases", ())],
    )


def from_json(packed):
    return from_tables(json.loads(packed))


def from_csv(packed):
    return from_tables({"topics": read_csv(packed)})


def from_zip(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = archive.namelist()
        return from_tables({n.removesuffix(".csv"): read_csv(archive.read(n)) for n in names})


def read_csv(packed):
    return list(csv.DictReader(io.StringIO(packed.decode("utf-8-sig"), newline="")))


READERS = {".xlsx": from_xlsx, ".json": from_json, ".csv": from_csv, ".zip": from_zip}


@pytest.mark.parametrize("ending", READERS)
def test_a_format_read_back_tells_what_the_results_tell(ending, results):
    topics, dimensions, barriers, cases = READERS[ending](written(ending, results))
    assert topics == {t.id: (t.value, t.low, t.high, t.dont_know) for t in results.topics}
    if ending == ".csv":  # the questions alone
        return
    assert dimensions.keys() == {d.dimension.name.say() for d in results.dimensions}
    for score in results.dimensions:
        figures = (score.value, score.low, score.high)
        for told, value in zip(dimensions[score.dimension.name.say()], figures, strict=True):
            assert told == (pytest.approx(value) if value is not None else None)
    assert barriers == [d.barrier.name.say() for d in results.barriers]
    assert cases
    assert cases == [match.case.title for match in results.cases.ranked[: len(cases)]]


def from_docx(packed):
    document = docx.Document(io.BytesIO(packed))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    lines = [paragraph.text for paragraph in document.paragraphs]
    return [" ".join(row) for row in rows] + lines


def from_pdf(packed):
    pages = pypdf.PdfReader(io.BytesIO(packed)).pages
    return [" ".join(line.split()) for page in pages for line in page.extract_text().split("\n")]


PAGES = {".docx": from_docx, ".pdf": from_pdf}


@pytest.mark.parametrize("ending", PAGES)
def test_pages_tell_the_same_to_one_decimal(ending, results):
    lines = PAGES[ending](written(ending, results))
    whole = " ".join(" ".join(lines).split())
    for score in results.dimensions:
        if score.value is not None:
            assert f"{score.dimension.name.say()} {figure(score.value)} " in whole
    for barrier in [d.barrier for d in results.barriers if d.raised and not d.aside][:3]:
        assert barrier.name.say() in whole
    assert results.cases.ranked[0].case.title in whole


def test_every_format_is_read_back():
    assert set(WRITERS) == set(READERS) | set(PAGES)
