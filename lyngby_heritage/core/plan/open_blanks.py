"""That an adopted plan still has texts in brackets, which a person was to fill in or strike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..common.errors import Note
from .state import ADOPTED, PlanState


def open_blank_notes(state: PlanState, blanks: Mapping[str, int]) -> Iterator[Note]:
    """What the log says of them: how many, and in which documents. `blanks` is their number by document.

    A draft and a proposal are written on, and say on their front how many there are.
    """
    open_ones = {document: count for document, count in blanks.items() if count}
    if state.code == ADOPTED and open_ones:
        yield Note(
            "The texts of the adopted plan still have {count:blank|blanks} in brackets, for the municipality to fill "
            "in or strike: {documents}. What is adopted should have none.",
            {
                "count": sum(open_ones.values()),
                "documents": ", ".join(f"{document} ({count})" for document, count in open_ones.items()),
            },
            warning=True,
        )
