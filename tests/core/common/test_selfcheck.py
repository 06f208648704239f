"""The self-check says what works, and names what does not instead of falling over it."""

import importlib.util
import sys

import pytest

from lyngby_heritage.core.common import selfcheck


def test_all_work_here():
    tried = {one.library: one.problem for one in selfcheck.outcomes()}
    assert list(tried) == ["numpy", "shapely", "scipy", "jinja2", "rasterio", "fiona", "pyproj"]
    there = {name for name in tried if importlib.util.find_spec(name) is not None}
    assert {*selfcheck.NEEDED} <= there
    assert {name for name, problem in tried.items() if not problem} == there


def test_a_missing_library_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "fiona", None)
    assert "ModuleNotFoundError" in selfcheck.outcome("fiona").problem


@pytest.mark.parametrize("library", selfcheck.TRIALS)
def test_a_broken_library_is_named(monkeypatch, library):
    pytest.importorskip(library)

    def broken():
        raise ValueError("output dimension must be 2 or 3")

    monkeypatch.setitem(selfcheck.TRIALS, library, broken)
    outcome = selfcheck.outcome(library)
    assert outcome.problem == "ValueError: output dimension must be 2 or 3"
    assert outcome.version


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("2.0.7", (2, 0, 7)), ("1.8.5.post1", (1, 8, 5)), ("2.1rc1", (2, 1)), ("?", ()), ("10", (10,))],
)
def test_a_version_is_read_as_numbers(version, numbers):
    assert selfcheck.numbers_of(version) == numbers


def test_a_library_that_is_too_old_is_told_before_it_fails(monkeypatch):
    """Debian 12's own shapely: its functions on arrays came with 2.0."""
    monkeypatch.setattr("shapely.__version__", "1.8.5.post1")
    assert selfcheck.outcome("shapely").problem == "older than 2.0"
    assert [one.library for one in selfcheck.unusable_libraries(("numpy", "shapely"))] == ["shapely"]
    monkeypatch.setattr("shapely.__version__", "2.0.0")
    assert selfcheck.outcome("shapely").problem == ""


@pytest.mark.parametrize("stated", ["0+unknown", "0+untagged.1.g1a2b3c4"])
def test_a_library_without_a_version_is_judged_by_what_it_does(monkeypatch, stated):
    """Debian testing's shapely 2.2 says "0+unknown"."""
    monkeypatch.setattr("shapely.__version__", stated)
    assert selfcheck.outcome("shapely") == selfcheck.Outcome("shapely", "?", "")
    monkeypatch.delattr("shapely.dwithin")
    assert "AttributeError" in selfcheck.outcome("shapely").problem


def test_a_version_that_stands_in_the_metadata_alone_is_found(monkeypatch):
    stated = selfcheck.version_of("shapely")
    monkeypatch.delattr("shapely.__version__")
    assert selfcheck.version_of("shapely") == stated != "?"


@pytest.mark.parametrize(
    ("place", "says", "says_not"),
    [
        (("win32", ""), "python3-shapely, python3-scipy. A copy", "apt"),
        (("darwin", ""), "/Applications/QGIS.app/Contents/MacOS/bin/python3 -m pip uninstall shapely scipy", "apt"),
        (("linux", "ubuntu 24.04"), "sudo apt install python3-shapely python3-scipy", "shapely=="),
        (("linux", "debian 13"), "sudo apt install python3-shapely python3-scipy", "shapely=="),
        (("linux", "debian 12"), "sudo apt install python3-pip python3-scipy; then: python3 -m pip install", "OSGeo4W"),
    ],
)
def test_the_remedy_is_that_of_the_system(place, says, says_not):
    told = str(selfcheck.remedy(["shapely", "scipy"], selfcheck.Place(*place)))
    assert says in told
    assert says_not not in told


def test_debian_12_needs_pip_for_shapely_alone():
    assert "pip install" not in str(selfcheck.remedy(["scipy"], selfcheck.Place("linux", "debian 12")))
