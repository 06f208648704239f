"""What the map sheets say beside the map: true at the scale of each, and large enough to be read."""

from types import SimpleNamespace

import pytest
from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature, QgsField, QgsFields, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from lyngby_heritage.core.common.data import load
from lyngby_heritage.processing.export.layouts import SHEET_LEGEND, SHEET_MAP, SHEET_STATE, note_of, said_of_sheet
from lyngby_heritage.processing.export.map_series import places_note
from lyngby_heritage.processing.outputs.layout_parts import LEGEND_SIZES

ALL_NUMBERS = (
    "Store tal er SAVE-værdier, små er husnumre, og små, fede er numre i planen. Hvor der ikke er plads til "
    "SAVE-værdien, står den i bilaget."
)


@pytest.mark.parametrize(
    ("scale", "told"),
    [
        (1000, ALL_NUMBERS),
        (2500, ALL_NUMBERS),
        (3000, "Tallene er bygningernes numre i planen."),  # from here on the map shows no others
        (5000, "Tallene er bygningernes numre i planen."),
        (6000, ""),  # and from here on none
    ],
)
def test_a_sheet_explains_the_numbers_that_its_scale_shows_and_no_others(scale, told):
    fields = QgsFields()
    fields.append(QgsField("maalestok", QMetaType.Type.Int))
    sheet = QgsFeature(fields)
    sheet.setAttributes([scale])
    context = QgsExpressionContext()
    context.setFeature(sheet)
    context.setFields(fields)
    note = note_of(SimpleNamespace(texts=load("rules/lokalplan.json"), layers={}))
    assert QgsExpression.replaceExpressionText(note, context) == told


@pytest.mark.parametrize(("letters", "points"), [(150, 7.5), (151, 6.5)])
def test_a_long_text_of_a_sheet_is_written_in_smaller_letters(letters, points):
    """201 letters are seven lines of 3.5 mm in 7.5 points, and the box has room for 24.5 mm."""
    fields = QgsFields()
    fields.append(QgsField("tekst", QMetaType.Type.QString))
    sheet = QgsFeature(fields)
    sheet.setAttributes(["a" * letters])
    context = QgsExpressionContext()
    context.setFeature(sheet)
    context.setFields(fields)
    written = [(QgsExpression.replaceExpressionText(text, context), size) for text, size in said_of_sheet(150)]
    assert [size for text, size in written if text] == [points]


@pytest.mark.parametrize(
    ("kind", "shape", "drawn"),
    [
        ("Polygon", "POLYGON ((0 0, 0.1 0, 0.1 0.1, 0 0.1, 0 0))", True),  # it only marks a place
        ("Polygon", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", False),
        ("Point", "POINT (0 0)", False),  # all are signs, as the legend shows them
    ],
)
def test_a_map_of_the_whole_explains_signs_where_it_draws_any(kind, shape, drawn):
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:25832", "aendringer", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(shape))
    layer.dataProvider().addFeature(feature)
    project = SimpleNamespace(texts=load("rules/lokalplan.json"), layers={"aendringer": layer, "afgraensning": layer})
    said = "Et tegn alene er en bygning, hvis omrids ikke kendes, i farven af sin klasse."
    assert places_note(project, ["aendringer", "skel"]) == (said if drawn else "")
    assert places_note(project, ["afgraensning"]) == ""


def test_no_legend_is_written_in_letters_under_seven_points():
    assert min(points for points, _ in LEGEND_SIZES) == 7.0


def test_the_legend_of_a_sheet_lies_between_the_map_and_the_line_with_the_plan_s_state():
    _, top, _, tall = SHEET_LEGEND
    assert SHEET_MAP[1] + SHEET_MAP[3] <= top
    assert top + tall <= SHEET_STATE[1]
