"""A layer looks as the municipality's profile says: its colours and its legend, in every class of a style."""

import re

import pytest
from profiles import profile_in
from qgis.core import QgsVectorLayer

from lyngby_heritage.core.common.data import as_shipped
from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.paths import STYLES
from lyngby_heritage.processing.outputs.restyled import MADE_FROM, style_text
from lyngby_heritage.processing.outputs.sinks import apply_style

TEXTS = "rules/designation_texts.json"


def built_in_class(file, key, name):
    return next(one for one in as_shipped(file)["classes"] if one[key] == name)


@pytest.fixture
def blue(tmp_path):
    changed = {"classes": [{"key": "vaerdi_1_3", "fill": "#0000ff", "legend": "Bevares & værnes: {high_values}"}]}
    return read_profile(profile_in(tmp_path / "vores", {TEXTS: changed}))


def test_without_a_profile_a_style_is_as_it_comes(tmp_path):
    assert style_text("classifybuildings_point.qml") is None
    other = read_profile(profile_in(tmp_path / "a", {TEXTS: {"fields": {"udpeget": "Udpeget?"}}}))
    with in_force(other):
        assert style_text("classifybuildings_point.qml") is None  # no colour and no legend of a class
        assert style_text("checkplotratio_plots.qml") is None


def test_a_class_has_the_colour_and_the_legend_of_the_profile(qgis_app, blue):
    layer = QgsVectorLayer("Point?crs=epsg:25832&field=udpegning:string", "x", "memory")
    with in_force(blue):
        apply_style(layer, "classifybuildings_point.qml", {})
    drawn = {one.ruleKey(): one for one in layer.renderer().rootRule().children()}
    assert drawn["vaerdi_1_3"].label() == "Bevares & værnes: 1–3"
    assert drawn["vaerdi_1_3"].symbol().color().name() == "#0000ff"
    assert drawn["ikke_udpeget"].symbol().color().name() == built_in_class(TEXTS, "key", "ikke_udpeget")["fill"]


def test_a_colour_that_means_two_things_changes_where_it_is_changed(qgis_app, tmp_path):
    """The accent of the reports is the colour of the highest class, and no reason to leave that as it is."""
    texts = as_shipped(TEXTS)
    assert texts["accent"] == built_in_class(TEXTS, "key", "vaerdi_1_3")["fill"]
    changed = {"classes": [{"key": "vaerdi_1_3", "fill": "#00ff00"}]}
    profile = read_profile(profile_in(tmp_path / "a", {TEXTS: changed}))
    layer = QgsVectorLayer("Point?crs=epsg:25832&field=udpegning:string", "x", "memory")
    with in_force(profile):
        apply_style(layer, "classifybuildings_point.qml", {})
    drawn = {one.ruleKey(): one.symbol().color().name() for one in layer.renderer().rootRule().children()}
    assert drawn["vaerdi_1_3"] == "#00ff00"


def lines_of(layer, key):
    """Angle, distance and width of each set of lines in the symbol of a class."""
    (rule,) = (one for one in layer.renderer().rootRule().children() if one.ruleKey() == key)
    patterns = [one for one in rule.symbol().symbolLayers() if one.layerType() == "LinePatternFill"]
    return [(one.lineAngle(), one.distance(), one.subSymbol().symbolLayer(0).width()) for one in patterns]


@pytest.mark.parametrize(
    ("hatch", "lines"),
    [
        ([(30, 4.0, 0.5)], [(30, 4, 0.5)]),
        ([(45, 3.0, 0.2), (135, 3.5, 0.4)], [(45, 3, 0.2), (135, 3.5, 0.4)]),
        ([], []),
    ],
)
def test_a_hatched_theme_has_the_lines_of_the_profile(qgis_app, tmp_path, hatch, lines):
    file = "themes/catalogue.json"
    catalogue = as_shipped(file)
    (list_name,) = (name for name, one in catalogue.items() if isinstance(one, list) and "code" in one[0])
    (theme,) = (one for one in catalogue[list_name] if one["code"] == "dyrehave")
    style = {**theme["style"], "hatch": [dict(zip(("angle", "distance", "width"), one)) for one in hatch]}
    profile = read_profile(profile_in(tmp_path / "a", {file: {list_name: [{"code": "dyrehave", "style": style}]}}))
    layer, other = (QgsVectorLayer("Polygon?crs=epsg:25832&field=tema:string", "x", "memory") for _ in range(2))
    with in_force(profile):
        apply_style(layer, "maplandscape.qml", {})
    apply_style(other, "maplandscape.qml", {})
    assert lines_of(layer, "dyrehave") == lines
    assert lines_of(other, "dyrehave") == [(60, 6, 0.25)]
    assert lines_of(layer, "industriminde") == lines_of(other, "industriminde") != []


def test_the_stripes_of_a_proposed_environment_are_those_of_the_profile(qgis_app, tmp_path):
    changed = {"classes": [{"key": "de_fleste", "lines": {"apart_mm": 4.5, "wide_mm": 0.6}}]}
    profile = read_profile(profile_in(tmp_path / "a", {"rules/ensemble_texts.json": changed}))
    layer = QgsVectorLayer("Polygon?crs=epsg:25832&field=status:string", "x", "memory")
    with in_force(profile):
        apply_style(layer, "uniformensembles.qml", {})
    assert lines_of(layer, "de_fleste") == [(135, 4.5, 0.6)]
    assert lines_of(layer, "nogle") == [(135, 3.5, 0.25)]


@pytest.mark.parametrize(
    "qml", sorted(one.name for one in STYLES.glob("*.qml") if one.name.startswith(tuple(MADE_FROM)))
)
def test_every_style_takes_a_colour_of_its_file(tmp_path, qml):
    """Each colour of the file that the style holds is made another, and is gone from the style then."""
    file = next(file for start, file in MADE_FROM.items() if qml.startswith(start))
    before = (STYLES / qml).read_text(encoding="utf-8")
    changed, new = {}, 0x100000
    for old in sorted(set(re.findall(r"#[0-9a-f]{6}", str(as_shipped(file))))):
        new += 0x010101
        changed[old] = f"#{new:06x}"
    everything = {name: one for name, one in recoloured(as_shipped(file), changed).items() if not name.startswith("_")}
    profile = read_profile(profile_in(tmp_path / "a", {file: everything}))
    with in_force(profile):
        after = style_text(qml) or before
    held = [old for old in changed if written(old) in before]
    assert [old for old in held if written(old) in after] == []
    assert [old for old in held if written(changed[old]) not in after] == []


def written(colour):
    """As QGIS writes it in a style."""
    return '"' + ",".join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5)) + ","


def recoloured(content, changed):
    if isinstance(content, dict):
        return {key: recoloured(one, changed) for key, one in content.items()}
    if isinstance(content, list):
        return [recoloured(one, changed) for one in content]
    return changed.get(content, content) if isinstance(content, str) else content


@pytest.mark.parametrize("qml", sorted(one.name for one in STYLES.glob("classifybuildings_p*_plan.qml")))
def test_the_legend_of_the_plan_names_the_values_of_the_profile(qgis_app, tmp_path, qml):
    profile = profile_in(tmp_path / "a", {"rules/designation.json": {"high_values": [1, 2], "neighbour_value": 3}})
    kind = "Point" if "point" in qml else "Polygon"
    layer = QgsVectorLayer(f"{kind}?crs=epsg:25832&field=udpegning:string&field=plangruppe:string", "x", "memory")
    with in_force(read_profile(profile)):
        apply_style(layer, qml, {})
    labels = {one.ruleKey(): one.label() for one in layer.renderer().rootRule().children()}
    assert labels["vaerdi_1_3"] == "Udpeget: SAVE-værdi 1–2"
    assert labels["vaerdi_4_ensartet"] == "Udpeget: SAVE-værdi 3 efter reglen"
