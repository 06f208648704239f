"""XML from elsewhere, read as it streams by: no entity of its own is taken, and nothing it points to is opened."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.parsers import expat

from ...core.common.errors import HeritageError
from ..inputs.opening import looks_utf8

DAMAGED = (expat.ExpatError, LookupError, ValueError)
"""What a parser raises where XML is damaged, or written in an encoding that there is none of."""
_DECLARED = re.compile(rb"""^\s*(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']""")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
ENOUGH = 4_096
"""Bytes in which such letters stand, as a rule."""
_LATIN = ("iso-8859-1", "utf-8", "us-ascii", "latin1", "windows-1252")


class OwnEntities(Exception):  # noqa: N818 - whoever asked for the parser knows the file and tells
    """The file defines what it is made of itself, as no register does and a harmful file may."""


def parser(encoding: str | None = None) -> Any:
    """An expat parser whose texts come whole; it raises OwnEntities for a DOCTYPE."""
    made = expat.ParserCreate(encoding)
    made.buffer_text = True
    made.buffer_size = 1 << 16
    made.StartDoctypeDeclHandler = _refuse
    made.EntityDeclHandler = _refuse
    made.ExternalEntityRefHandler = _refuse
    return made


def encoding_of(begin: bytes) -> str | None:
    """The encoding to read with where the file's own word is not true; None where it is.

    Files are declared ISO-8859-1 and written in UTF-8, or the reverse; the letters of the elements' names tell.
    """
    found = _DECLARED.match(begin)
    declared = found[1].decode("ascii").lower() if found else "utf-8"
    if begin.startswith(_WIDE) or declared not in _LATIN:
        return None
    utf8 = looks_utf8(begin[:ENOUGH])
    if utf8 is None:
        utf8 = looks_utf8(begin)
    if utf8 is None or utf8 == (declared == "utf-8"):
        return None
    return "utf-8" if utf8 else "iso-8859-1"


def told_encoding(begin: bytes) -> str:
    """The encoding that the file is read in."""
    found = _DECLARED.match(begin)
    return encoding_of(begin) or (found[1].decode("ascii").lower() if found else "utf-8")


def parse_beginning(made: Any, begin: bytes, file: str, none_yet: Callable[[], bool] = lambda: False) -> None:
    """Parse the beginning of a file, which ends anywhere. HeritageError where it breaks before there is anything."""
    try:
        made.Parse(begin, False)
    except OwnEntities as error:
        raise own_entities(file) from error
    except DAMAGED as error:
        if none_yet():
            raise HeritageError("{file} is no XML that can be read: {said}.", file=file, said=str(error)) from error


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def own_entities(file: str) -> HeritageError:
    """The error of a file with a DOCTYPE."""
    return HeritageError(
        "{file} defines entities of its own (DOCTYPE), as a harmful file may and no register does. It is not read.",
        file=file,
    )


def _refuse(*_: Any) -> int:
    raise OwnEntities
