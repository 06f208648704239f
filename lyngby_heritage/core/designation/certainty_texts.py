"""How sure a designation is, in words and colours, and from when it is called unsure: data/rules/certainty.json."""

from __future__ import annotations

from typing import Any

from ..common.data import cached, load
from .chosen_values import texts_of

TEXTS = "rules/certainty.json"


def certainty_texts() -> dict[str, Any]:
    """The classes with their names and colours, and the words for what hangs on the settings.

    {every} is filled in: "hver tredje", as of `every_such`.
    """
    texts: dict[str, Any] = _filled_in(TEXTS, every_such())
    return texts


def unsure_one_in() -> int:
    """From which share of the settings on, as one in so many, a building's outcome hangs on them."""
    chosen: int = load(TEXTS)["unsure_one_in"]
    return chosen


def every_such() -> str:
    """`unsure_one_in` in Danish, as it stands before what there are so many of: "hver tredje"."""
    words: dict[str, str] = load(TEXTS)["every"]
    one_in = unsure_one_in()
    return words.get(str(one_in), words["other"].replace("{one_in}", str(one_in)))


@cached
def _filled_in(name: str, every: str) -> Any:
    def fill(part: Any) -> Any:
        if isinstance(part, str):
            return part.replace("{every}", every)
        if isinstance(part, dict):
            return {key: fill(value) for key, value in part.items()}
        return [fill(value) for value in part] if isinstance(part, list) else part

    return fill(texts_of(name))
