"""What planners install: exactly the plugin, fit for plugins.qgis.org, and working on its own."""

import ast
import configparser
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from project_tools import tool

from lyngby_heritage.processing.outputs import report_parts

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "lyngby_heritage"


@pytest.fixture(scope="module")
def package():
    return tool("package")


@pytest.fixture(scope="module")
def archive(package, tmp_path_factory):
    target = tmp_path_factory.mktemp("dist") / "plugin.zip"
    package.refuse_stale_translation()
    package.pack(package.content(), target)
    return target


@pytest.fixture(scope="module")
def unpacked(archive, tmp_path_factory):
    folder = tmp_path_factory.mktemp("plugins")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    return folder


def test_the_archive_holds_the_plugin_and_nothing_else(archive):
    with zipfile.ZipFile(archive) as packed:
        names = packed.namelist()
    sources = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / PLUGIN).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert set(names) == sources | {f"{PLUGIN}/LICENSE"}
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {PLUGIN}
    for needed in (
        "metadata.txt",
        "LICENSE",
        "__init__.py",
        "plugin.py",
        "i18n/lyngby_heritage_da.qm",
        "data/web/site/app.js",
    ):
        assert f"{PLUGIN}/{needed}" in names
    assert not [name for name in names if re.search(r"(^|/)(\.|__pycache__|tests?/)|\.pyc$", name)]
    assert archive.stat().st_size < 5_000_000


def test_the_same_sources_give_the_same_bytes(package, archive, tmp_path):
    again = tmp_path / "again.zip"
    package.pack(dict(reversed(package.content().items())), again)
    assert again.read_bytes() == archive.read_bytes()
    with zipfile.ZipFile(archive) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in packed.infolist()} == {0o100644}


def test_leaflet_is_the_one_that_its_origin_names():
    folder = ROOT / PLUGIN / "data" / "web" / "site" / "leaflet"
    origin = (folder / "ORIGIN.txt").read_text(encoding="utf-8")
    stated = {name: digest for digest, name in re.findall(r"^([0-9a-f]{64})  (\S+)$", origin, re.M)}
    del stated["leaflet-1.9.4.tgz"]
    here = {path.name for path in folder.iterdir()} - {"ORIGIN.txt"}
    assert stated == {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in here}


def test_the_library_of_the_codes_is_the_one_that_its_origin_names():
    folder = ROOT / PLUGIN / "data" / "qr"
    origin = (folder / "ORIGIN.txt").read_text(encoding="utf-8")
    stated = {name: digest for digest, name in re.findall(r"^([0-9a-f]{64})  (\S+)$", origin, re.M)}
    here = {path.name for path in folder.iterdir()} - {"ORIGIN.txt"}
    assert stated == {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in here}
    with zipfile.ZipFile(folder / "segno-1.6.6-py3-none-any.whl") as wheel:
        licence = wheel.read("segno-1.6.6.dist-info/licenses/LICENSE")
    assert (folder / "LICENSE.txt").read_bytes() == licence


def small_plugin(root, files):
    for name, text in {"LICENSE": "", f"{PLUGIN}/metadata.txt": "[general]\nversion=1.2.3\n", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return root


def test_a_stray_file_is_refused(package, tmp_path):
    root = small_plugin(tmp_path, {f"{PLUGIN}/__pycache__/a.pyc": "", f"{PLUGIN}/a.py": ""})
    assert sorted(package.content(root)) == [f"{PLUGIN}/LICENSE", f"{PLUGIN}/a.py", f"{PLUGIN}/metadata.txt"]
    assert package.version(root / PLUGIN / "metadata.txt") == "1.2.3"
    for stray in ("notes.docx", ".env", "attic/old.py", "data/web/site/.cache/a.js"):
        small_plugin(root, {f"{PLUGIN}/{stray}": ""})
        with pytest.raises(SystemExit, match="is no file of the plugin"):
            package.content(root)
        (root / PLUGIN / stray).unlink()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("plugin.py", True),
        ("metadata.txt", True),
        ("notes.txt", False),
        ("core/valley/form.py", True),
        ("core/valley/form.json", False),
        ("core/valley/.form.py", False),
        ("data/rules/designation.json", True),
        ("data/rules/designation.docx", False),
        ("data/templates/letter.docx", True),
        ("data/templates/letter.html", True),
        ("data/templates/letter.docm", False),
        ("data/templates/~$letter.docx", False),
        ("data/models/plan.model3", True),
        ("data/models/plan.py", False),
        ("data/web/site/leaflet/LICENSE.txt", True),
        ("data/web/site/leaflet/ORIGIN.txt", True),
        ("data/web/site/leaflet/todo.txt", False),
        ("data/qr/segno-1.6.6-py3-none-any.whl", True),
        ("data/qr/segno-1.6.7-py3-none-any.whl", False),
        ("data/web/site/leaflet/marker.png", False),
        ("data/web/site/marker.png", True),
        ("help/classifybuildings.html", True),
        ("help/classifybuildings.md", False),
        ("icons/tool.png", True),
        ("icons/tool.jpg", False),
        ("styles/a.qml", True),
        ("styles/a.qml~", False),
        ("attic/old.py", False),
        ("README", False),
    ],
)
def test_a_file_ships_where_its_kind_belongs(package, path, expected):
    assert package.ships(Path(path)) is expected


def test_a_missing_or_stale_translation_is_refused(package, tmp_path):
    text = (
        "<TS><context><message><source>Storeys</source><translation>Etager på stedet</translation></message>"
        '<message><source>Gone</source><translation type="vanished">Borte</translation></message></context></TS>'
    )
    root = small_plugin(tmp_path, {f"{PLUGIN}/i18n/{PLUGIN}_da.ts": text})
    with pytest.raises(SystemExit, match="missing"):
        package.refuse_stale_translation(root)
    compiled = root / PLUGIN / "i18n" / f"{PLUGIN}_da.qm"
    compiled.write_bytes("Etager".encode("utf-16-be"))
    with pytest.raises(SystemExit, match="older"):
        package.refuse_stale_translation(root)
    compiled.write_bytes("Etager på stedet".encode("utf-16-be"))
    package.refuse_stale_translation(root)


def shipped_python():
    return sorted((ROOT / PLUGIN).rglob("*.py"))


FORBIDDEN_MODULES = {"subprocess", "pickle", "marshal", "shelve", "telnetlib", "ftplib", "crypt", "imp"}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "mktemp", "Markup"}
SAFE_XML = "xml.parsers.expat"
"""Bandit lets it pass: it opens nothing by itself, and processing/collect/xml_parsing.py refuses entities."""
SQL = re.compile(r"(select\s.*\bfrom\b|delete\s+from\s|insert\s+into\s|update\s.*\bset\b|drop\s+table)", re.I | re.S)


def dangers(module):
    """What Bandit, which plugins.qgis.org runs on an upload, would object to, as far as it could occur here."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            names = []
        for name in names:
            if name.split(".")[0] in FORBIDDEN_MODULES or (name.startswith("xml.") and name != SAFE_XML):
                yield f"line {node.lineno}: import {name}"
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            value = getattr(getattr(node.func, "value", None), "id", "")
            # exec() is also how Qt runs a dialog, and compile() how a pattern is made: of an object, not by name.
            of_an_object = called in ("exec", "compile") and hasattr(node.func, "attr")
            if not of_an_object and {called, f"{value}.{called}"} & FORBIDDEN_CALLS:
                yield f"line {node.lineno}: {called}()"
            if called in ("md5", "sha1") and value == "hashlib":
                yield f"line {node.lineno}: hashlib.{called}"
            if any(key.arg == "shell" for key in node.keywords):
                yield f"line {node.lineno}: shell="
            if called == "format" and isinstance(node.func, ast.Attribute):
                yield from _sql(node.func.value)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Mod)):
            yield from _sql(node.left)
            yield from _sql(node.right)
        elif isinstance(node, ast.JoinedStr):
            for part in node.values:
                yield from _sql(part)
        elif isinstance(node, ast.ExceptHandler) and len(node.body) == 1 and isinstance(node.body[0], ast.Pass):
            yield f"line {node.lineno}: an exception passed over in silence"
        elif isinstance(node, ast.Assert):
            yield f"line {node.lineno}: assert, which python -O leaves out"


def _sql(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value):
        yield f"line {node.lineno}: SQL built from strings"


@pytest.mark.parametrize("path", shipped_python(), ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_that_the_plugin_site_refuses(path):
    assert list(dangers(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "code",
    [
        "import subprocess",
        "from xml.etree import ElementTree",
        "import xml.etree.ElementTree as E",
        "eval('1')",
        "os.system('ls')",
        "database.execute('SELECT a FROM ' + table)",
        "database.execute(f'DELETE FROM {table} WHERE 1')",
        "database.execute('UPDATE {} SET a = 1'.format(table))",
        "try:\n    work()\nexcept OSError:\n    pass",
        "run('ls', shell=True)",
        "hashlib.md5(b'')",
    ],
)
def test_each_danger_would_be_found(code):
    assert len(list(dangers(ast.parse(code)))) == 1


def newer_than_python_3_9(text):
    """What the Python of the oldest QGIS does not know, as far as it could occur here."""
    for node in ast.walk(ast.parse(text, feature_version=(3, 9))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "zip" and node.keywords:
            yield f"line {node.lineno}: zip(strict=)"


@pytest.mark.parametrize("path", shipped_python(), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_python_of_the_oldest_qgis_reads_it(path):
    assert list(newer_than_python_3_9(path.read_text(encoding="utf-8"))) == []


def test_what_is_newer_would_be_found():
    assert list(newer_than_python_3_9("zip(a, b, strict=True)")) == ["line 1: zip(strict=)"]
    with pytest.raises(SyntaxError):
        list(newer_than_python_3_9("match a:\n    case 1:\n        b()"))


def test_qt_only_through_qgis():
    for path in shipped_python():
        assert not re.search(r"^\s*(from|import) (PyQt|PySide|sip)", path.read_text(encoding="utf-8"), re.M), path


def test_the_metadata_is_complete():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(ROOT / PLUGIN / "metadata.txt", encoding="utf-8")
    metadata = parser["general"]
    for key in ("name", "description", "about", "version", "author"):
        assert metadata.get(key), key
    # What the owner of the repository says is in publisher.ini, and only a release has it.
    assert not {"email", "repository", "tracker", "homepage"} & set(metadata)
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])
    assert metadata["hasProcessingProvider"] == "yes"
    assert metadata["supportsQt6"] == "True"
    assert (ROOT / PLUGIN / metadata["icon"]).is_file()
    assert metadata["qgisMinimumVersion"] == "3.34"
    for key in ("name", "description", "about", "tags"):
        assert metadata[f"{key}[da]"], key
    assert max(len(metadata["description"]), len(metadata["description[da]"])) < 500
    assert "plugin" not in metadata["name"].lower()
    assert metadata["changelog"].startswith(f"{metadata['version']} - ")
    assert f"## [{metadata['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_version_stands_in_the_metadata_alone(package):
    stated = package.version()
    texts = [
        *ROOT.glob("*.toml"),
        ROOT / "README.md",
        ROOT / "Makefile",
        *(ROOT / "tools").glob("*"),
        *shipped_python(),
    ]
    again = [str(path.relative_to(ROOT)) for path in texts if path.is_file() and stated in path.read_text("utf-8")]
    assert again == []
    assert dict(report_parts.versions())["Lyngby Heritage"] == stated
    assert 'dynamic = ["version"]' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def square(x, y, size=10):
    corners = ((x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y))
    return [list(corner) for corner in corners]


@pytest.fixture
def buildings(tmp_path):
    """Three like houses in a row and a different one, of values 4, 2, 5 and none."""
    rows = [("a", 4, 1930, 5), ("b", 2, 1931, 5), ("c", 5, 1932, 5), ("d", None, 1990, 8)]
    features = [
        {
            "type": "Feature",
            "properties": {
                "bygning_id": name,
                "save_vaerdi": value,
                "anvendelse": 120,
                "opfoerelsesaar": year,
                "tagdaekning": roof,
            },
            "geometry": {"type": "Polygon", "coordinates": [square(720000 + 20 * place, 6187000)]},
        }
        for place, (name, value, year, roof) in enumerate(rows)
    ]
    path = tmp_path / "bygninger.geojson"
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}), encoding="utf-8")
    return path


@pytest.mark.process
def test_the_package_alone_works_in_a_fresh_profile(unpacked, buildings, tmp_path):
    libraries = ":".join(str(path) for path in (ROOT / ".venv" / "lib").glob("python3*/site-packages"))
    environment = {key: value for key, value in os.environ.items() if key not in ("PROJ_DATA", "PROJ_LIB", "GDAL_DATA")}
    environment |= {
        "QGIS_PLUGINPATH": str(unpacked),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": libraries,
        "PYTHONDONTWRITEBYTECODE": "1",
        "LANG": "da_DK.UTF-8",
    }

    def qgis_process(*arguments):
        return subprocess.run(
            ["qgis_process", *map(str, arguments)],
            env=environment,
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    assert qgis_process("plugins", "enable", PLUGIN).returncode == 0
    output, report = tmp_path / "udpegning.gpkg", tmp_path / "rapport.html"
    done = qgis_process(
        "run",
        f"{PLUGIN}:classifybuildings",
        "--json",
        "--",
        f"BUILDINGS={buildings}",
        f"OUTPUT={output}",
        f"OUTPUT_HTML={report}",
    )
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)["results"]
    assert (results["BUILDING_COUNT"], results["DESIGNATED_COUNT"]) == (4, 2)
    with closing(sqlite3.connect(output)) as database:
        rows = database.execute("SELECT bygning_id, udpegning, udpeget FROM udpegning ORDER BY bygning_id").fetchall()
    assert rows == [
        ("a", "vaerdi_4_ensartet", 1),
        ("b", "vaerdi_1_3", 1),
        ("c", "ikke_udpeget", 0),
        ("d", "ikke_registreret", 0),
    ]
    assert "Bevaringsværdige bygninger" in report.read_text(encoding="utf-8")
    assert not list(unpacked.rglob("__pycache__"))
