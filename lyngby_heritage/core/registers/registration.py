"""What a register of SAVE values says of the registration itself: is it in force, and which plan designates today.

GeoFA's theme 6205 keeps both beside the value, in long names (WFS, SQL) or in names of ten characters (shapefiles), and
`preparebuildings` writes them on in its own fields. A registration that is not in force is none: neither its value nor
the designation that it tells of counts. The code lists stand in `data/registers/geofa.json`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Floats, Integers
from ..common.data import load
from .validity import later_starts, past_ends
from .values import (
    NOT_ASSESSED,
    date,
    read_booleans,
    read_number,
    read_numbers,
    read_save_values,
    register_text,
)

FILE = "registers/geofa.json"

Columns = Mapping[str, Sequence[Any] | None]
Bits = npt.NDArray[np.int8]

LOCAL_PLAN, MUNICIPAL_PLAN, UNNAMED_PLAN, NO_PLAN = 1, 2, 4, 8
"""Bits of a standing designation: by which plans, by one that nobody names, by none. 0: the register does not say."""
DESIGNATED_TODAY = LOCAL_PLAN | MUNICIPAL_PLAN | UNNAMED_PLAN

_BY_CODE = {0.0: NO_PLAN, 1.0: LOCAL_PLAN, 2.0: MUNICIPAL_PLAN, 3.0: LOCAL_PLAN | MUNICIPAL_PLAN}
"""GeoFA's bevaringsaarsag_kode."""

STANDING_CONCEPTS = ("standing_designation", "preserved", "preserved_by")
FORCE_CONCEPTS = ("registration_status", "system_until", "in_force_until", "in_force_from")


class Force(IntEnum):
    """Whether a registration holds, and why it does not."""

    UNSAID = 0
    IN_FORCE = 1
    DRAFT = 2
    PROPOSAL = 3
    CANCELLED = 4
    ENDED = 5
    NOT_YET = 6


@dataclass(frozen=True)
class Registration:
    """What a layer says of the registrations in it, (n,)."""

    force: npt.NDArray[np.int8]
    """Force."""
    standing: Bits
    """As of `read_standing`."""

    @classmethod
    def unsaid(cls, count: int) -> Registration:
        """`count` registrations of which nothing is said."""
        return cls(np.full(count, Force.UNSAID, dtype=np.int8), np.zeros(count, dtype=np.int8))

    @classmethod
    def read(cls, columns: Columns, count: int) -> Registration:
        """From the columns of STANDING_CONCEPTS and FORCE_CONCEPTS that a layer has."""
        return cls(read_force(columns, count), read_standing(columns, count))

    def holding(self, save: npt.NDArray[np.int8]) -> tuple[npt.NDArray[np.int8], Bits]:
        """The SAVE values, as of `read_save_values`, and standing designations of the registrations in force, (n,)."""
        none = no_registration(self.force)
        if not none.any():
            return save, self.standing
        values: npt.NDArray[np.int8] = np.where(none, np.int8(NOT_ASSESSED), save)
        return values, np.where(none, np.int8(0), self.standing)


SUB_VALUES = {
    "save_architecture": "save_arkitektonisk",
    "save_culture": "save_kulturhistorisk",
    "save_environment": "save_miljoemaessig",
    "save_originality": "save_originalitet",
    "save_condition": "save_tilstand",
}
"""SAVE's five parameters, by concept, and the field that holds each."""
PUBLIC_CONCEPTS = ("public", "public_code")
ASSESSMENT_CONCEPTS = (*SUB_VALUES, "save_date", *PUBLIC_CONCEPTS, *STANDING_CONCEPTS, *FORCE_CONCEPTS)


@dataclass(frozen=True)
class Assessments:
    """What a register tells of each assessment beside its value, (n,)."""

    registration: Registration
    parameters: dict[str, npt.NDArray[np.int8]]
    """By the concepts of SUB_VALUES, as of `read_save_values`."""
    days: list[str]
    """When it was made, year-month-day, "" unknown."""
    public: Floats
    """1 for everybody, 0 for authorities only, NaN where nothing is said."""
    unreadable: dict[str, Counter[str]]

    @classmethod
    def unsaid(cls, count: int) -> Assessments:
        """`count` assessments of which nothing is said."""
        return cls.read({}, count)

    def of(self, rows: Integers) -> Assessments:
        """Those of some rows, (k,); nothing is said of row -1."""
        registration = self.registration
        return Assessments(
            Registration(
                np.append(registration.force, np.int8(0))[rows], np.append(registration.standing, np.int8(0))[rows]
            ),
            {concept: np.append(values, np.int8(0))[rows] for concept, values in self.parameters.items()},
            [self.days[row] if row >= 0 else "" for row in rows.tolist()],
            np.append(self.public, np.nan)[rows],
            {},
        )

    @classmethod
    def read(cls, columns: Columns, count: int) -> Assessments:
        """From the columns of ASSESSMENT_CONCEPTS that a layer has."""
        read, unreadable = read_sub_values(columns)
        parameters = {concept: read.get(concept, np.zeros(count, dtype=np.int8)) for concept in SUB_VALUES}
        days, failed = _days(columns.get("save_date"), count)
        if failed:
            unreadable["save_date"] = failed
        return cls(Registration.read(columns, count), parameters, days, _public(columns, count), unreadable)


def read_sub_values(columns: Columns) -> tuple[dict[str, npt.NDArray[np.int8]], dict[str, Counter[str]]]:
    """SAVE's parameters that a layer has, by concept, as of `read_save_values`; and what could not be read."""
    values: dict[str, npt.NDArray[np.int8]] = {}
    unreadable: dict[str, Counter[str]] = {}
    for concept in SUB_VALUES:
        raw = columns.get(concept)
        if raw is not None:
            values[concept], failed = read_save_values(raw)
            if failed:
                unreadable[concept] = failed
    return values, unreadable


def _days(raw: Sequence[Any] | None, count: int) -> tuple[list[str], Counter[str]]:
    """Days in the form 2005-06-01, and what is no date."""
    if raw is None:
        return [""] * count, Counter()
    told: dict[Any, str | None] = {}
    for one in set(raw):
        try:
            day = date(one)
            told[one] = "" if day is None else day.isoformat()
        except ValueError:
            told[one] = None
    return [told[one] or "" for one in raw], Counter(str(one) for one in raw if told[one] is None)


def _public(columns: Columns, count: int) -> Floats:
    """GeoFA's off_kode comes first: beside it `offentlig` says the same in words, and alone where no code stands."""
    said = columns.get("public")
    told = np.full(count, np.nan) if said is None else read_booleans(said).values
    code = columns.get("public_code")
    if code is None:
        return told
    read = read_numbers(code).values
    return np.where(np.isnan(read), told, (read == load(FILE)["public"]).astype(np.float64))


def withheld_rows(columns: Columns, count: int) -> Booleans:
    """Which rows the register keeps from the public, (n,), from the columns of PUBLIC_CONCEPTS that a layer has.

    A row that says nothing is public.
    """
    withheld: Booleans = _public(columns, count) == 0
    return withheld


def no_registration(force: npt.NDArray[np.int8]) -> Booleans:
    """Which registrations are none, (n,)."""
    none: Booleans = force > Force.IN_FORCE
    return none


def read_force(columns: Columns, count: int) -> npt.NDArray[np.int8]:
    """Force of each registration, (n,).

    A status that says none of them leaves it open, and an end that is past ends it, as a beginning yet to come holds it
    back.
    """
    force = np.full(count, Force.UNSAID, dtype=np.int8)
    raw = columns.get("registration_status")
    if raw is not None:
        told = {one: _force_of(one) for one in set(raw)}
        force = np.fromiter((told[one] for one in raw), dtype=np.int8, count=count)
    over = past_ends([columns.get("system_until"), columns.get("in_force_until")], count)
    early = later_starts([columns.get("in_force_from")], count)
    for stated, what in ((over, Force.ENDED), (early, Force.NOT_YET)):
        chosen = np.fromiter((bool(one) for one in stated), dtype=bool, count=count)
        force[chosen & (force <= Force.IN_FORCE)] = what
    return force


def force_codes(force: npt.NDArray[np.int8]) -> list[str]:
    """The value of `save_status` of each row, "" where nothing is said."""
    words = [load(FILE)["status_words"].get(one.name.lower(), "") for one in Force]
    return [words[one] for one in force.tolist()]


def read_standing(columns: Columns, count: int) -> Bits:
    """By which plans each building is designated today, bits (n,).

    That it is designated and by what may stand in two fields that contradict each other: it then counts as designated
    by a plan that nobody names, since a person must look.
    """
    bits = np.zeros(count, dtype=np.int8)
    for concept in ("standing_designation", "preserved_by"):
        raw = columns.get(concept)
        if raw is not None:
            told = {one: _plans_of(one) for one in set(raw)}
            bits |= np.fromiter((told[one] for one in raw), dtype=np.int8, count=count)
    flag = columns.get("preserved")
    if flag is not None:
        yes = read_booleans(flag).values
        named = (bits & DESIGNATED_TODAY) > 0
        bits[(yes == 1) & ~named] = UNNAMED_PLAN
        bits[(yes == 0) & named] = UNNAMED_PLAN
        bits[(yes == 0) & ~named] = NO_PLAN
    return bits


def designated_today(standing: Bits) -> Booleans:
    """Whether a plan in force designates each building, (n,)."""
    held: Booleans = (standing & DESIGNATED_TODAY) > 0
    return held


def standing_code(bits: int) -> str:
    """The value of `gaeldende_udpegning`, "" where nothing is known."""
    codes = load(FILE)["standing_codes"]
    if bits & LOCAL_PLAN and bits & MUNICIPAL_PLAN:
        return str(codes["both"])
    names = {LOCAL_PLAN: "local", MUNICIPAL_PLAN: "municipal", UNNAMED_PLAN: "unnamed", NO_PLAN: "none"}
    return next((str(codes[name]) for bit, name in names.items() if bits & bit), "")


def standing_codes(standing: Bits) -> list[str]:
    """`standing_code` of a whole column."""
    words = [standing_code(bits) for bits in range(2 * NO_PLAN)]
    return [words[one] for one in standing.tolist()]


def _force_of(raw: Any) -> Force:
    rules = load(FILE)
    number = read_number(raw)
    if number is not None and number == number:
        named = (name for name, codes in rules["status"].items() if number in codes)
        return Force[next(named, "unsaid").upper()]
    text = register_text(raw).lower()
    known = {str(word): name for name, word in rules["status_words"].items()}
    return Force[known.get(text, "unsaid").upper()]


def _plans_of(raw: Any) -> int:
    """A plan as GeoFA's code (0-3), as a code of `gaeldende_udpegning`, or in words."""
    number = read_number(raw)
    if number is not None:
        return _BY_CODE.get(number, 0)
    text, codes = register_text(raw).lower(), load(FILE)["standing_codes"]
    if text in (codes["none"], codes["unnamed"]):
        return NO_PLAN if text == codes["none"] else UNNAMED_PLAN
    both = text == codes["both"]
    local, municipal = both or codes["local"] in text, both or codes["municipal"] in text
    return LOCAL_PLAN * local | MUNICIPAL_PLAN * municipal
