#!/usr/bin/env python3
"""Makes the plugin's own Word template of a letter, `data/templates/hoeringsbrev.docx`: no front page, small headings.

    tools/make_letter_template.py            into the plugin
    tools/make_letter_template.py FILE       somewhere else

It is the template of the plan's documents (`make_template.py`) with another text, header and footer.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import make_template as plan

TARGET = plan.TARGET.with_name("hoeringsbrev.docx")

SIZES = {"Title": 15, "Heading1": 11.5}
"""Style → its letters in points, where a letter has smaller ones."""
SPACES = {"Title": (160, 160), "Heading1": (200, 60), "BodyText": (0, 100)}
"""Style → twentieths of a point before and after."""

BODY = '<w:p><w:bookmarkStart w:id="0" w:name="indhold"/><w:bookmarkEnd w:id="0"/></w:p>'
DOCUMENT = (
    f'{plan.XML}<w:document xmlns:w="{plan.W}" xmlns:r="{plan.OFFICE}">'
    f"<w:body>{BODY}{plan.SECTION}</w:body></w:document>"
)
HEADER = f'{plan.XML}<w:hdr xmlns:w="{plan.W}">{plan.paragraph("Header", "")}</w:hdr>'
FIRST_HEADER = (
    f'{plan.XML}<w:hdr xmlns:w="{plan.W}">{plan.paragraph("Header", plan.TAB + plan.run("{{ kommune }}"))}</w:hdr>'
)
FOOTER = (
    f'{plan.XML}<w:ftr xmlns:w="{plan.W}">'
    + plan.paragraph(
        "Footer",
        plan.run("{{ dokument }}")
        + plan.TAB
        + plan.run("Side ")
        + plan.field("PAGE")
        + plan.run(" af ")
        + plan.field("NUMPAGES"),
    )
    + "</w:ftr>"
)


def styles() -> str:
    """The styles of the plan's template, with the letter's sizes and distances."""
    text = plan.STYLES
    for ident, size in SIZES.items():
        half = round(2 * size)
        text = _in_style(
            text, ident, r'<w:sz w:val="\d+"/><w:szCs w:val="\d+"/>', f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        )
    for ident, (before, after) in SPACES.items():
        text = _in_style(
            text, ident, r'<w:spacing w:before="\d+" w:after="\d+"', f'<w:spacing w:before="{before}" w:after="{after}"'
        )
    return text


def _in_style(text: str, ident: str, old: str, new: str) -> str:
    """The text with a piece of one style exchanged; ValueError where the style has no such piece."""
    start = text.index(f'w:styleId="{ident}"')
    end = text.index("</w:style>", start)
    changed, count = re.subn(old, new, text[start:end], count=1)
    if not count:
        raise ValueError(f"{ident}: {old}")
    return text[:start] + changed + text[end:]


def parts() -> dict[str, str]:
    """Part → what stands in it."""
    return plan.parts() | {
        "word/document.xml": DOCUMENT,
        "word/styles.xml": styles(),
        "word/header1.xml": HEADER,
        "word/header2.xml": FIRST_HEADER,
        "word/footer1.xml": FOOTER,
        "docProps/core.xml": plan.CORE.replace("Lokalplan", "Brev"),
    }


def template() -> bytes:
    """The file."""
    return plan.packed(parts())


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_bytes(template())
    print(target)
