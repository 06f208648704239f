#!/usr/bin/env python3
"""Runs every tool on the sample by the real qgis_process, and holds what came out on one system against another.

    tools/elsewhere.py run FOLDER               the runs of tests/helpers/tool_runs.py on this system, into FOLDER
    tools/elsewhere.py compare HERE THERE       every row, attribute and corner of the layers, every height

`tools/test_elsewhere` calls the first in other systems and the second at home.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from comparekit import compare_raster, compare_tables, layers_of

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "helpers"))
from tool_runs import runs  # noqa: E402

NEAR = 0.0011
"""Metres: computed geometry is written to a millimetre, so a corner may lie one millimetre aside and no more."""
NOT_COMPARED = {"layer_styles", "koersel", "hentning"}
"""Styles are QGIS's own writing, which differs from version to version; `koersel` names versions and times, and
`hentning` times and addresses, of which a server of the tests has another each time."""
SECONDS = 600


def run(folder: Path) -> int:
    """Run each tool once; 0 when all ended well."""
    folder.mkdir(parents=True, exist_ok=True)
    print(versions(), flush=True)
    failed = 0
    for number, (tool, _, parameters) in enumerate(runs(folder), 1):
        done = subprocess.run(
            [ROOT / "tools" / "qgis_process", "run", f"lyngby_heritage:{tool}", "-"],
            input=json.dumps({"inputs": parameters}),
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
        print(
            f"{number:3} {tool}: {'fine' if done.returncode == 0 else f'FAILED, exit code {done.returncode}'}",
            flush=True,
        )
        if done.returncode:
            failed += 1
            print("\n".join((done.stdout + done.stderr).strip().splitlines()[-15:]), flush=True)
    print(f"{len(runs(folder)) - failed} of {len(runs(folder))} runs ended well.", flush=True)
    return 1 if failed else 0


def versions() -> str:
    """QGIS, and the libraries that decide the values."""
    script = """
import sys, numpy, shapely
from osgeo import gdal
from qgis.core import Qgis
print(f"QGIS {Qgis.version()}, GDAL {gdal.__version__}, GEOS {Qgis.geosVersion()}, shapely {shapely.__version__}, "
      f"numpy {numpy.__version__}, Python {sys.version.split()[0]}")
"""
    packages = os.pathsep.join(str(one) for one in ROOT.glob(".venv/lib/python3*/site-packages"))
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": packages, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or done.stderr.strip()[-200:]


def compare(here: Path, there: Path, most: int = 5) -> int:
    """Print what differs between the results of two systems; 0 when nothing does."""
    tables = rows = 0
    differing = []
    for file in sorted(one for one in here.rglob("*.gpkg") if one.is_file()):
        other = there / file.relative_to(here)
        if not other.is_file():
            differing.append((file, ["is not there"]))
            continue
        for name, one, two in layers_of(file, other, NOT_COMPARED):
            tables += 1
            rows += len(one.rows) if one is not None else 0
            found = ["is not in both"] if one is None or two is None else list(compare_tables(one, two, NEAR))
            if found:
                differing.append((file, [f"{name}: {one}" for one in found]))
    for file in sorted(here.glob("*.tif")):
        found = list(compare_raster(file, there / file.name, ({}, {})))
        if found:
            differing.append((file, found))
    for file, found in differing:
        print(f"DIFFERS  {file.relative_to(here)}")
        print("\n".join(f"         {line[:200]}" for line in found[:most]))
        if len(found) > most:
            print(f"         … and {len(found) - most} more")
    print(f"{tables} tables of {rows} rows compared, {len(differing)} files differ.")
    return 1 if differing or not tables else 0


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("run", "compare"))
    parser.add_argument("folders", nargs="+", type=Path)
    given = parser.parse_args()
    if len(given.folders) != {"run": 1, "compare": 2}[given.what]:
        parser.error(f"{given.what} takes {'one folder' if given.what == 'run' else 'two folders'}")
    folders = [one.absolute() for one in given.folders]
    return run(*folders) if given.what == "run" else compare(*folders)


if __name__ == "__main__":
    sys.exit(main())
