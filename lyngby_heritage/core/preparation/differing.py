"""Says where two registers of SAVE values differ: which value is used, from which of them, and why."""

from __future__ import annotations

from datetime import date

import numpy as np

from ..common.data import load
from ..common.dates import danish_date
from ..common.errors import Note, listed, note_in_both, warning_in_both
from ..registers.registration import Force
from ..registers.rows import SaveRows
from ..registers.save_registers import SaveRegister
from .choice import Because, Difference, Prefer
from .outcome import Prepared

TEXTS = "rules/preparation_texts.json"
LAYERS = ("SAVE", "SAVE_SECOND")
"""The parameters that the layers of SaveRows come from."""

ENGLISH = {SaveRegister.GEOFA: "GeoFA", SaveRegister.OWN: "a table of its own", SaveRegister.FBB: "FBB"}
ORDERS = {
    Prefer.GEOFA: ("GeoFA comes first, since FBB carries no date", "GeoFA går forud, da FBB ikke har dato"),
    Prefer.FBB: ("FBB comes first", "FBB går forud"),
    Prefer.NEWER: (
        "the newer comes first where both are dated, else GeoFA",
        "den nyeste går forud, hvor begge har dato, ellers GeoFA",
    ),
}


def sentence(one: Difference, save: SaveRows) -> str:
    """The difference in Danish, for `aarsag` and `bemaerkning`."""
    texts = load(TEXTS)["differing"]
    used, unused = _named(one.used, one.unused, save), _named(one.unused, one.used, save)
    known = {
        "used": used,
        "unused": unused,
        "chosen": int(save.save[one.used]),
        "value": int(save.registered[one.unused]),
        "chosen_day": _day(save, one.used),
        "day": _day(save, one.unused),
    }
    if one.because == Because.VOID:
        force = Force(int(save.assessments.registration.force[one.unused]))
        why = load(TEXTS)["remarks"]["registration"][force.name]
        return str(texts["void"].format(why=why, **known))
    return str(texts["text"].format(because=texts["because"][one.because.name].format(**known), **known))


def difference_notes(prepared: Prepared, save: SaveRows, prefer: Prefer) -> list[Note]:
    """For the log: what the two layers were taken for, and the buildings of which they differ."""
    if not save.layer.any():
        return []
    first, second = (SaveRegister(int(save.register[np.argmax(save.layer == one)])) for one in (0, 1))
    names = load(TEXTS)["registers"]
    order, danish_order = ORDERS[prefer]
    notes = [
        note_in_both(
            f"SAVE is read as {ENGLISH[first]}, SAVE_SECOND as {ENGLISH[second]}. Where they differ, {order}.",
            f"SAVE er læst som {names[first.name]}, SAVE_SECOND som {names[second.name]}. Hvor de er uenige: "
            f"{danish_order}.",
        )
    ]
    found = [(row, one) for row, several in sorted(prepared.differences.items()) for one in several]
    if found:
        examples = [
            f"{prepared.called(row)} ({int(save.registered[one.unused])} → {int(save.save[one.used])})"
            for row, one in found
        ]
        notes.append(
            warning_in_both(
                "To be settled: of {count:building|buildings} the two SAVE layers do not say the same. Each stands in "
                "'bemaerkning', and in OUTPUT_UNMATCHED with its reason: {examples}.",
                "Til afklaring: om {count:bygning|bygninger} siger de to SAVE-lag ikke det samme. Hver står i "
                "'bemaerkning' og i OUTPUT_UNMATCHED med årsagen: {examples}.",
                count=len(prepared.differences),
                examples=listed(examples),
            )
        )
    return notes


def _named(row: int, other: int, save: SaveRows) -> str:
    """What the register of a row is called; beside the same register, with its parameter."""
    name = str(load(TEXTS)["registers"][SaveRegister(int(save.register[row])).name])
    return name if save.register[row] != save.register[other] else f"{name} ({LAYERS[int(save.layer[row])]})"


def _day(save: SaveRows, row: int) -> str:
    day = save.assessments.days[row]
    return f" ({danish_date(date.fromisoformat(day))})" if day else ""
