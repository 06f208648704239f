"""Gathers what the report on the fitness of data holds: the findings, their map, and how it was made."""

from ...core.report.validation import ValidationReport, render
from ..outputs.report_parts import inputs, made_at, map_of, versions

DANISH_LABELS = {
    "BUILDINGS": "Bygninger",
    "SAVE": "SAVE-værdier (FBB)",
    "FOOTPRINTS": "Bygningsflader (GeoDanmark)",
    "BBR": "BBR's bygninger",
    "CONTEXT_BUILDINGS": "Øvrige bygninger",
    "FLOORS": "BBR's etager",
    "PARCELS": "Jordstykker",
    "ZONES": "Zoner",
    "PLANS": "Lokalplaner",
    "TWO_STOREY_AREAS": "Områder med to etager",
    "ZONE_MAP": "Zonekort",
    "DECISIONS": "Beslutninger",
    "WATERCOURSES": "Vandløb",
    "BOUNDARY": "Kommunens grænse",
    "LAYERS": "Temalag",
}


def report_html(run, data, style):
    """The report of one run as HTML."""
    rules = run.file("RULES")
    parcels = next((pair for pair in zip(run.sources, data.layers) if pair[0].parameter == "PARCELS"), (None, ()))
    report = ValidationReport(
        title="Datatjek: duer data til værktøjerne?",
        inputs=inputs([(source, len(layer)) for source, layer in zip(run.sources, data.layers)]),
        parameters=(
            ("MUNICIPALITY", "Kommunekode", data.municipality.zfill(4) if data.municipality else "efterses ikke"),
            ("RULES", "Kommunens egne regler", rules or "ingen"),
        ),
        versions=versions("shapely", "numpy"),
        made_at=made_at(),
        map_png=map_of(run.outputs, "OUTPUT", style, run.context, parcels[0], len(parcels[1])),
    )
    return render(report, run.findings, DANISH_LABELS)
