"""What the files of sheets are called: safe on every system, and the same on every run."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from .properties import Property

_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_UNSAFE = re.compile(r"[^a-z0-9_-]+")
LONGEST = 60
"""Letters of a name: a folder on Windows leaves no more room than that."""


def file_names(properties: Sequence[Property], ids: Sequence[Sequence[str]]) -> list[str]:
    """The name of each property's files without their ending, (n,): by BFE, else by its first building (`ids`, (n,)).

    >>> file_names([Property("9100085", (), (), (), (), ())], [()])
    ['ejendom_9100085']
    """
    names: list[str] = []
    taken: set[str] = set()
    for one, buildings in zip(properties, ids):
        name = f"ejendom_{one.key}" if one.key else f"bygning_{buildings[0] if buildings else ''}"
        plain = _UNSAFE.sub("-", name.lower().translate(_PLAIN)).strip("-")[:LONGEST]
        if plain != name.lower() or plain in taken:  # two ids may look alike without what makes them unsafe
            plain = f"{plain[: LONGEST - 9]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"
        taken.add(plain)
        names.append(plain)
    return names


def anonymous_names(count: int) -> list[str]:
    """The names of sheets that name no property, (n,).

    >>> anonymous_names(2)
    ['anonymt_ark_1', 'anonymt_ark_2']
    """
    width = len(str(count))
    return [f"anonymt_ark_{number:0{width}d}" for number in range(1, count + 1)]


def order_told_by_nothing(keys: Sequence[str], salt: str) -> list[int]:
    """An order of properties that tells nothing of where they lie, the same for the same package (`salt`)."""
    return sorted(range(len(keys)), key=lambda one: hashlib.sha256(f"{salt}:{keys[one]}".encode()).hexdigest())
