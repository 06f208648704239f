"""Opens a plan package as `exportlokalplan` wrote it: its layers by role, what made it, and how far the plan is.

The package itself is only read: QGIS opens a copy, so that no -wal or -shm falls beside a file that was handed over.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterFile, QgsVectorLayer

from ...core.common.data import load
from ...core.common.dates import read_date
from ...core.common.errors import HeritageError, listed
from ...core.common.plan_names import KIND, plan_title
from ...core.plan.state import DATES, PlanState
from ..outputs.held import let_go, passing_folder
from ..translation import tr
from .sources import Source

if TYPE_CHECKING:
    from datetime import date
    from types import TracebackType

    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

PLAN = "PLAN"
GEOPACKAGE = "kulturhistorisk_lokalplan.gpkg"
RUN_TABLE = "koersel"
MAKER = "exportlokalplan"
BUILDINGS, PROPERTIES, LANDSCAPE, PROPOSALS = "bygninger", "ejendomme", "landskab", "kulturmiljoe_forslag"
ENVIRONMENTS, CHANGES, BOUNDARY, PAIRS, LOCAL_PLANS, PLAN_AREA = (
    "kulturmiljoeer",
    "aendringer",
    "afgraensning",
    "nabopar",
    "lokalplaner",
    "planomraade",
)
"""What the tables of a package are called, which is what their roles are called here."""
NEEDED = ("udpeget", "udpegning", "loebenr", "plangruppe")
"""The fields of its buildings that every package has; one without them is an older one."""
_WRITTEN_AHEAD = 2
"""The byte of SQLite's header that says that a file is written with a log beside it."""


def plan_parameter() -> QgsProcessingParameterFile:
    """PLAN: the folder of a package, or its GeoPackage or project."""
    return QgsProcessingParameterFile(
        PLAN,
        tr("Plan: the folder of a package, or its GeoPackage"),
        fileFilter=tr("GeoPackage") + " (*.gpkg);;" + tr("All files") + " (*)",
    )


@dataclass(frozen=True)
class Record:
    """The table `koersel` of a package: rows (subject, name, value, count, checksum) in their order."""

    rows: Sequence[tuple[str, str, str | None, int | None, str | None]]

    def of(self, subject: str) -> dict[str, str]:
        """What is said of a subject (`emne`): name → value, "" where nothing stands."""
        return {name: value or "" for emne, name, value, _, _ in self.rows if emne == subject}

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters that the package was made with, as text."""
        return self.of("parameter")

    @property
    def made_by(self) -> str:
        """The tool that made it, without the provider; "" where the table does not say."""
        return next((name.rpartition(":")[2] for emne, name, *_ in self.rows if emne == "vaerktoej"), "")

    @property
    def version(self) -> str:
        """The version of that tool."""
        return next((value or "" for emne, _, value, *_ in self.rows if emne == "vaerktoej"), "")

    @property
    def made_at(self) -> date | None:
        """The day when the package was made, None where the table does not say."""
        told = self.of("tid").get("koersel", "")
        return read_date(told) if told else None

    @property
    def day(self) -> date | None:
        """The day that its documents are dated: that which the run went by, else when it was made."""
        told = self.of("tid").get("dag", "")
        return read_date(told) if told else self.made_at


class PlanPackage:
    """A package that is being read. Use as a context: its layers are closed, and their copy is gone, when it ends.

    HeritageError where the place holds no package of this tool, or an older one.
    """

    def __init__(self, place: str, context: QgsProcessingContext, parameter: str = PLAN) -> None:
        self.parameter = parameter
        self.path = geopackage_at(place, parameter)
        self.context = context
        self.record, self.tables = _read_record(self.path, parameter)
        self._layers: dict[str, QgsVectorLayer] = {}
        self._stack = ExitStack()
        self._copy: Path | None = None

    def __enter__(self) -> PlanPackage:
        folder = self._stack.enter_context(passing_folder())
        try:
            self._copy = folder / self.path.name
            _copy(self.path, self._copy)
            self._refuse_older()
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._close()

    def _close(self) -> None:
        self._layers.clear()
        let_go()
        self._stack.close()

    # ---- the layers --------------------------------------------------------------------------------------------------

    def has(self, role: str) -> bool:
        """Whether the package has a table of this name."""
        return role in self.tables

    def layer(self, role: str, only: str = "") -> QgsVectorLayer:
        """A layer of the package in the style that it stores; `has` says whether there is one.

        `only` is what its rows must meet, in SQL of the file: `public_rows.ONLY_PUBLIC` for a picture.
        """
        key = f"{role}|subset={only}" if only else role
        if key not in self._layers:
            layer = QgsVectorLayer(f"{self._copy}|layername={key}", role, "ogr")
            if not layer.isValid():
                raise HeritageError(
                    "{parameter}: the layer {layer} in {file} cannot be opened. Make the package anew with "
                    "'Export the kulturhistorisk lokalplan'.",
                    parameter=self.parameter,
                    layer=role,
                    file=str(self.path),
                )
            self._layers[key] = layer
        return self._layers[key]

    def source(self, role: str) -> Source | None:
        """A layer of the package to read with `sources.read`; None where it has none of the name."""
        return Source.of_layer(self.layer(role), self.parameter, self.context) if self.has(role) else None

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """What the layers of the package are in: a metric projection, as all of them were written."""
        return self.layer(BUILDINGS).crs()

    def rows(self, role: str, fields: Sequence[str]) -> Iterator[dict[str, Any]]:
        """The rows of a table without geometry, in their order, by field; None for a field that the table lacks."""
        if not self.has(role):
            return
        known = {one: place for place, one in enumerate(self.tables[role])}
        with closing(_reading(self.copied)) as database:
            for row in database.execute(_SELECT[role]):
                yield {one: row[known[one]] if one in known else None for one in fields}

    @property
    def copied(self) -> Path:
        """The copy of the GeoPackage, which may be written to; it goes with the context."""
        if self._copy is None:
            raise RuntimeError("A PlanPackage is read within a `with`.")
        return self._copy

    def _refuse_older(self) -> None:
        missing = [one for one in NEEDED if one not in self.tables[BUILDINGS]]
        if missing:
            raise HeritageError(
                "{parameter}: the package {file} is older than this version of the plugin (it was made by version "
                "{version}): its layer {layer} has no {fields}. Make it anew with 'Export the kulturhistorisk "
                "lokalplan'.",
                parameter=self.parameter,
                file=str(self.path),
                version=self.record.version or "?",
                layer=BUILDINGS,
                fields=listed(missing),
            )

    # ---- what the package says of the plan ---------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """The plan's title."""
        return self.record.parameters.get("TITLE") or KIND

    @property
    def number(self) -> str:
        """The plan's number, "" for none."""
        return self.record.parameters.get("PLAN_NUMBER", "")

    @property
    def heading(self) -> str:
        """The title with the number."""
        return plan_title(self.number, self.title)

    @property
    def data_source(self) -> str:
        """The line that says where the data are from."""
        return self.record.parameters.get("SOURCE") or str(load("rules/lokalplan.json")["source"])

    @property
    def web_address(self) -> str:
        """Where the website of the plan stands, "" where nobody has said it."""
        return self.record.parameters.get("WEB_ADDRESS", "").strip()

    @cached_property
    def state(self) -> PlanState:
        """How far the plan is, as the package was made."""
        given = self.record.parameters
        code = given.get("STATE", "0") or "0"
        days = {one: self._day(one.upper(), given) for one in DATES}
        if code not in ("0", "1", "2"):
            raise self._unreadable("STATE", code)
        return PlanState(int(code), **days)

    def _day(self, name: str, given: Mapping[str, str]) -> date | None:
        told = given.get(name, "")
        if not told:
            return None
        try:
            return read_date(told)
        except ValueError:
            raise self._unreadable(name, told) from None

    def _unreadable(self, name: str, value: str) -> HeritageError:
        return HeritageError(
            "{parameter}: the package {file} says {name} = {value}, which cannot be read. Make it anew with 'Export "
            "the kulturhistorisk lokalplan'.",
            parameter=self.parameter,
            file=str(self.path),
            name=name,
            value=value,
        )


def refuse_inside_package(folder: Path) -> None:
    """HeritageError where a folder with people's names (FOLDER) is, or lies in, the folder of a package."""
    own = folder.resolve()
    if any((one / GEOPACKAGE).is_file() for one in (own, *own.parents)):
        raise HeritageError(
            "FOLDER: {folder} lies in the package of a plan, which is handed on and published. The names and "
            "addresses of people must not lie there. Choose a folder beside it.",
            folder=str(folder),
        )


def is_package(file: str | None) -> bool:
    """Whether a file is the GeoPackage of a package."""
    if not file or not file.lower().endswith(".gpkg") or not Path(file).is_file():
        return False
    try:
        _read_record(Path(os.path.abspath(file)), PLAN)
    except HeritageError:  # which says what it is instead, and nobody asked
        return False
    return True


def geopackage_at(place: str, parameter: str = PLAN) -> Path:
    """The GeoPackage of the package at a place: its folder, its GeoPackage or a layer of it, its project, another file.

    HeritageError says what was found there instead.
    """
    path = Path(os.path.abspath(place.partition("|layer")[0]))  # as QGIS writes a layer in a file
    if not path.exists():
        raise HeritageError(
            "{parameter}: {path} does not exist. Give the folder of a package, or its {file}.",
            parameter=parameter,
            path=str(path),
            file=GEOPACKAGE,
        )
    if path.is_dir() or path.suffix.lower() in (".qgz", ".qgs"):
        folder = path if path.is_dir() else path.parent
        if (folder / GEOPACKAGE).is_file():
            return folder / GEOPACKAGE
        others = sorted(one.name for one in folder.glob("*.gpkg"))
        raise HeritageError(
            "{parameter}: there is no {file} in {folder}, so it is not the folder of a package. Give the folder that "
            "'Export the kulturhistorisk lokalplan' made, or its GeoPackage. GeoPackages there: {others}.",
            parameter=parameter,
            file=GEOPACKAGE,
            folder=str(folder),
            others=listed(others) or "-",
        )
    return path


def _read_record(path: Path, parameter: str) -> tuple[Record, dict[str, list[str]]]:
    """The table `koersel`, and the columns of each table of the package."""
    try:
        with closing(_reading(path)) as database:
            names = [one for (one,) in database.execute("SELECT table_name FROM gpkg_contents")]
            tables = {
                one: [column for (column,) in database.execute("SELECT name FROM pragma_table_info(?)", (one,))]
                for one in names
            }
            if RUN_TABLE in tables:
                rows = database.execute("SELECT emne, navn, vaerdi, antal, kontrolsum FROM koersel ORDER BY rowid")
                record = Record([tuple(row) for row in rows])
    except sqlite3.Error as error:
        raise HeritageError(
            "{parameter}: {file} is no GeoPackage that can be read ({error}). Give the folder of a package, or its "
            "{expected}.",
            parameter=parameter,
            file=str(path),
            error=str(error),
            expected=GEOPACKAGE,
        ) from error
    if RUN_TABLE not in tables or BUILDINGS not in tables or record.made_by != MAKER:
        raise HeritageError(
            "{parameter}: {file} is not the package of a plan: expected are the tables {expected}, as 'Export the "
            "kulturhistorisk lokalplan' writes them; found are: {found}.",
            parameter=parameter,
            file=str(path),
            expected=f"{BUILDINGS}, {RUN_TABLE}",
            found=listed(names) or "-",
        )
    return record, tables


def _reading(path: Path) -> sqlite3.Connection:
    """A connection that leaves nothing beside the file, and sees what an editor keeps in a log there."""
    with open(path, "rb") as file:
        header = file.read(20)
    alone = not path.with_name(f"{path.name}-wal").exists()
    # A file in that mode without its log is asked as one that nobody writes: SQLite would make a log to read it.
    immutable = "&immutable=1" if alone and header[18:19] == bytes([_WRITTEN_AHEAD]) else ""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro{immutable}", uri=True)


def _copy(path: Path, target: Path) -> None:
    with closing(_reading(path)) as source, closing(sqlite3.connect(target)) as copied:
        source.backup(copied)
        copied.execute("PRAGMA journal_mode=DELETE")


_SELECT = {
    "bygninger": 'SELECT * FROM "bygninger" ORDER BY rowid',
    "ejendomme": 'SELECT * FROM "ejendomme" ORDER BY rowid',
    "nabopar": 'SELECT * FROM "nabopar" ORDER BY rowid',
    "kulturmiljoeer": 'SELECT * FROM "kulturmiljoeer" ORDER BY rowid',
    "lokalplaner": 'SELECT * FROM "lokalplaner" ORDER BY rowid',
}
"""The tables that are read as plain rows: no SQL is put together from names."""
