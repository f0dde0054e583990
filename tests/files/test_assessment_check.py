from selfassess.core.assessment import Assessment
from selfassess.files.assessment_check import problems_in
from tests.files import values
from tests.files.values import said

KNOWN = (
    ("sharing-readiness", "1.0.0"),
    ("sharing-readiness", "1.1.0"),
    ("emergencies", "1.0.0"),
)


def facts(change) -> list[tuple[str, str, str]]:
    plain = values.plain_assessment()
    change(plain, plain["rounds"][0])
    problems = problems_in(Assessment.model_validate(plain), KNOWN, "f")
    assert all(said(problems))
    return [(p.code.removeprefix("assessment."), p.place, p.facts["said"]) for p in problems]


def test_an_assessment_that_hangs_together_has_no_problem():
    assert problems_in(values.assessment(), KNOWN, "f") == []


def test_a_questionnaire_or_module_that_is_not_in_the_file_is_told():
    problems = problems_in(values.assessment(), KNOWN[1:2], "f")
    assert [(p.place, p.facts["said"]) for p in problems] == [
        ("Spring", "sharing-readiness 1.0.0"),
        ("Spring", "emergencies 1.0.0"),
    ]


def test_who_answers_must_be_known():
    def change(plain, spring):
        plain["respondents"][1]["organisation"] = "fire"
        del plain["respondents"][0]

    assert facts(change) == [
        ("unknown-organisation", "", "fire"),
        ("unknown-respondent", "Spring", "r1"),
        ("unknown-respondent", "Autumn", "r1"),
    ]


def test_who_votes_must_take_part():
    def change(plain, spring):
        spring["votes"][0]["organisation"] = "fire"

    assert facts(change) == [("unknown-organisation", "Spring", "fire")]


def test_what_stands_twice_is_told():
    def change(plain, spring):
        for name in ("respondents", "actions", "priorities", "set_aside"):
            plain[name] *= 2
        plain["rounds"][1]["look_back"] *= 2
        plain["rounds"][1]["name"] = "Spring"
        spring["taken_back"] = [{"respondent": "r2", "topic": "PU2"}] * 2
        parts = ("organisations", "answers", "conflicts", "forms", "votes", "tallies", "agreed")
        for name in parts:
            spring[name] = [*spring[name], spring[name][0]]

    assert facts(change) == [
        ("repeated", "", "r1"),
        ("repeated", "", "r2"),
        ("repeated", "", "Spring"),
        ("repeated", "", "x1"),
        ("repeated", "", "no-shared-reason"),
        ("repeated", "", "fear-of-blame"),
        ("repeated", "Spring", "council"),
        ("repeated", "Spring", "r1 PU1"),
        ("repeated", "Spring", "r2 PU1"),
        ("repeated", "Spring", "r2 PU2"),
        ("repeated", "Spring", "f1"),
        ("repeated", "Spring", "nhs PU1"),
        ("repeated", "Spring", "PU2"),
        ("repeated", "Spring", "PU1"),
        ("repeated", "Spring", "r1 PU1"),
    ]
