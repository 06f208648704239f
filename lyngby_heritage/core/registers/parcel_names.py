"""What a parcel is called: its cadastral number together with its district, without which the number names several.

The only place that makes such a name. Source: a matrikelnummer is unique within its ejerlav only (Matriklen).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..common.wording import joined

_NUMBER = r"\d+[^\W\d_]*"
_NAMED = re.compile(rf"{_NUMBER}(?:(?:, | og ){_NUMBER})*(?:, ejerlav (?P<code>[\d, ]+)| (?P<name>.+))?")
"""The numbers of parcels, and behind them their one district."""

NO_DISTRICT = " [ejerlav ikke oplyst]"
"""Stands behind a number whose district nobody has told, so that no reader takes it for a whole name."""


def parcel_name(number: str, district: str) -> str:
    """A parcel by its number and its district, which is a name or, where only that is known, a code; "" without number.

    >>> parcel_name("5a", "Askholt By, Askholt"), parcel_name("5a", "12352"), parcel_name("5a", "")
    ('5a Askholt By, Askholt', '5a, ejerlav 12352', '5a [ejerlav ikke oplyst]')
    """
    return f"{number}{_district(district)}" if number else ""


def parcel_names(parcels: Iterable[tuple[str, str]]) -> str:
    """Several parcels, each `(number, district)`: those of one district together, in the order they come; each once.

    >>> parcel_names([("11c", "Bøgehegn"), ("11d", "Bøgehegn"), ("2a", "Askholt By"), ("11c", "Bøgehegn")])
    '11c og 11d Bøgehegn; 2a Askholt By'
    """
    by_district: dict[str, dict[str, None]] = {}
    for number, district in parcels:
        if number:
            by_district.setdefault(district, {})[number] = None
    return "; ".join(f"{joined(list(numbers))}{_district(district)}" for district, numbers in by_district.items())


def parcel_list(parcels: Sequence[tuple[str, str, str]], most: int = 10) -> str:
    """The first of many parcels, each `(number, district, id)`, by district; one without a number by its id.

    A district's name may have a comma in it, so districts are told apart by semicolons.

    >>> parcel_list([("2h", "Rørkær By, Rørkær", "1"), ("", "", "77"), ("2b", "Rørkær By, Rørkær", "3")])
    '2h og 2b Rørkær By, Rørkær; 77'
    """
    shown = parcels[:most]
    named = parcel_names([(number, district) for number, district, _ in shown])
    text = "; ".join(one for one in (named, *(own for number, _, own in shown if not number)) if one)
    return f"{text} (+{len(parcels) - most})" if len(parcels) > most else text


def named_districts(names: Sequence[str], codes: Sequence[str]) -> list[str]:
    """The district of each parcel as people say it: its name, else its code; both (n,), the names maybe none at all."""
    return [name or code for name, code in zip(names, codes)] if names else list(codes)


def _district(district: str) -> str:
    if not district:
        return NO_DISTRICT
    codes = district.replace(", ", "").isdecimal()  # a layer of plots keeps those of several parcels in one text
    return f", ejerlav {district}" if codes else f" {district}"


def district_named(names: str) -> str:
    """The district of the first of several parcels by their names; "" where none is told.

    >>> district_named("11c og 11d Bøgehegn; 2a Askholt By"), district_named("5a, ejerlav 12352"), district_named("5a")
    ('Bøgehegn', '12352', '')
    """
    found = _NAMED.fullmatch(names.partition("; ")[0].removesuffix(NO_DISTRICT))
    return found["code"] or found["name"] or "" if found else ""


def numbers_within(names: str, district: str) -> str:
    """Names of parcels where their district stands above them: the numbers alone, other districts as they are.

    >>> numbers_within("11c og 11d Bøgehegn; 2a Askholt By", "Bøgehegn"), numbers_within("5a, ejerlav 12352", "12352")
    ('11c og 11d; 2a Askholt By', '5a')
    """
    behind = _district(district)
    return "; ".join(one.removesuffix(behind) for one in names.split("; "))
