"""What thresholds cost: the sweeps agree with running the rule at each value."""

import pytest
from builders import classified, codes, house

from lyngby_heritage.core.designation.sensitivity import FIELDS


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
