"""Owners and hearing answers beside the plan's data. Nobody in them exists, and every name says so."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...core.common.data import load
from ..municipality import SampleMunicipality
from ..tables import ORIGIN, SampleTable, repeated, texts
from .files import CSV, FILE, TableFile

OWNERS, ANSWERS = "ejere.csv", "hoeringssvar.csv"
FIRST_OWNER, FIRST_TENANT = 1001, 1
POSTCODE, TOWN = "9999", "Eksempelby (opdigtet)"
ELSEWHERE = ("Fjernvej 7", "9998", "Anden by (opdigtet)")
MUNICIPAL = ("Eksempelkommunen (opdigtet)", "Rådhuspladsen 1")
UNKNOWN_OWNER, TWO_OWNERS, SAME_OWNER, LIVES_ELSEWHERE, NO_ROLE = 97, 23, 31, 29, 41
"""Every so manieth property has no owner in the table, two owners, the owner of the one before, one who lives
elsewhere, and one whose role stands empty (which is owner)."""
MOST_TENANTS = 3
"""Tenants of a house of flats that stand in the table."""
OWNER, TENANT = "ejer", "lejer"
FIRST_DAY, DAYS_APART, LAST_DAY = "2026-08-24", 1, "2026-10-19"
"""Of the answers: the first one's, the days between two, and the last one's, after the hearing."""
PRIVATE = "privat"
SECONDARY = 900
"""From this use on a building is no main building, or of unknown use."""


def people_files(municipality: SampleMunicipality) -> list[TableFile]:
    """The two tables, as a municipality takes them out of its own systems and as Excel writes them."""
    return [
        TableFile(OWNERS, CSV, (_owners(municipality),), separator=";"),
        TableFile(ANSWERS, CSV, (_answers(municipality),), separator=";"),
    ]


def _owners(municipality: SampleMunicipality) -> SampleTable:
    """One row per owner or tenant and property, in the order of the cadastre."""
    properties = dict.fromkeys(municipality.table("jordstykker").columns["samletFastEjendomLokalId"].tolist())
    buildings = municipality.table("bygninger").columns
    homes: dict[str, str] = {}
    flats: dict[str, int] = {}
    for number, address, dwellings in zip(
        buildings["ejendom_id"].tolist(), buildings["adresse"].tolist(), buildings["boliger"].tolist()
    ):
        homes.setdefault(number, address)
        flats[number] = max(flats.get(number, 0), dwellings or 0)
    rows: list[tuple[Any, ...]] = []
    before: list[tuple[str, ...]] = []
    tenants = FIRST_TENANT
    for place, number in enumerate(properties, 1):
        if number not in homes:
            rows.append((number, *MUNICIPAL, POSTCODE, TOWN, OWNER))
            continue
        if place % UNKNOWN_OWNER == 0:
            continue
        if place % SAME_OWNER or not before:
            before = [_owner(FIRST_OWNER + len(rows), homes[number], place % LIVES_ELSEWHERE == 0)]
            if place % TWO_OWNERS == 0:
                before.append(_owner(FIRST_OWNER + len(rows) + 1, homes[number], False))
        role = None if place % NO_ROLE == 0 else OWNER
        rows += [(number, *who, role) for who in before]
        there = min(flats[number], MOST_TENANTS) if flats[number] > 1 else 0
        rows += [
            (number, f"Lejer {tenants + one} (opdigtet)", homes[number], POSTCODE, TOWN, TENANT) for one in range(there)
        ]
        tenants += there
    return _table("ejere", ("bfe", "navn", "adresse", "postnr", "by", "rolle"), rows)


def _owner(number: int, home: str, elsewhere: bool) -> tuple[str, ...]:
    place = ELSEWHERE if elsewhere else (home, POSTCODE, TOWN)
    return (f"Ejer {number} (opdigtet)", *place)


def _answers(municipality: SampleMunicipality) -> SampleTable:
    """The answers of `delivered.json`, on main buildings of SAVE value 1 to 5 and on their properties."""
    known: list[dict[str, str]] = load(FILE)["answers"]
    buildings = municipality.table("bygninger").columns
    values = zip(buildings["save_vaerdi"].tolist(), buildings["anvendelse"].tolist())
    meant = np.flatnonzero([1 <= (save or 0) <= 5 and (use or SECONDARY) < SECONDARY for save, use in values])
    meant = meant[np.linspace(0, len(meant) - 1, len(known)).astype(np.int64)]
    rows = []
    for place, (answer, building) in enumerate(zip(known, meant.tolist())):
        on = answer["om"]
        day = np.datetime64(FIRST_DAY) + np.timedelta64(DAYS_APART * place, "D")
        rows.append(
            (
                f"H{place + 1:02d}",
                f"Afsender {place + 1} (opdigtet)",
                answer.get("afsendertype", PRIVATE),
                LAST_DAY if place == len(known) - 1 else str(day),
                buildings["bygning_id"][building] if on == "bygning" else None,
                buildings["ejendom_id"][building] if on == "ejendom" else None,
                answer.get("sted"),
                *(
                    answer[name] or None
                    for name in ("emne", "tekst", "resume", "vurdering", "konsekvens", "beslutning")
                ),
            )
        )
    names = ("svar_id", "afsender", "afsendertype", "dato", "bygning_id", "ejendom_id", "sted")
    return _table("hoeringssvar", (*names, "emne", "tekst", "resume", "vurdering", "konsekvens", "beslutning"), rows)


def _table(name: str, names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> SampleTable:
    columns = {column: texts(values) for column, values in zip(names, zip(*rows))}
    return SampleTable(name, name, "None", None, {**columns, "oprindelse": repeated(ORIGIN, len(rows))})
