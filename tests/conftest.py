"""What the tests share: qgis_process, small layers written from WKT, and the real extracts where they lie."""

import json
import os
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from lyngby_tests import session
from postgres import running

ROOT = Path(__file__).resolve().parents[1]
TOOL = str(ROOT / "tools" / "qgis_process")


@dataclass
class Run:
    """What came of a run of qgis_process."""

    code: int
    out: str
    err: str

    @property
    def results(self):
        return json.loads(self.out)["results"]

    @property
    def log(self):
        """Everything that was said, whichever way: with --json the log is part of the JSON."""
        try:
            said = json.loads(self.out).get("log", {})
        except ValueError:
            said = {}
        return "\n".join([self.out, self.err, *(str(line) for lines in said.values() for line in lines)])


def qgis_process(*arguments, stdin=None, env=None, cwd=None, timeout=300):
    """Run one of the plugin's tools in this qgis_process, and everything else by the real program."""
    arguments = [str(one) for one in arguments]
    ours = arguments[0] == "run" and any(one.startswith("lyngby_heritage:") for one in arguments)
    if session.inside_qgis and ours and not session.real_start and env is None and cwd is None:
        from lyngby_tests import command

        return Run(*command.run(arguments, stdin))
    return start_program(*arguments, stdin=stdin, env=env, cwd=cwd, timeout=timeout)


def start_program(*arguments, stdin=None, env=None, cwd=None, timeout=300):
    """Start tools/qgis_process with these arguments."""
    given = {"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin}
    done = subprocess.run(
        [TOOL, *arguments],
        **given,
        capture_output=True,
        text=True,
        check=False,
        timeout=timeout,
        cwd=cwd,
        env={**os.environ, **(env or {})},
    )
    return Run(done.returncode, done.stdout, done.stderr)


def pytest_runtest_setup(item):
    session.real_start = item.get_closest_marker("real_start") is not None


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown():
    """No test finds the layers of another in the project that all of QGIS shares."""
    if session.inside_qgis:
        from qgis.core import QgsProject

        if QgsProject.instance().mapLayers():
            QgsProject.instance().clear()


@pytest.fixture(scope="session")
def process():
    """Call qgis_process with these arguments: inside the one that runs already where that shows the same."""
    return qgis_process


@pytest.fixture(scope="session")
def qgis_app():
    """The application of the qgis_process that this test runs in."""
    if not session.inside_qgis:
        pytest.fail("this test needs QGIS: start it with tools/run_tests")
    from qgis.core import QgsApplication

    return QgsApplication.instance()


@pytest.fixture(scope="session")
def classify():
    """Run classifybuildings with these parameters and read its answer as JSON."""

    def run(env=None, **parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        return qgis_process("run", "lyngby_heritage:classifybuildings", "--json", "--", *given, env=env)

    return run


def write_layer(path, name, rows, fields=(), epsg=25832, kind="POLYGON"):
    """Write rows of (wkt or None, value, …) to a layer of a GeoPackage; `fields` are 'name:type' with OGR's types."""
    from osgeo import ogr, osr

    types = {"int": ogr.OFTInteger, "real": ogr.OFTReal, "text": ogr.OFTString, "date": ogr.OFTDate}
    types["bool"] = ogr.OFTInteger
    system = None
    if epsg:
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    driver = ogr.GetDriverByName("GPKG")
    dataset = driver.Open(str(path), 1) if Path(path).exists() else driver.CreateDataSource(str(path))
    kinds = {"POLYGON": ogr.wkbPolygon, "POINT": ogr.wkbPoint, "LINE": ogr.wkbLineString, "NONE": ogr.wkbNone}
    kinds |= {"MULTIPOLYGON": ogr.wkbMultiPolygon, "COLLECTION": ogr.wkbGeometryCollection}
    layer = dataset.CreateLayer(name, system, kinds[kind])
    for field in fields:
        title, type_name = field.split(":")
        definition = ogr.FieldDefn(title, types[type_name])
        if type_name == "bool":
            definition.SetSubType(ogr.OFSTBoolean)
        layer.CreateField(definition)
    for wkt, *values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for field, value in zip(fields, values):
            if value is not None:
                feature.SetField(field.split(":")[0], value)
        if wkt is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
        del feature
    del layer, dataset  # in this order: the one lives in the other
    return f"{path}|layername={name}"


def read_layer(path, name=None):
    """The rows of a layer of a GeoPackage as dicts, in their order, without the geometry."""
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        name = name or Path(path).stem
        rows = database.execute(f'SELECT * FROM "{name}" ORDER BY fid').fetchall()
        return [{key: row[key] for key in row.keys() if key != "geom"} for row in rows]  # noqa: SIM118 - a Row is no dict


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The sample municipality, small."""
    path = tmp_path_factory.mktemp("eksempel") / "eksempel.gpkg"
    run = qgis_process("run", "lyngby_heritage:createsampledata", "--", "PROPERTY_COUNT=300", f"OUTPUT={path}")
    assert run.code == 0, run.err
    return path


@pytest.fixture(scope="module")
def postgis():
    """A PostgreSQL server with PostGIS and a database that is empty but for it; skips where there is none."""
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def realdata():
    """The folder of real register extracts."""
    folder = os.environ.get("LYNGBY_REALDATA")
    if not folder:
        pytest.skip("LYNGBY_REALDATA names no folder with real register extracts")
    return Path(folder)
