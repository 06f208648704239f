"""One run of `followdesignations`: reads the plan and the registers, refuses the wrong ones, writes the work list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely
from qgis.core import Qgis, QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QMetaType

from ...core.common.addresses import WITHHELD
from ...core.common.arrays import Geometries
from ...core.common.display import all_polygons
from ...core.common.errors import Note
from ...core.comparison import since
from ...core.comparison.follow import AdoptedPlan, Registers, follow
from ...core.comparison.since import Event, Stock
from ...core.comparison.since_checks import (
    most_foreign,
    refuse_old_history,
    refuse_older,
    refuse_unknown_ids,
    refuse_unknown_properties,
)
from ...core.comparison.since_notes import follow_notes, summary_note
from ...core.comparison.since_words import text_of
from ...core.designation.chosen_values import high_values
from ...core.designation.outcome import Basis
from ...core.plan.state import refuse_unadopted
from ...core.registers.other_municipalities import refuse_foreign
from ...core.report.since import ListedEvent, SinceReport, render_since
from ..inputs.file_dates import day_of
from ..inputs.kinds import need_buildings, need_polygons
from ..inputs.metadata import made_by
from ..inputs.plan_package import PLAN, PlanPackage
from ..inputs.sources import Source, Table
from ..outputs.fields import fields_of
from ..outputs.report_parts import findings, inputs, made_at, map_of, versions
from ..run import Run
from ..translation import tr
from .reading import (
    PLOT_FIELDS,
    package_plans,
    package_plots,
    plan_source,
    read_bbr,
    read_followed_plots,
    read_plans_in_force,
    read_stock,
    reference_day,
    refuse_own,
)

FIELDS = (
    ("bygning_id", QMetaType.Type.QString),
    ("haendelse", QMetaType.Type.QString),
    ("rang", QMetaType.Type.Int),
    ("dato", QMetaType.Type.QString),
    ("foer", QMetaType.Type.QString),
    ("efter", QMetaType.Type.QString),
    ("tekst", QMetaType.Type.QString),
    ("adresse", QMetaType.Type.QString),
    ("gruppe", QMetaType.Type.QString),
    ("offentlig", QMetaType.Type.Bool),
)
STYLE = "followdesignations.qml"

COUNTS = {
    "DEMOLISHED_COUNT": since.DEMOLISHED,
    "GONE_COUNT": since.GONE,
    "REBUILT_COUNT": since.REBUILT,
    "OTHER_VALUE_COUNT": since.OTHER_VALUE,
    "LOCAL_PLAN_COUNT": since.LOCAL_PLAN,
    "OUTLINE_COUNT": since.OUTLINE,
    "NEW_ID_COUNT": since.NEW_ID,
    "RATIO_COUNT": since.RATIO,
}


class FollowRun(Run):
    """The run, step by step."""

    def results(self) -> dict[str, Any]:
        """Read, refuse, follow, write."""
        self.read_layers: list[tuple[Source, int]] = []
        self.notes: list[Note] = []
        sources = self.open_sources()
        package = PlanPackage(self.file(PLAN) or self.text(PLAN), self.context)
        self.outputs.prepare(("OUTPUT", "OUTPUT_HTML"), list(sources.values()), {PLAN: package.path})
        with package:
            refuse_unadopted(package.state, PLAN)
            self.reference = reference_day(package)
            self.heading = package.heading
            self.adopted = package.state.sentence
            self.read_all(package, sources)
        self.feedback.setProgress(60)
        self.found = follow(self.plan, self.now, self.reference, self.high_values, self.check)
        self.report_to_log()
        self.write()
        self.outputs.close()
        self.outputs.style("OUTPUT", STYLE, "opfoelgning")
        self.feedback.setProgress(85)
        if self.outputs.wanted("OUTPUT_HTML"):
            self.outputs.write_text("OUTPUT_HTML", self.report())
        self.check()
        return {**self.outputs.commit(), **self.counts()}

    # ---- what is given -----------------------------------------------------------------------------------------------

    def open_sources(self) -> dict[str, Source]:
        """The layers that were given, by parameter."""
        buildings = self.source("BUILDINGS")
        need_buildings(buildings)
        buildings.crs  # noqa: B018 - refuses a layer without one
        found = {"BUILDINGS": buildings}
        for name in ("BBR", "PLANS", "PROPERTIES"):
            layer = self.optional(name, spatial=name != "BBR")
            if layer is not None:
                if name != "BBR":
                    need_polygons(layer)
                found[name] = layer
        return found

    def read_all(self, package: PlanPackage, sources: dict[str, Source]) -> None:
        """Read everything, and refuse what cannot be meant before any of it is compared."""
        for name, source in sources.items():
            refuse_own(source, package)
            refuse_older(source.name, name, day_of(source), self.reference)
        self.crs: QgsCoordinateReferenceSystem = QgsCoordinateReferenceSystem(package.crs)
        given = plan_source(package)
        stock, table, own = read_stock(given, self.crs, self.check, designation=True)
        self.told_inputs = inputs([(given, len(table))])  # while the package is open
        basis = Basis.read(made_by(given))
        self.high_values = basis.high_values if basis is not None else high_values()
        self.plan = AdoptedPlan(
            stock,
            package_plans(package, self.check),
            package_plots(package, self.check),
            package.number,
            package.title,
        )
        self.feedback.setProgress(20)
        self.now = self.registers(stock, set(own), sources)
        refuse_unknown_ids(sources["BUILDINGS"].name, stock, self.now.buildings, self.now.history)
        if self.plan.plots is not None and self.now.plots is not None:
            refuse_unknown_properties(sources["PROPERTIES"].name, self.plan.plots, self.now.plots)

    def registers(self, plan: Stock, own: set[str], sources: dict[str, Source]) -> Registers:
        """The registers as they are now."""
        source = sources["BUILDINGS"]
        buildings, table, codes = read_stock(source, self.crs, self.check)
        self.was_read(source, table, codes, own)
        if not day_of(source):
            self.notes.append(
                Note(
                    "{layer}: nothing says of which day it is. Make sure that it is younger than the plan ({plan}).",
                    {"layer": source.name, "plan": self.reference},
                    danish="{layer}: intet oplyser, hvilken dag laget er fra. Det skal være yngre end planen ({plan}).",
                )
            )
        self.feedback.setProgress(35)
        history = plans = plots = None
        if "BBR" in sources:
            history, table, codes = read_bbr(sources["BBR"], [*plan.ids, *buildings.ids], self.check)
            self.was_read(sources["BBR"], table, codes, own)
            self.notes += refuse_old_history(sources["BBR"].name, history, self.reference)
        if "PLANS" in sources:
            plans, left_out = read_plans_in_force(sources["PLANS"], self.crs, self.check)
            self.read_layers.append((sources["PLANS"], len(plans) + left_out))
        if "PROPERTIES" in sources:
            plots, table = read_followed_plots(sources["PROPERTIES"], self.crs, self.check)
            self.was_read(sources["PROPERTIES"], table, Counter(), own)
        self.feedback.setProgress(55)
        return Registers(buildings, history, plans, plots)

    def was_read(self, source: Source, table: Table, codes: Counter[str], own: set[str]) -> None:
        """Keep what the report says of a layer, tell which fields were read, and refuse another municipality's rows."""
        self.read_layers.append((source, len(table)))
        self.tell([self.reading(source.name, table, [one for one in table.fields if one not in PLOT_FIELDS])])
        self.notes += refuse_foreign(source.name, source.parameter, codes, own, most_foreign())

    # ---- what is said ------------------------------------------------------------------------------------------------

    def report_to_log(self) -> None:
        """The notes, and the numbers."""
        self.notes += follow_notes(self.plan, self.now, self.found)
        self.tell([*self.notes, summary_note(self.found)])
        if not self.found.events:
            self.feedback.pushInfo(tr("Nothing was found that differs from the plan."))

    def counts(self) -> dict[str, int]:
        """The numbers among the results."""
        return {
            "FOLLOWED_COUNT": self.found.followed_count,
            "EVENT_COUNT": len(self.found.events),
            **{name: self.found.count(kind) for name, kind in COUNTS.items()},
        }

    # ---- what is written ---------------------------------------------------------------------------------------------

    def write(self) -> None:
        """The work list as a layer, in its order."""
        self.warn_of_cut_texts("OUTPUT")
        fields = fields_of(FIELDS)
        writer = self.outputs.sink("OUTPUT", fields, Qgis.WkbType.MultiPolygon, self.crs)
        columns = [list(column) for column in zip(*self.rows())] or [[] for _ in FIELDS]
        writer.add_rows(fields, shapely.to_wkb(self.places()).tolist(), columns, self.check)

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The values of FIELDS of each event."""
        plan, now = self.plan.buildings, self.now.buildings
        for one in self.found.events:
            yield (
                since.label_of(one, plan, now),
                one.kind,
                one.rank,
                one.day or None,
                one.before,
                one.after,
                text_of(one),
                since.address_of(one, plan, now) or None,
                one.group,
                False if since.is_hidden(one, plan, now) else None,
            )

    def places(self) -> Geometries:
        """Where each event is shown, as multipolygons, (n,)."""
        plots = [one for one in (self.plan.plots, self.now.plots) if one is not None]
        of_property = {one: place for each in plots for one, place in zip(each.properties, each.places)}
        plan, now = self.plan.buildings, self.now.buildings
        places = np.empty(len(self.found.events), dtype=object)
        for position, one in enumerate(self.found.events):
            places[position] = since.place_of(one, plan, now, of_property)
        return all_polygons(places)

    def report(self) -> str:
        """The report as HTML: the same list, to print."""
        plan, now = self.plan.buildings, self.now.buildings
        hidden = np.array([since.is_hidden(one, plan, now) for one in self.found.events], dtype=bool)
        listed = [self.listed(one, secret) for one, secret in zip(self.found.events, hidden.tolist())]
        return render_since(
            SinceReport(
                title="Hvad er der sket, siden planen blev vedtaget?",
                plan=self.heading,
                state=self.adopted,
                followed=self.found.followed_count,
                events=listed,
                findings=findings(self.notes),
                parameters=(),
                inputs=(*self.told_inputs, *inputs(self.read_layers)),
                versions=versions("shapely", "numpy"),
                made_at=made_at(),
                map_png=map_of(self.outputs, "OUTPUT", STYLE, self.context, *self.background(), withheld=hidden),
            )
        )

    def background(self) -> tuple[Source, int]:
        """What the map is drawn over: the properties where they were given, else the buildings of today."""
        named = {source.parameter: (source, rows) for source, rows in self.read_layers}
        return named.get("PROPERTIES") or named["BUILDINGS"]

    def listed(self, one: Event, hidden: bool) -> ListedEvent:
        """An event as the report has it."""
        plan, now = self.plan.buildings, self.now.buildings
        name = since.address_of(one, plan, now) or since.label_of(one, plan, now) or f"ejendom {one.property_id}"
        return ListedEvent(
            one.kind,
            one.group,
            one.rank,
            WITHHELD if hidden else name,
            one.before,
            one.after,
            one.day,
            one.what,
            hidden,
        )
