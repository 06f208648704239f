"""The layer styles: every code is drawn, an unknown one shouts, and the files are what the script makes."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsExpression,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QImage
from styled_layers import classes_of, distance

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.designation.chosen_values import designation_texts
from lyngby_heritage.processing.outputs.map_image import render_map
from lyngby_heritage.processing.outputs.styling import apply_style
from lyngby_heritage.processing.tools.classify_buildings import ClassifyBuildings

ROOT = Path(__file__).parents[2]
STYLES = ROOT / "lyngby_heritage" / "styles"
TEXTS = designation_texts()
FIELDS = (
    "field=save_vaerdi:integer&field=udpeget:{udpeget}&field=udpegning:string(40)&field=ensartethed:double"
    "&field=naboer:integer&field=naboer_ens:integer&field=begrundelse:string(0)"
    "&field=fredet:{listed}&field=gaeldende_udpegning:string(40)&field=bygningstype:string(40)"
    "&field=naboer_afstand_m:double&field=sikkerhed:double"
)
CASES = [(each["code"], each["designated"], each["key"]) for each in TEXTS["classes"]]
CASES += [("ny_kode", True, "ukendt"), (None, False, "ukendt"), ("beslutning", None, "ukendt")]
KINDS = [("Polygon", "polygon"), ("Point", "point")]


def a_layer(kind, name, cases=CASES, udpeget="bool", extra="", listed="bool"):
    """Buildings 20 m apart in a row, one for each case, in our style."""
    layer = QgsVectorLayer(
        f"{kind}?crs=EPSG:25832&{FIELDS.format(udpeget=udpeget, listed=listed)}{extra}", "Bygninger", "memory"
    )
    features = []
    for i, (code, designated, _) in enumerate(cases):
        feature = QgsFeature(layer.fields())
        feature["udpegning"], feature["udpeget"] = code, designated
        feature["save_vaerdi"], feature["begrundelse"] = 4, "Værdi <4> & æøå"
        east = 720000 + 20 * i
        square = QgsGeometry.fromRect(QgsRectangle(east, 6187000, east + 10, 6187010))
        feature.setGeometry(square if kind == "Polygon" else QgsGeometry.fromPointXY(QgsPointXY(east + 5, 6187005)))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    message, loaded = layer.loadNamedStyle(str(STYLES / f"classifybuildings_{name}.qml"))
    assert loaded, message
    return layer


def label(key):
    return (
        TEXTS["unknown"]["legend"]
        if key == "ukendt"
        else next(c["legend"] for c in TEXTS["classes"] if c["key"] == key)
    )


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_every_code_is_drawn_once_and_an_unknown_one_too(kind, name):
    assert classes_of(a_layer(kind, name)) == [[label(key)] for _, _, key in CASES]


@pytest.mark.parametrize(("udpeget", "yes", "no"), [("integer", 1, 0), ("string(5)", "true", "false")])
def test_a_decision_is_read_however_the_file_keeps_booleans(udpeget, yes, no):
    cases = [("beslutning", yes, ""), ("beslutning", no, "")]
    layer = a_layer("Polygon", "polygon", cases, udpeget)
    assert classes_of(layer) == [[label("beslutning_udpeg")], [label("beslutning_udpeg_ikke")]]


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_the_legend_and_the_tool_name_the_values_that_the_municipality_designates(kind, name, monkeypatch):
    rules = load("rules/designation.json")
    monkeypatch.setitem(rules, "high_values", [1, 2, 3, 4])
    monkeypatch.setitem(rules, "neighbour_value", 5)
    layer = a_layer(kind, name)
    apply_style(layer, f"classifybuildings_{name}.qml", {})
    labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert labels[:2] == ["Udpeget: SAVE-værdi 1–4", "Udpeget: SAVE-værdi 5 efter reglen"]
    assert labels[4:] == ["Til vurdering", "Ikke udpeget", "Uden SAVE-værdi", "Ukendt kode"]

    tool = ClassifyBuildings().create()
    assert "Buildings of SAVE value 1–4 are designated. Buildings of value 5 are" in tool.shortHelpString()
    rule = tool.parameterDefinition("VALUE4_RULE")
    assert rule.description() == "Which buildings of value 5 are designated"
    assert rule.options()[1::2] == ["Uniform, or near a building of value 1–4", "Every building of value 5"]
    assert tool.outputDefinition("VALUE_1_3_COUNT").description() == "Designated by value 1–4"


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_on_the_plan_s_maps_what_stands_apart_is_of_a_class_of_its_own(kind, name):
    """Whatever its code; a building of a group of provisions, or of none, is drawn by its code."""
    cases = [("vaerdi_1_3", True, ""), ("ny_kode", True, ""), ("vaerdi_1_3", True, ""), ("ikke_udpeget", False, "")]
    layer = a_layer(kind, name, cases, extra="&field=plangruppe:string(10)")
    for row, value in zip((1, 2, 3), ("fredet", "kirke", "A")):
        assert layer.dataProvider().changeAttributeValues({row: {layer.fields().lookupField("plangruppe"): value}})
    message, loaded = layer.loadNamedStyle(str(STYLES / f"classifybuildings_{name}_plan.qml"))
    assert loaded, message
    assert classes_of(layer) == [["Fredet"], ["Kirke"], [label("vaerdi_1_3")], [label("ikke_udpeget")]]


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_the_legend_is_danish_and_in_order(kind, name):
    layer = a_layer(kind, name)
    labels = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert labels == [each["legend"] for each in TEXTS["classes"]] + ["Ukendt kode"]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("across", [250, 4000, 12000])
@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_each_class_leaves_its_colour_on_the_map_at_every_scale(kind, name, across):
    for code, designated, key in CASES:
        layer = a_layer(kind, name, [(code, designated, key)])
        east = 720005
        extent = QgsRectangle(east - across / 2, 6187005 - across / 4, east + across / 2, 6187005 + across / 4)
        image = QImage.fromData(render_map(layer, extent, width_px=1200))
        middle = image.copy(image.width() // 2 - 20, image.height() // 2 - 20, 40, 40)
        colours = {middle.pixel(x, y) for x in range(40) for y in range(40)}
        described = next((each for each in TEXTS["classes"] if each["key"] == key), TEXTS["unknown"])
        # A small symbol is all edge: nearness to the class's colour, not equality, tells that it is there.
        wanted = [QColor(described[part]) for part in ("fill", "outline")]
        wanted = [colour for colour in wanted if colour != QColor("#ffffff")]
        near = 180 if key == "ikke_registreret" else 90  # nearly empty is what it should be
        assert min(distance(QColor(pixel), colour) for pixel in colours for colour in wanted) < near, (key, across)
        assert len(colours) > 1


def test_what_is_designated_lies_above_what_is_not():
    for kind, name in KINDS:
        layer = a_layer(kind, name)
        renderer = layer.renderer()
        assert renderer.usingSymbolLevels()
        passes = {item.label(): item.symbol().symbolLayer(0).renderingPass() for item in renderer.legendSymbolItems()}
        designated = {each["legend"]: each["designated"] for each in TEXTS["classes"]}
        above = [passes[legend] for legend, yes in designated.items() if yes]
        below = [passes[legend] for legend, yes in designated.items() if not yes]
        assert max(below) < min(above)
        assert passes["Ukendt kode"] > max(above)


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_map_tips_work_with_and_without_an_address_and_hold_no_markup_from_the_data(kind, name):
    for extra, title in (("", "Bygning"), ("&field=adresse:string(80)", "Ågade 4 &lt;b>")):
        layer = a_layer(kind, name, CASES[:1], extra=extra)
        feature = next(layer.getFeatures())
        if extra:
            feature["adresse"] = "Ågade 4 <b>"
        context = layer.createExpressionContext()
        context.setFeature(feature)
        tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
        assert f"<b>{title}</b>" in tip
        assert "SAVE-værdi: 4" in tip
        assert "udpeget" in tip
        assert "Værdi &lt;4> &amp; æøå" in tip
        assert layer.mapTipsEnabled()


@pytest.mark.parametrize(
    ("listed", "group", "said"),
    [
        (True, None, "fredet: ikke omfattet af lokalplanens bestemmelser"),
        (None, "fredet", "fredet: ikke omfattet af lokalplanens bestemmelser"),
        (False, "kirke", "kirke: ikke omfattet af lokalplanens bestemmelser"),
        (False, "A", "udpeget"),
        (None, None, "udpeget"),
    ],
)
def test_a_map_tip_says_that_a_listed_building_stands_apart_and_whose_reason_it_gives(listed, group, said):
    layer = a_layer("Polygon", "polygon_plan", [("vaerdi_1_3", True, "")], extra="&field=plangruppe:string(10)")
    feature = next(layer.getFeatures())
    feature["fredet"], feature["plangruppe"] = listed, group
    context = layer.createExpressionContext()
    context.setFeature(feature)
    tip = " ".join(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context).split())
    before, after = ("Kommunens regel ville ellers sige: »", "«") if said != "udpeget" else ("", "")
    assert f"SAVE-værdi: 4 · {said}</p>" in tip
    assert f">{before}Værdi &lt;4> &amp; æøå{after}</p>" in tip


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_fields_have_danish_names_and_their_codes_are_shown_in_words(kind, name):
    layer = a_layer(kind, name, extra="&field=adresse:string(80)")
    assert {field.name(): field.alias() for field in layer.fields() if field.name() != "adresse"} == TEXTS["fields"]
    in_words = {field.name() for field in layer.fields() if field.editorWidgetSetup().type() == "ValueMap"}
    assert in_words == {"udpegning", "gaeldende_udpegning", "bygningstype"}


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_save_values_are_written_at_large_scales_only(kind, name):
    layer = a_layer(kind, name)
    settings = layer.labeling().settings()
    assert settings.fieldName == "save_vaerdi"
    assert settings.scaleVisibility
    assert settings.minimumScale == 2500


@pytest.mark.parametrize("limit", [None, "0.5"])
def test_pairs_are_alike_from_the_limit_of_the_run(limit):
    layer = QgsVectorLayer(
        "LineString?crs=EPSG:25832&field=fra_id:string&field=til_id:string&field=lighed:double", "N", "memory"
    )
    for value in (0.75, 0.74, 0.5, None):
        feature = QgsFeature(layer.fields())
        feature["lighed"] = value
        feature.setGeometry(QgsGeometry.fromWkt("LineString (720000 6187000, 720010 6187010)"))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    assert layer.loadNamedStyle(str(STYLES / "classifybuildings_pairs.qml"))[1]
    if limit:
        QgsExpressionContextUtils.setLayerVariable(layer, "lighed_graense", limit)
    alike, different, unknown = (TEXTS["pairs"][key]["legend"] for key in ("alike", "different", "unknown"))
    below = alike if limit else different
    assert classes_of(layer) == [[alike], [below], [below], [unknown]]


LEVELS = json.loads((ROOT / "lyngby_heritage/data/rules/validation.json").read_text(encoding="utf-8"))["levels"]


def findings_layer(levels):
    layer = QgsVectorLayer("Point?crs=EPSG:25832&field=alvor:string&field=tekst:string&field=lag:string", "F", "memory")
    for number, level in enumerate(levels):
        feature = QgsFeature(layer.fields())
        feature["alvor"], feature["tekst"], feature["lag"] = level, "Værdi <4> & æøå", "fbb"
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(720000 + 20 * number, 6187000)))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    message, loaded = layer.loadNamedStyle(str(STYLES / "validatedata.qml"))
    assert loaded, message
    return layer


def test_every_level_of_a_finding_is_drawn_and_an_unknown_one_too():
    drawn = classes_of(findings_layer([*LEVELS, "katastrofe", None]))
    assert drawn == [[described["legend"]] for described in LEVELS.values()] + [["Ukendt alvor"]] * 2


def test_the_gravest_finding_lies_on_top():
    layer = findings_layer(list(LEVELS))
    items = layer.renderer().legendSymbolItems()
    passes = [item.symbol().symbolLayer(0).renderingPass() for item in items]
    assert passes[0] > passes[1] > passes[2]
    assert [item.label() for item in items] == ["Fejl", "Advarsel", "Oplysning", "Ukendt alvor"]


def test_a_finding_s_map_tip_holds_its_words_and_no_markup_from_the_data():
    layer = findings_layer(["fejl"])
    context = layer.createExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "<b>fejl: fbb</b>" in tip
    assert "Værdi &lt;4> &amp; æøå" in tip


ENSEMBLES = json.loads((ROOT / "lyngby_heritage/data/rules/ensemble_texts.json").read_text(encoding="utf-8"))
SCENARIOS = json.loads((ROOT / "lyngby_heritage/data/rules/scenario_texts.json").read_text(encoding="utf-8"))
COMPARISON = json.loads((ROOT / "lyngby_heritage/data/rules/comparison_texts.json").read_text(encoding="utf-8"))


def styled(kind, fields, rows, qml):
    """A layer with these rows (dicts), 20 m apart, in one of our styles."""
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:25832&{fields}", "lag", "memory")
    for i, values in enumerate(rows):
        feature = QgsFeature(layer.fields())
        for name, value in values.items():
            feature[name] = value
        east = 720000 + 20 * i
        square = QgsGeometry.fromRect(QgsRectangle(east, 6187000, east + 10, 6187010))
        feature.setGeometry(square if kind == "Polygon" else QgsGeometry.fromPointXY(QgsPointXY(east, 6187000)))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    message, loaded = layer.loadNamedStyle(str(STYLES / qml))
    assert loaded, message
    return layer


def tip_of(layer):
    context = layer.createExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


ENSEMBLE_COLUMNS = (
    "field=ensemble_id:integer&field=navn:string&field=status:string&field=antal_bygninger:integer"
    "&field=antal_udpeget:integer&field=areal_ha:double&field=begrundelse:string"
)


def test_an_ensemble_is_drawn_by_how_many_are_designated_and_always_as_a_proposal():
    counts = [(10, 10), (10, 5), (10, 4), (10, 1), (10, 0), (10, None)]
    rows = [{"status": "forslag", "antal_bygninger": all_, "antal_udpeget": some} for all_, some in counts]
    rows += [{"status": "vedtaget", "antal_bygninger": 10, "antal_udpeget": 10}, {"status": None}]
    rows += [{"status": one["status"], "antal_bygninger": 10, "antal_udpeget": 10} for one in ENSEMBLES["settled"]]
    layer = styled("Polygon", ENSEMBLE_COLUMNS, rows, "uniformensembles.qml")
    most, some, none, unknown = (one["legend"] for one in ENSEMBLES["classes"])
    other = ENSEMBLES["other"]["legend"]
    decided, refused = (one["legend"] for one in ENSEMBLES["settled"])
    assert classes_of(layer) == [
        [most],
        [most],
        [some],
        [some],
        [none],
        [unknown],
        [other],
        [other],
        [decided],
        [refused],
    ]
    assert all(one["legend"].startswith("Forslag") for one in ENSEMBLES["classes"])


@pytest.mark.parametrize(("name", "shown"), [("Åvej 1–9 <b>", "Åvej 1–9 &lt;b>"), (None, "Forslag uden adresse")])
def test_the_tip_and_the_label_of_an_ensemble_say_that_it_is_a_proposal(name, shown):
    row = {"navn": name, "status": "forslag", "ensemble_id": 7, "antal_bygninger": 5, "areal_ha": 0.25}
    layer = styled("Polygon", ENSEMBLE_COLUMNS, [row], "uniformensembles.qml")
    tip = tip_of(layer)
    assert f"<b>{shown}</b>" in tip
    assert "Forslag til kulturmiljø nr. 7 · 5 hovedbygninger ·\n0,25 ha" in tip
    settings = layer.labeling().settings()
    context = layer.createExpressionContext()
    context.setFeature(next(layer.getFeatures()))
    QgsExpressionContextUtils.setLayerVariable(layer, "map_scale", "2000")
    assert settings.isExpression
    assert "forslag, 5 hovedbygninger" in QgsExpression(settings.fieldName).evaluate(context)


@pytest.mark.parametrize(("own", "shown"), [(3, "Forslag 7"), (7, None)])
def test_on_a_sheet_of_the_atlas_a_neighbour_has_its_number_alone_and_the_sheet_s_own_none(own, shown):
    """The house numbers need the room, and the sheet's heading names its own."""
    row = {"navn": "Åvej 1–9", "status": "forslag", "ensemble_id": 7, "antal_bygninger": 5}
    layer = styled("Polygon", ENSEMBLE_COLUMNS, [row], "uniformensembles.qml")
    settings = layer.labeling().settings()
    feature = next(layer.getFeatures())
    sheet = QgsFeature(feature)
    sheet["ensemble_id"] = own
    atlas = QgsExpressionContextScope("atlas")
    for name, value in (("map_scale", 1000), ("atlas_featurenumber", 1), ("atlas_feature", sheet)):
        atlas.setVariable(name, value)
    context = layer.createExpressionContext()
    context.appendScope(atlas)
    context.setFeature(feature)
    label = QgsExpression(settings.fieldName).evaluate(context)
    assert (label or None) == shown
    assert settings.priority == 0  # gives way to the numbers on the houses


CHANGE_COLUMNS = "field=aendring:string&field=efter_udpeget:{udpeget}&field=adresse:string&field=begrundelse:string"


@pytest.mark.parametrize(("kind", "name"), KINDS)
@pytest.mark.parametrize(("udpeget", "yes", "no"), [("bool", True, False), ("string", "true", "false")])
def test_every_change_is_drawn_once_and_an_unknown_one_too(kind, name, udpeget, yes, no):
    rows = [
        {"aendring": one["code"], "efter_udpeget": yes if one.get("designated") else no}
        for one in COMPARISON["classes"]
    ]
    rows += [{"aendring": None}, {"aendring": "noget andet"}]
    layer = styled(kind, CHANGE_COLUMNS.format(udpeget=udpeget), rows, f"comparedesignations_{name}.qml")
    unknown = COMPARISON["unknown"]["legend"]
    assert classes_of(layer) == [[one["legend"]] for one in COMPARISON["classes"]] + [[unknown], [unknown]]
    assert layer.renderer().usingSymbolLevels()


ONE_LAYER = [
    ({"foer": None, "efter": "ikke_udpeget"}, "Ikke udpeget og ny i data"),
    ({"foer": "ikke_registreret", "efter": None}, "Ikke udpeget og ikke længere i data"),
    ({"foer": "ikke_udpeget", "efter": "til_vurdering"}, "Samme udfald, andet grundlag"),
]


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_what_one_layer_alone_has_is_not_drawn_as_on_another_ground(kind, name):
    columns = CHANGE_COLUMNS.format(udpeget="bool") + "&field=foer:string&field=efter:string"
    for grounds, legend in ONE_LAYER:
        row = {"aendring": "aendret_grundlag", "efter_udpeget": False, **grounds}
        layer = styled(kind, columns, [row], f"comparedesignations_{name}.qml")
        assert classes_of(layer) == [[legend]]
        assert legend in tip_of(layer)


def test_the_tip_of_a_change_says_what_and_why():
    row = {"aendring": "ny", "adresse": "Åvej 1", "begrundelse": "Ny: <x>"}
    layer = styled("Polygon", CHANGE_COLUMNS.format(udpeget="bool"), [row], "comparedesignations_polygon.qml")
    tip = tip_of(layer)
    assert "<b>Åvej 1</b>" in tip
    assert "Ny: udpeges nu, ikke før" in tip
    assert "Ny: &lt;x>" in tip


OUTCOME_COLUMNS = "field=udfald:string&field=svinger:bool&field=adresse:string&field=begrundelse:string"


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_every_outcome_of_scenarios_is_drawn_once(kind, name):
    rows = [{"udfald": one["code"]} for one in SCENARIOS["classes"]]
    layer = styled(kind, OUTCOME_COLUMNS, rows, f"comparescenarios_{name}.qml")
    assert classes_of(layer) == [[one["legend"]] for one in SCENARIOS["classes"]]


def test_the_tip_of_a_building_says_who_would_designate_it_line_by_line():
    row = {"udfald": "faa", "adresse": "Åvej 1", "begrundelse": "Udpeges efter 1 af 2.\nA: <x>"}
    tip = tip_of(styled("Polygon", OUTCOME_COLUMNS, [row], "comparescenarios_polygon.qml"))
    assert "Svinger: efter færre end halvdelen" in tip
    assert "Udpeges efter 1 af 2.<br>A: &lt;x>" in tip


def test_committed_styles_are_what_the_script_makes(tmp_path):
    written = (STYLES / "classifybuildings_point.qml").read_text(encoding="utf-8")
    version = ".".join(Qgis.version().split("-")[0].split(".")[:2])
    if f'version="{version}.' not in written:
        pytest.skip("The styles were made by another QGIS version")
    script = ROOT / "tools" / "make_styles.py"
    assert importlib.util.spec_from_file_location("make_styles", script) is not None
    subprocess.run([sys.executable, script, tmp_path], check=True, capture_output=True, timeout=120)
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == sorted(path.name for path in STYLES.glob("*.qml"))
    for name in made:
        assert (tmp_path / name).read_text(encoding="utf-8") == (STYLES / name).read_text(encoding="utf-8"), (
            f"{name} is out of date: run tools/make_styles.py"
        )
