"""What a run within the window hears of its tool: whenever it says something, goes on, or asks whether to stop."""

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.desktop import running
from lyngby_heritage.desktop.running import PanelFeedback, said_of
from lyngby_heritage.processing.job.run import _Overhearing
from lyngby_heritage.processing.tools.collect_data import CollectData


class Clock:
    """Time that goes on when told to."""

    now = 100.0

    def monotonic(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    made = Clock()
    monkeypatch.setattr("lyngby_heritage.desktop.running.time", made)
    return made


@pytest.mark.parametrize(
    "does",
    [
        lambda feedback: feedback.isCanceled(),
        lambda feedback: feedback.setProgress(feedback.progress() + 10),
        lambda feedback: feedback.pushInfo("a line"),
        lambda feedback: feedback.setProgressText("a line"),
        lambda feedback: _Overhearing(3, feedback).isCanceled(),
    ],
)
def test_the_window_is_let_draw_itself_but_not_all_the_time(qgis_app, clock, does):
    feedback, drawn = PanelFeedback(), []
    feedback.breathe_with(lambda stage, line: drawn.append(line))
    does(feedback)
    assert drawn == [], "it drew itself a moment ago"
    clock.now += 1
    does(feedback)
    assert len(drawn) == 1
    does(feedback)
    assert len(drawn) == 1


@pytest.mark.parametrize("through", [lambda one: one, lambda one: _Overhearing(3, one)])
def test_what_a_run_warns_of_is_kept_once(qgis_app, through):
    """Of the steps of the main job too, and an error that stopped nothing."""
    feedback = PanelFeedback()
    said = through(feedback)
    for text in ("Look at a.", "Look at b.", " Look at a.\n", ""):
        said.pushWarning(text)
    said.pushInfo("a line")
    said.reportError("c is not drawn.", False)
    assert feedback.warnings == ["Look at a.", "Look at b.", "c is not drawn."]


def test_what_qgis_says_of_every_field_of_a_format_is_no_warning(qgis_app, monkeypatch):
    monkeypatch.setattr(
        running.QCoreApplication,
        "translate",
        lambda context, text: text.replace("Aliases are not supported by", "Brug af alias er ikke understøttet af"),
    )
    running._of_formats.cache_clear()
    feedback = PanelFeedback()
    for text in (
        "bygning_id: Brug af alias er ikke understøttet af GeoPackage",
        "a: Comments are not supported by CSV",
    ):
        feedback.pushWarning(text)
    feedback.pushWarning("a: Look at it.")
    running._of_formats.cache_clear()
    assert feedback.warnings == ["a: Look at it."]


def test_what_the_window_asks_while_it_draws_does_not_draw_again(qgis_app, clock):
    feedback, drawn = PanelFeedback(), []

    def draw(stage, line):
        clock.now += 1  # drawing takes long
        drawn.append(feedback.isCanceled())

    feedback.breathe_with(draw)
    clock.now += 1
    assert not feedback.isCanceled()
    assert drawn == [False]


def test_cancel_that_is_heard_while_drawing_stops_at_once(qgis_app, clock):
    feedback = PanelFeedback()
    feedback.breathe_with(lambda *_: feedback.cancel())
    clock.now += 1
    assert _Overhearing(3, feedback).isCanceled()


def test_the_step_of_a_job_stays_in_sight_while_its_lines_go_by(qgis_app, clock):
    feedback, drawn = PanelFeedback(), []
    feedback.breathe_with(lambda *told: drawn.append(told))
    for said in ("a line", "\n2/7  Buildings", "10 of 20\nmore", "", "\n3/7  Plots"):
        clock.now += 1
        feedback.pushInfo(said)
    stages = ("2/7 Buildings", ""), ("2/7 Buildings", "10 of 20"), ("2/7 Buildings", "10 of 20"), ("3/7 Plots", "")
    assert drawn == [("", "a line"), *stages]


def test_an_error_in_the_panel_names_a_field_as_the_window_of_its_tool_does(qgis_app, monkeypatch):
    made = CollectData().create()  # its parameters live as long as it does
    monkeypatch.setattr(running, "algorithm_of", lambda tool: made if tool == "collectdata" else None)
    error = HeritageError("Give the layers in LAYERS, and {code} in MUNICIPALITY.", code="0173")
    assert said_of(error, "collectdata") == (
        "Give the layers in 'Layers of the open project', and 0173 in 'Code of the municipality'."
    )
    assert said_of(OSError("no room in LAYERS")) == "no room in LAYERS"
