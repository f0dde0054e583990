from selfassess.core.comparison import compare
from selfassess.reports.figures import comparison_figures
from tests.core.worlds import results


def test_a_comparison_tells_each_occasion_and_each_change_in_figures():
    earlier = results({"PU1": "shared", "PU2": "shared"}, {"council": {"PU1": "2", "PU2": "3"}})
    later = results({"PU1": "shared", "PU3": "shared"}, {"council": {"PU1": "4"}, "police": {}})
    told = comparison_figures(compare(earlier, later))
    assert told["earlier"]["answered_by"] == told["later"]["answered_by"] == ["Council"]
    assert told["earlier"]["round"] == "First"
    assert (told["new"], told["withdrawn"]) == (["PU3"], ["PU2"])
    (changed,) = told["topics"]
    assert {key: changed[key] for key in ("id", "before", "after", "move")} == {
        "id": "PU1",
        "before": 2,
        "after": 4,
        "move": "up",
    }
    assert [dimension["id"] for dimension in told["dimensions"]] == ["purpose"]
