"""SAVE's five parameters in words, beside the value that they led to.

FBB has the value alone; GeoFA's theme 6205 and a table of the municipality's own may have all six.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from ..registers.registration import Force

WORDS = {
    "save_architecture": "arkitektonisk",
    "save_culture": "kulturhistorisk",
    "save_environment": "miljømæssig",
    "save_originality": "originalitet",
    "save_condition": "tilstand",
}
"""What each of SUB_VALUES is called in a sentence, in the order of SAVE."""


def sub_value_words(
    parameters: Mapping[str, npt.NDArray[np.int8]], force: npt.NDArray[np.int8], start: int, end: int
) -> list[str]:
    """A sentence for each row from `start` up to `end`, "" where no parameter is assessed.

    `parameters` holds the values by concept, (rows,), below 1 where they are unknown; `force` is the Force of each
    registration: of one that is not in force nothing holds.
    """
    columns = [
        (word, parameters[concept][start:end].tolist()) for concept, word in WORDS.items() if concept in parameters
    ]
    names = [word for word, _ in columns]
    out = []
    for offset, one in enumerate(force[start:end].tolist()):
        holds = one <= Force.IN_FORCE
        out.append(_sentence(zip(names, (values[offset] for _, values in columns))) if holds else "")
    return out


def sentence_of(values: Mapping[str, int]) -> str:
    """The same of one building, by concept.

    >>> sentence_of({"save_culture": 4, "save_architecture": 3, "save_condition": 0})
    "SAVE's delværdier: arkitektonisk 3, kulturhistorisk 4."
    """
    return _sentence((word, values.get(concept, 0)) for concept, word in WORDS.items())


def _sentence(values: Iterable[tuple[str, int]]) -> str:
    known = [f"{word} {value}" for word, value in values if value >= 1]
    return f"SAVE's delværdier: {', '.join(known)}." if known else ""
