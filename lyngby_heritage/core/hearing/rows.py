"""The rows of a municipality's own table of owners, tenants and users, read into columns of text.

Spreadsheets write numbers as they please: "123.0" for 123, 800 for the postcode 0800, 101001234 for a number of ten
digits that begins with 0.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..common.cells import cell_text, written_rows
from ..common.data import load
from ..common.shapes import UNPRINTABLE
from ..registers.values import normal_id, written_id
from .deadlines import FILE

OWNER, TENANT, USER, NEIGHBOUR = "ejer", "lejer", "bruger", "nabo"
ROLES = (OWNER, TENANT, USER)
OTHER = "anden"
PROPERTY_CONCEPTS = ("owner_property", "owner_bfe", "owner_main_property")
"""Where the number of the property may stand, the first that the plan knows."""
CONCEPTS = (
    *PROPERTY_CONCEPTS,
    *("owner_name", "owner_co", "owner_address", "owner_postcode", "owner_town", "owner_country"),
    *("owner_role", "party_kind", "owner_post_id", "owner_protected"),
)
"""`owner_role` is asked for in a table of owners, `party_kind` in one of others."""
POST_ID = "owner_post_id"
"""May stand in several columns: one for CPR, one for CVR."""
POSTCODE, CVR, CPR = 4, 8, 10
"""Digits of a postcode, of a company's number and of a person's."""

_DIGITS = re.compile(r"[0-9]+")
_NO_ID = re.compile(r"^[-0.\s]*$")
_YES = frozenset(("1", "1.0", "ja", "j", "true", "t", "x", "sand"))


@dataclass(frozen=True)
class OwnerRows:
    """Rows of the table, (n,): texts, "" where nothing stands."""

    rows: Sequence[int]
    """Which row of the table each is, from 1."""
    properties: Sequence[tuple[str, ...]]
    """Numbers of the property as they are compared, the best first; empty where none stands."""
    written: Sequence[str]
    """The number of the property as it stands there."""
    names: Sequence[str]
    cos: Sequence[str]
    addresses: Sequence[str]
    postcodes: Sequence[str]
    towns: Sequence[str]
    countries: Sequence[str]
    """Where it is another country than Denmark."""
    roles: Sequence[str]
    """ejer, lejer or bruger; of others the kind of party."""
    roles_said: Sequence[str]
    """The role as it stands there, where it is none that is known; "" elsewhere."""
    post_ids: Sequence[str]
    """For digital post: digits alone, or another id as it stands there."""
    protected: Sequence[bool]
    """Whether the person's address is protected."""
    repaired_ids: int = 0
    """Ids of nine digits that were given back the 0 that a spreadsheet took."""

    def __len__(self) -> int:
        return len(self.rows)


def property_key(raw: Any) -> str:
    """A property's number as it is compared: digits without what a spreadsheet adds or takes, or another id.

    >>> property_key("0009100007"), property_key(9100007.0), property_key("9100007.0"), property_key(" AB-12 ")
    ('9100007', '9100007', '9100007', 'ab-12')
    """
    text = normal_id(raw)
    compact = text.replace(" ", "").replace("\u00a0", "")
    if compact.isascii() and compact.isdigit():
        return compact.lstrip("0")
    return text


def read_owner_rows(columns: Mapping[str, Sequence[Any] | None], count: int) -> OwnerRows:
    """The rows in which anything stands, of columns by concept (CONCEPTS), (n,) or None."""
    return _read(columns, count, "owner_role", _known(load(FILE)["roles"]), OWNER, USER)


def read_other_rows(columns: Mapping[str, Sequence[Any] | None], count: int) -> OwnerRows:
    """The same of the table of authorities and associations, whose roles are kinds of party."""
    return _read(columns, count, "party_kind", _known(load(FILE)["other_kinds"]), OTHER, OTHER)


def first_said(columns: Sequence[Sequence[Any] | None]) -> Sequence[Any] | None:
    """One column of several, (n,): in each row the first that says something; None where there is none."""
    there = [one for one in columns if one is not None]
    if len(there) < 2:
        return there[0] if there else None
    return [next((cell for cell in row if cell_text(cell) is not None), None) for row in zip(*there)]


def _known(described: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word.casefold(): key for key, words in described.items() for word in (key, *words)}


def _read(
    columns: Mapping[str, Sequence[Any] | None],
    count: int,
    role: str,
    known: Mapping[str, str],
    empty: str,
    unknown: str,
) -> OwnerRows:
    """The rows; `role` is the concept that tells who each is, and `known` what its words mean."""
    there = written_rows(columns.values())
    read = _Columns(columns, there)
    post_ids, repaired = _post_ids(read.of(POST_ID, written_id))
    addresses, postcodes, countries = _places(read)
    said = read.of(role, written_id)
    roles = [known.get(one.casefold(), unknown) if one else empty for one in said]
    protected_words = tuple(load(FILE)["protected"])
    flags = [one.casefold() in _YES or _says(one, protected_words) for one in read.texts("owner_protected")]
    names = [_as_a_person(one) for one in read.texts("owner_name")]
    hidden = [_says(one, protected_words) for one in addresses]
    written, properties = _properties(read)
    return OwnerRows(
        rows=[one + 1 for one in there],
        properties=properties,
        written=written,
        names=names,
        cos=read.texts("owner_co"),
        addresses=["" if no else one for one, no in zip(addresses, hidden)],
        postcodes=postcodes,
        towns=read.texts("owner_town"),
        countries=countries,
        roles=roles,
        roles_said=["" if not one or one.casefold() in known else one for one in said],
        post_ids=post_ids,
        protected=[one or other for one, other in zip(flags, hidden)],
        repaired_ids=repaired,
    )


class _Columns:
    """The columns of the rows that are read."""

    def __init__(self, columns: Mapping[str, Sequence[Any] | None], there: Sequence[int]) -> None:
        self.columns = columns
        self.there = there

    def of(self, concept: str, read: Callable[[Any], str | None]) -> list[str]:
        column = self.columns.get(concept)
        if column is None:
            return [""] * len(self.there)
        return [_plain(read(column[row])) for row in self.there]

    def texts(self, concept: str) -> list[str]:
        return self.of(concept, cell_text)


def _plain(text: str | None) -> str:
    """A text on one line without signs that cannot be seen."""
    return " ".join(UNPRINTABLE.sub("", text).split()) if text else ""


def _properties(read: _Columns) -> tuple[list[str], list[tuple[str, ...]]]:
    columns = [read.of(concept, written_id) for concept in PROPERTY_CONCEPTS]
    written = [next((one for one in row if one), "") for row in zip(*columns)]
    keys = [tuple(dict.fromkeys(key for one in row if (key := property_key(one)))) for row in zip(*columns)]
    return written, keys


def _post_ids(written: Sequence[str]) -> tuple[list[str], int]:
    """Ids for digital post, and how many lacked a 0 at their beginning."""
    found, repaired = [], 0
    for one in written:
        digits = one.upper().removeprefix("DK").replace("-", "").replace(" ", "").removesuffix(".0")
        if _NO_ID.match(one) or _NO_ID.match(digits):
            found.append("")
        elif digits.isascii() and digits.isdigit():
            repaired += len(digits) == CPR - 1
            found.append(digits.zfill(CPR) if len(digits) == CPR - 1 else digits)
        else:
            found.append(one)
    return found, repaired


def _places(read: _Columns) -> tuple[list[str], list[str], list[str]]:
    """Addresses, postcodes and foreign countries; a Danish postcode has four digits."""
    home = frozenset(load(FILE)["home"])
    countries = ["" if one.casefold() in home else one for one in read.texts("owner_country")]
    postcodes = [
        one.zfill(POSTCODE) if not abroad and _DIGITS.fullmatch(one) and len(one) < POSTCODE else one
        for one, abroad in zip(read.of("owner_postcode", written_id), countries)
    ]
    return read.texts("owner_address"), postcodes, countries


def _as_a_person(name: str) -> str:
    """A name such as "Hansen, Jens" the way people say it; one with more commas or a company's sign stays as it is."""
    last, comma, first = name.partition(", ")
    if not comma or "," in first or not last or not first or any(sign in name for sign in "/&()"):
        return name
    return f"{first} {last}" if " " not in last else name


def _says(text: str, words: Sequence[str]) -> bool:
    folded = text.casefold()
    return bool(folded) and any(one in folded for one in words)
