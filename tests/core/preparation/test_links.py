"""Which building a SAVE value belongs to: id, then number, then place."""

import pytest
from builders import square
from register_tables import point, prepared

from lyngby_heritage.core.preparation.links import Link

A, B, C = (f"{letter * 8}-0000-4000-8000-000000000000" for letter in "abc")


def joined(save, bbr, **more):
    """For each SAVE row the id of its building, "" for none, and how."""
    result = prepared(save, bbr, **more)
    ids = [row["id"] for row in bbr] + [""]
    return [(ids[one], Link(how)) for one, how in zip(result.links.building.tolist(), result.links.link.tolist())]


def test_an_id_in_capitals_or_braces_is_the_same_id():
    save = [{"id": A.upper(), "save": 4, "wkt": point(900)}, {"id": f"{{{B}}}", "save": 4, "wkt": point(0)}]
    assert joined(save, [{"id": A, "wkt": point(0)}, {"id": B, "wkt": point(5)}]) == [(A, Link.UUID), (B, Link.UUID)]


@pytest.mark.parametrize(
    ("number", "building"),
    [
        ("165-7523344-103", {"bbr_number": "165-7523344-103"}),
        ("165-7523344--103", {"bbr_number": "0165-07523344-0103"}),
        ("165-7523344--103", {"municipality_code": "0165", "property_id": "7523344", "building_number": 103}),
        ("165-7523344-103", {"municipality_code": 165, "esr_number": 7523344.0, "building_number": "103"}),
        # As in Albertslund's files: no municipality, and the BFE number in a link.
        ("165-7523344-103", {"bfe_link": "https://bbr.dk/x/bfe:7523344", "building_number": 103}),
    ],
)
def test_the_bbr_number_joins_where_the_id_does_not(number, building):
    save = [{"id": "1709469", "bbr_number": number, "save": 4, "wkt": point(900)}]
    assert joined(save, [{"id": A, "wkt": point(0), **building}]) == [(A, Link.NUMBER)]


def test_the_id_goes_before_the_number():
    save = [{"id": B, "bbr_number": "165-1-1", "save": 4, "wkt": point(0)}]
    bbr = [{"id": A, "bbr_number": "165-1-1", "wkt": point(0)}, {"id": B, "bbr_number": "165-1-2", "wkt": point(50)}]
    assert joined(save, bbr) == [(B, Link.UUID)]


def test_a_number_that_two_buildings_have_joins_neither():
    bbr = [{"id": one, "bbr_number": "165-1-1", "wkt": point(x)} for one, x in ((A, 0), (B, 100))]
    assert joined([{"bbr_number": "165-1-1", "save": 4, "wkt": point(500)}], bbr) == [("", Link.NOTHING_NEAR)]


def test_a_number_that_fbb_gave_a_building_joins_another_entry_of_it():
    save = [
        {"id": A, "bbr_number": "165-1-1", "save": 4, "wkt": point(0)},
        {"bbr_number": "165-1--1", "save": 4, "wkt": point(0)},
    ]
    assert joined(save, [{"id": A, "wkt": point(0)}, {"id": B, "wkt": point(3)}]) == [(A, Link.UUID), (A, Link.NUMBER)]


@pytest.mark.parametrize(("x", "expected"), [(25.0, (A, Link.DISTANCE)), (25.01, ("", Link.NOTHING_NEAR))])
def test_the_nearest_building_within_the_distance(x, expected):
    assert joined([{"save": 4, "wkt": point(x)}], [{"id": A, "wkt": point(0)}]) == [expected]


def test_distance_is_measured_to_the_footprint():
    save, bbr = [{"save": 4, "wkt": point(40, 5)}], [{"id": A, "wkt": point(5, 5)}]
    assert joined(save, bbr, footprints=[{"id": A, "wkt": square(0, 0, 15)}]) == [(A, Link.DISTANCE)]
    assert joined(save, bbr) == [("", Link.NOTHING_NEAR)]


def test_of_equally_near_buildings_a_main_one_goes_before_a_garage():
    bbr = [{"id": A, "use": 910, "wkt": point(-10)}, {"id": B, "use": 120, "wkt": point(10)}]
    assert joined([{"save": 4, "wkt": point(0)}], bbr) == [(B, Link.DISTANCE)]


def test_a_building_with_its_value_by_a_surer_way_is_not_taken_by_what_lies_near():
    save = [{"id": A, "save": 3, "wkt": point(0)}, {"save": 6, "wkt": point(1)}]
    bbr = [{"id": A, "wkt": point(0)}, {"id": B, "wkt": point(20)}]
    assert joined(save, bbr) == [(A, Link.UUID), (B, Link.DISTANCE)]
    assert joined(save, bbr[:1]) == [(A, Link.UUID), ("", Link.NOTHING_NEAR)]


def test_of_two_rows_that_want_one_building_the_nearer_has_it():
    save = [{"save": 3, "wkt": point(8)}, {"save": 6, "wkt": point(5)}]
    assert joined(save, [{"id": A, "wkt": point(0)}]) == [("", Link.TAKEN), (A, Link.DISTANCE)]


def test_of_two_rows_equally_near_none_has_it():
    save = [{"save": 3, "fbb_id": 1, "wkt": point(5)}, {"save": 6, "fbb_id": 2, "wkt": point(5)}]
    assert joined(save, [{"id": A, "wkt": point(0)}]) == [("", Link.TAKEN)] * 2


def test_unless_they_are_entries_of_the_same_building():
    save = [{"save": 3, "bbr_number": "165-9-1", "wkt": point(5)}] * 2
    assert joined(save, [{"id": A, "wkt": point(0)}]) == [(A, Link.DISTANCE)] * 2


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("Drosselvej 6", "Drosselvej 8, 2970 Hørsholm", ("", Link.OTHER_ADDRESS)),
        ("Drosselvej 6", "Drosselvej 6A, 2970 Hørsholm", (A, Link.DISTANCE)),
        ("Drosselvej 6", "", (A, Link.DISTANCE)),
        ("", "Drosselvej 8", (A, Link.DISTANCE)),
    ],
)
def test_a_neighbour_with_another_house_number_is_not_the_building(ours, theirs, expected):
    save = [{"save": 4, "address": ours, "wkt": point(5)}]
    assert joined(save, [{"id": A, "address": theirs, "wkt": point(0)}]) == [expected]


@pytest.mark.parametrize("fate", [{"life_cycle": 10}, {"life_cycle": "11"}, {"valid_until": "2015-01-15T10:12:52Z"}])
def test_the_value_of_a_building_that_is_gone_is_not_handed_on(fate):
    bbr = [{"id": A, "wkt": point(0), **fate}, {"id": B, "wkt": point(0), "bbr_number": "165-1-1"}]
    save = [{"id": A, "bbr_number": "165-1-1", "save": 2, "wkt": point(0)}]
    assert joined(save, bbr) == [("", Link.GONE)]


def test_a_row_without_geometry_joins_by_id_alone():
    bbr = [{"id": A, "wkt": point(0)}]
    assert joined([{"id": A, "save": 4}, {"save": 4}], bbr) == [(A, Link.UUID), ("", Link.NO_PLACE)]
    assert prepared([{"id": A, "save": 4}], bbr).distance.tolist() != [0.0]


def test_an_id_that_bbr_lacks_but_a_polygon_carries_joins_the_polygon():
    result = prepared(
        [{"id": B, "save": 4, "wkt": point(30)}], [{"id": A, "wkt": point(0)}], [{"id": B, "wkt": square(30)}]
    )
    assert result.links.link.tolist() == [Link.UUID]
    assert result.ids == [A, B]


def test_a_polygon_that_bbr_does_not_know_gets_no_value_for_lying_near():
    save, bbr = [{"save": 4, "wkt": point(31, 1)}], [{"id": A, "wkt": point(0)}]
    result = prepared(save, bbr, [{"id": B, "wkt": square(30)}])
    assert result.links.link.tolist() == [Link.NOTHING_NEAR]
