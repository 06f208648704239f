"""The parts of a Word file: opened with care, found by what the file itself says of them, written the same every time.

The format is ECMA-376 (Office Open XML): a zip of parts, with a list of their kinds and files of what belongs to what.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping

from ..common.archive import timeless_entry
from ..common.errors import Check, HeritageError, never_cancelled
from .xml_places import DamagedXmlError, Element, changed, elements_of, in_utf8

LARGEST_PART, LARGEST_WHOLE = 50_000_000, 200_000_000
"""Bytes of a part and of all parts, unpacked; more is no template but something that fills the memory."""

KINDS, LINKS = "[Content_Types].xml", "_rels/.rels"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT = f"{_WORD}.document.main+xml"
TEMPLATE = f"{_WORD}.template.main+xml"
_MACROS = ("macroEnabled", "vbaProject")
_TEXTS = (f"{_WORD}.header+xml", f"{_WORD}.footer+xml")
_STYLES = f"{_WORD}.styles+xml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_LINK = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_LINK_OF = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NO_LINKS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
"""How a .doc begins, and a .docx behind a password."""


def unpacked(name: str, content: bytes) -> dict[str, bytes]:
    """Part → bytes of the Word file `name`. HeritageError says what it is instead, and what to do."""
    if content.startswith(_OLD_WORD):
        raise HeritageError(
            "The Word template {file} is an old Word file (.doc) or has a password. Open it in Word, remove the "
            "password, and save it as a Word document (.docx).",
            file=name,
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if sum(one.file_size for one in entries) > LARGEST_WHOLE or any(
                one.file_size > LARGEST_PART for one in entries
            ):
                raise HeritageError(
                    "The Word template {file} is larger than a template can be when it is unpacked. Compress its "
                    "pictures in Word, and save it again.",
                    file=name,
                )
            parts = {one.filename: archive.read(one) for one in entries if not one.is_dir()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise HeritageError(
            "The Word template {file} is no Word document (.docx), or it is damaged. Open it in Word, and save it as "
            "a Word document.",
            file=name,
        ) from error
    if KINDS not in parts or LINKS not in parts:
        raise no_word_file(name)
    return parts


def no_word_file(name: str) -> HeritageError:
    """The error of a file that is another kind of file, such as a spreadsheet or one of LibreOffice's own."""
    return HeritageError(
        "The Word template {file} is a file of another kind than Word's. Open it in Word or LibreOffice, and save it "
        "as a Word document (.docx).",
        file=name,
    )


class Parts:
    """The parts of a Word file, and which of them is what."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.content = unpacked(name, content)
        # Word, and who reads a zip as it comes, look for the kinds first.
        self.content = {KINDS: self.content[KINDS], **self.content}
        self.kinds = self._kinds()
        if any(macro in kind for kind in self.kinds.values() for macro in _MACROS):
            raise HeritageError(
                "The Word template {file} holds macros, which a plan that is published must not. Save it in Word as a "
                "Word document without macros (.docx).",
                file=name,
            )
        self.document = self._main()

    def tree(self, part: str) -> Element:
        """A part as elements, the part put into UTF-8. HeritageError when it is no XML."""
        try:
            self.content[part] = in_utf8(self.content[part])
            return elements_of(self.content[part])
        except (KeyError, DamagedXmlError) as error:
            raise HeritageError(
                "The Word template {file} is damaged: its part {part} cannot be read ({why}). Open it in Word, and "
                "save it again.",
                file=self.name,
                part=part,
                why=str(error),
            ) from error

    def headers_and_footers(self) -> list[str]:
        """The parts of headers and footers, in the file's order."""
        return [part for part in self.content if self.kinds.get(part) in _TEXTS]

    def styles(self) -> str:
        """The part of the styles, "" without one."""
        return next((part for part in self.content if self.kinds.get(part) == _STYLES), "")

    def as_document(self) -> None:
        """Let a template file (.dotx) be the document that is made of it."""
        content = self.content[KINDS]
        self.content[KINDS] = content.replace(TEMPLATE.encode("ascii"), DOCUMENT.encode("ascii"))

    def put_core_properties(self, properties: bytes) -> None:
        """Exchange the file's properties, or give it some."""
        part = next((one for one in self.content if self.kinds.get(one) == _CORE), "")
        if not part:
            part = "docProps/core.xml"
            self._add_last(KINDS, f'<Override PartName="/{part}" ContentType="{_CORE}"/>')
            self._add_last(LINKS, f'<Relationship Id="rIdEgenskaber" Type="{_CORE_LINK}" Target="{part}"/>')
        self.content[part] = properties

    def put_picture(self, number: int, content: bytes) -> str:
        """Add a PNG to the document, and return what its drawing names it by."""
        link, part = f"rIdBillede{number}", f"media/kort{number}.png"
        folder, _, document = self.document.rpartition("/")
        links = posixpath.join(folder, "_rels", f"{document}.rels")
        self.content.setdefault(links, _NO_LINKS)
        self._add_last(links, f'<Relationship Id="{link}" Type="{_LINK_OF}/image" Target="{part}"/>')
        kinds = self.tree(KINDS).children
        if not any(one.attributes.get("Extension", "").lower() == "png" for one in kinds):
            self._add_last(KINDS, '<Default Extension="png" ContentType="image/png"/>')
        self.content[posixpath.join(folder, part)] = content
        return link

    def packed(self, check: Check = never_cancelled) -> bytes:
        """The file. The same parts always give the same bytes."""
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.content.items():
                check()
                archive.writestr(timeless_entry(name), content)
        return file.getvalue()

    def _add_last(self, part: str, element: str) -> None:
        root = self.tree(part)
        # Neither part has a prefix in any file that Word, LibreOffice or Google writes.
        self.content[part] = changed(self.content[part], [(root.inside_end, root.inside_end, element.encode("utf-8"))])

    def _kinds(self) -> Mapping[str, str]:
        root = self.tree(KINDS)
        by_ending: dict[str, str] = {}
        by_name: dict[str, str] = {}
        for one in root.children:
            kind = one.attributes.get("ContentType", "")
            if "PartName" in one.attributes:
                by_name[one.attributes["PartName"].lstrip("/")] = kind
            elif "Extension" in one.attributes:
                by_ending[one.attributes["Extension"].lower()] = kind
        return {part: by_name.get(part) or by_ending.get(part.rpartition(".")[2].lower(), "") for part in self.content}

    def _main(self) -> str:
        for one in self.tree(LINKS).children:
            if one.attributes.get("Type", "").startswith(_STRICT):
                raise HeritageError(
                    "The Word template {file} is saved as Strict Open XML, which names things otherwise. Save it in "
                    "Word as an ordinary Word document (.docx).",
                    file=self.name,
                )
            target = posixpath.normpath(one.attributes.get("Target", "")).lstrip("/")
            if one.attributes.get("Type", "").endswith("/officeDocument"):
                if self.kinds.get(target) not in (DOCUMENT, TEMPLATE):
                    raise no_word_file(self.name)
                return target
        raise no_word_file(self.name)
