"""The annex of properties: plot ratio and storeys of each, with what the plan says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import shapely

from ..common import addresses
from ..common.data import load
from ..common.land_words import is_common, is_road
from ..common.plan_names import plan_title
from ..common.wording import capitalised, joined, plain_plural
from ..neighbourhood.holders import BETWEEN
from ..neighbourhood.plot_statuses import TOLD, covered
from ..neighbourhood.properties import NAMELESS
from ..registers.values import read_number
from ..tables import Column, Table
from ..tables.table import TEXT, WHOLE
from ..tables.workbook import ABOUT
from .content import Buildings, Plan, Plots, by_property
from .local_plans import buildings_in_plans
from .running_numbers import in_order

REMARK = "bemaerkning"
"""The field of checkplotratio that has the sum of each plot in words."""
PROPERTIES, OUTSIDE = "Ejendomme", "Ikke omfattet"


def property_tables(plan: Plan) -> list[Table]:
    """The properties by address with the figures of checkplotratio that the layer holds, and last what the list says.

    First those that it judges; those outside the zones that were chosen, where there are any, in a table of their own.
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
        Column("Bygninger i planen på ejendommen (nr.)", width=13, prints=any(numbers)),
    ]
    ordered = addresses.order(where, ids)
    within = covered(plan.plot_columns.get(TOLD[0], [""] * len(ids)))
    judged, outside = ([row for row in ordered if within[row] == one] for one in (True, False))

    def table(title: str, rows: Sequence[int], of: Sequence[Column], nothing: str, note: str = "") -> Table:
        told = [[column[row] for row in rows] for column in [*values, plans, numbers]]
        return Table(title, of, told, 2, nothing, note)

    if not outside:
        tables = [table(PROPERTIES, judged, columns, "Der er ingen ejendomme i laget.")]
        return [*tables, _about(plan, tables)]
    # On the other table's paper is neither what all its rows say the same of, nor at length how nothing was judged.
    same = {texts["fields"][one] for one in (*TOLD, REMARK)}
    of_outside = [replace(one, prints=one.prints and one.heading not in same) for one in columns]
    remarks = plan.plot_columns.get(REMARK, [""] * len(ids))
    kinds = _kinds([remarks[row] for row in outside])
    tables = [
        table(PROPERTIES, judged, columns, "Ingen grund er omfattet.", _where_others_are(len(outside), kinds)),
        table(OUTSIDE, outside, of_outside, "", f"Her står {kinds}. {NOTE_OUTSIDE}"),
    ]
    return [*tables, _about(plan, tables)]


def _about(plan: Plan, tables: Sequence[Table]) -> Table:
    """The sheet that says what the list is, and what a status means that names a person's property."""
    texts = load("rules/lokalplan.json")
    shown = any(one in plan.plot_columns for one in TOLD)
    told = [
        ("Plan", plan_title(plan.number, plan.title)),
        ("Tilstand", plan.state.sentence),
        ("Dannet", plan.date),
        ("Kilder", plan.source),
        *((one.title, one.note) for one in tables),
        *((texts["words"]["status"][one], text) for one, text in texts["status_sentences"].items() if shown),
        ("Ikke kendt", "" if plan.local_plans is not None else "Lokalplaner i kraft er ikke undersøgt."),
    ]
    rows = [(name, text) for name, text in told if text]
    return Table(ABOUT, (Column("Om", width=26), Column("Indhold", width=110)), list(zip(*rows)))


NOTE_OUTSIDE = "Tallene er regnet, men ikke holdt op mod nogen grænse."


def _where_others_are(count: int, kinds: str) -> str:
    return f"{plain_plural(count, 'række står', 'rækker står')} i arket »{OUTSIDE}«: {kinds}."


def _kinds(remarks: Sequence[Any]) -> str:
    """What rows that are not judged are, by their remarks: the kinds that there are."""
    roads, commons = sum(map(is_road, remarks)), sum(map(is_common, remarks))
    plots = len(remarks) - roads - commons
    named = (
        (plots, "grund uden for de valgte åben-lav-områder", "grunde uden for de valgte åben-lav-områder"),
        (roads, "vejareal", "vejarealer"),
        (commons, "fælleslod", "fælleslodder"),
    )
    return joined([one if count == 1 else several for count, one, several in named if count])


def property_addresses(buildings: Buildings) -> dict[str, str]:
    """The first address of each property, by its id."""
    found: dict[str, str] = {}
    for row in addresses.order(buildings.addresses, buildings.ids):
        for key in filter(None, buildings.property_ids[row].split(BETWEEN)):
            if buildings.addresses[row]:
                found.setdefault(key, buildings.addresses[row])
    return found


def _numbers_of(buildings: Buildings, numbers: Sequence[int | None]) -> dict[str, str]:
    """The running numbers of the buildings on each property that the plan binds, by its id.

    Listed buildings and churches have numbers too, but the plan's rules do not apply to them.
    """
    found: dict[str, list[str]] = {}
    for row in in_order(numbers):
        if not buildings.designated[row]:
            continue
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
