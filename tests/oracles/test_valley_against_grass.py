"""`delineatevalley` as qgis_process runs it against the landforms that GRASS sees in the same terrain model."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing

import numpy as np
import pytest
import shapely
from conftest import qgis_process, write_layer
from landscapes import MOELLEAAEN, grid, places

GRASS = shutil.which("grass")

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(GRASS is None, reason="no GRASS: tools/setup-oracle installs it (grass-core)"),
]

FORMS = ["flat", "peak", "ridge", "shoulder", "spur", "slope", "hollow", "footslope", "valley", "pit"]
LOW, HIGH = ("hollow", "footslope", "valley", "pit"), ("peak", "ridge", "shoulder")
SCRIPT = """set -e
r.in.gdal -o input="$DEM" output=dem --quiet
g.region raster=dem
r.geomorphon elevation=dem forms=forms search=$SEARCH flat=1 --quiet
r.out.gdal input=forms output="$OUT" format=GTiff type=Byte --quiet
"""
SEARCH_M = 640
"""How far it looks: beyond the far side of a valley 500 m wide."""


def geomorphon(dem, cell, folder):
    """The form of each cell, 1 … 10, as GRASS names it."""
    script = folder / "forms.sh"
    script.write_text(SCRIPT, encoding="utf-8")
    environment = {
        **{key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PROJ_DATA", "GDAL_DATA")},
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
        "DEM": str(dem),
        "OUT": str(folder / "forms.tif"),
        "SEARCH": str(round(SEARCH_M / cell)),
    }
    command = [GRASS, "--tmp-location", str(dem), "--exec", "sh", str(script)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=200)
    assert done.returncode == 0, done.stdout + done.stderr
    import rasterio

    with rasterio.open(folder / "forms.tif") as file:
        return file.read(1), file.transform


def delineated(dem, stream, folder):
    """The parts of the valley: code → shape."""
    output = folder / "dal.gpkg"
    settings = [f"DEM={dem}", f"WATERCOURSES={stream}", f"OUTPUT={output}"]
    done = qgis_process("run", "lyngby_heritage:delineatevalley", "--", *settings)
    assert done.code == 0, done.log
    with closing(sqlite3.connect(output)) as database:
        rows = database.execute('SELECT "del", geom FROM dal').fetchall()
    codes = {code for code, _ in rows}
    return {
        code: shapely.union_all([shapely.from_wkb(blob[40:]) for one, blob in rows if one == code]) for code in codes
    }


def shares(forms, transform, shape):
    """Of the cells in a shape, the share of each form."""
    from rasterio.features import rasterize

    inside = rasterize([shape], out_shape=forms.shape, transform=transform).astype(bool)
    found = np.bincount(forms[inside], minlength=11)[1:11] / inside.sum()
    return dict(zip(FORMS, found))


def total(found, names):
    return sum(found[name] for name in names)


def test_a_made_landscape(tmp_path):
    import rasterio
    from rasterio.transform import from_origin

    cells = grid(10, wide=1600, high=1600)
    x, y = places(cells)
    main = 0.12 * np.clip(np.abs(x - 800 - 60 * np.sin(y / 200)) - 60, 0, 140)
    side = np.where(x > 800, 3 + 0.008 * (x - 800) + 0.2 * np.abs(y - 800), 99)
    heights = np.minimum(main, side) + np.sin(x / 90) * np.sin(y / 110) * 0.6 + 0.002 * y
    dem = tmp_path / "t.tif"
    place = from_origin(720_000, 6_191_600, 10, 10)
    kind = {"driver": "GTiff", "count": 1, "dtype": "float32", "crs": "EPSG:25832", "transform": place}
    with rasterio.open(dem, "w", width=160, height=160, **kind) as file:
        file.write(heights.astype("float32"), 1)
    north = np.arange(0, 1601, 20)
    points = np.column_stack([720_800 + 60 * np.sin(north / 200), 6_190_000 + north])
    wkt = shapely.to_wkt(shapely.linestrings(points))
    parts = delineated(dem, write_layer(tmp_path / "v.gpkg", "v", [(wkt,)], kind="LINE"), tmp_path)
    forms, transform = geomorphon(dem, 10, tmp_path)
    floor = shares(forms, transform, parts["dalbund"])
    assert total(floor, LOW) > 0.75
    assert total(floor, HIGH) < 0.05
    bottom = parts["sidedal"].intersection(shapely.box(720_000, 6_190_790, 721_600, 6_190_810))
    assert total(shares(forms, transform, bottom), LOW) > 0.9
    whole = shapely.union_all(list(parts.values()))
    outside = shapely.box(720_000, 6_190_000, 721_600, 6_191_600).difference(whole)
    assert shares(forms, transform, outside)["valley"] < 0.5 * floor["valley"]


@pytest.mark.realdata
def test_moelleaadalen_at_raadvad(realdata, tmp_path):
    dem = realdata / "dhm" / "moelleaadalen_raadvad_dtm.tif"
    parts = delineated(dem, write_layer(tmp_path / "v.gpkg", "v", [(MOELLEAAEN,)], kind="LINE"), tmp_path)
    forms, transform = geomorphon(dem, 16, tmp_path)
    floor = shares(forms, transform, parts["dalbund"])
    everywhere = np.bincount(forms.ravel(), minlength=11)[1:11] / forms.size
    assert total(floor, LOW) > 0.75
    assert total(floor, HIGH) < 0.05
    assert total(floor, LOW) > 2 * total(dict(zip(FORMS, everywhere)), LOW)
