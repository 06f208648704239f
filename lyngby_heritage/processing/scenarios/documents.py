"""The report and the table of `comparescenarios`: what a council and a planner look through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...core.common.addresses import order
from ...core.report.scenarios import ScenarioReport, SwingingBuilding, render, scenario_tables
from ...core.tables.table import Imprint
from ...core.tables.workbook import workbook_bytes
from ..outputs.report_parts import findings, inputs, made_at, map_of, versions

if TYPE_CHECKING:
    from .judged import JudgedRun

TITLE = "Scenarier: hvad ville hver regel udpege?"


def swinging_buildings(run: JudgedRun) -> tuple[SwingingBuilding, ...]:
    """The swinging buildings that the public may know of, by address."""
    rows = list(run.public_swinging())
    addresses = [run.address(row) for row in rows]
    labels = [run.first.rows.labels[row] for row in rows]
    save = run.classified[0].save
    apart = run.first.beside_addresses(run.classified[0].buildings)
    return tuple(
        SwingingBuilding(
            row=rows[one],
            id=labels[one],
            address=addresses[one],
            save=int(save[rows[one]]) if save[rows[one]] >= 1 else None,
            reviewed_by=run.words.reviewed_by(rows[one]),
            reasons=run.reasons.get(rows[one], ()),
            apart=apart[rows[one]],
        )
        for one in order(addresses, labels)
    )


def report_of(run: JudgedRun) -> ScenarioReport:
    """All that the report and the table show."""
    first = run.first
    return ScenarioReport(
        title=TITLE,
        told=tuple(run.told),
        scenarios=run.scenarios,
        buildings=swinging_buildings(run),
        findings=findings(run.notes),
        parameters=(),
        inputs=inputs(
            [
                (first.buildings, len(first.table)),
                (first.parcels, len(first.parcel_table) if first.parcel_table is not None else 0),
                (first.further, len(first.context_table) if first.context_table is not None else 0),
                (first.decisions, first.decided.count),
            ]
        ),
        versions=versions("shapely", "numpy"),
        made_at=made_at(),
        map_png=None,
    )


def report_html(run: JudgedRun, style: str) -> str:
    """The report as HTML, with a map in a style."""
    first = run.first
    parcels = len(first.parcel_table) if first.parcel_table is not None else 0
    picture = map_of(run.outputs, "OUTPUT", style, run.context, first.parcels, parcels, first.withheld)
    return render(replace(report_of(run), map_png=picture))


def workbook(run: JudgedRun) -> bytes:
    """The table as an Excel workbook."""
    return workbook_bytes(scenario_tables(report_of(run)), run.check, Imprint(TITLE))
