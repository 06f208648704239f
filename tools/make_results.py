"""Every tool of this checkout on the sample, and on real register extracts: the results that versions are compared by.

It knows the tools by their ids and parameters alone and calls them through `tools/qgis_process`, so that it runs the
same whatever the code behind them looks like. Each run has a folder of its own, with what the tool wrote and
`svar.json`: its exit code, its counts, and everything it said. Inputs that no file holds as they are needed (the answer
of a register service, an area for a frame without one) are made in `input`.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ogr.UseExceptions()

ROOT = Path(__file__).resolve().parents[1]
QGIS_PROCESS = ROOT / "tools" / "qgis_process"
PROPERTIES = 300

THEMES = (
    *("bes_naturtyper", "fredede_omr", "aa_bes_linjer", "skovbyggelinjer", "kirkebyggelinjer"),
    *("fundogfortidsminder_punkt_fredet", "fundogfortidsminder_areal_beskyttelse"),
    *("theme_pdk_vaerdifuldtkulturmiljoe_vedtaget", "theme_pdk_bevaringsvaerdigelandskaber_vedtaget"),
    *("theme_pdk_specifikgeologiskbevaringsvaerdi_vedtaget", "theme_pdk_lavbundsareal_vedtaget"),
    *("theme_pdk_oekologiskforbindelse_vedtaget", "theme_pdk_naturbeskyttelsesomraade_vedtaget"),
    *("moelleaadal", "dyrehave", "industriminde", "kerneomraade", "stoej"),
)
"""The sample's layers of landscape and heritage."""

# English everywhere, and the Python that QGIS was built with (see tools/qgis_process).
ENVIRONMENT = {**os.environ, "PATH": f"/usr/bin:/bin:{os.environ.get('PATH', '')}", "LC_ALL": "C.UTF-8"}
ENVIRONMENT = {name: value for name, value in ENVIRONMENT.items() if name not in ("LANGUAGE", "LYNGBY_REALDATA")}


class Runs:
    """The runs of the tools into one folder."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made if it is not there."""
        self.folder = folder
        self.failed: list[str] = []
        self.count = 0
        self.input = folder / "input"
        self.input.mkdir(parents=True, exist_ok=True)

    def run(self, tool: str, name: str, outputs: str = "", **given: Any) -> Path:
        """Run a tool into the folder `name`, which is returned.

        `outputs` names what it writes, as 'OUTPUT=ud.gpkg OUTPUT_HTML=ud.html'; lists among the other parameters are
        given one by one.
        """
        folder = self.folder / name
        folder.mkdir(parents=True)
        settings = []
        for parameter, value in given.items():
            values = value if isinstance(value, (list, tuple)) else [value]
            settings += [f"{parameter}={str(one).lower() if isinstance(one, bool) else one}" for one in values]
        for output in outputs.split():
            parameter, file = output.split("=")
            settings.append(f"{parameter}={folder / file}")
        command = [str(QGIS_PROCESS), "run", f"lyngby_heritage:{tool}", "--json", "--", *settings]
        start = time.monotonic()
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT, cwd=folder)
        try:
            answer = json.loads(done.stdout)
        except ValueError:
            answer = {"log": {"error": [done.stdout, done.stderr]}}
        kept = {"kode": done.returncode, "results": answer.get("results"), "log": answer.get("log")}
        written = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True)
        (folder / "svar.json").write_text(written + "\n", encoding="utf-8")
        self.count += 1
        print(f"{name:<44}{time.monotonic() - start:6.1f} s{'' if done.returncode == 0 else '   FAILED'}", flush=True)
        if done.returncode:
            self.failed.append(name)
            print(done.stderr[-1000:], file=sys.stderr)
        return folder

    def layer(self, name: str, fields: Iterable[str], rows: Iterable[Sequence[Any]]) -> str:
        """Write rows of (WKT or None, value, …) to a GeoPackage among the inputs; fields are 'name:kind' as in OGR."""
        kinds = {"int": ogr.OFTInteger, "text": ogr.OFTString, "real": ogr.OFTReal}
        system = osr.SpatialReference()
        system.ImportFromEPSG(25832)
        path = self.input / f"{name}.gpkg"
        dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        layer = dataset.CreateLayer(name, system, ogr.wkbUnknown)
        names = [field.split(":")[0] for field in fields]
        for field in fields:
            layer.CreateField(ogr.FieldDefn(field.split(":")[0], kinds[field.split(":")[1]]))
        for wkt, *values in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for field, value in zip(names, values):
                if value is not None:
                    feature.SetField(field, value)
            if wkt:
                feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
            layer.CreateFeature(feature)
        del feature, layer, dataset
        return f"{path}|layername={name}"


def make(folder: Path, realdata: Path | None) -> int:
    """Run every tool into `folder`; the exit code is 1 when one of them failed."""
    runs = Runs(folder)
    sample(runs)
    if realdata:
        real(runs, realdata)
    names = f": {', '.join(runs.failed)}" if runs.failed else ""
    print(f"{runs.count} runs in {folder}, {len(runs.failed)} failed{names}.")
    return 1 if runs.failed else 0


# The sample -----------------------------------------------------------------------------------------------------------

CLASSIFIED = "OUTPUT=udpegning.gpkg OUTPUT_PAIRS=naboer.gpkg OUTPUT_HTML=rapport.html"
PREPARED = "OUTPUT=bygninger.gpkg OUTPUT_UNMATCHED=ikke_koblet.gpkg"
PLOTS = "OUTPUT=grunde.gpkg OUTPUT_AREAS=omraader.gpkg OUTPUT_UNMATCHED=uden_grund.gpkg OUTPUT_HTML=rapport.html"
FINDINGS = "OUTPUT=fund.gpkg OUTPUT_HTML=rapport.html"
VALLEY = "OUTPUT=dal.gpkg OUTPUT_HEIGHT=hoejde.tif"
LANDSCAPE = (
    "OUTPUT=landskab.gpkg OUTPUT_BUILDINGS=bygninger_temaer.gpkg OUTPUT_PROPERTIES=ejendomme_temaer.gpkg "
    "OUTPUT_CHANGES=aendringer.gpkg OUTPUT_SOURCES=lag.csv OUTPUT_HTML=rapport.html"
)
CHANGES = "OUTPUT=aendringer.gpkg OUTPUT_HTML=rapport.html"


def sample(runs: Runs) -> None:
    """Every tool on the invented municipality, from its layers to the plan."""
    made = runs.run(
        "createsampledata", "sample/data", "OUTPUT=eksempel.gpkg OUTPUT_DEM=terraen.tif", PROPERTY_COUNT=PROPERTIES
    )
    source, dem = made / "eksempel.gpkg", made / "terraen.tif"
    names = {}
    dataset = ogr.Open(str(source))
    for number in range(dataset.GetLayerCount()):
        name = dataset.GetLayer(number).GetName()
        names[name] = f"{source}|layername={name}"
    del dataset
    themes = [names[name] for name in THEMES]

    _sample_registers(runs, names)
    _sample_plots(runs, names)
    valley = runs.run(
        "delineatevalley", "sample/dal", VALLEY, DEM=dem, WATERCOURSES=names["vandloeb"], LAKES=names["soeer"]
    )
    runs.run(
        "delineatevalley",
        "sample/dal_grov",
        VALLEY,
        DEM=dem,
        WATERCOURSES=names["vandloeb"],
        RESOLUTION=12,
        MAX_HEIGHT=2,
    )
    everything = {
        "BOUNDARY": names["kommunegraense"],
        "BUILDINGS": names["bygninger"],
        "PARCELS": names["jordstykker"],
        "PREVIOUS": names["tidligere_landskab"],
    }
    landscape = runs.run("maplandscape", "sample/landskab", LANDSCAPE, LAYERS=themes, **everything)
    runs.run(
        "maplandscape", "sample/landskab_buffer", LANDSCAPE, LAYERS=themes, **everything, USE_BUFFERS=True, STATUSES=2
    )
    runs.run(
        "maplandscape",
        "sample/landskab_dele",
        "OUTPUT=landskab.gpkg",
        LAYERS=[names[one] for one in ("bes_naturtyper", "moelleaadal")],
    )
    designated = _sample_designation(runs, names)
    ensembles = _sample_ensembles(runs, names, designated)
    changes = _sample_changes(runs, designated)

    inputs = {
        "PROPERTIES": runs.folder / "sample/grunde/grunde.gpkg",
        "LANDSCAPE": landscape / "landskab.gpkg",
        "ENSEMBLES": ensembles / "kulturmiljoeer.gpkg",
        "VALLEY": valley / "dal.gpkg",
        "CHANGES": changes / "aendringer.gpkg",
        "BOUNDARY": names["kommunegraense"],
    }
    runs.run("exportlokalplan", "sample/pakke", "FOLDER=pakke", BUILDINGS=designated, **inputs, PLAN_NUMBER=300)
    runs.run("exportlokalplan", "sample/pakke_bygninger", "FOLDER=pakke", BUILDINGS=designated)
    runs.run(
        "heritageplan", "sample/plan", "FOLDER=plan", INPUT=source, DEM=dem, PLAN_NUMBER=300, COMPARE_PLOT_RATIO=35
    )
    registers = runs.input / "registre.gpkg"
    layers = (
        "fbb",
        "bbr",
        "geodanmark_bygning",
        "etager",
        "jordstykker",
        "zoner",
        "lokalplaner",
        "beslutninger",
        "dyrehave",
    )
    for name in layers:
        gdal.VectorTranslate(
            str(registers),
            str(source),
            layers=[name],
            format="GPKG",
            accessMode="update" if registers.exists() else None,
        )
    runs.run("heritageplan", "sample/plan_af_registre", "FOLDER=plan", INPUT=registers, MUNICIPALITY="")


def _sample_registers(runs: Runs, names: dict[str, str]) -> None:
    registers = {"FOOTPRINTS": names["geodanmark_bygning"], "BBR": names["bbr"], "FLOORS": names["etager"]}
    plans = {"PARCELS": "jordstykker", "ZONES": "zoner", "PLANS": "lokalplaner", "TWO_STOREY_AREAS": "to_etager"}
    plans |= {
        "SUB_AREAS": "delomraader",
        "ZONE_MAP": "zonekort",
        "DECISIONS": "beslutninger",
        "WATERCOURSES": "vandloeb",
        "BOUNDARY": "kommunegraense",
    }
    others = {parameter: names[name] for parameter, name in plans.items()}
    layers = [names[name] for name in THEMES]
    runs.run(
        "validatedata",
        "sample/datatjek",
        FINDINGS,
        BUILDINGS=names["bygninger"],
        SAVE=names["fbb"],
        **registers,
        **others,
        LAYERS=layers,
    )
    runs.run("validatedata", "sample/datatjek_bygninger", FINDINGS, BUILDINGS=names["bygninger"], MUNICIPALITY="")
    runs.run("preparebuildings", "sample/klargjort", PREPARED, SAVE=names["fbb"], **registers)
    runs.run(
        "preparebuildings",
        "sample/klargjort_tekst",
        PREPARED,
        SAVE=names["save_tekst"],
        FOOTPRINTS=names["geodanmark_bygning"],
    )
    runs.run("preparebuildings", "sample/klargjort_bbr", PREPARED, SAVE=names["fbb"], BBR=names["bbr"], MAX_DISTANCE=5)


def _sample_plots(runs: Runs, names: dict[str, str]) -> None:
    areas = {"PARCELS": "jordstykker", "ZONES": "zoner", "PLANS": "lokalplaner", "TWO_STOREY_AREAS": "to_etager"}
    given = {
        parameter: names[name]
        for parameter, name in {**areas, "SUB_AREAS": "delomraader", "ZONE_MAP": "zonekort"}.items()
    }
    given |= {"FLOORS": names["etager"], "COMPARE_PLOT_RATIO": 35}
    runs.run("checkplotratio", "sample/grunde", PLOTS, BUILDINGS=names["bygninger"], **given)
    runs.run("checkplotratio", "sample/grunde_bbr", PLOTS, BUILDINGS=names["bbr"], **given)
    prepared = runs.folder / "sample/klargjort/bygninger.gpkg"
    runs.run("checkplotratio", "sample/grunde_klargjort", PLOTS, BUILDINGS=prepared, **given)
    least = {"PARCELS": names["jordstykker"], "ZONES": names["zoner"], "BUILDINGS": names["geodanmark_bygning"]}
    runs.run("checkplotratio", "sample/grunde_fodaftryk", PLOTS, **least)
    for rules in (1, 2, 3):
        runs.run(
            "checkplotratio",
            f"sample/grunde_regler_{rules}",
            "OUTPUT=grunde.gpkg",
            BUILDINGS=names["bygninger"],
            **given,
            RULE_SET=rules,
        )


def _sample_designation(runs: Runs, names: dict[str, str]) -> Path:
    """Every way of finding neighbours with every rule for value 4; returned is the one that the plan is made of."""
    given = {"BUILDINGS": names["bygninger"], "PARCELS": names["jordstykker"], "DECISIONS": names["beslutninger"]}
    for method in (1, 2, 3):
        for rule in range(4):
            choice = {"NEIGHBOUR_METHOD": method, "VALUE4_RULE": rule}
            runs.run("classifybuildings", f"sample/udpegning_{method}_{rule}", CLASSIFIED, **given, **choice)
    runs.run(
        "classifybuildings",
        "sample/udpegning_fbb",
        CLASSIFIED,
        **{**given, "BUILDINGS": names["fbb"]},
        CONTEXT_BUILDINGS=names["bbr"],
    )
    runs.run(
        "classifybuildings",
        "sample/udpegning_streng",
        CLASSIFIED,
        **given,
        UNIFORM_SHARE=0.9,
        SIMILARITY=0.9,
        VALUE4_RULE=0,
    )
    runs.run("classifybuildings", "sample/udpegning_uden_4", CLASSIFIED, BUILDINGS=names["bygninger"], VALUE4_RULE=4)
    prepared = runs.folder / "sample/klargjort/bygninger.gpkg"
    runs.run(
        "classifybuildings", "sample/udpegning_klargjort", CLASSIFIED, BUILDINGS=prepared, PARCELS=names["jordstykker"]
    )
    return runs.folder / "sample/udpegning_1_0/udpegning.gpkg"


def _sample_ensembles(runs: Runs, names: dict[str, str], designated: Path) -> Path:
    output = "OUTPUT=kulturmiljoeer.gpkg"
    runs.run(
        "uniformensembles",
        "sample/kulturmiljoeer_afstand",
        output,
        BUILDINGS=designated,
        NEIGHBOUR_METHOD=3,
        SAME_PROPERTY=True,
    )
    runs.run(
        "uniformensembles",
        "sample/kulturmiljoeer_faa",
        output,
        BUILDINGS=names["fbb"],
        CONTEXT_BUILDINGS=names["bbr"],
        PARCELS=names["jordstykker"],
        MIN_BUILDINGS=3,
    )
    return runs.run(
        "uniformensembles",
        "sample/kulturmiljoeer",
        output,
        BUILDINGS=designated,
        PARCELS=names["jordstykker"],
        NEIGHBOUR_METHOD=2,
    )


def _sample_changes(runs: Runs, designated: Path) -> Path:
    others = {"streng": "udpegning_streng", "regel_3": "udpegning_3_3", "klargjort": "udpegning_klargjort"}
    for name, folder in others.items():
        after = runs.folder / "sample" / folder / "udpegning.gpkg"
        last = runs.run("comparedesignations", f"sample/aendringer_{name}", CHANGES, BEFORE=designated, AFTER=after)
    return last.with_name("aendringer_streng")


# Real extracts --------------------------------------------------------------------------------------------------------


def real(runs: Runs, realdata: Path) -> None:
    """The tools on what the registers really hold, as the tests marked `realdata` give it."""
    _hoersholm(runs, f"/vsizip/{realdata}/fbb/hoersholm_223_shapefile.zip", realdata)
    _albertslund(runs, realdata)
    _tversted(runs, realdata / "matrikel")
    _lundagervej(runs, realdata / "bbr_geodanmark" / "lundagervej43_skovlunde.json")
    _hald_ege(runs, realdata / "plandata" / "kommuneplanramme_hald_ege_1110.json")
    nature, orders = (
        realdata / "miljoeportal" / f"{name}.geojson" for name in ("egedal_paragraf3", "hvidovre_fredede_omraader")
    )
    boundary = realdata / "boundary" / "lyngby_taarbaek_0173.geojson"
    told = "OUTPUT=landskab.gpkg OUTPUT_SOURCES=lag.csv OUTPUT_HTML=rapport.html"
    runs.run("maplandscape", "real/egedal", told, LAYERS=nature)
    runs.run("validatedata", "real/egedal_datatjek", FINDINGS, LAYERS=nature)
    runs.run("maplandscape", "real/hvidovre", told, LAYERS=orders, BOUNDARY=boundary)
    runs.run("validatedata", "real/hvidovre_fredninger_datatjek", FINDINGS, LAYERS=orders)
    plans = realdata / "plandata" / "hvidovre_lokalplaner.geojson"
    runs.run("validatedata", "real/hvidovre_datatjek", FINDINGS, PLANS=plans, MUNICIPALITY="0167")
    _raadvad(runs, realdata / "dhm", boundary)
    one = realdata / "fbb" / "alleroed_201_shapefile.zip"
    runs.run("classifybuildings", "real/alleroed", CLASSIFIED, BUILDINGS=one)


def _hoersholm(runs: Runs, archive: str, realdata: Path) -> None:
    all_of_it, missing = (f"{archive}|layername=kulturarv_223{part}" for part in ("", "_mangler_i_bbr"))
    file = archive.removeprefix("/vsizip/")
    before = runs.run("classifybuildings", "real/hoersholm", CLASSIFIED, BUILDINGS=file)
    after = runs.run("classifybuildings", "real/hoersholm_alle_4", CLASSIFIED, BUILDINGS=file, VALUE4_RULE=3)
    both = {"BEFORE": before / "udpegning.gpkg", "AFTER": after / "udpegning.gpkg"}
    runs.run("comparedesignations", "real/hoersholm_aendringer", CHANGES, **both)
    runs.run("uniformensembles", "real/hoersholm_kulturmiljoeer", "OUTPUT=kulturmiljoeer.gpkg", BUILDINGS=file)
    runs.run("validatedata", "real/hoersholm_datatjek", FINDINGS, SAVE=file, MUNICIPALITY="0223")
    runs.run("preparebuildings", "real/hoersholm_alene", PREPARED, SAVE=all_of_it)
    beside = runs.run("preparebuildings", "real/hoersholm_begge", PREPARED, SAVE=all_of_it, BBR=all_of_it)
    runs.run("classifybuildings", "real/hoersholm_begge_udpegning", CLASSIFIED, BUILDINGS=beside / "bygninger.gpkg")
    runs.run("preparebuildings", "real/hoersholm_mangler", PREPARED, SAVE=missing, BBR=all_of_it)

    source = runs.input / "hoersholm_plan.gpkg"
    layers = {
        "fbb": (archive, ["kulturarv_223"], None),
        "vandloeb": (f"{realdata}/dhm/moelleaadalen_raadvad_streams.geojson", None, None),
        "bes_naturtyper": (f"{realdata}/miljoeportal/egedal_paragraf3.geojson", None, "PROMOTE_TO_MULTI"),
    }
    for name, (given, layer, kind) in layers.items():
        mode = "update" if source.exists() else None
        gdal.VectorTranslate(
            str(source),
            given,
            layers=layer,
            layerName=name,
            geometryType=kind,
            makeValid=False,
            format="GPKG",
            accessMode=mode,
        )
    dem = realdata / "dhm" / "moelleaadalen_raadvad_dtm.tif"
    runs.run("heritageplan", "real/hoersholm_plan", "FOLDER=plan", INPUT=source, DEM=dem)


def _albertslund(runs: Runs, realdata: Path) -> None:
    save = realdata / "fbb" / "albertslund_165_as_wfs.geojson"
    plans = realdata / "plandata" / "albertslund_lokalplaner.geojson"
    folder = realdata / "bbr_geodanmark"
    runs.run("classifybuildings", "real/albertslund", CLASSIFIED, BUILDINGS=save)
    for short in ("after_1973", "with_basement"):
        file = folder / f"albertslund_buildings_{short}.geojson"
        runs.run("classifybuildings", f"real/albertslund_{short}", CLASSIFIED, BUILDINGS=save, CONTEXT_BUILDINGS=file)
        for role in ("FOOTPRINTS", "BBR"):
            name = f"real/albertslund_{short}_{role.lower()}"
            done = runs.run("preparebuildings", name, PREPARED, SAVE=save, **{role: file})
            runs.run("classifybuildings", f"{name}_udpegning", CLASSIFIED, BUILDINGS=done / "bygninger.gpkg")
    basement, later = (folder / f"albertslund_buildings_{short}.geojson" for short in ("with_basement", "after_1973"))
    history = folder / "bbr_bygning_history_databox.geojson"
    runs.run("preparebuildings", "real/albertslund_historik", PREPARED, SAVE=save, BBR=history)
    runs.run("uniformensembles", "real/albertslund_kulturmiljoeer", "OUTPUT=kulturmiljoeer.gpkg", BUILDINGS=later)
    runs.run(
        "checkplotratio",
        "real/albertslund_grunde",
        PLOTS,
        PARCELS=plans,
        BUILDINGS=basement,
        ZONES=plans,
        PLANS=plans,
        PARCEL_ID_FIELD="plannr",
    )
    runs.run(
        "validatedata",
        "real/albertslund_datatjek",
        FINDINGS,
        SAVE=save,
        FOOTPRINTS=basement,
        CONTEXT_BUILDINGS=later,
        MUNICIPALITY="0165",
    )
    runs.run("validatedata", "real/albertslund_planer_datatjek", FINDINGS, PLANS=plans, MUNICIPALITY="0165")


def _tversted(runs: Runs, folder: Path) -> None:
    parcels, buildings = folder / "tversted_jordstykker.geojson", folder / "tversted_bygninger.geojson"
    runs.run("checkplotratio", "real/tversted", PLOTS, PARCELS=parcels, BUILDINGS=buildings, ZONES=parcels)
    runs.run("validatedata", "real/tversted_datatjek", FINDINGS, PARCELS=parcels, FOOTPRINTS=buildings)
    # The footprints have no attributes: a value is made up.
    source = json.loads(buildings.read_text(encoding="utf-8"))
    for number, feature in enumerate(source["features"]):
        feature["properties"] = {"bygning_id": f"t{number}", "bevaringsvaerdi": "4"}
    valued = runs.input / "tversted_bygninger.geojson"
    valued.write_text(json.dumps(source), encoding="utf-8")
    runs.run("classifybuildings", "real/tversted_udpegning", CLASSIFIED, BUILDINGS=valued, PARCELS=parcels)


def _lundagervej(runs: Runs, file: Path) -> None:
    """One address as the services answer: its plot, and seven rows of BBR of which two are ghosts."""
    case = json.loads(file.read_text(encoding="utf-8"))
    parcel, building, rows = case["jordstykke"], case["GEODKV_Bygning"], case["BBR_Bygning"]
    house, outline = building["referererTil"]["id_lokalId"], parcel["geometri"]["wkt"]
    fields = ("matrikelnummer:text", "registreretAreal:int", "samletFastEjendomLokalId:text")
    plot = runs.layer(
        "lundagervej_jordstykke", fields, [(outline, parcel["matrikelnummer"], 861, str(parcel["BFEnummer"]))]
    )
    zone = runs.layer("lundagervej_zone", (), [(outline,)])
    footprint = runs.layer("lundagervej_fodaftryk", ("bbruuid:text",), [(building["geometri"]["wkt"], house)])
    names = ("id_lokalId", "byg021BygningensAnvendelse", "byg038SamletBygningsareal", "byg041BebyggetAreal")
    points = [((one["byg404Koordinat"] or {}).get("wkt"), *(one[name] for name in names)) for one in rows]
    buildings = runs.layer(
        "lundagervej_bygninger",
        (f"{names[0]}:text", f"{names[1]}:text", *(f"{name}:int" for name in names[2:])),
        points,
    )
    # No SAVE value is known: one is made up, at the point of the address.
    save = runs.layer("lundagervej_save", ("save:int", "ois_id:text"), [("POINT (713072 6179935)", 4, house.upper())])
    bbr = runs.input / "lundagervej_bbr.csv"
    with bbr.open("w", newline="", encoding="utf-8") as output:
        writer = csv.DictWriter(output, sorted({name for row in rows for name in row}))
        writer.writeheader()
        for row in rows:
            writer.writerow({name: json.dumps(one) if isinstance(one, dict) else one for name, one in row.items()})
    runs.run("checkplotratio", "real/lundagervej", PLOTS, PARCELS=plot, BUILDINGS=buildings, ZONES=zone)
    done = runs.run(
        "preparebuildings", "real/lundagervej_klargjort", PREPARED, SAVE=save, BBR=bbr, FOOTPRINTS=footprint
    )
    prepared = done / "bygninger.gpkg"
    runs.run("classifybuildings", "real/lundagervej_udpegning", CLASSIFIED, BUILDINGS=prepared, PARCELS=plot)
    runs.run("checkplotratio", "real/lundagervej_klargjort_grunde", PLOTS, PARCELS=plot, BUILDINGS=prepared, ZONES=zone)


def _hald_ege(runs: Runs, file: Path) -> None:
    """A frame without an area as it is registered; it is given one, with two parcels and a house."""
    east, north = 720_000, 6_187_000

    def box(west: int, south: int, right: int, top: int) -> str:
        corners = ((west, south), (right, south), (right, top), (west, top), (west, south))
        return f"POLYGON (({', '.join(f'{east + x} {north + y}' for x, y in corners)}))"

    frame = json.loads(file.read_text(encoding="utf-8"))
    ring = [[east + x, north + y] for x, y in ((-9, -9), (99, -9), (99, 99), (-9, 99), (-9, -9))]
    for feature in frame["features"]:
        feature["geometry"] = {"type": "Polygon", "coordinates": [ring]}
    frame["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    zone = runs.input / "hald_ege_ramme.geojson"
    zone.write_text(json.dumps(frame), encoding="utf-8")
    plots = [(box(0, 0, 30, 20), "e", "1a", 600), (box(30, 0, 50, 20), "e", "1b", 400)]
    fields = ("samletFastEjendomLokalId:text", "matrikelnummer:text", "registreretAreal:int")
    parcels = runs.layer("hald_ege_jordstykker", fields, plots)
    fields = ("bygning_id:text", "anvendelse:int", "etager:real", "samlet_m2:int")
    house = runs.layer("hald_ege_bygninger", fields, [(box(2, 2, 12, 12), "a", 120, 2, 200)])
    runs.run("checkplotratio", "real/hald_ege", PLOTS, PARCELS=parcels, BUILDINGS=house, ZONES=zone)


MOELLEAAEN = (
    "LINESTRING (722290 6190000, 722340 6190200, 722430 6190350, 722550 6190400, 722750 6190340, 722900 6190230, "
    "723050 6190190, 723200 6190220, 723330 6190350, 723450 6190500, 723700 6190620, 724000 6190750)"
)
"""The course of Mølleåen from Rådvad to Strandmøllen, drawn by hand on the terrain model."""


def _raadvad(runs: Runs, folder: Path, boundary: Path) -> None:
    dem, streams = folder / "moelleaadalen_raadvad_dtm.tif", folder / "moelleaadalen_raadvad_streams.geojson"
    main = runs.layer("raadvad_vandloeb", ("navn:text",), [(MOELLEAAEN, "Mølleåen")])
    runs.run("delineatevalley", "real/raadvad", VALLEY, DEM=dem, WATERCOURSES=main)
    runs.run("delineatevalley", "real/raadvad_alle_vandloeb", VALLEY, DEM=dem, WATERCOURSES=streams)
    runs.run("validatedata", "real/raadvad_datatjek", FINDINGS, BOUNDARY=boundary, WATERCOURSES=streams)
