"""What the reports of all tools hold: what the reader must know of the data, and what was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing about the data that the reader must know; `examples` are ids or values."""

    text: str
    count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """What part of a layer was read; all of it where nothing is said."""

    words: str = ""
    expression: str = ""
    """A filter that words cannot say, as it stands."""


@dataclass(frozen=True)
class Input:
    """A layer or table that the run read."""

    parameter: str
    name: str
    rows: int
    crs: str
    part: Part = Part()


@dataclass(frozen=True)
class Report:
    """What every report on a tool's result says beside its own. Texts are Danish."""

    title: str
    findings: tuple[Finding, ...]
    parameters: tuple[tuple[str, str, str], ...]
    """Name, Danish label, value as text."""
    inputs: tuple[Input, ...]
    versions: tuple[tuple[str, str], ...]
    made_at: str
    map_png: bytes | None
