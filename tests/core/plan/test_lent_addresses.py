"""Outhouses without an address stand under the road of their house, and say whose they are."""

import numpy as np
import pytest
from plan_builders import building, buildings, plan_of, plots

from lyngby_heritage.core.plan.annexes import building_tables
from lyngby_heritage.core.plan.lent_addresses import NONE


def listing(*rows, **more):
    return plan_of(*rows, **more).listing


def test_an_outhouse_is_listed_under_the_address_of_the_house_on_its_property():
    found = listing(
        building(0, use="udhus", property="7"),
        building(20, address="Mosevej 3", property="7"),
        building(40, address="Mosevej 5", property="8"),
    )
    assert list(found.places) == ["Mosevej 3", "Mosevej 3", "Mosevej 5"]
    assert list(found.called) == ["udhus til Mosevej 3", "Mosevej 3", "Mosevej 5"]
    assert found.lent == [True, False, False]


@pytest.mark.parametrize(
    ("others", "called"),
    [
        ([building(20, address="Mosevej 3", property="8")], ""),  # another's property
        ([building(20, address="", property="7")], ""),
        ([building(20, address="Mosevej 3", use="garage", property="7")], "udhus til Mosevej 3"),
        # The garage is nearer, and its address is not the house's.
        (
            [
                building(20, address="Bagvej 1", use="garage", property="7"),
                building(90, address="Mosevej 3", property="7"),
            ],
            "udhus til Mosevej 3",
        ),
        # Of two houses the nearer, of two as near the first by address.
        ([building(90, address="Mosevej 3", property="7"), building(30, address="Mosevej 7", property="7")],
         "udhus til Mosevej 7"),
        ([building(30, address="Mosevej 10", property="7"), building(-30, address="Mosevej 9", property="7")],
         "udhus til Mosevej 9"),
        # Where the house has no place on the map, its address is still the property's.
        ([building(30, address="Mosevej 3", property="7", wkt=None)], "udhus til Mosevej 3"),
    ],
)  # fmt: skip
def test_whose_address_is_lent(others, called):
    assert listing(building(0, use="udhus", property="7"), *others).called[0] == called


def test_a_house_without_an_address_stands_beside_one_that_has_it():
    found = listing(building(0, use="dobbelthus", property="7"), building(20, address="Mosevej 3", property="7"))
    assert found.called[0] == "dobbelthus ved Mosevej 3"


def test_the_property_is_that_of_the_plot_where_the_layer_names_none():
    town = buildings(building(0, use="udhus"), building(20, address="Mosevej 3", property="7"))
    found = plan_of(town, plots=plots(("7", "3a Brede", 0, 60))).listing
    assert found.called[0] == "udhus til Mosevej 3"


def test_without_properties_or_buildings_nothing_is_lent():
    assert listing(building(0, use="udhus"), building(20, address="Mosevej 3")).lender.tolist() == [NONE, NONE]
    assert list(listing().called) == []


def test_every_one_of_many_buildings_is_lent_the_nearest_address_of_its_own_property():
    rng = np.random.default_rng(3)
    rows = [
        building(x * 20.0, y * 20.0, address=f"Vej{x} {y}" if rng.random() < 0.3 else "", property=str(x // 5 + 1))
        for x in range(20)
        for y in range(20)
    ]
    plan = plan_of(*rows)
    town, lender = plan.buildings, plan.listing.lender.tolist()
    for row in range(len(town)):
        near = [
            (town.points[row].distance(town.points[other]), other)
            for other in range(len(town))
            if town.addresses[other] and town.property_ids[other] == town.property_ids[row]
        ]
        if town.addresses[row] or not near:
            assert lender[row] == NONE
        else:
            assert town.points[row].distance(town.points[lender[row]]) == min(near)[0]


def test_the_annex_lists_it_behind_its_house_and_numbers_follow():
    plan = plan_of(
        building(0, use="udhus", property="7", save=2, yes=True, ground="vaerdi_1_3"),
        building(20, address="Ågade 1", property="8", save=2, yes=True, ground="vaerdi_1_3"),
        building(40, address="Mosevej 3", property="7", save=2, yes=True, ground="vaerdi_1_3"),
        building(60, use="garage", property="7"),
        building(80, address="Nyvej 2", property="9"),
    )
    designated, others, *_ = building_tables(plan, ())
    named = [one.heading for one in designated.columns].index("Adresse")
    assert list(designated.values[named]) == ["Mosevej 3", "Udhus til Mosevej 3", "Ågade 1"]
    assert list(designated.values[0]) == [1, 2, 3]
    assert list(others.values[named]) == ["Garage til Mosevej 3", "Nyvej 2"]
