from datetime import date

import pytest

from selfassess.core.codes import ActionStatus
from selfassess.core.comparison import Move, compare
from selfassess.core.plan import is_overdue
from selfassess.core.results import work_out
from selfassess.files.example import example
from tests.shipped import shipped

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def content():
    return shipped()


@pytest.fixture(scope="module")
def shown(content):
    return example(content, TODAY)


def test_the_example_says_that_it_is_made_up(shown):
    assert shown.fictional
    assert "made-up" in shown.partnership.name


def test_the_example_has_two_rounds_in_which_some_dimensions_moved_each_way(shown, content):
    earlier, latest = shown.rounds
    assert latest.date == TODAY.isoformat()
    assert earlier.date < latest.date
    assert len(earlier.organisations) == len(latest.organisations) - 1
    compared = compare(work_out(shown, content, earlier.name), work_out(shown, content))
    assert {Move.UP, Move.DOWN, Move.SAME} <= {d.move for d in compared.dimensions}


def test_the_example_has_a_plan_that_shows_every_status(shown, content):
    assert {action.status for action in shown.actions} == set(ActionStatus)
    assert any(is_overdue(action, TODAY) for action in shown.actions)
    assert any(not action.owner for action in shown.actions)
    topics = {t.id for d in content.questionnaire.dimensions for t in d.topics}
    topics |= {t.id for module in content.modules for t in module.topics}
    for action in shown.actions:
        assert content.barrier(action.barrier)
        assert action.topic in topics
        assert not action.case or content.case(action.case)
