"""M3 and M4 in the statement: counted on the plots in the areas, by status, all of them and those of the plan."""

import pytest
from plan_builders import building, buildings

from lyngby_heritage.core.plan.choices import plot_choice
from lyngby_heritage.core.plan.statement_limits import (
    LimitsTold,
    general_words,
    limits_of,
    ratio_words,
    read_limits,
    storey_words,
)
from lyngby_heritage.core.plot_ratio.check import Settings
from lyngby_heritage.core.plot_ratio.settings_told import settings_pairs

TOWN = buildings(building(0, yes=True, property="1"), building(20, yes=True, property="2"), building(40, property="3"))
IDS = ["1", "2, 7", "3", "4", "5"]
COLUMNS = {
    "zone": ["Virum", "Virum", "Sorgenfri", "Sorgenfri", None],
    "status_procent": ["overholdt", "overskredet", "overholdt", "ukendt", "ikke_omfattet"],
    "tilladt_procent": [30.0, 25.0, 30.0, None, None],
    "status_etager": ["overholdt", "overholdt", "omraade", "ukendt", "ikke_omfattet"],
    "tilladt_etager": [1.5, 2.0, 1.5, 1.5, None],
}


def test_the_plots_in_the_areas_are_counted_by_status():
    found = limits_of(COLUMNS, IDS, TOWN)
    assert (found.plots, found.designated, found.outside) == (4, 2, 1)
    assert found.areas == ("Sorgenfri", "Virum")
    assert found.ratio.every == {"overholdt": 2, "overskredet": 1, "omraade": 0, "ukendt": 1}
    assert found.ratio.designated == {"overholdt": 1, "overskredet": 1, "omraade": 0, "ukendt": 0}
    assert found.storeys.every == {"overholdt": 2, "overskredet": 0, "omraade": 1, "ukendt": 1}


def test_the_limits_stand_with_the_plots_that_have_them():
    found = limits_of(COLUMNS, IDS, TOWN)
    assert found.ratio.limits == (("30 %", 2), ("25 %", 1))
    assert found.storeys.limits == (("1½ etage", 3), ("2 etager", 1))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            LimitsTold(30.0, 1.5, 2.0),
            "Kommunens egen grænse i åben-lav-områder er en bebyggelsesprocent på 30 % og 1½ etage, og 2 etager i de "
            "områder, hvor kommunen har valgt, at det kan tillades. På en grund på 800 m² er 30 % det samme som 240 m² "
            "etageareal. Kommuneplanens rammer og lokalplaner kan sætte en anden grænse.",
        ),
        (
            LimitsTold(25.0, 2.0, 2.0),
            "Kommunens egen grænse i åben-lav-områder er en bebyggelsesprocent på 25 % og 2 etager. På en grund på 800 "
            "m² er 25 % det samme som 200 m² etageareal. Kommuneplanens rammer og lokalplaner kan sætte en anden "
            "grænse.",
        ),
        (LimitsTold(None, 1.5, 2.0), ""),
    ],
)
def test_the_municipality_s_own_limits_in_words(told, said):
    assert general_words(told) == said


@pytest.mark.parametrize("columns", [{}, {**COLUMNS, "status_procent": ["ikke_omfattet"] * 5}])
def test_without_statuses_or_areas_there_is_nothing_to_tell(columns):
    assert limits_of(columns, IDS, TOWN) is None


def test_limits_in_words():
    assert [ratio_words(one) for one in (30.0, 27.5)] == ["30 %", "27,5 %"]
    assert [storey_words(one) for one in (1.0, 1.5, 2.0, 2.5)] == ["1 etage", "1½ etage", "2 etager", "2½ etager"]


def test_the_municipality_s_limits_are_read_from_what_the_check_left():
    assert read_limits(settings_pairs(Settings(27.5, 1.5, 2.0, 50.0, 25.0))) == LimitsTold(27.5, 1.5, 2.0)


@pytest.mark.parametrize("value", [None, "", "tredive", "nan", "inf"])
def test_what_cannot_be_read_is_not_told(value):
    assert read_limits([("MAX_PLOT_RATIO", value), ("MAX_STOREYS", "1.5")]) == LimitsTold(None, 1.5, None)


def test_a_status_that_nobody_knows_is_unknown_and_no_plot_is_lost():
    """Statement and summary count the same plots: what is no status is neither kept nor outside the areas."""
    columns = {**COLUMNS, "status_procent": ["overholdt", "ny_kode", None, "ukendt", "ikke_omfattet"]}
    found = limits_of(columns, IDS, TOWN)
    assert (found.plots, found.outside) == (4, 1)
    assert found.ratio.every == {"overholdt": 1, "overskredet": 0, "omraade": 0, "ukendt": 3}
    summed = plot_choice(IDS, {**columns, "status": columns["status_procent"]})
    assert (summed.plots, sum(one.unknown for one in summed.ratio)) == (4, 3)
