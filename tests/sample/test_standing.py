"""What designates today agrees in the building layer, in GeoFA and in the plans; and what the plan before had."""

import numpy as np
import pytest
import shapely

from lyngby_heritage.sample.municipality import make_municipality


@pytest.fixture(scope="module")
def made():
    return make_municipality(1500, 173)


@pytest.fixture(scope="module")
def columns(made):
    return made.table("bygninger").columns


@pytest.fixture(scope="module")
def within(made):
    """Plan number → whether each building lies in it."""
    plans = made.table("lokalplaner")
    points = shapely.point_on_surface(shapely.make_valid(made.table("bygninger").geometry))
    return {number: shapely.contains(area, points) for number, area in zip(plans.columns["plannr"], plans.geometry)}


def main(columns):
    return columns["anvendelse"].filled(0) < 900


def local(columns):
    return np.isin(columns["gaeldende_udpegning"].astype(str), ["lokalplan", "begge"])


def test_one_plan_preserves_every_building_of_value_in_it(columns, within):
    value = columns["save_vaerdi"].filled(0)
    of_value = within["91"] & main(columns) & (value >= 1) & (value <= 4) & ~columns["fredet"]
    told = of_value & (columns["save_dato"] != np.array(None))
    assert told.sum() > 15
    assert of_value.sum() - told.sum() <= 1, "FBB alone knows it"
    assert local(columns)[told].all()


def test_another_preserves_some_of_them(columns, within):
    value = columns["save_vaerdi"].filled(0)
    of_value = within["64"] & (value >= 1) & (value <= 3) & ~columns["fredet"]
    assert 0 < local(columns)[of_value].sum() < of_value.sum()
    assert set(columns["ydervaeg"][within["64"] & local(columns) & ~within["88"]].tolist()) == {4}


def test_an_old_byplanvedtaegt_preserves_the_oldest_houses(made, columns, within):
    plans = made.table("lokalplaner").columns
    (row,) = np.flatnonzero(plans["plannr"] == "1")
    assert plans["datovedt"][row] == 19101224
    assert plans["abestem1"][row] == 4160
    years = columns["opfoerelsesaar"][within["1"] & local(columns) & ~within["88"]]
    assert len(years) > 2
    assert years.max() < 1910


def test_one_plan_designates_by_name_whatever_the_value(made, columns, within):
    plans = made.table("lokalplaner").columns
    (row,) = np.flatnonzero(plans["plannr"] == "88")
    assert plans["iomfangreg"][row] == "true"
    assert (plans["status"][row], plans["abestem1"][row]) == ("V", 4160)
    named = within["88"] & local(columns)
    addresses = set(columns["adresse"][named])
    assert len(addresses) >= 4
    assert all(address in plans["bevarbest"][row] for address in addresses)
    values = set(columns["save_vaerdi"][named].tolist())
    assert values & {2, 3}
    assert 4 in values
    assert values & {5, 6}


def test_no_listed_building_is_designated_by_a_plan(columns):
    told = columns["gaeldende_udpegning"][columns["fredet"]]
    assert set(told.tolist()) == {"ingen", None}


@pytest.mark.parametrize("size", [20, 60, 300, 1500])
def test_the_earlier_designation_differs_from_today_s_values(size):
    municipality = make_municipality(size, 173)
    before = municipality.table("tidligere_bygninger").columns
    now = municipality.table("bygninger").columns
    high = {one for one, save in zip(now["bygning_id"], now["save_vaerdi"].filled(0)) if 1 <= save <= 3}
    then = set(before["bygning_id"][before["udpeget"]])
    assert then & high
    assert then - high, "some were designated that are no longer of such a value"
    if size >= 60:
        assert high - then, "some are new"
    assert set(before["udpegning"][before["udpeget"]]) <= {"vaerdi_1_3", "vaerdi_4_ensartet", "beslutning"}
    assert set(before["udpegning"][~before["udpeget"]]) <= {"ikke_udpeget", "ikke_registreret"}
    assert set(before["bygning_id"]) <= set(now["bygning_id"])


def test_what_was_built_later_is_not_in_the_earlier_designation(made, columns):
    year = dict(zip(columns["bygning_id"], columns["opfoerelsesaar"].filled(0).tolist()))
    before = set(made.table("tidligere_bygninger").columns["bygning_id"])
    assert max(year[one] for one in before) <= 2013
    assert any(value > 2013 for one, value in year.items() if one not in before)
