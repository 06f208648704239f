"""BBR's files: buildings as they are, as they were and as headings alone; storeys, units, plots, property numbers."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

import numpy as np

from ...core.common.data import load
from ..municipality import SampleMunicipality
from ..tables import Column, Flags, SampleTable, repeated, texts
from .files import (
    CSV,
    FILE,
    JSON,
    MUNICIPALITY,
    TableFile,
    as_text,
    fildownload,
    headings_only,
    joined,
    numbered,
    picked,
    register_table,
    shapes_of,
)

NAMESPACE = "http://data.gov.dk/bbr/"
SINCE = "2017-06-26T00:00:00Z"
IN_FORCE = "7"
"""Status of plots and properties that are in force; buildings that stand have 6."""
NEWER_VERSION, NEWER_GENERATION = 4, 12
WEEKS_AGO = 3
"""By so many generations the file with history is older."""
NOT_YET = 5
"""Buildings that the older file does not know yet."""
PROPERTY = "bestemtFastEjendomBFENr"
"""What the named layer states and BBR's own table does not: it leads there by its plot (Grund)."""


def bbr_files(municipality: SampleMunicipality) -> list[TableFile]:
    """Every file of BBR; the current buildings are those rows of `bbr` that have not ended, in their order."""
    generation: int = load(FILE)["generations"]["BBR"]
    buildings = municipality.table("bbr")
    current = _buildings(buildings)
    return [
        fildownload("BBR", "Bygning", CSV, [current], generation=generation),
        fildownload("BBR", "Bygning", CSV, [_history(buildings)], generation=generation - WEEKS_AGO, time="Bitemporal"),
        fildownload(
            "BBR", "Bygning", CSV, [headings_only(current)], generation=NEWER_GENERATION, version=NEWER_VERSION
        ),
        fildownload("BBR", "Etage", CSV, [_plain(municipality, "etager", "Etage")], generation=generation),
        fildownload("BBR", "Enhed", CSV, [_plain(municipality, "enheder", "Enhed")], generation=generation),
        fildownload("BBR", "Grund", CSV, [_plots(buildings)], generation=generation),
        fildownload("BBR", "Ejendomsrelation", JSON, [_properties(buildings)], generation=generation),
    ]


def _buildings(buildings: SampleTable) -> SampleTable:
    return register_table("BBR Bygning", _columns(buildings, np.flatnonzero(~_ended(buildings.columns))))


def _history(buildings: SampleTable) -> SampleTable:
    """The file before: with what has ended, as it was registered before and after, and without the newest buildings.

    A version that ended is registered twice: first without an end, then with the one that it got.
    """
    ended = np.flatnonzero(_ended(buildings.columns))
    known = np.arange(buildings.count - NOT_YET)
    now, before = _columns(buildings, known), _columns(buildings, ended)
    before["registreringTil"] = before["virkningTil"]
    before["virkningTil"] = repeated(None, len(ended))
    now["registreringFra"] = np.where(_ended(now), now["virkningTil"], now["registreringFra"])
    both = {name: joined(before[name], now[name]) for name in now}
    return register_table("BBR Bygning", both, names=load(FILE)["danish_headings"])


def _ended(columns: Mapping[str, Column]) -> Flags:
    """Whether each version has ended."""
    return np.array([end is not None for end in columns["virkningTil"].tolist()])


def _columns(buildings: SampleTable, rows: Column) -> dict[str, Column]:
    return {
        **picked(buildings, rows, without=[PROPERTY]),
        "byg404Koordinat": as_text(shapes_of(buildings)[rows]),
        "datafordelerRowId": numbered(41_000_001, len(rows)),
        "id_namespace": repeated(f"{NAMESPACE}bygning", len(rows)),
    }


def _plain(municipality: SampleMunicipality, layer: str, entity: str) -> SampleTable:
    """A table that the named layer holds as it is."""
    source = municipality.table(layer)
    since = repeated(SINCE, source.count)
    return register_table(
        f"BBR {entity}",
        {
            **picked(source),
            "registreringFra": since,
            "virkningFra": since,
            "id_namespace": repeated(NAMESPACE + entity.lower(), source.count),
        },
    )


def _plots(buildings: SampleTable) -> SampleTable:
    """Each plot (Grund) that has a building, with the relation that states its property's number."""
    plots = dict(zip(*(buildings.columns[name].tolist() for name in ("grund", PROPERTY))))
    houses = dict(zip(*(buildings.columns[name].tolist() for name in ("grund", "husnummer"))))
    count = len(plots)
    since = repeated(SINCE, count)
    return register_table(
        "BBR Grund",
        {
            "id_namespace": repeated(f"{NAMESPACE}grund", count),
            "id_lokalId": texts(plots),
            "kommunekode": repeated(MUNICIPALITY, count),
            "status": repeated(IN_FORCE, count),
            "registreringFra": since,
            "virkningFra": since,
            "bestemtFastEjendom": texts(map(_relation, plots.values())),
            "husnummer": texts(houses.values()),
            "gru009Vandforsyning": repeated("1", count),
            "gru010Afloebsforhold": repeated("5", count),
        },
    )


def _properties(buildings: SampleTable) -> SampleTable:
    numbers = list(dict.fromkeys(buildings.columns[PROPERTY].tolist()))
    count = len(numbers)
    since = repeated(SINCE, count)
    return register_table(
        "BBR Ejendomsrelation",
        {
            "id_namespace": repeated(f"{NAMESPACE}ejendomsrelation", count),
            "id_lokalId": texts(map(_relation, numbers)),
            "kommunekode": repeated(MUNICIPALITY, count),
            "status": repeated(IN_FORCE, count),
            "registreringFra": since,
            "virkningFra": since,
            "bfeNummer": np.array(numbers, dtype=np.int64),
            "ejendomstype": repeated("1", count),
            "samletFastEjendom": texts(numbers),
        },
    )


def _relation(number: str) -> str:
    """The id of the relation that states a property's number."""
    return str(uuid5(NAMESPACE_URL, f"{NAMESPACE}ejendomsrelation/{number}"))
