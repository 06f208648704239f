"""The files under data/: each has the keys that its shape says and no others, and code reads every one of them."""

import json
import re

import pytest
from data_shapes import FLAG, NUMBER, SHAPES, TEXT, TEXTS, Codes, faults, named_keys

from lyngby_heritage.paths import DATA, PLUGIN

FILES = sorted(
    name
    for name in (path.relative_to(DATA).as_posix() for path in DATA.rglob("*.json"))
    if not name.startswith("profiles/")  # what a profile may hold, test_profile_reading.py asks
)
READERS = [
    *(path for kind in ("*.py", "*.js", "*.j2") for path in PLUGIN.rglob(kind)),
    *(PLUGIN.parent / "tools").glob("*.py"),
]
"""Code of the plugin, and the tools that make its styles and documents."""


def read(name):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def words():
    """Every name that code writes as a text, an attribute or an argument."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in READERS)
    return set(re.findall(r"[\"'.](\w+)\b", text)) | set(re.findall(r"\b(\w+)\s*=", text))


def test_every_file_has_a_shape_and_every_shape_a_file():
    assert sorted(SHAPES) == FILES, "write the shape of a new file in tests/helpers/data_shapes.py"


@pytest.mark.parametrize("name", FILES)
def test_a_file_holds_what_its_shape_says(name):
    assert list(faults(read(name), SHAPES[name])) == []


@pytest.mark.parametrize("name", FILES)
def test_every_key_is_read(name, words):
    unread = sorted({key for key in named_keys(SHAPES[name]) if key not in words})
    assert unread == [], f"no code reads these keys of {name}: delete them, or give the code that does"


def test_every_concept_is_asked_for(words):
    """What a field may be called is worth writing down for a concept that some tool reads."""
    assert sorted(one for one in read("registers/fields.json") if not one.startswith("_") and one not in words) == []


@pytest.mark.parametrize(
    ("value", "shape", "said"),
    [
        ({"a": 1}, {"a": NUMBER}, []),
        ({"a": 1, "_a": "remark"}, {"a": NUMBER}, []),
        ({}, {"a?": NUMBER}, []),
        ({}, {"a": NUMBER}, ["/a: is missing"]),
        ({"a": 1, "b": 2}, {"a": NUMBER}, ["/b: no such key"]),
        ({"a": "1"}, {"a": NUMBER}, ["/a: '1' is not of int or float"]),
        ({"a": True}, {"a": NUMBER}, ["/a: True is not of int or float"]),
        ({"a": True}, {"a": FLAG}, []),
        ({"a": [1, None]}, {"a": [NUMBER]}, ["/a[1]: None is not of int or float"]),
        ({"120": "hus", "130": 5}, TEXTS, ["/130: 5 is not of str"]),
        ([], TEXTS, ["/: list where keys are expected"]),
        ({"a": 1}, {"a": [TEXT]}, ["/a: int where a list is expected"]),
    ],
)
def test_what_a_fault_is(value, shape, said):
    assert list(faults(value, shape)) == said


def test_codes_are_not_asked_for_by_name():
    assert list(named_keys({"a": Codes({"b?": [{"c": NUMBER}]})})) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("rules/ensemble_texts.json", "fields"),
        ("rules/comparison_texts.json", "fields"),
        ("themes/texts.json", "OUTPUT"),
    ],
)
def test_every_field_of_a_tool_s_result_has_a_title_in_the_plan_package(name, table):
    """Else QGIS shows `antal_andre` and `foer_udpeget` among fields that are in Danish."""
    titles = read("rules/lokalplan.json")["fields"]
    assert [field for field in read(name)[table] if field not in titles] == []
