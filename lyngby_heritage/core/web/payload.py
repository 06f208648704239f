"""The data files of the website, from columns: small enough for a phone, in the order of the addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..common.addresses import danish_key, street_and_rest
from ..common.errors import Check
from ..designation.shown_classes import Classes
from ..plan.card import REASON, Card, Section
from ..plan.card_line import Line
from ..plan.lent_addresses import BELONGS_TO
from ..plan.photo import photo_words
from . import certainty
from .cards import cards_of
from .content import Ring, Site, checked, json_number, text, theme_codes, whole_rings
from .encoding import STEPS, packed_rings, steps

TEXTS_PER_FILE = 250
"""Reasons and stories are fetched with the card that shows them, so many buildings at a time: some 40 kB."""
TEASER = 140
"""Characters of a story that its line in the list shows."""
DECISION_TEXTS = ("values", "vulnerability", "advice", "reason", "source", "day")
"""What the decision on an environment says."""
NO_GROUP = "-"
"""What stands for the letter of its group where a building is in none, or stands apart."""
BLOCK = 2_000
"""Buildings between two looks at whether the run was cancelled."""


@dataclass(frozen=True)
class Town:
    """The buildings in the order of their addresses, ready to be written."""

    columns: Mapping[str, list[Any]]
    """As `content.checked` gives them."""
    streets: list[str]
    street: list[int]
    """The place of each building's street in `streets`; -1 without an address."""
    rest: list[str]
    lender: list[int | None]
    """The row whose address a building without one is listed under: that of a building before it."""
    classes: list[int]
    keys: list[str]
    """What a link names a building by: its id, with `~2` where another building has it already."""

    def __len__(self) -> int:
        return len(self.keys)


def town(site: Site) -> Town:
    """Check the columns and put them in order."""
    columns = checked(site.buildings)
    own = [street_and_rest(address) if address else ("", "") for address in columns["address"]]
    lender = [None if address else one for address, one in zip(columns["address"], columns["lender"])]

    def key(row: int) -> tuple[Any, ...]:
        street, rest = own[row if (lends := lender[row]) is None else lends]
        return not street, danish_key(street), street, danish_key(rest), rest, lends is not None, row

    order = sorted(range(len(own)), key=key)
    now_at = {row: position for position, row in enumerate(order)}
    sorted_columns = {name: [values[row] for row in order] for name, values in columns.items()}
    _place(sorted_columns)
    parts = [own[row] for row in order]
    streets = list(dict.fromkeys(street for street, _ in parts if street))
    places = {street: i for i, street in enumerate(streets)}
    return Town(
        columns=sorted_columns,
        streets=streets,
        street=[places.get(street, -1) for street, _ in parts],
        rest=[rest for _, rest in parts],
        lender=[None if (lends := lender[row]) is None else now_at[lends] for row in order],
        classes=Classes.known().of(sorted_columns["ground"], sorted_columns["designated"], sorted_columns["apart"]),
        keys=_keys(sorted_columns["id"]),
    )


def buildings(town: Town, environments: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What the page needs of every building at once: place, class, and what filters and the list go by."""
    columns = town.columns
    lon, lat = _origin(columns)
    known = {text(each.get("id")): i for i, each in enumerate(environments)}
    uses, use = _dictionary(columns["use"])
    themes, theme = _dictionary(columns["themes"])
    properties, on_property = _dictionary(columns["property"])
    del properties  # who lies with whom is shown, the number is not
    return {
        "count": len(town),
        "steps": STEPS,
        "origin": [lon, lat],
        "x": steps(columns["lon"], lon),
        "y": steps(columns["lat"], lat),
        "key": town.keys,
        "streets": town.streets,
        "street": town.street,
        "rest": town.rest,
        "beside": _beside(town),
        "class": "".join(map(str, town.classes)),
        "designated": "".join("1" if each else "0" for each in columns["designated"]),
        "sure": certainty.packed(columns),
        "save": "".join(str(each or 0) for each in columns["save"]),
        "year": [each or 0 for each in columns["year"]],
        "uses": uses,
        "use": use,
        "themes": [theme_codes(each) for each in themes],
        "theme": theme,
        "property": on_property,
        "environment": [-1 if each is None else known.get(each, -1) for each in columns["ensemble"]],
        "teaser": {row: teaser(story) for row, story in enumerate(columns["story"]) if story},
        "photo": _photos(columns),
        "group": "".join(each if each and len(each) == 1 else NO_GROUP for each in columns["group"]),
        "texts": TEXTS_PER_FILE,
    }


def _beside(town: Town) -> list[int]:
    """How many rows before each building the one stands whose address it is listed under; 0 for none.

    Below 0 where it does not belong to that one but stands beside it.
    """
    return [
        0 if lends is None else row - lends if beside == BELONGS_TO else lends - row
        for row, (lends, beside) in enumerate(zip(town.lender, town.columns["beside"]))
    ]


def _photos(columns: Mapping[str, Sequence[Any]]) -> dict[int, list[Any]]:
    """Row → what its photo shows, and each of its files with its width and height, the smallest first."""
    return {
        row: [photo_words(address or "", use or "", year), *zip(photo.files(), *zip(*photo.sizes))]
        for row, (photo, address, use, year) in enumerate(
            zip(columns["photo"], columns["address"], columns["use"], columns["year"])
        )
        if photo is not None
    }


def parcels(town: Town) -> dict[str, Any]:
    """The parcels of each building: a number apart from the ejerlav behind it, which whole quarters share."""
    names, parcel = _dictionary(town.columns["parcels"])
    parts = [name.partition(" ") for name in names]
    districts, district = _dictionary([rest or None for _, _, rest in parts])
    return {
        "numbers": [number for number, _, _ in parts],
        "districts": districts,
        "district": district,
        "parcel": parcel,
    }


def footprints(town: Town, check: Check) -> list[list[list[int]]]:
    """Each building's rings from its own point; an empty list where it has none."""
    columns = town.columns
    packed: list[list[list[int]]] = []
    for row, (rings, lon, lat) in enumerate(zip(columns["geometry"], columns["lon"], columns["lat"])):
        if row % BLOCK == 0:
            check()
        drawn = whole_rings(rings) if rings else []
        packed.append(packed_rings(drawn, round(lon * STEPS), round(lat * STEPS)) if drawn else [])
    return packed


def texts(site: Site, town: Town, wanted: Collection[str]) -> Iterator[dict[str, Any]]:
    """What stands on the cards, a file's worth at a time; what many cards share is written once per file.

    Of the sections that are `wanted`; `headings` are (key, title) and `lines` (key, name, text), by which the `cards`
    name what they show: [heading, line, line, …] for each section. The reason and the story stand apart.
    """
    columns = town.columns
    card = cards_of(site, columns, wanted)
    for start in range(0, len(town), TEXTS_PER_FILE):
        cards = [card(row) for row in range(start, min(start + TEXTS_PER_FILE, len(town)))]
        shown = [[one for one in each.sections if one.key != REASON] for each in cards]
        headings = {(one.key, one.title): None for each in shown for one in each}
        lines = {(one.key, one.name, one.text): None for each in shown for part in each for one in _shared(part)}
        heading, line = ({key: i for i, key in enumerate(keys)} for keys in (headings, lines))
        reasons, reason = _dictionary([_reason(each) for each in cards])
        unknown = len(Classes.known().described) - 1
        yield {
            "start": start,
            "reasons": reasons,
            "reason": reason,
            "story": {i: each.story for i, each in enumerate(cards) if each.story},
            "code": {
                i: code
                for i, code in enumerate(columns["ground"][start : start + len(cards)])
                if town.classes[start + i] == unknown and code
            },
            "headings": [list(key) for key in headings],
            "lines": [list(key) for key in lines],
            "cards": [
                [
                    [heading[part.key, part.title], *(line[one.key, one.name, one.text] for one in _shared(part))]
                    for part in each
                ]
                for each in shown
            ],
        }


def _shared(section: Section) -> list[Line]:
    """The lines of a section but the building's own id, which the page has anyway."""
    return [one for one in section.lines if one.key != "id"]


def _reason(card: Card) -> str | None:
    section = card.section(REASON)
    return section.lines[0].text if section else None


def environment_facts(town: Town, environments: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What the pages say of each environment, one count for one thing.

    `count` and `designated` are those of the buildings that the site shows in it, as the list beneath has them, or the
    environment's own where it shows none; `alike` is how many alike main buildings make it one, None where that is the
    same number; `hidden` is how many buildings in it the site does not show, since the register keeps them from the
    public.
    """
    within: dict[str, list[bool]] = {}
    for place, designated in zip(town.columns["ensemble"], town.columns["designated"]):
        if place is not None:
            within.setdefault(place, []).append(designated)
    facts = []
    for each in environments:
        fact: dict[str, Any] = {name: text(each.get(name)) for name in ("id", "name", "use", "story", *DECISION_TEXTS)}
        fact["decided"] = bool(each.get("decided"))
        fact["hidden"] = int(each.get("hidden") or 0)
        numbers = ("count", "designated", "built_from", "built_to", "area_ha")
        fact |= {name: json_number(each.get(name)) for name in numbers}
        shown = within.get(fact["id"] or "", [])
        alike = fact["count"]
        if shown or fact["decided"]:
            fact |= {"count": len(shown), "designated": sum(shown)}
        facts.append(fact | {"alike": None if fact["decided"] or alike == fact["count"] else alike})
    return facts


def areas(
    site: Site, town: Town, environments: Sequence[Mapping[str, Any]], colours: Mapping[str, str]
) -> dict[str, Any]:
    """Environments, landscape and boundary, with their shapes."""
    return {
        "steps": STEPS,
        "environments": [
            {**fact, "rings": _shape(each.get("rings"))}
            for fact, each in zip(environment_facts(town, environments), environments)
        ],
        "landscape": [
            {
                **{name: text(each.get(name)) for name in ("theme", "theme_name", "name", "guideline", "status")},
                "colour": text(each.get("colour")) or colours.get(str(each.get("theme"))),
                "rings": _shape(each.get("rings")),
                "lines": _shape(each.get("lines")),
            }
            for each in site.landscape
        ],
        "boundary": _shape(site.boundary),
    }


def teaser(story: str) -> str:
    """The beginning of a story, cut between two words."""
    line = " ".join(story.split())
    if len(line) <= TEASER:
        return line
    return line[:TEASER].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + " …"


def _place(columns: dict[str, list[Any]]) -> None:
    """A building without a point stands in the middle of its footprint, when it has one."""
    for row, (lon, lat, rings) in enumerate(zip(columns["lon"], columns["lat"], columns["geometry"])):
        if lon is not None and lat is not None:
            continue
        columns["lon"][row] = columns["lat"][row] = None
        drawn = whole_rings(rings) if rings else []
        if drawn:
            across, up = zip(*((point[0], point[1]) for point in drawn[0]))
            columns["lon"][row], columns["lat"][row] = (min(across) + max(across)) / 2, (min(up) + max(up)) / 2
        else:
            columns["geometry"][row] = None


def _origin(columns: Mapping[str, list[Any]]) -> tuple[int, int]:
    lon = min((each for each in columns["lon"] if each is not None), default=0.0)
    lat = min((each for each in columns["lat"] if each is not None), default=0.0)
    return round(lon * STEPS), round(lat * STEPS)


def _keys(ids: Sequence[str | None]) -> list[str]:
    """One name for each building: its id; those without one, and those who share one, are told apart by a number."""
    seen: set[str] = set()
    keys = []
    for each in ids:
        stem = each or "uden-id"
        key, times = stem, 1
        while key in seen:
            times += 1
            key = f"{stem}~{times}"
        seen.add(key)
        keys.append(key)
    return keys


def _dictionary(values: Sequence[str | None]) -> tuple[list[str], list[int]]:
    """The different values in the order in which they turn up, and each row's place among them, -1 for None."""
    different = list(dict.fromkeys(value for value in values if value is not None))
    places = {value: i for i, value in enumerate(different)}
    return different, [-1 if value is None else places[value] for value in values]


def _shape(rings: Sequence[Ring] | None) -> list[list[int]]:
    return packed_rings(whole_rings(rings), 0, 0)
