#!/usr/bin/env python3
"""How long a step of the sliders takes: the designation of 40,000 buildings of value 4 under other thresholds.

The town is invented: houses 20 m apart, each with eight neighbours within reach, half of them unlike the others. Times
are a report and never fail; the exit code is 1 when a step gives anything else than a run with the same thresholds.

    tools/bench_livethresholds.py                  # 40,000 buildings, 200 steps
    tools/bench_livethresholds.py --size 400000
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from statistics import median

from benchkit import ROOT, invented_rows, verdict

sys.path[:0] = [str(ROOT), *(str(one) for one in (ROOT / ".venv" / "lib").glob("python3*/site-packages"))]

LIMIT = 100.0  # ms a step


def main() -> int:
    """Read the command line, measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=40_000, help="buildings")
    parser.add_argument("--steps", type=int, default=200, help="thresholds tried")
    options = parser.parse_args()
    import numpy as np

    from lyngby_heritage.core.designation.classify import Settings, classify
    from lyngby_heritage.core.designation.live import Choice, LiveThresholds
    from lyngby_heritage.core.neighbourhood.likeness import Thresholds

    rolled = np.random.default_rng(173)
    count = options.size
    save = np.full(count, 4, dtype=np.int8)
    rows = invented_rows(count, rolled, [str(one) for one in range(count)])
    thresholds = Thresholds(
        min_attributes=2,
        similarity=0.75,
        year_tolerance=10.0,
        area_tolerance=25.0,
        min_neighbours=2,
        uniform_share=0.6,
    )
    settings = Settings(3, 15.0, 20.0, thresholds, 0)
    classified = classify(rows, save, save.tolist(), settings)
    started = time.perf_counter()
    live = LiveThresholds(classified, thresholds, 0)
    made = 1000 * (time.perf_counter() - started)
    tried = [
        Choice(*one)
        for one in zip(
            rolled.uniform(0, 1, options.steps).tolist(),
            rolled.uniform(0.3, 1, options.steps).tolist(),
            rolled.integers(0, 30, options.steps).tolist(),
            rolled.integers(0, 6, options.steps).tolist(),
        )
    ]
    steps = []
    for choice in tried:
        started = time.perf_counter()
        live.designated(choice)
        steps.append(1000 * (time.perf_counter() - started))
    print(f"{count:,} buildings, {len(classified.graph.source):,} pairs; made once in {made:.0f} ms")
    print(verdict("a step, the median", median(steps), LIMIT, " ms"))
    print(verdict("a step, the slowest", max(steps), LIMIT, " ms"))
    for choice in tried[:2]:
        chosen = {name: getattr(choice, name) for name in Choice.__dataclass_fields__}
        run = classify(rows, save, save.tolist(), replace(settings, thresholds=replace(thresholds, **chosen)))
        if (run.designation.designated != live.designated(choice)).any():
            print(f"A run with {choice} gives something else.", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
