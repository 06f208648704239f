"""How two folders of results are compared: each kind of file by what it holds, not by its bytes.

A comparison of two files gives differences as lines of text, from the first on. It is exact: nothing is rounded or
sorted unless its order means nothing. What two runs of the same code never share is made alike first (`Alike`).
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

gdal.UseExceptions()
ogr.UseExceptions()

TEXT = {".csv", ".md", ".html", ".js", ".json", ".geojson", ".txt", ".svg", ".css", ".xml", ".qml", ".qgs", ".log"}
RASTER = {".tif", ".tiff", ".png"}
PASSED_OVER = ("-wal", "-shm", "-journal")  # what SQLite leaves beside a file that was read

MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august")
MONTHS += ("september", "oktober", "november", "december")

CALCULATED = re.compile(r"\b(?:\d{2}\.\d{2}\.\d{4}|\d{1,2}\. [a-z]+ \d{4}) kl\. \d{2}\.\d{2}\b")
TIMESTAMP = re.compile(r"\b(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?")
VERSION = re.compile(
    r"\b(Lyngby Heritage|QGIS|Python|shapely|numpy|jinja2|scipy|rasterio|GDAL|GEOS|PROJ|Qt) \d+\.\d+[\w.+-]*(?<!\.)"
)
QGIS_VERSION = re.compile(r'(<qgis\b[^>]*?\bversion=")[^"]*"')
SECONDS = re.compile(r"\b\d+[.,]\d+ s\b")
FOLDERS = re.compile(r"""(?<![\w:/.<>"'=)])/(?:[^/\s"'<>|?*;,()]+/)+|(?<=["'=])/(?:[^/"'<>|?*;,()\n]+/)+""")
PICTURE = re.compile(r"data:image/png;base64,([A-Za-z0-9+/=]+)")
BY_LOT = re.compile(
    r"\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?|[0-9a-f]{8}(?:_[0-9a-f]{4}){3}_[0-9a-f]{12}"
)

CONTEXT = 60
"""Characters of a text that are shown on either side of where it begins to differ."""

MOST_ALIGNED = 20_000
"""Rows or lines that are searched for what was put in or left out; more are held against each other in their order."""

RUN_TABLE = "koersel"

NOTE = "note: "
"""Begins what is told and not counted: it may come of the lot that QGIS draws, and a person must judge that."""


class Alike:
    """Makes alike what the making of a file leaves in it: its time, the versions, its folder."""

    def __init__(self, root: Path, file: Path) -> None:
        """`root` is the folder of results that `file` lies in; the file's own time tells the day it was made."""
        self.root = str(root)
        made = date.fromtimestamp(file.stat().st_mtime)
        # It may have been begun before midnight, and world time may be on another day.
        self.days = [made + timedelta(days=days) for days in (-1, 0, 1)]

    def text(self, text: str) -> str:
        """A text without times, versions and folders."""
        text = FOLDERS.sub("<folder>/", text.replace(self.root, "<folder>"))
        text = text.replace("<folder>/<folder>", "<folder>")
        text = re.sub(r"<folder>/(?:[^/\s\"'<>|?*;,()]+/)+", "<folder>/", text)
        text = CALCULATED.sub("<time>", text)
        known = {day.isoformat() for day in self.days}
        text = TIMESTAMP.sub(lambda found: "<time>" if found[1] in known else found[0], text)
        for day in self.days:
            written = f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
            for way in (written, f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", day.isoformat()):
                text = re.sub(rf"(?<![\w.-]){re.escape(way)}(?![\w-])", "<day>", text)
        text = QGIS_VERSION.sub(r'\1<version>"', text)
        return SECONDS.sub("<seconds> s", VERSION.sub(r"\1 <version>", text))

    def xml(self, text: str) -> str:
        """XML of QGIS, one element a line, with attributes in the alphabet's order and ids by lot as numbers."""
        text = self.text(ordered(text))
        numbers: dict[str, str] = {}
        return BY_LOT.sub(lambda found: numbers.setdefault(found[0].strip("{}"), f"<id {len(numbers) + 1}>"), text)


DRAWN_BY_LOT = ("profileLineSymbol", "profileFillSymbol", "profileMarkerSymbol")
"""Elements of a style whose colours QGIS draws by lot for every layer: the symbols of an elevation profile."""


LYING_IN_ANY_ORDER = ("individual-layer-settings", "projectlayers")
"""Elements of a project whose children QGIS sorts by ids that it draws by lot."""


def ordered(text: str) -> str:
    """XML with sorted attributes, an element a line: Qt writes attributes in an order that it draws by lot.

    So it does with the XML that stands inside an attribute; the symbols that are drawn by lot are left out.
    """
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return text
    for element in root.iter():
        for drawn in [one for one in element if one.tag in DRAWN_BY_LOT]:
            element.remove(drawn)
        if element.tag in LYING_IN_ANY_ORDER:
            element[:] = sorted(element, key=lambda one: BY_LOT.sub("", canonical(one)))
        for name, value in element.items():
            if value.startswith("<"):
                element.set(name, ordered(value).replace("\n", ""))
        if element.text and element.text.startswith("<"):
            element.text = ordered(element.text)
    return canonical(root).replace("><", ">\n<")


def canonical(element: ElementTree.Element) -> str:
    """An element as text that does not depend on the order of its attributes."""
    return ElementTree.canonicalize(ElementTree.tostring(element, encoding="unicode"), strip_text=True)


def shown(value: Any, most: int = 160) -> str:
    """A value as a difference shows it."""
    if isinstance(value, bytes):
        return f"{len(value)} bytes ({hashlib.sha256(value).hexdigest()[:12]})"
    text = "NULL" if value is None else repr(value)
    return text if len(text) <= most else f"{text[:most]}… ({len(text)} characters)"


def change(where: str, before: Any, after: Any) -> str:
    """One difference: where, before → after. Long texts are shown from a little before they begin to differ."""
    if isinstance(before, str) and isinstance(after, str) and max(len(before), len(after)) > 2 * CONTEXT:
        start = next((i for i, (a, b) in enumerate(zip(before, after)) if a != b), min(len(before), len(after)))
        low, high = max(start - CONTEXT // 2, 0), start + CONTEXT
        parts = [f"{'…' if low else ''}{one[low:high]}{'…' if len(one) > high else ''}" for one in (before, after)]
        return f"{where}, from character {start + 1}: {parts[0]!r} → {parts[1]!r}"
    return f"{where}: {shown(before)} → {shown(after)}"


def aligned(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Places (in before, in after) that do not hold the same; None on the side that has no such row or line."""
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    last = 0
    while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
        last += 1
    ours, theirs = before[first : len(before) - last], after[first : len(after) - last]
    if len(ours) == len(theirs) or max(len(ours), len(theirs)) > MOST_ALIGNED:
        for place, (one, other) in enumerate(zip_longest(ours, theirs), first):
            if one != other:
                yield (place if place - first < len(ours) else None, place if place - first < len(theirs) else None)
        return
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            for one, other in zip_longest(range(a, b), range(c, d)):
                yield (None if one is None else one + first, None if other is None else other + first)


# Texts ----------------------------------------------------------------------------------------------------------------


def compare_lines(before: str, after: str, where: str = "") -> Iterator[str]:
    """Differences of two texts, line by line."""
    if before == after:
        return
    ours, theirs = before.split("\n"), after.split("\n")
    for one, other in aligned(ours, theirs):
        if one is None or other is None:
            side, line, text = ("after", other, theirs) if one is None else ("before", one, ours)
            yield f"{where}line {line + 1} only {side}: {shown(text[line])}"
        else:
            yield change(f"{where}line {one + 1}", ours[one], theirs[other])


def compare_text(before: Path, after: Path, alike: tuple[Alike, Alike]) -> Iterator[str]:
    """Differences of two files of text; pictures in a page are compared as pictures."""
    texts = [file.read_text(encoding="utf-8-sig", errors="replace") for file in (before, after)]
    pictures = [PICTURE.findall(text) for text in texts]
    texts = [side.text(PICTURE.sub("<picture>", text)) for side, text in zip(alike, texts)]
    yield from compare_lines(*texts)
    if len(pictures[0]) != len(pictures[1]):
        yield f"pictures: {len(pictures[0])} → {len(pictures[1])}"
        return
    for number, (one, other) in enumerate(zip(*pictures), 1):
        if one != other:
            yield from compare_pictures(base64.b64decode(one), base64.b64decode(other), f"picture {number}: ")


def compare_pictures(before: bytes, after: bytes, where: str) -> Iterator[str]:
    """Differences of two PNG files that a page holds."""
    names = ["/vsimem/before.png", "/vsimem/after.png"]
    for name, data in zip(names, (before, after)):
        gdal.FileFromMemBuffer(name, data)
    try:
        yield from compare_cells(*names, where)
    finally:
        for name in names:
            gdal.Unlink(name)


# Rasters --------------------------------------------------------------------------------------------------------------


def compare_raster(before: Path, after: Path, alike: tuple[Alike, Alike]) -> Iterator[str]:
    """Differences of two rasters, cell by cell."""
    return compare_cells(str(before), str(after))


def compare_cells(before: str, after: str, where: str = "") -> Iterator[str]:
    """Differences of two rasters that GDAL opens: size, place, system, then each band's cells."""
    ours, theirs = gdal.Open(before), gdal.Open(after)
    facts = [
        {
            "size": (one.RasterXSize, one.RasterYSize, one.RasterCount),
            "place": one.GetGeoTransform(),
            "system": one.GetProjection(),
            "bands": [(gdal.GetDataTypeName(b.DataType), repr(b.GetNoDataValue())) for b in bands(one)],
        }
        for one in (ours, theirs)
    ]
    for name, fact in facts[0].items():
        if fact != facts[1][name]:
            yield change(f"{where}{name}", fact, facts[1][name])
    if facts[0]["size"] != facts[1]["size"]:
        return
    for number, (one, other) in enumerate(zip(bands(ours), bands(theirs)), 1):
        a, b = one.ReadAsArray(), other.ReadAsArray()
        differ = (a != b) & ((a == a) | (b == b))  # a cell without a number is not equal to itself
        if differ.any():
            row, column = (int(places[0]) for places in differ.nonzero())
            told = f"{where}band {number}: {int(differ.sum())} of {differ.size} cells, the first in row {row + 1}"
            yield f"{told}, column {column + 1}: {a[row, column]} → {b[row, column]}"


def bands(dataset: Any) -> list[Any]:
    """The bands of a raster."""
    return [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]


# GeoPackages ----------------------------------------------------------------------------------------------------------


class Table:
    """A table of a GeoPackage: its columns, and its rows as lists in the order of their keys."""

    def __init__(
        self, database: sqlite3.Connection, name: str, geometries: dict[str, str], alike: Alike | None
    ) -> None:
        """Read it whole; `geometries` gives the geometry column of each table. A layer of data needs no `alike`."""
        described = database.execute(f'PRAGMA table_info("{name}")').fetchall()
        self.name = name
        self.columns = [(column, kind) for _, column, kind, *_ in described]
        names = [column for column, _ in self.columns]
        keys = [column for _, column, _, _, _, place in described if place == 1]
        self.key = keys[0] if keys and not name.startswith("gpkg_") else None
        order = f'"{self.key}"' if self.key else ", ".join(f'"{column}"' for column in names)
        self.geometry = geometries.get(name)
        rows = [dict(zip(names, row)) for row in database.execute(f'SELECT * FROM "{name}" ORDER BY {order}')]
        self.rows = [_made_alike(name, row, alike) for row in rows] if alike is not None else rows
        self.label = next((n for n in names if n != self.key and n.endswith(("_id", "navn", "name", "id"))), None)

    def row(self, place: int) -> str:
        """How a difference names a row: by its key, and by its name or id of its own."""
        row = self.rows[place]
        named = f" ({self.label}={row[self.label]})" if self.label and row.get(self.label) is not None else ""
        return f"{self.key}={row[self.key]}{named}" if self.key else f"row {place + 1}{named}"

    def without_key(self) -> list[tuple[Any, ...]]:
        """The rows' values but for the key, which shifts when a row comes in or falls out."""
        return [tuple(value for name, value in row.items() if name != self.key) for row in self.rows]


def _made_alike(table: str, row: dict[str, Any], alike: Alike) -> dict[str, Any]:
    """A row without what the time and place of the run leave in it; only tables about the run and QGIS's own."""
    if table == "gpkg_contents":
        row["last_change"] = None
    elif table == "layer_styles":
        row["update_time"] = None
        row["styleQML"] = row["styleQML"] and alike.xml(row["styleQML"])
        row["styleSLD"] = row["styleSLD"] and alike.xml(row["styleSLD"])
    elif table == "gpkg_metadata_reference":
        row["timestamp"] = None
    elif table == RUN_TABLE:
        about = row.get("emne")
        if about == "fil":  # each file is compared by itself
            row["antal"] = row["kontrolsum"] = None
        elif about in ("tid", "version", "vaerktoej"):
            row["vaerdi"] = None
        row["vaerdi"] = row["vaerdi"] and alike.text(row["vaerdi"])
    return row


def compare_geopackage(
    before: Path, after: Path, alike: tuple[Alike, Alike], tolerance: float | None = None
) -> Iterator[str]:
    """Differences of two GeoPackages: tables, columns, rows, values, geometries; styles and names among them."""
    with closing(_open(before)) as ours, closing(_open(after)) as theirs:
        names, other_names = _tables(ours), _tables(theirs)
        for name in [*names, *(one for one in other_names if one not in names)]:
            if name not in other_names or name not in names:
                yield f"table {name}: only {'before' if name in names else 'after'}"
                continue
            tables = [
                Table(database, name, _geometries(database), side) for database, side in zip((ours, theirs), alike)
            ]
            yield from compare_tables(*tables, tolerance)


def layers_of(before: Path, after: Path, left_out: Collection[str]) -> Iterator[tuple[str, Table | None, Table | None]]:
    """Name and both tables of each layer or table of data of two GeoPackages; None where one of them has it not."""
    with closing(_open(before)) as ours, closing(_open(after)) as theirs:
        held = [
            [name for (name,) in database.execute("SELECT table_name FROM gpkg_contents ORDER BY table_name")]
            for database in (ours, theirs)
        ]
        for name in dict.fromkeys([*held[0], *held[1]]):
            if name not in left_out:
                one, two = (
                    Table(database, name, _geometries(database), None) if name in there else None
                    for database, there in zip((ours, theirs), held)
                )
                yield name, one, two


def _open(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(
        f"file:{str(path).replace('?', '%3f').replace('#', '%23')}?mode=ro&immutable=1", uri=True
    )
    database.text_factory = lambda data: data.decode("utf-8", errors="backslashreplace")
    return database


def _tables(database: sqlite3.Connection) -> list[str]:
    """The tables in the order they were made in; not SQLite's own, the spatial indexes, nor GDAL's count of rows."""
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
    return [name for name in names if not name.startswith(("sqlite_", "rtree_")) and name != "gpkg_ogr_contents"]


def _geometries(database: sqlite3.Connection) -> dict[str, str]:
    if "gpkg_geometry_columns" not in _tables(database):
        return {}
    return dict(database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns"))


def compare_tables(before: Table, after: Table, tolerance: float | None) -> Iterator[str]:
    """Differences of two tables of one name."""
    where = f"table {before.name}"
    for name, kind in before.columns:
        if name not in dict(after.columns):
            yield f"{where}: column {name} ({kind}) only before"
        elif kind != dict(after.columns)[name]:
            yield change(f"{where}: type of column {name}", kind, dict(after.columns)[name])
    for name, kind in after.columns:
        if name not in dict(before.columns):
            yield f"{where}: column {name} ({kind}) only after"
    shared = [name for name, _ in before.columns if name in dict(after.columns)]
    theirs = [name for name, _ in after.columns if name in dict(before.columns)]
    if shared != theirs:
        yield change(f"{where}: order of the columns", shared, theirs)
    as_many = len(before.rows) == len(after.rows)
    if not as_many:
        yield change(f"{where}: number of rows", len(before.rows), len(after.rows))
    for one, other in pairs(before, after, shared):
        if one is None or other is None:
            yield (
                f"{where}, {after.row(other)}: only after"
                if one is None
                else f"{where}, {before.row(one)}: only before"
            )
            continue
        ours, others = before.rows[one], after.rows[other]
        for name in shared:
            if not as_many and name == before.key:  # a row more or less shifts the keys of all that follow
                continue
            yield from compare_values(
                f"{where}, {before.row(one)}, {name}", before, name, ours[name], others[name], tolerance
            )


def pairs(before: Table, after: Table, shared: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """Rows to hold against each other: in their order where there are as many, else by what they hold."""
    if len(before.rows) == len(after.rows):
        yield from ((place, place) for place in range(len(before.rows)))
        return
    names = [name for name in shared if name != before.key]
    keys = [[tuple(row[name] for name in names) for row in table.rows] for table in (before, after)]
    yield from aligned(*keys)


def compare_values(
    where: str, table: Table, name: str, before: Any, after: Any, tolerance: float | None
) -> Iterator[str]:
    """The difference of two values, if there is one: 1 and 1.0 differ, and so do NULL and an empty text."""
    if type(before) is type(after) and before == after:
        return
    if name == table.geometry and before is not None and after is not None:
        told = geometry_change(before, after, tolerance)
        if told:
            yield f"{where}: {told}"
    elif tolerance is not None and table.name == RUN_TABLE and name == "kontrolsum":
        return  # it is of the geometries' bytes too
    elif (
        tolerance is not None
        and table.name == "gpkg_contents"
        and name in ("min_x", "min_y", "max_x", "max_y")
        and None not in (before, after)
        and abs(before - after) <= tolerance
    ):
        return
    else:
        yield change(where, before, after)


def geometry_change(before: bytes, after: bytes, tolerance: float | None) -> str:
    """What differs between two geometries of a GeoPackage, or nothing where it is within the tolerance."""
    ours, theirs = _geometry(before), _geometry(after)
    kinds = [one.GetGeometryName() for one in (ours, theirs)]
    vertices, others = list(_vertices(ours)), list(_vertices(theirs))
    if kinds[0] != kinds[1] or [part for part, _ in vertices] != [part for part, _ in others]:
        sizes = [f"{kind} of {len(points)} vertices" for kind, points in zip(kinds, (vertices, others))]
        return f"{sizes[0]} → {sizes[1]}" if sizes[0] != sizes[1] else f"{sizes[0]}, in other parts"
    limit = tolerance or 0.0
    moved = [
        (max(abs(a - b) for a, b in zip_longest(one, other, fillvalue=float("inf"))), place)
        for place, ((_, one), (_, other)) in enumerate(zip(vertices, others))
        if one != other
    ]
    beyond = [place for distance, place in moved if not distance <= limit]
    if beyond:
        one, other = vertices[beyond[0]][1], others[beyond[0]][1]
        many = f"{len(beyond)} of {len(vertices)} vertices, the first is number {beyond[0] + 1}"
        return f"{many}: {one} → {other}, at most {max(moved)[0]:g} apart"
    return "" if tolerance is not None else "the vertices are the same, the bytes are not (kind, header or box)"


def _geometry(blob: bytes) -> Any:
    """The geometry inside a GeoPackage's blob."""
    return ogr.CreateGeometryFromWkb(bytes(blob[8 + {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7] :]))


def _vertices(geometry: Any, part: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], tuple[float, ...]]]:
    """Each vertex with the part that it belongs to."""
    if geometry.GetGeometryCount():
        for number in range(geometry.GetGeometryCount()):
            yield from _vertices(geometry.GetGeometryRef(number), (*part, number))
    else:
        yield from ((part, tuple(point)) for point in geometry.GetPoints() or ())


# Workbooks, projects, PDF ---------------------------------------------------------------------------------------------


def compare_workbook(before: Path, after: Path, alike: tuple[Alike, Alike]) -> Iterator[str]:
    """Differences of two workbooks: cells first, then whatever else their parts say."""
    parts = [_parts(file) for file in (before, after)]
    yield from _one_sided(parts)
    cells = [_cells(part) for part in parts]
    told = False
    for place in [*cells[0], *(one for one in cells[1] if one not in cells[0])]:
        if cells[0].get(place) != cells[1].get(place):
            told = True
            yield change(place, cells[0].get(place), cells[1].get(place))
    for name in parts[0]:
        data = (name.startswith("xl/worksheets/") or name == "xl/sharedStrings.xml") and told
        if name in parts[1] and parts[0][name] != parts[1][name] and not data:
            texts = [side.text(_decoded(part[name])) for side, part in zip(alike, parts)]
            yield from compare_lines(*(text.replace("><", ">\n<") for text in texts), f"{name}, ")


def _parts(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", errors="backslashreplace")


def _one_sided(parts: list[dict[str, bytes]]) -> Iterator[str]:
    for name in sorted(set(parts[0]) ^ set(parts[1])):
        yield f"part {name}: only {'before' if name in parts[0] else 'after'}"


def _cells(parts: dict[str, bytes]) -> dict[str, str]:
    """The text of each cell of each sheet of a workbook, under 'sheet1, cell B3'."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    shared = []
    if "xl/sharedStrings.xml" in parts:
        strings = ElementTree.fromstring(parts["xl/sharedStrings.xml"])
        shared = ["".join(one.text or "" for one in item.iter(f"{space}t")) for item in strings]
    found = {}
    for name in sorted(parts):
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
            for cell in ElementTree.fromstring(parts[name]).iter(f"{space}c"):
                value = "".join(one.text or "" for tag in ("v", "t") for one in cell.iter(f"{space}{tag}"))
                text = shared[int(value)] if cell.get("t") == "s" and value else value
                found[f"{Path(name).stem}, cell {cell.get('r')}"] = text
    return found


def compare_project(before: Path, after: Path, alike: tuple[Alike, Alike]) -> Iterator[str]:
    """Differences of two QGIS projects; the empty store of styles that QGIS adds under a name by lot is passed over."""
    projects: list[dict[str, bytes]] = []
    for file in (before, after):
        parts = {name: part for name, part in _parts(file).items() if not name.endswith("_styles.db")}
        projects.append({"project" if name.endswith(".qgs") else name: part for name, part in parts.items()})
    yield from _one_sided(projects)
    for name in projects[0]:
        if name in projects[1]:
            texts = [without_times(side.xml(_decoded(part[name]))) for side, part in zip(alike, projects)]
            yield from compare_lines(*texts)


def without_times(project: str) -> str:
    """A project's XML without when and by whom it was saved."""
    project = re.sub(r"(attachment:///)\w+(_styles\.db)", r"\1<id>\2", project)
    project = re.sub(r' saveUser(?:Full)?="[^"]*"| saveDateTime="[^"]*"', "", project)
    project = re.sub(r"(<creation>)[^<]*", r"\1<time>", project)
    return re.sub(r'(<date type="Created" value=")[^"]*', r"\1<time>", project)


def compare_pdf(before: Path, after: Path, alike: tuple[Alike, Alike]) -> Iterator[str]:
    """Differences of two PDFs: the number of pages, and the words on each where pdftotext is there to read them.

    Words are compared without their order: QGIS draws the labels of a map in another order in every run. It also leaves
    out a label that it finds no room for, and which one that is may differ from run to run too: `NOTE` marks a page
    that differs by nothing but words that stand on other pages of both files.
    """
    counts = [len(re.findall(rb"/Type\s*/Page\b(?!s)", file.read_bytes())) for file in (before, after)]
    if counts[0] != counts[1]:
        yield change("pages", *counts)
    if not shutil.which("pdftotext"):
        return
    read = [
        subprocess.run(["pdftotext", "-enc", "UTF-8", "-raw", str(file), "-"], capture_output=True, check=True)
        for file in (before, after)
    ]
    pages = [
        [Counter(page.split()) for page in side.text(_decoded(one.stdout)).split("\f")]
        for side, one in zip(alike, read)
    ]
    anywhere = [set().union(*side) for side in pages]
    for number, (ours, theirs) in enumerate(zip(*pages), 1):
        gone, come = ours - theirs, theirs - ours
        if gone or come:
            told = [
                f"{' '.join(words.elements())!r} only {side}"
                for words, side in ((gone, "before"), (come, "after"))
                if words
            ]
            one_sided = not gone or not come
            mark = NOTE if one_sided and set(gone | come) <= anywhere[0] & anywhere[1] else ""
            yield f"{mark}page {number}: {', '.join(told)}"


def compare_bytes(before: Path, after: Path, alike: tuple[Alike, Alike]) -> Iterator[str]:
    """Differences of two files of a kind that is not known here."""
    if before.read_bytes() != after.read_bytes():
        yield change("content", before.read_bytes(), after.read_bytes())


# Folders --------------------------------------------------------------------------------------------------------------


class Comparison:
    """Two folders of results, file by file."""

    def __init__(self, before: Path, after: Path, tolerance: float | None = None) -> None:
        """`tolerance` is how far a vertex may move, in metres; without it a geometry must be the same in every bit."""
        self.before, self.after, self.tolerance = before, after, tolerance

    def files(self) -> list[str]:
        """The names of the files of both, relative to their folders."""
        names = set()
        for root in (self.before, self.after):
            names |= {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}
        return sorted(name for name in names if not name.endswith(PASSED_OVER))

    def differences(self, name: str) -> Iterator[str]:
        """The differences of the file of that name."""
        before, after = self.before / name, self.after / name
        if not before.is_file() or not after.is_file():
            yield f"only {'before' if before.is_file() else 'after'}"
            return
        if before.read_bytes() == after.read_bytes():
            return
        alike = (Alike(self.before, before), Alike(self.after, after))
        kind = before.suffix.lower()
        try:
            if kind == ".gpkg":
                yield from compare_geopackage(before, after, alike, self.tolerance)
            elif kind in TEXT:
                yield from compare_text(before, after, alike)
            elif kind in RASTER:
                yield from compare_raster(before, after, alike)
            else:
                others = {".xlsx": compare_workbook, ".qgz": compare_project, ".pdf": compare_pdf}
                yield from others.get(kind, compare_bytes)(before, after, alike)
        except (
            Exception
        ) as error:  # a file that cannot be read is a difference to look at, and the others are to be told
            yield f"cannot be compared: {type(error).__name__}: {error}"

    def report(self, most: int = 10, quiet: bool = False) -> int:
        """Print what differs, `most` lines a file, and return the exit code."""
        names = self.files()
        if not names:
            print("Neither folder holds a file.", file=sys.stderr)
            return 1
        differing = 0
        for name in names:
            found = list(self.differences(name))
            notes = [one for one in found if one.startswith(NOTE)]
            counted = [one for one in found if not one.startswith(NOTE)]
            differing += bool(counted)
            if counted:
                print(f"DIFFERS  {name}")
            elif not quiet or notes:
                print(f"same     {name}")
            told = [*counted[:most], *notes[:most]]
            print("".join(f"         {one}\n" for one in told), end="")
            if len(told) < len(found):
                print(f"         … and {len(found) - len(told)} more")
        print(f"{len(names)} files compared: {len(names) - differing} the same, {differing} different.")
        return 1 if differing else 0
