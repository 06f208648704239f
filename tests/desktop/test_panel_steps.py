"""The steps give each tool what the main job gives it, and files in the folder of results."""

import re
from pathlib import Path

import pytest

from lyngby_heritage.desktop.panel_state import PanelState
from lyngby_heritage.desktop.panel_steps import SAMPLE, STEPS, Known, is_taken, parameters_of, step_of
from lyngby_heritage.processing.tools.provider import TOOLS

STATE = PanelState(folder="/data", output="/ud")
ADDRESSES = {
    "bygninger": "/ud/data.gpkg|layername=bygninger",
    "jordstykker": "/ud/data.gpkg|layername=jordstykker",
    "@temaer": ["/ud/data.gpkg|layername=fredning"],
}
KNOWN = Known(STATE, ADDRESSES, ("lag_1",), ("a|a", "zoner"), "/ud/data_terraen.vrt")


def turn(tool):
    return next(one for step in STEPS for one in step.turns if one.tool == tool)


def test_the_order_of_the_work():
    assert [step.key for step in STEPS] == ["data", "check", "designate", "plan"]
    assert all(before.key in [one.key for one in STEPS] for step in STEPS for before in map(step_of, step.needs))


@pytest.fixture(scope="module")
def tools(qgis_app):
    return {one.NAME: one().create() for one in TOOLS}


@pytest.mark.parametrize("one", [*(each for step in STEPS for each in step.turns), SAMPLE], ids=lambda one: one.tool)
def test_no_step_gives_a_tool_what_it_does_not_know(tools, one):
    names = {definition.name() for definition in tools[one.tool].parameterDefinitions()}
    assert {*one.files, *one.given} <= names
    destinations = {definition.name() for definition in tools[one.tool].destinationParameterDefinitions()}
    assert set(one.files) <= destinations, "every result of a step is a file that stays"


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_a_summary_names_results_of_the_tool(tools, step):
    names = {output.name() for output in tools[step.turns[-1].tool].outputDefinitions()}
    for said in (step.summary, *(words for _, words in step.lines)):
        assert {part.split(":")[0].split("}")[0] for part in said.split("{")[1:]} <= names
        assert not re.search(r"{\w+_COUNT}", said)  # a large figure has its thousands apart
    assert {result for result, _ in step.lines} <= names
    assert set(step.look_at) <= names


def test_collecting_is_told_what_a_person_said():
    given = parameters_of(turn("collectdata"), KNOWN, Path("/ud"))
    assert given == {
        "INPUT": "/data",
        "LAYERS": ["lag_1"],
        "ROLES": ["a|a", "zoner"],
        "OUTPUT": str(Path("/ud/data.gpkg")),
        "OUTPUT_HTML": str(Path("/ud/data.html")),
    }


def test_a_tool_of_the_job_is_given_what_the_job_gives_it():
    given = parameters_of(turn("classifybuildings"), KNOWN, Path("/ud"))
    assert given["BUILDINGS"] == ADDRESSES["bygninger"]
    assert given["PARCELS"] == ADDRESSES["jordstykker"]
    assert "DECISIONS" not in given
    checked = parameters_of(turn("validatedata"), KNOWN, Path("/ud"))
    assert checked["LAYERS"] == ADDRESSES["@temaer"]


def test_the_plan_is_made_of_what_was_put_together():
    given = parameters_of(turn("heritageplan"), KNOWN, Path("/ud"))
    assert given == {
        "INPUT": str(Path("/ud/data.gpkg")),
        "DEM": "/ud/data_terraen.vrt",
        "FOLDER": str(Path("/ud/plan")),
    }


def test_buildings_are_put_together_where_no_layer_of_them_is_there():
    registers = Known(STATE, {"fbb": "/ud/data.gpkg|layername=fbb"})
    preparing = turn("preparebuildings")
    assert is_taken(preparing, registers)
    assert not is_taken(preparing, KNOWN)
    assert parameters_of(preparing, registers, Path("/ud"))["SAVE"] == "/ud/data.gpkg|layername=fbb"
