"""The annex of properties: plot ratio and storeys of each, with what the plan says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import shapely

from ..common import addresses
from ..common.data import load
from ..common.wording import capitalised
from ..neighbourhood.holders import BETWEEN
from ..neighbourhood.properties import NAMELESS
from ..registers.values import read_number
from ..tables import Column, Table
from ..tables.table import TEXT, WHOLE
from .content import Buildings, Plan, Plots, by_property
from .local_plans import buildings_in_plans
from .running_numbers import in_order

PROPERTIES = "Ejendomme"


def property_table(plan: Plan) -> Table:
    """The properties by address, with the figures of checkplotratio that the layer holds.

    A plot of several properties (flats, common land) has the first address of those that have one.
    """
    plots = plan.plots
    texts = load("rules/lokalplan.json")
    ids: Sequence[str] = plots.property_ids if plots is not None else ()
    told = plan.buildings if plots is None else by_property(plan.buildings, plots)
    address_of, numbers_of = property_addresses(told), _numbers_of(told, plan.numbers)
    names = [key.split(BETWEEN) if key else [f"{NAMELESS}{row}"] for row, key in enumerate(ids)]
    where = [next((address_of[one] for one in each if one in address_of), "") for each in names]
    columns = [Column("Adresse", width=26), Column("Ejendom", width=14)]
    values: list[Sequence[Any]] = [where, ids]
    for field, kind, width, code_list in texts["property_columns"]:
        if field in plan.plot_columns:
            words = texts["words"].get(code_list, {})
            columns.append(Column(texts["fields"][field], kind, width, field in texts["properties_on_paper"]))
            values.append([_value(one, kind, words) for one in plan.plot_columns[field]])
    numbers = ["; ".join(dict.fromkeys(numbers_of[one] for one in each if one in numbers_of)) for each in names]
    plans = _plans_of(plots, plan)
    columns += [
        Column("Lokalplaner i kraft", width=22, prints=any(plans)),
        Column("Bygninger i planen (nr.)", width=13, prints=any(numbers)),
    ]
    ordered = addresses.order(where, ids)
    return Table(
        PROPERTIES,
        columns,
        [[column[row] for row in ordered] for column in [*values, plans, numbers]],
        2,
        "Der er ingen ejendomme i laget.",
        "" if plan.local_plans is not None else "Lokalplaner i kraft er ikke undersøgt.",
    )


def property_addresses(buildings: Buildings) -> dict[str, str]:
    """The first address of each property, by its id."""
    found: dict[str, str] = {}
    for row in addresses.order(buildings.addresses, buildings.ids):
        for key in filter(None, buildings.property_ids[row].split(BETWEEN)):
            if buildings.addresses[row]:
                found.setdefault(key, buildings.addresses[row])
    return found


def _numbers_of(buildings: Buildings, numbers: Sequence[int | None]) -> dict[str, str]:
    """The running numbers of the buildings on each property, by its id."""
    found: dict[str, list[str]] = {}
    for row in in_order(numbers):
        for key in filter(None, buildings.property_ids[row].split(BETWEEN)):
            found.setdefault(key, []).append(str(numbers[row]))
    return {key: ", ".join(each) for key, each in found.items()}


def _plans_of(plots: Plots | None, plan: Plan) -> list[str]:
    """The lokalplaner in force that hold the middle of each plot, the newest first; "" for none."""
    if plots is None or plan.local_plans is None:
        return [""] * (len(plots.property_ids) if plots is not None else 0)
    held = buildings_in_plans(shapely.point_on_surface(plots.geometries), plan.local_plans)
    names = plan.local_plans.names
    return [
        "; ".join(dict.fromkeys(capitalised(names[one]) for one in held.plans_of(row)))
        for row in range(len(plots.property_ids))
    ]


def _value(raw: Any, kind: str, words: Mapping[str, str]) -> Any:
    if kind == TEXT:
        return words.get(raw, raw)
    read = read_number(raw)
    if read is None or read != read:  # unreadable, or NaN for missing
        return None
    return int(read) if kind == WHOLE and read.is_integer() else read
