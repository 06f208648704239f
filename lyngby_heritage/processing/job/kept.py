"""Layers of the main job that lie in no folder: those of a schema of PostGIS, of a project, and of the open project."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProcessingUtils,
    QgsProject,
    QgsProviderConnectionException,
    QgsVectorLayer,
)

from ...core.common.errors import HeritageError
from ...core.plan.layers import job_roles
from ...core.registers.collection import is_wanted
from ...core.registers.found_layers import Layer
from ...core.registers.recognition import own_role
from ..inputs.layer_list import NOT_LAYERS, names_of
from ..inputs.open_layers import as_layer
from ..inputs.postgres import connection_to, without_password

PROJECTS = (".qgz", ".qgs")
SYSTEM = {"spatial_ref_sys", "geometry_columns", "geography_columns", "qgis_projects", *NOT_LAYERS}
"""Tables that hold no data of a plan."""
_POSTGRES = re.compile(r"^(postgis|postgres):(//)?", re.IGNORECASE)
FILE_PROVIDER = "ogr"
IN_QGIS_ONLY = {"memory", "virtual"}


def is_schema(given: str) -> bool:
    """Whether an input is the address of a database."""
    return _POSTGRES.match(given) is not None


def in_schema(given: str) -> list[Layer]:
    """Every table and view of a schema that can be opened, by name."""
    uri = QgsDataSourceUri(_POSTGRES.sub("", given))
    connection = connection_to(uri)
    try:
        tables = connection.tables(uri.schema()) if connection is not None else []
    except QgsProviderConnectionException as error:
        raise HeritageError(
            "INPUT: the schema {schema} of the database {database} cannot be read: {error}",
            schema=uri.schema() or "-",
            database=uri.database(),
            error=without_password(" ".join(str(error).split())),
        ) from error
    found: dict[str, Layer] = {}
    for table in tables:
        name = table.tableName()
        if name in SYSTEM or name in found:
            continue  # of several geometry columns the first is used
        keys = table.primaryKeyColumns()
        one = QgsDataSourceUri(uri)
        one.setDataSource(uri.schema(), name, table.geometryColumn(), "", keys[0] if keys else "")
        layer = QgsVectorLayer(one.uri(False), name, "postgres")
        if layer.isValid():
            found[name] = as_layer(layer, [name], _address(layer))
    return [found[name] for name in sorted(found)]


def in_project(path: str) -> list[Layer]:
    """Every vector layer of a project that is not open. HeritageError where one that the job needs cannot be opened."""
    project = QgsProject()
    if not project.read(path):
        raise HeritageError("INPUT: the project {path} cannot be read: {error}", path=path, error=project.error())
    layers = sorted(project.mapLayers().values(), key=lambda layer: (layer.name(), layer.id()))
    return in_layers("INPUT", layers)


def in_layers(parameter: str, layers: Iterable[QgsMapLayer]) -> list[Layer]:
    """Layers that are open, under the name that the job knows them by: that of their table, or of the layer."""
    found = []
    for layer in layers:
        if not isinstance(layer, QgsVectorLayer):
            continue
        names = names_of(layer)
        own = [one for one in names if own_role(one) is not None]
        known = own or is_wanted(names, job_roles())
        if layer.isValid() and layer.providerType() not in IN_QGIS_ONLY and not layer.vectorJoins():
            found.append(as_layer(layer, [*own, *(one for one in names if one not in own)], _address(layer)))
        elif known or parameter != "INPUT":
            raise HeritageError(
                "{parameter}: the layer {layer} cannot be opened, or exists in the project only (a layer in memory, a "
                "virtual or a joined one). Save it as a file or a table, and give that.",
                parameter=parameter,
                layer=layer.name(),
            )
    return found


def _address(layer: Any) -> str:
    """By what a tool that runs without the project opens the layer."""
    if layer.providerType() == FILE_PROVIDER:
        return str(layer.source())
    return str(QgsProcessingUtils.encodeProviderKeyAndUri(layer.providerType(), layer.source()))
