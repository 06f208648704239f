"""Reads values as the registers deliver them: numbers as text, codes with leading zeros or as words, gaps.

A column is read once per distinct value. A gap is NaN; what cannot be read is NaN too, and counted apart.
"""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.data import load
from .codes import codes_by_label

Floats = npt.NDArray[np.float64]

NOT_ASSESSED = 0
"""In an array of SAVE values: NULL, blank, 0 or -1, which FBB writes for a building nobody assessed."""
UNREADABLE = -1
"""In an array of SAVE values: something stands there, but it is no whole number 1-9."""

_WHOLE = re.compile(r"^[+-]?[0-9]+([.,]0+)?$")
_NUMBER = re.compile(r"^[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)$")
_ID_DRESS = re.compile(r"[\s{}]")
_CODE_AND_WORDS = re.compile(r"^([0-9]{1,4})\s*[-:–.]?\s+\D")
_DATE = re.compile(r"^([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:[T ].*)?$")
_DANISH_DATE = re.compile(r"^([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})$")

_TRUTH = {
    **dict.fromkeys(("true", "t", "1", "1.0", "ja", "j", "yes", "y", "sand"), 1.0),
    **dict.fromkeys(("false", "f", "0", "0.0", "nej", "n", "no", "falsk"), 0.0),
}


@dataclass(frozen=True)
class Column:
    """A column as numbers, (n,) float64 with NaN for unknown, and how often each unreadable value stood in it."""

    values: Floats
    unreadable: Counter[str] = field(default_factory=Counter)


class _Parsed(dict[Any, float]):
    """Each distinct raw value with its reading."""

    def __init__(self, parse: Callable[[Any], float]) -> None:
        super().__init__()
        self._parse = parse

    def __missing__(self, raw: Any) -> float:
        value = self._parse(raw)
        self[raw] = value
        return value


def _is_missing(raw: Any) -> bool:
    return raw is None or (isinstance(raw, float) and math.isnan(raw)) or (isinstance(raw, str) and not raw.strip())


def read_number(raw: Any) -> float | None:
    """A number, also as text with a decimal comma; NaN when missing, None when unreadable."""
    if _is_missing(raw):
        return math.nan
    if isinstance(raw, bool):
        return None
    if isinstance(raw, (int, float)):
        return float(raw) if math.isfinite(raw) else None
    if isinstance(raw, str) and _NUMBER.match(raw.strip()):
        return float(raw.strip().replace(",", "."))
    return None


def _read(raw: Sequence[Any], parse: Callable[[Any], float | None]) -> Column:
    parsed = _Parsed(lambda value: math.inf if (read := parse(value)) is None else read)
    values = np.fromiter(map(parsed.__getitem__, raw), dtype=np.float64, count=len(raw))
    failed = np.isinf(values)
    unreadable: Counter[str] = Counter()
    if failed.any():
        unreadable.update(str(raw[position]) for position in np.flatnonzero(failed))
        values[failed] = np.nan
    return Column(values, unreadable)


def read_numbers(raw: Sequence[Any]) -> Column:
    """Numbers of any kind, such as storeys ("2.0", 1.5)."""
    return _read(raw, read_number)


def read_whole_numbers(raw: Sequence[Any]) -> Column:
    """Whole numbers, such as a year as it is registered ("1954", 1954.0); 1954.5 is unreadable."""

    def whole(value: Any) -> float | None:
        read = read_number(value)
        return None if read is not None and read == read and not read.is_integer() else read

    return _read(raw, whole)


def read_areas(raw: Sequence[Any]) -> Column:
    """Areas in m². Zero and less is unknown: BBR holds tens of thousands of both, and no building has such an area."""

    def area(value: Any) -> float | None:
        read = read_number(value)
        return math.nan if read is not None and read <= 0 else read

    return _read(raw, area)


def read_years(raw: Sequence[Any]) -> Column:
    """Years of construction; up to 1000 they are unknown (the registers write 1000 for that)."""
    until = load("rules/designation.json")["unknown_year_until"]

    def year(value: Any) -> float | None:
        read = read_number(value)
        return math.nan if read is not None and read <= until else read

    return _read(raw, year)


def read_amounts(raw: Sequence[Any]) -> Column:
    """Amounts of which none is a fact of its own, such as the area of a roof storey. Less than zero is unknown."""

    def amount(value: Any) -> float | None:
        read = read_number(value)
        return math.nan if read is not None and read < 0 else read

    return _read(raw, amount)


def read_codes(raw: Sequence[Any], code_list: str, keep_unknown: bool = False) -> Column:
    """Codes of BBR's list `use`, `wall` or `roof`: 120, "0120", "120,0", "120 Parcelhus" or the list's own words.

    Codes that say "unknown" or "other" (999; 80 and 90) become NaN, since two of them need not be alike; with
    `keep_unknown` they stay what the register says.
    """
    unknown = set() if keep_unknown else set(load("rules/designation.json")["unknown_codes"][code_list])
    words = codes_by_label(code_list)

    def code(value: Any) -> float | None:
        read = read_number(value)
        if read is None and isinstance(value, str):
            text = value.strip()
            found = _CODE_AND_WORDS.match(text)
            listed = words.get(text.lower())
            read = float(found.group(1)) if found else None if listed is None else float(listed)
        if read is not None and read == read and not read.is_integer():
            return None
        return math.nan if read in unknown else read

    return _read(raw, code)


def read_save_values(raw: Sequence[Any]) -> tuple[npt.NDArray[np.int8], Counter[str]]:
    """SAVE values 1-9 as whole numbers, also as text ("4", "4,0", " 4 ").

    Returns (n,) int8 with NOT_ASSESSED and UNREADABLE beside 1-9, and how often each unreadable value occurs.
    "4-5", "IV", 2.5 and 12 are unreadable: nobody may guess which value was meant.
    """

    def save(value: Any) -> float | None:
        if _is_missing(value):
            return float(NOT_ASSESSED)
        if isinstance(value, str) and not _WHOLE.match(value.strip()):
            return None
        read = read_number(value)
        if read is None or read != int(read):
            return None
        if read in (0, -1):
            return float(NOT_ASSESSED)
        return read if 1 <= read <= 9 else None

    column = _read(raw, save)
    return np.where(np.isnan(column.values), UNREADABLE, column.values).astype(np.int8), column.unreadable


def read_booleans(raw: Sequence[Any]) -> Column:
    """Yes as 1 and no as 0, however a format keeps them: true, 1, "t", "ja" and their like."""

    def truth(value: Any) -> float | None:
        return math.nan if _is_missing(value) else _TRUTH.get(str(value).strip().lower())

    return _read(raw, truth)


def read_flags(raw: Sequence[Any]) -> tuple[npt.NDArray[np.int8], Counter[str]]:
    """As `read_booleans`, for rules that tell three answers apart: (n,) int8, 1 yes, 0 no, -1 unknown."""
    column = read_booleans(raw)
    return np.where(np.isnan(column.values), -1, column.values).astype(np.int8), column.unreadable


def normal_id(raw: Any) -> str:
    """An id as it is compared: text without braces and spaces, lower case (UUIDs occur in both); "" when missing."""
    if _is_missing(raw):
        return ""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    return str(raw).strip().strip("{}").lower()


def normal_ids(raw: Sequence[Any]) -> list[str]:
    """A whole column of ids as `normal_id` gives them, quickly where they are in that form already."""
    if raw and all(type(one) is str and one for one in raw):
        text = "".join(raw)
        if (text.islower() or text == text.lower()) and not _ID_DRESS.search(text):
            return list(raw)
    return [normal_id(one) for one in raw]


def date(raw: Any) -> datetime.date | None:
    """A date as ISO text, yyyymmdd, dd-mm-yyyy or a date object; None when missing. ValueError when unreadable."""
    if isinstance(raw, datetime.datetime):
        return raw.date()
    if isinstance(raw, datetime.date):
        return raw
    if _is_missing(raw):
        return None
    text = str(int(raw) if isinstance(raw, float) and raw.is_integer() else raw).strip()
    iso, danish = _DATE.match(text), _DANISH_DATE.match(text)
    if iso:
        year, month, day = iso.groups()
    elif danish:
        day, month, year = danish.groups()
    else:
        raise ValueError(text)
    return datetime.date(int(year), int(month), int(day))


def register_text(raw: Any) -> str:
    """A value as text without outer blanks: "" where there is none, and no ".0" behind a whole number."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return raw.strip()
    if isinstance(raw, float):
        return "" if raw != raw else str(int(raw)) if raw.is_integer() else str(raw)
    return str(raw)
