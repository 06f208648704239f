"""Rules on the council's decisions on single buildings."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import numpy as np

from ..common.arrays import Geometries, Integers
from ..common.wording import capitalised
from ..designation.decisions import DESIGNATE, DO_NOT_DESIGNATE, Decision
from ..designation.unknown_decisions import told
from .days import days_of, unreadable_days
from .findings import Hits
from .inputs import Inputs, Layer, groups, short_name
from .roles import BUILDING_ROLES, SAVE_ROLES
from .rule_table import Rule
from .rules import rule
from .unknown_buildings import on_unknown_buildings


def _places(data: Inputs, layer: Layer, rows: Integers) -> Geometries:
    """A point on the building that each of these decisions names, (k,), None where it is not known."""
    wanted = {layer.ids[row] for row in rows.tolist()} - {""}
    found: dict[str, object] = {}
    for buildings in data.of(*BUILDING_ROLES, *SAVE_ROLES):
        if data.usable(buildings):
            at = [row for row, key in enumerate(buildings.ids) if key in wanted and key not in found]
            points = buildings.points(np.array(at, dtype=np.intp))
            found.update((buildings.ids[row], point) for row, point in zip(at, points) if point is not None)
    places = np.empty(len(rows), dtype=object)
    places[:] = [found.get(layer.ids[row]) for row in rows.tolist()]
    return places


def _hits(data: Inputs, layer: Layer, rows: list[int], **values: list[str]) -> Hits:
    chosen = np.array(rows, dtype=np.intp)
    return Hits(layer, chosen, values, _places(data, layer, chosen))


@rule("beslutning_uden_bygning")
def decision_on_no_building(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A decision that names no building."""
    for layer in data.of("DECISIONS"):
        yield _hits(data, layer, [row for row, key in enumerate(layer.ids) if not key])


@rule("beslutning_ukendt_bygning")
def decision_on_unknown_building(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A decision on a building that no building layer has."""
    for layer, rows, names in on_unknown_buildings(data, "DECISIONS"):
        days = days_of(layer, "decision_date")[0]
        said = [_told(layer, row, days[row]) for row in rows]
        named = [short_name(layer.label(row), layer.row_ids[row]) for row in rows]
        yield _hits(data, layer, rows, lag=[names] * len(rows), bygning=named, beslutning=said)


def _told(layer: Layer, row: int, day: datetime.date | None) -> str:
    """What a decision's own row says, with a capital first letter."""
    choice, reason, source, address = (
        layer.texts(concept)[row] if layer.has(concept) else ""
        for concept in ("decision", "decision_reason", "decision_source", "address")
    )
    said = told(Decision(choice.lower() == DESIGNATE, reason, source, day, address))
    return capitalised(said)


@rule("beslutning_ulaeselig")
def unreadable_decision(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Neither `udpeg` nor `udpeg_ikke`."""
    for layer in data.of("DECISIONS"):
        texts = layer.texts("decision")
        if layer.has("decision"):
            rows = [row for row, one in enumerate(texts) if one.lower() not in (DESIGNATE, DO_NOT_DESIGNATE)]
            yield _hits(data, layer, rows, vaerdi=[texts[row] for row in rows])


@rule("beslutning_dato_ulaeselig")
def unreadable_decision_date(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A date that is none: the designation stops at it."""
    for layer in data.of("DECISIONS"):
        rows, said = unreadable_days(layer, "decision_date")
        yield _hits(data, layer, rows.tolist(), vaerdi=said)


@rule("beslutning_uden_begrundelse")
def decision_without_reason(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A decision without a reason: its owner has a right to one."""
    for layer in data.of("DECISIONS"):
        texts = layer.texts("decision_reason")
        yield _hits(data, layer, [row for row, one in enumerate(texts) if not one])


def _disagreeing(layer: Layer) -> Iterator[tuple[list[int], bool]]:
    """The rows of each building whose decisions disagree, and whether one is newer than all that speak against it."""
    days, _ = days_of(layer, "decision_date")
    texts = [one.lower() for one in layer.texts("decision")]
    for rows in groups(layer.ids).values():
        if len({texts[row] for row in rows}) < 2:
            continue
        newest = max(rows, key=lambda row: (days[row] or datetime.date.min, -row))
        against = [row for row in rows if texts[row] != texts[newest]]
        day = days[newest]
        settled = day is not None and all((other := days[row]) is not None and other < day for row in against)
        yield rows, settled


@rule("beslutninger_modstridende")
def contradicting_decisions(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Two decisions on one building disagree, and no date says which is newer: the designation stops at them."""
    for layer in data.of("DECISIONS"):
        rows = [(one, settled) for one, settled in _disagreeing(layer) if not settled]
        named = [", ".join(str(layer.row_ids[row]) for row in one) for one, _ in rows]
        yield _hits(data, layer, [one[0] for one, _ in rows], raekker=named)


@rule("beslutning_afloest")
def superseded(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Two decisions on one building disagree; the newest stands."""
    for layer in data.of("DECISIONS"):
        rows = [(one, settled) for one, settled in _disagreeing(layer) if settled]
        named = [", ".join(str(layer.row_ids[row]) for row in one) for one, _ in rows]
        yield _hits(data, layer, [one[0] for one, _ in rows], raekker=named)
