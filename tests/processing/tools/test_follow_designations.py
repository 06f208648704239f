"""`followdesignations` by the real qgis_process: a street some years after its plan was adopted; and bad input."""

import re
import shutil

import pytest
from conftest import read_layer, write_layer
from sheet_packages import PLAN_FIELDS, PLOT_FIELDS, STREET, package, square, street

pytestmark = pytest.mark.process

ADOPTED = ("TITLE=Åens huse", "PLAN_NUMBER=7", "STATE=2", "ADOPTED=2020-04-19", "PUBLISHED=2020-04-26")
NAMES = ["bygning_id", "haendelse", "rang", "dato", "foer", "efter", "tekst", "adresse", "gruppe", "offentlig"]
FIELDS = (
    *("bygning_id:text", "bbrnummer:text", "adresse:text", "ejendom_id:text", "save_vaerdi:int"),
    *("anvendelse:int", "opfoerelsesaar:int", "offentlig:bool"),
)
BBR_FIELDS = ("id_lokalId:text", "kommunekode:text", "status:text", "virkningFra:text", "virkningTil:text")
SINCE = "2017-06-26T00:00:00Z"


@pytest.fixture(scope="module")
def plan(process, tmp_path_factory):
    return package(process, tmp_path_factory.mktemp("pakke"), *ADOPTED)


@pytest.fixture(scope="module")
def follow(process, plan):
    """Run followdesignations with these parameters and read its answer as JSON."""

    def run(**parameters):
        given = [f"{name}={value}" for name, value in {"PLAN": plan, **parameters}.items()]
        return process("run", "lyngby_heritage:followdesignations", "--json", "--", *given)

    return run


def registers(folder, code="173", without=(), rows=STREET, **values):
    """The street as preparebuildings would give it now; `values` are SAVE values by id."""
    houses = [
        (square(x, 0, 10), id_, f"{code}-{key}-1", address, key, values.get(id_, save), use, 1912, public)
        for x, id_, address, key, save, _, _, use, public in rows
        if id_ not in without
    ]
    return write_layer(folder / "nu.gpkg", "nu", houses, FIELDS)


def bbr(folder, *rows, code="0173"):
    """BBR with history: every house of the street stands, and further rows (id, status, from, until)."""
    told = [(None, id_, code, "6", SINCE, None) for _, id_, *_ in STREET if id_ not in {one[0] for one in rows}]
    told += [(None, id_, code, status, since, until) for id_, status, since, until in rows]
    return write_layer(folder / "bbr.gpkg", "bbr", told, BBR_FIELDS, kind="NONE")


DEMOLISHED = (("b1", "6", SINCE, "2021-09-14T08:00:00Z"), ("b1", "10", "2021-09-14T08:00:00Z", None))


@pytest.fixture(scope="module")
def years_later(follow, tmp_path_factory):
    """b1 is pulled down, b3 has another value, and so has the withheld b5; a lokalplan came, and 102 is over 30 %."""
    folder = tmp_path_factory.mktemp("senere")
    plans = [
        (square(-50, -50, 120), "91", "Villavejene", 20200622, "Må ikke nedrives."),
        (square(95, -5, 80), "92", "Nye haver", 20230508, None),
    ]
    plots = [
        (
            *(square(45, -5, 45), "102", 1, None, 1000.0, None, 330.0, None, 0.0, 0.0, 1, 33.0, 30.0),
            *(None, None, None, None, None, None, "overskredet", "overholdt", "overskredet", None),
        )
    ]
    run = follow(
        BUILDINGS=registers(folder, without=["b1"], b3=2, b5=5),
        BBR=bbr(folder, *DEMOLISHED),
        PLANS=write_layer(folder / "planer.gpkg", "planer", plans, PLAN_FIELDS),
        PROPERTIES=write_layer(folder / "ejendomme.gpkg", "ejendomme", plots, PLOT_FIELDS),
        OUTPUT=folder / "liste.gpkg",
        OUTPUT_HTML=folder / "liste.html",
    )
    assert run.code == 0, run.log
    return run, read_layer(folder / "liste.gpkg"), (folder / "liste.html").read_text(encoding="utf-8")


def test_what_has_happened_stands_in_its_order(years_later):
    _, rows, _ = years_later
    assert list(rows[0]) == ["fid", *NAMES]
    told = [(row["bygning_id"], row["haendelse"], row["rang"], row["dato"], row["foer"], row["efter"]) for row in rows]
    gone = "BBR: historisk (status 10), altså nedrevet eller lagt sammen med en anden"
    assert told == [
        ("b1", "nedrevet", 1, "2021-09-14", "udpeget, SAVE-værdi 4", gone),
        ("b3", "anden_vaerdi", 4, None, "SAVE-værdi 4", "SAVE-værdi 2"),
        ("b3", "procent", 7, None, "17 % af højst 30 %", "33 % af højst 30 %"),
        ("b5", "anden_vaerdi", 29, None, "SAVE-værdi 2", "SAVE-værdi 5"),
        ("b5", "lokalplan", 30, "2023-05-08", "ingen", "lokalplan 92 Nye haver"),
    ]
    assert {row["gruppe"] for row in rows if row["bygning_id"] == "b5"} == {"holdt_tilbage"}
    assert rows[0]["tekst"].endswith("Hvem afgør det: Kommunen.")


def test_the_results_count_each_kind(years_later):
    results = years_later[0].results
    counted = {name: results[name] for name in results if name.endswith("_COUNT") and results[name]}
    assert counted == {
        "FOLLOWED_COUNT": 3,
        "EVENT_COUNT": 5,
        "DEMOLISHED_COUNT": 1,
        "OTHER_VALUE_COUNT": 2,
        "LOCAL_PLAN_COUNT": 1,
        "RATIO_COUNT": 1,
    }


def test_the_report_names_no_building_that_the_register_withholds(years_later):
    _, rows, page = years_later
    assert [row["offentlig"] for row in rows if row["bygning_id"] == "b5"] == [0, 0]
    assert "Hemmelig" not in page
    assert "Ågade 1" in page
    assert re.search(r"som registret ikke offentliggør, er talt med ovenfor og ikke nævnt", page)


def test_the_plan_against_the_layers_that_it_was_made_of_has_nothing_to_tell(follow, tmp_path):
    layers = street(tmp_path / "lag.gpkg")
    run = follow(
        BUILDINGS=layers["BUILDINGS"],
        PLANS=layers["PLANS"],
        PROPERTIES=layers["PROPERTIES"],
        OUTPUT=tmp_path / "liste.gpkg",
    )
    assert run.code == 0, run.log
    assert (read_layer(tmp_path / "liste.gpkg"), run.results["EVENT_COUNT"]) == ([], 0)
    assert "BBR is not given" in run.log


# ---- bad input -------------------------------------------------------------------------------------------------------


def refused(follow, tmp_path, **parameters):
    run = follow(**parameters, OUTPUT=tmp_path / "ud.gpkg", OUTPUT_HTML=tmp_path / "ud.html")
    assert run.code != 0
    assert not (tmp_path / "ud.gpkg").exists()
    assert not (tmp_path / "ud.html").exists()
    return run.log


def test_a_plan_that_was_never_adopted(follow, process, tmp_path):
    proposal = package(process, tmp_path, "STATE=1", "HEARING_FROM=2027-01-04", "HEARING_TO=2027-03-01")
    said = refused(follow, tmp_path, PLAN=proposal, BUILDINGS=registers(tmp_path))
    assert "PLAN: the plan is not adopted (Forslag)" in said


@pytest.mark.parametrize(
    ("parameter", "layer"), [("BUILDINGS", "bygninger"), ("PLANS", "lokalplaner"), ("PROPERTIES", "ejendomme")]
)
def test_a_layer_of_the_plan_itself(follow, plan, tmp_path, parameter, layer):
    given = {"BUILDINGS": registers(tmp_path), parameter: f"{plan}/kulturhistorisk_lokalplan.gpkg|layername={layer}"}
    assert f"{parameter}: the layer {layer}" in refused(follow, tmp_path, **given)


def numbered_plan(process, folder):
    """A package whose buildings have BBR numbers of municipality 173."""
    houses = [
        (square(x, 0, 10), id_, f"173-{key}-1", address, yes, ground, save)
        for x, id_, address, key, save, yes, ground, _, _ in STREET
    ]
    fields = ("bygning_id:text", "bbrnummer:text", "adresse:text", "udpeget:bool", "udpegning:text", "save_vaerdi:int")
    given = [f"BUILDINGS={write_layer(folder / 'u.gpkg', 'u', houses, fields)}", *ADOPTED, f"FOLDER={folder / 'p'}"]
    assert process("run", "lyngby_heritage:exportlokalplan", "--", *given).code == 0
    return folder / "p"


def test_registers_of_another_municipality(follow, process, tmp_path):
    plan = numbered_plan(process, tmp_path)
    said = refused(follow, tmp_path, PLAN=plan, BUILDINGS=registers(tmp_path, code="159"))
    assert "5 rows of 5 belong to another municipality: Gladsaxe Kommune (5). The plan is of Lyngby-Taarbæk" in said
    (tmp_path / "nu.gpkg").unlink()
    said = refused(
        follow, tmp_path, PLAN=plan, BUILDINGS=registers(tmp_path), BBR=bbr(tmp_path, *DEMOLISHED, code="0159")
    )
    assert "bbr (BBR): 6 rows of 6 belong to another municipality" in said


def test_buildings_of_elsewhere(follow, tmp_path):
    """No id of the plan is among them: they are no demolished town."""
    elsewhere = registers(tmp_path, rows=[(0, "x1", "Vej 1", "9", 3, 1, "", 120, True)])
    assert "BUILDINGS: 5 of the plan's 5 buildings are not in the layer" in refused(
        follow, tmp_path, BUILDINGS=elsewhere
    )


def test_bbr_of_before_the_plan(follow, tmp_path):
    old = [(f"g{one}", "6", SINCE, None) for one in range(200)]
    said = refused(follow, tmp_path, BUILDINGS=registers(tmp_path), BBR=bbr(tmp_path, *old))
    assert "the latest of its 205 rows is of 2017-06-26, and the plan is of 2020-04-19" in said


def test_properties_without_a_status(follow, tmp_path):
    rows = [(square(0, 0, 10), "101")]
    layer = write_layer(tmp_path / "e.gpkg", "e", rows, ("ejendom_id:text",))
    said = refused(follow, tmp_path, BUILDINGS=registers(tmp_path), PROPERTIES=layer)
    assert "has no field 'status_procent': it is no result of 'Check plot ratio and storeys'" in said


def test_buildings_without_ids(follow, tmp_path):
    layer = write_layer(tmp_path / "b.gpkg", "b", [(square(0, 0, 10), 3)], ("save_vaerdi:int",))
    assert "has no field that holds building id" in refused(follow, tmp_path, BUILDINGS=layer)


def test_a_folder_that_is_no_package(follow, tmp_path):
    assert "it is not the folder of a package" in refused(
        follow, tmp_path, PLAN=tmp_path, BUILDINGS=registers(tmp_path)
    )


@pytest.mark.parametrize("parameter", ["PLANS", "PROPERTIES"])
def test_points_for_plans_or_properties(follow, tmp_path, parameter):
    """BBR's points, given by mistake, have a status and a number too."""
    points = write_layer(
        tmp_path / "punkter.gpkg",
        "punkter",
        [("POINT (719000 6188000)", "6", "101")],
        ("status:text", "bfe_nr:text"),
        kind="POINT",
    )
    said = refused(follow, tmp_path, BUILDINGS=registers(tmp_path), **{parameter: points})
    assert f"The layer punkter ({parameter}) holds" in said
    assert "expected polygons" in said


@pytest.mark.parametrize("written", ["{file}", "ogr:dbname='{file}' table=\"liste\" (geom)"])
def test_the_plan_is_never_written_over(follow, plan, tmp_path, written):
    """The package is read by its file, and is no layer that is given: it is no place for a work list either."""
    package_file = shutil.copytree(plan, tmp_path / "plan") / "kulturhistorisk_lokalplan.gpkg"
    before = package_file.read_bytes()
    run = follow(PLAN=tmp_path / "plan", BUILDINGS=registers(tmp_path), OUTPUT=written.format(file=package_file))
    assert run.code != 0
    assert "OUTPUT is the same file as PLAN" in run.log
    assert package_file.read_bytes() == before
