"""Reads the layers of a run into the plan, and works out what lies where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ...core.common.as_on import danish_today
from ...core.common.data import load
from ...core.common.dates import danish_date
from ...core.common.errors import HeritageError, Note, listed
from ...core.common.plan_names import KIND
from ...core.common.shapes import UNPRINTABLE
from ...core.plan.content import Plan, building_themes, districts_of, holder, nowhere, parcel_numbers
from ...core.plan.environments import of_plan, open_proposals
from ...core.plan.local_plans import buildings_in_plans, preserved_by
from ...core.plan.neighbour_pairs import pair_notes
from ...core.plan.plan_area import plan_area
from ...core.plan.published_sources import source_notes
from ...core.plan.running_numbers import running_numbers
from ...core.plan.state import state_notes
from ...core.plan.web_address import checked_address
from ..inputs.environments import ENVIRONMENTS, read_decided_environments
from ..inputs.membership import membership_rule
from ..inputs.plan_state import state_of
from ..inputs.sources import read
from .building_notes import building_notes, number_notes
from .inputs import read_buildings, read_environments, read_landscape, read_parcels, read_plans, read_plots
from .pairs import read_pairs

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.landscape.catalogue import Catalogue
    from ...core.plan.content import Buildings
    from ...core.plan.local_plans import LocalPlans
    from ..inputs.sources import Source
    from ..run import Run


@dataclass(frozen=True)
class Opened:
    """The layers of a run as they were opened: by parameter, None for one that was not given."""

    sources: Mapping[str, Source | None]
    buildings: Source
    positions: dict[str, int | None]
    """The fields of the layer of buildings by concept."""
    crs: QgsCoordinateReferenceSystem
    catalogue: Catalogue


def read_plan(run: Run, opened: Opened) -> Plan:
    """The plan of a run. HeritageError for a layer of buildings without rows."""
    sources, crs, check = opened.sources, opened.crs, run.check
    of_buildings = opened.buildings
    read_layer = read_buildings(of_buildings, opened.positions, crs, check)
    buildings, withheld = read_layer.public, read_layer.withheld
    if withheld.ids and not len(buildings):
        raise HeritageError(
            "The register keeps every building in {layer} ({parameter}) from the public (offentlig = no), so there is "
            "nothing to make a plan of.",
            layer=of_buildings.name,
            parameter="BUILDINGS",
        )
    if not len(buildings):
        raise HeritageError(
            "The layer {layer} ({parameter}) is empty, so there is nothing to make a plan of.",
            layer=of_buildings.name,
            parameter="BUILDINGS",
        )
    from_data = f"{read_layer.origin}." if read_layer.origin else ""
    plan = Plan(
        title=_words(run, "TITLE") or KIND,
        number=_words(run, "PLAN_NUMBER"),
        source=_words(run, "SOURCE")
        or " ".join(one for one in (load("rules/lokalplan.json")["source"], from_data) if one),
        date=danish_date(danish_today()),
        buildings=buildings,
        withheld=withheld,
        state=state_of(run.algorithm, run.parameters, run.context),
        web_address=checked_address(run.text("WEB_ADDRESS")),
    )
    run.tell(state_notes(plan.state))
    check()
    parcels = None if (source := sources["PARCELS"]) is None else read_parcels(source, crs, check)
    if (source := sources["PROPERTIES"]) is not None:
        plan.plots, plan.plot_columns = read_plots(source, crs, check)
    plan.parcels = parcel_numbers(buildings, plan.plots, parcels, check)
    run.tell(building_notes(read_layer, plan, parcel_numbers(read_layer.hidden, plan.plots, parcels, check)))
    plan.districts = districts_of(buildings, parcels, check, plan.parcels)
    plan.numbers = _numbers(buildings, plan)
    run.tell(number_notes(plan))
    if (source := sources["PLANS"]) is not None:
        plan.local_plans = read_plans(source, crs, check)
        plan.in_local_plans = buildings_in_plans(buildings.points, plan.local_plans, check)
        run.tell([*_left_out(plan.local_plans.left_out), *_unreadable(plan.local_plans, source)])
        plan.kept_rows = {**plan.kept_rows, "lokalplaner": plan.local_plans.binding}
    plan.preserved_by = preserved_by(buildings.by_local_plan, plan.local_plans, plan.in_local_plans)
    if (source := sources["PAIRS"]) is not None:
        plan.pairs = read_pairs(source, of_buildings, check)
        run.tell(pair_notes(plan.pairs, buildings, withheld))
    _read_environments(run, opened, plan, read_layer.hidden)
    run.tell(source_notes(plan))
    plan.area = plan_area(buildings, plan.plots, parcels, plan.environments, check)
    if (source := sources["LANDSCAPE"]) is not None:
        plan.landscape = read_landscape(source, opened.catalogue, crs, check)
    plan.themes = building_themes(buildings, plan.landscape, membership_rule(run), check)
    if (source := sources["BOUNDARY"]) is not None:
        plan.boundary = read(source, {}, crs, check).geometry.geometries
    return plan


def _read_environments(run: Run, opened: Opened, plan: Plan, hidden: Buildings) -> None:
    """The environments of the plan, which of them each building lies in, and which rows the package keeps.

    Of the `hidden` buildings, which the register keeps from the public, they know how many lie in each.
    """
    decided, proposed = opened.sources[ENVIRONMENTS], opened.sources["ENSEMBLES"]
    plan.environment_of = nowhere(len(plan.buildings))
    if decided is None and proposed is None:
        return
    decisions, proposals, still = None, None, np.zeros(0, dtype=bool)
    if decided is not None:
        decisions, notes = read_decided_environments(decided, opened.crs, run.check)
        run.tell(notes)
        plan.kept_rows = {**plan.kept_rows, "kulturmiljoeer": decisions.designating_rows}
    if proposed is not None:
        proposals, choices = read_environments(proposed, opened.crs, run.check)
        still = open_proposals(proposals, choices, decisions)
        plan.kept_rows = {**plan.kept_rows, "kulturmiljoe_forslag": still}
    found = of_plan(decisions, proposals, still)
    plan.environment_of = holder(plan.buildings.points, found.geometries, run.check)
    held = holder(hidden.points, found.geometries, run.check)
    plan.environments = replace(found, hidden=np.bincount(held[held >= 0], minlength=len(found)).tolist())


def _numbers(buildings: Buildings, plan: Plan) -> list[int | None]:
    return running_numbers(
        buildings.designated,
        buildings.apart,
        plan.districts,
        plan.listing.places,
        buildings.ids,
        buildings.earlier_numbers,
        plan.listing.lent,
    )


def _left_out(count: int) -> list[Note]:
    if not count:
        return []
    return [
        Note(
            "{count:lokalplan is|lokalplaner are} left out: a proposal, cancelled, or not yet in force.",
            {"count": count},
        )
    ]


def _unreadable(plans: LocalPlans, source: Source) -> list[Note]:
    """The plans whose date of adoption is no date: nothing is put in its place, and the documents ask for it."""
    position = source.find("adopted")
    found = dict.fromkeys(f"{name}: »{text}«" for name, text in zip(plans.names, plans.unreadable) if text)
    if not found or position is None:
        return []
    return [
        Note(
            "{layer}, field {field}: the date of adoption of {count:plan|plans} cannot be read, and the documents have "
            "a blank instead: {examples}. Write it as year-month-day, such as 2012-01-17.",
            {
                "layer": source.name,
                "field": source.field_names[position],
                "count": len(found),
                "examples": listed(list(found), between="; "),
            },
            warning=True,
        )
    ]


def _words(run: Run, name: str) -> str:
    """A text that the planner gave, on one line and without signs that cannot be seen."""
    return " ".join(UNPRINTABLE.sub("", run.text(name)).split())
