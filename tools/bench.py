#!/usr/bin/env python3
"""How long `classifybuildings` takes, beside what QGIS itself needs to read and write the same layer.

Measured is the whole process as a batch job starts it: wall time, processor time and peak memory. The tool and
`native:savefeatures` take turns, so that a slow minute of the machine falls on both. The same rule written with
geopandas (tests/oracles) then does the same job, from the same layers to a GeoPackage, and the two must agree on every
building. Times are a report and never fail; the exit code is 1 when a command fails or the results disagree.
The data stay in build/bench and are used again: remove the folder to have them made anew.

    tools/bench.py                          # 40,000 and 400,000 buildings, five runs of each
    tools/bench.py --sizes 40000 --runs 3
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "build" / "bench"
QGIS_PROCESS = ROOT / "tools" / "qgis_process"
ORACLE_PYTHON = ROOT / ".venv-oracle" / "bin" / "python"
ORACLE = ROOT / "tests" / "oracles" / "classify_oracle.py"

BUILDINGS_PER_PROPERTY = 1.85
SMALL = 100  # properties: what start-up costs without data to speak of
RATIO_LIMIT = 2.0
MEMORY_LIMIT = 3.0  # kB a building
# The Python inside QGIS takes the first python3 on the PATH for its home: that must be the system's.
ENVIRONMENT = {**os.environ, "PATH": f"/usr/bin:/bin:{os.environ.get('PATH', '')}"}
FIGURES = ["bygning_id", "save_vaerdi", "udpeget", "udpegning", "ensartethed", "naboer", "naboer_ens"]


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


# ---- the data and the three commands ---------------------------------------------------------------------------------


def count(path: Path) -> int:
    """Return the number of buildings in a data set."""
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute("SELECT COUNT(*) FROM bygninger").fetchone()[0])


def data_set(properties: int, at_least: int = 1) -> Path:
    """Return sample data with so many properties, or as many more as it takes; made once and then kept."""
    while True:
        path = DATA / f"sample-{properties}.gpkg"
        if not path.exists():
            print(f"making {path.relative_to(ROOT)}", file=sys.stderr)
            making = path.with_name("making.gpkg")
            remove(making)
            settings = [f"PROPERTY_COUNT={properties}", "REGISTERS=false", f"OUTPUT={making}"]
            measured([str(QGIS_PROCESS), "run", "lyngby_heritage:createsampledata", "--", *settings])
            making.rename(path)
        found = count(path)
        if found >= at_least:
            return path
        properties = int(properties * at_least / max(found, 1) * 1.02) + 1


def remove(path: Path) -> None:
    """Remove a GeoPackage with what SQLite may have left beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


def classify(path: Path) -> Run:
    """Run the tool; its result stays in build/bench/classified.gpkg."""
    output = DATA / "classified.gpkg"
    remove(output)
    layers = [f"BUILDINGS={path}|layername=bygninger", f"PARCELS={path}|layername=jordstykker"]
    return measured([str(QGIS_PROCESS), "run", "lyngby_heritage:classifybuildings", "--", *layers, f"OUTPUT={output}"])


def save(path: Path) -> Run:
    """Let QGIS read the buildings and write them as they are."""
    output = DATA / "saved.gpkg"
    remove(output)
    layer = f"INPUT={path}|layername=bygninger"
    return measured([str(QGIS_PROCESS), "run", "native:savefeatures", "--", layer, f"OUTPUT={output}"])


def ask_oracle(path: Path) -> Run:
    """Run the oracle; its result stays in build/bench/oracle.gpkg."""
    output = DATA / "oracle.gpkg"
    remove(output)
    layers = ["--buildings", f"{path}|bygninger", "--parcels", f"{path}|jordstykker"]
    return measured([str(ORACLE_PYTHON), str(ORACLE), *layers, "--out", str(output)])


# ---- do they agree? --------------------------------------------------------------------------------------------------


def disagreements() -> list[str]:
    """Return a line for each building that the tool and the oracle judge otherwise, in the order of the rows."""
    differing = []
    select = f"SELECT {', '.join(FIGURES)} FROM classified ORDER BY fid"
    with (
        closing(sqlite3.connect(DATA / "classified.gpkg")) as tool,
        closing(sqlite3.connect(DATA / "oracle.gpkg")) as oracle,
    ):
        for number, (ours, theirs) in enumerate(zip_longest(tool.execute(select), oracle.execute(select))):
            if ours is None or theirs is None:
                differing.append(f"row {number}: only one of them has it")
            elif not all(map(same, ours, theirs)):
                differing.append(f"row {number}: classifybuildings {list(ours)}, oracle {list(theirs)}")
    return differing


def same(ours: object, theirs: object) -> bool:
    """Return whether two attribute values are one; an empty text is no value."""
    if isinstance(ours, float) and isinstance(theirs, float):
        return abs(ours - theirs) <= 1e-9
    return ours == theirs or (ours in (None, "") and theirs in (None, ""))


# ---- the report ------------------------------------------------------------------------------------------------------


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


def bench(sizes: list[int], runs: int, oracle_runs: int) -> bool:
    """Measure, print, and return whether the tool and the oracle agree."""
    DATA.mkdir(parents=True, exist_ok=True)
    small = data_set(SMALL)
    start_up = median(classify(small).seconds for _ in range(runs + 1))
    table, verdicts, above_start = [], [], []
    agree = True
    for size in sizes:
        path = data_set(round(size / BUILDINGS_PER_PROPERTY), at_least=size)
        rows = count(path)
        classify(path), save(path)  # the warm-up
        pairs = [(classify(path), save(path)) for _ in range(runs)]
        ours, plain = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        table += [line(rows, "classifybuildings", ours), line(rows, "native:savefeatures", plain)]
        ratio = median(a.seconds / b.seconds for a, b in pairs)
        memory = (median(run.peak for run in ours) - median(run.peak for run in plain)) / rows
        verdicts.append(verdict(f"{rows:,}: time against savefeatures, pair by pair", ratio, RATIO_LIMIT))
        verdicts.append(verdict(f"{rows:,}: peak memory above savefeatures", memory, MEMORY_LIMIT, " kB a building"))
        above_start.append((rows, max(median(run.seconds for run in ours) - start_up, 0.01)))
        agree &= beside_oracle(path, rows, ours, oracle_runs, table, verdicts)

    print(f"Seconds are the median of {runs} runs (least–most); start-up with hardly any data {start_up:.2f} s.\n")
    print(f"{'buildings':>9}  {'':<20}{'seconds':>8}{'':<18}{'CPU s':>8}{'peak MB':>9}")
    print("\n".join(table), end="\n\n")
    (few, short), (many, long) = above_start[0], above_start[-1]
    if many > few:
        verdicts.append(verdict(f"{few:,} to {many:,}: growth in time above start-up", long / short, many / few))
    print("\n".join(verdicts))
    return agree


def beside_oracle(path: Path, rows: int, ours: list[Run], runs: int, table: list[str], verdicts: list[str]) -> bool:
    """Run the oracle on the data that the tool has just classified; return whether they agree."""
    if not ORACLE_PYTHON.exists():
        verdicts.append(f"{rows:,}: no oracle, for there is no .venv-oracle (tools/setup-oracle makes it)")
        return True
    theirs = [ask_oracle(path) for _ in range(runs)]
    table.append(line(rows, "oracle (geopandas)", theirs))
    share = median(run.seconds for run in ours) / median(run.seconds for run in theirs)
    verdicts.append(verdict(f"{rows:,}: time against the oracle", share, 1.0))
    differing = disagreements()
    verdicts.append(f"{f'{rows:,}: buildings on which the oracle disagrees':<58}{len(differing):8,}{'':<14} none")
    verdicts += [f"    {text}" for text in differing[:10]]
    return not differing


def main() -> int:
    """Read the command line and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[40_000, 400_000], help="buildings, at least")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command after a warm-up")
    parser.add_argument("--oracle-runs", type=int, default=1, help="runs of the oracle at each size")
    options = parser.parse_args()
    try:
        agree = bench(sorted(options.sizes), options.runs, options.oracle_runs)
    except CommandFailedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
