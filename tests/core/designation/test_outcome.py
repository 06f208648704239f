"""What decided a designation travels as pairs and comes back the same; and what came of it is counted."""

import math

import numpy as np
import pytest
from builders import a_basis, classified, house

from lyngby_heritage.core.designation.outcome import (
    Basis,
    GroundCount,
    count_save_values,
    count_secondary,
    described,
    summary,
)

PAIRS = [
    ("NEIGHBOUR_METHOD", "1"),
    ("VALUE4_RULE", "0"),
    ("NEIGHBOUR_DISTANCE", "40"),
    ("OPPOSITE_DISTANCE", "20"),
    ("MIN_NEIGHBOURS", "2"),
    ("MIN_ATTRIBUTES", "2"),
    ("SIMILARITY", "0.75"),
    ("UNIFORM_SHARE", "0.6"),
    ("YEAR_TOLERANCE", "10"),
    ("AREA_TOLERANCE", "25"),
    ("HIGH_VALUES", "1 2 3"),
    ("NEIGHBOUR_VALUE", "4"),
    ("ATTACHED_USES", "131 132 130 121"),
    ("INPUT BUILDINGS", "bygninger = alle"),
    ("VERSION QGIS", "3.40.6"),
]


def test_a_basis_as_pairs():
    basis = a_basis(inputs=(("BUILDINGS", "bygninger = alle"),), versions=(("QGIS", "3.40.6"),))
    assert basis.pairs() == PAIRS
    assert Basis.read(PAIRS) == basis


def test_no_pair_holds_a_comma_for_a_person_s_keywords_are_cut_at_commas():
    assert not any("," in value for _, value in a_basis(similarity=2 / 3, area_tolerance=12.5).pairs())


@pytest.mark.parametrize("share", [0.1, 2 / 3, 0.6000000000000001, 1.0, 0.0])
def test_a_number_comes_back_to_the_last_digit(share):
    assert Basis.read(a_basis(uniform_share=share).pairs()).uniform_share == share


def test_automatic_is_told_as_what_it_stood_for():
    assert dict(a_basis(method=0).pairs())["NEIGHBOUR_METHOD"] == "1"  # a_basis has parcels


@pytest.mark.parametrize(
    "change",
    [
        {"SIMILARITY": None},
        {"SIMILARITY": "0,75"},
        {"SIMILARITY": "nan"},
        {"VALUE4_RULE": "2.5"},
        {"VALUE4_RULE": ""},
        {"HIGH_VALUES": "1 2 tre"},
        {"HIGH_VALUES": ""},
    ],
)
def test_a_basis_that_lacks_a_setting_is_none(change):
    assert Basis.read({**dict(PAIRS), **change}.items()) is None


def test_what_a_later_version_adds_is_no_hindrance():
    assert Basis.read([*PAIRS, ("PROFILE", "Ærø"), ("", "x")]) == Basis.read(PAIRS)


def test_nothing_is_no_basis():
    assert Basis.read([]) is None


def test_people_read_it_in_danish():
    told = {name: value for name, _, value in described(a_basis(method=2, similarity=0.5))}
    assert told["NEIGHBOUR_METHOD"] == "2: tilstødende og overfor liggende ejendomme"
    assert told["VALUE4_RULE"] == "0: Ensartet med naboerne"
    assert told["SIMILARITY"] == "50\u00a0%"
    assert told["HIGH_VALUES"] == "1, 2, 3"
    lines = summary(a_basis(inputs=(("PARCELS", "Jord"),), versions=(("QGIS", "3.40.6"),))).splitlines()
    assert "SAVE-værdi, som reglen gælder: 4" in lines
    assert lines[-2:] == ["Jordstykker: Jord", "Lavet med QGIS 3.40.6"]


def test_grounds_values_and_undecided_4s_are_counted():
    table = [house(100 * i, id=f"b{i}", save=save) for i, save in enumerate([3, 3, 4, 4, 6, None, "x"])]
    outcome = classified(table, decisions={"b1": False, "b2": True}, rule=3).outcome(3)
    assert outcome.grounds == (
        GroundCount("beslutning", 2, 1),
        GroundCount("vaerdi_1_3", 1, 1),
        GroundCount("vaerdi_4_ensartet", 1, 1),
        GroundCount("til_vurdering", 0, 0),
        GroundCount("ikke_udpeget", 1, 0),
        GroundCount("ikke_registreret", 2, 0),
    )
    assert {value: count for value, count in outcome.save_counts if count} == {3: 2, 4: 2, 6: 1, None: 2}
    assert (outcome.rule, outcome.undecided_fours) == (3, 1)
    assert [one.designated for one in outcome.rules] == [0, 0, 0, 1, 0]  # b3 stands alone, and is no terraced house


def test_an_empty_layer_counts_nothing():
    outcome = classified([]).outcome(0)
    assert sum(one.buildings for one in outcome.grounds) == 0
    assert outcome.secondary == ()
    assert count_save_values(np.zeros(0, dtype=np.int8))[-1] == (None, 0)


def test_secondary_buildings_by_what_bbr_calls_them():
    use = np.array([910.0, 910, 910, 920, 120, math.nan])
    save = np.array([3, 5, 0, 0, 3, 3], dtype=np.int8)
    designated = np.array([True, False, False, False, True, True])
    assert count_secondary(use, save, designated) == (("garage", 2, 1),)
