"""Polygons and points that come into one layer become geometries of one kind."""

import numpy as np
import pytest
import shapely
from qgis.core import Qgis

from lyngby_heritage.processing.outputs.one_kind import of_one_kind

SQUARE, POINT, TWO = "POLYGON((0 0,2 0,2 2,0 2,0 0))", "POINT(5 5)", "MULTIPOINT((1 1),(3 3))"
KIND = Qgis.WkbType


def shapes(*wkt):
    return np.array([None if one is None else shapely.from_wkt(one) for one in wkt], dtype=object)


@pytest.mark.parametrize(
    ("declared", "places", "kind", "types"),
    [
        (KIND.Polygon, (SQUARE, POINT, None), KIND.MultiPolygon, ["MultiPolygon", "MultiPolygon", None]),
        (KIND.Point, (SQUARE, POINT, None), KIND.Point, ["Point", "Point", None]),
        (KIND.Point, (TWO, POINT), KIND.MultiPoint, ["MultiPoint", "MultiPoint"]),
        (KIND.Unknown, (POINT, SQUARE), KIND.MultiPolygon, ["MultiPolygon", "MultiPolygon"]),
        (KIND.Unknown, (POINT,), KIND.Point, ["Point"]),
    ],
)
def test_the_kind_that_the_layer_is_of_else_polygons_where_there_is_one(declared, places, kind, types):
    found, wkb_type = of_one_kind(shapes(*places), declared)
    assert wkb_type == kind
    assert [None if one is None else one.geom_type for one in found] == types


def test_others_decide_on_the_kind_of_a_layer_that_declares_none():
    """A building that is gone has an outline, and those of today are points: so is the layer."""
    _, wkb_type = of_one_kind(shapes(SQUARE, POINT), KIND.Unknown, shapes(POINT))
    assert wkb_type == KIND.Point
