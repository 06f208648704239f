"""The statuses of a plot: their codes in the layer of checkplotratio, for the tool itself and for all who read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..common.data import load

KEPT, EXCEEDED, UNKNOWN, OF_AREA, NOT_COVERED = "overholdt", "overskredet", "ukendt", "omraade", "ikke_omfattet"
"""The codes of `status`, `status_procent`, `status_etager` and `status_sammenlign`."""
STATUSES = (KEPT, EXCEEDED, UNKNOWN, OF_AREA, NOT_COVERED)
TOLD = ("status", "status_procent", "status_etager")
"""The fields without which nothing is counted."""


def status_words() -> dict[str, str]:
    """What people are told of each status, by its code: the one name that every document and map has for it."""
    words: dict[str, str] = load("rules/lokalplan.json")["words"]["status"]
    return words


def read_statuses(values: Sequence[Any]) -> list[str]:
    """A column of statuses, (m,); what is no status tells nothing, and so is unknown."""
    return [str(one) if str(one) in STATUSES else UNKNOWN for one in values]


def covered(statuses: Sequence[str]) -> list[bool]:
    """Which plots lie in an area that has a limit, (m,), by the column `status`."""
    return [one != NOT_COVERED for one in statuses]
