"""The attribute form of every style: the reason first and on several lines, codes in words, its title by address."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from qgis.core import (
    Qgis,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsVectorLayer,
)

from lyngby_heritage.core.designation.rule import CODES

ROOT = Path(__file__).parents[2]
STYLES = sorted(
    path for path in (ROOT / "lyngby_heritage" / "styles").glob("*.qml") if path.stem != "delineatevalley_height"
)
REASONS = ("begrundelse", "bemaerkning", "tekst", "aarsag", "retningslinje")


def styled(name, fields, kind="Polygon"):
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:25832&{fields}", "lag", "memory")
    message, loaded = layer.loadNamedStyle(str(ROOT / "lyngby_heritage" / "styles" / f"{name}.qml"))
    assert loaded, message
    return layer


def widget(layer, field):
    return layer.editorWidgetSetup(layer.fields().lookupField(field))


def words(layer, field):
    """Code → what the form shows."""
    setup = widget(layer, field)
    assert setup.type() == "ValueMap"
    return {code: shown for one in setup.config()["map"] for shown, code in one.items()}


def title(layer, **values):
    feature = QgsFeature(layer.fields())
    for name, value in values.items():
        feature[name] = value
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression(layer.displayExpression()).evaluate(context)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_every_style_has_a_form_whose_reason_comes_first(path):
    style = ElementTree.parse(path).getroot()
    assert style.findtext("editorlayout") == "tablayout"
    listed = [one.get("name") for one in style.iter("attributeEditorField")]
    assert len(listed) == len(set(listed))
    assert style.findtext("previewExpression").startswith("coalesce(nullif(to_string(attribute(@feature, 'adresse'))")
    reasons = [one for one in listed if one in REASONS]
    assert listed[: len(reasons)] == reasons
    several = {
        one.get("name")
        for one in style.findall("fieldConfiguration/field")
        if one.find("editWidget[@type='TextEdit']/config/Option/Option[@name='IsMultiline'][@value='true']") is not None
    }
    assert set(reasons) <= several
    assert style.find(".//labelStyle") is None, "no font of the machine that made it"


def test_the_codes_of_a_designation_in_words(qgis_app):
    fields = "field=udpegning:string(40)&field=bygningstype:string&field=begrundelse:string&field=anvendelse:integer"
    layer = styled("classifybuildings_polygon", f"{fields}&field=adresse:string&field=bygning_id:string")
    assert set(words(layer, "udpegning")) == set(CODES)
    assert words(layer, "bygningstype") == {"hoved": "Hovedbygning", "sekundaer": "Sekundær bygning"}
    assert words(layer, "anvendelse")["120"] == "fritliggende enfamiliehus"
    assert widget(layer, "begrundelse").config()["IsMultiline"]
    assert layer.editFormConfig().layout() == Qgis.AttributeFormLayout.DragAndDrop
    assert title(layer, adresse="Ågade 9", bygning_id="b1") == "Ågade 9"
    numbered = styled(
        "classifybuildings_polygon", "field=adresse:string&field=bbrnummer:string&field=bygning_id:string"
    )
    assert title(numbered, bbrnummer="173-1-1", bygning_id="b1") == "Bygning uden adresse (BBR 173-1-1)"
    assert title(numbered, adresse="Ågade 9", bbrnummer="173-1-1") == "Ågade 9"


@pytest.mark.parametrize("style", ["classifybuildings_polygon", "comparedesignations_polygon"])
def test_a_building_of_which_only_the_id_is_known_is_called_a_building(qgis_app, style):
    layer = styled(style, "field=adresse:string&field=bygning_id:string&field=aendring:string")
    assert title(layer, bygning_id="67a1e431-e15b-4838-9b58-6d7f11354346") == "Bygning uden adresse (id 67a1e431)"
    assert title(layer, adresse="Ågade 9", bygning_id="67a1e431-e15b-4838-9b58-6d7f11354346") == "Ågade 9"


def test_a_code_means_what_it_means_in_its_own_layer(qgis_app):
    plots = styled("checkplotratio_plots", "field=status:string&field=aendring:string")
    assert words(plots, "status")["overskredet"] == "Overskredet"
    landscape = styled("maplandscape", "field=status:string")
    assert words(landscape, "status")["gaeldende"] == "Gældende"
    changes = styled("maplandscape_changes", "field=aendring:string")
    assert words(changes, "aendring")["ikke_sammenlignet"] == "Ikke sammenlignet"
    compared = styled("comparedesignations_polygon", "field=aendring:string&field=foer:string")
    assert words(compared, "aendring")["aendret_grundlag"] == "Samme udfald; andet grundlag, eller kun i det ene lag"
    assert words(compared, "foer")["beslutning"] == "Særskilt beslutning"
