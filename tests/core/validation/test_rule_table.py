"""The rules as data: the table that is delivered, and a municipality's own laid over it."""

import json

import pytest
from layers_of import at, found, layer

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.registers.aliases import aliases, words
from lyngby_heritage.core.validation.roles import CONCEPTS
from lyngby_heritage.core.validation.rule_table import LEVELS, TABLE, built_in, changed_by, placeholders
from lyngby_heritage.core.validation.rules import implemented
from lyngby_heritage.paths import DATA

HOUSE = {"bygning_id": "a", "save_vaerdi": 12, "opfoerelsesaar": 2030, "wkt": at(0)}


def table(**rules):
    return json.dumps({"rules": rules})


def test_every_rule_has_a_function_and_every_function_a_rule():
    assert {rule.name for rule in built_in().rules} == implemented()


def test_the_table_is_in_order():
    for name, described in load(TABLE)["rules"].items():
        assert described["level"] in LEVELS, name
        assert described["text"].endswith((".", "?", "{pdf}", "{aarsag}", "{hvad}", "{delomraader}")), name
        assert name == name.lower(), name
        assert name.isascii(), name
        if described.get("grouped_text"):
            assert "{antal}" in described["grouped_text"], name


def test_the_fields_asked_for_are_read():
    for role, wanted in load(TABLE)["fields"].items():
        for concept in [*wanted["needed"], *wanted["useful"]]:
            assert set(concept.split("|")) <= set(CONCEPTS[role]), (role, concept)


def test_every_concept_has_words_and_names():
    for concepts in CONCEPTS.values():
        for concept in concepts:
            assert all(words(concept))
            assert aliases(concept)


def test_a_rule_is_turned_off():
    assert found(layer("BUILDINGS", HOUSE), rule="save_uden_for_skalaen")
    rules = table(save_uden_for_skalaen={"on": False, "_why": "vi bruger en anden skala"})
    assert not found(layer("BUILDINGS", HOUSE), rule="save_uden_for_skalaen", rules=rules)


def test_a_limit_a_level_and_a_text_are_changed():
    rules = table(aar_i_fremtiden={"limits": {"latest_year": 2029}, "level": "advarsel", "text": "{aar} > {seneste}"})
    (told,) = found(layer("BUILDINGS", HOUSE), rule="aar_i_fremtiden", rules=rules)
    assert (told.level, told.text) == ("advarsel", "2030 > 2029")
    rules = table(aar_i_fremtiden={"limits": {"latest_year": 2030}})
    assert not found(layer("BUILDINGS", HOUSE), rule="aar_i_fremtiden", rules=rules)


def test_what_a_file_does_not_name_stays():
    changed = changed_by(built_in(), "r.json", table(aar_i_fremtiden={"on": False}))
    before = {rule.name: rule for rule in built_in().rules}
    assert [rule.name for rule in changed.rules if rule != before[rule.name]] == ["aar_i_fremtiden"]


def test_when_findings_are_told_together_can_be_set():
    two = layer("BUILDINGS", HOUSE, {**HOUSE, "bygning_id": "b"})
    together = json.dumps({"rules": {}, "grouping": {"share": 0.5, "count": 2}})
    assert [one.count for one in found(two, rule="save_uden_for_skalaen", rules=together)] == [2]
    apart = table(aar_ukendt={"grouped_from": None})
    unknown = [{"bygning_id": n, "opfoerelsesaar": 1000, "wkt": at(30 * n)} for n in range(2)]
    assert len(found(layer("BUILDINGS", *unknown), rule="aar_ukendt", rules=apart)) == 2


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[]", "no rule table"),
        ("{", "no rule table"),
        ('{"regler": {}}', "no rule table"),
        ('{"rules": []}', "no rule table"),
        (table(findes_ikke={"on": False}), "findes_ikke"),
        (table(aar_ukendt=False), "aar_ukendt"),
        (table(aar_ukendt={"of": True}), "'of'"),
        (table(aar_ukendt={"on": "nej"}), "'nej'"),
        (table(aar_ukendt={"level": "error"}), "fejl, advarsel, oplysning"),
        (table(aar_ukendt={"grouped_from": 0}), "grouped_from"),
        (table(jordstykker_overlapper={"limits": {"m2": 5}}), "least_m2"),
        (table(jordstykker_overlapper={"limits": {"least_m2": "5"}}), "least_m2"),
        (table(jordstykker_overlapper={"limits": {"least_m2": -1}}), "least_m2"),
        (table(jordstykker_overlapper={"limits": {"least_m2": None}}), "least_m2"),
        (table(save_ulaeselig={"text": "{value}"}), "{vaerdi}"),
        (table(save_ulaeselig={"text": "{vaerdi.__class__}"}), "vaerdi.__class__"),
        (table(save_ulaeselig={"text": "{vaerdi"}), "text"),
        (json.dumps({"rules": {}, "grouping": {"share": "all"}}), "grouping.share"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(text, named):
    with pytest.raises(HeritageError) as refused:
        changed_by(built_in(), "regler.json", text)
    assert "regler.json" in str(refused.value)
    assert named in str(refused.value)


def test_placeholders():
    assert placeholders("{a} og {b}, ikke {{c}}") == {"a", "b"}


def test_every_rule_is_explained():
    page = (DATA.parents[1] / "docs" / "datatjek.md").read_text(encoding="utf-8")
    assert [rule.name for rule in built_in().rules if f"`{rule.name}`" not in page] == []


def test_a_plan_of_unknown_date_is_said_to_be_computed_by_the_rules_that_are_used():
    # by_date of core/plot_ratio/rule_sets.py: no date is BR18, not the oldest rules
    described = load("rules/validation.json")["rules"]["plan_dato_erstatning"]
    for text in (described["text"], described["grouped_text"]):
        assert "regnes efter BR18, hvis ikke andet vælges" in text
