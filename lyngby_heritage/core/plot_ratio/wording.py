"""Numbers and words of the remarks, in Danish."""

from __future__ import annotations

from functools import lru_cache

_FRACTIONS = {0.25: "¼", 0.5: "½", 0.75: "¾"}


@lru_cache(maxsize=100_000)  # a municipality's areas are few thousand whole numbers, each written many times
def figure(value: float, digits: int = 2) -> str:
    """A number with a decimal comma, without needless decimals; the minus is a true one."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",").replace("-", "−") if text != "-0" else "0"


@lru_cache(maxsize=1_000)
def storeys(value: float) -> str:
    """A number of storeys as people write it: 1½."""
    whole, rest = divmod(round(value, 4), 1)
    sign = _FRACTIONS.get(round(rest, 4))
    if sign is None:
        return figure(value)
    return f"{int(whole)}{sign}" if whole else sign


def counted(count: int, one: str, several: str) -> str:
    """A number with the word that agrees with it."""
    return f"{count} {one if count == 1 else several}"
