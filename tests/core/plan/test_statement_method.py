"""The rule in prose: every threshold, who counts as a neighbour, and nothing of neighbours where none are asked."""

import pytest
from builders import a_basis

from lyngby_heritage.core.plan.statement_method import high_value_words, rule_words, settings_used


def prose(**changes):
    return " ".join(rule_words(a_basis(**changes)))


def test_the_high_values_are_named():
    assert high_value_words(a_basis()) == "Bygninger med SAVE-værdi 1–3 udpeges på værdien alene."
    assert high_value_words(a_basis(high_values=(1, 2))).startswith("Bygninger med SAVE-værdi 1–2 udpeges")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"uniform_share": 0.6}, "mindst 60 % af de naboer, der kan sammenlignes"),
        ({"uniform_share": 0.75}, "mindst 75 % af de naboer"),
        ({"min_neighbours": 3}, "der er mindst 3 af dem"),
        ({"min_attributes": 4}, "Mindst 4 forhold skal være kendt"),
        ({"similarity": 0.5}, "når mindst 50 % af de kendte forhold er ens"),
        ({"year_tolerance": 5}, "højst 5 år imellem"),
        ({"area_tolerance": 12.5}, "højst 12,5 % af det største"),
        ({"neighbour_value": 5}, "En bygning med værdi 5 udpeges"),
    ],
)
def test_every_threshold_stands_in_the_rule(changes, said):
    assert said in prose(**changes)


@pytest.mark.parametrize(
    ("similarity", "said"),
    [
        (0.75, "Er fem forhold kendt, skal 4 af dem altså være ens (80 %)."),
        (0.6, "skal 3 af dem altså være ens (60 %)."),
        (0.61, "skal 4 af dem"),
    ],
)
def test_the_share_is_told_by_an_example(similarity, said):
    assert said in prose(similarity=similarity)


def test_where_all_must_be_alike_the_example_says_no_more_than_the_share():
    assert "Er fem forhold kendt" not in prose(similarity=1.0)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"method": 1}, "Naboer er de ejendomme, der støder op til bygningens egen;"),
        ({"method": 2, "opposite_distance": 25.0}, "eller ligger over for den, højst 25 m borte;"),
        (
            {"method": 3, "neighbour_distance": 30.0},
            "Naboer er de hovedbygninger, der ligger højst 30 m fra bygningen,",
        ),
    ],
)
def test_who_is_a_neighbour(changes, said):
    text = prose(**changes)
    assert said in text
    assert "Bygninger på samme ejendom er ikke hinandens naboer." in text


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (1, "eller når den ligger højst 40 m fra en bygning med værdi 1–3."),
        (2, "når BBR kalder den række-, kæde- og klyngehus, dobbelthus, "),
        (3, "Alle bygninger med værdi 4 udpeges."),
        (4, "Ingen bygning med værdi 4 udpeges, medmindre det er besluttet særskilt."),
    ],
)
def test_each_rule_has_its_words(rule, said):
    text = prose(rule=rule)
    assert said in text
    assert ("Naboer er" in text) == (rule == 1)


OF_EVERY_RULE = {"Regel for værdi 4", "SAVE-værdier, der udpeges uden videre", "SAVE-værdi, som reglen gælder"}
OF_NEIGHBOURS = {
    "Hvem regnes som nabo",
    "Afstand mellem nabobygninger (m)",
    "Naboer, der mindst skal kunne vurderes",
    "Forhold, der mindst skal være kendt på begge",
    "Lighed, fra hvilken to bygninger er ens",
    "Andel ens naboer, fra hvilken en bygning er ensartet",
    "Forskel i opførelsesår, der tæller som ens (år)",
    "Forskel i bebygget areal, der tæller som ens (% af det største)",
}


@pytest.mark.parametrize(
    ("rule", "method", "more"),
    [
        (0, 1, OF_NEIGHBOURS),
        (1, 3, OF_NEIGHBOURS),
        (0, 2, OF_NEIGHBOURS | {"Afstand til ejendomme overfor (m)"}),
        (2, 2, {"Anvendelser, som reglen for række-, kæde- og dobbelthuse udpeger (BBR)"}),
        (3, 2, set()),
        (4, 1, set()),
    ],
)
def test_the_settings_are_those_that_the_rule_and_the_method_ask_for(rule, method, more):
    told = settings_used(a_basis(rule=rule, method=method))
    assert {label for label, _ in told} == OF_EVERY_RULE | more
    assert len(told) == len(OF_EVERY_RULE | more)


def test_a_choice_is_told_by_its_name_without_its_number():
    assert ("Hvem regnes som nabo", "tilstødende ejendomme") in settings_used(a_basis())
