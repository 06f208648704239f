"""Which buildings an answer is about: by its building, its property, where it was drawn, or the place it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from ..common.addresses import danish_key, parts
from ..common.arrays import Booleans, Geometries
from ..common.data import load
from ..common.errors import Check, Note, listed, never_cancelled
from ..plan.lent_addresses import lent_addresses
from .answers import RULES, Answers, Point

BY_BUILDING, BY_PROPERTY, BY_DRAWING, BY_NAME = "bygning", "ejendom", "tegnet sted", "adresse"
WHOLE_PLAN = "hele planen"
"""What a point is about that says so, and names no building."""


@dataclass(frozen=True)
class Known:
    """The buildings that went to the hearing, all (n,)."""

    ids: Sequence[str]
    """As they are compared, "" where there is none."""
    properties: Sequence[str]
    addresses: Sequence[str]
    places: Geometries
    withheld: Booleans
    """Which the register keeps from the public: an answer may be about one, and no public version says which."""

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def called(self) -> Sequence[str]:
        """The address of each building, or whose it stands beside on its property; "" where none there is known.

        A building that the register keeps from the public lends its address to nobody.
        """
        told = ["" if kept else one for one, kept in zip(self.addresses, self.withheld.tolist())]
        alike = np.ones(len(self), dtype=bool)
        return lent_addresses(told, [""] * len(self), alike, self.properties, self.places).called


@dataclass(frozen=True)
class Found:
    """What one point is about."""

    rows: Sequence[int] = ()
    """Of the buildings."""
    by: str = ""
    """One of BY_…, or WHOLE_PLAN, which has no rows; "" where nothing was found."""
    missing: str = ""
    """The building or property that it names and nobody knows, as it is written."""

    @property
    def lost(self) -> bool:
        """Whether it is about no building, and does not say either that it is about the whole plan."""
        return not self.rows and self.by != WHOLE_PLAN


def find_buildings(
    answers: Answers, drawn: Geometries | None, known: Known, check: Check = never_cancelled
) -> dict[int, Found]:
    """Row of the table → what its point is about.

    `drawn` are the places of the table's rows, (rows,) in the CRS of the buildings, or None. The first that leads to a
    building counts: its id, its property, what was drawn (a polygon the buildings that it meets, a point the one it
    lies in or else the nearest within `nearest_m`), the address that it names.
    """
    points = [point for _, point in answers.points()]
    by_id, by_property = _rows_by(known.ids), _rows_by(known.properties)
    by_address = _rows_by(_address_key(one) for one in known.addresses)
    check()
    by_drawing = _met(points, drawn, known, check)
    whole_plan = frozenset(load(RULES)["whole_plan"])
    found = {}
    for point in points:
        missing = ""
        rows: Sequence[int] = ()
        by = ""
        for own, written, among, name in (
            (point.building, point.written_building, by_id, BY_BUILDING),
            (point.property_id, point.property_id, by_property, BY_PROPERTY),
        ):
            if own and not rows:
                rows, by = among.get(own, ()), name
                missing = missing or ("" if rows else written)
        if not rows and by_drawing.get(point.row):
            rows, by = by_drawing[point.row], BY_DRAWING
        if not rows and point.place:
            rows, by = by_address.get(_address_key(point.place), ()), BY_NAME
        nothing = WHOLE_PLAN if not missing and point.place.casefold().strip(" .") in whole_plan else ""
        found[point.row] = Found(rows, by if rows else nothing, missing)
    return found


def place_notes(layer: str, answers: Answers, found: Mapping[int, Found]) -> list[Note]:
    """Which answers name a building or property that nobody knows, and how many are about no building at all."""
    strange = [
        f"{one.label} ({found[point.row].missing})" for one, point in answers.points() if found[point.row].missing
    ]
    nowhere = [one.label for one, point in answers.points() if found[point.row].lost and not found[point.row].missing]
    notes = []
    if strange:
        notes.append(
            Note(
                "{layer}: {count:answer names|answers name} a building or property that is not in BEFORE: {answers}. "
                "They are in the white book all the same.",
                {"layer": layer, "count": len(strange), "answers": listed(strange)},
                warning=True,
            )
        )
    if nowhere:
        notes.append(
            Note(
                "{layer}: {count:point is|points are} about no building that could be found (answers {answers}).",
                {"layer": layer, "count": len(nowhere), "answers": listed(list(dict.fromkeys(nowhere)))},
            )
        )
    return notes


def _rows_by(keys: Iterable[object]) -> dict[object, list[int]]:
    rows: dict[object, list[int]] = {}
    for row, key in enumerate(keys):
        if key:
            rows.setdefault(key, []).append(row)
    return rows


def _address_key(address: str) -> object:
    """Street and number as they are compared, None for what is no address."""
    street, number = parts(address or "")
    return (danish_key(street), danish_key(number.replace(" ", ""))) if number else None


def _met(points: Sequence[Point], drawn: Geometries | None, known: Known, check: Check) -> dict[int, list[int]]:
    """Row of the table → the buildings that its drawing meets."""
    if drawn is None:
        return {}
    rows = np.array([point.row for point in points], dtype=np.intp)
    shapes = drawn[rows - 1] if len(rows) else np.empty(0, dtype=object)
    there = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    rows, shapes = rows[there], shapes[there]
    tree = shapely.STRtree(known.places)
    met: dict[int, list[int]] = {}
    for one, building in zip(*tree.query(shapes, predicate="intersects")):
        met.setdefault(int(rows[one]), []).append(int(building))
    check()
    is_point = shapely.get_dimensions(shapes) == 0
    single = [place for place, row in enumerate(rows.tolist()) if row not in met and is_point[place]]
    if single and len(known):
        reach = load(RULES)["nearest_m"]
        near, building = tree.query_nearest(shapes[single], max_distance=reach, all_matches=False)
        for one, row in zip(near.tolist(), building.tolist()):
            met[int(rows[single[one]])] = [int(row)]
    return {row: sorted(found) for row, found in met.items()}
