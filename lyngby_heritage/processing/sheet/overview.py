"""The list of the sheets in a folder (`oversigt.csv`): what each is of, for people and for the next run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

FILE = "oversigt.csv"
HEADINGS = (
    *("Ejendom (BFE)", "Adresse", "Matr.nr.", "Bygninger", "I planen", "Bebyggelsesprocent og etager", "Sider"),
    *("Forkortet", "PDF", "HTML", "Kontrolsum PDF", "Kontrolsum HTML"),
)


@dataclass(frozen=True)
class Row:
    """One sheet; what an anonymous one leaves out is empty."""

    key: str
    address: str
    parcels: str
    buildings: str
    designated: str
    status: str
    pages: str
    shortened: str
    pdf: str
    html: str
    pdf_sum: str
    html_sum: str

    @property
    def files(self) -> dict[str, str]:
        """Its files, each with its SHA-256."""
        return {self.pdf: self.pdf_sum, self.html: self.html_sum}


def write_overview(path: Path, rows: Iterable[Row]) -> None:
    """Write the list as Danish Excel opens it: semicolons, and UTF-8 with its mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([_harmless(one) for one in astuple(row)] for row in rows)
    path.write_bytes(out.getvalue().encode("utf-8-sig"))


def read_overview(folder: Path) -> list[Row]:
    """The rows of an earlier run's list; none where there is no list, or another one of that name."""
    try:
        text = (folder / FILE).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return []
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    if not rows or tuple(rows[0]) != HEADINGS:
        return []
    return [Row(*row) for row in rows[1:] if len(row) == len(HEADINGS)]


def files_of(rows: Sequence[Row]) -> dict[str, str]:
    """The files of the sheets, name → SHA-256."""
    return {name: digest for row in rows for name, digest in row.files.items()}


def _harmless(text: str) -> str:
    """A text that Excel takes for no formula."""
    return f"'{text}" if text[:1] in ("=", "+", "@", "\t") else text
