from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.core.assessment import Action, Purpose, SetAside
from selfassess.core.case_draft import NEW_ID, Gap, draft_of, gaps, id_for, names_in
from selfassess.core.codes import ActionStatus
from selfassess.core.results import work_out
from tests.core.worlds import barrier, case_study, results

BARRIERS = tuple(
    barrier(f"wall-{n}", f"PU{n}<=2", dimension="legal" if n == 4 else "purpose")
    for n in range(1, 6)
)


def finished(*actions: Action, **partnership: object):
    topics = {f"PU{n}": "purpose shared" for n in range(1, 6)}
    said = {"council": dict.fromkeys(topics, "1"), "police": dict.fromkeys(topics, "1")}
    said["council"]["PU4"] = said["police"]["PU4"] = "5"
    sectors = {"council": "local-government", "police": "police"}
    made = results(
        dict.fromkeys(topics, "shared"),
        said,
        barriers=BARRIERS,
        sectors=sectors,
        date="2026-09-24",
    )
    told = made.assessment
    told = told.changed(actions=actions, partnership=told.partnership.changed(**partnership))
    return replace(made, assessment=told)


def action(id_: str, barrier_: str, status: ActionStatus = ActionStatus.DONE) -> Action:
    return Action(id=id_, text=f"Did {id_}.", barrier=barrier_, status=status)


def test_a_draft_has_what_was_done_and_the_barriers_it_was_done_about_first():
    made = finished(
        action("a", "wall-4"),
        action("b", "wall-5", ActionStatus.DOING),
        action("c", "gone"),
        story=" Nobody was told. ",
    )
    case = draft_of(made, "en", "Our own account")
    assert [b.catalogue for b in case.barriers] == [
        ("wall-4",),
        ("wall-1",),
        ("wall-2",),
        ("wall-3",),
    ]
    assert [(e.code, e.what, e.catalogue) for e in case.enablers] == [
        ("legal", "Did a.", ("wall-4",))
    ]
    assert (case.id, case.summary, case.years) == (NEW_ID, "Nobody was told.", "2026")
    assert case.sectors == ("local-government", "police")
    assert case.stages == ("need",)


def test_a_draft_says_that_its_source_is_not_published():
    case = draft_of(finished(), "en", "Our own account")
    assert case.source.unpublished
    assert case.source.where == "Tiny partnership"
    assert Gap.SOURCE not in gaps(case)


def test_without_a_story_the_purpose_is_the_situation():
    case = draft_of(finished(purpose=Purpose(what="notices", so_that="help")), "en", "Ours")
    assert case.summary == "notices → help"


def test_a_set_aside_barrier_is_not_in_a_draft():
    made = finished()
    aside = made.assessment.changed(set_aside=(SetAside(barrier="wall-1", reason="No."),))
    case = draft_of(work_out(aside, made.content), "en", "Ours")
    assert ("wall-1",) not in [b.catalogue for b in case.barriers]


def test_gaps_come_in_the_order_of_writing_and_some_are_only_advice():
    case = draft_of(finished(), "en", "Ours")
    assert gaps(case) == (Gap.TITLE, Gap.SITUATION, Gap.DONE, Gap.LESSONS, Gap.AREAS)
    assert [gap.is_needed for gap in gaps(case)] == [True, True, False, False, True]


@pytest.mark.parametrize(
    ("fields", "gap"),
    [
        ({"place": " "}, Gap.PLACE),
        ({"barriers": ()}, Gap.BARRIERS),
        ({"sectors": ()}, Gap.SECTORS),
        ({"stages": ()}, Gap.STEP),
    ],
)
def test_what_is_empty_is_a_gap(fields, gap):
    case = case_study("a", "wall-1")
    whole = case.changed(policy_areas=("other",), sectors=("police",), stages=("need",))
    assert gap not in gaps(whole)
    assert gap in gaps(whole.changed(**fields))


def test_a_published_source_needs_a_web_address():
    case = case_study("a", "wall-1")
    assert Gap.SOURCE not in gaps(case)
    assert Gap.SOURCE in gaps(case.changed(source=case.source.changed(url="our website")))
    assert Gap.SOURCE in gaps(case.changed(source=case.source.changed(publisher=" ")))


def test_a_barrier_without_a_word_on_how_it_showed_is_a_gap():
    case = case_study("a", "wall-1")
    bare = case.barriers[0].changed(how=" ")
    assert Gap.HOW in gaps(case.changed(barriers=(bare,)))


@pytest.mark.parametrize(
    ("title", "taken", "id_"),
    [
        ("Telling the school, before 9!", (), "telling-the-school-before-9"),
        ("Café", (), "cafe"),
        ("Café", ("cafe", "cafe-2"), "cafe-3"),
        ("???", (), "case"),
        ("New case", (), "new-case-2"),
    ],
)
def test_an_id_is_made_of_the_title(title, taken, id_):
    assert id_for(title, taken) == id_


@given(st.text(), st.sets(st.text(), max_size=5))
def test_every_title_gives_an_id_that_is_free_and_fits(title, taken):
    id_ = id_for(title, taken)
    assert id_ not in taken
    assert case_study("a").changed(id=id_).id == id_


def test_names_are_pointed_out_but_not_the_first_words_of_sentences():
    case = case_study(
        "a",
        title="Telling a school",
        place="",
        summary="We asked Anna first. Then Sergeant Amin rang. Jo Smith agreed. It was 9 am. PC",
        source={"title": "report", "publisher": "us", "url": ""},
    )
    assert names_in(case) == ("Anna", "Then", "Sergeant", "Amin", "Jo", "Smith")
