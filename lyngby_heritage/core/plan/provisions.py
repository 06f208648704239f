"""`bestemmelser.md`: a draft of the plan's provisions, with the addresses and parcels that each group of them binds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import select_autoescape

from ..common import addresses
from ..common.arrays import Integers
from ..common.data import load
from ..common.law import references, statement
from ..common.plan_names import plan_title
from ..common.shapes import UNPRINTABLE
from ..common.templates import templates_of
from ..common.wording import designated_among
from ..designation.chosen_values import values_in_words
from .content import NOWHERE, Buildings, Environments, counted_buildings

TEMPLATE = "bestemmelser.md.j2"
NO_USE = "bygning uden kendt anvendelse"

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")


House = tuple[str, str]
"""House number and cadastral numbers: what one entry of the list names."""


@dataclass(frozen=True)
class Street:
    """The buildings of a group on one street: house number and cadastral numbers of each, in order."""

    name: str
    houses: Sequence[House]
    what: Mapping[House, str]
    """Which buildings at a house are meant, where its number alone does not say it."""


@dataclass(frozen=True)
class Group:
    """The buildings that one part of the provisions binds."""

    letter: str
    key: str
    title: str
    count: int
    streets: Sequence[Street]
    without_address: int
    without_parcel: int


@dataclass(frozen=True)
class Environment:
    """A cultural environment in the provisions."""

    name: str
    buildings: int
    designated: int
    streets: Sequence[str]
    story: str

    @property
    def unnamed_streets(self) -> list[str]:
        """The streets that its name does not say already."""
        return [one for one in self.streets if not re.search(rf"\b{re.escape(one)}\b", self.name, re.IGNORECASE)]


def groups(buildings: Buildings, parcels: Sequence[str]) -> list[Group]:
    """The designated buildings by the group of provisions that binds them; each stands in one group."""
    ordered = [row for row in addresses.order(buildings.addresses, buildings.ids) if buildings.designated[row]]
    at = _built_at(buildings, parcels)
    described = load("rules/lokalplan.json")["provision_groups"]
    known = {ground for one in described for ground in one["grounds"]}
    made = []
    for one in described:
        # A ground that no group names is not lost: it stands with the last, the decisions.
        last = one is described[-1]
        rows = [
            row
            for row in ordered
            if buildings.ground[row] in one["grounds"] or (last and buildings.ground[row] not in known)
        ]
        made.append(_group(one, rows, buildings, parcels, at))
    return made


def listed_group(buildings: Buildings, parcels: Sequence[str]) -> Group:
    """The listed buildings, which no provision binds."""
    rows = [row for row in addresses.order(buildings.addresses, buildings.ids) if buildings.listed[row]]
    described = load("rules/lokalplan.json")["listed_group"]
    return _group(described, rows, buildings, parcels, _built_at(buildings, parcels))


def _group(
    described: Mapping[str, str],
    rows: Sequence[int],
    buildings: Buildings,
    parcels: Sequence[str],
    at: Counter[tuple[str, House]],
) -> Group:
    return Group(
        letter=described["letter"],
        key=described["key"],
        title=described["title"],
        count=len(rows),
        streets=_streets(rows, buildings, parcels, at),
        without_address=sum(not buildings.addresses[row] for row in rows),
        without_parcel=sum(not parcels[row] for row in rows),
    )


def _place(row: int, buildings: Buildings, parcels: Sequence[str]) -> tuple[str, House]:
    street, number = addresses.parts(buildings.addresses[row])
    return street, (number, parcels[row])


def _built_at(buildings: Buildings, parcels: Sequence[str]) -> Counter[tuple[str, House]]:
    """How many buildings stand at each house, designated or not."""
    return Counter(_place(row, buildings, parcels) for row in range(len(buildings)) if buildings.addresses[row])


def _streets(
    rows: Sequence[int], buildings: Buildings, parcels: Sequence[str], at: Counter[tuple[str, House]]
) -> list[Street]:
    found: dict[str, dict[House, list[int]]] = {}
    for row in rows:
        if buildings.addresses[row]:
            street, house = _place(row, buildings, parcels)
            found.setdefault(street, {}).setdefault(house, []).append(row)
    return [
        Street(
            street,
            list(houses),
            {
                house: _which(buildings, here, at[street, house])
                for house, here in houses.items()
                if at[street, house] > 1 or not buildings.main[here[0]]
            },
        )
        for street, houses in found.items()
    ]


def _which(buildings: Buildings, rows: Sequence[int], built: int) -> str:
    """Which of the buildings at a house are meant: by their use, and `kun` where others stand there too."""
    house_first = sorted(rows, key=lambda row: not buildings.main[row])
    counted = Counter(buildings.uses[row] or NO_USE for row in house_first)
    uses = ", ".join(f"{count} × {use}" if count > 1 else use for use, count in counted.items())
    said = uses if len(rows) == 1 else f"{counted_buildings(len(rows))}: {uses}"
    return said if len(rows) == built else f"kun {said}"


def environments_of(buildings: Buildings, environments: Environments | None, of: Integers) -> list[Environment]:
    """The cultural environments with what stands in them."""
    if environments is None:
        return []
    rows: dict[int, list[int]] = {}
    for row, position in enumerate(of.tolist()):
        if position != NOWHERE:
            rows.setdefault(position, []).append(row)
    made = []
    for position in range(len(environments)):
        inside = rows.get(position, [])
        made.append(
            Environment(
                name=environments.called(position),
                buildings=len(inside),
                designated=sum(bool(buildings.designated[row]) for row in inside),
                streets=addresses.main_streets((buildings.addresses[row] for row in inside), 4),
                story=environments.stories[position],
            )
        )
    return made


def provisions(
    title: str,
    plan_number: str,
    groups: Sequence[Group],
    environments: Sequence[Environment],
    files: Mapping[str, str],
    listed: Group | None = None,
) -> str:
    """The draft as Markdown. `files` names the other parts of the package: keys kort, bygninger, ejendomme (or "").

    `listed` are the buildings outside the provisions; None where nothing says which are listed.
    """
    # No HTML: what is data goes through the filter `md` here.
    jinja = templates_of("templates", autoescape=select_autoescape(), keep_trailing_newline=True)
    jinja.filters.update(md=markdown, bygninger=counted_buildings, heraf=designated_among)
    context: dict[str, Any] = {
        "overskrift": plan_title(plan_number, title, ", "),
        "vaerdier": values_in_words(),
        "lov": references(),
        "udpegning": statement("designation"),
        "grupper": groups,
        "fredede": listed if listed is not None and listed.count else None,
        "kender_fredede": listed is not None,
        "kulturmiljoeer": environments,
        "filer": files,
        "i_alt": sum(group.count for group in groups),
        "uden_matrikel": sum(group.without_parcel for group in groups),
        "uden_adresse": sum(group.without_address for group in groups),
    }
    return jinja.get_template(TEMPLATE).render(context)


def markdown(text: object) -> str:
    """A text from the data on one line, with Markdown's own signs made harmless and none that cannot be seen."""
    return _MARKDOWN.sub(r"\\\1", " ".join(UNPRINTABLE.sub("", str(text)).split()))
