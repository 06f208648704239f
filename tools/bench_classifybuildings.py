#!/usr/bin/env python3
"""How long `classifybuildings` takes, beside what QGIS itself needs to read and write the same layer.

Measured is the whole process as a batch job starts it: wall time, processor time and peak memory. The tool and
`native:savefeatures` take turns, so that a slow minute of the machine falls on both. The same rule written with
geopandas (tests/oracles) then does the same job, from the same layers to a GeoPackage, and the two must agree on every
building. Times are a report and never fail; the exit code is 1 when a command fails or the results disagree.
The data stay in build/bench and are used again: remove the folder to have them made anew.

    tools/bench_classifybuildings.py                          # 40,000 and 400,000 buildings, five runs of each
    tools/bench_classifybuildings.py --sizes 40000 --runs 3
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from contextlib import closing
from itertools import zip_longest
from pathlib import Path
from statistics import median

from benchkit import DATA, ROOT, CommandFailedError, Run, count, data_set, line, measured, remove, save, tool, verdict

ORACLE_PYTHON = ROOT / ".venv-oracle" / "bin" / "python"
ORACLE = ROOT / "tests" / "oracles" / "classify_oracle.py"

BUILDINGS_PER_PROPERTY = 1.85
SMALL = 100  # properties: what start-up costs without data to speak of
RATIO_LIMIT = 2.0
MEMORY_LIMIT = 3.0  # kB a building
FIGURES = ["bygning_id", "save_vaerdi", "udpeget", "udpegning", "ensartethed", "naboer", "naboer_ens"]


def classify(path: Path) -> Run:
    """Run the tool; its result stays in build/bench/classified.gpkg."""
    output = DATA / "classified.gpkg"
    remove(output)
    layers = [f"BUILDINGS={path}|layername=bygninger", f"PARCELS={path}|layername=jordstykker"]
    return tool("lyngby_heritage:classifybuildings", *layers, f"OUTPUT={output}")


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
        classify(path), save(f"{path}|layername=bygninger")  # the warm-up
        pairs = [(classify(path), save(f"{path}|layername=bygninger")) for _ in range(runs)]
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
