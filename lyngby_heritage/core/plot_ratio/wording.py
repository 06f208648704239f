"""Numbers and words of the remarks, in Danish."""

from __future__ import annotations

from functools import lru_cache

from ..common.wording import decimal, plain_spaces, share


@lru_cache(maxsize=100_000)  # a municipality's areas are few thousand whole numbers, each written many times
def figure(value: float) -> str:
    """A figure of a remark, which has two decimals where it needs them."""
    return decimal(value, 2)


def percentage(value: float) -> str:
    """A share 0-1 in per cent, as a field takes it."""
    return plain_spaces(share(value))
