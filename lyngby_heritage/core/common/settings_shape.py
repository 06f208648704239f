"""What a profile may write into a data file: the keys that the built-in file has, with values of their kind.

The shape is read off the built-in file, so that a key that comes into it can be set at once: a text stays a text and
keeps the names in braces that are filled in, a colour a colour, a share between 0 and 1. What cannot be seen from the
file stands in the tables below. Every key may be left out: what a profile does not say stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .shapes import (
    LARGEST,
    Anything,
    Either,
    Filled,
    Flag,
    ListBy,
    ListOf,
    MapOf,
    Matching,
    Number,
    Only,
    Record,
    Shape,
    Text,
    placeholders,
)

IDENTITIES = ("key", "code", "rule")
"""Keys by which the entries of a list are told from each other: such a list is changed entry by entry."""

MARKS = frozenset({"high_values", "high_values_or", "neighbour_value", "other_values"})
"""What may stand in braces in any text (`designation.chosen_values`)."""

OPEN_LISTS = {
    ("rules/lokalplan.json", "provision_groups"),
    ("rules/provisions.json", "themes"),
    ("themes/catalogue.json", "themes"),
}
"""Lists to which entries can be added."""

OPEN_MAPS: dict[str, set[str]] = {
    "registers/bbr_codes.json": {"use", "wall", "roof"},
    "registers/bbr_rows.json": {"life_cycle_words"},
    "rules/designation.json": {"use_families"},
    "rules/dial_presets.json": {"settings"},
    "rules/lokalplan.json": {"fields", "words"},
    "rules/may_i.json": {"questions"},
    "rules/plot_ratio.json": {"uses"},
    "themes/catalogue.json": {"registers", "status_values", "status_words", "layers", "status", "style"},
    "themes/places.json": {"aliases", "buffers"},
    "web/settings.json": {"colours"},
}
"""File → keys under which any key may stand: codes, names of layers, words."""

WIRING = {
    *("parameter", "tool", "table", "needs", "by", "filter", "styles", "polygons"),
    *("when", "empty_when", "holds", "zip"),
    *("steps", "in_package", "indispensable", "special", "municipality", "called_here"),
}
"""Keys that say how the program is put together."""

PARAMETER_GROUPS = {"thresholds", "defaults", "parameters"}
"""Keys under which the defaults of a tool's parameters stand. Their range is that of the parameter."""

SAVE_VALUES = Number(1, whole=True, largest=9)
NUMBERS = {"high_values": SAVE_VALUES, "neighbour_value": SAVE_VALUES}
SHARES = re.compile(r"(.*_)?(share|opacity)")
"""Names of numbers between 0 and 1."""
FREE_TEXTS = {"url", "expression"}
"""Texts in which a brace is a brace."""

_COLOUR = Matching(re.compile(r"#[0-9a-fA-F]{6}"), "#8a2f78")
_DAY = Matching(re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), "2018-01-01")


def shape_of(file: str, content: Mapping[str, Any]) -> Shape:
    """The shape of what a profile may lay over the built-in content of `data/<file>`."""
    return _Reader(file).of(content, ())


def identity_of(entries: Sequence[Any]) -> str | None:
    """The key by which the entries of a list are told from each other; None where there is none."""
    if not entries or not all(isinstance(one, Mapping) for one in entries):
        return None
    for key in IDENTITIES:
        names = [one.get(key) for one in entries]
        if None not in names and len(set(names)) == len(names):
            return key
    return None


class _Reader:
    """Reads the shapes of one file; a path is the keys that lead to a place, without positions in lists."""

    def __init__(self, file: str) -> None:
        self.file = file

    def of(self, value: Any, path: tuple[str, ...]) -> Shape:
        name = path[-1] if path else ""
        if name in WIRING:
            return Only(value)
        if isinstance(value, Mapping) and not self._is_open(name):
            keys = {key: self.of(one, (*path, key)) for key, one in _told(value)}
            if self.file == "rules/validation.json" and path[:1] == ("rules",) and len(path) == 2:
                keys |= _OF_A_RULE
            return Record(keys)
        key = identity_of(value) if isinstance(value, list) else None
        if key is not None:
            return self._by_identity(value, key, path)
        return self.of_many([value], path)

    def _by_identity(self, entries: list[Any], key: str, path: tuple[str, ...]) -> Shape:
        known = {one[key]: self._entry(one, entries, path) for one in entries}
        is_open = (self.file, ".".join(path)) in OPEN_LISTS
        return ListBy(key, known, self.of_many(entries, path, needed=True) if is_open else None)

    def _entry(self, entry: Mapping[str, Any], entries: list[Any], path: tuple[str, ...]) -> Shape:
        """An entry may have what its siblings have; how the program is put together stays its own."""
        shape = self.of_many(entries, path)
        keys = dict(shape.keys) if isinstance(shape, Record) else {}
        return Record({**keys, **{one: Only(value) for one, value in _told(entry) if one in WIRING}})

    def of_many(self, values: Sequence[Any], path: tuple[str, ...], needed: bool = False) -> Shape:
        """What all of several values are."""
        name = path[-1] if path else ""
        given = [one for one in values if one is not None]
        shapes: list[Shape] = []
        maps = [one for one in given if isinstance(one, Mapping)]
        if maps:
            shapes.append(self._map(maps, path, needed))
        lists = [one for one in given if isinstance(one, list)]
        if lists:
            inside = [one for each in lists for one in each]
            shapes.append(ListOf(self.of_many(inside, path) if inside else Anything()))
        if any(isinstance(one, bool) for one in given):
            shapes.append(Flag())
        numbers = [one for one in given if isinstance(one, (int, float)) and not isinstance(one, bool)]
        if numbers:
            shapes.append(_number(name, numbers, path))
        texts = [one for one in given if isinstance(one, str)]
        if texts:
            shapes.append(self._text(name, texts))
        if not shapes:
            return Either((Text(), Number(-LARGEST), ListOf(Anything())), null=True)
        null = len(given) < len(values)
        return shapes[0] if len(shapes) == 1 and not null else Either(tuple(shapes), null)

    def _map(self, maps: Sequence[Mapping[str, Any]], path: tuple[str, ...], needed: bool) -> Shape:
        if self._is_open(path[-1] if path else ""):
            return MapOf(self.of_many([value for one in maps for _, value in _told(one)], path))
        found: dict[str, list[Any]] = {}
        for one in maps:
            for key, value in _told(one):
                found.setdefault(key, []).append(value)
        always = tuple(key for key, there in found.items() if len(there) == len(maps)) if needed else ()
        return Record({key: self.of_many(there, (*path, key)) for key, there in found.items()}, always)

    def _text(self, name: str, texts: Sequence[str]) -> Shape:
        for shape in (_COLOUR, _DAY):
            if all(shape.pattern.fullmatch(one) for one in texts):
                return shape
        empty = "" in texts
        # The texts of the rule table are asked where the table is read, which knows what each rule fills in.
        if name in FREE_TEXTS or self.file == "rules/validation.json":
            return Text(empty)
        try:
            names = frozenset().union(*(placeholders(one) for one in texts))
        except ValueError:  # a brace in a text that nobody fills in
            return Text(empty)
        return Filled(names | MARKS, empty)

    def _is_open(self, name: str) -> bool:
        return name in OPEN_MAPS.get(self.file, ())


def _number(name: str, numbers: Sequence[float], path: tuple[str, ...]) -> Shape:
    if name in NUMBERS:
        return NUMBERS[name]
    if SHARES.fullmatch(name) and all(0 <= one <= 1 for one in numbers):
        return Number(largest=1)
    free = PARAMETER_GROUPS & set(path) or min(numbers) < 0
    return Number(-LARGEST if free else 0)


def _told(content: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    return ((key, value) for key, value in content.items() if not key.startswith("_"))


_OF_A_RULE: dict[str, Shape] = {
    "on": Flag(),
    "grouped_from": Either((Number(1, whole=True),), null=True),
    "grouped_text": Text(empty=True),
}
"""What a rule of the rule table may have besides (`validation.rule_table`)."""
