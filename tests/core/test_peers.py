import pytest

from selfassess.core.peers import ENOUGH_PEERS, PeerFile, Stands, beside_peers
from selfassess.core.portfolio import By
from tests.core.returned import dimension, returned

SPREAD = {"lower": 2.0, "middle": 2.5, "upper": 3.0}


def group(by="all", code="", places=ENOUGH_PEERS, **dimensions):
    return {"by": by, "group": code, "places": places, "dimensions": dimensions}


def given(*groups):
    return PeerFile.model_validate({"places": 9, "groups": groups})


def own(value=2.5, **fields):
    return returned(round_={"dimensions": (dimension("purpose", value),)}, **fields)


@pytest.mark.parametrize(
    ("value", "stands"),
    [
        (1.9, Stands.BELOW),
        (2.0, Stands.WITHIN),
        (3.0, Stands.WITHIN),
        (3.1, Stands.ABOVE),
    ],
)
def test_a_value_stands_below_within_or_above_the_middle_half(value, stands):
    (found,) = beside_peers(own(value), given(group(purpose=SPREAD)))
    assert [(line.dimension, line.stands) for line in found.lines] == [("purpose", stands)]


def test_only_groups_that_a_partnership_belongs_to_are_set_beside_it():
    groups = (
        group(),
        group("step", "Vision"),
        group("step", "Review"),
        group("policy-area", "domestic-abuse"),
        group("policy-area", "early-years"),
        group("country", "GB-ENG"),
        group("nonsense", "Vision"),
    )
    found = beside_peers(own(), given(*groups))
    assert [(one.by, one.group) for one in found] == [
        (None, ""),
        (By.STEP, "Vision"),
        (By.POLICY_AREA, "domestic-abuse"),
    ]


def test_a_group_in_which_the_reader_could_see_the_two_others_is_left_out():
    assert beside_peers(own(), given(group(places=ENOUGH_PEERS - 1, purpose=SPREAD))) == ()
    assert beside_peers(own(), given(group(places=None, purpose=SPREAD))) == ()


def test_a_dimension_that_one_has_no_value_of_is_left_out():
    assert beside_peers(own(), given(group(purpose=None)))[0].lines == ()
    assert beside_peers(own(None), given(group(purpose=SPREAD)))[0].lines == ()
    assert beside_peers(own(), given(group(legal=SPREAD)))[0].lines == ()
