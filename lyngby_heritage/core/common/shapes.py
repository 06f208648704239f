"""What a JSON file that a person wrote must look like: the first place that does not, with what stands there instead.

A shape answers `wrong(value, path)` with None or a Wrong. What is expected is shown as JSON, which needs no words.
"""

from __future__ import annotations

import json
import re
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

LARGEST = 1e12
"""No limit, distance or code is larger; what is would overflow somewhere."""
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, marks that turn the direction of writing, and halves of letters, which no file can hold."""


class UnreadableError(ValueError):
    """A text that is no JSON, or JSON that no file of this plugin can be."""


@dataclass(frozen=True)
class Wrong:
    """The place in the file, as in `themes[3].layers.own`, what stands there, and what is expected, as JSON."""

    path: str
    found: str
    expected: str


def json_of(text: str) -> Any:
    """The content of a JSON text; NaN, Infinity and a key that stands twice in one object are none.

    UnreadableError with the place where it cannot be read.
    """

    def refuse(constant: str) -> None:
        raise UnreadableError(constant)

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        content = dict(pairs)
        if len(content) < len(pairs):
            keys = [key for key, _ in pairs]
            raise UnreadableError(f"2 × {shown(next(key for key in keys if keys.count(key) > 1))}")
        return content

    try:
        return json.loads(text, parse_constant=refuse, object_pairs_hook=once)
    except RecursionError:
        raise UnreadableError("[[[[ …") from None
    except ValueError as error:
        raise UnreadableError(str(error)) from None


def without_remarks(content: Any) -> Any:
    """The content without the keys that begin with _, at any depth."""
    if isinstance(content, Mapping):
        return {key: without_remarks(value) for key, value in content.items() if not key.startswith("_")}
    return [without_remarks(one) for one in content] if isinstance(content, list) else content


class Shape(Protocol):
    """Anything that can say what is wrong with a value."""

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """What is wrong with the value at this path; None when nothing is."""


@dataclass(frozen=True)
class Anything:
    """What nobody reads."""

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        return None


@dataclass(frozen=True)
class Text:
    """A text; `empty` lets an empty one pass."""

    empty: bool = False
    expected: str = '"…"'

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        fine = isinstance(value, str) and (self.empty or value.strip()) and not UNPRINTABLE.search(value)
        return None if fine else _wrong(path, value, self.expected)


@dataclass(frozen=True)
class Number:
    """A finite number from `smallest` to `largest`, never true or false; `above` leaves the smallest out."""

    smallest: float = 0.0
    above: bool = False
    whole: bool = False
    largest: float = LARGEST

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        fine = isinstance(value, int if self.whole else (int, float)) and not isinstance(value, bool)
        fine = fine and self.smallest <= value <= self.largest  # which NaN never is
        if fine and not (self.above and value == self.smallest):
            return None
        return _wrong(path, value, self._expected())

    def _expected(self) -> str:
        whole = ", 1, 2, …" if self.whole else ""
        if self.largest < LARGEST:
            return f"{self.smallest:g} – {self.largest:g}{whole}"
        if self.smallest <= -LARGEST:
            return f"1, 2.5, −3, …{whole}"
        return f"{'>' if self.above else '≥'} {self.smallest:g}{whole}"


@dataclass(frozen=True)
class Flag:
    """true or false."""

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        return None if isinstance(value, bool) else _wrong(path, value, "true, false")


@dataclass(frozen=True)
class OneOf:
    """One of several texts."""

    values: tuple[str, ...]

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        fine = isinstance(value, str) and value in self.values
        return None if fine else _wrong(path, value, ", ".join(f'"{one}"' for one in self.values))


@dataclass(frozen=True)
class Either:
    """A value of one shape or another; `null` as well where `null` is set. What is wrong is told of the first."""

    shapes: tuple[Shape, ...]
    null: bool = False

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        if value is None and self.null:
            return None
        found = [one.wrong(value, path) for one in self.shapes]
        return None if None in found else found[0]


@dataclass(frozen=True)
class ListOf:
    """A list of values of one shape."""

    shape: Shape

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        if not isinstance(value, list):
            return _wrong(path, value, "[…]")
        return _first(self.shape.wrong(one, f"{path}[{place}]") for place, one in enumerate(value))


@dataclass(frozen=True)
class MapOf:
    """An object with any keys, its values of one shape; keys that begin with _ are remarks."""

    shape: Shape
    keys: Shape = field(default_factory=Text)

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        if not isinstance(value, Mapping):
            return _wrong(path, value, "{…}")
        return _first(
            self.keys.wrong(key, path) or self.shape.wrong(one, _at(path, key))
            for key, one in value.items()
            if not key.startswith("_")
        )


@dataclass(frozen=True)
class Record:
    """An object with these keys and no others but remarks, which begin with _; those `needed` must be there."""

    keys: Mapping[str, Shape]
    needed: tuple[str, ...] = ()

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        if not isinstance(value, Mapping):
            keys = ", ".join(f'"{one}": …' for one in self.needed or list(self.keys)[:3])
            return _wrong(path, value, f"{{{keys}}}")
        for key in self.needed:
            if key not in value:
                return _wrong(path, sorted(value), f'"{key}"')
        for key in value:
            if key not in self.keys and not key.startswith("_"):
                return _wrong(path, key, ", ".join(f'"{one}"' for one in self.keys))
        return _first(self.keys[key].wrong(one, _at(path, key)) for key, one in value.items() if key in self.keys)


@dataclass(frozen=True)
class Matching:
    """A text that a pattern matches altogether; `expected` shows one."""

    pattern: re.Pattern[str]
    expected: str

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        fine = isinstance(value, str) and self.pattern.fullmatch(value)
        return None if fine else _wrong(path, value, self.expected)


@dataclass(frozen=True)
class Filled:
    """A text in which these names, and no others, may stand in braces; a brace that is left open is none."""

    names: frozenset[str]
    empty: bool = False

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        found = Text(self.empty).wrong(value, path)
        if found is not None:
            return found
        try:
            unknown = placeholders(value) - self.names
        except ValueError:
            unknown = {value}
        if not unknown:
            return None
        return _wrong(path, value, ", ".join(f"{{{one}}}" for one in sorted(self.names)) or '"…", { }')


@dataclass(frozen=True)
class Only:
    """What stands there already: how the program is put together, which nobody sets."""

    value: Any

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        return None if value == self.value else _wrong(path, value, shown(self.value))


@dataclass(frozen=True)
class ListBy:
    """A list of objects that are told from each other by one key; others than the known ones where it is `open`."""

    key: str
    known: Mapping[Any, Shape]
    other: Shape | None = None
    """What a new one must be; None where there can be none."""

    def wrong(self, value: Any, path: str) -> Wrong | None:
        """As of Shape."""
        if not isinstance(value, list):
            return _wrong(path, value, "[…]")
        met = set()
        for place, one in enumerate(value):
            at = f"{path}[{place}]"
            names = ", ".join(shown(name) for name in self.known)
            if not isinstance(one, Mapping) or self.key not in one:
                return _wrong(at, one, f'{{"{self.key}": …}}')
            name = one[self.key]
            if not isinstance(name, (str, int, float)) or name in met:
                return _wrong(f"{at}.{self.key}", name, names)
            met.add(name)
            shape = self.known.get(name, self.other)
            if shape is None:
                return _wrong(f"{at}.{self.key}", name, names)
            found = shape.wrong(one, at)
            if found is not None:
                return found
        return None


def placeholders(text: str) -> set[str]:
    """What stands in braces in a text, a name where it is as it should be; ValueError when a brace is left open."""
    found = string.Formatter().parse(text)
    return {
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _, name, form, conversion in found
        if name is not None
    }


def _at(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _first(found: Any) -> Wrong | None:
    return next((one for one in found if one is not None), None)


def _wrong(path: str, value: Any, expected: str) -> Wrong:
    return Wrong(path or "{}", shown(value), expected)


def shown(value: Any, most: int = 80) -> str:
    """A value for a message: a text as it is but for what cannot be shown, anything else as JSON; cut when long."""
    try:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    except ValueError:  # a number of more digits than Python writes
        text = type(value).__name__
    text = UNPRINTABLE.sub("?", text)
    return text if len(text) <= most else f"{text[:most]} …"
