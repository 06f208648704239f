"""What the GeoPackage says of its layers and columns: what each holds, what it is for, where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from ..common.data import load
from ..designation.chosen_values import texts_of

_ELSEWHERE = {
    "bygninger": ("rules/preparation_texts.json", "fields"),
    "landskab": ("themes/texts.json", "OUTPUT"),
    "dal": ("rules/valley_texts.json", "field_help"),
}
"""Table → the file and the key under which the tool behind it says what its columns mean."""


@dataclass(frozen=True)
class TableWords:
    """What is said of a layer; "" for one that nothing is said of."""

    abstract: str = ""
    purpose: str = ""
    lineage: str = ""

    @property
    def whole(self) -> str:
        """What it holds and what it is for."""
        return " ".join(one for one in (self.abstract, self.purpose) if one)


def table_words(table: str) -> TableWords:
    """What is said of a table of the package."""
    return TableWords(**texts_of("rules/geopackage.json")["tables"].get(table, {}))


def columns_described(table: str) -> dict[str, str]:
    """Column of a table → what it means.

    >>> columns_described("dal")["del"]
    'dalbund, dalside eller sidedal'
    """
    found: dict[str, str] = {}
    if table in _ELSEWHERE:
        file, key = _ELSEWHERE[table]
        found |= load(file)[key]
    found |= load("rules/geopackage.json")["described"].get(table, {})
    return {column: meaning.replace("`", "") for column, meaning in found.items()}
