"""GeoFA's published fields: what each holds, and how a value that does not fit is refused."""

from datetime import date

import pytest

from lyngby_heritage.core.common.data import load
from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.delivery.schema import (
    BUILDINGS,
    FREE,
    GROUPS,
    OBLIGATORY,
    SYSTEM,
    Unfit,
    code_words,
    field_named,
    fitted,
    fitted_column,
    geometry_column,
    schema_source,
    theme_fields,
    theme_title,
    unsure_fields,
)

FITTING = (
    ("bfe_nr", "0100200", 100200),
    ("bfe_nr", 100200.0, 100200),
    ("bygningsnummer", None, None),
    ("bevaringsvaerdig", "ja", True),
    ("bevaringsvaerdig", 0, False),
    ("bevaringsaarsag_kode", True, 1),
    ("registreringsdato", "1999-10-10", date(1999, 10, 10)),
    ("systid_fra", "2026-07-03T08:00:00Z", "2026-07-03T08:00:00Z"),
    ("husnr", " 12A ", "12A"),
    ("note", "", None),
)
UNFIT = (
    ("bfe_nr", 0, "out_of_range"),
    ("bfe_nr", 10_000_000, "out_of_range"),
    ("bfe_nr", "9 eller 10", "no_number"),
    ("bygningsnummer", 1.5, "no_number"),
    ("bevaringsaarsag_kode", 4, "out_of_range"),
    ("bevaringsmaessig_vaerdi", 10, "out_of_range"),
    ("bevaringsvaerdig", "måske", "no_flag"),
    ("registreringsdato", "i fjor", "no_date"),
    ("systid_fra", "i fjor", "no_date"),
    ("husnr", "12 A1", "too_long"),
    ("bbr_uuid", "x" * 129, "too_long"),
)


@pytest.mark.parametrize(("name", "raw", "held"), FITTING)
def test_a_value_is_held_as_the_field_holds_it(name, raw, held):
    read = fitted(field_named(BUILDINGS, name), raw)
    assert (read, type(read)) == (held, type(held))


@pytest.mark.parametrize(("name", "raw", "why"), UNFIT)
def test_a_value_that_does_not_fit_is_refused_and_never_cut(name, raw, why):
    with pytest.raises(Unfit, match=why):
        fitted(field_named(BUILDINGS, name), raw)


def test_an_extract_is_refused_with_layer_row_field_value_and_what_the_field_takes():
    with pytest.raises(HeritageError) as refused:
        fitted_column("udtraek", field_named(BUILDINGS, "husnr"), ["12", "12", "12 A1"], 3)
    assert str(refused.value) == (
        "udtraek, row 3: husnr is 12 A1, which is too long. GeoFA's field takes text <= 4. Correct the row in GeoFA, "
        "and fetch the rows anew."
    )
    assert fitted_column("udtraek", field_named(BUILDINGS, "husnr"), None, 2) == [None, None]


def test_both_themes_have_the_common_fields_and_their_own():
    buildings, groups = ({one.name for one in theme_fields(table)} for table in (BUILDINGS, GROUPS))
    assert {"objekt_id", "statuskode", "off_kode", "oprindkode", "geofafoto9", "link3"} <= buildings & groups
    assert {"bfe_nr", "bygningsnummer", "bevaringsvaerdig", "bevaringsaarsag_kode"} <= buildings - groups
    assert {"omraade", "beskrivelse", "omfang"} <= groups - buildings
    assert geometry_column() == "geometri" not in buildings | groups
    for table in (BUILDINGS, GROUPS):
        assert len({one.name for one in theme_fields(table)}) == len(theme_fields(table))
        assert {one.need for one in theme_fields(table)} == {OBLIGATORY, FREE, SYSTEM}


def test_what_geofa_asks_of_each_building_is_what_the_specification_says():
    asked = {one.name for one in theme_fields(BUILDINGS) if one.need == OBLIGATORY}
    assert asked == {
        *("bfe_nr", "bygningsnummer", "bevaringsvaerdig", "bevaringsaarsag_kode"),
        *("statuskode", "off_kode", "oprindkode"),
    }


def test_a_shapefile_and_the_database_call_a_field_otherwise():
    assert field_named(BUILDINGS, "bevaringsmaessig_vaerdi").names == ["bevaringsmaessig_vaerdi", "bev_kar"]
    assert "ejendomsnummer" in field_named(BUILDINGS, "bfe_nr").names
    assert [one for one in unsure_fields(BUILDINGS) if one.startswith("bfe_nr: ")]
    assert schema_source().startswith("FKG")


def test_a_code_is_told_with_its_words():
    assert code_words(BUILDINGS, "bevaringsaarsag_kode", 3) == (
        "3 (udpeget som bevaringsværdig i kommuneplan og lokalplan)"
    )
    assert code_words(BUILDINGS, "bevaringsaarsag_kode", None) == ""
    assert theme_title(GROUPS) == "6204 Bygningsvurderingsgruppe"


def test_every_code_of_a_field_with_a_list_is_within_its_range():
    lists = load("registers/geofa_schema.json")["codes"]
    coded = [one for table in (BUILDINGS, GROUPS) for one in theme_fields(table) if one.codes]
    assert coded
    for one in coded:
        assert {int(code) for code in lists[one.codes]} == set(range(one.least, one.most + 1))
