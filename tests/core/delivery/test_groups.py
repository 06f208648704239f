"""Decided cultural environments as rows of theme 6204."""

import numpy as np
import pytest
import shapely
from builders import square

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.delivery import geofa_rows, groups
from lyngby_heritage.core.delivery.groups import group_rows
from lyngby_heritage.core.designation.decided_environments import read_environment_decisions


def decided(*rows):
    """Rows of (name, choice, reason, story); each a square of its own."""
    columns = {
        "navn": [row[0] for row in rows],
        "beslutning": [row[1] for row in rows],
        "begrundelse": [row[2] for row in rows],
        "fortaelling": [row[3] for row in rows],
    }
    places = np.array([shapely.from_wkt(square(50 * one, 0)) for one in range(len(rows))], dtype=object)
    return read_environment_decisions("kulturmiljoeer", columns, places)[0]


def test_a_decided_environment_is_a_row_and_one_that_was_turned_down_is_none():
    made = group_rows(decided(("Gadekæret", "udpeg", "Samlet.", "Lang."), ("Vejen", "udpeg_ikke", "Nej.", "")))
    row = {name: values for name, values in made.columns.items() if values != [None]}
    assert row == {
        "omraade": ["Gadekæret"],
        "beskrivelse": ["Samlet."],
        "statuskode": [3],
        "off_kode": [1],
        "oprindkode": [0],
    }
    assert (len(made), made.places[0].geom_type, made.gaps) == (1, "MultiPolygon", [])


def test_the_first_text_that_fits_is_taken_and_none_is_cut():
    long = "x" * 255
    made = group_rows(decided(("A", "udpeg", long, "Kort."), ("B", "udpeg", long, long), ("C", "udpeg", "", "")))
    assert made.columns["beskrivelse"] == ["Kort.", None, None]
    assert [(one.what, one.building, one.fields, one.written) for one in made.gaps] == [
        ("long_text", "B", ("beskrivelse",), True)
    ]


def test_a_row_without_a_name_of_its_own_is_listed():
    rows = [
        ("", "udpeg", "", ""),
        ("Torvet", "udpeg", "", ""),
        ("TORVET", "udpeg", "", ""),
        ("n" * 129, "udpeg", "", ""),
    ]
    made = group_rows(decided(*rows))
    assert len(made) == 0
    assert [(one.what, one.fields, one.written) for one in made.gaps] == [
        ("lacking_group", ("omraade",), False),
        ("same_name", (), False),
        ("same_name", (), False),
        ("long_name", ("omraade",), False),
    ]


def test_a_profile_that_names_what_there_is_not_is_refused(monkeypatch):
    monkeypatch.setattr(groups, "load", lambda file: {**load(file), "environment": {"omraade": ["titel"]}})
    with pytest.raises(HeritageError, match=r"rules/geofa.json: .+ filled from titel; .+ has navn, begrundelse"):
        group_rows(decided(("A", "udpeg", "", "")))


def test_a_profile_with_a_code_that_there_is_not_is_refused(monkeypatch):
    monkeypatch.setattr(geofa_rows, "load", lambda file: {**load(file), "new_status": 7})
    with pytest.raises(HeritageError, match=r"a new row would get statuskode = 7, and GeoFA's field takes 0-4"):
        group_rows(decided(("A", "udpeg", "", "")))
