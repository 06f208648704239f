"""What the rule on terraced and semi-detached houses takes, in words (`attached_uses` of the rules in force)."""

from __future__ import annotations

from ..common.data import as_shipped, load
from ..common.wording import joined
from ..registers.codes import label
from .chosen_values import RULES, said


def attached_houses() -> str:
    """The buildings of the neighbour value that the rule designates; a municipality's own uses by the names of BBR."""
    uses = load(RULES)["attached_uses"]
    if set(uses) == set(as_shipped(RULES)["attached_uses"]):
        return said("række- og dobbelthuse med værdi {neighbour_value}")
    names = joined([f"»{label('use', use)}«" for use in uses], "eller")
    return f"{said('bygninger med værdi {neighbour_value}')}, som BBR kalder {names}"
