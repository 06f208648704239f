"""The report on scenarios: figures that add up, rules with their sources, and nobody who is withheld."""

import re
from dataclasses import replace

import numpy as np
from scenario_cases import scenarios

from lyngby_heritage.core.common.profile import Sourced
from lyngby_heritage.core.designation.scenario_words import ScenarioTold
from lyngby_heritage.core.report.scenarios import ScenarioReport, SwingingBuilding, render, scenario_tables

TOLD = (
    ScenarioTold("a", "A (eksempel)", "A", ("Alle udpeges.",), (Sourced("VALUE4_RULE", "KP 2022", True, "Side 4"),)),
    ScenarioTold("b", "B", "B", ("Få udpeges.",), (Sourced("VALUE4_RULE", "Et brev", False),)),
    ScenarioTold("c", "C", "C", ("Andre udpeges.",), variant_of="A (eksempel)", changes=(("Andel", "90 %"),)),
)


def building(row, address, reviewed_by=""):
    return SwingingBuilding(row, f"id{row}", address, 4, reviewed_by, (("A", "Udpeges."), ("B og C", "Udpeges ikke.")))


def report(**changes):
    # The rows 1 and 2 swing; 2 is withheld, and so not among the buildings.
    made = ScenarioReport(
        title="Scenarier",
        told=TOLD,
        scenarios=scenarios("244-", "2??-", "2-4-", properties=[0, 1, -1, 2]),
        buildings=(building(1, "Åvej 3", "B"),),
        findings=(),
        parameters=(),
        inputs=(),
        versions=(),
        made_at="i dag",
        map_png=None,
    )
    return replace(made, **changes)


def words(page):
    return " ".join(re.sub("<[^>]+>", " ", page.replace("\u2060", "").replace("\xa0", " ")).split())


def test_the_head_says_what_the_choice_of_rule_means():
    said = words(render(report()))
    assert "De samme 4 bygninger og 3 regler: B ville udpege 1 , A 3 ." in said
    figures = re.findall(r"<dd>(\d+)</dd>", render(report()))
    assert figures == ["2", "1", "1", "4"]  # swinging, by all, by none, and all of them


def test_a_property_that_nobody_knows_is_told():
    page = render(report())
    assert "A: 1 bygning uden kendt ejendom" in words(page)
    unknown = replace(report().scenarios, properties=np.full(4, -1))
    assert "så ejendommene er ikke talt" in words(render(report(scenarios=unknown)))


def test_a_rule_stands_with_its_sources_and_an_unverified_one_says_so():
    said = words(render(report()))
    assert "Reglen for naboværdien: KP 2022 Side 4" in said
    assert "Reglen for naboværdien: Et brev Ikke bekræftet." in said
    assert "Som A (eksempel), men andel: 90 %." in said


def test_buildings_stand_under_who_would_designate_them_and_one_that_is_withheld_is_only_counted():
    said = words(render(report()))
    assert "1 bygning, som A udpeger, og som B og C ikke udpeger. Åvej 3 SAVE 4; skal vurderes efter B" in said
    assert "1 bygning, som registret ikke offentliggør, er talt med og ikke nævnt." in said
    assert "id2" not in said


def test_rules_that_take_the_same_are_named():
    assert "A, B og C udpeger de samme bygninger." in words(render(report(scenarios=scenarios("2-", "2-", "2-"))))


def test_what_stands_in_a_name_is_text_and_no_page():
    told = (replace(TOLD[0], name="<script>", short="<b>x</b>"), *TOLD[1:])
    assert "<script" not in render(report(told=told))
    assert "<b>x" not in render(report(told=told))


def test_the_table_has_each_rule_each_pair_and_each_building():
    rules, pairs, buildings, why = scenario_tables(report())
    assert [row[:5] for row in rules.rows()] == [("A (eksempel)", 3, 2, 1, 0), ("B", 1, 1, 0, 2), ("C", 2, 1, 1, 0)]
    assert [row[2:] for row in pairs.rows()] == [(1, 2, 0), (2, 1, 0), (1, 0, 1)]
    assert [row[:6] for row in buildings.rows()] == [("Åvej 3", 4, 1, "udpeges", "vurderes", "nej")]
    assert [row[:3] for row in why.rows()] == [("Åvej 3", "A", "Udpeges."), ("Åvej 3", "B og C", "Udpeges ikke.")]
