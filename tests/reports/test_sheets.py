from dataclasses import replace

import pytest

from selfassess.core.assessment import Action, LookBack, Purpose
from selfassess.core.content import Content
from selfassess.core.matching import WEIGHTS
from selfassess.core.results import Results, work_out
from selfassess.reports import phrases, sentences
from selfassess.reports.answers import answers
from selfassess.reports.barriers import barriers
from selfassess.reports.book import (
    Book,
    Cell,
    Kind,
    Row,
    Sheet,
    Span,
    address,
    bullets,
    header,
    holdable,
    letter,
    tab,
)
from selfassess.reports.case_studies import case_studies
from selfassess.reports.form import form_book
from selfassess.reports.method import method
from selfassess.reports.partners import partners
from selfassess.reports.plan import plan, plan_lists
from selfassess.reports.profile import profile
from selfassess.reports.progress import progress
from selfassess.reports.summary import purpose_sentence, summary, who_answered
from selfassess.reports.workings_levels import workings_of_partners, workings_of_questions
from tests.core import worlds
from tests.reports.small import ACTIONS, TODAY, WORDS, as_text, barrier, case, example, small

pytest_plugins = ["tests.golden"]


def texts(sheet: Sheet) -> list[str]:
    return [str(c.value) for row in sheet.rows for c in row.cells if c.value not in (None, "")]


def of(sheet: Sheet, key: str) -> list[object]:
    """The cells of the row whose first cells hold the key."""
    rows = [row for row in sheet.rows if key in [cell.value for cell in row.cells[:2]]]
    return [cell.value for cell in rows[0].cells]


def column(sheet: Sheet, name: str) -> int:
    return [cell.value for cell in sheet.rows[sheet.header - 1].cells].index(name)


def about(results: Results, **purpose: str) -> str:
    partnership = results.assessment.partnership.changed(purpose=Purpose(**purpose))
    changed = results.assessment.changed(partnership=partnership)
    return purpose_sentence(work_out(changed, results.content), WORDS)


def test_a_purpose_that_nobody_has_written_is_no_half_sentence():
    results = small()
    value = results.assessment
    bare = value.changed(
        partnership=value.partnership.changed(purpose=Purpose()),
        rounds=(value.latest.changed(organisations=(), answers=(), votes=(), agreed=()),),
        respondents=(),
    )
    empty = work_out(bare, results.content)
    assert purpose_sentence(empty, WORDS) == "Not said yet"
    assert who_answered(empty, WORDS) == "Nobody has answered yet"


def test_the_purpose_leaves_out_what_was_not_written():
    results = small()
    assert about(results) == "Sharing between Council, Police and Haven"
    assert about(results, what="notices") == "Sharing notices between Council, Police and Haven"
    assert about(results, what="x", between="us", so_that="y") == "Sharing x between us so that y"


def test_the_summary_names_the_next_step_where_nothing_blocks_this_one():
    topics = {"PU1": "shared must", "PU2": "shared", "CU1": "shared must:Scoping"}
    results = worlds.results(topics, {"a": {"PU1": "3", "PU2": "3", "CU1": "2"}})
    assert "Needed for the next step" in texts(summary(results, WORDS, TODAY))


def test_the_summary_shows_three_barriers_and_counts_the_rest():
    five = tuple(barrier(f"b{n}", f"Barrier {n}") for n in range(5))
    results = worlds.results({"CU2": "shared"}, {"a": {"CU2": "1"}}, barriers=five)
    told = texts(summary(results, WORDS, TODAY))
    assert "3  Barrier 2" in told
    assert "4  Barrier 3" not in told
    assert "2 more barriers under “Barriers”." in told


def test_where_most_things_stand_low_summary_and_barriers_say_so():
    many = tuple(barrier(f"b{n}", f"Barrier {n}") for n in range(11))
    results = worlds.results({"CU2": "shared"}, {"a": {"CU2": "1"}}, barriers=many)
    assert "Most things stand low: begin with these three." in texts(summary(results, WORDS, TODAY))
    assert barriers(results, WORDS).title.startswith("Most things stand low")


def test_where_no_barrier_is_raised_the_lowest_answers_are_named():
    results = worlds.results({"CU1": "shared", "CU2": "shared"}, {"a": {"CU1": "4", "CU2": "5"}})
    assert "Nothing stands out. The lowest answers are: Title of CU1 and Title of CU2." in texts(
        summary(results, WORDS, TODAY)
    )
    assert barriers(results, WORDS).title == "Nothing stands out"
    nothing = worlds.results({"CU1": "shared"}, {"a": {}})
    assert "Nothing stands out yet. There are no answers." in texts(summary(nothing, WORDS, TODAY))


def test_without_strengths_the_nearest_are_named():
    results = worlds.results({"CU1": "shared", "CU2": "shared"}, {"a": {"CU1": "2", "CU2": "1"}})
    assert "Nearest to a strength" in texts(summary(results, WORDS, TODAY))


def test_the_summary_shows_six_agreed_questions_with_minority_views_first():
    topics = {f"CU{n}": "shared" for n in range(1, 9)}
    agreed = {f"CU{n}": 3 for n in range(1, 9)}
    results = worlds.results(topics, {"a": {}}, agreed=agreed)
    assert "2 more under “What we agreed”." in texts(summary(results, WORDS, TODAY))


def test_the_profile_marks_what_rests_on_one_question():
    results = worlds.results({"CU1": "shared"}, {"a": {"CU1": "3"}})
    sheet = profile(results, WORDS)
    assert of(sheet, "Culture")[column(sheet, "Note")] == "Rests on one question"
    assert sheet.charts[0].description == "Bars for the level of each dimension. Culture 3.0."


def test_a_dimension_of_a_group_that_has_no_name_shows_its_id():
    results = worlds.results({"CU1": "shared"}, {"a": {"CU1": "3"}})
    bare = results.content.questionnaire.changed(groups=())
    results = work_out(results.assessment, replace(results.content, questionnaire=bare))
    assert of(profile(results, WORDS), "people")[0] == "people"


def test_partners_without_a_split_stand_under_a_plain_title():
    results = worlds.results({"CU1": "shared"}, {"a": {"CU1": "3"}})
    assert partners(results, WORDS).title == "Where each partner stands"


def test_a_later_must_have_and_unknown_answers_have_words():
    results = worlds.results({"PU1": "shared must:Review"}, {"a": {}})
    sheet = answers(results, WORDS)
    assert of(sheet, "PU1")[column(sheet, "Must-have")] == "From a later step"
    assert of(sheet, "PU1")[column(sheet, "In words")] == "Not known yet"


def test_notes_of_anonymous_people_bear_no_names_and_no_order():
    results = small(anonymous=True)
    sheet = answers(results, WORDS)
    notes = of(sheet, "LA1")[column(sheet, "Notes")]
    assert notes == ("– We have no data.\n– We wrote it down.\n– In the room: Look at it again.")


def test_notes_of_people_who_left_stay_out():
    assessment, content = example({})
    gone = tuple(r for r in assessment.respondents if r.id != "council-0")
    results = work_out(assessment.changed(respondents=gone), content)
    sheet = answers(results, WORDS)
    assert of(sheet, "LA1")[column(sheet, "Notes")] == "In the room: Look at it again."


def test_a_barrier_to_find_out_first_says_so():
    unknown = barrier("unknown", "Unknown")
    results = worlds.results({"CU2": "shared"}, {"a": {}}, barriers=(unknown,))
    sheet = barriers(results, WORDS)
    assert of(sheet, "Unknown")[column(sheet, "How strong")] == "Find out first"


def test_without_matching_cases_the_sheet_says_so():
    results = worlds.results({"CU2": "shared"}, {"a": {}})
    assert case_studies(results, WORDS).title == "No case study matches yet"


def test_where_no_case_fits_closely_the_sheet_says_so():
    results = worlds.results(
        {"CU2": "shared"}, {"a": {"CU2": "3"}}, cases=(case("x", "X", policy_areas=["other"]),)
    )
    assert case_studies(results, WORDS).title == "No case study fits closely; these come nearest"


def test_shares_of_a_case_that_are_not_shown_are_added_up():
    results = small()
    sheet = case_studies(results, WORDS)
    told = of(sheet, "A promise in Leeds")[
        column(sheet, "Why it is suggested (share of the score)")
    ]
    shares = [float(line.rsplit("(", 1)[1].rstrip(")")) for line in str(told).split("\n")]
    assert sum(shares) == pytest.approx(results.cases.ranked[0].score, abs=0.05)
    assert "Other reasons" in str(told)


def test_an_empty_plan_is_drafted_from_first_steps():
    results = small()
    sheet = plan(results, WORDS)
    assert sheet.title == "A draft plan: the first steps of the three most pressing barriers"
    assert of(sheet, "Ask three people about fear-of-blame.")[:2] == [
        "Ask three people about fear-of-blame.",
        "Staff fear blame",
    ]


def test_a_plan_without_barriers_is_empty_and_has_no_list_of_them():
    results = worlds.results({"CU2": "shared"}, {"a": {}})
    assert plan(results, WORDS).title == "No actions yet"
    assert [values.name for values in plan_lists(results, WORDS)] == [
        "Statuses",
        "Owners",
        "PlanColumns",
        "PlanAssessment",
        "PlanWentOut",
    ]
    assert [choice.source for choice in plan(results, WORDS).choices] == ["Statuses", "Owners"]


def test_a_plan_where_every_action_has_an_owner_says_what_comes_first():
    action = Action(id="a", text="Do it", owner="Haven")
    told = texts(plan(small(actions=(action,)), WORDS))
    assert "What would lift the readiness statement comes first." in told
    assert "2 actions, 1 done" in texts(plan(small(actions=ACTIONS), WORDS))


def with_provenance(content: Content) -> Content:
    dimensions = content.questionnaire.dimensions
    first = dimensions[0]
    topic = first.topics[0].changed(provenance=("A tool", "A code"), guidance=("old",))
    changed = first.changed(topics=(topic, *first.topics[1:]))
    questionnaire = content.questionnaire.changed(dimensions=(changed, *dimensions[1:]))
    return replace(content, questionnaire=questionnaire, packs=("region", "mine"))


def test_the_method_names_packs_provenance_and_old_guidance():
    assessment, content = example({})
    results = work_out(assessment, with_provenance(content))
    sheet = method(results, WORDS, TODAY, "1", cut=False)
    assert "4 case studies, also from region and mine" in texts(sheet)
    assert of(sheet, "Title of PU1, PU1")[2] == "A tool; A code"
    assert of(sheet, "An older note")[2] == (
        "Checked on 2 January 2025 against: Act, Parliament."
        " Ask your data protection officer for the current position."
    )
    assert of(sheet, "An older note")[3] == "https://example.org/act"


def test_the_method_says_where_nobody_answered_and_what_is_not_defined():
    results = worlds.results({"CU2": "shared"}, {"a": {}})
    sheet = method(results, WORDS, TODAY, "1", cut=False)
    assert of(sheet, "A")[2] == "Nobody yet"
    assert "Not defined: too few answers, or no differences at all." in texts(sheet)


def test_the_method_says_how_reliable_the_run_was():
    topics = {"PU1": "shared", "PU2": "shared"}
    said = {"a": {"PU1": "1", "PU2": "4"}, "b": {"PU1": "1", "PU2": "5"}}
    sheet = method(worlds.results(topics, said), WORDS, TODAY, "1", cut=False)
    assert str(of(sheet, "Krippendorff’s alpha")[2]).startswith("0.")


def test_the_method_prints_the_weights_that_are_used():
    sheet = method(small(), WORDS, TODAY, "1", cut=False)
    rows = [[c.value for c in row.cells] for row in sheet.rows[sheet.header :]]
    told = [row[2] for row in rows if row[0] == "Weights for case studies"]
    assert told == [f"{weight:g}" for weight in WEIGHTS.values()]


def test_progress_lists_new_withdrawn_and_reworded_questions_without_comparing_them():
    said = {"a": {"PU1": "2", "PU2": "2", "PU3": "2"}}
    earlier = worlds.results({"PU1": "shared", "PU2": "shared", "PU3": "shared"}, said)
    later = worlds.results(
        {"PU1": "shared", "PU2": "each", "PU4": "shared"}, {"a": {"PU1": "4", "PU2": "4"}}
    )
    back = (LookBack(respondent="a-0", topic="PU1", level=1),)
    looked = later.round.changed(look_back=back)
    later = work_out(later.assessment.changed(rounds=(looked,)), later.content)
    dimensions, questions = progress(later, earlier, WORDS)
    assert of(questions, "PU1")[3:] == [2.0, 4.0, "Up", 1.0]
    assert of(questions, "PU4")[3:] == [None, None, "New", None]
    assert of(questions, "PU3")[3:] == [2.0, None, "Withdrawn", None]
    assert of(questions, "PU2")[3:] == [None, 4.0, "Reworded", None]
    assert of(dimensions, "Purpose")[1:6] == [2.0, 4.0, 2.0, "Up", 1]
    assert "1 question moved up a whole level, 0 down" in texts(dimensions)[1]


def test_nothing_in_common_is_nothing_to_compare():
    earlier = worlds.results({"PU1": "shared"}, {"a": {}})
    assert progress(earlier, earlier, WORDS)[0].title == "Nothing to compare yet"


def test_votes_stand_in_the_workings_and_few_answers_do_not():
    results = worlds.results(
        {"PU1": "shared"},
        {"a": {"PU1": "1 2 dk"}, "b": {"PU1": "3 3 3"}, "c": {"PU1": "4 4"}, "d": {}},
        votes={"PU1": {"b": 2, "d": "dk"}},
    )
    sheet = workings_of_partners(results, WORDS)
    rows = [[cell.value for cell in row.cells] for row in sheet.rows[sheet.header :]]
    assert rows[0][2:] == [None, 1, 2, "dk", 1.5, 1.5, "yes"]
    assert rows[1][2:] == [2, None, None, None, 2.0, 2.0, "yes"]
    assert rows[2][2:] == [None, None, None, None, 4.0, 4.0, "fewer than 3 people"]
    assert rows[3][2:] == ["dk", None, None, None, None, "", "yes"]


def test_workings_can_be_made_without_a_partner_or_an_answer():
    assessment, content = worlds.world({"PU1": "shared"}, {})
    results = work_out(assessment, content)
    assert workings_of_questions(results, WORDS).rows[-1].cells[0].value == "PU1"
    assert (
        len(workings_of_partners(results, WORDS).rows)
        == workings_of_partners(results, WORDS).header
    )


def test_a_form_reads_as_it_was_last_read(golden):
    results = small()
    person = results.assessment.respondents[0]
    book = form_book(results, results.round.organisations[0], person, {"form": "f"}, WORDS, TODAY)
    golden("form", as_text(book))


def test_an_anonymous_form_asks_for_no_role():
    results = small(anonymous=True)
    person = results.assessment.respondents[0]
    book = form_book(results, results.round.organisations[0], person, {}, WORDS, TODAY)
    told = texts(book.sheets[0])
    assert "Your role (no name needed)" not in told
    assert "This is anonymous. Write no names, also not in notes." in told


def test_a_form_repeats_what_was_answered_in_its_own_words():
    results = small()
    person = results.assessment.respondents[2]
    sheet = form_book(results, results.round.organisations[0], person, {}, WORDS, TODAY).sheets[1]
    assert of(sheet, "PU2")[4] == "Don’t know"
    assert of(sheet, "EV1")[4] == "Doesn’t apply"
    assert of(sheet, "LA1")[4] == 4
    assert of(sheet, "LA1")[6] == "Document seen"
    blank = results.assessment.respondents[-1]
    sheet = form_book(results, results.round.organisations[2], blank, {}, WORDS, TODAY).sheets[1]
    assert of(sheet, "PU2")[4] is None


def test_headers_of_a_table_are_unique():
    made = header("Code", "code", "Code")
    assert [cell.value for cell in made.cells] == ["Code", "code 2", "Code 3"]


def test_a_book_knows_when_it_loses_characters():
    def book(text: str) -> Book:
        rows = (Row((Cell("t", Kind.TITLE), Cell(3, Kind.COUNT), Cell(text))),)
        return Book("t", "en", TODAY, "me", (Sheet("s", "S", rows, (9.0,)),))

    assert not book("plain\n\ttext’s").loses_characters
    assert book("bell \x07").loses_characters
    assert book("x" * 32_768).loses_characters
    assert holdable("a\x07b\r\nc\rd\ud800\ufffe") == "ab\nc\nd"


def test_names_of_sheets_are_short_and_plain():
    assert tab("Workings questions") == "Workings questions"
    assert tab("[Ŵörkïngs: qüestïöns/änswers ånd möre]") == "Ŵörkïngs qüestïönsänswers ånd m"


def test_addresses():
    assert [letter(n) for n in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
    assert address(Span(1, 2, 1, 2)) == "B1"
    assert address(Span(1, 2, 3, 4), fixed=True) == "$B$1:$D$3"


def test_one_line_has_no_dash():
    assert bullets([]) == ""
    assert bullets(["one"]) == "one"
    assert bullets(["one", "two"]) == "– one\n– two"


def test_lists_dates_and_figures_are_said_as_people_say_them():
    assert phrases.listed(["A", "B", "C"], WORDS) == "A, B and C"
    assert phrases.day(TODAY, WORDS) == "25 November 2026"
    assert phrases.figure(2.95) == "2.95"
    assert phrases.figure(2.0) == "2.0"
    assert phrases.short_figure(2.0) == "2"
    assert phrases.capitalised("") == ""


def test_a_topic_that_is_not_asked_can_t_block():
    with pytest.raises(LookupError):
        sentences.blocker("XX1", small(), WORDS)
