"""Puts the report on a comparison together: the moves, the buildings that changed, and how it was made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ...core.report.comparison import ComparisonReport, render
from ..outputs.report_parts import findings, inputs, made_at, versions

if TYPE_CHECKING:
    from ...core.common.errors import Note
    from ...core.comparison.outcome import ComparisonOutcome

ID_FIELDS = (("BEFORE_ID_FIELD", "Felt før: bygnings-id"), ("AFTER_ID_FIELD", "Felt nu: bygnings-id"))


def report_html(
    outcome: ComparisonOutcome,
    layers: Sequence[tuple[Any, ...]],
    notes: Iterable[Note],
    map_png: bytes | None,
    called: tuple[str, str] | None = None,
    remark: str = "",
) -> str:
    """The report as HTML.

    `outcome` is what came of the comparison; `layers` are the Source, the rows and the id field, None for none, of the
    earlier and of the later designation; `notes` what the log said of them. `called` is
    what the text calls the two, None for the layers' own names; `remark` what it says of their counts.
    """
    return render(
        ComparisonReport(
            title="Hvad er ændret i udpegningen af bevaringsværdige bygninger?",
            before_name=called[0] if called else layers[0][0].name,
            after_name=called[1] if called else layers[1][0].name,
            outcome=outcome,
            findings=findings(notes),
            parameters=tuple(
                (name, label, field or "findes ikke i laget") for (name, label), (_, _, field) in zip(ID_FIELDS, layers)
            ),
            inputs=inputs([(source, rows) for source, rows, _ in layers]),
            versions=versions("shapely", "numpy"),
            made_at=made_at(),
            map_png=map_png,
            remark=remark,
        )
    )
