"""What the plan's documents say of buildings that the register keeps from the public: one sentence in all of them."""

import numpy as np
import pytest

from lyngby_heritage.core.plan.content import NOTHING_WITHHELD, Withheld
from lyngby_heritage.core.plan.withheld import withheld_words


def withheld(count, bound):
    rows = np.array([True] * count + [False] * 3)
    return Withheld(rows, frozenset(f"b{one}" for one in range(count)), bound)


@pytest.mark.parametrize(
    ("count", "bound", "said"),
    [
        (1, 0, "1 bygning, som registret holder fra offentligheden, er ikke talt med."),
        (10, 0, "10 bygninger, som registret holder fra offentligheden, er ikke talt med."),
        (
            10,
            1,
            "10 bygninger, som registret holder fra offentligheden, er ikke talt med. 1 af dem er hverken fredet eller "
            "en kirke og opfylder reglen for udpegning eller er valgt ved en særskilt beslutning, men er ikke omfattet "
            "af planen, fordi planen ikke nævner den.",
        ),
        (
            10,
            3,
            "10 bygninger, som registret holder fra offentligheden, er ikke talt med. 3 af dem er hverken fredede "
            "eller kirker og opfylder reglen for udpegning eller er valgt ved en særskilt beslutning, men er ikke "
            "omfattet af planen, fordi planen ikke nævner dem.",
        ),
    ],
)
def test_the_withheld_are_counted_and_what_that_means_is_said(count, bound, said):
    assert withheld_words(withheld(count, bound)) == said


def test_what_the_plan_does_not_name_is_not_said_to_be_designated():
    said = withheld_words(withheld(10, 3))
    assert "udpeget" not in said
    assert said.endswith("er ikke omfattet af planen, fordi planen ikke nævner dem.")


def test_nothing_is_said_where_nothing_is_withheld():
    assert withheld_words(NOTHING_WITHHELD) == ""
