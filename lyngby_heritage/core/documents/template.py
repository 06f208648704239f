"""A Word template: where the text goes, which styles it has, and what in it is filled in. All is looked at beforehand.

The municipality's own is the file `templates/lokalplan.docx` of its profile. It has a bookmark `indhold` and the styles
of the headings; everything else in it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from ..common.data import template_folders
from ..common.errors import HeritageError
from ..common.profile import Profile
from .package_parts import Parts
from .xml_places import Element, changed, prefix_of

FOLDER, NAME = "templates", "lokalplan"
ENDINGS = (".docx", ".dotx")
BOOKMARK = "indhold"
PLACEHOLDERS = (
    "titel",
    "plannummer",
    "dokument",
    "tilstand",
    "tilstand_tekst",
    "dato",
    "kommune",
    "blanke",
)
"""What a template can ask for in double braces."""

STYLES: Mapping[str, tuple[str, ...]] = {
    "title": ("Title",),
    "heading_1": ("heading 1",),
    "heading_2": ("heading 2",),
    "heading_3": ("heading 3",),
    "body": ("Lokalplan tekst", "Body Text"),
    "numbered": ("Lokalplan stykke",),
    "bullet": ("Lokalplan punkt", "List Bullet"),
    "notice": ("Lokalplan boks",),
    "table": ("Lokalplan tabel", "Table Grid"),
    "cell": ("Lokalplan celle",),
    "blank": ("Lokalplan felt",),
    "contents_title": ("TOC Heading",),
    "contents_1": ("toc 1",),
}
"""What the writer uses → the names of Word's or our own styles, the best first: as `w:name` has them, which is English
for Word's own in every language."""
NEEDED: Mapping[str, str] = {
    "heading_1": "Overskrift 1 (heading 1)",
    "heading_2": "Overskrift 2 (heading 2)",
    "heading_3": "Overskrift 3 (heading 3)",
}
"""Those without which no document is made, as Word calls them."""

_PLACEHOLDER = re.compile(r"\{\{\s*([^\W\d]\w*)\s*\}\}")


@dataclass(frozen=True)
class Place:
    """Where the text goes: instead of the paragraph of the bookmark."""

    start: int
    end: int
    stays: bool
    """The paragraph ends a section, so it stays, empty, behind the text."""
    cuts: tuple[tuple[int, int], ...]
    """Further pieces that go: letters of a paragraph that stays, and the bookmark itself elsewhere."""


@dataclass(frozen=True)
class Template:
    """A template that a document can be made of."""

    name: str
    content: bytes
    prefix: str
    """Of Word's own elements in the document, with its colon."""
    place: Place
    styles: Mapping[str, str]
    """What the writer uses → the id of the template's style; only those that it has."""
    asked_for: frozenset[str]
    """Placeholders in its text, headers and footers."""
    width: int
    """Of the text, in twentieths of a point."""
    first_bookmark: int
    """A number that no bookmark of it has, nor any after it."""

    def parts(self) -> Parts:
        """The file's parts, to be changed."""
        parts = Parts(self.name, self.content)
        parts.tree(parts.document)
        return parts


def document_template(name: str = NAME) -> Template:
    """The profile's template of a name, or the plugin's own. HeritageError as of `read_template`."""
    for folder in template_folders(FOLDER):
        for ending in ENDINGS:
            path = folder / f"{name}{ending}"
            if path.is_file():
                return read_template(path.name, path.read_bytes())
    raise FileNotFoundError(name)


def refuse_unfit_template(profile: Profile) -> None:
    """HeritageError when no document can be made of the profile's own template."""
    for name in profile.templates:
        if profile.folder is not None and name.endswith(ENDINGS):
            read_template(name, (profile.folder / name).read_bytes())


def read_template(name: str, content: bytes) -> Template:
    """A template from its bytes. HeritageError names the file, what is missing, and what to do."""
    parts = Parts(name, content)
    root = parts.tree(parts.document)
    body = root.child("body")
    place = None if body is None else _place(body)
    if body is None or place is None:
        raise HeritageError(
            "The Word template {file} has no bookmark '{bookmark}' in a paragraph of its text, so nothing says where "
            "the text goes. Put the cursor in an empty paragraph, outside tables and text boxes, and choose Insert > "
            "Bookmark in Word.",
            file=name,
            bookmark=BOOKMARK,
        )
    styles = _styles(parts)
    missing = [said for key, said in NEEDED.items() if key not in styles]
    if missing:
        raise HeritageError(
            "The Word template {file} lacks {count:=the style|the styles} {styles}. Word leaves out styles that are "
            "not in use: give a paragraph the style, save, and delete the paragraph again.",
            file=name,
            count=len(missing),
            styles=", ".join(missing),
        )
    texts = [root, *map(parts.tree, parts.headers_and_footers())]
    asked_for = frozenset(found[1] for one in texts for found in _placeholders(one))
    unknown = sorted(asked_for - set(PLACEHOLDERS))
    if unknown:
        raise HeritageError(
            "The Word template {file} asks for {names} in double braces, which nothing fills in. It can ask for: "
            "{known}.",
            file=name,
            names=", ".join(unknown),
            known=", ".join(PLACEHOLDERS),
        )
    numbers = (one.attributes.get("id", "") for one in root.all("bookmarkStart", "bookmarkEnd"))
    return Template(
        name=name,
        content=content,
        prefix=prefix_of(parts.content[parts.document], body),
        place=place,
        styles=styles,
        asked_for=asked_for,
        width=_width(body),
        first_bookmark=1 + max((int(one) for one in numbers if one.isdecimal()), default=0),
    )


def _place(body: Element) -> Place | None:
    for mark in body.all("bookmarkStart"):
        paragraph = mark.within("p") or _next_paragraph(mark)
        if (
            mark.attributes.get("name", "").casefold() != BOOKMARK
            or paragraph is None
            or paragraph.parent is None
            or paragraph.within("tbl") is not None
            or paragraph.within("p") is not None
        ):
            continue
        number = mark.attributes.get("id", "")
        ends = [(one.start, one.end) for one in body.all("bookmarkEnd") if one.attributes.get("id") == number]
        ends.append((mark.start, mark.end))
        if next(paragraph.all("sectPr"), None) is None:
            return Place(paragraph.start, paragraph.end, False, tuple(ends))
        letters = [(one.start, one.end) for one in paragraph.children if one.name != "pPr"]
        return Place(paragraph.start, paragraph.end, True, (*letters, *ends))
    return None


def _next_paragraph(mark: Element) -> Element | None:
    """The paragraph that a bookmark begins before: Word puts it there where whole paragraphs were marked."""
    beside = mark.parent.children if mark.parent is not None else []
    return next((one for one in beside if one.name == "p" and one.start > mark.start), None)


def _styles(parts: Parts) -> dict[str, str]:
    """What the writer uses → id of the style: by its name, then by a name beside it, then by its id."""
    part = parts.styles()
    if not part:
        return {}
    by_name: dict[str, str] = {}
    described = [one for one in parts.tree(part).children if one.name == "style" and "styleId" in one.attributes]
    for tell in (_name, _other_names, _id):
        for one in described:
            for name in tell(one):
                by_name.setdefault(name, one.attributes["styleId"])
    found = {
        key: [by_name[name.casefold()] for name in names if name.casefold() in by_name] for key, names in STYLES.items()
    }
    return {key: ids[0] for key, ids in found.items() if ids}


def _name(style: Element) -> list[str]:
    name = style.child("name")
    return [] if name is None else [name.attributes.get("val", "").casefold()]


def _other_names(style: Element) -> list[str]:
    aliases = style.child("aliases")
    return [] if aliases is None else [one.strip().casefold() for one in aliases.attributes.get("val", "").split(",")]


def _id(style: Element) -> list[str]:
    return [style.attributes["styleId"].casefold()]


def _width(body: Element) -> int:
    """Of the text of the last section in twentieths of a point; that of A4 where the template says nothing sensible."""
    section = body.child("sectPr")
    size = None if section is None else section.child("pgSz")
    margins = None if section is None else section.child("pgMar")
    try:
        wide = int((size.attributes if size else {})["w"])
        sides = sum(abs(int((margins.attributes if margins else {})[side])) for side in ("left", "right"))
    except (KeyError, ValueError):
        return 9_070
    return max(wide - sides, 2_000)


# ---- what is filled in ---------------------------------------------------------------------------------------------


def filled_in(content: bytes, root: Element, facts: Mapping[str, str]) -> list[tuple[int, int, bytes]]:
    """The changes of a part that put facts where it asks for them, also where Word has split one over several runs."""
    changes = []
    for paragraph in root.all("p"):
        texts = _texts(paragraph)
        whole = "".join(one.text for one in texts)
        owner = [number for number, one in enumerate(texts) for _ in one.text]
        new = ["" for _ in texts]
        touched = set()
        at = 0
        for found in _PLACEHOLDER.finditer(whole):
            for place in range(at, found.start()):
                new[owner[place]] += whole[place]
            new[owner[found.start()]] += facts[found[1]]
            touched.update(owner[found.start() : found.end()])
            at = found.end()
        for place in range(at, len(whole)):
            new[owner[place]] += whole[place]
        changes += [_exchanged(content, texts[number], new[number]) for number in sorted(touched)]
    return changes


def _exchanged(content: bytes, text: Element, new: str) -> tuple[int, int, bytes]:
    name = f"{prefix_of(content, text)}t"
    return text.start, text.end, f'<{name} xml:space="preserve">{escape(new)}</{name}>'.encode()


def paragraphs_that_ask(root: Element, name: str) -> list[tuple[int, int]]:
    """Where the paragraphs stand that ask for a placeholder; not those of a table or at the end of a section."""
    return [
        (one.start, one.end)
        for one in root.all("p")
        if one.within("tbl") is None
        and one.within("p") is None
        and next(one.all("sectPr"), None) is None
        and any(found[1] == name for found in _PLACEHOLDER.finditer("".join(each.text for each in _texts(one))))
    ]


def _placeholders(root: Element) -> Iterator[re.Match[str]]:
    for paragraph in root.all("p"):
        yield from _PLACEHOLDER.finditer("".join(one.text for one in _texts(paragraph)))


def _texts(paragraph: Element) -> list[Element]:
    """The texts of a paragraph, without those of paragraphs in a text box that hangs on it."""
    return [one for one in paragraph.all("t") if one.within("p") is paragraph]


def with_facts(parts: Parts, part: str, facts: Mapping[str, str]) -> None:
    """Fill in a header or a footer."""
    root = parts.tree(part)
    content = parts.content[part]
    parts.content[part] = changed(content, filled_in(content, root, facts))
