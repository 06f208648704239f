"""Dates as registers, services, Excel and people write them, and the day that an instant is in Denmark."""

import datetime
import time

import pytest

from lyngby_heritage.core.common.dates import danish_day, danish_day_of_seconds, read_date


@pytest.mark.parametrize(
    "text",
    [
        "2018-01-01",
        "20180101",
        "2018/01/01",
        "2018.01.01",
        "2018-01-01Z",  # a date with a zone is that date
        "2018-01-01+01:00",
        "2018-01-01T00:00:00",
        "2018-01-01 00:00",
        "2018-01-01T00:00:00+01:00",
        "2018-01-01T00:00:00+0100",
        "2018-01-01T00:00:00.000+01",
        "2017-12-31T23:00:00Z",
        "2017-12-31T23:00:00.000Z",
        "2017-12-31T18:30:00-05:00",
        "01-01-2018",
        "01.01.2018 12:30",
        "1/1/2018",
        "1.1.2018",
        "1. 1. 2018",
        "01.01.18",
        "1. januar 2018",
        "den 1. jan. 2018",
        "1 January 2018",
        "20180101000000",
        "43101",  # days since the last of 1899, as Excel keeps a date
        "43101.75",
        "1514761200",  # seconds, and milliseconds, since 1970
        "1514761200000",
    ],
)
def test_the_first_day_of_2018(text):
    assert read_date(text) == datetime.date(2018, 1, 1)


@pytest.mark.parametrize(
    "text", ["2017-12-31T22:59:59Z", "2017-12-31T23:59:59", "31.12.17", "43100", "1514761199", "2018-01-01T00:30+02:00"]
)
def test_the_last_day_of_2017(text):
    assert read_date(text) == datetime.date(2017, 12, 31)


@pytest.mark.parametrize(
    "text",
    ["", "x", "2018", "2018-13-01", "31.02.2018", "1/13/2018", "2018-1", "123", "1. juleaften 2018", "12-2018", "-5",
     "9" * 400, "2018-01-01 and more", "201811", "2018-01-01T25:00Z"],
)  # fmt: skip
def test_no_date(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the caller names layer, row and value
        read_date(text)


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        # Summer time from the last Sunday of March, 1 o'clock UTC, to that of October: 25 March and 28 October 2018.
        ("2018-03-24T22:59", "2018-03-24"),
        ("2018-03-24T23:00", "2018-03-25"),
        ("2018-03-25T22:00", "2018-03-26"),
        ("2018-07-01T22:00", "2018-07-02"),
        ("2018-07-01T21:59", "2018-07-01"),
        ("2018-10-27T22:00", "2018-10-28"),
        ("2018-10-28T22:30", "2018-10-28"),
        ("2018-10-28T23:00", "2018-10-29"),
        # Until 1995 it ended in September: on the 24th of that year.
        ("1995-10-01T22:30", "1995-10-01"),
        ("1996-10-01T22:30", "1996-10-02"),
        # The first began on 6 April 1980; before there was none.
        ("1980-04-04T22:30", "1980-04-04"),
        ("1980-04-06T22:30", "1980-04-07"),
        ("1977-07-01T22:30", "1977-07-01"),
        ("1977-07-01T23:30", "1977-07-02"),
        ("9999-12-31T23:59", "9999-12-31"),
    ],
)
def test_an_instant_is_its_day_in_denmark(utc, day):
    instant = datetime.datetime.fromisoformat(f"{utc}:00+00:00")
    assert danish_day(instant).isoformat() == day


@pytest.mark.parametrize("clock", ["UTC", "Europe/Copenhagen", "America/Nuuk"])
def test_a_file_of_half_past_midnight_in_denmark_is_of_that_day_wherever_the_clock_stands(clock, monkeypatch):
    monkeypatch.setenv("TZ", clock)
    time.tzset()
    try:
        half_past = datetime.datetime(2026, 11, 26, 23, 30, tzinfo=datetime.timezone.utc).timestamp()
        assert danish_day_of_seconds(half_past) == datetime.date(2026, 11, 27)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_rule_agrees_with_a_database_of_time_zones():
    zoneinfo = pytest.importorskip("zoneinfo")
    try:
        denmark = zoneinfo.ZoneInfo("Europe/Copenhagen")
    except zoneinfo.ZoneInfoNotFoundError:
        pytest.skip("no database of time zones here")
    hour = datetime.datetime(1975, 1, 1, 0, 30, tzinfo=datetime.timezone.utc)
    while hour.year < 2037:
        assert danish_day(hour) == hour.astimezone(denmark).date(), hour
        hour += datetime.timedelta(hours=11)
