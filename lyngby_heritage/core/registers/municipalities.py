"""What people call a municipality, of which registers write the code (`data/registers/municipalities.json`)."""

from __future__ import annotations

from collections.abc import Collection

from ..common.data import cached, load
from ..common.errors import Note, listed
from ..common.profile import current


@cached
def _names() -> dict[str, str]:
    return {code: str(name) for code, name in load("registers/municipalities.json")["names"].items()}


def authority_name(code: str) -> str:
    """What a municipality is called as an authority.

    >>> authority_name("159"), authority_name("0101"), authority_name("0400")
    ('Gladsaxe Kommune', 'Københavns Kommune', 'Bornholms Regionskommune')
    """
    full = code.zfill(4)
    own: dict[str, str] = load("registers/municipalities.json")["authorities"]
    return own.get(full) or (f"{_names()[full]} Kommune" if full in _names() else municipality_name(full))


def municipality_name(code: str) -> str:
    """What people call a municipality; one that is not among the 98 by its code.

    >>> municipality_name("159"), municipality_name("0173"), municipality_name("999")
    ('Gladsaxe', 'Lyngby-Taarbæk', 'kommune 0999')
    """
    full = code.zfill(4)
    return _names().get(full, f"kommune {full}")


def of_another_profile(codes: Collection[str]) -> list[Note]:
    """A warning where the profile in force is of a municipality that is none of those that the data say they are of.

    `codes` are as registers compare them, "173" or "0173"; nothing is said where neither the data nor the profile tell.
    """
    profile = current()
    stated = sorted({one.zfill(4) for one in codes if one})
    if profile is None or not profile.municipality or not stated or profile.municipality in stated:
        return []
    return [
        Note(
            "The profile {profile} is of {theirs} (municipality {code}), and the data are of {names} ({codes}): "
            "thresholds, texts and colours are those of the profile. Choose the profile of the data's municipality.",
            {
                "profile": profile.name,
                "theirs": municipality_name(profile.municipality),
                "code": profile.municipality,
                "names": listed([municipality_name(one) for one in stated]),
                "codes": listed(stated),
            },
            warning=True,
        )
    ]
