"""BBR's coordinate in every form it is delivered in."""

import numpy as np
import pytest

from lyngby_heritage.core.registers.coordinates import read_points


@pytest.mark.parametrize(
    "raw",
    [
        "POINT (713067.09 6179944.72)",
        "POINT(713067.09 6179944.72)",
        "POINT Z(713067.09 6179944.72 0)",
        "SRID=25832;POINT (713067.09 6179944.72)",
        '{"wkt": "POINT (713067.09 6179944.72)", "crs": 25832}',  # GraphQL
        {"wkt": "POINT (713067.09 6179944.72)", "crs": 25832},
    ],
)
def test_read(raw):
    assert read_points([raw]).tolist() == [[713067.09, 6179944.72]]


@pytest.mark.parametrize("raw", [None, "", "POINT EMPTY", "ukendt", "POLYGON ((0 0, 1 0, 1 1, 0 0))"])
def test_unknown(raw):
    assert np.isnan(read_points([raw])).all()
