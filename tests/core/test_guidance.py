from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.core.guidance import GuidanceNote, Source

CHECKED = date(2026, 11, 22)


def note(**fields: object) -> GuidanceNote:
    return GuidanceNote.model_validate(
        {
            "id": "n",
            "title": "Title",
            "text": "Text.",
            "kind": "law",
            "nations": ("GB-ENG",),
            "source": Source(title="Code", publisher="ICO", url="https://example.org"),
            "checked": CHECKED,
            "certainty": "certain",
            **fields,
        }
    )


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2026, 11, 1), 0),
        (date(2026, 11, 22), 0),
        (date(2026, 12, 21), 0),
        (date(2026, 12, 22), 1),
        (date(2027, 11, 21), 11),
        (date(2027, 11, 22), 12),
        (date(2028, 1, 22), 14),
    ],
)
def test_a_note_is_as_old_as_the_whole_months_since_it_was_checked(today, months):
    assert note().months_old(today) == months


def test_a_note_needs_another_look_when_it_is_older_than_twelve_months():
    assert not note().needs_another_look(date(2027, 11, 22))
    assert note().needs_another_look(date(2027, 11, 23))
    assert note().needs_another_look(date(2029, 11, 22))


def test_a_note_of_the_last_day_of_a_month_is_twelve_months_old_on_that_day():
    last = note(checked=date(2026, 1, 31))
    assert not last.needs_another_look(date(2027, 1, 31))
    assert last.needs_another_look(date(2027, 2, 1))
    assert last.needs_another_look(date(2027, 2, 28))


def test_a_note_of_a_leap_day_is_still_good_a_year_later():
    leap = note(checked=date(2024, 2, 29))
    assert not leap.needs_another_look(date(2025, 2, 28))
    assert leap.needs_another_look(date(2025, 3, 1))


def test_a_note_needs_another_look_when_it_is_marked_or_uncertain():
    assert note(recheck=True).needs_another_look(CHECKED)
    assert note(certainty="uncertain").needs_another_look(CHECKED)
    assert not note(certainty="likely").needs_another_look(CHECKED)


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 800))
def test_a_note_never_gets_younger(checked, days):
    one = note(checked=checked)
    today = checked + timedelta(days=days)
    tomorrow = today + timedelta(days=1)
    assert one.months_old(tomorrow) >= one.months_old(today)
    assert one.needs_another_look(tomorrow) or not one.needs_another_look(today)
    assert one.needs_another_look(today) is (days > 366 or (days == 366 and _is_old(one, today)))


def _is_old(one: GuidanceNote, today: date) -> bool:
    return (today.year - 1, today.month, today.day) > (
        one.checked.year,
        one.checked.month,
        one.checked.day,
    )
