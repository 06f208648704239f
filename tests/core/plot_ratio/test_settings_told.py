"""The limits of a check go into the metadata and come out again; what is missing or damaged is not guessed."""

import pytest

from lyngby_heritage.core.plot_ratio.check import Settings
from lyngby_heritage.core.plot_ratio.settings_told import LimitsTold, read_limits, settings_pairs, settings_summary

CHOSEN = Settings(30.0, 1.5, 2.0, 50.0, 25.0)


def test_they_are_read_from_the_pairs_again():
    assert settings_pairs(CHOSEN)[:3] == [("MAX_PLOT_RATIO", "30"), ("MAX_STOREYS", "1.5"), ("TWO_STOREY_LIMIT", "2")]
    assert read_limits(settings_pairs(CHOSEN)) == LimitsTold(30.0, 1.5, 2.0)


@pytest.mark.parametrize("value", [None, "", "tredive", "nan", "inf"])
def test_what_cannot_be_read_is_not_told(value):
    assert read_limits([("MAX_PLOT_RATIO", value), ("MAX_STOREYS", "1.5")]) == LimitsTold(None, 1.5, None)


def test_people_read_a_line_for_each():
    assert settings_summary(CHOSEN).splitlines()[:3] == [
        "Bebyggelsesprocent og etager (checkplotratio).",
        "Højeste bebyggelsesprocent (%): 30",
        "Højeste etageantal: 1,5",
    ]
