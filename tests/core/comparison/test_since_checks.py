"""What cannot be the plan's registers of a later day is refused, and what merely cannot be told is said."""

from datetime import date

import numpy as np
import pytest
from follow_cases import PLAN_ROWS, plots, stock

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.common.wording import filled
from lyngby_heritage.core.comparison.since import Fate, History
from lyngby_heritage.core.comparison.since_checks import (
    refuse_old_history,
    refuse_older,
    refuse_unknown_ids,
    refuse_unknown_properties,
)

PLAN = date(2027, 4, 19)


def test_ids_of_another_kind_are_no_demolished_town():
    others = stock([(f"x{one[0]}", *one[1:]) for one in PLAN_ROWS])
    with pytest.raises(HeritageError, match="4 of the plan's 4 buildings are not in the layer nu, such as a, b, c"):
        refuse_unknown_ids("nu", stock(PLAN_ROWS), others, None)


def test_half_of_them_may_be_missing_and_those_that_bbr_knows_are_not():
    refuse_unknown_ids("nu", stock(PLAN_ROWS), stock(PLAN_ROWS[:2]), None)
    told = History(gone={one: Fate(True, "er historisk") for one in "abcd"})
    refuse_unknown_ids("nu", stock(PLAN_ROWS), stock(PLAN_ROWS[:0]), told)
    with pytest.raises(HeritageError):
        refuse_unknown_ids("nu", stock(PLAN_ROWS), stock(PLAN_ROWS[:1]), None)


def test_a_plan_without_ids_is_refused():
    with pytest.raises(HeritageError, match="bygning_id"):
        refuse_unknown_ids("nu", stock([("", *one[1:]) for one in PLAN_ROWS]), stock(PLAN_ROWS), None)


def test_a_layer_that_was_written_before_the_plan_is_refused():
    refuse_older("nu", "BUILDINGS", "2027-04-19", PLAN)
    refuse_older("nu", "BUILDINGS", "", PLAN)
    with pytest.raises(HeritageError, match=r"written on 2027-04-18, and the plan is of 2027-04-19"):
        refuse_older("nu", "BUILDINGS", "2027-04-18", PLAN)


def test_what_is_too_old_is_told_in_danish_days():
    with pytest.raises(HeritageError) as refused:
        refuse_older("nu", "BUILDINGS", "2027-04-18", PLAN)
    (note,) = refuse_old_history("bbr", History(newest="2027-04-18", rows=199), PLAN)
    for one in (refused.value, note):
        said = filled("{day}{newest}, {plan}", {"day": "", "newest": "", **one.values}, danish=True)
        assert said == "18. april 2027, 19. april 2027"


@pytest.mark.parametrize(("newest", "rows", "notes"), [("2027-04-19", 5000, 0), ("2027-04-18", 199, 1), ("", 5000, 1)])
def test_how_old_bbr_is(newest, rows, notes):
    assert len(refuse_old_history("bbr", History(newest=newest, rows=rows), PLAN)) == notes


def test_a_whole_bbr_without_an_entry_since_the_plan_is_from_before_it():
    with pytest.raises(HeritageError, match=r"latest of its 5,000 rows is of 2027-04-18"):
        refuse_old_history("bbr", History(newest="2027-04-18", rows=5000), PLAN)


def test_properties_of_elsewhere_are_refused():
    ours, theirs = plots(("9000", "overholdt", 20, 25)), plots(("1", "overholdt", 20, 25))
    refuse_unknown_properties("ejendomme", ours, ours)
    with pytest.raises(HeritageError, match="no property of the plan is in the layer ejendomme"):
        refuse_unknown_properties("ejendomme", ours, theirs)


def test_a_plan_of_no_buildings_asks_nothing_of_places():
    empty = stock([], save_days=())
    assert len(empty) == 0
    assert not np.any(empty.outlined)
