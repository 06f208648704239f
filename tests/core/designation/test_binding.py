"""Which buildings an adopted plan binds: one table, by hand, and all who ask."""

import numpy as np
import pytest
from geofa_cases import house, plan_buildings, register_rows

from lyngby_heritage.core.delivery.geofa import adopted_rows
from lyngby_heritage.core.designation.binding import bound_by_plan, may_be_bound, unbound_as_withheld
from lyngby_heritage.core.white_book.notice_list import NOT_PUBLIC, Standing, unbound_rows

TABLE = [
    # designated, apart, withheld -> may be bound, bound, unbound as withheld
    ((0, 0, 0), (0, 0, 0)),
    ((0, 0, 1), (0, 0, 0)),
    ((0, 1, 0), (0, 0, 0)),
    ((0, 1, 1), (0, 0, 0)),
    ((1, 0, 0), (1, 1, 0)),
    ((1, 0, 1), (1, 0, 1)),
    ((1, 1, 0), (0, 0, 0)),
    ((1, 1, 1), (0, 0, 0)),
]
CHURCH = 414


def test_a_designated_building_is_bound_where_it_is_named_and_neither_listed_nor_a_church():
    designated, apart, withheld = (np.array(one, dtype=bool) for one in zip(*(given for given, _ in TABLE)))
    may, bound, unbound = (np.array(one, dtype=bool).tolist() for one in zip(*(found for _, found in TABLE)))

    assert may_be_bound(designated, apart).tolist() == may
    assert bound_by_plan(designated, apart, withheld).tolist() == bound
    assert unbound_as_withheld(designated, apart, withheld).tolist() == unbound


@pytest.mark.parametrize(("given", "found"), TABLE)
def test_the_list_of_owners_and_the_rows_for_geofa_say_the_same(given, found):
    designated, apart, withheld = given
    _, bound, unbound = found
    standing = Standing(*(np.array([one], dtype=bool) for one in given))
    assert (standing.bound.tolist(), NOT_PUBLIC in [one.name for one in unbound_rows(standing)]) == (
        [bool(bound)],
        bool(unbound),
    )

    building = house(1, yes=bool(designated), use=CHURCH if apart else 120, public=not withheld)
    done = adopted_rows(plan_buildings(building), register_rows(), "173")
    assert (done.columns["bevaringsvaerdig"] == [True], "unbound" in [one.what for one in done.gaps]) == (
        bool(bound),
        bool(unbound),
    )
