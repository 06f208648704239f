"""Every file of the folder: what is delivered, what stands beside it, and what says that all of it is invented."""

from __future__ import annotations

from itertools import groupby

from ...core.common.data import load
from ..municipality import SampleMunicipality
from .bbr import bbr_files
from .files import DATA, FILE, DeliveredFile, PlainFile, TileFile
from .geodanmark import dagi_files, geodanmark_files
from .matriklen import matriklen_files
from .people import people_files
from .services import fbb_files, geofa_files, monument_files, own_files, plandata_files, portal_files
from .tiles import cut, surface

README = "LAESMIG.txt"
NOTE = "Opdigtet: en kvittering, som den ligger mellem de filer, der er hentet. Der er ingen data i den.\r\n"
"""Stands in what lies among the downloads of a planner and is no data."""


def delivered_files(municipality: SampleMunicipality) -> list[DeliveredFile]:
    """All files, made from the tables and the terrain of a municipality with registers."""
    return [
        *words_files(),
        *people_files(municipality),
        *bbr_files(municipality),
        *matriklen_files(municipality),
        *geodanmark_files(municipality),
        *dagi_files(municipality),
        *plandata_files(municipality),
        *fbb_files(municipality),
        *geofa_files(municipality),
        *portal_files(municipality),
        *monument_files(municipality),
        *own_files(municipality),
        *terrain_files(municipality),
    ]


def words_files() -> list[PlainFile]:
    """The words about the folder, and what else a folder of downloads holds."""
    lines: list[str] = load(FILE)["readme"]
    return [
        PlainFile(README, "\r\n".join([*lines, ""]).encode("utf-8-sig")),
        PlainFile(f"{DATA}/{README}", f"{lines[0]}\r\n".encode("utf-8-sig")),
        PlainFile(f"{DATA}/datafordeler/kvittering.txt", NOTE.encode()),
        PlainFile(f"{DATA}/plandata/vejledning.pdf", _pdf("Opdigtet vejledning uden indhold")),
        PlainFile(f"{DATA}/desktop.ini", b"[.ShellClassInfo]\r\n"),
    ]


def terrain_files(municipality: SampleMunicipality) -> list[TileFile]:
    """The terrain's tiles by 10 km, and one tile of the surface model."""
    tiles = cut(municipality.terrain)
    blocks = groupby(sorted(tiles, key=lambda tile: tile.block), key=lambda tile: tile.block)
    files = [TileFile(f"{DATA}/dhm/{block}", tuple(inside)) for block, inside in blocks]
    over = surface(tiles[len(tiles) // 2])
    return [*files, TileFile(f"{DATA}/dhm/{over.block}", (over,))]


def _pdf(line: str) -> bytes:
    """A PDF of one page with one line."""
    drawn = f"BT /F1 14 Tf 60 760 Td ({line}) Tj ET".encode("ascii")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    ends = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return bytes(out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + ends)
