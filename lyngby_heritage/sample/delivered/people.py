"""Owners, other parties and hearing answers beside the plan's data. Nobody in them exists, and every name says so."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...core.common.data import load
from ..municipality import SampleMunicipality
from ..tables import ORIGIN, SampleTable, repeated, texts
from .claims import claims_of, fitting_buildings
from .files import CSV, FILE, TableFile

OWNERS, OTHERS, ANSWERS = "ejere.csv", "andre.csv", "hoeringssvar.csv"
FIRST_OWNER, FIRST_TENANT = 1001, 1
POSTCODE, TOWN = "9999", "Eksempelby (opdigtet)"
ELSEWHERE = ("Fjernvej 7", "9998", "Anden by (opdigtet)")
MUNICIPAL = ("Eksempelkommunen (opdigtet)", "Rådhuspladsen 1")
UNKNOWN_OWNER, TWO_OWNERS, SAME_OWNER, LIVES_ELSEWHERE, NO_ROLE = 97, 23, 31, 29, 41
"""Every so manieth property has no owner in the table, two owners, the owner of the one before, one who lives
elsewhere, and one whose role stands empty (which is owner)."""
ABROAD, PROTECTED, ESTATE, COMPANY, CONDOMINIUM = 61, 53, 71, 37, 11
"""Every so manieth property is owned from abroad, by somebody whose address is protected, by a dead person's estate, by
a company, and, where it has flats, by the owners of the flats and their association."""
WITH_ID = 3
"""Two of so many owners have an id for digital post. It says that it is invented: no number of anybody's looks so."""
FLATS, MOST_FLATS = 4, 8
"""Flats from which a house may be a condominium, and owners of flats that stand in the table."""
MOST_TENANTS = 3
"""Tenants of a house of flats that stand in the table."""
OWNER, TENANT = "ejer", "lejer"
FIRST_DAY, DAYS_APART, LAST_DAY = "2027-01-11", 1, "2027-03-15"
"""Of the answers: the first one's, the days between two, and the last one's, after the hearing."""
PRIVATE = "privat"


def people_files(municipality: SampleMunicipality) -> list[TableFile]:
    """The tables, as a municipality takes them out of its own systems and as Excel writes them."""
    return [
        TableFile(OWNERS, CSV, (_owners(municipality),), separator=";"),
        TableFile(OTHERS, CSV, (_others(),), separator=";"),
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
    before: list[tuple[str | None, ...]] = []
    tenants = FIRST_TENANT
    for place, number in enumerate(properties, 1):
        if number not in homes:
            rows.append((number, *MUNICIPAL, POSTCODE, TOWN, None, OWNER, None))
            continue
        if place % UNKNOWN_OWNER == 0:
            continue
        condominium = place % CONDOMINIUM == 0 and flats[number] >= FLATS
        if condominium:
            before = _flats(FIRST_OWNER + len(rows), homes[number], min(flats[number], MOST_FLATS))
        elif place % SAME_OWNER or not before:
            before = [_owner(FIRST_OWNER + len(rows), homes[number], place)]
            if place % TWO_OWNERS == 0:
                before.append(_owner(FIRST_OWNER + len(rows) + 1, homes[number], 1))
        role = None if place % NO_ROLE == 0 else OWNER
        rows += [(number, *who[:5], role, who[5]) for who in before]
        there = min(flats[number], MOST_TENANTS) if flats[number] > 1 and not condominium else 0
        rows += [
            (number, f"Lejer {tenants + one} (opdigtet)", homes[number], POSTCODE, TOWN, None, TENANT, None)
            for one in range(there)
        ]
        tenants += there
    return _table("ejere", ("bfe", "navn", "adresse", "postnr", "by", "land", "rolle", "digital_post_id"), rows)


def _owner(number: int, home: str, place: int) -> tuple[str | None, ...]:
    """Name, address, postcode, town, country and id of one owner; `place` is the property's in the cadastre."""
    at: tuple[str | None, ...] = (home, POSTCODE, TOWN, None)
    name = f"Ejer {number}"
    if place % ABROAD == 0:
        at = ("Storgatan 7", "211 00", "Malmö (opdigtet)", "Sverige")
    elif place % PROTECTED == 0:
        at = ("Adressebeskyttet", POSTCODE, TOWN, None)
    elif place % LIVES_ELSEWHERE == 0:
        at = (*ELSEWHERE, None)
    elif place % ESTATE == 0:
        name = f"Boet efter ejer {number}"
    elif place % COMPANY == 0:
        name = f"Ejendomsselskabet {number} ApS"
    return f"{name} (opdigtet)", *at, f"opdigtet-{number}" if number % WITH_ID else None


def _flats(number: int, home: str, count: int) -> list[tuple[str | None, ...]]:
    """The association of a condominium, and the owners of its flats."""
    association = (f"Ejerforeningen {home} (opdigtet)", home, POSTCODE, TOWN, None, f"opdigtet-{number}")
    return [
        association,
        *(
            (f"Lejlighedsejer {number + one} (opdigtet)", home, POSTCODE, TOWN, None, None)
            for one in range(1, count + 1)
        ),
    ]


def _others() -> SampleTable:
    """The authorities and associations of `delivered.json`, some of them without an address."""
    names = ("navn", "adresse", "postnr", "by", "type", "digital_post_id")
    return _table("andre", names, [tuple(one[name] or None for name in names) for one in load(FILE)["others"]])


def _answers(municipality: SampleMunicipality) -> SampleTable:
    """The answers of `delivered.json`, each on a house (or on its property) for which what it claims holds."""
    known: list[dict[str, Any]] = load(FILE)["answers"]
    buildings = municipality.table("bygninger").columns
    claimed = [one.get("gaelder", []) for one in known]
    fitting = fitting_buildings(claimed, claims_of(municipality), buildings["ejendom_id"].tolist())
    # A town of few houses has few answers: those that would be untrue of every house of it are left out.
    told = [(one, row) for one, row, claims in zip(known, fitting, claimed) if row is not None or not claims]
    rows = []
    for place, (answer, building) in enumerate(told):
        on = answer["om"]
        day = np.datetime64(FIRST_DAY) + np.timedelta64(DAYS_APART * place, "D")
        rows.append(
            (
                f"H{place + 1:02d}",
                f"Afsender {place + 1} (opdigtet)",
                answer.get("afsendertype", PRIVATE),
                LAST_DAY if place == len(told) - 1 else str(day),
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
