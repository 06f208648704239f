"""What the statement counts, on a town that can be counted by hand."""

from plan_builders import building, buildings

from lyngby_heritage.core.plan.state import PlanState
from lyngby_heritage.core.plan.statement_figures import PlaceRow, figures_of, places

TOWN = buildings(
    building(0, save=2, yes=True, ground="vaerdi_1_3", property="1"),
    building(20, save=3, yes=True, ground="vaerdi_1_3", property="1"),
    building(40, save=4, yes=True, ground="vaerdi_4_ensartet", property="2", use="udhus"),
    building(60, save=4, ground="til_vurdering"),
    building(80, save=6, yes=True, ground="beslutning"),
    building(100, save=6, ground="beslutning"),
    building(120, ground="ikke_registreret"),
    building(140, save=1, ground="vaerdi_1_3", listed=True, decided=True),
    building(160, save=2, ground="vaerdi_1_3", church=True, decided=True),
)


def test_the_counts_add_up():
    found = figures_of(TOWN, PlanState())
    assert (found.buildings, found.assessed, found.unassessed) == (9, 8, 1)
    assert (found.designated, found.listed, found.churches) == (4, 1, 1)
    assert (found.decided_against, found.review, found.secondary) == (1, 1, 1)
    assert (found.properties, found.no_property) == (2, 1)


def test_shares_are_of_what_was_assessed_and_rounded():
    rows = {
        one.value: (one.buildings, one.share, one.designated, one.apart) for one in figures_of(TOWN, PlanState()).values
    }
    assert rows[1] == (1, "12,5 %", 0, 1)
    assert rows[2] == (2, "25,0 %", 1, 1)
    assert rows[4] == (2, "25,0 %", 1, 0)
    assert rows[9] == (0, "0 %", 0, 0)
    three = buildings(building(0, save=3, yes=True), building(20, save=3, yes=True), building(40, save=5))
    assert figures_of(three, PlanState()).values[2].share == "66,7 %"


def test_each_ground_is_counted_and_one_that_nobody_knows_is_not_lost():
    assert figures_of(TOWN, PlanState()).grounds == (
        ("SAVE-værdi 1–3", 2),
        ("SAVE-værdi 4, opfylder reglen for værdi 4", 1),
        ("Foreslås udpeget ved særskilt beslutning", 1),
    )
    assert figures_of(buildings(building(0, yes=True, ground="ny_kode")), PlanState()).grounds[-1] == ("ny_kode", 1)


def test_a_listed_building_that_a_decision_leaves_out_is_no_building_that_was_decided_against():
    assert figures_of(buildings(building(0, ground="beslutning", listed=True)), PlanState()).decided_against == 0


def test_places_in_their_order_and_those_of_none_last():
    names = ["Virum", "", "Brede", "Brede", "Virum", "", "Brede", "Øster", "Øster"]
    assert places(names, TOWN) == (
        PlaceRow("Brede", 3, 1),
        PlaceRow("Virum", 2, 2),
        PlaceRow("Øster", 2, 0),
        PlaceRow("ikke oplyst", 2, 1),
    )
    assert places([""] * 9, TOWN) == ()
