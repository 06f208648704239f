"""What a run of `checkplotratio` came to: all that its report is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..common.errors import Note
from .check import Checked
from .unmatched import Unmatched


@dataclass(frozen=True)
class PlotRatioOutcome:
    """The calculation with its settings, the buildings on no plot, and what was found out about the data."""

    checked: Checked
    unmatched: Unmatched
    notes: tuple[Note, ...]
    address_of: Mapping[str, str]
    """What people know each building by, by its label (`core.common.addresses.by_name`)."""
    parcel_fields: Mapping[str, str]
    """Parameter that names a field of the parcels → the field that was read; missing where there is none."""
    whole: Checked | None = None
    """The calculation with the surroundings, where only some of the plots were judged."""
