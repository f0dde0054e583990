"""The tally of the staff confidence check: a row for each sheet that came back."""

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from selfassess.core.confidence import STEPS, ConfidenceCheck
from selfassess.files.confidence_styles import LINE, Look, mark_table, put, set_up
from selfassess.reports.book import Span, address, letter
from selfassess.words import Words

LISTS = "Lists"
"""The hidden sheet with what can be chosen."""

BEFORE_AND_AFTER = (f"{LISTS}!$A$2", f"{LISTS}!$A$3")
RETURNED = 100
"""So many sheets can be typed in."""

HEADER_ROW = 5
FIRST_ROW = HEADER_ROW + 1
WHEN, FIRST_ITEM = 2, 3
"""The columns of the moment and of the first item."""

_LAST_ROW = HEADER_ROW + RETURNED


def moments(tally: str) -> str:
    """Return where the tally of that name says when each sheet was filled in."""
    return _fixed(tally, WHEN)


def answers_of(tally: str, number: int) -> str:
    """Return where the answers to the item of that number (from 0) stand."""
    return _fixed(tally, FIRST_ITEM + number)


def write_tally(check: ConfidenceCheck, words: Words, tally: Worksheet) -> None:
    """Lay out the table in which the answers are typed."""
    put(tally, 1, 1, words("Answers of the sheets that came back"), Look.TITLE)
    notes = (
        words("One row for each sheet. Leave a cell empty where nothing is circled."),
        words("Mix up the sheets first, and write no names, so that nobody can be recognised."),
    )
    for row, note in enumerate(notes, start=2):
        put(tally, row, 1, note, Look.NOTE)
    items = [f"{n}. {i.title.say(words.language)}" for n, i in enumerate(check.items, start=1)]
    names = (words("Sheet"), words("When"), *items, words("In their own words"))
    for column, name in enumerate(names, start=1):
        put(tally, HEADER_ROW, column, name, Look.HEADER)
    steps = range(FIRST_ITEM, FIRST_ITEM + len(items))
    for row in range(FIRST_ROW, _LAST_ROW + 1):
        tally.cell(row, 1, row - HEADER_ROW).style = Look.COUNT.value
        tally.cell(row, WHEN).style = Look.ENTRY.value
        tally.cell(row, len(names)).style = Look.WORDS.value
        for column in steps:
            tally.cell(row, column).style = Look.STEP.value
    _offer(
        tally,
        Span(FIRST_ROW, WHEN, _LAST_ROW, WHEN),
        f"{LISTS}!$A$2:$A$3",
        words("Choose before or after from the list."),
    )
    _offer(
        tally,
        Span(FIRST_ROW, steps[0], _LAST_ROW, steps[-1]),
        f"{LISTS}!$B$2:$B${1 + len(STEPS)}",
        words("Choose a number from 1 to 5, or leave the cell empty."),
    )
    widths = (8, 11, *(12,) * len(items), 50)
    for column, width in enumerate(widths, start=1):
        tally.column_dimensions[letter(column)].width = width
    tally.row_dimensions[HEADER_ROW].height = 3 * LINE
    tally.freeze_panes = f"C{FIRST_ROW}"
    tally.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    mark_table(tally, "Table_tally", Span(HEADER_ROW, 1, _LAST_ROW, len(names)))
    set_up(tally, landscape=True, pages_high=0)


def write_lists(words: Words, lists: Worksheet) -> None:
    """Write what can be chosen, on a sheet that is not shown."""
    lists.sheet_state = "hidden"
    columns = ((words("When"), words("Before"), words("After")), (words("Step"), *STEPS))
    for column, values in enumerate(columns, start=1):
        for row, value in enumerate(values, start=1):
            lists.cell(row, column).value = value


def _fixed(tally: str, column: int) -> str:
    name = tally.replace("'", "''")
    return f"'{name}'!{address(Span(FIRST_ROW, column, _LAST_ROW, column), fixed=True)}"


def _offer(tally: Worksheet, cells: Span, source: str, refusal: str) -> None:
    """Let people choose from a list, and refuse everything else."""
    offered = DataValidation(type="list", formula1=source, allow_blank=True)
    offered.showErrorMessage = True
    offered.error = refusal
    offered.add(address(cells))
    tally.add_data_validation(offered)
