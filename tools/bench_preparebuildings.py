#!/usr/bin/env python3
"""How long `preparebuildings` takes to join four registers, beside what QGIS needs to read and write two of them.

Measured is the whole process as a batch job starts it. Beside it stands the time in which `native:savefeatures` reads
and writes BBR's buildings and GeoDanmark's polygons as they are, one after the other: the two layers that the result
is made of. FBB's points and the storeys, which the tool reads too, are not counted for QGIS. Times are a report and
never fail; the exit code is 1 when a command fails. The data stay in build/bench and are used again.

    tools/bench_preparebuildings.py                          # 40,000 and 400,000 buildings, three runs of each
    tools/bench_preparebuildings.py --sizes 40000 --runs 1
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from benchkit import (
    DATA,
    Run,
    command_line,
    count,
    data_set,
    line,
    print_report,
    remove,
    save,
    tool,
    verdict,
)

BUILDINGS_PER_PROPERTY = 1.85
SMALL = 100  # properties: what start-up costs without data to speak of
RATIO_LIMIT = 3.0
INPUTS = {"SAVE": "fbb", "FOOTPRINTS": "geodanmark_bygning", "BBR": "bbr", "FLOORS": "etager"}
SAVED = ("bbr", "geodanmark_bygning")


def prepare(path: Path) -> Run:
    """Run the tool; its result stays in build/bench/prepared.gpkg."""
    output = DATA / "prepared.gpkg"
    remove(output)
    layers = [f"{name}={path}|layername={layer}" for name, layer in INPUTS.items()]
    return tool("lyngby_heritage:preparebuildings", *layers, f"OUTPUT={output}")


def saved(path: Path) -> Run:
    """Let QGIS read and write the two layers of buildings."""
    runs = [save(f"{path}|layername={layer}") for layer in SAVED]
    return Run(sum(run.seconds for run in runs), sum(run.cpu for run in runs), max(run.peak for run in runs))


def bench(sizes: list[int], runs: int) -> None:
    """Measure and print."""
    DATA.mkdir(parents=True, exist_ok=True)
    small = data_set(SMALL, registers=True)
    start_up = median(prepare(small).seconds for _ in range(runs + 1))
    table, verdicts = [], []
    for size in sizes:
        path = data_set(round(size / BUILDINGS_PER_PROPERTY), at_least=size, registers=True)
        prepare(path), saved(path)  # the warm-up
        pairs = [(prepare(path), saved(path)) for _ in range(runs)]
        rows = count(DATA / "prepared.gpkg", "prepared")
        ours, plain = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        table += [line(rows, "preparebuildings", ours), line(rows, "savefeatures, twice", plain)]
        ratio = median(a.seconds / b.seconds for a, b in pairs)
        verdicts.append(verdict(f"{rows:,}: time against savefeatures, pair by pair", ratio, RATIO_LIMIT))
    print_report(
        f"Seconds are the median of {runs} runs (least–most); start-up with hardly any data {start_up:.2f} s.",
        table,
        verdicts,
    )


if __name__ == "__main__":
    sys.exit(command_line(__doc__ or "", bench))
