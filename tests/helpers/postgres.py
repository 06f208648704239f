"""A real PostgreSQL with PostGIS for the tests: of their own, on a free port of this machine, gone at their end."""

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

UNPRIVILEGED = "nobody"
"""PostgreSQL refuses to run as root."""
PROGRAMS = "/usr/lib/postgresql"
POSTGIS = "/usr/share/postgresql/{version}/extension/postgis.control"
LACKS = "PostgreSQL with PostGIS is not on this machine; where apt is, tools/setup --tests installs it"


def programs():
    """The folder of the newest PostgreSQL's programs that has PostGIS, or None."""
    versions = [one.name for one in Path(PROGRAMS).glob("*") if Path(POSTGIS.format(version=one.name)).is_file()]
    return Path(PROGRAMS) / max(versions, key=int) / "bin" if versions else None


class Server:
    """A server at work, and its one database."""

    def __init__(self, port, log):
        self.port = port
        self._log = log

    def sql(self, *statements, user="plan"):
        """What psql prints of the last of these statements: a row a line, cells with | between."""
        asked = [part for one in statements for part in ("-c", one)]
        given = ["-h", "127.0.0.1", "-p", str(self.port), "-U", user, "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1"]
        done = subprocess.run(["psql", *given, "kort", *asked], capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def address(self, table, geometry="geom", key="fid", user="plan", host="127.0.0.1", more=""):
        """How QGIS writes the address of a table, without its provider."""
        column = f" ({geometry})" if geometry else ""
        keyed = f" key='{key}'" if key else ""
        schema, _, name = table.rpartition(".")
        return (
            f"dbname='kort' host={host} port={self.port} user='{user}' sslmode=disable{keyed}{more} "
            f'table="{schema or "public"}"."{name}"{column}'
        )

    def layer(self, table, **details):
        """The address as an input of a tool."""
        return f"postgres://{self.address(table, **details)}"

    def load(self, layer, table):
        """Copy a layer of a file, as `file|layername=name`, into a table."""
        from osgeo import gdal

        file, _, name = str(layer).partition("|layername=")
        schema, _, title = table.rpartition(".")
        options = gdal.VectorTranslateOptions(
            format="PostgreSQL",
            layers=[name],
            layerName=f"{schema or 'public'}.{title}",
            layerCreationOptions=["GEOMETRY_NAME=geom", "FID=fid", "LAUNDER=NO"],
            accessMode="append",
        )
        server = f"PG:host=127.0.0.1 port={self.port} user=plan dbname=kort"
        target = gdal.OpenEx(server, gdal.OF_VECTOR | gdal.OF_UPDATE)
        assert gdal.VectorTranslate(target, gdal.OpenEx(file, gdal.OF_VECTOR), options=options) is not None
        del target

    @contextmanager
    def log(self):
        """A list that holds, after the block, the errors that the server wrote into its log meanwhile."""
        found = []
        before = self._log.stat().st_size
        yield found
        said = self._log.read_bytes()[before:].decode("utf-8", "replace").splitlines()
        found += [line for line in said if "ERROR:" in line or "FATAL:" in line]


@contextmanager
def running():
    """A Server, from an empty data directory; pytest.skip where there is none to start."""
    import pytest

    found = programs()
    if found is None or shutil.which("psql") is None:
        pytest.skip(LACKS)
    as_whom = {"user": UNPRIVILEGED, "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="lyngby_heritage-postgres-"))
    if as_whom:
        shutil.chown(folder, UNPRIVILEGED, "nogroup")
    data, log = folder / "data", folder / "log"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(program, *arguments):
        subprocess.run(
            [found / program, "-D", data, *arguments],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd=folder,
            timeout=120,
            **as_whom,
        )

    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    try:
        run("initdb", "-A", "trust", "-U", "plan", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
        run("pg_ctl", "-w", "-l", log, "-o", settings, "start")
        try:
            server = Server(port, log)
            known = ["-h", "127.0.0.1", "-p", str(port), "-U", "plan"]
            subprocess.run(["createdb", *known, "kort"], check=True, timeout=60)
            server.sql("create extension postgis")
            yield server
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
