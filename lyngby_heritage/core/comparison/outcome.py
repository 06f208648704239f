"""What came of a comparison: how many buildings went from what to what, and those that did not stay as they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..common.addresses import WITHHELD
from ..common.arrays import Booleans
from ..common.errors import Check, never_cancelled
from .compare import CHANGES, KEPT, NEW, NOBODY, OTHER_GROUND, REMOVED, UNKNOWN, Compared, Side
from .reasons import reasons

BLOCK = 50_000
NAMELESS = "Uden adresse og id"


@dataclass(frozen=True)
class Standing:
    """How one of the two designations stands on a building; `there` is False where it lacks the building."""

    there: bool
    ground: str | None
    designated: bool | None


@dataclass(frozen=True)
class ChangedBuilding:
    """A building that did not stay as it was, or of which nobody can tell."""

    name: str
    """Its address, else its id; and its number in the plan, where it has one in either."""
    change: str | None
    before: Standing
    after: Standing
    reason: str
    withheld: bool = False
    """Whether the register keeps it from the public, in either designation: then it is counted and not named."""


@dataclass(frozen=True)
class ComparisonOutcome:
    """All that a report tells of a comparison as such."""

    changes: Counter[tuple[str | None, bool]]
    """How many buildings have each code, None for none, apart by whether they are designated now."""
    moves: Counter[tuple[Standing, Standing]]
    """How many buildings went from what to what, the unchanged ones too."""
    buildings: Sequence[ChangedBuilding]
    """Those that did not stay as they were, in the order of the layer."""


@dataclass(frozen=True)
class ChangeCounts:
    """How many buildings there are, how many of each outcome, and how many rows of each layer are designated."""

    buildings: int
    new: int
    removed: int
    kept: int
    other_ground: int
    unknown: int
    designated_before: int
    designated_after: int
    one_layer: int
    """Of `other_ground`: those that only one of the layers has, so that there is no ground in the other to change."""


def count_changes(compared: Compared, before: Side, after: Side) -> ChangeCounts:
    """Count what came of it."""
    change, matched = compared.change, compared.matched
    one_layer = (matched.before == NOBODY) | (matched.after == NOBODY)

    def of(code: int) -> int:
        return int((change == code).sum())

    return ChangeCounts(
        buildings=len(change),
        new=of(NEW),
        removed=of(REMOVED),
        kept=of(KEPT),
        other_ground=of(OTHER_GROUND),
        unknown=of(UNKNOWN),
        designated_before=int((before.designated == 1).sum()),
        designated_after=int((after.designated == 1).sum()),
        one_layer=int((one_layer & (change == OTHER_GROUND)).sum()),
    )


def comparison_outcome(
    compared: Compared, before: Side, after: Side, check: Check = never_cancelled
) -> ComparisonOutcome:
    """What a report tells of a comparison."""
    was, now = _standings(before, compared.matched.before), _standings(after, compared.matched.after)
    codes = [CHANGES[code] if code >= 0 else None for code in compared.change.tolist()]
    hidden = withheld_buildings(compared, before, after).tolist()
    check()
    return ComparisonOutcome(
        changes=Counter((code, bool(one.designated)) for code, one in zip(codes, now)),
        moves=Counter(zip(was, now)),
        buildings=[
            ChangedBuilding(WITHHELD, codes[one], was[one], now[one], "", True)
            if hidden[one]
            else ChangedBuilding(name, codes[one], was[one], now[one], text)
            for one, name, text in _changed(compared, before, after, check)
        ],
    )


def withheld_buildings(compared: Compared, before: Side, after: Side) -> Booleans:
    """Which of the buildings compared either register keeps from the public, (n,)."""
    hidden = np.zeros(len(compared.matched), dtype=bool)
    for side, rows in ((before, compared.matched.before), (after, compared.matched.after)):
        if len(side.withheld):
            hidden |= np.append(side.withheld, False)[rows]  # NOBODY is the last
    return hidden


def _standings(side: Side, rows: npt.NDArray[np.intp]) -> list[Standing]:
    """What one designation says of each building."""
    known = [None if one < 0 else bool(one) for one in side.designated.tolist()]
    return [
        Standing(False, None, None) if row == NOBODY else Standing(True, side.grounds[row], known[row])
        for row in rows.tolist()
    ]


def _changed(compared: Compared, before: Side, after: Side, check: Check) -> Iterator[tuple[int, str, str]]:
    """Position, name and reason of each building that did not stay as it was."""
    matched = compared.matched
    for start in range(0, len(matched), BLOCK):
        check()
        end = min(start + BLOCK, len(matched))
        changed = np.flatnonzero(compared.change[start:end] != KEPT).tolist()
        if not changed:
            continue
        texts = list(reasons(compared, before, after, start, end))
        for one in changed:
            old, new = int(matched.before[start + one]), int(matched.after[start + one])
            yield start + one, _name(before, after, old, new), texts[one]


def _name(before: Side, after: Side, old: int, new: int) -> str:
    """What people call the building: its address, else its id; as it is now, else as it was; and its number."""
    numbers = (
        (after.numbers[new] if new != NOBODY and after.numbers else None),
        (before.numbers[old] if old != NOBODY and before.numbers else None),
    )
    number = next((f", nr. {one}" for one in numbers if one), "")
    return f"{_called(before, after, old, new)}{number}"


def _called(before: Side, after: Side, old: int, new: int) -> str:
    for values_after, values_before in ((after.addresses, before.addresses), (after.labels, before.labels)):
        for values, row in ((values_after, new), (values_before, old)):
            value = values[row] if row != NOBODY and values else None
            if value and value.strip():
                return value.strip()
    return NAMELESS
