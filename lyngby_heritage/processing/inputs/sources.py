"""Reads vector inputs into columns and geometries, once and in order, through QGIS's own sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.errors import HeritageError, never_cancelled
from ...core.registers.aliases import aliases, find_among, find_field
from ..translation import concept_words, tr
from .arrow_reader import BrokenOff, read_columns
from .databases import ROW_NUMBERS, keeps_no_order, order_by_key
from .feature_reader import feature_batches
from .heard import SERVICES, to_the_end
from .letters import tell_lost_letters
from .living_crs import living
from .nothing_in_it import kindless
from .opening import as_meant
from .postgres import without_password
from .sheets import sheet_meant
from .whole import refuse_invalid, refuse_shorter, tell_empty

if TYPE_CHECKING:
    from qgis.core import (
        QgsFeature,
        QgsProcessingAlgorithm,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsVectorLayer,
    )

    from ...core.common.errors import Check, Note
    from ...core.common.geometry import Cleaned

DANISH_CRS = "EPSG:25832"
"""ETRS89 / UTM 32N, what the registers deliver; measured in when the main input is not in a metric projection."""

MERCATOR = {"EPSG:3857", "EPSG:900913", "EPSG:3395"}
"""Metric by name; at Danish latitudes their metre is about 0.56 m on the ground."""


class Source:
    """An input layer or table, with messages that name it."""

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> None:
        self.value = value = parameters.get(name)
        layer = _layer(algorithm, parameters, name, context)
        self.sheet: Note | None = None
        """Which sheet of a workbook is read, where none was named."""
        part = isinstance(value, QgsProcessingFeatureSourceDefinition)  # which is read as it is given
        if layer is not None and not part:  # of the one layer: QGIS would open a table or a service a second time
            meant = sheet_meant(layer, name) if isinstance(value, str) else None
            if meant is not None:
                layer, self.sheet = meant
                context.temporaryLayerStore().addMapLayer(layer)
            layer = as_meant(layer, context) or layer
            source: QgsProcessingFeatureSource | None = QgsProcessingFeatureSource(layer, context)
        else:
            source = algorithm.parameterAsSource(parameters, name, context)
        if source is None:
            raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
        self._hold(source, layer, name, context)
        self.filtered = isinstance(value, QgsProcessingFeatureSourceDefinition) and (
            value.selectedFeaturesOnly or value.featureLimit != -1 or bool(value.filterExpression)
        )
        """Whether the person asked for a part of the layer only."""

    @classmethod
    def of_layer(cls, layer: QgsVectorLayer, name: str, context: QgsProcessingContext) -> Source:
        """A layer that is open already: one of several in the parameter `name`."""
        source = cls.__new__(cls)
        layer = as_meant(layer, context) or layer
        source._hold(QgsProcessingFeatureSource(layer, context), layer, name, context)
        source.filtered = False
        source.value = layer
        return source

    def _hold(
        self, source: QgsProcessingFeatureSource, layer: QgsVectorLayer | None, name: str, context: QgsProcessingContext
    ) -> None:
        self.parameter = name
        self.context = context
        self.told_empty = False
        self.remark: Note | None = None
        """Why it may not be what the parameter asks for, where that was looked at."""
        self.stated: int | None = None
        """How many rows a service says it has, once it was asked."""
        self.source = source
        self.layer = layer
        self.name = _name(layer, source.sourceName() or name)
        if layer is not None:
            refuse_invalid(layer, self.name, name)

    @property
    def file(self) -> str | None:
        """The file that the layer lies in, or None."""
        if self.layer is None:
            return None
        parts = QgsProviderRegistry.instance().decodeUri(self.layer.providerType(), self.layer.source())
        return parts.get("path") or None

    @property
    def name_with_file(self) -> str:
        """The name with that of its file behind it, unless it says it already."""
        file = os.path.basename(self.file or "")
        return self.name + (f" ({file})" if file and file not in self.name else "")

    @property
    def field_names(self) -> list[str]:
        """The names of the fields, in the layer's order."""
        return self.source.fields().names()

    @property
    def without_crs(self) -> bool:
        """Whether the layer has no CRS. A GeoPackage says so in one of its own, which QGIS takes for a valid one."""
        crs = self.source.sourceCrs()
        return not crs.isValid() or crs.description().lower().startswith("undefined")

    @property
    def metres_as_degrees(self) -> bool:
        """Whether a layer said to be in degrees has coordinates that no degrees can be."""
        extent = self.source.sourceExtent()
        if not self.source.sourceCrs().isGeographic() or extent.isNull():
            return False
        return max(abs(extent.xMaximum()), abs(extent.yMaximum())) > 360

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """The layer's CRS. HeritageError when it has none: nothing can be measured without."""
        crs = living(self.source.sourceCrs())
        if self.without_crs and kindless(self.source):
            return QgsCoordinateReferenceSystem(DANISH_CRS)
        if self.without_crs:
            raise HeritageError(
                "The layer {layer} ({parameter}) has no coordinate reference system, so no distance can be measured. "
                "Set it (Layer CRS, or the tool native:assignprojection); Danish registers deliver EPSG:25832.",
                layer=self.name,
                parameter=self.parameter,
            )
        if self.metres_as_degrees:
            extent = self.source.sourceExtent()
            raise HeritageError(
                "The layer {layer} ({parameter}) is said to be in degrees ({crs}), but its coordinates reach {x}, {y}. "
                "Set the CRS it really has (Layer CRS, or the tool native:assignprojection), probably EPSG:25832.",
                layer=self.name,
                parameter=self.parameter,
                crs=crs.authid(),
                x=round(extent.xMaximum()),
                y=round(extent.yMaximum()),
            )
        return crs

    def find(self, concept: str, named: str = "") -> int | None:
        """The position of a field: the one that was named, else by its aliases; None when there is none.

        HeritageError when a field was named that the layer does not have.
        """
        if not named:
            return find_field(self.field_names, concept)
        position = self.source.fields().lookupField(named)
        if position < 0:
            raise HeritageError(
                "The layer {layer} has no field '{field}'. Its fields are: {fields}.",
                layer=self.name,
                field=named,
                fields=", ".join(self.field_names) or "-",
            )
        return position

    def find_among(self, names: Sequence[str]) -> int | None:
        """The position of the field that has one of these names, best first; None when there is none."""
        return find_among(self.field_names, names)

    def need(self, concept: str) -> int:
        """As `find`, for a field that the tool cannot do without."""
        position = self.find(concept)
        if position is None:
            raise self.lacks(concept)
        return position

    def lacks(self, concept: str, named_in: str = "") -> HeritageError:
        """The error that says which field is missing, which names were tried, and what to do.

        `named_in` is the parameter in which the field may be named; without one only another layer helps.
        """
        said = {
            "layer": self.name,
            "what": concept_words(concept),
            "aliases": ", ".join(aliases(concept)),
            "fields": ", ".join(self.field_names) or "-",
        }
        if named_in:
            return HeritageError(
                "The layer {layer} has no field that holds {what}. Tried: {aliases}. Its fields are: {fields}. "
                "Name the field in {parameter}.",
                parameter=named_in,
                **said,
            )
        return HeritageError(
            "The layer {layer} has no field that holds {what}. Tried: {aliases}. Its fields are: {fields}. "
            "Choose a layer that has such a field as {parameter}.",
            parameter=self.parameter,
            **said,
        )

    def key_fields(self) -> list[int]:
        """Positions of fields that are the provider's own row number, not data (a GeoPackage's fid)."""
        of_file = self.layer is not None and self.layer.providerType() == "ogr"
        if self.layer is None or not (of_file or keeps_no_order(self.layer)):
            return []
        keys = list(self.layer.primaryKeyAttributes())
        fields = self.layer.fields()
        return keys if of_file else [one for one in keys if fields.at(one).name() in ROW_NUMBERS]

    def request(
        self, crs: QgsCoordinateReferenceSystem | None = None, fields: Iterable[int] | None = None
    ) -> QgsFeatureRequest:
        """What to ask the source for: geometries in `crs`, and only some fields."""
        request = QgsFeatureRequest()
        if crs is None:
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        elif crs != self.source.sourceCrs():
            request.setDestinationCrs(crs, self.context.transformContext())
        if fields is not None:
            request.setSubsetOfAttributes(sorted(set(fields)))
        if self.layer is not None and keeps_no_order(self.layer):
            request.setOrderBy(order_by_key(self.layer))
        return request

    def features(self, request: QgsFeatureRequest) -> Iterator[QgsFeature]:
        """The features, whatever is wrong with their geometry: that is mended and counted later.

        HeritageError where a database or service breaks off before the last.
        """
        flag = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        return to_the_end(self, lambda: self.source.getFeatures(request, flag))


def _layer(algorithm: Any, parameters: Any, name: Any, context: Any) -> Any:
    """The layer of a parameter. QGIS gives none when a part of it was asked for, so that is asked apart."""
    value = parameters.get(name)
    if not isinstance(value, QgsProcessingFeatureSourceDefinition):
        return algorithm.parameterAsVectorLayer(parameters, name, context)
    text, _ = value.source.valueAsString(context.expressionContext(), "")
    return algorithm.parameterAsVectorLayer({name: text}, name, context)


def _name(layer: QgsVectorLayer | None, name: str) -> str:
    """The name people know a layer by: in a file of many layers that of the layer, beside the file's."""
    if layer is not None and layer.providerType() in SERVICES and layer.name() == layer.source():
        return QgsDataSourceUri(layer.source()).param("typename") or without_password(name)
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()) if layer is not None else {}
    if layer is None or layer.providerType() != "ogr" or not parts.get("layerName") or parts["layerName"] == name:
        return name
    return f"{parts['layerName']} ({os.path.basename(parts['path'])})"


@dataclass
class Table:
    """What was read: columns by concept (None for one the layer lacks), geometries, and the provider's row numbers."""

    columns: dict[str, Any]
    row_ids: list[int]
    geometry: Any = None
    fields: dict[str, str] = field(default_factory=dict)
    """Concept → name of the field that it was read from."""

    def __len__(self) -> int:
        return len(self.row_ids)

    def keep(self, rows: Any) -> None:
        """Let all rows of a table without geometry go but these positions."""
        self.row_ids = [self.row_ids[row] for row in rows]
        self.columns = {
            concept: None if column is None else [column[row] for row in rows]
            for concept, column in self.columns.items()
        }

    def forget_columns(self) -> None:
        """Let the columns go once they are read into arrays: of a large layer they are most of the memory."""
        self.columns = {}


def measuring_crs(source: Source, feedback: QgsProcessingFeedback) -> QgsCoordinateReferenceSystem:
    """The projected metric CRS to measure in: that of `source`, or EPSG:25832 when it is none."""
    crs = source.crs
    metric = crs.mapUnits() == Qgis.DistanceUnit.Meters and not crs.isGeographic()
    if metric and crs.authid() not in MERCATOR:
        return crs
    feedback.pushInfo(
        tr("{layer} is in {crs}, which is no metric projection for Denmark: measured and written in {used}.").format(
            layer=source.name, crs=crs.authid() or crs.description(), used=DANISH_CRS
        )
    )
    return QgsCoordinateReferenceSystem(DANISH_CRS)


def read(
    source: Source,
    positions: Mapping[str, int | None],
    crs: QgsCoordinateReferenceSystem | None = None,
    check: Check = never_cancelled,
    prepare: Callable[[Sequence[bytes | None]], Cleaned] | None = None,
) -> Table:
    """Read a source whole, in its order.

    `positions` maps concepts to field positions or None. With `crs` the geometries are read too, transformed to it
    and repaired, or whatever else `prepare` does with their WKB. Raises Cancelled through `check`.
    """
    from ...core.common.geometry import clean, joined

    prepare = prepare or clean
    wanted = {concept: position for concept, position in positions.items() if position is not None}
    read_rows = None
    if crs is None or crs == source.source.sourceCrs():
        read_rows = _by_columns(source, wanted, crs is not None, check, prepare)
    if read_rows is None:
        read_rows = _gathered(feature_batches(source, wanted, crs, check), wanted, prepare)
        refuse_shorter(source, len(read_rows[0]))
        tell_lost_letters(source, wanted, read_rows[1])
    row_ids, columns, cleaned = read_rows
    tell_empty(source, len(row_ids))
    names = source.field_names
    return Table(
        {concept: columns.get(concept) for concept in positions},
        row_ids,
        joined(cleaned) if crs is not None else None,
        {concept: names[position] for concept, position in wanted.items()},
    )


def _by_columns(source: Any, wanted: Any, with_geometry: Any, check: Any, prepare: Any) -> Any:
    """Row ids, columns by concept and geometries in blocks; None where features must be asked for one by one."""
    # Yes and no GDAL does not read right in every version: QGIS reads them, apart from the rest.
    flags = {concept: position for concept, position in wanted.items() if _is_flag(source, position)}
    plain = {concept: position for concept, position in wanted.items() if concept not in flags}
    batches = read_columns(source, plain, with_geometry, check)
    if batches is None:
        return None
    try:
        row_ids, columns, cleaned = _gathered(batches, plain, prepare)
        refuse_shorter(source, len(row_ids))
    except (BrokenOff, HeritageError):
        return None
    if flags:
        columns |= _flags(source, flags, row_ids, check)
    return row_ids, columns, cleaned


def _gathered(batches: Any, concepts: Any, prepare: Any) -> Any:
    """Batches as one: row ids, columns by concept, and geometries in blocks."""
    row_ids, cleaned = [], []
    columns: dict[str, list[Any]] = {concept: [] for concept in concepts}
    for ids, values, wkb in batches:
        row_ids += ids
        for concept, column in values.items():
            columns[concept] += column
        if wkb is not None:
            cleaned.append(prepare(wkb))
    return row_ids, columns, cleaned


def _is_flag(source: Source, position: int) -> bool:
    return source.source.fields().at(position).type() == QMetaType.Type.Bool


def _flags(source: Source, positions: Mapping[str, int], row_ids: list[int], check: Check) -> dict[str, list[Any]]:
    """Columns of yes and no by concept, for rows that were read already. HeritageError when the layer changed since."""
    found: list[Any] = []
    columns: dict[str, list[Any]] = {concept: [] for concept in positions}
    for ids, values, _ in feature_batches(source, positions, None, check):
        found += ids
        for concept, column in values.items():
            columns[concept] += column
    if found != row_ids:
        raise HeritageError(
            "The layer {layer} changed while it was read. Run the tool again when nobody edits it.", layer=source.name
        )
    return columns
