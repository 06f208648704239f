"""A theme of the catalogue: what it is called, which layers and numbers the registers have for it, how it is drawn."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..common.law import UNCHECKED


@dataclass(frozen=True)
class Buffer:
    """A zone round the areas of a theme that the municipality's own rule asks for."""

    metres: float
    note: str


@dataclass(frozen=True)
class Place:
    """What is known of one place: a remark for the designations of a theme whose name holds one of the names."""

    theme: str
    names: tuple[str, ...]
    note: str
    certain: bool


@dataclass(frozen=True)
class Theme:
    """One theme of the catalogue."""

    code: str
    name: str
    english: str
    legal: str | None
    legal_verified: bool
    guideline: str | None
    areal: bool
    """Whether only areas say what the theme covers; lines of such a theme leave open who lies inside."""
    layers: Mapping[str, tuple[str, ...]]
    """Register → names of its layers."""
    theme_codes: tuple[int, ...]
    status: Mapping[str, str]
    """Register → status of rows that carry none, for registers that hold nothing else."""
    style: Mapping[str, Any]
    buffer: Buffer | None = None
    number_registers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Register → those of the theme's numbers that are its own, where several registers number the theme."""

    @property
    def legal_as_known(self) -> str | None:
        """The legal ground as a row has it: what nobody has looked up says so."""
        return self.legal if self.legal_verified or not self.legal else f"{self.legal} [{UNCHECKED}]"

    def register_of(self, numbers: Collection[int]) -> str:
        """The register whose numbers of the theme these are."""
        named = (one for one, own in self.number_registers.items() if not set(own).isdisjoint(numbers))
        return next(named, next((one for one in self.layers if one != "own"), "own"))
