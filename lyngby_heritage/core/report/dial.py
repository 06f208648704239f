"""The dial as it stands in a report: its numbers as JSON, and the script that counts them."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...paths import DATA
from ..common.arrays import Floats
from ..common.data import load
from ..designation.chosen_values import said
from ..designation.dial import Dial
from ..designation.dial_pairs import PairTable
from ..designation.outcome import SETTINGS, Basis
from ..neighbourhood.neighbours import ADJOINING, ADJOINING_AND_OPPOSITE, DISTANCE

VERSION = 2
NOWHERE = 65_535
FOLDER = DATA / "templates" / "dial"
SCRIPTS = (
    *("engine.js", "words.js", "stamps.js", "map.js", "parts.js", "sliders.js", "search.js"),
    *("building.js", "compare.js", "paper.js", "page.js"),
)
"""In this order; those that are there."""
SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end a script early, as JSON may write it too."""

NO_PARCELS = "Kørslen havde ingen jordstykker, så det vides ikke, hvilke ejendomme der støder op til hinanden."
TOO_MANY = "Der er for mange naboer til, at de kan være i rapporten. Kør værktøjet igen for at vælge det."
FARTHER = "Længere kan kun vælges ved at køre værktøjet igen: Rapporten har ikke plads til naboer længere væk."
NEW_RUN = "Kan kun ændres ved at køre værktøjet igen."


@dataclass(frozen=True)
class DialPage:
    """What the template puts in."""

    payload: str
    """JSON that is safe inside a script."""
    scripts: tuple[str, ...]
    hashes: str
    """Of the scripts, as the page's Content-Security-Policy lists what may run."""


def dial_page(dial: Dial | None, basis: Basis) -> DialPage | None:
    """The dial of a designation that was decided by `basis`; None where there is none."""
    if dial is None:
        return None
    scripts = tuple((FOLDER / name).read_text(encoding="utf-8") for name in SCRIPTS if (FOLDER / name).exists())
    digests = (base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in scripts)
    hashes = " ".join(f"'sha256-{one}'" for one in digests)
    return DialPage(json_in_script(dial_payload(dial, basis)), scripts, hashes)


def json_in_script(value: Any) -> str:
    r"""JSON that no text in it can break out of the script that holds it.

    >>> json_in_script({"a": "</script>"})
    '{"a":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for one, escaped in SAFE.items():
        text = text.replace(one, escaped)
    return text


def dial_payload(dial: Dial, basis: Basis) -> dict[str, Any]:
    """What `Dial.read` of engine.js takes."""
    heads, towns, town = _names(dial.names)
    whole, origin, unit = _places(dial.place)
    return {
        "version": VERSION,
        "n": len(dial),
        "chosen": _chosen(basis),
        "limits": _limits(dial, basis),
        "fixed": {
            "buildings": dial.fixed.buildings,
            "designated": dial.fixed.designated,
            "review": dial.fixed.review,
            "not": dial.fixed.not_designated,
            "properties": dial.fixed.properties,
            "apart": dial.fixed.without_property,
        },
        "fours": {
            "origin": origin,
            "unit": unit,
            "x": _packed(whole[:, 0], np.uint16),
            "y": _packed(whole[:, 1], np.uint16),
            "traits": _packed(dial.traits, np.uint8),
            "near": _packed(dial.near, np.uint8),
            "slot": _packed(dial.slot, np.uint32),
            "property": _packed(dial.property, np.uint32),
            "names": heads,
            "towns": towns,
            "town": _packed(town, np.uint16),
        },
        "held": _packed(dial.held, np.uint8),
        "off": _packed(dial.off_plot, np.uint8),
        "pairs": {"distance": _table(dial.distance), "plots": _table(dial.plots)},
    }


def _packed(values: npt.NDArray[Any], kind: npt.DTypeLike) -> str:
    """An array as base64 of its bytes, the lowest first."""
    return base64.b64encode(values.astype(np.dtype(kind).newbyteorder("<")).tobytes()).decode("ascii")


def _table(table: PairTable | None) -> dict[str, Any] | None:
    if table is None:
        return None
    places = table.east is not None and table.north is not None
    return {
        "count": _packed(table.count, np.uint16),
        "step": _packed(table.step, np.uint8),
        "same": _packed(table.same, np.uint8),
        "gap": _packed(table.gap, np.uint8),
        "east": _packed(table.east, np.int8) if places and table.east is not None else None,
        "north": _packed(table.north, np.int8) if places and table.north is not None else None,
        "unit": table.unit,
    }


def _names(names: list[str]) -> tuple[list[str], list[str], npt.NDArray[np.intp]]:
    """Names without what many of them share behind the first comma, what that is, and which of it each has."""
    parts = [one.partition(",") for one in names]
    tails = [comma + rest for _, comma, rest in parts]
    towns = {tail: place for place, tail in enumerate(dict.fromkeys(tails))}
    if len(towns) > NOWHERE:
        return names, [""], np.zeros(len(names), dtype=np.intp)
    return [head for head, _, _ in parts], list(towns), np.array([towns[tail] for tail in tails], dtype=np.intp)


def _places(place: Floats) -> tuple[npt.NDArray[np.intp], list[float], float]:
    """Places in whole units from an origin, NOWHERE for none; the origin; and the unit in metres, 0.1 or more."""
    shown = ~np.isnan(place).any(axis=1)
    if not shown.any():
        return np.full(place.shape, NOWHERE, dtype=np.intp), [0.0, 0.0], 1.0
    origin = np.floor(place[shown].min(axis=0))
    unit = max(0.1, float((place[shown] - origin).max()) / (NOWHERE - 1))
    whole = np.full(place.shape, NOWHERE, dtype=np.intp)
    whole[shown] = np.round((place[shown] - origin) / unit).astype(np.intp)
    return whole, origin.tolist(), unit


# ---- what can be moved, and how far ----------------------------------------------------------------------------------

UNITS = {
    "VALUE4_RULE": "rule",
    "NEIGHBOUR_METHOD": "method",
    "NEIGHBOUR_DISTANCE": "metres",
    "OPPOSITE_DISTANCE": "metres",
    "MIN_NEIGHBOURS": "count",
    "MIN_ATTRIBUTES": "count",
    "SIMILARITY": "share",
    "UNIFORM_SHARE": "share",
    "YEAR_TOLERANCE": "years",
    "AREA_TOLERANCE": "percent",
}
MOVED = tuple(one for one in UNITS if one not in ("MIN_ATTRIBUTES", "AREA_TOLERANCE"))


def _chosen(basis: Basis) -> dict[str, float]:
    return {one.key: getattr(basis, one.field) for one in SETTINGS if one.key in MOVED}


def _limits(dial: Dial, basis: Basis) -> dict[str, dict[str, Any]]:
    """The Limit of each setting, as engine.js describes it."""
    ranges = _ranges(dial, basis)
    limits = {}
    for one in SETTINGS:
        if one.key not in UNITS:
            continue
        chosen = getattr(basis, one.field)
        values, step, why = ranges.get(one.key, ([chosen, chosen], 1.0, NEW_RUN))
        limits[one.key] = {
            "name": said(one.danish),
            "unit": UNITS[one.key],
            "min": values[0],
            "max": values[-1],
            "step": step,
            "chosen": chosen,
            "values": None if UNITS[one.key] in ("share", "count", "percent") else values,
            "movable": values[0] < values[-1] and (one.key != "OPPOSITE_DISTANCE" or dial.plots is not None),
            "why": why,
        }
    return limits


def _ranges(dial: Dial, basis: Basis) -> dict[str, tuple[list[float], float, str]]:
    """Of each setting that moves: its values, or the ends of its range; its step; and why it goes no further."""
    neighbours = max(int(load("rules/dial.json")["most_neighbours"]), basis.min_neighbours)
    methods: list[float] = [ADJOINING, ADJOINING_AND_OPPOSITE] if dial.plots is not None else []
    methods += [DISTANCE] if dial.every_distance else []
    lacking = "" if len(methods) == DISTANCE else TOO_MANY if dial.has_parcels else NO_PARCELS
    return {
        "VALUE4_RULE": (list(range(5)), 1, ""),
        "NEIGHBOUR_METHOD": (methods, 1, lacking),
        "NEIGHBOUR_DISTANCE": (
            dial.neighbour_steps.tolist(),
            _step(dial.neighbour_steps),
            FARTHER if dial.every_distance else TOO_MANY,
        ),
        "OPPOSITE_DISTANCE": (
            dial.opposite_steps.tolist(),
            _step(dial.opposite_steps),
            FARTHER if dial.plots is not None else lacking,
        ),
        "MIN_NEIGHBOURS": ([1, neighbours], 1, ""),
        "SIMILARITY": ([0.0, 1.0], 0.01, ""),
        "UNIFORM_SHARE": ([0.0, 1.0], 0.01, ""),
        "YEAR_TOLERANCE": (dial.year_steps.tolist(), _step(dial.year_steps), ""),
    }


def _step(values: Floats) -> float:
    """By how much a slider over the values moves."""
    return max(1.0, float(np.median(np.diff(values)))) if len(values) > 1 else 1.0
