"""BBR's code lists in words (`data/registers/bbr_codes.json`)."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan

from ..common.data import cached, load


@cached
def labels(code_list: str) -> dict[int, str]:
    """Code → Danish words, for the list `use`, `wall` or `roof`."""
    return {int(code): words for code, words in load("registers/bbr_codes.json")[code_list].items()}


@cached
def codes_by_label(code_list: str) -> dict[str, int]:
    """Danish words in lower case → code, for registers that deliver the words instead of the code."""
    return {words.lower(): code for code, words in labels(code_list).items()}


def label(code_list: str, code: int) -> str:
    """The words for a code; an unlisted one is named by its number."""
    return labels(code_list).get(code, f"kode {code}")


def in_use(codes: Iterable[float]) -> list[str]:
    """What buildings are used for, by BBR's codes; "" for one that is NaN."""
    return ["" if isnan(code) else label("use", int(code)) for code in codes]


def in_words(code_list: str, text: str | None) -> str | None:
    """What a code with its words says, without the code; a code alone by its words, anything else as it stands.

    >>> in_words("use", "131 række-, kæde- og klyngehus"), in_words("use", "120"), in_words("use", "3 slags huse")
    ('række-, kæde- og klyngehus', 'fritliggende enfamiliehus', '3 slags huse')
    """
    first, _, rest = (text or "").partition(" ")
    known = labels(code_list).get(int(first)) if first.isdecimal() else None
    return known if known is not None and rest in ("", known) else text
