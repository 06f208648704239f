"""A read that breaks halfway is an error that names the layer, and never a shorter layer."""

import pytest
from conftest import read_layer, write_layer
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer
from wfs import serving

from lyngby_heritage.processing.tools.provider import HeritageProvider

# 5400 squares of 10 m; 4500 is the row at which reading breaks.
SQUARES = """
create table huse as select i as fid, 'h' || i as bygning_id, 1 + i % 9 as save_vaerdi, st_multi(st_makeenvelope(
    720000 + i % 100 * 20, 6188000 + i / 100 * 20, 720010 + i % 100 * 20, 6188010 + i / 100 * 20, 25832
))::geometry(MultiPolygon, 25832) as geom from generate_series(1, 5400) i;
alter table huse add primary key (fid);
create function daarlig(n int) returns int language plpgsql stable as
    $$ begin if n = 4500 then raise exception 'en daarlig raekke'; end if; return n; end $$;
create function afbrudt(n int) returns int language plpgsql stable as
    $$ begin if n = 4500 then perform pg_terminate_backend(pg_backend_pid()); end if; return n; end $$;
create function snakker(n int) returns int language plpgsql stable as
    $$ begin if n = 4500 then raise notice 'en besked'; end if; return n; end $$;
create view daarlige as select fid, case when daarlig(fid) > 0 then bygning_id end bygning_id, save_vaerdi, geom
    from huse;
create view afbrudte as select fid, case when afbrudt(fid) > 0 then bygning_id end bygning_id, save_vaerdi, geom
    from huse;
create view snakkende as select fid, case when snakker(fid) > 0 then bygning_id end bygning_id, save_vaerdi, geom
    from huse;
"""


@pytest.fixture(scope="module")
def server(postgis):
    postgis.sql(SQUARES, "create role laeser login", "grant select on huse to laeser")
    return postgis


def classify(process, tmp_path, **given):
    given = [f"{name}={value}" for name, value in given.items()]
    return process("run", "lyngby_heritage:classifybuildings", "--", *given, f"OUTPUT={tmp_path / 'ud.gpkg'}")


@pytest.mark.parametrize("view", ["daarlige", "afbrudte"])
@pytest.mark.parametrize("role", ["BUILDINGS", "CONTEXT_BUILDINGS"])
@pytest.mark.parametrize("counting", ["", " estimatedmetadata=true"])
def test_an_error_in_a_view_and_an_ended_session_end_the_run(process, server, tmp_path, view, role, counting):
    given = {"BUILDINGS": server.layer("huse"), role: server.layer(view, more=counting)}
    done = classify(process, tmp_path, **given)
    assert done.code == 1
    assert f"The layer {view} ({role}) could not be read to its end. Its source says: " in done.log
    assert ("en daarlig raekke" if view == "daarlige" else "terminating connection") in done.log
    assert list(tmp_path.iterdir()) == []


def test_a_notice_of_the_database_is_no_error(process, server, tmp_path):
    done = classify(process, tmp_path, BUILDINGS=server.layer("snakkende"))
    assert done.code == 0, done.log
    assert "5400" in done.log


def test_a_view_is_read_to_its_end_through_gdal_too(process, server, tmp_path):
    address = f"PG:host=127.0.0.1 port={server.port} user=plan dbname=kort tables=daarlige"
    done = classify(process, tmp_path, BUILDINGS=address)
    assert done.code == 1
    assert "(BUILDINGS) could not be read to its end. Its source says: " in done.log
    assert "en daarlig raekke" in done.log


def refusal_of_project_layer(server, table, before, after):
    """What a tool says of a layer of the open project to whose table something happens after it was opened."""
    provider = HeritageProvider()
    provider.loadAlgorithms()
    tool = next(one for one in provider.algorithms() if one.name() == "classifybuildings").create()
    server.sql(*before)
    layer = QgsVectorLayer(server.address(table, user="laeser"), "Mine huse", "postgres")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    server.sql(*after)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    feedback = QgsProcessingFeedback(False)
    _, good = tool.run({"BUILDINGS": layer.id(), "OUTPUT": "memory:"}, context, feedback)
    assert not good
    del tool, provider
    return feedback.textLog()


def test_a_table_that_is_dropped_after_it_was_opened_is_named(qgis_app, server):
    before = ("create table kopi as select * from huse", "alter table kopi add primary key (fid)")
    said = refusal_of_project_layer(server, "kopi", (*before, "grant select on kopi to laeser"), ["drop table kopi"])
    assert "The layer Mine huse (BUILDINGS) could not be read to its end." in said
    assert 'relation "public.kopi" does not exist' in said


def test_rights_that_are_revoked_after_it_was_opened_are_named(qgis_app, server):
    said = refusal_of_project_layer(server, "huse", [], ["revoke select on huse from laeser"])
    assert "The layer Mine huse (BUILDINGS) could not be read to its end." in said
    assert "permission denied for table huse" in said


def test_a_layer_whose_source_is_gone_is_not_told_to_lack_a_coordinate_system(process, server, tmp_path):
    done = classify(process, tmp_path, BUILDINGS=server.layer("findes_ikke"))
    assert done.code == 1
    assert "coordinate" not in done.log
    assert "findes_ikke" in done.log


def test_an_optional_input_without_rows_is_a_warning(process, tmp_path):
    file = tmp_path / "by.gpkg"
    house = write_layer(
        file, "huse", [("POLYGON((0 0,9 0,9 9,0 9,0 0))", "a", 4)], ("bygning_id:text", "save_vaerdi:int")
    )
    decisions = write_layer(file, "beslutninger", [], ("bygning_id:text", "beslutning:text"), kind="NONE")
    done = classify(process, tmp_path, BUILDINGS=house, DECISIONS=decisions)
    assert done.code == 0, done.log
    said = "beslutninger (by.gpkg) (DECISIONS) has no rows: what it should tell of is missing in the result."
    assert done.log.count(said) == 1


# ---- a service -------------------------------------------------------------------------------------------------------

CORNERS = [(720000 + 20 * i, 6188000) for i in range(40)]


def ring(x, y, between):
    return between.join(f"{x + a} {y + b}" for a, b in ((0, 0), (10, 0), (10, 10), (0, 10), (0, 0)))


@pytest.fixture
def service():
    with serving([(f"h{i}", 1 + i % 9, ring(x, y, " ")) for i, (x, y) in enumerate(CORNERS)]) as serves:
        yield serves


def test_a_service_gives_the_rows_that_a_file_gives(process, service, tmp_path):
    rows = [(f"POLYGON(({ring(x, y, ',')}))", f"h{i}", 1 + i % 9) for i, (x, y) in enumerate(CORNERS)]
    file = write_layer(tmp_path / "by.gpkg", "huse", rows, ("bygning_id:text", "save_vaerdi:int"))
    results = []
    for buildings in (file, service.layer):
        done = classify(process, tmp_path, BUILDINGS=buildings)
        assert done.code == 0, done.log
        assert "url=" not in done.log.split("Inputs")[1].split("\n\n", 1)[1].split("BUILDINGS:")[0]
        found = read_layer(tmp_path / "ud.gpkg")
        results.append([{name: one for name, one in row.items() if name not in ("fid", "gml_id")} for row in found])
    assert len(results[0]) == len(CORNERS)
    assert results[0] == results[1]


WAYS = ["a refusal", "a closed connection", "half an answer"]


@pytest.mark.parametrize(
    ("what", "counts"), [*((one, counts) for one in WAYS for counts in (True, False)), ("a report of an error", True)]
)
def test_a_service_that_breaks_off_ends_the_run(process, service, tmp_path, what, counts):
    service.breaks, service.counts = what, counts
    done = classify(process, tmp_path, BUILDINGS=service.layer)
    assert done.code == 1
    assert "huse (BUILDINGS)" in done.log
    if what == "a report of an error":
        assert "the service says that it has 40 rows, but gave none" in done.log
    else:
        assert "could not be read to its end. Its source says: Download of features" in done.log
    assert list(tmp_path.iterdir()) == []
