"""The second style of the buildings: from always to never, as the core counts it, and the first style left as it is."""

import numpy as np
import pytest
from profiles import profile_in
from qgis.core import QgsExpressionContextUtils, QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer
from styled_layers import classes_of

from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.designation.certainty import CLASSES, class_of_rows, hangs
from lyngby_heritage.core.designation.certainty_texts import certainty_texts
from lyngby_heritage.processing.outputs.styling import add_second_style, apply_style, second_style

FIELDS = "field=udpeget:{flag}&field=udpegning:string(40)&field=sikkerhed:double&field=plangruppe:string(10)"
KINDS = [("Polygon", "polygon"), ("Point", "point")]
OTHERS = "Andre bygninger"


def a_layer(kind, cases, flag="bool", plangruppe=None):
    """Buildings 20 m apart in a row, one for each (sikkerhed, udpeget, udpegning)."""
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:25832&{FIELDS.format(flag=flag)}", "Bygninger", "memory")
    features = []
    for i, (certainty, designated, ground) in enumerate(cases):
        feature = QgsFeature(layer.fields())
        feature["sikkerhed"], feature["udpeget"], feature["udpegning"] = certainty, designated, ground
        feature["plangruppe"] = plangruppe
        east = 720000 + 20 * i
        square = QgsGeometry.fromRect(QgsRectangle(east, 6187000, east + 10, 6187010))
        feature.setGeometry(square if kind == "Polygon" else QgsGeometry.fromPointXY(QgsPointXY(east + 5, 6187005)))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    return layer


def expected(cases, edge):
    """What the core says of the same buildings."""
    texts = certainty_texts()
    legends = {one["key"]: one["legend"] for one in texts["classes"]}
    places = class_of_rows(*zip(*cases)).tolist()
    unsure = hangs(np.array([np.nan if one is None else one for one, _, _ in cases])).tolist()
    return [
        {legends[CLASSES[place]] if place >= 0 else OTHERS, *([edge] if hanging else [])}
        for place, hanging in zip(places, unsure)
    ]


CASES = [
    *((same / 27, True, "vaerdi_4_ensartet") for same in range(1, 28)),
    *((same / 27, False, "ikke_udpeget") for same in range(1, 28)),
    *((same / 27, False, "til_vurdering") for same in (9, 18, 20, 27)),
    (1.0, True, "beslutning"),
    (1.0, False, "beslutning"),
    (None, True, "vaerdi_1_3"),
    (None, False, "ikke_registreret"),
]


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_every_share_is_drawn_in_the_class_that_the_core_counts_it_in(kind, name):
    layer = a_layer(kind, CASES)
    apply_style(layer, f"certainty_{name}.qml", {})
    edge = "Tæt på grænsen: et andet udfald i mindst hver tredje indstilling"
    assert [set(one) for one in classes_of(layer)] == expected(CASES, edge)


@pytest.mark.parametrize(("flag", "yes", "no"), [("integer", 1, 0), ("string(5)", "true", "false")])
def test_booleans_are_read_however_the_file_keeps_them(flag, yes, no):
    layer = a_layer("Polygon", [(1.0, yes, "vaerdi_4_ensartet"), (1.0, no, "ikke_udpeget")], flag)
    apply_style(layer, "certainty_polygon.qml", {})
    assert classes_of(layer) == [["Altid udpeget"], ["Aldrig udpeget"]]


@pytest.mark.parametrize(("group", "drawn"), [("fredet", OTHERS), ("kirke", OTHERS), ("A", "Altid udpeget")])
def test_in_a_plan_what_stands_apart_is_one_of_the_others(group, drawn):
    layer = a_layer("Point", [(1.0, True, "vaerdi_4_ensartet")], plangruppe=group)
    apply_style(layer, "certainty_point_plan.qml", {})
    assert classes_of(layer) == [[drawn]]


def test_the_limit_of_the_municipality_is_that_of_the_style(tmp_path):
    """Of 27 settings 6 differ: fewer than a third, and more than a fifth."""
    layer = a_layer("Point", [(21 / 27, True, "vaerdi_4_ensartet")])
    with in_force(read_profile(profile_in(tmp_path, {"rules/certainty.json": {"unsure_one_in": 5}}))):
        apply_style(layer, "certainty_point.qml", {})
    edge = "Tæt på grænsen: et andet udfald i mindst hver femte indstilling"
    assert [set(one) for one in classes_of(layer)] == [{"Udpeget i omkring halvdelen", edge}]


def test_a_layer_of_a_project_can_be_switched_and_opens_as_before():
    layer = a_layer("Polygon", [(1.0, True, "vaerdi_4_ensartet")])
    apply_style(layer, "classifybuildings_polygon.qml", {})
    form = layer.editFormConfig().layout()
    before = classes_of(layer)
    add_second_style(layer, "classifybuildings_polygon.qml")
    add_second_style(layer, "classifybuildings_polygon.qml")
    manager = layer.styleManager()
    assert sorted(manager.styles()) == ["Sikkerhed", "default"]
    assert manager.currentStyle() == "default"
    assert classes_of(layer) == before
    assert manager.setCurrentStyle("Sikkerhed")
    assert classes_of(layer) == [["Altid udpeget"]]
    assert layer.editFormConfig().layout() == form
    assert QgsExpressionContextUtils.layerScope(layer).variable("graense_en_af") == "3"


@pytest.mark.parametrize(
    ("qml", "second"),
    [
        ("classifybuildings_point.qml", "certainty_point.qml"),
        ("classifybuildings_polygon_plan.qml", "certainty_polygon_plan.qml"),
        ("classifybuildings_pairs.qml", None),
        ("preparebuildings.qml", None),
    ],
)
def test_only_the_styles_of_designated_buildings_have_a_second_one(qml, second):
    assert (second_style(qml) or (None,))[0] == second
