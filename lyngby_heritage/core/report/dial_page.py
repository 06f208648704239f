"""What the interactive part of the report on a designation says and draws with, as its scripts take it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..common.data import load
from ..common.errors import HeritageError
from ..designation.attached_houses import attached_houses
from ..designation.chosen_values import designation_texts, neighbour_value, values_in_words
from ..designation.outcome import METHODS
from .dial import MOVED

PRESETS = "rules/dial_presets.json"
CLASSES = ("vaerdi_4_ensartet", "til_vurdering", "ikke_udpeget")
"""How a building of the neighbour value can come out, as the maps draw it."""


def dial_words() -> dict[str, Any]:
    """Names, colours and other municipalities' rules, of plain values that become JSON.

    `presets` are the rules of others about the same value (data/rules/dial_presets.json); `hair` is how near a
    threshold a building is said to be close to it, by parameter: the largest step of `certainty` in
    data/rules/designation.json.
    HeritageError for a preset of a profile that no run could be given.
    """
    texts = designation_texts()
    classes = {one["key"]: one for one in texts["classes"]}
    return {
        "values": values_in_words(),
        "attached": attached_houses(),
        "classes": [
            {key: classes[name][key] for key in ("name", "fill", "outline", "pattern", "marker")} for name in CLASSES
        ],
        "pairs": {name: texts["pairs"][name]["colour"] for name in ("alike", "different")},
        "rules": [{key: one[key] for key in ("rule", "name", "text", "uses_neighbours")} for one in texts["rules"]],
        "thresholds": {
            name: {key: one[key] for key in ("name", "explanation")} for name, one in texts["thresholds"].items()
        },
        "methods": {str(method): name for method, name in METHODS.items() if method},
        "presets": list(_presets({one["rule"] for one in texts["rules"]})),
        "hair": {name: max(map(abs, steps)) for name, steps in load("rules/designation.json")["certainty"].items()},
    }


def _presets(rules: set[int]) -> Iterator[dict[str, Any]]:
    for one in load(PRESETS)["presets"]:
        chosen = one["settings"]
        wrong = [name for name in chosen if name not in MOVED]
        if chosen.get("VALUE4_RULE", min(rules)) not in rules:
            wrong.append("VALUE4_RULE")
        if wrong:
            raise HeritageError(
                "{file}: the preset {name} gives {settings}, which cannot be moved in the report. Give parameters of "
                "classifybuildings that can ({known}), and VALUE4_RULE as one of {rules}.",
                file=PRESETS,
                name=one["name"],
                settings=", ".join(f"{name}={chosen[name]}" for name in wrong),
                known=", ".join(MOVED),
                rules=", ".join(map(str, sorted(rules))),
            )
        if one["neighbour_value"] == neighbour_value():
            told = {key: one[key] for key in ("name", "settings", "says", "source")}
            yield {**told, "note": one.get("note", "")}
