"""Several designations beside each other: what each takes, what they share, and on what they part."""

from scenario_cases import scenarios

THREE = scenarios(
    "244--",  # takes three
    "24?--",  # two
    "2--4-",  # two others
)


def test_each_is_counted_by_itself():
    assert THREE.counts.tolist() == [3, 2, 2]
    assert THREE.reviews.tolist() == [0, 1, 0]


def test_a_building_swings_where_some_take_it_and_others_do_not():
    assert THREE.votes.tolist() == [3, 2, 1, 1, 0]
    assert THREE.swinging.tolist() == [False, True, True, True, False]
    assert THREE.outcomes == ["alle", "flest", "faa", "faa", "ingen"]


def test_half_of_the_scenarios_are_most_of_them():
    assert scenarios("4", "-").outcomes == ["flest"]


def test_what_two_share_and_what_one_has_alone():
    assert THREE.both.tolist() == [[3, 2, 1], [2, 2, 1], [1, 1, 2]]
    assert THREE.only_first.tolist() == [[0, 1, 2], [0, 0, 1], [1, 1, 0]]


def test_those_that_swing_are_gathered_by_who_takes_them_the_largest_group_first():
    found = scenarios("4444", "--44", "4---").patterns()
    assert [(one.scenarios, one.rows.tolist()) for one in found] == [((0, 1), [2, 3]), ((0,), [1]), ((0, 2), [0])]


def test_the_same_rule_twice_swings_nothing():
    assert scenarios("24-", "24-").patterns() == []


def test_a_property_counts_once_and_an_unknown_one_is_told():
    found = scenarios("444-", "--4-", properties=[0, 0, -1, 1])
    assert found.property_counts == [1, 0]
    assert found.without_property == [1, 1]
    assert found.properties_known
    assert not scenarios("4", properties=[-1]).properties_known
