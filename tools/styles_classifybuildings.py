"""The styles of `classifybuildings`, from data/rules/designation_texts.json."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from stylekit import (
    MM,
    POINT_MM,
    SHAPES,
    driven,
    escaped,
    labels_of,
    line_symbol,
    lines_layer,
    marker_layer,
    outline_layer,
    rules_renderer,
    style,
    symbol_of,
)

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.designation.chosen_values import RULE_ALONE, designation_texts
from lyngby_heritage.core.designation.shown_classes import CHURCH, LISTED
from lyngby_heritage.processing.outputs.place_marks import place_mark

BUILDING_FIELDS = (
    "field=save_vaerdi:integer&field=udpeget:bool&field=udpegning:string(40)&field=ensartethed:double"
    "&field=naboer:integer&field=naboer_ens:integer&field=begrundelse:string(0)"
    "&field=fredet:bool&field=gaeldende_udpegning:string(40)&field=bygningstype:string(40)"
    "&field=naboer_afstand_m:double&field=sikkerhed:double"
)
PAIR_FIELDS = (
    "field=fra_id:string(80)&field=til_id:string(80)&field=lighed:double&field=ens_paa:string(0)"
    "&field=forskellig_paa:string(0)"
)

# However the file keeps booleans: as such, as numbers or as text.
TRUE, FALSE = "'true', '1', 't'", "'false', '0', 'f'"


def said_of(field: str) -> str:
    """The expression for a yes in a field that a layer may lack."""
    return f"lower(coalesce(to_string(attribute(@feature, '{field}')), '')) IN ({TRUE})"


OF_GROUP = "coalesce(to_string(attribute(@feature, 'plangruppe')), '') = '{}'"
IS_LISTED = f"({said_of('fredet')} OR {OF_GROUP.format(LISTED)})"
IS_CHURCH = f"({OF_GROUP.format(CHURCH)})"
OUTSIDE = "{}: ikke omfattet af lokalplanens bestemmelser"

# Later passes are drawn above earlier ones: what is designated lies on top of what is not.
PASSES = {
    "ikke_registreret": 0,
    "ikke_udpeget": 1,
    "til_vurdering": 2,
    "beslutning_udpeg_ikke": 3,
    "vaerdi_4_ensartet": 4,
    "vaerdi_1_3": 5,
    "beslutning_udpeg": 6,
}
UNKNOWN_PASS = 7
APART_PASS = 8
APART = 'coalesce("plangruppe" IN ({}), false)'
"""Whether a building stands apart from what the plan designates, as the plan's lists, and so its maps, have it."""

MAP_TIP = """<div style="font-family: sans-serif; max-width: 28em">
<b>[% {title} %]</b>
<p style="margin: 0.3em 0">SAVE-værdi: [% coalesce(to_string(attribute(@feature, 'save_vaerdi')), 'ingen') %] ·
[% {designated} %]</p>
<p style="margin: 0.3em 0">[% {reason} %]</p>
</div>"""

PAIR_TIP = """<div style="font-family: sans-serif; max-width: 28em">
<b>Lighed: [% coalesce(replace(to_string(round(100 * attribute(@feature, 'lighed'), 1)), '.', ','), '?') %] %</b>
<p style="margin: 0.3em 0">Ens på: [% {alike} %]<br>Forskellig på: [% {different} %]</p>
</div>"""


def fill_symbol(described: dict[str, str]) -> QgsFillSymbol:
    """The polygon symbol of a class: its fill, its pattern, and an outline in its own colour."""
    pattern, fill, outline = described["pattern"], described["fill"], described["outline"]
    base = QgsSimpleFillSymbolLayer()
    base.setColor(QColor(fill))
    base.setStrokeStyle(Qt.PenStyle.NoPen)
    layers = [base]
    if pattern == "empty":
        return symbol_of(QgsFillSymbol(), [base, outline_layer(outline, 0.1), place_mark(marker_symbol(described))])
    if pattern == "stripes":
        layers.append(lines_layer("#ffffff", 0, 1.6, 0.35))
    if pattern == "hatch":
        layers.append(lines_layer(outline, 45, 1.4, 0.4))
    if pattern == "cross":
        layers += [lines_layer(outline, 45, 1.8, 0.25), lines_layer(outline, 135, 1.8, 0.25)]
    # On a small-scale map a house is its outline, so that takes the fill's colour where the fill is what tells.
    solid = pattern in ("solid", "stripes")
    far = {"ikke_udpeget": 0.12}.get(described.get("key", ""), 0.4)
    edge = outline_layer(outline, far)
    if solid:
        driven(
            edge,
            QgsSymbolLayer.Property.PropertyStrokeColor,
            f"if(coalesce(@map_scale, 0) > 15000, '{fill}', '{outline}')",
        )
    return symbol_of(QgsFillSymbol(), [*layers, edge, place_mark(marker_symbol(described))])


def marker_symbol(described: dict[str, str]) -> QgsMarkerSymbol:
    """The point symbol of a class: a shape of its own besides the colour."""
    sizes = {"circle": 2.6, "square": 2.5, "diamond": 3.4, "triangle": 3.0}
    quiet = described["key"] in ("ikke_udpeget", "ikke_registreret")
    near = 1.8 if quiet else sizes[described["marker"]]
    edge = "#ffffff" if described["pattern"] == "solid" and not quiet else described["outline"]
    stroke = 0.5 if described["pattern"] in ("hatch", "cross") else 0.2
    far = near * (0.36 if quiet else 0.5)
    layer = marker_layer(SHAPES[described["marker"]], near, far, described["fill"], edge, stroke)
    if described["pattern"] in ("hatch", "cross"):
        driven(
            layer,
            QgsSymbolLayer.Property.PropertyStrokeWidth,
            "coalesce(scale_linear(@map_scale, 2000, 50000, 0.5, 0.3), 0.5)",
        )
    layers: list[QgsSymbolLayer] = [layer]
    if described["pattern"] in ("stripes", "cross"):
        # A decision carries a mark within: a white dot for yes, a cross for no.
        yes = described["pattern"] == "stripes"
        inner = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Circle if yes else Qgis.MarkerShape.Cross2, 1.1)
        inner.setSizeUnit(MM)
        inner.setColor(QColor("#ffffff" if yes else described["outline"]))
        inner.setStrokeColor(QColor("#ffffff" if yes else described["outline"]))
        inner.setStrokeStyle(Qt.PenStyle.NoPen if yes else Qt.PenStyle.SolidLine)
        inner.setStrokeWidth(0.3)
        inner.setStrokeWidthUnit(MM)
        driven(inner, QgsSymbolLayer.Property.PropertySize, POINT_MM.format(near=1.1, far=0.5))
        layers.append(inner)
    return symbol_of(QgsMarkerSymbol(), layers)


def class_filter(described: dict) -> str:
    """The expression for a class; where one code holds two, `udpeget` decides."""
    code = f"\"udpegning\" = '{described['code']}'"
    if described["code"] != "beslutning":
        return code
    words = TRUE if described["designated"] else FALSE
    return f'{code} AND lower(to_string("udpeget")) IN ({words})'


def building_renderer(texts: dict, polygons: bool, plan: bool = False) -> QgsRuleBasedRenderer:
    """The classes of `udpegning`, and a loud one for whatever else the layer may hold.

    For the maps of a `plan` what stands apart is a class of its own, before all others.
    """
    make = fill_symbol if polygons else marker_symbol
    kinds = {LISTED: texts["listed"], CHURCH: texts["church"]}
    apart = f" AND NOT {APART.format(', '.join(map(quoted, kinds)))}" if plan else ""
    rules = [
        (each["key"], each["legend"], f"{class_filter(each)}{apart}", make(each), PASSES[each["key"]])
        for each in texts["classes"]
    ]
    if plan:
        rules += [
            (key, one["legend"], APART.format(quoted(key)), make({**one, "key": key}), APART_PASS)
            for key, one in kinds.items()
        ]
    unknown = {**texts["unknown"], "key": "ukendt", "pattern": "solid", "marker": "square"}
    rules.append(("ukendt", unknown["legend"], "ELSE", make(unknown), UNKNOWN_PASS))
    return rules_renderer(rules)


def quoted(value: str) -> str:
    """A text in an expression of QGIS."""
    return f"'{value}'"


def similarity() -> float:
    """From when a pair is alike, where nobody says otherwise."""
    default: float = load("rules/designation.json")["thresholds"]["SIMILARITY"]
    return default


def pairs_renderer(texts: dict) -> QgsRuleBasedRenderer:
    """Alike from the layer's variable `lighed_graense`, which the tool sets to its SIMILARITY."""
    pairs = texts["pairs"]
    limit = f"coalesce(to_real(@lighed_graense), {similarity()}) - 1e-9"
    return rules_renderer(
        [
            (
                "ens",
                pairs["alike"]["legend"],
                f'"lighed" >= {limit}',
                line_symbol(pairs["alike"]["colour"], 0.6, False),
                1,
            ),
            (
                "ikke_ens",
                pairs["different"]["legend"],
                f'"lighed" < {limit}',
                line_symbol(pairs["different"]["colour"], 0.3, True),
                0,
            ),
            ("ukendt", pairs["unknown"]["legend"], "ELSE", line_symbol(pairs["unknown"]["colour"], 0.8, False), 2),
        ]
    )


def styles() -> dict[str, str]:
    """Every style by its file name."""
    texts = designation_texts()
    reason = escaped("begrundelse", "")
    tip = MAP_TIP.format(
        title=escaped("adresse", "Bygning"),
        designated=f"CASE WHEN {IS_LISTED} THEN '{OUTSIDE.format(texts['listed']['name'].lower())}' WHEN {IS_CHURCH} "
        f"THEN '{OUTSIDE.format(texts['church']['name'].lower())}' WHEN {said_of('udpeget')} "
        "THEN coalesce(@svar_udpeget, 'udpeget') ELSE coalesce(@svar_ikke_udpeget, 'ikke udpeget') END",
        reason=f"if(({IS_LISTED} OR {IS_CHURCH}) AND {reason} <> '', '{RULE_ALONE}: »' || {reason} || '«', {reason})",
    )
    pair_tip = PAIR_TIP.format(alike=escaped("ens_paa", "intet"), different=escaped("forskellig_paa", "intet"))
    made = {
        "classifybuildings_pairs.qml": style(
            "LineString",
            PAIR_FIELDS,
            pairs_renderer(texts),
            texts["pair_fields"],
            pair_tip,
            variables={"lighed_graense": str(similarity())},
        )
    }
    for name, geometry, polygons in (("polygon", "MultiPolygon", True), ("point", "Point", False)):
        for end, plan in (("", False), ("_plan", True)):
            made[f"classifybuildings_{name}{end}.qml"] = style(
                geometry,
                BUILDING_FIELDS + ("&field=plangruppe:string(10)" if plan else ""),
                building_renderer(texts, polygons, plan),  # no name of its own: the layer takes it, and goes with it
                texts["fields"],
                tip,
                labels_of("save_vaerdi", polygons, places=polygons),
                buildings=True,
            )
    return made
