"""What the reader of a landscape layer must know about the data it was made from."""

from __future__ import annotations

from collections.abc import Sequence

from ..common.errors import Note


def without_place(layer: str, count: int) -> list[Note]:
    """Rows of a layer that have no geometry."""
    if not count:
        return []
    return [
        Note(
            "{layer}: {count:row has|rows have} no geometry; where {count:=it applies|they apply} is unknown.",
            {"layer": layer, "count": count},
            warning=True,
            danish="{layer}: {count:række|rækker} har ingen geometri; hvor {count:=den|de} gælder, er ukendt.",
        )
    ]


def duplicate_building_ids(ids: Sequence[str]) -> list[Note]:
    """Buildings that share their id with another row."""
    twice = len(ids) - len(set(ids))
    if not twice:
        return []
    return [
        Note(
            "{count:building id stands|building ids stand} on more than one row; each row is judged by its own "
            "geometry.",
            {"count": twice},
            danish="{count:bygnings-id|bygnings-id'er} står på mere end én række; hver række er bedømt på sin egen "
            "flade.",
        )
    ]
