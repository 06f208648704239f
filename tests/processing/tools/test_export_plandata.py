"""A small plan delivered to Plandata, from the package to the files that a person uploads."""

import re
import shutil
import sqlite3
import zipfile
from contextlib import closing
from hashlib import sha256

import pytest
import shapely
from conftest import write_layer

X, Y = 719_000, 6_188_000
TITLE = "Åens huse"
ADOPTED = ("STATE=2", "ADOPTED=2027-04-19", "PUBLISHED=2027-04-26", "HEARING_FROM=2027-01-04", "HEARING_TO=2027-03-01")
FIELDS = (
    *("bygning_id:text", "bbrnummer:text", "adresse:text", "ejendom_id:text", "save_vaerdi:int", "udpeget:bool"),
    *("udpegning:text", "begrundelse:text", "offentlig:bool"),
)
HOUSES = (
    # x, id, BBR number, address, property, SAVE, ground, public; each on a plot of 20 × 20 m
    (0, "b1", "173-101-1", "Ågade 1", "101", 2, "vaerdi_1_3", True),
    (20, "b2", "173-102-1", "Ågade 3", "102", 4, "vaerdi_4_ensartet", True),
    (0, "b3", "173-101-2", "Ågade 1", "101", 4, "vaerdi_4_ensartet", True),
    (60, "b4", "173-104-1", "Hemmelig Vej 9", "104", 2, "vaerdi_1_3", False),
)
PLOTS = ((0, "101"), (20, "102"), (60, "104"))


def box(west, south, east, north):
    return shapely.box(X + west, Y + south, X + east, Y + north).wkt


def package(process, folder, *more, houses=HOUSES, plots=PLOTS, boundary=(-50, -50, 200, 100), code="0173"):
    """The package of a plan: houses on plots, an environment of 40 × 40 m over the first two, and a boundary."""
    path = folder / "lag.gpkg"
    rows = [
        (box(x + 2, 2, x + 8, 8), id_, bbr, address, key, save, True, ground, "Fordi.", public)
        for x, id_, bbr, address, key, save, ground, public in houses
    ]
    decided = [(box(0, 0, 40, 40), "Åkvarteret", "udpeg", "Fordi.", "Udvalget", "2026-09-12")]
    given = {
        "BUILDINGS": write_layer(path, "udpegning", rows, FIELDS),
        "PROPERTIES": write_layer(
            path, "grunde", [(box(x, 0, x + 20, 20), key) for x, key in plots], ("ejendom_id:text",)
        ),
        "ENVIRONMENTS": write_layer(
            path,
            "kulturmiljoeer",
            decided,
            ("navn:text", "beslutning:text", "begrundelse:text", "kilde:text", "dato:text"),
        ),
        "BOUNDARY": write_layer(path, "graense", [(box(*boundary), code)], ("kommunekode:text",)),
        "PLANS": write_layer(
            path,
            "lokalplaner",
            [(box(0, 0, 200, 20), 1234567, "91", "Villavejene", 20200622)],
            ("planid:int", "plannr:text", "plannavn:text", "datovedt:int"),
        ),
        "TITLE": TITLE,
        "PLAN_NUMBER": "7",
    }
    given |= dict(one.split("=", 1) for one in more)
    words = [f"{name}={value}" for name, value in given.items() if value]
    done = process("run", "lyngby_heritage:exportlokalplan", "--", *words, f"FOLDER={folder / 'plan'}")
    assert done.code == 0, done.log
    return folder / "plan"


@pytest.fixture(scope="module")
def plan(process, tmp_path_factory):
    return package(process, tmp_path_factory.mktemp("pakke"), *ADOPTED)


@pytest.fixture
def deliver(process, tmp_path):
    def run(plan, *given, code=0):
        words = [f"PLAN={plan}", *given, f"FOLDER={tmp_path / 'ud'}"]
        done = process("run", "lyngby_heritage:exportplandata", "--json", "--", *words)
        assert done.code == code, done.log
        return done, tmp_path / "ud"

    return run


def rows(folder, name):
    """(values, area) of each row of a shapefile in a zip."""
    from osgeo import ogr

    with zipfile.ZipFile(folder / f"{name}_shape.zip") as archive:
        archive.extractall(folder / "ud")
    dataset = ogr.Open(str(folder / "ud" / f"{name}.shp"))
    return [(row.items(), shapely.from_wkb(bytes(row.GetGeometryRef().ExportToWkb()))) for row in dataset.GetLayer(0)]


def words_of(folder):
    page = (folder / "plandata_aflevering.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL).split())


def test_the_plan_and_its_delomraader_are_written(deliver, plan):
    """Plot 101 has a house of A and one of B and lies in A; 102 in B; the environment keeps 1,600 − 800 m²."""
    done, folder = deliver(plan)
    assert (done.results["STATUS"], done.results["AREA_COUNT"], done.results["MISSING_COUNT"]) == ("V", 3, 0)
    ((values, area),) = rows(folder, "plandata_lokalplan")
    assert (values["plannr"], values["plannavn"], values["komnr"], values["status"]) == ("7", TITLE, 173, "V")
    assert (values["datostart"], values["datovedt"], values["datoikraft"]) == (20270104, 20270419, 20270426)
    assert values["planid"] is None
    assert area.area == pytest.approx(1600)
    parts = rows(folder, "plandata_delomraader")
    assert [(one["delnr"], round(shape.area)) for one, shape in parts] == [("A", 400), ("B", 400), ("K1", 800)]
    assert {one["lp_plannav"] for one, _ in parts} == {TITLE}
    assert done.results["EMPTY_COUNT"] == 9
    assert sorted(one.name for one in folder.iterdir() if one.is_file()) == [
        "indhold.csv",
        "plandata_aflevering.html",
        "plandata_delomraader_mapinfo.zip",
        "plandata_delomraader_shape.zip",
        "plandata_felter.xlsx",
        "plandata_lokalplan_mapinfo.zip",
        "plandata_lokalplan_shape.zip",
    ]


def test_the_sheet_leads_through_it_and_says_what_is_open(deliver, plan):
    _, folder = deliver(plan)
    said = words_of(folder)
    for one in (
        f"Lokalplan 7: {TITLE}",
        "status V, vedtaget",
        "Find planens planid",
        "400 m² af det ligger i et delområde ovenfor",
        "anvgen Heltal(4) tom, måske påkrævet",
        "zone Heltal(1) tom, som reglen kræver",
        "Overholdt: kommunekode 173 står i pakkens afgrænsning og i bygningernes BBR-numre.",
        "Skabelonfilerne for lokalplan og lokalplandelområde (GIS-skabeloner) er ikke læst.",
    ):
        assert one in said
    assert "Hemmelig Vej" not in said


def test_a_planid_updates_that_plan_and_is_the_key_of_its_delomraader(deliver, plan):
    _, folder = deliver(plan, "PLANID=7654321")
    assert rows(folder, "plandata_lokalplan")[0][0]["planid"] == 7654321
    assert {one["lokplan_id"] for one, _ in rows(folder, "plandata_delomraader")} == {7654321}
    said = words_of(folder)
    assert "Find planen med planid 7654321, og se efter, at det er Lokalplan 7" in said
    assert "Find planens planid" not in said


def test_state_goes_before_the_packages_own(deliver, plan):
    done, folder = deliver(plan, "STATE=1")
    assert done.results["STATUS"] == "F"
    values = rows(folder, "plandata_lokalplan")[0][0]
    assert (values["datostart"], values["datovedt"]) == (20270104, None)
    assert "STATE = 1, but the package was made with STATE = 2" in done.log


def test_the_second_run_writes_the_same_files_and_keeps_what_people_did(deliver, plan):
    _, folder = deliver(plan)
    zips = {one: one.read_bytes() for one in folder.glob("*.zip")}
    (folder / "notat.txt").write_text("Ring til Plandata", encoding="utf-8")
    (folder / "plandata_felter.xlsx").write_bytes(b"udfyldt")
    deliver(plan)
    assert {one: one.read_bytes() for one in folder.glob("*.zip")} == zips
    assert (folder / "notat.txt").read_text(encoding="utf-8") == "Ring til Plandata"
    assert [one for one in folder.glob("plandata_felter*.xlsx") if one.read_bytes() == b"udfyldt"]


# ---- what is refused, before anything is written ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("PLANID=1234567",), "1234567 is another plan in the package's layer lokalplaner: 91 Villavejene"),
        (("PLANID=LP7",), "PLANID: LP7 is no planid"),
        (("STATE=3",), "STATE"),
    ],
)
def test_wrong_parameters_are_refused(deliver, plan, given, said):
    done, folder = deliver(plan, *given, code=1)
    assert said in done.log
    assert not folder.exists()


@pytest.fixture
def copy_of(plan, tmp_path):
    """The GeoPackage of the plan with a statement run on it, as a person might who opens it."""

    def made(statement, *values):
        path = tmp_path / "rettet.gpkg"
        shutil.copy(plan / "kulturhistorisk_lokalplan.gpkg", path)
        with closing(sqlite3.connect(path)) as database:
            database.execute(statement, values)
            database.commit()
        return path

    return made


@pytest.mark.parametrize(
    ("statement", "values", "said"),
    [
        (
            "UPDATE koersel SET vaerdi = ? WHERE navn = 'TITLE'",
            ("å" * 131,),
            "plannavn of lokalplan holds 130 characters, but its value has 131",
        ),
        (
            "UPDATE koersel SET vaerdi = ? WHERE navn = 'STATE'",
            ("0",),
            "PLAN: the plan is not adopted (Udkast)",
        ),
    ],
)
def test_what_the_package_says_is_refused_where_it_cannot_be(deliver, copy_of, statement, values, said):
    done, folder = deliver(copy_of(statement, *values), "STATE=2", code=1)
    assert said in done.log
    assert not folder.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"houses": (*HOUSES, (40, "b9", "157-9-1", "Grænsevej 2", "109", 2, "vaerdi_1_3", True))},
            "bygninger.bbrnummer (loebenr ",
        ),
        ({"boundary": (-50, -50, 30, 100)}, "The plan's area goes outside the boundary (afgraensning)"),
    ],
)
def test_another_municipalitys_rows_are_refused(process, deliver, tmp_path, changed, said):
    done, folder = deliver(package(process, tmp_path, *ADOPTED, **changed), code=1)
    assert said in done.log
    assert not folder.exists()


def test_a_building_without_number_and_plot_is_listed(process, deliver, tmp_path):
    bare = (150, "b8", "", "Ågade 17", "", 2, "vaerdi_1_3", True)
    done, folder = deliver(package(process, tmp_path, "STATE=0", houses=(*HOUSES, bare)))
    assert (done.results["STATUS"], done.results["MISSING_COUNT"]) == ("KF", 1)
    assert "Ågade 17 Bygningen har intet BFE-nummer (ejendom_id)" in words_of(folder)
    assert "1 designated building has no ground in the plan's area" in done.log


def test_a_package_without_plots_has_no_delomraade_for_its_groups(process, deliver, tmp_path):
    done, folder = deliver(package(process, tmp_path, "STATE=2", "PROPERTIES=", "BOUNDARY="))
    assert (done.results["STATUS"], done.results["AREA_COUNT"]) == ("KV", 1)
    said = words_of(folder)
    assert "Pakken har intet lag med grunde (ejendomme)" in said
    assert "pakken har ingen afgrænsning" in said


def test_a_plan_of_the_same_number_in_plandata_may_be_this_one(deliver, copy_of):
    done, _ = deliver(copy_of("UPDATE koersel SET vaerdi = '91' WHERE navn = 'PLAN_NUMBER'"))
    assert "a plan with the number 91, whose planid is 1234567" in done.log


def test_what_sticks_out_of_the_municipality_by_a_hair_is_cut_off_and_told(process, deliver, tmp_path):
    """The environment ends at 40 m, the boundary at 39.8: 0.2 × 40 m² go, of the plan and of its delområder."""
    done, folder = deliver(package(process, tmp_path, *ADOPTED, boundary=(-50, -50, 39.8, 100)))
    assert "8.0 m² of the plan's area lay outside the boundary" in done.log
    assert "8,0 m² af planens område lå uden for grænsen" in words_of(folder)
    assert rows(folder, "plandata_lokalplan")[0][1].area == pytest.approx(1592)
    assert [round(shape.area) for _, shape in rows(folder, "plandata_delomraader")] == [400, 396, 796]


def test_the_folder_of_another_tools_result_is_left_alone(deliver, plan, tmp_path):
    """The list of a folder is of one form for all tools: what another wrote is no earlier delivery."""
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud" / "arbejdsskema.xlsx").write_bytes(b"svar")
    listing = f"fil;hvad det er;kontrolsum (SHA-256)\r\narbejdsskema.xlsx;skemaet;{sha256(b'svar').hexdigest()}\r\n"
    (tmp_path / "ud" / "indhold.csv").write_text(listing, encoding="utf-8-sig", newline="")

    done, folder = deliver(plan, code=1)

    assert "is the folder of another tool's result (arbejdsskema.xlsx)" in done.log
    assert sorted(one.name for one in folder.iterdir()) == ["arbejdsskema.xlsx", "indhold.csv"]
    assert (folder / "indhold.csv").read_text(encoding="utf-8-sig").splitlines() == listing.splitlines()
