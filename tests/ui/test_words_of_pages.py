from datetime import UTC, date, datetime

import pytest

from selfassess.core.guidance import GuidanceNote
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import assessment_file
from selfassess.files.settings_file import Recent
from selfassess.ui import peek
from selfassess.ui.advice import advice_for, checked_words
from selfassess.ui.dates import day, lately, month_and_year
from selfassess.ui.keeper import Safety
from selfassess.ui.purpose import partners_in_words, purpose_runs
from selfassess.ui.saved_words import problems_words, safety_words
from tests import builders

NOW = datetime(2026, 11, 25, 9, 12, tzinfo=UTC)


def note(**facts) -> GuidanceNote:
    return builders.content().guidance.notes[0].changed(**facts)


def test_dates_read_as_people_say_them():
    assert day(date(2026, 9, 24)) == "24 September 2026"
    assert month_and_year(date(2026, 9, 24)) == "September 2026"
    assert lately(NOW, NOW) == "Today, 09:12"
    assert lately(datetime(2026, 9, 2, tzinfo=UTC), NOW) == "2 September"
    assert lately(datetime(2025, 9, 2, tzinfo=UTC), NOW) == "2 September 2025"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "Checked on 3 September 2026"),
        (
            {"checked": date(2025, 9, 1)},
            "Checked 14 months ago. Ask your data protection officer for the current position.",
        ),
        (
            {"recheck": True, "checked": date(2026, 11, 20)},
            (
                "Checked on 20 November 2026. "
                "Ask your data protection officer for the current position."
            ),
        ),
    ],
)
def test_an_old_or_doubtful_note_says_whom_to_ask(facts, said):
    assert checked_words(note(**facts), NOW.date()) == said


def test_a_note_of_another_nation_is_not_shown():
    topic = builders.topic("PU1")
    here = advice_for(topic, builders.content(), "GB-ENG", NOW.date(), "en")
    there = advice_for(topic, builders.content(), "GB-SCT", NOW.date(), "en")
    assert len(here.rules) == 1
    assert here.saying.verdict == "Myth"
    assert there.rules == ()
    assert there.saying is None


def test_the_sentence_names_partners_or_what_stands_between():
    value = builders.assessment("Council", "Police", "Haven")
    assert partners_in_words(value) == "Council, Police and Haven"
    assert partners_in_words(builders.assessment("Council")) == "Council"
    purpose = value.partnership.purpose.changed(between="us all")
    told = value.changed(partnership=value.partnership.changed(purpose=purpose))
    assert "between us all so that" in "".join(run.words for run in purpose_runs(told))


@pytest.mark.parametrize("safety", list(Safety))
def test_every_state_of_saving_has_words(safety):
    assert safety_words(safety).words


def test_only_the_first_problems_are_said_and_without_the_file():
    problems = [Problem("file.missing", "/a/b")] * 5
    assert problems_words(FileProblemsError(*problems)).count("\n") == 2
    assert "/a/b" not in problems_words(FileProblemsError(*problems))


def test_peeking_says_step_and_answers(tmp_path):
    path = tmp_path / "a.selfassess"
    value = builders.assessment(answers="PU1=3 PU2=dk")
    assessment_file.write(path, value, (builders.questionnaire(),), ())
    seen = peek.with_progress(Recent(path=str(path), name="", opened="2026-09-02"), NOW)
    assert seen.name == "a"
    assert seen.when == "2 September"
    assert seen.step_words == "Step 1 of 6, vision"
    assert seen.answered == "2 of 5 answered"


def test_peeking_at_a_damaged_or_missing_file_says_what_is_known(tmp_path):
    path = tmp_path / "a.selfassess"
    path.write_bytes(b"nothing")
    damaged = Recent(path=str(path), name="River", opened="?")
    assert peek.with_progress(damaged, NOW).name == "River"
    gone = Recent(path=str(tmp_path / "b"), name="Gone", opened="?")
    assert peek.with_progress(gone, NOW).is_missing
