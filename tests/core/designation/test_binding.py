"""Which buildings an adopted plan binds: one table, by hand, and all who ask."""

from pathlib import Path

import numpy as np
import pytest
from geofa_cases import house, plan_buildings, register_rows

from lyngby_heritage.core.delivery.geofa import adopted_rows
from lyngby_heritage.core.designation.binding import COUNTED_HERE, bound_by_plan, may_be_bound, unbound_as_withheld
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
PLUGIN = Path(__file__).parents[3] / "lyngby_heritage"


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


def test_every_report_says_alike_that_the_documents_count_what_stands_apart_for_itself_or_not_at_all():
    assert COUNTED_HERE.endswith(
        "planens dokumenter tæller dem for sig eller slet ikke, så tallene dér kan være lavere."
    )
    texts = [one.read_text(encoding="utf-8") for one in PLUGIN.rglob("*.j2")]
    texts += [one.read_text(encoding="utf-8") for one in (PLUGIN / "core").rglob("*.py")]
    assert sum("er talt med her; planens dokumenter" in one for one in texts) == 1
    assert not any("tæller dem ikke, så tallene" in one for one in texts)
