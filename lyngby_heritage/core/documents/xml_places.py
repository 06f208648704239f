"""Where the elements of an XML part stand in its bytes, so that a piece is exchanged and nothing else is touched.

A tree that is read and written again loses what its reader takes for unused, such as the namespaces that Word's
`mc:Ignorable` names; Word then calls the file damaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""Of Word's own elements."""

_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_ENCODING = re.compile(rb"""^(<\?xml[^>]*?encoding\s*=\s*["'])([\w.:-]+)""")
_DECLARED = re.compile(r"""^(<\?xml[^>]*?encoding\s*=\s*["'])[\w.:-]+""")
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class DamagedXmlError(ValueError):
    """The part is no XML, or defines entities of its own, as a harmful file may."""


@dataclass
class Element:
    """An element and the bytes that it takes up."""

    name: str
    """Without a prefix for Word's own elements; of others with their namespace before it."""
    attributes: Mapping[str, str]
    """By their names without prefix; of two alike Word's own."""
    start: int
    inside: int
    """Where its content begins."""
    parent: Element | None
    inside_end: int = 0
    end: int = 0
    children: list[Element] = field(default_factory=list)
    text: str = ""
    """The letters that stand in it itself."""

    def all(self, *names: str) -> Iterator[Element]:
        """The elements inside it of these names, in their order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.all(*names)

    def within(self, name: str) -> Element | None:
        """The nearest element of this name that it stands in."""
        above = self.parent
        while above is not None and above.name != name:
            above = above.parent
        return above

    def child(self, name: str) -> Element | None:
        """Its first own element of this name."""
        return next((one for one in self.children if one.name == name), None)


def in_utf8(content: bytes) -> bytes:
    """A part in UTF-8, whatever it was written in, so that what is put into it agrees."""
    mark = next((encoding for begin, encoding in _MARKS.items() if content.startswith(begin)), None)
    declared = _ENCODING.match(content)
    encoding = mark or (declared[2].decode("ascii").lower() if declared else "utf-8")
    if encoding == "utf-8":
        return content
    try:
        text = content.decode(encoding)
    except (LookupError, UnicodeError) as error:
        raise DamagedXmlError(str(error)) from error
    return _DECLARED.sub(r"\1UTF-8", text).encode("utf-8")


def elements_of(content: bytes) -> Element:
    """The root of a part in UTF-8 with all that stands in it. DamagedXmlError."""
    reader = _Reader(content)
    parser = expat.ParserCreate(namespace_separator="\n")
    parser.buffer_text = True
    reader.parser = parser
    parser.StartElementHandler = reader.begins
    parser.EndElementHandler = reader.ends
    parser.CharacterDataHandler = reader.says
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, RecursionError) as error:
        raise DamagedXmlError(str(error)) from error
    return reader.root.children[0]


def _refuse(*_: Any) -> None:
    raise DamagedXmlError("DOCTYPE")


class _Reader:
    parser: Any

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.root = self.open = Element("", {}, 0, 0, None)

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        start = self.parser.CurrentByteIndex
        tag = _TAG.match(self.content, start)
        inside = tag.end() if tag else start
        named = {key.rpartition("\n")[2]: value for key, value in attributes.items()}
        named.update((_local(key), value) for key, value in attributes.items() if "\n" not in _local(key))
        made = Element(_local(name), named, start, inside, self.open)
        self.open.children.append(made)
        self.open = made

    def ends(self, _name: str) -> None:
        done = self.open
        at = self.parser.CurrentByteIndex
        if self.content.endswith(b"/>", done.start, done.inside):  # <w:t/>, behind which the parser stands already
            done.inside_end = done.end = done.inside
        else:
            done.inside_end, done.end = at, self.content.index(b">", at) + 1
        if done.parent is not None:
            self.open = done.parent

    def says(self, letters: str) -> None:
        self.open.text += letters


def _local(name: str) -> str:
    """Word's own names without their namespace; those of no namespace as they are."""
    space, found, local = name.rpartition("\n")
    return local if not found or space == WORD_NAMESPACE else name


def prefix_of(content: bytes, element: Element) -> str:
    """The prefix that an element has, with its colon: "w:"."""
    found = re.compile(rb"<([\w.-]+:)?").match(content, element.start)
    return (found[1] or b"").decode("ascii") if found else ""


def changed(content: bytes, changes: Sequence[tuple[int, int, bytes]]) -> bytes:
    """The part with pieces of it exchanged; those that lie in another are left out."""
    pieces: list[bytes] = []
    at = 0
    for start, end, new in sorted(changes, key=lambda one: (one[0], -one[1])):
        if start >= at:
            pieces += [content[at:start], new]
            at = end
    return b"".join([*pieces, content[at:]])
