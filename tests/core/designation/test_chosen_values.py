"""What every text says when another municipality designates 1-4 and gives the neighbour rule to value 5."""

from html import unescape

import numpy as np
import pytest
from builders import classified, codes, house, plots_in_a_row
from designation_reports import a_report
from plan_builders import building, buildings, plan_of

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.designation import chosen_values
from lyngby_heritage.core.designation.chosen_values import designation_texts, said, texts_of
from lyngby_heritage.core.designation.outcome import rule_name
from lyngby_heritage.core.designation.shown_classes import Classes
from lyngby_heritage.core.plan.content import ground_words
from lyngby_heritage.core.plan.provisions import provisions
from lyngby_heritage.core.plan.sheets import Settings, make_sheets
from lyngby_heritage.core.report.classification import render
from lyngby_heritage.core.report.comparison import Standing, standing_words


def choose(monkeypatch, high, neighbour):
    rules = load(chosen_values.RULES)
    monkeypatch.setitem(rules, "high_values", high)
    monkeypatch.setitem(rules, "neighbour_value", neighbour)


@pytest.fixture
def another(monkeypatch):
    choose(monkeypatch, [1, 2, 3, 4], 5)


def reasons(saves, plots=3, **chosen):
    """The reasons of houses on plots side by side, 20 m apart."""
    table = [house(5 + 20 * i, id=f"b{i}", save=save) for i, save in enumerate(saves)]
    result = classified(table, plots_in_a_row(plots), **chosen)
    return result.reasons(0, len(table)), codes(result)


def test_reasons_name_the_values_that_count(another):
    told, found = reasons([5, 4, 5, 6], plots=4)
    assert found == ["til_vurdering", "vaerdi_1_3", "vaerdi_4_ensartet", "ikke_udpeget"]
    assert told[1] == "SAVE-værdi 4. Udpeges: bygningen har høj bevaringsværdi (1–4)."
    assert told[2].startswith(
        "SAVE-værdi 5. Udpeges: bygningen er ensartet med naboerne. 2 af 2 tilstødende ejendomme ligner den (100 %; "
    )
    assert told[3] == (
        "SAVE-værdi 6. Udpeges ikke: der udpeges kun bygninger med værdi 1–4 og, efter en særlig regel, værdi 5."
    )


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (1, "SAVE-værdi 5. Udpeges: bygningen ligger højst 40 m fra en bygning med værdi 1–4."),
        (2, "SAVE-værdi 5. Udpeges ikke: efter den valgte regel udpeges række- og dobbelthuse med værdi 5; BBR kalder"),
        (3, "SAVE-værdi 5. Udpeges: efter den valgte regel udpeges alle med værdi 5."),
        (4, "SAVE-værdi 5. Udpeges ikke: efter den valgte regel udpeges ingen med værdi 5."),
    ],
)
def test_every_rule_says_its_value(another, rule, text):
    assert reasons([5, 4], plots=2, rule=rule)[0][0].startswith(text)


def test_too_few_neighbours_are_said_of_the_neighbour_value(another):
    assert reasons([5], plots=1)[0][0].startswith("SAVE-værdi 5. Til vurdering: der er for få naboer")


def test_classes_rules_and_the_job_say_the_same_in_every_list(another):
    legends = [one["legend"] for one in designation_texts()["classes"]]
    assert legends[:2] == ["Udpeget: SAVE-værdi 1–4", "Udpeget: SAVE-værdi 5 efter reglen"]
    assert "Til vurdering" in legends
    assert ground_words("vaerdi_1_3", True) == "SAVE-værdi 1–4"
    assert standing_words(Standing(True, "vaerdi_4_ensartet", True)) == "Udpeget: SAVE-værdi 5 efter reglen"
    assert [one["legend"] for one in Classes.known().described][:2] == legends[:2]
    assert rule_name(1) == "Ensartet, eller nær en bygning med værdi 1–4"
    assert rule_name(4) == "Ingen bygninger med værdi 5"
    job = texts_of("rules/main_job.json")
    assert job["figures"]["classifybuildings"]["VALUE_1_3_COUNT"] == "med SAVE-værdi 1–4"
    assert job["basis"]["classifybuildings"].startswith("Bygninger med SAVE-værdi 1–4 udpeges. Bygninger med værdi 5 ")


def test_the_report_and_its_chart_follow(another):
    counts = ((1, 61), (3, 1786), (4, 1733), (5, 6002), (9, 3), (None, 4631))
    page = unescape(render(a_report(save_counts=counts))).replace("\u00a0", " ").replace("\u2060", "")
    # 61 + 1786 + 1733 = 3580 of 9585.
    assert "3.580 af dem (37,4 %) har værdi 1–4, 6.002 (62,6 %) har værdi 5, og 3 (<0,1 %) har værdi 6–9." in page
    assert "har en høj SAVE-værdi på 1, 2, 3 eller 4" in page
    assert "Fem regler for værdi 5" in page
    assert "1–3" not in page
    assert "ærdi 4 " not in page.replace("værdi 4: 1.733", "")


def test_the_plan_follows(another):
    town = buildings(
        building(0, address="Bredevej 10", save=4, yes=True, ground="vaerdi_1_3"),
        building(20, address="Bredevej 9", save=5, yes=True, ground="vaerdi_4_ensartet"),
    )
    draft = provisions(plan_of(town), {"kort": "kort.pdf", "bygninger": "bilag.xlsx"})
    assert "**Gruppe A.** Bygningerne har SAVE-værdi 1, 2, 3 eller 4." in draft
    assert "Bygningerne har SAVE-værdi 5 og er udpeget efter den regel, som kommunen har valgt for værdi 5." in draft
    sheet = make_sheets(town, None, np.full(2, -1), (190.0, 202.0), Settings.load())[0]
    assert sheet.text == (
        "Bladet viser 2 bygninger, som begge foreslås udpeget: 1 med SAVE-værdi 1–4 og 1 med værdi 5 efter reglen."
    )


@pytest.mark.parametrize(
    ("high", "neighbour", "danish", "english"),
    [
        ([1, 2, 3], 4, "1–3; 1, 2 eller 3; 4; 5–9", "1–3; 1, 2 or 3; 4; 5–9"),
        ([2, 1], 3, "1–2; 1 eller 2; 3; 4–9", "1–2; 1 or 2; 3; 4–9"),
        ([1], 2, "1; 1; 2; 3–9", "1; 1; 2; 3–9"),
        ([1, 3], 2, "1 og 3; 1 eller 3; 2; 4–9", "1 and 3; 1 or 3; 2; 4–9"),
        ([1, 2, 3], 5, "1–3; 1, 2 eller 3; 5; 4 og 6–9", "1–3; 1, 2 or 3; 5; 4 and 6–9"),
    ],
)
def test_values_in_words(monkeypatch, high, neighbour, danish, english):
    choose(monkeypatch, high, neighbour)
    marks = "{high_values}; {high_values_or}; {neighbour_value}; {other_values}"
    assert said(marks) == danish
    assert said(marks, danish=False) == english


@pytest.mark.parametrize(("high", "neighbour"), [([], 4), ([1, 2], 2), ([0, 1], 4), ([1], 10)])
def test_values_that_make_no_rule_are_refused(monkeypatch, high, neighbour):
    choose(monkeypatch, high, neighbour)
    with pytest.raises(HeritageError, match=r"rules/designation.json: high_values is .* and neighbour_value is"):
        said("{high_values}")


def test_other_braces_stay_as_they_are():
    assert said("{libraries} {high_values}") == "{libraries} 1–3"
