"""The styles of `preparebuildings`, from data/rules/preparation_texts.json: quiet, since nothing is designated yet."""

from __future__ import annotations

import json

from qgis.core import (
    Qgis,
    QgsCentroidFillSymbolLayer,
    QgsFillSymbol,
    QgsMapUnitScale,
    QgsMarkerSymbol,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from stylekit import MM, PLUGIN, driven, escaped, labels_of, outline_layer, rules_renderer, style, symbol_of

TEXTS = PLUGIN / "data" / "rules" / "preparation_texts.json"

FIELDS = (
    "field=bygning_id:string(80)&field=bbrnummer:string(80)&field=fbb_id:integer&field=save_vaerdi:integer"
    "&field=fredet:bool&field=adresse:string(0)&field=ejendom_id:string(80)&field=anvendelse:integer"
    "&field=opfoerelsesaar:integer&field=ombygningsaar:integer&field=etager:double&field=ydervaeg:integer"
    "&field=tagdaekning:integer&field=bebygget_m2:double&field=samlet_m2:double&field=bolig_m2:double"
    "&field=tagetage_m2:double&field=kaelder_m2:double&field=kaelder_dyb_m2:double&field=indbygget_m2:double"
    "&field=boliger:integer&field=kobling:string(20)&field=kobling_m:double&field=geometri:string(20)"
    "&field=bemaerkning:string(0)&field=kaelder_uoplyst_m2:double&field=bbr_status:string(80)"
    "&field=virkning_til:string(80)&field=save_arkitektonisk:integer&field=save_kulturhistorisk:integer"
    "&field=save_miljoemaessig:integer&field=save_originalitet:integer&field=save_tilstand:integer"
    "&field=save_dato:string(20)&field=save_status:string(20)&field=gaeldende_udpegning:string(20)&field=offentlig:bool"
)
UNMATCHED_FIELDS = (
    "field=lag:string(20)&field=raekke:integer&field=udfald:string(20)&field=aarsag:string(0)"
    "&field=bygning_id:string(80)&field=bbrnummer:string(80)&field=fbb_id:string(80)&field=save_vaerdi:integer"
    "&field=adresse:string(0)&field=ejendom_id:string(80)"
)

DOT_M = 5.0
"""About a shed: a place is drawn no larger than what may stand there, but never too small to be seen."""
DOT_PASS = 10
"""Places are drawn above footprints, which would hide a SAVE value that lies in another building's."""

# Key, legend, filter, fill, outline; later ones are drawn above earlier ones.
CLASSES = (
    ("ingen", "Ingen SAVE-værdi", '"save_vaerdi" IS NULL', "#e7e6e2", "#a8a69f"),
    ("lav", "SAVE-værdi 7–9", '"save_vaerdi" BETWEEN 7 AND 9', "#dcd3c3", "#9b907c"),
    ("middel", "SAVE-værdi 5–6", '"save_vaerdi" IN (5, 6)', "#cdb892", "#8d7850"),
    ("fire", "SAVE-værdi 4", '"save_vaerdi" = 4', "#c98d5e", "#8a5429"),
    ("hoej", "SAVE-værdi 1–3", '"save_vaerdi" BETWEEN 1 AND 3', "#8a4038", "#5c241f"),
)
UNKNOWN = ("ukendt", "Anden værdi", "ELSE", "#c800c8", "#5a005a")

TIP = """<div style="font-family: sans-serif; max-width: 28em">
<b>[% {title} %]</b>
<p style="margin: 0.3em 0">SAVE-værdi: [% coalesce(to_string(attribute(@feature, 'save_vaerdi')), 'ingen') %] ·
kobling: [% {link} %]</p>
<p style="margin: 0.3em 0">[% {remark} %]</p>
</div>"""

UNMATCHED_TIP = """<div style="font-family: sans-serif; max-width: 28em">
<b>[% {layer} %], række [% {row} %]</b>
<p style="margin: 0.3em 0">[% {place} %]</p>
<p style="margin: 0.3em 0">[% {reason} %]</p>
</div>"""


def dot(fill: str, outline: str, shape: Qgis.MarkerShape = Qgis.MarkerShape.Circle) -> QgsMarkerSymbol:
    """The symbol of a building of which only the place is known."""
    layer = QgsSimpleMarkerSymbolLayer(shape, DOT_M)
    layer.setSizeUnit(Qgis.RenderUnit.MetersInMapUnits)
    limits = QgsMapUnitScale()
    limits.minSizeMMEnabled, limits.minSizeMM = True, 0.7
    limits.maxSizeMMEnabled, limits.maxSizeMM = True, 2.2
    layer.setSizeMapUnitScale(limits)
    layer.setColor(QColor(fill))
    layer.setStrokeColor(QColor(outline))
    layer.setStrokeWidth(0.2)
    layer.setStrokeWidthUnit(MM)
    return symbol_of(QgsMarkerSymbol(), [layer])


def fill(colour: str, outline: str) -> QgsFillSymbol:
    """A footprint; where the polygon only marks a place, a dot on it."""
    base = QgsSimpleFillSymbolLayer()
    base.setColor(QColor(colour))
    base.setStrokeStyle(Qt.PenStyle.NoPen)
    place = QgsCentroidFillSymbolLayer()
    place.setSubSymbol(dot(colour, outline))
    driven(place, QgsSymbolLayer.Property.PropertyLayerEnabled, "coalesce(\"geometri\", '') <> 'fodaftryk'")
    return symbol_of(QgsFillSymbol(), [base, outline_layer(outline, 0.1), place])


def buildings(polygons: bool) -> QgsRuleBasedRenderer:
    """The buildings by their SAVE value."""
    make = fill if polygons else dot
    renderer = rules_renderer(
        [
            (key, legend, expression, make(colour, outline), number)
            for number, (key, legend, expression, colour, outline) in enumerate((*CLASSES, UNKNOWN))
        ]
    )
    for number, rule in enumerate(renderer.rootRule().children()):
        for layer in rule.symbol().symbolLayers():
            if isinstance(layer, QgsCentroidFillSymbolLayer):
                layer.setRenderingPass(DOT_PASS + number)
    return renderer


def unmatched() -> QgsRuleBasedRenderer:
    """What a person should look at, and what BBR itself leaves out."""
    square = Qgis.MarkerShape.Square
    return rules_renderer(
        [
            ("udeladt", "Udeladt: gælder ikke efter BBR", "\"udfald\" = 'udeladt'", dot("#e7e6e2", "#a8a69f"), 0),
            (
                "andet",
                "Ikke koblet: fodaftryk, BBR eller etage",
                "\"udfald\" = 'ikke_koblet' AND \"lag\" <> 'SAVE'",
                dot("#ffffff", "#4a6a8a", square),
                1,
            ),
            (
                "save",
                "Ikke koblet: SAVE-række",
                "\"udfald\" = 'ikke_koblet' AND \"lag\" = 'SAVE'",
                dot("#c98d5e", "#5c241f", Qgis.MarkerShape.Diamond),
                2,
            ),
            ("ukendt", "Andet", "ELSE", dot(*UNKNOWN[3:]), 3),
        ]
    )


def styles() -> dict[str, str]:
    """Every style by its file name."""
    texts = json.loads(TEXTS.read_text(encoding="utf-8"))
    tip = TIP.format(
        title=escaped("adresse", "Bygning"), link=escaped("kobling", "ingen"), remark=escaped("bemaerkning", "")
    )
    unmatched_tip = UNMATCHED_TIP.format(
        layer=escaped("lag", ""), row=escaped("raekke", ""), reason=escaped("aarsag", ""), place=escaped("adresse", "")
    )
    fields, rest = short(texts["fields"]), short(texts["unmatched_fields"])
    return {
        "preparebuildings.qml": style(
            "MultiPolygon", FIELDS, buildings(True), fields, tip, labels_of("save_vaerdi", True, places=True)
        ),
        "preparebuildings_point.qml": style(
            "Point", FIELDS, buildings(False), fields, tip, labels_of("save_vaerdi", False)
        ),
        "preparebuildings_unmatched.qml": style(
            "Point", UNMATCHED_FIELDS, unmatched(), rest, unmatched_tip, words={"udfald": OUTCOMES}
        ),
    }


OUTCOMES = {
    "ikke_koblet": "Ikke koblet: nogen bør se på den",
    "afvigende": "Med, men med værdien fra det andet SAVE-lag",
    "udeladt": "Udeladt: gælder ikke efter BBR",
}
ALIASES = {
    "bygning_id": "Bygnings-id (BBR)",
    "bbrnummer": "BBR-nummer",
    "fbb_id": "FBB-id",
    "save_vaerdi": "SAVE-værdi",
    "fredet": "Fredet",
    "adresse": "Adresse",
    "ejendom_id": "Ejendom (BFE)",
    "anvendelse": "Anvendelse",
    "opfoerelsesaar": "Opførelsesår",
    "ombygningsaar": "Om-/tilbygningsår",
    "etager": "Etager",
    "ydervaeg": "Ydervæg",
    "tagdaekning": "Tagdækning",
    "bebygget_m2": "Bebygget areal, m²",
    "samlet_m2": "Samlet bygningsareal, m²",
    "bolig_m2": "Boligareal, m²",
    "tagetage_m2": "Udnyttet tagetage, m²",
    "kaelder_m2": "Kælder, m²",
    "kaelder_dyb_m2": "Dyb kælder, m²",
    "indbygget_m2": "Indbygget garage m.m., m²",
    "boliger": "Boliger",
    "kobling": "Kobling",
    "kobling_m": "Kobling, m",
    "geometri": "Geometri",
    "bemaerkning": "Bemærkning",
    "kaelder_uoplyst_m2": "Kælder uden oplyst dybde, m²",
    "bbr_status": "BBR's status",
    "virkning_til": "Ophørt i BBR",
    "save_arkitektonisk": "SAVE, arkitektonisk",
    "save_kulturhistorisk": "SAVE, kulturhistorisk",
    "save_miljoemaessig": "SAVE, miljømæssig",
    "save_originalitet": "SAVE, originalitet",
    "save_tilstand": "SAVE, tilstand",
    "save_dato": "SAVE registreret",
    "save_status": "SAVE-registreringens status",
    "gaeldende_udpegning": "Udpeget i dag af",
    "offentlig": "Offentlig",
    "lag": "Lag",
    "raekke": "Række",
    "udfald": "Udfald",
    "aarsag": "Årsag",
}
"""What the columns of the attribute table are called."""


def short(fields: dict[str, str]) -> dict[str, str]:
    """The aliases of the fields."""
    return {name: ALIASES[name] for name in fields}
