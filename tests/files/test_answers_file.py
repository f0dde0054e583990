import pytest

from selfassess.core.codes import Evidence
from selfassess.files.answers_file import AgreedRow, AnswerRow, read_agreed, read_answers
from tests.files.values import problems_of, said, written

HEAD = "organisation,respondent,role,topic,level,evidence,note\n"
ORGANISATIONS = ("Leeds Council", "NHS Trust")
TOPICS = ("PU1", "PU2", "LA1")


@pytest.fixture
def answers(tmp_path):
    def read(text: str):
        return read_answers(written(tmp_path / "a.csv", text), ORGANISATIONS, TOPICS)

    return read


@pytest.fixture
def agreed(tmp_path):
    return lambda text: read_agreed(written(tmp_path / "g.csv", text), TOPICS)


def ends(problems) -> list[str]:
    return [sentence.partition("a.csv:")[2] for sentence in said(problems)]


def test_answers_are_read(answers):
    text = HEAD + "Leeds Council,Ann,nurse,PU1,3,document,seen\nNHS Trust,Bob,,PU2,dk,,\n"
    assert answers(text) == (
        AnswerRow("Leeds Council", "Ann", "nurse", "PU1", 3, Evidence.DOCUMENT, "seen", 2),
        AnswerRow("NHS Trust", "Bob", "", "PU2", "dk", None, "", 3),
    )


def test_names_and_codes_are_known_whatever_their_spaces_and_capitals(answers):
    (row,) = answers(HEAD + "  leeds  council,Ann  Lee,,pu1,NA,Working,\n")
    assert (row.organisation, row.respondent, row.topic) == ("Leeds Council", "Ann Lee", "PU1")
    assert (row.level, row.evidence) == ("na", Evidence.WORKING)


def test_an_empty_level_is_a_blank_and_its_note_is_kept(answers):
    (row,) = answers(HEAD + "NHS Trust,Bob,,PU2,,,ask again\n")
    assert (row.level, row.note) == (None, "ask again")


def test_a_person_of_the_same_name_in_another_organisation_is_somebody_else(answers):
    assert len(answers(HEAD + "NHS Trust,Bob,,PU2,1,,\nLeeds Council,Bob,,PU2,2,,\n")) == 2


def test_role_evidence_and_note_may_be_left_out(answers):
    assert answers("topic;level;organisation;respondent\nPU1;3;NHS Trust;Bob\n") == (
        AnswerRow("NHS Trust", "Bob", "", "PU1", 3, None, "", 2),
    )


def test_everything_that_is_wrong_is_told_line_by_line(answers):
    text = HEAD + (
        "Leeds Counsil,Ann,,PU1,3,,\n"
        "NHS Trust,Bob,,PU9,6,seen,\n"
        "NHS Trust,Bob,,PU2,3,,\n"
        "NHS Trust,bob,,pu2,4,,\n"
        ",Bob,,,3,,\n"
        ",Bob,,,3,,one,two\n"
    )
    assert ends(problems_of(answers, text)) == [
        (
            "2:1: “Leeds Counsil” is not in the partnership. Check the name."
            " Did you mean “Leeds Council”?"
        ),
        "3:16: No questionnaire has a topic “PU9”. Check the id. Did you mean “PU2”?",
        "3:20: “6” is no level. Write one of: 1, 2, 3, 4, 5, dk, na.",
        "3:22: “seen” is no grade of evidence. Write one of: opinion, document, working.",
        "5:16: This says again what line 4 says. Keep one of them.",
        "6:1: “organisation” is empty. Fill it in.",
        "6:7: “topic” is empty. Fill it in.",
        "7:1: “organisation” is empty. Fill it in.",
        "7:7: “topic” is empty. Fill it in.",
        (
            "7:15: This row has more cells than the first line."
            " Put quotes round a text that holds a comma."
        ),
    ]


def test_agreed_levels_are_read(agreed):
    text = "topic,level,minority_view\nPU1,3,\nPU2,None,the NHS is further back\nLA1,,\n"
    assert agreed(text) == (
        AgreedRow("PU1", 3, "", 2),
        AgreedRow("PU2", "none", "the NHS is further back", 3),
    )


def test_a_minority_view_may_be_left_out(agreed):
    assert agreed("topic,level\nPU1,5\n") == (AgreedRow("PU1", 5, "", 2),)


def test_everything_that_is_wrong_with_agreed_levels_is_told(agreed):
    text = "topic,level,minority_view\nPU1,dk,\nPU1,2,\nXX1,2,\nPU2,,but we think so\n"
    assert [sentence.partition("g.csv:")[2] for sentence in said(problems_of(agreed, text))] == [
        "2:5: “dk” is no level. Write one of: 1, 2, 3, 4, 5, none.",
        "3:1: This says again what line 2 says. Keep one of them.",
        "4:1: No questionnaire has a topic “XX1”. Check the id. Write one of: PU1, PU2, LA1.",
        "5:6: A minority view needs a level. Write none if nothing was agreed.",
    ]
