"""A row of the layer of plots that is no plot is known by its remark."""

import pytest

from lyngby_heritage.core.common.land_words import is_common, is_road


@pytest.mark.parametrize(
    ("remark", "road", "common"),
    [
        ("Vejareal (matrikelnummer 7000): jordstykket er ikke en grund.", True, False),
        ("Hele grunden er vejareal uden hovedbygning, så den er ikke en byggegrund.", True, False),
        ("Hele grunden er vejareal.", False, False),  # a plot with a house, all of it road
        ("Vejareal på 40 m² er talt med i grundens areal.", False, False),
        ("Fælleslod: jordstykket hører til flere ejendomme.", False, True),
        ("Grunden ligger uden for de åben-lav-områder, der er valgt, og er ikke omfattet.", False, False),
        ("", False, False),
        (None, False, False),
    ],
)
def test_what_a_row_is_stands_first_in_its_remark(remark, road, common):
    assert (is_road(remark), is_common(remark)) == (road, common)
