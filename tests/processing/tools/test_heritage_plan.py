"""The main job: one command from the layers to the package, and what it says of what it could not do."""

import csv
import json
import math
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from conftest import TOOL, write_layer
from qgis.PyQt.QtGui import QColor, QImage

pytestmark = pytest.mark.process

PACKAGE = {
    *("kulturhistorisk_lokalplan.gpkg", "kulturhistorisk_lokalplan.qgz", "kort.pdf", "bestemmelser.md"),
    "sammenfatning.pdf",
    *("bestemmelser.docx", "kulturmiljoe_forslag.docx"),
    *("bilag_bygninger.xlsx", "bilag_bygninger.csv", "redegoerelse.docx", "redegoerelse.md", "rapport.html"),
}


@pytest.fixture(scope="session")
def plan(process):
    """Run heritageplan with these parameters."""

    def run(env=None, **parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return process("run", "lyngby_heritage:heritageplan", "--json", "--", *given, env=env)

    return run


@pytest.fixture(scope="session")
def town(process, tmp_path_factory):
    """A small sample municipality with its terrain, in a folder of its own."""
    folder = tmp_path_factory.mktemp("by med æøå")
    outputs = [f"OUTPUT={folder / 'by.gpkg'}", f"OUTPUT_DEM={folder / 'terraen.tif'}"]
    done = process("run", "lyngby_heritage:createsampledata", "--", "PROPERTY_COUNT=80", *outputs)
    assert done.code == 0, done.err
    return folder


@pytest.fixture(scope="session")
def whole(plan, town, tmp_path_factory):
    """The run on the whole sample, and the folder with what it made."""
    folder = tmp_path_factory.mktemp("plan")
    done = plan(INPUT=town / "by.gpkg", FOLDER=folder, PLAN_NUMBER="300")
    assert done.code == 0, done.log
    return done, folder


def test_the_report_says_what_became_of_the_photos_in_the_input(plan, town, tmp_path):
    source = tmp_path / "data"
    (source / "fotos").mkdir(parents=True)
    image = QImage(640, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(120, 60, 40))
    only(town / "by.gpkg", source / "by.gpkg", ("bygninger",))
    (id_,) = table(source / "by.gpkg", "SELECT bygning_id FROM bygninger WHERE offentlig IS NOT 0 LIMIT 1")[0]
    for name in (f"{id_}.jpg", "ukendt.jpg"):
        image.save(str(source / "fotos" / name))
    (source / "note.pdf").write_bytes(b"")
    done = plan(INPUT=source, FOLDER=tmp_path / "plan")
    assert done.code == 0, done.log
    page = (tmp_path / "plan" / "rapport.html").read_text(encoding="utf-8").replace("\u00a0", " ").replace("<wbr>", "")
    assert "fotos (2 filer)" in page
    assert "1 er vist på hjemmesiden; 1 er udeladt, fordi filen ikke har navn efter en bygnings id" in page
    assert "*.jpg" not in page
    assert "*.pdf (1)" in page
    chosen = "SELECT vaerdi FROM koersel WHERE emne = 'job_parameter' AND navn = 'PHOTOS'"  # the page reads the same
    assert table(tmp_path / "plan" / "kulturhistorisk_lokalplan.gpkg", chosen) == [("fotos",)]


def names(folder):
    return {one.name for one in folder.iterdir()}


def only(source, target, layers):
    """A GeoPackage with some layers of another."""
    from osgeo import gdal

    gdal.UseExceptions()
    for layer in layers:
        gdal.VectorTranslate(
            str(target), str(source), layers=[layer], accessMode="update" if target.exists() else None, format="GPKG"
        )
    return target


def table(path, select):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(select).fetchall()


# ---- what it makes ---------------------------------------------------------------------------------------------------


def test_everything_is_there(whole):
    done, folder = whole
    assert names(folder) == PACKAGE | {"bilag_ejendomme.xlsx", "web", "rapporter", "arbejdslag"}
    assert names(folder / "rapporter") == {"udpegning.html", "bebyggelsesprocent.html", "landskab.html"}
    assert {"fund.gpkg", "landskab_aendringer.gpkg"} <= names(folder / "arbejdslag")
    results = done.results
    assert results["STEP_COUNT"] == 8
    assert results["LEFT_OUT_COUNT"] == 0
    assert Path(results["REPORT"]) == folder / "rapport.html"
    assert all(isinstance(results[name], int) for name in results if name.endswith("_COUNT"))


def test_the_package_holds_what_the_tools_found(whole, town):
    done, folder = whole
    package = folder / "kulturhistorisk_lokalplan.gpkg"
    layers = {name for (name,) in table(package, "SELECT table_name FROM gpkg_contents")}
    assert {"bygninger", "ejendomme", "landskab", "kulturmiljoe_forslag", "dal", "afgraensning", "koersel"} <= layers
    (rows,) = table(town / "by.gpkg", "SELECT count(*) FROM bygninger")
    assert table(package, "SELECT count(*) FROM bygninger") == [rows] == [(done.results["BUILDING_COUNT"],)]
    (designated,) = table(package, "SELECT count(*) FROM bygninger WHERE udpeget")
    assert designated == (done.results["DESIGNATED_COUNT"],)
    # What the plan designates has a group of the plan's own; what the register keeps from the public has none.
    (bound,) = table(package, "SELECT count(*) FROM bygninger WHERE plangruppe IN ('A', 'B', 'C')")
    assert bound == (done.results["BOUND_COUNT"],)
    select = "SELECT count(*) FROM bygninger WHERE udpeget AND plangruppe IS NULL AND NOT fredet"
    assert table(package, select) == [(done.results["WITHHELD_COUNT"],)]


def test_no_parcel_is_named_without_its_district(whole):
    """matr.nr. 5a is another property in each district of the sample: a number alone would name several."""
    _, folder = whole
    select = "SELECT jordstykker, ejendom_id FROM ejendomme WHERE jordstykker IS NOT NULL"
    rows = table(folder / "kulturhistorisk_lokalplan.gpkg", select)
    owners = {}
    for called, owner in rows:
        for one in called.split("; "):
            owners.setdefault(one, set()).add(owner)
    assert len(owners) > 30
    assert [one for one, found in owners.items() if len(found) > 1] == []
    districts = ("Rørkær By, Rørkær", "Askholt By, Askholt", "Ellesø By, Rørkær", "Bøgehegn, Askholt")
    draft = (folder / "bestemmelser.md").read_text(encoding="utf-8")
    listed = re.findall(r"^- \*\*(.*):\*\* matr\.nr\. ", draft, re.MULTILINE)
    headings = re.findall(r"^#### (.*)$", draft, re.MULTILINE)
    assert listed
    assert set(listed) <= set(headings) <= set(districts)


def test_the_package_says_which_steps_made_it(whole):
    _, folder = whole
    run = table(folder / "kulturhistorisk_lokalplan.gpkg", "SELECT emne, navn, vaerdi FROM koersel")
    assert [name for subject, name, _ in run if subject == "job"] == [
        *("validatedata", "classifybuildings", "checkplotratio", "delineatevalley", "maplandscape"),
        *("uniformensembles", "comparedesignations", "exportlokalplan"),
    ]
    assert [name for subject, name, _ in run if subject == "job_udeladt"] == []
    settings = {name: value for subject, name, value in run if subject == "job_parameter"}
    assert settings["PLAN_NUMBER"] == "300"
    assert settings["SIMILARITY"] == "0.75"  # a default is told too
    files = {name for subject, name, _ in run if subject == "fil"}
    assert {"rapport.html", "rapporter/udpegning.html", "arbejdslag/fund.gpkg", "kort.pdf"} <= files


def test_the_report_leads_to_everything_and_names_what_was_not_used(whole):
    _, folder = whole
    text = (folder / "rapport.html").read_text(encoding="utf-8").replace("<wbr>", "")  # a name may break there
    links = set(re.findall(r'href="([^"#]+)"', text))
    assert {"kort.pdf", "web/index.html", "rapporter/landskab.html"} <= links
    assert [one for one in links if not (folder / one).exists()] == []
    every = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}
    assert {one for one in every if not one.startswith("web/")} - links == {"rapport.html"}
    assert "Udpegningen sammenlignes med den tidligere" in text
    unused = re.search(r"save_tekst</span></th>.*?</tr>", text, re.DOTALL)[0]  # a layer whose name says nothing
    assert "det ligner mest fbb, men hverken navn eller felter siger det sikkert" in unused


def test_the_report_says_what_is_not_known(whole, town):
    """Held against the layers themselves: buildings, plots, themes, findings and decisions."""
    done, folder = whole
    text = (folder / "rapport.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    package, fund = folder / "kulturhistorisk_lokalplan.gpkg", folder / "arbejdslag" / "fund.gpkg"
    (unregistered,) = table(package, "SELECT count(*) FROM bygninger WHERE udpegning = 'ikke_registreret'")
    assessed = done.results["BUILDING_COUNT"] - unregistered[0]
    assert 0 < assessed < done.results["BUILDING_COUNT"]
    assert f"Af de {assessed}, der har en SAVE-værdi eller en særskilt beslutning" in text
    ((unknown, covered),) = table(
        package, "SELECT sum(status = 'ukendt'), sum(status <> 'ikke_omfattet') FROM ejendomme"
    )
    assert f"{unknown} af {covered} grunde i områderne har status ukendt" in text
    assert "om de gælder noget sted, er ikke undersøgt: " in text
    for layer, level, count in table(fund, "SELECT lag, alvor, count(*) FROM fund GROUP BY lag, alvor, regel"):
        if level != "oplysning":
            name = level.capitalize()  # in a column of its own, on a phone under the layer
            under = f'{layer}<span class="under narrow-only">{name}</span></th><td class="wide-only">{name}</td>'
            assert f'{under}<td class="n">{count}</td>' in text
    names = [one for (one,) in table(fund, "SELECT objekt_id FROM fund WHERE regel = 'beslutning_ukendt_bygning'")]
    assert names
    assert all(f"<code>{one.lower()}</code>" in text for one in names)


def test_the_log_says_at_once_what_is_not_used(whole):
    done, _ = whole
    assert "Layers not used: save_tekst" in done.log


def test_log_and_report_say_at_once_what_is_left_out(plan, town, tmp_path):
    """No earlier designation of buildings."""
    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("bygninger", "tidligere_landskab"))
    done = plan(INPUT=source, FOLDER=tmp_path / "p")
    assert done.code == 0, done.log
    assert "Left out: The designation is compared with the earlier one. Missing: " in done.log
    text = (tmp_path / "p" / "rapport.html").read_text(encoding="utf-8")
    assert "Udpegningen sammenlignes med den tidligere" in text
    assert "Der mangler en tidligere udpegning af bygninger (laget tidligere_bygninger)." in text


def test_what_the_earlier_designation_had_is_told_apart(whole):
    _, folder = whole
    package = folder / "kulturhistorisk_lokalplan.gpkg"
    changes = dict(table(package, "SELECT aendring, count(*) FROM aendringer GROUP BY aendring"))
    assert {"ny", "udgaaet", "fastholdt"} <= set(changes)
    (designated,) = table(package, "SELECT count(*) FROM bygninger WHERE udpeget")
    assert changes["ny"] < designated[0]


def test_a_second_run_gives_the_same(whole, plan, town, tmp_path):
    _, folder = whole
    again = plan(INPUT=town / "by.gpkg", FOLDER=tmp_path, PLAN_NUMBER="300")
    assert again.code == 0, again.log
    package = "kulturhistorisk_lokalplan.gpkg"
    for layer in ("bygninger", "ejendomme", "landskab", "kulturmiljoe_forslag", "dal", "kortblade"):
        select = f"SELECT * FROM {layer} ORDER BY fid"
        assert table(tmp_path / package, select) == table(folder / package, select), layer
    settings = (
        "SELECT emne, navn, vaerdi FROM koersel WHERE emne NOT IN ('tid', 'fil') AND navn <> 'FOLDER' ORDER BY 1, 2"
    )
    assert table(tmp_path / package, settings) == table(folder / package, settings)
    for name in ("bilag_bygninger.csv", "bestemmelser.md"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name
    made = re.compile(r"\d{1,2}\. [a-z]+ \d{4} kl\. \d\d\.\d\d")
    for name in ("rapport.html", "rapporter/bebyggelsesprocent.html", "rapporter/landskab.html"):
        pages = [made.sub("", (one / name).read_text(encoding="utf-8")) for one in (tmp_path, folder)]
        assert pages[0] == pages[1], name


# ---- what it finds ---------------------------------------------------------------------------------------------------


def test_a_folder_of_files_with_the_terrain_in_it(plan, town, tmp_path):
    from osgeo import gdal

    folder = tmp_path / "lag"
    folder.mkdir()
    for layer, file in (
        ("bygninger", "Bygninger.gpkg"),
        ("jordstykker", "jordstykker.geojson"),
        ("vandloeb", "vandløb.shp"),
    ):
        gdal.VectorTranslate(str(folder / file), str(town / "by.gpkg"), layers=[layer], layerName=Path(file).stem)
    shutil.copy(town / "terraen.tif", folder)
    (folder / "læsmig.txt").write_text("ikke et lag", encoding="utf-8")
    done = plan(INPUT=folder, FOLDER=tmp_path / "plan")
    assert done.code == 0, done.log
    text = (tmp_path / "plan" / "rapport.html").read_text(encoding="utf-8")
    assert "Dalen afgrænses" in text
    assert "Der mangler områderne til åben-lav boligbebyggelse (laget zoner)." in text
    assert "Der mangler temalag om natur, landskab eller kulturarv." in text


def test_a_folder_with_the_terrain_in_tiles(plan, town, tmp_path):
    """The valley is that of the same terrain in one file, and no name of the temporary raster reaches the package."""
    from osgeo import gdal

    tiled, whole = tmp_path / "fliser", tmp_path / "en fil"
    for folder in (tiled / "dtm", whole):
        folder.mkdir(parents=True)
    terrain = gdal.Open(str(town / "terraen.tif"))
    west, cell, _, north, _, _ = terrain.GetGeoTransform()
    norths = range(int((north - cell * terrain.RasterYSize) // 1000), math.ceil(north / 1000))
    easts = range(int(west // 1000), math.ceil((west + cell * terrain.RasterXSize) / 1000))
    box = (easts[0] * 1000, norths[0] * 1000, (easts[-1] + 1) * 1000, (norths[-1] + 1) * 1000)
    wide = gdal.Warp(str(whole / "terraen.tif"), terrain, outputBounds=box, xRes=cell, yRes=cell)
    places = [(y, x) for y in norths for x in easts]
    for y, x in places:
        window = (x * 1000, (y + 1) * 1000, (x + 1) * 1000, y * 1000)
        gdal.Translate(str(tiled / "dtm" / f"DTM_1km_{y}_{x}.tif"), wide, projWin=window)
    del wide  # closes it
    valleys = []
    for folder in (tiled, whole):
        only(town / "by.gpkg", folder / "by.gpkg", ("bygninger", "vandloeb"))
        done = plan(INPUT=folder, FOLDER=folder / "plan")
        assert done.code == 0, done.log
        package = folder / "plan" / "kulturhistorisk_lokalplan.gpkg"
        valleys.append(table(package, "SELECT del, navn, areal_ha FROM dal ORDER BY fid"))
        assert [row for row in table(package, "SELECT * FROM koersel") if "terraen.vrt" in str(row)] == []
        said = f"{len(places)} tiles of Danmarks Højdemodel, DTM_1km_{norths[0]}_{easts[0]}.tif to"
        assert (said in done.log.replace("\u00a0", " ")) == (folder is tiled)
    assert len(places) > 1
    assert valleys[0] == valleys[1] != []


def test_from_the_registers_when_there_is_no_building_layer(plan, town, tmp_path):
    registers = only(town / "by.gpkg", tmp_path / "r.gpkg", ("fbb", "bbr", "geodanmark_bygning", "etager"))
    done = plan(INPUT=registers, FOLDER=tmp_path / "plan")
    assert done.code == 0, done.log
    run = table(tmp_path / "plan" / "kulturhistorisk_lokalplan.gpkg", "SELECT navn FROM koersel WHERE emne = 'job'")
    assert run[0] == ("preparebuildings",)
    assert (tmp_path / "plan" / "arbejdslag" / "uden_bygning.gpkg").exists()
    assert done.results["DESIGNATED_COUNT"] > 0


SERVICE_NAMES = {
    "fbb": "fbb_bygninger",
    "bbr": "BBR_Bygning",
    "geodanmark_bygning": "Bygning",
    "etager": "BBR_Etage",
    "jordstykker": "Jordstykke",
    "zoner": "theme_pdk_kommuneplanramme_vedtaget",
    "lokalplaner": "theme_pdk_lokalplan_vedtaget",
    "zonekort": "theme_pdk_zonekort_vedtaget",
    "vandloeb": "Vandloebsmidte",
    "soeer": "Soe",
    "kommunegraense": "Kommuneinddeling",
}
"""The job's names → those of the registers."""


def test_layers_under_the_names_of_the_registers(plan, town, tmp_path):
    """The same plan as under the job's own names, and the log says what was taken for what."""
    from osgeo import gdal

    folders = {name: tmp_path / name for name in ("registre", "egne")}
    for name, folder in folders.items():
        folder.mkdir()
        for own, registers in SERVICE_NAMES.items():
            called = own if name == "egne" else registers
            target = str(folder / f"{called}.gpkg")
            gdal.VectorTranslate(target, str(town / "by.gpkg"), layers=[own], layerName=called, format="GPKG")
    done = {name: plan(INPUT=folder, FOLDER=tmp_path / f"plan_{name}") for name, folder in folders.items()}
    assert [one.code for one in done.values()] == [0, 0], done["registre"].log
    log = done["registre"].log
    assert f"Layers found: {', '.join(sorted(SERVICE_NAMES))}." in log
    assert "Bygning is taken for geodanmark_bygning: so the register calls bygningsflader fra GeoDanmark." in log
    assert "Soe is taken for soeer by the name Soe, but has not the field soetype" in log
    assert "Layers not used" not in log
    assert "is taken for" not in done["egne"].log.split("Layers found")[0]
    for layer in ("bygninger", "ejendomme"):
        select = f"SELECT * FROM {layer} ORDER BY fid"
        rows = [table(tmp_path / f"plan_{name}" / "kulturhistorisk_lokalplan.gpkg", select) for name in folders]
        assert len(rows[0]) == len(rows[1]) > 50, layer
    columns = "SELECT bygning_id, save_vaerdi, udpeget, udpegning FROM bygninger ORDER BY 1"
    rows = [table(tmp_path / f"plan_{name}" / "kulturhistorisk_lokalplan.gpkg", columns) for name in folders]
    assert rows[0] == rows[1]


def test_without_buildings_the_log_says_what_may_be_them(process, town, tmp_path):
    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("save_tekst", "jordstykker"))
    done = process("run", "lyngby_heritage:heritageplan", "--", f"INPUT={source}", f"FOLDER={tmp_path / 'p'}")
    refused(done, tmp_path / "p", "save_tekst is not used: it is most like fbb", "Not used: save_tekst. Rename")


GEOFA_OF_FBB = """
    SELECT geom, ois_id AS bbr_uuid, bevaringsvaerdi AS bev_kar, bevaringsvaerdi AS ark_kar,
    CASE bygningsid % 2 WHEN 0 THEN 2 ELSE 0 END AS bev_bggr_k, 3 AS statuskode FROM fbb"""
UNITS_OF_BBR = """
    SELECT DISTINCT 'e' || id_lokalId AS id_lokalId, id_lokalId AS bygning, '7' AS status, '1' AS enh023Boligtype
    FROM bbr"""


def test_a_theme_by_the_number_on_its_rows_and_environments_with_decisions(plan, town, tmp_path):
    from osgeo import gdal

    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("bygninger",))
    for layer, name in (
        ("theme_pdk_lavbundsareal_vedtaget", "eksport_3"),
        ("bes_naturtyper", "eksport_4"),
    ):
        gdal.VectorTranslate(str(source), str(town / "by.gpkg"), layers=[layer], layerName=name, accessMode="update")
    decided = [
        ("POLYGON((0 0,9 0,9 9,0 0))", "Byen", "udpeg", "møde", "referat"),
        ("POLYGON((20 0,29 0,29 9,20 0))", "Havnen", "udpeg_ikke", "møde", "referat"),
        ("POLYGON((40 0,49 0,49 9,40 0))", "Torvet", None, None, None),
    ]
    write_layer(source, "kulturmiljoeer", decided, ("navn:text", "beslutning:text", "begrundelse:text", "kilde:text"))
    done = plan(INPUT=source, FOLDER=tmp_path / "p")
    assert done.code == 0, done.log
    assert "eksport_3 is taken for the theme Lavbundsareal: its rows carry the number 1113" in done.log
    assert "eksport_4 is taken for the theme Beskyttet natur (§ 3)" in done.log
    assert "kulturmiljoeer (i.gpkg): 1 row has no beslutning and is no decision (row 3)." in done.log
    package = tmp_path / "p" / "kulturhistorisk_lokalplan.gpkg"
    assert table(package, "SELECT navn, beslutning FROM kulturmiljoeer") == [("Byen", "udpeg")]
    themes = table(package, "SELECT DISTINCT tema FROM landskab ORDER BY tema")
    assert themes == [("lavbund",), ("paragraf3",)]


@pytest.mark.parametrize("beside_fbb", [True, False])
def test_geofa_s_theme_and_bbr_s_units_are_handed_on(plan, town, tmp_path, beside_fbb):
    from osgeo import gdal

    registers = only(town / "by.gpkg", tmp_path / "r.gpkg", ("fbb",) * beside_fbb + ("bbr", "geodanmark_bygning"))
    for name, select in (("bygningsvurdering", GEOFA_OF_FBB), ("enheder", UNITS_OF_BBR)):
        gdal.VectorTranslate(
            str(registers),
            str(town / "by.gpkg"),
            options=["-update", "-nln", name, "-sql", select, "-dialect", "SQLite"],
            format="GPKG",
        )
    done = plan(INPUT=registers, FOLDER=tmp_path / "plan")
    assert done.code == 0, done.log
    package = tmp_path / "plan" / "kulturhistorisk_lokalplan.gpkg"
    told = table(package, "SELECT DISTINCT gaeldende_udpegning FROM bygninger WHERE save_arkitektonisk IS NOT NULL")
    assert {one for (one,) in told} == {"kommuneplan", "ingen"}
    assert table(package, "SELECT max(boliger) FROM bygninger") == [(1,)]
    words = "SAVE's delværdier: arkitektonisk"
    assert words in (tmp_path / "plan" / "bilag_bygninger.csv").read_text(encoding="utf-8-sig")
    site = [one.read_text(encoding="utf-8") for one in (tmp_path / "plan" / "web").rglob("*.js")]
    # A card has them once: among the facts, each with its word.
    assert any('"save_architecture","Arkitektonisk værdi","' in text for text in site)
    assert not any(words in text for text in site)
    assert ("SAVE is read as FBB, SAVE_SECOND as GeoFA" in done.log) == beside_fbb


def test_an_earlier_designation_is_compared_with(plan, town, process, tmp_path):
    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("bygninger",))
    layer = f"{source}|layername=bygninger"
    earlier = tmp_path / "f.gpkg"
    before = [
        "run",
        "lyngby_heritage:classifybuildings",
        "--",
        f"BUILDINGS={layer}",
        "VALUE4_RULE=4",
        f"OUTPUT={earlier}",
    ]
    assert process(*before).code == 0
    from osgeo import gdal

    gdal.VectorTranslate(
        str(source), str(earlier), layers=["f"], layerName="tidligere_udpegning", accessMode="update", format="GPKG"
    )
    done = plan(INPUT=source, FOLDER=tmp_path / "plan", VALUE4_RULE=3)
    assert done.code == 0, done.log
    changes = dict(
        table(
            tmp_path / "plan" / "kulturhistorisk_lokalplan.gpkg",
            "SELECT aendring, count(*) FROM aendringer GROUP BY aendring",
        )
    )
    assert changes["ny"] > 0  # every 4 is designated now, and none was before
    assert "Udpegningen sammenlignes" in (tmp_path / "plan" / "rapport.html").read_text(encoding="utf-8")


def test_parameters_reach_the_tools(plan, town, tmp_path):
    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("bygninger", "jordstykker", "zoner"))
    done = plan(INPUT=source, FOLDER=tmp_path / "plan", VALUE4_RULE=4, MAX_PLOT_RATIO=12.5, TITLE="En plan <b>")
    assert done.code == 0, done.log
    package = tmp_path / "plan" / "kulturhistorisk_lokalplan.gpkg"
    assert table(package, "SELECT count(*) FROM bygninger WHERE udpegning = 'vaerdi_4_ensartet'") == [(0,)]
    limits = {
        value for (value,) in table(package, "SELECT tilladt_procent FROM ejendomme WHERE procent_kilde = 'parameter'")
    }
    assert limits <= {12.5}
    assert "En plan &lt;b&gt;" in (tmp_path / "plan" / "rapport.html").read_text(encoding="utf-8")


def test_without_rasterio_everything_is_there(plan, town, tmp_path):
    """As on Windows, whose QGIS has neither rasterio nor fiona."""
    hidden = "import sys\nsys.modules |= dict.fromkeys(('rasterio', 'fiona'))\n"
    (tmp_path / "sitecustomize.py").write_text(hidden, encoding="utf-8")
    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("bygninger", "jordstykker", "zoner", "vandloeb", "dyrehave"))
    shutil.copy(town / "terraen.tif", tmp_path)
    done = plan(INPUT=source, FOLDER=tmp_path / "plan", env={"PYTHONPATH": str(tmp_path)})
    assert done.code == 0, done.log
    assert done.results["STEP_COUNT"] == 7
    run = table(tmp_path / "plan" / "kulturhistorisk_lokalplan.gpkg", "SELECT emne, navn, vaerdi FROM koersel")
    left_out = {name: reason for subject, name, reason in run if subject == "job_udeladt"}
    assert set(left_out) == {"comparedesignations"}


def test_a_step_whose_library_is_missing_is_left_out(plan, town, tmp_path):
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['scipy'] = None\n", encoding="utf-8")
    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("bygninger", "jordstykker", "vandloeb"))
    shutil.copy(town / "terraen.tif", tmp_path)
    done = plan(INPUT=source, FOLDER=tmp_path / "plan", env={"PYTHONPATH": str(tmp_path)})
    assert done.code == 0, done.log
    run = table(tmp_path / "plan" / "kulturhistorisk_lokalplan.gpkg", "SELECT emne, navn, vaerdi FROM koersel")
    left_out = {name: reason for subject, name, reason in run if subject == "job_udeladt"}
    assert "scipy" in left_out["delineatevalley"]
    assert "uniformensembles" not in left_out  # it needs none of it
    assert "Left out: The valley is delineated. " in done.log


def test_an_empty_layer_is_asked_about_where_it_was_given_and_not_where_the_run_made_it(plan, town, tmp_path):
    """No group has 10,000 buildings, so that there is no proposal; the planner's own decisions are empty."""
    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("bygninger", "beslutninger"))
    with closing(sqlite3.connect(source)) as database, database:
        database.execute("DELETE FROM beslutninger")
    done = plan(INPUT=source, FOLDER=tmp_path / "plan", MIN_BUILDINGS=10_000)
    assert done.code == 0, done.log
    assert "0 ensembles proposed" in done.log
    assert set(re.findall(r"\((\w+)\) has no rows: what it should tell", done.log)) == {"DECISIONS"}


def test_an_untouched_table_of_themes_is_no_value(process, town, tmp_path):
    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("bygninger", "dyrehave"))
    given = {"INPUT": str(source), "THEMES": [None], "FOLDER": str(tmp_path / "plan")}
    done = process("run", "lyngby_heritage:heritageplan", "-", stdin=json.dumps({"inputs": given}))
    assert done.code == 0, done.log
    package = tmp_path / "plan" / "kulturhistorisk_lokalplan.gpkg"
    said = table(package, "SELECT vaerdi FROM koersel WHERE emne = 'job_parameter' AND navn = 'THEMES'")
    assert said == [("",)]


# ---- what it refuses, and what a failure leaves ----------------------------------------------------------------------


def refused(done, folder, *words):
    assert done.code == 1, done.log
    for word in words:
        assert word in done.log
    assert not folder.exists() or not any(folder.iterdir())


def test_no_buildings(plan, town, tmp_path):
    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("jordstykker",))
    refused(plan(INPUT=source, FOLDER=tmp_path / "p"), tmp_path / "p", "neither the layer 'bygninger'", "jordstykker")


def test_an_input_that_is_not_there(plan, tmp_path):
    refused(plan(INPUT=tmp_path / "nej.gpkg", FOLDER=tmp_path / "p"), tmp_path / "p", "does not exist")


def test_a_folder_without_layers(plan, tmp_path):
    (tmp_path / "tom").mkdir()
    refused(plan(INPUT=tmp_path / "tom", FOLDER=tmp_path / "p"), tmp_path / "p", "no layer can be read")


def test_two_layers_of_one_name(plan, town, tmp_path):
    only(town / "by.gpkg", tmp_path / "a.gpkg", ("bygninger",))
    only(town / "by.gpkg", tmp_path / "b.gpkg", ("bygninger",))
    done = plan(INPUT=tmp_path, FOLDER=tmp_path / "p")
    refused(done, tmp_path / "p", "Two layers of the input are called bygninger", "a.gpkg", "b.gpkg")


def test_an_empty_building_layer(plan, tmp_path):
    write_layer(tmp_path / "i.gpkg", "bygninger", [], ("bygning_id:text", "save_vaerdi:int"))
    done = plan(INPUT=tmp_path / "i.gpkg", FOLDER=tmp_path / "p")
    refused(done, tmp_path / "p", "(The plan's package is put together) failed", "is empty", "Nothing was written")


def test_a_building_layer_without_save_values(plan, town, tmp_path):
    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("jordstykker",))
    write_layer(source, "bygninger", [("POLYGON((0 0,9 0,9 9,0 0))", "a")], ("bygning_id:text",))
    done = plan(INPUT=source, FOLDER=tmp_path / "p")
    refused(
        done,
        tmp_path / "p",
        "Step 2 of",
        "(Buildings worth preserving are designated) failed",
        "SAVE value",
        "SAVE_FIELD",
    )


def test_a_terrain_that_is_none(plan, town, tmp_path):
    refused(plan(INPUT=town / "by.gpkg", DEM=tmp_path / "x.tif", FOLDER=tmp_path / "p"), tmp_path / "p", "DEM")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SIMILARITY", 1.5, "SIMILARITY"),
        ("NOGET", 1, "Unknown parameter NOGET"),
        ("NEIGHBOUR_METHOD", 9, "NEIGHBOUR_METHOD"),
    ],
)
def test_parameters_out_of_range_or_unknown(plan, town, tmp_path, name, value, words):
    refused(plan(INPUT=town / "by.gpkg", FOLDER=tmp_path / "p", **{name: value}), tmp_path / "p", words)


def test_a_folder_that_cannot_be_written(plan, town):
    done = plan(INPUT=town / "by.gpkg", FOLDER="/proc/plan")
    assert done.code == 1
    assert "nothing can be written in /proc/plan" in done.log


def test_what_the_run_would_replace_is_no_input(plan, town, tmp_path):
    """The package in the folder, its parts, and the folder itself; an input that merely lies in the folder is fine."""
    folder = tmp_path / "p"
    folder.mkdir()
    source = only(town / "by.gpkg", folder / "mine.gpkg", ("bygninger",))
    assert plan(INPUT=source, FOLDER=folder).code == 0
    before = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    for given in ("kulturhistorisk_lokalplan.gpkg", "arbejdslag", "bilag_bygninger.csv", "web", ""):
        done = plan(INPUT=folder / given, FOLDER=folder)
        assert done.code == 1
        assert "which the run would write its package into and so replace what it reads" in done.log, given
        assert {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()} == before
    assert plan(INPUT=source, FOLDER=folder).code == 0


def test_a_step_that_fails_is_named_and_an_earlier_package_stays(plan, town, tmp_path):
    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("bygninger",))
    folder = tmp_path / "p"
    assert plan(INPUT=source, FOLDER=folder).code == 0
    before = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    (building,) = table(source, "SELECT bygning_id FROM bygninger LIMIT 1")[0]
    rows = [(None, building, "udpeg", "2025-01-01"), (None, building, "udpeg_ikke", "2025-01-01")]
    write_layer(source, "beslutninger", rows, ("bygning_id:text", "beslutning:text", "dato:text"), kind="NONE")
    done = plan(INPUT=source, FOLDER=folder)
    assert done.code == 1
    assert "Step 2 of 4 (Buildings worth preserving are designated) failed" in done.log
    assert "an earlier package in the folder is untouched" in done.log
    assert {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()} == before


def test_other_people_s_files_stay(plan, town, tmp_path):
    source = only(town / "by.gpkg", tmp_path / "i.gpkg", ("bygninger",))
    folder = tmp_path / "p"
    folder.mkdir()
    (folder / "notat.docx").write_text("mit", encoding="utf-8")
    for _ in range(2):
        assert plan(INPUT=source, FOLDER=folder).code == 0
    assert (folder / "notat.docx").read_text(encoding="utf-8") == "mit"
    assert names(folder) == PACKAGE | {"web", "rapporter", "arbejdslag", "notat.docx"}


def test_a_full_disk_leaves_nothing(plan, town, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", disk], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    try:
        (disk / "andres.txt").write_text("andres", encoding="utf-8")
        done = plan(INPUT=town / "by.gpkg", FOLDER=disk / "pakke")
        assert done.code == 1
        assert re.search(r"Step \d of \d|could not be written", done.log)
        assert names(disk) == {"andres.txt"}
    finally:
        subprocess.run(["umount", disk], check=True)


def test_two_runs_into_one_folder(plan, town, tmp_path):
    holder = (
        "import sys; from lyngby_heritage.processing.export.folder import PackageFolder\n"
        "with PackageFolder('FOLDER', sys.argv[1]): print('in', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, tmp_path / "p"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "in\n"
        done = plan(INPUT=town / "by.gpkg", FOLDER=tmp_path / "p")
        other.stdin.close()
    assert done.code == 1
    assert f"another run (process {other.pid} on" in done.log
    assert not (tmp_path / "p").exists()


def test_cancel_stops_soon_and_leaves_nothing(town, tmp_path):
    folder = tmp_path / "p"
    command = [TOOL, "run", "lyngby_heritage:heritageplan", "--", f"INPUT={town / 'by.gpkg'}", f"FOLDER={folder}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
        while run.poll() is None and not list(tmp_path.glob("p/.lyngby_heritage-pakke-*/ny/rapporter/udpegning.html")):
            time.sleep(0.01)
        run.send_signal(signal.SIGTERM)
        said, _ = run.communicate(timeout=60)
    assert run.returncode == 1, said
    assert "Cancelled. Nothing was written." in said
    assert not folder.exists()


# ---- real registers --------------------------------------------------------------------------------------------------


@pytest.mark.realdata
def test_real_registers_under_the_names_of_the_contract(plan, realdata, tmp_path):
    """SAVE of Hørsholm, the streams and the terrain of Rådvad, § 3 nature of Egedal: what can run runs."""
    from osgeo import gdal

    gdal.UseExceptions()
    source = tmp_path / "ægte.gpkg"
    layers = {
        "fbb": _main_shapefile(f"/vsizip/{realdata}/fbb/hoersholm_223_shapefile.zip"),
        "vandloeb": f"{realdata}/dhm/moelleaadalen_raadvad_streams.geojson",
        "bes_naturtyper": f"{realdata}/miljoeportal/egedal_paragraf3.geojson",
    }
    for name, file in layers.items():
        gdal.VectorTranslate(
            str(source),
            file,
            layerName=name,
            accessMode="update" if source.exists() else None,
            format="GPKG",
            makeValid=False,
            geometryType="PROMOTE_TO_MULTI" if name == "bes_naturtyper" else None,
        )
    dem = f"{realdata}/dhm/moelleaadalen_raadvad_dtm.tif"
    done = plan(INPUT=source, DEM=dem, FOLDER=tmp_path / "plan")
    assert done.code == 0, done.log
    package = tmp_path / "plan" / "kulturhistorisk_lokalplan.gpkg"
    steps = [name for (name,) in table(package, "SELECT navn FROM koersel WHERE emne = 'job'")]
    assert steps == [
        *("preparebuildings", "validatedata", "classifybuildings", "delineatevalley", "maplandscape"),
        *("uniformensembles", "exportlokalplan"),
    ]
    assert table(package, "SELECT count(*) FROM bygninger WHERE save_vaerdi BETWEEN 1 AND 3 AND NOT udpeget") == [(0,)]
    assert done.results["BUILDING_COUNT"] == 2587
    text = (tmp_path / "plan" / "rapport.html").read_text(encoding="utf-8")
    assert "Der mangler jordstykkerne i Matriklen (laget jordstykker) og områderne til åben-lav" in text
    with (tmp_path / "plan" / "bilag_bygninger.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    named = "SELECT count(*) FROM bygninger WHERE udpeget OR coalesce(fredet, 0) OR anvendelse = 414"
    assert table(package, named) == [(len(rows) - 1,)]


def _main_shapefile(archive):
    """The shapefile of the archive with the SAVE values: the largest one."""
    from osgeo import gdal

    found = [one for one in gdal.ReadDirRecursive(archive) if one.endswith(".shp")]
    return max((f"{archive}/{one}" for one in found), key=lambda path: gdal.VSIStatL(path).size)


def test_the_tool_stays_in_the_main_thread():
    from qgis.core import QgsProcessingAlgorithm

    from lyngby_heritage.processing.tools.heritage_plan import HeritagePlan

    assert HeritagePlan().flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading


def test_every_parameter_of_the_tools_is_told_in_danish():
    from lyngby_heritage.core.common.data import load
    from lyngby_heritage.processing.tools.heritage_plan import HANDED_ON

    told = load("rules/main_job.json")["parameters"]
    assert {"PROFILE", *(name for _, names in HANDED_ON for name in names)} == set(told)
