"""Writes what was collected: each layer into the GeoPackage under its role, and the table of what there was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsGeometry,
    QgsProcessingFeedback,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.errors import HeritageError, never_cancelled
from ...core.registers.aliases import plain
from ..inputs.opening import as_meant
from ..inputs.reopening import opened_again
from ..outputs.fields import fields_of
from ..outputs.sinks import GEOPACKAGE_VERSION

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from ...core.common.errors import Check
    from ...core.registers.contents import Entry

CONTENTS_FIELDS = (
    ("fil", QMetaType.Type.QString),
    ("lag", QMetaType.Type.QString),
    ("raekker", QMetaType.Type.LongLong),
    ("taget_for", QMetaType.Type.QString),
    ("efter", QMetaType.Type.QString),
    ("brugt", QMetaType.Type.Bool),
    ("hvorfor", QMetaType.Type.QString),
    ("dato", QMetaType.Type.QString),
)
"""The table of what there was, a row for each layer."""
GEOMETRY = "geom"
KEY = "fid"


def copy_layer(
    layer: QgsVectorLayer,
    target: Path,
    name: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    area: QgsGeometry | None = None,
    check: Check = never_cancelled,
) -> int:
    """Add a layer to the GeoPackage `target` under a name, with every field as it is; the number of rows written.

    With `area`, in the layer's CRS, only what it meets; a table without geometry goes whole. HeritageError when it
    cannot be written.
    """
    meant: QgsVectorLayer = as_meant(layer, context) or layer
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = name
    options.datasourceOptions = [GEOPACKAGE_VERSION]
    options.layerOptions = [f"GEOMETRY_NAME={GEOMETRY}", "SPATIAL_INDEX=YES"]
    options.feedback = feedback
    if target.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    options.attributes, options.attributesExportNames = _attributes(meant)
    if area is not None and meant.isSpatial():
        meant = opened_again(meant)
        meant.selectByIds(meeting(meant, area, check))
        options.onlySelectedFeatures = True
    wanted = meant.selectedFeatureCount() if options.onlySelectedFeatures else meant.featureCount()
    code, why, _, _ = QgsVectorFileWriter.writeAsVectorFormatV3(meant, str(target), context.transformContext(), options)
    check()
    if code != QgsVectorFileWriter.WriterError.NoError:
        raise HeritageError("{layer} could not be written to {file}: {error}", layer=name, file=target.name, error=why)
    written = QgsVectorLayer(f"{target}|layername={name}", name, "ogr").featureCount()
    if wanted >= 0 and written != wanted:
        raise HeritageError(
            "{layer}: not all of its {wanted:row|rows} could be written. Save the layer as a GeoPackage in QGIS to see "
            "which are wrong.",
            wanted=wanted,
            layer=name,
        )
    return int(written)


def _attributes(layer: QgsVectorLayer) -> tuple[list[int], list[str]]:
    """The fields to write, without the row numbers of the file, and what each field is called: no two alike."""
    keys = set(layer.primaryKeyAttributes()) if layer.providerType() == "ogr" else set()
    taken = {KEY, GEOMETRY}
    names = layer.fields().names()
    for position, first in enumerate(names):
        if position in keys:
            continue
        number = 1
        while names[position].lower() in taken:
            number += 1
            names[position] = f"{first}_{number}"
        taken.add(names[position].lower())
    return [position for position in range(len(names)) if position not in keys], names


def meeting(layer: QgsVectorLayer, area: QgsGeometry, check: Check) -> list[int]:
    """The ids of the features that an area in the layer's CRS meets."""
    engine: Any = QgsGeometry.createGeometryEngine(area.constGet())
    engine.prepareGeometry()
    request = QgsFeatureRequest().setFilterRect(area.boundingBox()).setNoAttributes()
    found = []
    for number, feature in enumerate(layer.getFeatures(request)):
        if number % 2_000 == 0:
            check()
        if feature.hasGeometry() and engine.intersects(feature.geometry().constGet()):
            found.append(feature.id())
    return found


def contents_table(table: Sequence[Entry], target: Path, name: str, context: QgsProcessingContext) -> None:
    """Add the table of what there was to the GeoPackage `target`. HeritageError when it cannot be written."""
    fields = fields_of(CONTENTS_FIELDS)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", name
    options.datasourceOptions = [GEOPACKAGE_VERSION]
    if target.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    writer: Any = QgsVectorFileWriter.create(
        str(target),
        fields,
        Qgis.WkbType.NoGeometry,
        QgsCoordinateReferenceSystem(),
        context.transformContext(),
        options,
    )
    for one in table:
        feature = QgsFeature(fields)
        feature.setAttributes([one.file, one.layer, one.rows, one.role, one.by, one.used, one.why, one.date])
        writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
    writer.flushBuffer()
    why = writer.errorMessage() if writer.hasError() else ""
    del writer
    if why:
        raise HeritageError("{layer} could not be written to {file}: {error}", layer=name, file=target.name, error=why)


def free_name(name: str, taken: Sequence[str]) -> str:
    """A table's name that is free, of a layer's: small letters of ASCII, figures and underscores.

    >>> free_name("pdk:theme_pdk_lavbundsareal_vedtaget_v", []), free_name("Vandløb", ["vandloeb"])
    ('theme_pdk_lavbundsareal_vedtaget_v', 'vandloeb_2')
    """
    words = [plain(one) for one in re.split(r"[^0-9A-Za-zÆØÅæøåÄÖäö]+", name.rpartition(":")[2])]
    base = "_".join(one for one in words if one) or "lag"
    number, free = 1, base
    while free in taken:
        number += 1
        free = f"{base}_{number}"
    return free
