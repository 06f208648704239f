"""The fields of the records for Plandata.dk: their values, in Plandata's own forms, held against its published rules.

Forms: yes and no as true and false, whole numbers of so many digits, decimals with a comma, texts of so many letters,
days as yyyymmdd. Source: planinfo.dk, data model for upload, datatypes (read in November 2026). The fields themselves
stand in `rules/plandata.json`, with how well each is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Union

from ..common.data import load
from ..common.errors import HeritageError

FILE = "rules/plandata.json"
TEXT, WHOLE, DECIMAL, YES_NO, DATE = "text", "whole", "decimal", "yes_no", "date"
PLAN, PARTS = "lokalplan", "lokalplandelomraade"
"""The layers."""
SHAPE_NAME = 10
"""Letters of a field's name in a shapefile."""
ENCODING = "cp1252"
"""Both formats have known it from the beginning; a letter is a byte in it, so that a field holds what it says."""
LARGEST_PLANID = 9
"""Digits."""
Value = Union[str, int, float, bool, None]
Facts = Mapping[str, Union[str, int, date, None]]
"""What the package knows, by the names under `from`."""


@dataclass(frozen=True)
class Field:
    """A field of a record."""

    key: str
    kind: str
    length: int
    decimals: int
    value: str
    """What always stands there, as text; "" for none."""
    fact: str
    """Which fact stands there, "" for none."""
    where: str
    quality: str
    empty_when: str

    @property
    def column(self) -> str:
        """What it is called in a file."""
        return self.key[:SHAPE_NAME]

    @property
    def type_told(self) -> str:
        """Its type as Plandata's guide writes types."""
        if self.kind == YES_NO:
            return "Boolean"
        if self.kind == DECIMAL:
            return f"Numerisk({self.length - self.decimals - 1},{self.decimals})"
        return f"{'Streng' if self.kind == TEXT else 'Heltal'}({self.length})"


def fields_of(layer: str) -> list[Field]:
    """The fields of a layer in their order."""
    return [
        Field(
            key=one["key"],
            kind=one["holds"],
            length=int(one["length"]),
            decimals=int(one.get("decimals", 0)),
            value=one["value"].strip(),
            fact=one.get("from", ""),
            where=one["where"],
            quality=load(FILE)["qualities"].get(one["quality"], one["quality"]),
            empty_when=one.get("empty_when", ""),
        )
        for one in layer_described(layer)["fields"]
    ]


def layer_described(layer: str) -> dict[str, Any]:
    """What `rules/plandata.json` says of a layer."""
    return next(one for one in load(FILE)["layers"] if one["key"] == layer)


def record(layer: str, facts: Facts) -> dict[str, Value]:
    """The values of a record by field; None where nothing is known. HeritageError where one does not fit its field."""
    every = fields_of(layer)
    values = {one.key: _value(layer, one, facts) for one in every}
    for one in every:
        _refuse_unfit(layer, one, values[one.key])
    _refuse_against_rules(layer, every, values)
    return values


def shown_form(value: Value, kind: str) -> str:
    """A value as Plandata writes it, "" for none.

    >>> shown_form(True, "yes_no"), shown_form(1.5, "decimal"), shown_form(20270419, "date"), shown_form(None, "text")
    ('true', '1,5', '20270419', '')
    """
    if value is None:
        return ""
    if kind == YES_NO:
        return "true" if value else "false"
    return str(value).replace(".", ",") if kind == DECIMAL else str(value)


def _value(layer: str, field: Field, facts: Facts) -> Value:
    if field.value:
        return _read(layer, field)
    fact = facts.get(field.fact) if field.fact else None
    if isinstance(fact, date):
        return int(f"{fact:%Y%m%d}")
    return fact if fact != "" else None


def _read(layer: str, field: Field) -> Value:
    """A value that stands in the settings as text."""
    text = field.value
    if field.kind == TEXT:
        return text
    if field.kind == YES_NO and text.lower() in _YES_NO:
        return _YES_NO[text.lower()]
    try:
        if field.kind == DECIMAL:
            return float(text.replace(",", "."))
        if field.kind in (WHOLE, DATE) and text.isascii():
            return int(text)
    except ValueError:
        raise _unreadable(layer, field) from None
    raise _unreadable(layer, field)


_YES_NO = {"true": True, "t": True, "false": False, "f": False}


def _unreadable(layer: str, field: Field) -> HeritageError:
    return HeritageError(
        "{file}: the field {field} of {layer} is {value}, but it takes a value such as {expected}. Correct it in the "
        "profile.",
        file=FILE,
        field=field.key,
        layer=layer,
        value=field.value,
        expected=_EXPECTED[field.kind],
    )


_EXPECTED = {WHOLE: "20", DECIMAL: "1,5", YES_NO: "true / false", DATE: "20270419"}


def _refuse_unfit(layer: str, field: Field, value: Value) -> None:
    form = shown_form(value, field.kind)
    if len(form) > field.length:
        raise HeritageError(
            "The field {field} of {layer} holds {length:character|characters}, but its value has {count:,}: {value}. "
            "Make the package anew with a shorter TITLE or PLAN_NUMBER, or correct the value in the profile ({file}).",
            field=field.key,
            layer=layer,
            length=field.length,
            count=len(form),
            value=form,
            file=FILE,
        )
    lost = sorted({letter for letter in form if not letter.encode(ENCODING, "ignore")})
    if lost:
        raise HeritageError(
            "The field {field} of {layer} has letters that the files for Plandata cannot hold ({letters}): {value}. "
            "Make the package anew with another TITLE or PLAN_NUMBER, or correct the value in the profile ({file}).",
            field=field.key,
            layer=layer,
            letters=" ".join(lost),
            value=form,
            file=FILE,
        )


def _refuse_against_rules(layer: str, fields: Sequence[Field], values: Mapping[str, Value]) -> None:
    """The published rule of zones, and the like of it for what a plan does not regulate.

    ZONE is 1 or 3 and IZONEREG false, or ZONE is empty and IZONEREG true. Source: planinfo.dk, questions and answers on
    the data model. That an extent stands empty where IOMFANGREG is true is by analogy, and by 979 reported plans.
    """
    for one in fields:
        switch = values.get(one.empty_when) if one.empty_when else None
        if switch is True and values[one.key] is not None:
            raise HeritageError(
                "{file}: {layer} has {field} = {value}, but {switch} = true says that the plan does not regulate it. "
                "Leave {field} empty, or set {switch} to false.",
                file=FILE,
                layer=layer,
                field=one.key,
                value=shown_form(values[one.key], one.kind),
                switch=one.empty_when,
            )
    allowed = load(FILE)["zones"]
    if values.get("izonereg") is False and values.get("zone") not in allowed:
        raise HeritageError(
            "{file}: {layer} has izonereg = false, so the plan regulates the zone, and zone has to be {allowed}. It is "
            "{value}.",
            file=FILE,
            layer=layer,
            allowed=" / ".join(str(one) for one in allowed),
            value=values.get("zone") if values.get("zone") is not None else "-",
        )


def empty_fields(layer: str, values: Mapping[str, Value]) -> list[Field]:
    """The fields that stand empty and may be required; one that has to be empty is none of them."""
    return [one for one in fields_of(layer) if values[one.key] is None and values.get(one.empty_when) is not True]


@dataclass(frozen=True)
class Status:
    """How far the plan is, as Plandata names it."""

    code: str
    name: str
    meaning: str


def status_of(state: int, known: Sequence[str]) -> Status:
    """The status of a plan by its state (0 draft, 1 proposal, 2 adopted) and the dates that are known (`adopted`).

    >>> status_of(1, []).code, status_of(2, ["adopted"]).code, status_of(2, []).code
    ('F', 'V', 'KV')
    """
    found = next(one for one in load(FILE)["statuses"] if one["state"] == state and set(one["needs"]) <= set(known))
    return Status(found["code"], found["name"], found["meaning"])


def read_planid(text: str) -> int | None:
    """The number that Plandata gave the plan; None for an empty text. HeritageError for anything else."""
    told = text.strip()
    if not told:
        return None
    if not (told.isascii() and told.isdigit() and len(told) <= LARGEST_PLANID and int(told)):
        raise HeritageError(
            "PLANID: {value} is no planid. It is the number of at most {digits} digits that Plandata gave the plan; "
            "leave PLANID empty for a plan that is new there.",
            value=told,
            digits=LARGEST_PLANID,
        )
    return int(told)
