"""How PDF writes values: texts, names, numbers, lists and dictionaries, and the entries of one that stands in a file.

Source: ISO 32000-1, 7.2 (lexical conventions) and 7.3 (objects).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


class NotUnderstoodError(Exception):
    """A file that is written in another way than is read here."""


_ITS_OWN = {"•": 0x80, "…": 0x83, "—": 0x84, "–": 0x85, "−": 0x8A, "‘": 0x8F, "’": 0x90}
"""Characters that PDF's own encoding has beside those of Latin-1 (ISO 32000-1, annex D.3)."""
_ONE_BYTE = {chr(code): code for code in (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100))} | _ITS_OWN


def text(value: str) -> bytes:
    r"""A text string: a byte a letter where PDF's own encoding has them all, else UTF-16.

    >>> text("Kort (1)"), text("1–3"), text("Ő")
    (b'(Kort \\(1\\))', b'(1\x853)', b'<FEFF0150>')
    """
    if all(one in _ONE_BYTE for one in value):
        return b"(" + re.sub(rb"([\\()])", rb"\\\1", bytes(_ONE_BYTE[one] for one in value)) + b")"
    return b"<FEFF" + value.encode("utf-16-be", "replace").hex().upper().encode("ascii") + b">"


def number(value: float) -> bytes:
    """A number, never with an exponent.

    >>> number(3), number(0.1 + 0.2), number(-1e-9)
    (b'3', b'0.3', b'0')
    """
    written = f"{value:.10f}".rstrip("0").rstrip(".")
    return (b"0" if written == "-0" else written.encode("ascii")) or b"0"


def ref(of: int) -> bytes:
    """A reference to an object by its number."""
    return b"%d 0 R" % of


def array(items: Iterable[bytes]) -> bytes:
    """A list of written values."""
    return b"[" + b" ".join(items) + b"]"


def dictionary(entries: Mapping[str, bytes]) -> bytes:
    """A dictionary of written values by their name, which is plain letters."""
    return b"<< " + b" ".join(b"/%s %s" % (name.encode("ascii"), value) for name, value in entries.items()) + b" >>"


_SPACE = re.compile(rb"(?:[\x00\t\n\x0c\r ]|%[^\r\n]*)*")
_PLAIN = re.compile(rb"\d+[\x00\t\n\x0c\r ]+\d+[\x00\t\n\x0c\r ]+R(?![A-Za-z0-9])|/?[^\x00\t\n\x0c\r ()<>\[\]{}/%]+")
_IN_TEXT = re.compile(rb"\\.|[()]", re.DOTALL)
_CLOSED_BY = {b"<<": b">>", b"[": b"]"}


def entries_at(content: bytes, at: int) -> dict[str, bytes]:
    """The entries of the dictionary that begins there, each value as it is written.

    >>> entries_at(b"<< /Kids [1 0 R 2 0 R] /Title (a (b) /c) /X << /Y 1 >> >>", 0)
    {'Kids': b'[1 0 R 2 0 R]', 'Title': b'(a (b) /c)', 'X': b'<< /Y 1 >>'}
    """
    at = _past_space(content, at)
    if content[at : at + 2] != b"<<":
        raise NotUnderstoodError("a dictionary is expected")
    at, found = _past_space(content, at + 2), {}
    while content[at : at + 2] != b">>":
        end = _past_value(content, at)
        key = content[at:end]
        if not key.startswith(b"/"):
            raise NotUnderstoodError("a name is expected")
        at = _past_space(content, end)
        end = _past_value(content, at)
        found[key[1:].decode("latin-1")] = content[at:end]
        at = _past_space(content, end)
    return found


def items_of(written: bytes) -> list[bytes]:
    """The values of a list as they are written.

    >>> items_of(b"[0 0 595.5 842]")
    [b'0', b'0', b'595.5', b'842']
    """
    if not written.startswith(b"["):
        raise NotUnderstoodError("a list is expected")
    at, found = _past_space(written, 1), []
    while written[at : at + 1] != b"]":
        end = _past_value(written, at)
        found.append(written[at:end])
        at = _past_space(written, end)
    return found


def referred(written: bytes | None) -> int:
    """The number of the object that a written reference leads to; NotUnderstoodError for anything else."""
    found = re.fullmatch(rb"(\d+)\s+0\s+R", written or b"")
    if found is None:
        raise NotUnderstoodError("a reference is expected")
    return int(found[1])


def _past_space(content: bytes, at: int) -> int:
    found = _SPACE.match(content, at)
    return found.end() if found is not None else at


def _past_value(content: bytes, at: int) -> int:
    """Where the value that begins there ends."""
    for opening, closing in _CLOSED_BY.items():
        if content.startswith(opening, at):
            at = _past_space(content, at + len(opening))
            while not content.startswith(closing, at):
                at = _past_space(content, _past_value(content, at))
            return at + len(closing)
    if content.startswith(b"(", at):
        return _past_text(content, at)
    if content.startswith(b"<", at):
        return content.index(b">", at) + 1
    found = _PLAIN.match(content, at)
    if found is None:
        raise NotUnderstoodError("a value is expected")
    return found.end()


def _past_text(content: bytes, at: int) -> int:
    depth = 0
    for found in _IN_TEXT.finditer(content, at):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    raise NotUnderstoodError("a text does not end")
