"""The worked cases through the core."""

import re
from pathlib import Path

import plots as town
import pytest
from plot_ratio_cases import BUILDING_FIELDS, CASES, PLAN_FIELDS, layers

from lyngby_heritage.core.common.data import load


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


METHOD = Path(__file__).parents[3] / "docs" / "metode_bebyggelsesprocent.md"


def test_the_method_s_remark_is_what_the_tool_writes():
    (row,) = run(next(one for one in CASES if one.name == "viborg")).values()
    assert f"> {row['bemaerkning']}\n" in METHOD.read_text(encoding="utf-8")


def test_the_method_s_defaults_and_deductions_are_the_ones_in_use():
    text = METHOD.read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([A-Z_]+)` \| ([0-9,]+) \|", text, re.MULTILINE))
    defaults = load("rules/plot_ratio.json")["defaults"]
    assert {name: float(told[name].replace(",", ".")) for name in defaults} == defaults
    for one in load("rules/plot_ratio.json")["rule_sets"]:
        amounts = one["deduction"]
        (detached,) = set(amounts["uses"].values())
        unknown_for_others = "other_at_least" in amounts
        other = f"{amounts['other']} m²"
        if unknown_for_others:  # the amount is vouched for detached houses only
            other = f"ikke kendt, {amounts['other_at_least']}–{other}"
        semi_detached = other if unknown_for_others else f"{amounts['uses']['132']} m²"
        assert f"`{one['code']}` | {detached} m² | {semi_detached} | {other} |" in text
        detached_only = {"110", "120", "122"}
        assert set(amounts["uses"]) == (detached_only if unknown_for_others else detached_only | {"132", "510"})
