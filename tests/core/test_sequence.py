from selfassess.core.barriers import Barrier
from selfassess.core.edits import mark_outside_control, set_aside
from selfassess.core.plan import draft_plan
from selfassess.core.results import Results, work_out
from selfassess.core.sequence import Step, Turn, sequence
from tests.core.worlds import barrier, case_study, world

TOPICS = {"PU1": "shared must", "PU2": "shared", "PU3": "shared", "LE1": "shared"}


def steps(*efforts: str) -> list[dict]:
    return [{"text": f"Step {n}", "effort": effort} for n, effort in enumerate(efforts)]


def named(id_: str, signs: str, *efforts: str, behind: tuple[str, ...] = ()) -> Barrier:
    return barrier(id_, signs, first_steps=steps(*efforts), often_behind=behind)


def found(*barriers: Barrier, cases: tuple = (), said: str = "", edits: tuple = ()) -> Results:
    levels = {"PU1": "4", "PU2": "1", "PU3": "1", "LE1": "1"}
    levels |= dict(part.split("=") for part in said.split())
    assessment, content = world(TOPICS, {"council": levels}, barriers=barriers, cases=cases)
    for edit in edits:
        assessment = edit(assessment)
    return work_out(assessment, content)


def in_order(results: Results, most: int | None = None) -> list[Step]:
    return list(sequence(results.barriers, results.cases.ranked, most))


def said(listed: list[Step]) -> list[tuple[str, str, int]]:
    return [(step.turn.value, step.found.barrier.id, step.place) for step in listed]


def test_foundations_come_first_then_quick_wins_then_what_takes_longer():
    results = found(
        named("one", "PU2<=2", "longer", "this-week"),
        named("two", "PU3<=2", "this-month", "this-week", behind=("cause",)),
        named("cause", "LE1<=2", "this-month", "this-week"),
    )
    assert said(in_order(results)) == [
        ("foundation", "cause", 1),
        ("foundation", "cause", 0),
        ("quick-win", "one", 1),
        ("quick-win", "two", 1),
        ("dependency", "one", 0),
        ("dependency", "two", 0),
    ]


def test_what_blocks_the_statement_is_a_foundation():
    results = found(named("must", "PU1<=2", "longer"), said="PU1=1 PU2=4 PU3=4 LE1=4")
    assert [step.turn for step in in_order(results)] == [Turn.FOUNDATION]


def test_what_lies_behind_comes_before_what_rests_on_it():
    results = found(
        named("front", "PU2<=2", "this-month", behind=("middle",)),
        named("middle", "PU3<=2", "this-month", behind=("back", "not-raised")),
        named("back", "LE1<=2", "this-month"),
        named("not-raised", "PU1<=2", "this-month"),
    )
    listed = in_order(results)
    assert [step.found.barrier.id for step in listed] == ["back", "middle", "front"]
    assert [step.waits_for for step in listed] == [(), ("back",), ("middle",)]


def test_only_the_most_pressing_barriers_are_taken_in_hand():
    results = found(
        named("one", "PU2<=2", "this-week", behind=("three",)),
        named("two", "PU3<=2", "this-week"),
        named("three", "LE1<=3", "this-week"),
        said="LE1=2",
    )
    assert said(in_order(results, most=2)) == [("quick-win", "one", 0), ("quick-win", "two", 0)]
    assert in_order(results, most=2)[0].waits_for == ()
    assert in_order(results, most=3)[0].found.barrier.id == "three"


def test_what_was_set_aside_or_is_outside_our_control_has_no_steps():
    results = found(
        named("one", "PU2<=2", "this-week"),
        named("two", "PU3<=2", "this-week"),
        named("three", "LE1<=2", "this-week"),
        named("unknown", "PU1<=2", "this-week"),
        said="PU1=dk",
        edits=(
            lambda a: set_aside(a, "one", "No longer"),
            lambda a: mark_outside_control(a, "two", outside=True),
        ),
    )
    assert [step.found.barrier.id for step in in_order(results)] == ["three"]


def test_barriers_that_lie_behind_each_other_are_no_endless_chain():
    results = found(
        named("one", "PU2<=2", "this-week", behind=("two", "one")),
        named("two", "PU3<=2", "this-week", behind=("one",)),
    )
    assert {step.found.barrier.id for step in in_order(results)} == {"one", "two"}


def test_a_step_comes_with_the_first_case_that_did_something_about_its_barrier():
    results = found(
        named("one", "PU2<=2", "this-week"),
        named("two", "PU3<=2", "this-week"),
        named("three", "LE1<=2", "this-week"),
        cases=(
            case_study("met", "one", "two", policy_areas=("other",)),
            case_study("also-met", "two"),
            case_study("did", "one", did=("one",)),
        ),
    )
    told = {s.found.barrier.id: (s.case.id if s.case else None, s.quote) for s in in_order(results)}
    assert told["one"] == ("did", "What they did of one.")
    assert told["two"][0] in {"met", "also-met"}
    assert told["two"][1] == "How two showed."
    assert told["three"] == (None, "")


def test_a_step_says_what_to_do():
    (step,) = in_order(found(named("one", "PU2<=2", "this-month")))
    assert step.step.text.say() == "Step 0"
    assert (step.case, step.quote) == (None, "")


def test_a_drafted_plan_follows_the_sequence_and_names_the_cases():
    results = found(
        named("one", "PU2<=2", "this-month"),
        named("two", "PU3<=2", "this-week", behind=("one",)),
        cases=(case_study("did", did=("one",)),),
    )
    names = iter("abc")
    drafted = draft_plan(
        results.assessment, results.barriers, lambda: next(names), "en", results.cases.ranked
    )
    assert [(a.barrier, a.case) for a in drafted.actions] == [("one", "did"), ("two", "")]


def test_no_more_cases_are_looked_at_than_are_needed():
    looked_at = []

    class Watched(list):
        def __iter__(self):
            for match in super().__iter__():
                looked_at.append(match.case.id)
                yield match

    cases = (case_study("did", did=("one",)), case_study("met", "one"))
    results = found(named("one", "PU2<=2", "this-week"), cases=cases)
    ranked = sorted(results.cases.ranked, key=lambda match: match.case.id)
    (step,) = sequence(results.barriers, Watched([*ranked, ranked[1]]))
    assert step.case == cases[0]
    assert len(looked_at) == 2
