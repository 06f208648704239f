"""What the rules find, and how it is told: one finding per fault, or one for the layer where all of it is so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import numpy as np
import shapely

from ..common.addresses import WITHHELD
from ..common.arrays import Geometries, Integers, known
from ..common.errors import listed
from ..common.wording import UNKNOWN, decimal, number
from .inputs import Layer, short_name
from .rule_table import Rule, RuleTable

EXAMPLES = 3
"""How many rows a finding on many of them names."""


@dataclass(frozen=True)
class Hits:
    """Rows of one layer that break a rule; `rows` None when it is the layer as a whole.

    `values` goes into the rule's text: per name one value for all rows, or a list with one for each.
    """

    layer: Layer
    rows: Integers | None
    values: Mapping[str, Any] = field(default_factory=dict)
    points: Geometries | None = None
    """Where, (k,), when that is not a point on the row itself."""
    level: str = ""
    """How grave, where that is less than the rule's own: what breaks it in name only."""
    called: Sequence[str] = ()
    """What a reader finds each row by, (k,), where that does not stand in the row itself; "" where it is not known."""

    def __len__(self) -> int:
        return 1 if self.rows is None else len(self.rows)

    def value(self, at: int) -> dict[str, str]:
        """The values of one of the rows, as they are written."""
        return {name: written(one[at] if isinstance(one, list) else one) for name, one in self.values.items()}


@dataclass(frozen=True)
class Finding:
    """A row of the output."""

    layer: Layer
    object_id: str | None
    row_id: int | None
    level: str
    rule: str
    text: str
    point: Any
    """Where to look, a shapely Point, or None."""
    count: int = 1
    """How many rows it tells of."""
    title: str = ""
    """What the rule is called."""
    called: str = ""
    """The object's address or parcel, "" where that is not known, and of a layer."""
    withheld: bool = False
    """Whether it names a building that the register keeps from the public: the report counts it and says no more."""

    @property
    def named(self) -> str:
        """What a report calls the object: address or parcel, else its id, a long one cut short; "" of a layer."""
        if self.called or self.object_id is None or self.row_id is None:
            return self.called
        return short_name(self.object_id, self.row_id)


def written(value: Any) -> str:
    """A value as Danish writes it: decimal comma, dots between thousands from 10.000 (a year has none)."""
    if isinstance(value, (bool, np.bool_)):
        return "ja" if value else "nej"
    if isinstance(value, (int, np.integer)):
        return number(int(value)) if abs(int(value)) >= 10_000 else str(int(value))
    if isinstance(value, (float, np.floating)):
        return _measure(float(value))
    return str(value)


def _measure(value: float) -> str:
    if value != value:
        return UNKNOWN
    return number(value) if abs(value) >= 10_000 else decimal(value, 2 if abs(value) < 100 else 1)


def told(rule: Rule, hits: Iterable[Hits], table: RuleTable) -> list[Finding]:
    """The findings of one rule: each row its own, unless the layer as a whole is so."""
    by_layer: dict[tuple[int, str], list[Hits]] = {}
    for one in hits:
        if len(one):
            by_layer.setdefault((id(one.layer), one.level), []).append(one)
    found: list[Finding] = []
    for several in by_layer.values():
        found += [_whole(rule, one) for one in several if one.rows is None]
        single = [one for one in several if one.rows is not None]
        count = sum(len(one) for one in single)
        if count and _grouped(rule, count, len(single[0].layer), table):
            found.append(_together(rule, single, count, table))
        else:
            for one in single:
                found += _each(rule, one)
    return found


def _grouped(rule: Rule, count: int, rows: int, table: RuleTable) -> bool:
    if rule.grouped_from is not None and count >= rule.grouped_from:
        return True
    return count >= table.group_count and count >= table.group_share * rows


def _whole(rule: Rule, hits: Hits) -> Finding:
    point = hits.points[0] if hits.points is not None else _middle(hits.layer, None)
    return Finding(
        hits.layer,
        None,
        None,
        hits.level or rule.level,
        rule.name,
        rule.text.format(**hits.value(0)),
        point,
        len(hits.layer),
        rule.title,
    )


def _each(rule: Rule, hits: Hits) -> list[Finding]:
    layer, rows = hits.layer, _rows(hits)
    points = hits.points if hits.points is not None else layer.points(rows)
    return [
        Finding(
            layer,
            layer.label(row),
            int(layer.row_ids[row]),
            hits.level or rule.level,
            rule.name,
            rule.text.format(**hits.value(at)),
            points[at],
            title=rule.title,
            called=layer.called(row) or _given_name(hits, at),
            withheld=bool(layer.withheld[row]),
        )
        for at, row in enumerate(rows.tolist())
    ]


def _given_name(hits: Hits, at: int) -> str:
    """What the rule calls a row that does not name itself: a plan by its number and name."""
    if hits.called:
        return hits.called[at]
    plans = hits.values.get("plan")
    return plans[at] if isinstance(plans, list) else ""


def _together(rule: Rule, hits: Sequence[Hits], count: int, table: RuleTable) -> Finding:
    layer = hits[0].layer
    rows = np.concatenate([_rows(one) for one in hits])
    named = [name for one in hits for name in _names(one)]
    examples = list(dict.fromkeys(named))
    public = [(one, at) for one in hits for at in np.flatnonzero(~layer.withheld[_rows(one)])[:1].tolist()]
    first, at = public[0] if public else (hits[0], 0)
    values = {
        **first.value(at),
        "antal": number(count),
        "alle": number(len(layer)),
        "eksempler": listed(examples[:EXAMPLES]) + (" m.fl." if len(examples) > EXAMPLES else ""),
        "tekst": rule.text.format(**first.value(at)),
    }
    text = (rule.grouped_text or table.group_text).format(**values).replace("m.fl..", "m.fl.")
    level, place = hits[0].level or rule.level, _middle(layer, rows)
    return Finding(layer, None, None, level, rule.name, text, place, count, rule.title, withheld=not public)


def _rows(hits: Hits) -> Integers:
    return np.empty(0, dtype=np.intp) if hits.rows is None else hits.rows


def _names(hits: Hits) -> list[str]:
    """What a few of the rows are called: plans by number and name, all else by address or parcel, else by id.

    Those that have an address come first, since a reader finds them.
    """
    plans = hits.values.get("plan")
    if isinstance(plans, list):
        return plans[: 2 * EXAMPLES]
    layer = hits.layer
    rows = _rows(hits).tolist()
    addressed = list(islice((row for row in rows if layer.called(row)), 2 * EXAMPLES))
    return [layer.named(row) for row in (*addressed, *(row for row in rows[: 2 * EXAMPLES] if row not in addressed))]


def _middle(layer: Layer, rows: Integers | None) -> Any:
    """The middle of what the public may see of a layer, or of some of its rows; None when that has no place."""
    public = ~layer.withheld if rows is None else ~layer.withheld[rows]
    bounds = (layer.bounds if rows is None else layer.bounds[rows])[public]
    bounds = bounds[known(bounds[:, 0])]
    if not len(bounds):
        return None
    west, south = bounds[:, :2].min(axis=0)
    east, north = bounds[:, 2:].max(axis=0)
    return shapely.Point((west + east) / 2, (south + north) / 2)


def by_rule(findings: Iterable[Finding]) -> list[tuple[str, str, int, str, str]]:
    """The findings of each level, layer and rule as one, in their order.

    Level, layer, how many, and what the first is called and says.
    """
    groups: dict[tuple[str, str, str, str], list[Finding]] = {}
    for one in findings:
        groups.setdefault((one.level, one.layer.role, one.layer.name, one.rule), []).append(one)
    return [(one[0].level, one[0].layer.name, len(one), *_example(one)) for one in groups.values()]


def _example(group: Sequence[Finding]) -> tuple[str, str]:
    """What the first of some findings that the public may be told of is called and says; else the rule alone."""
    one = next((one for one in group if not one.withheld), None)
    return (WITHHELD, group[0].title) if one is None else (one.called, one.text)
