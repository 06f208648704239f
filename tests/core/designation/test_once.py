"""What designations of the same rows share is found once, and only where their settings say the same."""

import numpy as np
import pytest
from builders import house, rows, thresholds
from profiles import profile_in

from lyngby_heritage.core.common.profile_reading import PROFILES, built_in_profile, read_profile, shipped
from lyngby_heritage.core.designation.once import Once, reading_of
from lyngby_heritage.core.neighbourhood.neighbours import DISTANCE, NeighbourRule

RULES = "rules/designation.json"


def by_distance(metres=40.0):
    return NeighbourRule(DISTANCE, metres, 20.0)


@pytest.fixture
def once():
    return Once(rows([house(0, id="a", year=1930), house(20, id="b", year=1945), house(100, id="c", year=1930)]))


def test_equal_settings_get_the_very_same_answer(once):
    assert once.graph(by_distance()) is once.graph(by_distance())
    assert once.pairs(by_distance(), thresholds()) is once.pairs(by_distance(), thresholds(similarity=0.1))
    assert once.evidence(by_distance(), thresholds()) is once.evidence(by_distance(), thresholds(uniform_share=0.1))


def test_other_settings_get_another_one(once):
    assert len(once.graph(by_distance()).source) == 2
    assert len(once.graph(by_distance(200.0)).source) == 6
    years_alike = np.uint8(0b10)
    assert not (once.pairs(by_distance(), thresholds(year_tolerance=10)).alike & years_alike).any()
    assert (once.pairs(by_distance(), thresholds(year_tolerance=15)).alike & years_alike).all()


def test_the_profiles_that_come_with_the_plugin_read_alike():
    assert {reading_of(read_profile(PROFILES / one)) for one in shipped()} == {reading_of(built_in_profile())}


@pytest.mark.parametrize(
    ("files", "alike"),
    [
        ({RULES: {"high_values": [1, 2], "thresholds": {"SIMILARITY": 0.9}, "attached_uses": [131]}}, True),
        ({RULES: {"secondary_uses": [[910, 960], [990, 990]]}}, True),  # as it is
        ({RULES: {"secondary_uses": [[910, 910]]}}, False),
        ({RULES: {"unknown_year_until": 1500}}, False),
        ({"rules/plots.json": {"flats_uses": [140]}}, True),
        ({"rules/plots.json": {"adjoining_tolerance_m": 2.0}}, False),
        ({"rules/plot_ratio.json": {"defaults": {"MAX_PLOT_RATIO": 25.0}}}, True),
    ],
)
def test_a_profile_that_reads_otherwise_is_read_by_itself(tmp_path, files, alike):
    profile = read_profile(profile_in(tmp_path / "vores", files))
    assert (reading_of(profile) == reading_of(built_in_profile())) is alike
