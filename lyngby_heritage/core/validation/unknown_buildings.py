"""Rows on a building that is nowhere: what is decided or said of it reaches no building."""

from __future__ import annotations

from collections.abc import Iterator

from .inputs import Inputs, Layer
from .roles import BUILDING_ROLES, SAVE_ROLES


def on_unknown_buildings(data: Inputs, role: str) -> Iterator[tuple[Layer, list[int], str]]:
    """Each layer of a role, its rows on a building that no building layer has, and what those layers are called.

    Nothing where no building layer has ids: then nobody knows.
    """
    buildings = [layer for layer in data.of(*BUILDING_ROLES, *SAVE_ROLES) if len(layer) and any(layer.ids)]
    if not buildings:
        return
    known = {key for layer in buildings for key in layer.ids}
    names = ", ".join(layer.name for layer in buildings)
    for layer in data.of(role):
        yield layer, [row for row, key in enumerate(layer.ids) if key and key not in known], names
