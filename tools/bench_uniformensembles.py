#!/usr/bin/env python3
"""How long `uniformensembles` takes beside `classifybuildings` on the same buildings and parcels.

Both read the same layers and compare the same neighbours; the one then draws outlines, the other gives each building a
reason. They take turns, so that a slow minute of the machine falls on both. Times are a report and never fail.

    tools/bench_uniformensembles.py                          # 40,000 and 400,000 buildings, three runs of each
    tools/bench_uniformensembles.py --sizes 40000 --runs 1
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
    tool,
    verdict,
)

BUILDINGS_PER_PROPERTY = 1.85
RATIO_LIMIT = 1.5


def run(name: str, path: Path, *settings: str) -> Run:
    """Run one of the tools on a data set."""
    output = DATA / f"{name}.gpkg"
    remove(output)
    layers = [f"BUILDINGS={path}|layername=bygninger", f"PARCELS={path}|layername=jordstykker"]
    return tool(f"lyngby_heritage:{name}", *layers, *settings, f"OUTPUT={output}")


def bench(sizes: list[int], runs: int) -> None:
    """Measure and print."""
    DATA.mkdir(parents=True, exist_ok=True)
    table, verdicts = [], []
    for size in sizes:
        path = data_set(round(size / BUILDINGS_PER_PROPERTY), at_least=size)
        rows = count(path)
        for method in ("1", "2"):
            setting = f"NEIGHBOUR_METHOD={method}"
            pairs = [
                (run("uniformensembles", path, setting), run("classifybuildings", path, setting)) for _ in range(runs)
            ]
            ours, theirs = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
            table += [line(rows, f"ensembles, {method}", ours), line(rows, f"classify, {method}", theirs)]
            ratio = median(a.seconds / b.seconds for a, b in pairs)
            verdicts.append(verdict(f"{rows:,}: time against classifybuildings, method {method}", ratio, RATIO_LIMIT))
    print_report(
        f"Seconds are the median of {runs} runs (least–most); method 1 is adjoining, 2 also opposite properties.",
        table,
        verdicts,
    )


if __name__ == "__main__":
    sys.exit(command_line(__doc__ or "", bench))
