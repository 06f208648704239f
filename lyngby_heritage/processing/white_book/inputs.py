"""What a run of `hearingreport` reads: the answers with their places, the buildings before and after, the owners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsWkbTypes

from ...core.common.cells import cell_id, cell_text
from ...core.common.errors import HeritageError
from ...core.designation.decisions import read_decisions
from ...core.registers.values import normal_ids
from ...core.white_book.annex import APART_CONCEPTS
from ...core.white_book.answers import CONCEPTS, read_answers
from ...core.white_book.places import Known
from ..inputs.plan_package import ENVIRONMENTS, PlanPackage
from ..inputs.sources import read

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

    from ...core.common.arrays import Geometries
    from ...core.comparison.compare import Side
    from ...core.white_book.answers import Answers
    from ..inputs.designation_layer import DesignationLayer
    from ..inputs.sources import Source
    from ..run import Run

STANDING = "standing_designation"
MORE = ("property_id", STANDING, *APART_CONCEPTS)
"""What is read of the buildings beside what a designation says."""


def package_of(source: Source, context: QgsProcessingContext) -> PlanPackage | None:
    """The package that a layer lies in, of which only the record is read; None where it lies in none."""
    if source.file is None or not source.file.lower().endswith(".gpkg"):
        return None
    try:
        return PlanPackage(source.file, context, source.parameter)
    except HeritageError:  # any other GeoPackage does as well
        return None


def has_environments(source: Source, context: QgsProcessingContext) -> bool:
    """Whether the package that a layer lies in, if any, has decided environments."""
    package = package_of(source, context)
    if package is None or not package.has(ENVIRONMENTS):
        return False
    with package:
        return bool(package.layer(ENVIRONMENTS).featureCount() > 0)


@dataclass(frozen=True)
class AnswerTable:
    """The answers, and where they were drawn."""

    answers: Answers
    drawn: Geometries | None


def read_answer_table(run: Run, source: Source, crs: QgsCoordinateReferenceSystem) -> AnswerTable:
    """Read ANSWERS: a table, or a layer in which somebody drew what an answer is about."""
    positions: dict[str, Any] = {concept: source.find(concept) for concept in CONCEPTS}
    if positions["answer_text"] is None and positions["answer_summary"] is None:
        raise source.lacks("answer_text")
    kind = QgsWkbTypes.geometryType(source.source.wkbType())
    placed = kind != Qgis.GeometryType.Null and source.source.sourceCrs().isValid()
    table = read(source, positions, crs if placed else None, run.check)
    run.tell([run.reading(source.name, table)])
    answers = read_answers(source.name, table.columns, len(table))
    return AnswerTable(answers, table.geometry.geometries if placed else None)


EARLIER = ("decision_building", "decision", "decision_reason", "decision_source", "decision_date", "address")
"""What a decision that stood before the hearing tells, in the order of the columns of OUTPUT_DECISIONS."""


def earlier_decisions(run: Run, source: Source | None) -> list[tuple[str, ...]]:
    """The decisions that stood before, as they are written; HeritageError where they could not be read again."""
    if source is None:
        return []
    positions = {concept: source.find(concept) for concept in EARLIER}
    for concept in EARLIER[:2]:
        if positions[concept] is None:
            raise source.lacks(concept)
    table = read(source, positions, None, run.check)
    columns = [table.columns[one] or [None] * len(table) for one in EARLIER]
    read_decisions(source.name, *columns)
    rows = [tuple(cell_id(one) or "" for one in row) for row in zip(*columns)]
    return [row for row in rows if any(row)]


def known_buildings(layer: DesignationLayer, side: Side) -> Known:
    """The buildings that went to the hearing."""
    import numpy as np

    count = len(side)
    return Known(
        ids=side.ids,
        properties=normal_ids([cell_id(one) for one in layer.more["property_id"]]),
        addresses=[cell_text(one) or "" for one in side.addresses or [None] * count],
        places=side.places,
        withheld=side.withheld if len(side.withheld) else np.zeros(count, dtype=bool),
    )
