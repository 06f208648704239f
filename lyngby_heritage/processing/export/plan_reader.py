"""Reads the layers of a run into the plan, and works out what lies where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from ...core.common.data import load
from ...core.common.dates import danish_date
from ...core.common.errors import HeritageError, Note
from ...core.common.plan_names import KIND
from ...core.common.shapes import UNPRINTABLE
from ...core.plan.content import Plan, building_themes, districts_of, holder, nowhere, parcel_numbers
from ...core.plan.environments import of_plan, open_proposals
from ...core.plan.local_plans import buildings_in_plans, preserved_by
from ...core.plan.neighbour_pairs import pair_notes
from ...core.plan.running_numbers import running_numbers
from ...core.plan.state import state_notes
from ...core.plan.web_address import checked_address
from ..inputs.environments import ENVIRONMENTS, read_decided_environments
from ..inputs.membership import membership_rule
from ..inputs.plan_state import state_of
from ..inputs.sources import read
from .inputs import read_buildings, read_environments, read_landscape, read_parcels, read_plans, read_plots
from .pairs import read_pairs

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.landscape.catalogue import Catalogue
    from ...core.plan.content import Buildings
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
    buildings, withheld, origin, notes = read_buildings(of_buildings, opened.positions, crs, check)
    run.tell(notes)
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
    plan = Plan(
        title=_words(run, "TITLE") or KIND,
        number=_words(run, "PLAN_NUMBER"),
        source=_words(run, "SOURCE")
        or " ".join(one for one in (load("rules/lokalplan.json")["source"], origin and f"{origin}.") if one),
        date=danish_date(date.today()),
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
    plan.districts = districts_of(buildings, parcels, check, plan.parcels)
    plan.numbers = _numbers(buildings, plan)
    if (source := sources["PLANS"]) is not None:
        plan.local_plans = read_plans(source, crs, check)
        plan.in_local_plans = buildings_in_plans(buildings.points, plan.local_plans, check)
        run.tell(_left_out(plan.local_plans.left_out))
    plan.preserved_by = preserved_by(buildings.by_local_plan, plan.local_plans, plan.in_local_plans)
    if (source := sources["PAIRS"]) is not None:
        plan.pairs = read_pairs(source, of_buildings, check)
        run.tell(pair_notes(plan.pairs, buildings, withheld))
    _read_environments(run, opened, plan)
    if (source := sources["LANDSCAPE"]) is not None:
        plan.landscape = read_landscape(source, opened.catalogue, crs, check)
    plan.themes = building_themes(buildings, plan.landscape, membership_rule(run), check)
    if (source := sources["BOUNDARY"]) is not None:
        plan.boundary = read(source, {}, crs, check).geometry.geometries
    return plan


def _read_environments(run: Run, opened: Opened, plan: Plan) -> None:
    """The environments of the plan, which of them each building lies in, and which rows the package keeps."""
    decided, proposed = opened.sources[ENVIRONMENTS], opened.sources["ENSEMBLES"]
    plan.environment_of = nowhere(len(plan.buildings))
    if decided is None and proposed is None:
        return
    decisions, proposals, still = None, None, np.zeros(0, dtype=bool)
    if decided is not None:
        decisions, notes = read_decided_environments(decided, opened.crs, run.check)
        run.tell(notes)
        plan.kept_rows = {"kulturmiljoeer": decisions.designating_rows}
    if proposed is not None:
        proposals, choices = read_environments(proposed, opened.crs, run.check)
        still = open_proposals(proposals, choices, decisions)
        plan.kept_rows = {**plan.kept_rows, "kulturmiljoe_forslag": still}
    plan.environments = of_plan(decisions, proposals, still)
    plan.environment_of = holder(plan.buildings.points, plan.environments.geometries, run.check)


def _numbers(buildings: Buildings, plan: Plan) -> list[int | None]:
    return running_numbers(
        buildings.designated,
        buildings.apart,
        plan.districts,
        buildings.addresses,
        buildings.ids,
        buildings.earlier_numbers,
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


def _words(run: Run, name: str) -> str:
    """A text that the planner gave, on one line and without signs that cannot be seen."""
    return " ".join(UNPRINTABLE.sub("", run.text(name)).split())
