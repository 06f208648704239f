"""Do the libraries work here? Tried where the tools run: inside QGIS their calls reach the host's GEOS, GDAL and PROJ.

A wheel that works under plain Python may fail there; its version number does not tell.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module, metadata

from .errors import HeritageError


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


def try_numpy() -> None:
    """Sums, sorting and text: what every tool does."""
    import numpy as np

    _expect(np.bincount([0, 2, 2], weights=[1.5, 2.0, 0.25]).tolist(), [1.5, 0.0, 2.25])
    _expect(np.unique(np.array(["b", "a", "b"], dtype=object).astype(str)).tolist(), ["a", "b"])


def try_scipy() -> None:
    """What hangs together, by a sparse matrix and on a grid."""
    import numpy as np
    from scipy import ndimage
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    edges = coo_matrix((np.ones(2), ([0, 2], [1, 3])), shape=(5, 5))
    _expect(connected_components(edges, directed=False)[0], 3)
    _expect(ndimage.label(np.array([[1, 0, 1]]))[1], 2)


def try_jinja2() -> None:
    """A page with Danish letters, in which data cannot pass for markup."""
    from jinja2 import Environment

    page = Environment(autoescape=True).from_string("<p>{{ name }}</p>").render(name="<Mølleåen>")
    _expect(page, "<p>&lt;Mølleåen&gt;</p>")


TRIALS: dict[str, Callable[[], None]] = {
    "numpy": try_numpy,
    "shapely": try_shapely,
    "scipy": try_scipy,
    "jinja2": try_jinja2,
    "rasterio": try_rasterio,
    "fiona": try_fiona,
    "pyproj": try_pyproj,
}
UNSTATED = "?"
"""For the version of a library that states none."""
NEEDED = ("numpy", "shapely", "scipy", "jinja2")
"""What the tools import. Without the others they work all the same: terrain is then read through QGIS's own GDAL."""
OLDEST = {"numpy": (1, 21), "shapely": (2, 0), "scipy": (1, 8), "jinja2": (3, 0)}
"""The oldest version that a library is used in: those of QGIS 3.34's installers and of Debian 12 but for shapely, whose
arrays of geometries came with 2.0."""


def outcomes() -> list[Outcome]:
    """Try every library; nothing is raised, whatever is missing or broken."""
    return [outcome(library) for library in TRIALS]


def unusable_libraries(libraries: Iterable[str]) -> list[Outcome]:
    """Those of these libraries that are missing, too old, or broken here."""
    return [one for one in map(outcome, libraries) if one.problem]


def outcome(library: str) -> Outcome:
    """Try one library."""
    try:
        version = version_of(library)
    except Exception as error:  # a broken native library raises anything
        return Outcome(library, "", f"{type(error).__name__}: {error}")
    oldest = OLDEST.get(library)
    if oldest is not None and version != UNSTATED and numbers_of(version) < oldest:
        return Outcome(library, version, f"older than {oldest[0]}.{oldest[1]}")
    try:
        TRIALS[library]()
    except Exception as error:
        return Outcome(library, version, f"{type(error).__name__}: {error}")
    return Outcome(library, version, "")


def version_of(library: str) -> str:
    """The version that a library gives itself, or UNSTATED.

    Packagers may build from an archive that knows no version: Debian testing's shapely 2.2 calls itself "0+unknown".
    Then what it can do decides, not a number.
    """
    version = str(getattr(import_module(library), "__version__", ""))
    if not version:  # newer libraries state it in their metadata alone
        try:
            version = metadata.version(library)
        except metadata.PackageNotFoundError:
            return UNSTATED
    return UNSTATED if version.startswith("0+") else version


def numbers_of(version: str) -> tuple[int, ...]:
    """The numbers that a version begins with: (2, 0, 7) for 2.0.7, (2, 1) for 2.1rc1."""
    return tuple(int(one) for one in re.match(r"\d*(?:\.\d+)*", version)[0].split(".") if one)  # type: ignore[index]


@dataclass(frozen=True)
class Place:
    """Which system a remedy is for."""

    system: str
    """sys.platform."""
    distribution: str = ""
    """ID and VERSION_ID of /etc/os-release, such as `debian 12`, where there is one."""


def this_place() -> Place:
    """The system that we run on."""
    try:
        with open("/etc/os-release", encoding="utf-8") as file:
            lines = dict(line.rstrip().split("=", 1) for line in file if "=" in line)
    except OSError:
        lines = {}
    words = (lines.get(name, "").strip('"') for name in ("ID", "VERSION_ID"))
    return Place(sys.platform, " ".join(one for one in words if one))


def remedy(libraries: Sequence[str], place: Place) -> HeritageError:
    """What to do about libraries that are missing, too old or broken, on this system: a message with its values."""
    if place.system == "win32":
        return HeritageError(
            "Install QGIS anew with the installer from qgis.org (3.34 or newer), which has {libraries}; in the OSGeo4W "
            "setup they are the packages {packages}. A copy that was installed with pip comes first and may be built "
            "for other libraries: open the OSGeo4W Shell and run: python3 -m pip uninstall {libraries_as_words}.",
            libraries=", ".join(libraries),
            libraries_as_words=" ".join(libraries),
            packages=", ".join(f"python3-{one}" for one in libraries),
        )
    if place.system == "darwin":
        return HeritageError(
            "Install QGIS anew from qgis.org (3.34 or newer), which has {libraries}. A copy from pip comes first and "
            "may be built for other libraries: remove it with QGIS's own Python: "
            "/Applications/QGIS.app/Contents/MacOS/bin/python3 -m pip uninstall {libraries_as_words}.",
            libraries=", ".join(libraries),
            libraries_as_words=" ".join(libraries),
        )
    packages = " ".join(f"python3-{one}" for one in libraries)
    if place.distribution == "debian 12" and "shapely" in libraries:
        return HeritageError(
            "Debian 12's own python3-shapely is 1.8.5, which is too old. Run: sudo apt install {packages}; "
            'then: python3 -m pip install --user --break-system-packages "shapely==2.0.7" "numpy<2". It must be 2.0: '
            "newer copies from pip are built for another GEOS than Debian 12's.",
            packages=" ".join(f"python3-{one}" for one in ("pip", *libraries) if one != "shapely"),
        )
    return HeritageError(
        "Run: sudo apt install {packages}. A copy that was installed with pip comes first and may be built for another "
        "GEOS, GDAL or PROJ than this QGIS's: remove it with python3 -m pip uninstall {libraries_as_words}.",
        packages=packages,
        libraries_as_words=" ".join(libraries),
    )


def _expect(found: object, expected: object) -> None:
    if found != expected:
        raise ValueError(f"expected {expected!r}, found {found!r}")
