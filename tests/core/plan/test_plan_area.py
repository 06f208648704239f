"""The area that the plan regulates: by hand, of squares ten metres wide."""

import numpy as np
import pytest
import shapely
from plan_builders import building
from plan_builders import buildings as building_table

from lyngby_heritage.core.plan.content import Parcels, Plots
from lyngby_heritage.core.plan.environments import Environments
from lyngby_heritage.core.plan.plan_area import plan_area


def square(x, y=0.0, side=10.0):
    return shapely.box(x, y, x + side, y + side)


def shapes(*some):
    return np.array(some, dtype=object)


def buildings(*rows):
    """Each (x, designated, property)."""
    return building_table(
        *(building(x, yes=yes, property=key, wkt=shapely.to_wkt(square(x + 2, 2, 4))) for x, yes, key in rows)
    )


def plots(*rows):
    return Plots([key for key, _ in rows], ["1a"] * len(rows), shapes(*(shape for _, shape in rows)))


def environments(*rows):
    """Each (shape, whether it is decided)."""
    texts = [""] * len(rows)
    return Environments(texts, texts, {}, texts, shapes(*(one for one, _ in rows)), [decided for _, decided in rows])


def test_the_ground_of_designated_buildings_is_the_area_and_no_other_ground():
    area = plan_area(
        buildings((0, True, "a"), (10, False, "b"), (40, True, "c")),
        plots(("a", square(0)), ("b", square(10)), ("c", square(40))),
        None,
        None,
    )
    assert area.geometry.equals(shapely.union(square(0), square(40)))
    assert (area.buildings, area.groundless, area.environments, area.hectares) == (2, 0, 0, 0.02)


def test_grounds_that_touch_become_one_without_a_line_between_them():
    area = plan_area(buildings((0, True, "a"), (10, True, "b")), plots(("a", square(0)), ("b", square(10))), None, None)
    assert area.geometry.geom_type == "Polygon"
    assert area.hectares == pytest.approx(0.02)


def test_a_building_on_no_plot_stands_on_its_parcel_and_one_on_neither_is_counted():
    area = plan_area(
        buildings((0, True, "a"), (20, True, "x"), (60, True, "y")),
        plots(("a", square(0))),
        Parcels(["1b"], [""], shapes(square(20))),
        None,
    )
    assert area.geometry.equals(shapely.union(square(0), square(20)))
    assert (area.buildings, area.groundless) == (2, 1)


def test_a_decided_environment_is_part_of_the_area_and_a_proposal_is_not():
    area = plan_area(buildings((0, False, "")), None, None, environments((square(100), True), (square(200), False)))
    assert area.geometry.equals(square(100))
    assert (area.buildings, area.environments) == (0, 1)


def test_nobody_knows_the_area_where_no_layer_says_it():
    assert plan_area(buildings((0, True, "a")), None, None, None) is None


def test_a_plan_that_designates_nothing_has_no_area():
    assert plan_area(buildings((0, False, "a")), plots(("a", square(0))), None, None) is None
