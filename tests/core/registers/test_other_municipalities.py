"""Rows of another municipality: a layer that is another's is refused, a neighbour's rows are told."""

from collections import Counter

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.registers.other_municipalities import counted_codes, municipality_codes, refuse_foreign


def test_another_municipality_is_refused_by_name():
    with pytest.raises(HeritageError, match=r"3 rows of 4 belong to another municipality: Gladsaxe Kommune \(3\)"):
        refuse_foreign("bygninger", "BUILDINGS", Counter({"0159": 3, "0173": 1}), {"0173"}, 0.5)


@pytest.mark.parametrize(
    ("codes", "own", "notes"),
    [
        (Counter({"0173": 9, "0159": 1}), {"0173"}, 1),  # a neighbour's house at the boundary
        (Counter({"0173": 9}), {"0173"}, 0),
        (Counter({"0159": 9}), set(), 0),  # nobody knows whose the plan is
        (Counter(), {"0173"}, 0),
    ],
)
def test_a_few_rows_of_a_neighbour_are_said(codes, own, notes):
    assert len(refuse_foreign("bygninger", "BUILDINGS", codes, own, 0.5)) == notes


def test_codes_stand_in_front_of_bbr_numbers():
    assert municipality_codes(["173-9100003-1", "0173-9100003-2", "159-1-1", "", "9100003"]) == Counter(
        {"0173": 2, "0159": 1}
    )


def test_a_layer_of_which_little_is_ones_own_is_taken_where_it_may_be_but_never_one_of_others_alone():
    (note,) = refuse_foreign("t_6205", "SOURCE_6205", Counter({"0159": 3, "0173": 1}), {"0173"}, left_out=True)
    assert str(note) == "t_6205: 3 rows belong to another municipality, and are left out: Gladsaxe Kommune (3)."
    with pytest.raises(HeritageError, match="3 rows of 3 belong to another municipality"):
        refuse_foreign("t_6205", "SOURCE_6205", Counter({"0159": 3}), {"0173"}, left_out=True)


def test_codes_are_counted_as_of_four_digits():
    assert counted_codes(["173", "0173", "", "159"]) == Counter({"0173": 2, "0159": 1})
