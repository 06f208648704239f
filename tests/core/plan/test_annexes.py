"""The annexes: sorted by address, each building in one list, numbers as numbers."""

import numpy as np
from plan_builders import building, buildings, environments

from lyngby_heritage.core.plan.annexes import building_tables, in_one, property_addresses, property_table

TOWN = buildings(
    building(0, address="Bredevej 10", save=2, yes=True, ground="vaerdi_1_3", property="p1"),
    building(20, address="Bredevej 9", save=4, yes=True, ground="vaerdi_4_ensartet", property="p2"),
    building(40, address="Ågade 1", yes=True, ground="beslutning"),
    building(60, address="Aagade 3", save=6, property="p1"),
    building(80, save=3, yes=True, ground="vaerdi_1_3"),
)
ENVIRONMENTS = environments(("E1", "", -5, 20), ("E2", "Byen", 15, 20))


def tables():
    return building_tables(TOWN, ["7a", "", "7c", "7d", ""], ENVIRONMENTS, np.array([0, 1, -1, -1, -1]))


def column(table, heading):
    position = [one.heading for one in table.columns].index(heading)
    return list(table.values[position])


def test_designated_buildings_by_address_and_those_without_one_last():
    designated, _ = tables()
    assert column(designated, "Adresse") == ["Bredevej 9", "Bredevej 10", "Ågade 1", ""]
    assert column(designated, "SAVE-værdi") == [4, 2, None, 3]
    assert column(designated, "Matrikel") == ["", "7a", "7c", ""]
    assert column(designated, "Kulturmiljø") == [
        "Forslag til kulturmiljø E2: Byen",
        "Forslag til kulturmiljø E1",
        "",
        "",
    ]
    assert column(designated, "Grund til udpegning")[1:3] == ["SAVE-værdi 1–3", "Udpeget ved særskilt beslutning"]


def test_an_address_in_two_lists_says_in_both_which_building_is_meant():
    town = buildings(
        building(0, address="Vestergade 10", save=5),
        building(5, address="Vestergade 10", use="udhus", save=3, yes=True, ground="vaerdi_1_3"),
        building(40, address="Vestergade 12", save=2, yes=True, ground="vaerdi_1_3"),
    )
    designated, others = building_tables(town, [""] * 3, None, np.full(3, -1))
    assert column(designated, "Anvendelse") == ["udhus", "fritliggende enfamiliehus"]
    assert column(designated, "Bygninger på adressen") == ["2, heraf 1 udpeget", ""]
    assert column(others, "Anvendelse") == ["fritliggende enfamiliehus"]
    assert column(others, "Bygninger på adressen") == ["2, heraf 1 udpeget"]


def test_a_listed_building_at_an_address_is_counted_apart():
    town = buildings(
        building(0, address="Vestergade 10", save=1, listed=True),
        building(5, address="Vestergade 10", use="udhus", save=3, yes=True, ground="vaerdi_1_3"),
    )
    designated, _, listed = building_tables(town, [""] * 2, None, np.full(2, -1))
    for table in (designated, listed):
        assert column(table, "Bygninger på adressen") == ["2, heraf 1 udpeget; 1 er fredet"]


def test_every_building_is_in_one_of_the_two_lists():
    designated, others = tables()
    assert sorted(column(designated, "Bygnings-id") + column(others, "Bygnings-id")) == sorted(TOWN.ids)
    assert column(others, "Adresse") == ["Aagade 3"]
    assert "Hvorfor ikke udpeget" in [one.heading for one in others.columns]


def test_listed_buildings_have_a_list_of_their_own_and_are_in_no_other():
    town = buildings(
        building(0, address="Slottet 1", save=1, ground="vaerdi_1_3", listed=True),
        building(20, address="Bredevej 9", save=3, yes=True, ground="vaerdi_1_3"),
        building(40, address="Bredevej 11", save=6),
    )
    found = building_tables(town, ["1", "2", "3"], None, np.full(3, -1))
    assert [one.title for one in found] == ["Udpegede bygninger", "Øvrige bygninger", "Fredede bygninger"]
    assert [column(one, "Adresse") for one in found] == [["Bredevej 9"], ["Bredevej 11"], ["Slottet 1"]]
    assert column(found[2], "Begrundelse") == ["Efter kommunens regel alene: Fordi b0_0.0"]
    assert column(found[2], "Hvorfor ikke i bestemmelserne") == ["Fredet: følger bygningsfredningsloven"]
    assert "Grund til udpegning" not in [one.heading for one in found[2].columns]


def test_a_file_of_one_table_holds_all_that_the_layer_designates_and_marks_the_listed():
    town = buildings(
        building(0, address="Slottet 1", save=1, ground="vaerdi_1_3", listed=True, decided=True),
        building(20, address="Virumgade 3", save=3, yes=True, ground="vaerdi_1_3"),
        building(40, address="Slottet 2", listed=True),  # listed, and designated by nobody
    )
    one = in_one(building_tables(town, ["", "", ""], None, np.full(3, -1)), town)
    assert column(one, "Adresse") == ["Virumgade 3", "Slottet 1"]
    assert column(one, "Grund til udpegning") == ["SAVE-værdi 1–3", "Fredet: følger bygningsfredningsloven"]


def test_properties_by_the_first_address_of_their_buildings():
    addresses = property_addresses(TOWN)
    assert addresses == {"p1": "Bredevej 10", "p2": "Bredevej 9"}
    columns = {
        "jordstykker": ["7a Virum", "7b Virum", None],
        "bebyggelsesprocent": [25.13, "30,0", None],
        "boliger": [1.0, 2, "x"],
    }
    columns["status"] = ["overholdt", "overskredet", "ny"]
    table = property_table(["p1", "p2", "p3"], columns, addresses)
    assert column(table, "Adresse") == ["Bredevej 9", "Bredevej 10", ""]
    assert column(table, "Bebyggelsesprocent") == [30.0, 25.13, None]
    assert column(table, "Boliger") == [2, 1, None]
    assert column(table, "Status") == ["Overskredet", "Overholdt", "ny"]


def test_a_plot_of_several_flats_has_the_address_of_the_first_that_has_one():
    table = property_table(["p0, p2, p1", "p0"], {}, property_addresses(TOWN))
    assert column(table, "Adresse") == ["Bredevej 9", ""]
