"""Makes one building layer of FBB's SAVE values, GeoDanmark's polygons, BBR's buildings and BBR's storeys.

BBR says which buildings there are, where it is given; else the polygons do. Each building comes out once, with its
footprint where one is known and its point where not. A SAVE row that finds no building comes out as one of its own, so
that no value is lost. Every row of every input has an outcome, and the account of them is complete.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Floats, Integers
from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..common.geometry import Geometries, is_missing, is_polygon
from ..neighbourhood.buildings import first_known, is_main
from ..registers.rows import BbrBuildingRows, BbrStoreyRows, FootprintRows, SaveRows
from ..registers.storeys import Storeys, place_storeys, storeys_of
from ..registers.units import BbrUnitRows, dwellings_of
from ..registers.versions import Life, judge, no_versions
from . import footprints as footprint_rules
from .assessments import disagreeing, told_of
from .choice import NO_ROW, Prefer, choose, differences, grouped
from .columns import Columns, Joined
from .footprints import NO_BUILDING, Footprint, outlines
from .links import Entries, Link, Targets, link_layers
from .outcome import GHOST, Prepared, Shape


def prepare(
    save: SaveRows,
    bbr: BbrBuildingRows | None = None,
    footprints: FootprintRows | None = None,
    floors: BbrStoreyRows | None = None,
    max_distance: float = 25.0,
    check: Check = never_cancelled,
    prefer: Prefer = Prefer.GEOFA,
    units: BbrUnitRows | None = None,
) -> Prepared:
    """Join the registers. Distances are in metres; all geometries are in one metric projection.

    `save` may hold two layers; `prefer` says which of them comes first where they differ.
    """
    work = _Work(save, bbr, footprints, floors, units, check)
    work.find_buildings()
    work.give_footprints()
    work.leave_ghosts_out()
    work.link_save_rows(max_distance)
    work.choose_save_rows(prefer)
    work.sum_storeys()
    work.count_dwellings()
    return work.result()


class _Work:
    """The steps, and what each leaves for the next. Buildings are BBR's, then polygons that BBR does not know."""

    def __init__(
        self,
        save: SaveRows,
        bbr: BbrBuildingRows | None,
        footprints: FootprintRows | None,
        floors: BbrStoreyRows | None,
        units: BbrUnitRows | None,
        check: Check,
    ) -> None:
        self.save, self.bbr, self.footprints, self.floors, self.check = save, bbr, footprints, floors, check
        self.units = units
        self.footprint_outcome: npt.NDArray[np.int8] | None = None
        self.unit_outcome: npt.NDArray[np.int8] | None = None
        self.floor_outcome: npt.NDArray[np.int8] | None = None
        self.storeys: Storeys | None = None

    def find_buildings(self) -> None:
        """The buildings that BBR holds: one per current row, and the further rows of the same id with it."""
        none = np.empty(0, dtype=np.intp)
        self.versions = no_versions()
        self.bbr_rows, self.bbr_building = none, none
        self.by_id: dict[str, int] = {}
        self.bbr_numbers_known: dict[str, Floats] = {}
        if self.bbr is None:
            return
        bbr = self.bbr
        self.versions = judge(bbr.ids, bbr.lives)
        self.bbr_rows = np.flatnonzero(self.versions.life == Life.CURRENT)
        self.by_id = _first_of(bbr.ids, self.bbr_rows)
        self.bbr_building = np.full(len(bbr), NO_BUILDING, dtype=np.intp)
        self.bbr_building[self.bbr_rows] = np.arange(len(self.bbr_rows))
        for row in np.flatnonzero(self.versions.life == Life.REPEATED).tolist():
            self.bbr_building[row] = self.by_id[bbr.ids[row]]
        self.bbr_numbers_known = self.first_known()
        self.check()

    def first_known(self) -> dict[str, Floats]:
        """The numbers of BBR's rows, where the row of a building has those of its further rows for its gaps."""
        if self.bbr is None:
            return {}
        numbers = self.bbr.attributes.numbers
        rows = np.flatnonzero(self.bbr_building != NO_BUILDING)
        if len(rows) == len(self.bbr_rows):
            return numbers
        filled = {}
        for concept, values in numbers.items():
            filled[concept] = values.copy()
            filled[concept][self.bbr_rows] = first_known(values[rows], self.bbr_building[rows], len(self.bbr_rows))
        return filled

    def give_footprints(self) -> None:
        """The outline of each building, and the polygons that belong to none as further buildings."""
        count = len(self.bbr_rows)
        self.points: Geometries = np.empty(count, dtype=object)
        own: Geometries = np.empty(count, dtype=object)
        if self.bbr is not None:
            self.points = self.bbr.geometries[self.bbr_rows]
            polygonal = is_polygon(self.bbr.geometries)
            own = outlines(self.bbr.geometries, np.where(polygonal, self.bbr_building, NO_BUILDING), count)
        self.outline = own
        self.first_polygon = np.full(count, NO_ROW, dtype=np.intp)
        if self.footprints is None:
            return
        footprints = self.footprints
        assigned = footprint_rules.assign(
            footprints.ids,
            footprints.geometries,
            self.by_id,
            self.versions.gone,
            self.points,
            self.bbr_numbers("footprint_area"),
            is_main(self.bbr_numbers("use")),
            self.check,
        )
        building, self.footprint_outcome = assigned.building, assigned.outcome
        unknown = np.flatnonzero(self.footprint_outcome == Footprint.NO_BBR)
        if self.bbr is None:
            unknown = np.union1d(unknown, np.flatnonzero(self.footprint_outcome == Footprint.NO_PLACE))
        group = _groups([footprints.ids[row] for row in unknown.tolist()])
        building[unknown] = count + group
        self.footprint_building = building
        total = count + int(group.max(initial=-1)) + 1
        outline = outlines(footprints.geometries, building, total)
        bare = is_missing(outline[:count])
        outline[:count][bare] = own[bare]
        self.outline = outline
        self.points = np.concatenate([self.points, np.empty(total - count, dtype=object)])
        self.first_polygon = np.full(total, NO_ROW, dtype=np.intp)
        place, first = np.unique(building, return_index=True)
        self.first_polygon[place[place != NO_BUILDING]] = first[place != NO_BUILDING]
        for row, one in zip(unknown.tolist(), building[unknown].tolist()):
            if footprints.ids[row]:
                self.by_id.setdefault(footprints.ids[row], one)
        self.check()

    def leave_ghosts_out(self) -> None:
        """BBR's cases without a place and without a year are no buildings, unless FBB names them by their id."""
        count = len(self.bbr_rows)
        self.ghost = np.zeros(len(self.outline), dtype=bool)
        if self.bbr is None:
            return
        placed = ~is_missing(self.points[:count]) | ~is_missing(self.outline[:count])
        self.ghost[np.flatnonzero(~placed)] = self.without_year_and_name(self.bbr_rows[~placed])

    def without_year_and_name(self, rows: Integers) -> Booleans:
        """Which rows of BBR have no year and no SAVE row that names them, (k,)."""
        if self.bbr is None or not len(rows):
            return np.zeros(len(rows), dtype=bool)
        unknown_until = load("rules/designation.json")["unknown_year_until"]
        years = self.bbr_numbers_known.get("year", np.full(len(self.bbr), np.nan))[rows]
        named = set(self.save.ids) - {""}
        unnamed = np.fromiter((self.bbr.ids[row] not in named for row in rows.tolist()), dtype=bool, count=len(rows))
        lost: Booleans = ~(years > unknown_until) & unnamed
        return lost

    def link_save_rows(self, max_distance: float) -> None:
        """Find the building of each SAVE row, and the SAVE row of each building."""
        save, count = self.save, len(self.bbr_rows)
        geometries = np.where(is_missing(self.outline), self.points, self.outline)
        numbers: list[Sequence[str]] = [()] * len(self.outline)
        if self.bbr is not None:
            known = [self.bbr.numbers[row] for row in self.bbr_rows.tolist()]
            numbers[:count] = [() if ghost else one for one, ghost in zip(known, self.ghost.tolist())]
        if self.footprints is not None:
            numbers[count:] = [self.footprints.numbers[row] for row in self.first_polygon[count:].tolist()]
        main = np.ones(len(self.outline), dtype=bool)
        main[:count] = is_main(self.bbr_numbers("use"))
        # A polygon that BBR does not know is somebody's only by its id: it may be a shed nobody has registered.
        near = np.ones(len(self.outline), dtype=bool) if self.bbr is None else ~self.ghost
        near[count:] = self.bbr is None
        targets = Targets(self.by_id, numbers, geometries, main, near, self.addresses(), self.versions.gone)
        entries = Entries(save.ids, save.numbers, save.attributes.address, save.geometries)
        layers = np.unique(save.layer).tolist() or [0]
        self.links = link_layers([entries.of(save.layer == one) for one in layers], targets, max_distance, self.check)
        self.geometries = geometries

    def choose_save_rows(self, prefer: Prefer) -> None:
        """The SAVE row of each building, and those that are on their own."""
        building, count = self.links.building, len(self.outline)
        self.choice = choose(self.save, self.links, count, prefer)
        self.save_row, self.alone = self.choice.row[:count], self.choice.row[count:]
        self.save_values = disagreeing(self.save, building, self.choice)
        self.differences = differences(self.save, self.links, self.choice, prefer)
        self.own_point = np.zeros(len(self.save), dtype=bool)
        self.own_point[self.alone] = True

    def addresses(self) -> list[str]:
        """The address of each building: BBR's, else that of its first polygon."""
        out = [""] * len(self.outline)
        if self.bbr is not None:
            out[: len(self.bbr_rows)] = [self.bbr.attributes.address[row] for row in self.bbr_rows.tolist()]
        if self.footprints is not None:
            theirs = self.footprints.attributes.address
            rows = self.first_polygon.tolist()
            out = [one or (theirs[row] if row != NO_ROW else "") for one, row in zip(out, rows)]
        return out

    def sum_storeys(self) -> None:
        """What the storeys say of each building."""
        if self.floors is None:
            return
        kept = self.kept()
        building, self.floor_outcome = place_storeys(
            self.floors, {key: one for key, one in self.by_id.items() if kept[one]}
        )
        self.storeys = storeys_of(self.floors, building, len(self.outline))
        self.check()

    def count_dwellings(self) -> None:
        """What the units say of each building."""
        self.dwellings = np.full(len(self.outline), np.nan)
        if self.units is None:
            return
        kept = self.kept()
        known = {key: one for key, one in self.by_id.items() if kept[one]}
        building, self.unit_outcome = place_storeys(self.units, known)
        self.dwellings = dwellings_of(self.units, building, len(self.outline))
        self.check()

    def kept(self) -> Booleans:
        """Which buildings come out: all but ghosts and polygons that neither BBR nor a SAVE value knows."""
        kept: Booleans = ~self.ghost
        if self.bbr is not None:
            kept[len(self.bbr_rows) :] = self.save_row[len(self.bbr_rows) :] != NO_ROW
        return kept

    def bbr_numbers(self, concept: str) -> Floats:
        """A concept of BBR's current rows, NaN unknown."""
        if concept not in self.bbr_numbers_known:
            return np.full(len(self.bbr_rows), np.nan)
        return self.bbr_numbers_known[concept][self.bbr_rows]

    def result(self) -> Prepared:
        """Buildings in the order of BBR, then polygons in theirs, then SAVE rows that are on their own."""
        kept = np.flatnonzero(self.kept())
        alone, count = self.alone, len(self.outline)
        places = np.concatenate([kept, np.arange(count, count + len(alone))])
        save_row = self.choice.row[places]
        joined_rows = Joined(
            self.save,
            self.bbr,
            self.footprints,
            self.versions,
            self.storeys,
            self.bbr_rows,
            self.bbr_numbers_known,
            self.first_polygon,
            self.dwellings,
            self.links.link == Link.DISTANCE,
        )
        columns = Columns(joined_rows, kept, save_row, self.choice.other[places])
        geometries, shape = self.shapes(kept, alone)
        joined = save_row[: len(kept)]
        how = np.full(len(save_row), -1, dtype=np.int8)
        how[: len(kept)] = np.append(self.links.link, np.int8(-1))[joined]  # the last stands for NO_ROW
        how[len(kept) :] = self.links.link[alone]
        distance = np.full(len(save_row), np.nan)
        distance[: len(kept)] = np.append(self.links.distance, np.nan)[joined]
        position = np.full(count + len(alone), NO_ROW, dtype=np.intp)
        position[places] = np.arange(len(places))
        return Prepared(
            ids=columns.ids(),
            numbers=columns.bbr_numbers(),
            fbb_ids=columns.fbb_ids(),
            save=columns.save_values(),
            listed=columns.listed(),
            address=columns.text("address"),
            property_id=columns.text("property_id"),
            status=columns.status(),
            until=columns.until(),
            attributes=columns.numbers(),
            link=how,
            distance=distance,
            geometries=geometries,
            shape=shape,
            save_row=save_row,
            links=self.links,
            own_point=self.own_point,
            bbr_outcome=self.bbr_outcome(),
            versions=self.versions,
            footprint_outcome=self.final_footprints(kept),
            floor_outcome=self.floor_outcome,
            unit_outcome=self.unit_outcome,
            by_units=~np.isnan(columns.unit_dwellings()),
            save_layer=self.save.layer,
            save_values={int(position[one]): values for one, values in self.save_values.items()},
            storeys=self.storeys,
            told=told_of(self.save, self.choice, places),
            differences=grouped(self.differences, position[self.choice.place]),
            merged=(self.links.building == NO_BUILDING) & ~self.own_point,
        )

    def shapes(self, kept: Integers, alone: Integers) -> tuple[Geometries, npt.NDArray[np.int8]]:
        """The geometry of each building: its outline, else BBR's point, else that of its SAVE row."""
        geometries = self.geometries[kept].copy()
        shape = np.where(is_missing(self.outline[kept]), Shape.BBR_POINT, Shape.FOOTPRINT).astype(np.int8)
        bare = np.flatnonzero(is_missing(geometries) & (self.save_row[kept] != NO_ROW))
        geometries[bare] = self.save.geometries[self.save_row[kept[bare]]]
        shape[bare] = Shape.SAVE_POINT
        geometries = np.concatenate([geometries, self.choice.drawn(alone, self.save.geometries)])
        shape = np.concatenate([shape, np.full(len(alone), Shape.SAVE_POINT, dtype=np.int8)])
        shape[is_polygon(geometries)] = Shape.FOOTPRINT  # SAVE values may come on polygons too
        shape[is_missing(geometries)] = Shape.NONE
        return geometries, shape

    def bbr_outcome(self) -> npt.NDArray[np.int8] | None:
        if self.bbr is None:
            return None
        outcome = self.versions.life.copy()
        ghosts = np.flatnonzero(self.ghost[: len(self.bbr_rows)])
        haunted = np.isin(self.bbr_building, ghosts)
        outcome[haunted] = GHOST
        # A status that says neither is said of no building either, where nothing else shows one.
        unsaid = np.flatnonzero((outcome == Life.OTHER) & is_missing(self.bbr.geometries))
        outcome[unsaid[self.without_year_and_name(unsaid)]] = GHOST
        return outcome

    def final_footprints(self, kept: Integers) -> npt.NDArray[np.int8] | None:
        """Polygons of further buildings that came out are their own; of several, the first stands for it."""
        if self.footprint_outcome is None:
            return None
        outcome, count = self.footprint_outcome.copy(), len(self.bbr_rows)
        came_out = np.zeros(len(self.outline), dtype=bool)
        came_out[kept] = True
        rows = np.flatnonzero(self.footprint_building >= count)
        rows = rows[came_out[self.footprint_building[rows]]]
        outcome[rows] = Footprint.FURTHER
        outcome[rows[np.unique(self.footprint_building[rows], return_index=True)[1]]] = Footprint.OWN
        return outcome


def _first_of(ids: Sequence[str], rows: Integers) -> dict[str, int]:
    """Id → position in `rows` of the row that carries it."""
    found: dict[str, int] = {}
    for position, row in enumerate(rows.tolist()):
        if ids[row]:
            found.setdefault(ids[row], position)
    return found


def _groups(ids: Sequence[str]) -> Integers:
    """Number rows by their id, each one without an id by itself, (n,)."""
    numbers: dict[Any, int] = {}
    return np.fromiter(
        (numbers.setdefault(key or row, len(numbers)) for row, key in enumerate(ids)), dtype=np.intp, count=len(ids)
    )
