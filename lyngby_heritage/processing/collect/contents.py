"""The bytes of a delivered file, also of one inside a zip, and what is wrong where they cannot be read."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from ...core.common.errors import HeritageError
from ..inputs.opening import looks_utf8

BEGINNING = 65_536
"""So many bytes of a file are looked at."""
BLOCK = 1 << 20

UNREADABLE = (OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error)
"""What Python raises where a file or a member of a zip cannot be read: RuntimeError for one with a password."""
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
WINDOWS = "cp1252"


def told_name(info: zipfile.ZipInfo) -> str:
    """A member's name as whoever packed it wrote it: zips from Windows and macOS do not say in which letters."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")


def beginning(
    path: Path, member: str | None = None, archive: zipfile.ZipFile | None = None, size: int = BEGINNING
) -> bytes:
    """The first bytes of a file or member. Raises one of UNREADABLE; HeritageError for a member that is not there."""
    with opened(path, member, archive) as file:
        return file.read(size)


@contextmanager
def opened(path: Path, member: str | None = None, archive: zipfile.ZipFile | None = None) -> Iterator[IO[bytes]]:
    """A file, or a member of a zip under its told name, opened for reading its bytes."""
    with ExitStack() as stack:
        if member is None:
            yield stack.enter_context(open(path, "rb"))
            return
        if archive is None:
            archive = stack.enter_context(zipfile.ZipFile(path))
        yield stack.enter_context(archive.open(info_of(archive, path, member)))


def info_of(archive: zipfile.ZipFile, path: Path, member: str) -> zipfile.ZipInfo:
    """The entry of a member by its told name. HeritageError where the zip has none of that name."""
    try:
        return archive.getinfo(member)
    except KeyError:
        for info in archive.infolist():
            if told_name(info) == member:
                return info
    raise HeritageError("{file} has no member {member}.", file=str(path), member=member) from None


def length(path: Path, member: str | None = None, archive: zipfile.ZipFile | None = None) -> int:
    """The bytes of a file or, unpacked, of a member."""
    if member is None:
        return os.path.getsize(path)
    if archive is not None:
        return info_of(archive, path, member).file_size
    with zipfile.ZipFile(path) as opened_archive:
        return info_of(opened_archive, path, member).file_size


def encoding_of(path: Path, member: str | None = None) -> str:
    """The encoding of a whole text file: that of its mark, else UTF-8 or Windows-1252, whichever its letters are in."""
    with opened(path, member) as file:
        block = file.read(BLOCK)
        marked = marked_encoding(block)
        while marked is None and block:
            found = looks_utf8(block + file.readline())  # to a line's end, so that no letter is cut in two
            if found is not None:
                return "utf-8" if found else WINDOWS
            block = file.read(BLOCK)
    return marked or "utf-8"


def marked_encoding(begin: bytes) -> str | None:
    """The encoding that the first bytes of a text say it is in; None where they say nothing."""
    return next((name for mark, name in _BOMS if begin.startswith(mark)), None)


def as_text(begin: bytes) -> tuple[str, str]:
    """The beginning of a text file as text, and its encoding as far as the beginning tells."""
    lines = begin
    if len(begin) >= BEGINNING:  # the last letter may be cut in two
        lines = begin[: begin.rfind(b"\n") + 1] or begin
    encoding = marked_encoding(begin) or (WINDOWS if looks_utf8(lines) is False else "utf-8")
    return begin.decode(encoding, "ignore"), encoding


def unreadable(error: BaseException, path: Path, member: str | None = None) -> HeritageError:
    """One of UNREADABLE in words that say what to do."""
    if isinstance(error, HeritageError):
        return error
    file = str(path) if member is None else f"{path} ({member})"
    if isinstance(error, FileNotFoundError):
        return HeritageError("There is no file {file}.", file=file)
    if isinstance(error, PermissionError):
        return HeritageError(
            "{file} cannot be opened: another program has locked it, or you may not read it. Close it there, or ask "
            "who owns it.",
            file=file,
        )
    if isinstance(error, zipfile.BadZipFile):
        return damaged_zip(path)
    if isinstance(error, NotImplementedError):
        return HeritageError(
            "{file} is packed in a way that is not read ({said}). Unpack the zip and give the folder.",
            file=file,
            said=str(error),
        )
    if isinstance(error, (EOFError, zlib.error, RecursionError)):
        return HeritageError("{file} is damaged or cut off. Fetch it again.", file=file)
    if isinstance(error, RuntimeError) and "password" in str(error):
        return HeritageError("{file} has a password. Unpack the zip and give the folder.", file=file)
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return HeritageError("{file} cannot be read: {said}.", file=file, said=said)


def damaged_zip(path: Path) -> HeritageError:
    """The error of a zip whose list of contents, which stands at its end, is not there."""
    return HeritageError(
        "{file} is no whole zip: it is damaged, or the download broke off. Fetch it again.", file=str(path)
    )


def empty_file(path: Path, member: str | None = None) -> HeritageError:
    """The error of a file without a byte."""
    return HeritageError("{file} is empty.", file=str(path) if member is None else f"{path} ({member})")


def is_encrypted(info: zipfile.ZipInfo) -> bool:
    """Whether a member has a password."""
    return bool(info.flag_bits & _ENCRYPTED)
