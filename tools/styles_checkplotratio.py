"""The styles of `checkplotratio`, from data/rules/plot_ratio_texts.json."""

from __future__ import annotations

import json

from formkit import STATUS_OF_PLOTS
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
    PLUGIN,
    POINT_MM,
    driven,
    escaped,
    labels_of,
    lines_layer,
    outline_layer,
    rules_renderer,
    style,
    symbol_of,
)

TEXTS = PLUGIN / "data" / "rules" / "plot_ratio_texts.json"

TYPES = {"grund_nr": "integer", "boliger": "integer", "grunde": "integer", "bemaerkning": "string(0)"}
NUMBERS = ("_m2", "procent", "etager")

# Later passes are drawn above earlier ones: what is exceeded lies on top.
PASSES = {"ikke_omfattet": 0, "overholdt": 1, "omraade": 2, "ukendt": 3, "overskredet": 4}
UNKNOWN_PASS = 5

FIGURE = "replace(to_string(round(attribute(@feature, '{field}'), {digits})), '.', ',')"

MAP_TIP = """<div style="font-family: sans-serif; max-width: 32em">
<b>[% {title} %]</b>
<p style="margin: 0.3em 0">[% coalesce({ratio} || ' % bebygget', 'Bebyggelsesprocenten kendes ikke') %] ·
[% coalesce('tilladt ' || {allowed} || ' %', {without}) %] · [% {status} %][% {storeys} %]</p>
<p style="margin: 0.3em 0">[% {remark} %]</p>
</div>"""

# The limits are told apart: what exceeds one of them may well keep to the other.
STATUS_RATIO = "coalesce(attribute(@feature, 'status_procent'), attribute(@feature, 'status'))"
STATUS_STOREYS = "attribute(@feature, 'status_etager')"
WITHOUT = "if({status} = 'ukendt', 'grænsen kendes ikke', 'ingen grænse')"
STOREYS = (
    "if(attribute(@feature, '{field}') % 1 = 0.5,"
    " if(attribute(@feature, '{field}') > 1, to_string(floor(attribute(@feature, '{field}'))), '') || '½', {figure})"
)
STOREYS_LINE = (
    "if(coalesce({status}, 'ikke_omfattet') = 'ikke_omfattet', '', '<br>'"
    " || coalesce({found} || if(attribute(@feature, 'etager') >= 2, ' etager', ' etage'), 'Etagetallet kendes ikke')"
    " || ' · ' || coalesce('tilladt ' || {allowed}, {without}) || ' · ' || {said})"
)

# A nought on every road and lawn says nothing.
LABEL = f"if(bebyggelsesprocent > 0, {FIGURE.format(field='bebyggelsesprocent', digits=1)} || ' %', '')"


def fields_of(names: list[str]) -> str:
    """The fields of a memory layer of these names."""
    kinds = {name: TYPES.get(name, "double" if name.endswith(NUMBERS) else "string(120)") for name in names}
    kinds |= {name: "string(40)" for name in names if name.startswith("status") or name.endswith("_kilde")}
    return "&".join(f"field={name}:{kind}" for name, kind in kinds.items())


def fill_symbol(described: dict[str, str]) -> QgsFillSymbol:
    """The polygon symbol of a status: plots touch, so each keeps its own thin outline at every scale."""
    pattern, fill, outline = described["pattern"], described["fill"], described["outline"]
    base = QgsSimpleFillSymbolLayer()
    base.setColor(QColor(fill))
    base.setStrokeStyle(Qt.PenStyle.NoPen)
    layers: list[QgsSymbolLayer] = [] if pattern == "empty" else [base]
    if pattern == "stripes":
        layers.append(lines_layer("#ffffff", 0, 1.6, 0.35))
    if pattern == "hatch":
        layers.append(lines_layer(outline, 45, 1.6, 0.3))
    return symbol_of(QgsFillSymbol(), [*layers, outline_layer(outline, 0.06)])


def renderer(texts: dict) -> QgsRuleBasedRenderer:
    """The statuses, and a loud class for whatever else the layer may hold."""
    rules = [
        (one["code"], one["legend"], f"\"status\" = '{one['code']}'", fill_symbol(one), PASSES[one["code"]])
        for one in texts["classes"]
    ]
    unknown = {**texts["unknown"], "pattern": "solid"}
    rules.append(("ukendt_kode", unknown["legend"], "ELSE", fill_symbol(unknown), UNKNOWN_PASS))
    return rules_renderer(rules)


def marker(described: dict[str, str]) -> QgsMarkerSymbol:
    """A loud point for a building that counts nowhere."""
    layer = QgsSimpleMarkerSymbolLayer(Qgis.MarkerShape.Triangle, 3.0)
    layer.setSizeUnit(MM)
    layer.setColor(QColor(described["fill"]))
    layer.setStrokeColor(QColor(described["outline"]))
    driven(layer, QgsSymbolLayer.Property.PropertySize, POINT_MM.format(near=3.0, far=1.4))
    return symbol_of(QgsMarkerSymbol(), [layer])


def tip_of(texts: dict, title: str) -> str:
    """What is shown when the mouse rests on a plot or an area: the figures and the sum."""

    def said(status: str) -> str:
        cases = " ".join(f"WHEN {status} = '{one['code']}' THEN '{one['legend'].lower()}'" for one in texts["classes"])
        return f"CASE {cases} ELSE 'ukendt kode' END"

    def storeys(field: str) -> str:
        return STOREYS.format(field=field, figure=FIGURE.format(field=field, digits=2))

    return MAP_TIP.format(
        title=title,
        ratio=FIGURE.format(field="bebyggelsesprocent", digits=2),
        allowed=FIGURE.format(field="tilladt_procent", digits=2),
        without=WITHOUT.format(status=STATUS_RATIO),
        status=said(STATUS_RATIO),
        storeys=STOREYS_LINE.format(
            status=STATUS_STOREYS,
            found=storeys("etager"),
            allowed=storeys("tilladt_etager"),
            without=WITHOUT.format(status=STATUS_STOREYS),
            said=said(STATUS_STOREYS),
        ),
        remark=escaped("bemaerkning", ""),
    )


def styles() -> dict[str, str]:
    """Every style by its file name."""
    texts = json.loads(TEXTS.read_text(encoding="utf-8"))
    unmatched = texts["unmatched"]
    return {
        "checkplotratio_plots.qml": style(
            "MultiPolygon",
            fields_of(list(texts["fields"])),
            renderer(texts),
            texts["fields"],
            tip_of(texts, f"'Matr.nr. ' || {escaped('jordstykker', '?')}"),
            labels_of(LABEL, True, expression=True),
            words=STATUS_OF_PLOTS,
        ),
        "checkplotratio_areas.qml": style(
            "MultiPolygon",
            fields_of(list(texts["area_fields"])),
            renderer(texts),
            texts["area_fields"],
            tip_of(texts, escaped("kilde", "Område")),
            labels_of(LABEL, True, 25000, expression=True),
            words=STATUS_OF_PLOTS,
        ),
        "checkplotratio_unmatched.qml": style(
            "Point",
            fields_of(list(texts["unmatched_fields"])),
            rules_renderer([("bygning", unmatched["legend"], "ELSE", marker(unmatched), 0)]),
            texts["unmatched_fields"],
            f"<b>[% {escaped('bygning_id', 'Bygning')} %]</b><p>[% {escaped('aarsag', '')} %]</p>",
        ),
    }
