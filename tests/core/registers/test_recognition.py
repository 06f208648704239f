"""A layer is recognised by the names the registers give it, by its fields or by its rows, and never guessed."""

import time

import pytest

from lyngby_heritage.core.registers.recognition import (
    CERTAIN,
    CONTENT,
    FIELDS,
    LIKELY,
    OPEN,
    OWN_NAME,
    REGISTER_NAME,
    Header,
    recognise,
    recognise_all,
)

BBR = ("id_lokalId", "status", "byg021BygningensAnvendelse", "byg026Opførelsesår", "byg041BebyggetAreal")
GEODANMARK = ("id_lokalId", "BBRUUID", "bygningstype", "status", "geometristatus")
PARCEL = ("id.lokalId", "matrikelnummer", "ejerlavskode", "registreretAreal")
PARCEL_TABLE = ("id_lokalId", "matrikelnummer", "samletFastEjendomLokalId", "ejerlavLokalId", "registreretAreal")
PLAN = ("planid", "plannr", "plannavn", "komnr", "datovedt", "bebygpct", "maxetager", "doklink")
FRAME = (*PLAN, "komplan_id", "anvspec1")
SAVE = ("bygningsid", "bevaringsvaerdi", "bbrnummer", "ois_id", "kommune")


def role(name, fields=(), geometry=None, **values):
    return recognise(Header((name,), fields, geometry, values)).role


@pytest.mark.parametrize(
    ("name", "fields", "geometry", "expected"),
    [
        # the job's own names, in any case and spelling, whatever the fields
        ("bygninger", (), None, "bygninger"),
        ("Vandløb", (), None, "vandloeb"),
        ("TO-ETAGER", (), "polygon", "to_etager"),
        ("zoner", PLAN, "polygon", "zoner"),
        # FBB
        ("fbb:view_bygning_alle", SAVE, "point", "fbb"),
        ("fbb_bygninger", SAVE, "point", "fbb"),
        ("view_bygningslag", SAVE, "point", "fbb"),
        # Plandata, with and without _v and namespace
        ("pdk:theme_pdk_lokalplan_vedtaget", PLAN, "polygon", "lokalplaner"),
        ("theme_pdk_lokalplan_vedtaget_v", PLAN, "polygon", "lokalplaner"),
        ("theme_pdk_kommuneplanramme_vedtaget_v", FRAME, "polygon", "zoner"),
        ("theme_pdk_kommuneplanramme_alle_vedtaget_v", FRAME, "polygon", "zoner"),
        ("theme_pdk_lokalplandelomraade_vedtaget", ("lokplan_id", "delnr"), "polygon", "delomraader"),
        ("theme_pdk_zonekort_v", ("zone",), "polygon", "zonekort"),
        # GeoDanmark, DAGI and Matriklen by their classes
        ("Vandløbsmidte", ("vandloebstype",), "line", "vandloeb"),
        ("Vandloebsmidte", ("vandloebstype",), "line", "vandloeb"),
        ("Soe", ("soetype",), "polygon", "soeer"),
        ("Sø", ("soetype",), "polygon", "soeer"),
        ("Kommuneinddeling", ("kommunekode", "navn"), "polygon", "kommunegraense"),
        ("mat:Jordstykke_Gaeldende", PARCEL, "polygon", "jordstykker"),
        ("Ejerlav", ("ejerlavsnavn",), "polygon", "ejerlav"),
        # BBR and its OIS tables
        ("BBR_Bygning", BBR, "none", "bbr"),
        ("BBR Etage", ("bygning", "eta006BygningensEtagebetegnelse"), "none", "etager"),
        ("OIS_GRBBR_CO50200T_NA000_00001_20200418_010137.XML", BBR, "none", "bbr"),
        ("OIS_GRBBR_CO50500T_NA000_00001_20200418_010137", ("bygning",), "none", "enheder"),
        ("OIS_GRBBR_CO51200T_NA000_00001_20200418_010137", ("id_lokalId",), "none", "ois_oevrige"),
        ("bbr_ejendomsrelationer", ("bfeNummer", "ejendomstype"), "none", "ejendomsrelationer"),
        ("bygningsvurderingsgruppe", ("omraade",), "polygon", "bygningsvurderingsgruppe"),
        # GeoFA
        ("t_6205_bygningsvurdering", ("bev_kar", "temakode"), "polygon", "bygningsvurdering"),
    ],
)
def test_a_name_of_the_registers(name, fields, geometry, expected):
    assert role(name, fields, geometry) == expected


@pytest.mark.parametrize(
    ("name", "fields", "geometry", "expected"),
    [
        ("BBR_V3_Bygning_0173_TotalDownload_csv_Current_688", BBR, "none", "bbr"),
        ("BBR_V3_Etage_0173_TotalDownload_csv_Current_688.csv", ("bygning",), "none", "etager"),
        ("GEODKV_V2_Bygning_0173_TotalDownload_gpkg_Current_101", GEODANMARK, "polygon", "geodanmark_bygning"),
        ("GEODKV_V2_Vandloebsmidte_0173_TotalDownload_gpkg_Current_101", (), "line", "vandloeb"),
        ("GEODKV_V2_Soe_TotalDownload_gpkg_Current_9.gpkg", (), "polygon", "soeer"),
        ("DAGI_V1_Kommuneinddeling_TotalDownload_gpkg_Current_7", ("kommunekode", "navn"), None, "kommunegraense"),
        ("MAT_V1_Lodflade_0173_TotalDownload_gpkg_Current_5", ("jordstykkeLokalId",), "polygon", "lodflader"),
        ("MAT_V1_Jordstykke_0173_TotalDownload_csv_Current_5", PARCEL_TABLE, "none", "jordstykker_uden_flader"),
        ("MAT_V1_SamletFastEjendom_X_Jordstykke_TotalDownload_csv_5", (), "none", "sfe_x_jordstykke"),
        ("DS_V1_Bygning_TotalDownload_gpkg_Current_5", ("objectid",), "point", "stednavne"),
        ("XYZ_V1_Bygning_0173_TotalDownload_csv_Current_5", BBR, "none", None),  # no such register
    ],
)
def test_a_name_of_fildownload(name, fields, geometry, expected):
    verdict = recognise(Header((name,), fields, geometry))
    assert verdict.role == expected
    assert verdict.download is not None


def test_the_file_s_name_counts_where_the_table_inside_has_another():
    """As in a folder of downloads, whose tables QGIS or the register named."""
    inside = Header(("Bygning", "BBR_V3_Bygning_0173_TotalDownload_csv_Current_688"), BBR, "none")
    assert recognise(inside).role == "bbr"
    renamed = recognise(Header(("Bygninger_med_kaelder", "geodanmark_bygning"), ("bbruuid",), "polygon"))
    assert (renamed.role, renamed.by, renamed.name) == ("geodanmark_bygning", OWN_NAME, "geodanmark_bygning")
    both = recognise(Header(("theme_pdk_lokalplan_vedtaget_v", "lokalplaner"), PLAN, "polygon"))
    assert (both.role, both.by, both.sure) == ("lokalplaner", REGISTER_NAME, CERTAIN)


@pytest.mark.parametrize(
    ("fields", "geometry", "expected"),
    [
        (BBR, "none", "bbr"),
        (BBR, "point", "bbr"),
        (GEODANMARK, "polygon", "geodanmark_bygning"),
        (tuple(name[:10] for name in BBR), "none", "bbr"),  # cut by a shapefile
    ],
)
def test_fields_and_geometry_tell_bbr_s_bygning_from_geodanmark_s(fields, geometry, expected):
    assert role("Bygning", fields, geometry) == expected


def test_a_name_of_several_registers_without_telling_fields_is_a_question():
    verdict = recognise(Header(("Bygning",), ("id", "navn")))
    assert (verdict.role, verdict.sure, verdict.roles) == (None, OPEN, ("bbr", "geodanmark_bygning"))


def test_names_that_contradict_each_other_are_a_question_unless_the_fields_tell():
    names = ("theme_pdk_lokalplan_vedtaget", "zonekort")
    assert recognise(Header(names, ("id",), "polygon")).roles == ("lokalplaner", "zonekort")
    assert recognise(Header(names, PLAN, "polygon")).role == "lokalplaner"


def test_a_name_that_the_fields_contradict_is_a_question():
    verdict = recognise(Header(("Soe",), PARCEL, "polygon"))
    assert (verdict.role, verdict.roles) == (None, ("jordstykker", "soeer"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Albertslund_lokalplaner", "lokalplaner"),
        ("lokalplaner_173", "lokalplaner"),
        ("zoner 2026", "zoner"),
        ("Lyngby-Taarbæk jordstykker", "jordstykker"),
        ("kulturarv_190", "fbb"),
        ("lokalplaner_gammel", None),  # what a word means that nobody knows is not guessed
    ],
)
def test_place_number_and_year_in_a_name_are_left_out(name, expected):
    verdict = recognise(Header((name,)))
    assert verdict.role == expected
    assert verdict.sure == (OPEN if expected is None else LIKELY)


@pytest.mark.parametrize(
    ("fields", "geometry", "expected"),
    [
        (SAVE, "point", "fbb"),
        (BBR, "none", "bbr"),
        (GEODANMARK, "polygon", "geodanmark_bygning"),
        (PARCEL, "polygon", "jordstykker"),
        (PARCEL_TABLE, "none", "jordstykker_uden_flader"),
        (("jordstykkeLokalId", "id_lokalId", "geometri", "status"), "none", "lodflader"),
        (PLAN, "polygon", "lokalplaner"),
        (FRAME, "polygon", "zoner"),
        (("lokplan_id", "delnr", "lp_plannr", "lp_plannavn", "bebygpct"), "polygon", "delomraader"),
        (("lokplan_id", "delnr", "bygkunifelt", "maxetager"), "polygon", "byggefelter"),
        (("bygning", "eta006BygningensEtagebetegnelse", "eta020SamletArealAfEtage"), "none", "etager"),
        (("bygning_id", "beslutning", "begrundelse", "kilde", "dato"), "none", "beslutninger"),
        # people's tables, for the tools of the hearing; answers decide nothing by themselves
        (("svar_id", "bygning_id", "beslutning", "tekst", "dato"), "none", "hoeringssvar"),
        (("ejendom_id", "navn", "adresse", "postnr", "by", "rolle"), "none", "ejere"),
        (("BFE", "Navn", "Adresse", "Postnr", "By"), "none", "ejere"),
        (("navn", "adresse", "postnr", "by", "type", "digital_post_id"), "none", "hoeringsparter"),
        (("fil", "raekker", "sha256"), "none", "filliste"),
        # not these
        (("navn", "adresse", "postnr", "by"), "none", None),  # a list of addresses of anything
        (("ejendom_id", "navn", "adresse", "postnr", "by"), "polygon", None),
        (("bygning_id", "save_vaerdi", "udpegning", "bbrnummer", "fbb_id", "anvendelse", "kobling"), "polygon", None),
        (SAVE, "line", None),
        ((*PLAN, "temakode"), "polygon", None),  # a theme of the municipal plan
        (("id", "navn"), "polygon", None),
    ],
)
def test_without_a_name_the_fields_decide(fields, geometry, expected):
    verdict = recognise(Header(("Export_Output",), fields, geometry))
    assert verdict.role == expected
    assert verdict.by == (FIELDS if expected else verdict.by)
    assert verdict.sure == (LIKELY if expected else OPEN)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"plantype": ["20.1", "20.1"]}, "lokalplaner"),
        ({"plantype": [10.1]}, "zoner"),
        ({"objektkode": [20.0]}, "lokalplaner"),  # as a spreadsheet has it
        ({"objektkode": ["20"], "plantype": ["10.1"]}, None),
        ({"temakode": [6205]}, "bygningsvurdering"),
        ({"temakode": [2013]}, None),
    ],
)
def test_rows_that_say_what_they_are(values, expected):
    verdict = recognise(Header(("lag1",), tuple(values), "polygon", values))
    assert verdict.role == expected
    assert (verdict.by == CONTENT) == (expected is not None)


@pytest.mark.parametrize(
    ("fields", "geometry", "expected"),
    [
        # `jordstykke` is BBR's own field of ten letters here, and what a shapefile leaves of jordstykkeLokalId there
        ((*BBR, "jordstykke", "virkningTil"), "none", "bbr"),
        (("husnummertekst", "navngivenVej", "adgangspunkt", "jordstykke", "id_lokalId", "status"), "none", "husnumre"),
        (("jordstykke", "id_lokalId", "status"), "polygon", "lodflader"),
        # BBR's relation and Matriklen's condominium both have a BFE number and a number of the condominium
        (
            ("bfeNummer", "ejendomstype", "ejerlejlighedsnummer", "ejendomsnummer", "status"),
            "none",
            "ejendomsrelationer",
        ),
        (("BFEnummer", "ejerlejlighedsnummer", "samletAreal", "status"), "none", "ejerlejligheder"),
        (("ejerlavsnavn", "ejerlavskode", "id_lokalId", "status"), "none", "ejerlav"),
        ((*PARCEL, "ejerlavsnavn"), "polygon", "jordstykker"),
        (("bestemtFastEjendom", "gru009Vandforsyning"), "none", "grunde"),
        (("tek020Klassifikation",), "none", "tekniske_anlaeg"),
    ],
)
def test_fields_that_look_like_another_register_s(fields, geometry, expected):
    assert role("eksport_3", fields, geometry) == expected


ENVIRONMENT = ("navn", "beslutning", "begrundelse", "kilde", "dato", "fortaelling")


@pytest.mark.parametrize(
    ("name", "fields", "expected", "by"),
    [
        ("kulturmiljoeer", ENVIRONMENT, "kulturmiljoeer", OWN_NAME),
        ("Kulturmiljøer", ("navn", "beslutning"), "kulturmiljoeer", OWN_NAME),
        ("kulturmiljoeer_173", ("navn", "beslutning"), "kulturmiljoeer", OWN_NAME),
        ("eksport_3", ENVIRONMENT, "kulturmiljoeer", FIELDS),
        # without decisions it is what the catalogue of themes says, and no role
        ("kulturmiljoeer", ("navn", "plannr"), None, None),
        ("kulturmiljoeer", (), None, None),
        ("eksport_3", ("navn", "beslutning"), None, None),
    ],
)
def test_environments_are_decisions_only_with_a_decision(name, fields, expected, by):
    verdict = recognise(Header((name,), fields, "polygon"))
    assert verdict.role == expected
    assert by is None or verdict.by == by


def test_values_go_before_fields_that_fit_two():
    """Plandata's own fields leave it open that these are frames."""
    assert role("lag1", PLAN, "polygon", plantype=["10.1"]) == "zoner"
    assert role("lag1", PLAN, "polygon") == "lokalplaner"


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("theme_pdk_lokalplan_vedtaget", None),
        ("theme_pdk_lokalplan_forslag", "forslag"),
        ("theme_pdk_lokalplan_aflyst_v", "aflyste planer"),
        ("theme_pdk_lokalplan_med_historik", "planer med historik"),
    ],
)
def test_what_does_not_apply_is_said(name, state):
    verdict = recognise(Header((name,), PLAN, "polygon"))
    assert (verdict.role, verdict.state) == ("lokalplaner", state)


def test_a_part_names_the_whole():
    listed = recognise(Header(("fbb:view_bygning_fredede",), SAVE, "point"))
    assert (listed.role, listed.part_of, listed.fits) == ("fbb_del", "fbb", "fbb")
    table = recognise(Header(("Jordstykke",), PARCEL_TABLE, "none"))
    assert (table.role, table.fits) == ("jordstykker_uden_flader", "jordstykker")


def test_a_download_with_more_than_its_schema_says_is_taken_by_its_fields():
    name = "MAT_V1_Jordstykke_0173_TotalDownload_gpkg_Current_5"
    assert recognise(Header((name,), PARCEL, "polygon")).role == "jordstykker"
    plain = recognise(Header((name,), ("id_lokalId",), "polygon"))
    assert (plain.role, plain.nearest) == (None, "jordstykker")


def test_a_name_with_another_geometry_is_not_taken():
    verdict = recognise(Header(("Vandloebsmidte",), ("vandloebstype",), "point"))
    assert (verdict.role, verdict.nearest) == (None, "vandloeb")


def test_fields_that_a_name_promises_and_that_are_missing_are_told():
    verdict = recognise(Header(("Soe",), ("id", "navn"), "polygon"))
    assert (verdict.role, verdict.sure, verdict.lacking) == ("soeer", LIKELY, ("soetype",))


def test_a_name_that_nobody_has_seen_is_tried_and_said_to_be_so():
    verdict = recognise(Header(("fkg_t_6205_bygningsvurdering",), ("bev_kar",), "polygon"))
    assert (verdict.role, verdict.sure, verdict.unverified) == ("bygningsvurdering", LIKELY, True)
    assert not recognise(Header(("t_6205_bygningsvurdering",), ("bev_kar",), "polygon")).unverified


@pytest.mark.parametrize(
    ("name", "fields", "nearest"),
    [
        ("save_tekst", ("bygning_id", "bevaringsvaerdi"), "fbb"),  # the field
        ("lokalplaner_gammel", (), "lokalplaner"),  # a word of the name
        ("jordstyker", (), "jordstykker"),  # a slip of the pen
        ("fotos", ("id",), None),
        ("resultat", ("bygning_id", "save_vaerdi", "udpegning"), None),  # a result, and no building layer
    ],
)
def test_what_is_not_recognised_comes_with_the_nearest(name, fields, nearest):
    verdict = recognise(Header((name,), fields))
    assert (verdict.role, verdict.sure, verdict.nearest) == (None, OPEN, nearest)


def test_two_hundred_layers_take_milliseconds():
    headers = [
        Header((f"lag {number}",), fields, "polygon")
        for number in range(40)
        for fields in (BBR, GEODANMARK, PARCEL, PLAN, tuple(f"felt{one}" for one in range(100)))
    ]
    recognise_all(headers[:1])  # the data file is read once
    started = time.perf_counter()
    assert len(recognise_all(headers)) == 200
    assert time.perf_counter() - started < 0.5
