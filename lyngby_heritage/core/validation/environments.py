"""Rules on what the municipality decided on cultural environments: what the plan would stop at, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

import numpy as np
import shapely

from ..common.arrays import Integers
from ..designation.decisions import DESIGNATE, DO_NOT_DESIGNATE
from .days import unreadable_days
from .findings import Hits
from .inputs import Inputs, Layer
from .overlaps import overlaps
from .rule_table import Rule
from .rules import rule


def _decided(layer: Layer) -> Integers:
    """The rows with a decision, readable or not: the others hold none, and nothing is asked of them."""
    return np.flatnonzero([bool(one) for one in layer.texts("decision")])


def _without(layer: Layer, concept: str) -> Integers:
    """The decided rows in which nothing stands for a fact that the layer has a field for."""
    if not layer.has(concept):
        return np.empty(0, dtype=np.intp)
    texts = layer.texts(concept)
    return np.array([row for row in _decided(layer).tolist() if not texts[row]], dtype=np.intp)


def _named(layer: Layer, rows: Integers) -> list[str]:
    return [
        f"»{name}«" if (name := layer.texts("environment_name")[row]) else layer.label(row) for row in rows.tolist()
    ]


@rule("kulturmiljoe_ulaeseligt")
def unreadable_environment(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Neither `udpeg` nor `udpeg_ikke`: the plan stops at it."""
    for layer in data.of("ENVIRONMENTS"):
        texts = layer.texts("decision")
        told = [row for row in _decided(layer).tolist() if texts[row].lower() not in (DESIGNATE, DO_NOT_DESIGNATE)]
        yield Hits(layer, np.array(told, dtype=np.intp), {"vaerdi": [texts[row] for row in told]})


@rule("kulturmiljoe_dato_ulaeselig")
def unreadable_environment_date(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A date of a decision that is none: the plan stops at it."""
    for layer in data.of("ENVIRONMENTS"):
        rows, said = unreadable_days(layer, "decision_date")
        decided = np.isin(rows, _decided(layer))
        yield Hits(layer, rows[decided], {"vaerdi": list(compress(said, decided))})


@rule("kulturmiljoe_uden_flade")
def without_area(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A decision that was never drawn: the plan stops at it."""
    for layer in data.of("ENVIRONMENTS"):
        if layer.spatial and not layer.place.problem:
            rows = _decided(layer)
            yield Hits(layer, rows[layer.placeless[rows]])


@rule("kulturmiljoe_uden_navn")
def unnamed_environment(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A decided environment that no sheet, letter or map can call by a name."""
    for layer in data.of("ENVIRONMENTS"):
        yield Hits(layer, _without(layer, "environment_name"))


@rule("kulturmiljoe_uden_begrundelse")
def environment_without_reason(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A decision without a reason: its owners have a right to one."""
    for layer in data.of("ENVIRONMENTS"):
        yield Hits(layer, _without(layer, "decision_reason"))


@rule("kulturmiljoe_uden_dato")
def without_date(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Without a date nobody knows which of two decisions on one environment is the newer."""
    for layer in data.of("ENVIRONMENTS"):
        yield Hits(layer, _without(layer, "decision_date"))


@rule("kulturmiljoe_uden_beslutning")
def undecided(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A row without a decision counts for nothing, as a proposal does."""
    for layer in data.of("ENVIRONMENTS"):
        if layer.has("decision"):
            yield Hits(layer, np.setdiff1d(np.arange(len(layer)), _decided(layer)))


@rule("kulturmiljoer_overlapper")
def on_each_other(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Two decided environments share ground: a building there lies in both, and a proposal in the larger part."""
    for layer in data.of("ENVIRONMENTS"):
        rows = _decided(layer)
        found = overlaps(layer.geometries[rows], rule.limit("least_m2"), rule.limit("least_width_m"), data.check)
        others = _named(layer, rows[found.j])
        values = {"anden": others, "areal": found.area.tolist()}
        yield Hits(layer, rows[found.i], values, shapely.point_on_surface(found.shared))
