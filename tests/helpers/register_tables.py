"""The registers as small tables: each column as a layer would deliver it, geometries as WKT."""

import numpy as np
import shapely

from lyngby_heritage.core.preparation.choice import Prefer
from lyngby_heritage.core.preparation.prepare import prepare
from lyngby_heritage.core.registers import rows, units
from lyngby_heritage.core.registers.two_save_layers import together


def geometries(wkt):
    return np.array([one and shapely.from_wkt(one) for one in wkt] or [], dtype=object)


def columns(table):
    """A table of dicts as columns by concept; a key that a row lacks is NULL."""
    names = {name: None for row in table for name in row if name != "wkt"}
    return {name: [row.get(name) for row in table] for name in names}


def places(table):
    return geometries([row.get("wkt") for row in table])


def save_rows(*table):
    """FBB's rows: `id` is BBR's id, `save` the value."""
    named = [{**row, "save_value": row.get("save"), "bbr_id": row.get("id")} for row in table]
    given = columns(named) or {"save_value": []}
    return rows.read_save_rows(given, [given.pop("bbr_id", [])], places(named))


def building_rows(*table):
    return rows.read_building_rows(columns([_named(row) for row in table]), places(table))


def footprint_rows(*table):
    return rows.read_footprint_rows(columns([_named(row) for row in table]), places(table))


def floor_rows(*table):
    return rows.read_floor_rows(columns(table), len(table))


def _named(row):
    return {"bbr_id": row.get("id"), **{name: value for name, value in row.items() if name != "id"}}


def point(x, y=0.0):
    return f"POINT ({x} {y})"


def unit_rows(*table):
    return units.read_unit_rows(columns(table), len(table))


def two_layers(save, second):
    """The rows of SAVE and SAVE_SECOND as one."""
    return together(save_rows(*save), save_rows(*second))


def prepared(save=(), bbr=None, footprints=None, floors=None, max_distance=25.0, second=None, prefer=0, units=None):
    """Join tables of dicts."""
    return prepare(
        save_rows(*save) if second is None else two_layers(save, second),
        None if bbr is None else building_rows(*bbr),
        None if footprints is None else footprint_rows(*footprints),
        None if floors is None else floor_rows(*floors),
        max_distance,
        prefer=Prefer(prefer),
        units=None if units is None else unit_rows(*units),
    )
