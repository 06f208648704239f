"""Each fact is found under every name the registers give it, and under no other."""

import pytest

from lyngby_heritage.core.registers.aliases import find_field


@pytest.mark.parametrize(
    ("concept", "name"),
    [
        ("save_value", "bevaringsvaerdi"),  # FBB's WFS
        ("save_value", "bevaringsv"),  # the same, cut by a shapefile
        ("save_value", "SAVE_VAERDI"),
        ("building_id", "bbruuid"),
        ("building_id", "id.lokalId"),  # GDAL keeps the dot
        ("building_id", "id_lokalid"),
        ("building_id", "ois_id"),
        ("use", "byg021BygningensAnvendelse"),
        ("use", "byg021bygningensanvendelse"),
        ("use", "BygningensAnvendelse"),
        ("use", "byg021Bygn"),
        ("use", "byg_anv"),
        ("year", "byg026Opførelsesår"),
        ("year", "byg026Opfoerelsesaar"),
        ("year", "byg026opfoerelsesaar"),
        ("year", "Opførelsesår"),
        ("year", "byg026Opfø"),
        ("year", "op_aar"),
        ("storeys", "byg054AntalEtager"),
        ("wall", "byg032YdervaeggensMateriale"),
        ("roof", "byg033Tagdækningsmateriale"),
        ("roof", "byg033Tagd"),
        ("footprint_area", "byg041BebyggetAreal"),
        ("property_id", "samletFastEjendomLokalId"),
        ("property_id", "samletFast"),
        ("property_id", "sfe_Ejendomsnummer"),
        ("property_id", "sfe_Ejendo"),
        ("property_id", "esr_Ejendomsnummer"),
        ("property_id", "esr_ejdnr"),
        ("district_code", "landsejerlavskode"),
        ("district_code", "landsejerl"),
        ("district_code", "ejerlavsnavn"),
        ("surface_parcel", "JORDSTYKKE"),  # the same, cut by a shapefile
        ("parcel_property", "samletFast"),
        ("parcel_district", "ejerlavLok"),
        ("parcel_municipality", "kommuneLok"),
        ("registered_area", "registrere"),
        ("bfe_number", "BFEnummer"),
        ("cadastre_id", "id.lokalId"),
        ("linked_parcel", "jordstykkeobjectid"),
    ],
)
def test_found(concept, name):
    assert find_field(["noget_andet", name], concept) == 1


@pytest.mark.parametrize(
    ("concept", "name"),
    [
        ("save_value", "bevaring"),  # BBR's byg071 in the same files, empty
        ("save_value", "byg071BevaringsvaerdighedReference"),
        ("use", "Bygningens"),  # cut from BygningensSamledeBoligAreal as likely as from BygningensAnvendelse
        ("year", "byg027OmTilbygningsår"),
        ("registered_until", "registreri"),  # cut from registreringFra as likely as from registreringTil
        ("registered_from", "registreri"),
        ("wall", "byg034SupplerendeYdervaeggensMateriale"),
        ("building_id", "bbrnummer"),
    ],
)
def test_not_taken_for_it(concept, name):
    assert find_field([name], concept) is None


def test_the_bfe_number_comes_before_the_older_number_of_the_property():
    assert find_field(["esr_Ejendomsnummer", "sfe_Ejendomsnummer"], "property_id") == 1
    assert find_field(["ejerlavsnavn", "landsejerlavskode"], "district_code") == 1


def test_a_better_name_comes_first_wherever_it_stands():
    assert find_field(["bygningsid", "ois_id", "bygning_id"], "building_id") == 2


def test_a_whole_name_comes_before_a_cut_one():
    assert find_field(["bevaringsv", "save"], "save_value") == 1
