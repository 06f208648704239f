"""SAVE's values in words."""

import doctest

from lyngby_heritage.core.designation import save_scale, sub_values
from lyngby_heritage.core.designation.save_scale import parameters_in_words


def test_the_examples_of_the_modules():
    for module in (save_scale, sub_values):
        outcome = doctest.testmod(module)
        assert outcome.attempted
        assert not outcome.failed


def test_the_parameters_stand_in_their_order_and_only_those_that_are_assessed():
    told = list(parameters_in_words({"save_condition": 9, "save_originality": 0, "save_architecture": 1}))
    assert told == [
        ("save_architecture", "Arkitektonisk værdi", "1: høj"),
        ("save_condition", "Tilstand", "9: lav"),
    ]
