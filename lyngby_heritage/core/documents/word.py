"""Writes a document as a Word file: its blocks in a template's styles, in the place that the template gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from types import MappingProxyType

from ..common.errors import Check, never_cancelled
from ..common.version import version
from ..common.wording import RANGE, WORD_JOINER, plain_plural, tied
from .blocks import Block, Bullet, Contents, Heading, Notice, PageBreak, Paragraph, Picture, Table, Text, blanks, plain
from .column_widths import column_widths, letters_in, tied_within
from .hyphens import SOFT, with_soft_hyphens
from .markdown import read_markdown
from .pictures import drawing
from .template import PLACEHOLDERS, Template, filled_in, paragraphs_that_ask, with_facts
from .xml_places import changed

CHECKED_EVERY = 500
"""Blocks and rows written between two looks at whether the run was cancelled."""
INDENT, STEP = 680, 340
"""Twentieths of a point: of a numbered paragraph, and of each level of a list."""
FORM_ROW = 720
"""Twentieths of a point: the least height of a row that a person fills in."""
LEAD = 110
"""Letters of a paragraph that begins in bold and is the heading of what follows: about a line, and stays with that."""
LANGUAGE = "da-DK"
CONTENTS = "Indhold"

_SIGNS = re.compile(rf"(\n|{SOFT}|(?<=\d)-(?=\d))")
"""Line breaks, soft hyphens and the hyphens of a date such as 2026-11, which stays on one line."""
JOINER_FONT = "Cambria Math"
"""A font that has the word joiner, beside Word wherever that is: many others say that they have it, and show a box."""

_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>'
    "<dc:creator>{creator}</dc:creator><dc:description>{description}</dc:description>"
    f"<dc:language>{LANGUAGE}</dc:language><cp:contentStatus>{{state}}</cp:contentStatus></cp:coreProperties>"
)


def word_document(
    markdown: str,
    template: Template,
    facts: Mapping[str, str],
    check: Check = never_cancelled,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """The document as the bytes of a .docx file; the same input always gives the same bytes.

    `facts` are PLACEHOLDERS of the template: titel, plannummer, dokument (what it is, such as Bestemmelser), tilstand,
    tilstand_tekst (a sentence), dato, kommune; those that are left out are empty. `blanke` is counted here, and a
    paragraph that asks for it is left out where there are none. The text's own front, its title and the box before its
    contents, stands in the document where the template has none. `pictures` are the PNGs that the text shows, by the
    name that it has for each.
    """
    blocks = read_markdown(markdown, check)
    known = {name: facts.get(name, "") for name in PLACEHOLDERS}
    blank = blanks(blocks)
    known["blanke"] = plain_plural(blank, "felt", "felter", "ingen felter")
    blocks = _without_front(blocks, template.asked_for)
    parts = template.parts()
    links = {name: parts.put_picture(number, one) for number, (name, one) in enumerate(pictures.items(), start=1)}
    writer = _Writer(template, check, pictures, links)
    written = "".join(writer.of(blocks)).encode("utf-8")
    place = template.place
    document = parts.document
    changes = filled_in(parts.content[document], parts.tree(document), known)
    if not blank:  # a finished text says nothing of what is left to fill in
        changes += [(start, end, b"") for start, end in paragraphs_that_ask(parts.tree(document), "blanke")]
    changes += [(place.start, place.end, written) if not place.stays else (place.start, place.start, written)]
    changes += [(start, end, b"") for start, end in place.cuts]
    parts.content[document] = changed(parts.content[document], changes)
    for part in parts.headers_and_footers():
        with_facts(parts, part, known)
    parts.as_document()
    parts.put_core_properties(_properties(known).encode("utf-8"))
    return parts.packed(check)


def _without_front(blocks: Sequence[Block], asked_for: frozenset[str]) -> list[Block]:
    """The blocks without what the template says on a front of its own: the title, and the box above the contents."""
    end = next((place for place, one in enumerate(blocks) if isinstance(one, Contents)), 0)
    own_box = {"tilstand_tekst", "blanke"} <= asked_for
    return [
        one
        for place, one in enumerate(blocks)
        if not (isinstance(one, Heading) and one.level == 1 and "titel" in asked_for)
        and not (isinstance(one, Notice) and place < end and own_box)
    ]


def _properties(facts: Mapping[str, str]) -> str:
    described = [facts["tilstand_tekst"] or facts["tilstand"], facts["dato"], f"Lyngby Heritage {version()}"]
    return _PROPERTIES.format(
        title=escape(" – ".join(filter(None, (facts["titel"], facts["dokument"])))),
        subject=escape(facts["dokument"]),
        creator=escape(facts["kommune"]),
        description=escape(". ".join(one.rstrip(".") for one in described if one)),
        state=escape(facts["tilstand"]),
    )


def _leads(section: int, following: Sequence[Block]) -> bool:
    """Whether a paragraph of a section, by the level of its heading, leads to a table or to the headings below it.

    At the foot of a page it would say what is not there, and leave its own heading alone with it. A short line under a
    label of its own (»Konsekvens: …«) is the end of what stands before it, and would be lost at the head of the next.
    """
    return any(
        isinstance(one, Table) or (isinstance(one, Heading) and one.level > section) or _ends(one) for one in following
    )


def _ends(block: Block) -> bool:
    """Whether it is a short paragraph that begins with a label in italics."""
    return isinstance(block, Paragraph) and bool(block.text) and block.text[0].italic and len(plain(block.text)) <= LEAD


class _Writer:
    """Writes blocks in the styles that a template has, and by hand where it lacks one that Word does not bring."""

    def __init__(
        self, template: Template, check: Check, pictures: Mapping[str, bytes], links: Mapping[str, str]
    ) -> None:
        self.pictures, self.links = pictures, links
        self.styles = template.styles
        self.width = template.width
        self.bookmark = template.first_bookmark
        self.check = check
        self.w = template.prefix
        self.on_new_page = False
        self.leading = False
        """Whether the paragraph stays with what follows it."""
        self.headings: list[tuple[int, str, Text]] = []

    # ---- blocks --------------------------------------------------------------------------------------------------

    def of(self, blocks: Sequence[Block]) -> Iterator[str]:
        self.headings = [
            (one.level - 1, f"_Toc{number:08d}", one.text)
            for number, one in enumerate((one for one in blocks if isinstance(one, Heading) and one.level > 1), start=1)
        ]
        named = iter(self.headings)
        section = 0
        for number, block in enumerate(blocks):
            if number % CHECKED_EVERY == 0:
                self.check()
            section = block.level if isinstance(block, Heading) else section
            self.leading = isinstance(block, Paragraph) and _leads(section, blocks[number + 1 : number + 2])
            if isinstance(block, Heading):
                yield self.heading(block, next(named)[1] if block.level > 1 else "")
            elif isinstance(block, Notice):
                yield from self.notice(block)
            elif isinstance(block, Table):
                yield from self.table(block)
            elif isinstance(block, Picture):
                yield self.picture(block)
            elif isinstance(block, PageBreak):
                self.on_new_page = True
            elif isinstance(block, Contents):
                yield from self.contents()
            else:
                yield self.text(block)

    def heading(self, block: Heading, name: str) -> str:
        runs = self.runs(block.text)
        if not name:
            return self.paragraph("title", runs)
        number, self.bookmark = self.bookmark, self.bookmark + 1
        w = self.w
        mark = f'<{w}bookmarkStart {w}id="{number}" {w}name="{name}"/>'
        return self.paragraph(f"heading_{block.level - 1}", f'{mark}{runs}<{w}bookmarkEnd {w}id="{number}"/>')

    def text(self, block: Paragraph | Bullet, style: str = "", inside: str = "") -> str:
        """A paragraph or an entry of a list; `style` and `inside` are those of a notice around it."""
        w = self.w
        runs = self.runs(block.text)
        kept = f"<{w}keepNext/>" if self.leading and not self.on_new_page else ""
        if isinstance(block, Bullet):
            if style:  # a box is drawn around paragraphs of one indent
                return self.paragraph(style, self.letters("• ") + runs, inside)
            if "bullet" in self.styles:
                left = 2 * STEP + block.level * STEP
                more = f'<{w}ind {w}left="{left}" {w}hanging="{STEP}"/>' if block.level else ""
                return self.paragraph("bullet", runs, more)
            left = STEP + block.level * STEP
            hangs = f'<{w}ind {w}left="{left}" {w}hanging="{STEP}"/>'
            return self.paragraph("body", f"{self.letters('•')}{self.tab()}{runs}", hangs)
        if block.number and style:
            return self.paragraph(style, self.letters(f"{block.number} ") + runs, inside)
        if block.number:
            own = "numbered" in self.styles
            hangs = kept if own else f'{kept}<{w}ind {w}left="{INDENT}" {w}hanging="{INDENT}"/>'
            hung = f"{self.letters(block.number)}{self.tab()}{runs}"
            return self.paragraph("numbered" if own else "body", hung, hangs)
        leads = block.text and block.text[0].bold and len(plain(block.text)) <= LEAD and not self.on_new_page
        return self.paragraph(style or "body", runs, f"<{w}keepNext/>{inside}" if leads else f"{kept}{inside}")

    def notice(self, block: Notice) -> Iterator[str]:
        w = self.w
        line = f'{w}val="single" {w}sz="6" {w}space="4" {w}color="auto"'
        sides = "".join(f"<{w}{side} {line}/>" for side in ("top", "left", "bottom", "right"))
        drawn = "" if "notice" in self.styles else f"<{w}pBdr>{sides}</{w}pBdr>"
        for one in block.blocks:
            if isinstance(one, (Paragraph, Bullet)):
                yield self.text(one, "notice", drawn)
            elif isinstance(one, Heading):
                yield self.text(Paragraph(one.text), "notice", drawn)
            elif isinstance(one, Table):
                yield from self.table(one)

    def picture(self, block: Picture) -> str:
        number = list(self.pictures).index(block.name) + 1
        run = drawing(self.w, self.links[block.name], number, self.pictures[block.name], block.text, self.width)
        # It stays with the line below it, which says what it is.
        return self.paragraph("body", run, "" if self.on_new_page else f"<{self.w}keepNext/>")

    def contents(self) -> Iterator[str]:
        """A field that Word can make anew, filled in; without page numbers, which only a layout knows."""
        entries = [one for one in self.headings if one[0] == 1]
        w = self.w
        if entries:
            above = self.letters(CONTENTS, bold="contents_title" not in self.styles)
            yield self.paragraph("contents_title" if "contents_title" in self.styles else "body", above)
        for place, (_, name, text) in enumerate(entries):
            begin = end = ""
            if not place:
                code = r' TOC \o "1-1" \n \h \z \u '
                begin = self.run(f'<{w}fldChar {w}fldCharType="begin"/>')
                begin += self.run(f'<{w}instrText xml:space="preserve">{escape(code)}</{w}instrText>')
                begin += self.run(f'<{w}fldChar {w}fldCharType="separate"/>')
            if place + 1 == len(entries):
                end = self.run(f'<{w}fldChar {w}fldCharType="end"/>')
            link = f'<{w}hyperlink {w}anchor="{name}" {w}history="1">{self.letters(tied(plain(text)))}</{w}hyperlink>'
            yield self.paragraph("contents_1", f"{begin}{link}{end}")

    def table(self, block: Table) -> Iterator[str]:
        w = self.w
        if self.on_new_page:
            yield self.paragraph("body", "")
        widths = column_widths(block, self.width)
        grid = "".join(f'<{w}gridCol {w}w="{one}"/>' for one in widths)
        style = f'<{w}tblStyle {w}val="{self.styles["table"]}"/>' if "table" in self.styles else ""
        line = f'{w}val="single" {w}sz="4" {w}space="0" {w}color="auto"'
        sides = "".join(f"<{w}{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        borders = "" if style else f"<{w}tblBorders>{sides}</{w}tblBorders>"
        yield (
            f'<{w}tbl><{w}tblPr>{style}<{w}tblW {w}w="{sum(widths)}" {w}type="dxa"/>{borders}'
            f'<{w}tblLayout {w}type="fixed"/><{w}tblLook {w}val="0020" {w}firstRow="1" {w}lastRow="0" '
            f'{w}firstColumn="0" {w}lastColumn="0" {w}noHBand="0" {w}noVBand="1"/></{w}tblPr>'
            f"<{w}tblGrid>{grid}</{w}tblGrid>"
        )
        yield self.row(block.headings, widths, block.right, heading=True)
        for number, row in enumerate(block.rows):
            if number % CHECKED_EVERY == 0:
                self.check()
            yield self.row(row, widths, block.right, least=FORM_ROW if block.form else 0)
        # Word joins tables that nothing stands between, and wants a paragraph at the end of a text.
        yield f"</{w}tbl>{self.paragraph('body', '')}"

    def row(
        self,
        cells: Sequence[Text],
        widths: Sequence[int],
        right: Sequence[bool],
        heading: bool = False,
        least: int = 0,
    ) -> str:
        w = self.w
        first = f'<{w}trHeight {w}val="{least}" {w}hRule="atLeast"/>' if least else ""
        first += f"<{w}tblHeader/>" if heading else ""
        style = "cell" if "cell" in self.styles else "body"
        made = []
        for cell, width, to_right in zip(cells, widths, right):
            aligned = f"<{w}keepNext/>" * heading + f'<{w}jc {w}val="right"/>' * to_right
            held = letters_in(width)
            shown = [replace(one, text=with_soft_hyphens(tied_within(one.text, held), held)) for one in cell]
            text = self.paragraph(style, self.runs(shown, bold=heading, tie=False), aligned)
            made.append(f'<{w}tc><{w}tcPr><{w}tcW {w}w="{width}" {w}type="dxa"/></{w}tcPr>{text}</{w}tc>')
        return f"<{w}tr><{w}trPr><{w}cantSplit/>{first}</{w}trPr>{''.join(made)}</{w}tr>"

    # ---- paragraphs and letters ------------------------------------------------------------------------------------

    def paragraph(self, style: str, content: str, more: str = "") -> str:
        """A paragraph in a style, where the template has it. `more` are properties in the order of the format."""
        w = self.w
        named = f'<{w}pStyle {w}val="{escape(self.styles[style])}"/>' if style in self.styles else ""
        more = f"<{w}pageBreakBefore/>{more}" if self.on_new_page else more
        self.on_new_page = False
        properties = f"<{w}pPr>{named}{more}</{w}pPr>" if named or more else ""
        return f"<{w}p>{properties}{content}</{w}p>"

    def runs(self, text: Text, bold: bool = False, tie: bool = True) -> str:
        """Runs of a text; without `tie` its numbers are tied already, where the column holds them (`tied_within`)."""
        return "".join(
            self.letters(tied(one.text) if tie else one.text, bold or one.bold, one.italic, bool(one.blank))
            for one in text
        )

    def letters(self, text: str, bold: bool = False, italic: bool = False, blank: bool = False) -> str:
        w = self.w
        look = ""
        if blank and "blank" in self.styles:
            look += f'<{w}rStyle {w}val="{escape(self.styles["blank"])}"/>'
        look += f"<{w}b/>" * bold + f"<{w}i/>" * italic
        if blank and "blank" not in self.styles:
            look += f'<{w}highlight {w}val="yellow"/>'
        properties = f"<{w}rPr>{look}</{w}rPr>" if look else ""
        runs = (
            self.run(properties + self.signs(part))
            for part in RANGE.sub(f"\u2013{WORD_JOINER}", text).split(WORD_JOINER)
        )
        return self.joiner().join(runs)

    def signs(self, text: str) -> str:
        """Text inside a run."""
        w = self.w
        # Word has elements of its own for a hyphen that is seen at the end of a line only, and one that ends none.
        signs = {"\n": f"<{w}br/>", SOFT: f"<{w}softHyphen/>", "-": f"<{w}noBreakHyphen/>"}
        parts = (
            signs.get(part) or f'<{w}t xml:space="preserve">{escape(part)}</{w}t>'
            for part in _SIGNS.split(text)
            if part
        )
        return "".join(parts)

    def joiner(self) -> str:
        """What keeps the two ends of a range on one line: a sign without width, too small to make the line higher."""
        w = self.w
        fonts = " ".join(f'{w}{one}="{JOINER_FONT}"' for one in ("ascii", "hAnsi", "eastAsia", "cs"))
        size = f'<{w}sz {w}val="2"/><{w}szCs {w}val="2"/>'
        return self.run(f"<{w}rPr><{w}rFonts {fonts}/>{size}</{w}rPr><{w}t>{WORD_JOINER}</{w}t>")

    def tab(self) -> str:
        return self.run(f"<{self.w}tab/>")

    def run(self, content: str) -> str:
        return f"<{self.w}r>{content}</{self.w}r>"
