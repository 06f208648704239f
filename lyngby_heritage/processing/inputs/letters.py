"""Letters that were lost on the way: said, since nobody can read them back."""

from __future__ import annotations

from typing import Any

from ...core.common.errors import Note
from ...core.common.wording import Numbers
from ..translation import tr_message

LOST_LETTER = "\ufffd"
"""What stands where a letter could not be read in the encoding that the file was taken for."""


def tell_lost_letters(source: Any, wanted: Any, columns: Any) -> None:
    """Say in the log in which fields and how many rows letters are lost; feature by feature alone they can be."""
    feedback = source.context.feedback()
    for concept, position in wanted.items():
        lost = [row for row, one in enumerate(columns[concept], 1) if isinstance(one, str) and LOST_LETTER in one]
        if lost and feedback is not None:
            note = Note(
                "{layer}: letters of the field {field} are lost in {count:row|rows} ({rows:row|rows}), shown as "
                "{sign}. Save "
                "the file again in UTF-8, or choose its encoding in the layer's properties.",
                {
                    "layer": source.name,
                    "field": source.field_names[position],
                    "count": len(lost),
                    "rows": Numbers(lost),
                    "sign": LOST_LETTER,
                },
                warning=True,
            )
            feedback.pushWarning(tr_message(note))
