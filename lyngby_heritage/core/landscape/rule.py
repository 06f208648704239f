"""What makes a building or a property lie in a theme: which designations count, and how much they must hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .catalogue import IN_FORCE, PROPOSED, UNKNOWN

COUNTED = ((IN_FORCE, UNKNOWN, PROPOSED), (IN_FORCE, UNKNOWN), (IN_FORCE,))
"""What STATUSES lets count, by its options. An ended designation never does; one of unknown status is no "no"."""
MIN_SHARE = 0.10
"""Of a building's footprint or of a property: less is how exactly boundaries are drawn."""


@dataclass(frozen=True)
class MembershipRule:
    """What makes a building or a property lie in a theme."""

    statuses: Sequence[str] = COUNTED[0]
    """Of the designations that count."""
    min_share: float = MIN_SHARE
    """0-1."""
