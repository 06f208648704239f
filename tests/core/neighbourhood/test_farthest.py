"""How far off the farthest neighbour lies that a building was compared with."""

import numpy as np
import pytest
import shapely
from builders import classified, house, parcels

from lyngby_heritage.core.neighbourhood.farthest import farthest_neighbour
from lyngby_heritage.core.neighbourhood.neighbours import NeighbourGraph


def test_it_is_measured_from_footprint_to_footprint():
    # Houses of 10 m at 0, 25 and 45: b lies 15 m from a and 10 m from c, and a 35 m from c.
    result = classified([house(x, id=f"b{x}") for x in (0, 25, 45)])
    assert result.distance.tolist() == [35.0, 15.0, 35.0]


def test_without_a_neighbour_it_is_unknown():
    assert np.isnan(classified([house(0, id="a"), house(60, id="b")]).distance).all()


def test_a_neighbour_that_was_not_compared_does_not_count():
    # Of c nothing but its area is known: one attribute, where two must be.
    nothing = {"use": None, "year": None, "storeys": None, "wall": None, "roof": None}
    result = classified([house(0, id="a"), house(15, id="b"), house(45, id="c", **nothing)])
    assert result.distance[:2].tolist() == [5.0, 5.0]


def test_properties_that_adjoin_may_have_their_houses_far_apart_and_the_reason_says_it():
    # Two farms of 400 m side by side, the houses at their far ends: 780 m from wall to wall.
    farms = parcels(*(f"POLYGON (({x} 0, {x + 400} 0, {x + 400} 50, {x} 50, {x} 0))" for x in (0, 400)))
    result = classified([house(0, 10, id="a", save=4), house(790, 10, id="b", save=5)], farms)
    assert result.distance.tolist() == [780.0, 780.0]
    assert "Den fjerneste ligger 780 m væk." in result.reasons(0, 1)[0]


def test_neighbours_nearer_than_the_distance_of_method_3_are_not_remarked_on():
    result = classified([house(0, id="a", save=4), house(25, id="b", save=5)])
    assert "Den fjerneste" not in result.reasons(0, 1)[0]


@pytest.mark.parametrize("kind", ["points", "squares", "odd shapes"])
def test_it_is_the_largest_of_all_distances(kind):
    chance = np.random.default_rng(7)
    points = shapely.points(chance.uniform(0, 300, (60, 2)))
    sizes = {"points": 0.0, "squares": 5.0, "odd shapes": 12.0}[kind]
    shapes = points if not sizes else shapely.buffer(points, sizes, cap_style="square")
    if kind == "odd shapes":
        shapes = shapely.difference(shapes, shapely.buffer(points, 8.0))
    i, j = np.nonzero(~np.eye(60, dtype=bool))
    chosen = chance.random(len(i)) < 0.1
    graph = NeighbourGraph(i[chosen], j[chosen], np.empty(0, dtype=np.intp))
    assessed = chance.random(int(chosen.sum())) < 0.8
    found = farthest_neighbour(shapes, graph, assessed)
    source, target = graph.source[assessed], graph.target[assessed]
    distance = shapely.distance(shapes[source], shapes[target])
    for one in range(60):
        own = distance[source == one]
        assert (np.isnan(found[one]) and not len(own)) or found[one] == pytest.approx(own.max(), abs=0.005)
