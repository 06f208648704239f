"""What the website takes and what it refuses."""

import math

import pytest
from web_sites import a_site, columns

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.designation.shown_classes import Classes
from lyngby_heritage.core.web.content import REQUIRED, checked, json_number, text, whole_rings


def test_the_needed_columns_are_enough():
    buildings = {name: values for name, values in a_site().buildings.items() if name in REQUIRED}
    found = checked(buildings)
    assert len(found["id"]) == 5
    assert found["year"] == found["story"] == found["geometry"] == [None] * 5


@pytest.mark.parametrize("name", REQUIRED)
def test_a_needed_column_is_missed(name):
    buildings = dict(a_site().buildings)
    del buildings[name]
    with pytest.raises(ValueError, match=rf"missing \['{name}'\]"):
        checked(buildings)


def test_a_column_that_nobody_knows_is_refused_for_it_may_be_a_slip():
    with pytest.raises(ValueError, match=r"not known \['stroy'\]"):
        checked({**a_site().buildings, "stroy": [None] * 5})


@pytest.mark.parametrize("name", ["id", "lat", "reason", "story", "geometry"])
def test_columns_of_unequal_length_are_refused(name):
    buildings = dict(a_site().buildings)
    buildings[name] = buildings[name][:-1]
    with pytest.raises(ValueError, match="not of one length"):
        checked(buildings)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("lon", 719_635.6),  # metres
        ("lat", 6_187_735.4),
        ("lat", -86),
        ("lon", "øst"),
        ("lon", math.inf),
        ("save", 0),
        ("save", 10),
        ("save", 4.5),
        ("save", "4-5"),
        ("year", 0),
        ("year", "1912?"),
    ],
)
def test_a_value_that_cannot_be_shown_is_named_with_its_building(column, value):
    buildings = columns([{}, {column: value}])
    with pytest.raises(HeritageError) as refused:
        checked(buildings)
    said = str(refused.value)
    for part in ("b1", "row 2", column, repr(value), "must be empty or"):
        assert part in said


@pytest.mark.parametrize("nothing", [None, math.nan])
def test_nothing_is_nothing(nothing):
    found = checked(columns([{"lon": nothing, "save": nothing, "year": nothing, "story": nothing}]))
    assert [found[name] for name in ("lon", "save", "year", "story")] == [[None]] * 4


@pytest.mark.parametrize(("value", "becomes"), [(3, 3), (3.0, 3), ("3", 3), (9, 9), (1, 1)])
def test_a_save_value_is_a_whole_number(value, becomes):
    assert checked(columns([{"save": value}]))["save"] == [becomes]


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        ("  Ågade 1 ", "Ågade 1"),
        ("", None),
        ("   ", None),
        (None, None),
        (12, "12"),
        ("a\x00b\ud800c\x9bd", "a\ufffdb\ufffdc\ufffdd"),
        ("to\nlinjer\tog tab", "to\nlinjer\tog tab"),
    ],
)
def test_texts_can_stand_on_a_page(given, becomes):
    assert text(given) == becomes


@pytest.mark.parametrize(
    ("value", "becomes"), [(4.0, 4), (4.25, 4.25), (None, None), ("4", None), (True, None), (math.nan, None)]
)
def test_numbers_of_an_environment(value, becomes):
    assert json_number(value) == becomes


def test_rings_that_cannot_be_drawn_are_left_out():
    good = [[12.0, 55.0], [12.1, 55.0], [12.1, 55.1]]
    assert whole_rings([good, [], [[12.0, 55.0]], [[12.0, math.nan], [12.0, 55.0]]]) == [good]
    assert whole_rings(None) == []


def test_the_classes_are_those_of_the_map_and_the_report():
    classes = Classes.known()
    grounds = ["vaerdi_1_3", "beslutning", "beslutning", "ikke_registreret", "noget_nyt", None, "vaerdi_1_3"]
    designated = [True, True, False, False, False, False, False]
    keys = [classes.described[i]["key"] for i in classes.of(grounds, designated)]
    assert keys == [
        "vaerdi_1_3",
        "beslutning_udpeg",
        "beslutning_udpeg_ikke",
        "ikke_registreret",
        "ukendt",
        "ukendt",
        "ukendt",  # a value 1-3 that is not designated was changed by somebody
    ]
    assert [classes.described[i]["key"] for i in classes.of(["vaerdi_1_3"], [False], ["fredet"])] == ["fredet"]
    assert len(classes.described) <= 10  # the data file gives a building's class one digit
