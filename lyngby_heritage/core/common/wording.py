r"""Numbers and counts as people read them: the only place that writes one into a Danish text.

Decimal comma, dots between thousands, a true minus, halves rounded away from zero as on a pocket calculator, no "-0",
and "ukendt" for what is no number. A no-break space stands before a unit and a counted word; a field of a layer, which
people search and filter, and a log, which is no page, take the text through `plain_spaces`.

>>> decimal(1234.56), number(2.5), signed(-1200), plural(1, "bygning", "bygninger")
('1.234,6', '3', '−1.200', '1\xa0bygning')
"""

from __future__ import annotations

import math
import re
import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from .dates import danish_date

NBSP = "\u00a0"
MINUS = "−"
UNKNOWN = "ukendt"
NOTHING = "–"
"""Stands where a share cannot be told, for there is no whole."""

_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
"""Holds every digit of the largest float, which a damaged file may have."""

_DANISH = str.maketrans({",": ".", ".": ",", "-": MINUS})


def number(value: float | None) -> str:
    """A whole number with dots between the thousands; a fraction is rounded.

    >>> number(400_000), number(-1.5), number(-0.4), number(float("nan"))
    ('400.000', '−2', '0', 'ukendt')
    """
    return decimal(value, 0)


def decimal(value: float | None, digits: int = 1, *, fixed: bool = False) -> str:
    """A number of at most so many decimals; `fixed` keeps the zeros at its end, for columns.

    >>> decimal(0.125, 2), decimal(3.0), decimal(3.0, fixed=True), decimal(-0.04)
    ('0,13', '3', '3,0', '0')
    """
    if value is None or not math.isfinite(value):
        return UNKNOWN
    rounded = _rounded(value, digits)
    text = f"{rounded:,f}"
    if not fixed and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_DANISH)


def as_printed(value: float, digits: int) -> float:
    """A number as `decimal` prints it, as a number: a table beside a text then says the same.

    >>> as_printed(4.125, 2), as_printed(-0.125, 2), as_printed(2.5, 0), as_printed(float("nan"), 1)
    (4.13, -0.13, 3.0, nan)
    """
    return float(_rounded(value, digits)) if math.isfinite(value) else value


def year(value: float) -> str:
    """A year, which has no dots; a fraction, which only a mistaken one has, is kept.

    >>> year(1934.0), year(1934.5)
    ('1934', '1934,5')
    """
    return decimal(value, 3).replace(".", "")


_FRACTIONS = {0.25: "¼", 0.5: "½", 0.75: "¾"}


def storeys(value: float) -> str:
    """A number of storeys as people write it.

    >>> storeys(1.5), storeys(0.5), storeys(2.0), storeys(1.1)
    ('1½', '½', '2', '1,1')
    """
    whole, rest = divmod(round(value, 4), 1)
    sign = _FRACTIONS.get(round(rest, 4))
    if sign is None:
        return decimal(value, 2)
    return f"{int(whole)}{sign}" if whole else sign


def signed(value: float | None, digits: int = 0) -> str:
    """A difference with its sign.

    >>> signed(12), signed(-0.2), signed(-0.25, 1)
    ('+12', '0', '−0,3')
    """
    text = decimal(value, digits)
    return text if text in ("0", UNKNOWN) or text.startswith(MINUS) else f"+{text}"


def percent(part: float, whole: float, *, fixed: bool = True, limit: float | None = None) -> str:
    r"""A share in percent; little is not shown as nothing, nor almost all as all.

    It is rounded, never cut. `fixed` keeps a decimal, for columns. `limit` is a share 0-1 that the reader compares
    with: a share below it that would be rounded up to it gets the decimals that tell them apart.

    >>> percent(2, 3), percent(3, 4, fixed=False), percent(5999, 10_000, limit=0.6), percent(0, 0)
    ('66,7\xa0%', '75\xa0%', '59,99\xa0%', '–')
    """
    if whole <= 0:
        return NOTHING
    share = 100 * part / whole
    if share in (0, 100):
        text = number(share)
    elif 0 < share < 0.05:
        text = "<0,1"
    elif 99.95 <= share < 100:
        text = ">99,9"
    else:
        text = decimal(share, 1 if limit is None else _digits_below(share, 100 * limit), fixed=fixed)
    return text if text == UNKNOWN else f"{text}{NBSP}%"


def _digits_below(value: float, limit: float) -> int:
    """The decimals with which a value below a limit is not rounded up to it: one where that will do."""
    telling = (digits for digits in range(1, 10) if _rounded(value, digits) < _rounded(limit, 9))
    return next(telling, 1) if value < limit - 1e-9 else 1


def share(value: float, digits: int = 2) -> str:
    r"""A share 0-1, such as a threshold, in percent.

    >>> share(0.6), share(2 / 3)
    ('60\xa0%', '66,67\xa0%')
    """
    return quantity(100 * value, "%", digits)


def quantity(value: float | None, unit: str, digits: int = 1) -> str:
    r"""A number with its unit.

    >>> quantity(6.14, "m²"), quantity(None, "m")
    ('6,1\xa0m²', 'ukendt')
    """
    text = decimal(value, digits)
    return text if text == UNKNOWN else f"{text}{NBSP}{unit}"


def plural(count: float, one: str, several: str, none: str = "") -> str:
    r"""A count with the word that agrees with it; `none` says it where there is nothing to count.

    >>> plural(0, "bygning", "bygninger"), plural(0, "er", "er", "ingen er"), plural(1234, "bygning", "bygninger")
    ('0\xa0bygninger', 'ingen er', '1.234\xa0bygninger')
    """
    if none and not count:
        return none
    return f"{number(count)}{NBSP}{agreeing(count, one, several)}"


def agreeing(count: float, one: str, several: str) -> str:
    """The one of two words that agrees with a count."""
    return one if count == 1 else several


def joined(words: Sequence[str], last: str = "og") -> str:
    """Words as a sentence lists them.

    >>> joined(["a", "b", "c"]), joined(["a", "b"], "eller"), joined([])
    ('a, b og c', 'a eller b', '')
    """
    return f" {last} ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "") if part)


def names_joined(names: Sequence[str]) -> str:
    """Names as a sentence lists them, apart by semicolons where one of them is itself of several words in a row.

    >>> names_joined(["Skoven", "Ådalen"]), names_joined(["Skoven", "Ådalen og Engene"])
    ('Skoven og Ådalen', 'Skoven; Ådalen og Engene')
    """
    unclear = len(names) > 1 and any(" og " in one or ", " in one for one in names)
    return "; ".join(names) if unclear else joined(names)


def spans(values: Iterable[int], last: str = "og") -> str:
    """Whole numbers, those that follow each other as from-to.

    >>> spans([1, 2, 3]), spans([3, 1]), spans([1, 2, 3, 5, 7, 8])
    ('1–3', '1 og 3', '1–3, 5 og 7–8')
    """
    runs: list[list[int]] = []
    for value in sorted(set(values)):
        if runs and value == runs[-1][1] + 1:
            runs[-1][1] = value
        else:
            runs.append([value, value])
    return joined([str(first) if first == end else f"{first}–{end}" for first, end in runs], last)


def capitalised(text: str) -> str:
    """The text with a capital as its first letter, the others as they are.

    >>> capitalised("åben-lav i Brede"), capitalised("")
    ('Åben-lav i Brede', '')
    """
    return text[:1].upper() + text[1:]


WORD_JOINER = "\u2060"
"""A sign without width at which no line is broken."""
RANGE = re.compile(r"(?<=\d)\u2013(?=\d)")
"""The dash of a range of numbers, behind which a line may be broken."""
_BEFORE, _UNITS = r"§|\b(?:nr|stk|kr)\.", r"m[²³]?|[ckm]m[²³]?|ha|kr\.|%|‰"
_TIED = re.compile(rf"(?P<before>{_BEFORE}) (?=[\d\[]|\Z)|(?<=\d) (?=(?:{_UNITS})(?![^\W_]))", re.IGNORECASE)
_BETWEEN_TAGS = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>|[^<]+", re.DOTALL | re.IGNORECASE)


def tied(text: str) -> str:
    r"""A text whose numbers stay with their unit, and with what they are numbers of: for a line of plain text.

    >>> tied("§§ 5–6, stk. 2: 1.500 m² af 3 mursten, kr. 100 eller 100 kr. og 75 %")
    '§§\xa05–6, stk.\xa02: 1.500\xa0m² af 3 mursten, kr.\xa0100 eller 100\xa0kr. og 75\xa0%'
    """
    return _TIED.sub(lambda found: f"{found['before'] or ''}{NBSP}", text)


def unbroken(page: str) -> str:
    """A page of HTML whose ranges stay on one line: a browser may break a line behind the dash of 1\u20133.

    Tags, scripts and styles are left as they are.
    """
    return _in_text(page, lambda text: RANGE.sub(f"\u2013{WORD_JOINER}", text))


def tied_page(page: str) -> str:
    """A page of HTML whose numbers stay with their unit, and with what they are numbers of (`tied`)."""
    return _in_text(page, tied)


def _in_text(page: str, changed: Callable[[str], str]) -> str:
    """The page with what stands between its tags changed, but for scripts and styles."""
    return _BETWEEN_TAGS.sub(lambda part: part[0] if part[0].startswith("<") else changed(part[0]), page)


def plain_spaces(text: str) -> str:
    """The text with ordinary spaces, as a field of a layer and a log take it."""
    return text.replace(NBSP, " ")


def plain_plural(count: float, one: str, several: str, none: str = "") -> str:
    """As `plural`, with ordinary spaces.

    >>> plain_plural(1234, "bygning", "bygninger"), plain_plural(0, "bygning", "bygninger", "ingen bygninger")
    ('1.234 bygninger', 'ingen bygninger')
    """
    return plain_spaces(plural(count, one, several, none))


# Templates of the log -------------------------------------------------------------------------------------------------


def filled(template: str, values: Mapping[str, object], danish: bool = False) -> str:
    """A template of the log, or of the report's findings, with its values.

    As `str.format`, and more: `{count:building has|buildings have}` writes the count with the words that agree with it,
    `{count:=its|their}` the words alone, and of `Numbers` `{rows:row|rows}` the word before them; in Danish
    a fraction has a decimal comma, `{count:>9,}` dots between thousands, and a date its month as a word. The third of
    three words stands for none, without the count: `{count:plot|plots|no plots}`.

    >>> filled("{count:row has|rows have} no id; {count:=it|they} took {s} s.", {"count": 1, "s": 0.5})
    '1 row has no id; it took 0.5 s.'
    >>> filled("{count:række|rækker}, {s} sek.", {"count": 1234, "s": 9.125}, danish=True)
    '1.234 rækker, 9,125 sek.'
    >>> [filled("for {count:grund|grunde|ingen grunde}", {"count": one}, danish=True) for one in (0, 1, 2)]
    ['for ingen grunde', 'for 1 grund', 'for 2 grunde']
    >>> filled("{day}", {"day": date(2026, 11, 26)}), filled("{day}", {"day": date(2026, 11, 26)}, danish=True)
    ('2026-11-26', '26. november 2026')
    """
    return (_Danish() if danish else _English()).vformat(template, (), values)


def uncounted(template: str) -> str:
    """The template without the count that it begins with, for a table that has the count in a column of its own.

    >>> uncounted("{count} ids"), uncounted("{count:row has|rows have} no id")
    ('ids', '{count:=row has|rows have} no id')
    """
    if template.startswith("{count} "):
        return template[len("{count} ") :]
    counted = "{count:"
    begins = template.startswith(counted) and not template.startswith(f"{counted}=")
    return f"{counted}={template[len(counted) :]}" if begins else template


FINEST = 3
"""Decimals of a fraction in the log."""
MOST_NUMBERS = 10
"""How many numbers a message names before it says how many more there are."""


class Numbers(tuple[int, ...]):
    """The numbers of some rows, as a message names them in either language.

    >>> rows = {"rows": Numbers([1, 2, 5])}
    >>> filled("{rows:row|rows}", rows), filled("række {rows}", rows, danish=True)
    ('rows 1, 2 and 5', 'række 1, 2 og 5')
    """

    def said(self, last: str) -> str:
        """The numbers as a sentence lists them, with `last` before the last of them; of many the first ones."""
        if len(self) > MOST_NUMBERS:
            return f"{', '.join(map(str, self[:MOST_NUMBERS]))} (+{len(self) - MOST_NUMBERS})"
        return joined([str(one) for one in self], last)


class _English(string.Formatter):
    last = "and"

    def format_field(self, value: Any, spec: str) -> str:
        """One field of the template, with the words that agree with it where the template gives two or three."""
        if "|" not in spec:
            return self.figure(value, spec)
        one, several, *none = spec.removeprefix("=").split("|")
        if isinstance(value, Numbers):
            return f"{agreeing(len(value), one, several)} {self.figure(value, '')}"
        if none and not value:
            return none[0]
        words = agreeing(value, one, several)
        return words if spec.startswith("=") else f"{self.count(value)} {words}"

    def figure(self, value: Any, spec: str) -> str:
        if isinstance(value, float) and not spec and math.isfinite(value):
            text = f"{_rounded(value, FINEST):f}"
            return text.rstrip("0").rstrip(".")
        return value.said(self.last) if isinstance(value, Numbers) else format(value, spec)

    def count(self, value: int) -> str:
        return f"{value:,}"


class _Danish(_English):
    last = "og"

    def figure(self, value: Any, spec: str) -> str:
        if isinstance(value, float) and not spec:
            return decimal(value, FINEST)
        if isinstance(value, date) and not spec:
            return danish_date(value)
        if isinstance(value, Numbers):
            return value.said(self.last)
        text = format(value, spec)
        return text.translate(_DANISH) if isinstance(value, (int, float)) else text

    def count(self, value: int) -> str:
        return number(value)


# ----------------------------------------------------------------------------------------------------------------------


def _rounded(value: float, digits: int) -> Decimal:
    """Rounded as its shortest decimal reads, halves away from zero; zero has no sign."""
    exact = Decimal(value) if isinstance(value, int) else Decimal(repr(float(value)))
    rounded = exact.quantize(Decimal(1).scaleb(-digits), context=_EXACT)
    return rounded if rounded else abs(rounded)
