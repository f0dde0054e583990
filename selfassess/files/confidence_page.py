"""The sheet of the staff confidence check that people fill in by hand, on one page of A4."""

from openpyxl.worksheet.worksheet import Worksheet

from selfassess.core.confidence import STEPS, ConfidenceCheck
from selfassess.files.confidence_styles import LINE, Look, put, set_up
from selfassess.reports.book import letter
from selfassess.words import Words

HEADER_ROW = 5
"""The row of the scale; the items follow below."""

_ITEM_WIDTH, _STEP_WIDTH = 46, 10
_CHARACTERS = 95
"""So many characters fit on a line across the page, carefully counted."""

_LAST = 1 + len(STEPS)


def write_page(check: ConfidenceCheck, words: Words, page: Worksheet) -> None:
    """Lay out the sheet in the language of the words."""
    language = words.language
    intro = check.intro.say(language)
    when = words("Tick one:    ☐  before the training    ☐  after the training")
    _across(page, 1, check.title.say(language), Look.TITLE, 1.8)
    _across(page, 2, intro, Look.TEXT, 2 + len(intro) // _CHARACTERS)
    _across(page, 3, when, Look.STRONG, 2)
    _across(page, 4, words("Circle one number in each line."), Look.TEXT, 2)
    _write_scale(check, words, page)
    for number, item in enumerate(check.items, start=1):
        row = HEADER_ROW + number
        put(page, row, 1, f"{number}.  {item.text.say(language)}", Look.ITEM)
        for step in STEPS:
            page.cell(row, 1 + step, step).style = Look.BOX.value
        page.row_dimensions[row].height = 3.2 * LINE
    end = HEADER_ROW + len(check.items)
    _across(page, end + 1, check.open_question.say(language), Look.STRONG, 3)
    _across(page, end + 2, "", Look.BOX, 12)
    for column in range(2, 1 + _LAST):
        page.cell(end + 2, column).style = Look.BOX.value
    thanks = words("Thank you. Fold the sheet and put it with the others.")
    _across(page, end + 3, thanks, Look.NOTE, 2)
    page.column_dimensions["A"].width = _ITEM_WIDTH
    for column in range(2, 1 + _LAST):
        page.column_dimensions[letter(column)].width = _STEP_WIDTH
    page.print_area = f"A1:{letter(_LAST)}{end + 3}"
    set_up(page, landscape=False)


def _write_scale(check: ConfidenceCheck, words: Words, page: Worksheet) -> None:
    """Write the head of the table: the stem, and the steps with words at both ends."""
    ends = {
        STEPS[0]: check.scale.lowest.say(words.language),
        STEPS[-1]: check.scale.highest.say(words.language),
    }
    put(page, HEADER_ROW, 1, check.stem.say(words.language), Look.HEADER)
    for step in STEPS:
        text = f"{ends[step]}\n{step}" if step in ends else str(step)
        put(page, HEADER_ROW, 1 + step, text, Look.HEADER_MIDDLE)
    page.row_dimensions[HEADER_ROW].height = 4 * LINE


def _across(page: Worksheet, row: int, text: str, look: Look, lines: float) -> None:
    """Put a text across the whole page, so many lines high."""
    put(page, row, 1, text, look)
    page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=_LAST)
    page.row_dimensions[row].height = lines * LINE
