"""SAVE's values in words, from `data/rules/save_scale.json`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..common.data import load

FILE = "rules/save_scale.json"


def save_in_words(value: int) -> str:
    """A value with the word for it.

    >>> save_in_words(4), save_in_words(1), save_in_words(9)
    ('4: middel', '1: høj', '9: lav')
    """
    word = next((one["word"] for one in load(FILE)["steps"] if value <= one["to"]), "")
    return f"{value}: {word}" if word else str(value)


def parameters_in_words(values: Mapping[str, int]) -> Iterator[tuple[str, str, str]]:
    """Concept, name and value in words of each of SAVE's parameters that is assessed (1-9), in their order."""
    for concept, name in load(FILE)["parameters"].items():
        value = values.get(concept, 0)
        if value >= 1:
            yield concept, name, save_in_words(value)
