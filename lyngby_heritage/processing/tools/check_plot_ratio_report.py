"""Gathers what the report on plot ratios holds: the outcome, its map, its data and how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...core.common.addresses import is_withheld
from ...core.plot_ratio.rows import area_rows
from ...core.plot_ratio.summary import summarise
from ...core.plot_ratio.wording import figure
from ...core.report.plot_ratio import PlotRatioReport, WholeArea, render, rule_set_name
from ..outputs.report_parts import findings, made_at, versions

if TYPE_CHECKING:
    from ...core.plot_ratio.check import Checked, Settings
    from ...core.plot_ratio.outcome import PlotRatioOutcome

DANISH_LABELS = {
    "MAX_PLOT_RATIO": "Almindelig bebyggelsesprocent (%)",
    "MAX_STOREYS": "Almindeligt etagetal",
    "TWO_STOREY_LIMIT": "Etager i områderne til to etager",
    "ZONE_SHARE": "Andel af en grund i et område, fra hvilken den hører til det (%)",
    "FOOTPRINT_MARGIN": "Hvor meget et omrids på kortet kan være for stort (%)",
    "RULE_SET": "Beregningsregler",
    "COMPARE_PLOT_RATIO": "Anden bebyggelsesprocent til sammenligning (%)",
    "PROPERTY_FIELD": "Felt: ejendom",
    "REGISTERED_AREA_FIELD": "Felt: registreret areal",
    "PARCEL_ID_FIELD": "Felt: matrikelnummer",
}

NUMBERS = ("MAX_PLOT_RATIO", "MAX_STOREYS", "TWO_STOREY_LIMIT", "ZONE_SHARE", "FOOTPRINT_MARGIN")
FIELDS = ("PROPERTY_FIELD", "REGISTERED_AREA_FIELD", "PARCEL_ID_FIELD")


def report_html(outcome: PlotRatioOutcome, inputs: Any, map_png: bytes | None) -> str:
    """The report as HTML of a PlotRatioOutcome, the Input of each layer that was read, and the map as PNG or None."""
    checked = outcome.checked
    on_no_plot = list(zip(outcome.unmatched.labels, outcome.unmatched.reasons))
    return render(
        PlotRatioReport(
            title="Bebyggelsesprocent og etager",
            summary=summarise(checked),
            max_plot_ratio=checked.settings.max_plot_ratio,
            whole_areas=tuple(_whole_areas(outcome.whole or checked)),
            unmatched=tuple(one for one in on_no_plot if not is_withheld(one[0], outcome.address_of)),
            withheld=sum(is_withheld(one, outcome.address_of) for one, _ in on_no_plot),
            findings=findings(outcome.notes),
            parameters=tuple(_parameters(checked.settings, outcome.parcel_fields)),
            inputs=inputs,
            versions=versions("shapely", "numpy"),
            made_at=made_at(),
            map_png=map_png,
        )
    )


def _whole_areas(checked: Checked) -> Iterator[WholeArea]:
    """The areas that have plots; a layer of plans may reach over many municipalities."""
    _, columns = area_rows(checked)
    names = ("kilde", "grunde", "bebyggelsesprocent", "tilladt_procent", "restareal_m2", "status", "bemaerkning")
    rows = zip(*(columns[name] for name in names), columns["omfattede_grunde"])
    for source, plots, ratio, limit, remaining, status, remark, covered in rows:
        if plots:
            yield WholeArea(source, plots, ratio, limit or 0.0, remaining, status, remark, covered)


def _parameters(settings: Settings, parcel_fields: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for name in NUMBERS:
        yield name, DANISH_LABELS[name], figure(getattr(settings, name.lower()))
    yield "RULE_SET", DANISH_LABELS["RULE_SET"], f"{settings.rule_set}: {rule_set_name(settings.rule_set)}"
    compare = settings.compare_plot_ratio
    yield "COMPARE_PLOT_RATIO", DANISH_LABELS["COMPARE_PLOT_RATIO"], "ingen" if compare is None else figure(compare)
    for name in FIELDS:
        yield name, DANISH_LABELS[name], parcel_fields.get(name, "findes ikke i laget")
