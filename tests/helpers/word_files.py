"""Word files as a municipality keeps them: a template of its own with a logo, a text box and styles named in Danish."""

import base64
import io
import zipfile

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
BOOKMARK = (
    '<w:p w14:paraId="1A2B3C4D"><w:bookmarkStart w:id="7" w:name="indhold"/><w:r><w:t>Teksten kommer her</w:t></w:r>'
)
BOOKMARK += '<w:bookmarkEnd w:id="7"/></w:p>'
SPLIT = (
    '<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t xml:space="preserve">Plan: {</w:t></w:r>'
    '<w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{ ti</w:t></w:r>'
    "<w:r><w:t>tel }</w:t></w:r>"
    "<w:r><w:t>} &amp; mere</w:t></w:r></w:p>"
)
BOX = (
    '<w:p><w:r><w:pict><v:shape style="width:300pt;height:40pt"><v:textbox><w:txbxContent><w:p><w:r>'
    "<w:t>I en boks: {{ tilstand }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    "<w:r><w:t>Ved siden af: {{ dato }}</w:t></w:r></w:p>"
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1700" w:right="1134" w:bottom="1134" w:left="1134" '
    'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
LOGO = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="450000"/><wp:docPr id="1" name="Logo"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="450000"/>'
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r><w:r><w:t>Bøgehegn Kommune: {{ tilstand_tekst }}</w:t></w:r></w:p>"
)
FOOT = (
    "<w:p><w:r><w:t>{{ dokument }} </w:t></w:r><w:r><w:t>{{plannummer}}, side </w:t></w:r>"
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
)
STYLES = {
    "Titel": ("paragraph", "Title"),
    "Overskrift1": ("paragraph", "heading 1"),
    "Overskrift2": ("paragraph", "heading 2"),
    "Overskrift3": ("paragraph", "heading 3"),
    "Brdtekst": ("paragraph", "Body Text"),
}
"""id → (kind, name) as a Danish Word writes them."""


def municipality_template(body=(SPLIT, BOX, BOOKMARK), styles=STYLES, kind="document", **parts):
    """The bytes of a template; `parts` are exchanged or added by their names with __ for / and _ for ."""
    described = "".join(
        f'<w:style w:type="{of}" w:styleId="{ident}"><w:name w:val="{name}"/></w:style>'
        for ident, (of, name) in styles.items()
    )
    made = {
        "[Content_Types].xml": _kinds(kind),
        "_rels/.rels": _links({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"{XML}<w:document {NAMESPACES}><w:body>{''.join(body)}{SECTION}</w:body></w:document>",
        "word/_rels/document.xml.rels": _links(
            {"rId1": ("styles", "styles.xml"), "rId2": ("header", "header1.xml"), "rId3": ("footer", "footer1.xml")}
        ),
        "word/styles.xml": f'{XML}<w:styles xmlns:w="{W}">{described}</w:styles>',
        "word/header1.xml": f"{XML}<w:hdr {NAMESPACES}>{LOGO}</w:hdr>",
        "word/_rels/header1.xml.rels": _links({"rId1": ("image", "media/logo.png")}),
        "word/footer1.xml": f"{XML}<w:ftr {NAMESPACES}>{FOOT}</w:ftr>",
        "word/media/logo.png": PIXEL,
        **{name.replace("__", "/").replace("_", "."): content for name, content in parts.items()},
    }
    return zipped(made)


def seen(text):
    """A text of a Word file as it is read: what keeps it on one line cannot be seen."""
    return text.replace("\u2060", "").replace("\xa0", " ")


def zipped(parts):
    """A zip of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def parts_of(content):
    """Part → bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _kinds(kind):
    parts = {
        "word/document.xml": f"{WORD}.{kind}.main+xml",
        "word/styles.xml": f"{WORD}.styles+xml",
        "word/header1.xml": f"{WORD}.header+xml",
        "word/footer1.xml": f"{WORD}.footer+xml",
    }
    made = "".join(f'<Override PartName="/{name}" ContentType="{of}"/>' for name, of in parts.items())
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{made}</Types>'
    )


def _links(targets):
    made = "".join(
        f'<Relationship Id="{ident}" Type="{OFFICE}/{of}" Target="{target}"/>'
        for ident, (of, target) in targets.items()
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'
