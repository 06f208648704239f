"""The invented buildings that the sample has a picture of: those of high value, with a story first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from .municipality import SampleMunicipality
from .tables import Column, Integers

COUNT = 20
HIGH = (1, 2, 3)
"""SAVE values that are designated as they are."""


@dataclass(frozen=True)
class Portrayed:
    """What a drawing of a building goes by."""

    id: str
    storeys: int
    wall: int
    """BBR's codes, 0 where they are not known."""
    roof: int
    year: int


def portrayed(municipality: SampleMunicipality, count: int = COUNT) -> list[Portrayed]:
    """So many buildings of high value, each with an id of its own; those with a story go first."""
    columns = municipality.table("bygninger").columns
    ids = [str(one) for one in columns["bygning_id"]]
    times = Counter(ids)
    told = [bool(one) for one in columns["fortaelling"]]
    high = np.isin(_whole(columns["save_vaerdi"]), HIGH)
    wanted = [row for row in np.flatnonzero(high).tolist() if times[ids[row]] == 1]
    chosen = sorted(sorted(wanted, key=lambda row: (not told[row], row))[:count])
    fields = ("etager", "ydervaeg", "tagdaekning", "opfoerelsesaar")
    described = [_whole(columns[name])[chosen].tolist() for name in fields]
    return [Portrayed(ids[row], *values) for row, values in zip(chosen, zip(*described))]


def _whole(column: Column) -> Integers:
    """A column of numbers, 0 where nothing stands."""
    known = [0 if one is None or one is np.ma.masked or one != one else int(one) for one in column]
    return np.array(known, dtype=np.int64)
