"""The facts of a property are those of the plan's rows, joined by what they share."""

from dataclasses import replace

import numpy as np
import shapely
from builders import square
from plan_builders import building, environments, plan_of, plots
from plan_landscapes import landscape

from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.landscape.rule import MembershipRule
from lyngby_heritage.core.plan.area_parcels import INSIDE, OUTSIDE, UNDECIDED
from lyngby_heritage.core.plan.content import building_themes
from lyngby_heritage.core.plan.local_plans import buildings_in_plans, read_local_plans
from lyngby_heritage.core.plan.statement_themes import theme_facts
from lyngby_heritage.core.sheet.gather import Extras, Gatherer
from lyngby_heritage.core.sheet.properties import properties_of_plan, shapes_of

HOUSES = (
    building(0, address="Ågade 2", property="2", save=3, yes=True, ground="vaerdi_1_3"),
    building(20, address="Ågade 2", property="2", use="garage"),
    building(300, address="Bredevej 1", property="1"),
)
COLUMNS = {
    "grundareal_m2": [2500.0],
    "grundareal_kilde": ["registreret"],
    "etageareal_m2": ["170"],
    "etageareal_kilde": ["bbr"],
    "fradrag_m2": [None],
    "boliger": [1],
    "restareal_m2": [np.nan],
    "regelsaet": ["BR18"],
    "bemaerkning": ["Etageareal 170 m²."],
    "status": ["overholdt"],
}


def facts_of(plan, near=0.0):
    rule = MembershipRule()
    plan.themes = building_themes(plan.buildings, plan.landscape, rule)
    themes = theme_facts(plan.buildings, None, plan.landscape, [], built_in(), rule)
    extras = Extras({}, [None] * len(plan.buildings), None, themes, rule, near)
    found = properties_of_plan(plan)
    return {one.key: one for one in Gatherer(plan, extras).facts(found, shapes_of(found, plan))}


def test_a_property_has_its_buildings_the_numbered_first_and_the_terms_of_its_plots():
    town = plan_of(*HOUSES, plots=plots(("2", "2a Askholt", 0, 50)), plot_columns=COLUMNS)
    found = facts_of(town)["2"]
    assert [(one.facts.number, one.group, one.main) for one in found.buildings] == [(1, "A", True), (None, None, False)]
    (plot,) = found.plots
    assert (plot.area, plot.area_source, plot.floor_area, plot.floor_source) == (2500.0, "Registreret", 170.0, "BBR")
    assert (plot.deduction, plot.remaining, plot.dwellings, plot.rule_set) == (None, None, 1, "BR18")
    assert plot.plot.remark == "Etageareal 170 m²."
    assert found.designated == 1


def test_what_no_layer_tells_is_none_and_what_it_has_nothing_of_is_empty():
    bare = facts_of(plan_of(*HOUSES))["2"]
    assert (bare.plots, bare.themes, bare.plans) == (None, None, None)
    town = plan_of(*HOUSES, plots=plots(("2", "2a Askholt", 0, 50)), plot_columns=COLUMNS)
    town.landscape = landscape(("lavbund", "Engen", square(280, 0, 100)))
    town.local_plans = read_local_plans(np.array([], dtype=object), {}, [])
    town.in_local_plans = buildings_in_plans(town.buildings.points, town.local_plans)
    by_key = facts_of(town, near=10.0)
    assert (by_key["2"].themes, by_key["2"].plans) == ((), ())
    assert [(one.name, one.areas) for one in by_key["1"].themes] == [("Lavbundsareal", ("Engen",))]
    assert by_key["1"].plots == ()
    assert "Fredning" in by_key["1"].unknown_themes
    assert "Lavbundsareal" not in by_key["1"].unknown_themes
    assert "Øvrig udpegning" not in by_key["1"].unknown_themes  # what has no theme of its own is missed by nobody


def test_the_plans_over_a_property_stand_newest_first():
    town = plan_of(*HOUSES)
    shapes = np.array([shapely.from_wkt(square(-50, -50, 200))] * 2, dtype=object)
    raw = {"plan_name": ["Ældre", "Nyere"], "plan_number": ["1", "2"], "adopted": [20000101, 20200101]}
    town.local_plans = read_local_plans(shapes, {**raw, "preservation_text": ["Tage bevares.", None]}, [])
    town.in_local_plans = buildings_in_plans(town.buildings.points, town.local_plans)
    over = facts_of(town)["2"].plans
    assert [(one.over.called, one.preserves, one.says) for one in over] == [
        ("lokalplan 2 Nyere", False, ""),
        ("lokalplan 1 Ældre", True, "Tage bevares."),
    ]
    assert facts_of(town)["1"].plans == ()


def test_a_property_without_buildings_names_the_environment_that_its_land_lies_in():
    known = environments(("a", "Haverne", 390, 40), ("b", "Villavejene", 390, 40))
    known = replace(known, decided=[False, True])
    town = plan_of(*HOUSES, environments=known, plots=plots(("7", "7000a Askholt", 400, 20)), plot_columns={})
    assert [one.name for one in facts_of(town)["7"].environments] == ["Villavejene"]
    assert facts_of(town)["1"].environments == ()


def test_whether_a_property_is_in_the_plans_area_is_known_from_the_parcels_of_the_designated_buildings():
    town = plan_of(
        *HOUSES,
        building(400, address="Bredevej 3", property="3"),
        plots=plots(("1", "1a Askholt", 290, 30), ("2", "2a Askholt", 0, 50), ("2, 3", "2b Askholt", 400, 20)),
        plot_columns={},
    )
    assert [(one.reach, one.in_area) for _, one in sorted(facts_of(town).items())] == [
        (OUTSIDE, ()),
        (INSIDE, ("2a Askholt",)),
        (OUTSIDE, ()),
    ]
    shared = plan_of(*HOUSES, plots=plots(("1, 2", "2a Askholt", 0, 50)), plot_columns={})
    assert (facts_of(shared)["1"].reach, facts_of(shared)["1"].in_area) == (INSIDE, ("2a Askholt",))
    assert not facts_of(shared)["2"].partly
    more = plan_of(*HOUSES, plots=plots(("2", "2a Askholt", 0, 50), ("2", "2b Askholt", 400, 20)), plot_columns={})
    assert (facts_of(more)["2"].in_area, facts_of(more)["2"].partly) == (("2a Askholt",), True)
    # Of a property whose parcels nobody knows it cannot be told.
    assert facts_of(plan_of(*HOUSES))["1"].reach == UNDECIDED
