"""What a run of `classifybuildings` says in the log: which fields were read, what the data lacks, what came out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...core.common.errors import Note
from ...core.designation.chosen_values import values_in_words
from ...core.designation.notes import designation_notes, other_geometries
from ..translation import is_danish


def notes_of_run(run: Any) -> list[Note]:
    """The findings on the building layer of a run."""
    table, labels = run.table, run.rows.labels
    found = designation_notes(
        run.classified,
        run.rows,
        run.unreadable,
        [labels[row] for row in table.geometry.repaired.tolist()],
        [labels[row] for row in table.geometry.missing.tolist()],
        table.fields,
        run.parcels is not None,
        run.address_of,
        run.unknown,
    )
    found += run.selection_notes()
    for source, other in ((run.parcels, run.parcel_table), (run.further, run.context_table)):
        if other is not None:
            found += other_geometries(source.name, len(other.geometry.repaired), len(other.geometry.missing))
    return found


def result_note(counts: Mapping[str, int]) -> Note:
    """What came out, in one line whose parts add up: a decision designates a building, or keeps it out."""
    by_value = counts["VALUE_1_3_COUNT"] + counts["VALUE_4_UNIFORM_COUNT"]
    by_decision = counts["DESIGNATED_COUNT"] - by_value
    return Note(
        "{designated:,} of {all:building|buildings} designated: {high:,} by value {high_values}, {uniform:,} of value "
        "{neighbour_value} and {by_decision:,} by decision. {kept_out:,} kept out by decision; {review:,} must be "
        "looked at.",
        {
            "designated": counts["DESIGNATED_COUNT"],
            "all": counts["BUILDING_COUNT"],
            "high": counts["VALUE_1_3_COUNT"],
            "uniform": counts["VALUE_4_UNIFORM_COUNT"],
            "by_decision": by_decision,
            "kept_out": counts["DECISION_COUNT"] - by_decision,
            "review": counts["REVIEW_COUNT"],
            **values_in_words(is_danish()),
        },
    )
