"""A small WFS 1.1.0 on this machine, of one layer of houses, that breaks off in the ways that services do."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

NAMES = 'xmlns="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml" xmlns:b="http://by.dk/b"'
CAPABILITIES = """<WFS_Capabilities version="1.1.0" xmlns="http://www.opengis.net/wfs"
 xmlns:ows="http://www.opengis.net/ows" xmlns:xlink="http://www.w3.org/1999/xlink">
<ows:OperationsMetadata>{operations}</ows:OperationsMetadata>
<FeatureTypeList><FeatureType><Name>huse</Name><Title>huse</Title><DefaultSRS>urn:ogc:def:crs:EPSG::25832</DefaultSRS>
<ows:WGS84BoundingBox><ows:LowerCorner>8 54</ows:LowerCorner><ows:UpperCorner>13 58</ows:UpperCorner>
</ows:WGS84BoundingBox></FeatureType></FeatureTypeList></WFS_Capabilities>"""
OPERATION = """<ows:Operation name="{name}"><ows:DCP><ows:HTTP><ows:Get xlink:href="{url}"/></ows:HTTP></ows:DCP>
{more}</ows:Operation>"""
COUNTS = (
    """<ows:Parameter name="resultType"><ows:Value>results</ows:Value><ows:Value>hits</ows:Value></ows:Parameter>"""
)
SCHEMA = """<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:b="http://by.dk/b" xmlns:gml="http://www.opengis.net/gml"
 targetNamespace="http://by.dk/b" elementFormDefault="qualified">
<import namespace="http://www.opengis.net/gml" schemaLocation="http://schemas.opengis.net/gml/3.1.1/base/gml.xsd"/>
<element name="huse" type="b:huseType" substitutionGroup="gml:_Feature"/>
<complexType name="huseType"><complexContent><extension base="gml:AbstractFeatureType"><sequence>
<element name="geom" type="gml:PolygonPropertyType"/><element name="bygning_id" type="string"/>
<element name="save_vaerdi" type="int"/></sequence></extension></complexContent></complexType></schema>"""
HOUSE = """<gml:featureMember><b:huse gml:id="huse.{number}"><b:geom>
<gml:Polygon srsName="urn:ogc:def:crs:EPSG::25832"><gml:exterior><gml:LinearRing><gml:posList>{ring}</gml:posList>
</gml:LinearRing></gml:exterior></gml:Polygon></b:geom><b:bygning_id>{name}</b:bygning_id>
<b:save_vaerdi>{value}</b:save_vaerdi></b:huse></gml:featureMember>
"""
REPORT = (
    '<ServiceExceptionReport version="1.2.0"><ServiceException>fejl i basen</ServiceException></ServiceExceptionReport>'
)


class Handler(BaseHTTPRequestHandler):
    """Answers as the server's `breaks` says."""

    def do_GET(self):
        asked = {name.upper(): value[0] for name, value in parse_qs(urlparse(self.path).query).items()}
        what, ways = asked.get("REQUEST", "").lower(), self.server.breaks
        body, length = self.server.answer(what, asked), None
        if what == "getfeature" and asked.get("RESULTTYPE") != "hits" and "MAXFEATURES" not in asked:
            if ways == "a refusal":
                self.send_error(500)
                return
            if ways == "a report of an error":
                body = REPORT
            if ways == "a closed connection":
                length, body = len(body), body[: len(body) // 2]
            if ways == "half an answer":
                body = body[: len(body) // 2]
        content = body.encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(length or len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


class Service(ThreadingHTTPServer):
    """The service; `rows` are (name, value, ring of the plan as text)."""

    def __init__(self, rows):
        super().__init__(("127.0.0.1", 0), Handler)
        self.rows = rows
        self.breaks = ""
        self.counts = True
        """Whether it says how many rows it has."""
        self.url = f"http://127.0.0.1:{self.server_address[1]}/"

    def answer(self, what, asked):
        if what == "getcapabilities":
            more = {"GetCapabilities": "", "DescribeFeatureType": "", "GetFeature": COUNTS if self.counts else ""}
            operations = [OPERATION.format(name=name, url=self.url, more=one) for name, one in more.items()]
            return CAPABILITIES.format(operations="".join(operations))
        if what == "describefeaturetype":
            return SCHEMA
        hits = asked.get("RESULTTYPE") == "hits"
        rows = [] if hits else self.rows[: int(asked.get("MAXFEATURES", len(self.rows)))]
        members = "".join(
            HOUSE.format(number=number, name=name, value=value, ring=ring)
            for number, (name, value, ring) in enumerate(rows, 1)
        )
        return f'<FeatureCollection {NAMES} numberOfFeatures="{len(self.rows)}">{members}</FeatureCollection>'

    @property
    def layer(self):
        """The layer as an input of a tool."""
        return f"WFS://url='{self.url}' typename='huse' version='1.1.0' srsname='EPSG:25832'"


@contextmanager
def serving(rows):
    """A Service at work."""
    service = Service(rows)
    thread = threading.Thread(target=service.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.shutdown()
        service.server_close()
        thread.join()
