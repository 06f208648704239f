"""Files as registers deliver them, small, from tables."""

import zipfile

OIS_ROWS = (
    {"OIS_AJOUR": "I", "id_lokalId": "11111111-1111-4222-8333-444444444444", "byg026Opførelsesår": "1931"},
    {"OIS_AJOUR": "I", "id_lokalId": "22222222-1111-4222-8333-444444444444", "byg026Opførelsesår": ""},
)


def ois(path, rows=OIS_ROWS, table="CO50200T", encoding="ISO-8859-1", declared=None, doctype=""):
    """A table of OIS: its head, and each row with a child for each column."""
    columns = "".join(
        f"<{table}>\n{''.join(f'  <{name}>{value}</{name}>{chr(10)}' for name, value in row.items())}</{table}>\n"
        for row in rows
    )
    text = (
        f'<?xml version="1.0" encoding="{declared or encoding}"?>\n{doctype}<OIS_UDTRAEK>\n<UDTRAEK>\n'
        f"<LOEBENUMMER>1</LOEBENUMMER><DATALEVERANDOER>OIS</DATALEVERANDOER><AF_TABEL>{table}</AF_TABEL>\n"
        "<PERIODE><FRA>2020-04-18 00:00:00.000</FRA><TIL>2020-04-18 23:59:59.999</TIL></PERIODE><HELE_LANDET/>\n"
        f"</UDTRAEK>\n{columns}</OIS_UDTRAEK>"
    )
    path.write_bytes(text.encode(encoding))
    return path


GML_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" '
    'xmlns:mat="http://example.org/mat" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://example.org/mat {schema}">\n'
)
RING = "<gml:{0}><gml:LinearRing><gml:posList>{1}</gml:posList></gml:LinearRing></gml:{0}>"


def gml_polygon(corners, srs="urn:ogc:def:crs:EPSG::25832"):
    ring = RING.format("exterior", corners)
    return f'<gml:Polygon gml:id="g" srsName="{srs}">{ring}</gml:Polygon>'


def gml(path, members, schema="mat.xsd"):
    """A collection of features: each (name of its layer, its properties as elements)."""
    body = "".join(
        f'<wfs:member><mat:{name} gml:id="{name}.{number}">{properties}</mat:{name}></wfs:member>\n'
        for number, (name, properties) in enumerate(members, 1)
    )
    path.write_text(f"{GML_HEAD.format(schema=schema)}{body}</wfs:FeatureCollection>", encoding="utf-8")
    return path


def parcel(number, corners="0 0 10 0 10 10 0 10 0 0"):
    return (
        "Jordstykke",
        f"<mat:matrikelnummer>{number}</mat:matrikelnummer><mat:ejerlavskode>0012352</mat:ejerlavskode>"
        f"<mat:bemaerkning></mat:bemaerkning><mat:geometri>{gml_polygon(corners)}</mat:geometri>",
    )


def zipped(path, **members):
    """A zip of these members, name → bytes or text; a name's dots are written __."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return path
