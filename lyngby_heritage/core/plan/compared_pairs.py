"""The pairs of neighbours that classifybuildings compared, as its layer has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..common.arrays import Booleans, Floats
from ..registers.values import normal_ids


@dataclass(frozen=True)
class Pairs:
    """A building and a neighbour in each row, (m,)."""

    ids: Sequence[str]
    """Of the buildings."""
    neighbour_ids: Sequence[str]
    likeness: Floats
    """0-1, NaN where the layer does not say."""
    alike: Sequence[str]
    """What the two are alike in and, in `different`, what they differ in, as of `reasons.pair_words`."""
    different: Sequence[str]
    alike_from: float | None = None
    """The likeness from which two buildings are alike, None where nobody knows what the run was decided by."""

    def __len__(self) -> int:
        return len(self.ids)

    def public(self, withheld: frozenset[str]) -> Booleans:
        """Whether neither of the two is withheld from the public, (m,), by the ids of what is, as `normal_ids`."""
        if not withheld:
            return np.ones(len(self), dtype=bool)
        both = zip(normal_ids(self.ids), normal_ids(self.neighbour_ids))
        return np.array([not {one, other} & withheld for one, other in both], dtype=bool)
