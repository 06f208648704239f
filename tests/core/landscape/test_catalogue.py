"""The catalogue of themes: which layer is which, and what is left open."""

import json

import pytest

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.core.landscape.catalogue import Contradiction, built_in, read_catalogue

CATALOGUE = built_in()
CODES = [
    "moelleaadal",
    "dyrehave",
    "industriminde",
    "paragraf3",
    "kerneomraade",
    "oekologisk_forbindelse",
    "potentiel_natur",
    "lavbund",
    "landskab",
    "geologi",
    "fredning",
    "natura2000",
    "aabeskyttelse",
    "soebeskyttelse",
    "skovbyggelinje",
    "kirkebyggelinje",
    "fortidsminde",
    "fortidsmindebeskyttelse",
    "kystnaerhed",
    "strandbeskyttelse",
    "kulturmiljoe",
    "stoej",
    "oevrigt",
]


def known(*names, codes=()):
    found = CATALOGUE.recognise(names, codes)
    return None if found is None else found if isinstance(found, Contradiction) else CATALOGUE.themes[found.theme].code


def test_the_codes_and_their_order_are_fixed():
    assert [theme.code for theme in CATALOGUE.themes] == CODES


@pytest.mark.parametrize("code", CODES)
def test_each_code_and_each_danish_name_is_a_layer_name(code):
    theme = CATALOGUE.themes[CODES.index(code)]
    assert known(code) == known(theme.name) == known(code.upper() + ".gpkg") == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("dai:bes_naturtyper", "paragraf3"),  # the service's type name
        ("bes_naturtyper", "paragraf3"),
        ("pdk:theme_pdk_lavbundsareal_vedtaget", "lavbund"),
        ("pdk:theme_pdk_lavbundsareal_vedtaget_v", "lavbund"),  # _v comes and goes
        ("theme_pdk_lavbundsareal_forslag", "lavbund"),
        ("pdk_theme_pdk_oekologiskforbindelse_vedtaget", "oekologisk_forbindelse"),
        ("public:fundogfortidsminder_areal_beskyttelse", "fortidsmindebeskyttelse"),
        ("knz:theme-knz-kystnaerhedszone-polygon", "kystnaerhed"),
        ("mat:StrandbeskyttelseFlade_Gaeldende", "strandbeskyttelse"),
        ("Åbeskyttelseslinjer", "aabeskyttelse"),
        ("aabeskyttelseslinjer.shp", "aabeskyttelse"),
        ("§ 3 natur", "paragraf3"),
        ("Natura 2000", "natura2000"),
        ("egedal_paragraf3", "paragraf3"),  # the municipality's name says nothing of the theme
        ("Lyngby-Taarbæk Kommune lavbund", "lavbund"),
        ("hvidovre_fredede_omraader_3", "fredning"),
        ("bes_sten_jorddiger_2022", "oevrigt"),
        ("BES_NATURTYPER_SHAPE", "paragraf3"),  # as Danmarks Miljøportal calls its shapefiles
        ("fundogfortid_areal_fredet", "fortidsminde"),  # as Fund og Fortidsminder calls its files
        ("Tordals Mose", "lavbund"),  # Lyngby-Taarbæk's own
    ],
)
def test_layers_are_known_by_their_names(name, code):
    assert known(name) == code


@pytest.mark.parametrize(
    "name",
    [
        "bygninger",
        "skovbyggelinjer_ophaevet",  # lifted: the very opposite
        "fundogfortidsminder_punkt_ikkefredet",
        "forslag_til_fredning_af_noget",
        "lavbund2",
        "3",
        "",
        "_v",
    ],
)
def test_other_names_are_not_guessed(name):
    assert known(name) is None


def test_the_theme_code_on_the_rows_tells_as_number_or_text():
    assert known("Frededeomrder_3", codes=["2009"]) == "fredning"
    assert known("x", codes=[1115.0]) == "oekologisk_forbindelse"
    assert known("x", codes=["4711", None, "?"]) is None


def test_a_name_and_a_code_that_disagree_leave_the_theme_open():
    found = known("lavbund", codes=[1115])
    assert found == Contradiction("lavbund", ("oekologisk_forbindelse",))
    assert known("x", codes=[1113, 1115]) == Contradiction(None, ("oekologisk_forbindelse", "lavbund"))


def test_a_name_tells_the_register_and_the_status():
    adopted = CATALOGUE.recognise(["theme_pdk_lavbundsareal_vedtaget"], [])
    proposed = CATALOGUE.recognise(["theme_pdk_lavbundsareal_forslag"], [])
    own = CATALOGUE.recognise(["lavbund"], [])
    assert (adopted.register, adopted.status) == ("plandata", "gaeldende")
    assert proposed.status == "forslag"
    assert (own.register, own.status) == ("own", None)


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (3, "gaeldende"),
        ("3", "gaeldende"),
        (3.0, "gaeldende"),
        ("Gældende / Vedtaget", "gaeldende"),
        ("V", "gaeldende"),
        (2, "forslag"),
        ("F", "forslag"),
        (0, "ukendt"),
        ("A", "ophoert"),
        ("måske", "ukendt"),
        (None, None),
        (" ", None),
    ],
)
def test_statuses(value, status):
    assert CATALOGUE.status_of(value) == status


def test_no_number_of_planloven_11_a_is_stated():
    """They moved several times: nr. 12 in 2009 is another paragraph today."""
    for theme in CATALOGUE.themes:
        assert "nr." not in (theme.legal or "").split("§ 11 a")[-1].split("(")[0]


def test_what_is_known_of_a_place_is_for_that_place_and_theme_only():
    position = CATALOGUE.positions
    assert "UNESCO" in CATALOGUE.places_of(position["dyrehave"], "Jægersborg Dyrehave og Hegn")[0].note
    assert CATALOGUE.places_of(position["dyrehave"], "Askholt Hegn") == []
    assert CATALOGUE.places_of(position["paragraf3"], "Jægersborg Dyrehave") == []
    assert CATALOGUE.places_of(position["dyrehave"], None) == []
    assert all(place.theme in position for place in CATALOGUE.places)


# A municipality's own catalogue -------------------------------------------------------------------------------------


def test_a_municipality_changes_single_keys_and_adds_themes():
    text = json.dumps(
        {
            "builds_on": "indbygget",
            "themes": [
                {"code": "lavbund", "guideline": "Vores tekst."},
                {"code": "solceller", "name": "Solceller", "layers": {"own": ["solcelleomraade"]}},
            ],
            "buffers": {"kerneomraade": {"metres": 40}},
            "drawn": {"point_radius_m": 8},
        }
    )
    own = read_catalogue(text, "vores.json")
    assert own.themes[own.positions["lavbund"]].guideline == "Vores tekst."
    assert own.themes[own.positions["lavbund"]].name == "Lavbundsareal"
    assert own.themes[own.recognise(["Solcelleområde"], []).theme].code == "solceller"
    assert own.themes[own.positions["kerneomraade"]].buffer.metres == 40
    assert (own.point_radius, own.line_half_width) == (8, 1)


def test_the_core_areas_zone_of_2009_is_data():
    buffer = CATALOGUE.themes[CATALOGUE.positions["kerneomraade"]].buffer
    assert buffer.metres == 25
    assert "2009" in buffer.note


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ikke json", "Expecting value"),
        ("[]", "not an object"),
        ("{}", "KeyError"),
        ('{"builds_on": "noget andet"}', "builds_on"),
        ('{"builds_on": "indbygget", "themes": [{"name": "uden kode"}]}', "each with a code"),
        ('{"builds_on": "indbygget", "themes": [{"code": "Stort", "name": "x"}]}', "code: 'Stort'"),
        ('{"builds_on": "indbygget", "status_values": {"gyldig": ["1"]}}', "status: gyldig"),
        ('{"builds_on": "indbygget", "drawn": {"point_radius_m": 0}}', "point_radius_m"),
        ('{"builds_on": "indbygget", "themes": [{"code": "ny", "name": "Lavbund"}]}', "two themes, lavbund and ny"),
    ],
)
def test_a_catalogue_that_cannot_be_used_says_why(text, why):
    with pytest.raises(HeritageError, match=r"vores\.json") as caught:
        read_catalogue(text, "vores.json")
    assert why in str(caught.value)
