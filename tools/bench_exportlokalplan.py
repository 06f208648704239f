#!/usr/bin/env python3
"""How long `exportlokalplan` takes for the package of a whole municipality, with every layer that can be made here.

Measured is the whole process as a batch job starts it. The other layers of the package come from the tools that make
them, where this checkout has them. Times are a report and never fail; the exit code is 1 when a command fails.
The data stay in build/bench and are used again: remove the folder to have them made anew.

    tools/bench_exportlokalplan.py                            # 30,000 buildings, three runs
    tools/bench_exportlokalplan.py --size 3000 --runs 1
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

from benchkit import (
    DATA,
    ENVIRONMENT,
    QGIS_PROCESS,
    ROOT,
    CommandFailedError,
    Run,
    count,
    data_set,
    line,
    tool,
    verdict,
)

BUILDINGS_PER_PROPERTY = 1.93
SECONDS_LIMIT = 50.0
FOLDER = DATA / "lokalplan"


def tools_here() -> set[str]:
    """Return the ids of the tools that this checkout has."""
    said = subprocess.run(
        [str(QGIS_PROCESS), "list"], capture_output=True, text=True, check=True, env=ENVIRONMENT, timeout=120
    )
    return {word for word in said.stdout.split() if word.startswith("lyngby_heritage:")}


def layers(sample: Path) -> list[str]:
    """Make what the package is made of, once per data set, and return the tool's parameters."""
    here = tools_here()
    of = {name: f"{sample}|layername={name}" for name in ("bygninger", "jordstykker", "zoner", "beslutninger")}
    classified = made(
        sample,
        "lyngby_heritage:classifybuildings",
        f"BUILDINGS={of['bygninger']}",
        f"PARCELS={of['jordstykker']}",
        f"DECISIONS={of['beslutninger']}",
    )
    given = [f"BUILDINGS={classified}", f"BOUNDARY={sample}|layername=kommunegraense"]
    given.append(f"LANDSCAPE={sample}|layername=tidligere_landskab")
    if "lyngby_heritage:checkplotratio" in here:
        settings = (f"PARCELS={of['jordstykker']}", f"BUILDINGS={of['bygninger']}", f"ZONES={of['zoner']}")
        given.append(f"PROPERTIES={made(sample, 'lyngby_heritage:checkplotratio', *settings)}")
    if "lyngby_heritage:uniformensembles" in here:
        settings = (f"BUILDINGS={classified}", f"PARCELS={of['jordstykker']}")
        given.append(f"ENSEMBLES={made(sample, 'lyngby_heritage:uniformensembles', *settings)}")
    return given


def made(sample: Path, name: str, *settings: str) -> Path:
    """Return the output of a tool on a data set, made once and then kept."""
    output = sample.with_name(f"{sample.stem}-{name.split(':')[1]}.gpkg")
    if not output.exists():
        print(f"making {output.relative_to(ROOT)}", file=sys.stderr)
        tool(name, *settings, f"OUTPUT={output}")
    return output


def export(given: list[str]) -> Run:
    """Run the tool into an empty folder; its result stays in build/bench/lokalplan."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    return tool("lyngby_heritage:exportlokalplan", *given, f"FOLDER={FOLDER}")


def map_pages() -> int:
    """Return how many pages the maps of the last run have, as QGIS said it."""
    found = re.search(r"PAGE_COUNT:\s*(\d+)", (DATA / "last-run.log").read_text(encoding="utf-8", errors="replace"))
    return int(found[1]) if found else 0


def bench(size: int, runs: int) -> None:
    """Measure and print."""
    DATA.mkdir(parents=True, exist_ok=True)
    sample = data_set(round(size / BUILDINGS_PER_PROPERTY), at_least=size)
    given = layers(sample)
    export(given)  # the warm-up
    done = [export(given) for _ in range(runs)]
    print(f"Seconds are the median of {runs} runs (least–most), into an empty folder. Given: {', '.join(given)}\n")
    print(f"{'buildings':>9}  {'':<20}{'seconds':>8}{'':<18}{'CPU s':>8}{'peak MB':>9}")
    print(line(count(sample), "exportlokalplan", done))
    pages = map_pages()
    cpu = median(run.cpu for run in done)
    print(f"{pages} pages of maps: {1000 * cpu / max(pages, 1):.0f} ms of processor time a page, all else included\n")
    for file in sorted(FOLDER.iterdir()):
        size_of = sum(one.stat().st_size for one in ([file] if file.is_file() else file.rglob("*")) if one.is_file())
        print(f"{file.name:<40}{size_of / 1e6:10.1f} MB")
    print()
    print(verdict("the whole package", median(run.seconds for run in done), SECONDS_LIMIT, " s"))


def main() -> int:
    """Read the command line and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=30_000, help="buildings, at least")
    parser.add_argument("--runs", type=int, default=3, help="runs after a warm-up")
    options = parser.parse_args()
    try:
        bench(options.size, options.runs)
    except CommandFailedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
