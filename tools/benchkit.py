"""What the benches share: a process measured from start to end, sample data, and figures beside their limits.

`invented_rows` needs the libraries on the path, as the benches of the core put them there.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "build" / "bench"
QGIS_PROCESS = ROOT / "tools" / "qgis_process"

# The Python inside QGIS takes the first python3 on the PATH for its home: that must be the system's.
ENVIRONMENT = {**os.environ, "PATH": f"/usr/bin:/bin:{os.environ.get('PATH', '')}"}


class CommandFailedError(Exception):
    """A command that did not end well; the text says which and why."""


@dataclass(frozen=True)
class Run:
    """One process from start to end: seconds, processor seconds, and peak memory in kB."""

    seconds: float
    cpu: float
    peak: int


def measured(command: list[str]) -> Run:
    """Run a command and return what it cost; what it says is kept for the case that it fails."""
    log = DATA / "last-run.log"
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, env=ENVIRONMENT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        tail = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
        raise CommandFailedError(f"exit code {process.returncode} from: {' '.join(command)}\n{tail}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def count(path: Path, layer: str = "bygninger") -> int:
    """Return the number of rows of a layer of a data set."""
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute(f'SELECT COUNT(*) FROM "{layer}"').fetchone()[0])


def data_set(properties: int, at_least: int = 1, registers: bool = False, terrain: bool = False) -> Path:
    """Return sample data with so many properties, or as many more as it takes; made once and then kept.

    With `registers` it holds those tables too: FBB, BBR, GeoDanmark, storeys; with `terrain` a model lies beside it.
    """
    while True:
        path = DATA / f"sample-{properties}{'-registers' if registers else ''}{'-terrain' if terrain else ''}.gpkg"
        if not path.exists():
            print(f"making {path.relative_to(ROOT)}", file=sys.stderr)
            making = path.with_name("making.gpkg")
            remove(making)
            settings = [f"PROPERTY_COUNT={properties}", f"REGISTERS={str(registers).lower()}", f"OUTPUT={making}"]
            settings += [f"OUTPUT_DEM={path.with_suffix('.tif')}"] if terrain else []
            measured([str(QGIS_PROCESS), "run", "lyngby_heritage:createsampledata", "--", *settings])
            making.rename(path)
        found = count(path)
        if found >= at_least:
            return path
        properties = int(properties * at_least / max(found, 1) * 1.02) + 1


def invented_rows(houses: int, rolled: Any, labels: Sequence[str], corner: tuple[float, float] = (0.0, 0.0)) -> Any:
    """So many houses of 10 by 10 m, 20 m apart from the south-west `corner` on, half of them unlike the others.

    `rolled` is the generator of numbers that their attributes are drawn from, `labels` what each is called.
    """
    import numpy as np
    import shapely

    from lyngby_heritage.core.neighbourhood.buildings import Rows

    place = np.arange(houses)
    x, y = corner[0] + 20.0 * (place % 200), corner[1] + 20.0 * (place // 200)
    return Rows(
        ids=[str(one) for one in place],
        labels=list(labels),
        geometries=shapely.box(x, y, x + 10, y + 10),
        use=rolled.choice([120.0, 120.0, 130.0], houses),
        year=rolled.choice([1912.0, 1918.0, 1925.0, 1937.0], houses),
        storeys=rolled.choice([1.0, 1.0, 2.0], houses),
        wall=rolled.choice([1.0, 2.0], houses),
        roof=rolled.choice([5.0, 5.0, 3.0], houses),
        area=rolled.choice([90.0, 100.0, 150.0], houses),
        property_ids=[""] * houses,
        bbr_properties=[""] * houses,
    )


def remove(path: Path) -> None:
    """Remove a GeoPackage with what SQLite may have left beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


def tool(name: str, *settings: str) -> Run:
    """Run a tool by its id, with settings `NAME=value`."""
    return measured([str(QGIS_PROCESS), "run", name, "--", *settings])


def save(layer: str) -> Run:
    """Let QGIS read a layer (`file|layername=…`) and write it as it is."""
    output = DATA / "saved.gpkg"
    remove(output)
    return tool("native:savefeatures", f"INPUT={layer}", f"OUTPUT={output}")


def line(rows: int, name: str, runs: list[Run]) -> str:
    """Return a row of the table of what each command cost."""
    seconds = [run.seconds for run in runs]
    spread = f"{median(seconds):8.2f} ({min(seconds):.2f}–{max(seconds):.2f})"
    cpu, peak = median(run.cpu for run in runs), median(run.peak for run in runs) / 1024
    return f"{rows:>9,}  {name:<20}{spread:<26}{cpu:8.2f}{peak:9.0f}"


def verdict(name: str, value: float, limit: float, unit: str = "") -> str:
    """Return a figure beside its limit, marked where it is over it."""
    mark = "   OVER THE LIMIT" if value > limit else ""
    return f"{name:<58}{value:8.2f}{unit:<14} at most {limit:.2f}{mark}"


def command_line(
    about: str, measure: Callable[[list[int], int], None], runs: int = 3, sizes: Sequence[int] = (40_000, 400_000)
) -> int:
    """Read `--sizes` and `--runs`, measure, and return the exit code; `about` is the docstring of the bench."""
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=list(sizes), help="buildings, at least")
    parser.add_argument("--runs", type=int, default=runs, help="runs of each command after a warm-up")
    options = parser.parse_args()
    try:
        measure(sorted(options.sizes), options.runs)
    except CommandFailedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def print_report(opening: str, table: list[str], verdicts: list[str], rows: str = "buildings") -> None:
    """Print what was measured under an opening sentence; `rows` is what the table's first column counts."""
    print(f"{opening}\n")
    print(f"{rows:>9}  {'':<20}{'seconds':>8}{'':<18}{'CPU s':>8}{'peak MB':>9}")
    print("\n".join(table), end="\n\n")
    print("\n".join(verdicts))
