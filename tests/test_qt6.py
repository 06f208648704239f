"""QGIS 4 with Qt 6, of which no build can be had here: every name that the plugin asks for is in its stubs.

mypy reads the same stubs and sees the methods of objects too; here it is the names of classes and enumerations.
"""

import re
import subprocess

import pytest
import stubs
from project_tools import ROOT

PLUGIN = "lyngby_heritage"
SOURCES = sorted((ROOT / PLUGIN).rglob("*.py"))

UNTIL_QT6 = {
    ("processing/outputs/fields.py", "QVariant.Type"): "not there",
    ("processing/outputs/renamed.py", "QgsCoordinateReferenceSystem.WKT1_ESRI"): "unscoped",
    ("processing/outputs/renamed.py", "QgsScaleBarSettings.SegmentSizeFitWidth"): "unscoped",
}
"""(file, name) → what is wrong with it: names of older versions, asked for in those alone."""


def named(path):
    return path.relative_to(ROOT / PLUGIN).as_posix()


def test_every_name_is_there_and_scoped():
    found = {
        (named(path), ".".join(names)): wrong
        for path in SOURCES
        for where, names, _ in stubs.uses(path.read_text(encoding="utf-8"))
        if (wrong := stubs.problem(where, names))
    }
    assert found == UNTIL_QT6


def test_the_names_are_really_read():
    """A reader that finds nothing finds nothing wrong."""
    asked = {".".join(names) for path in SOURCES for _, names, _ in stubs.uses(path.read_text(encoding="utf-8"))}
    assert {
        "Qt.AlignmentFlag.AlignHCenter",
        "Qgis.WkbType.MultiPolygon",
        "QgsProcessing.SourceType.TypeVector",
    } <= asked


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from qgis.PyQt.QtCore import Qt\nQt.AlignmentFlag.AlignLeft", ""),
        ("from qgis.PyQt.QtCore import Qt\nQt.AlignLeft", "not there"),
        ("from qgis.PyQt.QtCore import Qt as T\nT.AlignmentFlag.AlignNowhere", "not there"),
        ("from qgis.PyQt.QtCore import QRegExp\nQRegExp('a')", "not there"),
        ("from qgis.PyQt.QtCore import QVariant\nQVariant.String", "not there"),
        ("from qgis.PyQt.QtGui import QFont\nQFont.Weight.Bold", ""),
        ("from qgis.PyQt.QtGui import QFont\nQFont.Bold", "not there"),
        ("from qgis.core import Qgis\nQgis.WkbType.Point", ""),
        ("from qgis.core import Qgis\nQgis.WkbType.Pint", "not there"),
        ("from qgis.core import QgsProcessing\nQgsProcessing.SourceType.TypeVectorPolygon", ""),
        ("from qgis.core import QgsProcessing\nQgsProcessing.TypeVectorPolygon", "unscoped"),
        ("from qgis.core import QgsFeatureSink\nQgsFeatureSink.Flag.FastInsert", ""),
        ("from qgis.core import QgsFeatureSink\nQgsFeatureSink.FastInsert", "not there"),
        ("from qgis.core import QgsVectorLayer\nQgsVectorLayer('a').fields()", ""),
    ],
)
def test_a_name_that_is_wrong_is_found(source, expected):
    asked = [stubs.problem(where, names) for where, names, _ in stubs.uses(source)]
    assert asked == [expected]


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_nothing_of_qt_5_alone(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\bexec_\s*\(|\bPyQt5\b", text)


def test_nothing_is_called_that_qgis_deprecates(tmp_path):
    """In the words of Python 3.13, which has one for it. The call beside the plugin shows that they are understood."""
    beside = tmp_path / "beside.py"
    beside.write_text(
        "from qgis.core import QgsVectorLayer\nQgsVectorLayer('a').saveStyleToDatabase('b', 'c', True, '')\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [
            ROOT / ".venv" / "bin" / "mypy",
            *("--python-version", "3.13", "--enable-error-code", "deprecated", "--no-error-summary"),
            *(PLUGIN, str(beside)),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    said = [line for line in done.stdout.splitlines() if "error:" in line]
    assert len(said) == 1, done.stdout + done.stderr
    assert re.search(r"beside\.py:2: error: .*saveStyleToDatabase is deprecated", said[0])
