"""The library has something for every dimension, module and kind of ending."""

import pytest

from selfassess.core.codes import DIMENSIONS, NATIONAL, Failure
from selfassess.core.results import work_out
from tests.content.parts import Room

ENOUGH = 5


@pytest.mark.parametrize("code", [*DIMENSIONS, NATIONAL])
def test_each_dimension_has_enough_cases(content, code):
    met = [case.id for case in content.cases if any(part.code == code for part in case.barriers)]
    assert len(met) >= ENOUGH


def test_each_module_has_enough_cases(content):
    for module in content.modules:
        fit = [case for case in content.cases if set(case.policy_areas) & set(module.policy_areas)]
        assert len(fit) >= ENOUGH, module.id


def test_each_barrier_of_the_catalogue_is_met_in_some_case(content, barriers):
    met = {id_ for case in content.cases for part in case.barriers for id_ in part.catalogue}
    named = {barrier.id for barrier, _modules in barriers if barrier.cases}
    assert [b.id for b, _modules in barriers if b.id not in met | named] == []


def test_there_are_over_a_hundred_cases_and_failures_among_them(content):
    assert len(content.cases) > 100
    assert {case.failure for case in content.cases} == set(Failure)


def test_every_case_has_a_source_and_says_how_much_of_it_was_read(content):
    for case in content.cases:
        assert case.source.url.startswith("http"), case.id
        assert case.source.publisher, case.id
        assert case.lessons or case.take, case.id


def test_a_partnership_that_stands_low_everywhere_is_shown_cases(content):
    results = work_out(Room(content).answered({}, otherwise=1), content)
    assert len(results.cases.ranked) >= ENOUGH
