"""The sheet of a delivery: which steps it has, by how far the plan is, and what it says of each field."""

from datetime import date

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.delivery.plandata_area import PartAsked, delivered_areas
from lyngby_heritage.core.delivery.plandata_fields import PARTS, PLAN, record, status_of
from lyngby_heritage.core.delivery.plandata_sheet import (
    TEMPLATE,
    Delivery,
    field_rows,
    field_tables,
    sheet_context,
    steps_told,
)
from lyngby_heritage.core.report.page import render_page

WEST = shapely.box(719_000, 6_188_000, 719_010, 6_188_010)
EAST = shapely.box(719_010, 6_188_000, 719_030, 6_188_010)


def delivery(state=0, adopted=None, planid=None, parts=2, names="AB"):
    asked = [
        PartAsked(name, f"Gruppe {name}", np.array([area], dtype=object), 1) for name, area in zip(names, (WEST, EAST))
    ]
    areas = delivered_areas(shapely.union(WEST, EAST), asked[:parts], "planomraade")
    status = status_of(state, ["adopted"] if adopted else [])
    facts = {"planid": planid, "plannr": "7", "plannavn": "Åens huse", "status": status.code, "adopted": adopted}
    return Delivery(
        heading="Lokalplan 7: Åens huse",
        state="Udkast.",
        status=status,
        planid=planid,
        municipality=None,
        plan=record(PLAN, facts),
        parts=[record(PARTS, {**facts, "delnr": one.number}) for one in areas.parts],
        areas=areas,
        boundary=None,
        checked=[],
        lacking=[],
        unplaced="",
        source="Data: opdigtede",
    )


ALWAYS = {"Hold udkastet op mod skabelonen", "Log ind på indberet.plandata.dk", "Vedhæft planens dokumenter"}
ALWAYS |= {"Udfyld det, der mangler", "Kontrollér planen på kortet"}
UPLOAD, KEY, PARTS_TOO = "Upload planens område", "Giv delområderne planens planid", "Upload delområderne"


@pytest.mark.parametrize(
    ("given", "more"),
    [
        ({}, {UPLOAD, KEY, PARTS_TOO, "Gem kladden"}),
        ({"parts": 0}, {UPLOAD, "Gem kladden"}),
        ({"state": 1}, {UPLOAD, KEY, PARTS_TOO, "Offentliggør forslaget"}),
        ({"state": 1, "planid": 42}, {"Opdater planens område", PARTS_TOO, "Offentliggør forslaget"}),
        (
            {"state": 2, "adopted": date(2027, 4, 19)},
            {"Find planens planid", UPLOAD, PARTS_TOO, "Offentliggør planen"},
        ),
        ({"state": 2, "parts": 0}, {"Find planens planid", UPLOAD, "Gem kladden"}),
        ({"state": 2, "planid": 42}, {"Opdater planens område", PARTS_TOO, "Gem kladden"}),
    ],
)
def test_the_steps_are_those_of_the_plan_as_far_as_it_is(given, more):
    assert {one["title"] for one in steps_told(delivery(**given))} == ALWAYS | more


def test_a_step_names_the_plan_that_is_updated():
    (step,) = [one for one in steps_told(delivery(planid=42)) if one["title"] == "Opdater planens område"]
    assert step["text"].startswith("Find planen med planid 42, og se efter, at det er Lokalplan 7: Åens huse.")


def test_each_field_says_its_value_or_why_it_is_empty():
    rows = {one["key"]: one for one in field_rows(PARTS, delivery().parts)}
    told = {key: rows[key]["value"] for key in ("lp_plannr", "lokplan_id", "zone", "izonereg", "delnr")}
    assert told == {
        "lp_plannr": "7",
        "lokplan_id": "tom, måske påkrævet",
        "zone": "tom, som reglen kræver",
        "izonereg": "true",
        "delnr": "se listen over delområder",
    }
    assert rows["lp_plannavn"]["column"] == "lp_plannav"


def test_parts_that_touch_are_fewer_in_the_plan_and_the_page_says_so():
    """Two delområder beside each other are one part of the plan; one alone is as many as the plan's."""
    assert sheet_context(delivery(), "i dag")["merged"]
    assert not sheet_context(delivery(parts=1), "i dag")["merged"]


def test_the_page_counts_what_is_delivered():
    """100 and 200 m². Of the plan eleven fields are empty, of which no rule asks it, and five of its delområder."""
    made = delivery()
    shown = sheet_context(made, "i dag")
    assert (shown["hectares"], shown["pieces"], shown["rest"]) == ("0,03", "1", "")
    assert [(one["number"], one["hectares"], one["buildings"]) for one in shown["parts"]] == [
        ("A", "0,01", "1"),
        ("B", "0,02", "1"),
    ]
    assert shown["empty"] == sum(one["empty"] for one in (*shown["plan_rows"], *shown["part_rows"])) == 16
    assert [one.title for one in field_tables(made)] == ["Lokalplan", "Lokalplandelområde", "Delområder"]


@pytest.mark.parametrize(
    ("given", "asked"), [({"names": ("A", "K1")}, True), ({"names": ("A", "B")}, False), ({"parts": 0}, False)]
)
def test_the_page_asks_whether_the_parcels_of_environments_stand_in_the_provisions(given, asked):
    """The plan's area on the map has the environments, the provisions' § 2 only the parcels of designated buildings."""
    page = render_page(TEMPLATE, sheet_context(delivery(**given), "i dag"))
    assert ("Står deres jordstykker ikke i bestemmelsernes § 2, er området større end planen" in page) == asked
