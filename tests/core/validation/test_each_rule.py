"""Each rule on a case that breaks it and on the nearest one that does not.

Distances and areas are those of squares on paper: `at(x, y, side)` is a square of `side` metres, x metres east.
"""

import numpy as np
import pytest
from layers_of import UUIDS, at, found, layer, point, ring

from lyngby_heritage.core.validation.heights import Heights
from lyngby_heritage.core.validation.rule_table import built_in
from lyngby_heritage.core.valley.terrain import Grid

A, B, C = UUIDS[:3]


def house(id=A, x=0.0, side=10.0, **values):
    return {"bygning_id": id, "wkt": at(x, 0.0, side), **values}


def buildings(*rows, **more):
    return layer("BUILDINGS", *rows, **more)


def bbr(id=A, x=5.0, **values):
    return {"id_lokalId": id, "status": "6", "wkt": point(x, 5), **values}


def save(id=A, x=5.0, value=4, **values):
    return {"ois_id": id, "bevaringsvaerdi": value, "wkt": point(x, 5), **values}


def parcel(number="1a", x=0.0, side=20.0, **values):
    return {
        "matrikelnummer": number,
        "ejerlavskode": 12352,
        "registreretAreal": side * side,
        "wkt": at(x, 0, side),
    } | values


def plan(number="1", x=0.0, side=100.0, **values):
    standard = {"planid": f"p{number}", "plannr": number, "komnr": 173, "datovedt": 20200101, "status": "V"}
    return {**standard, "bebygpct": 30, "bebygpctaf": 2, "maxetager": 2, "wkt": at(x, 0, side), **values}


def zone(number="1", x=0.0, side=100.0, **values):
    return {**plan(number, x, side), "anvspec1": 1110, **values}


def leaves(**values):
    """A lokalplan that leaves the extent to its delområder."""
    return plan(**{"bebygpct": None, "maxetager": None, "iomfangreg": "true", **values})


def part(number="A", plan="p1", **values):
    """A delområde of a lokalplan."""
    return {"lokplan_id": plan, "delnr": number, "komnr": 173, "bebygpct": 40, "bebygpctaf": 3, "wkt": at(0), **values}


def decision(id=A, choice="udpeg", reason="Smukt hus", day="2012-01-17"):
    return {"bygning_id": id, "beslutning": choice, "begrundelse": reason, "kilde": "Byrådet", "dato": day}


def floor(id=A, kind=0, name="st", **values):
    return {"bygning": id, "eta025Etagetype": kind, "eta006BygningensEtagebetegnelse": name, **values}


def one(role, **values):
    return layer(role, {"wkt": at(0), **values})


def terrain(known=((1, 1), (1, 1)), cell=10.0, refused=""):
    """A terrain model of cells of 10 m from the corner on to the north and east; 0 is a cell without a height."""
    known = np.array(known, dtype=bool)
    grid = Grid(720_000.0, 6_187_000.0 + 10 * len(known), 10.0, 10.0, known.shape)
    return layer("DEM", heights=Heights(refused, cell, grid, known))


def unit(id="u1", building=A, kind="1", status="7", **values):
    return {"id_lokalId": id, "bygning": building, "enh023Boligtype": kind, "status": status, **values}


def units(*rows):
    return layer("UNITS", *rows)


def place(x=0.0, **values):
    """A decided cultural environment of 100 x 100 m."""
    standard = {"navn": "Byen", "beslutning": "udpeg", "begrundelse": "Helt", "kilde": "Byrådet", "dato": "2026-01-20"}
    return {**standard, "wkt": at(x, 0, 100), **values}


def decided(*rows):
    return layer("ENVIRONMENTS", *rows)


def owner(**values):
    place = {"adresse": "Egevej 41", "postnr": 2800, "by": "Lyngby"}
    return {"bfe": 7, "navn": "Jensine", **place, "rolle": "ejer", **values}


def owners(*rows):
    return layer("OWNERS", *rows)


def answer(id="1", **values):
    return {"svar_id": id, "afsender": "Jensine", "dato": "2027-01-11", "tekst": "Nej tak", **values}


def answers(*rows):
    return layer("ANSWERS", *rows)


def wide(count, **more):
    """A layer of plans with so many fields."""
    return layer("PLANS", plan(**{f"felt{number}": "x" for number in range(count - len(plan()) + 1)}), **more)


BOW_TIE = "POLYGON ((720000 6187000, 720010 6187010, 720010 6187000, 720000 6187010, 720000 6187000))"
FAR = "POINT (100 100)"
BOUNDARY = layer("BOUNDARY", {"KOMKODE": "0173", "wkt": at(-1000, -1000, 3000)})
MASK = layer("BOUNDARY", {"KOMKODE": "0173", "wkt": ring(-9000, 20000, -1000, 3000)})
ROW = "POLYGON ((720000 6187000, 720160 6187000, 720160 6187010, 720000 6187010, 720000 6187000))"
LINE = "LINESTRING (720000 6187000, 720100 6187000)"

# Rule, layers that break it, layers that do not. Limits are those of data/rules/validation.json.
CASES = [
    ("lag_tomt", [buildings(fields=["bygning_id"], geometry_type="polygon")], [buildings(house())]),
    (
        "lag_ulaeseligt",
        [layer("SAVE", fields=["ois_id"], geometry_type="point", unread="kun 3 af 7 rækker kan læses fra fbb.gpkg")],
        [layer("SAVE", fields=["ois_id"], geometry_type="point")],
    ),
    (
        "lag_i_to_roller",
        [layer("PARCELS", parcel(), name="jordstykker"), layer("ZONES", parcel(), name="jordstykker")],
        [layer("PARCELS", parcel(), name="jordstykker"), layer("ZONES", parcel(), name="zoner")],
    ),
    (
        "lag_ligner_andet",
        [layer("PARCELS", parcel(), remark="PARCELS fik Bygning, som efter sit navn er bygningsflader.")],
        [layer("PARCELS", parcel())],
    ),
    ("lag_forkert_geometritype", [layer("PARCELS", {"wkt": point(0)})], [layer("PARCELS", parcel())]),
    ("lag_forkert_geometritype", [layer("BUILDINGS", {"wkt": LINE})], [layer("WATERCOURSES", {"wkt": LINE})]),
    ("lag_uden_koordinatsystem", [buildings(house(), crs="")], [buildings(house())]),
    (
        "lag_forkert_koordinatsystem",
        [buildings(house(), crs="EPSG:4326", problem="koordinaterne når 720000")],
        [buildings(house(), crs="EPSG:4326", geographic=True)],
    ),
    ("lag_uden_for_danmark", [layer("SAVE", save(wkt=FAR))], [layer("SAVE", save())]),
    ("objekt_uden_for_danmark", [layer("SAVE", save(), save(B, wkt=FAR))], [layer("SAVE", save(), save(B, 10))]),
    ("lag_mange_felter", [wide(128, file_format="GPKG")], [wide(127, file_format="GPKG")]),
    ("lag_mange_felter", [wide(300, file_format="GPKG")], [wide(300, file_format="GeoJSON")]),
    ("graense_omvendt", [MASK, layer("SAVE", save())], [BOUNDARY, layer("SAVE", save())]),
    ("lag_uden_for_kommunen", [BOUNDARY, layer("SAVE", save(x=9000))], [BOUNDARY, layer("SAVE", save())]),
    # The boundary reaches 2,000 m east, and 250 m are allowed for its being generalised.
    ("lag_uden_for_kommunen", [BOUNDARY, layer("SAVE", save(x=2251))], [BOUNDARY, layer("SAVE", save(x=2249))]),
    (
        "objekter_uden_for_kommunen",
        [BOUNDARY, layer("SAVE", save(), save(B, 2251))],
        [BOUNDARY, layer("SAVE", save(), save(B, 2249))],
    ),
    (
        "lag_ligger_for_sig",
        [buildings(house()), layer("SAVE", save()), layer("PARCELS", parcel(x=1011))],
        [buildings(house()), layer("SAVE", save()), layer("PARCELS", parcel(x=1009))],
    ),
    ("felt_mangler", [layer("SAVE", {"ois_id": A, "wkt": point(0)})], [layer("SAVE", save())]),
    ("felt_mangler", [layer("DECISIONS", {"bygning_id": A})], [layer("DECISIONS", decision())]),
    # 'bygningens' is what ten letters leave of BygningensAnvendelse, of BygningensSamledeBoligAreal and of more.
    ("feltnavn_afkortet", [buildings(house(bygningens=120))], [buildings(house(anvendelse=120))]),
    ("feltnavn_afkortet", [buildings(house(byg021By_1=120))], [buildings(house(bygning_nr=120))]),
    ("felt_nyttigt_mangler", [layer("PARCELS", {"wkt": at(0)})], [layer("PARCELS", parcel(ejendom_id="7"))]),
    ("lag_i_grader", [buildings(house(), crs="EPSG:4326", geographic=True)], [buildings(house())]),
    ("geometri_ugyldig", [buildings(house(wkt=BOW_TIE))], [buildings(house())]),
    ("geometri_mangler", [buildings(house(wkt=None), house(B))], [buildings(house(), house(B, 50))]),
    ("geometri_mangler", [buildings(house(wkt="POLYGON EMPTY"), house(B))], [layer("BBR", bbr(wkt=None), bbr(B))]),
    ("geometri_dublet", [buildings(house(), house(B))], [buildings(house(), house(B, side=10.1))]),
    ("geometri_buer", [buildings(house(), curved=[0])], [buildings(house())]),
    ("id_mangler", [buildings(house(None), house(B, 50))], [buildings(house(), house(B, 50))]),
    ("id_mangler", [layer("SAVE", save("  "))], [layer("SAVE", save(None, ois_id="1709469", id_lokalId=None))]),
    ("id_dublet", [layer("BBR", bbr(), bbr(A.upper()))], [layer("BBR", bbr(), bbr(virkningTil="2021-03-01"))]),
    ("id_dublet", [buildings(house(), house(side=11))], [buildings(house(), house(x=10))]),
    ("id_dublet", [layer("PARCELS", parcel(), parcel(x=30))], [layer("PARCELS", parcel(), parcel(ejerlavskode=9))]),
    ("id_dublet", [layer("PLANS", plan(), plan())], [layer("FOOTPRINTS", house(), house(x=10))]),
    ("bygning_i_flere_flader", [buildings(house(), house(x=10))], [buildings(house(), house(B, x=10))]),
    (
        "samme_id_langt_fra_hinanden",
        [layer("FOOTPRINTS", house(), house(x=111))],
        [layer("FOOTPRINTS", house(), house(x=109))],
    ),
    ("id_loebenummer", [layer("BBR", bbr(7), bbr(8))], [layer("BBR", bbr(), bbr(8))]),
    ("id_loebenummer", [layer("SAVE", save("7"), save("8"))], [buildings(house(7), house(8, x=50))]),
    ("id_ikke_bbr", [layer("SAVE", save("1709469"))], [layer("SAVE", save(A.upper()))]),
    ("id_ikke_bbr", [layer("SAVE", save(None, id_lokalId=None, ois_id="17"))], [layer("SAVE", {"bygningsid": 7})]),
    ("bbrnummer_form", [layer("SAVE", save(bbrnummer="165-7--1"))], [layer("SAVE", save(bbrnummer="165-7523-1"))]),
    (
        "fodaftryk_uden_id",
        [layer("FOOTPRINTS", {"bbruuid": None, "wkt": at(0)})],
        [layer("FOOTPRINTS", {"bbruuid": A, "wkt": at(0)})],
    ),
    ("save_uden_for_skalaen", [layer("SAVE", save(value=10))], [layer("SAVE", save(value=9))]),
    ("save_uden_for_skalaen", [layer("SAVE", save(value="-4"))], [layer("SAVE", save(value=-1))]),
    ("save_ulaeselig", [layer("SAVE", save(value="4-5"))], [layer("SAVE", save(value=" 4,0 "))]),
    ("save_ulaeselig", [buildings(house(save_vaerdi=2.5))], [buildings(house(save_vaerdi=3.0))]),
    ("save_modstridende", [layer("SAVE", save(), save(value=5))], [layer("SAVE", save(), save(value=-1))]),
    (
        "save_modstridende",
        [buildings(house(save_vaerdi=3)), layer("SAVE", save(A.upper()))],
        [buildings(house(save_vaerdi=4)), layer("SAVE", save(A.upper()))],
    ),
    ("save_dublet", [layer("SAVE", save(), save())], [layer("SAVE", save(), save(B))]),
    ("save_ikke_vurderet", [layer("SAVE", save(value=0))], [layer("SAVE", save(value=9))]),
    # The house reaches from 0 to 10 m; 25 m on are still near.
    (
        "save_uden_bygning",
        [layer("BBR", bbr(B, x=0)), layer("SAVE", save(x=26))],
        [layer("BBR", bbr(B, x=0)), layer("SAVE", save(x=24))],
    ),
    (
        "save_uden_bygning",
        [buildings(house(B, bbrnummer="173-1-2")), layer("SAVE", save(x=90, bbrnummer="173-1-1"))],
        [buildings(house(B, bbrnummer="173-1-1")), layer("SAVE", save(x=90, bbrnummer="173-1-1"))],
    ),
    (
        "save_punkt_langt_fra_bygning",
        [buildings(house()), layer("SAVE", save(A.upper(), x=111))],
        [buildings(house()), layer("SAVE", save(A.upper(), x=109))],
    ),
    ("kode_ulaeselig", [buildings(house(anvendelse="villa"))], [buildings(house(anvendelse="0120"))]),
    ("kode_ukendt", [buildings(house(ydervaeg=77))], [buildings(house(ydervaeg=90))]),
    ("anvendelse_ukendt", [buildings(house(anvendelse=999))], [buildings(house(anvendelse=120))]),
    ("aar_i_fremtiden", [buildings(house(opfoerelsesaar=2026))], [buildings(house(opfoerelsesaar=2025))]),
    ("aar_for_tidligt", [buildings(house(opfoerelsesaar=193))], [buildings(house(opfoerelsesaar=1000))]),
    ("aar_for_tidligt", [buildings(house(opfoerelsesaar=1049))], [buildings(house(opfoerelsesaar=1050))]),
    ("aar_ulaeseligt", [buildings(house(opfoerelsesaar="ca. 1900"))], [buildings(house(opfoerelsesaar="1900"))]),
    ("aar_ukendt", [buildings(house(opfoerelsesaar=1000))], [buildings(house(opfoerelsesaar=1900))]),
    ("aar_ukendt", [buildings(house(opfoerelsesaar=None))], [buildings(house())]),
    (
        "ombygget_foer_opfoert",
        [buildings(house(opfoerelsesaar=1930, ombygningsaar=1929))],
        [buildings(house(opfoerelsesaar=1930, ombygningsaar=1930))],
    ),
    ("etager_umulige", [buildings(house(etager=41))], [buildings(house(etager=40))]),
    ("etager_umulige", [buildings(house(etager=1.3))], [buildings(house(etager="1,5"))]),
    ("etager_umulige", [buildings(house(etager="to"))], [buildings(house(etager=None))]),
    (
        "etager_mangler",
        [buildings(house(etager=0, anvendelse=120))],
        [buildings(house(etager=0, anvendelse=910))],
    ),
    ("areal_umuligt", [buildings(house(bebygget_m2=-1))], [buildings(house(bebygget_m2=0))]),
    ("areal_umuligt", [buildings(house(samlet_m2="stort"))], [buildings(house(samlet_m2="120"))]),
    (
        "boliger_nul",
        [layer("BBR", bbr(byg021BygningensAnvendelse=120, byg024AntalLejlighederMedKøkken=0))],
        [layer("BBR", bbr(byg021BygningensAnvendelse=910, byg024AntalLejlighederMedKøkken=0))],
    ),
    ("boliger_nul", [buildings(house(anvendelse=140, boliger=0))], [buildings(house(anvendelse=140, boliger=6))]),
    (
        "areal_mangler",
        [layer("BBR", bbr(byg021BygningensAnvendelse=120, byg041BebyggetAreal=None))],
        [layer("BBR", bbr(byg021BygningensAnvendelse=910, byg041BebyggetAreal=None))],
    ),
    # 100 m² x 2 storeys = 200; 1.5 times that is 300. Half the footprint is 50.
    (
        "areal_mod_etager",
        [buildings(house(bebygget_m2=100, etager=2, samlet_m2=301))],
        [buildings(house(bebygget_m2=100, etager=2, samlet_m2=300))],
    ),
    (
        "areal_mod_etager",
        [buildings(house(bebygget_m2=100, etager=2, samlet_m2=49))],
        [buildings(house(bebygget_m2=100, etager=2, samlet_m2=50))],
    ),
    # An outline of 20 x 20 = 400 m²: 3 times 133.3 and 0.4 times 1,000.
    ("areal_mod_flade", [buildings(house(side=20, bebygget_m2=133))], [buildings(house(side=20, bebygget_m2=134))]),
    ("areal_mod_flade", [buildings(house(side=20, bebygget_m2=1001))], [buildings(house(side=20, bebygget_m2=1000))]),
    # Two areas of 10 x 10 with one id are 200 m² of one building, which is 0.4 times 500.
    (
        "areal_mod_flade",
        [layer("FOOTPRINTS", house(bebygget_m2=501), house(x=10, bebygget_m2=501))],
        [layer("FOOTPRINTS", house(bebygget_m2=500), house(x=10, bebygget_m2=500))],
    ),
    (
        "areal_mod_flade",
        [layer("FOOTPRINTS", house()), layer("BBR", bbr(byg041BebyggetAreal=30))],
        [layer("FOOTPRINTS", house()), layer("BBR", bbr(byg041BebyggetAreal=90))],
    ),
    (
        "kaelder_modstrid",
        [buildings(house(kaelder_m2=80, kaelder_dyb_m2=81))],
        [buildings(house(kaelder_m2=81, kaelder_dyb_m2=81))],
    ),
    ("bbr_historisk", [layer("BBR", bbr(), bbr(B, status="10"))], [layer("BBR", bbr(), bbr(B, status="7"))]),
    ("bbr_historisk", [layer("BBR", bbr(virkningTil="2020-01-01"))], [layer("BBR", bbr(virkningTil=""))]),
    ("bbr_historisk", [buildings(house(), house(B, x=50, status="10"))], [buildings(house(), house(B, status="2"))]),
    ("bbr_sag", [layer("BBR", bbr(), bbr(B, status="2"))], [layer("BBR", bbr(), bbr(B, status="10"))]),
    ("bbr_sag", [buildings(house(), house(B, status="9"))], [buildings(house(status="6"), house(B, status="7"))]),
    ("bbr_flere_status", [layer("BBR", bbr(), bbr(status="2"))], [layer("BBR", bbr(), bbr(B, status="2"))]),
    (
        "bbr_flere_status",
        [layer("BBR", bbr(status="2", virkningTil=""), bbr(status="3"))],
        [layer("BBR", bbr(), bbr(status="2", virkningTil="2020-01-01"))],
    ),
    ("bbr_uden_sted", [layer("BBR", bbr(), bbr(B, wkt=None))], [layer("BBR", bbr(), bbr(B, wkt=None, status=11))]),
    (
        "bbr_punkt_langt_fra_flade",
        [layer("BBR", bbr(x=61)), layer("FOOTPRINTS", house(A.upper()))],
        [layer("BBR", bbr(x=59)), layer("FOOTPRINTS", house(A.upper()))],
    ),
    (
        "fodaftryk_ukendt_bygning",
        [layer("BBR", bbr()), layer("FOOTPRINTS", house(B))],
        [layer("BBR", bbr()), layer("FOOTPRINTS", house(A.upper()), house(None, 50))],
    ),
    (
        "etage_uden_bygning",
        [layer("BBR", bbr()), layer("FLOORS", floor(B))],
        [layer("BBR", bbr()), layer("FLOORS", floor())],
    ),
    ("etage_slags_ukendt", [layer("FLOORS", floor(kind=3))], [layer("FLOORS", floor(kind="2"))]),
    (
        "etage_areal_umuligt",
        [layer("FLOORS", floor(kind=2, eta020SamletArealAfEtage=80, eta022Kaelderareal=81))],
        [layer("FLOORS", floor(kind=2, eta020SamletArealAfEtage=81, eta022Kaelderareal=81))],
    ),
    ("etage_dobbelt", [layer("FLOORS", floor(), floor(name="ST"))], [layer("FLOORS", floor(), floor(B))]),
    (
        "etage_uden_areal",
        [layer("FLOORS", floor(kind=1, eta020SamletArealAfEtage=None))],
        [layer("FLOORS", floor(kind=0, eta020SamletArealAfEtage=None))],
    ),
    (
        "etage_uden_areal",
        [layer("FLOORS", floor(kind=2, eta020SamletArealAfEtage=None))],
        [layer("FLOORS", floor(kind=1, eta020SamletArealAfEtage=None, eta021ArealAfUdnyttetDelAfTagetage=40))],
    ),
    # Plots of 20 m: 0.11 m on each other are 2.2 m², and 0.109 m wide on average; 0.09 m are 1.8 m².
    (
        "jordstykker_overlapper",
        [layer("PARCELS", parcel(), parcel("1b", x=19.89))],
        [layer("PARCELS", parcel(), parcel("1b", x=19.91))],
    ),
    # 50 m: 0.09 m on each other are 4.5 m², but only 0.09 m wide: two boundaries that were drawn imprecisely.
    (
        "jordstykker_overlapper",
        [layer("PARCELS", parcel(side=50), parcel("1b", x=49.8, side=50))],
        [layer("PARCELS", parcel(side=50), parcel("1b", x=49.91, side=50))],
    ),
    ("jordstykke_uden_areal", [layer("PARCELS", parcel(registreretAreal=None))], [layer("PARCELS", parcel())]),
    (
        "jordstykke_uden_areal",
        [layer("PARCELS", parcel(registreretAreal="0"))],
        [layer("PARCELS", parcel(registreretAreal="400"))],
    ),
    # 20 x 20 = 400 m². 400 / 1.2 = 333.3, 400 / 0.8 = 500.
    (
        "jordstykke_areal_afviger",
        [layer("PARCELS", parcel(registreretAreal=333))],
        [layer("PARCELS", parcel(registreretAreal=334))],
    ),
    (
        "jordstykke_areal_afviger",
        [layer("PARCELS", parcel(registreretAreal=501))],
        [layer("PARCELS", parcel(registreretAreal=500))],
    ),
    (
        "jordstykke_areal_afviger",
        [layer("PARCELS", parcel("1a", registreretAreal=800), parcel("1b", x=20))],
        [layer("PARCELS", parcel("1a", registreretAreal=800), parcel("1a", x=20, registreretAreal=800))],
    ),
    # The same parcel once for each of two flats is drawn once.
    (
        "jordstykke_areal_afviger",
        [layer("PARCELS", *(parcel(registreretAreal=800, ejendom_id=flat) for flat in "78"))],
        [layer("PARCELS", *(parcel(registreretAreal=400, ejendom_id=flat) for flat in "78"))],
    ),
    (
        "bygning_over_skel",
        [buildings(house(x=15)), layer("PARCELS", parcel(ejendom_id="7"), parcel("1b", x=20, ejendom_id="8"))],
        [buildings(house(x=-1)), layer("PARCELS", parcel(ejendom_id="7"), parcel(ejendom_id="8"))],
    ),
    # A house of 10 x 10 on two plots: 1.5 m over the boundary are 15 m² and 15 %.
    (
        "bygning_over_skel",
        [buildings(house(x=11.5)), layer("PARCELS", parcel(), parcel("1b", x=20))],
        [buildings(house(x=11.4)), layer("PARCELS", parcel(), parcel("1b", x=20))],
    ),
    (
        "bygning_over_skel",
        [buildings(house(x=15)), layer("PARCELS", parcel(ejendom_id="7"), parcel("1b", x=20, ejendom_id="8"))],
        [buildings(house(x=15)), layer("PARCELS", parcel(ejendom_id="7"), parcel("1b", x=20, ejendom_id="7"))],
    ),
    # A row of eight plots of 20 m under a house of 160 x 10 m: each holds 12.5 %, and the seven others 87.5 %.
    (
        "bygning_over_skel",
        [buildings(house(wkt=ROW)), layer("PARCELS", *(parcel(f"1{one}", x=20 * one) for one in range(8)))],
        [buildings(house(side=20.0)), layer("PARCELS", *(parcel(f"1{one}", x=20 * one) for one in range(8)))],
    ),
    (
        "bygning_lidt_over_skel",
        [buildings(house(x=10.5)), layer("PARCELS", parcel(), parcel("1b", x=20))],
        [buildings(house(x=10.4)), layer("PARCELS", parcel(), parcel("1b", x=20))],
    ),
    # The plot reaches from 0 to 20 m, and houses up to 100 m from it stand among parcels.
    (
        "bygning_uden_jordstykke",
        [buildings(house(x=119)), layer("PARCELS", parcel())],
        [buildings(house(x=121)), layer("PARCELS", parcel())],
    ),
    (
        "jordstykker_daekker_ikke",
        [buildings(house(x=121)), layer("PARCELS", parcel())],
        [buildings(house(x=119)), layer("PARCELS", parcel())],
    ),
    # Hald Ege's frame: no bebygpct, but 30 % in the slot of åben-lav.
    (
        "zone_uden_graense",
        [layer("ZONES", zone(bebygpct=None, anvspec2=1120, bygpct2=40))],
        [layer("ZONES", zone(bebygpct=None, bygpct1=30, bygpcth1=4))],
    ),
    (
        "zone_uden_graense",
        [layer("ZONES", zone(bebygpct=None), zone("2", x=200))],
        [layer("ZONES", zone(bebygpct=None, anvspec1=3100), zone("2", x=200))],
    ),
    ("zoner_uden_aaben_lav", [layer("ZONES", zone(anvspec1=3100))], [layer("ZONES", {"navn": "Nord", "wkt": at(0)})]),
    ("plan_uden_graense", [layer("PLANS", plan(bebygpct=None))], [layer("PLANS", plan(bebygpct=None, bygpct3=40))]),
    # iomfangreg says that the plan itself does not regulate the extent; its delområder may.
    (
        "plan_overlader_omfanget",
        [layer("PLANS", leaves()), layer("SUB_AREAS", part(plan="p2"))],
        [layer("PLANS", leaves()), layer("SUB_AREAS", part())],
    ),
    ("plan_overlader_omfanget", [layer("PLANS", leaves())], [layer("PLANS", leaves(bebygpct=30))]),
    ("plan_overlader_omfanget", [layer("PLANS", leaves(), plan("2"))], [layer("PLANS", leaves(), part(), plan("2"))]),
    ("plan_uden_graense", [layer("PLANS", plan(bebygpct=None, iomfangreg="false"))], [layer("PLANS", leaves())]),
    (
        "plan_uden_tal",
        [layer("PLANS", plan(bebygpct=None, maxetager=None, iomfangreg="false"))],
        [layer("PLANS", plan(bebygpct=None, maxetager=None, iomfangreg="false", maxbygnhjd=8.5))],
    ),
    (
        "delomraade_uden_plan",
        [layer("PLANS", plan()), layer("SUB_AREAS", part(plan="p2"))],
        [layer("PLANS", plan()), layer("SUB_AREAS", part())],
    ),
    ("graense_for_omraadet", [layer("PLANS", plan(bebygpctaf=1))], [layer("PLANS", plan(bebygpctaf=2))]),
    # The slot's own scope counts before the plan's.
    (
        "graense_for_omraadet",
        [layer("ZONES", zone(bygpct1=30, bygpcth1=1))],
        [layer("ZONES", zone(bebygpctaf=1, bygpct1=30, bygpcth1=3))],
    ),
    ("graense_for_omraadet", [layer("ZONES", zone(bebygpctaf=1))], [layer("ZONES", zone(bebygpctaf=1, anvspec1=1120))]),
    ("graense_ukendt_omfang", [layer("PLANS", plan(bebygpctaf=5))], [layer("PLANS", plan(bebygpctaf=None))]),
    ("graense_umulig", [layer("PLANS", plan(bebygpct=501))], [layer("PLANS", plan(bebygpct=500))]),
    ("graense_umulig", [layer("PLANS", plan(maxetager=0))], [layer("PLANS", plan(maxetager=1.5))]),
    ("graense_umulig", [layer("PLANS", plan(bebygpct="se planen"))], [layer("PLANS", plan(bebygpct="30,0"))]),
    ("graense_umulig", [layer("PLANS", plan(bebygpct=0, anvgen=11))], [layer("PLANS", plan(bebygpct=0, anvgen=51))]),
    ("graense_umulig", [layer("ZONES", zone(bebygpct=0))], [layer("ZONES", zone(bebygpct=0, anvspec1=5110))]),
    ("graense_nul", [layer("PLANS", plan(bebygpct=0, anvgen=51))], [layer("PLANS", plan(bebygpct=5, anvgen=51))]),
    ("plan_anden_kommune", [layer("PLANS", plan(), plan("2", komnr=159))], [layer("PLANS", plan(komnr="0173"))]),
    ("plan_ikke_gaeldende", [layer("PLANS", plan(status="F"))], [layer("PLANS", plan(status="V"))]),
    ("plan_ikke_gaeldende", [layer("PLANS", plan(datoaflyst=20200101))], [layer("PLANS", plan(datoaflyst=29990101))]),
    ("plan_ikke_gaeldende", [layer("PLANS", plan(datoikraft=29990101))], [layer("PLANS", plan(datoikraft=20200101))]),
    ("plan_dato_mangler", [layer("PLANS", plan(datovedt=None))], [layer("PLANS", plan())]),
    ("plan_dato_ulaeselig", [layer("PLANS", plan(datovedt="i fjor"))], [layer("PLANS", plan(datovedt="20201231"))]),
    ("plan_dato_erstatning", [layer("PLANS", plan(datovedt=19101224))], [layer("PLANS", plan(datovedt=19450101))]),
    ("plan_aeldre_regler", [layer("PLANS", plan(datovedt=20171231))], [layer("PLANS", plan(datovedt=20180101))]),
    ("plan_aeldre_regler", [layer("PLANS", plan(datovedt=20080131))], [layer("PLANS", plan(datovedt=19101224))]),
    ("plan_dato_i_fremtiden", [layer("PLANS", plan(datovedt=20260101))], [layer("PLANS", plan(datovedt=20251231))]),
    # Plans of 100 m: 2.1 m on each other are 210 m² and 2.06 m wide; 1.9 m are 190 m² and 1.86 m wide.
    (
        "planer_modstridende",
        [layer("PLANS", plan(), plan("2", x=97.9, bebygpct=40))],
        [layer("PLANS", plan(), plan("2", x=98.1, bebygpct=40))],
    ),
    (
        "planer_modstridende",
        [layer("PLANS", plan(), plan("2", x=50, maxetager=1.5))],
        [layer("PLANS", plan(), plan("2", x=50, maxetager=None))],
    ),
    (
        "planer_overlapper",
        [layer("PLANS", plan(), plan("2", x=50))],
        [layer("PLANS", plan(), plan("2", x=50, bebygpct=40))],
    ),
    ("zoner_overlapper", [layer("ZONES", zone(), zone("2", x=99))], [layer("ZONES", zone(), zone("2", x=99.9))]),
    (
        "zoner_overlapper",
        [layer("ZONE_MAP", {"zone": 1, "wkt": at(0)}, {"zone": 3, "wkt": at(5)})],
        [layer("ZONES", zone(), zone("2", x=50, anvspec1=1120))],
    ),
    ("zonestatus_ukendt", [one("ZONE_MAP", zone=9)], [one("ZONE_MAP", zone="Byzone")]),
    ("tema_ikke_gaeldende", [one("LAYERS", Statuskode="2")], [one("LAYERS", Statuskode="3")]),
    ("beslutning_uden_bygning", [layer("DECISIONS", decision(" "))], [layer("DECISIONS", decision())]),
    (
        "beslutning_ulaeselig",
        [layer("DECISIONS", decision(choice="måske"))],
        [layer("DECISIONS", decision(choice="Udpeg_Ikke"))],
    ),
    ("beslutning_dato_ulaeselig", [layer("DECISIONS", decision(day="i går"))], [layer("DECISIONS", decision(day=""))]),
    ("beslutning_uden_begrundelse", [layer("DECISIONS", decision(reason=" "))], [layer("DECISIONS", decision())]),
    (
        "beslutninger_modstridende",
        [layer("DECISIONS", decision(), decision(choice="udpeg_ikke"))],
        [layer("DECISIONS", decision(), decision(choice="udpeg_ikke", day="2013-01-01"))],
    ),
    (
        "beslutninger_modstridende",
        [layer("DECISIONS", decision(), decision(A.upper(), "udpeg_ikke", day=None))],
        [layer("DECISIONS", decision(), decision(B, "udpeg_ikke"))],
    ),
    (
        "beslutning_afloest",
        [layer("DECISIONS", decision(), decision(choice="udpeg_ikke", day="2013-01-01"))],
        [layer("DECISIONS", decision(), decision(day="2013-01-01"))],
    ),
    (
        "beslutning_ukendt_bygning",
        [buildings(house()), layer("DECISIONS", decision(B))],
        [buildings(house()), layer("DECISIONS", decision(A.upper()))],
    ),
    ("objekt_anden_kommune", [layer("BBR", bbr(kommunekode="0159"))], [layer("BBR", bbr(kommunekode="0173"))]),
    ("objekt_anden_kommune", [layer("SAVE", save(bbrnummer="223-1-1"))], [layer("SAVE", save(bbrnummer="173-1-1"))]),
    (
        "tekst_forkert_kodet",
        [buildings(house(adresse="MÃ¸llevej 4"))],
        [buildings(house(adresse="Møllevej 4, Ålborg"))],
    ),
    ("terraen_afvises", [terrain(refused="den er i EPSG:4326")], [terrain()]),
    ("enhed_uden_bygning", [layer("BBR", bbr()), units(unit(building=B))], [layer("BBR", bbr()), units(unit())]),
    (
        "enhed_uden_bygning",
        [layer("BBR", bbr()), units(unit(building=""))],
        [layer("BBR", bbr()), units(unit("u2", B, status="10"))],
    ),
    ("enhed_dublet", [units(unit(), unit(building=B))], [units(unit(), unit(building=B, status="10"))]),
    ("enhed_slags_ukendt", [units(unit(kind=""))], [units(unit(kind="", enh020EnhedensAnvendelse=140))]),
    # Two dwellings (boligtype 1) and an office (E) are two dwellings.
    (
        "boliger_mod_enheder",
        [layer("BBR", bbr(byg024=3)), units(unit(), unit("u2"), unit("u3", kind="E"))],
        [layer("BBR", bbr(byg024=2)), units(unit(), unit("u2"), unit("u3", kind="E"))],
    ),
    (
        "boliger_mod_enheder",
        [layer("BBR", bbr(byg024=1)), units(unit(), unit("u2"))],
        [layer("BBR", bbr(byg024=0)), units(unit(), unit("u2"))],
    ),
    ("kulturmiljoe_ulaeseligt", [decided(place(beslutning="ja"))], [decided(place(), place(beslutning=""))]),
    ("kulturmiljoe_dato_ulaeselig", [decided(place(dato="i går"))], [decided(place(dato="17-01-2012"))]),
    (
        "kulturmiljoe_uden_flade",
        [decided(place(), place(wkt=None))],
        [decided(place(), place(wkt=None, beslutning=""))],
    ),
    ("kulturmiljoe_uden_navn", [decided(place(navn=""))], [decided(place(navn="", beslutning=""))]),
    ("kulturmiljoe_uden_begrundelse", [decided(place(begrundelse=" "))], [decided(place())]),
    ("kulturmiljoe_uden_dato", [decided(place(dato=None))], [decided(place())]),
    ("kulturmiljoe_uden_beslutning", [decided(place(), place(beslutning=None))], [decided(place())]),
    # They share 3 x 100 m; at 99 m east they share 1 x 100 m, thinner than what two hands draw alike.
    ("kulturmiljoer_overlapper", [decided(place(), place(x=97))], [decided(place(), place(x=99))]),
    ("kulturmiljoer_overlapper", [decided(place(), place(x=50))], [decided(place(), place(x=50, beslutning=""))]),
    ("part_uden_vej", [owners(owner(adresse=""))], [owners(owner(adresse="", cpr="0101901234"))]),
    ("part_uden_vej", [owners(owner(postnr="", by=""))], [owners(owner(postnr="", by="", land="Sverige"))]),
    ("part_uden_vej", [owners(owner(adressebeskyttelse="ja", adresse=""))], [owners(owner(adressebeskyttelse="ja"))]),
    ("part_uden_navn", [owners(owner(navn=" "))], [owners(owner())]),
    ("part_ukendt_rolle", [owners(owner(rolle="moster"))], [owners(owner(rolle=""))]),
    ("ejer_uden_ejendom", [owners(owner(bfe=None))], [owners(owner(bfe=None, ejendom_id="7"))]),
    ("ejer_bfe_ulaeseligt", [owners(owner(bfe="7 a"))], [owners(owner(bfe="0000007.0"))]),
    # Of two parcels, of the properties 7 and 8; a spreadsheet writes 7.0.
    (
        "ejer_ukendt_ejendom",
        [layer("PARCELS", parcel(bfe=7), parcel("1b", 20, bfe=8)), owners(owner(bfe=9))],
        [layer("PARCELS", parcel(bfe=7), parcel("1b", 20, bfe=8)), owners(owner(bfe=7.0))],
    ),
    ("svar_uden_tekst", [answers(answer(tekst=""))], [answers(answer(tekst="", resume="Ja tak"))]),
    ("svar_konsekvens_ulaeselig", [answers(answer(konsekvens="måske"))], [answers(answer(konsekvens="Imødekommet"))]),
    ("svar_beslutning_ulaeselig", [answers(answer(beslutning="ja"))], [answers(answer(beslutning="udpeg_ikke"))]),
    ("svar_dato_ulaeselig", [answers(answer(dato="i går"))], [answers(answer(dato="11-01-2027"))]),
    (
        "svar_flere_afsendere",
        [answers(answer(), answer(afsender="Jens"))],
        [answers(answer(), answer(tekst="Og mere"))],
    ),
    ("svar_flere_afsendere", [answers(answer(), answer(dato="2027-01-12"))], [answers(answer(), answer(afsender=""))]),
    (
        "svar_ukendt_bygning",
        [buildings(house()), answers(answer(bygning_id=B))],
        [buildings(house()), answers(answer(bygning_id=A.upper()), answer("2", bygning_id=""))],
    ),
    ("terraen_grove_celler", [terrain(cell=25)], [terrain(cell=16)]),
    # 2 x 2 cells of 10 m; the house of 10 x 10 m stands on the south-western one.
    (
        "terraen_uden_hoejder",
        [terrain(((1, 1), (0, 1))), buildings(house())],
        [terrain(((0, 1), (1, 1))), buildings(house())],
    ),
    ("terraen_uden_hoejder", [terrain(), buildings(house(x=20))], [terrain(), buildings(house(x=10))]),
    # A quarter of 20 x 20 m has no height.
    (
        "terraen_daekker_ikke_kommunen",
        [terrain(((1, 1), (0, 1))), one("BOUNDARY", wkt=at(0, 0, 20))],
        [terrain(), one("BOUNDARY", wkt=at(0, 0, 20))],
    ),
    (
        "save_kilder_uenige",
        [layer("SAVE", save()), layer("SAVE_SECOND", save(value=3))],
        [layer("SAVE", save()), layer("SAVE_SECOND", save(value=4), save(B, value=3))],
    ),
    # An assessment that is none disagrees with nobody.
    (
        "save_kilder_uenige",
        [layer("SAVE", save(value=2)), layer("SAVE_SECOND", save(value=7))],
        [layer("SAVE", save(value=2)), layer("SAVE_SECOND", save(value=0))],
    ),
    ("tekst_forkert_kodet", [buildings(house(adresse="BÃ¥dvej, Ærø"))], [buildings(house(adresse="SÃO PAULO, Â"))]),
    ("tekst_tegn_tabt", [buildings(house(adresse="M\ufffdllevej"))], [buildings(house(adresse="Møllevej?"))]),
]


@pytest.mark.parametrize(("rule", "breaking", "keeping"), CASES, ids=[f"{n}-{c[0]}" for n, c in enumerate(CASES)])
def test_a_case_that_breaks_the_rule_and_one_that_does_not(rule, breaking, keeping):
    told = found(*breaking, rule=rule)
    assert len(told) == 1, told
    assert told[0].level == next(known.level for known in built_in().rules if known.name == rule)
    assert "{" not in told[0].text
    assert found(*keeping, rule=rule) == []


def test_every_rule_has_a_case():
    assert {case[0] for case in CASES} == {rule.name for rule in built_in().rules}
