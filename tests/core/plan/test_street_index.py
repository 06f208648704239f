"""The index of streets: worked out by hand over two sheets side by side, each 100 m square."""

import numpy as np
import shapely

from lyngby_heritage.core.plan.sheets import Sheet
from lyngby_heritage.core.plan.street_index import Street, columns_of, lines_of, street_index

SHEETS = [Sheet("kortblad", "", "", 1000, (0, 0, 100, 100)), Sheet("kortblad", "", "", 1000, (100, 0, 200, 100))]


def index(*rows):
    """Each (address, x, whether the plan names the building)."""
    points = np.array([None if x is None else shapely.Point(x, 50) for _, x, _ in rows], dtype=object)
    found = street_index([address for address, _, _ in rows], points, points, [named for _, _, named in rows], SHEETS)
    return [(one.name, one.sheets) for one in found]


def test_a_street_has_the_sheets_of_those_of_its_buildings_that_the_plan_names():
    assert index(("Bredevej 1", 50, True), ("Bredevej 9", 150, False), ("Abelsvej 2", 150, True)) == [
        ("Abelsvej", (2,)),
        ("Bredevej", (1,)),
    ]


def test_a_street_that_the_plan_names_nothing_on_is_found_by_its_other_buildings():
    assert index(("Bredevej 1", 50, False), ("Bredevej 9", 150, False)) == [("Bredevej", (1, 2))]


def test_what_lies_on_no_sheet_or_has_no_street_is_not_in_the_index():
    assert index(("Bredevej 1", 500, True), ("Kirken", 50, True), ("", 50, True), ("Åvej 3", None, True)) == []


def test_streets_of_one_name_in_two_towns_are_two_streets():
    assert index(
        ("Skolevej 1, 2800 Kgs. Lyngby", 50, True),
        ("Skolevej 1, 1. tv, 2830 Virum", 150, True),
        ("Åvej 1, 2830 Virum", 150, True),
    ) == [("Skolevej (Kgs. Lyngby)", (1,)), ("Skolevej (Virum)", (2,)), ("Åvej", (2,))]


def test_a_long_name_and_many_numbers_go_on_below():
    street = Street("Gammel Strandvejs Sidegade", (1, 2, 13))
    assert lines_of(street, 18, 5) == [("Gammel Strandvejs", "1, 2,"), ("Sidegade", "13")]


def test_no_street_is_cut_in_two_by_the_end_of_a_column():
    streets = [Street("A", (1,)), Street("B", (1,)), Street("C", (10, 11))]
    assert columns_of(streets, 20, 3, 3) == [[("A", "1"), ("B", "1")], [("C", "10,"), ("", "11")]]
