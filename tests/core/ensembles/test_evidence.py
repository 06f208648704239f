"""`vaegt`: how much evidence speaks for a proposal, computed by hand."""

import math

import numpy as np
import pytest
from builders import house
from ensemble_cases import ensembles

from lyngby_heritage.core.ensembles.evidence import Known, sum_of, weight_of


def known(designated=(0, 0), high=(0, 0), year=math.nan, inside=(0, 0), outside=(0, 0)):
    """What is counted of one group; pairs are (how many, of how many)."""
    pairs = (designated, high, inside, outside)
    counts = [np.array([value]) for one in pairs for value in one]
    return Known(*counts[:4], np.array([year]), counts[5], counts[4], counts[7], counts[6])


def weight(**facts):
    return weight_of(known(**facts))[0]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, 0.0),  # what nobody knows is no evidence
        ({"designated": (8, 8)}, 0.32),  # 0.4 · 8 ÷ (8 + 2)
        ({"designated": (1, 1)}, 0.1333),  # 0.4 · 1 ÷ 3: few are little evidence
        ({"designated": (0, 30)}, 0.0),
        ({"high": (4, 8)}, 0.12),  # 0.3 · 4 ÷ 10
        ({"year": 1915}, 0.05),  # 0.1 · (1980 − 1915) ÷ 130
        ({"year": 1780}, 0.1),
        ({"year": 1999}, 0.0),
        ({"inside": (9, 10)}, 0.18),  # 0.2 · 0.9: no neighbour outside
        ({"inside": (9, 10), "outside": (1, 4)}, 0.13),  # 0.2 · (0.9 − 0.25)
        ({"inside": (5, 10), "outside": (4, 5)}, 0.0),  # it is more like what lies outside
        ({"designated": (8, 8), "high": (8, 8), "year": 1850, "inside": (10, 10)}, 0.86),
    ],
)
def test_the_weight_is_the_sum_of_what_is_known(facts, expected):
    assert weight(**facts) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            {"designated": (8, 8), "high": (4, 8), "year": 1915, "inside": (9, 10), "outside": (1, 4)},
            # 0.32 + 0.12 + 0.05 + 0.13
            "0,62 = 0,32 (8 af 8 udpeges efter reglerne eller ved særskilt beslutning, fredede medregnet) + 0,12 "
            "(4 af 8 har SAVE-værdi 1–4) + 0,05 (opført i gennemsnit 1915) + 0,13 (ens i 90 % af sammenligningerne "
            "inden for forslaget og 25 % af dem med naboer udenfor). Ved de to første lægges 2 til antallet, der deles "
            "med, så få bygninger vejer mindre.",
        ),
        (
            {"inside": (9, 10)},
            "0,18 = 0,00 (udpegning ukendt) + 0,00 (ingen kendt SAVE-værdi) + 0,00 (opførelsesår ukendt) + 0,18 (ens i "
            "90 % af sammenligningerne inden for forslaget, ingen naboer udenfor). Ved de to første lægges 2 til "
            "antallet, der deles med, så få bygninger vejer mindre.",
        ),
    ],
)
def test_the_weight_is_written_out_so_that_it_can_be_added_up(facts, told):
    assert sum_of(known(**facts), 0) == told


def row(name, y, designated, save, count=5):
    return [house(20 * i, y, id=f"{name}{i}", save=save) for i in range(count)], [designated] * count


def test_ensembles_are_numbered_by_evidence_and_not_by_size():
    large, large_known = row("l", 0, False, 6, 9)
    small, small_known = row("s", 500, True, 3)
    middle, middle_known = row("m", 1000, False, 4)
    found = ensembles(large + small + middle, designated=large_known + small_known + middle_known)
    assert [found.buildings.ids[found.groups.building[found.groups.group == one][0]][0] for one in range(3)] == [*"sml"]
    # Year 1937 (43 ÷ 130) and all alike: 0.0331 + 0.2; 5 ÷ 7 of 0.7 more for the small one, of 0.3 for the middle one.
    assert found.figures.weight.tolist() == pytest.approx([0.7331, 0.4474, 0.2331], abs=1e-4)
    assert found.figures.designated.tolist() == [5, 0, 0]
