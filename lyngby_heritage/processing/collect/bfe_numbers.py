"""Gives BBR's buildings the BFE numbers that their rows only point to."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer

from ...core.registers.bbr_properties import properties_of
from .parcels import part_table
from .writing import copy_layer

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...core.common.errors import Check, Note

BUILDINGS, GROUNDS, RELATIONS = "bbr", "grunde", "ejendomsrelationer"
"""The role, and the tables that it is looked up in, as recognition calls them."""


def with_numbers(
    layer: QgsVectorLayer,
    tables: Mapping[str, QgsVectorLayer],
    called: Mapping[str, str],
    target: Path,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    check: Check,
) -> tuple[bool, list[Note]]:
    """Write the buildings with their numbers as the layer `bbr` of a new GeoPackage; whether there was anything to add.

    `called` is what people know each of the tables, and the buildings, by.
    """
    buildings, grounds, relations = (
        part_table(one, called[name], False, context, check)
        for name, one in ((BUILDINGS, layer), (GROUNDS, tables[GROUNDS]), (RELATIONS, tables[RELATIONS]))
    )
    if buildings.field("property_id") is not None:
        return False, []
    found = properties_of(buildings, grounds, relations)
    if found is None:
        return False, []
    copy_layer(layer, target, BUILDINGS, context, feedback, check=check)
    with closing(sqlite3.connect(target)) as database, database:
        database.execute("ALTER TABLE bbr ADD COLUMN bestemtFastEjendomBFENr TEXT")
        rows = [one for (one,) in database.execute("SELECT fid FROM bbr ORDER BY fid")]
        database.executemany("UPDATE bbr SET bestemtFastEjendomBFENr = ? WHERE fid = ?", list(zip(found.bfe, rows)))
    return True, found.notes
