"""The building layer: what is in it, what is not, and that every row of every input is accounted for."""

import numpy as np
import pytest
import shapely
from builders import square
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from register_tables import point, prepared, save_rows

from lyngby_heritage.core.common.geometry import footprint_areas, place_marks
from lyngby_heritage.core.preparation.account import account, dropped
from lyngby_heritage.core.preparation.explanation import link_codes, remarks, unmatched
from lyngby_heritage.core.preparation.links import Link
from lyngby_heritage.core.preparation.outcome import GHOST, Shape
from lyngby_heritage.core.registers.registration import force_codes, standing_codes
from lyngby_heritage.core.registers.versions import Life

A, B, C = (f"{letter * 8}-0000-4000-8000-000000000000" for letter in "abc")


def test_a_save_row_without_a_building_is_one_of_its_own():
    result = prepared(
        [{"id": "1709469", "fbb_id": 6352165, "save": 5, "wkt": point(900)}], [{"id": A, "wkt": point(0)}]
    )
    assert result.ids == [A, "1709469"]
    assert result.save.tolist() == [0, 5]
    assert link_codes(result) == ["ingen", "ingen"]
    assert result.geometries[1] == shapely.Point(900, 0)
    assert result.shape.tolist() == [Shape.BBR_POINT, Shape.SAVE_POINT]


@pytest.mark.parametrize(
    ("bbr", "said"),
    [([{"id": A, "wkt": point(0)}], "Bygningen er ikke fundet i BBR"), (None, "BBR er ikke med i data;")],
)
def test_a_building_is_not_said_to_lack_in_a_bbr_that_nobody_gave(bbr, said):
    save = [{"id": B, "save": 5, "wkt": point(900)}]
    result = prepared(save, bbr, footprints=[{"id": C, "wkt": square(0, 0, 10)}])
    alone = result.ids.index(B)
    assert remarks(result, save_rows(*save), 25, marks=False)[alone].startswith(said)


def test_so_is_one_without_a_value():
    result = prepared([{"fbb_id": 7, "save": -1, "wkt": point(900)}], [{"id": A, "wkt": point(0)}])
    assert result.ids == [A, "fbb:7"]


def test_values_that_disagree_are_reported_and_the_better_does_not_win():
    save = [{"id": A, "save": 4, "wkt": point(0)}, {"id": A, "save": 2, "wkt": point(0)}]
    result = prepared(save, [{"id": A, "wkt": point(0)}])
    assert result.save.tolist() == [4]
    assert result.save_values == {0: [4, 2]}
    said = remarks(result, save_rows(*save), 25, marks=False)[0]
    assert said.startswith("Til afklaring: FBB har flere værdier for bygningen (4, 2). Brugt er 4")


@pytest.mark.parametrize(
    ("save", "used"),
    [
        ([{"bbr_number": "165-1-1", "save": 2}, {"id": A, "save": 6}], 6),  # the id is surer than the number
        ([{"id": A, "save": None}, {"id": A, "save": 5}], 5),  # a row without a value has none to give
        ([{"id": A, "save": 5}, {"id": A, "save": 5}], 5),
    ],
)
def test_which_of_several_rows_counts(save, used):
    result = prepared([{**row, "wkt": point(0)} for row in save], [{"id": A, "bbr_number": "165-1-1", "wkt": point(0)}])
    assert result.save.tolist() == [used]
    assert len(result.save_values) == (save[0]["save"] == 2)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, GHOST),
        ({"year": 1000}, GHOST),  # how the register writes an unknown year
        ({"footprint_area": 34, "total_area": 34}, GHOST),  # Lundagervej 43: a planned extension that was never built
        ({"year": 1967}, Life.CURRENT),
        ({"wkt": point(0)}, Life.CURRENT),
        ({"life_cycle": "1"}, GHOST),
        ({"life_cycle": "1", "year": 1967}, Life.OTHER),  # a status that says neither stands nowhere
        ({"life_cycle": "1", "wkt": point(0)}, Life.OTHER),
        ({"life_cycle": "2"}, Life.COMING),
    ],
)
def test_a_case_without_place_and_year_is_no_building(row, expected):
    assert prepared((), [{"id": A, **row}]).bbr_outcome.tolist() == [expected]


def test_a_case_that_fbb_names_is_a_building_at_fbbs_point():
    result = prepared([{"id": A, "save": 3, "wkt": point(7)}], [{"id": A}])
    assert result.bbr_outcome.tolist() == [Life.CURRENT]
    assert (result.shape.tolist(), result.geometries.tolist()) == ([Shape.SAVE_POINT], [shapely.Point(7, 0)])


def test_a_ghost_with_the_number_of_a_building_does_not_make_it_ambiguous():
    # Lundagervej 43 has two buildings number 1, one of them a ghost.
    known = {"municipality_code": "0151", "property_id": "2154708", "building_number": 1}
    bbr = [{"id": A, **known}, {"id": B, "wkt": point(0), **known}]
    result = prepared([{"bbr_number": "151-2154708-1", "save": 4, "wkt": point(500)}], bbr)
    assert result.ids == [B]
    assert result.link.tolist() == [Link.NUMBER]


def test_a_gap_in_bbr_is_filled_by_the_polygon_and_then_by_fbb():
    bbr = [{"id": A, "wkt": point(5, 5), "use": 120, "year": None}]
    polygons = [{"id": A, "wkt": square(0), "use": 910, "year": 1937}]
    result = prepared([{"id": A, "save": 4, "year": 1950, "storeys": "2.0", "wkt": point(5, 5)}], bbr, polygons)
    assert [result.attributes[one].tolist() for one in ("use", "year", "storeys")] == [[120.0], [1937.0], [2.0]]


def test_what_fbb_says_of_its_building_is_not_lent_to_one_that_lies_near():
    result = prepared([{"save": 4, "year": 1950, "wkt": point(5)}], [{"id": A, "wkt": point(0)}])
    assert result.link.tolist() == [Link.DISTANCE]
    assert np.isnan(result.attributes["year"]).all()


def test_built_in_areas_are_summed_and_unknown_where_none_is_known():
    rows = [
        {"id": A, "built_in_garage": 20, "built_in_carport": None, "built_in_outhouse": "5", "wkt": point(0)},
        {"id": B, "built_in_garage": None, "built_in_carport": None, "built_in_outhouse": None, "wkt": point(9)},
    ]
    assert prepared((), rows).attributes["built_in_area"].tolist() == pytest.approx([25, np.nan], nan_ok=True)


def test_no_dwellings_on_a_dwelling_are_not_registered():
    uses = ((A, 120, 0), (B, 120, 2), (C, 910, 0))
    rows = [{"id": id, "use": use, "kitchens": kitchens, "wkt": point(x)} for x, (id, use, kitchens) in enumerate(uses)]
    assert prepared((), rows).attributes["dwellings"].tolist() == pytest.approx([np.nan, 2, 0], nan_ok=True)


@pytest.mark.parametrize(
    ("fbb", "bbr", "expected"), [(False, 1, 1), (True, None, 1), (False, None, 0), (False, 3, 0), (None, 8, 0)]
)
def test_listed_where_either_register_says_so(fbb, bbr, expected):
    result = prepared(
        [{"id": A, "save": 4, "listed": fbb, "wkt": point(0)}], [{"id": A, "listing_code": bbr, "wkt": point(0)}]
    )
    assert result.listed.tolist() == [expected]


def test_unknown_codes_stay_what_the_register_says():
    result = prepared((), [{"id": A, "use": "0999", "wall": "90", "roof": 80, "year": 1000, "wkt": point(0)}])
    assert [result.attributes[one][0] for one in ("use", "wall", "roof", "year")] == [999, 90, 80, 1000]


def test_a_mark_has_no_footprint_area():
    marks = place_marks(np.array([shapely.Point(5, 5), None], dtype=object), 0.1)
    assert shapely.centroid(marks[0]).distance(shapely.Point(5, 5)) < 1e-9
    assert np.isnan(footprint_areas(marks)).all()
    assert footprint_areas(np.array([shapely.box(0, 0, 1, 1)])).tolist() == [1.0]  # the smallest that counts


# What must hold whatever the registers hold ---------------------------------------------------------------------------

ids = some.sampled_from([None, "", A, A.upper(), B, C, "1709469"])
numbers = some.sampled_from([None, "165-1-1", "165-1--1", "0165-01-02", "165-2-1", "x"])
wkt = some.sampled_from([None, point(0), point(3), point(10), point(30), point(300)])
polygons = some.sampled_from([None, square(0), square(2), square(28), square(300)])
save_values = some.sampled_from([None, -1, 2, 4, "6"])
save_table = some.lists(
    some.fixed_dictionaries({"id": ids, "bbr_number": numbers, "save": save_values, "wkt": wkt}),
    max_size=6,
)
bbr_table = some.lists(
    some.fixed_dictionaries(
        {
            "id": ids,
            "bbr_number": numbers,
            "life_cycle": some.sampled_from([None, "6", 10, "11"]),
            "valid_until": some.sampled_from([None, None, "2015-01-15"]),
            "valid_from": some.sampled_from([None, "2010", "2017"]),
            "year": some.sampled_from([None, 1937]),
            "wkt": some.one_of(wkt, polygons),
        }
    ),
    min_size=1,
    max_size=6,
)
polygon_table = some.lists(some.fixed_dictionaries({"id": ids, "wkt": polygons}), min_size=1, max_size=5)
floor_table = some.lists(
    some.fixed_dictionaries(
        {"floor_building": ids, "floor_kind": some.sampled_from([0, 1, 2]), "floor_area": some.just(10)}
    ),
    max_size=4,
)
registers = some.fixed_dictionaries(
    {
        "save": save_table,
        "bbr": some.one_of(some.none(), bbr_table),
        "footprints": some.one_of(some.none(), polygon_table),
        "floors": some.one_of(some.none(), floor_table),
    }
)
often = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@often
@given(registers)
def test_every_row_is_accounted_for_and_in_one_place(tables):
    from register_tables import building_rows, floor_rows, footprint_rows

    result = prepared(**tables)
    for entry in account(result, {}):
        assert sum(count for _, _, count in entry.outcomes) == entry.rows
    inputs = {
        "SAVE": save_rows(*tables["save"]),
        "BBR": tables["bbr"] and building_rows(*tables["bbr"]),
        "FOOTPRINTS": tables["footprints"] and footprint_rows(*tables["footprints"]),
        "FLOORS": None if tables["floors"] is None else floor_rows(*tables["floors"]),
    }
    rest = unmatched(result, *(inputs[one] for one in ("SAVE", "BBR", "FOOTPRINTS", "FLOORS")), 25)
    assert len(rest) == len(rest.reason) == len(rest.geometries)
    assert rest.outcome.count("udeladt") == dropped(result)
    joined = {name: 0 if rows is None else len(rows) - rest.layer.count(name) for name, rows in inputs.items()}
    # A SAVE row is joined, or comes out by itself and stands among the unmatched.
    assert joined["SAVE"] == int((result.links.building >= 0).sum())
    assert int(result.own_point.sum()) == rest.layer.count("SAVE")
    # Every building has a row that it comes from, and every value 1-9 is in a building or was outvoted by another row.
    assert len(result) <= joined["BBR"] + joined["FOOTPRINTS"] + rest.layer.count("SAVE")
    values = {int(one) for one in inputs["SAVE"].save if one >= 1}
    outvoted = {one for several in result.save_values.values() for one in several}
    assert values - outvoted <= set(result.save.tolist())


@often
@given(registers, some.randoms(use_true_random=False))
def test_the_order_of_fbbs_rows_changes_no_join(tables, random):
    shuffled = list(range(len(tables["save"])))
    random.shuffle(shuffled)
    before = prepared(**tables).links
    after = prepared(**{**tables, "save": [tables["save"][one] for one in shuffled]}).links
    assert after.building.tolist() == [before.building[one] for one in shuffled]
    assert after.link.tolist() == [before.link[one] for one in shuffled]


@often
@given(registers)
def test_a_building_far_away_changes_nothing(tables):
    if tables["bbr"] is None:
        return
    far = {"id": "f" * 8 + "-0000-4000-8000-000000000000", "year": 1937, "wkt": point(99_999)}
    before, after = prepared(**tables).links, prepared(**{**tables, "bbr": [*tables["bbr"], far]}).links
    if (before.link == Link.NO_BUILDINGS).any():  # now there is one, though too far off
        assert (after.building == -1).all()
        return
    assert after.link.tolist() == before.link.tolist()
    assert after.distance.tolist() == pytest.approx(before.distance.tolist(), nan_ok=True)


@often
@given(registers)
def test_ghosts_and_dropped_rows_never_add_area(tables):
    if tables["bbr"] is None:
        return
    tables["bbr"] = [{**row, "total_area": 100} for row in tables["bbr"]]
    result = prepared(**tables)
    total = np.nansum(result.attributes["total_area"])
    assert total == 100 * int((result.bbr_outcome == Life.CURRENT).sum())


def test_a_plan_that_designates_a_building_is_not_lost_because_another_row_counts():
    # The row with a value counts; another says that a lokalplan designates the building, a third the kommuneplan.
    table = [
        {"id": "a", "save": 0, "preserved_by": 1, "wkt": point(0)},
        {"id": "a", "save": 5, "preserved_by": 0, "wkt": point(0)},
        {"id": "a", "save": None, "preserved_by": 2, "public_code": 3, "wkt": point(0)},
    ]
    result = prepared(table, [{"id": "a", "year": 1900, "wkt": point(0)}])
    assert (result.save.tolist(), standing_codes(result.told.registration.standing)) == ([5], ["begge"])
    assert result.told.public.tolist() == [0.0]


def test_of_two_registrations_the_one_in_force_counts_also_where_it_is_not_assessed():
    table = [
        {"id": "a", "save": 2, "registration_status": 4, "preserved_by": 1, "wkt": point(0)},
        {"id": "a", "save": 0, "registration_status": 3, "preserved_by": 0, "wkt": point(0)},
    ]
    result = prepared(table, [{"id": "a", "year": 1900, "wkt": point(0)}])
    assert result.save.tolist() == [0]
    assert force_codes(result.told.registration.force) == ["gaeldende"]
    assert standing_codes(result.told.registration.standing) == ["ingen"]


def test_a_number_without_a_municipality_is_joined_to_one_with_it():
    table = [{"save": 4, "property_id": "9025416", "building_number": 2, "wkt": point(500)}]
    bbr = [
        {
            "id": "a",
            "municipality_code": 173,
            "property_id": "9025416",
            "building_number": 1,
            "year": 1900,
            "wkt": point(0),
        },
        {
            "id": "b",
            "municipality_code": 173,
            "property_id": "9025416",
            "building_number": 2,
            "year": 1900,
            "wkt": point(9),
        },
    ]
    assert prepared(table, bbr).save.tolist() == [0, 4]
