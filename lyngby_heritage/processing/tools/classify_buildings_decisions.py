"""The decisions that a run of `classifybuildings` reads, and those of them whose building nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsWkbTypes

from ...core.common.errors import HeritageError, Note
from ..inputs.sources import read

if TYPE_CHECKING:
    from ...core.common.arrays import Booleans
    from ...core.designation.decisions import Decision
    from ..inputs.sources import Table


@dataclass(frozen=True)
class Decided:
    """What the decisions layer holds; nothing where none was given."""

    decisions: Mapping[str, Decision] = field(default_factory=dict)
    notes: Sequence[Note] = ()
    count: int = 0
    """Rows that are written in."""
    places: Mapping[str, Any] = field(default_factory=dict)
    """Building id → where its decision lies, of a layer that has places."""

    @staticmethod
    def read(run: Any) -> Decided:
        """Read the decisions of a run. HeritageError when they cannot be read, or joined to the buildings."""
        source = run.decisions
        if source is None:
            return Decided()
        from ...core.common.cells import written_rows
        from ...core.designation.decisions import read_decisions
        from ...core.registers.values import normal_id

        if run.positions["building_id"] is None:
            raise HeritageError(
                "DECISIONS name buildings by id, but the layer {layer} has no id field. Name it in ID_FIELD.",
                layer=run.buildings.name,
            )
        wanted = ("decision_reason", "decision_source", "decision_date", "address")
        positions = {
            "decision_building": source.need("decision_building"),
            "decision": source.need("decision"),
            **{concept: source.find(concept) for concept in wanted},
        }
        kind = QgsWkbTypes.geometryType(source.source.wkbType())
        placed = kind != Qgis.GeometryType.Null and source.source.sourceCrs().isValid()
        table = read(source, positions, run.crs if placed else None, run.check)
        none = [None] * len(table)
        columns = [table.columns[concept] or none for concept in positions]
        decisions, notes = read_decisions(source.name, *columns)
        places = dict(zip(map(normal_id, columns[0]), table.geometry.geometries)) if placed else {}
        return Decided(decisions, notes, len(written_rows(table.columns.values())), places)

    def told(self, address_of: Mapping[str, str]) -> list[Note]:
        """The notes on the decisions, which name a building by its address where that is known."""
        return [replace(note, values=_named(note.values, address_of)) for note in self.notes]

    def unknown(self, ids: Iterable[str], buildings: Table, withheld: Booleans) -> list[tuple[str, str]]:
        """Id and what its row says of it, of the decisions on buildings that nobody knows.

        None is told by the address of a building that the register keeps from the public (`withheld`, of each row).
        """
        from ...core.designation.unknown_decisions import told

        return [(one, told(self.decisions[one], self._near(one, buildings, withheld))) for one in ids]

    def _near(self, building: str, buildings: Table, withheld: Booleans) -> str:
        """The address nearest to where a decision lies; "" where its row has no place."""
        from ...core.designation.unknown_decisions import nearest_address

        addresses = buildings.columns.get("address")
        place = self.places.get(building)
        if addresses is None:
            return ""
        told = [None if hidden else one for one, hidden in zip(addresses, withheld.tolist())]
        return nearest_address(place, buildings.geometry.geometries, told)


def _named(values: dict[str, object], address_of: Mapping[str, str]) -> dict[str, object]:
    from ...core.common.addresses import called

    return {name: called([str(one)], address_of)[0] if name == "building" else one for name, one in values.items()}
