"""The self-check says what works, and names what does not instead of falling over it."""

import sys

import pytest

from lyngby_heritage.core.common import selfcheck


def test_all_four_work_here():
    assert [(one.library, one.problem) for one in selfcheck.outcomes()] == [
        ("shapely", ""),
        ("fiona", ""),
        ("rasterio", ""),
        ("pyproj", ""),
    ]


def test_a_missing_library_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "fiona", None)
    assert "ModuleNotFoundError" in selfcheck.outcome("fiona").problem


@pytest.mark.parametrize("library", selfcheck.TRIALS)
def test_a_broken_library_is_named(monkeypatch, library):
    def broken():
        raise ValueError("output dimension must be 2 or 3")

    monkeypatch.setitem(selfcheck.TRIALS, library, broken)
    outcome = selfcheck.outcome(library)
    assert outcome.problem == "ValueError: output dimension must be 2 or 3"
    assert outcome.version
