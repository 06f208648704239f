#!/usr/bin/env python3
"""How long `delineatevalley` takes on models of rising size, beside QGIS's own slope of the same model.

Measured is the whole process as a batch job starts it: wall time, processor time and peak memory. The models are made:
a winding valley 12 m deep with two side valleys in rolling ground, in cells of 0.4 m. Outlines are worked out on at
most two million cells however large the model is, so that time above that is reading, and memory stays where it is.
Times are a report and never fail; the exit code is 1 when a command fails. The models stay in build/bench.

    tools/bench_delineatevalley.py                           # 4 and 40 million cells, three runs of each
    tools/bench_delineatevalley.py --millions 250 --runs 1   # the municipality in cells of 0.4 m: 1 GB of disk
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from statistics import median

from benchkit import DATA, ENVIRONMENT, ROOT, CommandFailedError, Run, line, remove, tool, verdict

CELL = 0.4
MAKER = """
import sys
sys.path.insert(0, sys.argv[3])
import numpy as np, rasterio
from rasterio.transform import from_origin
from rasterio.windows import Window
path, side = sys.argv[1], int(sys.argv[2])
cell = 0.4
x = (np.arange(side) + 0.5) * cell
middle = side * cell / 2
profile = dict(driver="GTiff", width=side, height=side, count=1, dtype="float32", crs="EPSG:25832", nodata=-9999,
               tiled=True, transform=from_origin(700000, 6200000, cell, cell), bigtiff="if_safer")
with rasterio.open(path, "w", **profile) as file:
    for first in range(0, side, 512):
        rows = min(512, side - first)
        y = ((first + np.arange(rows) + 0.5) * cell)[:, None]
        away = np.abs(x - middle - 60 * np.sin(y / 250))
        plateau = 20 + np.sin(x / 180) + np.sin(y / 220)
        height = np.minimum(plateau, 5 + 0.12 * np.maximum(away - 60, 0))
        for place in (0.3, 0.7):
            across = np.abs(y - place * side * cell)
            side_valley = np.where(x > middle, 6 + 0.01 * (x - middle) + 0.2 * across, 99)
            height = np.minimum(height, side_valley)
        file.write((height - y * 0.0005).astype("float32"), 1, window=Window(0, first, side, rows))
"""


def model(millions: float) -> tuple[Path, Path]:
    """Return a terrain model of so many million cells and its watercourse; made once and then kept."""
    side = round((millions * 1e6) ** 0.5)
    path = DATA / f"terrain-{side}.tif"
    if not path.exists():
        print(f"making {path.relative_to(ROOT)}", file=sys.stderr)
        making = path.with_name("making.tif")
        libraries = next(ROOT.glob(".venv/lib/python3*/site-packages"))
        command = ["/usr/bin/python3", "-c", MAKER, str(making), str(side), str(libraries)]
        subprocess.run(command, check=True, env=ENVIRONMENT)
        making.rename(path)
    stream = path.with_suffix(".geojson")
    if not stream.exists():
        stream.write_text(json.dumps(watercourse(side * CELL)), encoding="utf-8")
    return path, stream


def watercourse(length: float) -> dict:
    """Return the stream in the middle of a model `length` metres wide and high."""
    from math import sin

    points = []
    for step in range(int(length // 10) + 1):
        y = min(10 * step, length)
        points.append([700_000 + length / 2 + 60 * sin(y / 250), 6_200_000 - y])
    return {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}},
        "features": [
            {
                "type": "Feature",
                "properties": {"navn": "Prøveåen"},
                "geometry": {"type": "LineString", "coordinates": points},
            }
        ],
    }


def delineate(dem: Path, stream: Path, height: bool) -> Run:
    """Run the tool; its result stays in build/bench/valley.gpkg."""
    output, raster = DATA / "valley.gpkg", DATA / "height.tif"
    remove(output)
    raster.unlink(missing_ok=True)
    settings = [f"DEM={dem}", f"WATERCOURSES={stream}", f"OUTPUT={output}"]
    return tool("lyngby_heritage:delineatevalley", *settings, *([f"OUTPUT_HEIGHT={raster}"] if height else []))


def slope(dem: Path) -> Run:
    """Let QGIS work out the slope of the model: what reading, one simple step and writing cost."""
    output = DATA / "slope.tif"
    output.unlink(missing_ok=True)
    run = tool("native:slope", f"INPUT={dem}", "Z_FACTOR=1", f"OUTPUT={output}")
    output.unlink()
    return run


def bench(sizes: list[float], runs: int) -> None:
    """Measure and print."""
    DATA.mkdir(parents=True, exist_ok=True)
    table, verdicts = [], []
    for millions in sizes:
        dem, stream = model(millions)
        cells = round(millions * 1e6)
        delineate(dem, stream, False)  # the warm-up
        plain, heights, slopes = [], [], []
        for _ in range(runs):
            plain.append(delineate(dem, stream, False))
            slopes.append(slope(dem))
            heights.append(delineate(dem, stream, True))
        table += [line(cells, "delineatevalley", plain), line(cells, "  with height", heights)]
        table.append(line(cells, "native:slope", slopes))
        seconds = median(run.seconds for run in plain)
        verdicts.append(f"{f'{millions:g} million cells: seconds a million cells':<58}{seconds / millions:8.3f}")
        ratio = median(a.seconds / b.seconds for a, b in zip(heights, slopes))
        verdicts.append(f"{f'{millions:g} million cells: with height, against native:slope':<58}{ratio:8.2f}")
        peak = max(run.peak for run in heights) / 1024
        verdicts.append(verdict(f"{millions:g} million cells: peak memory", peak, 2000, " MB"))
    print(f"Seconds are the median of {runs} runs (least–most).\n")
    print(f"{'cells':>9}  {'':<20}{'seconds':>8}{'':<18}{'CPU s':>8}{'peak MB':>9}")
    print("\n".join([*table, "", *verdicts]))


def main() -> int:
    """Read the command line and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--millions", type=float, nargs="+", default=[4, 40], help="cells of the models, in millions")
    parser.add_argument("--runs", type=int, default=3, help="runs of each command after a warm-up")
    options = parser.parse_args()
    try:
        bench(sorted(options.millions), options.runs)
    except (CommandFailedError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
