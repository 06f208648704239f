"""Many layers as one: what is merged, what is kept apart, and what each row says."""

import numpy as np
import pytest
import shapely
from builders import square

from lyngby_heritage.core.landscape.areas import union
from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.landscape.designations import AREA, LINE, NO_GEOMETRY, POINT, drawn, flattened
from lyngby_heritage.core.landscape.gather import LayerRows, gather

CATALOGUE = built_in()


def layer(label, rows, **columns):
    shapes = np.array([None if one is None else shapely.from_wkt(one) for one in [*rows, None]], dtype=object)[:-1]
    return LayerRows(label, CATALOGUE.recognise([label], []), shapes, columns)


def gathered(*layers, **options):
    return gather(layers, CATALOGUE, **options)


def test_rows_keep_their_order_and_say_where_they_come_from():
    made = gathered(
        layer("bes_naturtyper", [square(0), square(20)], name=["Mose", "Sø"], id=["a", "b"], status=[3, 2]),
        layer("moelleaadal", [square(40)]),
    )
    assert [CATALOGUE.themes[one].code for one in made.theme] == ["paragraf3", "paragraf3", "moelleaadal"]
    assert made.names == ["Mose", "Sø", None]
    assert made.ids == ["a", "b", None]
    assert made.status == ["gaeldende", "forslag", "ukendt"]
    assert made.sources == ["Danmarks Miljøportal: bes_naturtyper"] * 2 + ["moelleaadal"]
    assert made.area.tolist() == [100, 100, 100]
    assert made.legal[0] == "Naturbeskyttelseslovens § 3"
    assert made.guidelines[0].startswith("Registreringen er vejledende")


def test_tiles_of_one_area_are_merged_by_their_id():
    made = gathered(layer("bes_naturtyper", [square(0), square(90), square(10)], id=["a", "b", "a"]))
    assert made.ids == ["a", "b"]
    assert made.area.tolist() == [200, 100]
    assert made.rows.tolist() == [2, 1]
    assert made.geometries[0].geom_type == "Polygon"  # the border between the tiles is gone


def test_the_same_row_in_two_files_of_one_register_is_one():
    one = layer("bes_naturtyper", [square(0)], id=["a"])
    assert len(gathered(one, layer("egedal_beskyttede_naturtyper", [square(10)], id=["a"]))) == 1
    # A file of the municipality's own numbers its rows from 1, as does the next one.
    assert len(gathered(layer("lavbund", [square(0)], id=["1"]), layer("lavbundsarealer", [square(9)], id=["1"]))) == 2


def test_copies_without_an_id_are_one_and_others_are_not():
    made = gathered(layer("lavbund", [square(0), square(0), square(20)], name=["x", "x", "x"]))
    assert made.rows.tolist() == [2, 1]
    assert len(gathered(layer("lavbund", [square(0), square(0)], name=["x", "y"]))) == 2


def test_one_id_with_two_statuses_stays_two_rows_and_is_said():
    made = gathered(layer("bes_naturtyper", [square(0), square(10)], id=["a", "a"], status=[3, 2]))
    assert made.status == ["gaeldende", "forslag"]
    assert any("kept apart" in str(note) for note in made.notes)


def test_points_lines_and_rows_without_geometry_stay():
    rows = ["POINT (0 0)", "LINESTRING (0 0, 10 0)", None]
    made = gathered(layer("fundogfortidsminder_punkt_fredet", rows, id=["a", "b", "c"]))
    assert made.kind.tolist() == [POINT, LINE, NO_GEOMETRY]
    assert np.isnan(made.area).all()
    shapes = drawn(made, CATALOGUE)
    assert shapes[0].area == pytest.approx(np.pi * 25, rel=0.02)
    assert shapes[1].area == pytest.approx(20 + np.pi, rel=0.02)  # a band of 2 m with round ends
    assert shapes[2] is None
    assert [one.geom_type for one in shapes[:2]] == ["MultiPolygon"] * 2
    assert "radius 5 m" in made.remarks[0]
    assert "bånd på 2 m" in made.remarks[1]
    assert "ingen geometri" in made.remarks[2]


def test_a_protection_line_says_that_it_does_not_tell_its_side():
    made = gathered(layer("skovbyggelinjer", ["LINESTRING (0 0, 10 0)"]))
    assert "hvilken side" in made.remarks[0]


def test_collections_keep_their_areas():
    shapes = np.array(
        [
            shapely.from_wkt("GEOMETRYCOLLECTION (POLYGON ((0 0, 1 0, 1 1, 0 0)), LINESTRING (5 5, 6 6))"),
            shapely.from_wkt("GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (POINT (1 1)), POINT (2 2))"),
        ],
        dtype=object,
    )
    flat, kinds, mixed = flattened(shapes)
    assert kinds.tolist() == [AREA, POINT]
    assert flat[0].area == 0.5
    assert len(shapely.get_parts(flat[1])) == 2
    assert mixed == 1


@pytest.mark.parametrize(
    ("columns", "status"),
    [
        ({"status": [3]}, "gaeldende"),
        ({"status": ["0"]}, "ukendt"),
        ({"status": [None]}, "ukendt"),
        ({"status": ["noget nyt"]}, "ukendt"),
        ({"status": [3], "ended": ["2020-01-01"]}, "ophoert"),
        ({}, "ukendt"),
    ],
)
def test_a_rows_own_status(columns, status):
    assert gathered(layer("bes_naturtyper", [square(0)], **columns)).status == [status]


def test_a_status_from_the_layer_is_for_rows_that_have_none():
    assert gathered(layer("theme_pdk_lavbundsareal_forslag", [square(0)])).status == ["forslag"]
    assert gathered(layer("theme_pdk_lavbundsareal_vedtaget", [square(0)], status=["A"])).status == ["ophoert"]
    assert gathered(layer("fundogfortidsminder_areal_beskyttelse", [square(0)])).status == ["gaeldende"]


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("1970-01-01T01:00:00", None),  # what the registers write where no date is known
        (19101224, None),
        ("2016-06-21", "2016-06-21"),
        (20211213, "2021-12-13"),
        ("1941", "1941"),
        (1996.0, "1996"),
        ("0", None),
        ("-1", None),
        (None, None),
    ],
)
def test_dates(value, date):
    assert gathered(layer("fredede_omr", [square(0)], date=[value])).dates == [date]


def test_the_guideline_of_the_row_comes_before_that_of_the_catalogue():
    made = gathered(layer("lavbund", [square(0), square(20)], guideline=["Egen tekst.", None]))
    assert made.guidelines == ["Egen tekst.", "[kommunens retningslinje indsættes]"]


def test_buffer_zones_are_rows_of_their_own_and_only_when_asked_for():
    core = layer("kerneomraade", [square(0, side=100)], name=["Skoven"])
    assert len(gathered(core)) == 1
    made = gathered(core, use_buffers=True)
    assert made.names == ["Skoven", "Skoven, bufferzone 25 m"]
    # Four strips of 100 × 25 m and a quarter circle of 25 m at each corner.
    assert made.area.tolist() == pytest.approx([10_000, 10_000 + np.pi * 625], rel=0.002)
    assert made.rows.tolist() == [1, 0]
    assert "2009" in made.remarks[1]


def test_a_union_of_many_is_the_union_of_all():
    rng = np.random.default_rng(7)
    corners = rng.integers(0, 500, (2500, 2))
    boxes = shapely.box(corners[:, 0], corners[:, 1], corners[:, 0] + 9, corners[:, 1] + 9)
    assert union(boxes).area == pytest.approx(shapely.union_all(boxes).area)
    assert union(np.array([None, None], dtype=object)) is None
