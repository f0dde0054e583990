from selfassess.core.peers import PeerComparison, PeerLine, PeerSpread, Stands
from selfassess.core.portfolio import By
from selfassess.reports.peer_lines import peer_figures, peer_lines
from tests.reports.small import WORDS, example

SPREAD = PeerSpread(lower=2.0, middle=2.5, upper=3.0)
CONTENT = example({})[1]


def beside(by, code, *lines):
    return PeerComparison(by, code, 7, lines)


def test_each_group_is_named_with_how_many_places_it_has():
    found = (
        beside(None, "", PeerLine("purpose", 1.5, SPREAD, Stands.BELOW)),
        beside(By.STEP, "Review", PeerLine("legal", 2.5, SPREAD, Stands.WITHIN)),
        beside(By.POLICY_AREA, "early-years", PeerLine("culture", 4.0, SPREAD, Stands.ABOVE)),
    )
    assert list(peer_lines(found, CONTENT, WORDS))[:-1] == [
        "Beside all 7 places",
        "  Purpose: 1.5, below the middle half, 2.0 to 3.0",
        "",
        "Beside 7 places at the same step, Review",
        "  Legal: 2.5, in the middle half, 2.0 to 3.0",
        "",
        "Beside 7 places in the same policy area, Early years",
        "  Culture: 4.0, above the middle half, 2.0 to 3.0",
        "",
    ]
    assert [one["by"] for one in peer_figures(found)] == ["all", "step", "policy-area"]


def test_too_few_places_are_said_to_be_so():
    assert list(peer_lines((), CONTENT, WORDS)) == [
        "There are too few places like yours in this file to set you beside them."
    ]
