"""Reads what a follow-up is made from: the plan's package, and the registers as they are now."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.common.cells import cell_text
from ...core.common.data import load
from ...core.common.errors import HeritageError
from ...core.common.geometry import as_they_are
from ...core.comparison.since import FILE, History, Stock, one_row_each
from ...core.comparison.since_history import CONCEPTS, read_history
from ...core.comparison.since_plans import PlansInForce
from ...core.comparison.since_plots import Plots
from ...core.registers.other_municipalities import municipality_codes
from ...core.registers.registration import PUBLIC_CONCEPTS, withheld_rows
from ...core.registers.rows import READERS
from ...core.registers.values import (
    normal_ids,
    read_booleans,
    read_flags,
    read_numbers,
    read_save_values,
    register_text,
    written_id,
)
from ..export.inputs import read_plans
from ..inputs.plan_package import BUILDINGS, LOCAL_PLANS, PROPERTIES, PlanPackage
from ..inputs.sources import Source, Table, read

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.common.errors import Check

STOCK_CONCEPTS = ("building_id", "address", "property_id", "bbr_number", "save_value", "save_date", "listed")
DESIGNATION_CONCEPTS = ("designated", "ground")
PLOT_FIELDS = {
    "status": ("status_procent", "status"),
    "ratio": ("bebyggelsesprocent",),
    "allowed": ("tilladt_procent",),
}


def reference_day(package: PlanPackage) -> date:
    """The day of the plan: when it was adopted, or when its package was made, whichever is known and earlier.

    HeritageError where the package says neither.
    """
    known = [day for day in (package.state.adopted, package.record.made_at) if day is not None]
    if not known:
        raise HeritageError(
            "{parameter}: the package {file} says neither when the plan was adopted nor when it was made. Make it anew "
            "with 'Export the kulturhistorisk lokalplan', with ADOPTED.",
            parameter=package.parameter,
            file=str(package.path),
        )
    return min(known)


def refuse_own(source: Source, package: PlanPackage) -> None:
    """HeritageError for a layer of the package itself: held against itself, a plan has nothing to tell."""
    if source.file and os.path.realpath(source.file) == os.path.realpath(package.path):
        raise HeritageError(
            "{parameter}: the layer {layer} is the plan's own, so that nothing could differ. Give the registers as "
            "they are now.",
            parameter=source.parameter,
            layer=source.name,
        )


def plan_source(package: PlanPackage) -> Source:
    """The buildings of an open package."""
    source = package.source(BUILDINGS)
    if source is None:
        raise LookupError(BUILDINGS)
    return source


def read_stock(
    source: Source, crs: QgsCoordinateReferenceSystem, check: Check, designation: bool = False
) -> tuple[Stock, Table, Counter[str]]:
    """Buildings, the table that they were read from, and the municipality codes in their BBR numbers.

    HeritageError where the layer has no field with ids, or has one and nothing else to compare.
    """
    compared = load(FILE)["compared"]
    names = [*STOCK_CONCEPTS, *compared, *PUBLIC_CONCEPTS, *(DESIGNATION_CONCEPTS if designation else ())]
    positions = {one: source.find(one) for one in names}
    positions["building_id"] = source.need("building_id")
    table = read(source, positions, crs, check, as_they_are)
    columns, count = table.columns, len(table)

    def text(concept: str) -> list[str]:
        return [register_text(one) for one in columns.get(concept) or [None] * count]

    raw_ids = columns["building_id"] or [None] * count
    stock = Stock(
        ids=normal_ids(raw_ids),
        labels=[written_id(one) for one in raw_ids],
        places=table.geometry.geometries,
        designated=_designated(columns, count),
        grounds=[one or None for one in text("ground")],
        save=read_save_values(columns["save_value"] or [None] * count)[0],
        listed=read_booleans(columns["listed"] or [None] * count).values,
        facts={one: READERS[one](columns[one]).values for one in compared if columns[one] is not None},
        addresses=text("address"),
        properties=[cell_text(one) or "" for one in columns["property_id"] or [None] * count],
        withheld=withheld_rows(columns, count),
        save_days=[one[:10] for one in text("save_date")] if columns["save_date"] is not None else (),
        has_save=columns["save_value"] is not None,
        has_listed=columns["listed"] is not None,
    )
    return one_row_each(stock), table, municipality_codes(text("bbr_number"))


def _designated(columns: Mapping[str, Any], count: int) -> Any:
    raw = columns.get("designated")
    return np.full(count, -1, dtype=np.int8) if raw is None else read_flags(raw)[0]


def read_bbr(source: Source, ids: Sequence[str], check: Check) -> tuple[History, Table, Counter[str]]:
    """BBR's history of some ids, the table, and the municipality codes of its rows. HeritageError without ids."""
    positions = {one: source.find(one) for one in CONCEPTS}
    positions["bbr_id"] = source.need("bbr_id")
    table = read(source, positions, None, check)
    history = read_history(table.columns, len(table), ids)
    raw = table.columns["municipality_code"]
    codes = Counter(register_text(one).strip() for one in raw) if raw is not None else Counter()
    padded = Counter({code.zfill(4): count for code, count in codes.items() if code.isdecimal()})
    return history, table, padded


def read_plans_in_force(source: Source, crs: QgsCoordinateReferenceSystem, check: Check) -> tuple[PlansInForce, int]:
    """The lokalplaner of a layer that bind, and how many rows were left out."""
    plans = read_plans(source, crs, check)
    return (
        PlansInForce(plans.names, plans.numbers, plans.adopted, plans.preserving, plans.provisions, plans.geometries),
        plans.left_out,
    )


def read_followed_plots(source: Source, crs: QgsCoordinateReferenceSystem, check: Check) -> tuple[Plots, Table]:
    """The plots of a result of 'Check plot ratio and storeys'. HeritageError for a layer that is none."""
    fields = {concept: source.find_among(names) for concept, names in PLOT_FIELDS.items()}
    if fields["status"] is None:
        raise HeritageError(
            "The layer {layer} ({parameter}) has no field '{field}': it is no result of 'Check plot ratio and "
            "storeys'. Its fields are: {fields}.",
            layer=source.name,
            parameter=source.parameter,
            field="status_procent",
            fields=", ".join(source.field_names),
        )
    positions = {**fields, "property_id": source.need("property_id")}
    table = read(source, positions, crs, check, as_they_are)
    columns, count = table.columns, len(table)

    def figures(concept: str) -> Any:
        return read_numbers(columns[concept] or [None] * count).values

    plots = Plots(
        [cell_text(one) or "" for one in columns["property_id"] or [None] * count],
        [register_text(one) for one in columns["status"] or [None] * count],
        figures("ratio"),
        figures("allowed"),
        table.geometry.geometries,
    )
    return plots, table


def package_plans(package: PlanPackage, check: Check) -> PlansInForce | None:
    """The lokalplaner of a package, None where it holds none."""
    source = package.source(LOCAL_PLANS)
    return None if source is None else read_plans_in_force(source, package.crs, check)[0]


def package_plots(package: PlanPackage, check: Check) -> Plots | None:
    """The properties of a package, None where it holds none."""
    source = package.source(PROPERTIES)
    return None if source is None else read_followed_plots(source, package.crs, check)[0]
