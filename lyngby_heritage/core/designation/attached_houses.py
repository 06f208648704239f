"""What the rule on terraced and semi-detached houses takes, in words (`attached_uses` of the rules in force)."""

from __future__ import annotations

from collections.abc import Sequence

from ..common.data import load
from .chosen_values import RULES, neighbour_value, other_uses


def attached_houses() -> str:
    """The buildings of the neighbour value that the rule designates; a municipality's own uses by the names of BBR."""
    return attached_houses_of(load(RULES)["attached_uses"], neighbour_value())


def attached_houses_of(uses: Sequence[int], value: int) -> str:
    """As `attached_houses`, of the uses and the value that a designation was made by.

    >>> attached_houses_of([131, 132, 130, 121], 4), attached_houses_of([132], 3)
    ('række- og dobbelthuse med værdi 4', 'bygninger med værdi 3, som BBR kalder »dobbelthus«')
    """
    own = other_uses(uses)
    return f"bygninger med værdi {value}, som BBR kalder {own}" if own else f"række- og dobbelthuse med værdi {value}"
