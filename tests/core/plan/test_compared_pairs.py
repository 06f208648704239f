"""Which pairs the public may be told of."""

import numpy as np
import pytest

from lyngby_heritage.core.plan.compared_pairs import Pairs

PAIRS = Pairs(["A", "b", "C"], ["B", "C", "A"], np.ones(3), [""] * 3, [""] * 3)


@pytest.mark.parametrize(
    ("withheld", "public"),
    [((), [True, True, True]), (("b",), [False, False, True]), (("x",), [True, True, True])],
)
def test_a_pair_is_public_when_neither_of_the_two_is_withheld_whatever_the_case_of_its_id(withheld, public):
    assert PAIRS.public(frozenset(withheld)).tolist() == public
