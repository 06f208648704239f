"""M3 and M4 in the statement: what the limits of plot ratio and storeys mean for the plots in the åben-lav areas.

The figures are those of checkplotratio; nothing is decided here. A plot outside the areas has no limit and is not
counted.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..common.wording import plain_spaces, quantity, storeys
from ..neighbourhood.holders import BETWEEN
from ..neighbourhood.plot_statuses import EXCEEDED, KEPT, OF_AREA, UNKNOWN, covered, read_statuses
from ..registers.values import read_number
from .content import Buildings

SHOWN = (KEPT, EXCEEDED, OF_AREA, UNKNOWN)
"""The statuses of a plot in the areas, in the order of the text."""
EXAMPLE_M2 = 800
"""The plot that the text takes as its example."""


@dataclass(frozen=True)
class LimitsTold:
    """The municipality's own limits, where no plan and no area states one; None for one that nobody tells."""

    plot_ratio: float | None = None
    """%."""
    storeys: float | None = None
    two_storeys: float | None = None
    """In the areas where two storeys are possible."""


def read_limits(pairs: Iterable[tuple[str, str | None]]) -> LimitsTold:
    """The limits in the pairs that checkplotratio leaves; what is missing or cannot be read is None."""
    given = dict(pairs)
    return LimitsTold(*(_limit(given.get(name)) for name in ("MAX_PLOT_RATIO", "MAX_STOREYS", "TWO_STOREY_LIMIT")))


def _limit(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


@dataclass(frozen=True)
class LimitCounts:
    """How the plots keep one limit, by status; a plot has one of SHOWN."""

    name: str
    every: Mapping[str, int]
    designated: Mapping[str, int]
    """Of the plots with a designated building."""
    limits: tuple[tuple[str, int], ...]
    """Each limit in words and the plots that have it, the most frequent first; one that nobody knows is left out."""


@dataclass(frozen=True)
class Limits:
    """Both limits, on the plots in the areas."""

    plots: int
    """In the areas."""
    designated: int
    """Those of them with a designated building."""
    outside: int
    """Plots in none of the areas."""
    areas: tuple[str, ...]
    """The names of the areas."""
    ratio: LimitCounts
    storeys: LimitCounts


def limits_of(columns: Mapping[str, Sequence[Any]], property_ids: Sequence[str], buildings: Buildings) -> Limits | None:
    """What the plots say; None where the layer does not hold the two statuses, or no plot lies in an area."""
    if not {"status_procent", "status_etager"} <= set(columns):
        return None
    statuses = {name: read_statuses(columns[name]) for name in ("status_procent", "status_etager")}
    within = [row for row, yes in enumerate(covered(statuses["status_procent"])) if yes]
    if not within:
        return None
    own = zip(buildings.property_ids, buildings.designated.tolist())
    wanted = {one for key, yes in own if yes for one in key.split(BETWEEN) if one}
    designated = [row for row in within if not wanted.isdisjoint(property_ids[row].split(BETWEEN))]
    count = len(columns["status_procent"])

    def counts(name: str, status: str, limit: str, words: Any) -> LimitCounts:
        codes = statuses[status]
        values = [read_number(one) for one in columns.get(limit, [None] * count)]
        said = {row: words(values[row]) for row in within if _is_known(values[row])}
        return LimitCounts(
            name=name,
            every=_by_status(codes[row] for row in within),
            designated=_by_status(codes[row] for row in designated),
            limits=tuple(Counter(said.values()).most_common()),
        )

    areas = columns.get("zone", [None] * count)
    return Limits(
        plots=len(within),
        designated=len(designated),
        outside=count - len(within),
        areas=tuple(sorted({str(areas[row]) for row in within if areas[row]}, key=str.casefold)),
        ratio=counts("Bebyggelsesprocent", "status_procent", "tilladt_procent", ratio_words),
        storeys=counts("Etager", "status_etager", "tilladt_etager", storey_words),
    )


def general_words(told: LimitsTold) -> str:
    """M3 and M4 in a sentence or two, as the check was given them; "" where nothing tells."""
    if told.plot_ratio is None or told.storeys is None:
        return ""
    example = plain_spaces(quantity(EXAMPLE_M2 * told.plot_ratio / 100, "m²", 0))
    two = ""
    if told.two_storeys is not None and told.two_storeys != told.storeys:
        two = f", og {storey_words(told.two_storeys)} i de områder, hvor kommunen har valgt, at det kan tillades"
    return (
        f"Kommunens egen grænse i åben-lav-områder er en bebyggelsesprocent på {ratio_words(told.plot_ratio)} og "
        f"{storey_words(told.storeys)}{two}. På en grund på {EXAMPLE_M2} m² er {ratio_words(told.plot_ratio)} det "
        f"samme som {example} etageareal. Kommuneplanens rammer og lokalplaner kan sætte en anden grænse."
    )


def ratio_words(value: float) -> str:
    """A plot ratio as people write it."""
    return plain_spaces(quantity(value, "%"))


def storey_words(value: float) -> str:
    """A number of storeys with its noun: "1½ etage", "2 etager"."""
    return f"{storeys(value)} {'etage' if value < 2 else 'etager'}"


def _is_known(value: float | None) -> bool:
    return value is not None and value == value


def _by_status(codes: Any) -> Mapping[str, int]:
    counted = Counter(codes)
    return {code: counted[code] for code in SHOWN}
