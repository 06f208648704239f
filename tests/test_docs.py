"""The documentation: what the generator makes, links that lead somewhere, examples that run."""

import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from project_tools import tool
from tool_runs import write_catalogue

from lyngby_heritage.core.common.data import as_shipped
from lyngby_heritage.core.common.profile_reading import settings_files, shipped
from lyngby_heritage.core.common.settings_shape import IDENTITIES, WIRING
from lyngby_heritage.core.registers import service_results
from lyngby_heritage.core.registers.services import read_services

ROOT = Path(__file__).resolve().parents[1]
TOOL_PAGES = sorted((ROOT / "docs" / "tools").glob("*.md"))
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), *TOOL_PAGES]
VARIABLE = "LYNGBY_HERITAGE_PROFILE"
MANIFEST_KEYS = ("navn", "version", "kommunekode", "kilde", "parametre", "kilder", "logo", "om", "bekraeftet", "note")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def anchors(page):
    """The anchors of a page's headings, as Git forges make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(page):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        there = (page.parent / file).resolve() if file else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            yield target


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    assert list(broken_links(page)) == []


def test_a_broken_link_would_be_found(tmp_path):
    page = tmp_path / "a.md"
    page.write_text("# Et Ord, til\n[b](b.md) ![c](c.png) [d](#et-ord-til) [e](#nej) [f](https://x.dk/a)", "utf-8")
    assert list(broken_links(page)) == ["b.md", "c.png", "#nej"]


def test_the_page_on_data_names_every_role_and_leads_there_from_where_people_look():
    page = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    known = as_shipped("registers/deliveries.json")
    assert [role for role in known["roles"] if f"`{role}`" not in page] == []
    parts = {name for recipe in known["made_of"].values() for part in recipe.values() for name in part}
    tables = [one for each in known["deliveries"] if each["role"] in parts for one in each.get("datafordeler", ())]
    assert [one for one in tables if f"`{one.split()[1]}`" not in page] == []
    for other in ("README.md", "docs/tools/collectdata.md", "docs/metode_lokalplan.md", "docs/tools/README.md"):
        assert "data.md)" in (ROOT / other).read_text(encoding="utf-8"), other


def test_the_page_on_fetching_names_every_service_and_result_and_its_catalogue_can_be_read():
    page = (ROOT / "docs" / "hentning.md").read_text(encoding="utf-8")
    services = as_shipped("registers/services.json")["services"]
    assert [one["id"] for one in services] == re.findall(r"^\| \d \| `(\w+)` \|", page, re.MULTILINE)
    codes = {one for name, one in vars(service_results).items() if name.isupper() and isinstance(one, str)}
    assert len(codes) == 9
    assert codes <= set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    own = read_services(re.search(r"```json\n(.+?)\n```", page, re.DOTALL)[1], "katalog.json")
    assert [len(own.chosen(name).layers) for name in ("geofa", "plandata")] == [1, 13]
    assert len(own.chosen("plandata").addresses) == 1


def test_pictures_are_small():
    for picture in (ROOT / "docs").rglob("*.png"):
        assert picture.stat().st_size < 400_000, picture


def test_the_pages_are_what_the_generator_makes():
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "make_docs.py", "--check"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"run 'make docs': {done.stdout}{done.stderr}"


def test_each_tool_has_a_page_and_is_in_the_index():
    index = (ROOT / "docs" / "tools" / "README.md").read_text(encoding="utf-8")
    tools = [page.stem for page in TOOL_PAGES if page.stem != "README"]
    assert set(tools) >= {"classifybuildings", "createsampledata", "selfcheck"}
    assert sorted(re.findall(r"`lyngby_heritage:(\w+)`", index)) == tools


def test_commits_and_pushes_are_checked_by_the_same_commands():
    """Those of `make lint` before a commit, and the README's two on a push."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    lint = re.findall(
        r"\.venv/bin/[^;&\n]+?(?= *(?:[;&]|$))", makefile.split("\nlint:")[1].split("\n\n")[0], re.MULTILINE
    )
    hooks = re.findall(r"entry: (.+)$", (ROOT / ".pre-commit-config.yaml").read_text("utf-8"), re.MULTILINE)
    assert len(lint) == 4
    for command in lint:
        words = command.removesuffix(" lyngby_heritage")
        assert any(hook.startswith(words) for hook in hooks), command
    two = (ROOT / "README.md").read_text("utf-8").split("## Two commands")[1].split("```")[1]
    workflow = (ROOT / ".github" / "workflows" / "test.yml").read_text("utf-8")
    assert f"command: [{', '.join(re.findall(r'^make (.+?) +#', two, re.MULTILINE))}]" in workflow


@pytest.fixture(scope="module")
def architecture():
    return tool("make_architecture")


def test_the_picture_of_the_architecture_is_what_the_code_looks_like(architecture):
    there = architecture.PICTURE.read_text(encoding="utf-8")
    assert there == architecture.picture(), "run 'make docs'"


def test_the_boxes_of_the_picture_keep_clear_of_each_other(architecture):
    boxes = [
        tuple(float(number) for number in numbers)
        for numbers in re.findall(
            r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="5"', architecture.picture()
        )
    ]
    assert len(boxes) == len(architecture.ROOMS) + len(architecture.AREAS) + 2  # sample/, and the key
    for number, (left, top, width, height) in enumerate(boxes):
        assert 0 < left < left + width < architecture.WIDTH
        for other_left, other_top, other_width, other_height in boxes[:number]:
            beside = left + width < other_left or other_left + other_width < left
            assert beside or top + height < other_top or other_top + other_height < top


def test_the_page_names_every_room_with_its_floor_and_its_decisions(architecture):
    page = (ROOT / "docs" / "arkitektur.md").read_text(encoding="utf-8")
    told = {room.strip("`"): (int(floor), decisions) for floor, room, _, decisions in table(page, "floor")}
    floors = architecture.structure.FLOORS
    meant = {room: (floor, architecture.ROOMS[room][1]) for floor, rooms in floors.items() for room in rooms}
    assert told == meant
    explained = re.findall(r"^\| (M\d+) \|", page, re.MULTILINE)
    assert explained == [f"M{number}" for number in range(1, 13)]
    assert {one for _, decisions in told.values() for one in decisions.split()} == set(explained)


PLACES = {"A": (0, 0), "B": (-1, 0), "C": (1, 0), "D": (0, 1), "E": (0, -1), "F": (1, 1)}
"""Where the buildings of the method's example stand, in plots of 20 × 30 m."""


def table(text, first_cell):
    """The rows of the table whose first heading is `first_cell`, cells as text."""
    lines = text.split(f"| {first_cell} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.process
def test_the_method_s_example_is_what_the_tool_gives(tmp_path):
    """The table of buildings in docs/metode.md goes in; the table of pairs and the sentence there must come out."""
    text = (ROOT / "docs" / "metode.md").read_text(encoding="utf-8").split("## 6. Et eksempel", 1)[1]
    names = ("anvendelse", "opfoerelsesaar", "etager", "ydervaeg", "tagdaekning", "bebygget_m2")
    buildings, parcels = [], []
    for name, *cells in table(text, "bygning"):
        x, y = 720_000 + 20 * PLACES[name][0], 6_187_000 + 30 * PLACES[name][1]
        values = {"bygning_id": name, "save_vaerdi": 4 if name == "A" else None}
        values |= {field: int(cell) if cell else None for field, cell in zip(names, cells)}
        buildings.append((values, {"type": "Point", "coordinates": [x + 10, y + 15]}))
        corners = [[x, y], [x + 20, y], [x + 20, y + 30], [x, y + 30], [x, y]]
        parcels.append(({"ejendom_id": name}, {"type": "Polygon", "coordinates": [corners]}))
    garage = {"bygning_id": "garage", "anvendelse": 910, "bebygget_m2": 20}
    buildings.append((garage, {"type": "Point", "coordinates": [720_018, 6_187_028]}))
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    for name, rows in (("bygninger", buildings), ("jordstykker", parcels)):
        features = [{"type": "Feature", "properties": values, "geometry": shape} for values, shape in rows]
        layer = {"type": "FeatureCollection", "crs": crs, "features": features}
        (tmp_path / f"{name}.geojson").write_text(json.dumps(layer), encoding="utf-8")
    subprocess.run(
        [
            *(ROOT / "tools" / "qgis_process", "run", "lyngby_heritage:classifybuildings", "--"),
            *("BUILDINGS=bygninger.geojson", "PARCELS=jordstykker.geojson", "OUTPUT=ud.gpkg", "OUTPUT_PAIRS=par.gpkg"),
        ],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=True,
    )
    with closing(sqlite3.connect(tmp_path / "ud.gpkg")) as database:
        found = database.execute("SELECT udpegning, naboer, naboer_ens, begrundelse FROM ud WHERE bygning_id = 'A'")
        code, assessed, alike, reason = found.fetchone()
    with closing(sqlite3.connect(tmp_path / "par.gpkg")) as database:
        pairs = dict(database.execute("SELECT til_id, lighed FROM par WHERE fra_id = 'A'"))
    assert (code, assessed, alike) == ("vaerdi_4_ensartet", 4, 3)
    assert f"> {reason}\n" in text
    told = {row[0]: row[7].split(" = ") for row in table(text, "nabo")}
    similarity = {name: cell[1].replace(",", ".") for name, cell in told.items() if len(cell) == 2}
    assert {name: f"{value:.2f}" for name, value in pairs.items()} == similarity


def test_the_method_s_defaults_are_the_tool_s():
    text = (ROOT / "docs" / "metode.md").read_text(encoding="utf-8").split("## 10. Hvad", 1)[1]
    told = {name.strip("`"): re.sub(r"[^0-9,]", "", value) for name, value, _ in table(text, "indstilling")}
    page = (ROOT / "docs" / "tools" / "classifybuildings.md").read_text(encoding="utf-8")
    assert told == dict(re.findall(r"^\| `(\w+)` .* ([0-9,]+) \|$", page, re.MULTILINE))


def test_the_decision_on_value_4_is_worded_alike_in_the_method_the_tool_and_its_report():
    words = "ensartet karakter med naboejendomme"
    method = (ROOT / "docs" / "metode.md").read_text(encoding="utf-8")
    for number in (1, 5, 12):
        assert words in method.split(f"\n## {number}. ", 1)[1].split("\n## ", 1)[0]
    assert words in (ROOT / "docs" / "tools" / "classifybuildings.md").read_text(encoding="utf-8")
    rules = as_shipped("rules/designation_texts.json")["rules"]
    assert all(words in one["phrase"] for one in rules if one["rule"] in (0, 1))


def test_the_examples_for_powershell_are_those_for_the_shell():
    """The same tool and the same values, in the line and as JSON; what PowerShell itself would say is not tried."""
    batches = (ROOT / "README.md").read_text(encoding="utf-8").split("## In batches")[1].split("\n## ")[0]
    shell, powershell = (re.search(rf"```{kind}\n(.+?)```", batches, re.DOTALL)[1] for kind in ("sh", "powershell"))
    for pattern in (r"run (lyngby_heritage:\w+)", r"\b([A-Z_]+=[\w.]+)", r"\{\"inputs\".+\}\}", r"(streng\.json)"):
        assert set(re.findall(pattern, powershell)) == set(re.findall(pattern, shell)) != set()
    given = json.loads(re.search(r"@'\n(.+?)\n'@\n", powershell, re.DOTALL)[1])["inputs"]
    page = (ROOT / "docs" / "tools" / "classifybuildings.md").read_text(encoding="utf-8")
    named = [*given, *re.findall(r"results\.(\w+)", powershell)]
    assert [name for name in named if f"`{name}`" not in page] == []


@pytest.mark.process
def test_the_examples_run(tmp_path):
    """In a folder of their own: a small sample first, and last what puts together what others made, and reads that."""
    place = {
        "createsampledata": -1,
        "exportlokalplan": 1,
        "propertysheet": 2,
        "hearinglist": 2,
        "exportplandata": 2,
        "followdesignations": 2,
    }
    order = sorted((page for page in TOOL_PAGES if page.stem != "README"), key=lambda page: place.get(page.stem, 0))
    for page in order:
        example = re.search(r"```sh\n(.+?)\n```", page.read_text(encoding="utf-8"), re.DOTALL).group(1)
        commands = example.replace("\\\n", " ").splitlines()
        for words in map(shlex.split, commands):
            run_example(page, words, tmp_path)


def run_example(page, words, tmp_path):
    assert words[0] == "qgis_process"
    if page.stem == "createsampledata":
        words.append("PROPERTY_COUNT=60")
    if page.stem == "fetchofficialdata":  # the services of the page, as this machine has them
        words.append(f"CATALOGUE={write_catalogue(tmp_path / 'tjenester.json')}")
    done = subprocess.run(
        [ROOT / "tools" / "qgis_process", *words[1:]],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, f"{page.stem}: {done.stderr}"
    for word in words:
        if word.startswith("OUTPUT"):
            assert (tmp_path / word.split("=")[1]).stat().st_size > 0
        if word.startswith("FOLDER"):
            assert any((tmp_path / word.split("=")[1]).iterdir())


@pytest.mark.parametrize("name", settings_files())
def test_every_setting_of_a_profile_is_explained(name):
    """Fields' concepts are explained as such: any of them takes a list of names."""
    page = (ROOT / "docs" / "profil.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith(f"| `{name}` |")]
    keys = [] if name == "registers/fields.json" else [one for one in as_shipped(name) if not one.startswith("_")]
    assert [one for one in keys if f"`{one}`" not in row] == []


def test_the_shipped_profiles_and_what_names_them_are_explained():
    page = (ROOT / "docs" / "profil.md").read_text(encoding="utf-8")
    for word in (*shipped(), *IDENTITIES, *WIRING, VARIABLE, *MANIFEST_KEYS):
        assert f"`{word}`" in page, word
