"""What the annex on the changes says of itself, which the same comparison on its own does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..common.arrays import Booleans
from ..designation.churches import church_rows
from ..designation.shown_classes import CHURCH, LISTED
from ..registers.rows import read_listed
from ..registers.values import read_codes

CALLED = ("forslaget", "planen efter høringen")
"""What the annex calls the designation before and after, for those who know neither by the name of a layer."""
APART_CONCEPTS = ("listed", "listing_code", "use")
"""What tells that a building stands apart from the plan."""


def kinds_apart(columns: Mapping[str, Sequence[Any]]) -> list[str]:
    """Why each building stands apart from the plan (`fredet`, `kirke`), "" of one that does not, (n,).

    `columns` are those of APART_CONCEPTS.
    """
    listed = read_listed({one: columns[one] for one in ("listed", "listing_code")}, len(columns["use"]))[0] == 1
    churches = church_rows(read_codes(columns["use"], "use").values)
    return [LISTED if one else CHURCH if church else "" for one, church in zip(listed.tolist(), churches.tolist())]


def counts_more(columns: Mapping[str, Sequence[Any]], withheld: Booleans) -> bool:
    """Whether a designation has buildings that the plan's documents leave out of their counts.

    `columns` are those of APART_CONCEPTS and `withheld` which the register keeps from the public, all (n,).
    """
    return bool(withheld.any()) or any(kinds_apart(columns))
