"""What the website shows, and the check that it can be shown."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..common.errors import HeritageError
from ..plan.state import PlanState
from .documents import Document

REQUIRED = ("id", "address", "lon", "lat", "save", "ground", "designated", "reason")
OPTIONAL = (
    *("geometry", "year", "use", "story", "ensemble", "property", "parcels", "themes", "themes_proposed"),
    *("apart", "number", "plots", "plans", "lender", "beside", "neighbours"),
    *("photo", "sub_values", "fbb_id", "group", "certainty", "standing", "on_listed_parcel"),
)
"""`parcels` are the cadastral numbers with their districts, as people read them. `themes` are codes joined by `;`, ""
for none; `themes_proposed` those of them that are only proposed. `apart` is why one stands apart from what the plan
designates (`shown_classes.APART`), `number` its running number in the plan. `plots` are tuples of `card_facts.Plot`,
`plans` of `card_facts.PlanOver` and `neighbours` of `card_facts.Neighbour`; None where no layer tells. `lender` is the
row whose address a building without one is listed under, and `beside` how it stands to that (`lent_addresses`).
`photo` is a `photos.Photo`, `sub_values` SAVE's parameters by concept, `group` the plan's group (`plan_groups`),
`certainty` the share of settings that give the same outcome, where the rule looks at the neighbours (`sikkerhed`),
`standing` by which plans the registers say that it is designated today (`gaeldende_udpegning`), and `on_listed_parcel`
whether § 2 of the provisions lists its parcel (`area_parcels.on_listed_parcels`)."""
AS_GIVEN = (
    *("geometry", "plots", "plans", "lender", "neighbours", "photo", "sub_values", "certainty"),
    *("on_listed_parcel",),
)
"""Columns of things that are no text."""
NUMBERS = {"lon": (-180.0, 180.0), "lat": (-85.0, 85.0), "save": (1, 9), "year": (1, 9999), "number": (1, 9_999_999)}
"""The least and the largest value of the columns of numbers. Web Mercator ends before the poles."""

# Letters without a partner and control characters cannot stand in a file or on a page; a newline and a tab can.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

Ring = Sequence[Sequence[float]]
"""A line of [lon, lat] in degrees."""


@dataclass(frozen=True)
class Site:
    """What `write_site` is given. Texts are Danish; coordinates are degrees in WGS84, [lon, lat]."""

    title: str
    plan_number: str
    made_at: str
    source: str
    buildings: Mapping[str, Sequence[Any]]
    """Columns of one length, one entry per building: REQUIRED, and any of OPTIONAL."""
    environments: Sequence[Mapping[str, Any]] = ()
    """Cultural environments: id, name, rings, count (of the alike buildings that make it one), designated (of them),
    built_from, built_to, use, area_ha, story, hidden (how many buildings the site does not show); decided (a proposal
    where it is not), and of a decided one values, vulnerability, advice, reason, source and day of the decision."""
    landscape: Sequence[Mapping[str, Any]] = ()
    """Areas of the landscape: theme, theme_name, name, rings or lines, guideline, status, and maybe colour."""
    boundary: Sequence[Ring] | None = None
    state: PlanState = field(default_factory=PlanState)
    """How far the plan is, which every page says."""
    web_address: str = ""
    """The address of the folder that the site will stand in (`plan.web_address`), "" where it is not known."""
    documents: Sequence[Document] = ()
    """The plan's documents that lie in the site's own folder."""
    alike_from: float | None = None
    """The likeness from which two neighbours are alike, None where it is not known."""


def checked(columns: Mapping[str, Sequence[Any]]) -> dict[str, list[Any]]:
    """The columns of buildings as plain lists, every OPTIONAL one there, texts printable, missing values None.

    ValueError for columns that are not there, not known or not of one length: that is the caller's mistake.
    HeritageError for a value that no map or card can show: that is in the data.
    """
    missing = [name for name in REQUIRED if name not in columns]
    strange = sorted(set(columns) - {*REQUIRED, *OPTIONAL})
    if missing or strange:
        raise ValueError(f"columns of buildings: missing {missing}, not known {strange}")
    lengths = {name: len(column) for name, column in columns.items()}
    rows = lengths["id"]
    if set(lengths.values()) != {rows}:
        raise ValueError(f"columns of buildings are not of one length: {lengths}")
    found: dict[str, list[Any]] = {}
    for name in (*REQUIRED, *OPTIONAL):
        values = list(columns[name]) if name in columns else [None] * rows
        if name in NUMBERS:
            found[name] = _in_range(name, values, columns["id"])
        elif name == "designated":
            found[name] = [bool(value) for value in values]
        elif name in AS_GIVEN:
            found[name] = values
        elif name == "themes":  # none is an answer, and nothing said is not
            found[name] = ["" if value == "" else text(value) for value in values]
        else:
            found[name] = [text(value) for value in values]
    return found


def text(value: object) -> str | None:
    """A value as a text that can stand on a page; None when there is nothing to read in it."""
    if value is None or value != value:  # NaN is not itself
        return None
    return UNPRINTABLE.sub("\ufffd", str(value)).strip() or None


def theme_codes(joined: str) -> list[str]:
    """The codes of a building's themes, each once and sorted."""
    return sorted({code for part in joined.split(";") if (code := part.strip())})


def decided_environments(site: Site) -> dict[str | None, str | None]:
    """The name of each environment that the municipality decided on, by its id: of no other is a building told."""
    return {text(each.get("id")): text(each.get("name")) for each in site.environments if each.get("decided")}


def theme_names(site: Site) -> dict[str, str]:
    """The Danish name of each theme of the landscape, by its code."""
    named = {text(each.get("theme")): text(each.get("theme_name")) for each in site.landscape}
    return {code: name for code, name in named.items() if code and name}


def json_number(value: object) -> float | int | None:
    """A number of an environment as the page's script reads it, whole where it is; None when it is none."""
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not math.isfinite(value):
        return None
    return int(value) if float(value).is_integer() else float(value)


def whole_rings(rings: Iterable[Ring] | None) -> list[Ring]:
    """The rings or lines that can be drawn: of two points and more, all finite."""
    return [ring for ring in rings or () if len(ring) > 1 and all(map(math.isfinite, (c for p in ring for c in p[:2])))]


def _in_range(name: str, values: Sequence[Any], ids: Sequence[Any]) -> list[float | int | None]:
    least, largest = NUMBERS[name]
    whole = name not in ("lon", "lat")
    found: list[float | int | None] = []
    for row, value in enumerate(values):
        if value is None or value != value:
            found.append(None)
            continue
        try:
            figure = float(value)
            good = least <= figure <= largest and not (whole and figure % 1)
        except (TypeError, ValueError):
            good = False
        if not good:
            _refuse(name, value, ids[row], row, whole)
        found.append(int(figure) if whole else figure)
    return found


def _refuse(column: str, value: object, building: object, row: int, whole: bool) -> None:
    least, largest = NUMBERS[column]
    values = {"id": building, "row": row + 1, "column": column, "value": repr(value)}
    values |= {"least": int(least), "largest": int(largest)}
    if whole:
        raise HeritageError(
            "The website cannot show the building {id} (row {row}): {column} is {value}, and must be empty or a whole "
            "number from {least} to {largest}.",
            **values,
        )
    raise HeritageError(
        "The website cannot show the building {id} (row {row}): {column} is {value}, and must be empty or degrees in "
        "WGS84 from {least} to {largest}.",
        **values,
    )
