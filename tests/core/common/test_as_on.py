"""A run goes by now, or by the day that it is told."""

from datetime import date, datetime

import pytest

from lyngby_heritage.core.common.as_on import as_on, danish_now, danish_today, day_gone_by
from lyngby_heritage.core.registers.validity import begins_later, has_ended


@pytest.mark.parametrize(
    ("day", "ended", "later"),
    [(date(2028, 4, 30), False, True), (date(2028, 5, 1), True, False), (date(2028, 5, 2), True, False)],
)
def test_beginnings_and_ends_are_held_against_that_day(day, ended, later):
    """In the register's own time 22.00 on 30 April is midnight in Denmark."""
    with as_on(day):
        assert (has_ended("2028-04-30T22:00:00Z"), begins_later("2028-04-30T22:00:00Z")) == (ended, later)


def test_after_it_the_time_is_now_again():
    with as_on(date(2028, 5, 1)), as_on(None):
        assert abs((danish_now().date() - datetime.now().date()).days) <= 1
    assert abs((danish_now().date() - datetime.now().date()).days) <= 1


def test_what_is_made_is_dated_that_day_and_where_none_is_told_today():
    with as_on(date(2028, 5, 1)):
        assert (danish_today(), day_gone_by()) == (date(2028, 5, 1), date(2028, 5, 1))
    assert day_gone_by() is None
    assert danish_today() == danish_now().date()
