"""One harmonised layer of designations from many layers: status, names, ids, and areas that belong together."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from ..common.arrays import Floats, Geometries
from ..common.cells import cell_id, cell_text
from ..common.errors import Check, Note, listed, never_cancelled, note_in_both, warning_in_both
from ..common.geometry import on_the_millimetre
from ..common.wording import plain_spaces, quantity
from ..registers import values
from ..registers.validity import begins_later, has_ended
from .areas import union
from .catalogue import ENDED, PROPOSED, UNKNOWN, Catalogue, Recognised
from .designations import AREA, LINE, NO_GEOMETRY, POINT, Designations, flattened

_YEAR = re.compile(r"(?<![0-9])(1[5-9]|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True)
class LayerRows:
    """A layer as it was read: its theme, and a column (or None) for each concept of the catalogue's `fields`."""

    label: str
    recognised: Recognised
    geometries: Geometries
    columns: Mapping[str, Sequence[Any] | None]

    def __len__(self) -> int:
        return len(self.geometries)


def gather(
    layers: Sequence[LayerRows], catalogue: Catalogue, use_buffers: bool = False, check: Check = never_cancelled
) -> Designations:
    """All rows of all layers as designations.

    Rows of one area (same theme, source and id, and the same name and status) become one, whether they are tiles that
    touch or copies; without an id only copies do. A row keeps its place; nothing is left out.
    """
    notes: list[Note] = []
    rows = [_read_layer(layer, position, catalogue, notes) for position, layer in enumerate(layers)]
    flat = [row for block in rows for row in block]
    geometries, kind, mixed = flattened(_concatenated([layer.geometries for layer in layers]))
    if mixed:
        notes.append(
            warning_in_both(
                "{count:geometry holds|geometries hold} areas together with lines or points; the area counts.",
                "{count:geometri|geometrier} indeholder både flader og linjer eller punkter; fladen tæller.",
                count=mixed,
            )
        )
    check()
    groups = _groups(flat, geometries, kind, notes)
    merged = _merged(geometries, groups, check)
    first = np.array([group[0] for group in groups], dtype=np.intp)
    kind = kind[first] if len(first) else np.empty(0, dtype=np.int8)
    chosen = [flat[position] for position in first]
    made = Designations(
        theme=np.array([row.theme for row in chosen], dtype=np.intp),
        kind=kind,
        geometries=merged,
        area=_areas(merged, kind),
        layer=np.array([row.layer for row in chosen], dtype=np.intp),
        rows=np.array([len(group) for group in groups], dtype=np.intp),
        names=[row.name for row in chosen],
        ids=[row.id for row in chosen],
        status=[row.status for row in chosen],
        guidelines=[_first(flat, group, "guideline") for group in groups],
        legal=[row.legal for row in chosen],
        sources=[row.source for row in chosen],
        dates=[_first(flat, group, "date") for group in groups],
        remarks=[_remark(row, one, catalogue) for row, one in zip(chosen, kind)],
        notes=notes,
    )
    copies = len(flat) - len(made)
    if copies:
        notes.append(
            note_in_both(
                "{count:row is a part or copy|rows are parts or copies} of another row and {count:=was|were} merged "
                "with it.",
                "{count:række er en del eller kopi|rækker er dele eller kopier} af en anden række og er lagt sammen "
                "med den.",
                count=copies,
            )
        )
    return _with_buffers(made, catalogue, check) if use_buffers else made


@dataclass(frozen=True)
class _Row:
    theme: int
    layer: int
    origin: str
    name: str | None
    id: str | None
    status: str
    guideline: str | None
    legal: str | None
    source: str
    date: str | None


def _read_layer(layer: LayerRows, position: int, catalogue: Catalogue, notes: list[Note]) -> list[_Row]:
    theme = catalogue.themes[layer.recognised.theme]
    register = catalogue.registers.get(layer.recognised.register, "")
    count = len(layer)
    otherwise = layer.recognised.status or theme.status.get(layer.recognised.register)
    odd: Counter[str] = Counter()

    def column(concept: str) -> Sequence[Any]:
        return layer.columns.get(concept) or [None] * count

    def status(value: Any, ended: Any, begins: Any) -> str:
        if has_ended(ended):
            return ENDED
        if begins_later(begins):
            return PROPOSED
        stated = catalogue.status_of(value)
        if stated is None:
            return otherwise or UNKNOWN
        if not catalogue.knows_status(value):
            odd[str(value)] += 1
        return stated

    source = f"{register}: {layer.label}" if register else layer.label
    read = ("name", "id", "status", "ended", "begins", "guideline", "legal", "source", "date")
    fields = zip(*(column(one) for one in read))
    rows = [
        _Row(
            theme=layer.recognised.theme,
            layer=position,
            origin=register or layer.label,
            name=cell_text(name),
            id=cell_id(key),
            status=status(state, ended, begins),
            guideline=cell_text(guideline) or theme.guideline,
            legal=cell_text(legal) or theme.legal_as_known,
            source=cell_text(origin) or source,
            date=_date(day, catalogue.placeholder_dates),
        )
        for name, key, state, ended, begins, guideline, legal, origin, day in fields
    ]
    if odd:
        notes.append(
            warning_in_both(
                "{layer}: {count:row has|rows have} a status that the catalogue does not know, kept as 'ukendt': "
                "{examples}.",
                "{count:række|rækker} i {layer} har en status, som kataloget ikke kender; {count:=den|de} står som "
                "»ukendt«: {examples}.",
                layer=layer.label,
                count=sum(odd.values()),
                examples=listed([f"'{value}' ({times})" for value, times in sorted(odd.items())]),
            )
        )
    return rows


def _date(value: Any, placeholders: frozenset[str]) -> str | None:
    """A date as ISO text, or the year alone; None for what the registers write where no date is known."""
    text = cell_id(value)
    if text is None:
        return None
    try:
        day: datetime.date | None = values.date(value if isinstance(value, (datetime.date, str)) else text)
    except ValueError:
        return text if _YEAR.search(text) else None  # conservation orders also say 0 and -1
    written = day.isoformat() if day else None
    return None if written in placeholders else written


def _groups(
    rows: Sequence[_Row], geometries: Geometries, kind: npt.NDArray[np.int8], notes: list[Note]
) -> list[list[int]]:
    """The rows that make up each designation, in the order of their first rows."""
    groups: dict[object, list[int]] = {}
    by_id: dict[tuple[int, str, str], set[tuple[str | None, str]]] = {}
    loose = [position for position, row in enumerate(rows) if row.id is None and kind[position]]
    shapes = dict(zip(loose, shapely.to_wkb(shapely.normalize(geometries[loose])))) if loose else {}
    for position, row in enumerate(rows):
        key: object = position
        if row.id is not None:
            key = (row.theme, row.origin, row.id, row.name, row.status, int(kind[position]))
            by_id.setdefault((row.theme, row.origin, row.id), set()).add((row.name, row.status))
        elif position in shapes:
            key = (row.theme, row.name, row.status, shapes[position])
        groups.setdefault(key, []).append(position)
    differing = [key[2] for key, found in by_id.items() if len(found) > 1]
    if differing:
        notes.append(
            warning_in_both(
                "{count:id stands|ids stand} on rows with different names or statuses, which are kept apart: "
                "{examples}.",
                "{count:id|id'er} står på rækker med forskelligt navn eller status, som holdes hver for sig: "
                "{examples}.",
                count=len(differing),
                examples=listed(differing),
            )
        )
    return list(groups.values())


def _merged(geometries: Geometries, groups: Sequence[Sequence[int]], check: Check) -> Geometries:
    """The geometry of each group: that of its one row, or the union of several."""
    first = np.array([group[0] for group in groups], dtype=np.intp)
    out: Geometries = geometries[first] if len(first) else np.empty(0, dtype=object)
    for number, group in enumerate(groups):
        if len(group) > 1:
            check()
            out[number] = union(geometries[list(group)], check)
    several = np.array([len(group) > 1 for group in groups], dtype=bool)
    out[several] = on_the_millimetre(out[several])
    return out


def _areas(geometries: Geometries, kind: npt.NDArray[np.int8]) -> Floats:
    return np.where(kind == AREA, shapely.area(geometries), np.nan)


def _first(rows: Sequence[_Row], group: Sequence[int], attribute: str) -> Any:
    return next((value for row in group if (value := getattr(rows[row], attribute)) is not None), None)


def _remark(row: _Row, kind: int, catalogue: Catalogue) -> str | None:
    """What its reader must know of one designation, in Danish."""
    theme = catalogue.themes[row.theme]
    said = [
        place.note if place.certain else f"{place.note} (gengivet fra anden hånd)"
        for place in catalogue.places_of(row.theme, row.name)
    ]
    if kind == POINT:
        said.append(f"Punkt, tegnet som en cirkel med radius {_metres(catalogue.point_radius)}; arealet kendes ikke.")
    if kind == LINE:
        width = _metres(2 * catalogue.line_half_width)
        said.append(f"Linje, tegnet som et bånd på {width}; arealet kendes ikke.")
        if theme.areal:
            said.append("Linjen siger ikke, hvilken side den beskytter.")
    if kind == NO_GEOMETRY:
        said.append("Rækken har ingen geometri, så udpegningens sted kendes ikke.")
    return " ".join(said) or None


def _metres(value: float) -> str:
    return plain_spaces(quantity(value, "m", 2))


def _with_buffers(made: Designations, catalogue: Catalogue, check: Check) -> Designations:
    """The designations, and after them a row for the zone round each area of a theme that has one."""
    extra: list[int] = []
    zones: list[Any] = []
    for position in range(len(made)):
        buffer = catalogue.themes[made.theme[position]].buffer
        if buffer is not None and made.kind[position] == AREA:
            check()
            grown = shapely.buffer(made.geometries[position], buffer.metres)
            extra.append(position)
            zones.append(shapely.difference(grown, made.geometries[position]))
    if not extra:
        return made
    shapes: Geometries = np.empty(len(zones), dtype=object)
    shapes[:] = zones
    kind = np.full(len(extra), AREA, dtype=np.int8)
    buffers = [catalogue.themes[made.theme[position]].buffer for position in extra]
    words = [f"bufferzone {_metres(one.metres)}" for one in buffers if one]

    def more(column: Sequence[Any]) -> list[Any]:
        return [*column, *(column[position] for position in extra)]

    return Designations(
        theme=np.append(made.theme, made.theme[extra]),
        kind=np.append(made.kind, kind),
        geometries=np.append(made.geometries, shapes),
        area=np.append(made.area, _areas(shapes, kind)),
        layer=np.append(made.layer, made.layer[extra]),
        rows=np.append(made.rows, np.zeros(len(extra), dtype=np.intp)),
        names=[
            *made.names,
            *(f"{made.names[one]}, {word}" if made.names[one] else word for one, word in zip(extra, words)),
        ],
        ids=more(made.ids),
        status=more(made.status),
        guidelines=more(made.guidelines),
        legal=more(made.legal),
        sources=more(made.sources),
        dates=more(made.dates),
        remarks=[*made.remarks, *(one.note or None for one in buffers if one)],
        notes=made.notes,
    )


def _concatenated(blocks: Sequence[Geometries]) -> Geometries:
    return np.concatenate(blocks) if blocks else np.empty(0, dtype=object)
