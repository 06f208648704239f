"""The report on scenarios: figures that add up, rules with their sources, and nobody who is withheld."""

import re
from dataclasses import replace

import numpy as np
from scenario_cases import TOLD, a_scenario_report, building, scenarios

from lyngby_heritage.core.report.scenarios import render, scenario_tables


def words(page):
    return " ".join(re.sub("<[^>]+>", " ", page.replace("\u2060", "").replace("\xa0", " ")).split())


def test_the_head_says_what_the_choice_of_rule_means():
    said = words(render(a_scenario_report()))
    assert "De samme 4 bygninger og 3 regler: B ville udpege 1 , A 3 ." in said
    figures = re.findall(r"<dd>(\d+)</dd>", render(a_scenario_report()))
    assert figures == ["2", "1", "1", "4"]  # swinging, by all, by none, and all of them


def test_one_building_is_told_in_the_singular():
    said = words(render(a_scenario_report(scenarios=scenarios("4", "?", "-"), buildings=())))
    assert "Den samme bygning og 3 regler:" in said


def test_what_is_to_be_judged_is_told_with_both_of_its_grounds():
    """The registers cannot say, or a plan in force designates what the rule does not."""
    said = words(render(a_scenario_report()))
    assert "registrene kan ikke afgøre dem efter reglen, eller en gældende plan udpeger dem i dag" in said


def test_a_property_that_nobody_knows_is_told():
    page = render(a_scenario_report())
    assert "A: 1 bygning uden kendt ejendom" in words(page)
    unknown = replace(a_scenario_report().scenarios, properties=np.full(4, -1))
    assert "så ejendommene er ikke talt" in words(render(a_scenario_report(scenarios=unknown)))


def test_a_rule_stands_with_its_sources_and_an_unverified_one_says_so():
    said = words(render(a_scenario_report()))
    assert "Reglen for værdi 4: KP 2022 Side 4" in said
    assert "Reglen for værdi 4: Et brev Ikke bekræftet." in said
    assert "Som A (eksempel), men andel: 90 %." in said


def test_buildings_stand_under_who_would_designate_them_and_one_that_is_withheld_is_only_counted():
    said = words(render(a_scenario_report()))
    assert "1 bygning, som A udpeger, og som B og C ikke udpeger. Åvej 3 SAVE 4; skal vurderes efter B" in said
    assert "1 bygning, som registret ikke offentliggør, er talt med og ikke nævnt." in said
    assert "id2" not in said


def test_rules_that_take_the_same_are_named():
    assert "A, B og C udpeger de samme bygninger." in words(
        render(a_scenario_report(scenarios=scenarios("2-", "2-", "2-")))
    )


def test_what_stands_in_a_name_is_text_and_no_page():
    told = (replace(TOLD[0], name="<script>", short="<b>x</b>"), *TOLD[1:])
    assert "<script" not in render(a_scenario_report(told=told))
    assert "<b>x" not in render(a_scenario_report(told=told))


def test_the_table_has_each_rule_each_pair_and_each_building():
    rules, pairs, buildings, why = scenario_tables(a_scenario_report())
    assert [row[:5] for row in rules.rows()] == [("A (eksempel)", 3, 2, 1, 0), ("B", 1, 1, 0, 2), ("C", 2, 1, 1, 0)]
    assert [row[2:] for row in pairs.rows()] == [(1, 2, 0), (2, 1, 0), (1, 0, 1)]
    assert [row[:6] for row in buildings.rows()] == [("Åvej 3", 4, 1, "udpeges", "vurderes", "nej")]
    assert [row[:3] for row in why.rows()] == [("Åvej 3", "A", "Udpeges."), ("Åvej 3", "B og C", "Udpeges ikke.")]


def test_the_figures_say_whom_they_count_that_the_plans_documents_do_not():
    said = "planens dokumenter tæller dem for sig eller slet ikke, så tallene dér kan være lavere."
    assert said in words(render(a_scenario_report()))
    assert scenario_tables(a_scenario_report())[0].note.endswith(said)


def test_the_table_says_where_a_profile_comes_from_and_not_who_made_it():
    told = (replace(TOLD[0], made_by="Reglen: udvalget. Profilen følger med værktøjet."), *TOLD[1:])
    rules = scenario_tables(a_scenario_report(told=told))[0]
    row = dict(zip((one.heading for one in rules.columns), next(rules.rows())))
    assert row["Hvor profilen kommer fra"] == "Reglen: udvalget. Profilen følger med værktøjet."


def test_the_table_says_how_many_it_does_not_name():
    assert scenario_tables(a_scenario_report())[2].note == (
        "1 bygning mere, som registret ikke offentliggør, er talt med og ikke nævnt."
    )
    nobody_named = scenario_tables(a_scenario_report(buildings=()))[2]
    assert nobody_named.nothing == "2 bygninger, som registret ikke offentliggør, er talt med og ikke nævnt."
    none_swing = scenario_tables(a_scenario_report(scenarios=scenarios("2-", "2-", "2-"), buildings=()))[2]
    assert (none_swing.note, none_swing.nothing) == ("", "Ingen bygninger svinger.")


def test_two_buildings_of_one_address_are_told_apart_in_the_list_and_in_the_tables():
    church, shed = (replace(building(row, "Vestergade 10"), apart=use) for row, use in ((1, "kirke"), (2, "udhus")))
    report = a_scenario_report(buildings=(church, shed, building(3, "Torvet 1")))
    page = render(report)
    assert "Vestergade 10, kirke <span" in page
    assert "Vestergade 10, udhus <span" in page
    for table in scenario_tables(report)[2:]:
        assert {"Vestergade 10, kirke", "Vestergade 10, udhus", "Torvet 1"} == {*table.values[0]}
