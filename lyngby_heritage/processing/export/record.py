"""The table `koersel`: what made the package, so that it can be made again and told from another."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProperty

from ...core.common.as_on import day_gone_by
from ...core.common.profile import current
from ...core.common.profile_reading import built_in_profile
from ..inputs.metadata import SUBJECTS, made_by
from ..inputs.parameters import is_blank, recorded
from ..inputs.parts import part_words
from ..outputs.report_parts import versions
from .data_behind import BEHIND, data_behind, decisions_behind
from .folder import sha256
from .geopackage import RUN_FIELDS, RUN_TABLE, RUN_TITLE
from .geopackage_checksums import checksum, content_checksum, style_checksum

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

    from ...core.common.errors import Check
    from ...core.common.profile import Profile
    from ..inputs.sources import Source
    from .geopackage import GeoPackage

Row = tuple[str, str, Any, Any, Any]
"""Subject, name, value, count and checksum, as of RUN_FIELDS."""
TOOL, TIME, VERSION, PARAMETER, INPUT, FILE = "vaerktoej", "tid", "version", "parameter", "data", "fil"
PROFILE, PROFILE_SOURCE = "profil", "profil_kilde"
BACKGROUND = "baggrundskort"
CONTENT = "indhold"
"""What a row tells of (`emne`), beside SUBJECTS. When the same data are run again only `tid` and `fil` differ."""
DAY = "dag"
"""The name of the day that the run went by, under TIME, where it was another than that of the run."""
STYLES = "udseende"
"""The row of `tid` with the checksum of the styles, which are never written twice alike."""


def rows(
    algorithm: Any,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    sources: Mapping[str, Any],
    geopackage: GeoPackage,
    tables: Mapping[str, str],
    check: Check,
) -> Iterator[Row]:
    """The rows but for those of the files: (emne, navn, vaerdi, antal, kontrolsum).

    `sources` are the inputs by parameter, `tables` the table that each was written to.
    """
    made = versions("shapely", "numpy", "jinja2")
    yield TOOL, algorithm.id(), dict(made)["Lyngby Heritage"], None, None
    yield TIME, "koersel", datetime.now().astimezone().isoformat(timespec="seconds"), None, None
    if (day := day_gone_by()) is not None:
        yield TIME, DAY, day.isoformat(), None, None
    for name, version in made:
        yield VERSION, name, version, None, None
    yield from _of_profile(current() or built_in_profile())
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if name not in sources and name != algorithm.FOLDER:
            for value in _values(algorithm, definition, parameters, context):
                yield PARAMETER, name, value, None, None
    if is_blank(parameters.get("DATA")):  # else those given stand above
        told = data_behind(sources)
        later = decisions_behind(sources, told) if told else []
        for value in [*(row for rows in told.values() for row in rows), *later]:
            yield BEHIND, "DATA", value, None, None
    for name, source in sources.items():
        if source is None:
            yield INPUT, name, None, None, None
            continue
        described = source.name_with_file + part_words(source.value, source.layer)
        table = tables.get(name)
        if table is None:  # read, and not in the package
            yield INPUT, name, described, *_read_only(source, check)
        else:
            yield INPUT, name, described, geopackage.layers[table].rows, checksum(geopackage.path, table, check)
    for parameter, subject in SUBJECTS.items():
        source = sources[parameter]
        for name, value in made_by(source) if source is not None else ():
            yield subject, name, value, None, None


def _read_only(source: Source, check: Check) -> tuple[int, str]:
    """How many rows a layer has that is read and not written, and a checksum of them, geometries too."""
    digest, count = hashlib.sha256(repr(source.field_names).encode("utf-8", "surrogatepass")), 0
    for feature in source.features(source.request(source.source.sourceCrs())):
        if count % 5_000 == 0:
            check()
        count += 1
        digest.update(repr(feature.attributes()).encode("utf-8", "surrogatepass"))
        digest.update(feature.geometry().asWkb().data())
    return count, digest.hexdigest()


def _of_profile(profile: Profile) -> Iterator[Row]:
    """Which profile it was, and where each of its values comes from."""
    for name, value in profile.pairs():
        yield PROFILE, name, value, None, None
    if profile.municipality:
        yield PROFILE, "kommunekode", profile.municipality, None, None
    if profile.source:
        yield PROFILE, "kilde", profile.source, None, None
    for one in profile.sources:
        told = [one.source if one.verified else f"{one.source} (ikke bekræftet)", one.note]
        yield PROFILE_SOURCE, one.about, ". ".join(filter(None, told)), None, None
    for place in profile.inherited:
        yield PROFILE_SOURCE, place, "ikke angivet i profilen; den indbyggede indstilling er brugt", None, None


def _values(
    algorithm: Any,
    definition: Any,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
) -> list[str]:
    """A parameter's value as text: the one given, or the default; a row of a table for itself."""
    value = parameters.get(definition.name())
    if isinstance(value, QgsProperty):
        value, _ = value.valueAsString(context.expressionContext(), "")
    if value is None:
        value = definition.defaultValue()
    return recorded(definition, value)


def write_rows(geopackage: GeoPackage, made: Iterable[Row]) -> None:
    """Write the table. It has no geometry; the columns are text and a count."""
    names = {"emne": "Emne", "navn": "Navn", "vaerdi": "Værdi", "antal": "Antal", "kontrolsum": "Kontrolsum (SHA-256)"}
    geopackage.write(RUN_TABLE, RUN_TITLE, RUN_FIELDS, ((None, *row) for row in made), names)


def add_files(path: Path, staged: Path, names: Iterable[str]) -> None:
    """Add a row for each file of the package but the GeoPackage itself, with its size and checksum."""
    files = [(FILE, name, None, (staged / name).stat().st_size, sha256(staged / name)) for name in names]
    with closing(sqlite3.connect(path)) as database, database:
        database.executemany(
            "INSERT INTO koersel (emne, navn, vaerdi, antal, kontrolsum) VALUES (?, ?, ?, ?, ?)", files
        )


def add_background(path: Path, name: str, outcome: str) -> None:
    """Add a row for the background map of the maps: whom it is from, and what came of it."""
    with closing(sqlite3.connect(path)) as database, database:
        insert = "INSERT INTO koersel (emne, navn, vaerdi, antal, kontrolsum) VALUES (?, ?, ?, ?, ?)"
        database.execute(insert, (BACKGROUND, name, outcome, None, None))


def seal(path: Any) -> None:
    """Say in the table what the GeoPackage holds, so that the next run sees whether somebody has worked in it.

    Its checksum is one of its content: a file cannot hold its own.
    """
    with closing(sqlite3.connect(path)) as database, database:
        sealed = [
            (CONTENT, path.name, None, None, content_checksum(database)),
            (TIME, STYLES, None, None, style_checksum(database)),
        ]
        database.executemany(
            "INSERT INTO koersel (emne, navn, vaerdi, antal, kontrolsum) VALUES (?, ?, ?, ?, ?)", sealed
        )


def is_worked_in(path: Any) -> Any:
    """Whether somebody has changed a GeoPackage of the package since it was made, or nothing says that nobody has."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
            select = "SELECT kontrolsum FROM koersel WHERE emne = ? OR navn = ? ORDER BY fid"
            known = database.execute(select, (CONTENT, STYLES)).fetchall()
            return known != [(content_checksum(database),), (style_checksum(database),)]
    except sqlite3.Error:
        return True


def files_of(path: Path) -> dict[str, str]:
    """Name → SHA-256 of the other files of the package that a GeoPackage stands in; {} for one that is not ours."""
    if not path.is_file():
        return {}
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
            return dict(database.execute("SELECT navn, kontrolsum FROM koersel WHERE emne = ?", (FILE,)).fetchall())
    except sqlite3.Error:
        return {}
