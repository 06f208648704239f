"""Several designations of the same rows beside each other: what each takes, what they share, and what they part on.

A scenario is a rule that could be decided: a municipality's profile, or one with another threshold. A building swings
where one scenario designates it and another does not. A proposal decides nothing: it shows the council what each rule
would mean for its own buildings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ..common.arrays import Booleans, Integers
from ..neighbourhood.properties import NO_PROPERTY, known_and_apart
from .rule import REVIEW, Designation

ALL, MOST, FEW, NONE = "alle", "flest", "faa", "ingen"
"""The codes of `udfald`: every scenario designates it, at least half of them, fewer than half, none."""
SWINGING = (MOST, FEW)


@dataclass(frozen=True)
class Pattern:
    """The swinging buildings that the very same scenarios designate."""

    scenarios: tuple[int, ...]
    """Their positions, ascending."""
    rows: Integers


@dataclass(frozen=True)
class Scenarios:
    """What each of several scenarios makes of the same rows; the scenarios in the order in which they are told."""

    ground: npt.NDArray[np.int8]
    """Positions in `rule.CODES`, (scenarios, rows)."""
    designated: Booleans
    """(scenarios, rows)."""
    properties: Integers
    """The property of each row, (rows,), numbered from 0; NO_PROPERTY where it is not known."""

    @classmethod
    def of(cls, designations: Sequence[Designation], properties: Integers) -> Scenarios:
        """Those of designations of the same rows, one or more."""
        return cls(
            np.stack([one.ground for one in designations]),
            np.stack([one.designated for one in designations]),
            properties,
        )

    def __len__(self) -> int:
        """How many scenarios there are."""
        return len(self.designated)

    @cached_property
    def votes(self) -> Integers:
        """How many scenarios designate each row, (rows,)."""
        votes: Integers = self.designated.sum(axis=0)
        return votes

    @cached_property
    def swinging(self) -> Booleans:
        """Which rows some scenarios designate and others do not, (rows,)."""
        return np.asarray((self.votes > 0) & (self.votes < len(self)))

    @cached_property
    def outcomes(self) -> list[str]:
        """The code of `udfald` of each row, (rows,)."""
        codes = np.array([NONE, FEW, MOST, ALL])
        code = np.select([self.votes == 0, self.votes == len(self), 2 * self.votes >= len(self)], [0, 3, 2], 1)
        told: list[str] = codes[code].tolist()
        return told

    @cached_property
    def counts(self) -> Integers:
        """How many rows each designates, (scenarios,)."""
        counts: Integers = self.designated.sum(axis=1)
        return counts

    @cached_property
    def reviews(self) -> Integers:
        """How many rows a person must look at under each, (scenarios,)."""
        reviews: Integers = (self.ground == REVIEW).sum(axis=1)
        return reviews

    @cached_property
    def property_counts(self) -> list[int]:
        """How many known properties hold a designated building under each, (scenarios,)."""
        return [len(known_and_apart(self.properties[one])[0]) for one in self.designated]

    @cached_property
    def without_property(self) -> list[int]:
        """How many designated rows of each lie on no known property, (scenarios,)."""
        return [known_and_apart(self.properties[one])[1] for one in self.designated]

    @property
    def properties_known(self) -> bool:
        """Whether any row has a known property."""
        return bool((self.properties != NO_PROPERTY).any())

    @cached_property
    def both(self) -> Integers:
        """How many rows each two designate, (scenarios, scenarios); on the diagonal what each does."""
        taken = self.designated.astype(np.intp)
        both: Integers = taken @ taken.T
        return both

    @cached_property
    def only_first(self) -> Integers:
        """How many rows the scenario of the line designates and that of the column does not, (scenarios, scenarios)."""
        return np.asarray(self.counts[:, None] - self.both)

    def patterns(self) -> list[Pattern]:
        """The swinging rows by who designates them, the largest group first."""
        rows = np.flatnonzero(self.swinging)
        if not len(rows):
            return []
        kinds, kind = np.unique(self.designated[:, rows], axis=1, return_inverse=True)
        found = [
            Pattern(tuple(np.flatnonzero(kinds[:, one]).tolist()), rows[kind.reshape(-1) == one])
            for one in range(kinds.shape[1])
        ]
        return sorted(found, key=lambda one: (-len(one.rows), one.scenarios))
