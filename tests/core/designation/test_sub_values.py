"""SAVE's five parameters stand in the reason where somebody has assessed them, and nowhere else."""

import pytest
from builders import classified, house

from lyngby_heritage.core.registers.registration import LOCAL_PLAN, Force

ALL_FIVE = {
    "save_architecture": 3,
    "save_culture": 4,
    "save_environment": 2,
    "save_originality": 5,
    "save_condition": 6,
}
TOLD = " SAVE's delværdier: arkitektonisk 3, kulturhistorisk 4, miljømæssig 2, originalitet 5, tilstand 6."


def reason(**row):
    return classified([house(0, id="a", **row), house(500, id="b", save=2)]).reasons(0, 2)[0]


@pytest.mark.parametrize("save", [2, 4, 6, None])
@pytest.mark.parametrize("standing", [0, LOCAL_PLAN])
def test_they_follow_the_reason_whatever_it_is(save, standing):
    without = reason(save=save, standing=standing)
    assert reason(save=save, standing=standing, **ALL_FIVE) == without + TOLD


def test_what_is_not_assessed_is_not_told():
    assert reason(save=2, save_architecture=3, save_condition=0).endswith(" SAVE's delværdier: arkitektonisk 3.")


def test_a_building_without_them_has_its_reason_as_it_was():
    table = [house(0, id="a", save=2, **ALL_FIVE), house(500, id="b", save=2)]
    assert classified(table).reasons(0, 2)[1] == classified(table[1:]).reasons(0, 1)[0]


@pytest.mark.parametrize("force", [Force.DRAFT, Force.CANCELLED, Force.ENDED])
def test_those_of_a_registration_that_is_not_in_force_do_not_hold(force):
    assert "delværdier" not in reason(save=2, force=force, **ALL_FIVE)
