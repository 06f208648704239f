"""Which theme a layer is: by its names, by the numbers on its rows, by fields that one register alone has."""

import pytest

from lyngby_heritage.core.landscape.catalogue import Contradiction, built_in, read_catalogue
from lyngby_heritage.core.landscape.theme_recognition import number_fields, numbers_on_rows, recognise_theme
from lyngby_heritage.core.registers.recognition import CERTAIN, LIKELY, OPEN, Header

CATALOGUE = built_in()
DAI = ("Temakode", "Temanavn", "Objekt_id", "Systid_til", "Statuskode", "Off_kode", "CVR_navn")
FFM = ("systemnr", "stednr", "loknr", "sbext", "frednr", "anlaegstype", "datering", "url", "fred_status")


def verdict(*names, fields=(), geometry=None, **values):
    return recognise_theme(Header(names, fields, geometry, values), CATALOGUE)


def register(found):
    return CATALOGUE.registers[found.recognised.register]


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("dai:bes_naturtyper", "paragraf3", "Danmarks Miljøportal"),
        ("dmp:BES_NATURTYPER", "paragraf3", "Danmarks Miljøportal"),
        ("BES_NATURTYPER_SHAPE", "paragraf3", "Danmarks Miljøportal"),
        ("Fredede_omraader_Lyngby", "fredning", "Danmarks Miljøportal"),
        ("173_fredede_omraader", "fredning", "Danmarks Miljøportal"),
        ("2026 skovbyggelinjer Lyngby-Taarbæk", "skovbyggelinje", "Danmarks Miljøportal"),
        ("theme_pdk_oversvoemerosion_vedtaget", "oevrigt", "Plandata.dk"),
        ("pdk:theme_pdk_skovrejsningsomraade_vedtaget_v", "oevrigt", "Plandata.dk"),
        ("plandata.theme_pdk_lavbundsareal_vedtaget_v", "lavbund", "Plandata.dk"),
        ("mat:FredskovFlade_Gaeldende", "oevrigt", "Matriklen"),
        ("fkg:fkg.t_6202_landk_omr", "oevrigt", "GeoFA"),
        ("t_6203_landk_vur", "oevrigt", "GeoFA"),
        ("ffm.fundogfortid_areal_beskyttelse", "fortidsmindebeskyttelse", "Fund og Fortidsminder"),
    ],
)
def test_a_name_of_the_registers(name, code, said):
    found = verdict(name)
    assert (found.code, found.by, found.sure, found.name) == (code, "navn", CERTAIN, name)
    assert register(found) == said


@pytest.mark.parametrize(
    ("numbers", "code", "said"),
    [
        ([1115], "oekologisk_forbindelse", "Plandata.dk"),
        (["1109", "1109"], "stoej", "Plandata.dk"),
        ([1112.0], "oevrigt", "Plandata.dk"),
        ([1165], "oevrigt", "Plandata.dk"),
        (["2013"], "paragraf3", "Danmarks Miljøportal"),
        ([6200], "oevrigt", "GeoFA"),
    ],
)
def test_the_number_on_the_rows(numbers, code, said):
    found = verdict("eksport_3", fields=("temakode",), temakode=numbers)
    assert (found.code, found.by, found.sure) == (code, "temakode", CERTAIN)
    assert register(found) == said
    assert verdict("eksport_3", fields=("TEMAKODE",), TEMAKODE=numbers).code == code


@pytest.mark.parametrize(
    ("fields", "geometry", "code"),
    [
        ((*DAI, "Natyp_kode", "Natyp_navn"), "polygon", "paragraf3"),
        ((*DAI, "Fred_tkode", "Fred_navn"), "polygon", "fredning"),
        ((*FFM, "beskyttelse_areal_lbnr"), "polygon", "fortidsmindebeskyttelse"),
        (tuple(name[:10] for name in (*FFM, "beskyttelse_areal_lbnr")), "polygon", "fortidsmindebeskyttelse"),
    ],
)
def test_fields_of_one_register_alone(fields, geometry, code):
    found = verdict("eksport_3", fields=fields, geometry=geometry)
    assert (found.code, found.by, found.sure) == (code, "felter", LIKELY)


@pytest.mark.parametrize(
    ("fields", "geometry"),
    [
        (DAI, "polygon"),  # every theme of the register has them
        (("Natyp_navn",), "polygon"),
        ((*DAI, "Natyp_kode"), "point"),
        (("planid", "plannavn", "temanavn", "bem"), "polygon"),
        (("systemnr", "navn"), "point"),
    ],
)
def test_fields_that_do_not_tell(fields, geometry):
    assert verdict("eksport_3", fields=fields, geometry=geometry) is None


def test_a_monument_may_be_protected_or_not():
    """The fields are the same, and nobody has seen which values of fred_status say so."""
    found = verdict("eksport_3", fields=FFM, geometry="point")
    assert (found.recognised, found.sure, found.fits) == (None, OPEN, ("fortidsminde", "oevrigt"))
    assert verdict("fundogfortidsminder_punkt_fredet", fields=FFM, geometry="point").code == "fortidsminde"


@pytest.mark.parametrize(
    ("given", "fits"),
    [
        ({"names": ("lavbund",), "temakode": [1115]}, ("lavbund", "oekologisk_forbindelse")),
        ({"names": ("x",), "temakode": [1113, 1115]}, ("oekologisk_forbindelse", "lavbund")),
        ({"names": ("lavbund", "fredninger")}, ("lavbund", "fredning")),
        ({"names": ("lavbund",), "fields": (*DAI, "Natyp_kode"), "geometry": "polygon"}, ("lavbund", "paragraf3")),
    ],
)
def test_two_themes_that_fit_are_a_question(given, fits):
    given = dict(given)
    found = verdict(*given.pop("names"), **given)
    assert (found.recognised, found.sure, found.fits) == (None, OPEN, fits)


def test_a_contradiction_is_told_as_maplandscape_tells_it():
    found = verdict("lavbund", temakode=[1115])
    assert found.open_or_theme == Contradiction("lavbund", ("oekologisk_forbindelse",))


def test_a_number_that_the_catalogue_does_not_have():
    found = verdict("eksport_3", temakode=[5800, None, ""])
    assert found.is_unknown_number
    assert (found.code, found.number) == ("", "5800")
    assert not verdict("eksport_3", temakode=[1115]).is_unknown_number
    assert verdict("eksport_3", temakode=[None]) is None


@pytest.mark.parametrize(
    ("name", "unverified"),
    [
        ("theme_pdk_specifikgeologiskbevaringsvaerdi_vedtaget_v", True),
        ("pdk:theme_pdk_potentielnatur_vedtaget", True),
        ("geologi", False),  # the municipality's own name promises nothing of a register
        ("theme_pdk_lavbundsareal_vedtaget", False),
    ],
)
def test_a_name_that_nobody_has_seen_says_so(name, unverified):
    found = verdict(name)
    assert (found.unverified, found.sure) == (unverified, LIKELY if unverified else CERTAIN)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("fundogfortidsminder_punkt_ikkefredet", "fund og fortidsminder, der ikke er fredet"),
        ("public:fundogfortidsminder_linje_alle", "fund og fortidsminder, både fredede og andre"),
        ("anlaeg_areal_all_25832_shp.zip", "fund og fortidsminder, både fredede og andre"),
    ],
)
def test_a_layer_of_a_register_that_is_no_theme_as_it_is(name, what):
    found = verdict(name, fields=FFM)
    assert (found.recognised, found.code, found.fits, found.what) == (None, "", (), what)


def test_a_mapping_is_told_to_be_none_of_the_plan_s_designations():
    for found in (verdict("t_6202_landk_omr"), verdict("eksport_3", temakode=[6202])):
        assert found.what == "landskabskarakterområder fra GeoFA, en kortlægning og ingen udpegning"
    assert verdict("theme_pdk_oversvoemerosion").what == ""


def test_nothing_speaks_of_a_theme():
    assert verdict("bygninger", fields=("bygning_id",), geometry="polygon") is None
    assert verdict() is None


def test_a_catalogue_without_a_theme_does_not_find_it():
    small = read_catalogue(
        '{"themes": [{"code": "lavbund", "name": "Lavbund", "layers": {}}], "fields": {"theme_code": ["tema_nr"]}, '
        '"status_values": {}, "drawn": {"point_radius_m": 5, "line_half_width_m": 1}}',
        "lille",
    )
    nature = Header(("eksport_3",), (*DAI, "Natyp_kode"), "polygon", {"Temakode": [2013], "Tema-nr": [7]})
    assert number_fields(small) == {"temanr"}
    assert numbers_on_rows(nature, small) == ["7"]
    assert recognise_theme(nature, small).is_unknown_number
