"""The annex of buildings: by running number, each building in one list, and nothing unknown shown as nothing."""

from datetime import date

import numpy as np
import pytest
from plan_builders import building, buildings, environments, plan_of

from lyngby_heritage.core.plan.annexes import building_tables, imprint, in_one
from lyngby_heritage.core.plan.sheets import GRID, Sheet
from lyngby_heritage.core.plan.state import ADOPTED, PROPOSAL, PlanState

TOWN = buildings(
    building(0, address="Bredevej 10", save=2, yes=True, ground="vaerdi_1_3", property="p1", parcel="7a Brede"),
    building(20, address="Bredevej 9", save=4, yes=True, ground="vaerdi_4_ensartet", property="p2"),
    building(40, address="Ågade 1", yes=True, ground="beslutning", parcel="7c Brede"),
    building(60, address="Aagade 3", save=6, property="p1", parcel="7d Brede"),
    building(80, save=3, yes=True, ground="vaerdi_1_3"),
)
ENVIRONMENTS = environments(("E1", "", -5, 20), ("E2", "Byen", 15, 20))
PLAN = plan_of(TOWN, environments=ENVIRONMENTS, environment_of=np.array([0, 1, -1, -1, -1]))


def column(table, heading):
    position = [one.heading for one in table.columns].index(heading)
    return list(table.values[position])


def printed(table):
    return [one.heading for one in table.columns if one.prints]


def lists_of(*rows, **more):
    """The lists of a town: designated, others, apart."""
    return building_tables(plan_of(buildings(*rows), **more), ())[:3]


def test_designated_buildings_by_address_and_the_running_number_that_names_them():
    designated = building_tables(PLAN, ())[0]
    assert column(designated, "Adresse") == ["Bredevej 9", "Bredevej 10", "Ågade 1", ""]
    assert column(designated, "Nr.") == [1, 2, 3, 4]
    assert column(designated, "SAVE-værdi") == [4, 2, None, 3]
    assert column(designated, "Matrikel") == ["", "7a Brede", "7c Brede", ""]
    assert column(designated, "Kulturmiljø") == [
        "Forslag til kulturmiljø E2: Byen",
        "Forslag til kulturmiljø E1",
        "",
        "",
    ]
    assert column(designated, "Grund til udpegning")[1:3] == ["SAVE-værdi 1–3", "Udpeget ved særskilt beslutning"]


def test_the_lists_go_by_district_before_address_and_numbers_rise():
    rows = (
        building(0, address="Bygaden 2", save=2, yes=True, district="Virum By", parcel="1 Virum By"),
        building(20, address="Bygaden 9", save=2, yes=True, district="Brede By", parcel="1 Brede By"),
        building(40, address="Bygaden 1", save=2, yes=True, district="Virum By", parcel="2 Virum By"),
        building(60, address="Bygaden 3", save=6, district="Virum By"),
        building(80, address="Bygaden 8", save=6, district="Brede By"),
    )
    designated, others, _ = lists_of(*rows)
    assert column(designated, "Ejerlav") == ["Brede By", "Virum By", "Virum By"]
    assert column(designated, "Adresse") == ["Bygaden 9", "Bygaden 1", "Bygaden 2"]
    assert column(designated, "Nr.") == [1, 2, 3]
    assert column(others, "Adresse") == ["Bygaden 8", "Bygaden 3"]
    assert column(others, "Nr.") == [None, None]
    assert [("Nr." in printed(one)) for one in (designated, others)] == [True, False]


def test_a_parcel_is_named_with_its_district_and_the_district_to_sort_by_is_not_on_paper():
    designated = lists_of(building(0, address="A 1", yes=True, parcel="11c Bøgehegn", district="Bøgehegn"))[0]
    assert (column(designated, "Matrikel"), column(designated, "Ejerlav")) == (["11c Bøgehegn"], ["Bøgehegn"])
    assert "Matrikel" in printed(designated)
    assert "Ejerlav" not in printed(designated)


def test_the_public_list_names_a_property_by_address_and_parcel_and_not_by_its_number():
    town = buildings(building(0, address="A 1", yes=True, property="9102706"), building(20, property="9102707"))
    for table in building_tables(plan_of(town), ()):
        assert "Ejendom" not in [one.heading for one in table.columns]
        assert not [one for column in table.values for one in column if "91027" in str(one)]


def test_a_number_that_a_building_had_in_an_earlier_package_decides_its_place():
    town = buildings(building(0, address="A 1", yes=True), building(20, address="B 1", yes=True))
    designated = building_tables(plan_of(town, numbers=[7, 3]), ())[0]
    assert list(zip(column(designated, "Nr."), column(designated, "Adresse"))) == [(3, "B 1"), (7, "A 1")]


def test_an_address_in_two_lists_says_in_both_which_building_is_meant():
    designated, others, _ = lists_of(
        building(0, address="Vestergade 10", save=5),
        building(5, address="Vestergade 10", use="udhus", save=3, yes=True, ground="vaerdi_1_3"),
        building(40, address="Vestergade 12", save=2, yes=True, ground="vaerdi_1_3"),
    )
    assert column(designated, "Anvendelse") == ["udhus", "fritliggende enfamiliehus"]
    assert column(designated, "Bygninger på adressen") == ["2, heraf foreslås 1 udpeget", ""]
    assert column(others, "Anvendelse") == ["fritliggende enfamiliehus"]
    assert column(others, "Bygninger på adressen") == ["2, heraf foreslås 1 udpeget"]


@pytest.mark.parametrize(("count", "said"), [(2, "2, som begge foreslås udpeget"), (3, "3, som alle foreslås udpeget")])
def test_where_all_at_an_address_are_designated_that_is_said(count, said):
    town = (building(9 * i, address="Vestergade 10", save=2, yes=True, ground="vaerdi_1_3") for i in range(count))
    assert set(column(lists_of(*town)[0], "Bygninger på adressen")) == {said}


def test_a_listed_building_at_an_address_is_counted_apart():
    designated, _, listed = lists_of(
        building(0, address="Vestergade 10", save=1, listed=True),
        building(5, address="Vestergade 10", use="udhus", save=3, yes=True, ground="vaerdi_1_3"),
    )
    for table in (designated, listed):
        assert column(table, "Bygninger på adressen") == ["2, heraf foreslås 1 udpeget; 1 er fredet"]


def test_every_building_is_in_one_of_the_lists():
    designated, others, apart, _ = building_tables(PLAN, ())
    assert sorted(column(designated, "Bygnings-id") + column(others, "Bygnings-id")) == sorted(TOWN.ids)
    assert column(others, "Adresse") == ["Aagade 3"]
    assert "Hvorfor ikke i planen" in [one.heading for one in others.columns]
    assert len(apart) == 0


def test_listed_buildings_have_a_list_of_their_own_and_are_in_no_other():
    found = lists_of(
        building(0, address="Slottet 1", save=1, ground="vaerdi_1_3", listed=True),
        building(20, address="Bredevej 9", save=3, yes=True, ground="vaerdi_1_3"),
        building(40, address="Bredevej 11", save=6),
    )
    assert [one.title for one in found] == ["Bygninger, der foreslås udpeget", "Øvrige bygninger", "Fredede bygninger"]
    assert [column(one, "Adresse") for one in found] == [["Bredevej 9"], ["Bredevej 11"], ["Slottet 1"]]
    assert [column(one, "Nr.") for one in found] == [[1], [None], [2]]
    assert column(found[2], "Begrundelse") == ["Kommunens regel ville ellers sige: »Fordi b0_0.0«"]
    assert column(found[2], "Hvorfor ikke i bestemmelserne") == ["Fredet: følger bygningsfredningsloven"]
    assert "Grund til udpegning" not in [one.heading for one in found[2].columns]


def test_a_church_stands_with_the_listed_and_says_that_it_is_one():
    apart = lists_of(
        building(0, address="Kirkevej 1", save=1, church=True),
        building(20, address="Slottet 1", save=1, listed=True),
    )[2]
    assert apart.title == "Fredede bygninger og kirker"
    assert column(apart, "Hvorfor ikke i bestemmelserne") == [
        "Kirke: folkekirkens kirker følger deres egen lov",
        "Fredet: følger bygningsfredningsloven",
    ]
    assert column(apart, "Fredet") == ["", "ja"]


def test_a_file_of_one_table_holds_all_that_the_plan_names_with_the_group_of_each():
    town = buildings(
        building(0, address="Slottet 1", save=1, ground="vaerdi_1_3", listed=True, decided=True),
        building(20, address="Virumgade 3", save=3, yes=True, ground="vaerdi_1_3"),
        building(40, address="Slottet 2", listed=True),  # listed, and designated by nobody
    )
    one = in_one(building_tables(plan_of(town), ()))
    assert column(one, "Adresse") == ["Virumgade 3", "Slottet 1", "Slottet 2"]
    assert column(one, "Nr.") == [1, 2, 3]
    listed = "Fredet: følger bygningsfredningsloven"
    assert column(one, "Grund til udpegning") == ["SAVE-værdi 1–3", listed, listed]
    assert column(one, "Gruppe") == ["A", "Fredet", "Fredet"]


def test_each_building_names_the_sheet_of_the_atlas_that_shows_it_best():
    sheets = [Sheet(GRID, "", "", 1000, bounds) for bounds in ((-5, -50, 25, 50), (15, -50, 45, 50))]
    designated = building_tables(PLAN, sheets)[0]
    shown = dict(zip(column(designated, "Adresse"), column(designated, "Kortblad")))
    # Bredevej 9 is cut by the edge of the first.
    assert shown == {"Bredevej 10": 1, "Bredevej 9": 2, "Ågade 1": 2, "": None}


def test_the_five_parameters_of_save_are_on_paper_where_any_building_has_one():
    without = building_tables(PLAN, ())[0]
    assert "Arkitektonisk" not in printed(without)
    assert column(without, "Arkitektonisk") == [None] * 4
    designated, *_ = lists_of(
        building(0, address="A 1", save=2, yes=True, save_architecture=3, save_condition=9),
        building(20, address="B 1", save=2, yes=True),
    )
    assert column(designated, "Arkitektonisk") == [3, None]
    assert column(designated, "Tilstand") == [9, None]
    assert column(designated, "Originalitet") == [None, None]
    assert {"Arkitektonisk", "Kulturhistorisk", "Miljømæssig", "Originalitet", "Tilstand"} <= set(printed(designated))


def test_a_building_that_a_lokalplan_preserves_already_is_marked_with_it():
    town = buildings(building(0, address="A 1", yes=True), building(20, address="B 1", yes=True))
    designated = building_tables(plan_of(town, preserved_by=["lokalplan 91 Villavejene", ""]), ())[0]
    assert column(designated, "Lokalplan med bevaring") == ["Lokalplan 91 Villavejene", ""]
    assert "Lokalplan med bevaring" in printed(designated)


@pytest.mark.parametrize(
    ("state", "title", "nothing"),
    [
        (PlanState(), "Bygninger, der foreslås udpeget", "Ingen bygning foreslås udpeget."),
        (PlanState(PROPOSAL), "Bygninger, der foreslås udpeget", "Ingen bygning foreslås udpeget."),
        (PlanState(ADOPTED, adopted=date(2027, 3, 1)), "Bygninger, der foreslås udpeget", None),
        (
            PlanState(ADOPTED, adopted=date(2027, 3, 1), published=date(2027, 3, 8)),
            "Udpegede bygninger",
            "Ingen bygning er udpeget.",
        ),
    ],
)
def test_what_is_only_proposed_is_not_called_designated(state, title, nothing):
    designated = building_tables(plan_of(buildings(building(0, save=6)), state=state), ())[0]
    assert designated.title == title
    assert len(designated) == 0
    assert designated.nothing == (nothing or designated.nothing)


def test_a_list_without_rows_says_what_there_is_not_and_whether_anybody_knows():
    plan = plan_of(buildings(building(0, save=3, yes=True)))
    _, others, apart, _ = building_tables(plan, ())
    assert (others.nothing, apart.nothing) == (
        "Der er ingen øvrige bygninger.",
        "Ingen bygning er fredet, og ingen er kirke.",
    )
    unknown = building_tables(plan, (), knows_listed=False)[2]
    assert unknown.nothing == "Data siger ikke, hvilke bygninger der er fredede. Ingen er kirke."


def test_what_nobody_has_looked_into_is_said_and_is_no_empty_column_on_paper():
    table = lists_of(building(0, address="A 1", yes=True))[0]
    assert table.note == "Matrikelnumre er ikke kendt. Lokalplaner i kraft er ikke undersøgt. Der er ingen kortblade."
    assert not {"Matrikel", "Ejerlav", "Kortblad", "Lokalplan med bevaring", "Kulturmiljø"} & set(printed(table))
    assert "Bygnings-id" in [one.heading for one in table.columns]


def test_the_last_sheet_says_what_the_list_is():
    about = building_tables(PLAN, ())[3]
    told = dict(about.rows())
    assert about.title == "Om listen"
    assert told["Plan"] == "Lokalplan 300: Kulturhistorisk lokalplan"
    assert told["Tilstand"] == PlanState().sentence
    assert told["Dannet"] == "5. juni 2026"
    assert told["Bygninger"] == "4 bygninger foreslås udpeget. 1 anden bygning er med."
    assert told["Ikke kendt"] == "Lokalplaner i kraft er ikke undersøgt. Der er ingen kortblade."


def test_the_last_sheet_counts_those_apart_where_there_are_any():
    plan = plan_of(
        buildings(building(0, yes=True), building(20, listed=True), building(40, church=True), building(60, save=6))
    )
    assert dict(building_tables(plan, ())[3].rows())["Bygninger"] == (
        "1 bygning foreslås udpeget. 2 er fredede eller kirker og følger deres egen lov. 1 anden bygning er med."
    )


def test_the_pages_name_the_plan_its_state_its_day_and_whose_it_is():
    printed_on = imprint(PLAN, "Gladsaxe Kommune")
    assert printed_on.title == "Lokalplan 300: Kulturhistorisk lokalplan"
    assert printed_on.state == PlanState().sentence
    assert printed_on.made == date(2026, 6, 5)
    assert printed_on.author == "Gladsaxe Kommune"
