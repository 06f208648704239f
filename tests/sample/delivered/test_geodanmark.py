"""GeoDanmark's and DAGI's files: rows and places of the named layers, and the neighbours."""

import pytest
import shapely

from lyngby_heritage.sample.delivered.geodanmark import dagi_files, geodanmark_files
from lyngby_heritage.sample.municipality import make_municipality


@pytest.fixture(scope="module")
def made():
    return make_municipality(60, 173)


@pytest.mark.parametrize(
    ("number", "layer", "names"),
    [
        (0, "geodanmark_bygning", {"BBRUUID": "bbruuid", "id_lokalId": "id_lokalId", "status": "status"}),
        (1, "vandloeb", {"navn": "navn", "midtebredde": "midtebredde"}),
        (2, "soeer", {"navn": "navn", "id_lokalId": "id_lokalId"}),
    ],
)
def test_the_rows_are_those_of_the_named_layers(made, number, layer, names):
    delivered, named = geodanmark_files(made)[number].tables[0], made.table(layer)
    for theirs, ours in names.items():
        assert delivered.columns[theirs].tolist() == named.columns[ours].tolist()
    same = shapely.to_wkb(delivered.geometry) == shapely.to_wkb(named.geometry)
    assert same.all()


def test_the_municipality_is_one_of_three(made):
    municipalities = dagi_files(made)[0].tables[0]
    codes = municipalities.columns["kommunekode"].tolist()
    assert codes == ["0157", "0230", "0173"]
    assert all("(opdigtet)" in name for name in municipalities.columns["navn"])
    own = municipalities.geometry[2]
    assert shapely.equals(own, made.table("kommunegraense").geometry[0])
    # The neighbours lie round it: they touch it, and no ground is in two.
    for neighbour in municipalities.geometry[:2]:
        assert shapely.area(shapely.intersection(neighbour, own)) < 1
        assert shapely.distance(neighbour, own) < 0.1
