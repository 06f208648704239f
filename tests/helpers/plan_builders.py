"""Small plans from tables, so that a test reads like its example."""

import numpy as np
import shapely
from builders import square

from lyngby_heritage.core.plan.content import Buildings, Plan, Plots, nowhere
from lyngby_heritage.core.plan.environments import Environments
from lyngby_heritage.core.plan.running_numbers import running_numbers
from lyngby_heritage.core.registers.registration import SUB_VALUES
from lyngby_heritage.core.registers.values import normal_id


def building(x, y=0.0, address="", save=None, yes=False, ground="ikke_udpeget", **more):
    """One row: a 10 × 10 m building that is not designated, unless said otherwise."""
    row = {"x": x, "y": y, "address": address, "save": save, "yes": yes, "ground": ground, "id": f"b{x}_{y}"}
    return {**row, "property": "", "parcel": "", "quarter": "", "wkt": square(x, y), **more}


def buildings(*rows):
    return Buildings(
        ids=[row["id"] for row in rows],
        addresses=[row["address"] for row in rows],
        save=np.array([row["save"] or 0 for row in rows], dtype=np.int8),
        designated=np.array([row["yes"] for row in rows], dtype=bool),
        ground=[row["ground"] for row in rows],
        reasons=[f"Fordi {row['id']}" for row in rows],
        years=[1937] * len(rows),
        uses=[row.get("use", "fritliggende enfamiliehus") for row in rows],
        walls=[row.get("wall", "mursten") for row in rows],
        roofs=[row.get("roof", "tegl") for row in rows],
        main=np.array([row.get("use") not in ("garage", "udhus") for row in rows], dtype=bool),
        property_ids=[normal_id(row["property"]) for row in rows],
        parcel_numbers=[row["parcel"] for row in rows],
        districts=[row.get("district", "") for row in rows],
        quarters=[row["quarter"] for row in rows],
        stories=[""] * len(rows),
        geometries=np.array([row["wkt"] and shapely.from_wkt(row["wkt"]) for row in rows], dtype=object),
        decided=np.array([row.get("decided", row["yes"]) for row in rows], dtype=bool),
        listed=np.array([row.get("listed", False) for row in rows], dtype=bool),
        churches=np.array([row.get("church", False) for row in rows], dtype=bool),
        by_local_plan=np.array([row.get("by_local_plan", False) for row in rows], dtype=bool),
        earlier_numbers=[row.get("number") for row in rows],
        sub_values={
            concept: np.array([row.get(concept, 0) for row in rows], dtype=np.int8)
            for concept in sorted({key for row in rows for key in row if key in SUB_VALUES})
        },
    )


def plan_of(*rows, **more):
    """A plan of these rows as its reader makes one, with parcels, districts and numbers; `more` are its own fields.

    Instead of rows, the buildings made of them.
    """
    made_already = len(rows) == 1 and isinstance(rows[0], Buildings)
    town = rows[0] if made_already else buildings(*rows)
    made = {
        "title": "Kulturhistorisk lokalplan",
        "number": "300",
        "source": "Kilde",
        "date": "5. juni 2026",
        "buildings": town,
        "parcels": town.parcel_numbers,
        "districts": town.districts,
        "preserved_by": [""] * len(town) if made_already else [row.get("preserved_by", "") for row in rows],
        "environment_of": nowhere(len(town)),
        **more,
    }
    plan = Plan(**made)
    if "numbers" not in more:
        places, lent = plan.listing.places, plan.listing.lent
        plan.numbers = running_numbers(town.designated, town.apart, plan.districts, places, town.ids, (), lent)
    return plan


def plots(*rows):
    """Rows of (property, cadastral numbers, x, side)."""
    return Plots(
        property_ids=[row[0] for row in rows],
        parcel_numbers=[row[1] for row in rows],
        geometries=np.array([shapely.from_wkt(square(row[2] - 5, -5, row[3])) for row in rows], dtype=object),
    )


def environments(*rows, **figures):
    """Rows of (id, name, x, side)."""
    return Environments(
        ids=[row[0] for row in rows],
        names=[row[1] for row in rows],
        figures=figures,
        stories=[""] * len(rows),
        geometries=np.array([shapely.from_wkt(square(row[2], -5, row[3])) for row in rows], dtype=object),
    )
