"""Plans where nobody builds: 0 % in a green wedge is no mistake, and elsewhere it is."""

import pytest
from layers_of import at, found, layer


def told(role="PLANS", **values):
    plan = {"planid": 1, "plannr": "1", "plannavn": "Den grønne kile", "komnr": 173, "wkt": at(0), **values}
    return [one.rule for one in found(layer(role, plan)) if one.rule.startswith("graense_")]


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ({"anvgen": 51, "bebygpct": 0}, ["graense_nul"]),
        ({"anvgen": "51", "bebygpct": "0"}, ["graense_nul"]),
        ({"anvgen": 91, "maxetager": 0}, ["graense_nul"]),
        # Homes, and a use that nobody states: 0 is what an empty field became.
        ({"anvgen": 11, "bebygpct": 0}, ["graense_umulig"]),
        ({"anvgen": None, "bebygpct": 0}, ["graense_umulig"]),
        ({"bebygpct": 0}, ["graense_umulig"]),
        # Recreational as a whole, but with åben-lav among its uses.
        ({"anvgen": 51, "anvspec1": 1110, "bebygpct": 0}, ["graense_umulig"]),
        # Less than nothing can be meant nowhere.
        ({"anvgen": 51, "bebygpct": -5}, ["graense_umulig"]),
        ({"anvgen": 51, "bebygpct": 5}, []),
    ],
)
def test_0_is_meant_where_nobody_builds(plan, expected):
    assert told(**plan) == expected


def test_of_the_frames_those_count_that_the_plot_ratio_is_computed_in():
    wedge = {"anvgen": 51, "anvspec1": 5110, "bebygpct": 0}
    assert told("ZONES", **wedge) == ["graense_nul"]
    assert told("ZONES", anvgen=71, anvspec1=7100, bebygpct=0) == []
    assert told("ZONES", anvgen=11, anvspec1=1110, bebygpct=0) == ["graense_umulig"]
