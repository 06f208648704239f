"""What the rule on attached houses is said to take: in short, or by the names of BBR where a profile has its own."""

import pytest
from builders import classified, house
from profiles import profile_in

from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import PROFILES, read_profile
from lyngby_heritage.core.designation.attached_houses import attached_houses
from lyngby_heritage.core.designation.chosen_values import designation_texts
from lyngby_heritage.core.designation.outcome import rule_name
from lyngby_heritage.core.designation.rule import ATTACHED_HOUSES
from lyngby_heritage.core.report.dial_page import dial_words

RULES, TEXTS = "rules/designation.json", "rules/designation_texts.json"
BUILT_IN = {
    "name": "Kun række-, kæde- og dobbelthuse",
    "phrase": "hører til række-, kæde- og dobbelthusene",
    "text": "En bygning med værdi 4 udpeges, når den ifølge BBR er et række-, kæde- eller dobbelthus eller et "
    "sammenbygget enfamiliehus.",
}
SEMI_DETACHED = {
    "name": "Kun bygninger, som BBR kalder dobbelthus",
    "phrase": "kaldes »dobbelthus« i BBR",
    "text": "En bygning med værdi 3 udpeges, når BBR kalder den »dobbelthus«.",
}


def of(tmp_path, uses):
    folder = profile_in(tmp_path, {"rules/designation.json": {"attached_uses": uses}})
    with in_force(read_profile(folder)):
        return attached_houses()


@pytest.mark.parametrize(
    ("uses", "words"),
    [
        ([132], "bygninger med værdi 4, som BBR kalder »dobbelthus«"),
        ([121, 998], "bygninger med værdi 4, som BBR kalder »sammenbygget enfamiliehus« eller »kode 998«"),
        ([121, 130, 131, 132], "række- og dobbelthuse med værdi 4"),  # those of the plugin in another order
    ],
)
def test_own_uses_are_named(tmp_path, uses, words):
    assert of(tmp_path, uses) == words


def test_a_semi_detached_house_outside_the_uses_is_not_told_that_such_are_designated():
    with in_force(read_profile(PROFILES / "roedovre")):
        told = classified([house(0, save=4, use=132)], rule=2).reasons(0, 1)
        assert told == [
            "SAVE-værdi 4. Udpeges ikke: efter den valgte regel udpeges bygninger med værdi 4, som BBR kalder "
            "»række-, kæde- og klyngehus« eller »række-, kæde- eller dobbelthus (udfaset kode)«; "
            "BBR kalder den dobbelthus."
        ]
        assert dial_words()["attached"] == attached_houses()


def told():
    rule = next(one for one in designation_texts()["rules"] if one["rule"] == ATTACHED_HOUSES)
    return {key: rule[key] for key in BUILT_IN}


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, BUILT_IN),
        ({RULES: {"attached_uses": [121, 130, 131, 132]}}, BUILT_IN),  # the same uses in another order
        ({RULES: {"attached_uses": [132], "high_values": [1, 2], "neighbour_value": 3}}, SEMI_DETACHED),
        (
            {
                RULES: {"attached_uses": [132], "high_values": [1, 2], "neighbour_value": 3},
                TEXTS: {"rules": [{"rule": 2, "name": "Dobbelthusene"}]},
            },
            SEMI_DETACHED | {"name": "Dobbelthusene"},  # the municipality's own words stand
        ),
    ],
)
def test_the_rule_is_named_by_the_uses_in_force(tmp_path, files, says):
    with in_force(read_profile(profile_in(tmp_path / "vores", files))):
        assert told() == says
        assert rule_name(ATTACHED_HOUSES) == says["name"]
    assert told() == BUILT_IN
