"""The cultural environments that the municipality has decided on, as people write them."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from ..core.common.data import load
from .records import Records
from .tables import SampleTable, rounded, table, texts
from .town import Town

ROUND_THE_CHURCH, BETWEEN = 90.0, 60.0
"""Metres round the church that stand for a kind of quarter that a small town has not got, and apart from each other."""


def environment_table(town: Town, kinds: list[dict[str, Any]], records: Records, church: int) -> SampleTable:
    """`kulturmiljoeer`: the decisions of `environments.json`, four for a designation and one against."""
    rows: list[dict[str, Any]] = load("sample/environments.json")["environments"]
    codes = [kind["code"] for kind in kinds]
    middle = shapely.centroid(records.geometry[(records.plot == church) & records.main][0])
    shapes = []
    for place, row in enumerate(rows):
        cells = np.flatnonzero(town.kind == codes.index(row["on"]))
        if row["cells"] == "first":
            cells = cells[:1]
        if len(cells):
            shapes.append(rounded(shapely.union_all(town.outlines[cells])))
        else:
            shapes.append(rounded(shapely.buffer(middle, ROUND_THE_CHURCH + BETWEEN * place)))
    return table(
        "kulturmiljoeer",
        "Beslutninger om kulturmiljøer",
        "MultiPolygon",
        shapes,
        {
            "navn": texts(row["name"] for row in rows),
            "beslutning": texts(row["decision"] for row in rows),
            "begrundelse": texts(row["reason"] for row in rows),
            "kilde": texts(row["source"] for row in rows),
            "dato": texts(row["date"] for row in rows),
            "fortaelling": texts(row["story"] for row in rows),
            "baerende_vaerdier": texts(row["values"] for row in rows),
            "saarbarhed": texts(row["vulnerability"] for row in rows),
            "anbefaling": texts(row["advice"] for row in rows),
        },
    )
