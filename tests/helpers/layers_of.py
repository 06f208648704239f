"""Layers to validate from tables, so that a case reads like what a planner would give the tool."""

import numpy as np
import shapely
from builders import square

from lyngby_heritage.core.common.geometry import clean
from lyngby_heritage.core.registers.aliases import find_field
from lyngby_heritage.core.validation.inputs import Inputs, Layer, Place, told_of_each_other
from lyngby_heritage.core.validation.roles import CONCEPTS, TABLE_ROLES, TERRAIN
from lyngby_heritage.core.validation.rule_table import built_in, changed_by
from lyngby_heritage.core.validation.run import validate

EAST, NORTH = 720_000.0, 6_187_000.0
DENMARK = (440_000.0, 6_020_000.0, 900_000.0, 6_420_000.0)
UUIDS = [f"0000000{n}-1111-4222-8333-444444444444" for n in range(9)]


def at(x, y=0.0, side=10.0):
    """A square house or plot, placed in metres from a corner in Lyngby."""
    return square(EAST + x, NORTH + y, side)


def ring(outer, outer_side, hole, hole_side):
    """A square with a square hole, as a mask of a municipality is; the corners as those of `at`."""
    around = shapely.from_wkt(at(outer, outer, outer_side))
    within = shapely.from_wkt(at(hole, hole, hole_side))
    return shapely.to_wkt(shapely.difference(around, within), rounding_precision=-1)


def point(x, y=0.0):
    return f"POINT ({EAST + x} {NORTH + y})"


def layer(role, *rows, name=None, **place):
    """Rows are dicts of field values, with the geometry under `wkt`; a table has none."""
    rows = [dict(row) for row in rows]
    shapes = [row.pop("wkt", None) for row in rows]
    names = list(dict.fromkeys(field for row in rows for field in row)) or list(place.pop("fields", ()))
    place.pop("fields", None)
    positions = {concept: find_field(names, concept) for concept in CONCEPTS[role]}
    table = role in (*TABLE_ROLES, TERRAIN) or place.get("geometry_type") == "none"
    first = next((shapely.from_wkt(one) for one in shapes if one), None)
    kinds = {0: "point", 1: "line", 2: "polygon"}
    kind = "none" if table else kinds[int(shapely.get_dimensions(first))] if first is not None else ""
    described = {"geometry_type": kind, "crs": "EPSG:25832", **place}
    curved = described.pop("curved", ())
    more = {key: described.pop(key) for key in ("file_format", "unread", "remark", "heights") if key in described}
    return Layer(
        role=role,
        name=name or role.lower(),
        row_ids=list(range(1, len(rows) + 1)),
        columns={field: [row.get(field) for row in rows] for field in names},
        fields={concept: names[position] for concept, position in positions.items() if position is not None},
        field_names=names,
        place=Place(**described),
        curved=curved,
        **more,
        **({} if table else {"geometry": clean([one and shapely.to_wkb(shapely.from_wkt(one)) for one in shapes])}),
    )


def found(*layers, rule=None, municipality="173", rules="", this_year=2025):
    """The findings on these layers, of one rule or of all. Parcels and zones of one name are one layer."""
    table = changed_by(built_in(), "regler.json", rules) if rules else built_in()
    named = {role: {one.name for one in layers if one.role == role} for role in ("PARCELS", "ZONES")}
    doubtful = [("PARCELS", "ZONES")] if named["PARCELS"] & named["ZONES"] else []
    data = Inputs(told_of_each_other(layers), municipality, this_year, DENMARK, doubtful=doubtful)
    return [one for one in validate(data, table) if rule in (None, one.rule)]


def where(finding):
    """The place of a finding, in metres from the same corner."""
    return tuple(np.round(shapely.get_coordinates(finding.point)[0] - (EAST, NORTH), 2).tolist())
