"""The texts of the cards in another language: those of `payload.texts`, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .words import Words


def in_language(texts: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """`reasons`, `headings` and `lines` beside those of a file of texts; 0 for what stays Danish.

    A title each, and [name, text] for a line. Stories and what a person has written of a decision have no other
    language: they are the plan's own words.
    """
    return {
        "reasons": [_told(one, words) for one in texts["reasons"]],
        "headings": [_told(title, words) for _, title in texts["headings"]],
        "lines": [[_told(name, words), _told(said, words)] for _, name, said in texts["lines"]],
    }


def _told(said: str, words: Words) -> str | int:
    return 0 if said and words.stays_danish(said) else words.plan(said)
