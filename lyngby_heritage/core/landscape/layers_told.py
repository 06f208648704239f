"""What each layer of landscape and heritage told of its theme, as `maplandscape` writes it beside its result.

A layer of the result holds what was found. That a theme was looked for and not found, or that its layer could say
nothing, stands in no row: it is kept in the metadata as pairs of name and value, and read from there again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .layer_results import READ, LayerResult

LAYER = "LAG "
"""What stands before the number of a layer in a pair."""
BETWEEN, UNDATED = "; ", "uden dato"
"""What stands between the four things that a value says, as people read it; and for a day that nobody knows."""


@dataclass(frozen=True)
class LayerTold:
    """One layer that was given."""

    theme: str
    """The code of its theme."""
    layer: str
    outcome: str
    """As of `layer_results`."""
    day: str
    """ISO date of its file; "" where nobody knows."""

    @property
    def tells(self) -> bool:
        """Whether it says of the municipality where its theme is and is not."""
        return self.outcome == READ


def layers_told(results: Sequence[LayerResult], codes: Sequence[str], days: Sequence[str]) -> list[LayerTold]:
    """Of each layer with a theme; `days` are the dates of the first layers, "" for unknown."""
    dated = [*days, *[""] * len(results)]
    return [
        LayerTold(codes[one.theme], one.layer, one.outcome, day)
        for one, day in zip(results, dated)
        if one.layer and one.theme is not None
    ]


def told_pairs(told: Iterable[LayerTold]) -> list[tuple[str, str]]:
    """The pairs of the metadata, in the order of the layers."""
    return [
        # The layer last: its name may have a semicolon in it.
        (f"{LAYER}{number}", BETWEEN.join((one.theme, one.outcome, one.day or UNDATED, one.layer)))
        for number, one in enumerate(told, start=1)
    ]


def told_summary(told: Sequence[LayerTold]) -> str:
    """The layers as a text for people, a line for each."""
    lines = [f"{one.theme}: {one.layer}{f' ({one.day})' if one.day else ''}, {one.outcome}" for one in told]
    return "\n".join(["Landskab og kulturarv (maplandscape).", *lines])


def read_told(pairs: Iterable[tuple[str, str | None]]) -> list[LayerTold]:
    """What pairs as of `told_pairs` say; what cannot be read is left out."""
    found = []
    for name, value in pairs:
        if not name.startswith(LAYER) or not value:
            continue
        read = value.split(BETWEEN, 3)
        if len(read) == 4:
            theme, outcome, day, layer = read
            found.append(LayerTold(theme, layer, outcome, "" if day == UNDATED else day))
    return found
