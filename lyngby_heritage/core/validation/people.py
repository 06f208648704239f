"""Rules on the tables that a hearing is sent to: whom no letter would reach, and rows that meet no property.

Of these tables no value is told, only the number of the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from ..common.arrays import Integers
from ..hearing.receivers import receivers_of
from ..hearing.rows import CONCEPTS, POST_ID, OwnerRows, first_said, property_key, read_other_rows, read_owner_rows
from ..registers.aliases import find_fields
from ..registers.values import written_id
from .findings import Hits
from .inputs import Inputs, Layer
from .roles import PEOPLE_ROLES
from .rule_table import Rule
from .rules import rule

PROPERTY_ROLES = ("PARCELS", "BUILDINGS", "BBR")
"""Inputs that may know which property is which."""


def _read(data: Inputs, layer: Layer) -> OwnerRows:
    """The rows as the hearing reads them."""

    def make() -> OwnerRows:
        columns = {concept: layer.raw(concept) for concept in CONCEPTS}
        names = [layer.field_names[place] for place in find_fields(layer.field_names, POST_ID)]
        columns[POST_ID] = first_said([layer.columns.get(name) for name in names])
        reader = read_owner_rows if layer.role == "OWNERS" else read_other_rows
        return reader(columns, len(layer))

    rows: OwnerRows = data.once(f"people {id(layer)}", make)
    return rows


def _rows(read: OwnerRows, chosen: Iterable[int]) -> Integers:
    """The rows of the layer behind some of those that were read: blank ones were not."""
    return np.array([read.rows[one] - 1 for one in chosen], dtype=np.intp)


@rule("part_uden_navn")
def unnamed_receiver(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Nobody can be addressed; where there is an id, digital post finds the person, and the letter has no name."""
    for layer in data.of(*PEOPLE_ROLES):
        if layer.has("owner_name"):
            read = _read(data, layer)
            yield Hits(layer, _rows(read, (at for at, name in enumerate(read.names) if not name)))


@rule("part_uden_vej")
def unreachable(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Neither an id for digital post nor an address that a letter can be sent to, on any row of the receiver."""
    for layer in data.of(*PEOPLE_ROLES):
        read = _read(data, layer)
        lost = [one for one in receivers_of(read, range(len(read))) if one.lacks]
        chosen = [(at, one.lacks) for one in lost for at in one.rows]
        yield Hits(layer, _rows(read, (at for at, _ in chosen)), {"hvorfor": [why for _, why in chosen]})


@rule("part_ukendt_rolle")
def unknown_role(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A word that is no role: an owner's is taken for a user's, which gets another letter."""
    for layer in data.of("OWNERS"):
        read = _read(data, layer)
        yield Hits(layer, _rows(read, (at for at, said in enumerate(read.roles_said) if said)))


@rule("ejer_uden_ejendom")
def of_no_property(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A row that names no property: nobody knows what its letter would be about."""
    for layer in data.of("OWNERS"):
        read = _read(data, layer)
        yield Hits(layer, _rows(read, (at for at, keys in enumerate(read.properties) if not keys)))


@rule("ejer_bfe_ulaeseligt")
def no_number(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A BFE number that is none."""
    for layer in data.of("OWNERS"):
        raw = layer.raw("owner_bfe") or []
        keys = [property_key(one) if written_id(one) else "" for one in raw]
        yield Hits(layer, np.flatnonzero([bool(one) and not one.isdigit() for one in keys]))


@rule("ejer_ukendt_ejendom")
def unknown_property(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A property that neither parcels nor buildings have: its row gets no letter."""
    layers = [one for one in data.of(*PROPERTY_ROLES) if len(one) and any(one.texts("property_id"))]
    known = {property_key(one) for layer in layers for one in layer.raw("property_id") or ()} - {""}
    if not known:
        return
    for layer in data.of("OWNERS"):
        read = _read(data, layer)
        lost = (at for at, keys in enumerate(read.properties) if keys and not known.intersection(keys))
        yield Hits(layer, _rows(read, lost), {"lag": ", ".join(dict.fromkeys(one.name for one in layers))})
