"""Rules on texts: letters that were read in the wrong encoding, or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from .findings import Hits
from .inputs import Inputs, Layer
from .roles import PRIVATE_ROLES
from .rule_table import Rule
from .rules import rule

# What two bytes of UTF-8 look like when they are taken for Latin-1 or Windows-1252.
_TWICE = re.compile("[ÂÃÅ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]")
_LOST = "\ufffd"
_GONE = re.compile(_LOST)
LONGEST = 60
"""Letters of a text that a finding quotes."""


def mended(text: str) -> str:
    """The text as it was meant; as it stands where it cannot be told."""

    def mend(found: re.Match[str]) -> str:
        for encoding in ("cp1252", "latin-1"):
            try:
                return found.group().encode(encoding).decode("utf-8")
            except UnicodeError:
                continue
        return found.group()

    return _TWICE.sub(mend, text)


@rule("tekst_forkert_kodet")
def wrongly_encoded(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Danish letters as two odd ones, such as mÃ¥ for må; it occurs inside the registers themselves."""
    for layer in data.layers:
        for name, values in layer.columns.items():
            rows = [row for row in _holding(values, _TWICE) if mended(values[row]) != values[row]]
            found = [_quoted(layer, values[row], _TWICE) for row in rows]
            yield Hits(
                layer,
                np.array(rows, dtype=np.intp),
                {"felt": name, "fundet": [_around(one) for one in found], "ment": [_mended_part(one) for one in found]},
            )


@rule("tekst_tegn_tabt")
def lost_letters(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A letter was replaced by the sign for an unreadable one: what stood there is gone."""
    for layer in data.layers:
        for name, values in layer.columns.items():
            rows = _holding(values, _GONE)
            found = [_quoted(layer, values[row], _GONE) for row in rows]
            quoted = [_shortened(one, one.index(_LOST)) for one in found]
            yield Hits(layer, np.array(rows, dtype=np.intp), {"felt": name, "fundet": quoted})


def _quoted(layer: Layer, text: str, pattern: re.Pattern[str]) -> str:
    """What may be quoted of a text: of a table of people only the letters that are wrong."""
    found = pattern.search(text)
    return found.group() if found and layer.role in PRIVATE_ROLES else text


def _holding(values: Sequence[Any], pattern: re.Pattern[str]) -> list[int]:
    """The rows whose text matches: one search through all of them, and row by row only where that finds something."""
    if not pattern.search("\n".join(one for one in values if isinstance(one, str))):
        return []
    return [row for row, one in enumerate(values) if isinstance(one, str) and pattern.search(one)]


def _around(text: str) -> str:
    found = _TWICE.search(text)
    return _shortened(text, found.start() if found else 0)


def _mended_part(text: str) -> str:
    return mended(_around(text))


def _shortened(text: str, at: int) -> str:
    start = max(0, at - LONGEST // 2)
    part = text[start : start + LONGEST]
    return ("…" if start else "") + " ".join(part.split()) + ("…" if start + LONGEST < len(text) else "")
