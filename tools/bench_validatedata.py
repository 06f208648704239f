#!/usr/bin/env python3
"""How long `validatedata` takes on buildings and parcels, beside what QGIS needs to read and write the buildings.

Measured is the whole process as a batch job starts it. The tool and `native:savefeatures` take turns, so that a slow
minute of the machine falls on both. Times are a report and never fail; the exit code is 1 when a command fails. The
data stay in build/bench and are used again: remove the folder to have them made anew.

    tools/bench_validatedata.py                          # 40,000 buildings with their parcels, three runs
    tools/bench_validatedata.py --sizes 40000 200000 --runs 5
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median

from benchkit import DATA, CommandFailedError, Run, count, data_set, line, print_report, remove, save, tool, verdict

BUILDINGS_PER_PROPERTY = 1.85
SMALL = 100  # properties: what start-up costs without data to speak of
RATIO_LIMIT = 4.0


def validate(path: Path) -> Run:
    """Run the tool on buildings, parcels and plans; its result stays in build/bench/findings.gpkg."""
    output = DATA / "findings.gpkg"
    remove(output)
    layers = {"BUILDINGS": "bygninger", "PARCELS": "jordstykker", "ZONES": "zoner", "PLANS": "lokalplaner"}
    given = [f"{name}={path}|layername={layer}" for name, layer in layers.items()]
    return tool("lyngby_heritage:validatedata", *given, f"OUTPUT={output}")


def bench(sizes: list[int], runs: int) -> None:
    """Measure and print."""
    DATA.mkdir(parents=True, exist_ok=True)
    small = data_set(SMALL)
    start_up = median(validate(small).seconds for _ in range(runs))
    table, verdicts = [], []
    for size in sizes:
        path = data_set(round(size / BUILDINGS_PER_PROPERTY), at_least=size)
        rows = count(path)
        validate(path), save(f"{path}|layername=bygninger")  # the warm-up
        pairs = [(validate(path), save(f"{path}|layername=bygninger")) for _ in range(runs)]
        table.append(line(rows, "validatedata", [pair[0] for pair in pairs]))
        table.append(line(rows, "native:savefeatures", [pair[1] for pair in pairs]))
        ratio = median(ours.seconds / plain.seconds for ours, plain in pairs)
        verdicts.append(verdict(f"{rows:,}: time against savefeatures, pair by pair", ratio, RATIO_LIMIT))
    print_report(
        f"Seconds are the median of {runs} runs (least–most); start-up with hardly any data {start_up:.2f} s.",
        table,
        verdicts,
    )


def main() -> int:
    """Read the command line and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[40_000], help="buildings, at least")
    parser.add_argument("--runs", type=int, default=3, help="runs of each command after a warm-up")
    options = parser.parse_args()
    try:
        bench(sorted(options.sizes), options.runs)
    except CommandFailedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
