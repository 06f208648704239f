"""What has happened to the buildings of an adopted plan since: the records that the rules of the `since_*` files share.

    the building's id is in the registers now      → the two rows are held against each other
    it is not, another id stands on its place      → nyt_id, and the two rows are held against each other
    BBR says that it is gone                       → nedrevet, or vaek where BBR gives another reason
    nothing says where it went                     → vaek

Nothing is decided here: an event says that the registers differ from what the plan was made on, and who must look.
Unknown is not unchanged: what a layer does not tell is not compared, and the notes say so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import shapely

from ..common.addresses import danish_key
from ..common.arrays import Booleans, Floats, Geometries, Integers
from ..common.data import load
from ..common.geometry import SMALLEST_FOOTPRINT, footprint_areas, is_polygon
from ..designation.churches import church_rows
from ..designation.rule import CODES, DECISION, REVIEW
from .compare import NOBODY, Int8

FILE = "rules/since.json"

DESIGNATED, IN_QUESTION, WOULD_BE, OTHERS = "udpeget", "til_vurdering", "ville_udpeges", "oevrige"
"""How a building stands in the plan, as `gruppe` has it."""
APART = "fredet_kirke"
"""The same of listed buildings and churches, which the plan does not bind (`designation.binding`)."""
HELD_BACK = "holdt_tilbage"
"""The same of those that the plan would name if the register did not keep them from the public: it does neither name
nor bind them (`designation.binding`)."""
DEMOLISHED, GONE, REBUILT, OTHER_VALUE, LOCAL_PLAN, OUTLINE, NEW_ID, RATIO = (
    *("nedrevet", "vaek", "ombygget", "anden_vaerdi"),
    *("lokalplan", "andet_omrids", "nyt_id", "procent"),
)
"""The codes of `haendelse`."""
EVENTS = (DEMOLISHED, GONE, REBUILT, OTHER_VALUE, LOCAL_PLAN, OUTLINE, NEW_ID, RATIO)


@dataclass(frozen=True)
class Stock:
    """Buildings as one side tells of them, everything (n,)."""

    ids: Sequence[str]
    """Compared forms, "" where there is none."""
    labels: Sequence[str]
    """The ids as they are written."""
    places: Geometries
    designated: Int8
    """1, 0, or -1 for unknown; the registers know none."""
    grounds: Sequence[str | None]
    """Codes of `udpegning`."""
    save: Int8
    """As of `read_save_values`."""
    listed: Floats
    """1 listed, 0 not, NaN unknown."""
    facts: Mapping[str, Floats]
    """By the concepts of `compared` that the layer has; NaN unknown."""
    addresses: Sequence[str]
    properties: Sequence[str]
    withheld: Booleans
    save_days: Sequence[str] = ()
    """When each value was registered, year-month-day, "" unknown; () where the layer does not say."""
    has_save: bool = True
    has_listed: bool = True

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def outlined(self) -> Booleans:
        """Which have an outline, (n,): neither a point nor a polygon that only marks a place."""
        outlined: Booleans = is_polygon(self.places) & (footprint_areas(self.places) >= SMALLEST_FOOTPRINT)
        return outlined


@dataclass(frozen=True)
class Fate:
    """Why BBR has no row that stands of an id."""

    demolished: bool
    """Historic: pulled down, or joined to another building."""
    reason: str
    """In Danish, to stand after "BBR:"."""
    day: str = ""
    """From when, year-month-day, "" unknown."""
    case: str = ""


@dataclass(frozen=True)
class History:
    """What BBR tells over time of the ids that were asked for."""

    gone: Mapping[str, Fate] = field(default_factory=dict)
    since: Mapping[str, str] = field(default_factory=dict)
    """When the version that stands now began, "" unknown; ids that stand alone."""
    cases: Mapping[str, str] = field(default_factory=dict)
    """The case of that version, where the register has one."""
    newest: str = ""
    """The latest day on which anything in it began or was registered."""
    rows: int = 0


@dataclass(frozen=True)
class Followed:
    """Which building of the registers is which of the plan: (n,) of the plan, NOBODY for none."""

    now: Integers
    by_place: Booleans
    """Found by its place, under another id."""
    successor: Integers
    """Another, newer building on the place of one that is gone."""
    strangers: Integers
    """Rows of the registers that are no building of the plan."""


@dataclass(frozen=True)
class Event:
    """One row of the work list."""

    kind: str
    group: str
    plan_row: int
    now_row: int
    """NOBODY where that side lacks the building."""
    before: str
    after: str
    what: str
    """What has happened, in a sentence or two."""
    day: str = ""
    property_id: str = ""
    """Of an event of a property; its building is the one that stands for it."""

    @property
    def rank(self) -> int:
        """The place in the list of `ranks`, from 1; 0 for what is not reported."""
        return ranks().get((self.kind, self.group), 0)


def ranks() -> dict[tuple[str, str], int]:
    """(event, group) → its place in the work list, from 1."""
    return {(one["event"], one["group"]): place for place, one in enumerate(load(FILE)["ranks"], 1)}


def advice(kind: str, group: str) -> tuple[str, str]:
    """What to look at, and who decides, after an event of a building of that group; in Danish.

    A line of `ranks` may say either otherwise than the event does: what the plan's provisions leave alone is not
    decided by the municipality.
    """
    data = load(FILE)
    event = next(one for one in data["events"] if one["code"] == kind)
    line: dict[str, str] = next((one for one in data["ranks"] if (one["event"], one["group"]) == (kind, group)), {})
    return line.get("look", event["look"]), line.get("decides", event["decides"])


def groups_of(plan: Stock) -> list[str]:
    """How each building stands in the plan, (n,).

    A listed building or a church is not designated by the plan, whatever the rule said of it.
    """
    asked = {CODES[DECISION], CODES[REVIEW]}
    apart = plan.listed == 1
    if "use" in plan.facts:
        apart |= church_rows(plan.facts["use"])
    groups = [
        APART if other_law else DESIGNATED if yes == 1 else IN_QUESTION if ground in asked else OTHERS
        for other_law, yes, ground in zip(apart.tolist(), plan.designated.tolist(), plan.grounds)
    ]
    return [HELD_BACK if hidden and group != OTHERS else group for hidden, group in zip(plan.withheld.tolist(), groups)]


def one_row_each(stock: Stock) -> Stock:
    """One row per id, its outlines put together: a building in two polygons is one. Rows without an id stay apart."""
    first: dict[str, int] = {}
    of = np.array([first.setdefault(one, row) if one else row for row, one in enumerate(stock.ids)], dtype=np.intp)
    kept = np.flatnonzero(of == np.arange(len(of)))
    if len(kept) == len(stock):
        return stock
    places = stock.places.copy()
    repeated = np.unique(of[of != np.arange(len(of))])
    for row in repeated.tolist():
        places[row] = shapely.union_all(stock.places[of == row])
    return _rows_of(replace(stock, places=places), kept)


def _rows_of(stock: Stock, rows: Integers) -> Stock:
    chosen = rows.tolist()

    def some(values: Sequence[str]) -> list[str]:
        return [values[row] for row in chosen] if values else []

    return replace(
        stock,
        ids=some(stock.ids),
        labels=some(stock.labels),
        places=stock.places[rows],
        designated=stock.designated[rows],
        grounds=[stock.grounds[row] for row in chosen],
        save=stock.save[rows],
        listed=stock.listed[rows],
        facts={concept: values[rows] for concept, values in stock.facts.items()},
        addresses=some(stock.addresses),
        properties=some(stock.properties),
        withheld=stock.withheld[rows],
        save_days=some(stock.save_days),
    )


def ordered(events: Sequence[Event], plan: Stock, now: Stock) -> list[Event]:
    """The events that are reported, first those to look at first, then by address."""
    told = [one for one in events if one.rank]
    return sorted(told, key=lambda one: (one.rank, danish_key(address_of(one, plan, now)), one.plan_row, one.now_row))


def address_of(event: Event, plan: Stock, now: Stock) -> str:
    """The address of an event's building, "" unknown."""
    said = plan.addresses[event.plan_row] if event.plan_row != NOBODY else ""
    return said or (now.addresses[event.now_row] if event.now_row != NOBODY else "")


def place_of(event: Event, plan: Stock, now: Stock, of_property: Mapping[str, Any]) -> Any:
    """Where an event is shown: the building as it is now, as it was where it is gone, else its property."""
    if event.kind not in (DEMOLISHED, GONE) and event.now_row != NOBODY:
        return now.places[event.now_row]
    return plan.places[event.plan_row] if event.plan_row != NOBODY else of_property.get(event.property_id)


def label_of(event: Event, plan: Stock, now: Stock) -> str | None:
    """The id of an event's building as the plan writes it, else as the registers do; None where there is none."""
    said = plan.labels[event.plan_row] if event.plan_row != NOBODY else ""
    return said or (now.labels[event.now_row] if event.now_row != NOBODY else "") or None


def is_hidden(event: Event, plan: Stock, now: Stock) -> bool:
    """Whether either side keeps the building from the public."""
    return bool(
        (event.plan_row != NOBODY and plan.withheld[event.plan_row])
        or (event.now_row != NOBODY and now.withheld[event.now_row])
    )
