"""Geometries that come as text or WKB, made into those of one layer: of one kind, straight, all with Z or none."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...core.common.errors import Note
from ...core.common.gdal_errors import raising
from ...core.common.wording import Numbers
from . import head as heads

if TYPE_CHECKING:
    from ...core.common.arrays import Geometries

DANISH_CRS = "EPSG:25832"
DEGREES = "EPSG:4326"
DENMARK = (3.0, 54.0, 16.0, 59.0)
"""West, south, east, north in degrees: no place in Denmark has such coordinates in metres."""
_SRID = re.compile(r"^\s*SRID\s*=\s*(\d+)\s*;\s*", re.IGNORECASE)
COLLECTION = 7
_TYPES = {heads.POINT: ((0,), 4), heads.LINE: ((1, 2), 5), heads.POLYGON: ((3,), 6)}
"""Kind → shapely's numbers of the types of one and of several."""


class Shapes:
    """Reads the geometries of a layer batch by batch; the first of them say of what kind the layer is."""

    def __init__(self, kind: str | None = None, crs: str | None = None) -> None:
        self.kind = kind if kind != heads.NONE else None
        """`point`, `line` or `polygon`, None until one is known."""
        self.several = False
        """Whether points come as several in a row."""
        self.has_z = False
        self.crs = crs
        self.guessed_degrees = False
        self.settled = False
        self.unread: list[int] = []
        """Rows, the first is 1, whose geometry cannot be read."""
        self.others: list[int] = []
        """Rows whose geometry is of another kind than the layer's."""

    def of_texts(self, texts: Sequence[str | None], before: int) -> list[bytes | None]:
        """WKB for each text in WKT or GeoJSON; `before` rows came before these."""
        import numpy as np
        import shapely

        values = np.empty(len(texts), dtype=object)
        values[:] = [self._without_srid(text) for text in texts]
        shapes = shapely.from_wkt(values, on_invalid="ignore")
        for position in np.flatnonzero(shapely.is_missing(shapes)):
            if values[position] is not None:
                shapes[position] = _otherwise(values[position])
                if shapes[position] is None:
                    self.unread.append(before + int(position) + 1)
        return self._as_layer(shapes, before)

    def of_wkb(self, raw: Sequence[bytes | None], before: int) -> list[bytes | None]:
        """As `of_texts`, of WKB."""
        import numpy as np
        import shapely

        from ...core.common.wkb import straight

        values = np.empty(len(raw), dtype=object)
        values[:] = raw
        shapes = shapely.from_wkb(values, on_invalid="ignore")
        for position in np.flatnonzero(shapely.is_missing(shapes)):
            if values[position] is not None:
                shapes[position] = straight(values[position]).geometry
                if shapes[position] is None:
                    self.unread.append(before + int(position) + 1)
        return self._as_layer(shapes, before)

    def settle_for_good(self) -> None:
        """Take the layer for what is known by now: it is made, and what comes later is fitted to it."""
        self.kind, self.settled = self.kind or heads.POLYGON, True

    def notes(self, file: str) -> list[Note]:
        """What to tell of the geometries that were read."""
        notes = []
        if self.unread:
            notes.append(
                Note(
                    "{file}: the geometry of {count:row|rows} cannot be read ({rows:row|rows}); {count:=it is|they "
                    "are} kept "
                    "without. Fetch the file again, or correct {count:=it|them}.",
                    {"file": file, "count": len(self.unread), "rows": Numbers(sorted(self.unread))},
                    warning=True,
                )
            )
        if self.others:
            notes.append(
                Note(
                    "{file}: {count:row has|rows have} a geometry of another kind than the first and "
                    "{count:=is|are} kept without ({rows:row|rows}).",
                    {"file": file, "count": len(self.others), "rows": Numbers(sorted(self.others))},
                    warning=True,
                )
            )
        if self.guessed_degrees:
            notes.append(
                Note(
                    "{file} does not say what its coordinates are in; they are degrees in Denmark, and so taken for "
                    "{crs}.",
                    {"file": file, "crs": DEGREES},
                )
            )
        return notes

    def _without_srid(self, text: str | None) -> str | None:
        if text is None or not text.strip():
            return None
        found = _SRID.match(text)
        if found is None:
            return text
        self.crs = self.crs or f"EPSG:{found[1]}"
        return text[found.end() :]

    def _as_layer(self, shapes: Geometries, before: int) -> list[bytes | None]:
        import numpy as np
        import shapely

        shapes[shapely.is_empty(shapes)] = None
        coordinates, owner = shapely.get_coordinates(shapes, return_index=True)
        for position in np.unique(owner[~np.isfinite(coordinates).all(axis=1)]):
            shapes[position] = None
            self.unread.append(before + int(position) + 1)
        if not self.settled and not shapely.is_missing(shapes).all():
            self._settle(shapes)
        shapes = self._of_kind(shapes, before)
        if self.has_z:
            shapes = shapely.force_3d(shapes)
        out: list[bytes | None] = shapely.to_wkb(shapes, output_dimension=3 if self.has_z else 2).tolist()
        return out

    def _settle(self, shapes: Geometries) -> None:
        """What the layer is, by its first geometries."""
        import numpy as np
        import shapely

        there = shapes[~shapely.is_missing(shapes)]
        dimension = int(shapely.get_dimensions(there[:1])[0])
        self.kind = (heads.POINT, heads.LINE, heads.POLYGON)[dimension]
        self.several = self.kind == heads.POINT and bool((shapely.get_num_geometries(there) > 1).any())
        self.has_z = bool(shapely.has_z(there).all())
        west, south, east, north = shapely.total_bounds(there)
        within = np.array([west - DENMARK[0], south - DENMARK[1], DENMARK[2] - east, DENMARK[3] - north])
        if self.crs is None and (within > 0).all():
            self.crs, self.guessed_degrees = DEGREES, True
        self.settled = True

    def _of_kind(self, shapes: Geometries, before: int) -> Geometries:
        """The geometries in the layer's type, None where they are of another kind."""
        import numpy as np
        import shapely

        from ...core.common.wkb import straight

        types = shapely.get_type_id(shapes)
        for position in np.flatnonzero(types == COLLECTION):
            shapes[position] = straight(shapely.to_wkb(shapes[position])).geometry
        types = shapely.get_type_id(shapes)
        single, many = _TYPES[self.kind or heads.POLYGON]
        wrong = (types >= 0) & ~np.isin(types, [*single, many])
        if self.kind == heads.POINT and not self.several:
            wrong |= shapely.get_num_geometries(shapes) > 1
            alone = (types == many) & ~wrong
            shapes[alone] = shapely.get_geometry(shapes[alone], 0)
        else:
            gather = _gather(self.kind)
            one = np.isin(types, single)
            shapes[one] = gather(shapes[one], indices=np.arange(one.sum()))
        self.others += [before + int(position) + 1 for position in np.flatnonzero(wrong)]
        shapes[wrong] = None
        return shapes


def _gather(kind: str | None) -> Any:
    import shapely

    return {
        heads.POINT: shapely.multipoints,
        heads.LINE: shapely.multilinestrings,
    }.get(kind or "", shapely.multipolygons)


def _otherwise(text: str) -> Any:
    """A geometry that shapely does not read: curves in WKT, or GeoJSON; None where it is none."""
    import shapely
    from osgeo import ogr

    from ...core.common.wkb import straight

    if text.lstrip().startswith("{"):
        try:
            return shapely.from_geojson(json.dumps(json.loads(text)), on_invalid="ignore")
        except ValueError:
            return None
    with raising():
        try:
            curved = ogr.CreateGeometryFromWkt(text)
        except RuntimeError:
            return None
    return None if curved is None else straight(bytes(curved.ExportToWkb())).geometry
