"""Writes outputs whole or not at all: into a folder beside the destination first, then moved into place together."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsFeatureSink,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingUtils,
    QgsProperty,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.common.errors import HeritageError
from ...paths import STYLES
from ..inputs.living_crs import living
from ..inputs.parameters import is_blank
from ..inputs.places import Place, places_of, written_over
from .beside import is_somebodys
from .containers import refuse_other_layers
from .destinations import Destination, destination_of, overwrites
from .formats import format_notes, refuse_name, unwritable_format
from .held import released, same_file
from .restyled import style_text
from .staging import Staging
from .styling import apply_style, store_styles
from .tables import Table
from .writer import Writer

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsFields, QgsProcessingContext

    from ...core.common.errors import Note
    from ..inputs.rasters import RasterSource
    from ..inputs.sources import Source

GEOPACKAGE_VERSION = "VERSION=1.3"
"""1.4, what newer GDAL writes, warns at each open in GDAL 3.6."""

IN_MEMORY = "memory:"


UNWRITABLE = {16, 17}
"""TIN and triangle, of which QGIS has constants from 3.40 on only: what it reads, and GDAL will not write."""


class Outputs:
    """The outputs of one run. Use as a context: what was not committed when it ends is gone without a trace."""

    def __init__(self, algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        self.algorithm = algorithm
        self.parameters = dict(parameters)
        self.context = context
        self._staging = Staging(context.project())
        self._tables: dict[str, Table] = {}
        self._asked: dict[str, Destination | None] = {}
        self._destinations: dict[str, Any] = {}  # parameter → what the caller is told
        self._sinks: dict[str, Writer] = {}
        self._styles: dict[str, tuple[str, Mapping[str, Any]]] = {}

    def __enter__(self) -> Outputs:
        return self

    def __exit__(self, *exception: Any) -> None:
        for writer in self._sinks.values():
            writer.let_go()  # who caught an error may still hold it
        self._sinks.clear()
        for table in self._tables.values():
            table.undo()
            self._say(table.notes)
        self._staging.__exit__(*exception)

    def wanted(self, name: str) -> bool:
        """Whether the caller asked for this optional output."""
        value = self.parameters.get(name)
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.staticValue()
        return not is_blank(value)

    def prepare(
        self,
        names: Iterable[str],
        sources: Iterable[Source | RasterSource] = (),
        files: Mapping[str, Path] | None = None,
        own: Collection[str] = (),
    ) -> None:
        """Make sure that the wanted outputs can be written, before any work is done for them.

        `files` are those that the run reads as files and not as layers, by parameter: a plan's package. `own` are the
        tables of a file that the tool writes whole. HeritageError when an output would replace, or add to, what is
        read, another output, or layers of somebody's.
        """
        names, sources = list(names), list(sources)
        self._staging.own = {same_file(source.file) for source in sources if source.file}
        targets = {name: target for name in names for target in [self._destination(name)] if target is not None}
        tables = any(target.is_table for target in targets.values())
        read = [
            (source.parameter, source.file, list(places_of(source.layer, tables=tables)))
            for source in sources
            if source.layer is not None
        ]
        taken: list[tuple[str, Place]] = []
        for name, target in targets.items():
            place = target.place
            for other, file, places in read:
                if written_over(place, places):
                    raise overwrites(name, other, target, file and os.path.realpath(file))
            for other, whole in (files or {}).items():
                if target.path is not None and same_file(target.path) == same_file(whole):
                    raise overwrites(name, other, target, os.path.realpath(whole))
            for other, another in taken:
                if place.meets(another):
                    raise overwrites(name, other, target, str(target.path))
            taken.append((name, place))
            if target.path is not None:
                refuse_name(name, target.path)
                self._staging.path(name, target.path)
                if not target.is_layer:
                    refuse_other_layers(name, target.path, self._is_file_of_its_own(name), own)
            else:
                self._tables[name] = Table(name, target)
                self._tables[name].check()
        self._say(self._staging.notes)

    def _is_file_of_its_own(self, name: str) -> bool:
        """Whether an output is a file that the tool makes whole, and no layer that QGIS writes."""
        return isinstance(self.algorithm.parameterDefinition(name), QgsProcessingParameterFileDestination)

    def _say(self, notes: Iterable[Note]) -> None:
        if self.context.feedback() is not None:
            self.algorithm.tell(self.context.feedback(), notes)

    def sink(self, name: str, fields: QgsFields, wkb_type: Qgis.WkbType, crs: QgsCoordinateReferenceSystem) -> Writer:
        """A feature sink for an output, staged when it is a file or a layer in one, in memory when it is a table."""
        target = self._destination(name)
        path = target.path if target is not None else None
        options, layer_options = [], []
        if target is not None and target.is_table:
            self.parameters[name] = self._definition(name, IN_MEMORY)
        elif target is not None and path is not None:
            self._say(format_notes(name, path))
            staged = self._staging.path(name, path)
            if target.is_layer:
                self._staging.copy(path)
            self.parameters[name] = self._definition(name, target.moved_to(staged))
            options = [GEOPACKAGE_VERSION] if path.suffix.lower() == ".gpkg" else []
            # FlatGeobuf sorts the rows for its index; they are to stay in the input's order.
            layer_options = ["SPATIAL_INDEX=NO"] if path.suffix.lower() == ".fgb" else []
        bodies = int(QgsWkbTypes.flatType(wkb_type)) in UNWRITABLE
        try:
            sink, destination = self.algorithm.parameterAsSink(
                self.parameters,
                name,
                self.context,
                fields,
                Qgis.WkbType.MultiPolygon if bodies else wkb_type,
                living(crs),
                QgsFeatureSink.SinkFlag.RegeneratePrimaryKey,
                {},
                options,
                layer_options,
            )
        except QgsProcessingException as error:
            if path is None:
                raise
            raise unwritable_format(name, path, str(error).replace(str(staged), str(path))) from error
        if sink is None:
            raise QgsProcessingException(self.algorithm.invalidSinkError(self.parameters, name))
        self._destinations[name] = destination
        writer = Writer(sink, self.parameters, name, bodies)
        self._sinks[name] = writer
        return writer

    def cuts_text(self, name: str) -> bool:
        """Whether the format of an output cuts texts, as shapefiles do after 254 characters."""
        target = self._destination(name)
        path = target.path if target is not None else None
        return path is not None and path.suffix.lower() in (".shp", ".dbf", ".tab", ".mif")

    def write_text(self, name: str, text: str) -> None:
        """Write a text output such as a report."""
        self.write_bytes(name, text.encode("utf-8"))

    def write_bytes(self, name: str, content: bytes) -> None:
        """Write an output that is a file of our own making, such as a Word document."""
        self.file(name).write_bytes(content)

    def file(self, name: str, result: str = "", ending: str = "") -> Path:
        """Where to write an output that is a file of our own making, staged.

        With `ending` it is a file beside that one, called as it is but for its end, and told as `result`. One of that
        name that is a person's stays, under another.
        """
        path = Path(os.path.abspath(self.algorithm.parameterAsFileOutput(self.parameters, name, self.context)))
        place = path.with_name(f"{path.stem}{ending}") if ending else path
        staged = self._staging.path(name, place)
        if ending and is_somebodys(place, path):
            self._staging.keep(place)
        self._destinations[result or name] = str(staged)
        return staged

    def raster(self, name: str, qml: str) -> str:
        """Where to write a raster output, staged when it is a file; its style is laid beside it as `<name>.qml`.

        A GeoTIFF cannot hold a style, and QGIS finds the one beside it.
        """
        target = self._destination(name)
        path = target.path if target is not None else None
        if path is not None:
            staged = self._staging.path(name, path)
            self.parameters[name] = self._definition(name, str(staged))
            beside = self._staging.path(name, path.with_suffix(".qml"))
            beside.write_text(style_text(qml) or (STYLES / qml).read_text(encoding="utf-8"), encoding="utf-8")
        destination: str = self.algorithm.parameterAsOutputLayer(self.parameters, name, self.context)
        self._destinations[name] = destination
        self._styles[name] = (qml, {})
        return destination

    def close(self) -> None:
        """Finish writing the layers, so that they can be opened. HeritageError when not every row arrived."""
        for name, writer in self._sinks.items():
            writer.close()
            layer = self.layer(name)
            arrived = layer.featureCount() if layer is not None and layer.isValid() else 0
            if 0 <= arrived < writer.total:
                raise HeritageError(
                    "{parameter}: only {arrived} of {written:row|rows} could be written. Is the disk full, or can the "
                    "format hold no rows without geometry (FlatGeobuf)? Choose a GeoPackage (.gpkg).",
                    parameter=name,
                    arrived=arrived,
                    written=writer.total,
                )
        self._sinks.clear()

    def layer(self, name: str) -> Any:
        """The written layer of an output, opened from where it is staged."""
        destination = self._destinations[name]
        file = Path(destination.split("|")[0])
        if file.exists():
            return QgsVectorLayer(destination, file.stem, "ogr")
        return QgsProcessingUtils.mapLayerFromString(destination, self.context)

    def is_file(self, name: str) -> bool:
        """Whether an output is a file, or a layer in one, and no layer in memory or table of a database."""
        target = self._destination(name)
        return target is not None and target.path is not None

    def style(self, name: str, qml: str, title: str, **variables: Any) -> None:
        """Put a style on an output: into the GeoPackage as its default, where it is one.

        `variables` are layer variables that the style's expressions use, such as a threshold of this run. A table
        has no style (""): its fields get their Danish names.
        """
        layer = self.layer(name)
        if layer is None or not layer.isValid() or layer.isSpatial() != bool(qml):
            return
        apply_style(layer, qml, variables)
        self._styles[name] = (qml, variables)
        if name in self._tables:
            self._tables[name].style = (qml, title, variables)
        path = self._destinations[name].split("|")[0]
        if path.lower().endswith(".gpkg") and self.is_file(name):
            problem = store_styles(layer, qml, variables, title)
            if problem:
                raise QgsProcessingException(problem)
            del layer
            one_file(path)

    def commit(self, move: Callable[[Staging], None] | None = None) -> dict[str, Any]:
        """Move everything into place and return what each output is called. Nothing was touched there before this.

        `move` does it where something else is to arrive together with the files.
        """
        self.close()
        check = self.algorithm.check(self.context.feedback())
        held = {name: self.layer(name) for name in self._tables if name in self._destinations}
        for name, rows in held.items():
            self._tables[name].fill(rows, check)
        files = [one.path for one in self._asked.values() if one is not None and one.is_layer and one.path is not None]
        with released(self.context.temporaryLayerStore(), files):  # the layers that the run read from them
            (move or Staging.commit)(self._staging)
        self._say(self._staging.kept_notes)
        for name in held:
            self._tables[name].commit()
        context: Any = self.context
        details: dict[Any, Any] = self.context.layersToLoadOnCompletion()
        for name, destination in self._destinations.items():
            moved = self._tables[name].address if name in held else self._staging.final(destination)
            self._destinations[name] = moved
            if destination in details and moved != destination:
                details[moved] = details.pop(destination)
        self.context.setLayersToLoadOnCompletion(details)
        for name, rows in held.items():
            self._tables[name].keep_style()
            self._say(self._tables[name].notes)
            context.temporaryLayerStore().removeMapLayer(rows)
        self.algorithm.styles = {self._destinations[name]: style for name, style in self._styles.items()}
        return dict(self._destinations)

    def _destination(self, name: str) -> Destination | None:
        """Where an output goes that somebody asked for and that lasts; of one that is staged already, as it was."""
        if name not in self._asked:
            wanted = self.wanted(name)
            self._asked[name] = destination_of(name, self.parameters[name], self.context) if wanted else None
        return self._asked[name]

    def _definition(self, name: str, path: str) -> Any:
        before = self.algorithm.parameterDefinition(name)
        value = self.parameters[name]
        if not isinstance(value, QgsProcessingOutputLayerDefinition) or before is None:
            return path
        after = QgsProcessingOutputLayerDefinition(value)
        after.sink = QgsProperty.fromValue(path)
        return after


def one_file(path: str | Path) -> None:
    """Leave a GeoPackage as one file: without the -wal and -shm that an editor keeps beside it."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=DELETE")
