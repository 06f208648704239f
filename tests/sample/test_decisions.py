"""What people decided on single buildings: the reasons are true of the houses that they are given to."""

import pytest
import shapely

from lyngby_heritage.sample.municipality import make_municipality

SIZES = [60, 150, 300, 700, 1500]


def decided(made, words):
    """The building whose decision's reason begins so, all buildings as rows, and their outlines."""
    buildings, decisions = made.table("bygninger"), made.table("beslutninger").columns
    columns = {name: values.tolist() for name, values in buildings.columns.items()}
    rows = [dict(zip(columns, values)) for values in zip(*columns.values())]
    (building,) = (
        on for on, reason in zip(decisions["bygning_id"], decisions["begrundelse"]) if reason.startswith(words)
    )
    return columns["bygning_id"].index(building), rows, buildings.geometry


@pytest.mark.parametrize("size", SIZES)
def test_the_villa_is_a_villa(size):
    at, rows, _ = decided(make_municipality(size, 173), "Villa med oprindelig indgang")
    assert (rows[at]["anvendelse"], rows[at]["save_vaerdi"]) == (120, 4)


@pytest.mark.parametrize("size", SIZES)
def test_the_house_in_a_closed_row_stands_wall_to_wall_with_another_of_its_street(size):
    at, rows, outlines = decided(make_municipality(size, 173), "Huset er en del af den lukkede husrække")
    road = rows[at]["adresse"].rsplit(" ", 1)[0]
    beside = [
        row
        for place, row in enumerate(rows)
        if row["adresse"] != rows[at]["adresse"]
        and row["adresse"].rsplit(" ", 1)[0] == road
        and shapely.distance(outlines[place], outlines[at]) < 0.1
    ]
    assert {row["anvendelse"] for row in beside} & {140, 321, 322, 333}
