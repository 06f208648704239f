"""Scenarios in words: the rule with its figures, its sources, and who would designate a building."""

import pytest
from builders import thresholds
from profiles import profile_in
from scenario_cases import scenarios

from lyngby_heritage.core.common.profile import Sourced, in_force
from lyngby_heritage.core.common.profile_reading import PROFILES, read_profile
from lyngby_heritage.core.designation.classify import Settings
from lyngby_heritage.core.designation.scenario_words import Told, plain_key, rule_in_words, sources_of, sources_together

NAMES = ("Furesø", "Gladsaxe", "Rødovre")


def told(*rows):
    words = Told(scenarios(*rows), NAMES[: len(rows)])
    return [words.sentence(row) for row in range(len(rows[0]))]


def test_who_would_designate_a_building():
    assert told("24??-", "2--?-", "24---") == [
        "Udpeges efter alle 3 regler.",
        "Udpeges efter 2 af 3 regler: Furesø og Rødovre. Udpeges ikke efter Gladsaxe.",
        "Udpeges ikke efter nogen af de 3 regler uden en vurdering. Skal vurderes af en fagperson efter Furesø.",
        "Udpeges ikke efter nogen af de 3 regler uden en vurdering. Skal vurderes af en fagperson efter Furesø og "
        "Gladsaxe.",
        "Udpeges ikke efter nogen af de 3 regler.",
    ]


def test_what_must_be_looked_at_is_neither_designated_nor_refused():
    assert told("4", "?", "-") == [
        "Udpeges efter 1 af 3 regler: Furesø. Skal vurderes af en fagperson efter Gladsaxe. Udpeges ikke efter Rødovre."
    ]


def rule(name, method=1, value4_rule=None):
    profile = read_profile(PROFILES / name)
    chosen = profile.parameters["VALUE4_RULE"] if value4_rule is None else value4_rule
    with in_force(profile):
        return rule_in_words(Settings(method, 40.0, 20.0, thresholds(), chosen).basis(True, (), ()))


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        (
            "furesoe",
            "Værdi 2–3 udpeges på værdien alene.",
            "Værdi 4 udpeges, når naboerne ligner bygningen, eller når den ligger inden for 40 m af en med værdi 2–3.",
        ),
        ("gentofte", "Værdi 1–3 udpeges på værdien alene.", "Enhver bygning med værdi 4 udpeges."),
        ("lyngby_taarbaek", "Værdi 1–3 udpeges på værdien alene.", "Værdi 4 udpeges, når naboerne ligner bygningen."),
        (
            "roedovre",  # without semi-detached houses, which the built-in rule has
            "Værdi 1–3 udpeges på værdien alene.",
            "Værdi 4 udpeges, når BBR kalder bygningen »række-, kæde- og klyngehus« eller »række-, kæde- eller "
            "dobbelthus (udfaset kode)«.",
        ),
    ],
)
def test_a_rule_names_the_values_and_figures_of_its_own_profile(name, first, second):
    assert rule(name)[:2] == (first, second)


def test_the_neighbours_are_told_as_they_are_found():
    assert "Naboer er tilstødende ejendomme. Mindst 60 % af mindst 2 naboer" in rule("lyngby_taarbaek")[2]
    assert "ejendomme overfor inden for 20 m." in rule("lyngby_taarbaek", method=2)[2]
    assert "Naboer er bygninger inden for 40 m." in rule("lyngby_taarbaek", method=3)[2]


def test_only_sources_of_what_decides_are_told(tmp_path):
    sources = [
        {"om": "VALUE4_RULE", "kilde": "Byrådet", "bekraeftet": True},
        {"om": "rules/designation.json: thresholds.SIMILARITY", "kilde": "Byrådet", "bekraeftet": False},
        {"om": "rules/plot_ratio.json: defaults.MAX_STOREYS", "kilde": "Byrådet", "bekraeftet": True},
    ]
    profile = read_profile(profile_in(tmp_path, kilder=sources))
    assert [(one.about, one.verified) for one in sources_of(profile)] == [
        ("VALUE4_RULE", True),
        ("rules/designation.json: thresholds.SIMILARITY", False),
    ]


def test_a_source_of_several_things_stands_once_and_an_unverified_one_apart():
    sources = [
        Sourced("VALUE4_RULE", "KP 2022", True, "Se side 4."),
        Sourced("rules/designation.json: high_values", "KP 2022", True),
        Sourced("rules/designation.json: attached_uses", "KP 2022", False, "Kilden nævner ingen koder."),
    ]
    about = {"VALUE4_RULE": "reglen", "high_values": "værdierne", "attached_uses": "rækkehusene"}
    assert [(words, one.verified, one.note) for words, one in sources_together(sources, about)] == [
        ("Reglen og værdierne", True, "Se side 4."),
        ("Rækkehusene", False, "Kilden nævner ingen koder."),
    ]


def test_a_key_is_short_enough_for_the_name_of_a_field():
    assert plain_key("En meget lang betegnelse på et scenarie") == "en_meget_lang_betegnelse"
