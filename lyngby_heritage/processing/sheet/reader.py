"""Reads a plan package into what the sheets of its properties are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.common.as_on import danish_today
from ...core.common.cells import cell_id
from ...core.common.dates import danish_date
from ...core.designation.certainty import thresholds_tried
from ...core.designation.chosen_values import neighbour_value
from ...core.designation.outcome import Basis
from ...core.landscape.catalogue import built_in
from ...core.landscape.layers_told import read_told
from ...core.landscape.rule import COUNTED, MIN_SHARE, MembershipRule
from ...core.plan.compared_pairs import Pairs
from ...core.plan.content import Plan, building_themes, districts_of, holder, nowhere, parcel_numbers
from ...core.plan.environments import of_plan
from ...core.plan.local_plans import buildings_in_plans
from ...core.plan.neighbour_pairs import told_neighbours
from ...core.plan.statement_themes import theme_facts
from ...core.plan.word_facts import municipality_called
from ...core.sheet.facts import PlanFacts
from ...core.sheet.gather import Extras
from ...core.sheet.texts import texts
from ...core.web.settings import settings
from ..export.inputs import building_positions, read_buildings, read_landscape, read_plans, read_plots
from ..inputs.environments import read_decided_environments
from ..inputs.metadata import DESIGNATION, LANDSCAPE_LAYERS
from ..inputs.plan_package import BUILDINGS, ENVIRONMENTS, LANDSCAPE, LOCAL_PLANS, PAIRS, PROPERTIES

if TYPE_CHECKING:
    from ...core.common.errors import Check
    from ..inputs.plan_package import PlanPackage


PAIR_FIELDS = ("bygning_id", "nabo_id", "ens", "ens_paa", "forskellig_paa")


def read_package(package: PlanPackage, check: Check) -> tuple[Plan, Extras]:
    """The plan of a package, and what it says beside that."""
    source: Any = package.source(BUILDINGS)
    crs = package.crs
    layer = read_buildings(source, building_positions(source), crs, check)
    buildings, withheld = layer.public, layer.withheld
    made_at = package.record.day
    plan = Plan(
        title=package.title,
        number=package.number,
        source=package.data_source,
        date=danish_date(made_at) if made_at else "",
        buildings=buildings,
        withheld=withheld,
        state=package.state,
        numbers=list(buildings.earlier_numbers),
    )
    if (plots := package.source(PROPERTIES)) is not None:
        plan.plots, plan.plot_columns = read_plots(plots, crs, check)
    plan.parcels = parcel_numbers(buildings, plan.plots, None, check)
    plan.districts = districts_of(buildings, None, check, plan.parcels)
    if (plans := package.source(LOCAL_PLANS)) is not None:
        plan.local_plans = read_plans(plans, crs, check)
        plan.in_local_plans = buildings_in_plans(buildings.points, plan.local_plans, check)
    plan.environment_of = nowhere(len(buildings))
    if (decided := package.source(ENVIRONMENTS)) is not None:
        decisions, _ = read_decided_environments(decided, crs, check)
        plan.environments = of_plan(decisions, None, decisions.designate[:0])
        plan.environment_of = holder(buildings.points, plan.environments.geometries, check)
    catalogue, rule = built_in(), membership_of(package)
    if (landscape := package.source(LANDSCAPE)) is not None:
        plan.landscape = read_landscape(landscape, catalogue, crs, check)
    plan.themes = building_themes(buildings, plan.landscape, rule, check)
    alike_from = _alike_from(package)
    plan.pairs = _pairs(package, alike_from)
    told = read_told(package.record.of(LANDSCAPE_LAYERS).items())
    tried = thresholds_tried(Basis.read(package.record.of(DESIGNATION).items()))
    fields = ("bygning_id", "gaeldende_udpegning", "naboer", "naboer_ens", *(("sikkerhed",) if tried else ()))
    extras = Extras(
        more={cell_id(row["bygning_id"]) or "": row for row in package.rows(BUILDINGS, fields)},
        neighbours=told_neighbours(plan.pairs, buildings, withheld, buildings.save == neighbour_value()),
        alike_from=alike_from,
        themes=theme_facts(buildings, None, plan.landscape, told, catalogue, rule, check),
        rule=rule,
        near=float(texts()["near_m"]),
    )
    return plan, extras


def plan_facts(package: PlanPackage) -> PlanFacts:
    """What the sheets say of the plan."""
    return PlanFacts(
        heading=package.heading,
        state=package.state,
        made_at=package.record.day,
        today=danish_today(),
        source=package.data_source.rstrip("."),
        web_address=package.web_address,
        near=float(texts()["near_m"]),
        knows_pairs=package.has(PAIRS),
        contact=settings().contact,
        municipality=municipality_called(),
        versions=package.record.version,
    )


def membership_of(package: PlanPackage) -> MembershipRule:
    """By which rule the package says what a theme holds."""
    given = package.record.parameters
    share = given.get("MIN_SHARE") or str(100 * MIN_SHARE)
    return MembershipRule(COUNTED[int(given.get("STATUSES") or 0)], float(share) / 100)


def _alike_from(package: PlanPackage) -> float | None:
    basis = Basis.read(package.record.of(DESIGNATION).items())
    return None if basis is None else basis.similarity


def _pairs(package: PlanPackage, alike_from: float | None) -> Pairs | None:
    """The pairs of the package; None where it holds none."""
    if not package.has(PAIRS):
        return None
    rows = list(package.rows(PAIRS, PAIR_FIELDS))
    ids, others, likeness, alike, different = ([row[one] for row in rows] for one in PAIR_FIELDS)
    return Pairs(
        ids=[cell_id(one) or "" for one in ids],
        neighbour_ids=[cell_id(one) or "" for one in others],
        likeness=np.array([np.nan if one is None else one for one in likeness], dtype=np.float64),
        alike=[one or "" for one in alike],
        different=[one or "" for one in different],
        alike_from=alike_from,
    )
