"""Small plans and small extracts of GeoFA's theme 6205 from tables, so that a test reads like its example."""

import uuid

import numpy as np
import shapely
from builders import square

from lyngby_heritage.core.delivery.plan_buildings import outlines_of, read_plan_buildings
from lyngby_heritage.core.delivery.register_rows import no_rows, standing_rows
from lyngby_heritage.core.delivery.schema import BUILDINGS, fitted_column, theme_fields
from lyngby_heritage.core.registers.values import normal_ids, read_flags, read_save_values

LAYER = "tema6205"


def bbr(number):
    """BBR's id of the building of a number."""
    return str(uuid.UUID(int=number))


def house(number, yes=False, save=5, **more):
    """One building of a plan at x = 20 · number, on property 100 + number, not designated unless said otherwise."""
    row = {
        "id": bbr(number),
        "bbr_number": f"173-{100 + number}-1",
        "property_id": str(100 + number),
        "address": f"Byvej {number}",
        "yes": yes,
        "save_value": save,
        "outline": "fodaftryk",
        "wkt": square(20 * number, 0),
    }
    return {**row, **more}


def plan_buildings(*rows):
    """The buildings of a plan as its reader makes them."""
    concepts = sorted({key for row in rows for key in row} - {"id", "yes", "address", "group", "outline", "wkt"})
    columns = {one: [row.get(one) for row in rows] for one in concepts}
    return read_plan_buildings(
        columns,
        normal_ids([row["id"] for row in rows]),
        read_flags([row["yes"] for row in rows])[0],
        read_save_values([row["save_value"] for row in rows])[0],
        [row["address"] for row in rows],
        np.array([row.get("public") is False for row in rows], dtype=bool),
        [row.get("group") for row in rows],
        [row["outline"] for row in rows],
        np.array([row["wkt"] and shapely.from_wkt(row["wkt"]) for row in rows], dtype=object),
    )


def registered(number, code=0, **more):
    """One row of theme 6205: that of the house of the same number, designated by the plan of its code."""
    row = {
        "objekt_id": f"objekt-{number}",
        "bbr_uuid": bbr(number),
        "bfe_nr": 100 + number,
        "bygningsnummer": 1,
        "bevaringsmaessig_vaerdi": 5,
        "bevaringsvaerdig": code > 0,
        "bevaringsaarsag_kode": code,
        "bevaringsaarsag": "efter koden",
        "statuskode": 3,
        "off_kode": 1,
        "oprindkode": 4,
        "beliggenhedskommune": 173,
        "versions_id": f"version-{number}",
        "wkt": square(20 * number, 0, 8),
    }
    return {**row, **more}


def register_rows(*rows, municipality="173"):
    """The rows of an extract as its reader makes them."""
    if not rows:
        return no_rows()
    columns = {
        one.name: fitted_column(LAYER, one, [row.get(one.name) for row in rows], len(rows))
        for one in theme_fields(BUILDINGS)
    }
    places = np.array([row["wkt"] and shapely.from_wkt(row["wkt"]) for row in rows], dtype=object)
    return standing_rows(LAYER, columns, outlines_of(places), municipality)
