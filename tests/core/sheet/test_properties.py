"""The properties of a plan: each once, with its plots and buildings, and none lost."""

import numpy as np
import shapely
from builders import square
from plan_builders import building, plan_of, plots

from lyngby_heritage.core.plan.content import Plots
from lyngby_heritage.core.sheet.properties import properties_of_plan, shapes_of

HOUSES = (
    building(0, address="Ågade 2", property="2", parcel="2a Askholt"),
    building(100, address="Bredevej 1", property="1", parcel="1a Askholt"),
    building(120, address="Bredevej 1", property="1"),
    building(300, address="Mosevej 9"),
)


def told(plan):
    return [(one.key, one.addresses, one.parcels, one.buildings, one.plots) for one in properties_of_plan(plan)]


def test_properties_stand_in_the_order_of_their_addresses_and_a_building_without_one_by_itself():
    assert told(plan_of(*HOUSES)) == [
        ("1", ("Bredevej 1",), ("1a Askholt",), (1, 2), ()),
        ("", ("Mosevej 9",), (), (3,), ()),
        ("2", ("Ågade 2",), ("2a Askholt",), (0,), ()),
    ]


def test_a_building_that_stands_on_two_rows_is_one_property_though_nobody_knows_which():
    rows = [building(at, address="Kildevej 4A", id="AB-1") for at in (0, 300)]
    assert told(plan_of(*rows, building(500, address="Kildevej 6"))) == [
        ("", ("Kildevej 4A",), (), (0, 1), ()),
        ("", ("Kildevej 6",), (), (2,), ()),
    ]


def test_a_plot_gives_its_property_the_buildings_on_it_and_stands_even_without_any():
    land = plots(("2", "2a og 2b Askholt", 0, 50), ("9", "9 Askholt", 300, 50), ("8", "8", 900, 5))
    town = plan_of(*HOUSES, plots=land)
    assert told(town) == [
        ("1", ("Bredevej 1",), ("1a Askholt",), (1, 2), ()),
        ("9", ("Mosevej 9",), ("9 Askholt",), (3,), (1,)),
        ("2", ("Ågade 2",), ("2a Askholt", "2b Askholt"), (0,), (0,)),
        ("8", (), ("8",), (), (2,)),
    ]


def test_the_land_of_a_property_is_its_plots_else_its_buildings():
    town = plan_of(*HOUSES, building(500, wkt=None, property="5"), plots=plots(("2", "2a", 0, 50), ("2", "2b", 50, 50)))
    found = properties_of_plan(town)
    areas = {one.key or one.addresses[0]: shape and shape.area for one, shape in zip(found, shapes_of(found, town))}
    assert areas == {"2": 5000.0, "1": 200.0, "Mosevej 9": 100.0, "5": None}


def test_a_plot_whose_property_nobody_names_is_that_of_the_building_on_it():
    nameless = Plots([""], ["7 Askholt"], np.array([shapely.from_wkt(square(295, -5, 50))], dtype=object))
    assert told(plan_of(building(300, address="Mosevej 9"), plots=nameless)) == [
        ("", ("Mosevej 9",), ("7 Askholt",), (0,), (0,))
    ]
