"""The settings of a check go into the metadata of its result, as pairs and in words."""

from lyngby_heritage.core.plot_ratio.check import Settings
from lyngby_heritage.core.plot_ratio.settings_told import settings_pairs, settings_summary

CHOSEN = Settings(30.0, 1.5, 2.0, 50.0, 25.0)


def test_each_setting_stands_under_its_parameter():
    assert settings_pairs(CHOSEN) == [
        ("MAX_PLOT_RATIO", "30"),
        ("MAX_STOREYS", "1.5"),
        ("TWO_STOREY_LIMIT", "2"),
        ("ZONE_SHARE", "50"),
        ("FOOTPRINT_MARGIN", "25"),
    ]


def test_people_read_a_line_for_each():
    assert settings_summary(CHOSEN).splitlines()[:3] == [
        "Bebyggelsesprocent og etager (checkplotratio).",
        "Højeste bebyggelsesprocent (%): 30",
        "Højeste etageantal: 1,5",
    ]
