"""Gathers what the report on the fitness of data holds: the findings, their map, and how it was made."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.report.content import Input
from ...core.report.validation import ValidationReport, render
from ...core.validation.findings import Finding
from ...core.validation.inputs import Inputs
from ..outputs.report_parts import made_at, versions

DANISH_LABELS = {
    "BUILDINGS": "Bygninger",
    "SAVE": "SAVE-værdier (FBB)",
    "SAVE_SECOND": "Anden kilde til SAVE-værdier",
    "FOOTPRINTS": "Bygningsflader (GeoDanmark)",
    "BBR": "BBR's bygninger",
    "CONTEXT_BUILDINGS": "Øvrige bygninger",
    "FLOORS": "BBR's etager",
    "UNITS": "BBR's enheder",
    "PARCELS": "Jordstykker",
    "ZONES": "Zoner",
    "PLANS": "Lokalplaner",
    "SUB_AREAS": "Delområder",
    "TWO_STOREY_AREAS": "Områder med to etager",
    "ZONE_MAP": "Zonekort",
    "DECISIONS": "Beslutninger",
    "ENVIRONMENTS": "Besluttede kulturmiljøer",
    "WATERCOURSES": "Vandløb",
    "BOUNDARY": "Kommunens grænse",
    "OWNERS": "Ejere, lejere og brugere",
    "OTHERS": "Myndigheder, foreninger og kulturmiljørådet",
    "ANSWERS": "Svar fra høringen",
    "DEM": "Terrænmodel",
    "LAYERS": "Temalag",
}


def report_html(
    findings: Sequence[Finding], data: Inputs, sources: tuple[Input, ...], rules_file: str, map_png: bytes | None
) -> str:
    """The report of one run as HTML: what was found in `data`, which was read from `sources`.

    `rules_file` is the municipality's own table of rules, or empty.
    """
    report = ValidationReport(
        title="Datatjek: duer data til værktøjerne?",
        inputs=sources,
        parameters=(
            ("MUNICIPALITY", "Kommunekode", data.municipality.zfill(4) if data.municipality else "kontrolleres ikke"),
            ("RULES", "Kommunens egne regler", rules_file or "ingen"),
            *(("DEM", DANISH_LABELS["DEM"], layer.name) for layer in data.of("DEM")),
        ),
        versions=versions("shapely", "numpy"),
        made_at=made_at(),
        map_png=map_png,
    )
    return render(report, findings, DANISH_LABELS)
