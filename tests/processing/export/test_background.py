"""The background of the maps: from a file and from services on this machine, some of which fail."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsHueSaturationFilter, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QColor, QImage

from lyngby_heritage.processing.export import background as module
from lyngby_heritage.processing.export.background import ERRORS, NO_ANSWER, NOTHING, SLOW, Background
from lyngby_heritage.processing.inputs.basemap import credit_of, holds_secret, is_service

PLACE = QgsRectangle(720_000, 6_187_000, 720_300, 6_187_200)
PAPER = (90.0, 60.0)
RED = "#c02020"

CAPABILITIES = """<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
 <Service><Name>WMS</Name><Title>Skaermkort</Title><OnlineResource xlink:href="{url}"/></Service>
 <Capability>
  <Request>
   <GetCapabilities><Format>text/xml</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{url}"/></Get></HTTP>
   </DCPType></GetCapabilities>
   <GetMap><Format>image/png</Format><DCPType><HTTP><Get><OnlineResource xlink:href="{url}"/></Get></HTTP></DCPType>
   </GetMap>
  </Request>
  <Exception><Format>XML</Format></Exception>
  <Layer><Title>Kort</Title><CRS>EPSG:25832</CRS>
   <EX_GeographicBoundingBox><westBoundLongitude>7</westBoundLongitude><eastBoundLongitude>16</eastBoundLongitude>
   <southBoundLatitude>54</southBoundLatitude><northBoundLatitude>58</northBoundLatitude></EX_GeographicBoundingBox>
   <BoundingBox CRS="EPSG:25832" minx="400000" miny="6000000" maxx="900000" maxy="6500000"/>
   <Layer><Name>kort</Name><Title>Kort</Title><CRS>EPSG:25832</CRS></Layer>
  </Layer>
 </Capability>
</WMS_Capabilities>"""


def png(colour, wide=256, tall=256):
    image = QImage(wide, tall, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content.data())


class Service(BaseHTTPRequestHandler):
    """A map service: `behaviour` of its server says what it does when asked for a map."""

    def do_GET(self):
        server = self.server
        if "GetCapabilities" in self.path:
            url = f"http://127.0.0.1:{server.server_port}/wms?"
            self.answer(200, "text/xml", CAPABILITIES.format(url=url).encode())
        elif server.behaviour == "500":
            self.answer(500, "text/plain", b"ingen kort i dag")
        elif server.behaviour == "silent":
            server.silence.wait(30)
        else:
            asked = {name.lower(): values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            self.answer(200, "image/png", png(RED, int(asked.get("width", 256)), int(asked.get("height", 256))))

    def answer(self, code, kind, content):
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def service():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.behaviour, server.silence = "maps", threading.Event()
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.silence.set()
    server.shutdown()
    server.server_close()


def wms(server):
    source = f"crs=EPSG:25832&format=image/png&layers=kort&styles=&url=http://127.0.0.1:{server.server_port}/wms"
    return QgsRasterLayer(source, "Skærmkort", "wms")


def xyz(server, more=""):
    tile = f"http://127.0.0.1:{server.server_port}/{{z}}/{{x}}/{{y}}.png".replace("{", "%7B").replace("}", "%7D")
    return QgsRasterLayer(f"type=xyz&url={tile}{more}&zmin=0&zmax=19", "Fliser", "wms")


def file(folder, name="flyfoto.png"):
    path = folder / name
    path.write_bytes(png("#2020c0"))
    (folder / "flyfoto.pgw").write_text("2\n0\n0\n-2\n719900\n6187300\n", encoding="ascii")
    layer = QgsRasterLayer(str(path), "Flyfoto")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    return layer


def fetched(layer, folder, place=PLACE):
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    made = Background(layer, True, folder, lambda: None)
    made.fetch("hele", place, PAPER, project)
    return made


def seen(background):
    image = QImage(str(background.pictures["hele"]))
    return (image.width(), image.height()), image.pixelColor(image.width() // 2, image.height() // 2)


@pytest.mark.parametrize("kind", [wms, xyz])
def test_a_service_gives_a_grey_and_pale_picture_of_the_map_s_size(service, tmp_path, kind):
    layer = kind(service)
    assert layer.isValid()
    size, colour = seen(fetched(layer, tmp_path))
    assert size == (531, 354)  # 90 × 60 mm of 150 dots an inch
    assert colour.red() == colour.green() == colour.blue()
    assert 140 < colour.red() < 200  # of a red whose grey is 80, half of it white


def test_a_file_does_too(tmp_path):
    (tmp_path / "ud").mkdir()
    size, colour = seen(fetched(file(tmp_path), tmp_path / "ud"))
    assert size == (531, 354)
    assert colour.saturation() == 0


@pytest.mark.parametrize("kind", [wms, xyz])
def test_a_service_that_answers_with_an_error_is_left_out(service, tmp_path, kind):
    layer = kind(service)
    service.behaviour = "500"
    made = fetched(layer, tmp_path)
    assert (made.problem, made.pictures, made.is_shown) == (ERRORS, {}, False)
    assert made.outcome.startswith("ikke på kortene")
    assert made.add_to_project(QgsProject()) is None


@pytest.mark.parametrize("kind", [wms, xyz])
def test_a_service_that_says_nothing_is_left_out_before_anybody_loses_patience(service, tmp_path, kind, monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 1.5)
    layer = kind(service)
    service.behaviour = "silent"
    started = time.monotonic()
    made = fetched(layer, tmp_path)
    assert made.problem == SLOW
    assert time.monotonic() - started < 6


def test_a_background_of_another_place_is_left_out(tmp_path):
    assert fetched(file(tmp_path), tmp_path, QgsRectangle(500_000, 6_100_000, 500_300, 6_100_200)).problem == NOTHING


def test_a_service_that_was_never_reached_is_left_out_and_one_that_nobody_asked_for_is_no_problem(tmp_path):
    assert Background(None, True, tmp_path, lambda: None).problem == NO_ANSWER
    assert Background(None, False, tmp_path, lambda: None).notes == []


def test_the_first_failure_ends_it_for_all_maps(service, tmp_path):
    made = fetched(xyz(service), tmp_path)
    assert made.is_shown
    service.behaviour = "500"
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    for number in range(3):
        made.fetch(f"blad {number}", QgsRectangle(600_000, 6_187_000, 600_300, 6_187_200), PAPER, project)
    assert (made.pictures, made.notes) == ({}, [ERRORS])


def test_the_project_holds_a_service_in_grey_below_all_else(service, tmp_path):
    made, project = fetched(xyz(service), tmp_path), QgsProject()
    held = made.add_to_project(project)
    assert project.layerTreeRoot().layerOrder()[-1].id() == held.id()
    assert held.hueSaturationFilter().grayscaleMode() == QgsHueSaturationFilter.GrayscaleMode.GrayscaleLuminosity


def test_the_project_holds_neither_a_key_nor_a_file(service, tmp_path):
    for layer in (xyz(service, "?api_key%3D123"), file(tmp_path)):
        project = QgsProject()
        made = Background(layer, True, tmp_path, lambda: None)
        assert made.add_to_project(project) is None
        assert project.mapLayers() == {}
        assert len(made.notes) == 1


@pytest.mark.parametrize(
    ("source", "secret"),
    [
        ("type=xyz&url=https://tiles.dk/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmin=0", False),
        ("crs=EPSG:25832&layers=dtk_skaermkort&url=https://api.dk/wms?servicename%3Dtopo", False),
        ("crs=EPSG:25832&layers=k&url=https://api.dk/wms?token%3Dabc", True),
        ("crs=EPSG:25832&layers=k&url=https://services.dk/wms?username%3DNN%26password%3DPP", True),
        ("authcfg=abc1234&crs=EPSG:25832&url=https://a.dk/wms", True),
        ("type=xyz&url=https://user:word@tiles.dk/%7Bz%7D.png", True),
        ("type=xyz&url=https://tiles.dk/%7Bz%7D.png&http-header:authorization=Bearer x", True),
    ],
)
def test_an_address_with_a_login_or_a_key_is_known(source, secret):
    assert holds_secret(source) == secret


def test_a_map_names_the_rights_else_the_attribution_else_the_layer(tmp_path):
    layer = file(tmp_path)
    assert (credit_of(layer), is_service(layer)) == ("Flyfoto", False)
    metadata = layer.metadata()
    metadata.setRights(["<b>Flyfoto © Staten</b>"])
    layer.setMetadata(metadata)
    assert credit_of(layer) == "Flyfoto © Staten"


def test_a_map_never_names_the_address_of_a_service_that_was_given_as_one(service):
    layer = xyz(service, "?api_key%3D123")
    layer.setName(layer.source())
    assert credit_of(layer) == "127.0.0.1"
