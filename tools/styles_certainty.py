"""The second styles of the layers of classified buildings, from data/rules/certainty.json: how sure each one is.

The expressions ask for `sikkerhed`, `udpeget` and `udpegning` as core/designation/certainty.py does.
"""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
)
from qgis.PyQt.QtGui import QColor
from stylekit import MM, escaped, labels_of, outline_layer, rules_renderer, style, symbol_of
from styles_classifybuildings import APART, BUILDING_FIELDS, TRUE, fill_symbol, marker_symbol, quoted

from lyngby_heritage.core.designation.certainty import WRITTEN
from lyngby_heritage.core.designation.certainty_texts import certainty_texts, unsure_one_in
from lyngby_heritage.core.designation.chosen_values import designation_texts
from lyngby_heritage.core.designation.shown_classes import APART as KINDS
from lyngby_heritage.processing.outputs.place_marks import place_mark

CERTAINTY = '"sikkerhed"'
SHARE = f'if(lower(to_string("udpeget")) IN ({TRUE}), {CERTAINTY}, 1 - {CERTAINTY})'
"""Under which share of the settings the building is designated."""
ONE_IN = "coalesce(to_real(@graense_en_af), {one_in})"
UNSURE = "(1 - {certainty}) * {one_in} >= 1 - {written}"
TOLD = '"sikkerhed" IS NOT NULL'
DECIDED = "\"udpegning\" = 'beslutning'"
REVIEW = "\"udpegning\" = 'til_vurdering'"
EDGE_PASS = 9

MAP_TIP = """<div style="font-family: sans-serif; max-width: 28em">
<b>[% {title} %]</b>
<p style="margin: 0.3em 0">[% coalesce('Udpeges i ' || to_string(round(100 * ({share}))) || ' % af de
prøvede indstillinger', 'Afgøres ikke af indstillingerne') %]</p>
<p style="margin: 0.3em 0">[% {reason} %]</p>
</div>"""


def filters() -> dict[str, str]:
    """The expression of each class by its key; no two of them hold for one building."""
    one_in = ONE_IN.format(one_in=unsure_one_in())
    often = UNSURE.format(certainty=f"(1 - ({SHARE}))", one_in=one_in, written=WRITTEN)
    seldom = UNSURE.format(certainty=f"({SHARE})", one_in=one_in, written=WRITTEN)
    moved = f"{TOLD} AND NOT {DECIDED}"
    always, never = f"({SHARE}) >= 1 - {WRITTEN}", f"({SHARE}) <= {WRITTEN}"
    between = f"{moved} AND NOT ({always}) AND NOT ({never})"
    both = f"({often}) AND ({seldom})"
    return {
        "altid": f"{moved} AND {always}",
        "naesten_altid": f"{between} AND NOT ({both}) AND ({SHARE}) > 0.5",
        "halvdelen": f"{between} AND {both}",
        "sjaeldent": f"{between} AND NOT ({both}) AND ({SHARE}) <= 0.5",
        "aldrig": f"{moved} AND {never} AND NOT {REVIEW}",
        "altid_til_vurdering": f"{moved} AND {never} AND {REVIEW}",
        "afgjort": f"{TOLD} AND {DECIDED}",
    }


def unsure_filter() -> str:
    """The expression of what hangs on the settings."""
    one_in = ONE_IN.format(one_in=unsure_one_in())
    return f"{TOLD} AND {UNSURE.format(certainty=CERTAINTY, one_in=one_in, written=WRITTEN)}"


def renderer(polygons: bool, plan: bool) -> QgsRuleBasedRenderer:
    """From always to never, what the settings do not decide, and an edge round what hangs on them.

    In a `plan` what stands apart from its provisions is one of the other buildings.
    """
    texts = certainty_texts()
    make = fill_symbol if polygons else marker_symbol
    bound = f" AND NOT {APART.format(', '.join(map(quoted, KINDS)))}" if plan else ""
    asked = filters()
    rules: list[tuple[str, str, str, object, int]] = [
        (one["key"], one["legend"], f"{asked[one['key']]}{bound}", make(one), place)
        for place, one in enumerate(reversed(texts["classes"]), start=1)
    ]
    rules.reverse()
    others = {**texts["others"], "key": "ikke_udpeget"}
    edge = texts["unsure"]
    drawn = edge_symbol(edge["colour"], polygons)
    rules.append(("graense", edge["legend"], f"{unsure_filter()}{bound}", drawn, EDGE_PASS))
    rules.append(("andre", others["legend"], "ELSE", make(others), 0))
    return rules_renderer(rules)


def edge_symbol(colour: str, polygons: bool) -> QgsSymbol:
    """A bold edge round a building; a ring round one that is a point."""
    ring = QgsSimpleMarkerSymbolLayer()
    ring.setSize(4.4)
    ring.setSizeUnit(MM)
    ring.setColor(QColor(0, 0, 0, 0))
    ring.setStrokeColor(QColor(colour))
    ring.setStrokeWidth(0.45)
    ring.setStrokeWidthUnit(MM)
    marker = symbol_of(QgsMarkerSymbol(), [ring])
    if not polygons:
        return marker
    edge = outline_layer(colour, 0.35)
    edge.setStrokeWidth(0.6)
    return symbol_of(QgsFillSymbol(), [edge, place_mark(marker)])


def styles() -> dict[str, str]:
    """Every style by its file name."""
    tip = MAP_TIP.format(title=escaped("adresse", "Bygning"), share=SHARE, reason=escaped("begrundelse", ""))
    made = {}
    for name, geometry, polygons in (("polygon", "MultiPolygon", True), ("point", "Point", False)):
        for end, plan in (("", False), ("_plan", True)):
            made[f"certainty_{name}{end}.qml"] = style(
                geometry,
                BUILDING_FIELDS + ("&field=plangruppe:string(10)" if plan else ""),
                renderer(polygons, plan),
                designation_texts()["fields"],
                tip,
                labels_of("save_vaerdi", polygons, places=polygons),
                variables={"graense_en_af": str(unsure_one_in())},
                buildings=True,
            )
    return made
