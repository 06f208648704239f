"""What the report on a designation holds, apart from how it looks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GroundCount:
    """How many buildings carry one code of `udpegning`."""

    code: str
    buildings: int
    designated: int


@dataclass(frozen=True)
class RuleOutcome:
    """What one VALUE4_RULE would do to the buildings of value 4 that no decision names."""

    rule: int
    designated: int
    review: int
    not_designated: int
    chosen: bool


@dataclass(frozen=True)
class Sweep:
    """How the designation of the 4s moves when one threshold moves and all else stays as chosen."""

    parameter: str
    values: tuple[float, ...]
    designated: tuple[int, ...]
    review: tuple[int, ...]
    chosen: float


@dataclass(frozen=True)
class Finding:
    """One thing about the data that the reader must know; `examples` are ids or values."""

    text: str
    count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Input:
    """A layer or table that the run read."""

    parameter: str
    name: str
    rows: int
    crs: str


@dataclass(frozen=True)
class DesignationReport:
    """All that `classification.html.j2` shows. Texts are Danish."""

    title: str
    grounds: tuple[GroundCount, ...]
    save_counts: tuple[tuple[int | None, int], ...]
    secondary: tuple[tuple[str, int, int], ...]
    """What BBR calls them, how many carry a readable value, how many are designated."""
    rule: int
    undecided_fours: int
    """Buildings of value 4 that no decision names: what rules and thresholds decide about."""
    rules: tuple[RuleOutcome, ...]
    sweeps: tuple[Sweep, ...]
    findings: tuple[Finding, ...]
    parameters: tuple[tuple[str, str, str], ...]
    """Name, Danish label, value as text."""
    inputs: tuple[Input, ...]
    versions: tuple[tuple[str, str], ...]
    made_at: str
    map_png: bytes | None
