"""A report on a designation, made by hand."""

from dataclasses import fields, replace

from lyngby_heritage.core.designation.outcome import DesignationOutcome, GroundCount, RuleOutcome, Sweep
from lyngby_heritage.core.report.classification import DesignationReport
from lyngby_heritage.core.report.content import Finding, Input


def an_outcome():
    """What came of the designation of 14,213 buildings."""
    return DesignationOutcome(
        grounds=(
            GroundCount("beslutning", 23, 17),
            GroundCount("vaerdi_1_3", 1842, 1842),
            GroundCount("vaerdi_4_ensartet", 611, 611),
            GroundCount("til_vurdering", 94, 0),
            GroundCount("ikke_udpeget", 7012, 0),
            GroundCount("ikke_registreret", 4631, 0),
        ),
        save_counts=((1, 61), (3, 1786), (4, 1733), (5, 6002), (None, 4631)),
        secondary=(("garage", 61, 9), ("udhus", 212, 31)),
        rule=0,
        undecided_fours=1728,
        rules=(
            RuleOutcome(0, 611, 94, 1023, True),
            RuleOutcome(1, 802, 61, 865, False),
            RuleOutcome(2, 203, 0, 1525, False),
            RuleOutcome(3, 1728, 0, 0, False),
            RuleOutcome(4, 0, 0, 1728, False),
        ),
        sweeps=(
            Sweep("UNIFORM_SHARE", (0.4, 0.6, 1.0), (900, 611, 255), (94, 94, 94), 0.6),
            Sweep("SIMILARITY", (0.5, 0.75, 1.0), (1211, 611, 41), (94, 94, 94), 0.75),
            Sweep("YEAR_TOLERANCE", (0, 10, 50), (203, 611, 760), (94, 94, 94), 10),
        ),
    )


def a_report(**changes):
    """A report of 14,213 buildings; keyword arguments replace parts of it."""
    report = DesignationReport(
        title="Udpegning i Ærøby",
        outcome=an_outcome(),
        findings=(Finding("Bygninger uden opførelsesår.", 318, ("a1", "b2")),),
        parameters=(("SIMILARITY", "Krævet lighed", "0,75"),),
        inputs=(Input("BUILDINGS", "bygninger", 14213, "EPSG:25832"),),
        versions=(("QGIS", "3.40.6"),),
        made_at="22.11.2026 kl. 14.05",
        map_png=b"\x89PNG\r\n",
    )
    parts = {one.name for one in fields(DesignationOutcome)}
    outcome = replace(report.outcome, **{name: value for name, value in changes.items() if name in parts})
    rest = {name: value for name, value in changes.items() if name not in parts}
    return replace(report, outcome=outcome, **rest)


NOTHING = {
    "secondary": (),
    "undecided_fours": 0,
    "rules": (),
    "sweeps": (),
    "findings": (),
    "parameters": (),
    "inputs": (),
    "versions": (),
    "map_png": None,
}
