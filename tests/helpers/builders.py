"""Small towns from tables, so that a test reads like its example."""

import math
from dataclasses import replace

import numpy as np
import shapely

from lyngby_heritage.core.designation.classify import Settings, classify
from lyngby_heritage.core.designation.decisions import Decision
from lyngby_heritage.core.neighbourhood.buildings import Rows
from lyngby_heritage.core.neighbourhood.likeness import Thresholds
from lyngby_heritage.core.neighbourhood.properties import bbr_properties, group_parcels
from lyngby_heritage.core.registers.registration import SUB_VALUES, Registration
from lyngby_heritage.core.registers.values import normal_id, read_save_values

DEFAULTS = {
    "min_neighbours": 2,
    "min_attributes": 2,
    "similarity": 0.75,
    "uniform_share": 0.6,
    "year_tolerance": 10,
    "area_tolerance": 25,
}
NONE = math.nan


def thresholds(**changes):
    return Thresholds(**{**DEFAULTS, **changes})


def settings(rule=0, method=0, neighbour_distance=40.0, opposite_distance=20.0, **changes):
    return Settings(method, neighbour_distance, opposite_distance, thresholds(**changes), rule)


def a_basis(rule=0, method=1, neighbour_distance=40.0, opposite_distance=20.0, **changes):
    """What a designation was decided by: the municipality's own choice, on adjoining properties, unless said otherwise.

    Any field of Basis can be given.
    """
    told = {name: changes.pop(name) for name in set(changes) - set(DEFAULTS)}
    chosen = settings(rule, method, neighbour_distance, opposite_distance, **changes)
    return replace(chosen.basis(True, (), ()), **told)


def square(x, y=0.0, side=10.0):
    return f"POLYGON (({x} {y}, {x + side} {y}, {x + side} {y + side}, {x} {y + side}, {x} {y}))"


def house(x, y=0.0, id=None, save=None, use=120, year=1937, storeys=1, wall=1, roof=5, area=NONE, side=10.0, **more):
    """One row: a 10 × 10 m brick villa of 1937 with a tiled roof, unless said otherwise."""
    wkt = more.pop("wkt", square(x, y, side))
    row = {"id": id, "save": save, "wkt": wkt, "use": use, "year": year, "storeys": storeys, "wall": wall}
    return {
        **row,
        "roof": roof,
        "area": area,
        "property": more.pop("property", None),
        "bbr": more.pop("bbr", None),
        **more,
    }


def rows(table, numeric_ids=False):
    def column(name):
        return np.array([math.nan if row[name] is None else row[name] for row in table], dtype=float)

    return Rows(
        ids=[normal_id(row["id"]) for row in table],
        labels=[str(row["id"]) for row in table],
        geometries=np.array([row["wkt"] and shapely.from_wkt(row["wkt"]) for row in table], dtype=object),
        use=column("use"),
        year=column("year"),
        storeys=column("storeys"),
        wall=column("wall"),
        roof=column("roof"),
        area=column("area"),
        property_ids=[normal_id(row["property"]) for row in table],
        bbr_properties=bbr_properties([row["bbr"] for row in table]),
        numeric_ids=numeric_ids,
    )


def parcels(*wkt, properties=None):
    return group_parcels(np.array([shapely.from_wkt(one) for one in wkt], dtype=object), properties)


def plots_in_a_row(count, width=20.0, depth=30.0, gap=0.0):
    """Plots side by side along the x axis, each `width` metres, from y = -10."""
    return parcels(
        *(
            f"POLYGON (({x} -10, {x + width} -10, {x + width} {depth - 10}, {x} {depth - 10}, {x} -10))"
            for x in (i * (width + gap) for i in range(count))
        )
    )


def classified(table, parcels=None, context=None, decisions=None, **chosen):
    """Classify a table of houses."""
    save, _ = read_save_values([row["save"] for row in table])
    return classify(
        rows(table),
        save,
        [row["save"] for row in table],
        settings(**chosen),
        parcels,
        rows(context) if context is not None else None,
        {key: Decision(yes, "", "", None) for key, yes in (decisions or {}).items()},
        registration=Registration(
            np.array([row.get("force", 0) for row in table], dtype=np.int8),
            np.array([row.get("standing", 0) for row in table], dtype=np.int8),
        ),
        parameters={
            concept: np.array([row.get(concept, 0) for row in table], dtype=np.int8)
            for concept in SUB_VALUES
            if any(concept in row for row in table)
        },
    )


def codes(result):
    from lyngby_heritage.core.designation.rule import CODES

    return [CODES[one] for one in result.designation.ground]
