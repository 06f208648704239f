"""What the interactive part of the report says and draws with."""

import json
import re

import pytest
from profiles import profile_in

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.common.profile import in_force
from lyngby_heritage.core.common.profile_reading import read_profile
from lyngby_heritage.core.report.classification import designation_classes
from lyngby_heritage.core.report.dial_page import dial_words
from lyngby_heritage.paths import DATA

FOLDERS = {
    "Furesø": "furesoe",
    "Rødovre": "roedovre",
    "Rudersdal": "rudersdal",
    "Gentofte": "gentofte",
    "Gladsaxe": "gladsaxe",
}


def of_profile(folder, files):
    with in_force(read_profile(profile_in(folder, files))):
        return dial_words()


def test_buildings_are_drawn_as_the_maps_draw_them():
    by_name = {one["name"]: one for one in designation_classes()}
    drawn = dial_words()["classes"]
    assert [one["marker"] for one in drawn] == ["square", "triangle", "circle"]
    assert all(one["fill"] == by_name[one["name"]]["fill"] for one in drawn)
    assert len({one["marker"] for one in drawn}) == 3  # told apart without colour too


@pytest.mark.parametrize("preset", load("rules/dial_presets.json")["presets"], ids=lambda one: one["name"])
def test_a_preset_is_the_rule_and_the_source_of_that_municipality_s_profile(preset):
    told = json.loads((DATA / "profiles" / FOLDERS[preset["name"]] / "profile.json").read_text(encoding="utf-8"))
    assert preset["settings"] == told["parametre"]
    (source,) = [one for one in told["kilder"] if one["om"] == "VALUE4_RULE"]
    assert source["bekraeftet"]
    plan, _, where = preset["source"].rpartition(" (")
    assert plan.split(",")[0] in source["kilde"]
    assert where.rstrip(")") in source["kilde"]


def test_presets_are_shown_where_they_are_about_the_same_value(tmp_path):
    assert [one["name"] for one in dial_words()["presets"]] == list(FOLDERS)
    others = of_profile(tmp_path, {"rules/designation.json": {"high_values": [1, 2], "neighbour_value": 3}})
    assert others["presets"] == []


def test_a_building_is_close_to_a_threshold_within_the_steps_of_the_certainty():
    assert dial_words()["hair"] == {"UNIFORM_SHARE": 0.1, "SIMILARITY": 0.1, "YEAR_TOLERANCE": 5}


@pytest.mark.parametrize(
    ("settings", "named"), [({"AREA_TOLERANCE": 30}, "AREA_TOLERANCE=30"), ({"VALUE4_RULE": 7}, "VALUE4_RULE=7")]
)
def test_a_preset_that_no_run_could_be_given_is_refused(tmp_path, settings, named):
    own = {"name": "Nabokøbing", "neighbour_value": 4, "says": "Alle.", "source": "Vores plan", "settings": settings}
    with pytest.raises(HeritageError, match=f"Nabokøbing gives {named}"):
        of_profile(tmp_path, {"rules/dial_presets.json": {"presets": [own]}})


def test_every_slider_is_explained():
    """There are four, and two of distances; three were."""
    script = (DATA / "templates" / "dial" / "sliders.js").read_text(encoding="utf-8")
    sliders = re.findall(r'"([A-Z_]+)"', re.search(r"const MAIN = \[(.*?)\]", script)[1])
    told = dial_words()["thresholds"]
    assert len(sliders) == 6
    assert [name for name in sliders if not told.get(name, {}).get("explanation")] == []
    assert "værdi 1–3" in told["NEIGHBOUR_DISTANCE"]["explanation"].replace("\u2060", "")


def test_no_preset_speaks_of_a_numbered_rule():
    """Nobody sees a number beside a rule: they are called by their names."""
    assert [one for one in dial_words()["presets"] if re.search(r"[Rr]egel \d", one["note"] + one["says"])] == []
