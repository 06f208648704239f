"""How sure the designations are, as the site shows it: another way to colour the map, and who is close to the limit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ..designation.certainty import NO_CLASS, class_of_rows, hangs
from ..designation.certainty_texts import certainty_texts, unsure_one_in
from ..designation.chosen_values import neighbour_value, values_in_words
from ..report import charts
from .words import Words

NONE, UNSURE = 7, 8
"""What the page reads as a building without a class, and what is added to the class of one close to the limit."""
SIGNS = "0123456789:;<=>?"
"""What stands for the codes 0-15 in the data: the page reads them as signs from 0 on."""


def any_told(certainty: Sequence[float | None]) -> bool:
    """Whether the data say how sure any of the designations is."""
    return any(one is not None for one in certainty)


def certainty_codes(columns: Mapping[str, Sequence[Any]]) -> list[int]:
    """The class of each building (`certainty.CLASSES`), or NONE, with UNSURE where it is close to the limit.

    What stands apart from the plan is of no class: no setting of the rule reaches it. Nor is one that a decision names
    called unsure: the settings do not move it.
    """
    told = [None if apart else value for value, apart in zip(columns["certainty"], columns["apart"])]
    classes = class_of_rows(told, columns["designated"], columns["ground"]).tolist()
    unsure = hangs(np.array([np.nan if one is None else one for one in told], dtype=np.float64)).tolist()
    return [NONE if one == NO_CLASS else one + UNSURE * hanging for one, hanging in zip(classes, unsure)]


def packed(columns: Mapping[str, Sequence[Any]]) -> str:
    """`certainty_codes` as a sign for each building; "" where nothing is told of any."""
    codes = certainty_codes(columns)
    return "".join(SIGNS[one] for one in codes) if any(one != NONE for one in codes) else ""


def is_unsure(code: int) -> bool:
    """Whether a code of `certainty_codes` is of a building close to the limit."""
    return code >= UNSURE


def for_page(words: Words) -> dict[str, Any]:
    """The classes as the map draws them, the last that of all other buildings."""
    names = ("fill", "outline", "pattern", "marker")
    texts = certainty_texts()
    drawn = [(one, True) for one in texts["classes"]] + [(texts["others"], False)]
    return {
        "classes": [
            {name: one[name] for name in names} | {"legend": words.plan(one["legend"]), "designated": above}
            for one, above in drawn
        ],
        "edge": texts["unsure"]["colour"],
    }


def legend(columns: Mapping[str, Sequence[Any]], words: Words, state: str) -> dict[str, Any] | None:
    """What the page says of the second way to colour the map, with the buildings of each class; None without one."""
    texts, codes = certainty_texts(), certainty_codes(columns)
    if all(code == NONE for code in codes):
        return None
    counts = Counter(code % UNSURE for code in codes)
    return {
        "about": words.say("certainty_about", value=str(neighbour_value())),
        "state": words.say(f"certainty_{state}"),
        "rows": [
            {
                "legend": one["legend"],
                "count": counts[place],
                "swatch": charts.swatch(f"sikker{place}", charts.Paint.of(one)),
            }
            for place, one in enumerate(texts["classes"])
            if counts[place]
        ],
        "others": _others(counts[NONE], words) if counts[NONE] else None,
        "edge": charts.swatch("sikker-kant", charts.Paint("#ffffff", texts["unsure"]["colour"])),
        "edge_legend": words.say("certainty_edge", one_in=str(unsure_one_in())),
        "unsure": sum(map(is_unsure, codes)),
    }


def _others(count: int, words: Words) -> dict[str, Any]:
    """The buildings that the settings do not decide, those designated for their value among them: the map's grey."""
    high = values_in_words(words.danish)["high_values"]
    return {
        "legend": words.say("certainty_others", values=high),
        "count": count,
        "swatch": charts.swatch("sikker-andre", charts.Paint.of(certainty_texts()["others"])),
    }
