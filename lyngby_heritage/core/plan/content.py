"""What the plan is made from, read from the layers: columns of equal length, one entry per row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from itertools import compress
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from ..common.arrays import Booleans, Geometries, Integers
from ..common.errors import Check, never_cancelled
from ..common.wording import plain_plural
from ..designation.chosen_values import designation_texts
from ..designation.shown_classes import CHURCH, LISTED
from ..landscape.designations import Places
from ..landscape.membership import Counted, buildings_held, joined_codes, only_proposed
from ..landscape.rule import MembershipRule
from ..neighbourhood.holders import BETWEEN
from ..neighbourhood.properties import NO_PROPERTY, group_parcels, keys_of_properties, property_of
from ..registers.parcel_names import district_named
from .compared_pairs import Pairs
from .environments import Environments
from .lent_addresses import LentAddresses, lent_addresses
from .local_plans import BuildingsInPlans, LocalPlans
from .map_annexes import MapAnnexes
from .state import PlanState

NOWHERE = NO_PROPERTY
"""In an array of positions: lies in none of them."""

YES = {"true", "t", "1", "1.0", "ja", "yes"}
NO = {"false", "f", "0", "0.0", "nej", "no"}


@dataclass(frozen=True)
class Buildings:
    """The designated and the other buildings, (n,). Texts are "" where nothing is known."""

    ids: Sequence[str]
    addresses: Sequence[str]
    save: npt.NDArray[np.int8]
    """1-9, or less where there is no readable value (`read_save_values`)."""
    designated: Booleans
    """By the plan: a listed building or a church is none of them (`apart`)."""
    ground: Sequence[str]
    reasons: Sequence[str]
    years: Sequence[int | None]
    uses: Sequence[str]
    """BBR's words for the use."""
    walls: Sequence[str]
    """BBR's words for the outer walls and, in `roofs`, the roofing; "" where the register does not tell."""
    roofs: Sequence[str]
    main: Booleans
    """Whether the use is that of a main building (`is_main`)."""
    property_ids: Sequence[str]
    """As they are compared (`normal_ids`)."""
    parcel_numbers: Sequence[str]
    """The layer's own parcels by number and district (`parcel_names`), where it has any."""
    districts: Sequence[str]
    """The layer's own cadastral districts (ejerlav), where it has any."""
    quarters: Sequence[str]
    stories: Sequence[str]
    geometries: Geometries
    decided: Booleans
    """Designated as the layer says, listed buildings included."""
    listed: Booleans
    """Listed by the state (fredet): a group of their own, which the plan's provisions do not bind. Source:
    bygningsfredningsloven, which governs them."""
    churches: Booleans
    """Churches by their use in BBR: a group of their own too, since a church of the folkekirke follows its own law."""
    by_local_plan: Booleans
    """Whether the registers say that a lokalplan in force designates the building already."""
    earlier_numbers: Sequence[int | None]
    """The running numbers of an earlier package, where the layer has them."""
    sub_values: Mapping[str, npt.NDArray[np.int8]] = field(default_factory=dict)
    """SAVE's five parameters, as `save`, by concept (`SUB_VALUES`); those that the layer has."""
    fbb_ids: Sequence[str] = ()
    """The number of each in the register FBB, where the layer has them; () where it has none."""
    standing: Sequence[str] = ()
    """By which plans the registers say that each is designated today (`registration.standing_code`)."""
    certainty: Sequence[float | None] = ()
    """`sikkerhed` of each; () where the layer does not have it, or the rule does not look at the neighbours."""

    @property
    def apart(self) -> Booleans:
        """The listed buildings and the churches, (n,): named by the plan, and bound by none of its provisions."""
        return self.listed | self.churches

    @property
    def named(self) -> Booleans:
        """Those that the plan numbers and shows, (n,): the designated ones, and those apart whatever their value."""
        return self.designated | self.apart

    @property
    def standing_apart(self) -> list[str]:
        """Why each of them stands apart (`shown_classes.APART`), (n,), "" for all others."""
        kinds: list[str] = np.select([self.listed, self.churches], [LISTED, CHURCH], "").tolist()
        return kinds

    def __len__(self) -> int:
        return len(self.ids)

    def only(self, chosen: Booleans) -> Buildings:
        """Those of the rows, (n,)."""
        return replace(self, **{one.name: _chosen(getattr(self, one.name), chosen) for one in fields(self)})

    @cached_property
    def points(self) -> Geometries:
        """A point on each building, (n,), None where it has no geometry."""
        points: Geometries = shapely.point_on_surface(self.geometries)
        return points


def _chosen(column: Any, chosen: Booleans) -> Any:
    """The chosen rows of a column, or of each of several by name."""
    if isinstance(column, Mapping):
        return {name: _chosen(one, chosen) for name, one in column.items()}
    return column[chosen] if isinstance(column, np.ndarray) else list(compress(column, chosen.tolist()))


@dataclass(frozen=True)
class Withheld:
    """What the register keeps from the public: in the GeoPackage, where it is marked, and in nothing else."""

    rows: Booleans
    """Of the layer of buildings, (N,); the others are the plan's `Buildings`."""
    ids: frozenset[str]
    """Of these buildings, as they are compared (`normal_ids`)."""
    bound: int = 0
    """Those that the plan would bind if it named them (`binding.unbound_as_withheld`)."""


NOTHING_WITHHELD = Withheld(np.zeros(0, dtype=bool), frozenset())


@dataclass(frozen=True)
class Plots:
    """The plots of checkplotratio, (m,)."""

    property_ids: Sequence[str]
    parcel_numbers: Sequence[str]
    """Their parcels by number and district (`parcel_names`)."""
    geometries: Geometries


@dataclass(frozen=True)
class Parcels:
    """The parcels of Matriklen, (m,)."""

    names: Sequence[str]
    """By number and district (`parcel_name`)."""
    districts: Sequence[str]
    """The cadastral district (ejerlav) as people say it, "" where unknown."""
    geometries: Geometries


@dataclass(frozen=True)
class Landscape:
    """The areas of the landscape, (k,)."""

    columns: Mapping[str, Sequence[str | None]]
    """theme, theme_name, name, guideline, status."""
    geometries: Geometries
    """As the layer draws them."""
    codes: Sequence[str]
    """The themes that the areas are of."""
    places: Places
    """The same rows as they are asked what they hold: a point is a point again."""


@dataclass(frozen=True)
class PlanArea:
    """What the plan covers, as one (multi) polygon, and what is not known of it."""

    geometry: shapely.Geometry
    buildings: int
    """Designated buildings whose ground is in it."""
    groundless: int
    """Designated buildings whose ground is on none of the layers given: the area lacks it."""
    environments: int
    """Decided environments in it."""

    @property
    def hectares(self) -> float:
        """Its size."""
        return float(shapely.area(self.geometry)) / 10_000


@dataclass(frozen=True)
class BuildingThemes:
    """The themes of the landscape that hold each building, (n,): codes joined by `;`, None where nobody knows."""

    held: Sequence[str | None]
    proposed: Sequence[str | None]
    """Those of them that are only proposed."""


@dataclass
class Plan:
    """The plan: what was read, and what was worked out from it."""

    title: str
    number: str
    source: str
    date: str
    buildings: Buildings
    """Those that the public is told of."""
    withheld: Withheld = NOTHING_WITHHELD
    state: PlanState = field(default_factory=PlanState)
    parcels: Sequence[str] = ()
    """The parcels of each building by number and district (`parcel_numbers`)."""
    districts: Sequence[str] = ()
    """The cadastral district (ejerlav) of each building, "" where unknown (`districts_of`)."""
    numbers: Sequence[int | None] = ()
    """The running number of each building that the plan names (`running_numbers`)."""
    local_plans: LocalPlans | None = None
    in_local_plans: BuildingsInPlans | None = None
    """Which building lies in which of `local_plans`."""
    preserved_by: Sequence[str] = ()
    """The lokalplan that has provisions on preservation where each building stands, "" for none (`preserved_by`)."""
    environment_of: Integers = field(default_factory=lambda: nowhere(0))
    """The cultural environment of each building, NOWHERE where it lies in none."""
    themes: BuildingThemes = field(default_factory=lambda: BuildingThemes((), ()))
    plots: Plots | None = None
    plot_columns: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    environments: Environments | None = None
    """The decided ones first, then the proposals that nobody has decided on; None without a layer of either."""
    kept_rows: Mapping[str, Booleans] = field(default_factory=dict)
    """Table of the package → which rows of the layer given are in it, where not all of them are."""
    landscape: Landscape | None = None
    pairs: Pairs | None = None
    """The neighbours that each building was compared with; None without a layer of them."""
    boundary: Geometries | None = None
    """Where buildings were looked for: not what the plan regulates (`area`)."""
    area: PlanArea | None = None
    maps: MapAnnexes = field(default_factory=MapAnnexes)
    """The maps of the whole that are made, which the documents refer to by number."""
    web_address: str = ""
    """Where the website will stand (`web_address.checked_address`), "" where it is not known."""

    @cached_property
    def listing(self) -> LentAddresses:
        """The address that each building is listed under, and what lists call it: asked for when `plots` are read."""
        b = self.buildings
        return lent_addresses(b.addresses, b.uses, b.main, property_keys(b, self.plots), b.points)


def nowhere(count: int) -> Integers:
    """Positions of things that lie in nothing, (n,)."""
    return np.full(count, NOWHERE, dtype=np.intp)


def read_flag(raw: Any) -> bool | None:
    """A yes or no as the formats keep it: bool, 0/1, "true", "ja"; None when it is neither."""
    if isinstance(raw, bool):
        return raw
    text = "" if raw is None else str(raw).strip().lower()
    return True if text in YES else False if text in NO else None


def holder(points: Geometries, polygons: Geometries, check: Check = never_cancelled) -> Integers:
    """The first polygon that holds each point, (n,); NOWHERE where none does."""
    return property_of(points, group_parcels(polygons, None), check)


def building_themes(
    buildings: Buildings, landscape: Landscape | None, rule: MembershipRule, check: Check = never_cancelled
) -> BuildingThemes:
    """The themes of the landscape that hold each building, (n,)."""
    if landscape is None:
        return BuildingThemes([None] * len(buildings), [None] * len(buildings))
    counted = Counted(landscape.places, len(landscape.codes), rule, check)
    held = buildings_held(buildings.geometries, counted)
    proposed = only_proposed(buildings.geometries, held, counted)
    codes, nowhere = landscape.codes, held.nowhere
    return BuildingThemes(joined_codes(held.holds, codes, nowhere), joined_codes(proposed, codes, nowhere))


def parcel_numbers(
    buildings: Buildings, plots: Plots | None, parcels: Parcels | None = None, check: Check = never_cancelled
) -> list[str]:
    """The parcels of each building's property by number and district, (n,), "" where they are not known.

    By the property's id: the plot that the building stands on where the property has several, else all of them. A
    building whose property is not among the plots takes the number of the plot that it stands on. Without plots it is
    the parcel that it stands on, else what its own layer says.
    """
    below = _of_holder(buildings, parcels, parcels.names if parcels else (), check)
    own_numbers = [under or said for under, said in zip(below, buildings.parcel_numbers)]
    if plots is None:
        return own_numbers
    numbers = []
    for rows, said in zip(plots_of_buildings(buildings, plots, check), own_numbers):
        found = "; ".join(dict.fromkeys(plots.parcel_numbers[one] for one in rows if plots.parcel_numbers[one]))
        numbers.append(found or said)
    return numbers


def plots_of_buildings(buildings: Buildings, plots: Plots, check: Check = never_cancelled) -> list[tuple[int, ...]]:
    """The rows of `plots` that are each building's, (n,): by its property's id, where that has any.

    Of several plots of a property the one that it stands on, else all of them. A building whose property is not among
    the plots has the one that it stands on.
    """
    plots_of = plots_by_property(plots)
    standing = holder(buildings.points, plots.geometries, check).tolist()
    found: list[tuple[int, ...]] = []
    for key, here in zip(buildings.property_ids, standing):
        own = plots_of.get(key, []) if key else []
        found.append((here,) if here != NOWHERE and (here in own or not own) else tuple(own))
    return found


def plots_by_property(plots: Plots) -> dict[str, list[int]]:
    """The rows of `plots` of each property by its id; a plot of several properties is each one's."""
    found: dict[str, list[int]] = {}
    for position, key in enumerate(plots.property_ids):
        for one in key.split(BETWEEN):
            if one:
                found.setdefault(one, []).append(position)
    return found


def property_keys(buildings: Buildings, plots: Plots | None, check: Check = never_cancelled) -> list[str]:
    """What names the property of each building, (n,), by `keys_of_properties`; its land is the plots, where given."""
    if plots is None:
        return keys_of_properties(buildings.property_ids, None)
    standing = holder(buildings.points, plots.geometries, check)
    return keys_of_properties(buildings.property_ids, standing, plots.property_ids)


def by_property(buildings: Buildings, plots: Plots, check: Check = never_cancelled) -> Buildings:
    """The buildings, each with the key of its property (`property_keys`) in place of its own id."""
    return replace(buildings, property_ids=property_keys(buildings, plots, check))


def districts_of(
    buildings: Buildings, parcels: Parcels | None, check: Check = never_cancelled, named: Sequence[str] = ()
) -> list[str]:
    """The cadastral district of each building, (n,): that of the parcel below it, else of its own layer, else ""."""
    below = _of_holder(buildings, parcels, parcels.districts if parcels else (), check)
    # The names of its parcels (`parcel_numbers`), which may come from the plots, have it too.
    in_names = list(map(district_named, named)) if named else [""] * len(buildings)
    return [under or said or name for under, said, name in zip(below, buildings.districts, in_names)]


def _of_holder(buildings: Buildings, parcels: Parcels | None, said: Sequence[str], check: Check) -> list[str]:
    """What is said of the parcel that each building stands on, (n,), "" where it stands on none."""
    if parcels is None:
        return [""] * len(buildings)
    standing = holder(buildings.points, parcels.geometries, check).tolist()
    return ["" if here == NOWHERE else said[here] for here in standing]


def ground_words(code: str, designated: bool) -> str:
    """A code of `udpegning` as people read it; an unknown one stands as it is."""
    texts = designation_texts()
    for described in texts["classes"]:
        if described["code"] == code and described["designated"] == designated:
            return str(described["name"])
    return code or str(texts["unknown"]["name"])


def counted_buildings(count: int) -> str:
    """A number of buildings in words that agree, as a map sheet and the provisions take it."""
    return plain_plural(count, "bygning", "bygninger")
