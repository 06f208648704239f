"""A layer's filter in words: the fields and values of an SQL expression that is simple enough to be read out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .wording import joined

AND, OR = "AND", "OR"
COMPARED = {
    "=": "er",
    "<>": "ikke er",
    "!=": "ikke er",
    "<": "er under",
    "<=": "er højst",
    ">": "er over",
    ">=": "er mindst",
}
_TOKEN = re.compile(
    r"""\s*(?:
        "(?P<quoted>(?:[^"]|"")+)"
      | '(?P<text>(?:[^']|'')*)'
      | (?P<number>-?\d+(?:\.\d+)?)
      | (?P<word>[^\W\d]\w*)
      | (?P<sign><=|>=|<>|!=|[=<>(),])
    )""",
    re.VERBOSE,
)
_PATTERN = re.compile(r"(%?)([^%_]+)(%?)")
PATTERNS = {("", "%"): "begynder med", ("%", ""): "ender med", ("%", "%"): "indeholder"}


def filter_in_words(expression: str) -> str:
    """Which rows a filter lets through, as the end of a sentence; "" for an expression that cannot be read out.

    >>> filter_in_words('''"kommunekode" = '173' OR "kommunekode" = '0173' ''')
    'kommunekode er 173 eller 0173'
    >>> filter_in_words("status IN ('F', 'V') AND save_vaerdi <= 4")
    'status er F eller V, og save_vaerdi er højst 4'
    >>> filter_in_words("area(geom) > 10")
    ''
    """
    try:
        reader = _Reader(_tokens(expression))
        said = reader.alternatives()
        reader.end()
    except _UnreadableError:
        return ""
    return said.text


class _UnreadableError(Exception):
    """An expression that is more than comparisons of fields with values."""


@dataclass(frozen=True)
class _Said:
    """A condition in words; `field` and `values` of one that a field is one of some values."""

    text: str
    joined_by: str = ""
    field: str = ""
    values: tuple[str, ...] = ()


def _tokens(expression: str) -> list[tuple[str, str]]:
    """Kind and text of each token."""
    found, place, text = [], 0, expression.strip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            raise _UnreadableError
        kind = match.lastgroup
        value = match[kind]
        if kind == "quoted":
            kind, value = "field", value.replace('""', '"')
        elif kind == "text":
            kind, value = "value", value.replace("''", "'")
        elif kind == "number":
            kind, value = "value", value.replace(".", ",").replace("-", "−")
        found.append((kind, value))
        place = match.end()
    return found


class _Reader:
    """Reads comparisons, and what AND and OR make of them, as far as a sentence can say it without parentheses."""

    def __init__(self, tokens: Sequence[tuple[str, str]]) -> None:
        self.tokens, self.place = tokens, 0

    def end(self) -> None:
        if self.place < len(self.tokens):
            raise _UnreadableError

    def alternatives(self) -> _Said:
        return self._several(OR, self._all)

    def _all(self) -> _Said:
        return self._several(AND, self._condition)

    def _several(self, word: str, read: Callable[[], _Said]) -> _Said:
        parts = [read()]
        while self._took(word):
            parts.append(read())
        if len(parts) == 1:
            return parts[0]
        fields = {one.field for one in parts}
        if word == OR and len(fields) == 1 and "" not in fields:
            return _one_of(parts[0].field, tuple(value for one in parts for value in one.values))
        if any(one.joined_by not in ("", word) for one in parts):
            raise _UnreadableError  # which belongs to which would need parentheses
        return _Said((", og " if word == AND else ", eller ").join(one.text for one in parts), word)

    def _condition(self) -> _Said:
        if self._took("("):
            said = self.alternatives()
            self._need(")")
            return said
        kind, field = self._next()
        if kind == "word" and self._is("("):
            raise _UnreadableError  # a function
        if kind not in ("field", "word"):
            raise _UnreadableError
        if self._took("IS"):
            empty = not self._took("NOT")
            self._need("NULL")
            return _Said(f"{field} {'er tom' if empty else 'er udfyldt'}")
        negated = self._took("NOT")
        if self._took("IN"):
            values = self._list()
            return _not_one_of(field, values) if negated else _one_of(field, values)
        if self._took("LIKE") or self._took("ILIKE"):
            return self._pattern(field, negated)
        kind, sign = self._next()
        if negated or kind != "sign" or sign not in COMPARED:
            raise _UnreadableError
        value = self._value()
        if sign == "=":
            return _one_of(field, (value,))
        return _Said(f"{field} {COMPARED[sign]} {value}")

    def _pattern(self, field: str, negated: bool) -> _Said:
        match = _PATTERN.fullmatch(self._value())
        words = PATTERNS.get((match[1], match[3])) if match else None
        if match is None or words is None or negated:
            raise _UnreadableError
        return _Said(f"{field} {words} {match[2]}")

    def _list(self) -> tuple[str, ...]:
        self._need("(")
        values = [self._value()]
        while self._took(","):
            values.append(self._value())
        self._need(")")
        return tuple(values)

    def _value(self) -> str:
        kind, value = self._next()
        if kind != "value":
            raise _UnreadableError
        return value if value.strip() else "tom"

    def _next(self) -> tuple[str, str]:
        if self.place >= len(self.tokens):
            raise _UnreadableError
        self.place += 1
        return self.tokens[self.place - 1]

    def _is(self, word: str) -> bool:
        there = self.tokens[self.place] if self.place < len(self.tokens) else ("", "")
        return there[0] in ("word", "sign") and there[1].upper() == word

    def _took(self, word: str) -> bool:
        found = self._is(word)
        self.place += found
        return found

    def _need(self, word: str) -> None:
        if not self._took(word):
            raise _UnreadableError


def _one_of(field: str, values: tuple[str, ...]) -> _Said:
    return _Said(f"{field} er {joined(values, 'eller')}", field=field, values=values)


def _not_one_of(field: str, values: tuple[str, ...]) -> _Said:
    return _Said(f"{field} hverken er {joined(values, 'eller')}" if len(values) > 1 else f"{field} ikke er {values[0]}")
