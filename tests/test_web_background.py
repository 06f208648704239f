"""Background maps in a real browser: a building lies where the tiles of the Danish grid have it, within a pixel."""

import http.server
import re
import struct
import threading
import zlib
from dataclasses import replace
from urllib.parse import parse_qs

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.PyQt.QtGui import QColor, QImage
from site_in_browser import Server, visit
from web_sites import a_site
from webdriver import CHROMIUM, DRIVER, Browser

from lyngby_heritage.core.web import settings, write_site
from lyngby_heritage.core.web.background import UTM32, WMS, XYZ

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason="Chromium or chromedriver is not installed"),
]

CORNER, RESOLUTION = (120_000.0, 6_500_000.0), 1638.4
PLACES = [(8.2, 54.9), (9.0, 56.0), (10.6, 57.7), (12.5, 55.77), (15.1, 55.1)]
"""All over Denmark, the zone's middle and Bornholm, which is a zone further east, among them."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profil"), 1000, 800) as browser:
        yield browser


def to_grid(lon, lat):
    """Easting and northing as PROJ has them."""
    crs = [QgsCoordinateReferenceSystem(one) for one in ("EPSG:4326", "EPSG:25832")]
    point = QgsCoordinateTransform(*crs, QgsProject.instance()).transform(QgsPointXY(lon, lat))
    return point.x(), point.y()


def png(pixel):
    """A tile whose pixels `pixel(column, row)` gives as (red, green, blue)."""
    lines = b"".join(b"\0" + b"".join(bytes(pixel(c, r)) for c in range(256)) for r in range(256))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )


class Tiles:
    """A server of base maps in EPSG:25832 that draws a red spot of 3 × 3 pixels on some places."""

    def __init__(self, places):
        asked = self.asked = []
        spots = [to_grid(*place) for place in places]

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                west, north, metres = area_of(self.path)
                near = [((x - west) / metres, (north - y) / metres) for x, y in spots]
                near = [(x, y) for x, y in near if -2 < x < 258 and -2 < y < 258]

                def pixel(column, row):
                    red = any(abs(column + 0.5 - x) < 1.5 and abs(row + 0.5 - y) < 1.5 for x, y in near)
                    return (255, 0, 0) if red else (200, 220, 200)

                body = png(pixel)
                self.send_response(200)
                self.send_header("Content-Type", "image/png")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def area_of(path):
    """The western and northern edge of what a tile shows, and the metres of its pixel."""
    tile = re.fullmatch(r"/(\d+)/(\d+)/(\d+)\.png", path)
    if tile:
        level, column, row = map(int, tile.groups())
        metres = RESOLUTION / 2**level
        return CORNER[0] + column * 256 * metres, CORNER[1] - row * 256 * metres, metres
    asked = {name: said[0] for name, said in parse_qs(path.lower().partition("?")[2]).items()}
    assert (asked["request"], asked["crs"], asked["width"], asked["height"]) == ("getmap", "epsg:25832", "256", "256")
    west, south, east, north = map(float, asked["bbox"].split(","))
    assert (east - west) == pytest.approx(north - south, abs=1e-6)
    return west, north, (east - west) / 256


@pytest.fixture
def site(tmp_path, monkeypatch):
    """Write a site of the places with a base map of a kind, and serve both."""
    servers = []

    def write(kind):
        tiles = Tiles(PLACES)
        url = f"{tiles.origin}/{{z}}/{{x}}/{{y}}.png" if kind == XYZ else f"{tiles.origin}/wms"
        grid = {"kind": kind, "crs": UTM32, "corner": CORNER, "resolution": RESOLUTION}
        service = {"layers": "kort", "format": "image/png", "version": "1.3.0"} if kind == WMS else {}
        background = settings.Background(url, "© Kortet", 13, tiles.origin, **grid, **service)
        chosen = replace(settings.settings(), background=background)
        monkeypatch.setattr("lyngby_heritage.core.web.writing.settings", lambda: chosen)
        rows = [{"id": f"b{i}", "lon": lon, "lat": lat, "save": 2} for i, (lon, lat) in enumerate(PLACES)]
        write_site(tmp_path / "web", a_site(rows, environments=[], landscape=[], boundary=None))
        server = Server(tmp_path / "web")
        servers.extend((tiles, server))
        return server, tiles

    yield write
    for each in servers:
        each.close()


def test_the_grid_is_proj_s_to_a_millimetre(desk, site):
    server, _ = site(XYZ)
    visit(desk, server)
    for lon, lat in [*PLACES, (8.0, 54.5), (12.9, 57.8), (15.3, 54.9)]:
        there = desk.run("return Heritage.projection.utm32(arguments[0], arguments[1])", lon, lat)
        assert there == pytest.approx(to_grid(lon, lat), abs=0.001)
        back = desk.run("return Heritage.projection.fromUtm32(arguments[0], arguments[1])", *there)
        assert back == pytest.approx([lon, lat], abs=1e-10)


ALONE = """const drawn = "canvas, svg, .leaflet-control-container, .aim";
for (const each of document.querySelectorAll(drawn)) each.style.visibility = "hidden";
const {model, map} = Heritage; const i = model.find(arguments[0]);
const p = map.leaflet.latLngToContainerPoint(model.place(i));
const box = document.getElementById("kort").getBoundingClientRect();
return [box.left + p.x, box.top + p.y];"""


def red_near(picture, x, y, reach=12):
    """The middle of the red pixels about a place of the picture."""
    image = QImage(str(picture))
    found = [
        (column + 0.5, row + 0.5)
        for column in range(round(x) - reach, round(x) + reach)
        for row in range(round(y) - reach, round(y) + reach)
        if (colour := QColor(image.pixel(column, row))).red() > 200 and colour.green() < 100
    ]
    assert found, (x, y)
    return [sum(axis) / len(found) for axis in zip(*found)]


@pytest.mark.parametrize("kind", [XYZ, WMS])
@pytest.mark.parametrize("at", range(len(PLACES)))
def test_a_building_lies_on_its_place_of_the_map(desk, site, tmp_path, kind, at):
    server, tiles = site(kind)
    lon, lat = PLACES[at]
    visit(desk, server, f"#sted={lat + 0.0004:.5f},{lon - 0.0003:.5f},18&bygning=b{at}")
    desk.until("return [...document.querySelectorAll('img.leaflet-tile')].every((each) => each.complete)")
    desk.until("return document.querySelectorAll('img.leaflet-tile').length > 3")
    x, y = desk.run(ALONE, f"b{at}")
    desk.screenshot(tmp_path / "skaerm.png")
    assert red_near(tmp_path / "skaerm.png", x, y) == pytest.approx([x, y], abs=1)
    assert tiles.asked
    assert "Content Security Policy" not in "".join(desk.messages())
    assert "© Kortet" in desk.run("return document.querySelector('.leaflet-control-attribution').textContent")


def test_what_is_drawn_in_the_grid_is_found_in_it(desk, site):
    """A click, the whole area and a link to a place know the same grid."""
    server, _ = site(XYZ)
    visit(desk, server, "#bygning=b3")
    x, y = desk.run(ALONE, "b3")
    desk.run("document.querySelector('[data-back]').click()")
    desk.point(x, y)
    desk.until("return location.hash.startsWith('#bygning=b3')")
    visit(desk, server)
    inside = desk.run(
        """const {model, map} = Heritage; const size = map.leaflet.getSize();
        return [0, 1, 2, 3, 4].map((i) => map.leaflet.latLngToContainerPoint(model.place(model.find(`b${i}`))))
          .every((p) => p.x > 0 && p.y > 0 && p.x < size.x && p.y < size.y);"""
    )
    assert inside
