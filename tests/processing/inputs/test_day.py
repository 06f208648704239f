"""The day that a run goes by, as the environment variable says it."""

from datetime import date

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.processing.inputs.day import VARIABLE, day_of_run


def test_without_the_variable_a_run_goes_by_today(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    assert day_of_run() == (None, [])
    monkeypatch.setenv(VARIABLE, " ")
    assert day_of_run() == (None, [])


def test_another_day_is_told(monkeypatch):
    monkeypatch.setenv(VARIABLE, "1. maj 2028")
    day, (note,) = day_of_run()
    assert day == date(2028, 5, 1)
    assert note.warning
    assert str(note).startswith("The run goes by 2028-05-01, as the environment variable LYNGBY_HERITAGE_DAY says")


def test_what_is_no_date_is_refused(monkeypatch):
    monkeypatch.setenv(VARIABLE, "maj")
    with pytest.raises(HeritageError, match="LYNGBY_HERITAGE_DAY is 'maj', which is no date"):
        day_of_run()
