"""How Plandata writes limits: numbered slots of uses, figures as text, dates as yyyymmdd of which one is unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..common.data import load
from .aliases import plain
from .validity import begins_later, has_ended
from .values import date, read_number, register_text

FILE = "registers/plandata.json"

SLOT_PARTS = {"slot_use": "anvspec", "slot_ratio": "bygpct", "slot_scope": "bygpcth", "slot_storeys": "maxetage"}
"""What each part of a slot is called in front of its number."""

EXTENT_FIELDS = r"bebygpct|maxetager|maxbygnhjd|m3m2|eareal|(bygpct|maxetage|maxbhjd|eareal)\d{1,2}"

_HALF = {"½": ".5", "¼": ".25", "¾": ".75"}


def slots(names: Sequence[str]) -> dict[str, dict[int, int]]:
    """For each part of SLOT_PARTS the position of its field by the slot's number; empty without Plandata's slots."""
    found: dict[str, dict[int, int]] = {part: {} for part in SLOT_PARTS}
    for position, name in enumerate(names):
        for part, stem in SLOT_PARTS.items():
            match = re.fullmatch(stem + r"(\d{1,2})", plain(name))
            if match:
                found[part].setdefault(int(match.group(1)), position)
    return found


def extents(names: Sequence[str]) -> list[int]:
    """The positions of all fields that state an extent: a ratio, storeys, a height, a floor area or a volume."""
    return [position for position, name in enumerate(names) if re.fullmatch(EXTENT_FIELDS, plain(name))]


def limit(raw: Any) -> float | None:
    """A percentage or a number of storeys, also "30 %" or "1½"; NaN where none is stated, None when unreadable.

    Zero and less state nothing: the register holds 0 where nobody filled the field.
    """
    if isinstance(raw, str):
        text = raw.strip().removesuffix("%").strip()
        for sign, decimals in _HALF.items():
            text = text.replace(sign, decimals)
        raw = text
    read = read_number(raw)
    return read if read is None or read > 0 else float("nan")


def binds(status: Any, cancelled: Any, in_force: Any) -> bool:
    """Whether a plan with this status, date of cancellation and date of coming into force binds today.

    What says nothing of a date or a status is in force: a layer of plans in force need not repeat it in every row.
    """
    if register_text(status).lower() in load(FILE)["not_in_force"] or has_ended(cancelled):
        return False
    return not begins_later(in_force)


def adoption(raw: Any) -> float:
    """A date as a proleptic ordinal, NaN where none is known or it cannot be read."""
    try:
        day = date(raw)
    except ValueError:
        return float("nan")
    if day is None or int(f"{day:%Y%m%d}") in load(FILE)["unknown_dates"]:
        return float("nan")
    return float(day.toordinal())


def states_no_date(raw: Any) -> bool:
    """Whether a date is the one that Plandata writes for none, in whatever form."""
    return any(str(one) in register_text(raw) for one in load(FILE)["unknown_dates"])


def provision_slots(names: Sequence[str]) -> list[int]:
    """The positions of the fields with codes of what a plan has provisions on: abestem1, abestem2 …"""
    return [position for position, name in enumerate(names) if re.fullmatch(r"abestem\d{1,2}", plain(name))]


def preserves(codes: Sequence[Any], text: Any) -> bool:
    """Whether a plan has provisions on preservation, by its codes or by its words on it.

    Which buildings they hold for stands in the plan's own text and map: Plandata has no list of them.
    """
    known = load(FILE)
    words = register_text(text).rstrip(".").lower()
    said = bool(words) and words not in known["says_nothing"]
    return said or any(read_number(one) in known["preserving_provisions"] for one in codes)


def is_true(raw: Any) -> bool:
    """A yes as the registers write it: true, "true", 1, "ja"."""
    return raw is True or str(raw).strip().lower() in ("true", "t", "1", "1.0", "ja", "j")


def is_false(raw: Any) -> bool:
    """A no as the registers write it; an empty cell says neither."""
    return raw is False or str(raw).strip().lower() in ("false", "f", "0", "0.0", "nej", "n")
