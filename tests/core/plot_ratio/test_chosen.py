"""A run on a selection: a plot is chosen by any of its parcels, and the others are in no sum."""

import numpy as np
import pytest
import shapely

from lyngby_heritage.core.neighbourhood.plots import ParcelRows, make_plots
from lyngby_heritage.core.neighbourhood.properties import group_parcels
from lyngby_heritage.core.plot_ratio.chosen import chosen_plots, selection_note


def plots_of(*owners):
    """Parcels of 20 m in a row, each of the property that is named."""
    shapes = shapely.box(np.arange(len(owners)) * 20, 0, np.arange(len(owners)) * 20 + 20, 20)
    count = len(owners)
    return make_plots(
        ParcelRows(
            geometries=shapes,
            owner=group_parcels(shapes, list(owners), np.arange(count)).owner,
            registered=np.full(count, 400.0),
            road=np.full(count, np.nan),
            numbers=[f"1{letter}" for letter in "abcdefgh"[:count]],
            districts=[""] * count,
            property_labels=list(owners),
            common=np.zeros(count, dtype=bool),
            same=np.arange(count),
            listed=np.ones(count, dtype=np.intp),
        )
    )


@pytest.mark.parametrize(
    ("parcels", "chosen"),
    [
        ([1, 0, 0], [True, False]),
        ([0, 1, 0], [True, False]),
        ([1, 1, 0], [True, False]),
        ([0, 0, 1], [False, True]),
        ([0, 0, 0], [False, False]),
        ([1, 0, 1], [True, True]),
    ],
)
def test_any_parcel_of_a_plot_chooses_it(parcels, chosen):
    plots = plots_of("e", "e", "f")
    assert chosen_plots(plots, np.array(parcels, dtype=bool)).tolist() == chosen


def test_the_log_says_how_many_are_judged_among_how_many():
    note = selection_note("jordstykker", np.array([True, True, False]))
    assert str(note) == (
        "jordstykker: 2 plots of the selected parcels are judged, each whole; the other 1 of the layer is their "
        "surroundings."
    )
