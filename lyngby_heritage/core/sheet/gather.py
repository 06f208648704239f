"""Puts together what the plan's layers say of a property."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely

from ..common import addresses
from ..common.arrays import Geometries
from ..common.cells import cell_text
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..landscape.layer_results import THE_REST
from ..landscape.rule import MembershipRule
from ..plan.area_parcels import (
    area_parcels,
    area_plots,
    listed_parcels,
    partly_listed,
    plots_in_environments,
    reach_of,
)
from ..plan.card_facts import Facts, HeldBy, Neighbour, PlanOver, Plot, counted_neighbours
from ..plan.content import NOWHERE, Plan
from ..plan.environments import VALUES
from ..plan.local_plans import BuildingsInPlans, LocalPlans, buildings_in_plans
from ..plan.plan_groups import plan_groups
from ..plan.public_facts import told_plans, told_plots
from ..plan.statement_themes import NOT_GIVEN, SILENT, ThemeFacts
from ..registers.values import read_number
from .facts import Environment, NearTheme, PreservingPlan, PropertyFacts, SheetBuilding, SheetPlot
from .properties import Property
from .themes import themes_near


@dataclass(frozen=True)
class Extras:
    """What the package says beside the plan."""

    more: Mapping[str, Mapping[str, Any]]
    """Id of a building → further fields of its row (gaeldende_udpegning, sikkerhed)."""
    neighbours: Sequence[tuple[Neighbour, ...] | None]
    """What each building was compared with, (n,); None where nothing tells."""
    alike_from: float | None
    """The likeness from which two buildings are alike, 0-1; None where nobody knows."""
    themes: Mapping[str, ThemeFacts]
    """What is known of each theme, by code."""
    rule: MembershipRule = field(default_factory=MembershipRule)
    near: float = 0.0


class Gatherer:
    """Gives the facts of the properties of a plan."""

    def __init__(self, plan: Plan, extras: Extras, check: Check = never_cancelled) -> None:
        self.plan = plan
        self.extras = extras
        self.check = check
        self.groups = plan_groups(plan.buildings)
        self.plots_of = told_plots(plan, check)
        self.plans_of = told_plans(plan)
        self.names = {code: one.name for code, one in extras.themes.items()}
        self.rows = _plot_rows(plan)
        self.area = area_parcels(plan.buildings, plan.parcels)
        self.area_plots = frozenset(() if plan.plots is None else area_plots(plan.buildings, plan.plots, check))
        self.environments_of_plots = _environments_of_plots(plan)

    def facts(self, properties: Sequence[Property], shapes: Geometries) -> list[PropertyFacts]:
        """The facts of these properties, (n,), whose land is `shapes`, (n,)."""
        plan = self.plan
        near: list[tuple[NearTheme, ...]] | list[None] = [None] * len(properties)
        if plan.landscape is not None:
            described = {code: (one.name, one.legal) for code, one in self.extras.themes.items()}
            near = themes_near(shapes, plan.landscape, described, self.extras.rule, self.extras.near, self.check)
        over = self._plans(properties)
        unknown = tuple(
            one.name
            for code, one in self.extras.themes.items()
            if one.known in (SILENT, NOT_GIVEN) and code not in THE_REST
        )
        areas = [self._in_area(one) for one in properties]
        return [
            PropertyFacts(
                key=one.key,
                parcels=one.parcel_names,
                addresses=one.addresses,
                buildings=self._buildings(one),
                plots=None if plan.plots is None else self._plots(one),
                themes=themes if shape is not None else None,
                unknown_themes=unknown,
                plans=plans,
                reach=self._reach(one),
                in_area=listed,
                partly=partly_listed("; ".join(one.parcel_names), "; ".join(listed)),
                environments=self._environments(one),
                placed=shape is not None,
            )
            for one, listed, shape, themes, plans in zip(properties, areas, shapes, near, over)
        ]

    # ---- the parts ---------------------------------------------------------------------------------------------------

    def _buildings(self, one: Property) -> tuple[SheetBuilding, ...]:
        b = self.plan.buildings
        order = addresses.order([b.addresses[row] for row in one.buildings], [b.ids[row] for row in one.buildings])
        rows = [one.buildings[place] for place in order]
        rows.sort(key=lambda row: (self.plan.numbers[row] is None, self.plan.numbers[row] or 0, not b.main[row]))
        return tuple(SheetBuilding(self._facts(row), self.groups[row], bool(b.main[row])) for row in rows)

    def _in_area(self, one: Property) -> tuple[str, ...]:
        """Those of its parcels that § 2 lists: by its plots, and by name where they do not tell."""
        plots = self.plan.plots
        names = [] if plots is None else [plots.parcel_numbers[row] for row in one.plots if row in self.area_plots]
        return tuple(dict.fromkeys(filter(None, names))) or tuple(listed_parcels(one.parcel_names, self.area))

    def _reach(self, one: Property) -> str:
        bound = bool(self.plan.buildings.designated[list(one.buildings)].any())
        return reach_of(bound, bool(self._in_area(one)), bool(self._environments(one)), bool(one.parcel_names))

    def _plots(self, one: Property) -> tuple[SheetPlot, ...]:
        """The plots, those that are built on first, then by their number."""
        rows = [self.rows[row] for row in one.plots]
        return tuple(sorted(rows, key=lambda each: (not each.floor_area, each.plot.number or 0)))

    def _facts(self, row: int) -> Facts:
        plan, b = self.plan, self.plan.buildings
        more = self.extras.more.get(b.ids[row], {})
        return Facts(
            id=b.ids[row],
            address=b.addresses[row],
            save=int(b.save[row]) if b.save[row] >= 1 else None,
            ground=b.ground[row],
            designated=bool(b.designated[row]),
            reason=b.reasons[row],
            apart=b.standing_apart[row],
            number=plan.numbers[row],
            year=b.years[row],
            use=b.uses[row],
            parcels=plan.parcels[row] if plan.parcels else "",
            story=b.stories[row],
            environment=self._environment(row),
            standing=cell_text(more.get("gaeldende_udpegning")) or "",
            in_force=plan.state.in_force,
            certainty=_figure(more.get("sikkerhed")),
            placed=b.geometries[row] is not None,
            themes=self._held(row),
            neighbours=self.extras.neighbours[row],
            counted=counted_neighbours(more),
            alike_from=self.extras.alike_from,
            plots=self.plots_of[row],
            plans=self.plans_of[row],
            sub_values={name: int(column[row]) for name, column in b.sub_values.items() if column[row] >= 1},
        )

    def _held(self, row: int) -> tuple[HeldBy, ...] | None:
        held, proposed = self.plan.themes.held[row], self.plan.themes.proposed[row]
        if held is None:
            return None
        only = set((proposed or "").split(";"))
        return tuple(HeldBy(self.names.get(one, one), one in only) for one in held.split(";") if one)

    def _environment(self, row: int) -> str:
        at, known = int(self.plan.environment_of[row]), self.plan.environments
        return "" if known is None or at == NOWHERE else known.called(at)

    def _environments(self, one: Property) -> tuple[Environment, ...]:
        known = self.plan.environments
        if known is None:
            return ()
        places = {int(self.plan.environment_of[row]) for row in one.buildings} - {NOWHERE}
        for row in one.plots:
            places |= self.environments_of_plots.get(row, set())
        return tuple(
            Environment(known.called(at), known.stories[at], known.said(at, VALUES))
            for at in sorted(places)
            if known.is_decided(at)
        )

    def _plans(self, properties: Sequence[Property]) -> list[tuple[PreservingPlan, ...]] | list[None]:
        """The lokalplaner in force over each property, the newest first; None where none were given.

        Those that hold one of its buildings or the middle of one of its plots.
        """
        plans, held = self.plan.local_plans, self.plan.in_local_plans
        if plans is None or held is None:
            return [None] * len(properties)
        of_plots = None
        if self.plan.plots is not None:
            of_plots = buildings_in_plans(shapely.point_on_surface(self.plan.plots.geometries), plans, self.check)
        return [self._plans_of(one, plans, held, of_plots) for one in properties]

    @staticmethod
    def _plans_of(
        one: Property, plans: LocalPlans, held: BuildingsInPlans, of_plots: BuildingsInPlans | None
    ) -> tuple[PreservingPlan, ...]:
        rows = {plan for row in one.buildings for plan in held.plans_of(row)}
        if of_plots is not None:
            rows |= {plan for row in one.plots for plan in of_plots.plans_of(row)}
        found: dict[str, PreservingPlan] = {}
        for plan in sorted(rows):
            over = PlanOver(plans.names[plan], plans.adopted[plan])
            document = plans.documents[plan] if plans.documents else ""
            told = PreservingPlan(over, bool(plans.preserving[plan]), plans.provisions[plan], document)
            found.setdefault(over.called, told)
        return tuple(found.values())


def _environments_of_plots(plan: Plan) -> dict[int, set[int]]:
    """Row of a plot that has land in decided environments → the rows of these."""
    known = plan.environments
    if known is None or plan.plots is None:
        return {}
    decided = [at for at in range(len(known)) if known.is_decided(at)]
    found: dict[int, set[int]] = {}
    for one in plots_in_environments(known.geometries[decided], plan.plots):
        found.setdefault(one.plot, set()).add(decided[one.environment])
    return found


def _plot_rows(plan: Plan) -> list[SheetPlot]:
    if plan.plots is None:
        return []
    words = load("rules/lokalplan.json")["words"]
    count = len(plan.plots.property_ids)
    column = dict(plan.plot_columns)

    def figure(name: str, row: int) -> float | None:
        return _figure(column[name][row]) if column.get(name) is not None else None

    def said(name: str, row: int) -> str:
        text = cell_text(column[name][row]) or "" if column.get(name) is not None else ""
        return str(words[name].get(text, text))

    def whole(name: str, row: int) -> int | None:
        value = figure(name, row)
        return None if value is None else int(value)

    return [
        SheetPlot(
            plot=Plot.of_row({name: values[row] for name, values in column.items() if values is not None}),
            parcels=plan.plots.parcel_numbers[row],
            area=figure("grundareal_m2", row),
            area_source=said("grundareal_kilde", row),
            floor_area=figure("etageareal_m2", row),
            floor_source=said("etageareal_kilde", row),
            secondary=figure("sekundaer_m2", row),
            deduction=figure("fradrag_m2", row),
            dwellings=whole("boliger", row),
            remaining=figure("restareal_m2", row),
            rule_set=said("regelsaet", row),
        )
        for row in range(count)
    ]


def _figure(raw: Any) -> float | None:
    value = read_number(raw)
    return None if value is None or not np.isfinite(value) else float(value)
