"""Names of streets from the addresses of houses: small streets whose direction is seen at once."""

import math

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.plan.street_names import PIECE, SHORTEST, street_names


def named(*houses, also=()):
    """Each house (address, x, y): a square of 8 m; `also` are other buildings, as shapes."""
    points = np.array([None if x is None else shapely.Point(x, y) for _, x, y in houses], dtype=object)
    footprints = [None if one is None else shapely.buffer(one, 4, cap_style="square") for one in points]
    return street_names([address for address, _, _ in houses], points, np.array([*footprints, *also], dtype=object))


def angle_of(line):
    (x1, y1), (x2, y2) = line.coords
    return math.degrees(math.atan2(y2 - y1, x2 - x1))


@pytest.mark.parametrize("degrees", [0, 30, 60, -45, 89])
def test_a_name_runs_along_the_houses_and_is_read_from_the_left(degrees):
    turn = math.radians(degrees)
    found = named(*((f"Bredevej {i}", 20 * i * math.cos(turn), 20 * i * math.sin(turn)) for i in range(1, 6)))
    assert found.names == ["Bredevej"]
    assert angle_of(found.lines[0]) == pytest.approx(degrees)
    assert found.lines[0].length == pytest.approx(80)  # from the first house to the last
    assert found.houses.tolist() == [5]


def test_between_two_rows_of_houses_a_name_lies_on_the_road():
    rows = [(f"Bredevej {2 * i + side}", 20 * i, 30 * side) for i in range(5) for side in (0, 1)]
    (line,) = named(*rows).lines
    assert {y for _, y in line.coords} == {15.0}


def test_beside_one_row_of_houses_a_name_lies_on_none_of_them():
    houses = [(f"Bredevej {i}", 20 * i, 0) for i in range(1, 6)]
    (line,) = named(*houses).lines
    assert {y for _, y in line.coords} == {12.0}  # 6 m is still on the houses, which reach 4 m, with half a letter more
    others = [shapely.box(20 * i, 8, 20 * i + 10, 16) for i in range(1, 6)]
    (line,) = named(*houses, also=others).lines
    assert {y for _, y in line.coords} == {-12.0}


def test_a_long_street_has_a_name_for_each_piece_and_one_that_stands_for_all():
    found = named(*((f"Bredevej {i}", 20 * i, 0) for i in range(20)), ("Bredevej 90", 385, 0))
    assert len(found.names) == round(385 / PIECE) == 3
    assert found.houses.tolist() == [7, 6, 8]
    assert found.chief.tolist() == [False, False, True]


def test_a_street_goes_round_a_corner():
    houses = [(f"Bredevej {i}", 20 * i, 0) for i in range(9)]
    houses += [(f"Bredevej {i}", 160, -20 * (i - 8)) for i in range(9, 17)]
    angles = [abs(angle_of(line)) for line in named(*houses).lines]
    assert min(angles) < 30
    assert max(angles) > 60


def test_a_street_of_one_house_has_a_level_name():
    (line,) = named(("Bredevej 1", 0, 0)).lines
    assert (angle_of(line), line.length) == (0.0, SHORTEST)


def test_streets_of_one_name_in_two_towns_are_named_apart_and_what_is_no_address_not_at_all():
    found = named(
        ("Skolevej 1, 2800 Kgs. Lyngby", 0, 0),
        ("Skolevej 1, 2830 Virum", 5000, 0),
        ("Kirken", 0, 50),
        ("", 0, 90),
        ("Åvej 1", None, 0),
    )
    assert found.names == ["Skolevej", "Skolevej"]
    assert found.chief.tolist() == [True, True]


def test_no_address_gives_no_name():
    assert named(("", 0, 0)).names == []
