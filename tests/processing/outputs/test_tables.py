"""A table of PostGIS is whole or as it was, and stays what the municipality has made of it."""

import re

import pytest
from builders import square
from conftest import ROOT, read_layer, write_layer
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from lyngby_heritage.core.common.errors import HeritageError
from lyngby_heritage.processing.outputs import staging
from lyngby_heritage.processing.outputs.tables import TITLES

FIELDS = ("bygning_id:text", "save_vaerdi:int")


def houses(tmp_path, count, value=3):
    """A file of this many houses, all of one SAVE value."""
    file = tmp_path / f"huse_{count}.gpkg"
    file.unlink(missing_ok=True)
    return write_layer(file, "huse", [(square(20 * i), f"h{i}", value) for i in range(count)], FIELDS)


def output(postgis, table="ud", **details):
    return f"postgis:{postgis.address(table, **details)}"


@pytest.fixture
def classify_to(process, postgis, tmp_path):
    """Classify this many houses into the table ud, or wherever OUTPUT says."""

    def run(count, **more):
        given = {"BUILDINGS": houses(tmp_path, count), "OUTPUT": output(postgis), **more}
        named = [f"{name}={value}" for name, value in given.items()]
        return process("run", "lyngby_heritage:classifybuildings", "--json", "--", *named)

    postgis.sql("drop table if exists ud cascade", "drop table if exists layer_styles")
    return run


def tables(postgis):
    return postgis.sql("select relname from pg_class where relname like 'ud%' and relkind = 'r' order by 1").split()


def ids(postgis):
    return postgis.sql("select bygning_id from ud order by fid").split()


def test_a_new_table_holds_the_rows_that_a_file_would_and_other_tools_open_it(classify_to, postgis, tmp_path):
    classify_to(3, OUTPUT=tmp_path / "ud.gpkg")
    done = classify_to(3)
    assert done.code == 0, done.log
    address = done.results["OUTPUT"]
    assert address.startswith("postgres://")
    layer = QgsVectorLayer(address.removeprefix("postgres://"), "ud", "postgres")
    of_table = [{name: row[name] for name in layer.fields().names() if name != "fid"} for row in layer.getFeatures()]
    of_file = [{name: one for name, one in row.items() if name != "fid"} for row in read_layer(tmp_path / "ud.gpkg")]

    def plain(row):
        return {name: str(int(one) if isinstance(one, bool) else one) for name, one in row.items() if one}

    assert [plain(row) for row in of_table] == [plain(row) for row in of_file]
    assert layer.wkbType() == QgsVectorLayer(str(tmp_path / "ud.gpkg"), "ud", "ogr").wkbType()
    assert layer.crs().authid() == "EPSG:25832"
    assert tables(postgis) == ["ud"]
    assert "gist" in postgis.sql("select indexdef from pg_indexes where tablename = 'ud' and indexdef like '%gist%'")


def test_a_table_that_is_there_keeps_rights_comment_and_views(classify_to, postgis):
    assert classify_to(3).code == 0
    postgis.sql("drop role if exists laeser_ud", "create role laeser_ud", "grant select on ud to laeser_ud")
    postgis.sql("comment on table ud is 'Udpegning'", "create view udsigt as select bygning_id, udpeget from ud")
    assert classify_to(5).code == 0
    assert ids(postgis) == ["h0", "h1", "h2", "h3", "h4"]
    assert postgis.sql("select count(*) from udsigt") == "5"
    assert postgis.sql("select obj_description('ud'::regclass)") == "Udpegning"
    assert postgis.sql("select has_table_privilege('laeser_ud', 'ud', 'select')") == "t"
    postgis.sql("drop view udsigt", "drop table ud", "drop role laeser_ud")


BREAKS = {
    "an error": "raise exception 'nej'",
    "an ended session": "perform pg_terminate_backend(pg_backend_pid())",
}


@pytest.mark.parametrize("what", BREAKS)
def test_what_fails_in_the_middle_of_the_rows_leaves_the_table_as_it_was(classify_to, postgis, what):
    assert classify_to(3).code == 0
    postgis.sql(
        f"create or replace function stop() returns trigger language plpgsql as $$ begin "
        f"if new.bygning_id = 'h4' then {BREAKS[what]}; end if; return new; end $$",
        "create trigger stop before insert on ud for each row execute function stop()",
    )
    done = classify_to(6)
    assert done.code == 1
    assert "OUTPUT: public.ud (kort) cannot be written, and nothing was changed there." in done.log
    assert ids(postgis) == ["h0", "h1", "h2"]


@pytest.mark.parametrize("before", [0, 3])
def test_a_file_that_cannot_be_moved_into_place_leaves_the_table_as_it_was(
    classify_to, postgis, tmp_path, monkeypatch, before
):
    """The report and the table are one result."""
    if before:
        assert classify_to(before).code == 0

    def full(*_):
        raise HeritageError("The disk is full.")

    monkeypatch.setattr(staging, "move", full)
    done = classify_to(6, OUTPUT_HTML=tmp_path / "rapport.html")
    assert done.code == 1
    assert "The disk is full." in done.log
    assert tables(postgis) == (["ud"] if before else [])
    assert not before or ids(postgis) == ["h0", "h1", "h2"]
    assert not (tmp_path / "rapport.html").exists()


def test_a_database_carries_the_style(classify_to, postgis):
    with postgis.log() as errors:
        assert classify_to(3).code == 0
    assert errors == []
    stored = "select f_table_name, stylename, useasdefault from layer_styles order by useasdefault desc"
    assert postgis.sql(stored).split() == ["ud|udpegning|t", "ud|Sikkerhed|f"]
    layer = QgsVectorLayer(postgis.address("ud"), "ud", "postgres")
    _, loaded = layer.loadDefaultStyle()
    assert loaded
    assert layer.renderer().type() == "RuleRenderer"
    assert classify_to(3).code == 0
    assert postgis.sql("select count(*) from layer_styles") == "2"


def test_the_second_style_of_a_table_shows_how_sure_each_designation_is(classify_to, postgis):
    """The very one that a GeoPackage of the same buildings has beside its default."""
    assert classify_to(3).code == 0
    layer = QgsVectorLayer(postgis.address("ud"), "ud", "postgres")
    _, numbers, names, _, _ = layer.listStylesInDatabase()
    qml, _ = layer.getStyleFromDatabase(numbers[names.index("Sikkerhed")])
    document = QDomDocument()
    document.setContent(qml)
    layer.importNamedStyle(document)
    labels = [rule.label() for rule in layer.renderer().rootRule().children()]
    assert {"Altid udpeget", "Aldrig udpeget"} <= set(labels)
    assert layer.attributeDisplayName(layer.fields().lookupField("udpegning")) == "Grundlag for udpegning"


def test_a_style_that_somebody_gave_the_table_stays_its_default(classify_to, postgis):
    assert classify_to(3).code == 0
    postgis.sql("update layer_styles set stylename = 'Kommunens egen' where useasdefault")
    done = classify_to(3)
    assert done.code == 0
    assert "public.ud (kort) has a style of somebody's, which was left as it is." in done.log
    assert postgis.sql("select stylename from layer_styles where useasdefault") == "Kommunens egen"


def test_who_may_not_store_a_style_gets_the_rows_and_a_warning(classify_to, postgis):
    postgis.sql("drop schema if exists kun cascade", "drop role if exists skriver", "create role skriver login")
    postgis.sql("create schema kun authorization skriver")
    done = classify_to(3, OUTPUT=output(postgis, "kun.ud", user="skriver"))
    assert done.code == 0, done.log
    assert "The style of kun.ud (kort) could not be stored in the database: " in done.log
    assert postgis.sql("select count(*) from kun.ud") == "3"
    postgis.sql("drop schema kun cascade", "drop role skriver")


def test_columns_that_the_table_lacks_are_added_and_those_of_somebody_s_are_named(classify_to, postgis):
    assert classify_to(3).code == 0
    postgis.sql("alter table ud drop column sikkerhed, drop column udpeget, add column sagsbehandler text default 'ab'")
    done = classify_to(3)
    assert done.code == 0, done.log
    assert "public.ud (kort): columns were added: udpeget, sikkerhed." in done.log
    assert "nothing was written into the columns sagsbehandler, which the result does not have." in done.log
    assert postgis.sql("select pg_typeof(udpeget), udpeget, sagsbehandler from ud limit 1") == "boolean|t|ab"


REFUSED = {
    "a view": ("public.udsigt", "OUTPUT: public.udsigt (kort) is a view, into which no result is written."),
    "no schema": ("nul.ud", "OUTPUT: there is no schema for nul.ud (kort) that you may use."),
    "no right to make": ("public.ud2", "OUTPUT: you may not make the table public.ud2 (kort)."),
    "no right to write": ("public.ud", "OUTPUT: you may not replace the rows of public.ud (kort)."),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_written_is_refused_before_anything_is(classify_to, postgis, tmp_path, what):
    assert classify_to(3).code == 0
    postgis.sql("create view udsigt as select * from ud", "drop role if exists gaest", "create role gaest login")
    table, said = REFUSED[what]
    user = "gaest" if "right" in what else "plan"
    done = classify_to(6, OUTPUT=output(postgis, table, user=user), OUTPUT_HTML=tmp_path / "rapport.html")
    assert done.code == 1
    assert said in done.log
    assert ids(postgis) == ["h0", "h1", "h2"]
    assert not (tmp_path / "rapport.html").exists()
    postgis.sql("drop view udsigt", "drop role gaest")


def test_a_server_that_does_not_answer_is_named_without_the_password(classify_to, postgis):
    address = output(postgis, more=" password='hemmelig'").replace(f"port={postgis.port}", "port=1")
    done = classify_to(3, OUTPUT=address)
    assert done.code == 1
    said = next(line for line in done.log.splitlines() if line.startswith("OUTPUT: "))
    assert "public.ud (kort) cannot be written, and nothing was changed there." in said
    assert "hemmelig" not in said


def test_a_table_of_another_kind_of_geometry_is_left_alone(classify_to, postgis):
    postgis.sql("create table ud (fid serial primary key, bygning_id text, geom geometry(Point, 25832))")
    postgis.sql("insert into ud (bygning_id) values ('x')")
    done = classify_to(3)
    assert done.code == 1
    assert "public.ud (kort) holds Point in EPSG:25832, and the result is Polygon in EPSG:25832." in done.log
    assert ids(postgis) == ["x"]


def test_two_outputs_do_not_share_a_table(classify_to, postgis):
    done = classify_to(4, OUTPUT_PAIRS=output(postgis))
    assert done.code == 1
    assert "OUTPUT_PAIRS would replace public.ud (kort), which OUTPUT" in done.log
    assert tables(postgis) == []
    assert classify_to(3).code == 0
    done = classify_to(4, OUTPUT_PAIRS=output(postgis, host="localhost"))
    assert done.code == 1
    assert "OUTPUT_PAIRS would replace public.ud (kort), which OUTPUT" in done.log
    assert ids(postgis) == ["h0", "h1", "h2"]


OTHERS = {
    "somebody's buildings": (
        "create table ud (fid serial primary key, bygning_id text, save_vaerdi int, note text, "
        "geom geometry(Polygon, 25832))",
        "it has no column udpeget, udpegning, ensartethed",
    ),
    "another tool's": (
        "create table ud as select fid, geom, bygning_id, save_vaerdi, 'ny' as aendring, 'a' as foer, 'b' as efter "
        "from kilde",
        "it has no column udpeget, udpegning, ensartethed",
    ),
    "another tool's with these columns too": (
        "create table ud as select *, 'uuid' as kobling from kilde",
        "holds another result (bygninger), which would be lost.",
    ),
}


@pytest.mark.parametrize("what", OTHERS)
def test_a_table_of_another_kind_is_refused_and_keeps_its_rows(classify_to, postgis, tmp_path, what):
    made, said = OTHERS[what]
    postgis.sql("drop table if exists kilde")
    assert classify_to(2, OUTPUT=output(postgis, "kilde")).code == 0
    postgis.sql("delete from layer_styles", made)
    if "uuid" in made:
        columns = "f_table_catalog, f_table_schema, f_table_name, f_geometry_column, stylename, useasdefault"
        postgis.sql(f"insert into layer_styles ({columns}) values ('kort', 'public', 'ud', 'geom', 'bygninger', true)")
    if "kilde" not in made:
        postgis.sql("insert into ud (bygning_id, save_vaerdi, note) values ('x', 4, 'husk'), ('y', 4, 'ring')")
    before = postgis.sql("select * from ud order by fid")
    done = classify_to(3, OUTPUT_HTML=tmp_path / "rapport.html")
    assert done.code == 1
    assert "OUTPUT: public.ud (kort) holds " in done.log
    assert said in done.log
    assert postgis.sql("select * from ud order by fid") == before != ""
    assert not (tmp_path / "rapport.html").exists()
    postgis.sql("drop table kilde")


def test_a_table_that_somebody_made_for_the_result_and_that_is_empty_is_filled(classify_to, postgis):
    postgis.sql("create table ud (fid serial primary key, bygning_id text, geom geometry(Polygon, 25832))")
    done = classify_to(3)
    assert done.code == 0, done.log
    assert ids(postgis) == ["h0", "h1", "h2"]


def test_the_titles_are_those_that_the_tools_store():
    given = r'\.style\(\s*"OUTPUT\w*",\s*(?:f?"[^"]*"|[\w.()]+),\s*"([^"]+)"'
    files = (ROOT / "lyngby_heritage" / "processing").rglob("*.py")
    assert {one for file in files for one in re.findall(given, file.read_text(encoding="utf-8"))} == TITLES
