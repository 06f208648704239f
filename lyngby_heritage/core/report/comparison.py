"""The report on what changed between two designations: one HTML page for those who took part in the hearing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..common.data import load
from ..common.wording import percent
from ..comparison.compare import CHANGES
from ..comparison.compare import OTHER_GROUND as OTHER_GROUND_AT
from ..comparison.outcome import ChangedBuilding, ComparisonOutcome, Standing
from . import charts
from .charts import Paint
from .classification import designation_classes
from .content import Report
from .page import picture, render_page

TEXTS = "rules/comparison_texts.json"
TEMPLATE = "comparison.html.j2"

OTHER_GROUND = CHANGES[OTHER_GROUND_AT]
_DIGITS = re.compile(r"([0-9]+)")


@dataclass(frozen=True)
class ComparisonReport(Report):
    """All that `comparison.html.j2` shows. Texts are Danish."""

    before_name: str
    after_name: str
    outcome: ComparisonOutcome
    remark: str = ""
    """What a reader must know of the counts."""


def render(report: ComparisonReport) -> str:
    """The report as one HTML page in Danish that needs nothing besides itself."""
    return render_page(TEMPLATE, _context(report))


def _context(report: ComparisonReport) -> dict[str, Any]:
    outcome = report.outcome
    total = sum(outcome.changes.values())
    texts = load(TEXTS)
    designated = [sum(count for move, count in outcome.moves.items() if move[side].designated) for side in (0, 1)]
    counts: Counter[str | None] = Counter()
    for (code, _), count in outcome.changes.items():
        counts[code] += count
    single = {only: _one_layer(outcome.moves, only) for only in texts["one_layer"]}
    classes = [
        {**one, "count": _count(one, outcome.changes), "single": single if one["code"] == OTHER_GROUND else {}}
        for one in texts["classes"]
    ]
    if counts[None]:
        classes.append({**texts["unknown"], "code": None, "count": counts[None], "single": {}})
    for i, one in enumerate(classes):
        paint = Paint.of(one)
        one["swatch"] = charts.swatch(f"aendring{i}", paint)
        one["key"] = charts.swatch(f"kort{i}", paint)
        one["share"] = percent(one["count"], total)
    apart = {
        one["only"]: {"legend": one["title"], "key": charts.swatch(f"kort_{one['key']}", Paint.of(one))}
        for one in texts["sections"]
        if "fill" in one
    }
    return {
        "report": report,
        "accent": texts["accent"],
        "labels": texts["inputs"],
        "total": total,
        "before": designated[0],
        "after": designated[1],
        "counts": {code: counts[code] for code in CHANGES},
        "single": single,
        "one_layer": texts["one_layer"],
        "changed_ground": counts[OTHER_GROUND] - sum(single.values()),
        "classes": classes,
        "map_classes": list(_map_classes(classes, apart)),
        "matrix": _matrix(outcome.moves),
        "sections_list": [_section(one, outcome.buildings, texts["most_listed"]) for one in texts["sections"]],
        "map": picture(report.map_png),
    }


def _map_classes(classes: Sequence[dict[str, Any]], apart: Mapping[str, dict[str, str]]) -> Iterator[Mapping[str, Any]]:
    """The legend of the map: the classes that there are; those of one layer only have colours of theirs, `apart`."""
    for one in classes:
        if one["count"] - sum(one["single"].values()):
            yield one
        yield from (apart[only] for only, count in one["single"].items() if count)


def _count(described: dict[str, Any], changes: Counter[tuple[str | None, bool]]) -> int:
    both = (True, False) if described.get("designated") is None else (described["designated"],)
    return sum(changes[described["code"], one] for one in both)


def _one_layer(moves: Counter[tuple[Standing, Standing]], only: str) -> int:
    """How many buildings that are not designated are in the layer `only` (BEFORE or AFTER) and not in the other."""
    return sum(count for move, count in moves.items() if _only(*move) == only and not any(s.designated for s in move))


def _only(before: Standing, after: Standing) -> str:
    """The one layer that has a building, BEFORE or AFTER; "" where both have it."""
    if before.there and after.there:
        return ""
    return "BEFORE" if before.there else "AFTER"


def standing_words(standing: Standing) -> str:
    """What a ground is called in the report, such as 'SAVE-værdi 1–3' or 'Ikke i data'."""
    texts = load(TEXTS)
    if not standing.there:
        return str(texts["absent"])
    for described in designation_classes():
        if described["code"] == standing.ground and (
            described["code"] != "beslutning" or described["designated"] == standing.designated
        ):
            return str(described["legend"])
    return f"{texts['unknown_ground']}: {standing.ground}" if standing.ground else str(texts["unknown_ground"])


def _matrix(moves: Counter[tuple[Standing, Standing]]) -> dict[str, Any]:
    """From each ground to each ground: a row for what was, a column for what is, none of them empty."""
    cells: Counter[tuple[str, str]] = Counter()
    for (was, now), count in moves.items():
        cells[standing_words(was), standing_words(now)] += count
    order = [one["legend"] for one in designation_classes()]

    def ordered(names: set[str]) -> list[str]:
        known = [name for name in order if name in names]
        return known + sorted(names - set(order))

    rows, columns = ordered({was for was, _ in cells}), ordered({now for _, now in cells})
    return {
        "columns": columns,
        "rows": [
            {
                "name": was,
                "cells": [{"count": cells[was, now], "same": was == now} for now in columns],
                "total": sum(cells[was, now] for now in columns),
            }
            for was in rows
        ],
        "totals": [sum(cells[was, now] for was in rows) for now in columns],
        "total": sum(cells.values()),
    }


def _section(described: dict[str, Any], buildings: Sequence[ChangedBuilding], most: int) -> dict[str, Any]:
    wanted = described.get("designated")
    chosen = [
        one
        for one in buildings
        if one.change == described["change"]
        and (wanted is None or bool(_standing(one).designated) == wanted)
        and described.get("only") in (None, _only(one.before, one.after))
    ]
    named = [one for one in chosen if not one.withheld]
    named.sort(key=lambda one: _natural(one.name))
    return {
        **described,
        "count": len(chosen),
        "withheld": len(chosen) - len(named),
        "left_out": max(len(named) - most, 0),
        "rows": [
            {
                "name": one.name,
                "before": standing_words(one.before),
                "after": standing_words(one.after),
                "reason": one.reason,
            }
            for one in named[:most]
        ],
    }


def _standing(one: ChangedBuilding) -> Standing:
    return one.after if one.after.there else one.before


def _natural(name: str) -> list[tuple[int, int, str]]:
    """So that house 9 comes before house 10."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part.casefold()) for part in _DIGITS.split(name) if part]
