"""Whose a parcel is that a layer lists once for each flat, or once for each owner of common land."""

import numpy as np
import plots as town
import pytest
import shapely
from plot_ratio_cases import box

from lyngby_heritage.core.neighbourhood.holders import find_holders, same_parcels
from lyngby_heritage.core.neighbourhood.properties import group_parcels

BLOCK, NORTH, SOUTH, ROW = box(0, 0, 20, 20), box(0, 20, 20, 40), box(0, -20, 20, 0), box(20, 0, 40, 20)


def held(*rows, field=True):
    """Rows of (wkt, property, number, whether it is marked common)."""
    rows = [(*row, False)[:4] for row in rows]
    shapes = np.array([None if row[0] is None else shapely.from_wkt(row[0]) for row in rows], dtype=object)
    ids = [row[1] for row in rows]
    return find_holders(shapes, ids if field else None, ids, [row[2] for row in rows], np.array([r[3] for r in rows]))


def test_the_flats_of_a_condominium_hold_its_parcels_together():
    rows = [(place, flat, number) for place, number in ((BLOCK, "1a"), (NORTH, "1b")) for flat in ("901", "902", "903")]
    found = held(*rows)
    assert found.same.tolist() == [0, 0, 0, 3, 3, 3]
    assert len(set(found.ids)) == 1  # both parcels are of one property
    assert found.labels == ["901, 902, 903"] * 6
    assert found.listed.tolist() == [3] * 6
    assert not found.common.any()


def test_the_one_that_has_land_of_its_own_is_the_property_and_the_rest_are_its_flats():
    found = held((BLOCK, "901", "1a"), (BLOCK, "100", "1a"), (BLOCK, "902", "1a"), (NORTH, "100", "1b"))
    assert found.ids == ["100"] * 4
    assert found.labels == ["100"] * 4
    assert found.listed.tolist() == [3, 3, 3, 1]


def test_land_of_several_that_have_land_of_their_own_is_common():
    found = held((NORTH, "100", "1a"), (SOUTH, "101", "1b"), (BLOCK, "100", "1c"), (BLOCK, "101", "1c"))
    assert found.common.tolist() == [False, False, True, True]
    assert found.labels[2:] == ["100, 101"] * 2
    assert found.ids[:2] == ["100", "101"]


def test_land_that_is_marked_common_tells_all_its_owners():
    # 101's own parcel lies outside the extract.
    found = held((NORTH, "100", "1a"), (BLOCK, "100", "1c", True), (BLOCK, "101", "1c", True))
    assert found.labels[1:] == ["100, 101"] * 2


def test_a_row_without_a_property_is_of_the_one_that_another_row_names():
    found = held((BLOCK, "", "1a"), (BLOCK, "100", "1a"))
    assert (found.ids, found.listed.tolist()) == (["100", "100"], [1, 1])


def test_without_a_field_of_properties_a_parcel_on_two_rows_is_one_all_the_same():
    found = held((BLOCK, "", ""), (ROW, "", ""), (BLOCK, "", ""), field=False)
    assert found.ids is None
    assert group_parcels(np.empty(3, dtype=object), None, found.same).owner.tolist() == [0, 1, 0]


@pytest.mark.parametrize(
    ("other", "name", "same"),
    [
        (BLOCK, "1a", [0, 0]),
        (BLOCK, "1A", [0, 0]),
        (BLOCK, "", [0, 0]),
        (BLOCK, "1b", [0, 1]),  # drawn alike and named otherwise: an overlap
        ("POLYGON ((20 20, 20 0, 0 0, 0 20, 20 20))", "1a", [0, 0]),  # another first corner, the other way round
        ("POLYGON ((0 0, 20 0, 20 20, 0 0))", "1a", [0, 1]),  # the same box
        (None, "1a", [0, 1]),
    ],
)
def test_what_is_the_same_parcel(other, name, same):
    shapes = np.array([shapely.from_wkt(BLOCK), other and shapely.from_wkt(other)], dtype=object)
    assert same_parcels(shapes, ["1a", name]).tolist() == same


def test_two_parcels_in_one_box_that_are_each_listed_twice_are_two():
    triangles = ["POLYGON ((0 0, 20 0, 20 20, 0 0))", "POLYGON ((0 0, 0 20, 20 20, 0 0))"] * 2
    shapes = np.array([shapely.from_wkt(one) for one in triangles], dtype=object)
    assert same_parcels(shapes, [""] * 4).tolist() == [0, 1, 0, 1]


def test_a_plot_inside_the_hole_of_another_is_its_own():
    hole = "POLYGON ((0 0, 60 0, 60 60, 0 60, 0 0), (20 20, 40 20, 40 40, 20 40, 20 20))"
    rows = town.plots([(hole, "100", "1a", 3200), (box(20, 20, 40, 40), "101", "1b", 400)], [house(22, 32, south=25)])
    assert [(r["ejendom_id"], r["grundareal_m2"], r["boliger"]) for r in rows] == [("100", 3200, 0), ("101", 400, 1)]


# As plots ------------------------------------------------------------------------------------------------------------


def house(west, east, south=2, **facts):
    return {"wkt": box(west, south, east, south + 10), "id": f"{west}/{south}", "anvendelse": 120, "etager": 1, **facts}


def test_a_parcel_that_is_listed_for_each_flat_is_one_plot():
    rows = town.plots([(BLOCK, flat, "1a", 400) for flat in ("901", "902", "903")], [house(2, 12, samlet_m2=1024)])
    assert [(r["ejendom_id"], r["matrikelnumre"], r["grundareal_m2"], r["bebyggelsesprocent"]) for r in rows] == [
        ("901, 902, 903", "1a", 400.0, 256.0)
    ]
    assert "står i laget for 3 ejendomme" in rows[0]["bemaerkning"]


def test_common_land_is_one_across_its_owners_and_joins_no_plot():
    owners = ("100", "101", "102")
    parcels = [(box(30 * i, 0, 30 * i + 30, 20), of, f"1{of}", 600) for i, of in enumerate(owners)]
    parcels += [(box(0, 20, 90, 30), of, "1d", 900, {"common": True}) for of in owners]
    checked = town.computed(parcels, [house(30 * i + 2, 30 * i + 16, samlet_m2=196) for i in range(3)])
    rows = town.rows_of(checked)
    # 196 / 600 = 32.67 %, and not 196 / (600 + 900) = 13.07 %.
    assert [(r["ejendom_id"], r["grund_nr"], r["bebyggelsesprocent"], r["status"]) for r in rows] == [
        *((of, 1, 32.67, "overskredet") for of in owners),
        ("100, 101, 102", 1, 0.0, "ikke_omfattet"),
    ]
    assert "ikke fordelt" in rows[3]["bemaerkning"]


def test_common_land_without_a_mark_is_found_by_its_owners():
    own = [(box(30 * i, 0, 30 * i + 30, 20), of, f"1{of}", 600) for i, of in enumerate(("100", "101"))]
    rows = town.plots([*own, *((box(0, 20, 60, 30), of, "1d", 600) for of in ("100", "101"))])
    assert [(r["grundareal_m2"], r["status"]) for r in rows] == [(600, "overholdt")] * 2 + [(600, "ikke_omfattet")]


ROADS = [
    ({}, "7000a", "Vejareal"),
    ({}, "7000", "Vejareal"),
    ({"road": 600}, "1b", "Hele grunden er vejareal"),
]


@pytest.mark.parametrize(("more", "number", "said"), ROADS)
def test_a_road_is_no_plot_that_complies(more, number, said):
    (row,) = town.plots([(box(0, 0, 30, 20), "e", number, 600, more)])
    assert (row["status"], row["tilladt_procent"], row["restareal_m2"]) == ("ikke_omfattet", None, None)
    assert said in row["bemaerkning"]


def test_a_house_on_land_that_is_registered_as_road_alone_is_judged():
    (row,) = town.plots([(box(0, 0, 30, 20), "e", "1b", 600, {"road": 600})], [house(2, 12, samlet_m2=200)])
    assert row["status"] == "overskredet"


def test_the_road_area_of_a_property_with_other_land_is_part_of_its_plot():
    parcels = [(box(0, 0, 30, 20), "e", "1a", 600), (box(30, 0, 40, 20), "e", "1b", 200, {"road": 200})]
    assert [r["grundareal_m2"] for r in town.plots(parcels)] == [800.0]


@pytest.mark.parametrize(
    ("number", "more", "why"),
    [("7000a", {}, "et vejareal"), ("1d", {"common": True}, "en fælleslod")],
)
def test_a_building_on_a_road_or_on_common_land_counts_nowhere_and_is_listed(number, more, why):
    from lyngby_heritage.core.plot_ratio.unmatched import unmatched

    checked = town.computed([(box(0, 0, 30, 20), "e", number, 600, more)], [house(2, 12, samlet_m2=200)])
    assert "1 hovedbygning her tæller ikke med" in town.rows_of(checked)[0]["bemaerkning"]
    assert [why in reason for reason in unmatched(checked).reasons] == [True]


def test_a_limit_for_an_area_counts_the_common_land_and_not_the_road():
    # 150 of 600 + 300 m²; the road's 500 m² are no plot's and nobody's open space.
    parcels = [
        (box(0, 0, 30, 20), "e", "1a", 600),
        (box(30, 0, 45, 20), "f", "1b", 300, {"common": True}),
        (box(45, 0, 70, 20), "g", "7000", 500),
    ]
    zone = [{"wkt": box(-10, -10, 100, 50), "anvspec1": 1110, "bebygpct": 30, "bebygpctaf": 1}]
    from lyngby_heritage.core.plot_ratio.rows import area_rows

    _, columns = area_rows(town.computed(parcels, [house(2, 12, samlet_m2=150)], zone=zone))
    assert (columns["grunde"], columns["grundareal_m2"]) == ([1], [900.0])
    assert "1 grund og 300 m² fælleslod" in columns["bemaerkning"][0]
