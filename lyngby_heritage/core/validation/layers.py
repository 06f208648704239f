"""Rules on a layer as a whole: is there anything in it, can it be placed, and can its fields be found?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..common.data import load
from ..common.errors import listed
from ..registers.aliases import SHAPEFILE_NAME_LENGTH, aliases, plain, words
from ..registers.plandata import SLOT_PARTS
from .findings import Hits
from .inputs import Inputs, Layer
from .roles import SAVE_ROLES, TABLE_ROLES, TERRAIN
from .rule_table import TABLE, Rule
from .rules import rule

SHORTEST_CUT = 7
"""Letters of a field's name that must be left before it is taken for a longer one that was cut."""
_NUMBERED = re.compile(r"_?\d{1,2}$")

EITHER = "|"
"""Between facts of which a layer needs one."""

SLOT_OF = {"ratio": SLOT_PARTS["slot_ratio"]}
"""What Plandata states in a slot for each use, beside or instead of the plan's own field."""
_SLOTS = re.compile(rf"^({'|'.join(SLOT_OF.values())})\d{{1,2}}$")

GEOMETRY_TYPES = {
    **dict.fromkeys(("BUILDINGS", *SAVE_ROLES, "FOOTPRINTS", "CONTEXT_BUILDINGS"), ("point", "polygon", "any")),
    "BBR": ("point", "polygon", "any", "none"),
    **dict.fromkeys(("PARCELS", "ZONES", "PLANS", "SUB_AREAS"), ("polygon", "any")),
    **dict.fromkeys(("TWO_STOREY_AREAS", "ZONE_MAP", "ENVIRONMENTS", "BOUNDARY"), ("polygon", "any")),
    "WATERCOURSES": ("line", "polygon", "any"),
    "LAYERS": ("point", "line", "polygon", "any"),
    **dict.fromkeys(TABLE_ROLES, ("none", "point", "line", "polygon", "any")),
    TERRAIN: ("none",),
}
"""What each input may hold."""


@rule("lag_tomt")
def empty(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A layer without rows: a filter, a wrong query, or a service that answered with nothing."""
    for layer in data.layers:
        if not len(layer) and not layer.unread and layer.role != TERRAIN:
            yield Hits(layer, None)


@rule("lag_ulaeseligt")
def damaged(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A file that is damaged or cut off: a part of it is never taken for the whole."""
    for layer in data.layers:
        if layer.unread:
            yield Hits(layer, None, {"hvorfor": layer.unread})


@rule("lag_i_to_roller")
def one_layer_twice(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """One layer given as two things that it rarely is, as QGIS fills in the first that fits."""
    for first, second in data.doubtful:
        for layer in data.of(second):
            yield Hits(layer, None, {"indgang": first, "anden": second})


@rule("lag_ligner_andet")
def something_else(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A layer that by name, fields or rows is something else than its parameter asks for, or only a part of that."""
    for layer in data.layers:
        if layer.remark:
            yield Hits(layer, None, {"hvad": layer.remark})


@rule("lag_mange_felter")
def many_fields(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A GeoPackage's layer of so many fields that programs that read it by columns lose them, or rows, unsaid."""
    for layer in data.layers:
        if layer.file_format == "GPKG" and len(layer.field_names) >= rule.limit("fields"):
            yield Hits(layer, None, {"felter": len(layer.field_names), "mest": rule.limit("fields")})


@rule("lag_forkert_geometritype")
def wrong_kind(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Points where areas are needed, a table where a map is."""
    names = load(TABLE)["geometry_types"]
    for layer in data.layers:
        kind, allowed = layer.place.geometry_type, GEOMETRY_TYPES[layer.role]
        if kind and kind not in allowed:
            expected = " eller ".join(names[one] for one in allowed if one != "any")
            yield Hits(layer, None, {"fundet": names[kind], "ventet": expected})


@rule("lag_uden_koordinatsystem")
def no_reference_system(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Without a CRS nothing can be measured; coordinates that fit Denmark are read as if it were known."""
    for layer in data.layers:
        if not layer.place.crs and layer.place.geometry_type != "none":
            guess = "De ligner EPSG:25832 og er læst sådan her" if layer.spatial else "Laget er ikke prøvet på kortet"
            yield Hits(layer, None, {"antaget": guess})


@rule("lag_forkert_koordinatsystem")
def wrong_reference_system(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Coordinates that cannot be what the CRS says, such as metres in a layer said to be in degrees."""
    for layer in data.layers:
        if layer.place.problem and layer.place.crs:
            yield Hits(layer, None, {"system": layer.place.crs, "problem": layer.place.problem})


@rule("lag_i_grader")
def degrees(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Degrees can be used: they are transformed. It is told because areas in the file's own fields may be wrong."""
    for layer in data.layers:
        if layer.place.geographic and not layer.place.problem and layer.place.geometry_type != "none":
            yield Hits(layer, None, {"system": layer.place.crs})


@rule("felt_mangler")
def needed_field(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A field that the tools cannot do without is not found under any name that the registers use."""
    for layer in data.layers:
        for concept in _lacking(layer, "needed"):
            either = concept.split(EITHER)
            names = [one for each in either for one in aliases(each)]
            yield Hits(layer, None, {"felt": words(either[0])[1], "navne": listed(names, 6)})


@rule("felt_nyttigt_mangler")
def useful_fields(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Fields whose absence makes a result less sure; one finding for all of them."""
    for layer in data.layers:
        lacking = _lacking(layer, "useful")
        if lacking:
            yield Hits(layer, None, {"felter": ", ".join(words(one.split(EITHER)[0])[1] for one in lacking)})


@rule("feltnavn_afkortet")
def cut_names(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A name that a shapefile cut so short, or numbered, that it may be several things; nobody guesses which."""
    for layer in data.layers:
        lacking = [
            one for which in ("needed", "useful") for each in _lacking(layer, which) for one in each.split(EITHER)
        ]
        for name in layer.field_names:
            if name in layer.fields.values() or not SHAPEFILE_NAME_LENGTH - 1 <= len(name) <= SHAPEFILE_NAME_LENGTH:
                continue
            meant = [concept for concept in lacking if _may_be_cut_from(name, concept)]
            if meant:
                yield Hits(layer, None, {"felt": name, "muligheder": " eller ".join(words(one)[1] for one in meant)})


def _lacking(layer: Layer, which: str) -> list[str]:
    wanted: list[str] = load(TABLE)["fields"].get(layer.role, {}).get(which, [])
    if layer.unread:
        return []
    in_slots = {part for name in layer.field_names for part in _SLOTS.findall(plain(name))}
    return [
        concept
        for concept in wanted
        if not any(layer.has(one) for one in concept.split(EITHER)) and SLOT_OF.get(concept) not in in_slots
    ]


def _may_be_cut_from(name: str, concept: str) -> bool:
    for left in {plain(name), plain(_NUMBERED.sub("", name))}:
        if len(left) >= SHORTEST_CUT and any(
            plain(alias).startswith(left) and len(plain(alias)) > len(left) for alias in aliases(concept)
        ):
            return True
    return False
