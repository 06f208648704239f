"""What a hearing answer takes for granted of the house that it speaks of, and which houses of the town fit it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from ...core.common.data import load
from ..municipality import SampleMunicipality
from ..tables import Column, Flags, Floats, Integers

HIGH, MIDDLE = 3, 5
"""The lowest SAVE value that is designated whatever the rule for value 4, and a value that no rule designates."""
HOUSES = (110, 120, 121, 122, 131, 132)
"""Uses (BBR) of a house that somebody calls theirs: no block of flats, and no building beside the house."""
DETACHED = (110, 120, 122)
"""Those of them that have gables of their own."""
CARPORT, OUTHOUSE = 920, 930
TILES, BRICK = 5, 1
"""BBR's codes of a tiled roof and of a brick wall."""
REGISTERED_BEFORE = "2007-01-01"
"""A registration from before this day is twenty years old when the answers are written."""
NEW_FROM = 1990
"""From this year on an outhouse is called new."""
TOGETHER = 3
"""Years within which houses of one use on one road count as built alike."""


def claims_of(municipality: SampleMunicipality) -> dict[str, Flags]:
    """Whether each claim that an answer can make (`gaelder` of `delivered.json`) holds of each building, (n,).

    What is said of a building's standing (`udpeget`, `ikke_udpeget`, `gruppe_c`, `fredet`) holds of houses alone, of
    those that the register does not keep from the public.
    """
    columns = municipality.table("bygninger").columns
    save, use, year = (_numbers(columns[one]) for one in ("save_vaerdi", "anvendelse", "opfoerelsesaar"))
    ids, numbers = columns["bygning_id"].tolist(), columns["ejendom_id"].tolist()
    house = _once(ids) & np.isin(use, HOUSES) & ~_is(columns["offentlig"], False)
    listed = _is(columns["fredet"], True)
    decided = municipality.table("beslutninger").columns
    said = dict(zip(decided["bygning_id"].tolist(), decided["beslutning"].tolist()))  # the later row counts
    free = house & ~listed & np.array([one not in said for one in ids])
    designated = free & (save >= 1) & (save <= HIGH)
    alike = _alike_on_the_road(columns["adresse"].tolist(), use, year, designated)
    parcels = Counter(municipality.table("jordstykker").columns["samletFastEjendomLokalId"].tolist())
    return {
        "udpeget": designated,
        "ikke_udpeget": free & (save == MIDDLE),
        "gruppe_c": house & ~listed & (save > HIGH) & np.array([said.get(one) == "udpeg" for one in ids]),
        "fredet": house & listed,
        "udpeget_nabo": np.array([any(abs(away) == 2 for away in those) for those in alike]),
        "to_udpegede_ens": np.array([len(those) >= 2 for those in alike]),
        "gammel_registrering": np.array(
            [bool(day) and day < REGISTERED_BEFORE for day in columns["save_dato"].tolist()]
        ),
        "fritliggende": np.isin(use, DETACHED),
        "tegltag": _numbers(columns["tagdaekning"]) == TILES,
        "murstensfacade": _numbers(columns["ydervaeg"]) == BRICK,
        "en_etage": _numbers(columns["etager"]) == 1,
        "foer_1900": year < 1900,
        "foer_1950": year < 1950,
        "opfoert_1929_1940": (year >= 1929) & (year <= 1940),
        "nyt_udhus": _beside(numbers, (use == OUTHOUSE) & (year >= NEW_FROM) & np.isnan(save)),
        "carport": _beside(numbers, (use == CARPORT) & np.isnan(save)),
        "sekundaert_fratrukket": np.isin(use, DETACHED)
        & _all_deducted(numbers, use, *(_numbers(columns[one]) for one in ("bebygget_m2", "indbygget_m2"))),
        "flere_jordstykker": np.array([parcels[one] > 1 for one in numbers]),
    }


def fitting_buildings(
    answers: Sequence[Sequence[str]], holds: dict[str, Flags], numbers: Sequence[Any]
) -> list[int | None]:
    """The building of each answer by what it claims: one for which all of it holds, and each property once.

    `numbers` are the buildings' properties (n,). The answers with the fewest buildings to choose from choose first, so
    that those that fit nearly everything leave them theirs; each takes the one nearest to its place in the row, so that
    they lie all over the town. None where a town has no such building left, and for an answer without claims.
    """
    fits = [np.logical_and.reduce([holds[one] for one in claims]) if claims else None for claims in answers]
    rows = {place: np.flatnonzero(fit) for place, fit in enumerate(fits) if fit is not None}
    chosen: list[int | None] = [None] * len(answers)
    taken: set[Any] = set()
    for place in sorted(rows, key=lambda one: (len(rows[one]), one)):
        left: Integers = np.array([row for row in rows[place].tolist() if numbers[row] not in taken], dtype=np.int64)
        if len(left):
            wanted = len(numbers) * place / len(answers)
            nearest = int(left[np.argmin(np.abs(left - wanted))])
            chosen[place] = nearest
            taken.add(numbers[nearest])
    return chosen


def _numbers(column: Column) -> Floats:
    """A column as floats (n,), NaN where it is NULL."""
    values = (np.nan if one is None else one for one in column.tolist())
    return np.fromiter(values, dtype=np.float64, count=len(column))


def _is(column: Column, value: bool) -> Flags:
    return np.array([one is value for one in column.tolist()])


def _once(ids: Sequence[Any]) -> Flags:
    """Whether no other building has the same id, (n,)."""
    times = Counter(ids)
    return np.array([times[one] == 1 for one in ids])


def _beside(numbers: Sequence[Any], those: Flags) -> Flags:
    """Whether one of `those` buildings stands on the same property, (n,)."""
    known = {numbers[row] for row in np.flatnonzero(those).tolist()} - {None}
    return np.array([one in known for one in numbers])


def _all_deducted(numbers: Sequence[Any], use: Floats, built: Floats, built_in: Floats) -> Flags:
    """Whether what secondary buildings take up on a property is within the least deduction of a detached house, (n,).

    Whatever plan applies, none of it counts in the plot ratio then.
    """
    rules = load("rules/plot_ratio.json")
    least = min(one["deduction"]["uses"][str(DETACHED[0])] for one in rules["rule_sets"])
    taken: dict[Any, float] = defaultdict(float)
    for number, area in zip(numbers, np.where(np.isin(use, rules["secondary_uses"]), built, np.nan_to_num(built_in))):
        taken[number] += area  # an area that is not known makes the sum unknown, and no house of it fits
    return np.array([taken[one] <= least for one in numbers])


def _alike_on_the_road(addresses: Sequence[str], use: Floats, year: Floats, designated: Flags) -> list[list[int]]:
    """Of each building: how many numbers away on its road the designated ones that were built alike stand."""
    places = [_road_and_number(one) for one in addresses]
    kinds = [(road, one) for (road, _), one in zip(places, use.tolist())]
    along: dict[tuple[str, float], list[tuple[int, float]]] = defaultdict(list)
    for row in np.flatnonzero(designated).tolist():
        along[kinds[row]].append((places[row][1], year[row]))
    return [
        [at - number for at, built in along.get(kind, ()) if at != number and abs(built - own) <= TOGETHER]
        for kind, (_, number), own in zip(kinds, places, year.tolist())
    ]


def _road_and_number(address: str) -> tuple[str, int]:
    road, number = address.rsplit(" ", 1)
    return road, int(number)
