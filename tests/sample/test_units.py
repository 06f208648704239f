"""BBR's units: as many dwellings in a building as the building's own count says, and areas that agree with it."""

import numpy as np
import pytest

from lyngby_heritage.core.registers.units import read_unit_rows
from lyngby_heritage.sample.municipality import make_municipality


@pytest.fixture(scope="module")
def made():
    return make_municipality(700, 173)


def columns(made, name):
    return {key: np.ma.asarray(values).tolist() for key, values in made.table(name).columns.items()}


def test_the_dwellings_of_each_building_are_those_that_bbr_counts(made):
    units, buildings = columns(made, "enheder"), columns(made, "bbr")
    rows = read_unit_rows(
        {"unit_building": units["bygning"], "unit_kind": units["enh023Boligtype"]}, len(units["bygning"])
    )
    counted = dict.fromkeys(rows.buildings, 0)
    for building, dwelling in zip(rows.buildings, rows.dwelling.tolist()):
        counted[building] += int(dwelling)
    expected = {
        building: count
        for building, count, status, end in zip(
            buildings["id_lokalId"],
            buildings["byg024AntalLejlighederMedKoekken"],
            buildings["status"],
            buildings["virkningTil"],
        )
        if count is not None and status == "6" and end is None
    }
    assert counted == expected
    assert set(counted.values()) > {0, 1, 5}


def test_a_shop_under_flats_is_a_unit_of_its_own(made):
    units = columns(made, "enheder")
    rows = list(zip(units["bygning"], units["enh020EnhedensAnvendelse"], units["enh023Boligtype"]))
    shops = [building for building, use, kind in rows if (use, kind) == ("322", "E")]
    assert shops
    flats = {building for building, use, kind in rows if (use, kind) == ("140", "1")}
    assert flats & set(shops)


def test_areas_are_divided_among_the_units(made):
    units = columns(made, "enheder")
    for kind, area, living, trade in zip(
        units["enh023Boligtype"],
        units["enh026EnhedensSamledeAreal"],
        units["enh027ArealTilBeboelse"],
        units["enh028ArealTilErhverv"],
    ):
        assert area == living + trade
        assert (living > 0, trade > 0) in ({"1": [(True, False)]}.get(kind, [(False, True), (False, False)]))


def test_ids_are_apart(made):
    ids = columns(made, "enheder")["id_lokalId"]
    assert len(set(ids)) == len(ids)
