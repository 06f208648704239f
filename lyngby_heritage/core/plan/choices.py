"""The choices that are the council's to make, and how many buildings and properties each of them reaches.

Told from what the layers hold and from nothing else: what they do not tell is unknown, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Floats, Integers
from ..common.data import load
from ..designation.certainty import WRITTEN, asks_neighbours, hangs
from ..designation.outcome import Basis
from ..designation.rule import (
    CODES,
    DECISION,
    EVERY_FOUR,
    NO_FOUR,
    UNIFORM,
    UNIFORM_FOUR,
    UNIFORM_OR_NEAR_HIGH,
    Traits,
    apply_rule,
    is_four,
)
from ..designation.sensitivity import around
from ..neighbourhood.likeness import ROUNDING, Counts, Thresholds, summed_up
from ..neighbourhood.plot_statuses import EXCEEDED, KEPT, OF_AREA, TOLD, UNKNOWN, read_statuses
from ..neighbourhood.plot_statuses import covered as in_areas
from .content import Buildings

Statuses = npt.NDArray[np.object_]
"""A column of statuses, (m,)."""

NO_BASIS, NO_FIELDS, NEAR_HIGH, NOT_ASKED, EDITED = "no_basis", "no_fields", "near_high", "not_asked", "edited"
"""Why a figure is not known: the layer does not say by what it was designated; it lacks the figures of the neighbours;
the rule asks for what lies nearby, which the layer does not hold; the rule asks for no neighbours; somebody has changed
the layer since, so that its figures do not give its own designation."""

GENERAL = "parameter"
"""Source of a limit that is the municipality's general one."""


@dataclass(frozen=True)
class Evidence:
    """What the layer of buildings says beside the designation itself, (n,); None for a column that it lacks."""

    use: Floats
    """BBR's code, NaN unknown."""
    neighbours: Counts | None = None
    """0 where there is none that could be compared."""
    alike: Counts | None = None
    certainty: Floats | None = None
    """`sikkerhed`, NaN for all but the neighbour value."""
    registered: Floats | None = None
    """Year of the SAVE registration, NaN where it is not known."""


@dataclass(frozen=True)
class Count:
    """Buildings, and the properties that they stand on, each counted once."""

    buildings: int
    properties: int
    on_none: int
    """Buildings on no known property, which `properties` leaves out."""


@dataclass(frozen=True)
class Option:
    """One of the answers to a question, and what it reaches."""

    name: str
    count: Count
    unpreserved: Count | None
    """Those of them that no lokalplan in force preserves; None where nobody knows."""
    chosen: bool


@dataclass(frozen=True)
class FoursChoice:
    """Whether buildings of the neighbour value are designated, and by which rule."""

    options: tuple[Option, ...]
    rule: int | None
    """VALUE4_RULE of the plan; None where the layer does not say it."""
    unknown: str | None
    """Why the rule of uniform character is not among the options; None where it is."""


@dataclass(frozen=True)
class UniformChoice:
    """What counts as uniform: the outcome at other shares of alike neighbours, and with all thresholds moved."""

    options: tuple[Option, ...]
    unknown: str | None
    """Why there are no options."""
    settings: int
    """How many combinations of thresholds `sikkerhed` is of; 0 where it is not known."""
    certain: int
    """Designated by the rule under every one of them."""
    unsure: int
    """Designated by the rule, and not under one in `unsure_one_in` or more of them."""
    nearly: int
    """Not designated by the rule, and designated under one in `unsure_one_in` or more of them."""
    judged: int
    """Designated by the rule, and with a certainty."""


@dataclass(frozen=True)
class Limit:
    """The plots that share a limit, by status."""

    value: float | None
    """None for the rest of them together, and for a limit that is not known."""
    plots: int
    kept: int
    exceeded: int
    unknown: int
    of_area: int


@dataclass(frozen=True)
class PlotChoice:
    """Bebyggelsesprocent and storeys of the plots in the zones."""

    plots: int
    properties: int
    ratio: tuple[Limit, ...]
    storeys: tuple[Limit, ...]
    general_ratio: int
    """Plots whose limit is the municipality's general one; the others' is a lokalplan's or a frame's."""
    general_storeys: int
    low: int
    """Plots that exceed their storeys, and have two at most."""
    now: Limit | None
    """All plots by the worst of both, where there is a second limit to hold it against."""
    compared: Limit | None
    unknown: int
    """Plots of which one or both cannot be told."""


class Counting:
    """Counts buildings and their properties; `property_of` is each building's, (n,), negative where none is known."""

    def __init__(self, property_of: Integers, preserved: Booleans | None) -> None:
        self.property_of = property_of
        self.preserved = preserved

    def count(self, chosen: Booleans) -> Count:
        """Of the buildings that are chosen, (n,)."""
        properties = self.property_of[chosen]
        return Count(int(chosen.sum()), len(np.unique(properties[properties >= 0])), int((properties < 0).sum()))

    def option(self, name: str, chosen: Booleans, is_chosen: bool) -> Option:
        """An answer that designates the buildings that are chosen, (n,)."""
        rest = None if self.preserved is None else self.count(chosen & ~self.preserved)
        return Option(name, self.count(chosen), rest, is_chosen)


class FourRules:
    """Tries rules and shares on the buildings of the neighbour value that no decision names.

    Listed buildings and churches are left out, as the plan does. The neighbours of each were compared when it was
    designated, and the layer holds how many were alike: that is all that the share of alike neighbours asks for.
    """

    def __init__(self, buildings: Buildings, evidence: Evidence, basis: Basis | None, counting: Counting) -> None:
        ground = np.array(buildings.ground, dtype=object)
        self.basis = basis
        self.evidence = evidence
        self.counting = counting
        self.now = buildings.designated
        self.open: Booleans = is_four(buildings.save) & (ground != CODES[DECISION]) & ~buildings.apart
        self.by_rule: Booleans = self.open & buildings.designated
        self.base: Booleans = buildings.designated & ~self.open
        self.main = buildings.main

    def fours(self, names: Mapping[int, str]) -> FoursChoice:
        """The first choice; `names` are those of the rules."""
        rule = None if self.basis is None else self.basis.rule
        unknown = self.why_unknown(UNIFORM)
        found: dict[int, Booleans] = {NO_FOUR: self.base, EVERY_FOUR: self.base | self.open}
        if unknown is None:
            found[UNIFORM] = self.base | self.uniform()
        if rule is not None:
            found[rule] = self.now
        order = [one for one in (NO_FOUR, UNIFORM, *range(UNIFORM + 1, EVERY_FOUR), EVERY_FOUR) if one in found]
        options = [self.counting.option(names[one], found[one], one == rule) for one in order]
        if rule is None:
            options.insert(1, self.counting.option("", self.now, True))
        return FoursChoice(tuple(options), rule, unknown)

    def shares(self) -> UniformChoice:
        """The second choice: the share of alike neighbours a step lower, as chosen and a step higher."""
        unknown = self.why_unknown(self.basis.rule if self.basis is not None else UNIFORM)
        options: list[Option] = []
        if unknown is None and self.basis is not None:
            steps = load("rules/designation.json")["certainty"]["UNIFORM_SHARE"]
            chosen = self.basis.uniform_share
            for value in sorted({min(max(round(chosen + step, 6), 0.0), 1.0) for step in steps}):
                designated = self.base | self.uniform(value)
                options.append(self.counting.option(f"{value!r}", designated, abs(value - chosen) < ROUNDING))
        certainty = self.evidence.certainty
        if certainty is None or self.basis is None or not asks_neighbours(self.basis.rule):
            return UniformChoice(tuple(options), unknown, 0, 0, 0, 0, 0)
        told = self.open & ~np.isnan(certainty)
        unsure = told & hangs(certainty)
        return UniformChoice(
            options=tuple(options),
            unknown=unknown,
            settings=len(list(around(_thresholds(self.basis)))),
            certain=int((told & self.now & (certainty >= 1.0 - WRITTEN)).sum()),
            unsure=int((unsure & self.now).sum()),
            nearly=int((unsure & ~self.now).sum()),
            judged=int((told & self.now).sum()),
        )

    def why_unknown(self, rule: int) -> str | None:
        """Why the figures of the layer do not tell whom the rule of uniform character takes; None where they do."""
        if self.basis is None:
            return NO_BASIS
        if rule != UNIFORM:
            return NEAR_HIGH if rule == UNIFORM_OR_NEAR_HIGH else NOT_ASKED
        if self.evidence.neighbours is None or self.evidence.alike is None:
            return NO_FIELDS
        # Asked of the plan's own rule: what the figures give must be what the layer says.
        own = self.basis.rule
        if own == UNIFORM and not np.array_equal(self.uniform(), self.by_rule):
            return EDITED
        return None

    def uniform(self, share: float | None = None) -> Booleans:
        """Which of the open buildings the rule of uniform character designates, (n,), at a share or at the chosen."""
        if self.basis is None or self.evidence.neighbours is None or self.evidence.alike is None:
            return np.zeros(len(self.open), dtype=bool)
        thresholds = _thresholds(self.basis)
        if share is not None:
            thresholds = replace(thresholds, uniform_share=share)
        rows = np.flatnonzero(self.open)
        figures = summed_up(self.evidence.neighbours[rows], self.evidence.alike[rows], thresholds)
        nobody = np.zeros(len(rows), dtype=bool)
        traits = Traits(self.evidence.use[rows], self.main[rows], nobody, nobody)
        save = np.full(len(rows), self.basis.neighbour_value, dtype=np.int8)
        ground = apply_rule(UNIFORM, save, traits, figures, np.zeros(len(rows), dtype=np.int8), thresholds).ground
        chosen = np.zeros(len(self.open), dtype=bool)
        chosen[rows[ground == UNIFORM_FOUR]] = True
        return chosen


def _thresholds(basis: Basis) -> Thresholds:
    return Thresholds(
        min_attributes=basis.min_attributes,
        similarity=basis.similarity,
        year_tolerance=basis.year_tolerance,
        area_tolerance=basis.area_tolerance,
        min_neighbours=basis.min_neighbours,
        uniform_share=basis.uniform_share,
    )


# ---- bebyggelsesprocent and storeys ----------------------------------------------------------------------------------


def low_storeys() -> float:
    """What the municipality would allow in chosen areas (M4): its own limit there."""
    return float(load("rules/plot_ratio.json")["defaults"]["TWO_STOREY_LIMIT"])


def plot_choice(property_ids: Sequence[str], columns: Mapping[str, Sequence[Any]]) -> PlotChoice | None:
    """The third choice, of the columns of checkplotratio, (m,) each; None where they do not tell the statuses."""
    if any(name not in columns for name in TOLD):
        return None
    worst, ratio, storeys = (_statuses(columns[name]) for name in TOLD)
    covered = np.array(in_areas(worst.tolist()), dtype=bool)
    owners = {id_ for id_, inside in zip(property_ids, covered.tolist()) if inside and id_}
    height = _numbers(columns.get("etager"), len(covered))
    compared = _statuses(columns["status_sammenlign"]) if "status_sammenlign" in columns else None
    return PlotChoice(
        plots=int(covered.sum()),
        properties=len(owners),
        ratio=_limits(_numbers(columns.get("tilladt_procent"), len(covered)), ratio, covered),
        storeys=_limits(_numbers(columns.get("tilladt_etager"), len(covered)), storeys, covered),
        general_ratio=_general(columns.get("procent_kilde"), covered),
        general_storeys=_general(columns.get("etager_kilde"), covered),
        low=int((covered & (storeys == EXCEEDED) & (height <= low_storeys() + ROUNDING)).sum()),
        now=None if compared is None else _limit(None, worst, covered),
        compared=None if compared is None else _limit(None, compared, covered),
        unknown=int((covered & ((ratio == UNKNOWN) | (storeys == UNKNOWN))).sum()),
    )


def _limits(values: Floats, status: Statuses, covered: Booleans) -> tuple[Limit, ...]:
    """The plots by their limit, the commonest first; of more than `most_limits` the rest stand together, last."""
    most = load("rules/summary.json")["most_limits"]
    known = covered & ~np.isnan(values)
    found, counts = np.unique(values[known], return_counts=True)
    ordered = sorted(zip(found.tolist(), counts.tolist()), key=lambda one: (-one[1], one[0]))
    shown = [value for value, _ in (ordered if len(ordered) <= most else ordered[: most - 1])]
    rows = [_limit(value, status, known & (values == value)) for value in shown]
    rest = covered & ~np.isin(values, shown)
    return (*rows, _limit(None, status, rest)) if rest.any() else tuple(rows)


def _limit(value: float | None, status: Statuses, rows: Booleans) -> Limit:
    kept, exceeded, unknown, of_area = (
        int((rows & (status == one)).sum()) for one in (KEPT, EXCEEDED, UNKNOWN, OF_AREA)
    )
    return Limit(value, int(rows.sum()), kept, exceeded, unknown, of_area)


def _general(sources: Sequence[Any] | None, covered: Booleans) -> int:
    return sum(one == GENERAL for one, inside in zip(sources or (), covered.tolist()) if inside)


def _statuses(texts: Sequence[Any]) -> Statuses:
    return np.array(read_statuses(texts), dtype=object)


def _numbers(values: Sequence[Any] | None, count: int) -> npt.NDArray[np.float64]:
    if values is None:
        return np.full(count, np.nan)
    return np.array([one if isinstance(one, (int, float)) else np.nan for one in values], dtype=np.float64)
