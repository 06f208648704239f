"""What the card is told of a building's plot and of the lokalplaner that it lies in."""

from datetime import date

import numpy as np
import pytest
import shapely
from builders import square
from plan_builders import building, plan_of, plots

from lyngby_heritage.core.plan.card_facts import PlanOver
from lyngby_heritage.core.plan.local_plans import buildings_in_plans, read_local_plans
from lyngby_heritage.core.plan.public_facts import told_plans, told_plots

PLOTS = plots(("1", "7a", 0, 20), ("1", "7b", 40, 20), ("2", "9c", 80, 20))
COLUMNS = {
    "grund_nr": [1, 2, 1],
    "bebyggelsesprocent": [24.5, 31.0, None],
    "tilladt_procent": [30.0, 30.0, None],
    "status": ["overholdt", "overskredet", "ukendt"],
    "bemaerkning": ["98 m² af 400 m².", "124 m² af 400 m².", "Grundens areal kendes ikke."],
}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (building(0, property="1"), [(24.5, 30.0, "98 m² af 400 m².")]),  # the plot that it stands on
        (building(40, property="1"), [(31.0, 30.0, "124 m² af 400 m².")]),
        (building(500, property="1"), [(24.5, 30.0, "98 m² af 400 m²."), (31.0, 30.0, "124 m² af 400 m².")]),
        (building(80), [(None, None, "Grundens areal kendes ikke.")]),  # property unknown: by place
        (building(500), []),
    ],
)
def test_a_building_has_the_plot_that_it_stands_on_or_all_of_its_property(row, told):
    (found,) = told_plots(plan_of(row, plots=PLOTS, plot_columns=COLUMNS))
    assert [(one.ratio, one.allowed, one.remark) for one in found] == told


def test_without_a_layer_nothing_is_told_of_plots_or_lokalplaner():
    plan = plan_of(building(0), building(20))
    assert (told_plots(plan), told_plans(plan)) == ([None, None], [None, None])


def test_lokalplaner_stand_newest_first_and_none_is_an_answer():
    shapes = np.array([shapely.from_wkt(square(-5, -5, side)) for side in (20, 40)], dtype=object)
    raw = {"plan_name": ["Villavejene", "Bakken"], "plan_number": ["91", "120"], "adopted": [20200622, 20230301]}
    plan = plan_of(building(0), building(20), building(500))
    plan.local_plans = read_local_plans(shapes, raw, [])
    plan.in_local_plans = buildings_in_plans(plan.buildings.points, plan.local_plans)
    newer = PlanOver("lokalplan 120 Bakken", date(2023, 3, 1))
    assert told_plans(plan) == [(newer, PlanOver("lokalplan 91 Villavejene", date(2020, 6, 22))), (newer,), ()]
