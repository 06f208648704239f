"""The places in the plan that a person wants to go to: the whole, each decided environment, each map sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import shapely

from ..common.data import load
from .environments import Environments
from .sheets import Bounds, Sheet


@dataclass(frozen=True)
class Place:
    """A place: the group it is listed in, what it is called, and what is seen there."""

    group: str
    name: str
    bounds: Bounds


def places_of(whole: Bounds, environments: Environments | None, sheets: Sequence[Sheet]) -> list[Place]:
    """The places in their order; an environment without a geometry is left out.

    A proposal for an environment is found by its map sheet: it is no place of the plan.
    """
    words = load("rules/project.json")["bookmarks"]
    places = [Place(words["plan"], words["whole"], whole)]
    if environments is not None:
        for position, bounds in enumerate(shapely.bounds(environments.geometries).tolist()):
            if environments.is_decided(position) and bounds[0] == bounds[0]:  # not NaN
                places.append(Place(words["environments"], environments.called(position), tuple(bounds)))
    digits = len(str(len(sheets)))  # lists sort names as text
    for number, sheet in enumerate(sheets, start=1):
        places.append(Place(words["sheets"], f"{number:0{digits}} {sheet.name}".strip(), sheet.bounds))
    return places
