"""What the interactive part of the report on a designation says and draws with, as its scripts take it."""

from __future__ import annotations

from typing import Any

from ..common.data import load
from ..designation.chosen_values import designation_texts, neighbour_value, values_in_words
from ..designation.outcome import METHODS

CLASSES = ("vaerdi_4_ensartet", "til_vurdering", "ikke_udpeget")
"""How a building of the neighbour value can come out, as the maps draw it."""


def dial_words() -> dict[str, Any]:
    """Names, colours and other municipalities' rules, of plain values that become JSON.

    `presets` are the rules of others about the same value (data/rules/dial_presets.json); `hair` is how near its
    threshold a building hangs on a hair, by parameter: the largest step of `certainty` in data/rules/designation.json.
    """
    texts = designation_texts()
    classes = {one["key"]: one for one in texts["classes"]}
    return {
        "values": values_in_words(),
        "classes": [
            {key: classes[name][key] for key in ("name", "fill", "outline", "pattern", "marker")} for name in CLASSES
        ],
        "rules": [
            {key: one[key] for key in ("rule", "name", "text", "phrase", "uses_neighbours")} for one in texts["rules"]
        ],
        "thresholds": {
            name: {key: one[key] for key in ("name", "explanation")} for name, one in texts["thresholds"].items()
        },
        "pairs": {name: texts["pairs"][name]["colour"] for name in ("alike", "different")},
        "methods": {str(method): name for method, name in METHODS.items() if method},
        "presets": [
            {key: one[key] for key in ("name", "settings", "says", "source", "note")}
            for one in load("rules/dial_presets.json")["presets"]
            if one["neighbour_value"] == neighbour_value()
        ],
        "hair": {name: max(map(abs, steps)) for name, steps in load("rules/designation.json")["certainty"].items()},
    }
