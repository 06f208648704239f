"""Distances that move: each pair is a neighbour from the first step that the rule itself says it is within."""

import numpy as np
import pytest
import shapely
from builders import house, parcels, plots_in_a_row, rows

from lyngby_heritage.core.neighbourhood.buildings import merge
from lyngby_heritage.core.neighbourhood.neighbours import by_distance, by_plot
from lyngby_heritage.core.neighbourhood.plots import find_homes
from lyngby_heritage.core.neighbourhood.stepped import first_steps, stepped_by_distance, stepped_by_plot, whole_steps

STEPS = whole_steps(40, 40)


@pytest.mark.parametrize(
    ("distance", "step"),
    [
        (0.0, 0),
        (0.4, 1),
        (39.0, 39),
        (39.001, 40),
        (40.0000005, 40),  # as the rule has it: decimal coordinates, binary distances
        (40.00001, 41),  # none of the steps reaches it
    ],
)
def test_the_first_step_that_reaches(distance, step):
    one, other = (np.array([shapely.Point(x, 0)], dtype=object) for x in (0, distance))
    assert first_steps(one, other, STEPS).tolist() == [step]


def test_a_step_between_whole_metres_is_one_too():
    steps = whole_steps(3, 2.5)
    one = np.array([shapely.Point(0, 0)] * 3, dtype=object)
    other = shapely.points([2.4, 2.5, 2.6], 0.0)
    assert steps[first_steps(one, other, steps)].tolist() == [2.5, 2.5, 3.0]


def pairs(graph):
    return list(zip(graph.source.tolist(), graph.target.tolist()))


def within(source, target, step, last):
    return sorted(zip(source[step <= last].tolist(), target[step <= last].tolist()))


def askew(seed, count=60):
    rolled = np.random.default_rng(seed)
    return [
        house(
            15 * (i % 10) + rolled.choice([0.0, rolled.random() * 5]),
            15 * (i // 10) + rolled.choice([0.0, rolled.random() * 5]),
            id=str(i),
            use=rolled.choice([120, 120, 910]),
            property=rolled.choice([None, "a", "b"]),
            side=8.0,
        )
        for i in range(count)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_every_distance_gives_the_neighbours_that_the_rule_finds(seed):
    buildings = merge(rows(askew(seed)))
    asked = buildings.main & (np.arange(len(buildings)) % 3 > 0)
    found = stepped_by_distance(buildings, asked, STEPS, None)
    for metres in range(41):
        assert within(*found, metres) == pairs(by_distance(buildings, asked, metres)), metres


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("gap", [0.0, 1.5])
def test_every_distance_across_gives_the_neighbours_that_the_rule_finds(seed, gap):
    buildings = merge(rows(askew(seed)))
    homes = find_homes(buildings.geometries, plots_in_a_row(12, width=13.0, depth=110.0, gap=gap))
    asked = buildings.main & (homes.plot >= 0) & (np.arange(len(buildings)) % 3 > 0)
    found = stepped_by_plot(buildings, asked, homes, STEPS)
    for metres in range(41):
        assert within(*found, metres) == pairs(by_plot(buildings, asked, homes, max(metres, 0.5), 0.0)), metres


def test_what_touches_is_a_neighbour_at_whatever_distance_across():
    buildings = merge(rows([house(5, id="a"), house(25, id="b"), house(47, id="c")]))
    # b's plot is 0.3 m from a's, which is as good as touching, and 2 m from c's.
    plots = parcels(
        "POLYGON ((0 -10, 20 -10, 20 20, 0 20, 0 -10))",
        "POLYGON ((20.3 -10, 40 -10, 40 20, 20.3 20, 20.3 -10))",
        "POLYGON ((42 -10, 60 -10, 60 20, 42 20, 42 -10))",
    )
    homes = find_homes(buildings.geometries, plots)
    found = stepped_by_plot(buildings, np.ones(3, dtype=bool), homes, STEPS)
    assert within(*found, 0) == [(0, 1), (1, 0)]
    assert within(*found, 1) == [(0, 1), (1, 0)]
    assert within(*found, 2) == [(0, 1), (1, 0), (1, 2), (2, 1)]
