"""Rules on the terrain model: can it be used, are its cells small enough, and has it heights where the others lie?"""

from __future__ import annotations

from collections.abc import Iterator

from .findings import Hits
from .inputs import Inputs
from .roles import TERRAIN
from .rule_table import Rule
from .rules import rule


@rule("terraen_afvises")
def refused(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """No CRS, not in metres, a picture, turned, or damaged: the tools refuse it."""
    for layer in data.of(TERRAIN):
        if layer.heights is not None and layer.heights.refused:
            yield Hits(layer, None, {"hvorfor": layer.heights.refused})
