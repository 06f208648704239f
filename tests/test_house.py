"""The structure of the plugin holds: rooms on floors, no arrow that climbs, no circle, files that can be read at once.

What breaks a rule today is listed beside it. The lists may only shrink: a new breach fails, and so does a line that is
no longer true.
"""

import ast
import os
import subprocess
import sys

import pytest
from project_tools import ROOT, tool

structure = tool("structure")
PLUGIN, CORE = structure.PLUGIN, structure.CORE

KNOWN_CLIMBS: set[tuple[str, str]] = set()
"""(module of core/, module it asks) against the floors."""

KNOWN_FILE_CIRCLES: set[tuple[str, str]] = set()
"""Files that ask each other."""

LONGEST = 450
"""Lines: what one can still look through."""

KNOWN_LONG: dict[str, int] = {}
"""File → the lines that it may have at most."""

KNOWN_HOMONYMS = {}
"""Public function of core/ → the rooms that have one of this name, where they are three or more."""

LIBRARIES = {"shapely", "numpy", "scipy", "jinja2", "rasterio", "fiona"}
"""What a QGIS may lack: the tools are listed all the same, and say what is missing."""

KNOWN_NEEDED: set[str] = set()
"""Those of them without which the plugin does not load."""


@pytest.fixture(scope="module")
def read():
    return structure.modules()


def same(found, known):
    """Fail unless the breaches are exactly the known ones."""
    assert not found - known, f"new, to be mended: {sorted(found - known)}"
    assert not known - found, f"mended, so delete it from the list: {sorted(known - found)}"


def short(name, top=CORE):
    return name.removeprefix(f"{top}.")


def small_plugin(root, **texts):
    """A plugin with these files in core/, named like `valley__form`."""
    for name, text in texts.items():
        path = (root / PLUGIN / "core").joinpath(*name.split("__")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return structure.modules(root)


def test_the_reader_sees_every_way_to_import(tmp_path):
    read = small_plugin(
        tmp_path,
        common____init__="",
        common__errors="def refuse():\n    pass\ndef _own():\n    pass\nclass A:\n    def method(self): ...\n",
        valley__form=(
            "import numpy as np\n"
            "from ..common import errors\n"
            "from ..common.errors import refuse\n"
            "from . import height\n"
            "def late():\n"
            "    try:\n"
            f"        from {PLUGIN}.core.common import errors\n"
            "    except ImportError:\n"
            "        pass\n"
        ),
        valley__height="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .form import late\n",
    )
    form = [
        (one.imported.removeprefix(f"{CORE}."), one.line, one.at_load) for one in read[f"{CORE}.valley.form"].imports
    ]
    assert form == [
        ("numpy", 1, True),
        ("common.errors", 2, True),
        ("common.errors", 3, True),
        ("valley.height", 4, True),
        ("common.errors", 7, False),
    ]
    assert read[f"{CORE}.common.errors"].functions == ("refuse",)
    assert read[f"{CORE}.common.errors"].lines == 6
    assert [(one.imported, one.at_load) for one in read[f"{CORE}.valley.height"].imports] == [
        ("typing", True),
        (f"{CORE}.valley.form", False),
    ]
    assert {pair: len(found) for pair, found in structure.between_rooms(read).items()} == {("valley", "common"): 3}
    assert structure.circles(structure.between_files(read)) == [(f"{CORE}.valley.form", f"{CORE}.valley.height")]


@pytest.mark.parametrize(
    ("arrows", "expected"),
    [
        ([("a", "b"), ("b", "c"), ("a", "c")], []),
        ([("a", "a")], [("a",)]),
        ([("a", "b"), ("b", "a"), ("b", "c")], [("a", "b")]),
        ([("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "f"), ("f", "e")], [("a", "b", "c"), ("e", "f")]),
    ],
)
def test_a_circle_is_found(arrows, expected):
    assert structure.circles(arrows) == expected


@pytest.mark.parametrize(
    ("asker", "asked", "may"),
    [
        ("web", "common", True),
        ("plan", "designation", True),
        ("designation", "plan", False),
        ("neighbourhood", "registers", True),
        ("registers", "neighbourhood", False),
        ("plan", "plot_ratio", False),
    ],
)
def test_a_room_asks_downwards(asker, asked, may):
    assert structure.may_ask(asker, asked) is may


@pytest.mark.parametrize(("top", "allowed"), [("core", ("core", "paths")), ("sample", ("sample", "core", "paths"))])
def test_the_domain_knows_neither_qgis_nor_who_uses_it(read, top, allowed):
    outside = [
        f"{one.importer}, line {one.line}: {one.imported}"
        for module in read.values()
        if _in(module.name, top)
        for one in module.imports
        if one.imported.split(".")[0] in {"qgis", "PyQt5", "PyQt6"}
        or (one.imported.split(".")[0] == PLUGIN and not any(_in(one.imported, area) for area in allowed))
    ]
    assert outside == []


def _in(name, area):
    return f"{name}.".startswith(f"{PLUGIN}.{area}.")


def test_the_rooms_are_those_with_a_floor(read):
    named = [name for names in structure.FLOORS.values() for name in names]
    assert sorted(named) == list(structure.rooms(read)), "a room needs its floor in tools/structure.py"
    assert len(named) <= structure.MOST_ROOMS
    loose = [path.name for path in (ROOT / PLUGIN / "core").glob("*.py") if path.name != "__init__.py"]
    assert loose == [], "what lies beside the rooms has no floor"


def test_no_import_climbs(read):
    climbs = {
        (short(one.importer), short(one.imported))
        for pair, found in structure.between_rooms(read).items()
        if not structure.may_ask(*pair)
        for one in found
    }
    same(climbs, KNOWN_CLIMBS)


def test_no_circle_between_rooms(read):
    """Beside those that the known climbs close."""
    arrows = [
        pair
        for pair, found in structure.between_rooms(read).items()
        if {(short(one.importer), short(one.imported)) for one in found} - KNOWN_CLIMBS
    ]
    assert structure.circles(arrows) == []


def test_no_circle_between_files(read):
    found = structure.circles(structure.between_files(read))
    same({tuple(short(name, PLUGIN) for name in circle) for circle in found}, KNOWN_FILE_CIRCLES)


def test_a_file_can_be_looked_through():
    lengths = dict(_own_files())
    too_long = {name: lines for name, lines in lengths.items() if lines > KNOWN_LONG.get(name, LONGEST)}
    assert too_long == {}, f"more than {LONGEST} lines, or more than it had: split it by subject"
    assert [name for name in KNOWN_LONG if lengths.get(name, 0) <= LONGEST] == [], "short now: delete it from the list"


def _own_files():
    for path in (ROOT / PLUGIN).rglob("*"):
        name = path.relative_to(ROOT / PLUGIN).as_posix()
        if path.suffix in (".py", ".js", ".css", ".j2") and "/leaflet/" not in name:
            yield name, len(path.read_text(encoding="utf-8").splitlines())


def test_a_name_says_whose_function_it_is(read):
    where = {}
    for room, modules in structure.rooms(read).items():
        for module in modules:
            for function in module.functions:
                where.setdefault(function, set()).add(room)
    homonyms = {name: rooms for name, rooms in where.items() if len(rooms) >= 3}
    same(_pairs(homonyms), _pairs(KNOWN_HOMONYMS))


def test_what_another_file_gives_goes_by_its_own_name_and_not_by_a_private_one():
    renamed = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {one.name} as {one.asname}"
        for path in sorted((ROOT / PLUGIN).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
        for one in node.names
        if one.asname and one.asname.startswith("_")
    ]
    assert renamed == []


def _pairs(rooms_of):
    return {(name, room) for name, rooms in rooms_of.items() for room in rooms}


def test_the_tools_are_listed_where_the_libraries_are_missing():
    done = load_without(*sorted(LIBRARIES - KNOWN_NEEDED))
    assert done.returncode == 0, done.stderr
    pages = sorted(page.stem for page in (ROOT / "docs" / "tools").glob("*.md") if page.stem != "README")
    assert done.stdout.split() == pages


def test_what_is_needed_to_list_the_tools_is_still_needed():
    not_needed = [library for library in sorted(KNOWN_NEEDED) if load_without(library).returncode == 0]
    assert not_needed == [], "mended, so delete it from the list"


def load_without(*libraries):
    """Load the plugin, its panel and every tool in a Python of QGIS that lacks these; prints the tools' names."""
    code = (
        "import sys\n"
        f"sys.modules.update(dict.fromkeys({libraries!r}))\n"
        f"from {PLUGIN}.plugin import HeritagePlugin\n"
        f"import {PLUGIN}.desktop.panel\n"
        f"from {PLUGIN}.processing.tools.provider import TOOLS\n"
        "print(*sorted(tool().name() for tool in TOOLS))\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
