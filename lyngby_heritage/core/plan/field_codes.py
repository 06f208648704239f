"""The codes of the package's fields in words, where no style of a layer says them."""

from __future__ import annotations

from ..common.data import load
from .plan_groups import provision_groups


def codes_of(table: str) -> dict[str, dict[str, str]]:
    """Field of a table → its codes in words.

    >>> codes_of("kulturmiljoeer")
    {'beslutning': {'udpeg': 'Udpeg', 'udpeg_ikke': 'Udpeg ikke'}}
    """
    codes = {field: dict(words) for field, words in load("rules/project.json")["codes"].get(table, {}).items()}
    if table == "bygninger":
        codes["plangruppe"] = _groups()
    return codes


def _groups() -> dict[str, str]:
    """The groups of the provisions by their letter, and those that stand apart."""
    rules = load("rules/lokalplan.json")
    lettered = {one["letter"]: f"{one['letter']}: {one['title']}" for one in provision_groups()}
    return lettered | {one["key"]: one["title"] for one in (rules["listed_group"], rules["church_group"])}
