"""What the panel keeps and shows: lights by what there is, paths that move with the project, what is out of date."""

import os
from pathlib import Path

import pytest

from lyngby_heritage.core.registers.found_layers import Layer
from lyngby_heritage.desktop.panel_roles import TERRAIN
from lyngby_heritage.desktop.panel_state import (
    AMBER,
    GREEN,
    GREY,
    RED,
    Done,
    PanelState,
    made_folder,
    proposed_output,
    role_rows,
    shown_name,
    state_of,
    text_of,
    unknown_layers,
    worst,
)
from lyngby_heritage.processing.collect.chosen_roles import full_name
from lyngby_heritage.processing.collect.overview import overview
from lyngby_heritage.processing.collect.survey import ADDRESSED, Found, Place, Survey

FBB = Layer(
    "view_bygning_alle", "fbb.gpkg", ("bygningsnavn", "bevaringsvaerdi"), 12, file="fbb.gpkg", date="2026-01-02"
)
PARCELS = Layer("jordstykker", "egne.gpkg", ("bfenummer",), 7, geometry="polygon", file="egne.gpkg")
OTHER = Layer("jordstykker", "andre.gpkg", ("bfenummer",), 9, geometry="polygon", file="andre.gpkg")
STRANGE = Layer("cykelstativer", "drift.gpkg", ("nr",), 3, file="drift.gpkg")


def seen(*layers, hand=None, tmp_path=Path("/nowhere")):
    found = [Found(layer, Place(Path(layer.file), None, ADDRESSED, None)) for layer in layers]
    return overview(Survey(found), [], tmp_path / "data.gpkg", hand or {})


def rows_of(overview_of, state=None):
    return {row.role: row for _, rows in role_rows(overview_of, state or PanelState()) for row in rows}


def test_nothing_there_is_red_where_there_is_no_plan_without_it():
    rows = rows_of(None)
    assert (rows["fbb"].colour, rows["jordstykker"].colour, rows["to_etager"].colour) == (RED, AMBER, GREY)
    assert "Datafordeleren: MAT" in rows["jordstykker"].said
    assert worst(role_rows(None, PanelState())) == RED


def test_what_is_there_is_green_with_its_rows_and_date():
    rows = rows_of(seen(FBB, PARCELS))
    assert (rows["jordstykker"].colour, rows["jordstykker"].rows) == (GREEN, 7)
    assert (rows["fbb"].source, rows["fbb"].date) == ("view_bygning_alle · fbb.gpkg", "2026-01-02")
    assert "bygninger" not in rows, "the registers spare it"


def test_two_that_are_one_thing_are_a_question_that_a_word_answers():
    asked = rows_of(seen(PARCELS, OTHER))["jordstykker"]
    assert asked.colour == AMBER
    assert len(asked.places) == 2
    answered = rows_of(seen(PARCELS, OTHER, hand={full_name(OTHER): "jordstykker"}))["jordstykker"]
    assert (answered.colour, answered.rows) == (GREEN, 9)


def test_an_empty_layer_is_looked_at():
    empty = Layer("soeer", "soeer.gpkg", (), 0, geometry="polygon", file="soeer.gpkg")
    assert rows_of(seen(empty))["soeer"].colour == AMBER


def test_what_was_put_together_tells_the_rows_that_nobody_had_counted():
    uncounted = Layer("jordstykker", "egne.geojson", ("bfenummer",), None, geometry="polygon", file="egne.geojson")
    assert rows_of(seen(uncounted))["jordstykker"].rows is None
    state = PanelState(done={"data": Done("2026-01-01T10:00:00.000", {"JORDSTYKKER_COUNT": 40})})
    assert rows_of(seen(uncounted), state)["jordstykker"].rows == 40


def test_a_terrain_that_a_person_chose_is_there():
    assert rows_of(None, PanelState(terrain="/kort/dtm.tif"))[TERRAIN].colour == GREEN


def test_what_is_not_recognised_is_named():
    assert [name for name, _ in unknown_layers(seen(FBB, STRANGE))] == ["cykelstativer · drift.gpkg"]


def test_a_layer_is_shown_by_its_file_alone_where_both_have_one_name():
    assert shown_name(Layer("soeer", "", file="mappe/soeer.gpkg")) == "soeer.gpkg"


STATE = PanelState(
    folder="/by/data",
    output="/by/data/lyngby_heritage",
    hand={"a.gpkg|a": "zoner", "b.gpkg|b": None},
    settings={"UNIFORM_SHARE": 0.7},
    done={
        "plan": Done(
            "2026-01-02T10:00:00.000", {"FOLDER": "/by/data/lyngby_heritage/plan", "STEP_COUNT": 7}, ("Se efter.",)
        )
    },
)


@pytest.mark.parametrize("home", ["", "/by/data/lyngby_heritage", "/by/data", "/elsewhere"])
def test_the_project_keeps_it_all(home):
    assert state_of(text_of(STATE, home), home) == STATE


@pytest.mark.skipif(os.name == "nt", reason="paths of another system")
def test_it_moves_with_the_project():
    moved = state_of(text_of(STATE, "/by/data/lyngby_heritage"), "/kollega/data/lyngby_heritage")
    assert (moved.folder, moved.output) == ("/kollega/data", "/kollega/data/lyngby_heritage")
    assert moved.done["plan"].results == {"FOLDER": "/kollega/data/lyngby_heritage/plan", "STEP_COUNT": 7}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"done": 3}', '{"done": {"plan": {}}}', '"x"'])
def test_what_nobody_can_read_is_an_empty_state(text):
    assert state_of(text, "/by") == PanelState()


def test_a_step_is_out_of_date_when_an_earlier_one_came_after_it():
    state = PanelState(done={"data": Done("2026-01-02", {}), "check": Done("2026-01-01", {})})
    assert state.is_stale("check", ["data"])
    assert not state.is_stale("data", [])
    assert not state.is_stale("plan", ["data", "check"])


def test_the_last_answer_counts():
    state = PanelState(done={"a": Done("2026-01-02", {"TERRAIN": "ny"}), "b": Done("2026-01-01", {"TERRAIN": "gl"})})
    assert (state.result("TERRAIN"), state.result("NONE")) == ("ny", None)


def test_results_go_beside_the_project_or_the_data(tmp_path):
    file = tmp_path / "data.gpkg"
    file.touch()
    assert proposed_output(str(tmp_path), "") == str(tmp_path / "lyngby_heritage")
    assert proposed_output(str(file), "") == str(tmp_path / "lyngby_heritage")
    assert proposed_output(str(tmp_path), "/projekt") == str(Path("/projekt/lyngby_heritage"))
    assert proposed_output("", "") == ""
    assert made_folder(str(tmp_path / "lyngby_heritage")) == str(tmp_path / "lyngby_heritage")
