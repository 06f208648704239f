"""Floor area, secondary buildings and storeys, from what BBR knows and does not know."""

import plots as town
import pytest
from plot_ratio_cases import box

PARCEL = [(box(0, 0, 50, 20), "e", "1a", 1000)]


def row(*houses, floors=None, **chosen):
    (found,) = town.plots(PARCEL, houses, floors=floors, **chosen)
    return found


def house(id="a", west=2, **facts):
    return {"wkt": box(west, 2, west + 10, 12), "id": id, "anvendelse": 120, "etager": 1, **facts}


def floor_area(found):
    return found["etageareal_m2"], found["etageareal_kilde"]


def test_storey_rows_come_before_the_building_s_own_figures():
    facts = {"samlet_m2": 100, "tagetage_m2": 99, "kaelder_m2": 99, "kaelder_dyb_m2": 0}
    floors = [("a", "01", 1, 40, 30, None), ("a", "kl", 2, 50, None, 30), ("a", "st", 0, 100, None, None)]
    assert floor_area(row(house(**facts), floors=floors)) == (160.0, "bbr")  # 100 + 40 + (50 − 30)


def test_rows_that_do_not_say_leave_it_to_the_building():
    facts = {"samlet_m2": 100, "tagetage_m2": 30, "kaelder_m2": 50, "kaelder_dyb_m2": 50}
    floors = [("a", "01", 1, None, None, None), ("a", "st", 0, 100, None, None)]
    assert floor_area(row(house(**facts), floors=floors)) == (130.0, "bbr")


def test_the_used_part_stands_in_for_the_area_of_a_roof_storey():
    assert floor_area(row(house(samlet_m2=100), floors=[("A", "01", 1, None, 35, None)]))[0] == 135.0


def test_several_roof_storeys_are_added_and_count_as_half_a_storey():
    found = row(house(samlet_m2=100), floors=[("a", "01", 1, 40, None, None), ("a", "02", 1, 20, None, None)])
    assert (found["etageareal_m2"], found["etager"]) == (160.0, 1.5)


def test_a_storey_named_kl_is_a_basement_whatever_its_kind():
    assert floor_area(row(house(samlet_m2=100), floors=[("a", "kl", None, 40, None, 10)]))[0] == 130.0


def test_a_basement_is_never_less_than_nothing():
    assert floor_area(row(house(samlet_m2=100), floors=[("a", "kl", 2, 40, None, 60)]))[0] == 100.0
    assert floor_area(row(house(samlet_m2=100, kaelder_m2=40, kaelder_dyb_m2=60)))[0] == 100.0


def test_a_basement_of_unknown_depth_counts_and_decides_nothing():
    found = row(house(samlet_m2=280), floors=[("a", "kl", 2, 40, None, None)])
    # 320 / 1000 is over, 280 / 1000 is not; 2 storeys are over, 1 is not.
    assert (found["etageareal_m2"], found["etager"]) == (320.0, 2.0)
    assert (found["status_procent"], found["status_etager"]) == ("ukendt", "ukendt")
    assert "40 m² kælder er talt med, fordi det ikke er oplyst" in found["bemaerkning"]
    assert row(house(samlet_m2=310), floors=[("a", "kl", 2, 40, None, None)])["status_procent"] == "overskredet"
    assert row(house(samlet_m2=200), floors=[("a", "kl", 2, 40, None, 0)])["status_etager"] == "overskredet"


def test_a_built_in_garage_is_never_more_than_the_house():
    found = row(house(samlet_m2=30, indbygget_m2=40))
    assert (found["etageareal_m2"], found["sekundaer_m2"], found["fradrag_m2"]) == (0.0, 40.0, 40.0)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"samlet_m2": 120, "bebygget_m2": 70, "etager": 2}, (120.0, "bbr")),
        ({"bebygget_m2": 70, "etager": 2}, (140.0, "bbr")),
        ({"bebygget_m2": 70, "etager": None}, (100.0, "fodaftryk")),  # the polygon is 100 m²
        ({"etager": 2}, (200.0, "fodaftryk")),
        ({"etager": None}, (100.0, "fodaftryk")),
        ({"etager": 2, "tagetage_m2": 30}, (230.0, "fodaftryk")),
    ],
)
def test_the_first_that_is_known(facts, expected):
    assert floor_area(row(house(**facts))) == expected


def test_a_point_with_a_built_area_but_no_storeys_is_unknown():
    point = {"wkt": "POINT (5 5)", "id": "a", "anvendelse": 120, "bebygget_m2": 70}
    found = row(point)
    assert (found["etageareal_m2"], found["status_procent"]) == (None, "ukendt")


@pytest.mark.parametrize("use", [910, 920, 930, 940, 950])
def test_secondary_uses(use):
    found = row(house(samlet_m2=100), house("b", 14, anvendelse=use, etager=None, bebygget_m2=30))
    assert (found["etageareal_m2"], found["sekundaer_m2"], found["status"]) == (100.0, 30.0, "overholdt")


@pytest.mark.parametrize("use", [185, 190, 232, 990, None])
def test_every_other_use_is_a_main_building(use):
    found = row(house(samlet_m2=100), house("b", 14, anvendelse=use, bebygget_m2=30, etager=1))
    assert (found["etageareal_m2"], found["sekundaer_m2"]) == (130.0, 0.0)


@pytest.mark.parametrize(
    ("facts", "floor_area", "source"),
    [
        ({"bebygget_m2": 13}, 113.0, "bbr"),
        ({"bebygget_m2": 13, "samlet_m2": 99}, 113.0, "bbr"),
        ({}, 200.0, "blandet"),  # its polygon is 100 m²
        ({"samlet_m2": 99}, 200.0, "blandet"),
        ({"samlet_m2": 12, "wkt": "POINT (20 5)"}, 112.0, "bbr"),
    ],
)
def test_a_conservatory_counts_in_full_and_has_neither_storeys_nor_dwelling(facts, floor_area, source):
    found = row(house(samlet_m2=100), house("b", 14, **{"anvendelse": 960, "etager": None, "boliger": 3, **facts}))
    assert (found["etageareal_m2"], found["etageareal_kilde"], found["sekundaer_m2"]) == (floor_area, source, 0.0)
    assert (found["etager"], found["boliger"], found["status"]) == (1.0, 1, "overholdt")


def test_a_conservatory_of_three_storeys_makes_no_plot_high():
    found = row(house(samlet_m2=100), house("b", 14, anvendelse=960, etager=3, bebygget_m2=13))
    assert (found["etager"], found["status_etager"]) == (1.0, "overholdt")


def test_a_conservatory_of_unknown_size_leaves_the_floor_area_unknown():
    found = row(house(samlet_m2=100), {"wkt": "POINT (20 5)", "id": "b", "anvendelse": 960})
    assert (found["etageareal_m2"], found["etageareal_kilde"], found["status_procent"]) == (None, "ingen", "ukendt")
    assert "1 udestue har hverken areal i BBR eller omrids på kortet. Resten er 100 m²" in found["bemaerkning"]


def test_a_conservatory_alone_is_no_main_building():
    found = row(house("b", 14, anvendelse=960, bebygget_m2=13))
    assert (found["etageareal_m2"], found["etager"], found["status"]) == (0.0, 0.0, "overholdt")
    assert "Ingen hovedbygning; udestue på 13 m² tæller ikke alene" in found["bemaerkning"]


@pytest.mark.parametrize(("total", "status"), [(280, "overskredet"), (270, "ukendt"), (250, "overholdt")])
def test_the_margin_of_a_shed_on_the_map_is_taken_off_the_shed_alone(total, status):
    # The shed is 100 m² on the map, at least 80: 50 or 30 m² count. 30 % of 1000 = 300: 310 is over, 300 is not.
    found = row(house(samlet_m2=total), house("b", 14, anvendelse=930))
    assert (found["etageareal_m2"], found["status_procent"]) == (total + 50.0, status)


def test_a_measured_house_and_a_basement_of_unknown_depth_are_both_taken_off():
    # 300 m² on the map, at least 240, and 70 m² of basement: 370 is over 300, 240 is not.
    found = row(house(west=2, samlet_m2=None) | {"wkt": box(2, 2, 22, 17)}, floors=[("a", "kl", 2, 70, None, None)])
    assert (found["etageareal_m2"], found["status_procent"]) == (370.0, "ukendt")
    assert "mindst 240 m² = 24 %" in found["bemaerkning"]


def test_a_secondary_building_without_an_area_is_measured_or_named():
    found = row(house(samlet_m2=100), house("b", 14, anvendelse=930))
    assert (found["sekundaer_m2"], found["etageareal_m2"], found["etageareal_kilde"]) == (100.0, 150.0, "blandet")
    assert "100 m² af den sekundære bebyggelse er målt på kortet" in found["bemaerkning"]
    point = {"wkt": "POINT (20 5)", "id": "b", "anvendelse": 930}
    found = row(house(samlet_m2=100), point)
    assert (found["sekundaer_m2"], found["etageareal_kilde"]) == (0.0, "bbr")
    assert "1 sekundær bygning uden kendt areal er ikke regnet med" in found["bemaerkning"]


@pytest.mark.parametrize(
    ("use", "dwellings", "deduction"),
    [
        (110, None, 50),
        (120, None, 50),
        (122, None, 50),
        (132, None, 50),
        (510, None, 50),
        (121, None, 20),
        (130, None, 20),
        (131, None, 20),
        (140, None, 20),
        (140, 6, 120),
        (120, 2, 100),
        (120, 0, 50),  # 0 on a dwelling is not registered: one, by its use
        (140, 0, 20),
        (321, 0, 0),
        (321, None, 0),
        (321, 1, 20),
        (185, None, 0),
        (None, None, 0),
        (None, 1, 20),
    ],
)
def test_the_deduction_by_use_and_dwellings_in_br18(use, dwellings, deduction):
    shed = house("b", 14, anvendelse=930, bebygget_m2=200)
    found = row(house(anvendelse=use, samlet_m2=100, boliger=dwellings), shed)
    assert (found["fradrag_m2"], found["etageareal_m2"]) == (deduction, 300.0 - deduction)


def test_a_polygon_that_registers_no_dwellings_does_not_hide_the_one_that_does():
    halves = [
        house("a", 2, anvendelse=140, samlet_m2=100, boliger=boliger) | {"wkt": box(x, 2, x + 5, 12)}
        for x, boliger in ((2, 0), (8, 3))
    ]
    found = row(*halves, house("b", 14, anvendelse=930, bebygget_m2=70))
    # 3 flats × 20 = 60; 100 + (70 − 60) = 110
    assert (found["boliger"], found["fradrag_m2"], found["etageareal_m2"]) == (3, 60.0, 110.0)


def test_the_highest_main_building_decides_the_storeys():
    found = row(house(samlet_m2=50, etager=1, tagetage_m2=10), house("b", 14, samlet_m2=50, etager=2))
    assert (found["etager"], found["status_etager"]) == (2.0, "overskredet")
    found = row(house(samlet_m2=50, etager=1, tagetage_m2=10), house("b", 14, samlet_m2=50, etager=None))
    assert (found["etager"], found["status_etager"]) == (1.5, "ukendt")
    found = row(house(samlet_m2=50, etager=2), house("b", 14, samlet_m2=50, etager=None))
    assert (found["etager"], found["status_etager"]) == (2.0, "overskredet")


@pytest.mark.parametrize(("storeys", "status"), [(1.5, "overholdt"), (1.51, "overskredet"), (1, "overholdt")])
def test_exactly_at_the_limit_of_storeys_is_within_it(storeys, status):
    assert row(house(samlet_m2=100, etager=storeys))["status_etager"] == status


@pytest.mark.parametrize(("roof", "said"), [(5, True), (2, True), (1, False), (90, False), (None, False)])
def test_a_pitched_roof_without_a_roof_storey_is_a_lower_bound(roof, said):
    assert ("mindstetal" in row(house(samlet_m2=100, tagdaekning=roof))["bemaerkning"]) == said
    assert "mindstetal" not in row(house(samlet_m2=100, tagetage_m2=20, tagdaekning=roof))["bemaerkning"]


@pytest.mark.parametrize(("margin", "status"), [(25, "overskredet"), (30, "ukendt"), (0, "overskredet")])
def test_the_margin_of_a_footprint(margin, status):
    # 16 × 24 = 384 m² on 1000; 384 / 1.28 = 300.
    wide = {"wkt": box(2, 2, 26, 18), "id": "a", "anvendelse": 120, "etager": 1}
    assert row(wide, footprint_margin=margin)["status_procent"] == status
    assert row(wide, footprint_margin=28)["status_procent"] == "ukendt"  # exactly at the limit after division


def test_the_sentence_can_be_followed_by_hand():
    floors = [("a", "kl", 2, 80, None, 40), ("a", "01", 1, 59, 59, None)]
    shed = house("b", 14, anvendelse=920, bebygget_m2=70, etager=None)
    found = row(house(samlet_m2=85, indbygget_m2=15), shed, floors=floors)
    # 85 + 59 + 40 + (85 − 50) − 15 = 204 on 1000.
    assert found["bemaerkning"] == (
        "Etageareal 204 m²: 85 m² samlet bygningsareal + 59 m² udnyttet tagetage + 40 m² kælder + 35 m² "
        "sekundær bebyggelse ud over fradraget − 15 m² indbygget garage og udhus. Yderligere 40 m² kælder tæller ikke "
        "med, fordi loftet dér ligger under 1,25 m over terræn. "
        "Sekundær bebyggelse 85 m², heraf 15 m² indbygget i huset; fradrag 50 m² (1 bolig); 35 m² tæller med. "
        "Bebyggelsesprocent: 204 / 1.000 m² = 20,4 %. Tilladt 30 % = 300 m² (kommunens almindelige grænse). "
        "Inden for bebyggelsesprocenten er der 96 m² tilbage; afstand, højde, etager og bevaring kan begrænse det. "
        "Etager: 1 + ½ (udnyttet tagetage) + 1 (kælder, der tæller med) = 2½; tilladt 1½ "
        "(kommunens almindelige grænse); overskredet. Beregnet efter BR18, da ingen lokalplan med grænser gælder."
    )
