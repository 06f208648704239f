"""Pictures in a Word file: each a part of its own, and a drawing in the text that shows it as wide as the text.

The format is ECMA-376, DrawingML: sizes are in EMU, of which a twentieth of a point has 635.
"""

from __future__ import annotations

from html import escape

EMU = 635
TALLEST = 11_000
"""Twentieths of a point: more than that does not stand on a page beside its heading."""

_HEAD = b"\x89PNG\r\n\x1a\n"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def png_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels. ValueError for anything else."""
    if not content.startswith(_HEAD) or content[12:16] != b"IHDR":
        raise ValueError("a picture of a document must be a PNG")
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def drawing(prefix: str, link: str, number: int, content: bytes, text: str, width: int) -> str:
    """A run that shows a picture: `link` is the id of its relationship, `text` what it shows, in words.

    It is `width` twentieths of a point wide, less where it would be too tall. `number` is its own in the document.
    """
    across, down = png_size(content)
    wide = min(float(width), TALLEST * across / down)
    size = f'cx="{round(wide * EMU)}" cy="{round(wide * EMU * down / across)}"'
    named = f'id="{number}" name="Billede {number}" descr="{escape(text)}"'
    return (
        f"<{prefix}r><{prefix}drawing>"
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {named}/>"
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{_LINKS}" r:embed="{link}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        f"</{prefix}drawing></{prefix}r>"
    )
