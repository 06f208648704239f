"""Reads what a hearing is made from: the plan of a package, and tables of people, of which no value is ever told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.common.cells import cell_text
from ...core.common.errors import HeritageError
from ...core.hearing.properties import Heard
from ...core.hearing.rows import CONCEPTS, POST_ID, PROPERTY_CONCEPTS, first_said, property_key
from ...core.neighbourhood.holders import BETWEEN
from ...core.plan.content import parcel_numbers
from ...core.plan.local_plans import buildings_in_plans, preserving_plans
from ...core.plan.state import PROPOSAL, PlanState
from ...core.registers.aliases import aliases, find_fields
from ..export.inputs import building_positions, read_buildings, read_plans, read_plots
from ..inputs.environments import read_decided_environments
from ..inputs.plan_package import BUILDINGS, ENVIRONMENTS, LOCAL_PLANS, PROPERTIES
from ..inputs.sources import read
from ..translation import concept_words

if TYPE_CHECKING:
    from ...core.common.errors import Check
    from ...core.hearing.rows import OwnerRows
    from ...core.plan.content import Buildings, Plots
    from ..inputs.plan_package import PlanPackage
    from ..inputs.sources import Source

HEARD_FIELD, REASON_FIELD = "hoeres", "begrundelse"
"""Of the list of neighbours, in which somebody wrote."""
YES = ("ja", "j", "x", "1", "true", "sand")


@dataclass(frozen=True)
class PlanRead:
    """The plan of a package."""

    heard: Heard
    known: frozenset[str]
    """The keys of every property that its layers know."""
    withheld: int
    """Designated buildings that the register keeps from the public (`Withheld.bound`)."""


def read_package(package: PlanPackage, check: Check) -> PlanRead:
    """The plan of an open package."""
    crs = package.crs
    source = package.source(BUILDINGS)
    if source is None:
        raise LookupError(BUILDINGS)
    layer = read_buildings(source, building_positions(source), crs, check)
    buildings = layer.public
    plots: Plots | None = None
    if (found := package.source(PROPERTIES)) is not None:
        plots, _ = read_plots(found, crs, check)
    plans = held = None
    if (found := package.source(LOCAL_PLANS)) is not None:
        plans = read_plans(found, crs, check)
        held = buildings_in_plans(buildings.points, plans, check)
    names: list[str] = []
    shapes: Any = np.empty(0, dtype=object)
    if (found := package.source(ENVIRONMENTS)) is not None:
        decisions, _ = read_decided_environments(found, crs, check)
        chosen = decisions.only(decisions.designate)
        names = [name or f"Kulturmiljø {at}" for at, name in enumerate(chosen.names, start=1)]
        shapes = chosen.geometries
    heard = Heard(
        buildings=buildings,
        numbers=buildings.earlier_numbers,
        preserved_by=preserving_plans(buildings.by_local_plan, plans, held),
        parcels=parcel_numbers(buildings, plots, None, check),
        # The letters speak of a proposal, however far the package was when it was made.
        state=PlanState(PROPOSAL),
        plots=plots,
        environment_names=names,
        environments=shapes,
    )
    return PlanRead(heard, _known(buildings, plots), layer.withheld.bound)


def _known(buildings: Buildings, plots: Plots | None) -> frozenset[str]:
    ids = [*buildings.property_ids, *(plots.property_ids if plots is not None else ())]
    return frozenset(key for one in set(ids) for part in one.split(BETWEEN) if (key := property_key(part)))


def read_people(source: Source, read_rows: Callable[..., OwnerRows], check: Check, of_properties: bool) -> OwnerRows:
    """A table of people. HeritageError where it lacks the column of names or, `of_properties`, that of properties.

    The error does not say which columns there are: without a heading row they are the first person's name and address.
    """
    positions: dict[str, int | None] = {concept: source.find(concept) for concept in CONCEPTS}
    posts = find_fields(source.field_names, POST_ID)
    positions |= {f"{POST_ID} {number}": place for number, place in enumerate(posts)}
    if of_properties and not any(positions[one] is not None for one in PROPERTY_CONCEPTS):
        raise _lacks(source, PROPERTY_CONCEPTS)
    if positions["owner_name"] is None and not posts:
        raise _lacks(source, ("owner_name",))
    table = read(source, positions, check=check)
    columns: dict[str, Sequence[Any] | None] = {concept: table.columns[concept] for concept in CONCEPTS}
    columns[POST_ID] = first_said([table.columns[f"{POST_ID} {number}"] for number in range(len(posts))])
    return read_rows(columns, len(table))


def _lacks(source: Source, concepts: Sequence[str]) -> HeritageError:
    return HeritageError(
        "The table {layer} ({parameter}) has no column that holds {what}. Columns of these names are looked for: "
        "{aliases}. The first row of the table must hold the names of its columns.",
        layer=source.name,
        parameter=source.parameter,
        what=concept_words(concepts[0]),
        aliases=", ".join(alias for concept in concepts for alias in aliases(concept)),
    )


def read_neighbours(source: Source, check: Check) -> Mapping[str, str]:
    """The properties of the list of neighbours that somebody decided to hear: key → reason."""
    fields = source.source.fields()
    positions = {
        "owner_property": source.find("owner_property"),
        **{one: place if (place := fields.lookupField(one)) >= 0 else None for one in (HEARD_FIELD, REASON_FIELD)},
    }
    if positions["owner_property"] is None or positions[HEARD_FIELD] is None:
        raise HeritageError(
            "The table {layer} ({parameter}) is not the list of neighbours that this tool writes: it has no column "
            "'{field}'.",
            layer=source.name,
            parameter=source.parameter,
            field="ejendom_id" if positions["owner_property"] is None else HEARD_FIELD,
        )
    table = read(source, positions, check=check)
    keys, said = table.columns["owner_property"] or (), table.columns[HEARD_FIELD] or ()
    reasons = table.columns[REASON_FIELD] or [None] * len(table)
    return {
        property_key(key): cell_text(reason) or ""
        for key, yes, reason in zip(keys, said, reasons)
        if (cell_text(yes) or "").casefold() in YES
    }
