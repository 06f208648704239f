"""Which cadastral numbers a building gets, and where it lies."""

import dataclasses

import numpy as np
import pytest
import shapely
from builders import square
from plan_builders import building, buildings, plots

from lyngby_heritage.core.landscape.catalogue import built_in
from lyngby_heritage.core.landscape.rule import MembershipRule
from lyngby_heritage.core.landscape.written import read_written
from lyngby_heritage.core.neighbourhood.holders import BETWEEN
from lyngby_heritage.core.plan.content import (
    Landscape,
    Parcels,
    building_themes,
    districts_of,
    ground_words,
    parcel_numbers,
    property_keys,
    read_flag,
)
from lyngby_heritage.core.plan.state import PlanState
from lyngby_heritage.core.plan.statement_figures import figures_of
from lyngby_heritage.core.plan.statement_themes import properties_of
from lyngby_heritage.core.plan.summary import property_of_each

CATALOGUE = built_in()

PLOTS = plots(("1", "7a", 0, 20), ("1", "7b", 40, 20), ("2", "9c, 9d", 80, 20), ("3", "", 120, 20))


@pytest.mark.parametrize(
    ("row", "number"),
    [
        (building(0, property="1"), "7a"),  # the plot that it stands on, of the two that the property has
        (building(40, property="1"), "7b"),
        (building(500, property="1"), "7a; 7b"),  # on neither: all of the property's
        (building(80, property="1"), "7a; 7b"),  # the register's property comes before where it stands
        (building(80), "9c, 9d"),  # property unknown: by place
        (building(80, property="77"), "9c, 9d"),  # property not among the plots: by place
        (building(500), ""),
        (building(500, parcel="5x"), "5x"),  # what its own layer says
        (building(120, property="3", parcel="5x"), "5x"),  # a plot without a number says nothing
        (building(0, property="2", wkt=None), "9c, 9d"),  # without a geometry the property still has numbers
    ],
)
def test_cadastral_numbers(row, number):
    assert parcel_numbers(buildings(row), PLOTS) == [number]


def test_without_plots_the_layer_s_own_numbers_stand():
    assert parcel_numbers(buildings(building(0, parcel="5x"), building(20)), None) == ["5x", ""]


def landscape(*rows):
    """Rows of (WKT, theme, kind, status), as a layer holds them."""
    wkt, themes, kinds, statuses = (list(column) for column in zip(*rows))
    shapes = np.array([None if one is None else shapely.from_wkt(one) for one in wkt], dtype=object)
    written = read_written(shapes, themes, kinds, statuses, CATALOGUE)
    return Landscape({"theme": written.row_codes}, shapes, written.codes, written.registered(CATALOGUE))


def test_themes_stand_once_in_the_catalogues_order_and_one_of_ones_own_comes_last():
    found = landscape(
        (square(0, 0, 30), "skovbyggelinje", "flade", "gaeldende"),
        (square(-5, -5, 15), "moelleaadal", "flade", "ukendt"),
        (square(0, 0, 9), "skovbyggelinje", "flade", "forslag"),
        (square(0, 0, 30), "solceller", "flade", None),
        (None, "lavbund", "ingen", "gaeldende"),
    )
    rows = buildings(building(0), building(20), building(90), building(0, id="z", wkt=None))
    themes = building_themes(rows, found, MembershipRule())
    assert list(themes.held) == ["moelleaadal;skovbyggelinje;solceller", "skovbyggelinje;solceller", "", None]
    assert list(building_themes(rows, None, MembershipRule()).held) == [None] * 4


def test_what_is_only_proposed_is_told_apart():
    found = landscape(
        (square(0, 0, 30), "fredning", "flade", "forslag"), (square(20, 0, 30), "fredning", "flade", "gaeldende")
    )
    themes = building_themes(buildings(building(0), building(20)), found, MembershipRule())
    assert list(themes.held) == ["fredning", "fredning"]
    assert list(themes.proposed) == ["fredning", ""]


def test_an_ended_designation_does_not_hold_a_building_and_thirty_per_cent_of_one_is_enough():
    found = landscape(
        (square(-10, -10, 40), "fredning", "flade", "ophoert"), (square(93, 0), "fredning", "flade", None)
    )
    rows = buildings(building(0), building(100))
    assert list(building_themes(rows, found, MembershipRule()).held) == ["", "fredning"]
    assert list(building_themes(rows, found, MembershipRule(min_share=0.31)).held) == ["", ""]


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        *((yes, True) for yes in (True, 1, "true", "t", "Ja")),
        *((no, False) for no in (False, 0, "0", "false", "nej")),
        *((neither, None) for neither in (None, "", "måske", 2)),
    ],
)
def test_yes_and_no_as_the_formats_keep_them(raw, read):
    assert read_flag(raw) is read


def test_grounds_in_words():
    assert ground_words("vaerdi_1_3", True) == "SAVE-værdi 1–3"
    assert ground_words("beslutning", True) != ground_words("beslutning", False)
    assert ground_words("ny_kode", True) == "ny_kode"


PARCELS = Parcels(
    ["7a Askholt", "7a Bøgehegn"],
    ["Askholt", "Bøgehegn"],
    np.array([shapely.from_wkt(square(x, -5, 20)) for x in (0, 40)], dtype=object),
)


def test_without_plots_a_building_has_the_parcel_below_it_and_always_its_district():
    rows = buildings(
        building(5), building(45, parcel="9z", district="Askholt"), building(500, parcel="5x", district="C")
    )
    assert parcel_numbers(rows, None, PARCELS) == ["7a Askholt", "7a Bøgehegn", "5x"]
    assert districts_of(rows, PARCELS) == ["Askholt", "Bøgehegn", "C"]
    assert districts_of(rows, None) == ["", "Askholt", "C"]
    named = ["1a og 1b Ellesø; 2 Askholt", "3 Ellesø", ""]
    assert districts_of(rows, None, named=named) == ["Ellesø", "Askholt", "C"]


def test_the_property_of_a_building_is_one_in_every_document():
    """Its own id where the plots have it, else that of the plot below, else its own; a plot of several is each's."""
    land = plots(("1", "7a", 0, 20), ("2; 3".replace("; ", BETWEEN), "7b", 40, 20), ("", "7c", 80, 20))
    rows = buildings(
        building(0, property="1"),
        building(45, property="3"),  # one of the two of its plot
        building(5, property="77"),  # of no plot, and stands on that of 1
        building(85),  # stands on a plot whose property has no id
        building(90, property="78"),
        building(500, property="79"),  # of no plot, and stands on none
        building(600),
    )
    keys = property_keys(rows, land)
    assert keys == ["1", "3", "1", keys[3], keys[3], "79", ""]
    assert keys[3] not in ("", "78")
    assert property_keys(rows, None) == ["1", "3", "77", "", "78", "79", ""]
    designated = dataclasses.replace(rows, designated=np.ones(len(rows), dtype=bool))
    themes, figures = properties_of(designated, land), figures_of(designated, PlanState(), land)
    assert (len(themes), themes.without) == (3, 2)  # 79 has no shape, the last no property at all
    assert (figures.properties, figures.no_property) == (4, 1)
    assert len(set(property_of_each(designated, land).tolist()) - {-1}) == 4


def test_a_plot_without_a_number_leaves_the_parcel_below_to_say_it():
    assert parcel_numbers(buildings(building(120, property="3")), PLOTS, PARCELS) == [""]
    assert parcel_numbers(buildings(building(45, property="nowhere")), PLOTS, PARCELS) == ["7b"]
