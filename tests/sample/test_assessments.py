"""GeoFA's theme 6205: a part of the buildings, with SAVE's parameters, and the same values as FBB."""

import datetime

import numpy as np
import pytest

from lyngby_heritage.sample.municipality import make_municipality

PARAMETERS = (
    *("arkitektonisk_vaerdi", "kulturhistorisk_vaerdi", "miljoemaessig_vaerdi"),
    *("originalitetsvaerdi", "tilstandsvaerdi"),
)


@pytest.fixture(scope="module")
def made():
    return make_municipality(1500, 173)


@pytest.fixture(scope="module")
def rows(made):
    return made.table("bygningsvurdering").columns


def test_a_part_of_the_assessed_buildings_is_in_it_with_fbb_s_value(made, rows):
    fbb = made.table("fbb").columns
    value = dict(zip(fbb["ois_id"], fbb["bevaringsvaerdi"].tolist()))
    assert 0.1 < len(rows["bbr_uuid"]) / len(value) < 0.4
    assert [value[one] for one in rows["bbr_uuid"]] == rows["bevaringsmaessig_vaerdi"].tolist()


def test_parameters_lie_round_the_value_and_some_are_not_assessed(rows):
    value = rows["bevaringsmaessig_vaerdi"]
    for name in PARAMETERS:
        known = rows[name] > 0
        assert 0.85 < known.mean() < 1
        assert (rows[name] <= 9).all()
        assert np.abs((rows[name] - value)[known]).max() <= 2
    together = np.stack([rows[name] for name in PARAMETERS])
    assert (together != together[0]).any(axis=0).mean() > 0.8


def test_each_row_is_dated_and_in_force(rows):
    days = [datetime.date.fromisoformat(one) for one in rows["registreringsdato"]]
    assert {day.year for day in days} == {1999, 2005, 2019, 2023}
    assert set(rows["statuskode"].tolist()) == {3}
    assert set(rows["temakode"].tolist()) == {6205}


def test_a_few_are_not_for_the_public(rows):
    codes = rows["off_kode"].tolist()
    assert 2 <= codes.count(2) <= 10
    assert 2 <= codes.count(3) <= 10
    said = set(zip(codes, rows["offentlig"].tolist()))
    assert said == {(1, "Offentlig"), (2, "Ansvarlig myndighed"), (3, "Alle myndigheder")}


def test_both_layers_say_the_same_of_what_designates(made, rows):
    buildings = made.table("bygninger").columns
    told = dict(zip(buildings["bygning_id"], buildings["gaeldende_udpegning"].tolist()))
    codes = {0: "ingen", 1: "lokalplan", 2: "kommuneplan", 3: "begge"}
    assert [told[one] for one in rows["bbr_uuid"]] == [codes[one] for one in rows["bevaringsaarsag_kode"].tolist()]
    assert set(rows["bevaringsaarsag_kode"].tolist()) == {0, 1, 2, 3}
    assert (rows["bevaringsvaerdig"] == (rows["bevaringsaarsag_kode"] > 0)).all()
    assert sum(one is not None for one in set(told.values())) == 4
