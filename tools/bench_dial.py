#!/usr/bin/env python3
"""How large the dial of a report gets, how long it takes to make, and how fast a browser counts it again.

The town is invented: 40,000 houses 20 m apart, each on a plot of its own and unlike half of the others. Once each is
of value 4, once a fifth of them. What the dial adds to the tool is measured on as many buildings of sample data, with
and without one. Times are a report and never fail; the exit code is 1 when the file is too large, or
when the browser counts anything else than a run of the core with the same settings.

    tools/bench_dial.py                  # 40,000 buildings
    tools/bench_dial.py --size 4000
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from benchkit import DATA, ROOT, count, data_set, invented_rows, remove, tool, verdict

sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "helpers")]
sys.path[2:2] = [str(one) for one in (ROOT / ".venv" / "lib").glob("python3*/site-packages")]

from profiles import profile_in  # noqa: E402 - lies beside the tests

BUILDINGS_PER_PROPERTY = 1.85
LIMIT = 100.0  # ms a recount
MOST_MB = 7.0  # of the data in the page
SHARE = 15.0  # % of the time of the tool with its report
COUNT = """
const model = Dial.read(JSON.parse(document.getElementById("dial-data").textContent));
const times = [], found = [];
for (const settings of arguments[0]) {
  const start = performance.now();
  const counts = Dial.counts(model, Dial.outcome(model, settings));
  times.push(performance.now() - start);
  found.push(counts.designated);
}
times.sort((a, b) => a - b);
return {median: times[times.length >> 1], slowest: times[times.length - 1], found};
"""


def town(houses: int, share: float) -> tuple[Any, Any, Any]:
    """Rows, SAVE values and parcels of so many houses, of which a share is of value 4 and the others of 5."""
    import numpy as np
    import shapely

    from lyngby_heritage.core.neighbourhood.properties import Parcels

    rolled = np.random.default_rng(173)
    labels = [f"Lindegårdsvej {one}, 2800 Kongens Lyngby" for one in range(houses)]
    rows = invented_rows(houses, rolled, labels, (500_000.0, 6_100_000.0))
    save = np.where(rolled.random(houses) < share, 4, 5).astype(np.int8)
    west, south, east, north = shapely.bounds(rows.geometries).T
    return rows, save, Parcels(shapely.box(west - 5, south - 5, east + 5, north + 5), np.arange(houses))


def main() -> int:
    """Read the command line, measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=40_000, help="buildings")
    parser.add_argument("--runs", type=int, default=3, help="runs of the tool with and without a dial")
    options = parser.parse_args()
    done = max(bench(options.size, 1.0), bench(options.size, 0.2))
    of_the_tool(options.size, options.runs)
    return done


def of_the_tool(size: int, runs: int) -> None:
    """Print what the dial adds to the processor time of `classifybuildings` with its report."""
    DATA.mkdir(parents=True, exist_ok=True)
    path = data_set(round(size / BUILDINGS_PER_PROPERTY), at_least=size)
    profile = profile_in(DATA / "no-dial", {"rules/dial.json": {"most_mb": 0}})
    layers = [f"BUILDINGS={path}|layername=bygninger", f"PARCELS={path}|layername=jordstykker"]

    def run(*more: str) -> float:
        output = DATA / "dial.gpkg"
        remove(output)
        outputs = [f"OUTPUT={output}", f"OUTPUT_HTML={output.with_suffix('.html')}"]
        return tool("lyngby_heritage:classifybuildings", *layers, *outputs, *more).cpu

    pairs = [(run(f"PROFILE={profile}"), run()) for _ in range(runs + 1)][1:]  # the first is the warm-up
    without, with_one = (median(one) for one in zip(*pairs))
    print(f"\nThe tool on {count(path):,} sample buildings: {without:.1f} s of processor, with a dial {with_one:.1f} s")
    print(verdict("what the dial adds", 100 * (median(b / a for a, b in pairs) - 1), SHARE, " %"))


def bench(size: int, share: float) -> int:
    """Measure one town, print, and return 1 for what may not be."""
    import numpy as np
    from webdriver import Browser

    from lyngby_heritage.core.designation.classify import Settings, classify
    from lyngby_heritage.core.designation.dial import make_dial
    from lyngby_heritage.core.neighbourhood.likeness import Thresholds
    from lyngby_heritage.core.report.dial import dial_page

    rows, save, parcels = town(size, share)
    chosen = Thresholds(
        min_attributes=2,
        similarity=0.75,
        year_tolerance=10.0,
        area_tolerance=25.0,
        min_neighbours=2,
        uniform_share=0.6,
    )
    settings = Settings(0, 40.0, 20.0, chosen, 0)
    started = time.perf_counter()
    classified = classify(rows, save, save.tolist(), settings, parcels)
    classified.outcome(0)
    run = time.perf_counter() - started
    started = time.perf_counter()
    dial = make_dial(classified, settings, rows.labels, np.zeros(size, dtype=bool))
    page = dial_page(dial, settings.basis(True, (), ()))
    made = time.perf_counter() - started
    if dial is None or page is None:
        print("There is no dial.", file=sys.stderr)
        return 1
    pairs = len(dial.distance) + (0 if dial.plots is None else len(dial.plots))
    print(
        f"\n{size:,} buildings, {len(dial):,} of value 4, {pairs:,} pairs; distances up to "
        f"{dial.neighbour_steps[-1]:g} m,"
    )
    print(f"opposite up to {dial.opposite_steps[-1]:g} m; made in {made:.1f} s beside {run:.1f} s of the core")
    print(verdict("in the page", len(page.payload) / 1e6, MOST_MB, " MB"))
    rolled = np.random.default_rng(4)
    tried = [
        {
            "UNIFORM_SHARE": rolled.integers(0, 101) / 100,
            "SIMILARITY": rolled.integers(30, 101) / 100,
            "YEAR_TOLERANCE": int(rolled.integers(0, 30)),
            "MIN_NEIGHBOURS": int(rolled.integers(1, 6)),
            "VALUE4_RULE": 0,
            "NEIGHBOUR_METHOD": one % 3 + 1,
            "NEIGHBOUR_DISTANCE": int(rolled.integers(5, dial.neighbour_steps[-1] + 1)),
            "OPPOSITE_DISTANCE": int(rolled.integers(0, dial.opposite_steps[-1] + 1)),
        }
        for one in range(100)
    ]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "dial.html"
        scripts = "".join(f"<script>{one}</script>" for one in page.scripts[:1])
        data = f'<script type="application/json" id="dial-data">{page.payload}</script>'
        file.write_text(f"<!DOCTYPE html><meta charset=utf-8>{data}{scripts}", encoding="utf-8")
        with Browser(Path(folder) / "profile") as browser:
            browser.open(file.as_uri())
            counted = browser.run(COUNT, json.loads(json.dumps(tried)))
    print(verdict("a recount in Chromium, the median", counted["median"], LIMIT, " ms"))
    print(verdict("a recount in Chromium, the slowest", counted["slowest"], LIMIT, " ms"))
    for one, found in list(zip(tried, counted["found"]))[:3]:
        thresholds = replace(
            chosen,
            uniform_share=one["UNIFORM_SHARE"],
            similarity=one["SIMILARITY"],
            year_tolerance=one["YEAR_TOLERANCE"],
            min_neighbours=one["MIN_NEIGHBOURS"],
        )
        again = Settings(one["NEIGHBOUR_METHOD"], one["NEIGHBOUR_DISTANCE"], one["OPPOSITE_DISTANCE"], thresholds, 0)
        expected = int(classify(rows, save, save.tolist(), again, parcels).designation.designated.sum())
        if expected != found:
            print(f"A run with {one} designates {expected}, the browser {found}.", file=sys.stderr)
            return 1
    return int(len(page.payload) > MOST_MB * 1e6)


if __name__ == "__main__":
    sys.exit(main())
