"""`exportgeofa`: five houses of an adopted plan, GeoFA's rows as an extract has them, and the way there and back."""

import json
import shutil
import uuid
import zipfile

import pytest
from conftest import read_layer, write_layer

TOOL = "lyngby_heritage:exportgeofa"
HOUSE = "POLYGON(({0} 0,{1} 0,{1} 10,{0} 10,{0} 0))"
BUILDING_FIELDS = (
    *("bygning_id:text", "bbrnummer:text", "ejendom_id:text", "adresse:text", "save_vaerdi:int", "udpeget:bool"),
    *("udpegning:text", "begrundelse:text", "anvendelse:int", "opfoerelsesaar:int", "ydervaeg:int", "tagdaekning:int"),
    *("etager:int", "bebygget_m2:int", "gaeldende_udpegning:text", "geometri:text"),
)
ROW_FIELDS = (
    *("objekt_id:text", "bbr_uuid:text", "bfe_nr:int", "bygningsnummer:int", "beliggenhedskommune:int"),
    *("bevaringsmaessig_vaerdi:int", "bevaringsvaerdig:bool", "bevaringsaarsag_kode:int", "statuskode:int"),
    *("off_kode:int", "systid_fra:text", "husnr:text"),
)
BUILDINGS, GROUPS = "t_6205_bygningsvurdering", "t_6204_bygningsvurderingsgruppe"
ADOPTED = ("STATE=2", "ADOPTED=2026-11-02")


def bbr(number):
    return str(uuid.UUID(int=number))


def house(number, value, designated, ground, standing=None):
    facts = (120, 1931, 1, 5, 1, 100)
    place = HOUSE.format(20 * number, 20 * number + 10)
    named = (bbr(number), f"173-{100 + number}-1", str(100 + number), f"Byvej {number}")
    return (place, *named, value, designated, ground, "Værdi.", *facts, standing, "fodaftryk")


def row(number, code=0, municipality=173, changed="2026-07-03T08:00:00Z", house_number="1"):
    place = f"MULTI{HOUSE.format(20 * number, 20 * number + 10).replace('((', '(((').replace('))', ')))')}"
    named = (f"objekt-{number}", bbr(number).upper(), 100 + number, 1, municipality)
    return (place, *named, 3, code > 0, code, 3, 1, changed, house_number)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """The designation: houses 1 to 3 are designated, 4 and 5 are not; and two environments, one turned down."""
    folder = tmp_path_factory.mktemp("by")
    houses = [
        house(1, 3, True, "vaerdi_1_3"),
        house(2, 3, True, "vaerdi_1_3"),
        house(3, 2, True, "vaerdi_1_3", "kommuneplan"),
        house(4, 5, False, "ikke_udpeget", "ingen"),
        house(5, None, False, "ikke_registreret"),
    ]
    miljoer = [
        (HOUSE.format(0, 30), "Gadekæret", "udpeg", "Samlet."),
        (HOUSE.format(60, 90), "Vejen", "udpeg_ikke", ""),
    ]
    return {
        "BUILDINGS": write_layer(folder / "udpegning.gpkg", "udpegning", houses, BUILDING_FIELDS),
        "ENVIRONMENTS": write_layer(
            *(folder / "miljoeer.gpkg", "kulturmiljoeer", miljoer),
            ("navn:text", "beslutning:text", "begrundelse:text"),
        ),
    }


@pytest.fixture(scope="module")
def packages(process, town, tmp_path_factory):
    """The plan as a proposal and as it was adopted."""
    folder = tmp_path_factory.mktemp("plan")
    given = [*(f"{name}={layer}" for name, layer in town.items()), "TITLE=Huse", "PLAN_NUMBER=7"]
    for name, state in (("forslag", ("STATE=1",)), ("vedtaget", (*ADOPTED, "PUBLISHED=2026-11-09"))):
        done = process("run", "lyngby_heritage:exportlokalplan", "--", *given, *state, f"FOLDER={folder / name}")
        assert done.code == 0, done.log
    return {
        name: f"{folder / name / 'kulturhistorisk_lokalplan.gpkg'}|layername=bygninger"
        for name in ("forslag", "vedtaget")
    }


@pytest.fixture
def export(process, town, tmp_path):
    """Runs the tool; its files are `geofa.*`."""

    def run(*more, buildings=town["BUILDINGS"]):
        return process(
            *("run", TOOL, "--json", "--", f"BUILDINGS={buildings}", f"OUTPUT={tmp_path / 'geofa.gpkg'}", *more)
        )

    return run


def extract(path, *rows):
    return f"SOURCE_6205={write_layer(path, 'bygningsvurdering', rows, ROW_FIELDS, kind='MULTIPOLYGON')}"


def told(done):
    return json.loads(done.out)["results"]


def rows_of(tmp_path, table=BUILDINGS):
    return read_layer(tmp_path / "geofa.gpkg", table)


def outlines(tmp_path):
    """Kind, whether it has heights, and least x of each row's geometry."""
    from osgeo import ogr

    source = ogr.Open(str(tmp_path / "geofa.gpkg"))
    places = [one.GetGeometryRef().Clone() for one in source.GetLayerByName(BUILDINGS)]
    return [(one.GetGeometryName(), bool(one.Is3D()), one.GetEnvelope()[0]) for one in places]


def refused(done, tmp_path, *said):
    assert done.code != 0
    for text in said:
        assert text in done.log, done.log
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith("geofa")) == []


def test_an_adopted_package_becomes_rows_lists_and_a_read_me(export, packages, tmp_path):
    done = export(extract(tmp_path / "udtraek.gpkg", row(2, 2), row(9, 1)), buildings=packages["vedtaget"])
    assert done.code == 0, done.log
    assert "those of the package are taken" in done.log
    assert "Of 1 row nobody has looked up whether the kommuneplan designates the building: 0 written" in done.log
    found = told(done)
    assert {name: found[name] for name in found if name.endswith("COUNT")} == {
        "ROW_COUNT": 5,
        "NEW_COUNT": 3,
        "NEW_DESIGNATED_COUNT": 2,
        "CHANGED_COUNT": 1,
        "ENDED_COUNT": 0,
        "UNTOUCHED_COUNT": 1,
        "CHANGE_COUNT": 7,
        "GROUP_COUNT": 1,
        "GAP_COUNT": 0,
        "UNWRITTEN_COUNT": 0,
    }
    rows = rows_of(tmp_path)
    assert [(one["objekt_id"], one["bfe_nr"], one["bevaringsaarsag_kode"]) for one in rows] == [
        ("objekt-2", 102, 3),
        ("objekt-9", 109, 1),
        (None, 101, 1),
        (None, 103, 3),
        (None, 104, 0),
    ]
    assert {name for name, _, _ in outlines(tmp_path)} == {"MULTIPOLYGON"}
    (group,) = rows_of(tmp_path, GROUPS)
    assert (group["omraade"], group["beskrivelse"]) == ("Gadekæret", "Samlet.")
    changed = [one for one in rows_of(tmp_path, "aendringer") if one["aendring"] == "aendret"]
    assert [(one["objekt_id"], one["felt"], one["foer"][:1], one["efter"][:1]) for one in changed] == [
        ("objekt-2", "bevaringsaarsag_kode", "2", "3")
    ]
    read_me = (tmp_path / "geofa_LAES_MIG.txt").read_text(encoding="utf-8-sig")
    assert "Udpegninger til GeoFA fra Lokalplan 7: Huse" in read_me
    assert "Intet er sendt." in read_me
    with zipfile.ZipFile(tmp_path / "geofa.xlsx") as workbook:
        names = workbook.read("xl/workbook.xml").decode("utf-8")
    assert [name for name in ("Oversigt", "Mangler", "Ændringer", "Nye rækker", "Kulturmiljøer") if name in names] == [
        *("Oversigt", "Mangler", "Ændringer", "Nye rækker", "Kulturmiljøer")
    ]


def test_the_fields_have_the_published_names_types_and_lengths(export, tmp_path):
    from osgeo import ogr

    assert export(*ADOPTED).code == 0
    source = ogr.Open(str(tmp_path / "geofa.gpkg"))
    layer = source.GetLayerByName(BUILDINGS)
    described = layer.GetLayerDefn()
    fields = [described.GetFieldDefn(one) for one in range(described.GetFieldCount())]
    kinds = {one.GetName(): (one.GetTypeName(), one.GetWidth()) for one in fields}
    assert layer.GetGeometryColumn() == "geometri"
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "25832"
    asked = ("bfe_nr", "husnr", "arkitektonisk_vurdering", "registreringsdato", "systid_fra")
    assert [kinds[one] for one in asked] == [
        *(("Integer", 0), ("String", 4), ("String", 1024), ("Date", 0), ("DateTime", 0))
    ]
    assert described.GetFieldDefn(described.GetFieldIndex("bevaringsvaerdig")).GetSubType() == ogr.OFSTBoolean


def test_read_back_and_classified_again_the_rows_give_the_same_designation(export, process, town, tmp_path):
    assert export(extract(tmp_path / "udtraek.gpkg", row(2, 2)), *ADOPTED).code == 0
    save = f"SAVE={tmp_path / 'geofa.gpkg'}|layername={BUILDINGS}"
    ready, again = tmp_path / "klar.gpkg", tmp_path / "igen.gpkg"
    done = process("run", "lyngby_heritage:preparebuildings", "--", save, f"OUTPUT={ready}")
    assert done.code == 0, done.log
    done = process("run", "lyngby_heritage:classifybuildings", "--", f"BUILDINGS={ready}", f"OUTPUT={again}")
    assert done.code == 0, done.log
    before = {one["bygning_id"]: one for one in read_layer(town["BUILDINGS"].split("|")[0])}
    after = {one["bygning_id"]: one for one in read_layer(again)}
    assert set(before) - set(after) == {bbr(5)}, "which nobody has assessed"
    for one, designated in after.items():
        asked = ("udpeget", "udpegning", "save_vaerdi", "opfoerelsesaar", "anvendelse", "ydervaeg", "tagdaekning")
        assert [designated[name] for name in asked] == [before[one][name] for name in asked]
        assert designated["ejendom_id"] == before[one]["ejendom_id"]


def test_the_sample_town_comes_back_as_it_was_designated(process, sample, tmp_path):
    """With its registers, parcels, neighbours and decisions: building by building, by ground and all."""

    def run(tool, output, **given):
        told = [f"{name}={value}" for name, value in given.items()]
        done = process("run", f"lyngby_heritage:{tool}", "--", *told, f"OUTPUT={tmp_path / output}")
        assert done.code == 0, done.log

    def layer(name):
        return f"{sample}|layername={name}"

    registers = {"BBR": layer("bbr"), "FOOTPRINTS": layer("geodanmark_bygning"), "FLOORS": layer("etager")}
    same = {
        "PARCELS": layer("jordstykker"),
        "CONTEXT_BUILDINGS": layer("bbr"),
        "DECISIONS": layer("beslutninger"),
    }
    run("preparebuildings", "klar.gpkg", SAVE=layer("fbb"), SAVE_SECOND=layer("bygningsvurdering"), **registers)
    run("classifybuildings", "foer.gpkg", BUILDINGS=tmp_path / "klar.gpkg", **same)
    state = {"STATE": 2, "ADOPTED": "2026-11-02"}
    source = layer("bygningsvurdering")
    run("exportgeofa", "geofa.gpkg", BUILDINGS=tmp_path / "foer.gpkg", SOURCE_6205=source, **state)
    run("preparebuildings", "igen.gpkg", SAVE=f"{tmp_path / 'geofa.gpkg'}|layername={BUILDINGS}", **registers)
    run("classifybuildings", "efter.gpkg", BUILDINGS=tmp_path / "igen.gpkg", **same)
    before, after = (
        {one["bygning_id"].lower(): (one["udpeget"], one["udpegning"], one["save_vaerdi"]) for one in read_layer(place)}
        for place in (tmp_path / "foer.gpkg", tmp_path / "efter.gpkg")
    )
    assert sum(designated for designated, _, _ in before.values()) > 10
    assert after == before


def test_its_own_rows_given_back_change_nothing(export, process, tmp_path):
    assert export(*ADOPTED).code == 0
    (tmp_path / "geofa.gpkg").rename(tmp_path / "hentet.gpkg")
    done = export(f"SOURCE_6205={tmp_path / 'hentet.gpkg'}|layername={BUILDINGS}", *ADOPTED)
    found = told(done)
    assert (found["ROW_COUNT"], found["UNTOUCHED_COUNT"], found["CHANGE_COUNT"]) == (4, 4, 0)


def test_a_plan_that_is_not_adopted_is_refused(export, packages, tmp_path):
    refused(export(buildings=packages["forslag"]), tmp_path, "BUILDINGS: the plan is not adopted (Forslag)")
    refused(export(*ADOPTED, buildings=packages["forslag"]), tmp_path, "STATE is 2, and the package", "says 1")
    refused(export(), tmp_path, "BUILDINGS lies in no package of a plan", "STATE = 2 and ADOPTED")
    refused(export("STATE=1"), tmp_path, "BUILDINGS: the plan is not adopted (Forslag)")
    refused(export("STATE=0", "ADOPTED=2026-11-02"), tmp_path, "ADOPTED is 2026-11-02, but STATE = 0")
    later = export("ADOPTED=2026-11-03", buildings=packages["vedtaget"])
    refused(later, tmp_path, "ADOPTED is 2026-11-03, and the package", "says 2026-11-02")


def test_environments_of_a_draft_are_refused_by_their_own_name_and_not_the_plans(export, packages, tmp_path):
    environments = packages["forslag"].replace("layername=bygninger", "layername=kulturmiljoeer")
    done = export(f"ENVIRONMENTS={environments}", buildings=packages["vedtaget"])
    refused(
        done, tmp_path, "ENVIRONMENTS lies in the package", "whose plan is not adopted (Forslag)", "leave ENVIRONMENTS"
    )


def test_a_text_longer_than_its_field_is_refused_with_layer_row_and_value(export, tmp_path):
    given = extract(tmp_path / "udtraek.gpkg", row(1), row(2, house_number="12 A1"))
    refused(
        export(given, *ADOPTED), tmp_path, "bygningsvurdering (udtraek.gpkg), row 2: husnr is 12 A1, which is too long"
    )


def test_another_municipalitys_extract_and_another_layer_are_refused(export, town, tmp_path):
    given = extract(tmp_path / "udtraek.gpkg", row(1, municipality=151))
    refused(export(given, *ADOPTED), tmp_path, "1 row of 1 belongs to another municipality: Ballerup")
    given = f"SOURCE_6205={town['ENVIRONMENTS']}"
    refused(export(given, *ADOPTED), tmp_path, "has none of the fields bevaringsvaerdig, bevaringsaarsag_kode")


def test_a_building_without_number_or_outline_is_listed(export, town, tmp_path):
    fields = tuple(one for one in BUILDING_FIELDS if not one.startswith("bbrnummer"))
    houses = [(*one[:2], *one[3:]) for one in (house(1, 3, True, "vaerdi_1_3"), house(2, 5, False, "ikke_udpeget"))]
    bare = write_layer(tmp_path / "by.gpkg", "by", houses, fields)
    done = export(*ADOPTED, buildings=bare)
    assert (told(done)["ROW_COUNT"], told(done)["UNWRITTEN_COUNT"]) == (0, 2)
    (first, _) = rows_of(tmp_path, "mangler")
    assert (first["adresse"], first["felt"], first["skrevet"]) == ("Byvej 1", "bygningsnummer", 0)
    assert first["mangler"] == "Mangler bygningsnummer."


def test_an_extract_from_before_the_plan_is_told(export, tmp_path):
    given = extract(tmp_path / "udtraek.gpkg", row(1, changed="2026-10-05T08:00:00Z"))
    fresh = export(given, "STATE=2", "ADOPTED=2026-10-06")
    assert "its newest row was changed on 2026-10-05, before the plan was adopted (2026-10-06)" in fresh.log
    old = export(given, "STATE=2", "ADOPTED=2999-01-01")
    assert "from before the plan was adopted (2999-01-01)" in old.log
    assert "which is yet to come" in old.log


def test_a_run_that_goes_by_a_later_day_finds_the_plan_adopted(export, monkeypatch):
    monkeypatch.setenv("LYNGBY_HERITAGE_DAY", "2999-01-01")
    done = export("STATE=2", "ADOPTED=2999-01-01")
    assert done.code == 0, done.log
    assert "which is yet to come" not in done.log


def test_a_layer_may_be_named_by_its_place_in_the_folder_one_stands_in(process, town, tmp_path):
    shutil.copy(town["BUILDINGS"].split("|")[0], tmp_path / "udpegning.gpkg")
    done = process("run", TOOL, "--", "BUILDINGS=udpegning.gpkg", *ADOPTED, "OUTPUT=geofa.gpkg", cwd=tmp_path)
    assert done.code == 0, done.log
    assert len(rows_of(tmp_path)) == 4


def test_without_an_extract_it_is_said_that_rows_may_come_twice(export):
    done = export("STATE=2")
    assert "every row is new and has no objekt_id" in done.log
    assert "Nobody says when the plan was adopted" in done.log


def test_degrees_become_metres_and_heights_go(export, tmp_path):
    place = "POLYGON Z((12.5 55.8 7,12.501 55.8 7,12.501 55.801 7,12.5 55.801 7,12.5 55.8 7))"
    layer = write_layer(
        tmp_path / "by.gpkg", "by", [(place, *house(1, 3, True, "vaerdi_1_3")[1:])], BUILDING_FIELDS, epsg=4326
    )
    assert export(*ADOPTED, buildings=layer).code == 0
    ((_, high, west),) = outlines(tmp_path)
    assert not high
    assert 719_000 < west < 720_000


def test_its_own_input_is_not_written_over_and_the_ending_is_asked_for(export, tmp_path, process, town):
    given = extract(tmp_path / "geofa_hentet.gpkg", row(1))
    done = process(
        *("run", TOOL, "--", f"BUILDINGS={town['BUILDINGS']}", given, *ADOPTED),
        f"OUTPUT={tmp_path / 'geofa_hentet.gpkg'}",
    )
    assert done.code != 0
    assert "OUTPUT is the same file as SOURCE_6205" in done.log
    done = process("run", TOOL, "--", f"BUILDINGS={town['BUILDINGS']}", *ADOPTED, f"OUTPUT={tmp_path / 'geofa.shp'}")
    assert done.code != 0
    assert "must end in .gpkg" in done.log
    assert [one.name for one in tmp_path.iterdir()] == ["geofa_hentet.gpkg"]


def test_a_persons_files_beside_the_geopackage_stay(export, tmp_path):
    """A list that was there before, and one that somebody wrote in since; our own, untouched, is written anew."""
    (tmp_path / "geofa.xlsx").write_bytes(b"min egen")
    first = export(*ADOPTED)
    assert first.code == 0, first.log
    assert "kept as geofa (tidligere).xlsx" in first.log
    assert (tmp_path / "geofa (tidligere).xlsx").read_bytes() == b"min egen"
    (tmp_path / "geofa (tidligere).xlsx").unlink()

    again = export(*ADOPTED)
    assert "kept as" not in again.log
    assert sorted(one.name for one in tmp_path.iterdir()) == ["geofa.gpkg", "geofa.xlsx", "geofa_LAES_MIG.txt"]

    with open(tmp_path / "geofa_LAES_MIG.txt", "ab") as opened:
        opened.write("Ført ind den 4. maj".encode())
    export(*ADOPTED)
    assert (tmp_path / "geofa_LAES_MIG (tidligere).txt").read_bytes().endswith("Ført ind den 4. maj".encode())
    assert not (tmp_path / "geofa (tidligere).xlsx").exists()


def test_a_geopackage_with_somebodys_table_is_not_replaced(export, tmp_path):
    """Outside QGIS's dialog nobody asks; what the tool wrote itself is written anew."""
    write_layer(
        tmp_path / "geofa.gpkg", "mine_huse", [("POINT(720000 6190000)", "nr. 1")], ("note:text",), kind="POINT"
    )
    before = (tmp_path / "geofa.gpkg").read_bytes()
    refused = export(*ADOPTED)
    assert refused.code == 1
    assert "no run of the tool wrote (mine_huse)" in refused.log
    assert (tmp_path / "geofa.gpkg").read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["geofa.gpkg"]

    (tmp_path / "geofa.gpkg").unlink()
    assert export(*ADOPTED).code == 0
    write_layer(tmp_path / "geofa.gpkg", "egen", [("POINT(720000 6190000)", "x")], ("note:text",), kind="POINT")
    added = export(*ADOPTED)
    assert added.code == 1
    assert "(egen)" in added.log


def test_an_extract_without_geometry_is_refused(export, tmp_path):
    table = write_layer(tmp_path / "tabel.gpkg", "tabel", [(None, True, 1)], ROW_FIELDS[6:8], kind="NONE")
    done = export(*ADOPTED, f"SOURCE_6205={table}")
    assert done.code != 0
    assert "tabel (SOURCE_6205) is a table without geometry" in done.log
    assert not (tmp_path / "geofa.gpkg").exists()
