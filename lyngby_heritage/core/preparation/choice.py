"""Which SAVE row counts, where a building has several: of one register, or of two that may differ.

FBB carries no date, and GeoFA's theme 6205 comes before it; the planner may turn that round, or ask for the newer one.
A row that merely lies near its building never comes before one that names it, and a value never before none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from ..common.arrays import Floats, Integers
from ..common.geometry import Geometries, is_missing, is_polygon
from ..registers.registration import Force, no_registration
from ..registers.rows import SaveRows, has_value
from ..registers.save_registers import SaveRegister
from .links import NO_BUILDING, Link, Links

NO_ROW = -1


class Prefer(IntEnum):
    """The options of PREFER."""

    GEOFA = 0
    FBB = 1
    NEWER = 2


class Because(IntEnum):
    """Why one of two registers comes before the other."""

    SURER = 0
    """The other is joined by distance alone."""
    NEWER = 1
    NO_DATE = 2
    """GeoFA before FBB, which carries no date."""
    CHOSEN = 3
    """FBB before GeoFA, as PREFER asks."""
    ORDER = 4
    """The order of the registers, else of the layers."""
    VOID = 5
    """The other is cancelled or has ended, and is no registration."""


@dataclass(frozen=True)
class Choice:
    """The places that SAVE rows belong to: the buildings, and behind them one for each row that has none."""

    place: Integers
    """Of each row, (rows,)."""
    row: Integers
    """The row that counts at each place, (places,), NO_ROW for none."""
    other: Integers
    """The best row of the other layer there, (places,), NO_ROW for none."""

    def drawn(self, rows: Integers, geometries: Geometries) -> Geometries:
        """The geometry of each of `rows`, (k,): that of the other layer where that alone has the outline."""
        drawn = geometries[rows]
        other = self.other[self.place[rows]]
        there = np.flatnonzero(other != NO_ROW)
        own, theirs = drawn[there], geometries[other[there]]
        better = (is_missing(own) & ~is_missing(theirs)) | (~is_polygon(own) & is_polygon(theirs))
        drawn[there[better]] = theirs[better]
        return drawn


@dataclass(frozen=True)
class Difference:
    """Two registers that do not say the same of a building."""

    used: int
    """Row whose value is used."""
    unused: int
    """Row of the other layer, which says something else."""
    because: Because


def choose(save: SaveRows, links: Links, count: int, prefer: Prefer = Prefer.GEOFA) -> Choice:
    """The SAVE row of each of `count` buildings and of each place without one."""
    place = _places(save, links.building, count)
    rows = np.arange(len(save))
    valued, void = has_value(save.save), no_registration(save.assessments.registration.force)
    near = links.link == Link.DISTANCE
    order = np.lexsort((rows, links.link, precedence(save, place, prefer), near, void, ~valued, place))
    places = max(count, int(place.max(initial=-1)) + 1)
    chosen = _first_of_each(place, order, places)
    theirs = order[save.layer[order] != save.layer[chosen[place[order]]]]
    return Choice(place, chosen, _first_of_each(place, theirs, places))


def precedence(save: SaveRows, place: Integers, prefer: Prefer) -> Floats:
    """How far behind each row stands for the register that it is from, (rows,), the least first.

    The days decide under `Prefer.NEWER` at a place where both layers carry a value and every one of them is dated.
    """
    rank = save.register.astype(np.float64)
    if prefer == Prefer.FBB:
        rank = -rank
    rank += 0.1 * save.layer
    if not save.layer.any():
        return np.zeros(len(save))
    if prefer == Prefer.NEWER:
        dated = _dated(save, place)
        days = np.array([date.fromisoformat(one).toordinal() if one else 0 for one in save.assessments.days])
        rank = np.where(dated, -days.astype(np.float64) + 0.1 * save.layer, rank)
    return rank


def differences(save: SaveRows, links: Links, choice: Choice, prefer: Prefer) -> list[Difference]:
    """Every row of the other layer that says something else than the one that counts, in the order of the rows."""
    used = choice.row[choice.place]
    other = (save.layer != save.layer[used]) & has_value(save.save[used])
    differing = other & has_value(save.save) & (save.save != save.save[used])
    force = save.assessments.registration.force
    over = other & has_value(save.registered) & ((force == Force.CANCELLED) | (force == Force.ENDED))
    dated = _dated(save, choice.place)
    return [
        Difference(int(used[row]), row, _because(save, links, int(used[row]), row, prefer, bool(dated[row])))
        for row in np.flatnonzero(differing | over).tolist()
    ]


def grouped(found: list[Difference], building: Integers) -> dict[int, list[Difference]]:
    """The differences by building; `building` is the place in the result of each row, (rows,)."""
    out: dict[int, list[Difference]] = {}
    for one in found:
        out.setdefault(int(building[one.unused]), []).append(one)
    return out


def _because(save: SaveRows, links: Links, used: int, unused: int, prefer: Prefer, dated: bool) -> Because:
    if not has_value(save.save[unused : unused + 1])[0]:
        return Because.VOID
    if (links.link[used] == Link.DISTANCE) != (links.link[unused] == Link.DISTANCE):
        return Because.SURER
    days = save.assessments.days
    if prefer == Prefer.NEWER and dated and days[used] != days[unused]:
        return Because.NEWER
    pair = SaveRegister(int(save.register[used])), SaveRegister(int(save.register[unused]))
    named = {
        (SaveRegister.GEOFA, SaveRegister.FBB): Because.NO_DATE,
        (SaveRegister.FBB, SaveRegister.GEOFA): Because.CHOSEN,
    }
    return named.get(pair, Because.ORDER)


def _dated(save: SaveRows, place: Integers) -> npt.NDArray[np.bool_]:
    """Rows of places where both layers carry a value and each of those is dated, (rows,)."""
    valued = has_value(save.save)
    places = int(place.max(initial=-1)) + 1
    undated = valued & np.fromiter((not day for day in save.assessments.days), dtype=bool, count=len(save))
    of_both = np.ones(places, dtype=bool)
    for layer in (0, 1):
        of_both &= np.bincount(place[valued & (save.layer == layer)], minlength=places) > 0
    of_both &= np.bincount(place[undated], minlength=places) == 0
    found: npt.NDArray[np.bool_] = of_both[place]
    return found


def _places(save: SaveRows, building: Integers, count: int) -> Integers:
    """The place of each row: its building, else one of its own, which a row of the other layer may share.

    Two layers may both hold a building that no other register knows: there it is known by BBR's id, else its number.
    """
    place = building.copy()
    alone = np.flatnonzero(building == NO_BUILDING)
    known: dict[str, int] = {}
    free = count
    for row in alone.tolist():
        names = [name for name in (save.ids[row], save.numbers[row]) if name]
        shared = next((known[name] for name in names if name in known), None) if save.layer[row] else None
        if shared is None:
            shared, free = free, free + 1
            if not save.layer[row]:
                for name in names:
                    known.setdefault(name, shared)
        place[row] = shared
    return place


def _first_of_each(place: Integers, order: Integers, places: int) -> Integers:
    """The first row of `order` at each place, (places,), NO_ROW where it has none."""
    found = np.full(places, NO_ROW, dtype=np.intp)
    at, first = np.unique(place[order], return_index=True)
    found[at] = order[first]
    return found
