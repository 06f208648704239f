#!/usr/bin/env python3
"""Makes the plugin's own Word template, `data/templates/lokalplan.docx`: title page, header, footer and styles.

    tools/make_template.py            into the plugin
    tools/make_template.py FILE       somewhere else

The same sources give the same parts on every run.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "lyngby_heritage" / "data" / "templates" / "lokalplan.docx"

COLOUR, GREY, PALE = "7C2320", "5F5A53", "F4F1EA"
"""Of the reports and the website: headings, what stands aside, boxes."""
TIME = (1980, 1, 1, 0, 0, 0)

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

A4 = (11906, 16838)
SIDE, TOP, BOTTOM = 1418, 1531, 1418
TEXT_WIDTH = A4[0] - 2 * SIDE


def run(text: str, look: str = "") -> str:
    """Letters of one look."""
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(style: str, content: str) -> str:
    """A paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def field(code: str) -> str:
    """What Word works out itself, such as the number of the page."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


TAB = "<w:r><w:tab/></w:r>"

SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
    '<w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId5"/>'
    f'<w:pgSz w:w="{A4[0]}" w:h="{A4[1]}"/>'
    f'<w:pgMar w:top="{TOP}" w:right="{SIDE}" w:bottom="{BOTTOM}" w:left="{SIDE}" w:header="680" w:footer="567" '
    'w:gutter="0"/><w:titlePg/></w:sectPr>'
)

BODY = "".join(
    [
        paragraph("LokalplanForside", run("{{ kommune }}")),
        paragraph("Title", run("{{ titel }}")),
        paragraph("Subtitle", run("{{ dokument }}")),
        paragraph("LokalplanTilstand", run("{{ tilstand_tekst }}")),
        paragraph("LokalplanForside", run("Udskrevet {{ dato }}.")),
        paragraph(
            "LokalplanForside",
            run("Der er {{ blanke }} i kantet parentes, som kommunen skal udfylde, godkende eller slette."),
        ),
        '<w:p><w:bookmarkStart w:id="0" w:name="indhold"/><w:bookmarkEnd w:id="0"/></w:p>',
    ]
)

DOCUMENT = f'{XML}<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body>{BODY}{SECTION}</w:body></w:document>'
HEADER = (
    f'{XML}<w:hdr xmlns:w="{W}">'
    + paragraph("Header", run("{{ titel }} – {{ dokument }}") + TAB + run("{{ tilstand }}", "<w:b/>"))
    + "</w:hdr>"
)
FIRST_HEADER = f'{XML}<w:hdr xmlns:w="{W}">{paragraph("Header", "")}</w:hdr>'
FOOTER = (
    f'{XML}<w:ftr xmlns:w="{W}">'
    + paragraph(
        "Footer",
        run("{{ tilstand }} · udskrevet {{ dato }}")
        + TAB
        + run("Side ")
        + field("PAGE")
        + run(" af ")
        + field("NUMPAGES"),
    )
    + "</w:ftr>"
)


def style(
    kind: str, ident: str, name: str, inside: str, based: str = "Normal", follows: str = "", own: bool = False
) -> str:
    """One style; `inside` are its properties of paragraphs and letters."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    after = f'<w:next w:val="{follows}"/>' if follows else ""
    custom = ' w:customStyle="1"' if own else ""
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{ident}"><w:name w:val="{name}"/>{base}{after}<w:qFormat/>'
        f"{inside}</w:style>"
    )


def look(size: float = 0, bold: bool = False, italic: bool = False, colour: str = "", more: str = "") -> str:
    """Properties of letters; the size in points."""
    return (
        "<w:rPr>"
        + "<w:b/>" * bold
        + "<w:i/>" * italic
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + (f'<w:sz w:val="{round(2 * size)}"/><w:szCs w:val="{round(2 * size)}"/>' if size else "")
        + more
        + "</w:rPr>"
    )


def spaced(before: int, after: int, begin: str = "", end: str = "", line: int = 0) -> str:
    """Properties of a paragraph around its distances, in twentieths of a point; `line` in 240ths."""
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:pPr>{begin}<w:spacing w:before="{before}" w:after="{after}"{height}/>{end}</w:pPr>'


def heading(level: int, size: float, before: int, after: int) -> str:
    """A heading that the navigation of Word knows, never alone at the foot of a page."""
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    return style(
        "paragraph",
        f"Heading{level}",
        f"heading {level}",
        spaced(before, after, "<w:keepNext/><w:keepLines/>", outline) + look(size, bold=True, colour=COLOUR),
        follows="BodyText",
    )


def box() -> str:
    """The lines around a notice."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="6" w:color="{COLOUR}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return f'<w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/>'


def right_tab() -> str:
    """A stop at the right edge, for headers and footers."""
    return f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'


def table_style() -> str:
    """A table with thin lines and a heading row that stands out."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B8B1A5"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    sides = "".join(
        f'<w:{side} w:w="{wide}" w:type="dxa"/>'
        for side, wide in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85))
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="LokalplanTabel"><w:name w:val="Lokalplan tabel"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{sides}'
        '</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr></w:tblStylePr></w:style>'
    )


STYLES = (
    f'{XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="21"/>'
    '<w:szCs w:val="21"/><w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    + style("paragraph", "Title", "Title", spaced(1200, 120, line=252) + look(30, bold=True, colour=COLOUR))
    + style("paragraph", "Subtitle", "Subtitle", spaced(0, 480) + look(18, colour=GREY))
    + heading(1, 15, 400, 120)
    + heading(2, 12, 280, 80)
    + heading(3, 10.5, 200, 60)
    + style("paragraph", "BodyText", "Body Text", spaced(0, 120, line=264))
    + style(
        "paragraph",
        "LokalplanStykke",
        "Lokalplan stykke",
        spaced(
            0,
            120,
            '<w:tabs><w:tab w:val="left" w:pos="680"/></w:tabs>',
            '<w:ind w:left="680" w:hanging="680"/>',
            line=264,
        ),
        based="BodyText",
        own=True,
    )
    + style(
        "paragraph",
        "ListBullet",
        "List Bullet",
        spaced(0, 60, '<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:ind w:left="680" w:hanging="340"/>', line=264),
        based="BodyText",
    )
    + style(
        "paragraph",
        "LokalplanBoks",
        "Lokalplan boks",
        spaced(60, 120, box(), '<w:ind w:left="113" w:right="113"/>', line=252) + look(9.5),
        based="BodyText",
        own=True,
    )
    + style("paragraph", "LokalplanCelle", "Lokalplan celle", spaced(0, 0) + look(9), own=True)
    + style("paragraph", "LokalplanForside", "Lokalplan forside", spaced(0, 120, line=264) + look(11), own=True)
    + style(
        "paragraph",
        "LokalplanTilstand",
        "Lokalplan tilstand",
        spaced(0, 240, box(), '<w:ind w:left="113" w:right="113"/>') + look(12, bold=True),
        own=True,
    )
    + style("paragraph", "TOCHeading", "TOC Heading", spaced(360, 100) + look(12, bold=True, colour=COLOUR))
    + style("paragraph", "TOC1", "toc 1", spaced(0, 30) + look(10.5))
    + style("paragraph", "Header", "header", spaced(0, 0, right_tab()) + look(8.5, colour=GREY))
    + style("paragraph", "Footer", "footer", spaced(0, 0, right_tab()) + look(8.5, colour=GREY))
    + style(
        "character",
        "LokalplanFelt",
        "Lokalplan felt",
        '<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/></w:rPr>',
        based="DefaultParagraphFont",
        own=True,
    )
    + table_style()
    + "</w:styles>"
)

LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/>'
    f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{680 + 340 * level}" w:hanging="340"/></w:pPr></w:lvl>'
    for level, sign in enumerate("•–•")
)
NUMBERING = (
    f'{XML}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
    f'{LEVELS}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
SETTINGS = (
    f'{XML}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="680"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="da-DK"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
CORE = (
    f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Lokalplan</dc:title><dc:language>da-DK</dc:language>'
    "</cp:coreProperties>"
)


def relations(targets: dict[str, tuple[str, str]]) -> str:
    """A list of what belongs to a part: id → (kind, where)."""
    made = "".join(
        f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"/>' for ident, (kind, target) in targets.items()
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def kinds(parts: dict[str, str]) -> str:
    """The list of what each part is."""
    made = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{made}</Types>'
    )


def parts() -> dict[str, str]:
    """Part → what stands in it."""
    return {
        "[Content_Types].xml": kinds(
            {
                "word/document.xml": f"{WORD}.document.main+xml",
                "word/styles.xml": f"{WORD}.styles+xml",
                "word/numbering.xml": f"{WORD}.numbering+xml",
                "word/settings.xml": f"{WORD}.settings+xml",
                "word/header1.xml": f"{WORD}.header+xml",
                "word/header2.xml": f"{WORD}.header+xml",
                "word/footer1.xml": f"{WORD}.footer+xml",
                "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
            }
        ),
        "_rels/.rels": relations(
            {
                "rId1": (f"{OFFICE}/officeDocument", "word/document.xml"),
                "rId2": (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "word/document.xml": DOCUMENT,
        "word/_rels/document.xml.rels": relations(
            {
                "rId1": (f"{OFFICE}/styles", "styles.xml"),
                "rId2": (f"{OFFICE}/numbering", "numbering.xml"),
                "rId3": (f"{OFFICE}/header", "header1.xml"),
                "rId4": (f"{OFFICE}/header", "header2.xml"),
                "rId5": (f"{OFFICE}/footer", "footer1.xml"),
                "rId6": (f"{OFFICE}/settings", "settings.xml"),
            }
        ),
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/settings.xml": SETTINGS,
        "word/header1.xml": HEADER,
        "word/header2.xml": FIRST_HEADER,
        "word/footer1.xml": FOOTER,
        "docProps/core.xml": CORE,
    }


def packed(inside: dict[str, str]) -> bytes:
    """The file of some parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in inside.items():
            entry = zipfile.ZipInfo(name, TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.encode("utf-8"))
    return file.getvalue()


def template() -> bytes:
    """The file."""
    return packed(parts())


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_bytes(template())
    print(target)
