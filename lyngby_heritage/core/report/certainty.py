"""The report's section on how sure the designation is: counts from always to never, and what hangs on the settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..common.addresses import building_called, danish_key, is_withheld
from ..common.arrays import Booleans, Floats, Integers
from ..common.wording import filled, joined
from ..designation.certainty import NEVER, class_of, hangs
from ..designation.certainty_texts import certainty_texts
from ..designation.chosen_values import designation_texts
from ..designation.rule import CODES, Designation
from ..designation.sensitivity import FIELDS, Tried, around
from ..neighbourhood.likeness import Thresholds
from . import charts
from .page import picture


@dataclass(frozen=True)
class Hanging:
    """A building whose outcome hangs on the settings."""

    called: str
    """Its address, or its id."""
    outcome: str
    """The code of `udpegning`."""
    same: int
    """Under how many of the settings it is this one."""
    turned_by: tuple[tuple[str, float], ...]
    """The thresholds that turn it alone, and the value that does."""


@dataclass(frozen=True)
class Certainty:
    """How sure the designation is; `settings` is 0 where the rule does not look at the neighbours."""

    settings: int
    tried: tuple[tuple[str, tuple[float, ...]], ...] = ()
    """Each threshold that is moved, and its values."""
    counts: tuple[int, ...] = ()
    """Buildings by `certainty.CLASSES`."""
    unsure: tuple[int, ...] = ()
    """Those of them that hang on the settings."""
    hanging: tuple[Hanging, ...] = ()
    """The least sure first, of those that may be named, at most `most_listed`."""
    map_png: bytes | None = None

    def with_map(self, png: bytes | None) -> Certainty:
        """The same with its map."""
        return replace(self, map_png=png)


def certainty_of(
    tried: Tried | None,
    rows: Integers,
    certainty: Floats,
    designation: Designation,
    thresholds: Thresholds,
    called: Sequence[str | None],
) -> Certainty:
    """What the report tells of a designation by `thresholds`.

    `tried` is of the buildings in `rows`, (fours,); `certainty`, `designation` and `called` are per row, (rows,). A
    building that may not be named is called None, and is counted only.
    """
    if tried is None:
        return Certainty(0)
    classes = class_of(certainty, designation.designated, designation.ground.astype(np.intp))
    unsure = hangs(certainty)
    names = [called[row] for row in rows.tolist()]
    named = [place for place in np.flatnonzero(unsure[rows]).tolist() if names[place] is not None]
    named.sort(key=lambda place: (int(tried.same[place]), danish_key(names[place] or "")))
    most = certainty_texts()["most_listed"]
    return Certainty(
        settings=tried.settings,
        tried=tuple(
            (parameter, tuple(sorted({float(getattr(one, field)) for one in around(thresholds)})))
            for parameter, field in FIELDS.items()
        ),
        counts=_counts(classes),
        unsure=_counts(classes[unsure]),
        hanging=tuple(
            Hanging(
                called=names[place] or "",
                outcome=CODES[designation.ground[rows[place]]],
                same=int(tried.same[place]),
                turned_by=tuple(move for move, turns in zip(tried.moves, tried.turns[place].tolist()) if turns),
            )
            for place in named[:most]
        ),
    )


def names_of(
    ids: Sequence[str], address_of: Mapping[str, str], withheld: Booleans, apart: Sequence[str]
) -> list[str | None]:
    """What the list calls each building, (rows,); None for one that the register keeps from the public.

    `address_of` is as of `addresses.by_name`, and `apart` as of `beside_addresses`.
    """
    return [
        None if hidden or is_withheld(id_, address_of) else building_called(id_, address_of.get(id_), told)
        for id_, hidden, told in zip(ids, withheld.tolist(), apart)
    ]


def certainty_context(told: Certainty | None, rule_name: str) -> dict[str, Any] | None:
    """What `sensitivity.html.j2` shows; None where the report has no such section."""
    if told is None:
        return None
    texts = certainty_texts()
    words = texts["report"]
    shown: dict[str, Any] = {"words": words, "title": words["title"], "map": None, "classes": [], "hanging": []}
    if not told.settings:
        return {**shown, "instead": words["not_asked"].replace("{rule}", rule_name)}
    if not sum(told.counts):
        return {**shown, "instead": words["no_fours"]}
    tried = "; ".join(_values(parameter, values) for parameter, values in told.tried)
    total, listed = sum(told.unsure), len(told.hanging)
    return {
        **shown,
        "instead": "",
        "lead": words["lead"].replace("{steps}", tried).replace("{settings}", str(told.settings)),
        "map": picture(told.map_png),
        "classes": _classes(texts, told),
        "total": sum(told.counts),
        "unsure": total,
        "edge": charts.swatch("sikkerhed-kant", charts.Paint("#ffffff", texts["unsure"]["colour"])),
        "edge_legend": texts["unsure"]["legend"],
        "others_key": charts.swatch("sikkerhed-andre", charts.Paint.of(texts["others"])),
        "others_legend": texts["others"]["legend"],
        "hanging": [_row(one, told.settings, words) for one in told.hanging],
        "more": filled(words["others"], {"count": total - listed}, danish=True) if total > listed else "",
    }


def _counts(classes: Integers) -> tuple[int, ...]:
    known = classes[classes >= 0]
    return tuple(np.bincount(known, minlength=len(certainty_texts()["classes"])).tolist())


def _classes(texts: dict[str, Any], told: Certainty) -> list[dict[str, Any]]:
    largest = max(told.counts)
    return [
        {
            **described,
            "by_share": place <= NEVER,
            "count": count,
            "unsure": unsure,
            "swatch": charts.swatch(f"sikkerhed{place}", charts.Paint.of(described)),
            "key_on_map": charts.swatch(f"sikkerhed-kort{place}", charts.Paint.of(described)),
            "meter": charts.meter(f"sikkerhed-bar{place}", count, largest, charts.Paint.of(described)),
        }
        for place, (described, count, unsure) in enumerate(zip(texts["classes"], told.counts, told.unsure))
    ]


def _row(one: Hanging, settings: int, words: dict[str, Any]) -> dict[str, str]:
    return {
        "called": one.called,
        "outcome": words["outcomes"].get(one.outcome, one.outcome),
        "same": words["of_settings"].replace("{same}", str(one.same)).replace("{settings}", str(settings)),
        "turned_by": "; ".join(_values(parameter, (value,)) for parameter, value in one.turned_by) or words["several"],
    }


def _values(parameter: str, values: Sequence[float]) -> str:
    """A threshold with its values: "krævet andel ens naboer 50 %, 60 % og 70 %"."""
    described = designation_texts()["thresholds"][parameter]
    name = described["axis"]
    return f"{name[:1].lower()}{name[1:]} {joined([charts.threshold(value, described['unit']) for value in values])}"
