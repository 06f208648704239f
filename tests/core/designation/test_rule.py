"""M1, M2, M5: the ground of each designation, example by example. The sums are done by hand beside each."""

import pytest
from builders import classified, codes, house, plots_in_a_row, square


def on_plots(*saves, **same):
    """Houses in the middle of plots of 20 m side by side; the first is the one asked about."""
    return [house(20 * i + 5, id=f"b{i}", save=save, **same) for i, save in enumerate(saves)]


@pytest.mark.parametrize("value", [1, 2, 3])
def test_values_1_to_3_are_designated_whatever_stands_beside_them(value):
    result = classified([house(0, id="a", save=value)])
    assert codes(result) == ["vaerdi_1_3"]
    assert result.designation.designated.tolist() == [True]


@pytest.mark.parametrize("value", [5, 6, 7, 8, 9])
def test_values_5_to_9_are_not(value):
    result = classified(on_plots(value, 5, 5), plots_in_a_row(3))
    assert codes(result)[0] == "ikke_udpeget"
    assert not result.designation.designated[0]


@pytest.mark.parametrize("value", [None, "", 0, -1, "4-5", "IV", 12])
def test_no_readable_value_is_not_registered_and_not_low(value):
    assert codes(classified([house(0, id="a", save=value)])) == ["ikke_registreret"]


def test_a_4_alike_with_its_two_neighbours_is_designated():
    # Three like houses in a row; the middle one adjoins both others: 2 of 2 alike = 1.0 ≥ 0.6.
    result = classified(on_plots(5, 4, 5), plots_in_a_row(3))
    assert codes(result)[1] == "vaerdi_4_ensartet"
    assert (result.figures.neighbours[1], result.figures.alike[1], result.figures.share[1]) == (2, 2, 1.0)


def test_a_4_with_one_neighbour_must_be_looked_at():
    result = classified(on_plots(4, 5), plots_in_a_row(2))
    assert codes(result)[0] == "til_vurdering"
    assert result.figures.share[0] == 1.0  # alike, but one neighbour is not enough to tell


def test_a_4_unlike_its_neighbours_is_not_designated():
    # Half-timbered, thatched, of 1790: with 1937 brick under tiles use, storeys and area agree, 3 of 6 < 0.75.
    table = [house(5, id="a", save=5), house(25, id="b", save=4, year=1790, wall=4, roof=7), house(45, id="c", save=5)]
    result = classified(table, plots_in_a_row(3))
    assert codes(result)[1] == "ikke_udpeget"
    assert result.figures.share[1] == 0.0


def test_a_decision_comes_before_the_value_either_way():
    result = classified(on_plots(2, 9), decisions={"b0": False, "b1": True})
    assert codes(result) == ["beslutning", "beslutning"]
    assert result.designation.designated.tolist() == [False, True]


def test_a_decision_names_its_building_in_any_case():
    assert codes(classified([house(0, id="ABC-1", save=9)], decisions={"abc-1": True})) == ["beslutning"]


def test_a_decision_on_an_unknown_building_is_listed():
    assert classified([house(0, id="a", save=5)], decisions={"x": True}).unknown_decisions == ["x"]


RULES = [
    # rule, what becomes of a lone detached 4, of one 40 m from a 2, of a lone terraced 4
    (0, "til_vurdering", "til_vurdering", "til_vurdering"),
    (1, "til_vurdering", "vaerdi_4_ensartet", "til_vurdering"),
    (2, "ikke_udpeget", "ikke_udpeget", "vaerdi_4_ensartet"),
    (3, "vaerdi_4_ensartet", "vaerdi_4_ensartet", "vaerdi_4_ensartet"),
    (4, "ikke_udpeget", "ikke_udpeget", "ikke_udpeget"),
]


@pytest.mark.parametrize(("rule", "lone", "near_high", "terraced"), RULES)
def test_what_each_rule_does_to_a_4(rule, lone, near_high, terraced):
    table = [
        house(0, id="lone", save=4),
        house(1000, id="near", save=4),
        house(1050, id="high", save=2, wall=4, roof=7, year=1790),  # 40 m from the one before, wall to wall
        house(2000, id="terraced", save=4, use=131),
    ]
    result = codes(classified(table, rule=rule))
    assert [result[0], result[1], result[3]] == [lone, near_high, terraced]


@pytest.mark.parametrize(("distance", "designated"), [(40.0, True), (39.99, False)])
def test_near_a_high_value_is_measured_footprint_to_footprint(distance, designated):
    table = [house(0, id="a", save=4), house(50, id="b", save=3)]
    result = classified(table, rule=1, neighbour_distance=distance)
    assert result.designation.designated[0] == designated


@pytest.mark.parametrize(
    ("use", "designated"),
    [(120, False), (121, True), (122, False), (130, True), (131, True), (132, True), (140, False)],
)
def test_rule_2_takes_attached_houses(use, designated):
    result = classified([house(0, id="a", save=4, use=use)], rule=2)
    assert result.designation.designated.tolist() == [designated]


SECONDARY = [
    # rule, what becomes of a garage of value 4 that is like both its neighbours in all but its use
    (0, "til_vurdering"),
    (1, "til_vurdering"),
    (2, "ikke_udpeget"),
    (3, "vaerdi_4_ensartet"),
    (4, "ikke_udpeget"),
]


@pytest.mark.parametrize(("rule", "ground"), SECONDARY)
def test_a_secondary_building_of_value_4_must_be_looked_at_where_neighbours_decide(rule, ground):
    # A garage is never compared, however like the houses beside it: 5 of 6 attributes are the same.
    table = [house(5, id="a", save=5), house(25, id="g", save=4, use=910), house(45, id="c", save=5)]
    result = classified(table, plots_in_a_row(3), rule=rule)
    assert codes(result)[1] == ground
    assert (result.figures.neighbours[1], result.assessed.tolist()) == (0, [True, False, True])


def test_a_garage_of_value_4_near_a_high_value_is_designated_by_rule_1():
    table = [house(0, id="g", save=4, use=910), house(50, id="high", save=2)]  # 40 m apart
    assert codes(classified(table, rule=1)) == ["vaerdi_4_ensartet", "vaerdi_1_3"]


def test_a_secondary_building_of_value_3_is_designated_as_any_other():
    assert codes(classified([house(0, id="g", save=3, use=930)])) == ["vaerdi_1_3"]


def test_a_garage_is_not_assessed():
    table = [house(0, id="a", save=4), house(12, id="g", save=6, use=910)]
    assert classified(table).assessed.tolist() == [True, False]


def test_a_4_without_geometry_must_be_looked_at():
    table = [house(0, id="a", save=4, wkt=None), house(0, id="b", save=5), house(15, id="c", save=5)]
    result = classified(table)
    assert codes(result)[0] == "til_vurdering"
    assert "ingen geometri" in result.reasons(0, 1)[0]


def test_no_building_at_all():
    assert codes(classified([])) == []


def test_polygons_that_overlap_are_no_obstacle():
    table = [house(0, id="a", save=4), house(5, id="b", save=5), house(8, id="c", save=5, wkt=square(8))]
    assert codes(classified(table))[0] == "vaerdi_4_ensartet"
