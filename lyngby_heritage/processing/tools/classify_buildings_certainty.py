"""What the report on a designation tells of how sure it is, and the map of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from ...core.report.certainty import Certainty, certainty_of, names_of
from ..outputs.styling import second_style

if TYPE_CHECKING:
    from ...core.common.arrays import Booleans
    from ...core.designation.classify import Classified
    from ...core.neighbourhood.likeness import Thresholds

Drawing = Callable[[str], "bytes | None"]
"""Gives the picture of the written layer in a style; None where none could be drawn."""


def certainty_part(
    done: Classified,
    thresholds: Thresholds,
    ids: Sequence[str],
    address_of: Mapping[str, str],
    withheld: Booleans,
    apart: Sequence[str],
    style: str,
    draw: Drawing,
) -> Certainty:
    """The section of the report of a run whose layer is written in `style`.

    `ids`, `withheld` (whether the register keeps it from the public) and `apart` (what is said beside its address) are
    per row; `address_of` is by id.
    """
    names = names_of(ids, address_of, withheld, apart)
    told = certainty_of(done.tried, done.open_fours, done.certainty, done.designation, thresholds, names)
    second = second_style(style)
    if not told.settings or not sum(told.counts) or second is None:
        return told
    return told.with_map(draw(second[0]))
