"""Puts the report on a designation together: the outcome, its map, its data and how it was made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...core.designation.dial import too_many
from ...core.designation.outcome import SHARES, as_given, described
from ...core.registers.codes import labels
from ...core.report.classification import DesignationReport, render
from ...core.report.dial import dial_page
from ..outputs.report_parts import findings, inputs, made_at, map_of
from .classify_buildings_certainty import certainty_part

if TYPE_CHECKING:
    from ...core.common.errors import Note
    from ...core.designation.dial import Dial
    from ...core.designation.outcome import Basis, DesignationOutcome
    from ...core.report.certainty import Certainty
    from ..inputs.sources import Source

FIELD_LABELS = {
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


def report_of(run: Any) -> str:
    """The report of a run that has classified and written its layer, as HTML."""
    run.check()
    outcome = replace(run.classified.outcome(run.settings.rule), listed=run.listed_count)
    background = len(run.parcel_table) if run.parcels is not None else 0

    def drawn(style: str) -> bytes | None:
        run.check()
        return map_of(run.outputs, "OUTPUT", style, run.context, run.parcels, background, run.withheld)

    return report_html(
        outcome,
        run.basis(),
        run.settings.automatic,
        [(name, run.table.fields.get(concept)) for name, concept, _ in run.algorithm.FIELD_PARAMETERS],
        [*run.decided.told(run.address_of), *run.notes],
        [
            (run.buildings, len(run.table)),
            (run.parcels, background),
            (run.further, len(run.context_table) if run.further is not None else 0),
            (run.decisions, run.decided.count),
        ],
        drawn(run.style_name()),
        certainty_part(
            *(run.classified, run.settings.thresholds, run.rows.ids, run.address_of, run.withheld),
            *(run.beside_addresses(run.classified.buildings), run.style_name(), drawn),
        ),
        run.dial,
    )


def report_html(
    outcome: DesignationOutcome,
    basis: Basis,
    automatic: Any,
    fields: Iterable[tuple[str, str]],
    notes: Iterable[Note],
    tables: Iterable[tuple[Source | None, int]],
    map_png: bytes | None,
    certainty: Certainty,
    dial: Dial | None = None,
) -> str:
    """The report as HTML.

    `outcome` and `basis` are what came of the designation and what decided it; `automatic` whether NEIGHBOUR_METHOD was
    left to the tool; `fields` pairs of a field parameter and the field that was read, None for none; `notes` what the
    log said of the data; `tables` pairs of a Source or None and its rows; `certainty` how sure the designation is;
    `dial` what the thresholds are moved by.
    """
    return render(
        DesignationReport(
            title="Bevaringsværdige bygninger: forslag til udpegning",
            outcome=outcome,
            findings=findings(notes),
            parameters=(
                *((name, label, _in_words(name, value, automatic, basis)) for name, label, value in described(basis)),
                *((name, FIELD_LABELS[name], field or "findes ikke i laget") for name, field in fields),
            ),
            inputs=inputs(tables),
            versions=basis.versions,
            made_at=made_at(),
            map_png=map_png,
            dial=dial_page(dial, basis),
            too_many_neighbours=too_many(dial, outcome.undecided_fours),
            certainty=certainty,
        )
    )


def _in_words(name: str, value: str, automatic: Any, basis: Basis) -> str:
    """A setting as people read it: BBR's codes of use with their words, a share as it is chosen too."""
    if name in SHARES:
        return as_given(getattr(basis, name.lower()))
    if name == "ATTACHED_USES":
        known = labels("use")
        codes = [one.strip() for one in value.split(",")]
        return "; ".join(f"{known.get(int(one), 'ukendt')} ({one})" if one.isdecimal() else one for one in codes)
    return f"{value} (valgt automatisk)" if automatic and name == "NEIGHBOUR_METHOD" else value
