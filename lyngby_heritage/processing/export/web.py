"""The seam to the website: gathers the columns that `core.web` writes pages from, in degrees."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry

from ...core.designation.chosen_values import neighbour_value
from ...core.landscape.catalogue import STATUS_WORDS
from ...core.plan.area_parcels import on_listed_parcels
from ...core.plan.environments import ADVICE, VALUES, VULNERABILITY
from ...core.plan.neighbour_pairs import told_neighbours
from ...core.plan.plan_groups import plan_groups
from ...core.plan.public_facts import told_plans, told_plots

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qgis.core import QgsCoordinateTransformContext

    from ...core.common.arrays import Floats, Geometries
    from ...core.common.errors import Check
    from ...core.plan.content import Plan
    from ...core.plan.photo import Photo
    from ...core.web.documents import Document

WGS84 = "EPSG:4326"
TOLD = {
    "values": VALUES,
    "vulnerability": VULNERABILITY,
    "advice": ADVICE,
    "reason": "begrundelse",
    "source": "kilde",
    "day": "dato",
}
"""What the site calls what a decision on an environment says, and the column that says it."""
DECIMALS = 6
"""Of a degree: about 10 cm, finer than any register draws a house."""


def write_web(
    folder: Path,
    plan: Plan,
    crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
    check: Check,
    photos: Mapping[int, Photo] = MappingProxyType({}),
) -> Any:
    """Write the website of a plan (`run.Plan`) into a folder. Returns its files.

    The plan's documents lie beside the folder: those that the site hands out are copied into it. `photos` are those of
    the buildings by their rows, as `write_photos` has written them.
    """
    from ...core.web import Site, write_site
    from ...core.web.place_pages import QR_FOLDER, signs
    from .qr_pictures import write_signs

    transform = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(WGS84), transform_context)
    site = Site(
        title=plan.title,
        plan_number=plan.number,
        made_at=plan.date,
        source=plan.source,
        buildings=_buildings(plan, transform, check, photos),
        environments=_environments(plan, transform),
        landscape=_landscape(plan, transform),
        boundary=_boundary(plan, transform),
        state=plan.state,
        web_address=plan.web_address,
        documents=_documents(folder, check),
        alike_from=None if plan.pairs is None else plan.pairs.alike_from,
    )
    written = write_site(folder, site, check)
    write_signs(folder / QR_FOLDER, signs(site))
    return written


def _buildings(
    plan: Plan, transform: QgsCoordinateTransform, check: Check, photos: Mapping[int, Photo]
) -> dict[str, list[Any]]:
    """The columns of the buildings, one entry each."""
    import numpy as np
    import shapely

    from ...core.common.geometry import footprint_areas
    from ...core.plan.lent_addresses import NONE
    from ...core.web.shown import shown_environments

    b = plan.buildings
    outlines = b.geometries.copy()
    outlines[np.isnan(footprint_areas(outlines))] = None  # what only marks a place: the page draws it as a point
    check()
    lon, lat = _degrees(shapely.get_x(b.points), shapely.get_y(b.points), transform)
    ids = plan.environments.ids if plan.environments is not None else []
    shown = set(shown_environments(plan))
    environment = plan.environment_of.tolist()
    parameters = [(name, column.tolist()) for name, column in b.sub_values.items()]
    return {
        "id": list(b.ids),
        "address": list(b.addresses),
        "lon": lon,
        "lat": lat,
        "geometry": _shapes(outlines, transform, "rings"),
        "save": [one if one >= 1 else None for one in b.save.tolist()],
        "ground": list(b.ground),
        "designated": b.designated.tolist(),
        "apart": b.standing_apart,
        "lender": [None if one == NONE else one for one in plan.listing.lender.tolist()],
        "beside": list(plan.listing.beside),
        "number": list(plan.numbers) or [None] * len(b),
        "plots": told_plots(plan, check),
        "plans": told_plans(plan),
        "sub_values": [{name: column[row] for name, column in parameters} for row in range(len(b))],
        "photo": [photos.get(row) for row in range(len(b))],
        "fbb_id": list(b.fbb_ids) or [None] * len(b),
        "standing": list(b.standing) or [None] * len(b),
        "group": plan_groups(b),
        "on_listed_parcel": on_listed_parcels(b, plan.plots, plan.parcels, check),
        "certainty": list(b.certainty) or [None] * len(b),
        "neighbours": told_neighbours(plan.pairs, b, plan.withheld, b.save == neighbour_value()),
        "reason": list(b.reasons),
        "year": list(b.years),
        "use": [one or None for one in b.uses],
        "story": [one or None for one in b.stories],
        "ensemble": [ids[one] if one in shown else None for one in environment],
        "property": [one or None for one in b.property_ids],
        "parcels": [one or None for one in plan.parcels],
        "themes": list(plan.themes.held),
        "themes_proposed": [one or None for one in plan.themes.proposed],
    }


def _documents(folder: Path, check: Check) -> list[Document]:
    """The plan's documents that the site hands out, copied into it: it may be put up without the rest."""
    from ...core.web.documents import Document
    from ...core.web.settings import settings

    found = []
    for name in settings().documents:
        check()
        source = folder.parent / name
        if source.is_file():
            made = Document(name, source.stat().st_size)
            target = folder / made.path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            found.append(made)
    return found


def _environments(plan: Plan, transform: QgsCoordinateTransform) -> list[dict[str, Any]]:
    from ...core.registers.codes import in_words
    from ...core.web.shown import shown_environments

    if plan.environments is None:
        return []
    e = plan.environments
    none = [None] * len(e)
    columns = {
        "count": e.figures.get("antal_bygninger", none),
        "designated": e.figures.get("antal_udpeget", none),
        "built_from": e.figures.get("opfoert_fra", none),
        "built_to": e.figures.get("opfoert_til", none),
        "use": [in_words("use", one) for one in e.figures.get("anvendelse", none)],
        "area_ha": e.figures.get("areal_ha", none),
        "story": [one or None for one in e.stories],
        "hidden": [e.not_shown(row) for row in range(len(e))],
        "decided": [e.is_decided(row) for row in range(len(e))],
        **{key: [e.said(row, name) or None for row in range(len(e))] for key, name in TOLD.items()},
        "rings": _shapes(e.geometries, transform, "rings"),
        "id": list(e.ids),
        "name": [e.called(row) for row in range(len(e))],
    }
    rows = [dict(zip(columns, values)) for values in zip(*columns.values())]
    return [rows[one] for one in shown_environments(plan)]


def _landscape(plan: Plan, transform: QgsCoordinateTransform) -> list[dict[str, Any]]:
    if plan.landscape is None:
        return []
    columns = {
        **plan.landscape.columns,
        "status": [STATUS_WORDS.get(one or "", one) for one in plan.landscape.columns["status"]],
        "rings": _shapes(plan.landscape.geometries, transform, "rings"),
        "lines": _shapes(plan.landscape.geometries, transform, "lines"),
    }
    return [dict(zip(columns, values)) for values in zip(*columns.values())]


def _boundary(plan: Plan, transform: QgsCoordinateTransform) -> list[Any] | None:
    if plan.boundary is None:
        return None
    return [ring for shape in _shapes(plan.boundary, transform, "rings") for ring in shape or ()] or None


def _shapes(geometries: Geometries, transform: QgsCoordinateTransform, kind: str) -> list[Any]:
    """Each geometry's rings, or its lines, as lists of [lon, lat]; None where it has none of them."""
    import numpy as np
    import shapely

    shapes = [None] * len(geometries)
    parts, owner = shapely.get_parts(geometries, return_index=True)
    wanted = shapely.get_dimensions(parts) == (2 if kind == "rings" else 1)
    parts, owner = parts[wanted], owner[wanted]
    if not len(parts):
        return shapes
    if kind == "rings":
        parts, part = shapely.get_rings(parts, return_index=True)
        owner = owner[part]
    points, ring = shapely.get_coordinates(parts, return_index=True)
    lon, lat = _degrees(points[:, 0], points[:, 1], transform)
    pairs = list(map(list, zip(lon, lat)))
    ends = np.searchsorted(ring, np.arange(len(parts)), side="right").tolist()
    start = 0
    for end, row in zip(ends, owner.tolist()):
        if shapes[row] is None:
            shapes[row] = []
        shapes[row].append(pairs[start:end])
        start = end
    return shapes


def _degrees(x: Floats, y: Floats, transform: QgsCoordinateTransform) -> tuple[list[float | None], list[float | None]]:
    """Longitudes and latitudes, None where there is no position."""
    import numpy as np

    there = np.isfinite(x) & np.isfinite(y)
    lon: list[float | None] = [None] * len(x)
    lat = lon.copy()
    count = int(there.sum())
    if not count:
        return lon, lat
    # One line of all points: QGIS transforms it in one call, and WKB carries it. A line needs two points.
    points = np.stack([x[there], y[there]], axis=1)
    head = np.array([1, 2, 0, 0, 0], dtype=np.uint8).tobytes()
    line = np.concatenate([points, points[-1:]])
    geometry = QgsGeometry()
    geometry.fromWkb(head + np.uint32(len(line)).tobytes() + np.ascontiguousarray(line, dtype="<f8").tobytes())
    geometry.transform(transform)
    moved = np.frombuffer(geometry.asWkb().data(), dtype="<f8", offset=len(head) + 4).reshape(-1, 2)[:count]
    moved = np.round(moved, DECIMALS)
    for row, a, b in zip(np.flatnonzero(there).tolist(), moved[:, 0].tolist(), moved[:, 1].tolist()):
        lon[row], lat[row] = a, b
    return lon, lat
