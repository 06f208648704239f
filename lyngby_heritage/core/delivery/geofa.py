"""Which row of GeoFA's theme 6205 says what once a plan is adopted: kept, changed, new, or lacking something.

A row is its building's by BBR's id, else by BFE number and building number. Only what the plan decides is changed: the
designation, and the SAVE values that the plan was adopted on where GeoFA says otherwise. Every change is listed field
by field, and what cannot be written is listed with what to do about it; nothing is guessed. Fields that an extract
does not have are filled from the plan, and are no change: what GeoFA holds in them is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import shapely

from ..common.data import load
from ..common.errors import Check, never_cancelled
from ..designation.binding import unbound_as_withheld
from ..registers.registration import LOCAL_PLAN, UNNAMED_PLAN, no_registration
from .codes import FILE, NOBODY, adopted_code, code_reason, other_plan_stands
from .geofa_rows import (
    CHANGED,
    CODE,
    DESIGNATED,
    ENDED,
    GEOMETRY,
    NEW,
    UNTOUCHED,
    AdoptedRows,
    Change,
    Gap,
    new_row_codes,
)
from .plan_buildings import VALUE_FIELDS, PlanBuildings
from .register_rows import RegisterRows
from .schema import BUILDINGS, saved_anew, theme_fields

IDENTITY = ("bfe_nr", "bygningsnummer")
CHECKED_EVERY = 1_000
"""Buildings between two looks at Cancel."""


def adopted_rows(
    plan: PlanBuildings, register: RegisterRows, municipality: str, check: Check = never_cancelled
) -> AdoptedRows:
    """The rows of theme 6205 that follow from a plan that was adopted, those of the register first, in its order.

    Rows that are no building of the plan stand as they are. `municipality` is the one that reports, "" for unknown.
    """
    return _Adoption(plan, register, municipality).done(check)


class _Adoption:
    """The rows while the buildings of the plan are gone through."""

    def __init__(self, plan: PlanBuildings, register: RegisterRows, municipality: str) -> None:
        self.plan, self.register, self.municipality = plan, register, municipality
        names = [one.name for one in theme_fields(BUILDINGS)]
        count = len(register)
        self.out = AdoptedRows(
            {name: list(register.columns[name]) for name in names},
            register.places.tolist(),
            [UNTOUCHED] * count,
            [""] * count,
        )
        self.designated = plan.designated.copy()
        if not load(FILE)["apart_counts"]:
            self.designated[plan.apart & (plan.designated == 1)] = 0
        self.unbound = unbound_as_withheld(plan.designated == 1, plan.apart, plan.withheld)
        self.designated[self.unbound] = 0
        self.dropped: set[int] = set()
        self.void = no_registration(register.registration.force)
        self.by_id, self.by_number = self._index()
        self.hits = [self._rows_of(row) for row in range(len(plan))] if count else [()] * len(plan)
        self.owners: dict[int, list[int]] = defaultdict(list)
        for building, rows in enumerate(self.hits):
            for row in rows:
                self.owners[row].append(building)
        self.same: dict[str, list[int]] = defaultdict(list)
        for building, one in enumerate(plan.ids):
            self.same[one or f"#{building}"].append(building)

    # ---- which row is whose ------------------------------------------------------------------------------------------

    def _rows_of(self, building: int) -> tuple[int, ...]:
        own = self.by_id.get(self.plan.ids[building], ()) if self.plan.ids[building] else ()
        bfe, number = self.plan.bfe[building], self.plan.numbers[building]
        return tuple(own or (self.by_number.get((bfe, number), ()) if bfe and number else ()))

    def _index(self) -> tuple[dict[str, list[int]], dict[tuple[Any, Any], list[int]]]:
        """Rows by BBR's id, and by numbers those whose id is no building's of the plan."""
        by_id: dict[str, list[int]] = defaultdict(list)
        by_number: dict[tuple[Any, Any], list[int]] = defaultdict(list)
        known = set(self.plan.ids)
        columns = self.register.columns
        numbers = zip(columns["bfe_nr"], columns["bygningsnummer"])
        for row, (uuid, number) in enumerate(zip(self.register.uuids(), numbers)):
            if uuid:
                by_id[uuid].append(row)
            if not uuid or uuid not in known:
                by_number[number].append(row)
        return by_id, by_number

    # ---- building by building ----------------------------------------------------------------------------------------

    def done(self, check: Check) -> AdoptedRows:
        assessed = self.plan.assessed
        for building in range(len(self.plan)):
            if building % CHECKED_EVERY == 0:
                check()
            self._one(building, bool(assessed[building]))
        return self._without_dropped()

    def _why_not(self, building: int) -> str:
        """Why a building that the rule designates is not written as designated: a key of `gaps`."""
        if self.unbound[building]:
            return "unbound"
        return "apart_withheld" if self.plan.withheld[building] else "apart"

    def _one(self, building: int, assessed: bool) -> None:
        plan, rows = self.plan, self.hits[building]
        said = int(self.designated[building])
        place = plan.municipalities[building]
        if place and self.municipality and place != self.municipality:
            if said:
                self._gap("elsewhere", building, fields=(place,))
            else:
                self.out.elsewhere += 1
            return
        if said != plan.designated[building]:
            written = bool(rows) or (assessed and not plan.withheld[building])
            self._gap(self._why_not(building), building, rows, written=written)
        if not rows and said == 0 and not (assessed and load(FILE)["new_rows_undesignated"]):
            self.out.rowless += 1
            return
        if said < 0:
            self._gap("undecided", building, rows, written=bool(rows))
            return
        void = tuple(row for row in rows if self.void[row])
        if void:
            if said:
                self._gap("not_in_force", building, void, written=True)
            rows = tuple(row for row in rows if row not in void)
            if not rows:
                return
        peers = self._peers(building, rows)
        if len({int(self.designated[one]) for one in peers}) > 1:
            if building == peers[0]:
                self._gap("disagree", building, rows, written=bool(rows))
            return
        if rows:
            for row in rows:
                self._update(row, building, alone=len(rows) == 1 and len(self.owners[row]) == 1)
            if len(rows) > 1 and said:
                self._gap("several", building, rows, written=True)
        elif building == peers[0]:
            self._add(building, peers)

    def _peers(self, building: int, rows: Iterable[int]) -> list[int]:
        """The buildings of the plan that are one with this: of its rows, or of its id."""
        found = {one for row in rows for one in self.owners[row]} | set(
            self.same[self.plan.ids[building] or f"#{building}"]
        )
        return sorted(found)

    def _gap(
        self,
        what: str,
        building: int,
        rows: Sequence[int] = (),
        fields: tuple[str, ...] = (),
        written: bool = False,
    ) -> None:
        plan, columns = self.plan, self.out.columns
        ids = tuple(str(one) for row in rows if (one := columns["objekt_id"][row]))
        called = plan.addresses[building], plan.ids[building], plan.bfe[building], plan.numbers[building]
        self.out.gaps.append(Gap(what, *called, ids, fields, written))

    # ---- a row that stands -------------------------------------------------------------------------------------------

    def _update(self, row: int, building: int, alone: bool) -> None:
        plan, columns = self.plan, self.out.columns
        designated = bool(self.designated[building])
        standing = int(self.register.registration.standing[row])
        self.out.addresses[row] = self.out.addresses[row] or plan.addresses[building]
        code = adopted_code(designated, standing)
        changes: list[tuple[str, Any, str]] = []
        if code is None:
            self._gap("contradiction", building, [row], written=True)
        else:
            why = code_reason(designated, standing)
            changes += [(DESIGNATED, code != NOBODY, why), (CODE, code, why)]
        if designated and standing & UNNAMED_PLAN:
            self._gap("unnamed", building, [row], written=True)
        if not designated and standing & LOCAL_PLAN and other_plan_stands():
            self._gap("other_plan", building, [row], written=True)
        if alone:
            values = ((name, plan.values[name][building]) for name in VALUE_FIELDS)
            changes += [(name, value, "value") for name, value in values if value is not None]
        numbers = (("bfe_nr", plan.bfe[building]), ("bygningsnummer", plan.numbers[building]))
        changes += [(name, value, "filled") for name, value in numbers if columns[name][row] is None and value]
        other = tuple(
            f"{name} {columns[name][row]}" for name, value in numbers if value not in (None, columns[name][row])
        )
        if alone and other and None not in (columns[name][row] for name, _ in numbers):
            self._gap("other_numbers", building, [row], other, written=True)
        lacking = self._lacking({**{name: columns[name][row] for name in IDENTITY}, **{a: b for a, b, _ in changes}})
        place = self.out.places[row] if self.out.places[row] is not None else plan.places[building]
        if place is None:
            lacking += (GEOMETRY,)
        if lacking:
            if row not in self.dropped:
                self._gap("lacking", building, [row], lacking)
            self.dropped.add(row)
            return
        if alone:
            self._fill(row, building)
        self._change(row, changes, place)

    def _fill(self, row: int, building: int) -> None:
        """What the plan knows goes into fields that the extract lacks; whether that is a change nobody knows."""
        for name, values in (*self.plan.facts.items(), *self.plan.values.items()):
            if name in self.register.absent:
                self.out.columns[name][row] = values[building]

    def _change(self, row: int, changes: Iterable[tuple[str, Any, str]], place: Any) -> None:
        columns = self.out.columns
        was = columns[DESIGNATED][row]
        made = [(name, columns[name][row], after, why) for name, after, why in changes if columns[name][row] != after]
        if self.out.places[row] is None:
            made.append((GEOMETRY, None, "fodaftryk", "filled"))
            self.out.places[row] = place
        if not made:
            return
        self.out.kinds[row] = CHANGED
        for name, before, after, why in made:
            kind = ENDED if name in (DESIGNATED, CODE) and after in (False, NOBODY) and was else CHANGED
            self.out.kinds[row] = ENDED if kind == ENDED else self.out.kinds[row]
            self.out.changes.append(Change(kind, row, name, before, after, why))
            if name != GEOMETRY:
                columns[name][row] = after
            if name == CODE:
                columns["bevaringsaarsag"][row] = None
        for name in saved_anew(BUILDINGS):
            columns[name][row] = None

    # ---- a row that is new -------------------------------------------------------------------------------------------

    def _add(self, building: int, peers: Sequence[int]) -> None:
        plan = self.plan
        designated = bool(self.designated[building])
        standing = int(plan.standing[building])
        code = adopted_code(designated, standing)
        if plan.withheld[building]:
            self._gap("withheld", building)
            return
        if code is None:
            self._gap("contradiction", building)
            return
        place = _union([plan.places[one] for one in peers])
        lacking = self._lacking({"bfe_nr": plan.bfe[building], "bygningsnummer": plan.numbers[building]})
        lacking += (GEOMETRY,) if place is None else ()
        if lacking:
            self._gap("lacking", building, fields=lacking)
            return
        row = len(self.out)
        told = {
            "bfe_nr": plan.bfe[building],
            "bygningsnummer": plan.numbers[building],
            "bbr_uuid": plan.uuid(building),
            DESIGNATED: code != NOBODY,
            CODE: code,
            **{name: values[building] for name, values in (*plan.facts.items(), *plan.values.items())},
            **new_row_codes(plan.outlines[building]),
        }
        for name, column in self.out.columns.items():
            column.append(told.get(name))
        self.out.places.append(place)
        self.out.kinds.append(NEW)
        self.out.addresses.append(plan.addresses[building])
        why = code_reason(designated, standing)
        self.out.changes += [Change(NEW, row, name, None, told[name], why) for name in (DESIGNATED, CODE)]
        if designated and standing & UNNAMED_PLAN:
            self._gap("unnamed", building, written=True)
        if not designated and standing & LOCAL_PLAN and other_plan_stands():
            self._gap("other_plan", building, written=True)

    @staticmethod
    def _lacking(told: dict[str, Any]) -> tuple[str, ...]:
        return tuple(name for name in IDENTITY if told.get(name) is None)

    def _without_dropped(self) -> AdoptedRows:
        """The rows without those that lack what GeoFA asks for."""
        out = self.out
        kept = [row for row in range(len(out)) if row not in self.dropped]
        moved = {row: place for place, row in enumerate(kept)}
        return AdoptedRows(
            {name: [values[row] for row in kept] for name, values in out.columns.items()},
            [out.places[row] for row in kept],
            [out.kinds[row] for row in kept],
            [out.addresses[row] for row in kept],
            [
                Change(one.kind, moved[one.row], one.field, one.before, one.after, one.why)
                for one in out.changes
                if one.row in moved
            ],
            out.gaps,
            out.rowless,
            out.elsewhere,
        )


def _union(places: Sequence[Any]) -> Any:
    there = [one for one in places if one is not None]
    if len(there) < 2:
        return there[0] if there else None
    together = shapely.union_all(there)
    return together if together.geom_type == "MultiPolygon" else shapely.multipolygons([together])
