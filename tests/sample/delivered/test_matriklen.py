"""Matriklen's four parts: faces that touch, and rows that are not in force. Their join: tests/processing/sample."""

import pytest
import shapely
from shapely import wkt

from lyngby_heritage.sample.delivered.matriklen import _divided, matriklen_files
from lyngby_heritage.sample.municipality import make_municipality


@pytest.fixture(scope="module")
def parts():
    return {one.tables[0].name: one.tables[0] for one in matriklen_files(make_municipality(700, 173))}


def test_a_parcel_is_divided_from_corner_to_corner():
    square = wkt.loads("MULTIPOLYGON (((0 0, 0 10, 20 10, 20 0, 0 0)))")
    faces, owner = _divided(shapely.from_wkt([square.wkt]))
    assert owner.tolist() == [0, 0]
    assert [face.area for face in faces] == [100, 100]
    assert shapely.normalize(shapely.union_all(faces)).wkt == "POLYGON ((0 0, 0 10, 20 10, 20 0, 0 0))"


@pytest.mark.parametrize(
    "parcel",
    [
        "MULTIPOLYGON (((0 0, 0 10, 9 10, 9 9, 1 9, 1 0, 0 0)))",  # the cut would leave it
        "MULTIPOLYGON (((0 0, 0 10, 10 10, 10 0, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4)))",
    ],
)
def test_a_parcel_that_cannot_be_cut_stays_whole(parcel):
    faces, owner = _divided(shapely.from_wkt([parcel]))
    assert owner.tolist() == [0]
    assert shapely.equals(faces[0], wkt.loads(parcel))


def test_some_parcels_have_two_faces_that_touch(parts):
    faces = parts["Lodflade"]
    in_force = faces.columns["status"] == "Gældende"
    owner = faces.columns["jordstykkeLokalId"][in_force].tolist()
    shapes = faces.geometry[in_force]
    twice = [number for number in range(1, len(owner)) if owner[number] == owner[number - 1]]
    assert len(twice) > 10
    for number in twice:
        assert shapely.relate(shapes[number - 1], shapes[number])[4] == "1"  # their outlines share a line


def test_rows_that_are_not_in_force_overlap_those_that_are(parts):
    parcels, faces = parts["Jordstykke"], parts["Lodflade"]
    status = parcels.columns["status"].tolist()
    assert (status.count("Ikke gennemført"), status.count("Historisk")) == (7, 7)
    ends = dict(zip(status, parcels.columns["virkningTil"].tolist()))
    assert ends == {"Ikke gennemført": None, "Historisk": "2022-05-02T08:00:00Z", "Gældende": None}
    ids = parcels.columns["id_lokalId"]
    assert set(ids[7:14].tolist()) <= set(ids[14:].tolist())  # an earlier version has the id of the one in force
    assert not set(ids[:7].tolist()) & set(ids[7:].tolist())
    past = faces.columns["status"] != "Gældende"
    over = shapely.STRtree(faces.geometry[~past]).query(faces.geometry[past], predicate="overlaps")
    assert set(over[0].tolist()) == set(range(int(past.sum())))


def test_roads_and_a_common_parcel_are_among_them(parts):
    numbers = parts["Jordstykke"].columns["matrikelnummer"].tolist()
    assert any(number.startswith("7000") for number in numbers)
    assert parts["SamletFastEjendom"].columns["erFaelleslod"].sum() == 1
