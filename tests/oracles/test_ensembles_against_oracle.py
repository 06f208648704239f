"""`uniformensembles` as qgis_process runs it against groups that networkx finds, figure by figure."""

import csv
import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from conftest import qgis_process

ROOT = Path(__file__).resolve().parents[2]
ORACLES = ROOT / "tests" / "oracles"
PYTHON = ROOT / ".venv-oracle" / "bin" / "python"
FIELDS = ("antal_bygninger", "antal_save", "save_middel", "opfoert_fra", "opfoert_til", "anvendelse", "ensartethed")

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(not PYTHON.exists(), reason="no .venv-oracle: tools/setup-oracle makes it"),
]

POLYGONS = {"buildings": "bygninger", "parcels": "jordstykker"}
POINTS = {"buildings": "punkter", "parcels": "jordstykker", "context": "kontekst"}
CASES = {
    "adjoining": {**POLYGONS, "min_buildings": 2},
    "opposite, points in a context": {**POINTS, "method": 2, "min_buildings": 3},
    "distance, no parcels": {"buildings": "bygninger", "min_buildings": 4, "neighbour_distance": 25},
    "strict": {**POLYGONS, "method": 3, "similarity": 1, "year_tolerance": 2, "min_buildings": 2},
}
USES = {
    words: float(code)
    for code, words in json.loads(
        (ROOT / "lyngby_heritage" / "data" / "registers" / "bbr_codes.json").read_text(encoding="utf-8")
    )["use"].items()
}
"""The codes behind the words of an ensemble's use."""


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    path = tmp_path_factory.mktemp("oracle") / "town.gpkg"
    subprocess.run([PYTHON, "-E", ORACLES / "make_town.py", path], check=True, capture_output=True)
    return path


def by_oracle(town, settings, target):
    options = []
    for name, value in settings.items():
        is_layer = name in ("buildings", "parcels", "context")
        options += [f"--{name.replace('_', '-')}", f"{town}|{value}" if is_layer else str(value)]
    subprocess.run([PYTHON, "-E", ORACLES / "ensembles_oracle.py", *options, "--out", target], check=True)
    with target.open(newline="", encoding="utf-8") as file:
        return sorted(
            (
                *(float(row[name]) if row[name] else None for name in FIELDS[:-1]),
                round(int(row["ens"]) / int(row["sammenligninger"]), 6),
            )
            for row in csv.DictReader(file)
        )


def by_tool(town, settings, target):
    names = {"context": "CONTEXT_BUILDINGS", "method": "NEIGHBOUR_METHOD"}
    parameters = []
    for name, value in settings.items():
        is_layer = name in ("buildings", "parcels", "context")
        parameters.append(f"{names.get(name, name.upper())}={f'{town}|layername={value}' if is_layer else value}")
    done = qgis_process("run", "lyngby_heritage:uniformensembles", "--", *parameters, f"OUTPUT={target}")
    assert done.code == 0, done.log
    with closing(sqlite3.connect(target)) as database:
        rows = database.execute(f"SELECT {', '.join(FIELDS)} FROM {target.stem}").fetchall()
    return sorted(tuple(plain(value) for value in row) for row in rows)


def plain(value):
    if isinstance(value, str):  # række-, kæde- og klyngehus: 131; a code that BBR does not list stands as it is
        return USES[value] if value in USES else float(value)
    return value if value is None else float(value)


@pytest.mark.parametrize("settings", CASES.values(), ids=CASES.keys())
def test_tool_and_oracle_find_the_same_groups(town, tmp_path, settings):
    expected = by_oracle(town, settings, tmp_path / "oracle.csv")
    assert by_tool(town, settings, tmp_path / "tool.gpkg") == expected
    assert len(expected) >= 3  # the town gives cause for several groups
