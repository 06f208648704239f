"""What came of a designation, and what it was decided by: apart from how a report, a layer or a table shows it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Callable, NamedTuple

import numpy as np
import numpy.typing as npt

from ..common.wording import decimal, plain_spaces, share
from ..neighbourhood.buildings import is_main
from ..registers.codes import label
from .chosen_values import designation_texts, said
from .rule import CODES, Designation

# ---- what it was decided by ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Basis:
    """The settings and values that decided a designation.

    `pairs` and `read` are its form in a layer's metadata and in the table `koersel` of a package. It holds no
    time of the run and no path: the same data and settings give the same pairs.
    """

    rule: int
    """VALUE4_RULE."""
    method: int
    """NEIGHBOUR_METHOD as it was carried out: never 0, automatic."""
    neighbour_distance: float
    opposite_distance: float
    min_neighbours: int
    min_attributes: int
    similarity: float
    uniform_share: float
    year_tolerance: float
    area_tolerance: float
    high_values: tuple[int, ...]
    """Designated by the value alone, as of `designation.json`; so the next two."""
    neighbour_value: int
    """The value that VALUE4_RULE is asked for."""
    attached_uses: tuple[int, ...]
    inputs: tuple[tuple[str, str], ...] = ()
    """Parameter and name of each layer that was read."""
    versions: tuple[tuple[str, str], ...] = ()
    """Name and version of what made it."""

    def pairs(self) -> list[tuple[str, str]]:
        """Name and value as text, in a fixed order; settings under the tool's parameter names."""
        return [
            *((one.key, _written(getattr(self, one.field))) for one in SETTINGS),
            *((INPUT + name, value) for name, value in self.inputs),
            *((VERSION + name, value) for name, value in self.versions),
        ]

    @classmethod
    def read(cls, pairs: Iterable[tuple[str, str | None]]) -> Basis | None:
        """The basis in pairs as of `pairs`; None where a setting is missing or cannot be read.

        Half a basis would pass for a whole one. What is not known here, as from a later version, is left out.
        """
        given = {key: value for key, value in pairs if value is not None}
        settings: dict[str, Any] = {one.field: one.read(given.get(one.key, "")) for one in SETTINGS}
        if any(value is None for value in settings.values()):
            return None
        return cls(**settings, inputs=_under(INPUT, given), versions=_under(VERSION, given))


INPUT, VERSION = "INPUT ", "VERSION "
"""What stands before the name of an input and of a library in a pair."""


class Setting(NamedTuple):
    """One setting: its name in the metadata, its field of Basis, how its text is read, and what it is called."""

    key: str
    field: str
    read: Callable[[str], Any]
    danish: str


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return " ".join(map(_written, value))
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _whole(text: str) -> int | None:
    value = _number(text)
    return int(value) if value is not None and value.is_integer() else None


def _several(text: str) -> tuple[int, ...] | None:
    values = [_whole(one) for one in text.split()]
    readable = tuple(one for one in values if one is not None)
    return readable if len(readable) == len(values) > 0 else None


def _under(prefix: str, given: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((key.removeprefix(prefix), value) for key, value in given.items() if key.startswith(prefix))


SETTINGS = (
    Setting("NEIGHBOUR_METHOD", "method", _whole, "Hvem regnes som nabo"),
    Setting("VALUE4_RULE", "rule", _whole, "Regel for værdi {neighbour_value}"),
    Setting("NEIGHBOUR_DISTANCE", "neighbour_distance", _number, "Afstand mellem nabobygninger (m)"),
    Setting("OPPOSITE_DISTANCE", "opposite_distance", _number, "Afstand til ejendomme overfor (m)"),
    Setting("MIN_NEIGHBOURS", "min_neighbours", _whole, "Naboer, der mindst skal kunne vurderes"),
    Setting("MIN_ATTRIBUTES", "min_attributes", _whole, "Forhold, der mindst skal være kendt på begge"),
    Setting("SIMILARITY", "similarity", _number, "Lighed, fra hvilken to bygninger er ens"),
    Setting("UNIFORM_SHARE", "uniform_share", _number, "Andel ens naboer, fra hvilken en bygning er ensartet"),
    Setting("YEAR_TOLERANCE", "year_tolerance", _number, "Forskel i opførelsesår, der tæller som ens (år)"),
    Setting(
        "AREA_TOLERANCE", "area_tolerance", _number, "Forskel i bebygget areal, der tæller som ens (% af det største)"
    ),
    Setting("HIGH_VALUES", "high_values", _several, "SAVE-værdier, der udpeges uden videre"),
    Setting("NEIGHBOUR_VALUE", "neighbour_value", _whole, "SAVE-værdi, som reglen gælder"),
    Setting(
        "ATTACHED_USES",
        "attached_uses",
        _several,
        "Anvendelser, som reglen for række-, kæde- og dobbelthuse udpeger (BBR)",
    ),
)
SHARES = ("SIMILARITY", "UNIFORM_SHARE")
"""The settings that are shares 0-1: people read them in percent."""
METHODS = {
    0: "automatisk: tilstødende ejendomme, når jordstykker er angivet, ellers afstand mellem bygninger",
    1: "tilstødende ejendomme",
    2: "tilstødende og overfor liggende ejendomme",
    3: "afstand mellem bygninger",
}


def method_name(method: int) -> str:
    """What people call a NEIGHBOUR_METHOD."""
    return METHODS.get(method, "ukendt")


def rule_name(rule: int) -> str:
    """What people call a VALUE4_RULE."""
    names = (known["name"] for known in designation_texts()["rules"] if known["rule"] == rule)
    return next(names, f"Regel {rule}")


def described(basis: Basis) -> Iterator[tuple[str, str, str]]:
    """Name, Danish label and value in words of each setting, for the report and for the metadata."""
    for one in SETTINGS:
        value = getattr(basis, one.field)
        yield one.key, said(one.danish), share(value) if one.key in SHARES else _in_words(one.field, value)


def as_given(value: float) -> str:
    r"""A share in percent, and how it is written where it is chosen, for a table of settings.

    >>> as_given(0.75)
    '75\xa0% (skrives 0,75)'
    """
    return f"{share(value)} (skrives {decimal(value, 6)})"


def _in_words(field: str, value: Any) -> str:
    if field == "rule":
        return f"{value}: {rule_name(value)}"
    if field == "method":
        return f"{value}: {method_name(value)}"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else decimal(value, 2)


def summary(basis: Basis) -> str:
    """The basis as a text for people, a line for each thing."""
    made = ", ".join(" ".join(one) for one in basis.versions)
    labels = designation_texts()["inputs"]
    lines = [
        "Udpegning af bevaringsværdige bygninger (classifybuildings).",
        *(f"{danish}: {plain_spaces(value)}" for _, danish, value in described(basis)),
        *(f"{labels.get(name, name)}: {value}" for name, value in basis.inputs),
        *([f"Lavet med {made}"] if made else []),
    ]
    return "\n".join(lines)


# ---- what came of it -------------------------------------------------------------------------------------------------


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
class DesignationOutcome:
    """All that a report tells of a designation as such."""

    grounds: tuple[GroundCount, ...]
    save_counts: tuple[tuple[int | None, int], ...]
    secondary: tuple[tuple[str, int, int], ...]
    """What BBR calls them, how many carry a readable value, how many are designated."""
    rule: int
    undecided_fours: int
    """Buildings of value 4 that no decision names: what rules and thresholds decide about."""
    rules: tuple[RuleOutcome, ...]
    sweeps: tuple[Sweep, ...]
    listed: int = 0
    """How many of the designated are listed buildings."""


def count_grounds(designation: Designation) -> tuple[GroundCount, ...]:
    """How many buildings carry each code, in the order of CODES."""
    count = len(CODES)
    buildings = np.bincount(designation.ground, minlength=count).tolist()
    designated = np.bincount(designation.ground[designation.designated], minlength=count).tolist()
    return tuple(map(GroundCount, CODES, buildings, designated))


def count_save_values(save: npt.NDArray[np.int8]) -> tuple[tuple[int | None, int], ...]:
    """How many rows have each value 1-9, and under None how many have no readable one; `save` as of its reading."""
    counts = np.bincount(np.maximum(save, 0), minlength=10).tolist()
    return (*((value, counts[value]) for value in range(1, 10)), (None, counts[0]))


def count_secondary(
    use: npt.NDArray[np.float64], save: npt.NDArray[np.int8], designated: npt.NDArray[np.bool_]
) -> tuple[tuple[str, int, int], ...]:
    """What BBR calls each kind of secondary building, how many carry a readable value, how many are designated.

    All arrays are (rows,). Kinds of which none has a value or is designated are left out.
    """
    valued = save >= 1
    counted = ~is_main(use) & (valued | designated)
    table = []
    for code in np.unique(use[counted]).tolist():
        these = counted & (use == code)
        table.append((label("use", int(code)), int((these & valued).sum()), int((these & designated).sum())))
    return tuple(table)
