"""The styles of `maplandscape`, from the themes in data/themes/catalogue.json.

Areas that are something are filled; areas that overlap others are hatched, each in its own direction and spacing;
protection lines and orders are outlines with a pale band on their inner side. Colour is never alone: direction, spacing
or dash tells the same in a black-and-white print.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from formkit import STATUS_OF_AREAS
from qgis.core import (
    QgsCentroidFillSymbolLayer,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSymbolLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from stylekit import (
    MM,
    PLUGIN,
    SHAPES,
    driven,
    escaped,
    labels_of,
    lines_layer,
    marker_layer,
    rules_renderer,
    style,
    symbol_of,
)

from lyngby_heritage.core.landscape.catalogue import STATUS_WORDS
from lyngby_heritage.processing.outputs.place_marks import place_mark

CATALOGUE = PLUGIN / "data" / "themes" / "catalogue.json"
FIELDS = (
    "field=tema:string(40)&field=tema_navn:string(80)&field=navn:string(0)&field=status:string(20)"
    "&field=retningslinje:string(0)&field=lovgrundlag:string(0)&field=kilde:string(0)&field=kilde_id:string(80)"
    "&field=areal_ha:double&field=geometri:string(10)&field=dato:string(20)&field=lag:string(0)"
    "&field=antal_raekker:integer&field=bemaerkning:string(0)"
)
ALIASES = {
    "tema": "Tema (kode)",
    "tema_navn": "Tema",
    "navn": "Navn",
    "status": "Status",
    "retningslinje": "Retningslinje",
    "lovgrundlag": "Lovgrundlag",
    "kilde": "Kilde",
    "kilde_id": "Kildens id",
    "areal_ha": "Areal (ha)",
    "geometri": "Kommer fra",
    "dato": "Dato",
    "lag": "Lag",
    "antal_raekker": "Rækker i kilden",
    "bemaerkning": "Bemærkning",
}
DASHES = {
    "dash": [2.2, 1.2],
    "longdash": [4.5, 1.4],
    "dot": [0.5, 0.9],
    "dashdot": [2.6, 0.9, 0.5, 0.9],
    "dashdotdot": [3.4, 0.8, 0.5, 0.8, 0.5, 0.8],
    "shortdash": [1.0, 0.7],
}
TIP = """<div style="font-family: sans-serif; max-width: 30em">
<b>[% {name} %]</b>
<p style="margin: 0.3em 0">[% {theme} %] · status: [% {status} %] · [% {area} %]</p>
<p style="margin: 0.3em 0">[% {guideline} %]</p>
<p style="margin: 0.3em 0; color: #5c564d">[% {legal} %]<br>[% {source} %]</p>
<p style="margin: 0.3em 0; color: #5c564d">[% {remark} %]</p>
</div>"""
AREA_WORDS = (
    "coalesce(replace(to_string(round(attribute(@feature, 'areal_ha'), 2)), '.', ',') || ' ha', 'areal ukendt')"
)
CHANGES = (
    ("fastholdt", "Fastholdt", "#b9c4b1", "#6b7a60", 0.8, None, "solid", 1),
    ("ny", "Ny", "#2b6cb0", "#1d4f86", 1.0, 45, "solid", 2),
    ("udgaaet", "Udgået", "#c0392b", "#8e2a20", 1.0, 135, "dash", 3),
    ("ikke_sammenlignet", "Ikke sammenlignet", "#d9cdb4", "#8a7a55", 0.45, None, "dash", 0),
)
"""In the order of the legend; the last is the level. What says nothing lies lowest, or it hides the changes."""


def edge(colour: str, width: float, line: str) -> QgsSimpleLineSymbolLayer:
    """The outline of a theme: its dashes tell it from others of the same colour."""
    layer = QgsSimpleLineSymbolLayer(QColor(colour), width)
    layer.setWidthUnit(MM)
    layer.setPenJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if line in DASHES:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector(DASHES[line])
        layer.setCustomDashPatternUnit(MM)
    return layer


def band(colour: str, width: float, opacity: float) -> QgsSimpleLineSymbolLayer:
    """A pale band along the inner side of an outline, which shows the side that is protected."""
    shade = QColor(colour)
    shade.setAlphaF(opacity)
    layer = QgsSimpleLineSymbolLayer(shade, width)
    layer.setWidthUnit(MM)
    layer.setOffset(width / 2)
    layer.setOffsetUnit(MM)
    layer.setPenJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return layer


def marker(shape: str, colour: str, near: float = 3.2, far: float = 1.9) -> QgsMarkerSymbol:
    """The mark of a monument, which keeps its size where the area is too small to see."""
    return symbol_of(QgsMarkerSymbol(), [marker_layer(SHAPES[shape], near, far, colour, "#ffffff", 0.25)])


def theme_symbol(described: dict) -> QgsFillSymbol:
    """The symbol of a theme, from its `style` in the catalogue."""
    colour = described["outline"]
    layers: list[QgsSymbolLayer] = []
    if "fill" in described:
        fill = QColor(described["fill"])
        fill.setAlphaF(described["opacity"])
        base = QgsSimpleFillSymbolLayer()
        base.setColor(fill)
        base.setStrokeStyle(Qt.PenStyle.NoPen)
        layers.append(base)
    layers += [lines_layer(colour, one["angle"], one["distance"], one["width"]) for one in described.get("hatch", [])]
    if "band" in described:
        layers.append(band(colour, described["band"]["width"], described["band"]["opacity"]))
    layers.append(edge(colour, described["width"], described["line"]))
    # A point is a circle of a few metres in the layer: at a distance only a mark shows that it is there.
    dot = QgsCentroidFillSymbolLayer()
    dot.setPointOnSurface(True)
    dot.setSubSymbol(marker(described.get("marker", "circle"), colour))
    if "marker" not in described:
        dot.setEnabled(False)
        only_points = "attribute(@feature, 'geometri') = 'punkt'"
        driven(dot, QgsSymbolLayer.Property.PropertyLayerEnabled, f"coalesce({only_points}, false)")
    layers.append(dot)
    return symbol_of(QgsFillSymbol(), layers)


def unknown_symbol() -> QgsFillSymbol:
    """What a theme that the style does not know is drawn as: loud, so that nobody overlooks it."""
    return symbol_of(QgsFillSymbol(), [lines_layer("#d500f9", 45, 2.2, 0.5), edge("#d500f9", 0.6, "solid")])


def theme_renderer(themes: list[dict]):
    """A rule per theme in the catalogue's order; those below are drawn first."""
    rules = [
        (one["code"], one["name"], f"\"tema\" = '{one['code']}'", theme_symbol(one["style"]), one["style"]["level"])
        for one in themes
    ]
    return rules_renderer([*rules, ("ukendt", "Andet tema", "ELSE", unknown_symbol(), 10)])


def filled(colour: str, outline: str, opacity: float = 1.0, angle: float | None = None, line: str = "solid"):
    """A plain or hatched area with its outline."""
    layers: list[QgsSymbolLayer] = []
    if angle is None:
        fill = QColor(colour)
        fill.setAlphaF(opacity)
        base = QgsSimpleFillSymbolLayer()
        base.setColor(fill)
        base.setStrokeStyle(Qt.PenStyle.NoPen)
        layers.append(base)
    else:
        layers.append(lines_layer(colour, angle, 1.8, 0.45))
    return symbol_of(QgsFillSymbol(), [*layers, edge(outline, 0.4, line)])


def changes_style() -> str:
    """Kept, new, gone, and what cannot be compared."""
    rules = [
        (code, label, f"\"aendring\" = '{code}'", filled(fill, outline, opacity, angle, line), level)
        for code, label, fill, outline, opacity, angle, line, level in CHANGES
    ]
    rules.append(("ukendt", "Ukendt kode", "ELSE", unknown_symbol(), len(CHANGES)))
    tip = f"<b>[% {escaped('tema_navn', 'Tema')} %]</b><br>[% {escaped('aendring', 'ukendt')} %] · [% {AREA_WORDS} %]"
    fields = (
        "field=tema:string(40)&field=tema_navn:string(80)&field=aendring:string(20)&field=areal_ha:double"
        "&field=geometri:string(20)&field=antal:integer"
    )
    aliases = {
        "tema": "Tema (kode)",
        "tema_navn": "Tema",
        "aendring": "Ændring",
        "areal_ha": "Areal (ha)",
        "geometri": "Kommer fra",
        "antal": "Antal punkter og linjer",
    }
    words = {"aendring": {code: label for code, label, *_ in CHANGES}}
    return style("MultiPolygon", fields, rules_renderer(rules), aliases, tip, words=words)


BUILDING_RULES = (
    ("omfattet", "Mindst ét tema", "coalesce(\"temaer\", '') <> ''", "#b5651d", "#6e3c0f"),
    ("ukendt", "Ingen fundet, men mindst ét tema er ukendt", '"temaer_ukendt" IS NOT NULL', "#ffffff", "#5c564d"),
    ("ingen", "Ingen af de undersøgte temaer", "\"temaer\" = ''", "#e4dfd6", "#a59c8d"),
)


def building_dot(fill: str, outline: str) -> QgsMarkerSymbol:
    """A building of which the place is known."""
    return symbol_of(QgsMarkerSymbol(), [marker_layer(SHAPES["circle"], 2.4, 1.0, fill, outline, 0.25)])


def buildings_style(points: bool) -> str:
    """Which buildings lie in a theme, which in none, and which nobody can say of."""
    rules = []
    wanted = [*BUILDING_RULES, ("uden_sted", "Uden geometri eller ukendt", "ELSE", "#d500f9", "#d500f9")]
    earlier: list[str] = []
    for level, (key, label, condition, fill, outline) in enumerate(wanted):
        expression = condition
        if condition != "ELSE":
            expression = " AND ".join([condition, *(f"NOT coalesce({one}, false)" for one in earlier)])
            earlier.append(condition)
        symbol = building_dot(fill, outline)
        if not points:
            dot, symbol = symbol, filled(fill, outline, line="dot" if key == "ukendt" else "solid")
            symbol.symbolLayer(symbol.symbolLayerCount() - 1).setWidth(0.2)
            symbol.appendSymbolLayer(place_mark(dot))
        rules.append((key, label, expression, symbol, len(wanted) - level))
    tip = (
        f"<b>[% {escaped('bygning_id', 'Bygning')} %]</b><br>Temaer: [% {escaped('temaer', 'ingen fundet')} %]"
        f"<br>Ukendt for: [% {escaped('temaer_ukendt', 'ingen')} %]"
    )
    texts = ("temaer", "temaer_forslag", "temaer_ukendt")
    fields = "&".join(["field=bygning_id:string(80)", *(f"field={name}:string(0)" for name in texts)])
    aliases = {
        "bygning_id": "Bygningens id",
        "temaer": "Temaer",
        "temaer_forslag": "Heraf kun ved forslag",
        "temaer_ukendt": "Temaer, der er ukendt",
    }
    return style("Point" if points else "MultiPolygon", fields, rules_renderer(rules), aliases, tip)


def properties_style() -> str:
    """How much of the property a theme covers, from pale to dark."""
    steps = (
        ("hel", "Hele ejendommen (99 % og mere)", '"andel" >= 0.99', "#7a4a12"),
        ("over_halv", "50–99 %", '"andel" >= 0.5 AND "andel" < 0.99', "#c98a3a"),
        ("under_halv", "10–50 %", '"andel" >= 0.1 AND "andel" < 0.5', "#e8c48f"),
        ("lidt", "Under 10 %", '"andel" < 0.1', "#f7e8d0"),
    )
    rules = [
        (key, label, expression, filled(colour, "#8d7b62", 0.85), level)
        for level, (key, label, expression, colour) in enumerate(reversed(steps))
    ]
    rules.reverse()
    rules.append(("punkt", "Punkt eller linje; andel ukendt", "ELSE", filled("#8d7b62", "#8d7b62", angle=45), 5))
    share = "coalesce(replace(to_string(round(100 * attribute(@feature, 'andel'), 1)), '.', ',') || ' %', 'ukendt')"
    tip = f"<b>[% {escaped('ejendom_id', 'Ejendom')} %]</b><br>[% {escaped('tema_navn', 'Tema')} %]: [% {share} %]"
    fields = (
        "field=ejendom_id:string(80)&field=tema:string(40)&field=tema_navn:string(80)&field=andel:double"
        "&field=areal_m2:double"
    )
    aliases = {
        "ejendom_id": "Ejendommens id",
        "tema": "Tema (kode)",
        "tema_navn": "Tema",
        "andel": "Andel (0–1)",
        "areal_m2": "Areal (m²)",
    }
    return style("MultiPolygon", fields, rules_renderer(rules), aliases, tip)


def in_words(field: str, words: Mapping[str, str]) -> str:
    """The expression for a code in words; one that nobody knows stands as it is."""
    code = f"to_string(attribute(@feature, '{field}'))"
    cases = " ".join(f"WHEN {code} = '{one}' THEN '{word}'" for one, word in words.items())
    return f"CASE {cases} ELSE {escaped(field, 'ukendt')} END"


def styles() -> dict[str, str]:
    """Every style by its file name."""
    themes = json.loads(CATALOGUE.read_text(encoding="utf-8"))["themes"]
    tip = TIP.format(
        name=escaped("navn", "Uden navn"),
        theme=escaped("tema_navn", "Ukendt tema"),
        status=in_words("status", STATUS_WORDS),
        area=AREA_WORDS,
        guideline=escaped("retningslinje", "Ingen retningslinje er angivet."),
        legal=escaped("lovgrundlag", "Lovgrundlag er ikke angivet."),
        source=escaped("kilde", "Kilde er ikke angivet."),
        remark=escaped("bemaerkning", ""),
    )
    labels = labels_of('coalesce("navn", "tema_navn")', polygons=True, smallest=8000, expression=True)
    return {
        "maplandscape.qml": style(
            "MultiPolygon", FIELDS, theme_renderer(themes), ALIASES, tip, labels, words=STATUS_OF_AREAS
        ),
        "maplandscape_changes.qml": changes_style(),
        "maplandscape_buildings_polygon.qml": buildings_style(False),
        "maplandscape_buildings_point.qml": buildings_style(True),
        "maplandscape_properties.qml": properties_style(),
    }
