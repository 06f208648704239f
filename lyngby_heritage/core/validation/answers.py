"""Rules on the answers of a hearing: what the white book would stop at, and buildings that there are not.

Of these tables no value is told, only the number of the row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from ..common.cells import cell_id, written_rows
from ..common.errors import HeritageError
from ..designation.decisions import is_designating
from ..registers.values import normal_id
from ..white_book.answers import consequence_of
from .days import days_of
from .findings import Hits
from .inputs import Inputs, Layer
from .rule_table import Rule
from .rules import rule
from .unknown_buildings import on_unknown_buildings

SENT = ("sender", "sender_kind", "answer_date")
"""What all rows of one answer say alike."""


def _hits(layer: Layer, rows: list[int], **values: Any) -> Hits:
    return Hits(layer, np.array(rows, dtype=np.intp), values)


def _refused(layer: Layer, concept: str, read: Callable[[str, int, Any], Any]) -> list[int]:
    """The rows whose value the white book's own reader refuses."""
    refused = []
    for row, raw in enumerate(layer.raw(concept) or ()):
        if cell_id(raw):
            try:
                read(layer.name, row + 1, raw)
            except HeritageError:
                refused.append(row)
    return refused


@rule("svar_uden_tekst")
def wordless(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A row in which something stands, and neither a text nor a summary: the white book stops at it."""
    for layer in data.of("ANSWERS"):
        if layer.has("answer_text") or layer.has("answer_summary"):
            texts, summaries = layer.texts("answer_text"), layer.texts("answer_summary")
            there = written_rows(layer.columns.values())
            yield _hits(layer, [row for row in there if not texts[row] and not summaries[row]])


@rule("svar_konsekvens_ulaeselig")
def unknown_consequence(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A consequence that is none of the four: the white book stops at it."""
    for layer in data.of("ANSWERS"):
        yield _hits(layer, _refused(layer, "consequence", consequence_of))


@rule("svar_beslutning_ulaeselig")
def unknown_decision(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Neither `udpeg` nor `udpeg_ikke`: the white book stops at it."""
    for layer in data.of("ANSWERS"):
        yield _hits(
            layer, _refused(layer, "decision", lambda name, row, raw: is_designating(name, row, cell_id(raw) or ""))
        )


@rule("svar_dato_ulaeselig")
def unreadable_answer_date(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A date that is none: the white book stops at it."""
    for layer in data.of("ANSWERS"):
        yield _hits(layer, days_of(layer, "answer_date")[1])


@rule("svar_flere_afsendere")
def several_senders(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Rows of one answer that name another sender or day: two answers with one number, at which the white book stops.

    Rows of one number, sender and day are the points of one answer, which is no fault.
    """
    for layer in data.of("ANSWERS"):
        days = days_of(layer, "answer_date")[0]
        said: dict[str, list[Any]] = {
            "sender": layer.texts("sender"),
            "sender_kind": layer.texts("sender_kind"),
            "answer_date": days,
        }
        first: dict[tuple[str, str], Any] = {}
        found: list[tuple[int, int]] = []
        at: dict[str, int] = {}
        for row, raw in enumerate(layer.raw("answer_id") or ()):
            key = normal_id(cell_id(raw) or "")
            if not key:
                continue
            at.setdefault(key, row)
            told = [(name, value) for name in SENT if (value := said[name][row])]
            if any(value != first.setdefault((key, name), value) for name, value in told):
                found.append((row, at[key]))
        yield _hits(layer, [row for row, _ in found], anden=[layer.label(other) for _, other in found])


@rule("svar_ukendt_bygning")
def answer_on_unknown_building(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """An answer on a building that no building layer has: what it leads to reaches no building."""
    for layer, rows, names in on_unknown_buildings(data, "ANSWERS"):
        yield _hits(layer, rows, lag=names)
