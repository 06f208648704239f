"""What a profile may write is read off the built-in files."""

import pytest

from lyngby_heritage.core.common.data import as_shipped
from lyngby_heritage.core.common.profile_reading import settings_files
from lyngby_heritage.core.common.settings_shape import identity_of, shape_of

MARKS = "{high_values}, {high_values_or}, {neighbour_value}, {other_values}"


@pytest.mark.parametrize("name", settings_files())
def test_every_file_is_as_its_own_shape_says(name):
    assert shape_of(name, as_shipped(name)).wrong(as_shipped(name), "") is None


@pytest.mark.parametrize(
    ("built_in", "change", "expected"),
    [
        ({"a": 1}, {"a": 2.5}, None),
        ({"a": 1}, {"a": "2"}, ("a", "2", "≥ 0")),
        ({"a": 1}, {}, None),
        ({"a": 1}, {"_a": ["whatever"]}, None),
        ({"a": -1}, {"a": -5}, None),
        ({"road_share": 0.2}, {"road_share": 1.1}, ("road_share", "1.1", "0 – 1")),
        ({"a": True}, {"a": 1}, ("a", "1", "true, false")),
        ({"a": "x"}, {"a": " "}, ("a", " ", '"…"')),
        ({"a": ""}, {"a": ""}, None),
        ({"a": "fra {x} til {y}"}, {"a": "{x}"}, None),
        ({"a": "fra {x} til {y}"}, {"a": "{z}"}, ("a", "{z}", f"{MARKS}, {{x}}, {{y}}")),
        ({"url": ""}, {"url": "https://a/{z}"}, None),
        ({"a": "#112233"}, {"a": "#AABBCC"}, None),
        ({"a": "#112233"}, {"a": "blue"}, ("a", "blue", "#8a2f78")),
        ({"a": "2008-02-01"}, {"a": "2008-13-01"}, ("a", "2008-13-01", "2018-01-01")),
        ({"a": None}, {"a": "x"}, None),
        ({"a": [1, None]}, {"a": [None]}, None),
        ({"a": ["x"]}, {"a": [1]}, ("a[0]", "1", '"…"')),
        ({"a": []}, {"a": [{"b": 1}]}, None),
        ({"a": [{"key": "x", "v": 1}, {"key": "y", "v": 2, "w": "t"}]}, {"a": [{"key": "x", "w": "u"}]}, None),
        ({"a": [{"key": "x", "v": 1}]}, {"a": [{"key": "x", "v": "1"}]}, ("a[0].v", "1", "≥ 0")),
        ({"a": [{"key": "x", "v": 1}]}, {"a": [{"key": ["x"]}]}, ("a[0].key", '["x"]', "x")),
        ({"a": {"steps": [1]}}, {"a": {"steps": [2]}}, ("a.steps", "[2]", "[1]")),
        ({"defaults": {"A": 1}}, {"defaults": {"A": -3}}, None),
    ],
)  # fmt: skip
def test_a_change_is_of_the_kind_of_what_it_changes(built_in, change, expected):
    wrong = shape_of("rules/own.json", built_in).wrong(change, "")
    assert (None if wrong is None else (wrong.path, wrong.found, wrong.expected)) == expected


def test_codes_and_colours_can_be_added_where_any_key_may_stand():
    settings = as_shipped("web/settings.json")
    shape = shape_of("web/settings.json", settings)
    assert shape.wrong({"landscape": {"colours": {"bryggerier": "#112233"}}}, "") is None
    assert shape.wrong({"landscape": {"colours": {"bryggerier": 3}}}, "").path == "landscape.colours.bryggerier"
    assert shape.wrong({"landscape": {"colors": {}}}, "").found == "colors"


@pytest.mark.parametrize(
    ("entries", "key"),
    [
        ([], None),
        ([{"key": "a"}, {"key": "b"}], "key"),
        ([{"code": "a", "x": 1}, {"code": "b"}], "code"),
        ([{"key": "a"}, {"key": "a"}], None),
        ([{"key": "a"}, {"x": "b"}], None),
        ([1, 2], None),
    ],
)
def test_what_tells_entries_apart(entries, key):
    assert identity_of(entries) == key
