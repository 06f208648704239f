"""Which municipality a plan is of, as all of its data say it: Plandata takes the plans of one's own alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..common.errors import HeritageError
from ..registers.municipalities import municipality_name


@dataclass(frozen=True)
class Said:
    """What one row, or the profile, says of the municipality."""

    code: str
    """As it is written: 173, 0173, or what a number of BBR's begins with; "" where it says nothing."""
    where: str
    """The layer and field that it stands in."""
    row: str
    """Which row, "" of what has none."""
    value: str
    """What stands there."""


def only_municipality(said: Sequence[Said]) -> int | None:
    """The code of the municipality; None where nothing says it. HeritageError where two are named, with the rows.

    >>> only_municipality([Said("0173", "afgraensning.kommunekode", "", "0173")])
    173
    """
    told = [one for one in said if one.code.isascii() and one.code.isdigit() and int(one.code)]
    if not told:
        return None
    first = told[0]
    other = next((one for one in told if int(one.code) != int(first.code)), None)
    if other is not None:
        raise HeritageError(
            "The plan is of two municipalities, and Plandata takes only one's own: {first_where}{first_row} says "
            "{first_value} ({first_name}), and {where}{row} says {value} ({name}). Take the rows of the other "
            "municipality out of the layers of the plan, or choose the right profile, and make the package anew.",
            first_where=first.where,
            first_row=f" ({first.row})" if first.row else "",
            first_value=first.value,
            first_name=municipality_name(str(int(first.code))),
            where=other.where,
            row=f" ({other.row})" if other.row else "",
            value=other.value,
            name=municipality_name(str(int(other.code))),
        )
    return int(first.code)
