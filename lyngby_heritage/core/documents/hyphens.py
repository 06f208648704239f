"""Where a long Danish word may be broken in a narrow column: at the joint of a compound, and nowhere else.

A word that has no joint known here is left whole; the column's width decides then, as it always did.
"""

from __future__ import annotations

import re

SOFT = "\u00ad"
"""A hyphen that is seen only where the line ends at it."""
BEFORE, BEHIND = 4, 3
"""Letters that stand at least before a joint, and behind the last one."""
_TAILS = (
    *("afgræns", "anlæg", "anvend", "areal", "bebyggels", "bekendtgør", "beskrivels", "beskyttels"),
    *("bestemmels", "bevaring", "byggeri", "bygning", "dokument", "ejendom", "enfamilie", "forening"),
    *("fredning", "gengivels", "grund", "høring", "kommune", "landskab", "linje", "lov", "miljø", "minde"),
    *("myndighed", "oplysning", "område", "planlæg", "produktion", "ramme", "register", "registrering"),
    *("relation", "retning", "screening", "styrels", "tilladels", "udpegning", "vedtægt", "vurdering", "værdi"),
    "virkning",
)
"""What a compound of planning and building is made of, from its second part on."""
_JOINT = re.compile(rf"(?<=\w{{{BEFORE}}})(?=(?:{'|'.join(_TAILS)})\w*)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def with_soft_hyphens(text: str, letters: int) -> str:
    r"""The text with soft hyphens at the joints of the words that are longer than so many letters.

    >>> with_soft_hyphens("bygningsfredningslovens § 17", 14).replace("\u00ad", "|")
    'bygnings|frednings|lovens § 17'
    >>> with_soft_hyphens("Parcelhusområde fra 1960'erne", 14).replace("\u00ad", "|"), with_soft_hyphens("planloven", 5)
    ("Parcelhus|område fra 1960'erne", 'planloven')
    """
    return _WORD.sub(lambda word: _hyphened(word[0]) if len(word[0]) > letters else word[0], text)


def _hyphened(word: str) -> str:
    last = len(word) - BEHIND
    joints = [one.start() for one in _JOINT.finditer(word) if one.start() <= last]
    parts = [word[start:end] for start, end in zip([0, *joints], [*joints, len(word)])]
    return SOFT.join(parts)
