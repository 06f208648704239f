"""Whether a layer was read to its end: as many rows as its file or table says it has.

QGIS takes a row that cannot be read for the end of the layer, so that a file cut off in a transfer, or with a page that
the disk has lost, would pass for a shorter one.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from qgis.core import QgsVectorLayer

from ...core.common.errors import HeritageError, Note
from ...core.common.gdal_errors import raising
from ...core.common.wording import filled
from ..dialog import as_seen
from ..translation import tr_message
from .arrow_reader import file_of
from .databases import exact_count
from .reopening import ask_provider

SHAPEFILE_HEADER = 100
"""Bytes before the first record of a .shp or .shx."""
RECORD_HEADER = 4
"""Words before the content of a record, whose length the index gives without them."""
BYTES_PER_WORD = 2
_MADE_HERE: ContextVar[frozenset[str]] = ContextVar("lyngby_heritage_made_here", default=frozenset())


class DamagedFileError(HeritageError):
    """A file that is damaged or ends too early; `danish` says the same where a text is always Danish."""

    def __init__(self, told: HeritageError, danish: str) -> None:
        super().__init__(told.template, **told.values)
        self.danish = danish

    @property
    def in_danish(self) -> str:
        """What is wrong, in Danish."""
        return filled(self.danish, self.values, danish=True)


_SHX = str.maketrans("pP", "xX")


def refuse_shorter(source: Any, count: Any) -> None:
    """HeritageError where a file or table holds more than the `count` rows that were read of it.

    Only where its count is exact: a whole layer of a file, or a table. A view, a service or a selection has none.
    """
    found = file_of(source)
    if found is None:
        _refuse_shorter_table(source, count)
        return
    _refuse_lost_shapes(source, found[0])
    stated = ask_provider(source.layer, lambda provider: provider.featureCount())
    if stated <= count:  # where nobody counted it is less than zero
        return
    exact, problem = _counted(*found, count)
    if exact is None or exact <= count:
        return
    told = HeritageError(
        "The layer {layer} is damaged or cut off: only {count:row|rows} of {stated} can be read from {file}"
        "{problem}. Fetch the file again, or repair it and give the repaired copy.",
        layer=source.name,
        count=count,
        stated=exact,
        file=found[0],
        problem=f" ({problem})" if problem else "",
    )
    raise DamagedFileError(
        told,
        "Laget {layer} er beskadiget eller afkortet: kun {count:række|rækker} af {stated} kan læses fra {file}"
        "{problem}. Hent filen igen, eller reparér den, og brug den reparerede kopi.",
    )


def _refuse_shorter_table(source: Any, count: int) -> None:
    """HeritageError where a table of a database has more rows than were read of it."""
    layer = source.layer
    if layer is None or source.filtered or layer.isEditable():
        return
    if source.stated is not None and source.stated > count:
        _tell_fewer(source, count)
    if layer.featureCount() <= count:
        return
    stated = exact_count(layer)
    if stated is not None and stated > count:
        raise HeritageError(
            "Only {count:row|rows} of {stated} of the layer {layer} ({parameter}) came from the database. Run the tool "
            "again when nobody edits the table and the connection is up.",
            layer=source.name,
            parameter=source.parameter,
            count=count,
            stated=stated,
        )


def _tell_fewer(source: Any, count: int) -> None:
    """Warn of a service that gives fewer rows than it says it has: many end after so many thousand.

    HeritageError where it gives none of them.
    """
    if not count:
        raise HeritageError(
            "{layer} ({parameter}): the service says that it has {count:row|rows}, but gave none. Run the tool again, "
            "or fetch the layer as a file.",
            layer=source.name,
            parameter=source.parameter,
            count=source.stated,
        )
    feedback = source.context.feedback()
    note = Note(
        "{layer} ({parameter}): the service says that it has {count:row|rows}, but gave {came}. Does it end after so "
        "many? Fetch the layer in parts, or as a file.",
        {"layer": source.name, "parameter": source.parameter, "count": source.stated, "came": count},
        warning=True,
    )
    if feedback is not None:
        feedback.pushWarning(as_seen(tr_message(note)))


def _said_by(provider: Any) -> str:
    return "" if provider is None else str(provider.error().summary())


def refuse_invalid(layer: QgsVectorLayer, name: str, parameter: str) -> None:
    """HeritageError where QGIS has the layer but cannot read its source."""
    if layer.isValid():
        return
    why = layer.error().summary() or ask_provider(layer, _said_by)
    raise HeritageError(
        "The layer {layer} ({parameter}) cannot be read. Is its file, table or service still there, and may you read "
        "it? {why}",
        layer=name,
        parameter=parameter,
        why=" ".join(why.split()),
    )


@contextmanager
def made_here(files: Collection[str]) -> Iterator[None]:
    """Let nothing be asked of layers without rows that the run around this one has written itself, by their files."""
    token = _MADE_HERE.set(frozenset(os.path.realpath(one) for one in files))
    try:
        yield
    finally:
        _MADE_HERE.reset(token)


def tell_empty(source: Any, count: int) -> None:
    """Warn, once, of a layer without a single row: what it would have said is not heard.

    One that the run itself has made holds what there is: nobody need look whether it was meant to be empty.
    """
    feedback = source.context.feedback()
    if count or feedback is None or source.told_empty:
        return
    if source.file and os.path.realpath(source.file) in _MADE_HERE.get():
        return
    source.told_empty = True
    note = Note(
        "{layer} ({parameter}) has no rows: what it should tell of is missing in the result. Was it meant to be empty?",
        {"layer": source.name, "parameter": source.parameter},
        warning=True,
    )
    feedback.pushWarning(as_seen(tr_message(note)))


def _refuse_lost_shapes(source: Any, path: Any) -> None:
    """HeritageError where a shapefile's index names shapes beyond its end: GDAL gives their rows without geometry."""
    index = os.path.splitext(path)[0] + os.path.splitext(path)[1].translate(_SHX)
    if not path.lower().endswith(".shp") or not os.path.isfile(index):
        return
    import numpy as np

    words = np.fromfile(index, dtype=">i4", offset=SHAPEFILE_HEADER)
    ends = (words[0::2][: len(words) // 2].astype(np.int64) + words[1::2] + RECORD_HEADER) * BYTES_PER_WORD
    lost = int((ends > os.path.getsize(path)).sum())
    if lost:
        told = HeritageError(
            "The layer {layer} is cut off: {count:shape|shapes} of {stated} {count:=lies|lie} beyond the end of {file}."
            " Fetch the file again, with all its parts (.shp, .shx, .dbf, .prj).",
            layer=source.name,
            count=lost,
            stated=len(ends),
            file=path,
        )
        raise DamagedFileError(
            told,
            "Laget {layer} er afkortet: {count:omrids|omrids} af {stated} ligger efter filens slutning i {file}. Hent "
            "filen igen med alle dens dele (.shp, .shx, .dbf, .prj).",
        )


def _counted(path: Any, name: Any, read: Any) -> Any:
    """How many rows a layer of a file holds, None where it can't say; and what GDAL says where that is more."""
    try:
        from osgeo import gdal
    except ImportError:
        return None, ""
    with raising():
        try:
            dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
            layer = dataset.GetLayerByName(name) if name else dataset.GetLayer(0)
            count = layer.GetFeatureCount()
        except (RuntimeError, AttributeError) as error:
            return None, str(error)
        if dataset.GetDriver().ShortName == "GPKG":
            count = _in_table(dataset, layer, count)
        return count, "" if count is None or count <= read else _what_is_wrong(layer)


def _what_is_wrong(layer: Any) -> Any:
    from osgeo import gdal

    try:
        for _ in layer:
            pass
    except RuntimeError as error:
        return str(error).rstrip(".")
    return gdal.GetLastErrorMsg().rstrip(".")


def _in_table(dataset: Any, layer: Any, stated: Any) -> Any:
    """The rows of a GeoPackage's table, None of a view: the count that the file keeps beside it may be out of date."""
    try:
        result = dataset.ExecuteSQL("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = {row.GetField(0) for row in result}
        dataset.ReleaseResultSet(result)
        if layer.GetName() not in tables:
            return None
        layer.SetAttributeFilter("1 = 1")  # with a filter GDAL counts the rows themselves
        count = layer.GetFeatureCount()
        layer.SetAttributeFilter(None)
    except RuntimeError:
        return stated
    return count if count >= 0 else stated  # less than zero, where a page that the rows lie in is damaged
