"""The text of the working paper, from a plan of two houses."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import shapely
from plan_builders import building, plan_of

from lyngby_heritage.core.plan.environments import Environments
from lyngby_heritage.core.plan.proposal_paper import chosen_by, proposal_paper, proposals_told
from lyngby_heritage.core.plan.state import ADOPTED, PROPOSAL, PlanState

DOCS = Path(__file__).parents[3] / "docs" / "metode_kulturmiljoeer.md"
ROUND = shapely.box(-5, -5, 60, 20)
HOUSES = (
    building(0, address="Ågade 10", save=3, yes=True, ground="vaerdi_1_3"),
    building(20, address="Ågade 9", save=5),
    building(40, address="Ågade 9", use="garage"),
)


def plan(state=None, **figures):
    environments = Environments(["4"], ["Ågade 9–10"], figures, [""], np.array([ROUND], dtype=object))
    return plan_of(*HOUSES, environments=environments, environment_of=np.zeros(3, int), state=state or PlanState())


def test_what_the_layer_does_not_say_is_told_to_be_unknown():
    (told,) = proposals_told(plan(), [0])
    figures = dict(told.figures)
    assert figures.pop("SAVE-værdiernes spredning (hovedbygninger inden for omridset)") == "værdi 3: 1, værdi 5: 1"
    assert set(figures.values()) == {"ukendt"}
    assert (told.weight, told.weight_sum, told.reason) == ("ukendt", "", "")
    text = proposal_paper(plan(), [0], "", "")
    assert "Hvordan vægten er regnet ud, står ikke i laget" in text
    assert "Laget har ingen begrundelse." in text


def test_no_figure_of_the_layer_is_rounded_to_another_than_its_reasons_say():
    (told,) = proposals_told(plan(ensartethed=[round(92 / 97, 6)], save_middel=[5.45], antal_save=[11]), [0])
    figures = dict(told.figures)
    share = figures["Ensartethed: sammenligninger med naboer, hvor bygningerne ligner hinanden"]
    assert share.replace("\u00a0", " ") == "94,8 %"
    assert figures["SAVE-værdi i gennemsnit"].startswith("5,45 (")
    assert told.short[4] == "5,45"


def test_buildings_stand_by_address_and_garages_are_only_counted():
    (told,) = proposals_told(plan(), [0])
    assert [(address, save) for address, _, save, _, _ in told.buildings] == [("Ågade 9", "5"), ("Ågade 10", "3")]
    assert told.beside == 1


def test_the_paper_says_that_a_withheld_building_is_neither_on_the_map_nor_in_the_list():
    said = "Ikke vist: 1 bygning, som registret holder uden for offentligheden."
    told = plan(antal_bygninger=[3])
    assert said not in proposal_paper(told, [0], "", "")
    told.environments = replace(told.environments, hidden=[1])
    text = proposal_paper(told, [0], "", "")
    assert text.count(said) == 1
    assert text.index("Hovedbygningerne inden for omridset.") < text.index(said) < text.index("| Adresse |")


@pytest.mark.parametrize(
    ("state", "heading"),
    [
        (PlanState(), "| Antal huse | Foreslås udpeget (fredede medregnet) | SAVE, gennemsnit |"),
        (
            PlanState(ADOPTED, published=date(2027, 3, 1)),
            "| Antal huse | Udpeget (fredede medregnet) | SAVE, gennemsnit |",
        ),
    ],
)
def test_the_list_says_that_listed_buildings_are_counted_too(state, heading):
    assert heading in proposal_paper(plan(state), [0], "", "")


def test_the_guide_says_of_each_question_which_column_its_answer_goes_into():
    _, form = proposal_paper(plan(), [0], "", "").split("<!-- skema -->\n")
    asked = re.findall(r"^\| (.+?) \| \|$", form, re.MULTILINE)
    _, table = DOCS.read_text(encoding="utf-8").split(
        "| Spørgsmål i skemaet | Kolonne i `kulturmiljoeer` |\n| --- | --- |\n"
    )
    told = re.findall(r"^\| (.+?) \| .+ \|$", table.split("\n\n")[0], re.MULTILINE)
    assert len(asked) == 14
    assert [re.split("[:,]", one)[0] for one in asked] == told


def test_a_name_from_the_data_cannot_become_markup():
    told = plan(begrundelse=["Se [kortet](x) | **nu**"])
    assert "Se \\[kortet\\](x) \\| \\*\\*nu\\*\\*" in proposal_paper(told, [0], "", "")


@pytest.mark.parametrize(
    ("least", "state", "expected"),
    [
        (1, PlanState(), "højst 30 forslag med, og kun dem, hvor mindst 1 bygning foreslås udpeget; planens kortlag"),
        (2, PlanState(PROPOSAL), "højst 30 forslag med, og kun dem, hvor mindst 2 bygninger foreslås udpeget; planens"),
        (0, PlanState(), "højst 30 forslag med; planens kortlag"),
    ],
)
def test_the_choice_is_told_as_it_was_made(least, state, expected):
    assert expected in chosen_by(least, 30, state)
