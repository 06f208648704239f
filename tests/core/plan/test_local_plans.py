"""Which lokalplaner in force the plan meets, and which of them preserve buildings already."""

from datetime import date

import numpy as np
import shapely
from builders import square

from lyngby_heritage.core.plan.local_plans import OF_REGISTER, buildings_in_plans, preserved_by, read_local_plans
from lyngby_heritage.core.registers.plandata import preserves

# Name, number, adopted, bevarbest, status, cancelled, plan of a delområde, abestem1, abestem2; west edge and side.
ROWS = (
    ("Villavejene", "91", 20200622, "Må ikke nedrives.", "V", None, None, None, None, 0, 100),
    ("Tagetager på villavejene", "91.1", 20231116, None, "V", None, None, 4150, None, 0, 50),
    ("Lokalplan 64 for Landsbyen", "64", "30.05.2016", "Ingen.", "V", None, None, 4150, 4160, 200, 100),
    ("Byplanvedtægt nr. 1", "1", 19101224, None, "V", None, None, None, None, 0, 400),
    ("Et forslag", "120", 20260101, "Alt bevares.", "F", None, None, None, None, 0, 400),
    ("Aflyst", "12", 19900101, "Alt bevares.", "V", 20100101, None, None, None, 0, 400),
    ("Delområde A", "", None, "Alt bevares.", "V", None, "91", None, None, 0, 400),
)


def plans():
    *columns, west, side = (list(column) for column in zip(*ROWS))
    concepts = ("plan_name", "plan_number", "adopted", "preservation_text", "plan_status", "plan_cancelled")
    raw = dict(zip((*concepts, "parent_plan"), columns))
    shapes = np.array([shapely.from_wkt(square(x, 0, s)) for x, s in zip(west, side)], dtype=object)
    return read_local_plans(shapes, raw, columns[7:])


def test_plans_in_force_stand_newest_first_and_a_date_that_plandata_writes_for_none_is_none():
    found = plans()
    assert list(zip(found.names, found.adopted, found.preserving.tolist())) == [
        ("lokalplan 91.1 Tagetager på villavejene", date(2023, 11, 16), False),
        ("lokalplan 91 Villavejene", date(2020, 6, 22), True),
        ("lokalplan 64 for Landsbyen", date(2016, 5, 30), True),  # 4160, in whichever slot
        ("byplanvedtægt nr. 1", None, False),
    ]
    assert found.left_out == 2  # the proposal and the cancelled one; a delområde is part of its plan
    assert found.binding.tolist() == [True, True, True, True, False, False, False]  # in the order of the layer


def test_a_date_of_adoption_that_is_no_date_is_kept_as_it_stands_and_one_that_is_not_stated_is_none():
    days = ["forår 2012", None, 19101224, "20120117"]
    shapes = np.array([shapely.from_wkt(square(0, 0, 50))] * 4, dtype=object)
    found = read_local_plans(shapes, {"plan_number": ["1", "2", "3", "4"], "adopted": days}, [])
    assert list(zip(found.numbers, found.adopted, found.unreadable)) == [
        ("4", date(2012, 1, 17), ""),
        ("1", None, "forår 2012"),
        ("2", None, ""),
        ("3", None, ""),  # what Plandata writes for none
    ]


def test_buildings_lie_in_the_plans_that_hold_their_point():
    points = shapely.points([(25, 25), (75, 75), (250, 50), (350, 50), (900, 900)])
    held = buildings_in_plans(points, plans())
    assert [held.plans_of(row) for row in range(5)] == [[0, 1, 3], [1, 3], [2, 3], [3], []]
    assert held.buildings_in(3).tolist() == [0, 1, 2, 3]


def test_a_building_is_marked_with_the_newest_plan_that_preserves_where_it_stands():
    points = shapely.points([(25, 25), (250, 50), (350, 50), (900, 900)])
    by_register = np.array([False, True, False, True])
    found = plans()
    assert preserved_by(by_register, found, buildings_in_plans(points, found)) == [
        "lokalplan 91 Villavejene",  # the newer 91.1 says nothing of preservation
        "lokalplan 64 for Landsbyen",
        "",
        OF_REGISTER,
    ]
    assert preserved_by(by_register, None, None) == ["", OF_REGISTER, "", OF_REGISTER]


def test_a_plan_without_number_and_name_is_called_by_its_row():
    shapes = np.array([shapely.from_wkt(square(0, 0, 50))] * 2, dtype=object)
    found = read_local_plans(shapes, {"plan_name": ["Villavejene", None], "plan_number": [None, None]}, [])
    assert found.names == ["lokalplan Villavejene", "lokalplan i række 2"]


def test_of_several_preserving_plans_every_one_is_named_newest_first():
    shapes = np.array([shapely.from_wkt(square(0, 0, 50))] * 2, dtype=object)
    raw = {"plan_name": ["Ældre", "Nyere"], "plan_number": ["1", "2"], "adopted": [20000101, 20200101]}
    found = read_local_plans(shapes, raw, [[4160, 4160]])
    held = buildings_in_plans(shapely.points([(25, 25)]), found)
    assert preserved_by(np.array([True]), found, held) == ["lokalplan 2 Nyere; lokalplan 1 Ældre"]


def test_what_says_that_there_are_no_provisions_on_preservation_is_none():
    assert [preserves((), one) for one in ("Ingen", "-", "nej", "", None, "Stengærder bevares.")] == [False] * 5 + [
        True
    ]
    assert [preserves((one,), None) for one in (4160, "4160", 4160.0, 4150, None)] == [True, True, True, False, False]


def test_the_address_of_a_plans_document_is_one_of_the_web_or_none():
    shapes = np.array([shapely.from_wkt(square(0, 0, 50))] * 3, dtype=object)
    raw = {"plan_number": ["1", "2", "3"], "plan_document": ["https://dokument.plandata.dk/20_1.pdf", "se sagen", None]}
    assert read_local_plans(shapes, raw, []).documents == ["https://dokument.plandata.dk/20_1.pdf", "", ""]
