"""Steps 5 and 6: what they ask, what they are given of the plan, and what they wait for."""

from pathlib import Path

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.common.profile_reading import shipped
from lyngby_heritage.desktop.panel_answers import answers_in
from lyngby_heritage.desktop.panel_delivery import ADOPTED_ON, FOLLOWED, HISTORY, PUBLISHED_ON
from lyngby_heritage.desktop.panel_form import DAY, FILE, METRES, PLACE, TEXT, answer, made, package_of
from lyngby_heritage.desktop.panel_hearing import FROM, GIVEN_ANSWERS, OWNERS, TABLE, TO, last_day, working_table
from lyngby_heritage.desktop.panel_packages import Package, data_cells, read_package
from lyngby_heritage.desktop.panel_state import OF_FOLDER, Done, PanelState, state_of, text_of
from lyngby_heritage.desktop.panel_steps import (
    EVERY,
    GROUPS,
    ORDER,
    STEPS,
    WITHIN,
    Known,
    group_of,
    parameters_of,
    step_of,
    steps_before,
)
from lyngby_heritage.desktop.panel_waits import is_stale, lacking_answer, lacking_step
from lyngby_heritage.processing.outputs.folder_contents import write_contents
from lyngby_heritage.processing.tools.provider import TOOLS

NAMES = {one.NAME for one in TOOLS}
LATE = [step for group in GROUPS for step in group.steps]
OFFERED = [step for step in LATE if all(turn.tool in NAMES for turn in step.turns)]
"""Those whose tools are there."""
PLAN = Package("/ud/plan", frozenset({"bygninger", "ejendomme", "lokalplaner"}), ("BBR", "bbr.zip", "2026-09-28"))
DATA = {"bygninger": "/ud/data.gpkg|layername=bygninger", "jordstykker": "/ud/data.gpkg|layername=jordstykker"}


def at(minute, **results):
    """A step that was carried out at a minute."""
    return Done(f"2027-01-04T10:{minute:02d}:00.000", results)


def known(state=None, **packages):
    return Known(state or PanelState(output="/ud"), DATA, packages=packages)


def given(step, place=-1, **more):
    return parameters_of(step_of(step).turns[place], more.pop("known"), Path("/ud"))


def made_package(folder):
    folder.mkdir()
    (folder / "kulturhistorisk_lokalplan.gpkg").touch()
    return str(folder)


# The tables ----------------------------------------------------------------------------------------------------------


def test_every_step_has_a_key_of_its_own_and_asks_in_known_ways():
    keys = [*(one.key for one in EVERY), *(one.key for one in GROUPS)]
    assert len(set(keys)) == len(keys)
    assert {ask.kind for step in EVERY for ask in step.asks} == {FILE, PLACE, DAY, TEXT, METRES}
    assert {group_of(one.key)[0] for one in EVERY} == set(ORDER)
    assert {needed for one in LATE for needed in (*one.needs, *steps_before(one.key))} <= {one.key for one in EVERY}


@pytest.fixture(scope="module")
def tools(qgis_app):
    return {one.NAME: one().create() for one in TOOLS}


@pytest.mark.parametrize("step", OFFERED, ids=lambda step: step.key)
def test_no_step_gives_a_tool_what_it_does_not_know(tools, step):
    for turn in step.turns:
        tool = tools[turn.tool]
        assert {*turn.files, *turn.given, *turn.places} <= {one.name() for one in tool.parameterDefinitions()}
        assert {*turn.files, *turn.places} <= {one.name() for one in tool.destinationParameterDefinitions()}


@pytest.mark.parametrize("step", OFFERED, ids=lambda step: step.key)
def test_what_a_step_tells_are_results_of_its_tool(tools, step):
    tool = tools[step.turns[-1].tool]
    names = {one.name() for one in tool.outputDefinitions()}
    texts = [step.summary, *(words for _, words in step.lines)]
    told = {part.split(":")[0].split("}")[0] for text in texts for part in text.split("{")[1:]}
    opened = {result.partition("/")[0] for _, result in step.reports}
    assert told | opened | set(step.look_at) | {name for name, _ in step.lines} <= names
    assert set(step.look_at) <= {name for name, _ in step.lines} | set(told), "what is amber is said"


# What is asked -------------------------------------------------------------------------------------------------------


def test_the_last_day_is_the_shortest_that_the_law_allows():
    # Four weeks after Monday 4 January 2027 is Monday 1 February.
    assert last_day(PanelState(told={FROM.key: "2027-01-04"})) == "2027-02-01"
    # Two weeks for one of minor importance.
    assert last_day(PanelState(told={FROM.key: "2027-01-04"}, settings={"KIND": 1})) == "2027-01-18"
    # Four weeks after Monday 1 March is Easter Monday, so it ends the day after.
    assert last_day(PanelState(told={FROM.key: "2027-03-01"})) == "2027-03-30"
    assert last_day(PanelState()) == ""


def test_what_is_proposed_is_for_the_account_and_the_tool_that_computes_it_is_not_given_it():
    state = PanelState(output="/ud", told={FROM.key: "2027-01-04", OWNERS.key: "/by/ejere.csv"})
    letters = given("letters", known=known(state, plan=PLAN))
    assert letters == {
        "PLAN": "/ud/plan",
        "OWNERS": "/by/ejere.csv",
        "HEARING_FROM": "2027-01-04",
        "FOLDER": str(Path("/ud/hoering")),
    }
    assert given("answers", known=known(state, plan=PLAN))["HEARING_TO"] == "2027-02-01"


@pytest.mark.parametrize(
    ("step", "told", "lacks"),
    [
        ("letters", {}, "Choose the file: Owners."),
        ("letters", {"OWNERS": "/nowhere/ejere.csv"}, "/nowhere/ejere.csv is not there any more."),
        ("letters", {"OWNERS": __file__}, "Choose the day: Hearing from."),
        ("letters", {"OWNERS": __file__, "HEARING_FROM": "2027-01-04"}, ""),
        ("adopted", {}, "Choose the day: Adopted on."),
        ("adopted", {"ADOPTED": "i april"}, "'i april' is no day: Adopted on. Write it as 4.1.2027."),
        (
            "adopted",
            {"ADOPTED": "2027-04-19", "PUBLISHED": "2027-02-30"},
            "'2027-02-30' is no day: Published on. Write it as 4.1.2027.",
        ),
        ("follow", {}, "Choose the folder: Adopted plan."),
        ("sheets", {}, ""),
    ],
)
def test_what_a_person_has_still_to_say(step, told, lacks):
    assert lacking_answer(step_of(step), PanelState(told=told)) == lacks


def test_what_was_said_in_a_tool_s_window_is_an_answer(qgis_app):
    from qgis.PyQt.QtCore import QDate, QDateTime, QTime

    state = PanelState(told={FROM.key: "2027-01-04", OWNERS.key: "/by/ejere.csv"})
    parameters = {
        "OWNERS": "/by/ejere.csv",
        "OTHERS": "lag_7",
        "HEARING_FROM": QDateTime(QDate(2027, 1, 11), QTime(0, 0)),
        "HEARING_TO": QDate(2027, 3, 1),
        "KIND": 1,
    }
    kept = {"lag_7": "/by/andre.csv"}
    said = answers_in(step_of("letters").turns[0], parameters, state, lambda value: kept.get(str(value), value))
    assert said == {"OTHERS": "/by/andre.csv", "HEARING_FROM": "2027-01-11", "HEARING_TO": "2027-03-01"}


def test_the_project_keeps_answers_and_moves_their_paths():
    state = PanelState(told={OWNERS.key: "/by/data/ejere.csv", FROM.key: "2027-01-04", "NEARBY": 20})
    moved = state_of(text_of(state, "/by/data/lyngby_heritage"), "/kollega/data/lyngby_heritage")
    assert moved.told == {OWNERS.key: str(Path("/kollega/data/ejere.csv")), FROM.key: "2027-01-04", "NEARBY": 20}


# The working table ---------------------------------------------------------------------------------------------------


@pytest.fixture
def answered(tmp_path):
    """A state with a folder that holds both forms of the working table as a run left them."""
    folder = tmp_path / "hoeringssvar"
    folder.mkdir()
    for name in ("arbejdsskema.xlsx", "arbejdsskema.gpkg"):
        (folder / name).write_bytes(b"tom")
    write_contents(folder, {})
    return PanelState(output=str(tmp_path), done={"answers": at(1, FOLDER=str(folder))})


def work_in(state, name):
    Path(state.done["answers"].results["FOLDER"], name).write_bytes(b"vurderet")


def answers_given(state):
    all_of_it = given("answers", known=known(state, plan=PLAN))
    return all_of_it.get("ASSESSED", ""), Path(all_of_it["FOLDER"]).name


def test_while_nobody_has_worked_in_it_the_table_is_made_anew_in_its_place(answered):
    assert answers_given(answered) == ("", "hoeringssvar")
    assert Path(working_table(answered)).name == "arbejdsskema.xlsx"


@pytest.mark.parametrize("name", ["arbejdsskema.xlsx", "arbejdsskema.gpkg"])
def test_what_was_written_is_carried_over_and_never_written_over(answered, name):
    work_in(answered, name)
    assessed, folder = answers_given(answered)
    assert (Path(assessed).name, folder) == (name, "hoeringssvar_2")
    assert Path(working_table(answered)).name == name


def test_two_that_were_worked_on_are_a_question(answered):
    for name in ("arbejdsskema.xlsx", "arbejdsskema.gpkg"):
        work_in(answered, name)
    assert working_table(answered) == ""
    with pytest.raises(HeritageError) as refused:
        answers_given(answered)
    assert "Working table" in str(refused.value)
    chosen = str(Path(answered.done["answers"].results["FOLDER"], "arbejdsskema.gpkg"))
    answered.told[TABLE.key] = chosen
    assert answers_given(answered) == (chosen, "hoeringssvar_2")


# What the plan gives -------------------------------------------------------------------------------------------------


def test_the_adopted_plan_is_made_of_the_plan_and_of_its_data():
    state = PanelState(output="/ud", told={ADOPTED_ON.key: "2027-04-19", PUBLISHED_ON.key: "2027-04-26"})
    assert given("adopted", known=known(state, plan=PLAN)) == {
        "BUILDINGS": f"{PLAN.file}|layername=bygninger",
        "PROPERTIES": f"{PLAN.file}|layername=ejendomme",
        "PLANS": f"{PLAN.file}|layername=lokalplaner",
        "PARCELS": DATA["jordstykker"],
        "DATA": ["BBR", "bbr.zip", "2026-09-28"],
        "STATE": 2,
        "ADOPTED": "2027-04-19",
        "PUBLISHED": "2027-04-26",
        "FOLDER": str(Path("/ud/vedtaget")),
    }


def test_a_package_is_handed_on_by_its_folder_and_what_was_made_by_its_file():
    nothing, there = known(), known(plan=PLAN)
    assert (package_of("plan")(nothing), package_of("plan")(there)) == (None, PLAN.folder)
    assert package_of("adopted")(there) is None
    assert made("beslutninger.gpkg")(there) == str(Path("/ud/beslutninger.gpkg"))
    for step, maker in (("letters", "plan"), ("sheets", "adopted"), ("plandata", "adopted")):
        assert given(step, known=known(**{maker: PLAN}))["PLAN"] == PLAN.folder
        assert "PLAN" not in given(step, known=nothing)


def test_after_a_white_book_it_is_what_was_designated_after_the_hearing():
    state = PanelState(output="/ud", done={"white_book": at(5)})
    assert given("adopted", known=known(state, plan=PLAN))["BUILDINGS"] == str(Path("/ud/udpegning_efter_hoering.gpkg"))


def test_a_plan_that_is_made_as_a_proposal_has_the_days_of_the_hearing():
    told = {FROM.key: "2027-01-04", TO.key: "2027-03-01"}
    draft, proposal = (PanelState(output="/ud", told=told, settings={"STATE": state}) for state in (0, 1))
    assert "HEARING_FROM" not in given("plan", known=known(draft))
    found = given("plan", known=known(proposal))
    assert (found["HEARING_FROM"], found["HEARING_TO"]) == ("2027-01-04", "2027-03-01")


def test_plots_of_the_plan_itself_say_nothing_of_what_has_happened_since():
    done = {"plan": at(1), "adopted": at(2)}
    told = {FOLLOWED.key: "/i_fjor/vedtaget", HISTORY.key: "/by/bbr.json"}
    same_year = given("follow", known=known(PanelState(done=done, told=told), plan=PLAN))
    assert (same_year["PLAN"], same_year["BBR"]) == ("/i_fjor/vedtaget", "/by/bbr.json")
    assert "PROPERTIES" not in same_year
    next_year = given("follow", known=known(PanelState(done={**done, "plan": at(3)}, told=told), plan=PLAN))
    assert next_year["PROPERTIES"] == f"{PLAN.file}|layername=ejendomme"


def test_a_folder_without_a_package_is_none(tmp_path, qgis_app):
    assert read_package(str(tmp_path)) is None


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("BBR; bbr.zip; 2026-09-28", ["BBR", "bbr.zip", "2026-09-28"]),
        ("BBR; a; b.zip; 2026-09-28", ["BBR", "a; b.zip", "2026-09-28"]),
        ("BBR; bbr.zip; efterår 2026", ["BBR", "bbr.zip", "efterår 2026"]),
        ("BBR; byg (database)", ["BBR", "byg (database)", ""]),  # nothing says when a table was changed
        ("BBR; 28.9.2026", ["BBR", "", "28.9.2026"]),
        ("BBR", ["BBR", "", ""]),
    ],
)
def test_a_row_of_the_data_that_a_package_was_made_of(row, cells):
    assert data_cells(row) == cells


# What waits for what -------------------------------------------------------------------------------------------------


def test_steps_wait_for_those_that_they_are_made_of(tmp_path):
    state = PanelState()
    assert lacking_step(step_of("letters"), state) == "First: Plan."
    state.done["plan"] = at(1, FOLDER=str(tmp_path / "plan"))
    assert lacking_step(step_of("letters"), state) == "First: Plan.", "its folder is gone"
    made_package(tmp_path / "plan")
    assert lacking_step(step_of("letters"), state) == ""
    assert lacking_step(step_of("white_book"), state) == "First: Answers."
    assert lacking_step(step_of("adopted"), state) == "", "a plan that nobody answered has no white book"
    state.done["answers"] = at(2)
    assert lacking_step(step_of("adopted"), state) == "First: White book."
    state.done["white_book"] = at(3)
    assert lacking_step(step_of("adopted"), state) == ""
    state.done["answers"] = at(4)
    assert lacking_step(step_of("adopted"), state) == "Is out of date, run it again first: White book."
    assert lacking_step(step_of("sheets"), state) == "First: Adopted plan."


def test_letters_and_answers_do_not_make_each_other_out_of_date():
    state = PanelState(done={"plan": at(1), "answers": at(2), "letters": at(3), "check": at(9)})
    assert not is_stale(state, "answers")
    state.done["plan"] = at(4)
    assert is_stale(state, "answers")
    assert not is_stale(state, STEPS[0].key)


def test_data_of_another_folder_than_the_chosen_one_are_out_of_date():
    """A year later the new downloads are chosen, and nothing is collected of them yet."""
    state = PanelState(folder="/kommune/2028", done={"data": Done("2027-01-01", {OF_FOLDER: "/kommune/2027"})})
    assert is_stale(state, "data")
    state.folder = "/kommune/2027"
    assert not is_stale(state, "data")
    state.done["data"] = Done("2026-01-01", {})  # of a version that did not say of which
    assert not is_stale(state, "data")


def test_a_comparison_of_rules_stands_in_the_designation_and_nothing_is_made_of_it():
    (compared,) = WITHIN
    assert compared.within == "designate"
    assert group_of(compared.key) == ("designate", "3 Designation")
    assert all(compared.key not in (*(one.uses or ()), *one.needs) for one in EVERY)
    known = Known(PanelState(), {"bygninger": "b.gpkg", "jordstykker": "j.gpkg", "fbb": "f.gpkg"})
    given = parameters_of(compared.turns[-1], known, Path("ud"))
    assert given["PROFILES"] == list(range(len(shipped())))
    assert {"BUILDINGS": "b.gpkg", "PARCELS": "j.gpkg"}.items() <= given.items()
    assert "OUTPUT_PAIRS" not in given


def test_asked_in_one_step_is_answered_in_all():
    state = PanelState(told={TO.key: "2027-03-01", GIVEN_ANSWERS.key: "/by/svar.csv"})
    assert answer(TO, state) == "2027-03-01"
    assert given("white_book", 0, known=known(state, plan=PLAN))["HEARING_TO"] == "2027-03-01"
