"""BBR numbers: municipality, property and building, such as "173-2154708-1" in FBB's field `bbrnummer`.

FBB writes some with two hyphens ("165-7523344--103"), and the parts occur with and without leading zeros. The middle
part is the number of the property: its BFE number in what FBB serves now, the older municipal number in older files.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .values import normal_id

_NUMBERS = re.compile(r"[0-9]+")
_BFE_LINK = re.compile(r"bfe:([0-9]+)", re.IGNORECASE)

PARTS = 3
LONGEST_CODE = 4
"""Digits of a municipality's code."""


def normal_bbr_number(raw: Any) -> str:
    """The number in the form it is compared and written in, "165-7523344-103"; "" when it has not three parts."""
    parts = _NUMBERS.findall(raw) if isinstance(raw, str) else []
    return "-".join(str(int(part)) for part in parts) if len(parts) == PARTS else ""


def normal_bbr_numbers(raw: Sequence[Any]) -> list[str]:
    """A whole column as `normal_bbr_number` gives it."""
    return [normal_bbr_number(one) for one in raw]


def municipality_of(number: str) -> str:
    """The municipality's code in front of a number as registers write it, without leading zeros; "" where none stands.

    >>> municipality_of("0173-9100003-1"), municipality_of("9100003")
    ('173', '')
    """
    head, hyphen, _ = number.partition("-")
    return whole_number(head) if hyphen and len(head.strip()) <= LONGEST_CODE else ""


def without_municipality(number: str) -> str:
    """Property and building alone, for registers that leave the municipality out; BFE numbers are national."""
    return number.partition("-")[2]


def whole_number(raw: Any) -> str:
    """A code as a whole number without leading zeros ("0173" and 173.0 give "173"); "" when it is none."""
    text = normal_id(raw).partition(".")[0] if isinstance(raw, str) else normal_id(raw)
    return str(int(text)) if text.isascii() and text.isdigit() else ""


def whole_numbers(raw: Sequence[Any]) -> list[str]:
    """A whole column as `whole_number` gives it, read once per distinct value."""
    read = {value: whole_number(value) for value in set(raw)}
    return [read[value] for value in raw]


def bfe_of_link(raw: Any) -> str:
    """The BFE number in a link to bbr.dk ("…/bfe:8784853"), "" where there is none."""
    found = _BFE_LINK.search(raw) if isinstance(raw, str) else None
    return found.group(1) if found else ""
