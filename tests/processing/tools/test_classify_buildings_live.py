"""Thresholds that move give what a run of the tool itself gives, over the sample municipality."""

import random
from pathlib import Path

import pytest
from conftest import qgis_process, read_layer
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from lyngby_heritage.core.designation.live import Choice
from lyngby_heritage.processing.tools.classify_buildings_live import trial_of

pytestmark = pytest.mark.process


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("eksempel") / "eksempel.gpkg"
    run = qgis_process("run", "lyngby_heritage:createsampledata", "--", "PROPERTY_COUNT=200", f"OUTPUT={path}")
    assert run.code == 0, run.log
    return path


def given(sample, **more):
    layers = {"BUILDINGS": "bygninger", "PARCELS": "jordstykker", "DECISIONS": "beslutninger"}
    return {**{name: f"{sample}|layername={layer}" for name, layer in layers.items()}, **more}


def tried(parameters):
    return trial_of(parameters, QgsProcessingContext(), QgsProcessingFeedback())


def test_the_tool_itself_says_the_same_at_the_same_thresholds(qgis_app, classify, sample, tmp_path):
    rolled = random.Random(173)
    live = tried(given(sample)).live
    assert len(live) > 20
    counts = set()
    for number in range(5):
        choice = Choice(
            rolled.choice((0.3, 0.5, 0.6, 0.8)),
            rolled.choice((0.5, 0.75, 0.9)),
            rolled.choice((0, 5, 10, 25)),
            rolled.choice((1, 2, 4)),
        )
        output: Path = tmp_path / f"{number}.gpkg"
        run = classify(**given(sample, OUTPUT=output, **choice.parameters()))
        assert run.code == 0, run.log
        rows = read_layer(output)
        assert live.designated(choice).tolist() == [bool(row["udpeget"]) for row in rows], choice
        grounds = [rows[row]["udpegning"] for row in live.fours]
        counted = live.counted(live.grounds(choice))
        assert (counted.designated, counted.review) == (
            grounds.count("vaerdi_4_ensartet"),
            grounds.count("til_vurdering"),
        )
        counts.add(counted.designated)
    assert len(counts) > 1, "the thresholds are chosen so that they matter"


def test_each_4_has_its_place(qgis_app, sample):
    trial = tried(given(sample))
    assert len(trial.places) == len(trial.live)
    assert trial.crs.authid() == "EPSG:25832"


def test_what_the_tool_refuses_is_refused_in_its_words(qgis_app, sample):
    with pytest.raises(QgsProcessingException, match="SAVE_FIELD"):
        tried({"BUILDINGS": f"{sample}|layername=zoner"})
