"""Areas with limits: lokalplaner, zones (kommuneplanrammer or any polygons) and areas of two storeys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

import numpy as np

from ..common.errors import Check, never_cancelled
from ..common.geometry import Geometries
from ..common.plan_names import plan_called, plan_called_shortly
from ..registers.plandata import adoption, binds, is_false, is_true, limit, states_no_date
from ..registers.values import normal_ids, read_number
from .overlap import area_inside
from .rules import SMALLEST_SHARE, Booleans, Floats, Integers, rule, sums

PLAN, ZONE, SUB_AREA = "lokalplan", "åben-lav-område", "delområde"

EXTENT = "any_extent_"
"""What the columns of all fields that state an extent begin with."""

Raw = Mapping[str, Sequence[Any] | None]
"""Columns by concept; None for one that the layer lacks. Slots are `slot_ratio_3` and the like, and every field that
states an extent (a ratio, storeys, a height, an area) is `any_extent_0` and so on."""


@dataclass(frozen=True)
class Areas:
    """Areas of one kind, (k,) each. A limit that is stated but cannot be read is NaN with `…_stated` true."""

    geometries: Geometries
    sources: Sequence[str]
    """What a limit's source is called: "lokalplan 91 Villavejene", "ramme 4.2.72 Virum Landsby"."""
    short: Sequence[str]
    """The same without the name where there is a number: "lokalplan 91"."""
    names: Sequence[str]
    ratio: Floats
    ratio_stated: Booleans
    scope: Integers
    """What the ratio is measured on, 1-4 as Plandata has it; 0 where it does not say."""
    storeys: Floats
    storeys_stated: Booleans
    adopted: Floats
    """Proleptic ordinal of the date of adoption, NaN where unknown."""
    unregulated: Booleans
    """Whether a lokalplan says that it does not regulate the extent itself."""
    without_number: Booleans
    """Whether a lokalplan says that it regulates the extent, and states no number of any kind."""
    plan_ids: Sequence[str]
    """The id of the plan, as ids are compared; a delområde's is that of its plan. "" where there is none."""
    rows: Integers
    """The position of each in its layer."""
    unreadable: Counter[str] = field(default_factory=Counter)
    """Limits and dates that cannot be read, and how often each stood there."""
    left_out: int = 0
    """Rows of the layer that are not used: not åben-lav, or a plan that is not in force."""
    other_kind: int = 0
    """Rows of the layer that are of another kind: delområder among plans, or plans among delområder."""

    def __len__(self) -> int:
        return len(self.names)


def no_areas() -> Areas:
    """None at all."""
    none, whole = np.empty(0), np.empty(0, dtype=np.intp)
    no = np.empty(0, dtype=bool)
    return Areas(np.empty(0, dtype=object), [], [], [], none, no, whole, none, no, none, no, no, [], whole)


def two_storey_areas(geometries: Geometries, names: Sequence[Any] | None, most: float) -> Areas:
    """Areas where `most` storeys may be built, whatever else they say."""
    count = len(geometries)
    titles = [_text(one) for one in names] if names is not None else [""] * count
    return Areas(
        geometries,
        [f"to-etager-område {one}".strip() for one in titles],
        ["to-etager-område"] * count,
        titles,
        np.full(count, np.nan),
        np.zeros(count, dtype=bool),
        np.zeros(count, dtype=np.intp),
        np.full(count, most),
        np.ones(count, dtype=bool),
        np.full(count, np.nan),
        np.zeros(count, dtype=bool),
        np.zeros(count, dtype=bool),
        [""] * count,
        np.arange(count),
    )


def read_areas(geometries: Geometries, raw: Raw, slots: Sequence[int], kind: str) -> Areas:
    """The areas of a layer of plans or zones; `slots` are the numbers of Plandata's slots that it has.

    Of a layer with slots only those are zones where detached housing is one of the uses. Of plans those that are in
    force; a row that names another plan as its own is a delområde of it, in whatever layer it stands.
    """
    count = len(geometries)
    columns = {concept: list(values) if values is not None else [None] * count for concept, values in raw.items()}
    reader = _Reader(columns, slots)
    detached = [reader.detached_slots(row) for row in range(count)]
    own, parent = (normal_ids(columns.get(name) or [None] * count) for name in ("plan_id", "parent_plan"))
    part = [bool(parent[row]) and parent[row] != own[row] for row in range(count)]
    of_kind = [row for row in range(count) if kind == ZONE or part[row] == (kind == SUB_AREA)]
    kept = [row for row in of_kind if _counts(columns, row, detached[row], kind, bool(slots))]
    limits = [reader.limits(row, detached[row]) for row in kept]
    ratio, ratio_stated, scope, storeys, storeys_stated = zip(*limits) if limits else ((), (), (), (), ())
    names = [_name(columns, row, kind) for row in kept]
    return Areas(
        geometries=geometries[kept],
        sources=[_source(columns, row, kind, bool(slots)) for row in kept],
        short=[_source(columns, row, kind, bool(slots), short=True) for row in kept],
        names=names,
        ratio=np.array(ratio, dtype=np.float64),
        ratio_stated=np.array(ratio_stated, dtype=bool),
        scope=np.array(scope, dtype=np.intp),
        storeys=np.array(storeys, dtype=np.float64),
        storeys_stated=np.array(storeys_stated, dtype=bool),
        adopted=np.array([reader.date(row) for row in kept], dtype=np.float64),
        unregulated=np.array([kind == PLAN and reader.unregulated(row) for row in kept], dtype=bool),
        without_number=np.array([kind == PLAN and reader.without_number(row) for row in kept], dtype=bool),
        plan_ids=[(parent if kind == SUB_AREA else own)[row] for row in kept],
        rows=np.array(kept, dtype=np.intp),
        unreadable=reader.unreadable,
        left_out=len(of_kind) - len(kept),
        other_kind=count - len(of_kind),
    )


def together(parts: Sequence[Areas]) -> Areas:
    """The areas of several layers as one; `rows` stay those of each layer."""
    columns: dict[str, Any] = {}
    for one in fields(Areas):
        values = [getattr(part, one.name) for part in parts]
        if one.name == "unreadable":
            columns[one.name] = sum(values, Counter())
        elif isinstance(values[0], np.ndarray):
            columns[one.name] = np.concatenate(values)
        else:
            columns[one.name] = sum(values[1:], values[0])
    return Areas(**columns)


def named_after(sub_areas: Areas, plans: Areas) -> Areas:
    """Delområder with sources that name their plan: "lokalplan 241 Villavejene, delområde A"."""
    first = dict(zip(reversed(plans.plan_ids), range(len(plans) - 1, -1, -1)))
    parents = [first.get(one, -1) for one in sub_areas.plan_ids]

    def told(of_plan: Sequence[str], own: Sequence[str]) -> list[str]:
        return [f"{of_plan[parent]}, {name}" if parent >= 0 else name for parent, name in zip(parents, own)]

    adopted = np.append(plans.adopted, np.nan)[parents] if parents else sub_areas.adopted
    return replace(
        sub_areas,
        sources=told(plans.sources, sub_areas.sources),
        short=told(plans.short, sub_areas.short),
        adopted=adopted,
    )


def _counts(columns: dict[str, list[Any]], row: int, detached: list[int], kind: str, has_slots: bool) -> bool:
    """Whether a row is an area of this kind."""
    if kind == ZONE and has_slots and not detached:
        return False
    begins = columns.get("plan_in_force")
    return binds(columns["plan_status"][row], columns["plan_cancelled"][row], begins[row] if begins else None)


class _Reader:
    """Reads limits and dates, and counts what cannot be read."""

    def __init__(self, columns: dict[str, list[Any]], slots: Sequence[int]) -> None:
        self.columns = columns
        self.slots = slots
        self.unreadable: Counter[str] = Counter()

    def detached_slots(self, row: int) -> list[int]:
        """The slots that hold detached housing."""
        wanted = float(rule("detached_area_use"))
        return [one for one in self.slots if read_number(self._of("slot_use", one, row)) == wanted]

    def limits(self, row: int, detached: list[int]) -> tuple[float, bool, int, float, bool]:
        """Ratio, whether it is stated, its scope, storeys, whether they are stated: the slot before the plan's own."""
        own = self.columns["ratio"][row]
        ratio, stated, scope = float("nan"), False, 0
        for one in detached:
            ratio, stated = self._limit(self._of("slot_ratio", one, row))
            if stated:
                scope = self._scope(self._of("slot_scope", one, row))
                # A scope of the plan without a ratio of the plan can only be that of its slots.
                scope = scope or (0 if self._limit(own)[1] else self._scope(self.columns["ratio_scope"][row]))
                break
        if not stated:
            ratio, stated = self._limit(own)
            scope = self._scope(self.columns["ratio_scope"][row]) if stated else 0
        storeys, storeys_stated = float("nan"), False
        for raw in [*(self._of("slot_storeys", one, row) for one in detached), self.columns["most_storeys"][row]]:
            storeys, storeys_stated = self._limit(raw)
            if storeys_stated:
                break
        return ratio, stated, scope, storeys, storeys_stated

    def unregulated(self, row: int) -> bool:
        """Whether the plan says that it does not regulate the extent itself."""
        return is_true(self.columns["extent_unregulated"][row])

    def without_number(self, row: int) -> bool:
        """Whether the plan says that it regulates the extent, and states no number."""
        if not is_false(self.columns["extent_unregulated"][row]):
            return False
        stated = [self.columns["ratio"][row], self.columns["most_storeys"][row]]
        stated += [values[row] for name, values in self.columns.items() if name.startswith(EXTENT)]
        return not any(read is None or read > 0 for read in map(limit, stated))

    def date(self, row: int) -> float:
        """The date of adoption as an ordinal."""
        raw = self.columns["adopted"][row]
        read = adoption(raw)
        if np.isnan(read) and _text(raw) and not states_no_date(raw):
            self.unreadable[_text(raw)] += 1
        return read

    def _of(self, part: str, slot: int, row: int) -> Any:
        column = self.columns.get(f"{part}_{slot}")
        return column[row] if column is not None else None

    def _limit(self, raw: Any) -> tuple[float, bool]:
        read = limit(raw)
        if read is None:
            self.unreadable[_text(raw)] += 1
            return float("nan"), True
        return read, not np.isnan(read)

    def _scope(self, raw: Any) -> int:
        read = read_number(raw)
        if read is None:
            words = {text: int(code) for code, text in rule("scopes").items()}
            return words.get(_text(raw).lower(), 0)
        return int(read) if not np.isnan(read) and str(int(read)) in rule("scopes") else 0


def _text(raw: Any) -> str:
    if raw is None or (isinstance(raw, float) and np.isnan(raw)):
        return ""
    return str(int(raw) if isinstance(raw, float) and raw.is_integer() else raw).strip()


def _name(columns: dict[str, list[Any]], row: int, kind: str) -> str:
    if kind == SUB_AREA:
        return _text(columns["sub_area"][row]) or f"i række {row + 1}"
    name = _text(columns["area_name"][row]) or _text(columns["plan_number"][row])
    return name or f"{kind} i række {row + 1}"


def _source(columns: dict[str, list[Any]], row: int, kind: str, has_slots: bool, short: bool = False) -> str:
    if kind == SUB_AREA:
        return f"delområde {_name(columns, row, kind)}"
    number, name = _text(columns["plan_number"][row]), _text(columns["area_name"][row])
    word = "ramme" if kind == ZONE and (has_slots or number) else kind
    if not number and not name:
        return f"{word} i række {row + 1}"
    return plan_called_shortly(word, number, name) if short else plan_called(word, number, name)


@dataclass(frozen=True)
class Membership:
    """Which plots belong to which areas: triples, (t,), by plot and then by falling share."""

    plot: Integers
    area: Integers
    share: Floats
    partly: Booleans
    """Per plot: whether some of it lies in an area that it does not belong to."""


def belongs(
    areas: Areas,
    parcels: Geometries,
    plot_of_parcel: Integers,
    drawn_of_parcel: Floats,
    plots: int,
    least_share: float,
    check: Check = never_cancelled,
) -> Membership:
    """The areas that hold at least `least_share` % of each plot's drawn area. A parcel drawn as 0 m² is left out."""
    whole = sums(plot_of_parcel, plots, drawn_of_parcel)
    shapes = parcels.copy()
    shapes[drawn_of_parcel <= 0] = None
    parcel, area, size = area_inside(shapes, areas.geometries, check)
    key = plot_of_parcel[parcel].astype(np.int64) * max(len(areas), 1) + area
    names, group = np.unique(key, return_inverse=True)
    plot, area = names // max(len(areas), 1), names % max(len(areas), 1)
    share = np.bincount(group, weights=size, minlength=len(names)) / whole[plot] if len(names) else np.empty(0)
    inside = share > SMALLEST_SHARE
    member = inside & (share >= least_share / 100 - SMALLEST_SHARE)
    partly = np.zeros(plots, dtype=bool)
    partly[plot[inside & ~member]] = True
    plot, area, share = plot[member], area[member], np.minimum(share[member], 1.0)
    order = np.lexsort((area, -np.round(share, 9), plot))
    return Membership(plot[order], area[order], share[order], partly)
