"""What the sheet that leads through the delivery to Plandata.dk says: steps, fields, areas, checks, what is open."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any

import shapely

from ..common.data import load
from ..common.wording import decimal, number
from ..registers.municipalities import authority_name
from ..tables.table import TEXT, Column, Table
from .area_picture import area_picture
from .plandata_area import Areas
from .plandata_checks import Checked, Lacking
from .plandata_fields import (
    FILE,
    PARTS,
    PLAN,
    Status,
    Value,
    empty_fields,
    fields_of,
    layer_described,
    shown_form,
)

TEMPLATE = "plandata.html.j2"
NOT_TOLD = "tom, måske påkrævet"
HAS_TO_BE_EMPTY = "tom, som reglen kræver"
IN_THE_LIST = "se listen over delområder"
AFTER_A_PROPOSAL = ("V", "KV")
"""Statuses that a plan has in Plandata only when it was a proposal there. Source: Plandata's rules of plans."""


@dataclass(frozen=True)
class Delivery:
    """All that is delivered, and what is said of it."""

    heading: str
    state: str
    """How far the plan is, in a sentence."""
    status: Status
    planid: int | None
    municipality: int | None
    plan: Mapping[str, Value]
    parts: Sequence[Mapping[str, Value]]
    areas: Areas
    boundary: shapely.Geometry | None
    checked: Sequence[Checked]
    lacking: Sequence[Lacking]
    unplaced: str
    """Why there is no delområde for the groups, "" where there is."""
    source: str

    @property
    def empty_count(self) -> int:
        """Fields that stand empty and may be required, of both layers."""
        return len(empty_fields(PLAN, self.plan)) + (len(empty_fields(PARTS, self.parts[0])) if self.parts else 0)


def sheet_context(delivery: Delivery, made_at: str) -> dict[str, Any]:
    """What the template shows."""
    areas = delivery.areas
    colours = [colour for _, colour in zip(areas.parts, cycle(load(FILE)["colours"]))]
    return {
        "report": {"title": f"Aflevering til Plandata.dk: {delivery.heading}", "made_at": made_at},
        "accent": load("rules/designation_texts.json")["accent"],
        "d": delivery,
        "municipality": authority_name(str(delivery.municipality)) if delivery.municipality is not None else "",
        "hectares": decimal(shapely.area(areas.plan) / 10_000, 2),
        "pieces": number(shapely.get_num_geometries(areas.plan)),
        "merged": sum(shapely.get_num_geometries(one.geometry) for one in areas.parts)
        > shapely.get_num_geometries(areas.plan),
        "rest": number(areas.rest) if round(areas.rest) else "",
        "steps": steps_told(delivery),
        "plan_rows": field_rows(PLAN, [delivery.plan]),
        "part_rows": field_rows(PARTS, delivery.parts) if delivery.parts else [],
        "parts": [
            {
                "number": one.number,
                "name": one.name,
                "colour": colour,
                "hectares": decimal(one.hectares, 2),
                "pieces": number(shapely.get_num_geometries(one.geometry)),
                "buildings": number(one.buildings) if one.buildings else "",
                "elsewhere": number(one.elsewhere) if round(one.elsewhere) else "",
            }
            for one, colour in zip(areas.parts, colours)
        ],
        "has_environments": any(one.number.startswith(load(FILE)["environment_prefix"]) for one in areas.parts),
        "left_out": {PLAN: layer_described(PLAN)["left_out"], PARTS: layer_described(PARTS)["left_out"]},
        "unverified": load(FILE)["unverified"],
        "empty": delivery.empty_count,
        "picture": _picture(delivery, colours),
    }


def steps_told(delivery: Delivery) -> list[dict[str, str]]:
    """The steps that this delivery has, in their order: title and text."""
    holds = {"", delivery.status.code}
    if delivery.parts:
        holds.add("parts")
    if delivery.planid is not None:
        holds.add("update")
    elif delivery.status.code in AFTER_A_PROPOSAL:
        holds.add("late")  # its planid is asked for before anything is uploaded, and not again after it
    else:
        holds.add("new" if delivery.parts else "alone")
    values = {"planid": str(delivery.planid or ""), "plan": delivery.heading}
    return [
        {"title": one["title"], "text": one["text"].format(**values)}
        for one in load(FILE)["steps"]
        if holds & set(one["when"].split("|"))
    ]


def field_rows(layer: str, records: Sequence[Mapping[str, Value]]) -> list[dict[str, Any]]:
    """A row for each field of a layer: name, column, type, value or that it is empty, where to find it."""
    rows = []
    empty = {one.key for one in empty_fields(layer, records[0])}
    for one in fields_of(layer):
        forms = {shown_form(each[one.key], one.kind) for each in records}
        same = forms.pop() if len(forms) == 1 else None
        value = IN_THE_LIST if same is None else same
        rows.append(
            {
                "key": one.key,
                "column": one.column if one.column != one.key else "",
                "type": one.type_told,
                "value": value or (NOT_TOLD if one.key in empty else HAS_TO_BE_EMPTY),
                "empty": not value and one.key in empty,
                "where": one.where,
                "quality": one.quality,
            }
        )
    return rows


def field_tables(delivery: Delivery) -> list[Table]:
    """The fields and the delområder as the sheets of a workbook."""
    heads = ("Felt", "I filen", "Type", "Værdi", "Hvor oplysningen findes", "Hvor feltet er kendt fra")
    widths = (16, 12, 18, 44, 70, 44)
    columns = [Column(head, TEXT, width) for head, width in zip(heads, widths)]
    tables = []
    for layer, records in ((PLAN, [delivery.plan]), (PARTS, delivery.parts)):
        if records:
            rows = field_rows(layer, records)
            keys = ("key", "column", "type", "value", "where", "quality")
            values = [[row[key] or row["key"] if key == "column" else row[key] for row in rows] for key in keys]
            tables.append(Table(layer_described(layer)["title"], columns, values, kept=1))
    parts = delivery.areas.parts
    if parts:
        tables.append(
            Table(
                "Delområder",
                [Column("Nr.", TEXT, 10), Column("Navn", TEXT, 60), Column("Areal (ha)", TEXT, 12)],
                [
                    [one.number for one in parts],
                    [one.name for one in parts],
                    [decimal(one.hectares, 4) for one in parts],
                ],
            )
        )
    return tables


def _picture(delivery: Delivery, colours: Sequence[str]) -> str:
    areas = delivery.areas
    drawn = area_picture(
        areas.plan,
        [(one.number, colour, one.geometry) for one, colour in zip(areas.parts, colours)],
        delivery.boundary,
        "Kort over planens område med delområderne",
    )
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn.encode('utf-8')).decode('ascii')}"
