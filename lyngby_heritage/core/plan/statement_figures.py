"""What the statement counts: values, grounds, quarters and districts, buildings and properties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..common.wording import percent, plain_spaces
from ..designation.chosen_values import designation_texts
from .content import Buildings, Plots, ground_words, property_keys
from .state import PlanState

NOT_SAID = "ikke oplyst"


@dataclass(frozen=True)
class ValueRow:
    """One SAVE value."""

    value: int
    buildings: int
    share: str
    """Of the buildings that were assessed."""
    designated: int
    apart: int
    """Listed buildings and churches."""


@dataclass(frozen=True)
class PlaceRow:
    """One quarter or district."""

    name: str
    buildings: int
    designated: int


@dataclass(frozen=True)
class Figures:
    """Counts of the layer of buildings."""

    buildings: int
    assessed: int
    """With a readable SAVE value."""
    designated: int
    listed: int
    churches: int
    """Churches that are not listed."""
    values: tuple[ValueRow, ...]
    """1 to 9, those that no building has too."""
    grounds: tuple[tuple[str, int], ...]
    """Ground in words, and the designated buildings of it, in the order of the legend."""
    decided_against: int
    review: int
    secondary: int
    """Designated buildings that are outbuildings."""
    properties: int
    """Known properties with a designated building."""
    no_property: int
    """Designated buildings of which no property is known."""

    @property
    def unassessed(self) -> int:
        """Buildings without a readable value."""
        return self.buildings - self.assessed


def figures_of(buildings: Buildings, state: PlanState, plots: Plots | None = None) -> Figures:
    """Count them. Listed buildings and churches are none of the designated."""
    designated, outside = buildings.designated.tolist(), buildings.apart.tolist()
    save = buildings.save.tolist()
    every, chosen, apart = (
        Counter(value for value, counted in zip(save, rows) if counted)
        for rows in ([True] * len(save), designated, outside)
    )
    assessed = sum(count for value, count in every.items() if value >= 1)
    within = [key for key, yes in zip(property_keys(buildings, plots), designated) if yes]
    return Figures(
        buildings=len(buildings),
        assessed=assessed,
        designated=sum(designated),
        listed=int(buildings.listed.sum()),
        churches=int((buildings.churches & ~buildings.listed).sum()),
        values=tuple(
            ValueRow(value, every[value], plain_spaces(percent(every[value], assessed)), chosen[value], apart[value])
            for value in range(1, 10)
        ),
        grounds=_grounds(buildings, state),
        decided_against=_of_code(buildings, "beslutning"),
        review=_of_code(buildings, "til_vurdering"),
        secondary=sum(yes and not main for yes, main in zip(designated, buildings.main.tolist())),
        properties=len(set(filter(None, within))),
        no_property=within.count(""),
    )


def _grounds(buildings: Buildings, state: PlanState) -> tuple[tuple[str, int], ...]:
    counted = Counter(code for code, yes in zip(buildings.ground, buildings.designated.tolist()) if yes)
    known = {one["code"]: state.class_name(one) for one in designation_texts()["classes"] if one["designated"]}
    strange = {code: ground_words(code, True) for code in sorted(set(counted) - set(known))}
    return tuple((words, counted[code]) for code, words in {**known, **strange}.items())


def _of_code(buildings: Buildings, code: str) -> int:
    """Buildings of a ground that are not designated, without those apart: what a rule says of them binds nobody."""
    flags = zip(buildings.ground, buildings.decided.tolist(), buildings.apart.tolist())
    return sum(one == code and not yes and not apart for one, yes, apart in flags)


def places(names: Sequence[str], buildings: Buildings) -> tuple[PlaceRow, ...]:
    """The buildings by quarter or district, by name, those of none last; nothing where no name is known."""
    if not any(names):
        return ()
    every: Counter[str] = Counter(names)
    chosen: Counter[str] = Counter(_among(names, buildings.designated.tolist()))
    ordered = sorted(filter(None, every), key=str.casefold) + ([""] if every[""] else [])
    return tuple(PlaceRow(name or NOT_SAID, every[name], chosen[name]) for name in ordered)


def _among(names: Sequence[str], flags: Iterable[bool]) -> list[str]:
    return [name for name, yes in zip(names, flags) if yes]
