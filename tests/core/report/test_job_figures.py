"""The main job's report: the figures of a step, with words that agree."""

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.report.job import figures


@pytest.mark.parametrize(
    ("floors", "told"),
    [(1, ("stykke dalbund", "1")), (0, ("stykker dalbund", "0")), (1234, ("stykker dalbund", "1.234"))],
)
def test_a_figure_and_its_word_agree(floors, told):
    assert figures("delineatevalley", {"FLOOR_COUNT": floors, "OUTPUT": "dal.gpkg"}) == (told,)


def test_the_grounds_of_designation_add_up_to_the_designated():
    """344 are 187 and 151 by value and 6 by decision; ten buildings were decided on, and four of them kept out."""
    answer = {"DESIGNATED_COUNT": 344, "VALUE_1_3_COUNT": 187, "VALUE_4_UNIFORM_COUNT": 151, "DECISION_COUNT": 10}
    assert figures("classifybuildings", answer) == (
        ("udpeget", "344"),
        ("med SAVE-værdi 1–3", "187"),
        ("med værdi 4 efter reglen", "151"),
        ("ved særskilt beslutning", "6"),
    )


def test_the_proposals_that_are_left_where_some_are_decided_on_are_told_beside_those_that_were_found():
    """81 found, 4 of them settled by decisions on environments: the package holds 77, as its layer does."""
    assert ("forslag til kulturmiljøer i alt", "81") in figures("uniformensembles", {"ENSEMBLE_COUNT": 81})
    left = ("forslag til kulturmiljøer mangler en beslutning", "77")
    assert left in figures("exportlokalplan", {"ENSEMBLE_COUNT": 77})
    why = "er talt med her, men er ikke med i planpakken"  # and why the two differ
    assert why in load("rules/main_job.json")["basis"]["uniformensembles"]


def test_what_stays_is_told_as_designated_or_not():
    """Most of those that stay as they were are not designated at all."""
    told = figures("comparedesignations", {"KEPT_COUNT": 2301, "CHANGED_GROUND_COUNT": 253})
    assert told == (("fastholdt, udpeget eller ikke", "2.301"), ("samme udfald, andet grundlag", "253"))


def test_of_those_on_another_ground_it_is_told_how_many_only_one_of_the_layers_has():
    """232 of 253 are new in the data, and nobody has decided anything else about them."""
    told = figures("comparedesignations", {"CHANGED_GROUND_COUNT": 253, "ONE_LAYER_COUNT": 232})
    assert told[1] == ("heraf kun i det ene lag, uden grundlag i det andet", "232")


def test_a_tool_without_figures_has_none():
    assert figures("ukendt", {"COUNT": 1}) == ()
