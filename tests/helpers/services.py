"""Public services on this machine: a GeoServer's WFS 2.0, and Fildownload, which break off in the ways that such do."""

import hashlib
import io
import json
import re
import threading
import zipfile
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

CAPABILITIES = """<?xml version="1.0" encoding="UTF-8"?><wfs:WFS_Capabilities version="2.0.0"
 xmlns:wfs="http://www.opengis.net/wfs/2.0"><FeatureTypeList>{types}</FeatureTypeList></wfs:WFS_Capabilities>"""
TYPE = "<FeatureType xmlns:pdk='http://plan'><Name>{name}</Name><Title>{name}</Title></FeatureType>"
HITS = """<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0"
 numberMatched="{count}" numberReturned="0" timeStamp="2026-11-26T12:00:00Z"/>"""
EXCEPTION = """<?xml version="1.0" encoding="UTF-8"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"
 version="2.0.0"><ows:Exception exceptionCode="InvalidParameterValue"><ows:ExceptionText>{said}</ows:ExceptionText>
</ows:Exception></ows:ExceptionReport>"""
SCHEMA = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:complexType name="t"><xsd:sequence>{fields}
<xsd:element name="geometri" type="gml:MultiSurfacePropertyType"/></xsd:sequence></xsd:complexType></xsd:schema>"""
FIELD = '<xsd:element maxOccurs="1" minOccurs="0" name="{name}" nillable="true" type="xsd:string"/>'
WEB_PAGE = "<!DOCTYPE html><html><head><title>Danmarks Arealinformation</title></head><body></body></html>"


def square(west, south, side=100):
    """A GeoJSON square by its lower left corner, metres."""
    ring = [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def point(east, north):
    """A GeoJSON point."""
    return {"type": "Point", "coordinates": [east, north]}


def zipped(name, text):
    """A zip with one file of the zip's own name."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, text)
    return packed.getvalue()


class Handler(BaseHTTPRequestHandler):
    """Answers as the server's `breaks` says."""

    def do_GET(self):
        self.server.asked.append(self.path)
        path = urlparse(self.path)
        asked = {name.lower(): value[0] for name, value in parse_qs(path.query, keep_blank_values=True).items()}
        status, kind, body = self.server.answer(path.path, asked)
        body = body.encode("utf-8") if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.server.breaks == "half an answer" and asked.get("outputformat"):
            body = body[: len(body) // 2]
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Services(ThreadingHTTPServer):
    """The services. `layers`: name of a layer → its rows, (values by field, GeoJSON geometry)."""

    def __init__(self, layers=None, files=None, key=""):
        super().__init__(("127.0.0.1", 0), Handler)
        self.layers = layers or {}
        self.files = files or {}
        """(register, entity) → rows of Fildownload's list, each with `fileName` and `content`."""
        self.key = key
        self.breaks = ""
        self.asked = []
        self.most = 10_000
        """Rows that it gives at the most, whatever it is asked for."""
        self.counts = True
        self.address = f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, path, asked):
        """Status, type and body."""
        if self.key and asked.get("apikey") != self.key:
            return 401, "text/plain", f"DAF-AUTH-0005 {asked.get('apikey')}"
        if self.breaks == "down":
            return 503, "text/plain", "Service Unavailable"
        if self.breaks == "a web page":
            return 200, "text/html", WEB_PAGE
        if path.endswith("/files"):
            return self.listed(asked)
        if path.endswith("/file"):
            every = [one for rows in self.files.values() for one in rows]
            found = [one["content"] for one in every if one["fileName"] == asked["filename"]]
            return (200, "application/zip", found[0]) if found else (404, "text/plain", "")
        return self.wfs(asked)

    def listed(self, asked):
        rows = self.files.get((asked["register"], asked["entity"]), [])
        page, size = int(asked["pagenumber"]), 2
        pages = max(1, -(-len(rows) // size))
        if page > pages:
            return 400, "text/plain", "'pageNumber' is greater than the total amount of pages."
        shown = [
            {
                "fileSizeInBytes": 50_000,
                "md5Hash": hashlib.md5(one["content"]).hexdigest(),
                **{name: value for name, value in one.items() if name != "content"},
            }
            for one in rows[(page - 1) * size : page * size]
        ]
        body = {"paginationMetadata": {"totalPages": pages}, "files": shown}
        return 200, "application/json", json.dumps(body)

    def wfs(self, asked):
        what = asked.get("request", "").lower()
        if what == "getcapabilities":
            return 200, "text/xml", CAPABILITIES.format(types="".join(TYPE.format(name=one) for one in self.layers))
        name = asked.get("typenames", asked.get("typename"))
        if name not in self.layers:
            return 400, "text/xml", EXCEPTION.format(said=f"Feature type {name} unknown")
        if what == "describefeaturetype":
            fields = {field for values, _ in self.layers[name] for field in values} or {"id", "komnr"}
            return 200, "text/xml", SCHEMA.format(fields="".join(FIELD.format(name=one) for one in sorted(fields)))
        rows = [row for row in self.layers[name] if _meets(row, asked)]
        if asked.get("resulttype") == "hits":
            count = len(rows) + (self.breaks == "a row that never comes")
            return 200, "text/xml", HITS.format(count=count if self.counts else "unknown")
        if self.breaks == "an exception":
            return 200, "text/xml", EXCEPTION.format(said="Ingen forbindelse til databasen")
        if self.breaks == "overlapping pages":
            rows = rows[:1] * len(rows)
        first = int(asked.get("startindex", 0))
        rows = rows[first : first + min(self.most, int(asked.get("count", len(rows))))]
        features = [
            {"type": "Feature", "id": f"lag.{first + number}", "geometry": shape, "properties": values}
            for number, (values, shape) in enumerate(rows)
        ]
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
        body = {"type": "FeatureCollection", "features": features, "numberReturned": len(features), "crs": crs}
        return 200, "application/json", json.dumps(body, ensure_ascii=False)


def _meets(row, asked):
    values, shape = row
    equal = re.fullmatch(r"(\w+)\s*=\s*'?([\w-]+)'?", asked.get("cql_filter", ""))
    if equal and str(values.get(equal[1])) != equal[2]:
        return False
    if "bbox" in asked:
        west, south, east, north = map(float, asked["bbox"].split(",")[:4])
        at = shape["coordinates"] if shape["type"] == "Point" else shape["coordinates"][0][0]
        return west <= at[0] <= east and south <= at[1] <= north
    return True


@contextmanager
def serving(layers=None, files=None, key=""):
    """Services at work."""
    server = Services(layers, files, key)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def catalogue(server, *services, **rules):
    """A catalogue of services at the server's address, as text."""
    every = [
        {
            "title": one["id"],
            "protocol": "WFS",
            "addresses": [f"{server.address}/wfs"],
            **one,
        }
        for one in services
    ]
    return json.dumps({"rules": {"wait_s": 0, **rules}, "services": every}, ensure_ascii=False)
