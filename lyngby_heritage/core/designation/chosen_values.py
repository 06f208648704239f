"""Which SAVE values the municipality designates, and the one text that says so wherever it is said.

The values stand in data/rules/designation.json. A text that names them holds a mark instead, filled in when it is read:

    {high_values}      1–3             designated on the value alone
    {high_values_or}   1, 2 eller 3
    {neighbour_value}  4               designated where it meets the rule for this value
    {other_values}     5–9             not designated on the value

The codes `vaerdi_1_3` and `vaerdi_4_ensartet` are names, which stay whatever the values are.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from ..common.data import as_shipped, cached, load
from ..common.errors import HeritageError
from ..common.wording import joined, spans
from ..registers.codes import label

RULES = "rules/designation.json"
TEXTS = "rules/designation_texts.json"
SCALE = range(1, 10)
"""SAVE's values, 1 the highest."""

RULE_ALONE = "Kommunens regel ville ellers sige"
"""What stands before the reason of a listed building, which the plan's rule does not reach: never as if it were one."""

Chosen = tuple[tuple[int, ...], int]
"""The high values and the neighbour value."""


def high_values() -> tuple[int, ...]:
    """The values that are designated by themselves, ascending. HeritageError when no rule can be made of them."""
    return _chosen()[0]


def neighbour_value() -> int:
    """The value that is designated where the rule for it is met. HeritageError as of `high_values`."""
    return _chosen()[1]


def other_values() -> tuple[int, ...]:
    """The values that nothing but a decision designates, ascending."""
    return _others(_chosen())


def said(text: str, danish: bool = True) -> str:
    """A text with the values in place of its marks."""
    if "{" not in text:
        return text
    for name, words in _in_words(_chosen(), danish):
        text = text.replace(f"{{{name}}}", words)
    return text


def values_in_words(danish: bool = True) -> dict[str, str]:
    """What stands in place of each mark, by its name."""
    return dict(_in_words(_chosen(), danish))


def texts_of(name: str) -> Any:
    """As `load`, with the values in place of the marks in every text of the file."""
    return _filled_in(name, _chosen())


def designation_texts() -> dict[str, Any]:
    """How a designation is shown to people: the classes of the legend, the rules, the names of fields and layers."""
    return _with_uses(_chosen(), own_uses())


def own_uses() -> str:
    """As `other_uses`, of the uses in force."""
    return other_uses(load(RULES)["attached_uses"])


def other_uses(uses: Sequence[int]) -> str:
    """The uses that the rule on attached houses takes, as BBR calls them; "" for those that come with the plugin."""
    if set(uses) == set(as_shipped(RULES)["attached_uses"]):
        return ""
    return uses_quoted(uses)


def uses_quoted(uses: Sequence[int]) -> str:
    """Uses as BBR calls them, each in quotation marks, since a name of one may itself be a list."""
    return joined([f"»{label('use', use)}«" for use in uses], "eller")


@lru_cache(maxsize=16)
def _in_words(chosen: Chosen, danish: bool) -> tuple[tuple[str, str], ...]:
    high, neighbour = chosen
    last, either = ("og", "eller") if danish else ("and", "or")
    return (
        ("high_values", spans(high, last)),
        ("high_values_or", joined([str(value) for value in high], either)),
        ("neighbour_value", str(neighbour)),
        ("other_values", spans(_others(chosen), last)),
    )


def _others(chosen: Chosen) -> tuple[int, ...]:
    high, neighbour = chosen
    return tuple(value for value in SCALE if value != neighbour and value not in high)


@cached
def _filled_in(name: str, _: Chosen) -> Any:
    def fill(part: Any) -> Any:
        if isinstance(part, str):
            return said(part)
        if isinstance(part, dict):
            return {key: fill(value) for key, value in part.items()}
        return [fill(value) for value in part] if isinstance(part, list) else part

    return fill(load(name))


@cached
def _with_uses(_: Chosen, uses: str) -> dict[str, Any]:
    """The texts, a rule that names uses told by those in force, unless the profile has words of its own for it."""
    texts: dict[str, Any] = texts_of(TEXTS)
    shipped = {one["rule"]: one for one in as_shipped(TEXTS)["rules"]}
    written = {one["rule"]: one for one in load(TEXTS)["rules"]}

    def fitted(one: dict[str, Any]) -> dict[str, Any]:
        rule, own = one["rule"], one.get("other_uses", {}) if uses else {}
        untouched = [name for name in own if written[rule][name] == shipped.get(rule, {}).get(name)]
        return one | {name: own[name].replace("{attached_uses}", _in_place(name, uses)) for name in untouched}

    return texts | {"rules": [fitted(one) for one in texts["rules"]]}


def _in_place(name: str, uses: str) -> str:
    """The uses as a text has them; a name has no marks of quotation, since it stands in some itself."""
    return uses.replace("»", "").replace("«", "") if name == "name" else uses


def _chosen() -> Chosen:
    rules = load(RULES)
    high, neighbour = rules["high_values"], rules["neighbour_value"]
    if not high or neighbour in high or not {*high, neighbour} <= set(SCALE):
        raise HeritageError(
            "{file}: high_values is {high} and neighbour_value is {neighbour}. Give one or more of the SAVE values "
            "1 to 9 as high_values, and another one as neighbour_value.",
            file=RULES,
            high=high,
            neighbour=neighbour,
        )
    return tuple(sorted(set(high))), neighbour


def reason_of(reason: str | None, listed: bool) -> str:
    """The reason of a building as it is shown: of a listed one what the rule alone would say; "" for none.

    >>> reason_of("SAVE-værdi 1.", True), reason_of("SAVE-værdi 1.", False), reason_of(None, True)
    ('Kommunens regel ville ellers sige: »SAVE-værdi 1.«', 'SAVE-værdi 1.', '')
    """
    return f"{RULE_ALONE}: »{reason}«" if listed and reason else reason or ""
