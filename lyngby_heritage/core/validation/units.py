"""Rules on BBR's units: of a building that is there, once each, and in number what the building says."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..common.arrays import Booleans, Floats
from ..registers.storeys import NO_BUILDING
from ..registers.units import UNIT_CONCEPTS, BbrUnitRows, dwellings_of, read_unit_rows
from ..registers.versions import Life
from .bbr import BUILDINGS
from .findings import Hits
from .inputs import Inputs, Layer, groups
from .rule_table import Rule
from .rules import rule


def _read(data: Inputs, units: Layer) -> BbrUnitRows:
    """The rows as `preparebuildings` reads them."""
    columns = {concept: units.raw(concept) for concept in UNIT_CONCEPTS}
    rows: BbrUnitRows = data.once(f"units {id(units)}", lambda: read_unit_rows(columns, len(units)))
    return rows


def _counted(units: Layer) -> Booleans:
    """Which units count, (n,): each that stands, once."""
    counted: Booleans = units.versions.life == Life.CURRENT
    return counted


@rule("enhed_uden_bygning")
def unit_of_no_building(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A unit whose building is in none of the building layers, or that names none: its dwelling is lost."""
    buildings = [layer for layer in data.of(*BUILDINGS) if len(layer)]
    if not buildings:
        return
    known = {one for layer in buildings for one in layer.ids} - {""}
    for units in data.of("UNITS"):
        lost = np.array([one not in known for one in units.ids], dtype=bool)
        yield Hits(units, np.flatnonzero(lost & _counted(units)), {"lag": ", ".join(one.name for one in buildings)})


@rule("enhed_dublet")
def unit_twice(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """One unit on several rows that stand: it counts once, with the building that the first names."""
    for units in data.of("UNITS"):
        repeated = list(groups(units.row_ids_of_life, units.current).values())
        first = np.array([rows[0] for rows in repeated], dtype=np.intp)
        named = [", ".join(str(units.row_ids[row]) for row in rows[:10]) for rows in repeated]
        yield Hits(units, first, {"raekker": [len(rows) for rows in repeated], "numre": named})


@rule("enhed_slags_ukendt")
def unit_of_unknown_kind(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Neither its kind nor its use says whether a unit is a dwelling."""
    for units in data.of("UNITS"):
        if units.has("unit_kind") or units.has("unit_use"):
            silent = np.isnan(_read(data, units).dwelling)
            yield Hits(units, np.flatnonzero(silent & _counted(units)))


@rule("boliger_mod_enheder")
def dwellings_against_units(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A building's own count of dwellings (byg024) is another than that of its units; 0 is nobody's count."""
    for units in data.of("UNITS"):
        for layer in data.of("BUILDINGS", "BBR"):
            concept = "kitchens" if layer.has("kitchens") else "dwellings"
            if layer.has(concept):
                counted, said = _dwellings(data, units, layer), layer.numbers(concept).values
                rows = np.flatnonzero((said > 0) & (counted != said) & ~np.isnan(counted) & layer.current)
                values = {"boliger": said[rows].astype(int).tolist(), "enheder": counted[rows].astype(int).tolist()}
                yield Hits(layer, rows, {**values, "lag": units.name})


def _dwellings(data: Inputs, units: Layer, layer: Layer) -> Floats:
    """The dwellings that the units give each row of a building layer, (n,), NaN where no unit says."""
    place: dict[str, int] = {}
    for row, key in enumerate(layer.ids):
        if key:
            place.setdefault(key, row)
    counted = _counted(units)
    owner = [place.get(key, NO_BUILDING) if counts else NO_BUILDING for key, counts in zip(units.ids, counted)]
    sums = dwellings_of(_read(data, units), np.array(owner, dtype=np.intp), len(layer))
    return np.array([sums[place[key]] if key else np.nan for key in layer.ids], dtype=np.float64)
