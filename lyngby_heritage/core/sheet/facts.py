"""What a plan's layers say of one property: all that its sheet is made from.

None means that the layer which would tell it is not there; an empty tuple, that it is and has nothing to tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..plan.card_facts import Facts, PlanOver, Plot
from ..plan.state import PlanState


@dataclass(frozen=True)
class SheetBuilding:
    """A building of the property."""

    facts: Facts
    """As its card has them."""
    group: str | None
    """Its group in the provisions, or why it stands apart (`plan_groups`); None where the plan does not name it."""
    main: bool


@dataclass(frozen=True)
class SheetPlot:
    """A plot of the property with the terms of its sum."""

    plot: Plot
    parcels: str
    area: float | None
    """m², as `floor_area`, `secondary`, `deduction` and `remaining`."""
    area_source: str
    """In words; "" unknown. As `floor_source` and `rule_set`."""
    floor_area: float | None
    floor_source: str
    secondary: float | None
    deduction: float | None
    dwellings: int | None
    remaining: float | None
    rule_set: str


@dataclass(frozen=True)
class NearTheme:
    """A theme of landscape and protection that reaches the property, or lies near it."""

    name: str
    legal: str
    """Its legal ground, "" where none is told."""
    areas: tuple[str, ...]
    """Names of its areas there."""
    proposed: bool
    """Whether only a proposal holds the property."""
    unknown_status: bool
    """Whether the status of some of these areas is not told."""
    held: bool
    """Whether it holds the property, as the tables say it: more than a boundary in common."""
    distance: float
    """m from the property to the theme; 0 where it holds the property, and where they only border on each other."""
    area: float | None = None
    """m² of the property within it; None where that cannot be measured."""
    share: float | None = None
    """0-1 of the property."""
    line: bool = False
    """Whether it is there as lines alone: they cross the property or run along its boundary, and have no area."""


@dataclass(frozen=True)
class PreservingPlan:
    """A lokalplan in force over the property."""

    over: PlanOver
    preserves: bool
    """Whether it has provisions on preservation."""
    says: str
    """What the register quotes of them, "" for nothing."""
    document: str = ""
    """Its address on the web, "" where the register does not say."""


@dataclass(frozen=True)
class Environment:
    """A decided cultural environment that holds a building of the property."""

    name: str
    story: str
    values: str
    """What carries its worth, "" where nothing is told."""


@dataclass(frozen=True)
class PropertyFacts:
    """One property."""

    key: str
    """Its id (BFE), "" where nobody knows it."""
    parcels: tuple[str, ...]
    """By number and district, of each plot."""
    addresses: tuple[str, ...]
    buildings: tuple[SheetBuilding, ...]
    """Those that the public is told of: the numbered ones first, then the others, main buildings before small ones."""
    plots: tuple[SheetPlot, ...] | None
    themes: tuple[NearTheme, ...] | None
    unknown_themes: tuple[str, ...]
    """Names of themes of which no layer of the plan tells whether they hold the property."""
    plans: tuple[PreservingPlan, ...] | None
    reach: str
    """Whether it is in the plan's area (`area_parcels.reach_of`)."""
    in_area: tuple[str, ...] = ()
    """Those of its parcels that § 2 lists."""
    partly: bool = False
    """Whether § 2 lists some of its parcels and others not (`area_parcels.partly_listed`)."""
    environments: tuple[Environment, ...] = ()
    placed: bool = True
    """Whether it has a place on the map."""

    @property
    def designated(self) -> int:
        """How many of its buildings the plan designates."""
        return sum(one.facts.designated and not one.facts.apart for one in self.buildings)


@dataclass(frozen=True)
class PlanFacts:
    """What a sheet says of the plan that it is made from."""

    heading: str
    """Title with number."""
    state: PlanState
    made_at: date | None
    """The day of the plan's data; None where the plan does not say it."""
    today: date
    """The day that the sheets are made."""
    source: str
    """The line that says where the data are from."""
    web_address: str
    near: float
    """m within which themes beside a property are named."""
    knows_pairs: bool
    """Whether the package holds what each building was compared with."""
    contact: tuple[str, str] | None = None
    """Words and address of whom to ask, where the municipality has said it."""
    municipality: str = ""
    versions: str = ""
