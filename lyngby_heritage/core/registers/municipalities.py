"""What people call a municipality, of which registers write the code (`data/registers/municipalities.json`)."""

from __future__ import annotations

from ..common.data import cached, load


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
