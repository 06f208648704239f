"""The BFE number of each building in BBR: its ground, the ground's property relation, and the number that this states.

Source: Datafordeleren's schema of BBR. Bygning.grund is an id of Grund, Grund.bestemtFastEjendom one of
Ejendomsrelation (not of Matriklen), which has `bfeNummer`. Of both tables only rows that stand are looked in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..common.errors import Note
from .cadastre_rows import PartTable
from .versions import LIFE_CONCEPTS, Life, judge, read_lives

FIELD = "bestemtFastEjendomBFENr"
"""What the number is called among BBR's own fields."""


@dataclass(frozen=True)
class BuildingProperties:
    """The numbers found, and what there is to say of it."""

    bfe: list[str | None]
    """(n,), None where the chain breaks."""
    notes: list[Note]


def properties_of(buildings: PartTable, grounds: PartTable, relations: PartTable) -> BuildingProperties | None:
    """The BFE number of each building, in the order of its rows; None where a table lacks a field that joins them."""
    asked = (
        (buildings, "bbr_ground"),
        (grounds, "register_id"),
        (grounds, "ground_property"),
        (relations, "register_id"),
        (relations, "relation_bfe"),
    )
    if any(table.field(concept) is None for table, concept in asked):
        return None
    property_of = _by_id(grounds, grounds.ids("ground_property"))
    bfe_of = _by_id(relations, relations.whole("relation_bfe"))
    found = [bfe_of.get(property_of.get(ground, "")) or None for ground in buildings.ids("bbr_ground")]
    known = sum(one is not None for one in found)
    notes = [
        Note(
            "{layer}: {known:,} of {count:building has|buildings have} the BFE number of {grounds} and {relations}.",
            {
                "layer": buildings.name,
                "known": known,
                "count": len(found),
                "grounds": grounds.name,
                "relations": relations.name,
            },
            danish="{layer}: {known:,} af {count:bygning har|bygninger har} fået BFE-nummer af {grounds} og "
            "{relations}.",
        )
    ]
    return BuildingProperties(found, notes)


def _by_id(table: PartTable, values: Sequence[str]) -> dict[str, str]:
    """Id → value, of the rows of a table that stand."""
    ids = table.ids("register_id")
    lives = read_lives({concept: table.raw(concept) for concept in LIFE_CONCEPTS}, len(table))
    stands = judge(ids, lives).life == Life.CURRENT
    return {ids[row]: values[row] for row in stands.nonzero()[0].tolist() if ids[row]}
