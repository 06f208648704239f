#!/usr/bin/env python3
"""How long the main job takes for a municipality, and where the time goes.

Measured is the whole process as a batch job starts it, on sample data of the size of Lyngby-Taarbæk: from the layers to
the package with its maps and website. The job itself says what each step took. Times are a report and never fail; the
exit code is 1 when the job fails. The data stay in build/bench and are used again.

    tools/bench_heritageplan.py                    # 30,000 buildings on 16,000 properties, three runs
    tools/bench_heritageplan.py --sizes 5000 --runs 1
"""

from __future__ import annotations

import re
import shutil
import sys
from statistics import median

from benchkit import DATA, command_line, count, data_set, line, print_report, tool, verdict

BUILDINGS_PER_PROPERTY = 1.92
SECONDS_LIMIT = 60.0
SECONDS_LIMIT_FOR = 31_000  # buildings


def bench(sizes: list[int], runs: int) -> None:
    """Measure and print."""
    DATA.mkdir(parents=True, exist_ok=True)
    table, verdicts = [], []
    for size in sizes:
        path = data_set(round(size / BUILDINGS_PER_PROPERTY), at_least=size, terrain=True)
        rows = count(path)
        done, steps = [], {}
        for _ in range(runs):
            shutil.rmtree(DATA / "plan", ignore_errors=True)
            settings = (f"INPUT={path}", f"DEM={path.with_suffix('.tif')}", f"FOLDER={DATA / 'plan'}")
            done.append(tool("lyngby_heritage:heritageplan", *settings))
            said = (DATA / "last-run.log").read_text(encoding="utf-8")
            for name, seconds in re.findall(r"([a-z]+): ([0-9.]+) s$", said, re.MULTILINE):
                steps.setdefault(name, []).append(float(seconds))
        table.append(line(rows, "heritageplan", done))
        table += [f"{'':>9}  {name:<20}{median(seconds):8.2f}" for name, seconds in steps.items()]
        seconds = median(run.seconds for run in done)
        limit = SECONDS_LIMIT * max(1.0, rows / SECONDS_LIMIT_FOR)
        verdicts.append(verdict(f"{rows:,}: from the layers to the package", seconds, limit, " s"))
    print_report(f"Seconds are the median of {runs} runs (least–most), then of each step.", table, verdicts)


if __name__ == "__main__":
    sys.exit(command_line(__doc__ or "", bench, sizes=(30_000,)))
