"""Map sheets: one for each environment or quarter, else a grid, and no designated building without one."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_builders import building, buildings, environments

from lyngby_heritage.core.plan.content import holder, nowhere
from lyngby_heritage.core.plan.sheet_choice import best_sheet
from lyngby_heritage.core.plan.sheet_crowds import Details
from lyngby_heritage.core.plan.sheets import Settings, details_of, fitted, make_sheets

FRAME = (190.0, 202.0)


def chosen(most=10):
    return Settings(most, [500, 1000, 2000, 5000], [2500, 5000], 15.0, Details((500, 750), 6.0, 6))


def designated(x, y=0.0, **more):
    return building(x, y, save=2, yes=True, ground="vaerdi_1_3", **more)


def on_sheet(rows, sheet):
    west, south, east, north = sheet.bounds
    x, y = shapely.get_x(rows.points), shapely.get_y(rows.points)
    return (x >= west) & (x <= east) & (y >= south) & (y <= north)


@pytest.mark.parametrize(
    ("side", "scale"),
    # 190 mm at 1:500 are 95 m, of which 2 × 15 m are margin.
    [(65, 500), (65.1, 1000), (160, 1000), (160.1, 2000), (920, 5000), (920.1, 10000)],
)
def test_the_largest_scale_that_holds_the_area_with_its_margin(side, scale):
    found, bounds = fitted((0, 0, side, 1), FRAME, [500, 1000, 2000, 5000], 15.0)
    assert found == scale
    assert bounds[2] - bounds[0] == pytest.approx(0.190 * scale)
    assert bounds[3] - bounds[1] == pytest.approx(0.202 * scale)
    assert (bounds[0] + bounds[2]) / 2 == pytest.approx(side / 2)


def test_a_sheet_for_each_environment_with_its_figures():
    rows = buildings(designated(0, address="Bredevej 1"), building(20, address="Bredevej 3"), designated(500))
    found = environments(
        ("E1", "", -5, 50), ("E2", "Torvet", 490, 40), opfoert_fra=[1930, 1940], opfoert_til=[1934, 1940]
    )
    sheets = make_sheets(rows, found, holder(rows.points, found.geometries), FRAME, chosen())
    assert [(one.kind, one.name, one.scale) for one in sheets] == [
        ("kulturmiljoe", "Forslag til kulturmiljø E1: Bredevej", 500),
        ("kulturmiljoe", "Forslag til kulturmiljø E2: Torvet", 500),
    ]
    assert sheets[0].text == (
        "I området ligger 2 bygninger, heraf foreslås 1 udpeget: 1 med SAVE-værdi 1–3. Opført 1930–1934."
    )
    assert sheets[1].text == (
        "I området ligger 1 bygning, heraf foreslås 1 udpeget: 1 med SAVE-værdi 1–3. Opført 1940."
    )


def test_every_sheet_says_what_its_buildings_are_counted_in():
    rows = buildings(designated(0, quarter="Øst"), building(20, quarter="Øst"), designated(3000))
    decided = replace(environments(("E1", "Torvet", -5, 50)), decided=[True])
    sheets = make_sheets(rows, decided, holder(rows.points, decided.geometries), FRAME, chosen())
    sheets += make_sheets(rows, None, nowhere(3), FRAME, chosen())
    assert [one.text.partition(",")[0] for one in sheets] == [
        "I kulturmiljøet ligger 2 bygninger",
        "Bladet viser 1 bygning",
        "I kvarteret ligger 2 bygninger",
        "Bladet viser 1 bygning",
    ]


def test_what_makes_an_environment_and_what_lies_in_it_are_both_said():
    rows = buildings(designated(0), building(20), building(30))
    found = environments(("E1", "", -5, 50), antal_bygninger=[2])
    sheets = make_sheets(rows, found, holder(rows.points, found.geometries), FRAME, chosen())
    told = "2 hovedbygninger i forslaget. I området ligger 3 bygninger, heraf foreslås 1 udpeget: 1 med SAVE-værdi 1–3."
    assert sheets[0].text == told


def test_a_building_that_the_register_withholds_is_said_not_to_be_shown():
    rows = buildings(designated(0), building(20))
    found = replace(environments(("E1", "", -5, 50), antal_bygninger=[3]), hidden=[1])
    (sheet,) = make_sheets(rows, found, holder(rows.points, found.geometries), FRAME, chosen())
    assert sheet.text.startswith("3 hovedbygninger i forslaget. I området ligger 2 bygninger, ")
    assert sheet.text.endswith(" Ikke vist: 1 bygning, som registret holder uden for offentligheden.")


def test_designated_buildings_outside_the_environments_get_sheets_of_a_grid():
    rows = buildings(designated(0), designated(3000, address="Skovvej 2"), building(9000))
    found = environments(("E1", "", -5, 50))
    sheets = make_sheets(rows, found, holder(rows.points, found.geometries), FRAME, chosen())
    assert [(one.kind, one.name) for one in sheets] == [
        ("kulturmiljoe", "Forslag til kulturmiljø E1"),
        ("kortblad", "Skovvej"),
    ]


def test_more_environments_than_sheets_make_a_grid_over_them_all():
    rows = buildings(*(designated(x) for x in range(0, 3000, 100)))
    found = environments(*((f"E{x}", "", x - 5, 30) for x in range(0, 3000, 100)))
    sheets = make_sheets(rows, found, holder(rows.points, found.geometries), FRAME, chosen(most=10))
    assert {one.kind for one in sheets} == {"kortblad"}
    assert len(sheets) <= 10
    assert np.logical_or.reduce([on_sheet(rows, one) for one in sheets]).all()


def test_quarters_from_the_data_where_there_are_no_environments():
    rows = buildings(designated(0, quarter="Øst"), building(900, quarter="Ådal"), building(30, quarter="Øst"))
    sheets = make_sheets(rows, None, nowhere(3), FRAME, chosen())
    assert [(one.kind, one.name, one.buildings, one.designated) for one in sheets] == [
        ("kvarter", "Øst", 2, 1),
        ("kvarter", "Ådal", 1, 0),
    ]


def test_a_grid_is_numbered_row_by_row_from_the_north_west():
    corners = [(0, 2000), (2000, 2000), (0, 0), (2000, 0)]
    rows = buildings(*(designated(x, y, address=f"Vej {i}") for i, (x, y) in enumerate(corners, start=1)))
    sheets = make_sheets(rows, None, nowhere(4), FRAME, chosen())
    middles = [((one.bounds[0] + one.bounds[2]) / 2, (one.bounds[1] + one.bounds[3]) / 2) for one in sheets]
    assert len(sheets) == 4
    assert middles[0][1] > middles[2][1]
    assert middles[0][0] < middles[1][0]
    assert {one.scale for one in sheets} == {2500}


def test_sheets_of_one_name_say_a_street_that_the_others_do_not_show():
    def long_streets(x):
        return [designated(x + i, address=f"{one} {i}") for i in range(1, 6) for one in ("Bredevej", "Smedevej")]

    beside = [designated(10, address="Kirkestræde 1"), designated(3010, address="Møllestien 1")]
    elsewhere = [designated(x, -6000, address="Engvej 1") for x in (0, 3000)]
    rows = buildings(*long_streets(0), *long_streets(3000), *beside, *elsewhere)
    assert [
        one.name for one in make_sheets(rows, None, nowhere(len(rows)), FRAME, chosen()) if one.kind != "udsnit"
    ] == [
        "Bredevej, Smedevej og Kirkestræde",
        "Bredevej, Smedevej og Møllestien",
        "Engvej (1 af 2)",
        "Engvej (2 af 2)",
    ]


def test_without_a_designated_building_the_grid_shows_them_all():
    rows = buildings(building(0), building(5000))
    assert len(make_sheets(rows, None, nowhere(2), FRAME, chosen())) == 2


def test_nothing_with_a_geometry_makes_no_sheet():
    assert make_sheets(buildings(designated(0, wkt=None)), None, nowhere(1), FRAME, chosen()) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40_000), st.integers(0, 40_000)), min_size=1, max_size=40, unique=True),
    st.integers(1, 12),
)
def test_every_designated_building_is_on_one_of_at_most_so_many_sheets(places, most):
    rows = buildings(*(designated(x, y) for x, y in places))
    sheets = make_sheets(rows, None, nowhere(len(places)), FRAME, chosen(most))
    assert len(sheets) <= most
    assert np.logical_or.reduce([on_sheet(rows, one) for one in sheets]).all()


def test_a_listed_building_that_the_plan_names_by_a_number_is_on_a_sheet_too():
    town = buildings(building(0, yes=True), building(5000, listed=True), building(9000, save=6))
    sheets = make_sheets(town, None, nowhere(3), FRAME, chosen())
    assert best_sheet(sheets, town.geometries, town.points).tolist() == [1, 2, 0]


def test_a_sheet_of_the_grid_has_its_buildings_in_the_middle():
    rows = buildings(designated(0, 0), designated(100, 40), building(5000))
    (sheet,) = make_sheets(rows, None, nowhere(3), FRAME, chosen())
    west, south, east, north = sheet.bounds
    # The houses of 10 × 10 m reach from 0 to 110, and from 0 to 50. 190 × 202 mm at 1:2,500 are 475 × 505 m.
    assert (west, east) == pytest.approx((55 - 237.5, 55 + 237.5))
    assert (south, north) == pytest.approx((25 - 252.5, 25 + 252.5))


@pytest.mark.parametrize(
    ("beside", "middle"),
    [
        # The middles of the houses are 5, and three times 205 or 245: (5 + 3 × 205) / 4 = 155, (5 + 3 × 245) / 4 = 185.
        (200, 155),
        (240, 185),
        # Fields to the south alone, and nothing beside: the middle of the house.
        (9000, 5),
    ],
)
def test_a_sheet_of_the_grid_shows_the_buildings_around_rather_than_fields(beside, middle):
    rows = buildings(designated(0, 0), *(building(x, beside) for x in (0, 20, 40)))
    (sheet,) = make_sheets(rows, None, nowhere(4), FRAME, chosen())
    _, south, _, north = sheet.bounds
    assert (south + north) / 2 == pytest.approx(middle)


def test_a_sheet_of_the_grid_never_leaves_what_it_is_for():
    # The middles of 29 houses at 200 and of one at -45 are at 191.8 on average; with the margin below the southern wall
    # the middle of the sheet goes to -50 - 15 + 252.5 = 187.5.
    north = [building(x, 195) for x in range(-140, 150, 10)]
    rows = buildings(designated(0, -50), *north)
    (sheet,) = make_sheets(rows, None, nowhere(30), FRAME, chosen())
    assert sheet.bounds[1] == pytest.approx(-50 - 15)


def test_a_sheet_of_the_grid_has_the_largest_scale_that_shows_what_it_is_for():
    # 810 m from north to south take two sheets of 505 m, or one of 1,010 m at 1:5,000; there is room for two in all.
    spread = [designated(9000, y) for y in (0, 800)]
    rows = buildings(designated(0, 0), *spread)
    sheets = make_sheets(rows, None, nowhere(3), FRAME, chosen(most=2))
    assert sorted((one.buildings, one.scale) for one in sheets) == [(1, 2500), (2, 5000)]


def test_a_building_that_a_sheet_cuts_is_whole_on_another():
    # The environment from -5 to 45 has a sheet of 95 m round 20, to 67.5: the house reaches from 60 to 70.
    rows = buildings(designated(0), designated(60, address="Skovvej 2"))
    found = environments(("E1", "", -5, 50))
    sheets = make_sheets(rows, found, holder(rows.points, found.geometries), FRAME, chosen())
    assert [one.name for one in sheets] == ["Forslag til kulturmiljø E1", "Skovvej"]


@pytest.mark.parametrize(
    ("y", "names", "found_on"),
    [
        (-21, ["Torvet"], 1),
        (-23, ["Torvet", "Skovvej"], 2),
        (-24, ["Torvet", "Skovvej"], 2),
        (-30, ["Torvet", "Skovvej"], 2),
    ],
)
def test_a_building_under_what_is_put_over_a_sheet_is_whole_on_another(y, names, found_on):
    # 172 of the 202 mm are free: 43 m at 1:500 either way of the environment's middle, 20, so from -23; the 15 m below
    # are covered, and 1 m above them is the edge: a hundredth of 101 m. The house
    # is 10 m tall, and its middle is under the strip where it begins at -30.
    rows = buildings(designated(0), designated(0, y, address="Skovvej 2"))
    found = replace(environments(("E1", "Torvet", -5, 50)), decided=[True])
    sheets = make_sheets(rows, found, holder(rows.points, found.geometries), FRAME, chosen(), strip=30.0)
    assert [one.name for one in sheets] == names
    assert (sheets[0].bounds[1], sheets[0].free[1]) == (-38, -23)
    assert best_sheet(sheets, rows.geometries, rows.points).tolist() == [1, found_on]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 3000)), min_size=1, max_size=30, unique=True),
    st.integers(1, 12),
)
def test_every_designated_building_is_whole_on_a_sheet_with_the_margin_and_no_sheet_is_without_one(places, most):
    rows = buildings(*(designated(x, y) for x, y in places))
    sheets = make_sheets(rows, None, nowhere(len(places)), FRAME, chosen(most))
    boxes, held = shapely.bounds(rows.geometries), np.zeros(len(places), dtype=bool)
    for one in sheets:
        west, south, east, north = one.bounds
        far = (boxes - (west, south, east, north)) * (1, 1, -1, -1) >= 15 - 1e-6
        assert far.all(axis=1).any()
        held |= far.all(axis=1)
    assert held.all()


def terrace(count, apart, **more):
    return [designated(apart * at, address=f"Rækken {at + 1}", **more) for at in range(count)]


def test_houses_wall_to_wall_get_a_sheet_of_their_own_and_the_others_lead_to_it():
    """7 m are 2.8 mm on 1:2.500; six of them are the fewest that a sheet is made for."""
    rows = buildings(*terrace(6, 7.0), designated(3000, address="Ene Vej 1"))
    terraced, lone, detail = make_sheets(rows, None, nowhere(7), FRAME, chosen())
    assert (detail.kind, detail.name, detail.scale) == ("udsnit", "Rækken (udsnit)", 500)
    assert detail.text == "Udsnittet viser 6 bygninger, som alle foreslås udpeget: 6 med SAVE-værdi 1–3."
    assert terraced.text.endswith("Planens numre i det stiplede udsnit står på kortblad 3.")
    assert "udsnit" not in lone.text
    assert details_of([terraced, lone, detail]) == [detail.clear]
    assert best_sheet([terraced, lone, detail], rows.geometries, rows.points).tolist() == [3] * 6 + [2]


@pytest.mark.parametrize(
    ("count", "apart", "most", "sheets"),
    [
        (6, 7.0, 10, ["kortblad", "udsnit"]),
        (5, 7.0, 10, ["kortblad"]),  # too few to be worth a sheet
        (6, 7.0, 1, ["kortblad"]),  # the atlas is full
        (6, 7.4, 10, ["kortblad", "udsnit"]),  # the second nearest of an inner house is 7.4 m away: 5.9 mm on 1:1.250
        (6, 7.6, 10, ["kortblad"]),  # 6.1 mm
    ],
)
def test_a_detail_is_made_where_numbers_would_run_together_and_there_is_room(count, apart, most, sheets):
    rows = buildings(*terrace(count, apart))
    choice = replace(chosen(most), grid_scales=[1250])
    assert [one.kind for one in make_sheets(rows, None, nowhere(count), FRAME, choice)] == sheets


def test_houses_that_the_plan_has_no_number_for_make_no_detail():
    rows = buildings(*[building(7.0 * at) for at in range(12)], designated(400))
    assert [one.kind for one in make_sheets(rows, None, nowhere(13), FRAME, chosen())] == ["kortblad"]


def test_the_numbers_of_the_grid_are_told_apart_even_where_a_proposal_has_a_larger_sheet():
    """The rows of the terrace stand on a sheet of their proposal in 1:500, and among others on one of the grid."""
    rows = buildings(*terrace(6, 7.0), designated(20, 60, address="Ene Vej 1"))
    found = environments(("E1", "", -5, 45))
    sheets = make_sheets(rows, found, holder(rows.points, found.geometries), FRAME, chosen())
    assert [(one.kind, one.scale) for one in sheets] == [("kulturmiljoe", 500), ("kortblad", 2500), ("udsnit", 500)]
    assert "udsnit" not in sheets[0].text  # it shows the numbers itself
    assert sheets[1].text.endswith("Planens numre i det stiplede udsnit står på kortblad 3.")


def test_a_sheet_that_only_touches_a_detail_without_a_number_does_not_lead_to_it():
    rows = buildings(*terrace(6, 7.0), designated(300, address="Ene Vej 1"))
    beside = replace(environments(("E1", "Torvet", 60, 155)), decided=[True])
    sheets = make_sheets(rows, beside, holder(rows.points, beside.geometries), FRAME, chosen())
    environment, detail = sheets[0], sheets[-1]
    assert detail.kind == "udsnit"
    assert environment.bounds[0] < detail.bounds[2]
    assert "udsnit" not in environment.text
