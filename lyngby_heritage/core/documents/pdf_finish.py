"""What Qt's writer leaves out of a PDF: bookmarks, language, title, georeference, and what a page is for the blind.

Source: ISO 32000-1, 12.3.3 (outline), 14.3 (metadata), 14.7 and 14.8 (structure, alternate descriptions); ISO 32000-2,
12.10 (the measure of maps: `/VP` with a `/GEO` measure).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from .pdf_increment import Increment
from .pdf_syntax import NotUnderstoodError, array, dictionary, items_of, number, ref, referred, text

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class MapFrame:
    """A map on a page: where it lies in mm from the upper left corner, and the ground that its corners show."""

    x: float
    y: float
    wide: float
    tall: float
    corners: Sequence[tuple[float, float]]
    """Latitude and longitude of the lower left, upper left, upper right and lower right corner."""
    epsg: int | None
    wkt: str
    """The CRS of the map, as ESRI writes it."""


@dataclass(frozen=True)
class Page:
    """What is said of a page: its bookmark and the one that this stands under, its map, what it shows in words."""

    name: str
    group: str = ""
    frame: MapFrame | None = None
    told: str = ""
    """The description of a page that is a picture; "" for a page of text."""


@dataclass(frozen=True)
class Told:
    """What is said of the document; "" for what is not known."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = ""


def finished(content: bytes, told: Told, pages: Sequence[Page]) -> bytes:
    """The document with all of that; NotUnderstoodError for a file that is written in another way than Qt does."""
    file = Increment(content)
    numbers = file.pages()
    if len(numbers) != len(pages):
        raise NotUnderstoodError(f"{len(numbers)} pages for {len(pages)}")
    catalog = file.read(file.root)
    catalog["Version"] = b"/1.7"
    catalog["PageMode"] = b"/UseOutlines"
    catalog["ViewerPreferences"] = dictionary({"DisplayDocTitle": b"true"})
    if told.language:
        catalog["Lang"] = text(told.language)
    catalog["Outlines"] = _outline(file, pages, numbers)
    described = {of: file.read(of) for of in numbers}
    systems: dict[tuple[int | None, str], bytes] = {}
    for of, page in zip(numbers, pages):
        if page.frame is not None:
            key = page.frame.epsg, page.frame.wkt
            if key not in systems:
                systems[key] = file.add(_system(*key))
            described[of]["VP"] = array([_viewport(described[of], page.frame, page.name, systems[key])])
    if any(page.told for page in pages):
        catalog["MarkInfo"] = dictionary({"Marked": b"true"})
        catalog["StructTreeRoot"] = _pictures(file, pages, numbers, described)
    for of, entries_of_page in described.items():
        file.put(of, entries_of_page)
    info = referred(file.trailer.get("Info"))
    said = {"Title": told.title, "Author": told.author, "Subject": told.subject, "Keywords": told.keywords}
    entries = {**file.read(info), **{name: text(value) for name, value in said.items()}}
    file.put(info, {name: value for name, value in entries.items() if value != b"()"})
    catalog["Metadata"] = file.add({"Type": b"/Metadata", "Subtype": b"/XML"}, _xmp(told).encode("utf-8"))
    file.put(file.root, catalog)
    return file.whole()


# ---- bookmarks -------------------------------------------------------------------------------------------------------


def _outline(file: Increment, pages: Sequence[Page], numbers: Sequence[int]) -> bytes:
    """The bookmarks: a page of no group by itself, the pages of a group under its name, closed."""
    root = file.reserve()
    items: list[tuple[str, int, list[tuple[str, int]]]] = []
    for group, together in groupby(zip(pages, numbers), key=lambda one: one[0].group):
        listed = [(page.name, of) for page, of in together]
        items += [(group, listed[0][1], listed)] if group else [(name, of, []) for name, of in listed]
    first, last = _level(file, root, items)
    file.put(root, {"Type": b"/Outlines", "First": ref(first), "Last": ref(last), "Count": b"%d" % len(items)})
    return ref(root)


def _level(file: Increment, parent: int, items: Sequence[tuple[str, int, list[tuple[str, int]]]]) -> tuple[int, int]:
    """Write the bookmarks of one level, each (name, page, those under it); the numbers of the first and the last."""
    own = [file.reserve() for _ in items]
    for place, (name, page, below) in enumerate(items):
        entries = {"Title": text(name), "Parent": ref(parent), "Dest": array([ref(page), b"/Fit"])}
        if place:
            entries["Prev"] = ref(own[place - 1])
        if place + 1 < len(own):
            entries["Next"] = ref(own[place + 1])
        if below:
            first, last = _level(file, own[place], [(*one, []) for one in below])
            entries |= {"First": ref(first), "Last": ref(last), "Count": b"-%d" % len(below)}
        file.put(own[place], entries)
    return own[0], own[-1]


def _of(page: dict[str, bytes], name: str) -> bytes:
    """What a page itself says; NotUnderstoodError where it stands elsewhere."""
    if name not in page:
        raise NotUnderstoodError(f"a page without {name}")
    return page[name]


# ---- maps ------------------------------------------------------------------------------------------------------------


def _system(epsg: int | None, wkt: str) -> dict[str, bytes]:
    """A coordinate system, which all maps share."""
    number_of = {} if epsg is None else {"EPSG": b"%d" % epsg}
    return {"Type": b"/PROJCS", **number_of, "WKT": text(wkt)}


def _viewport(page: dict[str, bytes], frame: MapFrame, name: str, system: bytes) -> bytes:
    """A map's place on the page, in points from its lower left corner, and what ground its corners are."""
    _, _, _, top = (float(one) for one in items_of(_of(page, "MediaBox")))
    left, right = frame.x * POINTS_PER_MM, (frame.x + frame.wide) * POINTS_PER_MM
    upper, lower = top - frame.y * POINTS_PER_MM, top - (frame.y + frame.tall) * POINTS_PER_MM
    corners = [b"0", b"0", b"0", b"1", b"1", b"1", b"1", b"0"]
    measure = {
        "Type": b"/Measure",
        "Subtype": b"/GEO",
        "Bounds": array(corners),
        "GPTS": array(number(value) for corner in frame.corners for value in corner),
        "LPTS": array(corners),
        "GCS": system,
    }
    box = array(number(round(one, 4)) for one in (left, lower, right, upper))
    return dictionary({"Type": b"/Viewport", "Name": text(name), "BBox": box, "Measure": dictionary(measure)})


# ---- what a page shows, in words -------------------------------------------------------------------------------------


def _pictures(
    file: Increment, pages: Sequence[Page], numbers: Sequence[int], described: dict[int, dict[str, bytes]]
) -> bytes:
    """Tag each page that is a picture as one, with its description: all that is drawn on it is one figure."""
    root, document = file.reserve(), file.reserve()
    begin, end = file.add({}, b"/Figure <</MCID 0>> BDC"), file.add({}, b"EMC")
    figures: list[bytes] = []
    tree: list[bytes] = []
    for page, of in zip(pages, numbers):
        if not page.told:
            continue
        box = _of(described[of], "MediaBox")
        figure = file.add(
            {
                "Type": b"/StructElem",
                "S": b"/Figure",
                "P": ref(document),
                "Pg": ref(of),
                "K": b"0",
                "Alt": text(page.told),
                "A": dictionary({"O": b"/Layout", "BBox": box}),
            }
        )
        tree += [b"%d" % len(figures), array([figure])]
        drawn = _of(described[of], "Contents")
        drawn_parts = items_of(drawn) if drawn.startswith(b"[") else [drawn]
        described[of] |= {
            "Contents": array([begin, *drawn_parts, end]),
            "StructParents": b"%d" % len(figures),
            "Tabs": b"/S",
        }
        figures.append(figure)
    file.put(document, {"Type": b"/StructElem", "S": b"/Document", "P": ref(root), "K": array(figures)})
    file.put(
        root,
        {
            "Type": b"/StructTreeRoot",
            "K": ref(document),
            "ParentTree": file.add({"Nums": array(tree)}),
            "ParentTreeNextKey": b"%d" % len(figures),
        },
    )
    return ref(root)


# ---- metadata --------------------------------------------------------------------------------------------------------

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
{entries}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_IN_LANGUAGE = '<dc:{0}><rdf:Alt><rdf:li xml:lang="x-default">{1}</rdf:li></rdf:Alt></dc:{0}>'
_LISTED = "<dc:{0}><rdf:{2}><rdf:li>{1}</rdf:li></rdf:{2}></dc:{0}>"


def _xmp(told: Told) -> str:
    """The same of the document as XMP."""
    written = [
        (_IN_LANGUAGE, "title", told.title, ""),
        (_LISTED, "creator", told.author, "Seq"),
        (_IN_LANGUAGE, "description", told.subject, ""),
        (_LISTED, "language", told.language, "Bag"),
        ("<pdf:Keywords>{1}</pdf:Keywords>", "", told.keywords, ""),
    ]
    entries = (form.format(name, escape(_printable(value)), kind) for form, name, value, kind in written if value)
    return _XMP.format(entries="\n".join(entries))


def _printable(value: str) -> str:
    return "".join(one for one in value if one.isprintable())
