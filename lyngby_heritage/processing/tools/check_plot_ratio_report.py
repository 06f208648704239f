"""Gathers what the report on plot ratios holds: the outcome, its map, its data and how it was made."""

from ...core.plot_ratio.rows import area_rows
from ...core.plot_ratio.summary import summarise
from ...core.plot_ratio.wording import figure
from ...core.report.plot_ratio import PlotRatioReport, WholeArea, render
from ..outputs.report_parts import findings, inputs, made_at, map_of, versions

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
RULE_SETS = ("efter lokalplanens vedtagelsesdato", "BR18", "BR08–BR15", "før 1. februar 2008")


def report_html(run):
    """The report of one run as HTML."""
    summary = summarise(run.checked)
    run.check()
    return render(
        PlotRatioReport(
            title="Bebyggelsesprocent og etager",
            summary=summary,
            max_plot_ratio=run.settings.max_plot_ratio,
            whole_areas=tuple(_whole_areas(run)),
            unmatched=tuple(zip(run.unmatched.labels, run.unmatched.reasons)),
            findings=findings(run.notes),
            parameters=tuple(_parameters(run)),
            inputs=inputs([(source, len(run.tables[name])) for name, source in run.sources.items()]),
            versions=versions("shapely", "numpy"),
            made_at=made_at(),
            map_png=map_of(run.outputs, "OUTPUT", "checkplotratio_plots.qml", run.context),
        )
    )


def _whole_areas(run):
    """The areas that have plots; a layer of plans may reach over many municipalities."""
    _, columns = area_rows(run.checked)
    names = ("kilde", "grunde", "bebyggelsesprocent", "tilladt_procent", "restareal_m2", "status", "bemaerkning")
    for source, plots, ratio, limit, remaining, status, remark in zip(*(columns[name] for name in names)):
        if plots:
            yield WholeArea(source, plots, ratio, limit or 0.0, remaining, status, remark)


def _parameters(run):
    algorithm, settings = run.algorithm, run.settings
    for name, _, _, _ in algorithm.NUMBER_PARAMETERS:
        yield name, DANISH_LABELS[name], figure(run.number(name))
    yield "RULE_SET", DANISH_LABELS["RULE_SET"], f"{settings.rule_set}: {RULE_SETS[settings.rule_set]}"
    compare = settings.compare_plot_ratio
    yield "COMPARE_PLOT_RATIO", DANISH_LABELS["COMPARE_PLOT_RATIO"], "ingen" if compare is None else figure(compare)
    for name, concept, _ in algorithm.FIELD_PARAMETERS:
        yield name, DANISH_LABELS[name], run.tables["PARCELS"].fields.get(concept, "findes ikke i laget")
