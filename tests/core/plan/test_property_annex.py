"""The annex of properties: by address, numbers as numbers, codes in words."""

from datetime import date

import numpy as np
import pytest
import shapely
from builders import square
from plan_builders import building, buildings, plan_of, plots

from lyngby_heritage.core.plan.local_plans import LocalPlans
from lyngby_heritage.core.plan.property_annex import property_addresses, property_tables

TOWN = buildings(
    building(0, address="Bredevej 10", save=2, yes=True, property="p1"),
    building(20, address="Bredevej 9", save=4, yes=True, property="p2"),
    building(40, address="Aagade 3", save=6, property="p1"),
    building(60, address="Aagade 5", save=1, listed=True, property="p1"),
)
PLOTS = plots(("p1", "7a Virum; 7b Virum", 0, 18), ("p2", "7c Virum", 20, 18), ("p3", "", 100, 18))
FIGURES = {
    "jordstykker": ["7a Virum; 7b Virum", "7c Virum", None],
    "bebyggelsesprocent": [25.13, "30,0", None],
    "boliger": [1.0, 2, "x"],
    "status": ["overholdt", "overskredet", "ny"],
    "regelsaet": ["BR18", "foer_2008", None],
}


def column(table, heading):
    position = [one.heading for one in table.columns].index(heading)
    return list(table.values[position])


def only(plan):
    """The one table of a plan whose plots are all judged."""
    table, _ = property_tables(plan)
    return table


def about(plan):
    """What the list says of itself, by what it is about."""
    *_, last = property_tables(plan)
    assert last.title == "Om listen"
    return dict(zip(*last.values))


def printed(table):
    return [one.heading for one in table.columns if one.prints]


def local_plans(*rows):
    """Rows of (name, x, side): plans in force, the newest first."""
    return LocalPlans(
        names=[row[0] for row in rows],
        numbers=[""] * len(rows),
        adopted=[date(2000, 1, 1)] * len(rows),
        preserving=np.zeros(len(rows), dtype=bool),
        provisions=[""] * len(rows),
        geometries=np.array([shapely.from_wkt(square(row[1] - 5, -5, row[2])) for row in rows], dtype=object),
    )


def test_properties_by_the_first_address_of_their_buildings():
    assert property_addresses(TOWN) == {"p1": "Bredevej 10", "p2": "Bredevej 9"}  # Aa is Å, the last letter
    table = only(plan_of(TOWN, plots=PLOTS, plot_columns=FIGURES))
    assert column(table, "Adresse") == ["Bredevej 9", "Bredevej 10", ""]
    assert column(table, "Bebyggelsesprocent") == [30.0, 25.13, None]
    assert column(table, "Boliger") == [2, 1, None]
    assert column(table, "Status") == ["Overskredet", "Overholdt", "ny"]
    assert column(table, "Regelsæt") == ["Før 1. februar 2008", "BR18", None]


def test_each_property_names_its_buildings_in_the_plan_by_their_numbers():
    table = only(plan_of(TOWN, plots=PLOTS))
    assert column(table, "Bygninger i planen på ejendommen (nr.)") == [
        "1",
        "2",
        "",
    ]  # 3 is the listed building, which nothing binds
    assert "Bygninger i planen på ejendommen (nr.)" in printed(table)


def test_a_property_names_the_lokalplaner_that_hold_its_plot():
    plans = local_plans(("lokalplan 240 Villavejene", 20, 40), ("lokalplan 91 Virum", -10, 60))
    table = only(plan_of(TOWN, plots=PLOTS, local_plans=plans))
    assert column(table, "Lokalplaner i kraft") == [
        "Lokalplan 240 Villavejene; Lokalplan 91 Virum",
        "Lokalplan 91 Virum",
        "",
    ]
    assert "Ikke kendt" not in about(plan_of(TOWN, plots=PLOTS, local_plans=plans))
    assert "Lokalplaner i kraft" not in printed(only(plan_of(TOWN, plots=PLOTS)))
    assert about(plan_of(TOWN, plots=PLOTS))["Ikke kendt"] == "Lokalplaner i kraft er ikke undersøgt."


def test_a_plot_of_several_flats_has_the_address_of_the_first_that_has_one():
    flats = plots(("p0, p2, p1", "1 Virum", 0, 18), ("p0", "2 Virum", 20, 18))
    table = only(plan_of(TOWN, plots=flats))
    assert column(table, "Adresse") == ["Bredevej 9", ""]
    assert column(table, "Bygninger i planen på ejendommen (nr.)") == ["1; 2", ""]


def test_what_helps_on_the_screen_alone_is_not_on_paper():
    figures = {**FIGURES, "grund_nr": [1, 1, 1], "fradrag_m2": [10, None, 20]}
    table = only(plan_of(TOWN, plots=PLOTS, plot_columns=figures))
    assert {"Adresse", "Ejendom", "Matr.nr. og ejerlav", "Bebyggelsesprocent", "Status"} <= set(printed(table))
    assert not {"Grund nr.", "Fradrag (m²)", "Regelsæt"} & set(printed(table))


def test_no_plots_make_a_list_that_says_so():
    table = only(plan_of(TOWN))
    assert len(table) == 0
    assert table.nothing == "Der er ingen ejendomme i laget."


def test_plots_outside_the_zones_stand_in_a_table_of_their_own_and_each_says_where_the_others_are():
    figures = {
        "bebyggelsesprocent": [25.13, 30, None],
        "status": ["ikke_omfattet", "overskredet", "ukendt"],
        "status_procent": ["ikke_omfattet", "overskredet", "ukendt"],
        "bemaerkning": ["Grunden ligger uden for …", "Etageareal 151 m²: …", "Etageareal …"],
    }
    judged, outside, _ = property_tables(plan_of(TOWN, plots=PLOTS, plot_columns=figures))
    assert [judged.title, outside.title] == ["Ejendomme", "Ikke omfattet"]
    assert column(judged, "Ejendom") == ["p2", "p3"]
    assert column(outside, "Ejendom") == ["p1"]
    assert column(outside, "Bebyggelsesprocent") == [25.13]
    told = about(plan_of(TOWN, plots=PLOTS, plot_columns=figures))
    assert told["Ejendomme"] == "1 række står i arket »Ikke omfattet«: grund uden for de valgte åben-lav-områder."
    assert told["Ikke omfattet"] == (
        "Her står grund uden for de valgte åben-lav-områder. Tallene er regnet, men ikke holdt op mod nogen grænse."
    )
    assert {"Status", "Status, bebyggelsesprocent", "Bemærkning"} <= set(printed(judged))
    assert not {"Status", "Status, bebyggelsesprocent", "Bemærkning"} & set(printed(outside))
    assert column(outside, "Bemærkning") == ["Grunden ligger uden for …"]  # on the screen
    assert [one.heading for one in judged.columns] == [one.heading for one in outside.columns]


def test_the_list_says_what_it_is_and_that_exceeded_is_not_unlawful():
    """It calls named properties by their status, and is read away from the statement."""
    told = about(plan_of(TOWN, plots=PLOTS, plot_columns=FIGURES))
    assert list(told)[:4] == ["Plan", "Tilstand", "Dannet", "Kilder"]
    assert told["Overskredet"].startswith("»Overskredet« er ikke det samme som ulovligt: ")
    assert {"Området som helhed", "Ukendt", "Overholdt"} < set(told)
    assert "Overskredet" not in about(plan_of(TOWN, plots=PLOTS))  # of plots that nobody has held against a limit


def test_a_plan_in_which_no_plot_is_judged_says_so():
    judged, outside, _ = property_tables(plan_of(TOWN, plots=PLOTS, plot_columns={"status": ["ikke_omfattet"] * 3}))
    assert (len(judged), judged.nothing) == (0, "Ingen grund er omfattet.")
    assert len(outside) == 3


@pytest.mark.parametrize(
    ("remarks", "kinds"),
    [
        (
            ["Grunden ligger …", "Grunden ligger …", "Hele grunden er vejareal."],
            "grunde uden for de valgte åben-lav-områder",
        ),
        (
            ["Fælleslod: …", "Grunden ligger …", "Vejareal (matrikelnummer 7000): …"],
            "grund uden for de valgte åben-lav-områder, vejareal og fælleslod",
        ),
        (
            ["Vejareal (matrikelnummer 7000): …", "Hele grunden er vejareal uden hovedbygning, så …", "Grunden …"],
            "grund uden for de valgte åben-lav-områder og vejarealer",
        ),
        (["Fælleslod: …"] * 3, "fælleslodder"),
        ([None] * 3, "grunde uden for de valgte åben-lav-områder"),
    ],
)
def test_roads_and_common_land_are_not_called_plots_outside_the_areas(remarks, kinds):
    """They stand in the same table, since no limit is held against them either."""
    figures = {"status": ["ikke_omfattet"] * 3, "bemaerkning": remarks}
    judged, outside, _ = property_tables(plan_of(TOWN, plots=PLOTS, plot_columns=figures))
    assert judged.note.startswith(f"3 rækker står i arket »Ikke omfattet«: {kinds}.")
    assert outside.note.startswith(f"Her står {kinds}. Tallene er regnet")
