"""What a plan in force designates today does not vanish, and a registration that is not in force designates nothing."""

import pytest
from builders import classified, codes, house, plots_in_a_row

from lyngby_heritage.core.registers.registration import LOCAL_PLAN, MUNICIPAL_PLAN, NO_PLAN, UNNAMED_PLAN, Force


def one(save, standing=LOCAL_PLAN, rule=0, **more):
    return classified([house(0, id="a", save=save, standing=standing, **more)], rule=rule)


@pytest.mark.parametrize("save", [4, 5, 7, 9, None, 0, "IV"])
def test_a_building_that_a_plan_designates_today_and_no_rule_here_must_be_looked_at(save):
    result = one(save, rule=4)  # no 4 is designated
    assert codes(result) == ["til_vurdering"]
    assert not result.designation.designated[0]
    assert "en gældende lokalplan udpeger bygningen i dag" in result.reasons(0, 1)[0]


@pytest.mark.parametrize(("save", "rule", "ground"), [(2, 4, "vaerdi_1_3"), (4, 3, "vaerdi_4_ensartet")])
def test_what_a_rule_here_designates_too_keeps_its_ground(save, rule, ground):
    assert codes(one(save, rule=rule)) == [ground]


@pytest.mark.parametrize("yes", [True, False])
def test_a_decision_comes_before_what_stands_today(yes):
    table = [house(0, id="a", save=7, standing=MUNICIPAL_PLAN)]
    assert codes(classified(table, decisions={"a": yes})) == ["beslutning"]


@pytest.mark.parametrize("standing", [0, NO_PLAN])
def test_where_no_plan_is_known_nothing_changes(standing):
    assert codes(one(7, standing)) == ["ikke_udpeget"]


STANDING = [
    (LOCAL_PLAN, "SAVE-værdi 7. Til vurdering: en gældende lokalplan udpeger bygningen i dag"),
    (MUNICIPAL_PLAN, "SAVE-værdi 7. Til vurdering: kommuneplanen udpeger bygningen i dag"),
    (LOCAL_PLAN | MUNICIPAL_PLAN, "kommuneplanen og en gældende lokalplan udpeger bygningen i dag"),
    (UNNAMED_PLAN, "registret kalder bygningen udpeget i dag uden entydigt at sige af hvilken plan"),
]


@pytest.mark.parametrize(("standing", "words"), STANDING)
def test_the_reason_says_which_plan(standing, words):
    assert words in one(7, standing).reasons(0, 1)[0]


def test_a_4_unlike_its_neighbours_tells_both():
    table = [house(20 * i + 5, id=f"b{i}", save=5, wall=4, roof=7, year=1790) for i in range(3)]
    table[1] = house(25, id="b1", save=4, standing=LOCAL_PLAN)
    result = classified(table, plots_in_a_row(3))
    assert codes(result)[1] == "til_vurdering"
    reason = result.reasons(1, 2)[0]
    assert "en gældende lokalplan udpeger" in reason
    assert "0 af 2 tilstødende ejendomme ligner den" in reason


FORCES = [
    (Force.DRAFT, "SAVE-registreringen (værdi 2) er en kladde og gælder ikke."),
    (Force.PROPOSAL, "SAVE-registreringen (værdi 2) er kun et forslag og gælder ikke."),
    (Force.CANCELLED, "SAVE-registreringen (værdi 2) er aflyst og gælder ikke."),
    (Force.ENDED, "SAVE-registreringen (værdi 2) er ophørt og gælder ikke."),
]


@pytest.mark.parametrize(("force", "words"), FORCES)
def test_a_registration_that_is_not_in_force_is_none_and_the_reason_says_so(force, words):
    result = one(2, standing=LOCAL_PLAN, force=force)  # the plan it tells of does not hold either
    assert codes(result) == ["ikke_registreret"]
    assert result.save.tolist() == [0]
    assert result.reasons(0, 1)[0].startswith(words)


@pytest.mark.parametrize("force", [Force.UNSAID, Force.IN_FORCE])
def test_one_in_force_or_without_a_status_counts(force):
    assert codes(one(2, standing=0, force=force)) == ["vaerdi_1_3"]


def test_a_cancelled_2_is_nobody_s_high_value_near_by():
    table = [house(0, id="a", save=4), house(20, id="b", save=2, force=Force.CANCELLED)]
    assert codes(classified(table, rule=1)) == ["til_vurdering", "ikke_registreret"]
