"""Reads the pairs of neighbours of classifybuildings, and writes them into the package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.PyQt.QtCore import QMetaType

from ...core.common.cells import cell_id, cell_text
from ...core.plan.compared_pairs import Pairs
from ...core.registers.values import read_number
from ..inputs.metadata import made_by
from ..inputs.sources import read
from ..outputs.public_rows import PUBLIC_FIELD

if TYPE_CHECKING:
    from ...core.common.errors import Check
    from ...core.plan.content import Plan
    from ..inputs.sources import Source
    from .geopackage import GeoPackage

TABLE = "nabopar"
NEEDED = {"needs": "fra_id", "tool": "classifybuildings"}
"""As the layers of lokalplan.json say what an output of a tool is known by."""
READ_FIELDS = ("fra_id", "til_id", "lighed", "ens_paa", "forskellig_paa")
WRITTEN_FIELDS = (
    ("bygning_id", QMetaType.Type.QString),
    ("nabo_id", QMetaType.Type.QString),
    ("ens", QMetaType.Type.Double),
    ("ens_paa", QMetaType.Type.QString),
    ("forskellig_paa", QMetaType.Type.QString),
)


def read_pairs(source: Source, buildings: Source, check: Check) -> Pairs:
    """The pairs of a layer; what the buildings were decided by says from which likeness two are alike."""
    fields = source.source.fields()
    found = {name: fields.lookupField(name) for name in READ_FIELDS}
    table = read(source, {name: at if at >= 0 else None for name, at in found.items()}, check=check)
    count = len(table)

    def column(name: str) -> Sequence[Any]:
        values = table.columns[name]
        return [None] * count if values is None else values

    likeness = [read_number(one) for one in column("lighed")]
    threshold = read_number(dict(made_by(buildings)).get("SIMILARITY"))
    return Pairs(
        ids=[cell_id(one) or "" for one in column("fra_id")],
        neighbour_ids=[cell_id(one) or "" for one in column("til_id")],
        likeness=np.array([np.nan if one is None else one for one in likeness], dtype=np.float64),
        alike=[cell_text(one) or "" for one in column("ens_paa")],
        different=[cell_text(one) or "" for one in column("forskellig_paa")],
        alike_from=None if threshold is None or threshold != threshold else float(threshold),
    )


def write_pairs(geopackage: GeoPackage, plan: Plan, title: str, names: Mapping[str, str]) -> None:
    """Write the table of pairs; a pair with a building that is withheld from the public is marked."""
    pairs = plan.pairs
    if pairs is None:
        return
    public = pairs.public(plan.withheld.ids)
    marked = not bool(public.all())
    columns: list[Sequence[Any]] = [
        *(pairs.ids, pairs.neighbour_ids),
        [None if one != one else one for one in pairs.likeness.tolist()],
        *(pairs.alike, pairs.different),
    ]
    described = [*WRITTEN_FIELDS, *([(PUBLIC_FIELD, QMetaType.Type.Bool)] if marked else [])]
    rows = zip(*columns, *([public.tolist()] if marked else []))
    geopackage.write(TABLE, title, described, ((None, *row) for row in rows), names)
