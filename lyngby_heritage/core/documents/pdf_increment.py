"""A PDF file with more written behind it: changed and new objects, the bytes before them as they were.

Read are files with a cross-reference table, as Qt writes them; one with cross-reference streams, or encrypted, is not
understood. Source: ISO 32000-1, 7.5.4 (table), 7.5.6 (incremental updates).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .pdf_syntax import NotUnderstoodError, dictionary, entries_at, items_of, ref, referred

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SECTION = re.compile(rb"\s*(\d+) (\d+)[ \r\n]+")
_LINE = 20
"""The length of a line of the table, its end of line with it."""


class Increment:
    """A file being added to."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.trailer: dict[str, bytes] = {}
        self._places: dict[int, int] = {}
        self._written: dict[int, bytes] = {}
        found = _START.search(content[-200:])
        if found is None:
            raise NotUnderstoodError("no cross-reference table is named")
        self._start = int(found[1])
        self._read_tables(self._start)
        if "Encrypt" in self.trailer:
            raise NotUnderstoodError("it is encrypted")
        self._next = int(self.trailer.get("Size", b"0"))

    def _read_tables(self, start: int) -> None:
        """The table there and those before it; what a later one says of an object stands."""
        waiting, read = [start], {start}
        while waiting:
            at = waiting.pop()
            if self.content[at : at + 4] != b"xref":
                raise NotUnderstoodError("no cross-reference table")
            at += 4
            while (section := _SECTION.match(self.content, at)) is not None:
                first, count = int(section[1]), int(section[2])
                for place in range(count):
                    line = self.content[section.end() + place * _LINE :][:_LINE]
                    if line[17:18] == b"n":
                        self._places.setdefault(first + place, int(line[:10]))
                at = section.end() + count * _LINE
            trailer = entries_at(self.content, self.content.index(b"trailer", at) + 7)
            if "XRefStm" in trailer:
                raise NotUnderstoodError("some objects stand in a stream")
            self.trailer = {**trailer, **self.trailer}
            before = int(trailer.get("Prev", start))
            if before not in read:
                read.add(before)
                waiting.append(before)

    def read(self, of: int) -> dict[str, bytes]:
        """The entries of an object that is a dictionary."""
        place = self._places.get(of)
        head = re.compile(rb"\s*%d 0 obj" % of).match(self.content, -1 if place is None else place)
        if place is None or head is None:
            raise NotUnderstoodError(f"object {of} is not where the table says")
        return entries_at(self.content, head.end())

    def pages(self) -> list[int]:
        """The numbers of the pages in their order."""
        found: list[int] = []
        waiting = [referred(self.read(self.root).get("Pages"))]
        seen = set()
        while waiting:
            one = waiting.pop()
            if one in seen:
                raise NotUnderstoodError("a page stands twice")
            seen.add(one)
            kids = self.read(one).get("Kids")
            if kids is None:
                found.append(one)
            else:
                waiting += [referred(kid) for kid in reversed(items_of(kids))]
        return found

    @property
    def root(self) -> int:
        """The number of the catalog."""
        return referred(self.trailer.get("Root"))

    def reserve(self) -> int:
        """A number for a new object, to be written before the end."""
        self._next += 1
        return self._next - 1

    def put(self, of: int, entries: Mapping[str, bytes], stream: bytes | None = None) -> None:
        """Write an object, new or in the place of the one of its number."""
        if stream is None:
            self._written[of] = dictionary(entries)
        else:
            head = dictionary({**entries, "Length": b"%d" % len(stream)})
            self._written[of] = head + b"\nstream\n" + stream + b"\nendstream"

    def add(self, entries: Mapping[str, bytes], stream: bytes | None = None) -> bytes:
        """Write a new object; a reference to it."""
        of = self.reserve()
        self.put(of, entries, stream)
        return ref(of)

    def whole(self) -> bytes:
        """The file with what was written."""
        if not self._written:
            return self.content
        parts = [self.content, b"" if self.content.endswith(b"\n") else b"\n"]
        at = sum(len(one) for one in parts)
        places = {}
        for of, body in sorted(self._written.items()):
            places[of] = at
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (of, body))
            at += len(parts[-1])
        trailer = {**self.trailer, "Size": b"%d" % self._next, "Prev": b"%d" % self._start}
        parts += [b"xref\n", *_sections(places), b"trailer\n", dictionary(trailer), b"\nstartxref\n%d\n%%%%EOF\n" % at]
        return b"".join(parts)


def _sections(places: Mapping[int, int]) -> list[bytes]:
    """The lines of the table: objects that follow each other in one section."""
    lines = [b"0 1\n0000000000 65535 f \n"]
    numbers = sorted(places)
    for first in (one for one in numbers if one - 1 not in places):
        last = first
        while last + 1 in places:
            last += 1
        lines.append(b"%d %d\n" % (first, last - first + 1))
        lines += [b"%010d 00000 n \n" % places[one] for one in range(first, last + 1)]
    return lines
