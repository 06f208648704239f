"""Reads and writes `beslutninger.gpkg`: one row at a time, whole or not at all, and several people at once."""

from __future__ import annotations

import datetime
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, cast

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFields,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.errors import HeritageError
from ...core.designation.decisions import Decision, read_decisions
from ...core.designation.written import BUILDINGS, COLUMNS, ENVIRONMENTS, Verdict, replaced_row
from ...core.registers.aliases import aliases, find_field, plain
from ...core.registers.values import normal_id
from ..outputs.fields import new_field
from ..outputs.sinks import GEOPACKAGE_VERSION
from .place import DecisionsPlace
from .shapes import blob_of, shape_functions

PATIENCE = 10.0
"""Seconds to wait for another program that is writing."""
CONCEPTS = ("decision_building", "decision", "decision_reason", "decision_source", "decision_date")
GEOMETRY = "geom"


def read_written(file: Path, building: str = "") -> dict[str, Decision]:
    """The decisions of a file by the building's id as it is compared, of all buildings or of one; {} without a file.

    HeritageError as of `read_decisions`, and where the file cannot be read.
    """
    if not file.exists():
        return {}
    with _opened(file, writing=False) as database:
        if not _has(database, BUILDINGS):
            return {}
        names, rows = _rows(database)
    found = [find_field(names, concept) for concept in CONCEPTS]
    if found[0] is None or found[1] is None:
        raise _older(file, BUILDINGS, "bygning_id" if found[0] is None else "beslutning", names)
    if building:
        key = normal_id(building)
        rows = [row for row in rows if normal_id(row[found[0]]) == key]
    columns = [[None if place is None else row[place] for row in rows] for place in found]
    return read_decisions(file.name, *columns)[0]


def write_decision(
    place: DecisionsPlace, building: str, address: str, verdict: Verdict, now: datetime.datetime
) -> bool:
    """Write a decision on a building; whether it took the place of one of the same day.

    HeritageError where the file cannot be made or written, with what to do; then nothing was written.
    """
    _make(place, BUILDINGS, QgsCoordinateReferenceSystem())
    with _opened(place.file, writing=True) as database:
        names, rows = _rows(database)
        _complete(database, place.file, BUILDINGS, names)
        spot = [plain(one) for one in names]
        ids, days = spot.index(plain("bygning_id")), spot.index("dato") if "dato" in spot else None
        keyed = [(row[ids], None if days is None else row[days]) for row in rows]
        old = replaced_row(keyed, building, verdict.day)
        values = (building, address, *verdict.values(now))
        if old is None:
            database.execute(_INSERT[BUILDINGS], values)
        else:
            database.execute(_UPDATE, (*values, _row_ids(database)[old]))
    return old is not None


def write_environment(
    place: DecisionsPlace,
    name: str,
    outline: bytes,
    crs: QgsCoordinateReferenceSystem,
    verdict: Verdict,
    now: datetime.datetime,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Write a decision on a cultural environment: its name, its outline as WKB in `crs`, and its texts by column.

    HeritageError as `write_decision`, and where the table is in another coordinate system.
    """
    if not name.strip():
        raise HeritageError("Write the name of the environment.")
    _make(place, ENVIRONMENTS, crs)
    with _opened(place.file, writing=True) as database:
        names = [one[1] for one in database.execute('SELECT * FROM pragma_table_info("kulturmiljoeer")')]
        _complete(database, place.file, ENVIRONMENTS, names)
        (number,) = database.execute(_CRS_OF, (ENVIRONMENTS,)).fetchone()
        if number != crs.postgisSrid():
            raise HeritageError(
                "{file}: the table {table} is in EPSG:{theirs}, and the environment in {ours}. Save the table in "
                "{ours} in QGIS under the same name.",
                file=place.file.name,
                table=ENVIRONMENTS,
                theirs=number,
                ours=crs.authid(),
            )
        further = COLUMNS[ENVIRONMENTS][-4:]
        told = tuple((texts or {}).get(one, "") or None for one in further)
        blob = blob_of(outline, number)
        database.execute(_INSERT[ENVIRONMENTS], (name.strip(), *verdict.values(now), *told, blob))


# ---- the file --------------------------------------------------------------------------------------------------------


def _make(place: DecisionsPlace, table: str, crs: QgsCoordinateReferenceSystem) -> None:
    """Make the file where there is none, with the rows of the decisions that were read before; or the table in it."""
    file = place.file
    if not file.parent.is_dir():
        raise HeritageError("The folder {folder} does not exist. Choose another.", folder=str(file.parent))
    if not file.exists():
        earlier = _earlier(place)
        try:
            with tempfile.TemporaryDirectory(prefix=".lyngby-", dir=file.parent) as work:
                new = Path(work) / file.name
                _add_table(new, table, crs)
                if table != BUILDINGS and earlier:
                    _add_table(new, BUILDINGS, QgsCoordinateReferenceSystem())
                if earlier:
                    with _opened(new, writing=True) as database:
                        database.executemany(_INSERT[BUILDINGS], earlier)
                _into_place(new, file)
        except OSError as error:
            raise _refused(file, error) from error
    with _opened(file, writing=False) as database:
        there = _has(database, table)
    if not there:
        _add_table(file, table, crs)


def _into_place(new: Path, file: Path) -> None:
    """Move a new file to its name, unless somebody made one there meanwhile: that one then is the file."""
    try:
        os.link(new, file)
    except FileExistsError:
        return
    except OSError:  # a drive without links
        if not file.exists():
            os.replace(new, file)


def _earlier(place: DecisionsPlace) -> list[tuple[Any, ...]]:
    """The rows of the layer of decisions that the last run read, for a new file hides it."""
    if not place.earlier:
        return []
    layer = QgsVectorLayer(place.earlier, "beslutninger", "ogr")
    names = layer.fields().names() if layer.isValid() else []
    found = {column: find_field(names, concept) for column, concept in _CONCEPT_OF.items()}
    if not layer.isValid() or found["bygning_id"] is None or found["beslutning"] is None:
        raise HeritageError(
            "The decisions that the last run read ({layer}) cannot be opened, and a new file {file} would hide them. "
            "Copy them into {file} as the table beslutninger, or run the plan again.",
            layer=place.earlier,
            file=place.file.name,
        )
    own = {
        column: next((i for i, one in enumerate(names) if plain(one) == column), None) for column in ("adresse", "hvem")
    }
    rows = []
    for feature in layer.getFeatures():
        values = feature.attributes()
        row = [
            _plain(values[spot]) if (spot := found.get(column, own.get(column))) is not None else None
            for column in COLUMNS[BUILDINGS]
        ]
        rows.append(tuple(row))
    return rows


def _plain(value: Any) -> str | None:
    """A value of a layer as text; a date as ISO has it."""
    if value is None or (hasattr(value, "isNull") and value.isNull()):
        return None
    if hasattr(value, "toPyDate"):
        return str(value.toPyDate().isoformat())
    if hasattr(value, "toPyDateTime"):
        return str(value.toPyDateTime().isoformat(" "))
    return str(value)


def _add_table(file: Path, table: str, crs: QgsCoordinateReferenceSystem) -> None:
    fields = QgsFields()
    for name in COLUMNS[table]:
        fields.append(new_field(name, QMetaType.Type.QDate if name == "dato" else QMetaType.Type.QString))
    options = QgsVectorFileWriter.SaveVectorOptions()
    actions = QgsVectorFileWriter.ActionOnExistingFile
    options.driverName, options.layerName = "GPKG", table
    options.datasourceOptions = [GEOPACKAGE_VERSION]
    options.layerOptions = [f"GEOMETRY_NAME={GEOMETRY}", "SPATIAL_INDEX=NO"]
    options.actionOnExistingFile = actions.CreateOrOverwriteLayer if file.exists() else actions.CreateOrOverwriteFile
    kind = Qgis.WkbType.MultiPolygon if table == ENVIRONMENTS else Qgis.WkbType.NoGeometry
    created = QgsVectorFileWriter.create(str(file), fields, kind, crs, QgsCoordinateTransformContext(), options)
    writer = cast("QgsVectorFileWriter", created)
    why = writer.errorMessage() if writer.hasError() else ""
    del writer, created  # QGIS finishes the table when the writer goes
    if why:
        raise _refused(file, why)


@contextmanager
def _opened(file: Path, writing: bool) -> Iterator[sqlite3.Connection]:
    """The file, in a transaction that is kept when all went well; HeritageError for what goes wrong with it."""
    try:
        with closing(
            sqlite3.connect(f"{file.as_uri()}?mode={'rw' if writing else 'ro'}", uri=True, timeout=PATIENCE)
        ) as db:
            db.isolation_level = None
            shape_functions(db)
            db.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
            yield db
            db.execute("COMMIT")
    except sqlite3.Error as error:
        raise _refused(file, error) from error


def _refused(file: Path, error: Exception | str) -> HeritageError:
    """What a person can do about a file that does not take a decision."""
    said = str(error)
    if "locked" in said or "busy" in said:
        return HeritageError(
            "{file} is being written by another program. Save or close it there, and write the decision again.",
            file=str(file),
        )
    if isinstance(error, PermissionError) or "readonly" in said or "unable to open" in said or "denied" in said.lower():
        return HeritageError(
            "{file} cannot be written: the file or its folder is read-only, or another program holds it. Ask for the "
            "right to write there, or choose another folder.",
            file=str(file),
        )
    if "not a database" in said or "malformed" in said:
        return HeritageError(
            "{file} is no GeoPackage that can be read. Put it aside under another name, and write the decision again.",
            file=str(file),
        )
    return HeritageError("{file} could not be written: {error}", file=str(file), error=said)


def _has(database: sqlite3.Connection, table: str) -> bool:
    found = database.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
    return bool(found.fetchone()[0])


def _rows(database: sqlite3.Connection) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The names of the columns of the table of decisions, and its rows."""
    cursor = database.execute('SELECT * FROM "beslutninger" ORDER BY rowid')
    return [one[0] for one in cursor.description], cursor.fetchall()


def _row_ids(database: sqlite3.Connection) -> list[int]:
    return [one[0] for one in database.execute('SELECT rowid FROM "beslutninger" ORDER BY rowid')]


def _complete(database: sqlite3.Connection, file: Path, table: str, names: Sequence[str]) -> None:
    """Give a table of an older form the columns that it lacks; its own stay as they are.

    HeritageError where it has one under another name: a run would then find the values in only one of the two.
    """
    there = {plain(one) for one in names}
    for column in COLUMNS[table]:
        if plain(column) in there:
            continue
        concept = _CONCEPT_OF.get(column)
        other = find_field(list(names), concept) if concept and table == BUILDINGS else None
        if other is not None:
            raise HeritageError(
                "{file}: the table {table} calls its field {column} '{name}'. Rename the field to {column} in QGIS, so "
                "that old and new decisions stand in one column.",
                file=file.name,
                table=table,
                column=column,
                name=names[other],
            )
        database.execute(_ADD[table, column])


def _older(file: Path, table: str, column: str, names: Sequence[str]) -> HeritageError:
    return HeritageError(
        "{file}: the table {table} has no field {column} (known as {aliases}). Its fields are: {fields}.",
        file=file.name,
        table=table,
        column=column,
        aliases=", ".join(aliases(CONCEPTS[0] if column == "bygning_id" else CONCEPTS[1])),
        fields=", ".join(names),
    )


_CONCEPT_OF = dict(zip(("bygning_id", "beslutning", "begrundelse", "kilde", "dato"), CONCEPTS))
_CRS_OF = "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ?"
_INSERT = {
    BUILDINGS: (
        'INSERT INTO "beslutninger" (bygning_id, adresse, beslutning, begrundelse, kilde, dato, hvem, skrevet) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    ),
    ENVIRONMENTS: (
        'INSERT INTO "kulturmiljoeer" (navn, beslutning, begrundelse, kilde, dato, hvem, skrevet, fortaelling, '
        "baerende_vaerdier, saarbarhed, anbefaling, geom) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ),
}
_UPDATE = (
    'UPDATE "beslutninger" SET bygning_id = ?, adresse = ?, beslutning = ?, begrundelse = ?, kilde = ?, dato = ?, '
    "hvem = ?, skrevet = ? WHERE rowid = ?"
)
_ADD = {
    (BUILDINGS, "adresse"): 'ALTER TABLE "beslutninger" ADD COLUMN adresse TEXT',
    (BUILDINGS, "bygning_id"): 'ALTER TABLE "beslutninger" ADD COLUMN bygning_id TEXT',
    (BUILDINGS, "beslutning"): 'ALTER TABLE "beslutninger" ADD COLUMN beslutning TEXT',
    (BUILDINGS, "begrundelse"): 'ALTER TABLE "beslutninger" ADD COLUMN begrundelse TEXT',
    (BUILDINGS, "kilde"): 'ALTER TABLE "beslutninger" ADD COLUMN kilde TEXT',
    (BUILDINGS, "dato"): 'ALTER TABLE "beslutninger" ADD COLUMN dato DATE',
    (BUILDINGS, "hvem"): 'ALTER TABLE "beslutninger" ADD COLUMN hvem TEXT',
    (BUILDINGS, "skrevet"): 'ALTER TABLE "beslutninger" ADD COLUMN skrevet TEXT',
    (ENVIRONMENTS, "navn"): 'ALTER TABLE "kulturmiljoeer" ADD COLUMN navn TEXT',
    (ENVIRONMENTS, "beslutning"): 'ALTER TABLE "kulturmiljoeer" ADD COLUMN beslutning TEXT',
    (ENVIRONMENTS, "begrundelse"): 'ALTER TABLE "kulturmiljoeer" ADD COLUMN begrundelse TEXT',
    (ENVIRONMENTS, "kilde"): 'ALTER TABLE "kulturmiljoeer" ADD COLUMN kilde TEXT',
    (ENVIRONMENTS, "dato"): 'ALTER TABLE "kulturmiljoeer" ADD COLUMN dato DATE',
    (ENVIRONMENTS, "hvem"): 'ALTER TABLE "kulturmiljoeer" ADD COLUMN hvem TEXT',
    (ENVIRONMENTS, "skrevet"): 'ALTER TABLE "kulturmiljoeer" ADD COLUMN skrevet TEXT',
    (ENVIRONMENTS, "fortaelling"): 'ALTER TABLE "kulturmiljoeer" ADD COLUMN fortaelling TEXT',
    (ENVIRONMENTS, "baerende_vaerdier"): 'ALTER TABLE "kulturmiljoeer" ADD COLUMN baerende_vaerdier TEXT',
    (ENVIRONMENTS, "saarbarhed"): 'ALTER TABLE "kulturmiljoeer" ADD COLUMN saarbarhed TEXT',
    (ENVIRONMENTS, "anbefaling"): 'ALTER TABLE "kulturmiljoeer" ADD COLUMN anbefaling TEXT',
}
"""A table's own columns are given to it by statements that stand here whole."""
