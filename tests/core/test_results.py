from dataclasses import replace

import pytest

from selfassess.core import edits
from selfassess.core.assessment import OrganisationLevel
from selfassess.core.results import NoSuchRoundError, round_before, round_named, work_out
from tests.core.worlds import barrier, module, results, world

TOPICS = {"PU1": "shared", "PU2": "shared", "PU3": "each", "LE1": "one"}
SAID = {
    "council": {"PU1": "4 3", "PU2": "2", "PU3": "5"},
    "police": {"PU1": "2", "PU2": "dk", "LE1": "na"},
}


def test_topics_dimensions_and_organisations_are_found_by_id():
    found = results(TOPICS, SAID)
    assert found.topic("PU1").id == "PU1"
    assert found.dimension("leadership").id == "leadership"
    assert found.organisation("police").name == "Police"
    assert (found.topic("EV1"), found.dimension("x"), found.organisation("x")) == (None,) * 3


def test_every_dimension_is_there_in_walk_order():
    assert [d.id for d in results(TOPICS, {"council": {}}).dimensions] == ["purpose", "leadership"]


def test_where_organisations_stand_is_kept_with_an_agreed_level():
    found = results(TOPICS, SAID)
    assert found.standing("PU1") == (
        OrganisationLevel(organisation="council", level=3.5),
        OrganisationLevel(organisation="police", level=2),
    )
    assert found.standing("EV1") == ()


def test_answers_changed_since_only_when_an_organisation_has_moved():
    assessment, content = world(TOPICS, SAID)
    before = work_out(assessment, content)
    settled = edits.agree(assessment, "PU1", 3, before.standing("PU1"))
    assert not work_out(settled, content).topic("PU1").answers_changed
    same = edits.say(settled, "council-0", "PU2", 5)
    assert not work_out(same, content).topic("PU1").answers_changed
    moved = work_out(edits.say(settled, "police-0", "PU1", 5), content).topic("PU1")
    assert moved.answers_changed
    assert moved.value == 3


def test_the_value_of_an_organisation_is_the_mean_of_its_levels_in_a_dimension():
    extra = module("extra", ("other",), {"XX1": ("purpose", "shared")})
    found = results(TOPICS, SAID | {"nhs": {"XX1": "1"}}, modules=(extra,))
    assert found.organisation_value("council", "purpose") == 3.5
    assert found.organisation_value("police", "purpose") == 2
    assert found.organisation_value("police", "leadership") is None
    assert found.organisation_value("nhs", "purpose") is None


def test_results_speak_of_the_latest_round_unless_another_is_named():
    assessment, content = world(TOPICS, SAID)
    assessment = edits.begin_round(assessment, "Second")
    assert work_out(assessment, content).topic("PU1").value is None
    assert work_out(assessment, content, "First").topic("PU1").value == 2.75
    assert round_named(assessment, None).name == "Second"
    assert round_named(assessment, "Second").name == "Second"


def test_a_round_that_is_not_there_is_refused_by_name():
    assessment, content = world(TOPICS, SAID)
    with pytest.raises(NoSuchRoundError, match="Third"):
        work_out(assessment, content, "Third")


def test_barriers_of_modules_are_raised_in_rounds_that_have_the_module():
    extra = module("extra", ("other",), {"XX1": ("purpose", "shared")})
    assessment, content = world(TOPICS, {"council": {"XX1": "1"}}, modules=(extra,))
    content = replace(content, module_barriers={"extra": (barrier("of-extra", "XX1<=2"),)})
    assert [d.barrier.id for d in work_out(assessment, content).barriers] == ["of-extra"]
    without = edits.use_modules(assessment, ())
    assert work_out(without, content).barriers == ()


def test_alpha_is_of_the_organisations_levels_on_shared_topics_only():
    said = {
        "council": {"PU1": "2", "PU2": "4", "PU3": "1"},
        "police": {"PU1": "2", "PU2": "4", "PU3": "5"},
    }
    assert results(TOPICS, said).alpha == 1
    assert results(TOPICS, {"council": {"PU1": "2"}}).alpha is None


def test_a_round_without_organisations_has_results_too():
    found = results(TOPICS, {})
    assert [(t.value, t.low, t.high) for t in found.topics] == [(None, 1, 5)] * 4
    assert not found.readiness.enough


def test_the_round_before_is_there_only_where_the_same_questionnaire_was_asked():
    assessment, content = world(TOPICS, SAID)
    first = work_out(assessment, content)
    assert round_before(first) is None
    again = edits.begin_round(assessment, "Second")
    before = round_before(work_out(again, content))
    assert before is not None
    assert before.round.name == "First"
    earlier, latest = again.rounds
    other = replace(latest.questionnaire, version="9.0.0")
    changed = again.changed(rounds=(earlier, latest.changed(questionnaire=other)))
    assert round_before(work_out(changed, content)) is None
