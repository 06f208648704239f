"""Compares addresses of different registers by what all of them write the same way: the house number."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"[0-9]+")


def house_numbers(address: str) -> frozenset[str]:
    """The numbers in an address before its first comma, behind which floor, postcode and town stand.

    "Roskildevej 25A, 2620 Albertslund" gives 25, "Møllevej 12-14" both 12 and 14.
    """
    return frozenset(str(int(one)) for one in _DIGITS.findall(address.partition(",")[0]))
