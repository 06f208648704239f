"""What the plan's documents say of buildings that the register keeps from the public: one sentence in all of them."""

from datetime import date

import numpy as np
import pytest

from lyngby_heritage.core.plan.content import NOTHING_WITHHELD, Withheld
from lyngby_heritage.core.plan.state import ADOPTED, PlanState
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
            "en kirke og foreslås udpeget, men planen nævner den ikke og kan derfor ikke binde ejeren.",
        ),
        (
            10,
            3,
            "10 bygninger, som registret holder fra offentligheden, er ikke talt med. 3 af dem er hverken fredede "
            "eller kirker og foreslås udpeget, men planen nævner dem ikke og kan derfor ikke binde ejerne.",
        ),
    ],
)
def test_the_withheld_are_counted_and_what_that_means_is_said(count, bound, said):
    assert withheld_words(withheld(count, bound), PlanState()) == said


def test_an_adopted_plan_says_that_they_are_designated():
    in_force = PlanState(ADOPTED, adopted=date(2027, 4, 19), published=date(2027, 4, 26))
    assert "2 af dem er hverken fredede eller kirker og er udpeget, men" in withheld_words(withheld(2, 2), in_force)


def test_nothing_is_said_where_nothing_is_withheld():
    assert withheld_words(NOTHING_WITHHELD, PlanState()) == ""
