import io
import json
import random
import zipfile

import pytest
from docx import Document
from openpyxl import load_workbook

from selfassess.core.portfolio import portfolio_of
from selfassess.files.portfolio_copies import ASKS, ENDINGS, asks_to_bytes, to_bytes
from selfassess.reports.portfolio_view import view
from tests.core.returned import made_up
from tests.reports.small import TODAY, WORDS
from tests.reports.test_portfolio_book import content

OPENED = {
    ".xlsx": lambda data: load_workbook(io.BytesIO(data)).sheetnames,
    ".docx": lambda data: Document(io.BytesIO(data)).paragraphs,
    ".zip": lambda data: zipfile.ZipFile(io.BytesIO(data)).namelist(),
    ".csv": lambda data: data.decode("utf-8-sig").splitlines(),
    ".json": json.loads,
}


@pytest.fixture(scope="module")
def seen():
    return view(portfolio_of(made_up(40, random.Random(7))), content())


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_portfolio_is_written_as_its_ending_says(seen, ending):
    assert len(OPENED[ending](to_bytes(ending, seen, WORDS, TODAY))) > 2


@pytest.mark.parametrize("ending", ASKS)
def test_what_is_to_be_asked_is_written_as_its_ending_says(seen, ending):
    assert len(OPENED[ending](asks_to_bytes(ending, seen, WORDS, TODAY))) > 2
