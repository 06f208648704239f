"""The invented registers: SAVE values as in the real one, areas that agree with the storeys, odd values that occur."""

import numpy as np
import pytest
import shapely
from canonical import CANONICAL

from lyngby_heritage.sample.municipality import make_municipality
from lyngby_heritage.sample.save_values import REAL_COUNTS, real_shares, save_values


@pytest.fixture(scope="module")
def made():
    return make_municipality(1500, 173)


@pytest.fixture(scope="module")
def columns(made):
    return made.table("bygninger").columns


def test_the_building_layer_has_the_canonical_fields_in_order(columns):
    assert list(columns)[: len(CANONICAL)] == CANONICAL
    assert list(columns)[len(CANONICAL) :] == [
        *("save_arkitektonisk", "save_kulturhistorisk", "save_miljoemaessig", "save_originalitet", "save_tilstand"),
        *("save_dato", "gaeldende_udpegning", "offentlig", "kvarter", "fortaelling", "oprindelse"),
    ]


def test_save_values_are_spread_as_in_the_real_register(columns):
    values = columns["save_vaerdi"].filled(0)
    assessed = values[values > 0]
    shares = np.bincount(assessed, minlength=10)[1:] / len(assessed)
    assert np.abs(shares - real_shares()).max() < 0.01
    assert sum(REAL_COUNTS) == 37439


def test_the_best_quality_gets_the_best_value():
    values = save_values(np.array([0.3, 2.0, -1.0, 0.9] * 50))
    assert values[1] < values[3] < values[0] < values[2]


def test_missing_values_are_of_each_kind(columns):
    save = columns["save_vaerdi"]
    assert np.ma.getmaskarray(save).any()
    assert {-1, 0} <= set(save.compressed().tolist())
    assert 1000 in columns["opfoerelsesaar"].compressed()
    assert np.ma.getmaskarray(columns["opfoerelsesaar"]).any()
    assert {80, 90} <= set(columns["ydervaeg"].compressed().tolist())
    assert 999 in columns["anvendelse"].compressed()
    assert np.ma.getmaskarray(columns["bebygget_m2"]).any()
    secondary = (columns["anvendelse"] >= 910) & (columns["anvendelse"] <= 960)
    assert np.ma.getmaskarray(columns["etager"])[secondary.filled(False)].all()


def test_nothing_younger_than_1980_has_a_value(columns):
    known = columns["save_vaerdi"].filled(0) > 0
    year = columns["opfoerelsesaar"].filled(0)
    assert year[known].max() < 1980
    assert (year >= 1980).sum() > 100


def test_ids_are_lower_case_uuids_and_three_are_repeated(columns):
    ids, count = np.unique(columns["bygning_id"].astype(str), return_counts=True)
    assert (count > 1).sum() == 3
    assert all(len(each) == 36 and each == each.lower() and each[14] == "4" for each in ids)


def test_one_outline_is_invalid_and_a_few_have_parts(made):
    shapes = made.table("bygninger").geometry
    assert (~shapely.is_valid(shapes)).sum() == 1
    assert (shapely.get_num_geometries(shapes) > 1).sum() == 3


def test_uniform_schemes_get_value_4_often_but_not_always(columns):
    terraced = np.isin(columns["anvendelse"].filled(0), [130, 131])
    values = columns["save_vaerdi"].filled(0)[terraced]
    values = values[values > 0]
    assert 0.15 < (values == 4).mean() < 0.8
    assert ((values >= 3) & (values <= 5)).mean() > 0.7


def test_each_scheme_is_of_one_year_wall_and_roof(columns):
    terraced = np.isin(columns["anvendelse"].filled(0), [130, 131])
    street = np.array([address.rsplit(" ", 1)[0] for address in columns["adresse"]])
    for name in set(street[terraced]):
        here = terraced & (street == name)
        years = columns["opfoerelsesaar"][here].compressed()
        assert len(set(years[years > 1000].tolist())) <= 2  # a street between two schemes has both


def test_floor_rows_agree_with_the_buildings(made, columns):
    floors = made.table("etager").columns
    kind = floors["eta025Etagetype"]
    total = floors["eta020SamletArealAfEtage"]
    area = np.where(np.ma.getmaskarray(total), floors["eta021ArealAfUdnyttetDelAfTagetage"].filled(0), total.filled(0))
    sums = {}
    for number, building in enumerate(floors["bygning"]):
        attic, basement, deep = sums.get(building, (0, 0, 0))
        if kind[number] == "1":
            attic += area[number]
        if floors["eta006BygningensEtagebetegnelse"][number] == "kl":
            basement += total[number]
            deep += floors["eta022Kaelderareal"][number]
        sums[building] = (attic, basement, deep)
    of_building = zip(columns["bygning_id"], columns["tagetage_m2"], columns["kaelder_m2"], columns["kaelder_dyb_m2"])
    for building, *stated in of_building:
        if building in sums:
            assert tuple(stated) == sums[building]
        else:
            assert all(value is np.ma.masked for value in stated)


def test_ordinary_storeys_state_no_area_and_deep_basement_is_within_the_basement(made):
    floors = made.table("etager").columns
    ordinary = floors["eta025Etagetype"] == "0"
    assert np.ma.getmaskarray(floors["eta020SamletArealAfEtage"])[ordinary].all()
    below = floors["eta006BygningensEtagebetegnelse"] == "kl"
    assert (floors["eta022Kaelderareal"][below] <= floors["eta020SamletArealAfEtage"][below]).all()


def test_areas_agree_with_the_outline_and_the_storeys(made, columns):
    whole = shapely.get_num_geometries(made.table("bygninger").geometry) == 1
    ids, count = np.unique(columns["bygning_id"].astype(str), return_counts=True)
    once = ~np.isin(columns["bygning_id"].astype(str), ids[count > 1])
    known = whole & once & ~np.ma.getmaskarray(columns["bebygget_m2"])
    area = shapely.area(shapely.make_valid(made.table("bygninger").geometry))
    valid = shapely.is_valid(made.table("bygninger").geometry)
    assert np.abs(area - columns["bebygget_m2"].filled(0))[known & valid].max() <= 1.0
    storeys = ~np.ma.getmaskarray(columns["etager"]) & known
    stated = columns["samlet_m2"].filled(0)[storeys]
    assert (stated == (columns["bebygget_m2"] * columns["etager"]).filled(0)[storeys]).all()


def test_fbb_points_lie_near_their_buildings(made, columns):
    distance = columns["kobling_m"].compressed()
    assert (distance <= 25).mean() > 0.95
    assert distance.max() > 25


def test_fbb_finds_its_buildings_by_id_number_or_place(made, columns):
    fbb = made.table("fbb").columns
    ids = set(columns["bygning_id"])
    found = [ois_id in ids for ois_id in fbb["ois_id"]]
    assert 0.98 < np.mean(found) < 1
    assert any(ois_id is None for ois_id in fbb["ois_id"])
    assert any(ois_id is not None and ois_id.isdigit() for ois_id in fbb["ois_id"])
    assert set(columns["kobling"]) == {"uuid", "bbrnummer", "afstand", "ingen"}


def test_bbr_holds_ended_rows_besides_every_building(made, columns):
    bbr = made.table("bbr").columns
    current = (bbr["status"] == "6") & np.array([end is None for end in bbr["virkningTil"]])
    assert set(bbr["id_lokalId"][current]) == set(columns["bygning_id"])
    assert {"10", "11"} <= set(bbr["status"])
    assert any(end is not None for end in bbr["virkningTil"])
    assert shapely.is_missing(made.table("bbr").geometry).any()
    assert all(name.isascii() for name in bbr)


def test_geodanmark_outlines_are_larger_and_their_ids_of_mixed_case(made, columns):
    outlines = made.table("geodanmark_bygning")
    assert shapely.has_z(outlines.geometry).all()
    ids = [each for each in outlines.columns["bbruuid"] if each is not None]
    assert any(each.isupper() for each in ids)
    assert any(each.islower() for each in ids)
    area = dict(zip(columns["bygning_id"], columns["bebygget_m2"].filled(0).tolist()))
    ratio = [
        roof / area[each.lower()]
        for each, roof in zip(outlines.columns["bbruuid"], shapely.area(outlines.geometry).tolist())
        if each is not None and area[each.lower()] > 40
    ]
    assert 1.05 < np.median(ratio) < 1.12


def test_values_as_text_occur_in_every_odd_form(made):
    forms = made.table("save_tekst").columns["bevaringsvaerdi"]
    written = {each for each in forms if each is not None}
    assert None in forms
    assert any(each.endswith(",0") for each in written)
    assert any(each != each.strip() for each in written)
    assert any("-" in each.strip("-") for each in written)
    assert written & {"III", "IV", "V", "VI"}
    assert len(forms) <= 60


def test_decisions_are_many_and_never_contradict_on_one_day(made, columns):
    decisions = made.table("beslutninger").columns
    ids = set(columns["bygning_id"])
    unknown = [each for each in decisions["bygning_id"] if each not in ids]
    assert 8 <= len(decisions["dato"]) <= 12
    assert len(unknown) == 1
    days = list(zip(decisions["bygning_id"], decisions["dato"]))
    assert len(days) == len(set(days))
    said = {}
    for building, decision in zip(decisions["bygning_id"], decisions["beslutning"]):
        said.setdefault(building, set()).add(decision)
    assert sum(len(each) > 1 for each in said.values()) == 1
    assert set(decisions["beslutning"]) == {"udpeg", "udpeg_ikke"}
