"""The facts of the two pages for the council, counted by hand."""

import numpy as np
import pytest
from plan_builders import building, buildings, plots

from lyngby_heritage.core.plan.choices import Count, Evidence
from lyngby_heritage.core.plan.summary import property_of_each, summarise


def told(*rows, **more):
    """The summary of a town whose layer says nothing but the designation."""
    nothing = Evidence(use=np.full(len(rows), np.nan))
    return summarise(buildings(*rows), more.pop("evidence", nothing), None, **more)


def high(x, **more):
    return building(x, **{"save": 2, "yes": True, "ground": "vaerdi_1_3", **more})


def four(x, **more):
    return building(x, **{"save": 4, "yes": True, "ground": "vaerdi_4_ensartet", **more})


def classes(summary):
    return {one.described["key"]: (one.count.buildings, one.count.properties, one.assessed) for one in summary.classes}


def test_buildings_are_counted_by_ground_and_each_property_once():
    summary = told(
        high(0, property="1"),
        high(20, property="1"),
        four(40, property="1"),
        four(60, property="2"),
        building(80, yes=True, ground="beslutning", property="2"),  # decided, and without a value
        building(100, save=4, ground="til_vurdering", property="3"),
        building(120, save=6, property="3"),
        building(140, ground="ikke_registreret", property="3"),
        building(160, ground="ikke_registreret", property="4", use="garage"),
        building(180, save=5, ground="beslutning", property="5"),
    )
    assert classes(summary) == {
        "vaerdi_1_3": (2, 1, 2),
        "vaerdi_4_ensartet": (2, 2, 2),
        "beslutning_udpeg": (1, 1, 0),
        "beslutning_udpeg_ikke": (1, 1, 1),
        "til_vurdering": (1, 1, 1),
        "ikke_udpeget": (1, 1, 1),
        "ikke_registreret": (2, 2, 0),
    }
    assert summary.designated == Count(5, 2, 0)
    assert (summary.designated_assessed, summary.assessed, summary.buildings) == (4, 7, 10)
    assert (summary.unvalued, summary.unvalued_main, summary.review) == (3, 2, Count(1, 1, 0))


def test_listed_buildings_and_churches_stand_apart_and_are_no_part_of_a_share():
    summary = told(
        high(0, property="1"),
        high(20, property="2", yes=False, decided=True, listed=True),
        high(40, property="3", yes=False, decided=True, church=True),
        high(60, property="3", yes=False, decided=True, church=True, listed=True),
    )
    assert classes(summary) == {"vaerdi_1_3": (1, 1, 1), "fredet": (2, 2, 2), "kirke": (1, 1, 1)}
    assert (summary.listed, summary.churches) == (Count(2, 2, 0), True)
    assert (summary.designated, summary.assessed) == (Count(1, 1, 0), 1)


def test_nobody_knows_which_buildings_are_listed_where_no_field_says_it():
    assert told(high(0), knows_listed=False).listed is None


def test_a_building_without_an_id_of_its_property_is_on_that_of_the_plot_below_it():
    town = buildings(high(0, property="7"), high(40), high(45), high(900))
    assert property_of_each(town, None).tolist() == [0, -1, -1, -1]
    below = plots(("7", "1a", 0, 20), ("8", "1b", 40, 30))
    assert property_of_each(town, below).tolist() == [0, 1, 1, -1]


def test_buildings_on_no_known_property_are_counted_apart():
    summary = told(high(0, property="1"), high(20), building(40, save=6))
    assert summary.designated == Count(2, 1, 1)
    assert summary.on_none == 2


def test_a_code_that_nobody_knows_is_among_the_designated_ones_only_where_the_layer_says_so():
    summary = told(high(0, ground="ny_kode"), building(20, save=6, ground="ny_kode"))
    assert [(one.described["key"], one.designated, one.count.buildings) for one in summary.classes] == [
        ("ukendt", True, 1),
        ("ukendt", False, 1),
    ]
    assert summary.designated.buildings == 1


@pytest.mark.parametrize(
    ("preserved_by", "known"), [(None, None), (["", "", ""], 0), (["lokalplan 91", "", "lokalplan 91"], 1)]
)
def test_what_a_lokalplan_preserves_is_counted_among_the_designated_ones(preserved_by, known):
    summary = told(high(0), high(20), building(40, save=6), preserved_by=preserved_by)
    assert summary.preserved == known
    rest = [one.unpreserved and one.unpreserved.buildings for one in summary.fours.options if one.chosen]
    assert rest == [None if known is None else 2 - known]


def test_the_years_are_those_of_the_values_and_who_has_none_is_counted():
    evidence = Evidence(use=np.full(4, np.nan), registered=np.array([1994.0, 2012.0, np.nan, 1901.0]))
    summary = told(high(0), high(20), high(40), building(60, ground="ikke_registreret"), evidence=evidence)
    assert (summary.registered, summary.undated) == ((1994, 2012), 1)


def test_without_dates_every_building_with_a_value_is_undated():
    summary = told(high(0), building(20))
    assert (summary.registered, summary.undated) == (None, 1)


def test_themes_are_unknown_without_a_layer_of_them():
    assert told(high(0)).themes is None
    summary = told(high(0), themes=(["Fredning"], ["Natura 2000", "Kirkebyggelinje"]))
    assert (summary.themes, summary.missing_themes) == (1, ("Natura 2000", "Kirkebyggelinje"))


def test_plots_are_told_apart_from_a_layer_that_does_not_tell():
    assert (told(high(0)).plots, told(high(0)).plots_given) == (None, False)
    given = told(high(0), plots=plots(("7", "1a", 0, 20)), plot_columns={"status": ["overholdt"]})
    assert (given.plots, given.plots_given) == (None, True)


def test_nothing_designated_is_nothing_and_no_error():
    summary = told(building(0, save=6), building(20))
    assert (summary.designated, summary.assessed) == (Count(0, 0, 0), 1)
    assert [one.count.buildings for one in summary.fours.options] == [0, 0, 0]
