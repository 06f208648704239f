"""Column names of the package: plain ASCII, none twice."""

import pytest

from lyngby_heritage.processing.export.geopackage import column_name


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("bygning_id", "bygning_id"),
        ("byg026Opførelsesår", "byg026opfoerelsesaar"),
        ("id.lokalId", "id_lokalid"),
        ("Matr. nr.", "matr_nr"),
        ("fid", "fid_kilde"),
        ("geom", "geom_kilde"),
        ("Café", "cafe"),
        ("€", "felt"),
        ("taget", "taget_2"),
    ],
)
def test_a_column_is_named_in_plain_letters(name, column):
    assert column_name(name, {"fid", "geom", "taget"}) == column
