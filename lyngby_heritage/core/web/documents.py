"""The plan's documents that the website hands out: what each is called, and how large it is."""

from __future__ import annotations

from dataclasses import dataclass

from .words import Words

FOLDER = "dokumenter"
"""The folder of the site that they lie in."""
KNOWN = {
    "bestemmelser.docx": ("Bestemmelser", "Word"),
    "redegoerelse.docx": ("Redegørelse", "Word"),
    "kort.pdf": ("Kort", "PDF"),
    "sammenfatning.pdf": ("Sammenfatning", "PDF"),
    "bilag_bygninger.xlsx": ("Bilag med bygninger", "Excel"),
    "bilag_bygninger.csv": ("Bilag med bygninger", "CSV"),
    "bilag_ejendomme.xlsx": ("Bilag med ejendomme", "Excel"),
}
"""File of the package → what people call it, and what opens it."""


@dataclass(frozen=True)
class Document:
    """A document of the plan."""

    file: str
    """Its name, one of KNOWN."""
    size: int
    """In bytes."""

    @property
    def path(self) -> str:
        """Where it lies, from the site's first page."""
        return f"{FOLDER}/{self.file}"

    def label(self, words: Words) -> str:
        """What leads to it: its Danish name, and its size as the page writes figures.

        >>> Document("kort.pdf", 12_345_678).label(Words("da")), Document("kort.pdf", 12_345_678).label(Words("en"))
        ('Kort (PDF, 12,3 MB)', 'Kort (PDF, 12.3 MB)')
        >>> Document("bestemmelser.docx", 80).label(Words("da"))
        'Bestemmelser (Word, 1 kB)'
        """
        name, kind = KNOWN[self.file]
        kilobytes = -(-self.size // 1000)
        size = f"{words.figure(self.size / 1e6)} MB" if kilobytes >= 1000 else f"{kilobytes} kB"
        return f"{name} ({kind}, {size})"
