"""Applies every rule that is on to what was given, and puts the findings in order."""

from __future__ import annotations

from collections.abc import Callable

from . import (  # noqa: F401 - each registers its rules
    answers,
    attributes,
    bbr,
    decisions,
    environments,
    geometries,
    identities,
    layers,
    open_land,
    parcels,
    people,
    places,
    plans,
    save_values,
    terrain,
    texts,
    units,
)
from .findings import Finding, told
from .inputs import Inputs
from .rule_table import LEVELS, RuleTable
from .rules import test_of


def validate(inputs: Inputs, table: RuleTable, progress: Callable[[float], None] = lambda share: None) -> list[Finding]:
    """The findings, gravest first, then by layer, rule and row, as the inputs and the table have them.

    Raises Cancelled through `inputs.check`; `progress` gets 0-1.
    """
    order = {id(layer): number for number, layer in enumerate(inputs.layers)}
    found: list[tuple[tuple[int, int, int, int], Finding]] = []
    for number, rule in enumerate(table.rules):
        inputs.check()
        progress(number / len(table.rules))
        if not rule.on:
            continue
        for finding in told(rule, test_of(rule.name)(inputs, rule), table):
            place = (LEVELS.index(finding.level), order[id(finding.layer)], number, len(found))
            found.append((place, finding))
    return [finding for _, finding in sorted(found, key=lambda one: one[0])]
