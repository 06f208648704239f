"""Gathers what the report on a designation holds: the outcome, its map, its data and how it was made."""

from ...core.common.wording import decimal
from ...core.designation.chosen_values import said
from ...core.designation.notes import secondary_buildings
from ...core.designation.rule import CODES
from ...core.report.classification import render, rule_name
from ...core.report.content import DesignationReport, GroundCount
from ..outputs.report_parts import findings, inputs, made_at, map_of, versions

DANISH_LABELS = {
    "NEIGHBOUR_METHOD": "Hvem er nabo",
    "NEIGHBOUR_DISTANCE": "Afstand mellem nabobygninger (m)",
    "OPPOSITE_DISTANCE": "Afstand til ejendomme overfor (m)",
    "MIN_NEIGHBOURS": "Naboer, der mindst skal kunne vurderes",
    "MIN_ATTRIBUTES": "Forhold, der mindst skal være kendt på begge",
    "SIMILARITY": "Lighed, fra hvilken to bygninger er ens",
    "UNIFORM_SHARE": "Andel ens naboer, fra hvilken en bygning er ensartet",
    "YEAR_TOLERANCE": "Forskel i opførelsesår, der tæller som ens (år)",
    "AREA_TOLERANCE": "Forskel i bebygget areal, der tæller som ens (% af det største)",
    "VALUE4_RULE": "Regel for værdi {neighbour_value}",
    "SAVE_FIELD": "Felt: SAVE-værdi",
    "ID_FIELD": "Felt: bygnings-id",
    "USE_FIELD": "Felt: anvendelse",
    "YEAR_FIELD": "Felt: opførelsesår",
    "STOREYS_FIELD": "Felt: etager",
    "WALL_FIELD": "Felt: ydervæg",
    "ROOF_FIELD": "Felt: tagdækning",
    "AREA_FIELD": "Felt: bebygget areal",
    "PROPERTY_ID_FIELD": "Felt: ejendoms-id",
}
DANISH_METHODS = {
    1: "tilstødende ejendomme",
    2: "tilstødende og overfor liggende ejendomme",
    3: "afstand mellem bygninger",
}


def report_html(run):
    """The report of one run as HTML."""
    classified, settings = run.classified, run.settings
    ground, designated = classified.designation.ground, classified.designation.designated
    sensitivity = classified.sensitivity()
    rules, sweeps = sensitivity.rules(), sensitivity.sweeps()
    run.check()
    return render(
        DesignationReport(
            title="Bevaringsværdige bygninger: forslag til udpegning",
            grounds=tuple(
                GroundCount(code, int((ground == position).sum()), int((designated & (ground == position)).sum()))
                for position, code in enumerate(CODES)
            ),
            save_counts=(
                *((value, int((classified.save == value).sum())) for value in range(1, 10)),
                (None, int((classified.save < 1).sum())),
            ),
            secondary=tuple(secondary_buildings(classified)),
            rule=settings.rule,
            undecided_fours=len(sensitivity.building),
            rules=rules,
            sweeps=sweeps,
            findings=findings(run.notes),
            parameters=tuple(_parameters(run)),
            inputs=inputs(_tables(run)),
            versions=versions("shapely", "numpy"),
            made_at=made_at(),
            map_png=_map(run),
        )
    )


def _parameters(run):
    algorithm, settings = run.algorithm, run.settings
    method = settings.resolved_method(run.parcels is not None)
    chosen = " (valgt automatisk)" if settings.method != method else ""
    yield "NEIGHBOUR_METHOD", DANISH_LABELS["NEIGHBOUR_METHOD"], f"{method}: {DANISH_METHODS[method]}{chosen}"
    yield "VALUE4_RULE", said(DANISH_LABELS["VALUE4_RULE"]), f"{settings.rule}: {rule_name(settings.rule)}"
    for name, _, _, _, _ in algorithm.NUMBER_PARAMETERS:
        yield name, DANISH_LABELS[name], decimal(run.number(name), 2)
    for name, concept, _ in algorithm.FIELD_PARAMETERS:
        yield name, DANISH_LABELS[name], run.table.fields.get(concept, "findes ikke i laget")


def _tables(run):
    return (
        (run.buildings, len(run.table)),
        (run.parcels, len(run.parcel_table) if run.parcels is not None else 0),
        (run.further, len(run.context_table) if run.further is not None else 0),
        (run.decisions, run.decision_count),
    )


def _map(run):
    rows = len(run.parcel_table) if run.parcels is not None else 0
    return map_of(run.outputs, "OUTPUT", run.style_name(), run.context, run.parcels, rows)
