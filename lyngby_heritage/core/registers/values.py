"""Reads values as the registers deliver them: numbers as text, codes with leading zeros or as words, gaps.

A column is read once per distinct value. A gap is NaN; what cannot be read is NaN too, and counted apart.
"""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.data import load
from ..common.dates import danish_time, read_moment
from .codes import codes_by_label

Floats = npt.NDArray[np.float64]

NOT_ASSESSED = 0
"""In an array of SAVE values: NULL, blank, 0 or -1, which FBB writes for a building nobody assessed."""
UNREADABLE = -1
"""In an array of SAVE values: something stands there, but it is no whole number 1-9."""

_WHOLE = re.compile(r"^[+-]?[0-9]+([.,]0+)?$")
_NUMBER = re.compile(r"^[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)$")
_GROUPED = re.compile(r"^[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]*)?$")
_SPACED = re.compile(r"^[+-]?[1-9][0-9]{0,2}([ \u00a0\u2009\u202f][0-9]{3})+(,[0-9]*)?$")
_WITH_UNIT = re.compile(r"^([+-]?[0-9][0-9., \u00a0\u2009\u202f]*?)\s*([^\W\d][\w²^]*)\.?$")
_ID_DRESS = re.compile(r"[\s{}'\"\u200b-\u200d\ufeff]|urn:|\.0")
_ID_MARKS = "{}'\"\u200b\u200c\u200d\ufeff"
_WHOLE_ID = re.compile(r"^[0-9]+\.0+$")
_BARE_UUID = re.compile(r"^[0-9a-f]{32}$")
_CODE_AND_WORDS = re.compile(r"^([0-9]{1,4})\s*[-:–.]?\s+\D")

AREA_UNITS = {
    **dict.fromkeys(("m2", "m²", "m^2", "kvm", "kvadratmeter"), 1.0),
    **dict.fromkeys(("ha", "hektar"), 10_000.0),
}
"""What may stand behind an area, with the m² of one."""
COUNT_UNITS = dict.fromkeys(
    (
        "etage",
        "etager",
        "etg",
        "et",
        "plan",
        "bolig",
        "boliger",
        "lejlighed",
        "lejligheder",
        "lejl",
        "køkken",
        "køkkener",
        "stk",
    ),
    1.0,
)
"""What may stand behind a number of storeys or dwellings."""

BARE_UUID_LENGTH = 32
LARGEST = 2**31 - 1
"""What fields of whole numbers hold: a larger one is a slip, or an id in the wrong column."""

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
    if isinstance(raw, str) and not _NUMBER.match(raw.strip()):
        return None
    if not isinstance(raw, (int, float, str)):
        return None
    try:
        read = float(raw.strip().replace(",", ".") if isinstance(raw, str) else raw)
    except OverflowError:  # a whole number of more than 308 digits
        return None
    return read if math.isfinite(read) else None


def _read(raw: Sequence[Any], parse: Callable[[Any], float | None]) -> Column:
    parsed = _Parsed(lambda value: math.inf if (read := parse(value)) is None else read)
    values = np.fromiter(map(parsed.__getitem__, raw), dtype=np.float64, count=len(raw))
    failed = np.isinf(values)
    unreadable: Counter[str] = Counter()
    if failed.any():
        unreadable.update(str(raw[position]) for position in np.flatnonzero(failed))
        values[failed] = np.nan
    return Column(values, unreadable)


def _without_dots(raw: Sequence[Any]) -> Callable[[Any], Any]:
    """What takes the dots between thousands away, in a column where every dot can be one.

    "1.234" is 1234 as Danes write, and 1.234 as computers do: one value such as "1.5" shows that the dots are points.
    For areas and whole numbers alone: a storey height or a share has three decimals as easily as not.
    """
    dotted = {one for one in set(raw) if isinstance(one, str) and "." in _split(one)[0]}
    grouped = bool(dotted) and all(_GROUPED.match(_split(one)[0]) for one in dotted)

    def without(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        number, unit = _split(value)
        if (grouped and "." in number) or _SPACED.match(number):
            number = re.sub(r"[.\s]", "", number)
        return number + unit

    return without


def _split(text: str) -> tuple[str, str]:
    """A text as number and unit, without blanks between; the unit is "" where there is none."""
    found = _WITH_UNIT.match(text.strip())
    return (found.group(1).strip(), found.group(2)) if found else (text.strip(), "")


def _measured(value: Any, units: Mapping[str, float]) -> float | None:
    """As `read_number`, with one of the units behind it."""
    if isinstance(value, str):
        number, unit = _split(value)
        factor = units.get(unit.lower())
        if factor is not None:
            read = read_number(number)
            return None if read is None else read * factor
    return read_number(value)


def known_whole_numbers(raw: Sequence[Any] | None, count: int) -> list[int | None]:
    """A column of whole numbers, None for anything else; `count` of them where there is no column."""
    read = [read_number(one) for one in raw] if raw is not None else [None] * count
    return [int(one) if one is not None and one == one and one == int(one) else None for one in read]


def read_numbers(raw: Sequence[Any]) -> Column:
    """Numbers of any kind, such as storeys ("2.0", 1.5, "1,5 etager"). A dot is a decimal point."""
    return _read(raw, lambda value: _measured(value, COUNT_UNITS))


def _is_whole(number: float) -> bool:
    """Whether a number is whole, and small enough to be a count, a year or a code that anybody wrote."""
    return number.is_integer() and abs(number) <= LARGEST


def read_storeys(raw: Sequence[Any]) -> Column:
    """Numbers of storeys as `read_numbers`, of which zero and less is unknown."""

    def storeys(value: Any) -> float | None:
        read = _measured(value, COUNT_UNITS)
        return math.nan if read is not None and read <= 0 else read

    return _read(raw, storeys)


def read_whole_numbers(raw: Sequence[Any]) -> Column:
    """Whole numbers, such as a year as it is registered ("1954", 1954.0) or dwellings; 1954.5 is unreadable."""
    without_dots = _without_dots(raw)

    def whole(value: Any) -> float | None:
        read = _measured(without_dots(value), COUNT_UNITS)
        return None if read is not None and read == read and not _is_whole(read) else read

    return _read(raw, whole)


def read_areas(raw: Sequence[Any]) -> Column:
    """Areas in m². Zero and less is unknown: BBR holds tens of thousands of both, and no building has such an area."""
    without_dots = _without_dots(raw)

    def area(value: Any) -> float | None:
        read = _measured(without_dots(value), AREA_UNITS)
        return math.nan if read is not None and read <= 0 else read

    return _read(raw, area)


def read_years(raw: Sequence[Any]) -> Column:
    """Years of construction; up to 1000 they are unknown (the registers write 1000 for that)."""
    until = load("rules/designation.json")["unknown_year_until"]
    without_dots = _without_dots(raw)

    def year(value: Any) -> float | None:
        read = read_number(without_dots(value))
        return math.nan if read is not None and read <= until else read

    return _read(raw, year)


def read_amounts(raw: Sequence[Any]) -> Column:
    """Areas of which none is a fact of its own, such as that of a roof storey. Less than zero is unknown."""
    without_dots = _without_dots(raw)

    def amount(value: Any) -> float | None:
        read = _measured(without_dots(value), AREA_UNITS)
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
        if read is not None and read == read and not _is_whole(read):
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
    """An id as it is compared, "" when missing.

    Text in lower case (UUIDs occur in both), without what tools dress it in: braces, spaces, quotes, marks that do not
    show, `urn:uuid:`, and ".0" behind the digits of a number.
    """
    if _is_missing(raw):
        return ""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    text = str(raw).strip().strip(_ID_MARKS).strip().lower().removeprefix("urn:uuid:")
    if _WHOLE_ID.match(text):
        return text.partition(".")[0]
    if _BARE_UUID.match(text) and not text.isdigit():
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
    return text


def normal_ids(raw: Sequence[Any]) -> list[str]:
    """A whole column of ids as `normal_id` gives them, quickly where they are in that form already."""
    if raw and all(type(one) is str and one for one in raw):
        text = "".join(raw)
        plain = (text.islower() or text == text.lower()) and not _ID_DRESS.search(text)
        if plain and BARE_UUID_LENGTH not in set(map(len, raw)):
            return list(raw)
    return [normal_id(one) for one in raw]


def written_id(raw: Any) -> str:
    """An id as it is written: as `register_text`, and without ".0" behind the digits of a text."""
    text = register_text(raw)
    return text.partition(".")[0] if _WHOLE_ID.match(text) else text


def date(raw: Any) -> datetime.date | None:
    """A date as `dates.read_date` reads it, or a date object; None when missing. ValueError when unreadable."""
    read = moment(raw)
    return None if read is None else read.date()


def moment(raw: Any) -> datetime.datetime | None:
    """A time in Denmark as `read_moment` reads it, or a date object; None when missing. ValueError when unreadable."""
    if isinstance(raw, datetime.datetime):
        return raw if raw.tzinfo is None else danish_time(raw)
    if isinstance(raw, datetime.date):
        return datetime.datetime(raw.year, raw.month, raw.day)
    if _is_missing(raw):
        return None
    return read_moment(str(int(raw) if isinstance(raw, float) and raw.is_integer() else raw))


def register_text(raw: Any) -> str:
    """A value as text without outer blanks: "" where there is none, and no ".0" behind a whole number."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return raw.strip()
    if isinstance(raw, float):
        return "" if raw != raw else str(int(raw)) if raw.is_integer() else str(raw)
    return str(raw)
