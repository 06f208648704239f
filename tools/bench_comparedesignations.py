#!/usr/bin/env python3
"""How long `comparedesignations` takes beside what QGIS needs to read both layers and write one.

Two designations of the same buildings, by different thresholds, are compared; `native:savefeatures` reads and writes
each of them, so that the same is read. Times are a report and never fail.

    tools/bench_comparedesignations.py                          # 40,000 and 400,000 buildings, three runs of each
    tools/bench_comparedesignations.py --sizes 40000 --runs 1
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
RATIO_LIMIT = 1.5


def designation(path: Path, share: float) -> Path:
    """A designation of a data set with this UNIFORM_SHARE, made once and then kept."""
    output = DATA / f"{path.stem}-{share}.gpkg"
    if not output.exists():
        layers = [f"BUILDINGS={path}|layername=bygninger", f"PARCELS={path}|layername=jordstykker"]
        tool("lyngby_heritage:classifybuildings", *layers, f"UNIFORM_SHARE={share}", f"OUTPUT={output}")
    return output


def compare(before: Path, after: Path) -> Run:
    """Run the tool on two designations."""
    output = DATA / "compared.gpkg"
    remove(output)
    return tool("lyngby_heritage:comparedesignations", f"BEFORE={before}", f"AFTER={after}", f"OUTPUT={output}")


def bench(sizes: list[int], runs: int) -> None:
    """Measure and print."""
    DATA.mkdir(parents=True, exist_ok=True)
    table, verdicts = [], []
    for size in sizes:
        path = data_set(round(size / BUILDINGS_PER_PROPERTY), at_least=size)
        rows = count(path)
        before, after = designation(path, 0.8), designation(path, 0.6)
        turns = [(compare(before, after), save(str(before)), save(str(after))) for _ in range(runs)]
        ours, plain = [turn[0] for turn in turns], [turn[1] for turn in turns]
        table += [line(rows, "comparedesignations", ours), line(rows, "native:savefeatures", plain)]
        ratio = median(a.seconds / (b.seconds + c.seconds) for a, b, c in turns)
        verdicts.append(verdict(f"{rows:,}: time against saving both layers", ratio, RATIO_LIMIT))
    print_report(f"Seconds are the median of {runs} runs (least–most).", table, verdicts)


if __name__ == "__main__":
    sys.exit(command_line(__doc__ or "", bench))
