"""GeoFA's themes 6205 and 6204 as FKG publishes them: fields, lengths, ranges, code lists.

They stand in data/registers/geofa_schema.json. A value that a field cannot hold is refused, never cut or rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..common.data import cached, load
from ..common.errors import HeritageError, Note
from ..registers import values

FILE = "registers/geofa_schema.json"
BUILDINGS, GROUPS = "t_6205_bygningsvurdering", "t_6204_bygningsvurderingsgruppe"
"""The tables, as the database calls them."""
OBLIGATORY, FREE, SYSTEM = "obligatory", "free", "system"
"""What GeoFA asks of a field; a system field it fills in itself."""
TEXT, UUID, INT, BOOL, DATE, TIME = "text", "uuid", "int", "bool", "date", "time"
"""Kinds of fields. A time is kept as the text that it was delivered as."""
TOO_LONG, NO_NUMBER, OUT_OF_RANGE, NO_FLAG, NO_DATE = "too_long", "no_number", "out_of_range", "no_flag", "no_date"
"""Why a value does not fit."""
LONGEST_ID = 128


@dataclass(frozen=True)
class Field:
    """A field of a theme."""

    name: str
    kind: str
    need: str
    short: str = ""
    """Its name in shapefiles, where that is another."""
    length: int | None = None
    """The most letters of a text."""
    least: int | None = None
    most: int | None = None
    codes: str = ""
    """Its code list in the same file."""
    also: tuple[str, ...] = ()
    """Other names under which an extract has it."""
    anew: bool = False
    """A system field that GeoFA sets whenever a row is saved."""
    unsure: str = ""
    """What nobody has verified of it."""

    @property
    def names(self) -> list[str]:
        """Every name that it goes by, best first."""
        return [one for one in (self.name, self.short, *self.also) if one]

    def allowed(self) -> str:
        """What it holds, in a few signs: "1-9999999", "text of at most 254"."""
        if self.kind == INT and self.least is not None:
            return f"{self.least}-{self.most}"
        return f"{self.kind} <= {self.length}" if self.length else self.kind


class Unfit(ValueError):  # noqa: N818 - it is the reason that is raised
    """A value that a field cannot hold; its argument says why, as one of the codes above."""


@cached
def theme_fields(table: str) -> tuple[Field, ...]:
    """The fields of a table without its geometry, in the specification's order."""
    described = load(FILE)["tables"][table]["fields"]
    return tuple(Field(**{**one, "also": tuple(one.get("also", ()))}) for one in described)


@cached
def field_named(table: str, name: str) -> Field:
    """A field by its long name."""
    return next(one for one in theme_fields(table) if one.name == name)


def saved_anew(table: str) -> list[str]:
    """The system fields that GeoFA sets whenever a row is saved."""
    return [one.name for one in theme_fields(table) if one.anew]


def theme_title(table: str) -> str:
    """What people call a table: "6205 Bygningsvurdering"."""
    described = load(FILE)["tables"][table]
    return f"{described['theme']} {described['name']}"


def geometry_column() -> str:
    """What the column of the geometries is called."""
    return str(load(FILE)["geometry"])


def unsure_fields(table: str) -> list[str]:
    """A line for each field of which something is not verified."""
    return [f"{one.name}: {one.unsure}" for one in theme_fields(table) if one.unsure]


def code_words(table: str, name: str, code: int | None) -> str:
    """A code with its words, "1 (udpeget som bevaringsværdig i lokalplan)"; "" for none."""
    if code is None:
        return ""
    return f"{code} ({load(FILE)['codes'][field_named(table, name).codes][str(code)]})"


def fitted(field: Field, raw: Any) -> Any:
    """A value as the field holds it, None where there is none. Unfit says why it cannot.

    >>> fitted(Field("bfe_nr", "int", "obligatory", least=1, most=9999999), "100200")
    100200
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()) or (isinstance(raw, float) and raw != raw):
        return None
    return _READERS[field.kind](field, raw)


def _text(field: Field, raw: Any) -> str:
    text = values.register_text(raw)
    if len(text) > (field.length or len(text)):
        raise Unfit(TOO_LONG)
    return text


def _uuid(field: Field, raw: Any) -> str:
    text = values.register_text(raw)
    if len(text) > LONGEST_ID:
        raise Unfit(TOO_LONG)
    return text


def _int(field: Field, raw: Any) -> int:
    read = values.read_number(int(raw) if isinstance(raw, bool) else raw)
    if read is None or read != read or read != int(read) or abs(read) > values.LARGEST:
        raise Unfit(NO_NUMBER)
    if field.least is not None and field.most is not None and not field.least <= read <= field.most:
        raise Unfit(OUT_OF_RANGE)
    return int(read)


def _bool(field: Field, raw: Any) -> bool:
    read = float(values.read_booleans([raw]).values[0])
    if read != read:
        raise Unfit(NO_FLAG)
    return bool(read)


def _date(field: Field, raw: Any) -> date | None:
    try:
        return values.date(raw)
    except ValueError:
        raise Unfit(NO_DATE) from None


def _time(field: Field, raw: Any) -> str:
    try:
        values.moment(raw)
    except ValueError:
        raise Unfit(NO_DATE) from None
    return values.register_text(raw)


_READERS = {TEXT: _text, UUID: _uuid, INT: _int, BOOL: _bool, DATE: _date, TIME: _time}

_PROBLEMS = {
    TOO_LONG: Note("which is too long"),
    NO_NUMBER: Note("which is no whole number"),
    OUT_OF_RANGE: Note("which is outside its range"),
    NO_FLAG: Note("which is neither yes nor no"),
    NO_DATE: Note("which is no date"),
}
SHOWN = 60
"""Letters of a value in a message."""


def fitted_column(layer: str, field: Field, raw: Sequence[Any] | None, count: int) -> list[Any]:
    """A column of an extract, (n,), as `fitted`; None all through where the extract lacks it.

    HeritageError names the first row with a value that the field cannot hold.
    """
    if raw is None:
        return [None] * count
    read: dict[tuple[type, Any], Any] = {}
    out = []
    for row, value in enumerate(raw, start=1):
        key = (type(value), value)
        if key not in read:
            try:
                read[key] = fitted(field, value)
            except Unfit as why:
                raise HeritageError(
                    "{layer}, row {row}: {field} is {value}, {problem}. GeoFA's field takes {allowed}. Correct the row "
                    "in GeoFA, and fetch the rows anew.",
                    layer=layer,
                    row=row,
                    field=field.name,
                    value=str(value)[:SHOWN],
                    problem=_PROBLEMS[str(why)],
                    allowed=field.allowed(),
                ) from None
        out.append(read[key])
    return out


def schema_source() -> str:
    """Where the fields, lengths and codes are published."""
    return str(load(FILE)["source"])
