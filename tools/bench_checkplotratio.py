#!/usr/bin/env python3
"""How long `checkplotratio` takes, beside what QGIS itself needs to read and write the layers that it reads.

Measured is the whole process as a batch job starts it: wall time, processor time and peak memory, on parcels,
buildings, zones, lokalplaner and areas of two storeys. Beside it stands `native:savefeatures` on the parcels and on the
buildings, the two added up; they take turns, so that a slow minute of the machine falls on all. Times are a report and
never fail; the exit code is 1 when a command fails. The data stay in build/bench and are used again.

    tools/bench_checkplotratio.py                            # 40,000 and 400,000 parcels, three runs of each
    tools/bench_checkplotratio.py --sizes 40000 --runs 5
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from benchkit import DATA, Run, command_line, count, data_set, line, remove, save, tool, verdict

PARCELS_PER_PROPERTY = 1.08
SMALL = 100  # properties: what start-up costs without data to speak of
RATIO_LIMIT = 2.5
LAYERS = {
    "PARCELS": "jordstykker",
    "BUILDINGS": "bygninger",
    "ZONES": "zoner",
    "PLANS": "lokalplaner",
    "SUB_AREAS": "delomraader",
    "TWO_STOREY_AREAS": "to_etager",
}


def check(path: Path) -> Run:
    """Run the tool; its result stays in build/bench/plots.gpkg."""
    output = DATA / "plots.gpkg"
    remove(output)
    inputs = [f"{name}={path}|layername={layer}" for name, layer in LAYERS.items()]
    return tool("lyngby_heritage:checkplotratio", *inputs, f"OUTPUT={output}")


def save_both(path: Path) -> Run:
    """What QGIS needs to read and write parcels and buildings, added up."""
    parcels, buildings = save(f"{path}|layername=jordstykker"), save(f"{path}|layername=bygninger")
    return Run(parcels.seconds + buildings.seconds, parcels.cpu + buildings.cpu, max(parcels.peak, buildings.peak))


def bench(sizes: list[int], runs: int) -> None:
    """Measure and print."""
    DATA.mkdir(parents=True, exist_ok=True)
    small = data_set(SMALL)
    start_up = median(check(small).seconds for _ in range(runs + 1))
    table, verdicts, above_start = [], [], []
    for size in sizes:
        path = data_set(round(size / PARCELS_PER_PROPERTY))
        rows = count(path, "jordstykker")
        print(f"{rows:,} parcels, {count(path):,} buildings", file=sys.stderr)
        pairs = [(check(path), save_both(path)) for _ in range(runs)]
        ours, plain = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        table += [line(rows, "checkplotratio", ours), line(rows, "savefeatures, both", plain)]
        ratio = median(a.seconds / b.seconds for a, b in pairs)
        verdicts.append(verdict(f"{rows:,}: time against savefeatures, pair by pair", ratio, RATIO_LIMIT))
        above_start.append((rows, max(median(run.seconds for run in ours) - start_up, 0.01)))
    print(f"Seconds are the median of {runs} runs (least–most); start-up with hardly any data {start_up:.2f} s.\n")
    print(f"{'parcels':>9}  {'':<20}{'seconds':>8}{'':<18}{'CPU s':>8}{'peak MB':>9}")
    print("\n".join(table), end="\n\n")
    (few, short), (many, long) = above_start[0], above_start[-1]
    if many > few:
        verdicts.append(verdict(f"{few:,} to {many:,}: growth in time above start-up", long / short, many / few))
    print("\n".join(verdicts))


if __name__ == "__main__":
    sys.exit(command_line(__doc__ or "", bench))
