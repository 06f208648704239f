"""Rules on where layers lie: in Denmark, in the municipality, and where the other layers lie."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, known
from ..common.data import load
from ..common.errors import listed
from ..common.geometry import in_turn
from ..common.plan_names import names_number
from ..common.wording import number
from ..registers.municipalities import municipality_name
from .findings import Hits
from .inputs import Inputs, Layer
from .roles import PLAN_ROLES, SAVE_ROLES
from .rule_table import TABLE, Rule
from .rules import rule

RECTANGLE = 0.99
"""Share of its bounding box from which an outline is a rectangle, also after the turn from another CRS."""


def denmark_in_degrees() -> tuple[float, float, float, float]:
    """West, south, east, north of Denmark."""
    west, south, east, north = load(TABLE)["denmark"]
    return west, south, east, north


def likely_cause(layer: Layer, denmark: tuple[float, float, float, float] | None) -> str:
    """What most often makes a layer lie elsewhere, as far as its coordinates tell."""
    if layer.place.extent is None or layer.place.geographic or denmark is None:
        return "Se efter, om laget har det koordinatsystem, det siger."
    west, south, east, north = layer.place.extent
    degrees = denmark_in_degrees()
    if _within((west, south, east, north), degrees) or _within((south, west, north, east), degrees):
        return "Tallene ligner grader: sæt lagets koordinatsystem til EPSG:4326."
    if _within((south, west, north, east), denmark):
        return "Øst og nord ser ud til at være byttet om."
    return "Se efter, om laget har det koordinatsystem, det siger."


def _within(inner: Sequence[float], outer: Sequence[float]) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


@rule("lag_uden_for_danmark")
def layer_elsewhere(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """No object of the layer lies in Denmark."""
    for layer in data.layers:
        if layer.spatial and not layer.place.problem and layer.box and not data.inside_denmark(layer).any():
            west, south, _, _ = layer.place.extent or layer.box
            yield Hits(
                layer,
                None,
                {"x": float(west), "y": float(south), "aarsag": likely_cause(layer, data.denmark)},
            )


@rule("objekt_uden_for_danmark")
def object_elsewhere(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Single objects far from the rest, often at 0,0."""
    for layer in data.placed:
        rows = np.flatnonzero(~data.inside_denmark(layer) & known(layer.bounds[:, 0]))
        yield Hits(layer, rows, {"x": layer.bounds[rows, 0].tolist(), "y": layer.bounds[rows, 1].tolist()})


@rule("graense_omvendt")
def inverted_boundary(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """BOUNDARY is a mask, made to cover on a map what lies round the municipality: the municipality is a hole in it."""
    boundary = data.first("BOUNDARY")
    if boundary is not None and data.usable(boundary):
        hole = data.once("hole of the mask", lambda: mask_hole(data, boundary))
        if hole:
            yield Hits(boundary, None, {"hul": hole / 1e6})


def mask_hole(data: Inputs, boundary: Layer) -> float:
    """The m² of the holes of a boundary that is a mask; 0 of one that is none.

    More of what the other layers hold lies in its holes than on it. Without other layers a rectangle with a hole is
    taken for one: a municipality may have a hole, but no such outline.
    """
    area = shapely.union_all(boundary.geometries[boundary.polygons])
    parts = shapely.get_parts(area)
    filled = shapely.union_all(shapely.polygons(shapely.get_exterior_ring(parts)))
    holes = shapely.difference(filled, area)
    if shapely.is_empty(holes):
        return 0.0
    middles = [layer.bounds[data.inside_denmark(layer)] for layer in data.placed if layer is not boundary]
    if not middles:
        box = shapely.box(*shapely.bounds(filled))
        return float(shapely.area(holes)) if shapely.area(filled) >= RECTANGLE * shapely.area(box) else 0.0
    bounds = np.concatenate(middles)
    x, y = bounds[:, [0, 2]].mean(axis=1), bounds[:, [1, 3]].mean(axis=1)
    shapely.prepare([area, holes])
    on, within = (int(shapely.contains_xy(one, x, y).sum()) for one in (area, holes))
    return float(shapely.area(holes)) if within > on else 0.0


@rule("lag_uden_for_kommunen")
def layer_outside_boundary(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """No object of the layer meets BOUNDARY."""
    boundary = _boundary(data)
    if boundary is None:
        return
    for layer in data.placed:
        if layer is not boundary and not _meets(layer, boundary, rule.limit("distance_m")).any():
            yield Hits(layer, None, {"graense": boundary.name})


@rule("objekter_uden_for_kommunen")
def objects_outside_boundary(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Objects outside BOUNDARY in a layer that otherwise meets it: neighbours' data, told once."""
    boundary = _boundary(data)
    if boundary is None:
        return
    for layer in data.placed:
        if layer is boundary:
            continue
        meets = _meets(layer, boundary, rule.limit("distance_m"))
        rows = np.flatnonzero(~meets & data.inside_denmark(layer))
        if meets.any():
            yield Hits(layer, rows, {"graense": boundary.name})


def _boundary(data: Inputs) -> Layer | None:
    """The municipality's area, None where there is none to hold the others against: a mask of it is no area."""
    boundary = data.first("BOUNDARY")
    if boundary is None or not data.usable(boundary):
        return None
    return None if data.once("hole of the mask", lambda: mask_hole(data, boundary)) else boundary


def _meets(layer: Layer, boundary: Layer, distance: float) -> Booleans:
    """Which rows come within `distance` metres of the boundary's area, (n,)."""
    area = shapely.union_all(boundary.geometries[~shapely.is_missing(boundary.geometries)]).buffer(distance)
    shapely.prepare(area)
    meets: Booleans = in_turn(lambda one: shapely.intersects(area, one), layer.geometries)
    return meets


@rule("lag_ligger_for_sig")
def layer_apart(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """The layer's extent meets that of no other layer."""
    boxes = [_box(data, layer) for layer in data.placed]
    for at, layer in enumerate(data.placed):
        others = [box for number, box in enumerate(boxes) if number != at]
        if others and not any(_boxes_meet(boxes[at], box, rule.limit("distance_m")) for box in others):
            yield Hits(layer, None)


def _box(data: Inputs, layer: Layer) -> Floats:
    bounds = layer.bounds[data.inside_denmark(layer)]
    return np.concatenate([bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0)])


def _boxes_meet(one: Floats, other: Floats, distance: float) -> bool:
    apart = max(one[0] - other[2], other[0] - one[2], one[1] - other[3], other[1] - one[3])
    return bool(apart <= distance)


@rule("plan_anden_kommune")
def plan_of_another(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A plan or frame of another municipality: its limits would count where it covers a plot."""
    for layer in data.of(*PLAN_ROLES):
        yield from _of_another(data, layer, "municipality_code")


@rule("objekt_anden_kommune")
def object_of_another(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Buildings, parcels and other objects that the register places in another municipality."""
    for layer in data.layers:
        if layer.role in PLAN_ROLES:
            continue
        yield from _of_another(data, layer, _says_municipality(layer))


def _counted(codes: Sequence[str]) -> str:
    """Municipalities, those that most rows are of at the front, with how many each: Gladsaxe (12), Gentofte (3)."""
    counts = sorted(Counter(codes).items(), key=lambda one: (-one[1], one[0]))
    return listed([f"{municipality_name(code)} ({number(count)})" for code, count in counts], 5)


def _of_another(data: Inputs, layer: Layer, concept: str) -> Iterator[Hits]:
    if not data.municipality or not layer.has(concept):
        return
    codes = _codes(layer, concept)
    rows = np.array([row for row, code in enumerate(codes) if code not in ("", data.municipality)], dtype=np.intp)
    numbers = [plan_name(layer, row) for row in rows.tolist()]
    others = [codes[row] for row in rows.tolist()]
    yield Hits(
        layer,
        rows,
        {
            "kommune": [municipality_name(one) for one in others],
            "kommuner": _counted(others),
            "vores": municipality_name(data.municipality),
            "plan": numbers,
        },
    )


MUNICIPALITY_ROLES = ("BUILDINGS", *SAVE_ROLES, "BBR", "PARCELS")
"""Inputs whose rows say which municipality the data are of; plans and themes often hold the neighbours' too."""


def municipality_of(layers: Sequence[Layer]) -> tuple[str, str]:
    """The municipality's code as it is compared, and the layer that says so; ("", "") where the data do not say.

    That of a boundary of one municipality, else the one that most rows of the first layer of objects are of.
    """
    for layer in layers:
        if layer.role == "BOUNDARY":
            codes = _codes(layer, "municipality_code")
            if len(set(codes)) == 1 and codes[0]:
                return codes[0], layer.name
    for layer in (one for role in MUNICIPALITY_ROLES for one in layers if one.role == role):
        counts = Counter(code for code in _codes(layer, _says_municipality(layer)) if code)
        code, count = counts.most_common(1)[0] if counts else ("", 0)
        if count > sum(counts.values()) / 2:
            return code, layer.name
    return "", ""


def _says_municipality(layer: Layer) -> str:
    """The concept by which the rows of a layer of objects say their municipality."""
    return "municipality_code" if layer.has("municipality_code") else "bbr_number"


def _codes(layer: Layer, concept: str) -> list[str]:
    return [municipality_code(text) for text in layer.texts(concept)]


def municipality_code(text: str) -> str:
    """A municipality's code as it is compared: "0173", "173", "173.0" and the BBR number "173-2263785-1" are "173"."""
    found = re.match(r"^0*([1-9]\d{2})(\.0+|-.*)?$", text)
    return found.group(1) if found else ""


def plan_name(layer: Layer, row: int) -> str:
    """Number and name of a plan, as far as the layer has them."""
    number, name = (layer.texts(concept)[row] for concept in ("plan_number", "plan_name"))
    if names_number(number, name):
        return f"»{name}«"
    return " ".join(one for one in (number, f"»{name}«" if name else "") if one) or layer.label(row)
