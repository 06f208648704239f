#!/usr/bin/env python3
"""How long `maplandscape` takes, beside what QGIS itself needs to read and write the same buildings.

The themes are polygons of some dozen corners scattered over the town, overlapping one another. Measured is the whole
process as a batch job starts it; the tool and `native:savefeatures` take turns. Times are a report and never fail.

    tools/bench_maplandscape.py                          # 40,000 and 400,000 buildings, three runs of each
    tools/bench_maplandscape.py --sizes 40000 --runs 1
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from statistics import median

from benchkit import DATA, CommandFailedError, Run, count, data_set, line, remove, save, tool, verdict

THEMES = (
    "paragraf3",
    "lavbund",
    "landskab",
    "geologi",
    "fredning",
    "aabeskyttelse",
    "skovbyggelinje",
    "kirkebyggelinje",
    "kulturmiljoe",
    "stoej",
)
CORNERS = 24
BUILDINGS_PER_PROPERTY = 1.85
RATIO_LIMIT = 3.0


def extent(path: Path) -> tuple[float, float, float, float]:
    """Return the extent of the buildings."""
    query = "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'bygninger'"
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchone()


def layers(path: Path, polygons: int) -> list[Path]:
    """Write a layer for each theme, together with so many polygons, over the town; made once and then kept."""
    west, south, east, north = extent(path)
    made = []
    dice = random.Random(173)
    for theme in THEMES:
        file = DATA / f"{path.stem}-{polygons}" / f"{theme}.geojson"
        made.append(file)
        if file.exists():
            continue
        file.parent.mkdir(exist_ok=True)
        features = []
        for number in range(polygons // len(THEMES)):
            x, y, reach = dice.uniform(west, east), dice.uniform(south, north), dice.uniform(15, 90)
            turns = [2 * math.pi * corner / CORNERS for corner in range(CORNERS)]
            ring = [
                [round(x + reach * dice.uniform(0.8, 1.2) * math.cos(turn), 2), round(y + reach * math.sin(turn), 2)]
                for turn in turns
            ]
            properties = {"Objekt_id": f"{theme}-{number}", "navn": f"{theme} {number}", "Statuskode": 3}
            shape = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
            features.append({"type": "Feature", "properties": properties, "geometry": shape})
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
        content = {"type": "FeatureCollection", "crs": crs, "features": features}
        file.write_text(json.dumps(content), encoding="utf-8")
    return made


def map_landscape(path: Path, themes: list[Path]) -> Run:
    """Run the tool with buildings and parcels; its results stay in build/bench."""
    outputs = [DATA / f"landscape-{name}.gpkg" for name in ("designations", "buildings", "properties")]
    for output in outputs:
        remove(output)
    return tool(
        "lyngby_heritage:maplandscape",
        *(f"LAYERS={theme}" for theme in themes),
        f"BUILDINGS={path}|layername=bygninger",
        f"PARCELS={path}|layername=jordstykker",
        *(f"{name}={file}" for name, file in zip(("OUTPUT", "OUTPUT_BUILDINGS", "OUTPUT_PROPERTIES"), outputs)),
    )


def buildings_only(path: Path, themes: list[Path]) -> Run:
    """Run the tool with the buildings alone."""
    outputs = [DATA / f"landscape-{name}.gpkg" for name in ("designations", "buildings")]
    for output in outputs:
        remove(output)
    return tool(
        "lyngby_heritage:maplandscape",
        *(f"LAYERS={theme}" for theme in themes),
        f"BUILDINGS={path}|layername=bygninger",
        *(f"{name}={file}" for name, file in zip(("OUTPUT", "OUTPUT_BUILDINGS"), outputs)),
    )


def bench(sizes: list[int], runs: int, polygons: int) -> None:
    """Measure and print."""
    DATA.mkdir(parents=True, exist_ok=True)
    table, verdicts = [], []
    for size in sizes:
        path = data_set(round(size / BUILDINGS_PER_PROPERTY), at_least=size)
        rows = count(path)
        themes = layers(path, polygons)
        buildings_only(path, themes), save(f"{path}|layername=bygninger")  # the warm-up
        pairs = [(buildings_only(path, themes), save(f"{path}|layername=bygninger")) for _ in range(runs)]
        whole = map_landscape(path, themes)
        parcels = save(f"{path}|layername=jordstykker")
        ours, plain = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        table += [line(rows, "maplandscape", ours), line(rows, "native:savefeatures", plain)]
        table += [line(rows, "… with parcels", [whole]), line(rows, "savefeatures parcels", [parcels])]
        ratio = median(one.seconds / other.seconds for one, other in pairs)
        verdicts.append(verdict(f"{rows:,}: time against savefeatures, pair by pair", ratio, RATIO_LIMIT))
    print(f"{polygons:,} designations in {len(THEMES)} themes; seconds are the median of {runs} runs (least–most).\n")
    print(f"{'buildings':>9}  {'':<20}{'seconds':>8}{'':<18}{'CPU s':>8}{'peak MB':>9}")
    print("\n".join(table), end="\n\n")
    print("\n".join(verdicts))


def main() -> int:
    """Read the command line and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[40_000, 400_000], help="buildings, at least")
    parser.add_argument("--runs", type=int, default=3, help="runs of each command after a warm-up")
    parser.add_argument("--polygons", type=int, default=10_000, help="designations in all")
    options = parser.parse_args()
    try:
        bench(sorted(options.sizes), options.runs, options.polygons)
    except CommandFailedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
