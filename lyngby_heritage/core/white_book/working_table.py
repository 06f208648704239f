"""The table in which the administration works: what came in, and empty cells for what it makes of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from ..designation.decisions import written_day
from ..tables.table import DATE, TEXT, Column, Table
from .answers import Answers
from .book import building_called, is_late
from .decided import DecisionRow
from .places import Found, Known

COLUMNS = (
    Column("svar_id", TEXT, 10),
    Column("afsender", TEXT, 24),
    Column("afsendertype", TEXT, 14),
    Column("dato", DATE, 12),
    Column("rettidigt", TEXT, 10),
    Column("om", TEXT, 30),
    Column("fundet_ved", TEXT, 12, prints=False),
    Column("bygning_id", TEXT, 16, prints=False),
    Column("ejendom_id", TEXT, 14, prints=False),
    Column("sted", TEXT, 18),
    Column("emne", TEXT, 18),
    Column("tekst", TEXT, 60),
    Column("resume", TEXT, 40, least=40),
    Column("vurdering", TEXT, 40, least=40),
    Column("konsekvens", TEXT, 14, least=14),
    Column("beslutning", TEXT, 12, least=12),
    Column("bilag", TEXT, 16),
)
"""The fields that the tool reads again, by their names, and three that help: rettidigt, om, fundet_ved."""
TITLES = {
    "svar_id": "Svar",
    "afsender": "Afsender",
    "afsendertype": "Afsenderens art",
    "dato": "Modtaget",
    "rettidigt": "Inden fristen",
    "om": "Svaret er om",
    "fundet_ved": "Fundet ved",
    "bygning_id": "Bygningens id",
    "ejendom_id": "Ejendommens nummer",
    "sted": "Sted",
    "emne": "Emne",
    "tekst": "Svarets tekst",
    "resume": "Resumé",
    "vurdering": "Vurdering",
    "konsekvens": "Konsekvens",
    "beslutning": "Beslutning",
    "bilag": "Bilag",
}
"""What a form calls each field; a workbook keeps their names, by which it is read again."""
FILLED_IN = ("resume", "vurdering", "konsekvens", "beslutning")
"""What a person fills in."""
SHEET = "Svar"


def working_rows(
    answers: Answers, found: Mapping[int, Found], known: Known, deadline: datetime.date | None
) -> list[tuple[Any, ...]]:
    """A row of COLUMNS for each point, None where nothing stands.

    A point that leads to one building has its id, so that a decision needs no more.
    """
    rows: list[tuple[Any, ...]] = []
    for answer, point in answers.points():
        about = found[point.row]
        building = point.written_building or (known.ids[about.rows[0]] if len(about.rows) == 1 else "")
        late = None if answer.day is None or deadline is None else is_late(answer.day, deadline)
        values = (
            *(answer.label, answer.sender, answer.kind, answer.day),
            "" if late is None else "nej" if late else "ja",
            "; ".join(dict.fromkeys(building_called(row, known, False) for row in about.rows)),
            about.by,
            *(building, point.property_id, point.place, point.subject, point.text, point.summary, point.assessment),
            point.consequence,
            "" if point.designate is None else "udpeg" if point.designate else "udpeg_ikke",
            point.attachments,
        )
        rows.append(tuple(value if value != "" else None for value in values))
    return rows


def working_table(rows: Sequence[tuple[Any, ...]]) -> Table:
    """The rows as the sheet of a workbook."""
    values = [list(column) for column in zip(*rows)] if rows else [[] for _ in COLUMNS]
    return Table(SHEET, COLUMNS, values, kept=2, nothing="Der er ingen svar.")


def decisions_table_rows(
    decided: Sequence[DecisionRow], known: Known, reason: Any, hearing: str
) -> list[tuple[str, ...]]:
    """The rows that `classifybuildings` reads: bygning_id, beslutning, begrundelse, kilde, dato, adresse.

    They end in the plan and on its website, so `reason` takes out of a text what no public version holds. `hearing` is
    what the source is called, such as "Høringen af Kulturhistorisk lokalplan 300". `dato` makes the decision newer than
    one before the hearing. It is the day on which the answer came, on which nobody decided: so the source says what
    happened on it, and no text tells it as the day of the decision (`Decision.told_day`).
    """
    rows: list[tuple[str, ...]] = []
    for one in decided:
        texts = dict.fromkeys(point.assessment for _, point in one.answers if point.assessment)
        day = one.day
        last = " senest" if len(one.labels) > 1 else ""
        received = f"{last} modtaget {written_day(day)}" if day else ""
        rows.append(
            (
                known.ids[one.row],
                one.choice,
                reason(" ".join(texts)),
                f"{hearing}, svar {', '.join(one.labels)}{received}",
                day.isoformat() if day else "",
                known.addresses[one.row],
            )
        )
    return rows
