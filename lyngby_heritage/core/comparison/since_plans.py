"""Which lokalplaner over the plan's buildings have come, gone, or got other provisions on preservation.

A plan is the same by its number, else by its name. The followed plan itself is none of them: once it is public it
stands among the lokalplaner over every building that it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import shapely

from ..common.addresses import danish_key
from ..common.arrays import Booleans, Geometries
from ..common.plan_names import same_number
from .compare import NOBODY
from .since import LOCAL_PLAN, Event, Stock

NONE = "ingen"


@dataclass(frozen=True)
class PlansInForce:
    """Lokalplaner that bind, (k,); one in several areas stands once in each."""

    names: Sequence[str]
    numbers: Sequence[str]
    adopted: Sequence[date | None]
    preserving: Booleans
    provisions: Sequence[str]
    geometries: Geometries

    def __len__(self) -> int:
        return len(self.names)

    def keys(self) -> list[str]:
        """What each is known by."""
        return [(number or name).casefold().strip() for number, name in zip(self.numbers, self.names)]


def itself(plans: PlansInForce, number: str, title: str) -> list[int]:
    """The rows that are the plan that is followed: those of its number, of its title where it has none."""
    if number:
        return [row for row, one in enumerate(plans.numbers) if same_number(one, number)]
    return [row for row, one in enumerate(plans.names) if title and title.casefold() in one.casefold()]


def plan_events(
    plan: Stock,
    then: PlansInForce,
    now: PlansInForce,
    rows: Sequence[int],
    groups: Sequence[str],
    leave_out: Sequence[int] = (),
) -> Iterator[Event]:
    """An event for each building of `rows` and each plan over it that is not as it was; `leave_out` are rows of now."""
    own = set(leave_out)
    points = shapely.point_on_surface(plan.places[np.array(rows, dtype=np.intp)])
    held_then, held_now = _held(points, then, set()), _held(points, now, own)
    for row, before, after in zip(rows, held_then, held_now):
        sides = _over(before, then), _over(after, now)
        for key in [*after, *(one for one in before if one not in after)]:
            event = _event(row, groups[row], before.get(key), after.get(key), then, now, sides)
            if event is not None:
                yield event


def _held(points: Geometries, plans: PlansInForce, leave_out: set[int]) -> list[dict[str, int]]:
    """For each point the plans that hold it: what each is known by → its row."""
    held: list[dict[str, int]] = [{} for _ in range(len(points))]
    if not len(plans) or not len(points):
        return held
    keys = plans.keys()
    for point, row in zip(*(one.tolist() for one in shapely.STRtree(plans.geometries).query(points, "intersects"))):
        if row not in leave_out:
            held[point].setdefault(keys[row], row)
    return held


def _over(held: Mapping[str, int], plans: PlansInForce) -> str:
    """All plans over a building, by their names: one that comes does not put an end to those that were there."""
    return "; ".join(sorted((plans.names[row] for row in held.values()), key=danish_key)) or NONE


def _event(
    row: int,
    group: str,
    before: int | None,
    after: int | None,
    then: PlansInForce,
    now: PlansInForce,
    sides: tuple[str, str],
) -> Event | None:
    """What has happened to one plan over a building; `sides` are all plans over it, then and now."""
    if before is None and after is not None:
        told = " Den har bestemmelser om bevaring." if now.preserving[after] else ""
        return Event(
            *(LOCAL_PLAN, group, row, NOBODY, *sides),
            f"{_called(now, after)} er kommet til over bygningen.{told}",
            _day(now, after),
        )
    if before is not None and after is None:
        return Event(
            *(LOCAL_PLAN, group, row, NOBODY, *sides),
            f"{_called(then, before)} gælder ikke længere over bygningen.",
        )
    if before is None or after is None or _preservation(then, before) == _preservation(now, after):
        return None
    return Event(
        *(LOCAL_PLAN, group, row, NOBODY, _preservation(then, before), _preservation(now, after)),
        f"{_called(now, after)} har andre bestemmelser om bevaring i registret end i planen.",
        _day(now, after) if now.adopted[after] != then.adopted[before] else "",
    )


def _called(plans: PlansInForce, row: int) -> str:
    name = plans.names[row]
    return name[:1].upper() + name[1:]


def _preservation(plans: PlansInForce, row: int) -> str:
    """What the register says of a plan's provisions on preservation."""
    if not plans.preserving[row]:
        return "uden bestemmelser om bevaring"
    return f"bevarende: {plans.provisions[row]}" if plans.provisions[row] else "bevarende"


def _day(plans: PlansInForce, row: int) -> str:
    day = plans.adopted[row]
    return "" if day is None else day.isoformat()
