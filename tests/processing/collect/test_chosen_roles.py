"""What a person says of a file or layer, and how it is remembered."""

import json

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.registers.found_layers import Layer
from lyngby_heritage.processing.collect.chosen_roles import (
    by_hand,
    file_beside,
    given_roles,
    layers_meant,
    remembered,
    text_of,
)

LAYERS = [
    Layer("hvad", "", file="ned/eksport.gpkg"),
    Layer("andet", "", file="ned/eksport.gpkg"),
    Layer("zoner", "", other_names=("plan",), file="plan.gpkg"),
    Layer("hvad", "", file="mere/andre.gpkg"),
]


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("ned/eksport.gpkg|hvad", [0]),
        ("EKSPORT.gpkg|andet", [1]),
        ("ned\\eksport.gpkg|hvad", [0]),  # as Windows writes it
        ("eksport.gpkg", [0, 1]),
        ("plan.gpkg", [2]),
        ("plan", [2]),
        ("zoner", [2]),
        ("hvad", [0, 3]),
        ("intet", []),
    ],
)
def test_a_layer_is_meant_by_its_file_its_name_or_both(name, places):
    assert layers_meant(LAYERS, name) == places


def test_roles_are_read_with_words_for_none():
    assert given_roles([("a.gpkg", "BBR"), ("b", "ingen"), ("c", ""), ("d", "lodflader")]) == {
        "a.gpkg": "bbr",
        "b": None,
        "c": None,
        "d": "lodflader",
    }


def test_what_is_said_now_goes_before_what_was_said_before():
    hand, notes = by_hand(LAYERS, {"plan.gpkg": "bbr"}, {"andet": "bbr", "zoner": "zoner", "borte.csv": "etager"})
    assert hand == {2: "bbr"}
    assert [str(note) for note in notes] == [
        "borte.csv was given the role etager before, and is not among the layers now."
    ]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"intet": "bbr"}, "there is no file or layer intet. There are: ned/eksport.gpkg"),
        ({"hvad": "bbr"}, "hvad means several layers: ned/eksport.gpkg|hvad, mere/andre.gpkg|hvad"),
        ({"andet": "bbr", "zoner": "bbr"}, "are both given the role bbr"),
    ],
)
def test_what_means_nothing_or_too_much_is_refused(given, words):
    with pytest.raises(HeritageError) as refused:
        by_hand(LAYERS, given, {})
    assert words in str(refused.value)


def test_roles_are_remembered_beside_the_output(tmp_path):
    output = tmp_path / "samlet.gpkg"
    assert remembered(output) == {}
    file_beside(output).write_text(text_of({"b.csv|b": "bbr", "a.csv|a": None}), encoding="utf-8")
    assert file_beside(output).name == "samlet_roller.json"
    assert remembered(output) == {"a.csv|a": None, "b.csv|b": "bbr"}


@pytest.mark.parametrize("text", ["{", "[]", '{"roller": []}', '{"andet": {}}', json.dumps({"roller": {"a": "gade"}})])
def test_a_damaged_memory_is_said_with_its_file(tmp_path, text):
    output = tmp_path / "samlet.gpkg"
    file_beside(output).write_text(text, encoding="utf-8")
    with pytest.raises(HeritageError, match=r"samlet_roller.json|gade"):
        remembered(output)
