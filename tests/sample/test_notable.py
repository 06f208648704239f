"""Listed buildings, churches and named ones: of many kinds, spread over the town, and as the registers tell of them."""

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.common.data import load
from lyngby_heritage.sample.municipality import make_municipality

STORIES = {one["story"]: one for one in load("sample/notable.json")["buildings"]}


@pytest.fixture(scope="module")
def made():
    return make_municipality(1500, 173)


@pytest.fixture(scope="module")
def columns(made):
    return made.table("bygninger").columns


def told(columns, beginning):
    return [row for row, text in enumerate(columns["fortaelling"].tolist()) if text and text.startswith(beginning)]


def test_a_manor_a_mill_and_cottages_are_listed_and_fbb_numbers_them(columns):
    manor, mill, cottages = (
        told(columns, beginning) for beginning in ("Rørkærgård", "Møllebygningen", "Et af de små huse")
    )
    assert [len(rows) for rows in (manor, mill, cottages)] == [1, 1, 3]
    for row in (*manor, *mill, *cottages):
        assert columns["fredet"][row]
        assert columns["fbb_id"][row] is not np.ma.masked
    assert columns["anvendelse"][manor[0]] == 110
    assert columns["anvendelse"][mill[0]] == 229
    assert columns["bebygget_m2"][cottages].max() < columns["bebygget_m2"][manor[0]] / 2


def test_listed_buildings_are_of_every_value_and_in_many_quarters(columns):
    listed = columns["fredet"]
    values = columns["save_vaerdi"][listed]
    assert 12 <= listed.sum() <= 25
    assert {2, 3, 4, 5} <= set(values.compressed().tolist())
    assert np.ma.getmaskarray(values).any(), "one that nobody has given a value"
    assert len(set(columns["kvarter"][listed])) >= 5
    assert len(set(columns["anvendelse"][listed].tolist())) >= 4


def test_one_row_of_terraces_is_listed(columns):
    rows = told(columns, "De fire huse er fredet")
    assert len(rows) == 4
    assert len({columns["adresse"][row].rsplit(" ", 1)[0] for row in rows}) == 1


@pytest.mark.parametrize("size", [20, 60, 300, 1500])
@pytest.mark.parametrize("seed", [1, 173])
def test_the_village_has_a_church_that_is_not_listed(size, seed):
    municipality = make_municipality(size, seed)
    columns = municipality.table("bygninger").columns
    (church,) = told(columns, "Landsbyens kirke")
    assert columns["anvendelse"][church] == 414
    assert columns["opfoerelsesaar"][church] == 1180
    assert columns["save_vaerdi"][church] >= 1
    assert not columns["fredet"][church]
    bbr = municipality.table("bbr").columns
    (row,) = np.flatnonzero(
        (bbr["id_lokalId"] == columns["bygning_id"][church]) & np.array([end is None for end in bbr["virkningTil"]])
    )
    assert bbr["byg021BygningensAnvendelse"][row] == "414"
    assert bbr["byg070Fredning"][row] == "4", "medieval parts, which is no listing"


def test_each_church_has_its_protection_line(made, columns):
    churches = made.table("bygninger").geometry[columns["anvendelse"].filled(0) == 414]
    lines = made.table("kirkebyggelinjer").geometry
    assert len(churches) == len(lines) == 2
    assert sorted(shapely.contains(line, churches).tolist() for line in lines) == [[False, True], [True, False]]
    assert np.allclose(shapely.area(lines), np.pi * 300**2, rtol=0.01)


def test_a_story_says_that_it_is_invented_and_stands_on_what_it_tells_of(columns):
    texts = [text for text in columns["fortaelling"] if text]
    assert len(texts) >= 18
    assert all(text.endswith("(Opdigtet.)") for text in texts)
    for row, text in enumerate(columns["fortaelling"].tolist()):
        known = STORIES.get((text or "").removesuffix(" (Opdigtet.)"))
        if known:
            assert bool(columns["fredet"][row]) == known.get("listed", False)


def test_nobody_decided_on_a_building_that_is_known_by_name(made, columns):
    decided = set(made.table("beslutninger").columns["bygning_id"])
    known = {one for one, text in zip(columns["bygning_id"], columns["fortaelling"]) if text}
    assert not decided & known
