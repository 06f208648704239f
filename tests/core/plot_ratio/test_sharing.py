"""A building over several properties: what each plot has of it. Houses are 10 m deep: 1 m of length is 10 m²."""

import numpy as np
import plots as town
import pytest
from plot_ratio_cases import box

from lyngby_heritage.core.plot_ratio.sharing import Parts, whole_numbers


def parcel(west, east, of, area=400, number=None, **more):
    return (box(west, 0, east, 20), of, number or f"1{of}", area, more)


def house(west, east, use=120, **facts):
    facts = {"etager": 1, "samlet_m2": 100, **facts}
    return {"wkt": box(west, 2, east, 12), "id": "h", "anvendelse": use, **facts}


PAIR = [parcel(0, 20, "e"), parcel(20, 40, "f")]

# The house from (m), to (m), its area in BBR (m²), and what each plot has of it.
TABLE = [
    (8, 28, 200, [120, 80]),  # 12 and 8 of 20 m
    (9.2, 29.2, 200, [108, 92]),
    (10, 30, 100, [50, 50]),
    (3, 23, 100, [85, 15]),  # 30 m² of 200 m² are 15 %: just beyond the tolerance
    (2.9, 22.9, 100, [100, 0]),
    (16, 20.9, 100, [100, 0]),  # 9 of 49 m²: less than 10 m²
    (16, 21, 100, [80, 20]),  # 10 of 50 m²
    (25, 35, 100, [0, 100]),
]


@pytest.mark.parametrize(("west", "east", "area", "expected"), TABLE)
def test_a_building_over_two_properties_is_shared_by_its_footprint(west, east, area, expected):
    rows = town.plots(PAIR, [house(west, east, samlet_m2=area)])
    assert [r["etageareal_m2"] for r in rows] == pytest.approx(expected)
    shared = 0 not in expected
    assert ["ligger på flere ejendomme" in r["bemaerkning"] for r in rows] == [shared, shared]


def test_each_remark_says_how_much_of_it_the_plot_has():
    west, east = town.plots(PAIR, [house(8, 28, samlet_m2=200)])
    assert "60 % af den er regnet med her" in west["bemaerkning"]
    assert "40 % af den er regnet med her" in east["bemaerkning"]


@pytest.mark.parametrize("houses", [6, 8, 12])
def test_a_row_of_houses_that_is_one_building_has_its_share_on_each_property(houses):
    # Each is 60 of the row's m², which of twelve is 8 %: that all the others hold the rest makes it one over several.
    parcels = [parcel(6 * i, 6 * i + 6, f"e{i}", area=200) for i in range(houses)]
    rows = town.plots(parcels, [house(0, 6 * houses, 131, samlet_m2=100 * houses, boliger=houses)])
    assert [(r["etageareal_m2"], r["boliger"], r["bebyggelsesprocent"]) for r in rows] == [(100, 1, 50)] * houses


def test_storeys_are_those_of_the_building_on_every_plot():
    rows = town.plots(PAIR, [house(8, 28, etager=2, samlet_m2=400)])
    assert [(r["etager"], r["status_etager"]) for r in rows] == [(2, "overskredet")] * 2


def test_a_garage_over_the_boundary_is_shared_too():
    # 24 + 16 m² of 40; each plot has a house, and 50 m² of deduction take it all.
    houses = [{**house(0, 5), "id": "a"}, {**house(30, 35), "id": "b"}]
    rows = town.plots(PAIR, [*houses, {**house(17.6, 21.6, 910, bebygget_m2=40, samlet_m2=None), "id": "c"}])
    assert [(r["sekundaer_m2"], r["fradrag_m2"]) for r in rows] == [(24, 24), (16, 16)]


def test_what_is_measured_on_the_map_is_shared_alike():
    rows = town.plots(PAIR, [house(8, 28, samlet_m2=None, etager=None)])
    assert [(r["etageareal_m2"], r["etageareal_kilde"]) for r in rows] == [(120, "fodaftryk"), (80, "fodaftryk")]


def test_two_parcels_of_one_property_share_nothing():
    (row,) = town.plots([parcel(0, 20, "e"), parcel(20, 40, "e", number="1b")], [house(8, 28)])
    assert row["etageareal_m2"] == 100
    assert "flere ejendomme" not in row["bemaerkning"]


@pytest.mark.parametrize(("number", "more"), [("7000a", {}), ("1x", {"common": True})])
def test_a_house_that_reaches_over_a_road_or_common_land_is_all_on_its_plot(number, more):
    rows = town.plots([PAIR[0], parcel(20, 40, "f", number=number, **more)], [house(8, 28)])
    assert [r["etageareal_m2"] for r in rows] == [100, 0]
    # And one that stands for the most part on them is all there.
    rows = town.plots([PAIR[0], parcel(20, 40, "f", number=number, **more)], [house(14, 34)])
    assert [r["etageareal_m2"] for r in rows] == [0, 100]


@pytest.mark.parametrize("east", [parcel(0, 20, "f", number="2"), parcel(5, 40, "f", number="2")])
def test_parcels_that_overlap_share_nothing(east):
    # Whole on both; or 12 and 15 of 20 m, which is more than there is.
    rows = town.plots([PAIR[0], east], [house(8, 18) if east[0] == PAIR[0][0] else house(8, 28)])
    assert sorted(r["etageareal_m2"] for r in rows) == [0, 100]


def test_a_point_is_on_one_plot():
    point = {"wkt": "POINT (20 5)", "id": "p", "anvendelse": 120, "samlet_m2": 100, "etager": 1}
    assert [r["etageareal_m2"] for r in town.plots(PAIR, [point])] == [100, 0]


def test_what_lies_on_no_parcel_is_shared_with_the_rest():
    # 10 m on e, 5 m on f, and 5 m on nothing.
    rows = town.plots([PAIR[0], parcel(25, 40, "f")], [house(10, 30, samlet_m2=300)])
    assert [r["etageareal_m2"] for r in rows] == [200, 100]


def test_a_limit_for_each_parcel_takes_the_share_of_that_parcel():
    zone = [{"wkt": box(-50, -50, 90, 50), "anvspec1": 1110, "bygpct1": 30, "bygpcth1": 4}]
    parcels = [parcel(0, 20, "e"), parcel(20, 30, "f", area=200), parcel(30, 40, "f", area=200, number="2")]
    rows = town.plots(parcels, [house(10, 30, samlet_m2=200)], zone=zone)
    # f's half of it stands on its first parcel: 100 / 200 m².
    assert [r["bebyggelsesprocent"] for r in rows] == [25, 50]


@pytest.mark.parametrize(
    ("dwellings", "shares", "expected"),
    [
        (2, [0.52, 0.48], [1, 1]),
        (1, [0.6, 0.4], [1, 0]),
        (1, [0.5, 0.5], [1, 0]),
        (3, [0.5, 0.5], [2, 1]),
        (6, [1 / 6] * 6, [1] * 6),
        (0, [0.5, 0.5], [0, 0]),
    ],
)
def test_dwellings_are_whole_and_none_is_lost(dwellings, shares, expected):
    at = np.arange(len(shares))
    parts = Parts(np.zeros(len(shares), dtype=np.intp), at, at, np.array(shares))
    assert whole_numbers(np.array([dwellings], dtype=float), parts).tolist() == expected
