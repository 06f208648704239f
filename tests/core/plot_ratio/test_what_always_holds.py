"""What must hold of bebyggelsesprocent whatever the town looks like."""

import numpy as np
import plots as town
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plot_ratio_cases import box

many = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

area = st.one_of(st.none(), st.integers(1, 200))
houses = st.lists(
    st.fixed_dictionaries(
        {
            "x": st.integers(0, 5),
            "y": st.integers(0, 2),
            "anvendelse": st.sampled_from([120, 131, 140, 930, 910, 960, None]),
            "etager": st.sampled_from([1, 2, 1.5, None]),
            "samlet_m2": area,
            "bebygget_m2": area,
            "tagetage_m2": area,
            "kaelder_m2": area,
            "kaelder_dyb_m2": area,
            "indbygget_m2": st.sampled_from([None, 0, 15, 40]),
            "boliger": st.sampled_from([None, 0, 1, 3]),
        }
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda one: (one["x"], one["y"]),
)
plan = st.fixed_dictionaries(
    {
        "bebygpct": st.sampled_from([None, 20, 30, "35"]),
        "bebygpctaf": st.sampled_from([None, 1, 2, 3]),
        "maxetager": st.sampled_from([None, 1, 2]),
        "datovedt": st.sampled_from([None, 20060101, 20120101, 20200101, 19101224]),
    }
)
COMPARED = (
    "grundareal_m2 etageareal_m2 etageareal_kilde sekundaer_m2 fradrag_m2 boliger bebyggelsesprocent tilladt_procent "
    "restareal_m2 etager tilladt_etager regelsaet status_procent status_etager status"
)


def table_of(drawn):
    """Houses of 10 × 10 m, each on the plot at its place; plots are 20 × 20 m."""
    return [
        {**one, "wkt": box(20 * one["x"] + 5, 20 * one["y"] + 5, 20 * one["x"] + 15, 20 * one["y"] + 15), "id": f"b{n}"}
        for n, one in enumerate(drawn)
    ]


def parcels():
    return [
        (box(20 * x, 20 * y, 20 * x + 20, 20 * y + 20), f"p{x}-{y}", f"{x}{'abc'[y]}", 400)
        for x in range(6)
        for y in range(3)
    ]


def plans(stated):
    return [{"plannr": "9", "wkt": box(-9, -9, 61, 90), **stated}]


def outcome(rows):
    """The figures of each property's plots, by property and plot number."""
    return {(row["ejendom_id"], row["grund_nr"]): [row[name] for name in COMPARED.split()] for row in rows}


def moved(rows, function):
    return [{**row, "wkt": shapely.to_wkt(function(shapely.from_wkt(row["wkt"])), 9)} for row in rows]


def turn(geometry):
    """Turned a quarter and moved; the coordinates stay short."""
    return shapely.transform(geometry, lambda xy: np.column_stack([500 - xy[:, 1], xy[:, 0] + 300]))


@many
@given(houses, plan)
def test_splitting_a_parcel_in_two_within_its_property_changes_nothing(drawn, stated):
    halves = []
    for wkt, of, number, registered, *_ in parcels():
        west, south, east, north = shapely.bounds(shapely.from_wkt(wkt))
        middle = (west + east) / 2 - 2
        share = (middle - west) / (east - west)
        halves.append((box(west, south, middle, north), of, number, registered * share))
        halves.append((box(middle, south, east, north), of, f"{number}2", registered * (1 - share)))
    whole = town.plots(parcels(), table_of(drawn), plan=plans(stated))
    assert outcome(town.plots(halves, table_of(drawn), plan=plans(stated))) == outcome(whole)


@many
@given(houses, plan)
def test_moving_and_turning_the_map_changes_nothing(drawn, stated):
    straight = outcome(town.plots(parcels(), table_of(drawn), plan=plans(stated)))
    turned = [(shapely.to_wkt(turn(shapely.from_wkt(wkt)), 9), *rest) for wkt, *rest in parcels()]
    rows = town.plots(turned, moved(table_of(drawn), turn), plan=moved(plans(stated), turn))
    assert outcome(rows) == straight


@many
@given(houses, plan, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(drawn, stated, chance):
    straight = outcome(town.plots(parcels(), table_of(drawn), plan=plans(stated)))
    shuffled, table = parcels(), table_of(drawn)
    chance.shuffle(shuffled)
    chance.shuffle(table)
    assert outcome(town.plots(shuffled, table, plan=plans(stated))) == straight


@many
@given(houses, plan)
def test_a_building_and_a_plot_far_away_change_nothing(drawn, stated):
    straight = outcome(town.plots(parcels(), table_of(drawn), plan=plans(stated)))
    far = {"wkt": box(5000, 5000, 5010, 5010), "id": "far", "anvendelse": 120, "samlet_m2": 900, "etager": 9}
    plot = (box(4990, 4990, 5020, 5020), "far", "99", 900)
    with_it = outcome(town.plots([*parcels(), plot], [*table_of(drawn), far], plan=plans(stated)))
    assert with_it.pop(("far", 1))[-1] == "overskredet"
    assert with_it == straight


@many
@given(st.integers(1, 5000), st.integers(1, 60))
def test_exactly_at_the_limit_is_within_it_and_one_m2_more_is_not(size, limit):
    parcel = [(box(0, 0, 50, 50), "e", "1a", 100 * size)]
    for more, status in ((0, "overholdt"), (1, "overskredet")):
        house = {"wkt": box(5, 5, 15, 15), "id": "a", "anvendelse": 120, "etager": 1, "samlet_m2": size * limit + more}
        (row,) = town.plots(parcel, [house], max_plot_ratio=float(limit))
        assert row["status_procent"] == status
        assert row["restareal_m2"] == -more


@many
@given(houses, st.integers(5, 60), st.integers(0, 40))
def test_a_higher_limit_never_makes_more_plots_exceed_it(drawn, limit, more):
    low = town.plots(parcels(), table_of(drawn), max_plot_ratio=float(limit), compare_plot_ratio=float(limit + more))
    for row in low:
        assert not (row["status_procent"] == "overholdt" and row["status_sammenlign"] == "overskredet") or (
            row["status_etager"] == "overskredet"
        )


@many
@given(houses)
def test_every_row_adds_up(drawn):
    for row in town.plots(parcels(), table_of(drawn)):
        if row["etageareal_m2"] is None:
            assert row["status_procent"] == "ukendt"
            continue
        assert abs(row["bebyggelsesprocent"] - 100 * row["etageareal_m2"] / row["grundareal_m2"]) < 0.01
        assert (
            abs(row["tilladt_procent"] / 100 * row["grundareal_m2"] - row["etageareal_m2"] - row["restareal_m2"]) < 0.01
        )
        assert row["fradrag_m2"] <= row["sekundaer_m2"]
