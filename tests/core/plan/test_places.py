"""The places of the plan: the whole, the decided environments, the map sheets; no proposal, none without a geometry."""

import numpy as np
import shapely
from builders import square

from lyngby_heritage.core.plan.environments import Environments
from lyngby_heritage.core.plan.places import places_of
from lyngby_heritage.core.plan.sheets import Sheet


def test_the_whole_the_decided_environments_and_each_sheet():
    shapes = [shapely.from_wkt(square(0, 0, 10)), None, shapely.from_wkt(square(100, 0, 10))]
    environments = Environments(
        ids=["gaden", "uden", "7"],
        names=["Gaden", "Uden omrids", "Et forslag"],
        figures={},
        stories=["", "", ""],
        geometries=np.array(shapes, dtype=object),
        decided=[True, True, False],
    )
    sheets = [
        Sheet("kulturmiljoe", "Gaden: Bredevej", "", 500, (-5, -5, 15, 15)),
        Sheet("kortblad", "", "", 500, (0, 0, 9, 9)),
    ]
    assert [(one.group, one.name, one.bounds) for one in places_of((0, 0, 200, 20), environments, sheets)] == [
        ("Planen", "Hele det undersøgte område", (0, 0, 200, 20)),
        ("Kulturmiljøer", "Gaden", (0, 0, 10, 10)),
        ("Kortblade", "1 Gaden: Bredevej", (-5, -5, 15, 15)),
        ("Kortblade", "2", (0, 0, 9, 9)),
    ]


def test_a_plan_without_environments_and_sheets_has_one_place():
    assert [one.name for one in places_of((0, 0, 1, 1), None, [])] == ["Hele det undersøgte område"]


def test_sheets_are_in_the_order_of_the_atlas_where_names_are_sorted_as_text():
    sheets = [Sheet("kortblad", "", "", 500, (0, 0, 9, 9))] * 10
    names = [one.name for one in places_of((0, 0, 1, 1), None, sheets)[1:]]
    assert (names[0], names[9]) == ("01", "10")
    assert sorted(names) == names
