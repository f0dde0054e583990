from datetime import date

import pytest

from selfassess.files.assessment_file import to_bytes
from selfassess.files.content_check import check_files
from tests.files import values
from tests.files.test_content_files import CASES, CATALOGUE, GUIDANCE, MODULE, QUESTIONNAIRE
from tests.files.values import said, written

TODAY = date(2026, 11, 30)
TOPIC = QUESTIONNAIRE[QUESTIONNAIRE.index("  - {id") :]
BARRIER = CATALOGUE[CATALOGUE.index("- {id") :]


@pytest.fixture
def check(tmp_path):
    """Check files that are given by their text, beside a program without content of its own."""

    def check(**texts: str):
        paths = [written(tmp_path / f"{name}.yaml", text) for name, text in texts.items()]
        problems = check_files(paths, TODAY, tmp_path / "none", tmp_path / "none")
        return [sentence.removeprefix(f"{tmp_path}/") for sentence in said(problems)]

    return check


@pytest.fixture
def program(tmp_path):
    """The folders of a program that has one file of each kind."""
    questionnaires, resources = tmp_path / "questionnaires", tmp_path / "resources"
    written(questionnaires / "sharing-readiness.yaml", QUESTIONNAIRE)
    written(questionnaires / "barriers.yaml", CATALOGUE)
    written(questionnaires / "modules" / "floods.yaml", MODULE)
    written(resources / "cases" / "library.yaml", CASES)
    written(resources / "guidance" / "law.yaml", GUIDANCE)
    return questionnaires, resources


def all_files(**changes: str) -> dict[str, str]:
    return {
        "questionnaire": QUESTIONNAIRE,
        "catalogue": CATALOGUE,
        "module": MODULE,
        "cases": CASES,
        "guidance": GUIDANCE,
    } | changes


def with_barrier(*, after: str = "", **fields: str) -> str:
    """The catalogue with fields added to its barrier, and more barriers after it."""
    more = "".join(f", {name}: {value}" for name, value in fields.items())
    return CATALOGUE.rstrip()[:-1] + more + "}\n" + after


def test_files_that_are_in_order_have_no_problem(check):
    assert check(**all_files()) == []


def test_every_kind_of_file_is_recognised_even_with_a_misspelt_name(check):
    for text, name in (
        (QUESTIONNAIRE.replace("dimensions:", "dimension:"), "dimension"),
        (CATALOGUE.replace("barriers:", "barrier:"), "barrier"),
        (GUIDANCE.replace("notes:", "note:").replace("myths:", "myth:"), "note"),
        ("organisation: []\nname: N", "organisation"),
    ):
        assert any(f"“{name}” is no field here" in problem for problem in check(a=text))


def test_a_file_of_no_kind_says_what_it_needs(check):
    for text in ("just words", "a: 1"):
        assert check(a=text) == [
            (
                "a.yaml:1:1: This is no file that can be checked. It needs dimensions, topics,"
                " barriers, notes, myths, items, organisations or a list of cases."
            )
        ]


def test_facts_of_a_partnership_are_checked(check):
    text = "name: N\norganisations: [{name: A, sector: helth}]"
    assert check(a=text) == ["a.yaml:2:35: There is no sector “helth”. Did you mean “health”?"]


def test_files_of_which_no_other_speaks_are_checked(check):
    confidence = (
        "{id: c, version: '1', title: T, intro: I, stem: S, scale: {lowest: L, highest: ' '},"
        " items: [{id: a, title: A, text: B}], open_question: Q}"
    )
    assert check(a=confidence, b="{id: p, version: '1', title: P, kind: besides}") == [
        "a.yaml:1:80: This text is blank. Write it.",
        "b.yaml:1:39: “besides” is no value for “kind”. Did you mean “beside”?",
    ]


def test_assessments_are_checked(tmp_path):
    given = (values.questionnaires(), values.modules())
    whole, cut = tmp_path / "whole.selfassess", tmp_path / "cut.SELFASSESS"
    whole.write_bytes(to_bytes(values.assessment(), *given))
    cut.write_bytes(to_bytes(values.assessment(), *given)[:500])
    assert [(p.code, p.file) for p in check_files([whole, cut])] == [("zip.damaged", str(cut))]


def test_problems_are_told_file_by_file_and_line_by_line(check):
    problems = check(
        b="- [", a=MODULE.replace("policy_areas", "areas").replace("topics", "topcs"), c=""
    )
    assert [problem.partition(": ")[0] for problem in problems] == [
        "b.yaml:1:4",
        "a.yaml:5:1",
        "a.yaml:6:1",
        "c.yaml",
    ]


def test_ids_that_name_nothing_are_told_with_the_likely_one(check):
    problems = check(
        questionnaire=QUESTIONNAIRE.replace("why: So.", "why: So., guidance: [flods], myths: [x]"),
        catalogue=with_barrier(
            often_behind="[no-boats]",
            guidance="[flood]",
            myths="[floodss]",
            cases="[leds]",
            patterns="[{id: p, says: So., signs: [{topic: PU2, at_or_below: 2}],"
            " when: [{topic: FL2, at_least: 3}]}]",
        ),
        module=MODULE,
        cases=CASES.replace(
            "barriers: []",
            "barriers: [{code: legal, how: So., catalogue: [no-bot], topics: [FL3]}]\n"
            "  enablers: [{code: legal, what: So., catalogue: [no-reson], topics: [PU1]}]",
        ),
        guidance=GUIDANCE,
    )
    assert [problem.partition(": ")[2] for problem in problems] == [
        "There is no guidance note “flods”. Check the id. Did you mean “floods”?",
        "There is no myth “x”. Check the id. Write one of: floods.",
        "There is no barrier “no-boats”. Check the id. Did you mean “no-boat”?",
        "There is no guidance note “flood”. Check the id. Did you mean “floods”?",
        "There is no myth “floodss”. Check the id. Did you mean “floods”?",
        "There is no case study “leds”. Check the id. Did you mean “leeds”?",
        "There is no topic “PU2”. Check the id. Did you mean “PU1”?",
        "There is no topic “FL2”. Check the id. Did you mean “FL1”?",
        "There is no barrier “no-bot”. Check the id. Did you mean “no-boat”?",
        "There is no topic “FL3”. Check the id. Did you mean “FL1”?",
        "There is no barrier “no-reson”. Check the id. Did you mean “no-reason”?",
    ]


def test_where_nothing_is_known_nothing_is_unknown(check):
    assert check(catalogue=with_barrier(guidance="[any]", cases="[any]")) == []
    assert check(cases=CASES, broken="- [")[0].startswith("broken.yaml")


def test_files_of_the_program_are_known_to_others(program, tmp_path):
    path = written(tmp_path / "mine.yaml", CASES.replace("leeds", "york"))
    barriers = "barriers: [{code: legal, how: So., catalogue: [no-boat, no-bot], topics: [FL1]}]"
    written(path, path.read_text().replace("barriers: []", barriers))
    (problem,) = check_files([path], TODAY, *program)
    assert (problem.code, problem.facts["near"]) == ("content.unknown-barrier", "no-boat")


def test_a_file_stands_in_the_place_of_the_program_s_own(program, tmp_path):
    mine = written(tmp_path / "mine.yaml", CATALOGUE.replace("no-reason", "no-cause"))
    module = written(tmp_path / "floods.yaml", MODULE.replace("no-boat", "no-ship"))
    text = CASES.replace(
        "barriers: []",
        "barriers: [{code: legal, how: So., catalogue: [no-reason, no-cause, no-boat, no-ship]}]",
    )
    cases = written(tmp_path / "cases.yaml", text)
    problems = check_files([mine, module, cases], TODAY, *program)
    assert [problem.facts["said"] for problem in problems] == ["no-reason", "no-boat"]


def test_the_program_s_own_files_can_be_checked(program):
    questionnaires, resources = program
    paths = [*questionnaires.rglob("*.yaml"), *resources.rglob("*.yaml")]
    assert check_files(paths, TODAY, *program) == ()
    assert check_files(paths[:1], TODAY, *program) == ()


def test_by_default_the_program_s_content_and_today_are_taken(tmp_path):
    path = written(tmp_path / "a.yaml", GUIDANCE.replace("2026-11-22", "2001-01-01"))
    assert [p.code for p in check_files([path])] == ["advice.guidance-old"] * 2


def test_a_fault_hides_no_other(check):
    worse = BARRIER.replace("no-reason", "other").replace("kind: means", "kind: mean")
    worse = worse.replace("first_steps: [", "guidance: [flods], first_steps: [")
    catalogue = CATALOGUE.replace("[{topic: PU1, at_or_below: 2}]", "[]") + worse
    topic = TOPIC.replace("mode: shared", "mode: shred")
    problems = check(
        questionnaire=QUESTIONNAIRE + topic.replace("PU1", "PU2"),
        catalogue=catalogue.replace("name: No reason", "name: ' '"),
        module=MODULE.replace("policy_areas", "areas"),
        cases=CASES + CASES.replace("read: full", "read: ful"),
        guidance=GUIDANCE.replace("kind: law", "kind: lore"),
    )
    assert problems == [
        (
            "questionnaire.yaml:14:10: PU2 is a sign of no barrier."
            " Make it one, or no answer to it leads anywhere."
        ),
        "questionnaire.yaml:14:78: “shred” is no value for “mode”. Did you mean “shared”?",
        "catalogue.yaml:4:8: No answer can raise “no-reason”. Give it a sign.",
        "catalogue.yaml:4:25: This text is blank. Write it.",
        "catalogue.yaml:6:70: “mean” is no value for “kind”. Did you mean “means”?",
        (
            "catalogue.yaml:7:54: There is no guidance note “flods”. Check the id."
            " Did you mean “floods”?"
        ),
        "module.yaml:5:1: “areas” is no field here. Did you mean “policy_areas”?",
        "cases.yaml:13:7: “leeds” is here again; it is on line 1 too. Rename one of them.",
        "cases.yaml:24:9: “ful” is no value for “read”. Did you mean “full”?",
        "guidance.yaml:3:53: “lore” is no value for “kind”. Write one of: law, good-practice.",
    ]


def test_an_id_that_stands_in_two_files_is_told(check):
    assert check(a=GUIDANCE, b=GUIDANCE)[0].startswith("b.yaml:3:8: “floods” is also in ")


def test_a_barrier_that_no_answer_can_raise_is_told(check):
    text = CATALOGUE.replace("[{topic: PU1, at_or_below: 2}]", "[]")
    assert check(a=text) == ["a.yaml:4:8: No answer can raise “no-reason”. Give it a sign."]


def test_a_sign_that_can_never_count_is_told(check):
    pattern = (
        "[{id: p, says: So., signs: [{topic: PU1, at_or_below: 2}, {topic: LE1, at_or_below: 2}]"
    )
    pattern += ", when: [{topic: PU1, at_least: 3}, {topic: LE1, at_least: 2}]}]"
    assert [problem.partition(": ")[2] for problem in check(a=with_barrier(patterns=pattern))] == [
        "This sign of PU1 can never count: a condition asks for a higher level. Change one."
    ]


def test_conditions_that_can_never_hold_together_are_told(check):
    pattern = "[{id: p, says: So., signs: [{topic: LE1, at_or_below: 2}], when: ["
    pattern += "{topic: PU1, at_least: 4}, {topic: PU1, at_most: 3}, {topic: PU2, at_most: 3}, "
    pattern += (
        "{topic: PU2, evidence_at_most: opinion}, {topic: PU2, evidence_at_least: document}]}]"
    )
    problems = check(a=with_barrier(patterns=pattern))
    assert [problem.partition(": ")[2] for problem in problems] == [
        "Two conditions on PU1 can never hold together. Change one.",
        "Two conditions on PU2 can never hold together. Change one.",
    ]


def test_a_topic_that_is_a_sign_of_nothing_is_told(check):
    catalogue = CATALOGUE.replace("topic: PU1", "topic: FL1")
    assert check(questionnaire=QUESTIONNAIRE, catalogue=catalogue, module=MODULE) == [
        (
            "questionnaire.yaml:12:10: PU1 is a sign of no barrier."
            " Make it one, or no answer to it leads anywhere."
        )
    ]


def test_a_sign_in_a_pattern_counts_too(check):
    pattern = "[{id: p, says: So., signs: [{topic: PU1, at_or_below: 2}],"
    pattern += " when: [{topic: FL1, at_least: 3}]}]"
    catalogue = with_barrier(patterns=pattern).replace(
        "[{topic: PU1, at_or_below: 2}], first", "[], first"
    )
    assert check(questionnaire=QUESTIONNAIRE, catalogue=catalogue, module=MODULE) == []


def test_barriers_that_lie_behind_themselves_are_told_once(check):
    def named(name, behind):
        return BARRIER.replace("no-reason", name).rstrip()[:-1] + f", often_behind: {behind}}}\n"

    text = with_barrier(
        often_behind="[b, d]",
        after=named("b", "[c]")
        + named("c", "[no-reason, d]")
        + named("d", "[]")
        + named("e", "[e]"),
    )
    assert [problem.partition(": ")[2] for problem in check(a=text)] == [
        "“no-reason” lies behind itself (no-reason → b → c → no-reason). Take one link out.",
        "“e” lies behind itself (e → e). Take one link out.",
    ]


def test_a_loop_over_several_files_is_told(program, tmp_path):
    text = with_barrier(often_behind="[no-boat]")
    written(program[0] / "barriers.yaml", text)
    module = MODULE.rstrip()[:-1] + ", often_behind: [no-reason]}\n"
    path = written(tmp_path / "floods.yaml", module)
    (problem,) = check_files([path], TODAY, *program)
    assert problem.facts["chain"] == "no-boat → no-reason → no-boat"


def test_words_that_describe_two_levels_are_told(check):
    text = QUESTIONNAIRE.replace("[a, b, c, d, e]", "[a, b, ' A.', d, e]")
    assert check(a=text, b=MODULE.replace("[f, g,", "[f, D,")) == [
        (
            "a.yaml:12:62: The same words describe level 1 of PU1."
            " Say what can be seen at each level."
        ),
        (
            "b.yaml:7:77: The same words describe level 4 of PU1."
            " Say what can be seen at each level."
        ),
    ]


def test_blank_texts_are_told(check):
    assert check(a=QUESTIONNAIRE.replace("good: So.", "good: ' '")) == [
        "a.yaml:13:22: This text is blank. Write it."
    ]


def test_translations_that_are_missing_are_told(check):
    text = QUESTIONNAIRE.replace("title: Sharing readiness", "title: {en: A, cy: B, pl: C}")
    text = text.replace("name: Why", "name: {en: A, cy: B}")
    problems = check(a=text)
    assert problems[0] == (
        "a.yaml:4:26: This text is translated in part: pl is missing."
        " Add it, or leave only English."
    )
    assert problems[1] == (
        "a.yaml:7:9: This text is in English only: cy, pl is missing. Translate it."
    )


def test_sentences_that_are_hard_to_read_are_told(check):
    long = " ".join(["Word"] * 26)
    hard = (
        "The multidisciplinary information governance organisation is fundamentally unsatisfactory."
    )
    problems = check(a=QUESTIONNAIRE.replace("good: So.", f"good: {long}. {hard} Fine."))
    assert [problem.partition(": ")[2] for problem in problems] == [
        "“Word Word Word Word …” is 26 words long. Make two sentences of it.",
        "“The multidisciplinary information governance …” is hard to read. Use shorter words.",
    ]


def test_guidance_past_its_date_is_told(check):
    text = GUIDANCE.replace("2026-11-22", "2025-11-29", 1)
    assert check(a=text) == [
        "a.yaml:3:86: “floods” was checked 12 months ago. Compare it with its source."
    ]


def test_barriers_get_advice(check):
    text = CATALOGUE.replace("at_or_below: 2", "at_or_below: 5").replace("this-week", "longer")
    assert check(a=text) == [
        (
            "a.yaml:5:38: PU1 counts here at every level, also at 5."
            " Let it count at or below 4 or lower."
        ),
        "a.yaml:5:56: “no-reason” has no first step for this week. Add one.",
    ]
