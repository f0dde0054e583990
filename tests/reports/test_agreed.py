from datetime import date

from selfassess.core import workshop
from selfassess.core.results import work_out
from selfassess.reports import agreed as page
from selfassess.words import words_in
from tests.core import worlds

WORDS = words_in("en")
TODAY = date(2026, 11, 25)
TOPICS = {"PU1": "shared", "PU2": "shared", "LE1": "shared", "CU1": "shared", "TE1": "shared"}
SAID = {
    "council": {"PU1": "4", "PU2": "2", "LE1": "dk", "CU1": "na", "TE1": "3"},
    "police": {"PU1": "3", "PU2": "4", "LE1": "3", "CU1": "na", "TE1": "3"},
}


def world(**facts):
    assessment, content = worlds.world(TOPICS, SAID, agreed={"PU1": 3, "PU2": "none", "TE1": 4})
    assessment = workshop.dissent(assessment, "PU1", "Council: more than that")
    assessment = workshop.decide(assessment, "We do it.", "PU1")
    assessment = workshop.park(assessment, "Later.")
    assessment = workshop.note(assessment, "PU2", "A note.")
    return work_out(assessment.changed(**facts), content)


def text(results, **how):
    sheet = page.agreed(results, WORDS, TODAY, **how)
    return "\n".join(
        " | ".join(str(cell.value) for cell in row.cells if cell.value) for row in sheet.rows
    )


def test_everything_that_the_room_left_stands_on_one_page():
    told = text(world())
    for line in (
        "What we agreed",
        "Tiny partnership. First. 3 questions settled. 25 November 2026.",
        "Agreed | Title of PU1, PU1: level 3, agreed. PU1 at level 3.",
        "Minority view: “Council: more than that”",
        "Title of TE1, TE1: level 4, in daily practice. TE1 at level 4",
        "Not agreed | Title of PU2, PU2: views at 2 and 4",
        "Decisions | We do it. (PU1)",
        "Questions to take away | Title of LE1, LE1: Council doesn’t know. Who would know?",
        "Parking lot | Later.",
        "Notes | A note. (PU2)",
    ):
        assert line in told


def test_a_second_vote_is_told_with_the_first_beside_it():
    assessment, content = worlds.world({"PU1": "shared"}, {"council": {}, "police": {}})
    voted = workshop.vote(workshop.vote(assessment, "PU1", "council", 1), "PU1", "police", 4)
    voted = workshop.vote(voted, "PU1", "council", 3, again=True)
    settled = workshop.settle(voted, "PU1", 3, ())
    (line,) = page.agreed_lines(work_out(settled, content), WORDS)
    assert line.endswith("PU1 at level 3. First vote: 1 and 4. Second vote: 3 and 4.")
    unsure = workshop.vote(voted, "PU1", "council", "dk", again=True)
    unsure = workshop.vote(unsure, "PU1", "police", "dk", again=True)
    (line,) = page.not_agreed_lines(
        work_out(workshop.settle(unsure, "PU1", "none", ()), content), WORDS
    )
    assert line.endswith("First vote: 1 and 4. Second vote: no level.")


def test_a_second_vote_by_hands_is_told_without_the_forms_before_it():
    assessment, content = worlds.world({"PU1": "shared"}, {"council": {"PU1": "2"}, "police": {}})
    raised = workshop.raise_hands(
        assessment, "PU1", (0, 0, 2, 0, 0), 0, again=True, stood=(0, 1, 0, 0, 0)
    )
    (line,) = page.agreed_lines(work_out(workshop.settle(raised, "PU1", 3, ()), content), WORDS)
    assert line.endswith("First vote: 2. Second vote: 3 and 3.")


def test_a_brief_page_puts_questions_of_one_level_together():
    topics = {f"PU{n}": "shared" for n in range(1, 6)}
    agreed = {"PU1": 3, "PU2": 4, "PU3": 3, "PU4": 2}
    assessment, content = worlds.world(topics, {"council": {"PU5": "dk"}}, agreed=agreed)
    told = work_out(workshop.dissent(assessment, "PU4", "Not here."), content)
    assert page.agreed_lines(told, WORDS, brief=True) == [
        "Level 3, agreed: Title of PU1, PU1; Title of PU3, PU3.",
        "Level 4, in daily practice: Title of PU2, PU2.",
        "Level 2, depends on people: Title of PU4, PU4. Minority view: “Not here.”",
    ]
    assert page.take_away(told, WORDS, brief=True) == [
        "Who would know?",
        "Title of PU5, PU5: Council doesn’t know.",
    ]
    assert "The report says what each level means for its question." in text(told, brief=True)
    nothing, content = worlds.world(topics, {"council": {}})
    empty = work_out(nothing, content)
    assert page.agreed_lines(empty, WORDS, brief=True) == []
    assert page.take_away(empty, WORDS, brief=True) == []


def test_a_copy_to_hand_round_can_do_without_notes():
    assert "A note." not in text(world(), notes=False)


def test_an_anonymous_page_names_no_partner():
    told = text(world(anonymous=True))
    assert "1 person doesn’t know. Who would know?" in told
    assert "no partner’s level is shown" in told
    assert "Council doesn’t" not in told


def test_hands_that_do_not_know_are_counted():
    assessment, content = worlds.world({"PU1": "shared"}, {"council": {}})
    raised = workshop.raise_hands(assessment, "PU1", (0, 0, 1, 0, 0), 2)
    assert page.take_away(work_out(raised, content), WORDS) == [
        "Title of PU1, PU1: 2 people don’t know. Who would know?"
    ]


def test_what_was_not_agreed_without_a_vote_has_no_views():
    assessment, content = worlds.world({"PU1": "shared"}, {"council": {}}, agreed={"PU1": "none"})
    results = work_out(assessment, content)
    assert page.not_agreed_lines(results, WORDS) == ["Title of PU1, PU1"]
    told = workshop.dissent(assessment, "PU1", "We saw it.")
    assert page.not_agreed_lines(work_out(told, content), WORDS) == [
        "Title of PU1, PU1. Minority view: “We saw it.”"
    ]


def test_without_a_workshop_there_is_nothing():
    assessment, content = worlds.world({"PU1": "shared"}, {"council": {"PU1": "3"}})
    results = work_out(assessment, content)
    assert not page.has_workshop(results)
    assert "Decisions" not in text(results)
    assert page.has_workshop(world())
