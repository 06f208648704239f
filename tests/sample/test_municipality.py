"""The municipality as a whole: the same seed gives the same data, every layer is there and says that it is invented."""

from datetime import datetime

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.common.errors import Cancelled
from lyngby_heritage.sample.municipality import make_municipality
from lyngby_heritage.sample.tables import ORIGIN

DAYS = ("datovedt", "datoikraft")
REGISTERS = {"fbb", "save_tekst", "bygningsvurdering", "bbr", "geodanmark_bygning", "etager", "enheder"}
PLANNING = [
    "bygninger",
    "jordstykker",
    "zoner",
    "lokalplaner",
    "delomraader",
    "to_etager",
    "zonekort",
    "beslutninger",
    "vandloeb",
    "soeer",
    "kommunegraense",
    "kulturmiljoeer",
    "tidligere_bygninger",
    "tidligere_landskab",
]
THEMES = [
    "bes_naturtyper",
    "fredede_omr",
    "aa_bes_linjer",
    "skovbyggelinjer",
    "kirkebyggelinjer",
    "fundogfortidsminder_areal_beskyttelse",
    "fundogfortidsminder_punkt_fredet",
    "theme_pdk_vaerdifuldtkulturmiljoe_vedtaget",
    "theme_pdk_bevaringsvaerdigelandskaber_vedtaget",
    "theme_pdk_specifikgeologiskbevaringsvaerdi_vedtaget",
    "theme_pdk_lavbundsareal_vedtaget",
    "theme_pdk_oekologiskforbindelse_vedtaget",
    "theme_pdk_naturbeskyttelsesomraade_vedtaget",
    "moelleaadal",
    "dyrehave",
    "industriminde",
    "kerneomraade",
    "stoej",
]


@pytest.fixture(scope="module")
def made():
    return make_municipality(1500, 173)


def same(one, other):
    if one.dtype == object:
        return one.tolist() == other.tolist()
    return np.ma.allequal(one, other) and (np.ma.getmaskarray(one) == np.ma.getmaskarray(other)).all()


def test_the_same_seed_gives_the_same_data(made):
    again = make_municipality(1500, 173)
    assert [table.name for table in again.tables] == [table.name for table in made.tables]
    for one, other in zip(made.tables, again.tables):
        assert list(one.columns) == list(other.columns)
        for name in one.columns:
            assert same(one.columns[name], other.columns[name]), (one.name, name)
        if one.geometry is not None:
            assert shapely.to_wkb(one.geometry).tolist() == shapely.to_wkb(other.geometry).tolist()
    assert (made.terrain.heights == again.terrain.heights).all()


def test_the_registers_change_nothing_else(made):
    without = make_municipality(1500, 173, registers=False)
    assert {table.name for table in made.tables} - {table.name for table in without.tables} == REGISTERS
    for table in without.tables:
        other = made.table(table.name)
        assert all(same(table.columns[name], other.columns[name]) for name in table.columns)


def test_another_seed_gives_another_town(made):
    other = make_municipality(1500, 174, registers=False)
    assert other.property_count == 1500
    assert other.table("bygninger").columns["bygning_id"][0] != made.table("bygninger").columns["bygning_id"][0]


@pytest.mark.parametrize("size", [20, 60, 1500])
def test_every_layer_is_there_with_rows_and_says_that_it_is_invented(size):
    municipality = make_municipality(size, 173)
    assert {table.name for table in municipality.tables} == REGISTERS | {*PLANNING, *THEMES}
    for table in municipality.tables:
        assert table.count > 0, table.name
        assert set(table.columns["oprindelse"]) == {ORIGIN}
        lengths = {len(column) for column in table.columns.values()}
        assert lengths == {table.count}
        assert len({name.lower() for name in table.columns}) == len(table.columns)


@pytest.mark.parametrize("seed", range(6))
def test_any_seed_and_small_size_works(seed):
    for size in (20, 21, 45, 130, 700):
        assert make_municipality(size, seed).property_count == size


def test_coordinates_are_on_the_registers_grid_and_in_the_right_place(made):
    for table in made.tables:
        if table.geometry is not None:
            there = table.geometry[~shapely.is_missing(table.geometry)]
            coordinates = shapely.get_coordinates(there)
            assert np.abs(coordinates - np.round(coordinates, 2)).max() < 1e-6, table.name
            if table.name not in ("skovbyggelinjer",):
                assert (coordinates[:, 0] > 714000).all()
                assert (coordinates[:, 0] < 725500).all()
            assert shapely.is_valid(there).sum() >= len(there) - 1


def test_frames_state_limits_in_the_plan_and_in_the_slots(made):
    zones = made.table("zoner").columns
    open_low = (zones["anvspec1"].filled(0) == 1110) | (zones["anvspec2"].filled(0) == 1110)
    in_slot_only = open_low & np.ma.getmaskarray(zones["bebygpct"]) & ~np.ma.getmaskarray(zones["bygpct1"])
    assert open_low.sum() > 8
    assert in_slot_only.any()
    assert (zones["bebygpctaf"].filled(0)[open_low] == 1).any()
    assert set(zones["komnr"].tolist()) == {173}


def test_every_day_of_a_plan_is_one_that_there_is(made):
    plans = made.table("lokalplaner").columns
    adopted, in_force = ([datetime.strptime(str(one), "%Y%m%d") for one in plans[name].tolist()] for name in DAYS)
    assert datetime(2016, 5, 30) in adopted  # two days before the month ends
    assert {(later - day).days for day, later in zip(adopted, in_force)} == {0, 2}


def test_local_plans_are_of_every_rule_set_and_overlap(made):
    plans = made.table("lokalplaner")
    adopted = plans.columns["datovedt"].tolist()
    assert any(date < 20080201 for date in adopted)
    assert any(20080201 <= date < 20180101 for date in adopted)
    assert any(date >= 20180101 for date in adopted)
    assert 19101224 in adopted
    assert 159 in plans.columns["komnr"]
    percent = np.ma.getmaskarray(plans.columns["bebygpct"]) & np.ma.getmaskarray(plans.columns["bygpct1"])
    assert (percent & ~np.ma.getmaskarray(plans.columns["maxetager"])).any()
    i, j = shapely.STRtree(plans.geometry).query(plans.geometry, predicate="intersects")
    shared = shapely.area(shapely.intersection(plans.geometry[i[i < j]], plans.geometry[j[i < j]]))
    assert shared.max() > 1000


def test_a_plan_leaves_the_extent_to_its_delomraader(made):
    plans, parts = made.table("lokalplaner"), made.table("delomraader")
    leaves = plans.columns["plannr"] == "102"
    numbers = [name for name in plans.columns if name.startswith(("bebygpct", "bygpct", "maxetage", "maxbygnhjd"))]
    assert set(plans.columns["iomfangreg"][leaves]) == {"true"}
    assert all(np.ma.getmaskarray(plans.columns[name])[leaves].all() for name in numbers)
    assert parts.columns["delnr"].tolist() == ["A", "B"]
    assert set(parts.columns["lokplan_id"].tolist()) == set(plans.columns["planid"][leaves].tolist())
    whole = plans.geometry[leaves][0]
    assert shapely.area(shapely.symmetric_difference(whole, shapely.union_all(parts.geometry))) < 1


def test_the_town_lies_in_the_byzone_and_the_valley_outside(made):
    zone = shapely.union_all(made.table("zonekort").geometry)
    houses = shapely.centroid(shapely.make_valid(made.table("bygninger").geometry))
    assert shapely.contains(zone, houses).all()
    stream = made.table("vandloeb").geometry[0]
    assert shapely.length(shapely.intersection(zone, stream)) == 0


def test_themes_lie_within_the_municipality(made):
    boundary = made.table("kommunegraense").geometry[0]
    assert shapely.covers(boundary, made.table("jordstykker").geometry).all()
    for name in ("moelleaadal", "dyrehave", "bes_naturtyper", "fundogfortidsminder_punkt_fredet"):
        assert shapely.covers(boundary, made.table(name).geometry).all(), name


def test_nature_has_every_status(made):
    assert set(made.table("bes_naturtyper").columns["Statuskode"].tolist()) == {0, 2, 3}
    assert {1, 3, 4, 6} <= set(made.table("bes_naturtyper").columns["Natyp_kode"].tolist())


@pytest.mark.parametrize("size", [20, 1500, 6000])
def test_streams_run_downhill_in_the_terrain(size):
    municipality = make_municipality(size, 173, registers=False)
    terrain = municipality.terrain
    for line in shapely.get_parts(municipality.table("vandloeb").geometry):
        points = shapely.get_coordinates(shapely.segmentize(line, terrain.cell / 2))
        heights = terrain.sample(points)
        assert np.diff(heights).max() <= 0
    main = shapely.get_coordinates(municipality.table("vandloeb").geometry[0])
    assert main[-1, 0] > main[0, 0], "the sea is in the east"


def test_houses_stand_on_the_plateau(made):
    shapes = shapely.make_valid(made.table("bygninger").geometry)
    heights = made.terrain.sample(shapely.get_coordinates(shapely.centroid(shapes)))
    stream = shapely.get_coordinates(made.table("vandloeb").geometry[0])
    assert heights.min() > made.terrain.sample(stream).max() + 4
    assert 17 < heights.min() < heights.max() < 46


def test_the_terrain_never_has_more_than_four_million_cells():
    assert make_municipality(30_000, 5, registers=False).terrain.heights.size <= 4_000_000


def test_a_run_can_be_stopped():
    def stop():
        raise Cancelled

    with pytest.raises(Cancelled):
        make_municipality(100, 1, check=stop)


def test_parcels_lie_in_four_districts_that_share_their_numbers(made):
    parcels = made.table("jordstykker").columns
    names = dict(zip(parcels["ejerlavskode"].tolist(), parcels["ejerlavsnavn"]))
    assert len(names) == len(set(names.values())) == 4
    assert all(9_990_000 < code < 10_000_000 for code in names), "no real district has such a number"
    districts = {}
    for number, code in zip(parcels["matrikelnummer"], parcels["ejerlavskode"].tolist()):
        districts.setdefault(number, []).append(code)
    assert all(len(codes) == len(set(codes)) for codes in districts.values())
    assert sum(len(codes) > 1 for codes in districts.values()) > 2


def test_some_properties_lie_in_two_districts(made):
    parcels = made.table("jordstykker").columns
    owned = {}
    for owner, code in zip(parcels["samletFastEjendomLokalId"], parcels["ejerlavskode"].tolist()):
        owned.setdefault(owner, set()).add(code)
    built = set(made.table("bygninger").columns["ejendom_id"])
    assert sum(len(codes) > 1 and owner in built for owner, codes in owned.items()) > 2


def test_buildings_stand_in_named_neighbourhoods(made):
    buildings = made.table("bygninger").columns
    assert len(set(buildings["kvarter"])) > 10
    assert None not in buildings["kvarter"]
