"""`sammenfatning.pdf`: reads what the two pages need beyond the plan, and makes their words and layouts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.designation.outcome import Basis
from ...core.landscape.layer_results import THE_REST
from ...core.plan.choices import Evidence
from ...core.plan.summary import Summary, summarise
from ...core.plan.summary_pages import first_page, second_page
from ...core.registers.values import date, read_codes, read_numbers
from ..inputs.metadata import made_by
from ..inputs.sources import read
from .inputs import CERTAINTY
from .summary_layouts import first_layout, second_layout

if TYPE_CHECKING:
    from qgis.core import QgsPrintLayout, QgsRectangle

    from ...core.common.arrays import Booleans, Floats
    from ...core.common.errors import Check
    from ...core.landscape.catalogue import Catalogue
    from ...core.plan.content import Plan
    from ..inputs.sources import Source
    from .project import PlanProject

SUMMARY = "sammenfatning.pdf"
COMPARED = "status_sammenlign"
"""Where checkplotratio says how a plot fares under the second limit."""


def read_summary(
    plan: Plan, sources: dict[str, Any], catalogue: Catalogue, knows_listed: bool, check: Check
) -> Summary:
    """The facts of the two pages, of a plan and the layers that it was read from."""
    evidence = read_evidence(sources["BUILDINGS"], ~plan.withheld.rows, check)
    told = plan.local_plans is not None or any(plan.preserved_by)
    return summarise(
        plan.buildings,
        evidence,
        Basis.read(made_by(sources["BUILDINGS"])),
        plots=plan.plots,
        plot_columns={**plan.plot_columns, **_compared(sources["PROPERTIES"], check)},
        preserved_by=plan.preserved_by if told else None,
        knows_listed=knows_listed,
        themes=_themes(plan, catalogue),
        withheld=plan.withheld,
        check=check,
    )


def add_summary(
    plan: PlanProject, content: Plan, summary: Summary, heading: str, extent: QgsRectangle
) -> list[QgsPrintLayout]:
    """Add the two pages to the project as print layouts, where a planner can change a word before they are printed."""
    first = first_page(summary, content.state, heading, content.date)
    second = second_page(summary, content.state, heading, content.source)
    return [first_layout(plan, first, extent), second_layout(plan, second)]


def read_evidence(source: Source, shown: Booleans, check: Check) -> Evidence:
    """What a layer of classified buildings says of those that the public is shown, (N,), beside their designation."""
    certainty = source.source.fields().lookupField(CERTAINTY)
    positions = {
        "use": source.find("use"),
        "neighbours": source.find("neighbours"),
        "alike": source.find("alike_neighbours"),
        "certainty": certainty if certainty >= 0 else None,
        "registered": source.find("save_date"),
    }
    table = read(source, positions, check=check)
    table.keep(np.flatnonzero(shown).tolist())
    column = table.columns
    use = column["use"]
    return Evidence(
        use=np.full(len(table), np.nan) if use is None else read_codes(use, "use").values,
        neighbours=_counts(column["neighbours"]),
        alike=_counts(column["alike"]),
        certainty=None if column["certainty"] is None else read_numbers(column["certainty"]).values,
        registered=None if column["registered"] is None else _years(column["registered"]),
    )


def _counts(raw: Sequence[Any] | None) -> Any:
    """A column of counts, 0 for a building that was not compared; None for a column that is not there."""
    return None if raw is None else np.nan_to_num(read_numbers(raw).values).astype(np.int32)


def _years(raw: Sequence[Any]) -> Floats:
    """The years of a column of dates, NaN where there is none that can be read."""
    return np.array([_year(one) for one in raw], dtype=np.float64)


def _year(raw: Any) -> float:
    try:
        day = date(raw)
    except ValueError:
        return math.nan
    return math.nan if day is None else float(day.year)


def _compared(source: Source | None, check: Check) -> dict[str, Sequence[Any]]:
    """The status of each plot under a second limit, where the layer of plots has one."""
    position = -1 if source is None else source.source.fields().lookupField(COMPARED)
    if source is None or position < 0:
        return {}
    return {COMPARED: read(source, {COMPARED: position}, check=check).columns[COMPARED]}


def _themes(plan: Plan, catalogue: Catalogue) -> tuple[list[str], list[str]] | None:
    """The catalogue's themes by name: those that the layer of landscape has something of, and the others."""
    if plan.landscape is None:
        return None
    held = {one for one in plan.landscape.columns["theme"] if one}
    asked = [theme for theme in catalogue.themes if theme.code in held or theme.code not in THE_REST]
    names = [(theme.name, theme.code in held) for theme in asked]
    return [name for name, has in names if has], [name for name, has in names if not has]
