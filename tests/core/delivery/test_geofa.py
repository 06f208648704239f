"""Which row of theme 6205 says what once a plan is adopted."""

from dataclasses import replace
from datetime import date

import pytest
from builders import square
from geofa_cases import bbr, house, plan_buildings, register_rows, registered

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.delivery import codes, geofa
from lyngby_heritage.core.delivery.geofa import adopted_rows
from lyngby_heritage.core.delivery.register_rows import own_municipality

POINT = "POINT(5 5)"


def delivered(houses, rows=(), municipality="173"):
    return adopted_rows(plan_buildings(*houses), register_rows(*rows), municipality)


def changes(done):
    return [(one.kind, done.columns["objekt_id"][one.row], one.field, one.before, one.after) for one in done.changes]


def gaps(done):
    return [(one.what, one.address, one.fields, one.written) for one in done.gaps]


def column(done, name):
    return done.columns[name]


def test_only_what_the_plan_decides_is_changed_and_ids_are_kept():
    done = delivered([house(1, yes=True), house(2)], [registered(1), registered(2), registered(9, note="Anden")])
    assert done.kinds == ["aendret", "uaendret", "uaendret"]
    assert column(done, "objekt_id") == ["objekt-1", "objekt-2", "objekt-9"]
    assert changes(done) == [
        ("aendret", "objekt-1", "bevaringsvaerdig", False, True),
        ("aendret", "objekt-1", "bevaringsaarsag_kode", 0, 1),
    ]
    assert column(done, "note")[2] == "Anden"
    assert column(done, "versions_id") == [None, "version-2", "version-9"], "GeoFA sets it when a row is saved"
    assert column(done, "bevaringsaarsag") == [None, "efter koden", "efter koden"]
    assert done.places[0].area == 64, "the outline is GeoFA's own"


CODES = (
    (0, True, 1),
    (1, True, 1),
    (2, True, 3),
    (3, True, 3),
    (0, False, 0),
    (2, False, 2),
    (1, False, 1),
    (3, False, 3),
)


@pytest.mark.parametrize(("standing", "yes", "code"), CODES)
def test_the_code_of_a_standing_row(standing, yes, code):
    done = delivered([house(1, yes=yes)], [registered(1, standing)])
    assert (column(done, "bevaringsaarsag_kode"), column(done, "bevaringsvaerdig")) == ([code], [code > 0])


def test_what_another_lokalplan_designates_stands_and_is_listed():
    done = delivered([house(1)], [registered(1, 1)])
    assert (done.kinds, gaps(done)) == (["uaendret"], [("other_plan", "Byvej 1", (), True)])


def test_a_designation_that_ends_is_told_apart(monkeypatch):
    monkeypatch.setattr(codes, "load", lambda _: {"other_local_plan_stands": False})
    done = delivered([house(1), house(2)], [registered(1, 1), registered(2, 3)])
    assert done.kinds == ["ophoert", "aendret"]
    assert [one[2:] for one in changes(done)] == [
        ("bevaringsvaerdig", True, False),
        ("bevaringsaarsag_kode", 1, 0),
        ("bevaringsaarsag_kode", 3, 2),
    ]


def test_a_new_row_has_what_the_plan_knows_and_leaves_to_geofa_what_geofa_fills_in():
    facts = {"use": 120, "wall": 1, "roof": 5, "year": 1931, "footprint_area": 96.0, "storeys": 1.5}
    marks = {"save_architecture": 3, "save_condition": 0, "save_date": "2005-06-01"}
    done = delivered([house(1, yes=True, save=3, **facts, **marks)])
    row = {name: values[0] for name, values in done.columns.items() if values[0] is not None}
    assert row == {
        "bfe_nr": 101,
        "bygningsnummer": 1,
        "bbr_uuid": bbr(1),
        "bevaringsvaerdig": True,
        "bevaringsaarsag_kode": 1,
        "bevaringsmaessig_vaerdi": 3,
        "arkitektonisk_vaerdi": 3,
        "registreringsdato": date(2005, 6, 1),
        "anvendelse": "fritliggende enfamiliehus",
        "ydervaeg": "mursten",
        "tagdaekning": "tegl",
        "opfoerelsesaar": 1931,
        "bebyggetareal": 96,
        "statuskode": 3,
        "off_kode": 1,
        "oprindkode": 4,
    }
    assert (done.kinds, done.places[0].geom_type, done.places[0].area) == (["ny"], "MultiPolygon", 100)
    assert done.newly_designated == 1


@pytest.mark.parametrize(
    ("code", "yes", "known"),
    [
        ("kommuneplan", True, 3),
        ("kommuneplan", False, 2),
        ("lokalplan", True, 1),
        ("ingen", False, 0),
        ("begge", True, 3),
    ],
)
def test_without_an_extract_the_plans_own_layer_says_who_designates_already(code, yes, known):
    done = delivered([house(1, yes=yes, standing_designation=code)])
    assert column(done, "bevaringsaarsag_kode") == [known]


LACKING = (
    ({"bbr_number": "173-101"}, ("bygningsnummer",)),
    ({"property_id": None}, ("bfe_nr",)),
    ({"property_id": "12345678"}, ("bfe_nr",)),
    ({"wkt": POINT}, ("geometri",)),
    ({"wkt": None, "property_id": "", "bbr_number": None}, ("bfe_nr", "bygningsnummer", "geometri")),
)


@pytest.mark.parametrize(("more", "fields"), LACKING)
def test_a_row_without_number_or_outline_is_listed_and_not_written(more, fields):
    done = delivered([house(1, yes=True, **more), house(2, yes=True)])
    assert column(done, "bbr_uuid") == [bbr(2)]
    assert gaps(done) == [("lacking", "Byvej 1", fields, False)]


def test_a_standing_row_gets_the_numbers_and_the_outline_that_it_lacks():
    bare = registered(1, 1, bfe_nr=None, bygningsnummer=None, wkt=None)
    done = delivered([house(1, yes=True)], [bare])
    assert [one[2:] for one in changes(done)] == [
        ("bfe_nr", None, 101),
        ("bygningsnummer", None, 1),
        ("geometri", None, "fodaftryk"),
    ]
    still = delivered([house(1, yes=True, wkt=POINT, property_id="")], [bare, registered(2)])
    assert (column(still, "objekt_id"), gaps(still)) == (
        ["objekt-2"],
        [("lacking", "Byvej 1", ("bfe_nr", "geometri"), False)],
    )


def test_a_row_is_known_by_bbrs_id_in_any_case_else_by_its_numbers():
    shouted = registered(1, bbr_uuid=bbr(1).upper())
    numbered = registered(2, bbr_uuid=None)
    another = registered(3, bbr_uuid=bbr(77))
    done = delivered([house(1, yes=True), house(2, yes=True), house(3, yes=True)], [shouted, numbered, another])
    assert done.kinds == ["aendret"] * 3


def test_the_numbers_of_a_row_that_is_another_buildings_are_not_taken():
    swapped = registered(1, bfe_nr=102)
    done = delivered([house(1, yes=True), house(2, yes=True)], [swapped])
    assert (done.kinds, column(done, "bbr_uuid")) == (["aendret", "ny"], [bbr(1), bbr(2)])


@pytest.mark.parametrize("apart", [{"listed": True}, {"group": "fredet"}, {"group": "kirke"}, {"use": 414}])
def test_what_the_plan_names_apart_it_does_not_designate(apart):
    done = delivered([house(1, yes=True, save=2, **apart), house(2, yes=True, group="A")], [registered(1, 2)])
    assert column(done, "bevaringsaarsag_kode") == [2, 1]
    assert gaps(done) == [("apart", "Byvej 1", (), True)]


def test_a_municipality_that_registers_listed_buildings_as_designated_says_so(monkeypatch):
    monkeypatch.setattr(geofa, "load", lambda file: {**load(file), "apart_counts": True})
    done = delivered([house(1, yes=True, save=2, listed=True)])
    assert (column(done, "bevaringsaarsag_kode"), done.gaps) == ([1], [])


def test_a_row_that_has_another_number_than_the_plan_is_told_and_keeps_it():
    done = delivered([house(1, yes=True)], [registered(1, 1, bfe_nr=2154708)])
    assert (column(done, "bfe_nr"), done.kinds) == ([2154708], ["uaendret"])
    assert gaps(done) == [("other_numbers", "Byvej 1", ("bfe_nr 2154708",), True)]


def test_several_rows_of_one_building_all_say_that_it_is_designated_and_keep_their_values():
    done = delivered([house(1, yes=True, save=2)], [registered(1), registered(1, objekt_id="objekt-1b")])
    assert column(done, "bevaringsaarsag_kode") == [1, 1]
    assert column(done, "bevaringsmaessig_vaerdi") == [5, 5]
    (gap,) = done.gaps
    assert (gap.what, gap.object_ids, gap.written) == ("several", ("objekt-1", "objekt-1b"), True)


def test_buildings_of_one_row_that_are_not_designated_alike_are_for_a_person():
    done = delivered([house(1, yes=True), house(1)], [registered(1)])
    assert (done.kinds, gaps(done)) == (["uaendret"], [("disagree", "Byvej 1", (), True)])


def test_buildings_of_one_id_are_one_new_row():
    done = delivered([house(1, yes=True), house(1, yes=True, wkt=square(50, 0))])
    assert (done.kinds, done.places[0].area) == (["ny"], 200)


@pytest.mark.parametrize("more", [{"statuskode": 1}, {"statuskode": 4}, {"gyldig_til": "2001-01-01"}])
def test_a_row_that_is_not_in_force_is_left_and_no_second_is_made(more):
    done = delivered([house(1, yes=True)], [registered(1, **more)])
    assert (done.kinds, gaps(done)) == (["uaendret"], [("not_in_force", "Byvej 1", (), True)])
    turned_down = delivered([house(1)], [registered(1, **more)])
    assert (turned_down.kinds, turned_down.gaps) == (["uaendret"], [])


def test_the_values_that_the_plan_was_adopted_on_are_written_and_listed():
    house_one = house(1, save=4, save_culture=3, save_date="2024-05-01")
    done = delivered([house_one], [registered(1, bevaringsmaessig_vaerdi=0, registreringsdato="1999-01-02")])
    assert [one[2:] for one in changes(done)] == [
        ("bevaringsmaessig_vaerdi", 0, 4),
        ("kulturhistorisk_vaerdi", None, 3),
        ("registreringsdato", date(1999, 1, 2), date(2024, 5, 1)),
    ]


def test_fields_that_the_extract_does_not_have_are_filled_and_are_no_change():
    plan, rows = plan_buildings(house(1, year=1931, save_date="2024-05-01")), register_rows(registered(1))
    done = adopted_rows(plan, replace(rows, absent=frozenset({"opfoerelsesaar", "registreringsdato"})), "173")
    assert (column(done, "opfoerelsesaar"), column(done, "registreringsdato")) == ([1931], [date(2024, 5, 1)])
    assert (done.kinds, done.changes, column(done, "versions_id")) == (["uaendret"], [], ["version-1"])


def test_what_the_plan_does_not_know_stands_as_geofa_has_it():
    done = delivered([house(1, save=None)], [registered(1)])
    assert (done.kinds, column(done, "bevaringsmaessig_vaerdi")) == (["uaendret"], [5])


def test_a_building_without_value_designation_and_row_gets_none():
    done = delivered([house(1, save=None), house(2, save=None, yes=True)])
    assert (column(done, "bbr_uuid"), done.rowless, done.gaps) == ([bbr(2)], 1, [])


def test_what_nobody_can_tell_is_no_answer():
    done = delivered([house(1, yes=None), house(2, yes=None)], [registered(1, 2)])
    assert (column(done, "bevaringsaarsag_kode"), done.kinds) == ([2], ["uaendret"])
    assert gaps(done) == [("undecided", "Byvej 1", (), True), ("undecided", "Byvej 2", (), False)]


def test_a_register_that_contradicts_itself_is_for_a_person():
    odd = registered(1, bevaringsvaerdig=True, bevaringsaarsag_kode=0)
    assert gaps(delivered([house(1)], [odd])) == [("contradiction", "Byvej 1", (), True)]
    done = delivered([house(1, yes=True)], [odd])
    assert (column(done, "bevaringsaarsag_kode"), gaps(done)) == ([1], [("unnamed", "Byvej 1", (), True)])


def test_a_building_that_the_public_may_not_see_is_not_bound_by_the_plan_and_its_row_says_so():
    done = delivered([house(1, yes=True, public=False)], [registered(1, off_kode=2)])
    assert (column(done, "off_kode"), column(done, "bevaringsaarsag_kode"), done.kinds) == ([2], [0], ["uaendret"])
    assert gaps(done) == [("unbound", "Byvej 1", (), True)]
    by_the_kommuneplan = delivered([house(1, yes=True, public=False)], [registered(1, 2, off_kode=2)])
    assert column(by_the_kommuneplan, "bevaringsaarsag_kode") == [2], "what the kommuneplan designates stands"


def test_a_new_row_that_the_public_may_not_see_is_for_a_person():
    withheld = ("withheld", "Byvej 1", (), False)
    assert gaps(delivered([house(1, public=False)])) == [withheld]
    assert gaps(delivered([house(1, yes=True, public=False)])) == [("unbound", "Byvej 1", (), False), withheld]
    church = delivered([house(1, yes=True, public=False, use=414)])
    assert gaps(church) == [("apart_withheld", "Byvej 1", (), False), withheld], "no row was written"


def test_rows_of_another_municipality_and_earlier_versions_are_left_out_and_counted():
    rows = [registered(1), registered(2, beliggenhedskommune=151), registered(3, systid_til="2026-01-01T00:00:00Z")]
    found = register_rows(*rows)
    assert (found.columns["objekt_id"], found.elsewhere, found.history) == (["objekt-1"], 1, 1)
    houses = [
        house(1, bbr_number="173-101-1"),
        house(2, yes=True, bbr_number="151-102-1"),
        house(3, bbr_number="151-103-1"),
    ]
    done = adopted_rows(plan_buildings(*houses), found, "173")
    assert (gaps(done), done.elsewhere) == ([("elsewhere", "Byvej 2", ("151",), False)], 1)


def test_an_extract_of_another_municipality_alone_is_refused():
    with pytest.raises(
        HeritageError,
        match=r"1 row of 1 belongs to another municipality: Ballerup Kommune \(1\)",
    ):
        register_rows(registered(1, beliggenhedskommune=151))


def test_whose_rows_are_exported_is_said_by_the_profile_else_by_the_buildings():
    mixed = plan_buildings(house(1), house(2, bbr_number="0151-102-1"))
    assert own_municipality("", plan_buildings(house(1))) == "173"
    assert own_municipality("0151", mixed) == "151"
    assert own_municipality("", plan_buildings(house(1, bbr_number=None))) == ""
    with pytest.raises(HeritageError, match=r"several municipalities \(151, 173\)"):
        own_municipality("", mixed)


def test_an_export_of_its_own_rows_changes_nothing():
    houses = [house(1, yes=True, save=3), house(2), house(3, yes=True, standing_designation="kommuneplan")]
    first = delivered(houses, [registered(2)])
    again = [
        {**{name: values[row] for name, values in first.columns.items()}, "wkt": first.places[row].wkt}
        for row in range(len(first))
    ]
    second = delivered(houses, again)
    assert (set(second.kinds), second.changes, second.gaps) == ({"uaendret"}, [], [])
