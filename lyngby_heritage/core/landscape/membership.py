"""Which theme holds which building and which property: the one place where that is decided.

Tables, reports, annexes and the website ask here, whether the designations were just gathered or are read from a layer
that `maplandscape` wrote. The thresholds are in `rule`; docs/metode_landskab.md, sections 5, 6 and 8, says why.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers
from ..common.errors import Check, never_cancelled
from .areas import union
from .catalogue import PROPOSED
from .coverage import EDGE, Coverage, coverage, meeting
from .designations import AREA, Places
from .rule import MembershipRule

ALWAYS_DEEP = 1e-12
"""A share below every other, where none is asked for: how far an overlap reaches in must still be measured."""


@dataclass(frozen=True)
class Counted:
    """The designations that count by a rule, ready to be asked."""

    places: Places
    themes: int
    """How many themes there are."""
    rule: MembershipRule = field(default_factory=MembershipRule)
    check: Check = never_cancelled

    @cached_property
    def chosen(self) -> Booleans:
        """Which designations count, (n,)."""
        theme = self.places.theme
        return self.places.with_status(self.rule.statuses) & (theme >= 0) & (theme < self.themes)

    @cached_property
    def areas(self) -> list[Any]:
        """Per theme the union of the areas that count, or None where it has none; made when it is first needed."""
        return [self._area(theme) for theme in range(self.themes)]

    def _area(self, theme: int) -> Any:
        mine = self.chosen & (self.places.theme == theme) & (self.places.kind == AREA)
        return union(self.places.geometries[mine], self.check) if mine.any() else None

    def of_themes(self, themes: Collection[int]) -> Counted:
        """The designations of these themes alone; the others have none."""
        theme = np.where(np.isin(self.places.theme, list(themes)), self.places.theme, -1)
        return replace(self, places=replace(self.places, theme=theme))


@dataclass(frozen=True)
class Membership:
    """Which theme holds which target: pairs (m,), sorted by target and theme, each once."""

    target: Integers
    theme: Integers
    share: Floats
    """0-1 of the target's area; NaN where a point or a line of the theme lies on it, and where it is a point itself."""
    area: Floats
    """m²; NaN as above."""
    nowhere: Booleans
    """Which targets have no geometry, (targets,): what holds them is unknown, which is not nothing."""
    themes: int

    @cached_property
    def holds(self) -> Booleans:
        """Whether each theme holds each target, (themes, targets)."""
        held = np.zeros((self.themes, len(self.nowhere)), dtype=np.bool_)
        held[self.theme, self.target] = True
        return held

    @property
    def per_theme(self) -> Integers:
        """How many targets each theme holds, (themes,)."""
        return np.bincount(self.theme, minlength=self.themes).astype(np.intp)

    @property
    def held(self) -> int:
        """How many targets lie in at least one theme."""
        return len(np.unique(self.target))


def buildings_held(buildings: Geometries, counted: Counted) -> Membership:
    """The themes of each building, (n,).

    A theme holds a building of which at least `min_share` lies in it, a building that is a point in it, and one that a
    point or a line of the theme meets.
    """
    found = coverage(buildings, counted.areas, check=counted.check)
    thin = meeting(buildings, counted.places, counted.chosen, 0.0, counted.check)
    return _membership(found, members(found, counted.rule.min_share), thin, buildings, counted.themes)


def properties_held(properties: Geometries, counted: Counted) -> Membership:
    """The themes of each property, (n,).

    As for a building, and also where the theme reaches farther in than EDGE: a small share of a large plot may be many
    hundred square metres. A line must come as far in, since it often runs along the boundary.
    """
    share = counted.rule.min_share
    found = coverage(properties, counted.areas, max(share, ALWAYS_DEEP), counted.check)
    thin = meeting(properties, counted.places, counted.chosen, EDGE, counted.check)
    return _membership(found, members(found, share) | found.deep, thin, properties, counted.themes)


def members(found: Coverage, min_share: float) -> Booleans:
    """Which rows are membership by area: a share of at least `min_share` (0-1), or a point in the theme, (m,)."""
    enough: Booleans = np.isnan(found.share) | (found.share >= min_share - 1e-9)
    return enough


def only_proposed(buildings: Geometries, membership: Membership, counted: Counted) -> Booleans:
    """Which buildings a theme holds by proposals alone, (themes, buildings)."""
    proposed = counted.chosen & counted.places.with_status((PROPOSED,))
    concerned = np.unique(counted.places.theme[proposed])
    only: Booleans = np.zeros_like(membership.holds)
    if not len(concerned):
        return only
    statuses = tuple(one for one in counted.rule.statuses if one != PROPOSED)
    firm = replace(counted, rule=replace(counted.rule, statuses=statuses)).of_themes(concerned.tolist())
    only[concerned] = membership.holds[concerned] & ~buildings_held(buildings, firm).holds[concerned]
    return only


def joined_codes(holds: Booleans, codes: Sequence[str], nowhere: Booleans) -> list[str | None]:
    """Per target the codes of its themes joined by `;`, in the order of the themes.

    An empty text where no theme holds it, None where it has no place (`nowhere`).
    """
    texts = np.full(holds.shape[1], "", dtype=object)
    for code, row in zip(codes, holds):
        these = np.flatnonzero(row)
        texts[these] = [f"{text};{code}" if text else code for text in texts[these]]
    texts[nowhere] = None
    return texts.tolist()  # type: ignore[no-any-return]


def answers(held: Booleans, is_unknown: bool, nowhere: Booleans) -> list[bool | None]:
    """What to say of each target about one theme: yes, no, or None for unknown, (n,).

    A theme that a layer failed to tell about (`is_unknown`) is not "no" where nothing was found.
    """
    said = held.astype(object)
    said[nowhere | (is_unknown & ~held)] = None
    return said.tolist()  # type: ignore[no-any-return]


def _membership(
    found: Coverage, belongs: Booleans, thin: tuple[Integers, Integers], targets: Geometries, themes: int
) -> Membership:
    """The rows that are membership by area, and those that a point or a line alone makes so."""
    by_area = found.target[belongs] * themes + found.theme[belongs]
    by_place = np.setdiff1d(thin[0] * themes + thin[1], by_area)
    unknown = np.full(len(by_place), np.nan)
    key = np.concatenate([by_area, by_place])
    order = np.argsort(key, kind="stable")
    return Membership(
        target=(key // themes)[order].astype(np.intp),
        theme=(key % themes)[order].astype(np.intp),
        share=np.concatenate([found.share[belongs], unknown])[order],
        area=np.concatenate([found.area[belongs], unknown])[order],
        nowhere=shapely.is_missing(targets),
        themes=themes,
    )
