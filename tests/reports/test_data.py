import pytest

from selfassess.core.assessment import Area
from selfassess.core.results import work_out
from selfassess.reports import figures
from selfassess.reports.data import data
from selfassess.reports.options import Options
from tests.core import worlds
from tests.core.test_non_attributable import told
from tests.reports.small import ACTIONS, TODAY, WORDS, small

UPWARDS = Options(attributable=False)


def tables(results=None, **more):
    return data(results or small(actions=ACTIONS), WORDS, TODAY, "1.2", **more)


def test_the_figures_are_those_of_the_other_commands():
    results = small()
    made = tables(results)
    score = figures.score_figures(results)
    for row, figure in zip(made.dimensions, score["dimensions"], strict=True):
        assert (row.dimension, row.value, row.low, row.high) == tuple(
            figure[name] for name in ("id", "value", "low", "high")
        )
    for row, figure in zip(made.topics, score["topics"], strict=True):
        assert (row.topic, list(row.votes), row.agreed) == (
            figure["id"],
            figure["votes"],
            figure["agreed"],
        )
    barriers = {row.barrier: row.strength for row in made.barriers if row.listed_as != "set-aside"}
    assert barriers == {b["id"]: b["strength"] for b in figures.barrier_figures(results, WORDS)}
    cases = {row.case: row.score for row in made.cases}
    assert cases == {c["id"]: c["score"] for c in figures.case_figures(results, WORDS)}


def test_the_parts_of_barriers_and_case_studies_add_up():
    made = tables()
    for barrier in made.barriers:
        parts = sum(row.share for row in made.barrier_reasons if row.barrier == barrier.barrier)
        assert parts == pytest.approx(barrier.strength)
    for case in made.cases:
        parts = sum(row.share for row in made.case_reasons if row.case == case.case)
        assert parts == pytest.approx(case.score)


def test_nations_have_the_code_of_the_office_for_national_statistics():
    about = tables().report
    assert (about.country, about.country_ons) == ("GB-ENG", "E92000001")
    results = small()
    abroad = results.assessment.partnership.changed(country="NL")
    told_abroad = tables(
        work_out(results.assessment.changed(partnership=abroad), results.content)
    ).report
    assert (told_abroad.country, told_abroad.country_ons) == ("NL", None)


def test_the_area_is_told_with_its_code_and_the_name_of_the_place():
    assert (tables().report.area, tables().report.area_name) == (None, "")
    results = small()
    area = Area(code="E08000003", name="Manchester")
    there = results.assessment.partnership.changed(area=area)
    about = tables(work_out(results.assessment.changed(partnership=there), results.content)).report
    assert (about.area, about.area_name) == ("E08000003", "Manchester")


@pytest.mark.parametrize(
    ("date", "told"), [("2026-03-02", "2026-03-02"), ("last spring", None), ("", None)]
)
def test_days_are_written_as_iso_8601_or_not_at_all(date, told):
    results = small(actions=ACTIONS)
    round_ = results.round.changed(date=date)
    made = tables(work_out(results.assessment.changed(rounds=(round_,)), results.content))
    assert made.report.round_date == told
    assert [row.due for row in made.actions] == ["2026-12-24", "soon"]


def test_how_a_partners_people_spread_is_told_from_three_people_on():
    rows = {(row.partner, row.topic): row for row in tables().answers}
    council, police = rows["council", "PU1"], rows["police", "PU1"]
    assert (council.level, council.votes) == (4, (0, 0, 1, 2, 0))
    assert (police.level, police.votes, police.dont_know) == (4, None, None)
    assert rows["council", "EV1"].takes_part is False
    assert ("police", "EV1") not in rows


def test_nobody_is_named_unless_names_are_wanted():
    partner = tables().partners[0]
    assert partner.roles == ("role council-0", "role council-1", "role council-2")
    assert (partner.names, partner.people) == ((), 3)
    assert tables(options=Options(names=True)).partners[0].names == ("Named Person",)


def test_an_anonymous_assessment_says_nothing_by_partner():
    made = tables(small(anonymous=True))
    assert made.answers == ()
    assert [(p.people, p.roles) for p in made.partners] == [(None, ())] * 3
    assert {note.partner for note in made.notes} == {None}
    assert [note.text for note in made.notes if note.topic == "LA1"] == [
        "We have no data.",
        "We wrote it down.",
        "Look at it again.",
    ]


def test_notes_bear_the_name_of_the_partner_and_those_of_the_room_none():
    assert [(n.topic, n.partner, n.text) for n in tables().notes] == [
        ("LA1", "council", "We wrote it down."),
        ("LA1", "council", "We have no data."),
        ("EV1", "council", "We wrote it down."),
        ("EV1", "council", "We have no data."),
        ("LA1", None, "Look at it again."),
    ]


def test_a_copy_to_hand_upwards_withholds_who_said_what():
    made = tables(told(), options=UPWARDS, earlier=told())
    assert made.report.withheld
    assert (made.partners, made.answers, made.notes) == ((), (), ())
    assert {(t.votes, t.dont_know, t.not_applicable) for t in made.topics} == {(None, None, None)}
    assert [t.value for t in made.topics] == [t.value for t in tables(told()).topics]
    assert "Haven" not in repr(made)
    assert "Amin" not in repr(made)


def test_what_moved_is_told_where_there_is_an_earlier_round():
    assert tables().changes == ()
    made = tables(earlier=small())
    assert {row.of for row in made.changes} == {"dimension", "topic"}
    assert {row.earlier_round for row in made.changes} == {"First"}
    known = [row for row in made.changes if row.change is not None]
    assert {row.change for row in known} == {0}


def test_a_barrier_to_find_out_first_is_told_apart():
    results = worlds.results(
        {"PU1": "shared", "PU2": "shared"},
        {"a": {"PU1": "5"}},
        barriers=(worlds.barrier("unsure", "PU2<=3"),),
    )
    assert [row.listed_as for row in tables(results).barriers] == ["find-out"]
