"""What thresholds cost: the sweeps agree with running the rule at each value."""

import numpy as np
import pytest
from builders import classified, codes, house, thresholds

from lyngby_heritage.core.designation.sensitivity import FIELDS, around


def town():
    """Four rows of houses of growing variety, a 4 in the middle of each, and one decided 4."""
    table = []
    for street, years in enumerate([(1930, 1930, 1930), (1930, 1936, 1942), (1930, 1950, 1970), (1930, 1935, 1990)]):
        for plot, year in enumerate(years):
            save = 4 if plot == 1 else 5
            wall = 1 + (street > 1) * plot
            table.append(house(20 * plot, 500 * street, id=f"{street}{plot}", save=save, year=year, wall=wall))
    table.append(house(0, 5000, id="decided", save=4))
    return table


DECIDED = {"decided": True}


def test_every_rule_is_compared_on_the_undecided_4s():
    outcomes = classified(town(), decisions=DECIDED).sensitivity().rules()
    for outcome in outcomes:
        result = codes(classified(town(), decisions=DECIDED, rule=outcome.rule))
        assert outcome.designated == result.count("vaerdi_4_ensartet")
        assert outcome.review == result.count("til_vurdering")
        assert outcome.designated + outcome.review + outcome.not_designated == 4
    assert [outcome.chosen for outcome in outcomes] == [True, False, False, False, False]


@pytest.mark.parametrize("parameter", FIELDS)
def test_a_sweep_gives_what_a_run_at_that_value_gives(parameter):
    sweep = next(one for one in classified(town()).sensitivity().sweeps() if one.parameter == parameter)
    assert sweep.chosen in sweep.values
    assert len(set(sweep.designated)) > 1, "the town is made so that each threshold matters"
    for value, designated, review in zip(sweep.values, sweep.designated, sweep.review):
        result = codes(classified(town(), **{FIELDS[parameter]: value}))
        assert (designated, review) == (result.count("vaerdi_4_ensartet"), result.count("til_vurdering"))


def test_without_any_4_there_is_nothing_to_sweep():
    sensitivity = classified([house(0, save=5)]).sensitivity()
    assert {outcome.designated for outcome in sensitivity.rules()} == {0}


def varied():
    """A 4 between two houses of 5, eight years younger; the share alike is 2 of 2 or 0 of 2."""
    return [
        house(20 * i, id=f"b{i}", save=(5, 4, 5)[i], year=(1930, 1938, 1930)[i], wall=1 + (i == 1)) for i in range(3)
    ]


def test_how_sure_a_4_is_is_the_share_of_settings_that_give_the_same():
    # Use, storeys, roof and area are alike, the wall is not, the year is within 10 and 15 years but not within 5:
    # 5 of 6 = 0.83 or 4 of 6 = 0.67. Alike from 0.65: always. From 0.75: with 10 and 15. From 0.85: never.
    # So 3 + 2 + 0 of the 9 pairs of settings designate it as the chosen ones do, whatever the share asked: 5 of 9.
    result = classified(varied())
    assert codes(result)[1] == "vaerdi_4_ensartet"
    assert result.certainty[1] == pytest.approx(5 / 9)


def test_how_sure_is_what_running_the_rule_at_each_setting_gives():
    table = town()
    given = classified(table)
    settings = [
        {"uniform_share": share, "similarity": likeness, "year_tolerance": years}
        for share in (0.5, 0.6, 0.7)
        for likeness in (0.65, 0.75, 0.85)
        for years in (5, 10, 15)
    ]
    runs = [codes(classified(table, **one)) for one in settings]
    for row, house_ in enumerate(table):
        if house_["save"] == 4:
            same = sum(run[row] == codes(given)[row] for run in runs)
            assert given.certainty[row] == pytest.approx(same / 27), house_["id"]
    assert len(set(given.certainty[~np.isnan(given.certainty)].tolist())) > 1, "the town is made to have both"


@pytest.mark.parametrize(
    ("row", "chosen"),
    [
        (house(0, id="a", save=4), {"rule": 3}),  # no threshold is asked
        (house(0, id="a", save=4), {"decisions": {"a": True}}),
        (house(0, id="a", save=4, use=910), {}),  # a garage is to be seen, whatever the thresholds are
        (house(0, id="a", save=4), {}),  # and so is a house without neighbours
    ],
)
def test_what_no_threshold_moves_is_sure(row, chosen):
    assert classified([row], **chosen).certainty.tolist() == [1.0]


@pytest.mark.parametrize("save", [1, 3, 5, None])
def test_only_a_4_has_a_certainty(save):
    assert np.isnan(classified([house(0, id="a", save=save)]).certainty[0])


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_the_settings_tried_keep_to_the_range_of_the_parameter(share):
    tried = {one.uniform_share for one in around(thresholds(uniform_share=share))}
    assert tried == ({0.0, 0.1} if share == 0.0 else {0.9, 1.0})


def test_the_thresholds_that_turn_an_outcome_alone_are_told():
    """Of `varied`: 5 of 6 alike at 10 and 15 years, 4 of 6 at 5. So 5 years turn it (0.67 < 0.75), and so does a demand
    of 0.85; 0.65, 15 years and any share asked for leave it as it is."""
    tried = classified(varied()).tried
    assert (tried.settings, tried.same.tolist()) == (27, [15])
    turned = [move for move, turns in zip(tried.moves, tried.turns[0].tolist()) if turns]
    assert turned == [("YEAR_TOLERANCE", 5.0), ("SIMILARITY", 0.85)]
    assert len(tried.moves) == 6


def test_a_rule_that_does_not_look_at_the_neighbours_has_nothing_to_try():
    assert classified(varied(), rule=3).tried is None
