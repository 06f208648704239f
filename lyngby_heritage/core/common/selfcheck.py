"""Do the libraries work here? Tried where the tools run: inside QGIS their calls reach the host's GEOS, GDAL and PROJ.

A wheel that works under plain Python may fail there; its version number does not tell.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec


@dataclass(frozen=True)
class Outcome:
    """What became of trying one library."""

    library: str
    version: str
    problem: str
    """Empty when it works."""


def try_shapely() -> None:
    """WKB and WKT both ways, repair, distance, tree, union: what the rules are made of."""
    import numpy as np
    import shapely

    square = shapely.from_wkt("POLYGON Z ((0 0 1, 10 0 1, 10 10 1, 0 10 1, 0 0 1))")
    flat = shapely.force_2d(shapely.from_wkb(shapely.to_wkb(square)))
    _expect(shapely.to_wkt(flat, rounding_precision=0), "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))")
    bow_tie = shapely.from_wkt("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))")
    _expect(shapely.area(shapely.make_valid(bow_tie)), 50.0)
    points = shapely.points([[15.0, 5.0], [40.0, 5.0]])
    _expect(shapely.dwithin(flat, points, 5.0).tolist(), [True, False])
    _expect(shapely.STRtree(points).query(shapely.box(0, 0, 20, 20)).tolist(), [0])
    _expect(shapely.area(shapely.union_all(np.array([flat, shapely.box(5, 0, 15, 10)]))), 150.0)


def try_fiona() -> None:
    """A GeoPackage written and read back, with æøå."""
    import fiona

    schema = {"geometry": "Point", "properties": {"navn": "str"}}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "proeve.gpkg")
        with fiona.open(path, "w", driver="GPKG", schema=schema, crs="EPSG:25832") as file:
            point = {"type": "Point", "coordinates": (720000.0, 6187000.0)}
            file.write({"geometry": point, "properties": {"navn": "Mølleåen"}})
        with fiona.open(path) as file:
            _expect([row["properties"]["navn"] for row in file], ["Mølleåen"])


def try_rasterio() -> None:
    """A GeoTIFF written and read back in memory, and a polygon burnt into a grid."""
    import numpy as np
    import rasterio
    from rasterio.features import rasterize
    from rasterio.io import MemoryFile
    from rasterio.transform import from_origin

    grid = np.arange(12, dtype="float32").reshape(3, 4)
    transform = from_origin(720000.0, 6187000.0, 5.0, 5.0)
    with MemoryFile() as memory:
        with memory.open(
            driver="GTiff", width=4, height=3, count=1, dtype="float32", transform=transform, crs="EPSG:25832"
        ) as file:
            file.write(grid, 1)
        with memory.open() as file:
            _expect(float(file.read(1).sum()), 66.0)
    ring = [(720000.0, 6187000.0), (720010.0, 6187000.0), (720010.0, 6186990.0), (720000.0, 6186990.0)]
    burnt = rasterize([{"type": "Polygon", "coordinates": [[*ring, ring[0]]]}], out_shape=(3, 4), transform=transform)
    _expect(int(burnt.sum()), 4)
    _expect(rasterio.dtypes.float32, "float32")


def try_pyproj() -> None:
    """Lyngby's longitude and latitude to UTM zone 32, to the metre (12.5° E is 3.5° east of the zone's meridian)."""
    from pyproj import Transformer

    east, north = Transformer.from_crs("EPSG:4326", "EPSG:25832", always_xy=True).transform(12.5, 55.77)
    back = Transformer.from_crs("EPSG:25832", "EPSG:4326", always_xy=True).transform(east, north)
    _expect((round(back[0], 7), round(back[1], 7)), (12.5, 55.77))
    _expect(719000 < east < 720000 and 6185500 < north < 6186500, True)


TRIALS: dict[str, Callable[[], None]] = {
    "shapely": try_shapely,
    "fiona": try_fiona,
    "rasterio": try_rasterio,
    "pyproj": try_pyproj,
}


def outcomes() -> list[Outcome]:
    """Try every library; nothing is raised, whatever is missing or broken."""
    return [outcome(library) for library in TRIALS]


def unusable_libraries(libraries: Iterable[str]) -> list[Outcome]:
    """Those of these libraries that are missing, or that fail where we have a trial for them."""
    found = []
    for library in libraries:
        if library in TRIALS:
            found.append(outcome(library))
        elif find_spec(library) is None:
            found.append(Outcome(library, "", "missing"))
    return [one for one in found if one.problem]


def outcome(library: str) -> Outcome:
    """Try one library."""
    try:
        version = str(getattr(import_module(library), "__version__", "?"))
    except Exception as error:  # a broken native library raises anything
        return Outcome(library, "", f"{type(error).__name__}: {error}")
    try:
        TRIALS[library]()
    except Exception as error:
        return Outcome(library, version, f"{type(error).__name__}: {error}")
    return Outcome(library, version, "")


def _expect(found: object, expected: object) -> None:
    if found != expected:
        raise ValueError(f"expected {expected!r}, found {found!r}")
