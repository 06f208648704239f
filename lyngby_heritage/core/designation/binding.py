"""Which designated buildings an adopted plan binds: those it names, without the listed ones and the churches.

The plan's own counts, the list of owners to notify and the rows for GeoFA all ask here. Source: planloven § 18 (an
adopted lokalplan binds), and bygningsfredningsloven, which governs listed buildings; a church follows a law of its own.
What the register keeps from the public the plan does not name, and what it does not name it cannot bind.
"""

from __future__ import annotations

from ..common.arrays import Booleans

COUNTED_HERE = (
    "Fredede bygninger, kirker og bygninger, som registret ikke offentliggør, er talt med her; planens dokumenter "
    "tæller dem for sig eller slet ikke, så tallene dér kan være lavere."
)
"""Why a figure of a report may be higher than the plan's: a report counts what the rule says of each building."""


def may_be_bound(designated: Booleans, apart: Booleans) -> Booleans:
    """What a plan binds where it names it, (n,): the designated ones that do not stand apart (listed or a church)."""
    return designated & ~apart


def bound_by_plan(designated: Booleans, apart: Booleans, withheld: Booleans) -> Booleans:
    """What the plan binds, (n,): it names it too, since the register does not keep it from the public."""
    return may_be_bound(designated, apart) & ~withheld


def unbound_as_withheld(designated: Booleans, apart: Booleans, withheld: Booleans) -> Booleans:
    """What the plan would bind if it named it, (n,), and does not, since the register keeps it from the public."""
    return may_be_bound(designated, apart) & withheld
