"""A layer that was found among what somebody downloaded: what it is called, what it holds, whose rows it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .aliases import plain
from .recognition import Header

MUNICIPALITY_FIELDS = frozenset({"kommunekode", "kommunelokalid", "komkode"})
"""Fields, as they are compared, in which a register says whose each of its rows is; not Plandata's komnr, for every
municipality's extract holds plans of its neighbours."""


@dataclass(frozen=True)
class Layer:
    """A layer that was found: its name, the address by which it is opened, its fields, rows and CRS."""

    name: str
    address: str
    fields: tuple[str, ...] = ()
    rows: int | None = None
    """None where they were not counted."""
    crs: str = "-"
    other_names: tuple[str, ...] = ()
    """What else it is called: as its file is, where it is the only layer in it, and as the project has it."""
    geometry: str | None = None
    """`point`, `line`, `polygon`, `none`; None where it is not known."""
    values: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    """Field → values of the first rows, of fields that say what a row is."""
    file: str = ""
    """The file as people know it, below the folder that was given."""
    date: str = ""
    """When it was last changed, YYYY-MM-DD; empty where nobody says."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by, the one in its file or service first."""
        return (self.name, *self.other_names)

    @property
    def header(self) -> Header:
        """What it is recognised by."""
        return Header(self.names, self.fields, self.geometry, self.values)

    @property
    def called(self) -> str:
        """What it is called where people read of several: its file, and its name where that is another."""
        return self.file or self.address


def municipality_field(layer: Layer) -> str | None:
    """The field in which a layer says whose each of its rows is, or None."""
    return next((name for name in layer.fields if plain(name) in MUNICIPALITY_FIELDS), None)


def code_of(text: Any) -> str:
    """A municipality's code as registers compare it: three digits.

    >>> code_of("0173"), code_of(173)
    ('173', '173')
    """
    return str(text).strip().removesuffix(".0").lstrip("0")


def stated_municipalities(layer: Layer) -> frozenset[str]:
    """The codes that the first rows of a layer state; none where they state none."""
    return frozenset(
        code
        for name, values in layer.values.items()
        if plain(name) in MUNICIPALITY_FIELDS
        for value in values
        if (code := code_of(value)).isdigit()
    )
