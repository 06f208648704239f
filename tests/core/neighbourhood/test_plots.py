"""Which parcels make a plot, how large it is, and which building lies on it."""

import numpy as np
import plots as town
import pytest
from plot_ratio_cases import box


def parcel(west, east, number="1a", of="e", area=None, north=20, **more):
    return (box(west, 0, east, north), of, number, area, more)


def house(west, east, id="a", **facts):
    return {"wkt": box(west, 2, east, 12), "id": id, "anvendelse": 120, "etager": 1, **facts}


@pytest.mark.parametrize(("gap", "plots"), [(0.0, 1), (0.4, 1), (0.5, 1), (0.51, 2), (5.0, 2)])
def test_parcels_of_one_property_adjoin_within_half_a_metre(gap, plots):
    rows = town.plots([parcel(0, 30, area=600), parcel(30 + gap, 40 + gap, "1b", area=200)])
    assert len(rows) == plots
    assert rows[0]["grundareal_m2"] == (800.0 if plots == 1 else 600.0)


def test_parcels_of_two_properties_never_make_one_plot():
    rows = town.plots([parcel(0, 30, area=600), parcel(30, 40, "1b", of="f", area=200)])
    assert [(r["ejendom_id"], r["grund_nr"], r["grundareal_m2"]) for r in rows] == [("e", 1, 600.0), ("f", 1, 200.0)]


def test_a_chain_of_parcels_is_one_plot_and_the_largest_group_is_number_one():
    chain = [parcel(60 + 10 * i, 70 + 10 * i, f"2{letter}", area=200) for i, letter in enumerate("dbac")]
    rows = town.plots([parcel(0, 10, "1a", area=300), *chain])
    assert [(r["matrikelnumre"], r["grund_nr"], r["grundareal_m2"]) for r in rows] == [
        ("1a", 2, 300.0),
        ("2d, 2b, 2a, 2c", 1, 800.0),
    ]


def test_parcels_without_a_property_are_each_their_own():
    rows = town.plots([parcel(0, 10, "1a", of=None, area=1), parcel(10, 20, "1b", of="", area=2)])
    assert [(r["ejendom_id"], r["matrikelnumre"]) for r in rows] == [(None, "1a"), (None, "1b")]


def test_a_parcel_without_a_registered_area_counts_with_its_geometry_and_says_so():
    (row,) = town.plots([parcel(0, 30, area=590), parcel(30, 40, "1b")])
    assert (row["grundareal_m2"], row["grundareal_kilde"]) == (790.0, "geometri")
    assert "mangler registreret areal" in row["bemaerkning"]
    (row,) = town.plots([parcel(0, 30, area=590)])
    assert (row["grundareal_m2"], row["grundareal_kilde"]) == (590.0, "registreret")


@pytest.mark.parametrize(("area", "said"), [(600, False), (720, False), (725, True), (475, True), (480, False)])
def test_a_registered_area_far_from_the_drawn_one_is_remarked_on(area, said):
    (row,) = town.plots([parcel(0, 30, area=area)])
    assert ("langt fra hinanden" in row["bemaerkning"]) == said
    assert row["grundareal_m2"] == area


def test_road_area_is_part_of_the_plot():
    (row,) = town.plots([parcel(0, 30, area=600, road=100)])
    assert row["grundareal_m2"] == 600.0
    assert "Vejareal på 100 m² er talt med" in row["bemaerkning"]
    (row,) = town.plots([parcel(0, 30, area=600, road=600)])
    assert "Hele grunden er vejareal" in row["bemaerkning"]


def test_a_common_parcel_is_named():
    (row,) = town.plots([parcel(0, 30, area=600, common=True)])
    assert "Fælleslod" in row["bemaerkning"]


def test_a_common_parcel_or_a_road_is_no_part_of_the_plot_beside_it():
    for more, number in (({"common": True}, "1b"), ({}, "7000a")):
        rows = town.plots([parcel(0, 30, area=600), parcel(30, 40, number, area=200, **more)])
        assert [(r["matrikelnumre"], r["grundareal_m2"]) for r in rows] == [("1a", 600.0), (number, 200.0)]


def test_the_same_parcel_twice_counts_once():
    rows = town.plots([parcel(0, 30, area=600), parcel(0, 30, area=600)], [house(2, 12, samlet_m2=150)])
    assert [(r["grundareal_m2"], r["matrikelnumre"], r["bebyggelsesprocent"]) for r in rows] == [(600.0, "1a", 25.0)]
    assert "talt med én gang" in rows[0]["bemaerkning"]


def test_a_parcel_of_two_surfaces_with_the_area_of_the_whole_on_each_counts_once():
    (row,) = town.plots([parcel(0, 20, area=600), parcel(20, 30, area=600)])
    assert row["grundareal_m2"] == 600.0


def test_two_halves_with_the_area_of_the_half_each_count_both():
    (row,) = town.plots([parcel(0, 15, area=300), parcel(15, 30, area=300)])
    assert row["grundareal_m2"] == 600.0


def test_a_parcel_without_geometry_comes_out_as_unknown():
    rows = town.plots([parcel(0, 30, area=600), (None, "e", "1b", 200)])
    assert [(r["matrikelnumre"], r["status"]) for r in rows] == [("1a", "overholdt"), ("1b", "ukendt")]
    assert "ingen geometri" in rows[1]["bemaerkning"]


def test_a_building_belongs_to_the_plot_that_holds_most_of_it():
    pair = [parcel(0, 20, area=400), parcel(20, 40, "1b", of="f", area=400)]
    rows = town.plots(pair, [house(12, 21, samlet_m2=100)])  # 1 of 9 m to the east is within the tolerance
    assert [r["etageareal_m2"] for r in rows] == [100.0, 0.0]
    rows = town.plots(pair, [house(19, 28, samlet_m2=100)])
    assert [r["etageareal_m2"] for r in rows] == [0.0, 100.0]


def test_most_of_a_building_over_three_parcels_is_added_up_by_plot():
    # 5 + 4 m on the two parcels of e, 6 m on f's.
    parcels = [parcel(0, 10, "1a", area=200), parcel(10, 14, "1b", area=60), parcel(14, 40, "2", of="f", area=500)]
    rows = town.plots(parcels, [house(5, 20, samlet_m2=150)])
    assert [r["etageareal_m2"] for r in rows] == [90.0, 60.0]


def test_a_point_belongs_to_the_plot_that_holds_it():
    point = {"wkt": "POINT (25 5)", "id": "a", "anvendelse": 120, "samlet_m2": 100, "etager": 1}
    rows = town.plots([parcel(0, 20, area=400), parcel(20, 40, "1b", of="f", area=400)], [point])
    assert [r["etageareal_m2"] for r in rows] == [0.0, 100.0]


def test_buildings_on_no_parcel_are_listed():
    from lyngby_heritage.core.plot_ratio.unmatched import unmatched

    outside = {"wkt": box(500, 500, 510, 510), "id": "ude"}
    checked = town.computed([parcel(0, 20, area=400)], [house(2, 12), outside, {"wkt": None, "id": "intet"}])
    listed = unmatched(checked)
    assert (listed.outside, listed.without_geometry) == (["ude"], ["intet"])


def test_overlapping_parcels_under_a_building_are_said():
    rows = town.plots([parcel(0, 30, area=600), parcel(0, 30, "2", of="f", area=600)], [house(2, 12, samlet_m2=100)])
    assert [r["etageareal_m2"] for r in rows] == [100.0, 0.0]
    assert "overlapper en anden grunds" in rows[0]["bemaerkning"]


def test_one_building_of_several_polygons_is_counted_once():
    rows = [house(2, 7, "X", samlet_m2=150), house(7, 12, "x", samlet_m2=150)]
    (row,) = town.plots([parcel(0, 30, area=600)], rows)
    assert row["etageareal_m2"] == 150.0


def test_one_building_of_several_polygons_without_bbr_is_measured_whole():
    rows = [house(2, 7, "x"), house(7, 12, "x")]
    (row,) = town.plots([parcel(0, 30, area=600)], rows)
    assert row["etageareal_m2"] == 100.0


def test_buildings_without_an_id_are_each_their_own():
    rows = [house(2, 7, None, samlet_m2=50), house(7, 12, None, samlet_m2=60)]
    (row,) = town.plots([parcel(0, 30, area=600)], rows)
    assert row["etageareal_m2"] == 110.0


WEST = (box(-50, -50, 20, 50), 1)


def test_land_in_another_zone_than_the_main_building_is_left_out():
    # 2/3 of the 600 m² in the byzone, with the house; the rest is landzone, which the map does not hold.
    (row,) = town.plots([parcel(0, 30, area=600)], [house(2, 12, samlet_m2=100)], zone_map=[WEST])
    assert (row["grundareal_m2"], row["bebyggelsesprocent"]) == (400.0, 25.0)
    assert "600 − 200 m² i en anden zone end hovedbygningen (byzone) = 400 m²" in row["bemaerkning"]
    (row,) = town.plots([parcel(0, 30, area=600)], [house(22, 29, samlet_m2=50)], zone_map=[WEST])
    assert (row["grundareal_m2"], row["bebyggelsesprocent"]) == (200.0, 25.0)


def test_the_largest_main_building_decides_the_zone():
    houses = [house(2, 8, "a", samlet_m2=50), house(22, 30, "b", samlet_m2=50)]
    (row,) = town.plots([parcel(0, 30, area=600)], houses, zone_map=[WEST])
    assert row["grundareal_m2"] == 200.0
    assert "forskellige zoner" in row["bemaerkning"]


@pytest.mark.parametrize("zone_map", [[(box(-50, -50, 90, 50), "Byzone")], [(box(-50, -50, 90, 50), 4)], []])
def test_nothing_is_left_out_in_one_zone_or_in_an_unknown_one(zone_map):
    (row,) = town.plots([parcel(0, 30, area=600)], [house(2, 12, samlet_m2=100)], zone_map=zone_map)
    assert row["grundareal_m2"] == 600.0


def test_without_a_main_building_nothing_is_left_out():
    (row,) = town.plots([parcel(0, 30, area=600)], zone_map=[WEST])
    assert row["grundareal_m2"] == 600.0


def test_large_parcels_of_many_corners_hold_their_buildings():
    angles = np.linspace(0, 2 * np.pi, 200)[:-1]
    ring = ", ".join(f"{50 + 50 * np.cos(a)} {50 + 50 * np.sin(a)}" for a in [*angles, angles[0]])
    rows = town.plots([(f"POLYGON (({ring}))", "e", "1a", 7854)], [house(40, 50, samlet_m2=100)])
    assert rows[0]["etageareal_m2"] == 100.0
