"""A designation as a tool reads it: an output of `classifybuildings`, or the buildings of a package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...core.common.errors import HeritageError
from .kinds import need_buildings
from .metadata import made_by
from .sources import read

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.common.errors import Check
    from ...core.comparison.compare import Side
    from ..run import Run

CONCEPTS = (
    "building_id",
    "designated",
    "ground",
    "save_value",
    "neighbours",
    "alike_neighbours",
    "uniformity",
    "reason",
    "address",
    "running_number",
)
NEEDED = ("designated", "ground")


class DesignationLayer:
    """One designation: its source, and what was read of it."""

    def __init__(self, run: Run, name: str, id_field: str = "", more: Sequence[str] = ()) -> None:
        """`more` are further concepts, whose columns `read` leaves in `more`."""
        from ...core.registers.registration import PUBLIC_CONCEPTS

        self.source = run.source(name)
        need_buildings(self.source)
        self.source.crs  # noqa: B018 - refuses a layer without one
        self.positions = {one: self.source.find(one) for one in (*CONCEPTS, *more)}
        self.positions["building_id"] = self.source.find("building_id", id_field)
        for concept in NEEDED:
            if self.positions[concept] is None:
                raise HeritageError(
                    "The layer {layer} ({parameter}) has no field '{field}': it is no result of the tool "
                    "classifybuildings. Its fields are: {fields}.",
                    layer=self.source.name,
                    parameter=name,
                    field={"designated": "udpeget", "ground": "udpegning"}[concept],
                    fields=", ".join(self.source.field_names),
                )
        self.positions |= {one: self.source.find(one) for one in PUBLIC_CONCEPTS}
        self.unreadable: Counter[str] = Counter()
        self.more: dict[str, list[Any]] = {one: [] for one in more}

    def read(self, crs: QgsCoordinateReferenceSystem, check: Check) -> Side:
        """The layer as the core compares it."""
        from ...core.common.geometry import as_they_are
        from ...core.comparison.compare import Side
        from ...core.designation.outcome import Basis
        from ...core.registers.registration import withheld_rows
        from ...core.registers.values import (
            known_whole_numbers,
            normal_ids,
            read_flags,
            read_numbers,
            read_save_values,
        )

        self.table = read(self.source, self.positions, crs, check, as_they_are)
        columns, count = self.table.columns, len(self.table)

        def text(concept: str) -> list[str | None]:
            raw = columns[concept]
            return [None] * count if raw is None else [None if one is None else str(one) for one in raw]

        def figures(concept: str) -> Any:
            read_column = read_numbers(columns[concept] or [None] * count)
            self.unreadable += read_column.unreadable
            return read_column.values

        raw_ids = columns["building_id"] or [None] * count
        ids = normal_ids(raw_ids)
        designated, odd = read_flags(columns["designated"])
        save, odd_save = read_save_values(columns["save_value"] or [None] * count)
        self.unreadable += odd + odd_save
        side = Side(
            ids=ids,
            places=self.table.geometry.geometries,
            designated=designated,
            grounds=[one and (one.strip() or None) for one in text("ground")],
            save=save,
            neighbours=figures("neighbours"),
            alike=figures("alike_neighbours"),
            share=figures("uniformity"),
            reasons=text("reason"),
            basis=Basis.read(made_by(self.source)),
            labels=[_label(raw) if known else None for raw, known in zip(raw_ids, ids)],
            addresses=text("address"),
            numbers=known_whole_numbers(columns["running_number"], count),
            withheld=withheld_rows(columns, count),
        )
        self.more = {concept: list(columns[concept] or [None] * count) for concept in self.more}
        self.table.forget_columns()
        return side


def _label(raw: Any) -> str:
    return str(int(raw) if isinstance(raw, float) and raw.is_integer() else raw).strip()
