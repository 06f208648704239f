"""What must hold whatever the town looks like."""

import math
import random

import numpy as np
import shapely
from builders import classified, codes, house, parcels, square
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lyngby_heritage.core.neighbourhood.properties import group_parcels

houses = st.lists(
    st.fixed_dictionaries(
        {
            "x": st.integers(0, 9),
            "y": st.integers(0, 9),
            "save": st.sampled_from([1, 2, 3, 4, 4, 4, 4, 5, 6, 9, None, "x"]),
            "use": st.sampled_from([120, 131, 132, 140, 910, 999, None]),
            "year": st.sampled_from([1000, 1930, 1935, 1950, None]),
            "storeys": st.sampled_from([1, 1.5, 2, None]),
            "wall": st.sampled_from([1, 5, None]),
            "roof": st.sampled_from([5, 4, None]),
        }
    ),
    min_size=1,
    max_size=14,
    unique_by=lambda one: (one["x"], one["y"]),
)
many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def table_of(drawn):
    rows = []
    for number, one in enumerate(drawn):
        facts = {key: one[key] for key in ("save", "use", "year", "storeys", "wall", "roof")}
        facts["year"] = None if facts["year"] == 1000 else facts["year"]
        rows.append(house(30 * one["x"] + 5, 30 * one["y"] + 5, id=f"b{number}", **facts))
    return rows


def plots():
    return [square(30 * x, 30 * y, 30) for x in range(10) for y in range(10)]


def outcome(result):
    shares = [None if math.isnan(one) else one for one in result.figures.share]
    return list(zip(codes(result), result.figures.neighbours.tolist(), result.figures.alike.tolist(), shares))


def moved(table, function):
    return [{**row, "wkt": shapely.to_wkt(function(shapely.from_wkt(row["wkt"])))} for row in table]


def turn(geometry):
    return shapely.transform(geometry, lambda xy: np.column_stack([-xy[:, 1], xy[:, 0]]))


@many
@given(houses, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(drawn, chance):
    table = table_of(drawn)
    order = list(range(len(table)))
    chance.shuffle(order)
    straight = outcome(classified(table, parcels(*plots())))
    shuffled = outcome(classified([table[i] for i in order], parcels(*plots())))
    assert [straight[i] for i in order] == shuffled


@many
@given(houses)
def test_moving_and_turning_the_map_changes_nothing(drawn):
    table = table_of(drawn)
    turned = parcels(*(shapely.to_wkt(turn(shapely.from_wkt(plot))) for plot in plots()))
    assert outcome(classified(table, parcels(*plots()))) == outcome(classified(moved(table, turn), turned))


@many
@given(houses)
def test_a_building_far_away_changes_nothing(drawn):
    table = table_of(drawn)
    with_one_more = [*table, house(9000, 9000, id="far", save=4)]
    for method in (0, 3):
        alone = outcome(classified(table, parcels(*plots()), method=method))
        assert outcome(classified(with_one_more, parcels(*plots()), method=method))[:-1] == alone


@many
@given(houses)
def test_splitting_a_parcel_in_two_within_its_property_changes_nothing(drawn):
    table = table_of(drawn)
    halves, owners = [], []
    for number, plot in enumerate(plots()):
        west, south, east, north = shapely.bounds(shapely.from_wkt(plot))
        middle = (west + east) / 2
        halves += [shapely.box(west, south, middle, north), shapely.box(middle, south, east, north)]
        owners += [f"p{number}"] * 2
    split = group_parcels(np.array(halves, dtype=object), owners)
    assert outcome(classified(table, parcels(*plots()))) == outcome(classified(table, split))


@many
@given(houses, st.integers(0, 4), st.integers(0, 3))
def test_1_to_3_is_always_designated_and_no_value_never(drawn, rule, method):
    table = table_of(drawn)
    result = classified(table, parcels(*plots()), rule=rule, method=method)
    for row, yes, code in zip(table, result.designation.designated, codes(result)):
        if row["save"] in (1, 2, 3):
            assert (yes, code) == (True, "vaerdi_1_3")
        if row["save"] in (None, "x"):
            assert (yes, code) == (False, "ikke_registreret")
        if row["save"] in (5, 6, 9):
            assert not yes


@many
@given(houses)
def test_stricter_thresholds_never_designate_more(drawn):
    table = table_of(drawn)
    loose = classified(table, parcels(*plots()), similarity=0.5, uniform_share=0.3, year_tolerance=20)
    strict = classified(table, parcels(*plots()), similarity=0.9, uniform_share=0.9, year_tolerance=0)
    assert not (strict.designation.designated & ~loose.designation.designated).any()


@many
@given(houses)
def test_the_same_town_gives_the_same_words(drawn):
    table = table_of(drawn)
    random.seed(0)
    first, second = (classified(table, parcels(*plots())).reasons(0, len(table)) for _ in range(2))
    assert first == second
