"""The styles of maplandscape: every theme is drawn, no two alike, and an unknown theme shouts."""

import json
from pathlib import Path

import pytest
from qgis.core import QgsExpression, QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QSize
from styled_layers import classes_of

STYLES = Path(__file__).parents[2] / "lyngby_heritage" / "styles"
CATALOGUE = json.loads((STYLES.parent / "data" / "themes" / "catalogue.json").read_text(encoding="utf-8"))
THEMES = CATALOGUE["themes"]
FIELDS = (
    "field=tema:string(40)&field=tema_navn:string&field=navn:string&field=status:string&field=retningslinje:string"
    "&field=areal_ha:double&field=geometri:string&field=lovgrundlag:string&field=kilde:string&field=bemaerkning:string"
)


def layer_of(style, fields, rows, kind="MultiPolygon"):
    """Squares (or points) in a row, one for each dict of attributes, in one of our styles."""
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:25832&{fields}", "lag", "memory")
    for number, values in enumerate(rows):
        feature = QgsFeature(layer.fields())
        for name, value in values.items():
            feature[name] = value
        east = 720000 + 200 * number
        shape = QgsGeometry.fromRect(QgsRectangle(east, 6187000, east + 100, 6187100))
        feature.setGeometry(shape.centroid() if kind == "Point" else shape)
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    message, loaded = layer.loadNamedStyle(str(STYLES / style))
    assert loaded, message
    return layer


@pytest.fixture
def designations(qgis_app):
    codes = [*(theme["code"] for theme in THEMES), "solceller", None]
    return layer_of("maplandscape.qml", FIELDS, [{"tema": code, "geometri": "flade"} for code in codes])


def test_every_theme_is_drawn_once_and_an_unknown_one_too(designations):
    assert classes_of(designations) == [[theme["name"]] for theme in THEMES] + [["Andet tema"]] * 2


def test_no_two_themes_look_alike_even_without_colour(designations):
    """In grey, as a black-and-white printer or a colour-blind reader has it."""
    pictures = {}
    for item in designations.renderer().legendSymbolItems():
        image = item.symbol().asImage(QSize(120, 80))
        seen = [image.pixelColor(x, y) for x in range(0, 120, 2) for y in range(0, 80, 2)]
        pictures[item.label()] = [255 - one.alphaF() * (255 - one.lightness()) for one in seen]  # on white paper
    names = list(pictures)
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            differing = sum(abs(a - b) > 25 for a, b in zip(pictures[one], pictures[other]))
            assert differing > 24, (one, other)  # 1 % of what was looked at


def test_lines_and_hatching_lie_above_fills(designations):
    passes = {
        item.label(): item.symbol().symbolLayer(0).renderingPass()
        for item in designations.renderer().legendSymbolItems()
    }
    filled = [
        passes[theme["name"]] for theme in THEMES if theme["style"].get("opacity", 0) and "fill" in theme["style"]
    ]
    lines = [passes[theme["name"]] for theme in THEMES if "band" in theme["style"]]
    assert max(level for level in filled if level < 9) < min(lines)
    assert passes["Andet tema"] == max(passes.values())


@pytest.mark.parametrize(
    ("status", "said"),
    [("gaeldende", "gældende"), ("ophoert", "ophørt"), ("kladde", "kladde"), (None, "ukendt")],
)
def test_the_map_tip_says_the_status_in_words(qgis_app, status, said):
    layer = layer_of("maplandscape.qml", FIELDS, [{"tema": "fredning", "geometri": "flade", "status": status}])
    context = layer.createExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    assert f"status: {said} ·" in QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def test_the_map_tip_holds_the_guideline_and_no_markup_from_the_data(qgis_app):
    values = {
        "tema": "lavbund",
        "tema_navn": "Lavbundsareal",
        "navn": "Eng <b> & mose",
        "areal_ha": 1.5,
        "retningslinje": "Friholdes.",
    }
    layer = layer_of("maplandscape.qml", FIELDS, [values])
    context = layer.createExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "Eng &lt;b> &amp; mose" in tip
    assert "1,5 ha" in tip
    assert "Friholdes." in tip
    assert layer.mapTipsEnabled()
    assert layer.labeling().settings().scaleVisibility


def test_changes_are_drawn_by_their_code(qgis_app):
    codes = ["fastholdt", "ny", "udgaaet", "ikke_sammenlignet", "andet"]
    layer = layer_of("maplandscape_changes.qml", "field=aendring:string", [{"aendring": one} for one in codes])
    assert classes_of(layer) == [["Fastholdt"], ["Ny"], ["Udgået"], ["Ikke sammenlignet"], ["Ukendt kode"]]


def test_what_is_not_compared_lies_below_the_changes(qgis_app):
    """Areas of themes that nothing is known of cover whole districts: drawn last, they hid what is new and gone."""
    codes = ["ikke_sammenlignet", "fastholdt", "ny", "udgaaet"]
    layer = layer_of("maplandscape_changes.qml", "field=aendring:string", [{"aendring": one} for one in codes])
    assert layer.renderer().usingSymbolLevels()
    rules = layer.renderer().rootRule().children()
    levels = {
        rule.ruleKey(): {one.renderingPass() for one in rule.symbol().symbolLayers()} for rule in rules
    }  # fmt: skip
    assert [levels[code] for code in codes] == [{0}, {1}, {2}, {3}]


@pytest.mark.parametrize(("kind", "name"), [("MultiPolygon", "polygon"), ("Point", "point")])
def test_buildings_of_which_a_theme_is_unknown_are_not_drawn_as_free(qgis_app, kind, name):
    rows = [
        {"temaer": "lavbund", "temaer_ukendt": None},
        {"temaer": "", "temaer_ukendt": None},
        {"temaer": "", "temaer_ukendt": "fredning"},
        {"temaer": None, "temaer_ukendt": None},
    ]
    fields = "field=temaer:string&field=temaer_ukendt:string"
    layer = layer_of(f"maplandscape_buildings_{name}.qml", fields, rows, kind)
    assert classes_of(layer) == [
        ["Mindst ét tema"],
        ["Ingen af de undersøgte temaer"],
        ["Ingen fundet, men mindst ét tema er ukendt"],
        ["Uden geometri eller ukendt"],
    ]


def test_properties_are_drawn_by_their_share(qgis_app):
    rows = [{"andel": one} for one in (1.0, 0.99, 0.5, 0.1, 0.099, None)]
    layer = layer_of("maplandscape_properties.qml", "field=andel:double", rows)
    assert [one[0] for one in classes_of(layer)] == [
        "Hele ejendommen (99 % og mere)",
        "Hele ejendommen (99 % og mere)",
        "50–99 %",
        "10–50 %",
        "Under 10 %",
        "Punkt eller linje; andel ukendt",
    ]
