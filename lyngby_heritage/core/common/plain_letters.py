"""Names that people wrote, in letters that every file and database takes."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "u"})


def plain_letters(name: str) -> str:
    """A name in small letters of ASCII: æøå as ae oe aa, others without their accents; signs stay as they are.

    >>> plain_letters("Rødovre Ådal"), plain_letters("Café 1")
    ('roedovre aadal', 'cafe 1')
    """
    spelled = unicodedata.normalize("NFC", name).lower().translate(_LETTERS)
    return unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii")
