from selfassess.core import edits
from selfassess.core.assessment import Respondent
from selfassess.files import intake
from selfassess.files.answers_file import AnswerRow
from tests import builders


def test_somebody_new_gets_an_id_that_nobody_has():
    people = [Respondent(id="r2", organisation="council"), Respondent(id="x", organisation="nhs")]
    assert intake._next_id(people) == "r3"
    assert intake._next_id(people[:1]) == "r3"


def test_what_a_table_says_is_later_than_what_was_taken_back():
    value = builders.assessment("Council", answers="PU1=4 PU2=2")
    (person,) = value.respondents
    cleared = edits.clear(value, person.id, "PU1")
    rows = [
        AnswerRow("Council", person.name, person.role, topic, 3, None, "", 1)
        for topic in ("PU1", "PU2", "LE1")
    ]
    told = intake.with_answers(cleared, rows).latest.answers
    before = {a.topic: a.revision for a in value.latest.answers}
    assert {a.topic: a.revision for a in told} == {
        "PU1": before["PU1"] + 1,
        "PU2": before["PU2"] + 1,
        "LE1": 0,
    }


def test_a_blank_level_leaves_the_level_that_was_there():
    value = builders.assessment("Council", answers="PU1=4")
    (person,) = value.respondents
    rows = [AnswerRow("Council", person.name, person.role, "PU1", None, None, "So.", 1)]
    (told,) = intake.with_answers(value, rows).latest.answers
    assert (told.level, told.note) == (4, "So.")


def test_somebody_new_can_be_given_an_id():
    value = builders.assessment("Council")
    rows = [AnswerRow("Council", "New", "", "PU1", 3, None, "", 1)]
    made = intake.with_answers(value, rows, lambda: "an-id")
    assert [answer.respondent for answer in made.latest.answers] == ["an-id"]
