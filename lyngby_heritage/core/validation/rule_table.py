"""The rules as data: which there are, how grave each is, its limits and its words.

`data/rules/validation.json` holds the table. A municipality may give a table of its own, which is laid over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..common.data import load
from ..common.errors import HeritageError, listed
from ..common.shapes import Number, Text, json_of, placeholders, shown

TABLE = "rules/validation.json"
LEVELS = ("fejl", "advarsel", "oplysning")
GROUPED_VALUES = {"antal", "alle", "eksempler", "tekst"}
"""What a text on many rows at once may name besides what the rule's own text names."""

CHANGEABLE = {"level", "on", "limits", "text", "grouped_from", "grouped_text"}


@dataclass(frozen=True)
class Rule:
    """One rule: its name stands in the field `regel`."""

    name: str
    level: str
    text: str
    title: str = ""
    """What people call it, in lower case as it stands in a sentence."""
    on: bool = True
    limits: Mapping[str, float | None] = field(default_factory=dict)
    grouped_from: int | None = None
    """From so many rows of a layer they are told as one finding for the layer; None: each row its own."""
    grouped_text: str = ""

    def limit(self, name: str) -> float:
        """A limit of the rule; HeritageError when it was set to nothing."""
        value = self.limits[name]
        if value is None:
            raise HeritageError("Rule {rule}: the limit {limit} must be a number.", rule=self.name, limit=name)
        return float(value)


@dataclass(frozen=True)
class RuleTable:
    """All rules in their order, and what holds for all of them."""

    rules: tuple[Rule, ...]
    group_share: float
    group_count: int
    """A rule that at least `group_count` rows and this share of a layer break is a fact of the layer."""
    group_text: str


def built_in() -> RuleTable:
    """The table of `data/rules/validation.json`."""
    known = load(TABLE)
    grouping = known["grouping"]
    rules = tuple(_rule(name, described) for name, described in known["rules"].items())
    return RuleTable(rules, grouping["share"], grouping["count"], grouping["text"])


def _rule(name: str, described: Mapping[str, Any]) -> Rule:
    return Rule(
        name,
        described["level"],
        described["text"],
        described["title"],
        described.get("on", True),
        described.get("limits", {}),
        described.get("grouped_from"),
        described.get("grouped_text", ""),
    )


def changed_by(table: RuleTable, file: str, text: str) -> RuleTable:
    """The table with a municipality's own laid over it: JSON `{"rules": {"<name>": {…}}}` in the form of the built-in.

    HeritageError when it cannot be read or names a rule, a limit, a level or a placeholder that there is not.
    """
    try:
        own = json_of(text)
        changes = own["rules"]
        grouping = own.get("grouping", {})
        items = list(changes.items())
        grouping.items()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise HeritageError(
            "RULES: {file} is no rule table ({error}). Expected JSON such as "
            '{{"rules": {{"bygning_uden_jordstykke": {{"on": false}}}}}}.',
            file=file,
            error=str(error),
        ) from None
    known = {one.name: one for one in table.rules}
    for name, change in items:
        if name.startswith("_"):
            continue
        if name not in known:
            raise HeritageError(
                "RULES: {file} names the rule '{rule}', which there is not. The rules are: {rules}.",
                file=file,
                rule=name,
                rules=", ".join(sorted(known)),
            )
        known[name] = _changed(known[name], change, file)
    return replace(
        table,
        rules=tuple(known[one.name] for one in table.rules),
        group_share=_number(grouping.get("share", table.group_share), file, "grouping.share"),
        group_count=int(_number(grouping.get("count", table.group_count), file, "grouping.count")),
    )


def _changed(rule: Rule, change: Any, file: str) -> Rule:
    def refuse(what: str, value: object, expected: str) -> HeritageError:
        return HeritageError(
            "RULES: {file}, rule {rule}: {what} is '{value}'; expected {expected}.",
            file=file,
            rule=rule.name,
            what=what,
            value=shown(value),
            expected=expected,
        )

    if not isinstance(change, dict):
        raise refuse("the entry", change, '{"on": false}')
    change = {key: value for key, value in change.items() if not key.startswith("_")}
    for key in sorted(set(change) - CHANGEABLE):
        raise refuse("a key", key, ", ".join(sorted(CHANGEABLE)))
    if change.get("level", "fejl") not in LEVELS:
        raise refuse("level", change["level"], ", ".join(LEVELS))
    if not isinstance(change.get("on", True), bool):
        raise refuse("on", change["on"], "true, false")
    limits = change.get("limits", {})
    if not isinstance(limits, dict):
        raise refuse("limits", limits, ", ".join(rule.limits))
    for key, value in limits.items():
        if key not in rule.limits:
            raise refuse("a limit", key, ", ".join(rule.limits) or "-")
        if value is not None or rule.limits[key] is not None:
            _number(value, file, f"{rule.name}.{key}")
    grouped = change.get("grouped_from", rule.grouped_from)
    if grouped is not None and (isinstance(grouped, bool) or not isinstance(grouped, int) or grouped < 1):
        raise refuse("grouped_from", grouped, "1, 2, …, null")
    allowed = placeholders(rule.text) | placeholders(rule.grouped_text) | GROUPED_VALUES
    for key in ("text", "grouped_text"):
        text = change.get(key, "")
        if Text(empty=True).wrong(text, key) is not None:
            raise refuse(key, text, '"…"')
        try:
            unknown = placeholders(text) - allowed
        except ValueError:
            unknown = {text}
        if unknown:
            raise refuse(key, listed(sorted(unknown)), ", ".join(f"{{{one}}}" for one in sorted(allowed)))
    return replace(rule, **{**change, "limits": {**rule.limits, **limits}})


def _number(value: Any, file: str, what: str) -> float:
    if Number().wrong(value, what) is not None:
        raise HeritageError(
            "RULES: {file}: {what} is '{value}'; expected a number of 0 or more.",
            file=file,
            what=what,
            value=shown(value),
        )
    return float(value)
