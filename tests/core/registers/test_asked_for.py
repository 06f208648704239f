"""A layer that is for certain something else than a parameter asks for is told, in words that say what to do."""

import pytest

from lyngby_heritage.core.common.wording import filled
from lyngby_heritage.core.registers.asked_for import asked_for, remark
from lyngby_heritage.core.registers.deliveries import deliveries
from lyngby_heritage.core.registers.found_layers import Layer

BBR = ("id_lokalId", "status", "byg021BygningensAnvendelse", "byg041BebyggetAreal", "byg054AntalEtager")
GEODANMARK = ("id_lokalId", "BBRUUID", "bygningstype", "metode3D")
JORDSTYKKE = ("id_lokalId", "matrikelnummer", "samletFastEjendomLokalId", "ejerlavLokalId", "registreretAreal")
PARCEL = ("matrikelnummer", "ejerlavskode", "registreretAreal", "vejareal")
FRAME = ("planid", "komplan_id", "komnr", "plannr", "plannavn", "bebygpct", "anvspec1")
PLAN = ("planid", "komnr", "plannr", "plannavn", "bebygpct", "anvspec1")
FBB = ("bygningsid", "bevaringsvaerdi", "bbrnummer", "fredningsstatus")
MADE = ("ejendom_id", "bebyggelsesprocent", "tilladt_procent", "status")


def seen(name, fields, geometry="polygon", rows=5, **more):
    return Layer(name, f"{name}.gpkg", tuple(fields), rows, geometry=geometry, file=f"{name}.gpkg", **more)


def download(register, entity, fields, geometry, kind="Total", rows=5):
    name = f"{register}_V1_{entity}_0173_{kind}Download_gpkg_Current_5"
    return seen(entity, fields, geometry, rows, other_names=(name,))


def told(layer, parameter, shared=()):
    note = remark(layer, parameter, lambda: shared)
    if note is None:
        return None
    assert note.warning
    return filled(note.danish, note.values, danish=True)


BUILDING = seen("Bygning", GEODANMARK)
PARCELS = seen("Jordstykke_Gaeldende", PARCEL)
PROPOSALS = seen("theme_pdk_lokalplan_forslag", PLAN)
MUNICIPALITIES = seen(
    "kommuneinddeling", ("kommunekode", "navn", "regionLokalId"), values={"kommunekode": ["0101", "0173"]}
)


@pytest.mark.parametrize(
    ("layer", "parameter", "words"),
    [
        (
            BUILDING,
            "PARCELS",
            "PARCELS fik Bygning.gpkg, som efter sit navn er bygningsflader fra GeoDanmark. Der skal bruges "
            "jordstykker med flader og matrikelnumre. Angiv det lag, medmindre det her er ment.",
        ),
        (
            seen("udtraek7", GEODANMARK),
            "PARCELS",
            "PARCELS fik udtraek7.gpkg, som efter sine felter er bygningsflader fra GeoDanmark. Der skal bruges "
            "jordstykker med flader og matrikelnumre. Angiv det lag, medmindre det her er ment.",
        ),
        (
            seen("to_etager", ("navn",)),
            "PLANS",
            "PLANS fik to_etager.gpkg, som efter sit navn er laget to_etager. Der skal bruges lokalplaner. Angiv det "
            "lag, medmindre det her er ment.",
        ),
        (
            download("MAT", "Jordstykke", JORDSTYKKE, "none"),
            "PARCELS",
            "PARCELS fik Jordstykke.gpkg, som er Matriklens tabel Jordstykke uden flader, og kun en del af det, der "
            "skal bruges: jordstykker med flader og matrikelnumre. Kør værktøjet »Saml data« (collectdata) på mappen "
            "med Matriklens Lodflade (jordstykkernes flader), Matriklens tabel Jordstykke uden flader, Matriklens "
            "SamletFastEjendom, Matriklens Ejerlav, og angiv laget jordstykker, som det laver.",
        ),
        (
            seen("view_bygning_fredede", FBB, "point"),
            "SAVE",
            "SAVE fik view_bygning_fredede.gpkg, som er en del af FBB (kun fredede, én gruppe af værdier eller "
            "sager), og kun en del af det, der skal bruges: bygninger med SAVE-værdi (FBB eller GeoFA). "
            "Angiv det hele.",
        ),
        (
            download("BBR", "Bygning", BBR, "none", kind="Delta"),
            "BBR",
            "BBR fik Bygning.gpkg, som kun indeholder ændringer (Delta). Angiv det hele (Total).",
        ),
        (
            PROPOSALS,
            "PLANS",
            "PLANS fik theme_pdk_lokalplan_forslag.gpkg, som efter sit navn ikke er det gældende (forslag). Angiv de "
            "gældende, medmindre disse er ment.",
        ),
        (
            download("BBR", "Bygning", BBR, "none", rows=0),
            "BBR",
            "BBR fik Bygning.gpkg, en hentet fil med overskrifter og ingen rækker. Angiv en tidligere eller senere, "
            "eller den samme i et andet format.",
        ),
        (
            MUNICIPALITIES,
            "BOUNDARY",
            "BOUNDARY fik kommuneinddeling.gpkg, som indeholder flere kommuner (0101, 0173). Angiv den, der er ment: "
            "værktøjet »Saml data« (collectdata) tager den ud efter MUNICIPALITY.",
        ),
    ],
)
def test_what_is_said(layer, parameter, words):
    assert told(layer, parameter) == words


def test_fields_that_many_layers_of_geodanmark_have_excuse_nothing():
    """A bank of a watercourse may be given as one; a lake with the same fields may not."""
    lake = seen("Soe", ("id_lokalId", "status", "geometristatus", "soetype", "vandUUID"))
    assert told(lake, "LAKES") is None
    assert "søer fra GeoDanmark" in told(lake, "WATERCOURSES")


@pytest.mark.parametrize(
    ("layer", "parameter"),
    [
        (BUILDING, "FOOTPRINTS"),
        (BUILDING, "BUILDINGS"),
        (PARCELS, "PARCELS"),
        (seen("theme_pdk_lokalplan_vedtaget_v", PLAN), "PLANS"),
        (seen("theme_pdk_lokalplan_vedtaget_v", PLAN), "ZONES"),  # plans may say where åben-lav is
        (seen("kommuneplanrammer", FRAME), "TWO_STOREY_AREAS"),  # filtered to those where two storeys may be
        (seen("Bygning", (*GEODANMARK, *BBR)), "BBR"),  # outlines with BBR's facts joined to them
        (download("BBR", "Bygning", BBR, "none", rows=3), "BBR"),
        (seen("BBR_udtraek", BBR, "none", rows=0), "BBR"),  # an empty layer is told as empty by every tool
        (seen("kommuneinddeling", ("kommunekode", "navn"), values={"kommunekode": ["0173", 173]}), "BOUNDARY"),
        (seen("jordstykker", MADE), "PROPERTIES"),  # what checkplotratio made, by whatever name it was saved
        (seen("mine data", ("id", "navn")), "PARCELS"),
        (seen("bygning", ("id", "navn")), "PARCELS"),  # the name alone, with nothing that bears it out
        (seen("min_kommune_bygninger_2020", ("id",)), "PARCELS"),
        (BUILDING, "LAYERS"),  # a theme may be anything
        (BUILDING, "AREA"),
    ],
)
def test_nothing_is_said_of_what_may_be_meant(layer, parameter):
    assert told(layer, parameter) is None


def test_one_layer_in_two_parameters_that_may_share_it_is_what_either_asks_for():
    both = seen("bbr", ("id_lokalId", "save"))
    assert told(both, "SAVE") is not None
    assert told(both, "SAVE", shared=["BBR"]) is None
    assert told(both, "SAVE", shared=["LAYERS"]) is not None


def test_every_role_that_is_asked_for_is_one():
    known = {one.role for one in deliveries().every} | set(deliveries().roles)
    assert {role for one in asked_for().values() for role in one.roles} <= known
