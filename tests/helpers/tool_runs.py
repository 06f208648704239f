"""One run of every tool on the sample municipality, in an order in which each finds what it reads."""

import atexit
from contextlib import ExitStack
from functools import cache

from services import catalogue, point, serving, square

LOKALPLAN, BUILDINGS = "pdk:theme_pdk_lokalplan_vedtaget", "fbb:view_bygning_alle"
PLANS = [
    ({"id": 1, "planid": 901, "komnr": 173}, square(720_000, 6_180_000)),
    ({"id": 2, "planid": 902, "komnr": 173}, square(720_500, 6_180_000)),
]
VALUED = [({"bygningsid": 71, "kommune": "Lyngby-Taarbæk Kommune", "bevaringsvaerdi": 3}, point(720_050, 6_180_050))]
"""Two lokalplaner as Plandata has them, and a building as FBB has it."""


@cache
def services_at_work():
    """A server of this machine that has them, for as long as this process lasts."""
    at_work = ExitStack()
    atexit.register(at_work.close)
    return at_work.enter_context(serving({LOKALPLAN: PLANS, BUILDINGS: VALUED}))


def write_catalogue(path):
    """Write the catalogue of two services that leads there and nowhere else, and give its path as text."""
    plans = {"layer": LOKALPLAN, "table": "lokalplaner", "filter": "komnr={number}", "id": "id"}
    buildings = {"layer": BUILDINGS, "table": "fbb", "id": "bygningsid"}
    services = ({"id": "plandata", "layers": [plans]}, {"id": "fbb", "layers": [buildings]})
    path.write_text(catalogue(services_at_work(), *services), encoding="utf-8")
    return str(path)


def runs(folder):
    """(tool, how often it is worth running, parameters); all that is written goes into `folder`, a Path."""
    sample = folder / "eksempel.gpkg"

    def layer(name):
        return f"{sample}|layername={name}"

    def out(name):
        return str(folder / name)

    (folder / "svar.csv").write_text("svar_id;afsender;tekst\n1;Ejer;Ingen bemærkninger\n", encoding="utf-8")
    (folder / "ejere.csv").write_text("bfe;navn;adresse;postnr;by\n1;Ejer;Vej 1;2800;Lyngby\n", encoding="utf-8")
    classified = {"BUILDINGS": layer("bygninger"), "PARCELS": layer("jordstykker")}
    plots = {"PARCELS": layer("jordstykker"), "BUILDINGS": layer("bygninger"), "ZONES": layer("zoner")}
    return [
        ("selfcheck", 1, {}),
        ("createsampledata", 2, {"PROPERTY_COUNT": 60, "OUTPUT": str(sample), "OUTPUT_DEM": out("dem.tif")}),
        ("collectdata", 2, {"INPUT": str(sample), "OUTPUT": out("samlet.gpkg"), "OUTPUT_HTML": out("samlet.html")}),
        (
            "collectdata",
            2,
            {"INPUT": str(sample), "OUTPUT": out("samlet.gpkg"), "OUTPUT_HTML": out("samlet.html")},
        ),
        (
            "fetchofficialdata",
            2,
            {
                "SERVICES": [0],
                "MUNICIPALITY": "0173",
                "CATALOGUE": write_catalogue(folder / "tjenester.json"),
                "OUTPUT": out("registre.gpkg"),
            },
        ),
        (
            "preparebuildings",
            2,
            {
                "SAVE": layer("fbb"),
                "FOOTPRINTS": layer("geodanmark_bygning"),
                "BBR": layer("bbr"),
                "OUTPUT": out("klar.gpkg"),
                "OUTPUT_UNMATCHED": out("rest.gpkg"),
            },
        ),
        ("validatedata", 2, {**plots, "OUTPUT": out("fund.gpkg"), "OUTPUT_HTML": out("fund.html")}),
        (
            "classifybuildings",
            2,
            {
                **classified,
                "OUTPUT": out("udpegning.gpkg"),
                "OUTPUT_PAIRS": out("par.gpkg"),
                "OUTPUT_HTML": out("udpegning.html"),
            },
        ),
        ("classifybuildings", 2, {**classified, "VALUE4_RULE": 4, "OUTPUT": out("tidligere.shp")}),
        (
            "comparescenarios",
            2,
            {
                **classified,
                "PROFILES": "0,2,3",
                "OUTPUT": out("scenarier.gpkg"),
                "OUTPUT_XLSX": out("scenarier.xlsx"),
                "OUTPUT_HTML": out("scenarier.html"),
            },
        ),
        ("checkplotratio", 2, {**plots, "OUTPUT": out("grunde.gpkg"), "OUTPUT_HTML": out("grunde.html")}),
        ("uniformensembles", 2, {**classified, "OUTPUT": out("miljoeer.gpkg")}),
        (
            "comparedesignations",
            2,
            {
                "BEFORE": out("tidligere.shp"),
                "AFTER": out("udpegning.gpkg"),
                "OUTPUT": out("aendringer.gpkg"),
                "OUTPUT_HTML": out("aendringer.html"),
            },
        ),
        (
            "delineatevalley",
            2,
            {
                "DEM": out("dem.tif"),
                "WATERCOURSES": layer("vandloeb"),
                "OUTPUT": out("dal.gpkg"),
                "OUTPUT_HEIGHT": out("hoejde.tif"),
            },
        ),
        (
            "maplandscape",
            2,
            {
                "LAYERS": [layer("dyrehave"), layer("moelleaadal"), layer("bes_naturtyper")],
                "BUILDINGS": layer("bygninger"),
                "OUTPUT": out("landskab.gpkg"),
                "OUTPUT_BUILDINGS": out("temaer.gpkg"),
                "OUTPUT_HTML": out("landskab.html"),
            },
        ),
        (
            "exportlokalplan",
            2,
            {
                "BUILDINGS": out("udpegning.gpkg"),
                "PROPERTIES": out("grunde.gpkg"),
                "LANDSCAPE": out("landskab.gpkg"),
                "FOLDER": out("pakke"),
            },
        ),
        (
            "exportgeofa",
            2,
            {
                "BUILDINGS": out("udpegning.gpkg"),
                "SOURCE_6205": layer("bygningsvurdering"),
                "STATE": 2,
                "ADOPTED": "2026-11-02",
                "OUTPUT": out("geofa.gpkg"),
            },
        ),
        (
            "hearinglist",
            2,
            {
                "PLAN": out("pakke"),
                "OWNERS": out("ejere.csv"),
                "HEARING_FROM": "2027-01-04",
                "FOLDER": out("hoering"),
            },
        ),
        ("exportplandata", 2, {"PLAN": out("pakke"), "FOLDER": out("plandata")}),
        (
            "hearingreport",
            2,
            {
                "ANSWERS": out("svar.csv"),
                "BEFORE": out("udpegning.gpkg"),
                "OWNERS": out("ejere.csv"),
                "OUTPUT_DECISIONS": out("beslutninger.gpkg"),
                "FOLDER": out("svar"),
            },
        ),
        ("propertysheet", 2, {"PLAN": out("pakke"), "ALL": True, "FOLDER": out("ark")}),
        (
            "exportlokalplan",
            1,
            {
                "BUILDINGS": out("udpegning.gpkg"),
                "PROPERTIES": out("grunde.gpkg"),
                "STATE": 2,
                "ADOPTED": "2027-04-19",
                "FOLDER": out("vedtaget"),
            },
        ),
        (
            "followdesignations",
            2,
            {
                "PLAN": out("vedtaget"),
                "BUILDINGS": layer("bygninger"),
                "PROPERTIES": out("grunde.gpkg"),
                "OUTPUT": out("opfoelgning.gpkg"),
                "OUTPUT_HTML": out("opfoelgning.html"),
            },
        ),
        ("heritageplan", 2, {"INPUT": str(sample), "DEM": out("dem.tif"), "FOLDER": out("plan")}),
    ]
