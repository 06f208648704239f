"""The same registers straight into the calculation and through the building layer: one answer, made by hand."""

import numpy as np
import pytest
from register_tables import building_rows, floor_rows, point, prepared

from lyngby_heritage.core.registers.storeys import Additions, completed, no_storeys, place_storeys, storeys_of
from lyngby_heritage.core.registers.versions import judge

NEVER = "9999-12-31T23:59:59Z"


def house(**more):
    return {"total_area": 100, "storeys": 1, "use": "120", "life_cycle": "6", "valid_until": None, **more}


def floor(name, kind, area, deep=None, **more):
    told = {"floor_name": name, "floor_kind": kind, "floor_area": area, "deep_basement": deep}
    return {**told, "life_cycle": "6", "valid_until": None, **more}


CASES = {
    # name: rows of the building, its storeys, and full storeys + roof + basement that counts, of which in doubt
    "never ends": ([house(valid_until=NEVER)], [], (100, 0, 0, 0)),
    "status in words": ([house(life_cycle="Historisk")], [], None),
    "a storey named kvist": ([house()], [floor("kvist", 0, 40)], (100, 0, 40, 40)),
    "deep larger than the basement": ([house()], [floor("kl", 0, 60, 80)], (100, 0, 0, 0)),
    "a roof storey without area": ([house()], [floor("t", 1, 30), floor("t", 1, None)], (100, 30, 0, 0)),
    "a basement without area": ([house()], [floor("kl", 0, 50), floor("kl", 0, None)], (100, 0, 50, 50)),
    "older and newer": ([house(valid_from="2010"), house(total_area=150, valid_from="2020")], [], (150, 0, 0, 0)),
    "a storey that never ends": ([house()], [floor("kl", 0, 50, valid_until=NEVER)], (100, 0, 50, 50)),
    "two open rows": ([house(life_cycle="3", total_area=300, valid_from="2020"), house()], [], (100, 0, 0, 0)),
    "not yet there": ([house(life_cycle="2")], [], None),
    "one depth of two": ([house()], [floor("kl", 2, 50, 20), floor("k2", 2, 10)], (100, 0, 40, 10)),
    "a gap in the first of two rows": ([house(total_area=None), house()], [], (100, 0, 0, 0)),
    "a storey that is gone": ([house()], [floor("kl", 2, 50, 0, life_cycle="10")], (100, 0, 0, 0)),
}


def parts(total, additions):
    """Full storeys, roof, basement that counts and its doubtful part."""
    columns = (total, np.nan_to_num(additions.roof), additions.counted_basement, additions.doubtful_basement)
    return tuple(float(one[0]) for one in columns)


def straight(bbr, floors):
    """As the calculation reads BBR itself: the rows that stand, and what the storeys say."""
    rows = building_rows(*bbr)
    standing = np.flatnonzero(judge(rows.ids, rows.lives).stands)
    if not len(standing):
        return None
    total = rows.attributes.numbers["total_area"][standing]
    total = total[~np.isnan(total)][:1]
    building, _ = place_storeys(floors, {"a": 0})
    nothing = np.full(1, np.nan)
    return parts(total, completed(storeys_of(floors, building, 1), Additions(nothing, nothing, nothing, nothing)))


def through_the_layer(result, floors):
    """As the calculation reads the prepared layer, with the storeys beside it or without."""
    lives = {"life_cycle": [one or None for one in result.status], "valid_until": [one or None for one in result.until]}
    rows = building_rows(*({"id": "a", **dict(zip(lives, one))} for one in zip(*lives.values())))
    if not judge(rows.ids, rows.lives).stands.all():
        return None
    known = result.attributes
    concepts = ("roof_storey_area", "basement_area", "deep_basement_area", "unstated_basement_area")
    storeys = no_storeys(1)
    if floors is not None:
        storeys = storeys_of(floors, place_storeys(floors, {"a": 0})[0], 1)
    return parts(known["total_area"], completed(storeys, Additions(*(known[one] for one in concepts))))


@pytest.mark.parametrize("name", CASES)
def test_the_route_makes_no_difference(name):
    houses, storeys, expected = CASES[name]
    bbr = [{"id": "a", "wkt": point(0), **one} for one in houses]
    told = [{"floor_id": f"{number}", "floor_building": "a", **one} for number, one in enumerate(storeys)]
    floors = floor_rows(*told)
    result = prepared([{"id": "a", "save": 5, "wkt": point(0)}], bbr, floors=told)
    assert len(result) == 1
    assert straight(bbr, floors) == expected
    assert through_the_layer(result, None) == expected
    assert through_the_layer(result, floors) == expected
