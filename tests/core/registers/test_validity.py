"""Validity ends when its end is past, and not before. It is noon on 26 November 2026 in these tests."""

import datetime

import numpy as np
import pytest
import shapely
from builders import square
from plots import plans, zones

from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.landscape.gather import LayerRows, gather
from lyngby_heritage.core.registers import validity
from lyngby_heritage.core.registers.registration import Force, read_force
from lyngby_heritage.core.registers.rows import read_floor_rows
from lyngby_heritage.core.registers.storeys import place_storeys
from lyngby_heritage.core.registers.validity import begins_later, has_ended, later_starts, past_ends
from lyngby_heritage.core.registers.versions import Life, judge, left_out, read_lives

NOON = datetime.datetime(2026, 11, 26, 12, 0)


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    monkeypatch.setattr(validity, "now", lambda: NOON)


# What stands in the register → is it past, is it yet to come.
TIMES = [
    (None, False, False),
    ("", False, False),
    (0, False, False),
    ("-1", False, False),
    ("2099-01-01", False, True),
    ("2028-11-26T12:00:00Z", False, True),
    ("20270101", False, True),
    ("01.01.2027", False, True),
    ("9999-12-31T23:59:59Z", False, True),
    ("+10000-01-01", False, True),
    ("2026-11-26", True, False),  # from the first moment of the day
    ("2026-11-26T11:59:00", True, False),
    ("2026-11-26T12:01:00", False, True),
    ("2026-11-26T10:59:00Z", True, False),  # 11.59 in Denmark
    ("2026-11-26T11:01:00Z", False, True),
    ("2015", True, False),
    ("2099", False, True),
    (datetime.date(2027, 1, 1), False, True),
    (datetime.datetime(2020, 1, 1, 8, 30), True, False),
    ("se sagen", True, False),  # no date: an end, and no beginning
]


@pytest.mark.parametrize(("stands", "past", "to_come"), TIMES)
def test_an_end_has_ended_what_it_ends_once_it_is_past(stands, past, to_come):
    assert (has_ended(stands), begins_later(stands)) == (past, to_come)


def test_one_of_two_versions_that_meet_holds_at_any_time(monkeypatch):
    change = "2026-11-26T12:00:00"
    for minute in (-1, 0, 1):
        monkeypatch.setattr(validity, "now", lambda at=NOON + datetime.timedelta(minutes=minute): at)
        assert has_ended(change) != begins_later(change)


def test_of_several_columns_the_first_that_is_over_is_told():
    assert past_ends([["2099-01-01", None], None, ["2020-01-01", "2099-01-01"]], 2) == ["2020-01-01", ""]
    assert later_starts([None, ["2099-01-01", "2020-01-01"]], 2) == ["2099-01-01", ""]


def test_it_is_the_time_in_denmark(monkeypatch):
    monkeypatch.undo()
    utc = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)
    hours = (validity.now() - utc) / datetime.timedelta(hours=1)
    assert round(hours, 2) in (1, 2)


@pytest.mark.parametrize("until", ["2099-01-01", "2028-11-26", None])
def test_a_building_whose_validity_ends_later_stands(until):
    assert judge(["a"], read_lives({"valid_until": [until]}, 1)).life.tolist() == [Life.CURRENT]


def test_a_version_that_begins_later_does_not_stand_beside_the_one_that_it_will_follow():
    lives = read_lives({"valid_from": ["2010-01-01", "2027-01-01"], "valid_until": ["2027-01-01", None]}, 2)
    life = judge(["a", "a"], lives).life
    assert life.tolist() == [Life.CURRENT, Life.NOT_YET]
    assert [(one.life, one.code, one.rows) for one in left_out(life, lives)] == [(Life.NOT_YET, "", [1])]


def test_a_storey_whose_validity_ends_later_counts():
    columns = {"floor_building": ["a", "a"], "valid_until": ["2099-01-01", "2020-01-01"]}
    _, outcome = place_storeys(read_floor_rows(columns, 2), {"a": 0})
    assert outcome.tolist() == [Life.CURRENT, Life.ENDED]


@pytest.mark.parametrize(
    ("columns", "force"),
    [
        ({"in_force_until": ["2099-01-01"]}, Force.IN_FORCE),
        ({"system_until": ["2099-01-01"]}, Force.IN_FORCE),
        ({"in_force_until": ["2020-01-01"]}, Force.ENDED),
        ({"in_force_from": ["2027-01-01"]}, Force.NOT_YET),
        ({"in_force_from": ["2020-01-01"], "in_force_until": ["2027-01-01"]}, Force.IN_FORCE),
    ],
)
def test_a_save_registration_holds_from_its_beginning_to_its_end(columns, force):
    assert read_force({"registration_status": [3], **columns}, 1).tolist() == [force]


@pytest.mark.parametrize(
    ("dates", "counts"),
    [
        ({"datoaflyst": None}, 1),
        ({"datoaflyst": "20200101"}, 0),
        ({"datoaflyst": 20270101}, 1),  # cancelled from next year: it binds till then
        ({"datoikraft": 20270101}, 0),
        ({"datoikraft": 20200101}, 1),
    ],
)
@pytest.mark.parametrize("kind", [plans, zones])
def test_a_plan_or_a_zone_holds_from_its_beginning_to_its_cancellation(kind, dates, counts):
    assert len(kind({"wkt": square(0), "bebygpct": 25, **dates})) == counts


@pytest.mark.parametrize(
    ("field", "stands", "status"),
    [
        ("ended", "2020-01-01T00:00:00Z", "ophoert"),
        ("ended", "2099-01-01", "gaeldende"),
        ("begins", "2027-01-01", "forslag"),  # not in force yet
        ("begins", "2020-01-01", "gaeldende"),
    ],
)
def test_a_theme_holds_from_its_beginning_to_its_end(field, stands, status):
    shapes = np.array([shapely.from_wkt(square(0))], dtype=object)
    recognised = built_in().recognise(["bes_naturtyper"], [])
    layer = LayerRows("bes_naturtyper", recognised, shapes, {"status": [3], field: [stands]})
    assert gather([layer], built_in()).status == [status]
