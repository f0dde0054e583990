from dataclasses import replace
from datetime import date

from selfassess.core.assessment import Action
from selfassess.core.edits import set_aside
from selfassess.core.results import Results, work_out
from selfassess.reports.escalation import (
    CASES_AT_MOST,
    escalation_about,
    escalation_lines,
    escalation_sheet,
    escalations,
)
from tests.reports.small import WORDS, case, small


def met(id_: str, title: str, **fields: object):
    barriers = [{"code": "national", "how": "No number.", "catalogue": ["national-gap"]}]
    return case(id_, title, barriers=barriers, enablers=[], **fields)


def with_cases(*cases, **facts: object) -> Results:
    results = small(**facts)
    return work_out(results.assessment, replace(results.content, cases=cases))


def test_a_national_barrier_has_a_note_of_what_to_ask():
    cases = case("leeds", "A promise in Leeds"), met("hull", "A number in Hull")
    (note,) = escalations(with_cases(*cases), WORDS)
    assert note.barrier == "national-gap"
    assert note.title == "A barrier that we cannot remove alone: No common number"
    assert note.ask == "Ask the department for one."
    assert note.asked_by == "Tiny partnership: Council, Police and Haven"
    assert note.because[0].startswith("Haven says: “CU2 at level 1”")
    assert note.tried == ()
    assert [(e.case, e.says, e.source) for e in note.elsewhere] == [
        ("hull", "No number.", "Council, https://example.org/r")
    ]


def test_a_note_can_be_asked_for_by_its_barrier():
    results = with_cases(met("hull", "A number in Hull"))
    assert escalation_about("national-gap", results, WORDS) == escalations(results, WORDS)[0]
    assert escalation_about("nowhere", results, WORDS) is None


def test_what_was_done_there_is_said_before_how_it_showed():
    done = [{"code": "national", "what": "They wrote to it.", "catalogue": ["national-gap"]}]
    hull = met("hull", "A number in Hull").changed(enablers=done)
    (note,) = escalations(with_cases(hull), WORDS)
    assert note.elsewhere[0].says == "They wrote to it."


def test_only_the_most_telling_cases_are_named():
    cases = [met(f"place-{n}", f"Place {n}") for n in range(CASES_AT_MOST + 1)]
    (note,) = escalations(with_cases(*cases), WORDS)
    assert len(note.elsewhere) == CASES_AT_MOST


def test_what_was_set_aside_needs_no_note():
    results = small()
    aside = set_aside(results.assessment, "national-gap", "No longer")
    assert escalations(work_out(aside, results.content), WORDS) == ()


def test_a_note_is_a_letter_in_plain_lines():
    step = Action(id="a1", text="Count the hours", barrier="national-gap")
    results = with_cases(met("hull", "A number in Hull"), actions=(step,))
    (note,) = escalations(results, WORDS)
    lines = list(escalation_lines(note, WORDS))
    assert lines[:5] == [
        "A barrier that we cannot remove alone: No common number",
        "Tiny partnership: Council, Police and Haven",
        "",
        "What we ask",
        "Ask the department for one.",
    ]
    assert "- Count the hours" in lines
    assert lines[-2:] == [
        "Others have met the same",
        "- A number in Hull: No number. (Council, https://example.org/r)",
    ]


def test_a_note_leaves_out_what_there_is_not():
    (note,) = escalations(with_cases(), WORDS)
    lines = list(escalation_lines(note, WORDS))
    assert "What we do about it ourselves" not in lines
    assert "Others have met the same" not in lines


def test_an_anonymous_note_names_no_partner_as_the_one_who_said_it():
    (note,) = escalations(with_cases(anonymous=True), WORDS)
    assert all("Haven" not in line for line in note.because)


def test_a_note_is_a_page_of_headings_and_sentences_too():
    step = Action(id="a1", text="Count the hours", barrier="national-gap")
    results = with_cases(met("hull", "A number in Hull"), actions=(step,))
    (note,) = escalations(results, WORDS)
    sheet = escalation_sheet(note, results, WORDS, date(2026, 9, 24))
    said = [" | ".join(str(c.value) for c in row.cells if c.value) for row in sheet.rows]
    assert said[0] == note.title
    assert said[1] == "Tiny partnership: Council, Police and Haven. 24 September 2026."
    assert "What we ask | Ask the department for one." in said
    assert "What we do about it ourselves | Count the hours" in said
    assert any("A number in Hull: No number." in line for line in said)
    assert sheet.one_page


def test_a_page_leaves_out_what_there_is_nothing_to_say_of():
    (note,) = escalations(small(), WORDS)
    sheet = escalation_sheet(note, small(), WORDS, date(2026, 9, 24))
    headings = [row.cells[0].value for row in sheet.rows if row.cells]
    assert "What we do about it ourselves" not in headings
    assert "Others have met the same" not in headings
