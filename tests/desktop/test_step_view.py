"""The head of a step and what stands below its buttons, once its tools have run."""

import pytest

from lyngby_heritage.desktop.panel_state import AMBER, GREEN, WARNED, Done, PanelState
from lyngby_heritage.desktop.panel_steps import step_of
from lyngby_heritage.desktop.panel_work import PanelWork
from lyngby_heritage.desktop.step_view import StepView

COUNTS = {"DESIGNATED_COUNT": 3, "BUILDING_COUNT": 9, "BOUND_COUNT": 3}
MANY = tuple(f"Look at {number}." for number in range(4))


@pytest.fixture
def view(qgis_app):
    def made(warnings, step="plan", **results):
        work = PanelWork()
        done = Done("2027-01-04T10:00:00.000", {**COUNTS, **results}, warnings)
        work.state = PanelState(done={step: done})
        view = StepView("4", step_of(step), work, lambda path: None, lambda step: None, (), ())
        view.refresh("")
        return view

    return made


def test_a_step_that_warned_is_not_green_and_says_what_of(view):
    quiet, warned = view(()), view(("Look at <a>.", "Look at b."))
    assert (quiet.colour, warned.colour) == (GREEN, WARNED)
    assert quiet.summary.text() == "The plan proposes to designate 3 buildings."
    assert warned.summary.text() == "The plan proposes to designate 3 buildings."
    assert warned.summary.toolTip() == "The plan proposes to designate 3 buildings. The run warned 2 times."
    assert warned.accessibleDescription() == warned.summary.toolTip()
    assert quiet.warned.isHidden()
    assert not warned.warned.isHidden()
    assert warned.warned.button.text() == "The run warned 2 times"
    assert "Look at &lt;a&gt;." in warned.warned.texts.text()
    assert "Look at b." in warned.warned.texts.text()
    assert quiet.light.pixmap().toImage() != warned.light.pixmap().toImage()


def test_warnings_about_the_data_and_those_of_the_run_are_told_apart(view):
    shown = view(("Look at a.",), "check", ERROR_COUNT=0, WARNING_COUNT=16, INFO_COUNT=26)
    assert shown.summary.text() == "0 errors, 16 warnings, 26 to know of."
    assert shown.warned.button.text() == "The run warned 1 time"


def test_what_must_be_looked_at_comes_before_a_warning_and_many_are_folded_away(view):
    shown = view(MANY, "check", ERROR_COUNT=1, WARNING_COUNT=0, INFO_COUNT=0)
    assert shown.colour == AMBER
    assert shown.warned.texts.isHidden()
    shown.warned.button.click()
    assert not shown.warned.texts.isHidden()
    shown.refresh("")
    assert not shown.warned.texts.isHidden(), "it stays as a person left it"


def test_a_step_of_earlier_data_says_nothing_of_its_warnings(view):
    shown = view(MANY)
    shown.work.state.done["data"] = Done("2027-01-05T10:00:00.000", {})
    shown.refresh("")
    assert (shown.colour, shown.warned.isHidden()) == (AMBER, True)
