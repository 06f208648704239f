"""The attribute form of a style: its title by address, the reason first and on several lines, codes in words.

A form lists the fields of the style, then what registers know; other fields of a layer stand in its table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsEditorWidgetSetup,
    QgsVectorLayer,
)

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.wording import capitalised
from lyngby_heritage.core.landscape.catalogue import STATUS_WORDS
from lyngby_heritage.core.plan.card import STANDING_WORDS

Words = Mapping[str, str]
"""Code → what people read."""

REASONS = ("begrundelse", "bemaerkning", "tekst", "aarsag", "retningslinje")
"""Fields that say why, which come first, each on several lines."""
LONG = (*REASONS, "fortaelling", "historie", "lovgrundlag", "vaegt_udregning", "besluttet_begrundelse")
WIDE = 28
"""Letters of a name that would leave its value no room beside it."""
REGISTERS = (
    *("adresse", "ejendom_id", "bygning_id", "bbrnummer", "anvendelse", "opfoerelsesaar", "ombygningsaar", "etager"),
    *("ydervaeg", "tagdaekning", "bebygget_m2", "samlet_m2", "kvarter", "fortaelling"),
)
"""What a layer of buildings knows besides; a field that it lacks is left out of its form."""
CODED = ("anvendelse", "ydervaeg", "tagdaekning")
"""Those of them that are codes of BBR, which a form shows in words."""
TITLE = ("adresse", "navn", "jordstykker", "tema_navn", "kilde", "bygning_id", "objekt_id", "ejendom_id", "fra_id")
"""The fields that a row is called by, the first that it has a value in."""
ID_LETTERS = 8
"""How much of a building's id stands in what it is called."""


def words_of(field: str) -> Words:
    """The codes of a field in words; none for a field without codes."""
    return _words().get(field, {})


def _words() -> dict[str, Words]:
    plot_ratio, plan = load("rules/plot_ratio_texts.json"), load("rules/lokalplan.json")["words"]
    kept = {one["code"]: one["word"] for one in plot_ratio["classes"]}
    codes = {name: {**load("registers/bbr_codes.json")[name]} for name in ("use", "wall", "roof")}
    ground = load("rules/designation_texts.json")["grounds"]
    return {
        "udpegning": ground,
        "foer": ground,
        "efter": ground,
        "gaeldende_udpegning": {code: capitalised(words) for code, words in STANDING_WORDS.items()},
        "bygningstype": {"hoved": "Hovedbygning", "sekundaer": "Sekundær bygning"},
        "status_procent": kept,
        "status_etager": kept,
        "status_sammenlign": kept,
        "grundareal_kilde": plan["grundareal_kilde"],
        "etageareal_kilde": plan["etageareal_kilde"],
        "regelsaet": plan["regelsaet"],
        "alvor": {code: one["legend"] for code, one in load("rules/validation.json")["levels"].items()},
        "kobling": {"uuid": "BBR-id", "bbrnummer": "BBR-nummer", "afstand": "Afstand", "ingen": "Ikke koblet"},
        "beslutning": {"udpeg": "Udpeg", "udpeg_ikke": "Udpeg ikke"},
        "anvendelse": codes["use"],
        "ydervaeg": codes["wall"],
        "tagdaekning": codes["roof"],
    }


STATUS_OF_PLOTS: dict[str, Words] = {
    "status": {one["code"]: one["word"] for one in load("rules/plot_ratio_texts.json")["classes"]},
    "aendring": load("rules/plot_ratio_texts.json")["changes"],
}
STATUS_OF_AREAS: dict[str, Words] = {"status": {code: capitalised(words) for code, words in STATUS_WORDS.items()}}


def give_form(layer: QgsVectorLayer, fields: Sequence[str], own: Mapping[str, Words], buildings: bool) -> None:
    """Give a layer the form of its style: `fields` in their order, `own` words of codes that only this style has."""
    first = [one for one in REASONS if one in fields]
    config = layer.editFormConfig()
    config.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    config.clearTabs()
    root = config.invisibleRootContainer()
    for title, names in (
        ("Oplysninger", [*first, *(one for one in fields if one not in first)]),
        ("Registrene", [one for one in REGISTERS if one not in fields] if buildings else []),
    ):
        if not names:
            continue
        tab = QgsAttributeEditorContainer(title, root)
        tab.setType(Qgis.AttributeEditorContainerType.Tab)
        for name in names:
            tab.addChildElement(QgsAttributeEditorField(name, layer.fields().lookupField(name), tab))
        config.addTab(tab)
    for place, field in enumerate(layer.fields().toList()):
        if field.name() in LONG or len(field.displayName()) > WIDE:
            config.setLabelOnTop(place, True)
    layer.setEditFormConfig(config)
    for place, field in enumerate(layer.fields().toList()):
        words = own.get(field.name(), words_of(field.name()))
        whole = field.isNumeric()
        if words and all(code.isdecimal() for code in words) == whole:
            codes = [{words: code} for code, words in words.items()]
            layer.setEditorWidgetSetup(place, QgsEditorWidgetSetup("ValueMap", {"map": codes}))
        elif field.name() in LONG:
            layer.setEditorWidgetSetup(place, QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True, "UseHtml": False}))
    asked = ", ".join(map(_asked, TITLE))
    # A building without an address is told by its number in BBR, which people know. Where that is not known either, the
    # beginning of its id tells it from the others; the whole of it says no more.
    number = f"'Bygning uden adresse (BBR ' || {_asked('bbrnummer')} || ')'"
    known_by = f"'Bygning uden adresse (id ' || left({_asked('bygning_id')}, {ID_LETTERS}) || ')'"
    asked = asked.replace(_asked("bygning_id"), f"{number}, {known_by}")
    layer.setDisplayExpression(f"coalesce({asked}, 'Nr. ' || to_string(@id))")


def _asked(field: str) -> str:
    return f"nullif(to_string(attribute(@feature, '{field}')), '')"
