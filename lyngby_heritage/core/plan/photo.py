"""A building's photo as the website has it. Nothing here needs a library, for folders are looked through without."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

FOLDER = "fotos"
"""The folder of the site that they lie in, and of an input that they are found in."""

ENDINGS = (".jpg", ".jpeg", ".png")


def is_photo(name: str) -> bool:
    """Whether a file is a photo by its ending, and none of those that a system hides."""
    return PurePath(name).suffix.lower() in ENDINGS and not name.startswith(".")


@dataclass(frozen=True)
class Photo:
    """A building's photo as the site has it: one or two files of different width, in pixels."""

    stem: str
    sizes: tuple[tuple[int, int], ...]
    """Width and height of each, the smallest first."""

    def files(self) -> list[str]:
        """The names of the files, in the order of `sizes`."""
        return [f"{self.stem}-{width}.jpg" for width, _ in self.sizes]


def photo_words(address: str, use: str, year: int | None) -> str:
    """What a photo shows, for whoever cannot see it.

    >>> photo_words("Mosevej 3", "hovedbygning", 1877), photo_words("", "", None)
    ('Foto af Mosevej 3, hovedbygning opført 1877', 'Foto af bygningen')
    """
    built = f"opført {year}" if year else ""
    what = " ".join(one for one in (use, built) if one)
    return "Foto af " + ", ".join(one for one in (address or "bygningen", what) if one)
