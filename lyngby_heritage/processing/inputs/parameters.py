"""Parameters that several tools declare in the same way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMatrix,
    QgsVariantUtils,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ...core.common.errors import HeritageError
from ..translation import tr

if TYPE_CHECKING:
    from qgis.core import Qgis, QgsProcessingAlgorithm, QgsProcessingContext

POLYGONS = (QgsProcessing.SourceType.TypeVectorPolygon,)
BUILDINGS = (QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon)
TABLE = (QgsProcessing.SourceType.TypeVector,)


def layer(
    name: str, label: str, kinds: Iterable[Qgis.ProcessingSourceType], optional: bool = False
) -> QgsProcessingParameterFeatureSource:
    """A layer or table to read."""
    return QgsProcessingParameterFeatureSource(name, label, list(kinds), optional=optional)


def optional_field(name: str, label: str, parent: str) -> QgsProcessingParameterField:
    """A field that is found by its aliases, so that the dialog can begin with what the planner has to choose."""
    parameter = QgsProcessingParameterField(name, label, parentLayerParameterName=parent, optional=True)
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def copied(definition: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """A parameter like another, for an algorithm to take over.

    Made here, not by its clone(): QGIS frees a clone without Python being told, and whatever stands at its address
    next is then taken for it, as another kind of parameter.
    """
    kind: Any = type(definition)
    own: QgsProcessingParameterDefinition = kind(definition.name())
    if not own.fromVariantMap(definition.toVariantMap()):
        raise ValueError(definition.name())
    return own


def choice(name: str, label: str, options: Iterable[str]) -> QgsProcessingParameterEnum:
    """One of several, the first unless chosen otherwise."""
    return QgsProcessingParameterEnum(name, label, list(options), defaultValue=0)


def numbered(options: Iterable[str]) -> list[str]:
    """The options of a choice as a dialog shows them: by the numbers that the help and a command line go by."""
    return [f"{number} · {option}" for number, option in enumerate(without_numbers(options))]


def without_numbers(options: Iterable[str]) -> list[str]:
    """The options of a choice, be they numbered or not."""
    return [option.removeprefix(f"{number} · ") for number, option in enumerate(options)]


def report(name: str) -> QgsProcessingParameterFileDestination:
    """An HTML report that is written when asked for."""
    return QgsProcessingParameterFileDestination(
        name, tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=False
    )


def is_blank(value: Any) -> bool:
    """Whether a value says nothing: None, Qt's NULL, blank text, or a list in which everything says nothing."""
    if isinstance(value, (list, tuple)):
        return all(is_blank(one) for one in value)
    if value is None or isinstance(value, str):
        return not (value or "").strip()
    return QgsVariantUtils.isNull(value)


BETWEEN_VALUES = "; "
"""What stands between the values of a list, or of a row of a table, in a record."""


def as_text(value: Any) -> str:
    """A parameter's value as a record or a report shows it: "" for one that says nothing, a day as 2027-03-01.

    Of a list the values are apart by semicolons.
    """
    if is_blank(value):
        return ""
    if isinstance(value, (list, tuple)):
        return BETWEEN_VALUES.join(one for one in map(as_text, value) if one)
    return str(value.toString(Qt.DateFormat.ISODate)) if isinstance(value, (QDate, QDateTime)) else str(value)


_HOST = re.compile(r"https?(?:://|%3a%2f%2f)(?:[^/@?&%]*@)?([^/:?&%]+)", re.IGNORECASE)
"""The name of a service's machine in its address."""


def service_host(text: str) -> str:
    """The machine that an address names, which may hold a login or a key besides; "" for what is no address.

    >>> service_host("type=xyz&url=https://tiles.dk/{z}?key=1"), service_host("Skærmkort")
    ('tiles.dk', '')
    """
    found = _HOST.search(text)
    return found[1] if found else ""


def recorded(definition: QgsProcessingParameterDefinition, value: Any) -> list[str]:
    """A parameter's value as a package records it, one text for each row of a table and one for anything else.

    Of a date it is 2027-03-01, however it was given; of a file it is the name, since its folder may be a person's; of
    a service the machine alone.
    """
    if isinstance(definition, QgsProcessingParameterMatrix) and isinstance(value, (list, tuple)) and value:
        if any(isinstance(one, (list, tuple)) for one in value):
            return [as_text(row) for row in value]
        width = len(definition.headers())
        return [as_text(value[start : start + width]) for start in range(0, len(value), width)]
    if isinstance(value, (QDate, QDateTime)):
        return [value.toString(Qt.DateFormat.ISODate)]
    text = as_text(value.name() if isinstance(value, QgsMapLayer) else value)
    if isinstance(definition, QgsProcessingParameterMapLayer) and (host := service_host(text)):
        return [host]
    is_file = isinstance(definition, (QgsProcessingParameterFile, QgsProcessingParameterMapLayer))
    return [PurePath(text.replace("\\", "/")).name if is_file else text]


def table_rows(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> list[tuple[int, tuple[str, ...]]]:
    """The filled rows of a table parameter as tuples of text, one for each of its columns; (row number, cells) pairs.

    An empty cell is no value: the table of a dialog that nobody touched arrives as a single NULL, a row that was added
    and left as one NULL for each column. HeritageError when the cells do not fill their rows.
    """
    value = parameters.get(name)
    if is_blank(value):
        return []
    if isinstance(value, (list, tuple)) and any(isinstance(one, (list, tuple)) for one in value):
        given = [cell for row in value for cell in row]
    else:
        given = algorithm.parameterAsMatrix(parameters, name, context)
    cells = ["" if is_blank(one) else str(one).strip() for one in given]
    definition: Any = algorithm.parameterDefinition(name)
    width = len(definition.headers())
    while len(cells) % width and not cells[-1]:
        cells.pop()
    if len(cells) % width:
        raise HeritageError(
            "{parameter} has {count:cell|cells}; expected rows of {width}: {cells}.",
            parameter=name,
            count=len(cells),
            width=width,
            cells=", ".join(cells),
        )
    rows = [tuple(cells[start : start + width]) for start in range(0, len(cells), width)]
    return [(number, row) for number, row in enumerate(rows, 1) if any(row)]
