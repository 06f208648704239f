"""The neighbours that each building was compared with, from the pairs of classifybuildings, for its card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from ..common.addresses import danish_key
from ..common.arrays import Booleans
from ..common.errors import Note
from ..designation.reasons import words_of_pair
from ..registers.values import normal_ids
from .card_facts import Neighbour
from .compared_pairs import Pairs
from .content import Buildings, Withheld


def told_neighbours(
    pairs: Pairs | None, buildings: Buildings, withheld: Withheld, wanted: Booleans
) -> list[tuple[Neighbour, ...] | None]:
    """The neighbours of each building that is `wanted`, (n,), the likeliest first; None for the others.

    None for all without pairs. A neighbour that is withheld from the public is counted, and nothing of it is told.
    """
    told: list[tuple[Neighbour, ...] | None] = [None] * len(buildings)
    if pairs is None:
        return told
    ids = normal_ids(buildings.ids)
    rows = {one: row for row, one in enumerate(ids) if one}
    found: dict[int, list[Neighbour]] = {row: [] for row in np.flatnonzero(wanted).tolist()}
    likeness = pairs.likeness.tolist()
    both = zip(normal_ids(pairs.ids), normal_ids(pairs.neighbour_ids))
    for at, (one, other) in enumerate(both):
        row = rows.get(one, -1)
        if row not in found:
            continue
        there, hidden = rows.get(other), other in withheld.ids
        found[row].append(
            Neighbour(
                id="" if hidden else buildings.ids[there] if there is not None else pairs.neighbour_ids[at],
                called="" if there is None else buildings.addresses[there],
                likeness=None if likeness[at] != likeness[at] else likeness[at],
                alike=words_of_pair(pairs.alike[at]),
                different=words_of_pair(pairs.different[at]),
                public=not hidden,
            )
        )
    for row, each in found.items():
        told[row] = in_order(each)
    return told


def in_order(neighbours: Iterable[Neighbour]) -> tuple[Neighbour, ...]:
    """The likeliest first, then by address."""
    return tuple(sorted(neighbours, key=lambda one: (-(one.likeness or 0.0), danish_key(one.called), one.id)))


def pair_notes(pairs: Pairs, buildings: Buildings, withheld: Withheld) -> Iterator[Note]:
    """What the log says of pairs that are of other buildings."""
    known = {*normal_ids(buildings.ids), *withheld.ids}
    strange = sum(one not in known for one in normal_ids(pairs.ids))
    if strange:
        yield Note(
            "{count:pair|pairs} of neighbours in PAIRS {count:=is|are} of a building that BUILDINGS does not have: "
            "were both made by the same run of 'Designate buildings'?",
            {"count": strange},
            warning=True,
        )
