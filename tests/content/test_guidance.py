"""Notes and myths say where their facts stand, and since when."""

from datetime import date

PROGRAM_BEGAN = date(2026, 1, 1)


def test_every_note_and_myth_has_a_source_and_a_day_on_which_it_was_checked(content):
    for one in (*content.guidance.notes, *content.guidance.myths):
        assert one.source.title, one.id
        assert one.source.publisher, one.id
        assert one.source.url.startswith(("https://", "http://")), one.id
        assert one.checked >= PROGRAM_BEGAN, one.id
        assert one.nations, one.id


def test_a_note_is_short(content):
    for note in content.guidance.notes:
        assert 20 <= len(note.text.say().split()) <= 110, note.id


def test_there_are_notes_on_law_and_on_good_practice(content):
    kinds = {note.kind for note in content.guidance.notes}
    assert kinds == {"law", "good-practice"}
