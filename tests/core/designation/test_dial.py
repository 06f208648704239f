"""What a report carries for its dial: the pairs of every 4, and all else as numbers that do not move."""

import numpy as np
import pytest
from builders import NONE, classified, codes, house, plots_in_a_row, settings
from dial_cases import designated_properties

from lyngby_heritage.core.common.data import as_shipped
from lyngby_heritage.core.designation.dial import make_dial, too_many
from lyngby_heritage.core.designation.dial_pairs import BEYOND, HIDDEN, UNKNOWN


def dial(table, parcels=None, decisions=None, withheld=(), **chosen):
    chosen = {"method": 3, **chosen}
    run = classified(table, parcels=parcels, decisions=decisions, **chosen)
    hidden = np.array([row["id"] in withheld for row in table], dtype=bool)
    return make_dial(run, settings(**chosen), [f"{row['id']}-vej 1" for row in table], hidden)


def pairs(table):
    """Each pair as (known, alike without the year, step, gap)."""
    same = table.same.tolist()
    return [(one >> 3, one & 7, step, gap) for one, step, gap in zip(same, table.step.tolist(), table.gap.tolist())]


def street():
    """A 4 with a 5 on either side: 10 m away, like it but 8 years younger; 25 m away, of another wall and no year."""
    return [
        house(0, id="a", save=4, year=1930),
        house(20, id="b", save=5, year=1938),
        house(-35, id="c", save=5, year=NONE, wall=2),
    ]


def test_a_4_carries_what_it_and_each_neighbour_have_in_common():
    made = dial(street())
    assert len(made) == 1
    assert made.distance.count.tolist() == [2]
    # The six attributes are use, year, storeys, wall, roof and footprint. The nearest comes first.
    assert pairs(made.distance) == [(6, 5, 10, 8), (5, 4, 25, UNKNOWN)]
    assert (made.distance.east.tolist(), made.distance.north.tolist()) == ([20, -35], [0, 0])


def test_a_difference_in_years_beyond_the_slider_is_not_an_unknown_one():
    table = [house(0, id="a", save=4, year=1700), house(20, id="b", save=5, year=1938)]
    assert pairs(dial(table).distance) == [(6, 5, 10, BEYOND)]


def test_a_tolerance_that_was_chosen_is_among_those_that_can_be():
    made = dial(street(), year_tolerance=170)
    assert made.year_steps[-1] == 170
    assert made.year_steps[made.distance.gap[0]] == 8


def test_what_lies_farther_than_the_rule_looks_is_carried_as_far_as_the_slider_goes():
    table = [house(0, id="a", save=4), house(100, id="b", save=5), house(200, id="c", save=5)]
    made = dial(table)  # 40 m chosen; b is 90 m away, c 190 m
    assert made.neighbour_steps[[0, -1]].tolist() == [0.0, 100.0]
    assert pairs(made.distance) == [(6, 5, 90, 0)]


def test_a_pair_of_which_too_little_is_known_is_left_out_as_a_run_leaves_it_out():
    table = [house(0, id="a", save=4), house(20, id="b", save=5, year=NONE, storeys=NONE, wall=NONE, roof=NONE)]
    assert len(dial(table).distance) == 1  # use and footprint are known on both
    assert len(dial(table, min_attributes=3).distance) == 0


def test_only_what_no_decision_names_moves():
    table = [
        *street(),
        house(500, id="high", save=2),
        house(520, id="kept", save=4),
        house(600, id="yes", save=4),
        house(700, id="no", save=4),
        house(800, id="old", save=6, standing=1),
    ]
    made = dial(table, decisions={"yes": True, "no": False})
    assert made.rows.tolist() == [0, 4]
    assert made.names == ["a-vej 1", "kept-vej 1"]
    fixed = made.fixed
    # Of the six others high and yes are designated, and a person looks at what a plan designates today.
    assert (fixed.buildings, fixed.designated, fixed.review, fixed.not_designated) == (6, 2, 1, 3)
    # kept stands 10 m from high, a nowhere near.
    assert made.near.tolist() == [255, 10]


def test_traits_are_those_that_the_rules_ask_for():
    table = [
        house(0, id="villa", save=4),
        house(200, id="row", save=4, use=131),
        house(400, id="garage", save=4, use=910),
        house(600, id="standing", save=4, standing=1),
    ]
    assert dial(table).traits.tolist() == [1, 3, 0, 5]  # main 1, attached 2, standing 4


def test_properties_are_counted_once_whoever_names_them():
    table = [
        house(0, id="a", save=2, property="p"),
        house(12, id="b", save=4, property="p"),  # on the property of a
        house(30, id="c", save=4, property="q"),
        house(60, id="d", save=4),  # nobody says whose it is
        house(90, id="e", save=3),
    ]
    made = dial(table)
    assert (made.fixed.properties, made.fixed.without_property) == (1, 1)  # p, and e of none that is known
    assert made.property.tolist() == [0, 1, -1]  # p, q, and d of none
    assert made.held.tolist() == [True, False]
    run = classified(table, rule=3)
    assert codes(run).count("vaerdi_4_ensartet") == 3
    assert designated_properties(run) == (2, 2)  # p and q; d and e apart


def test_buildings_on_one_plot_are_of_one_property_though_only_one_names_it():
    table = [house(2, id="a", save=2, property="p", side=4), house(12, id="b", save=4, side=4)]
    assert designated_properties(classified(table, parcels=plots_in_a_row(2), rule=3)) == (1, 0)
    assert designated_properties(classified(table, rule=3)) == (1, 1)


def test_a_building_in_two_rows_is_asked_once():
    made = dial([house(0, id="a", save=4), house(0, id="a", save=4), house(20, id="b", save=5)])
    assert (len(made), made.slot.tolist(), made.distance.count.tolist()) == (2, [0, 0], [1])


def test_what_the_register_keeps_to_itself_has_neither_place_nor_name():
    table = [*street(), house(40, id="d", save=4)]
    made = dial(table, withheld={"a", "b"})
    assert made.names == ["en bygning, som registret ikke offentliggør", "d-vej 1"]
    assert np.isnan(made.place[0]).all()
    assert made.place[1].tolist() == [45.0, 5.0]
    assert HIDDEN in made.distance.east.tolist()
    shown = made.distance.east[made.distance.count[0] :]
    # Of d's neighbours b and a are hidden, 10 and 30 m away; c, 65 m away, is not.
    assert shown.tolist() == [HIDDEN, HIDDEN, -75]


def test_without_parcels_there_are_no_plots():
    made = dial(street())
    assert made.plots is None
    assert made.off_plot.tolist() == [False]


def test_with_parcels_each_method_has_its_pairs():
    table = [house(5, id="a", save=4), house(25, id="b", save=5), house(45, id="c", save=5), house(300, id="d", save=4)]
    made = dial(table, parcels=plots_in_a_row(3), method=0)
    assert made.off_plot.tolist() == [False, True]  # d stands on no plot
    # b's plot touches a's; c's lies 20 m from it, as far as a plot is wide.
    assert list(zip(made.plots.count.tolist(), [made.plots.step.tolist()])) == [(2, [0, 20])]
    assert made.distance.count.tolist() == [2, 0]


@pytest.mark.parametrize("table", [[], [house(0, id="a", save=5), house(20, id="b", save=2)]])
def test_without_a_4_there_is_no_dial(table):
    assert dial(table) is None


# ---- as much as fits -------------------------------------------------------------------------------------------------


@pytest.fixture
def room(monkeypatch):
    """Let the dial take so many million characters."""
    return lambda most: monkeypatch.setitem(as_shipped("rules/dial.json"), "most_mb", most)


def town():
    """400 houses of 10 × 10 m with 10 m between them, in 20 rows: 7,140 pairs within 40 m, and 14,828 within 60 m."""
    return [house(20 * (i % 20), 20 * (i // 20), id=str(i), save=4) for i in range(400)]


@pytest.mark.parametrize(
    ("most", "reach", "places", "pairs"),
    [
        (7.0, 100, True, None),
        (0.13, 80, False, 22_000),  # 85,682 bytes for pairs: 66,000 are taken, and 100 m would take 92,520
        (0.1, 60, False, 14_828),
        (0.05, 40, False, 7_140),  # 25,682 bytes: 21,420 are taken, and 50 m would take 29,388
    ],
)
def test_the_reach_and_the_places_are_what_fits(room, most, reach, places, pairs):
    room(most)
    made = dial(town())
    assert made.neighbour_steps[-1] == reach
    assert (made.distance.east is not None) == places
    assert pairs in (None, len(made.distance))


def test_there_is_no_dial_where_not_even_what_was_chosen_fits(room):
    room(0.04)
    made = dial(town())
    assert made is None
    assert too_many(made, 400)
    assert not too_many(made, 0)


def test_a_municipality_may_wish_for_none(room):
    room(0)
    made = dial(street())
    assert made is None
    assert not too_many(made, 1)


def test_another_method_is_left_out_where_its_neighbours_do_not_fit(room):
    room(0.025)  # 6,932 bytes, half of them for plots: those within 20 m take 4,440
    made = dial(town(), parcels=plots_in_a_row(20, depth=420.0), method=3, neighbour_distance=10.0)
    assert made.plots is None
    assert made.has_parcels
    # Houses of one column are of one property. Within 10 m are 760 pairs, within 20 m 2,204, which take 6,612 bytes.
    assert made.neighbour_steps[-1] == 20
    assert len(made.distance) == 2_204


def test_where_neighbours_by_distance_do_not_fit_those_off_every_plot_have_theirs(room):
    # 2,000 m: the town is one neighbourhood, 159,600 pairs.
    room(0.1)
    table = [*town(), house(-30, id="off", save=4)]
    made = dial(table, parcels=plots_in_a_row(20, depth=420.0), method=1, neighbour_distance=2000.0)
    assert not made.every_distance
    assert made.distance.count.tolist() == [0] * 400 + [400]
