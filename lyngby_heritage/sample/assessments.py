"""The municipality's assessments in GeoFA's theme 6205: SAVE's five parameters, dates, and what designates today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .records import Records
from .registers import Entries
from .standing import Standing
from .tables import Column, Flags, Integers, Objects, SampleTable, masked, repeated, table, texts, whole
from .town import Town

MOVED = ("landsby", "villa_1930", "station")
"""Quarters whose assessments the municipality has taken over from FBB into GeoFA."""
PARAMETERS = {
    "save_arkitektonisk": "arkitektonisk_vaerdi",
    "save_kulturhistorisk": "kulturhistorisk_vaerdi",
    "save_miljoemaessig": "miljoemaessig_vaerdi",
    "save_originalitet": "originalitetsvaerdi",
    "save_tilstand": "tilstandsvaerdi",
}
"""SAVE's parameters, in the building layer and in GeoFA."""
STEPS, SPREAD = (-1, 0, 0, 0, 1), (-1, 0, 1, 2)
"""How far a parameter lies from the value; originality and condition vary more."""
NOT_ASSESSED = 0.06
"""The share of the parameters that nobody assessed, which GeoFA says with 0."""
ROUNDS = ("1999-09-01", "2005-06-15", "2019-05-20", "2023-04-11")
"""When the registrations were made, beginning with the days of these, and how many days each took."""
DAYS_OF_A_ROUND = 60
PUBLIC, OWN, AUTHORITIES = 1, 2, 3
WORDS = {PUBLIC: "Offentlig", OWN: "Ansvarlig myndighed", AUTHORITIES: "Alle myndigheder"}
"""GeoFA's off_kode, and the text beside it."""
HIDDEN = 61
"""Every so manieth row is not for the public."""
REASONS = ("Ingen", "Lokalplan", "Kommuneplan", "Lokalplan og kommuneplan")
STANDING_WORDS = ("ingen", "lokalplan", "kommuneplan", "begge")
FIRST_ROW = 6_205_000_001


@dataclass(frozen=True)
class Assessments:
    """The rows of the theme (k,)."""

    record: Integers
    parameters: dict[str, Integers]
    """By the fields of PARAMETERS, 0 where nobody assessed it."""
    day: Objects
    public: Integers
    """off_kode."""
    standing: Integers
    """bevaringsaarsag_kode."""


def draw_assessments(
    records: Records,
    town: Town,
    kinds: list[dict[str, Any]],
    entries: Entries,
    standing: Standing,
    rng: np.random.Generator,
) -> Assessments:
    """Draw the rows: the assessed buildings of some quarters, and those that a lokalplan preserves anywhere.

    Those that FBB knows by an old number, or by their place alone, are still to be found and have none.
    """
    codes = [kind["code"] for kind in kinds]
    moved = np.isin(town.plot_kind[records.plot], [codes.index(code) for code in MOVED])
    sure: Flags = np.zeros(records.count, dtype=bool)
    sure[entries.record[entries.link == "uuid"]] = True
    rows = np.flatnonzero((records.save >= 1) & sure & (moved | standing.local))
    count = len(rows)
    parameters: dict[str, Integers] = {}
    for field in PARAMETERS:
        steps = SPREAD if field in ("save_originalitet", "save_tilstand") else STEPS
        value = np.clip(records.save[rows].astype(np.int64) + rng.choice(steps, count), 1, 9)
        parameters[field] = np.where(rng.random(count) < NOT_ASSESSED, 0, value)
    start = np.array(ROUNDS, dtype="datetime64[D]")[rng.integers(0, len(ROUNDS), count)]
    day = start + rng.integers(0, DAYS_OF_A_ROUND, count).astype("timedelta64[D]")
    public = np.full(count, PUBLIC)
    public[5::HIDDEN], public[12::HIDDEN] = AUTHORITIES, OWN
    return Assessments(rows, parameters, texts(day.astype(str).tolist()), public, standing.codes[rows])


def assessment_columns(records: Records, outlines: Integers, told: Assessments) -> dict[str, Column]:
    """What the building layer says of the assessments: of the records (m,) that its outlines show."""
    row = np.full(records.count, -1)
    row[told.record] = np.arange(len(told.record))
    at = row[outlines]
    none = at < 0

    def number(values: Integers) -> Integers:
        out: Integers = np.append(values, 0)[at]  # the last stands for none
        return out

    return {
        **{field: whole(number(values), number(values) == 0) for field, values in told.parameters.items()},
        "save_dato": texts([*told.day.tolist(), None])[at],
        "gaeldende_udpegning": texts([*STANDING_WORDS, None])[np.where(none, -1, number(told.standing))],
        "offentlig": masked(number(told.public) == PUBLIC, none),
    }


def geofa_table(records: Records, told: Assessments, properties: Objects, address: Objects) -> SampleTable:
    """`bygningsvurdering`: theme 6205 in the long names of its database; properties and addresses are the records'."""
    rows = told.record
    count = len(rows)
    roads = [one.rsplit(" ", 1) for one in address[rows].tolist()]
    return table(
        "bygningsvurdering",
        "GeoFA 6205: bygningsvurderinger",
        "MultiPolygon",
        records.geometry[rows],
        {
            "objekt_id": texts(str(FIRST_ROW + 7 * place) for place in range(count)),
            "temakode": whole(np.full(count, 6205)),
            "temanavn": repeated("Bygningsvurdering", count),
            "bbr_uuid": records.id[rows],
            "bfe_nr": whole(properties[rows].astype(np.int64)),
            "bygningsnummer": whole(records.number[rows]),
            "beliggenhedskommune": whole(np.full(count, 173)),
            "vejnavn": texts(road for road, _ in roads),
            "husnr": texts(house for _, house in roads),
            "bevaringsmaessig_vaerdi": whole(records.save[rows]),
            **{PARAMETERS[field]: whole(values) for field, values in told.parameters.items()},
            "registreringsdato": told.day,
            "bevaringsvaerdig": whole(told.standing > 0),
            "bevaringsaarsag_kode": whole(told.standing),
            "bevaringsaarsag": texts(REASONS[code] for code in told.standing.tolist()),
            "statuskode": whole(np.full(count, 3)),
            "status": repeated("Gældende / Vedtaget", count),
            "off_kode": whole(told.public),
            "offentlig": texts(WORDS[code] for code in told.public.tolist()),
            "systid_fra": repeated("2026-07-03T08:00:00Z", count),
            "systid_til": repeated(None, count),
        },
    )
