"""The report of a run: its dial says in a browser what runs with other settings say, over the sample municipality."""

import random

import pytest
from dial_cases import COUNT, of_a_run, rolled_settings, said_by_a_run
from qgis.core import QgsProcessingContext, QgsProcessingFeedback
from webdriver import CHROMIUM, DRIVER, Browser

from lyngby_heritage.core.designation import classify as rule_of_a_run
from lyngby_heritage.processing.tools.classify_buildings_live import trial_of

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason="Chromium or chromedriver is not installed"),
]
# The settings of the run itself, as the page carries them.
CHOSEN = 'JSON.parse(document.getElementById("dial-data").textContent).chosen'


@pytest.fixture
def judged(monkeypatch):
    """What `classify` was called with and gave, of each call; it can be called again with other settings."""
    calls = []
    as_it_is = rule_of_a_run.classify

    def listening(rows, save, raw_save, chosen, *more, **named):
        calls.append(lambda settings: as_it_is(rows, save, raw_save, settings, *more, **named))
        return as_it_is(rows, save, raw_save, chosen, *more, **named)

    monkeypatch.setattr(rule_of_a_run, "classify", listening)
    return calls


def test_the_sample_municipality_comes_out_as_runs_with_200_settings_have_it(
    qgis_app, classify, judged, sample, tmp_path
):
    layers = {"BUILDINGS": "bygninger", "PARCELS": "jordstykker", "DECISIONS": "beslutninger"}
    given = {name: f"{sample}|layername={layer}" for name, layer in layers.items()}
    page = tmp_path / "udpegning.html"
    run = classify(**given, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=page)
    assert run.code == 0, run.log
    live = trial_of(given, QgsProcessingContext(), QgsProcessingFeedback()).live
    tried = rolled_settings(random.Random(20), 200)
    with Browser(tmp_path / "profile") as browser:
        browser.open(page.as_uri())
        found = browser.run(COUNT, tried)
        as_computed = browser.run(f"const chosen = {CHOSEN}; {COUNT}".replace("arguments[0]", "[chosen]"))[0]
        assert browser.messages() == []
    again = judged[-1]
    expected = [said_by_a_run(again(of_a_run(one)), live.fours) for one in tried]
    for settings_tried, ours, theirs in zip(tried, found, expected):
        assert ours == theirs, settings_tried
    assert len({one["buildings"] for one in found}) > 30, "the settings are chosen so that they matter"
    assert as_computed["buildings"] == run.results["DESIGNATED_COUNT"]
    assert as_computed["designated"] == run.results["VALUE_4_UNIFORM_COUNT"]
