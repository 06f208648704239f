"""How the remark of a row that is no plot begins: it is written for each row, and told apart where rows are counted."""

from __future__ import annotations

COMMON = "Fælleslod:"
ROAD = "Vejareal ("
ROAD_ALONE = "Hele grunden er vejareal uden hovedbygning"
"""A property's own parcels that are all road; »Hele grunden er vejareal.« of a plot with a house is a plot's remark."""


def is_common(remark: object) -> bool:
    """Whether a row is common land."""
    return str(remark or "").startswith(COMMON)


def is_road(remark: object) -> bool:
    """Whether a row is a road.

    >>> is_road("Vejareal (matrikelnummer 7000): …"), is_road("Hele grunden er vejareal."), is_road(None)
    (True, False, False)
    """
    return str(remark or "").startswith((ROAD, ROAD_ALONE))
