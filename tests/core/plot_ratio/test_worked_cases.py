"""The worked cases through the core."""

import plots as town
import pytest
from plot_ratio_cases import BUILDING_FIELDS, CASES, PLAN_FIELDS, layers


def run(case):
    """The rows of one case by (property, plot number)."""
    parcels, buildings, floors, zone, plan, two = layers([case])
    houses = [{"wkt": wkt, **dict(zip(BUILDING_FIELDS, values))} for wkt, *values in buildings]
    for one in houses:
        one["id"] = one.pop("bygning_id")
    rows = town.plots(
        parcels,
        houses,
        [{"wkt": wkt, **dict(zip(PLAN_FIELDS, values))} for wkt, *values in zone],
        floors=[values for _, *values in floors] or None,
        plan=[{"wkt": wkt, **dict(zip(PLAN_FIELDS, values))} for wkt, *values in plan] or None,
        two=[wkt for wkt, _ in two] or None,
    )
    return {(row["ejendom_id"].removeprefix(f"{case.name}/"), row["grund_nr"]): row for row in rows}


@pytest.mark.parametrize("case", CASES, ids=[one.name for one in CASES])
def test_the_sum_is_the_one_made_by_hand(case):
    if case.two_storeys:
        case = case.__class__(**{**case.__dict__, "expected": without_name(case.expected)})
    rows = run(case)
    assert rows.keys() == case.expected.keys()
    for key, expected in case.expected.items():
        assert {name: rows[key][name] for name in expected} == expected, case.sum
    said = " ".join(row["bemaerkning"] for row in rows.values())
    for words in case.remark:
        assert words in said


def without_name(expected):
    """The builders name no areas of two storeys."""
    return {key: {**row, "etager_kilde": "to-etager-område"} for key, row in expected.items()}
