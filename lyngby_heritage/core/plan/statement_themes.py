"""Which themes of landscape and other law the designated buildings and their properties meet, and what nobody knows.

    a layer of the theme was read, something of it meets a building or its property → met
    a layer of the theme was read, nothing meets any of them                       → none in that layer
    the layers of the theme could say nothing of the municipality                  → silent: unknown
    no layer of the theme was given                                                → not given: unknown

Unknown is never told as none. What lies in a theme is decided by `landscape.membership`, as for tables and website.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..common.arrays import Booleans, Geometries, Integers
from ..common.errors import Check, never_cancelled
from ..landscape.areas import union
from ..landscape.catalogue import Catalogue
from ..landscape.designations import AREA, NO_GEOMETRY
from ..landscape.layers_told import LayerTold
from ..landscape.membership import Counted, buildings_held, only_proposed, properties_held
from ..landscape.rule import MembershipRule
from .content import Buildings, Landscape, Plots, plots_of_buildings, property_keys

MET, NONE, SILENT, NOT_GIVEN = "beroert", "ingen", "tavs", "ikke_givet"
"""What is known of a theme."""


@dataclass(frozen=True)
class ThemeFacts:
    """One theme, and the designated buildings and their properties."""

    code: str
    name: str
    legal: str
    """With a mark where nobody has looked it up; "" for none."""
    known: str
    """MET, NONE, SILENT or NOT_GIVEN."""
    buildings: int = 0
    proposed: int = 0
    """Those of them that only a proposal holds."""
    properties: int | None = 0
    """None where no properties are known."""
    area: float | None = None
    """m² of the properties; None where it is not known, as of points and lines."""
    names: tuple[str, ...] = ()
    """Of the areas met, each once, in the order of their names."""
    layers: tuple[tuple[str, str], ...] = ()
    """Name and ISO date ("" unknown) of each layer of the theme that was given."""

    @property
    def is_known(self) -> bool:
        """Whether it is known where the theme is and is not."""
        return self.known in (MET, NONE)


@dataclass(frozen=True)
class Properties:
    """The properties of the designated buildings, (p,)."""

    shapes: Geometries
    without: int
    """Designated buildings that stand on no plot that is known."""

    def __len__(self) -> int:
        return len(self.shapes)


def properties_of(buildings: Buildings, plots: Plots | None, check: Check = never_cancelled) -> Properties | None:
    """The properties that the designated buildings belong to, each as the plots of it that the plan covers.

    Those are the plots of the plan's area and of the parcels that its text names (`plots_of_buildings`): a farm may
    have fields and woods far away, of which the plan says nothing. None without plots.
    """
    if plots is None:
        return None
    groups: dict[str, set[int]] = {}
    without = 0
    of_plots = plots_of_buildings(buildings, plots, check)
    for key, rows, yes in zip(property_keys(buildings, plots, check), of_plots, buildings.designated.tolist()):
        if yes and rows:
            groups.setdefault(key, set()).update(rows)
        elif yes:
            without += 1
    shapes = np.empty(len(groups), dtype=object)
    for number, places in enumerate(groups.values()):
        mine = plots.geometries[sorted(places)]
        mine = mine[~shapely.is_missing(mine)]
        shapes[number] = (mine[0] if len(mine) == 1 else union(mine, check)) if len(mine) else None
    return Properties(shapes, without)


def theme_facts(
    buildings: Buildings,
    properties: Properties | None,
    landscape: Landscape | None,
    told: Sequence[LayerTold],
    catalogue: Catalogue,
    rule: MembershipRule,
    check: Check = never_cancelled,
) -> dict[str, ThemeFacts]:
    """What is known of every theme of the catalogue, and of the layer's own after them, by code."""
    described = {one.code: (one.name, one.legal_as_known or "") for one in catalogue.themes}
    if landscape is None:
        return {code: ThemeFacts(code, *words, NOT_GIVEN) for code, words in described.items()}
    for code, name in zip(landscape.columns["theme"], landscape.columns["theme_name"]):
        if code and code not in described:
            described[code] = (name or code, "")
    state = _known_of(landscape, told, catalogue)
    met = _met(buildings, properties, _reached(landscape, buildings, properties), rule, check)
    facts = {}
    for code, (name, legal) in described.items():
        layers = tuple((one.layer, one.day) for one in told if one.theme == code)
        found = ThemeFacts(code, name, legal, state.get(code, NOT_GIVEN), layers=layers)
        if code in met:
            found = replace(met[code], name=name, legal=legal, layers=layers)
        facts[code] = found
    return facts


def _reached(landscape: Landscape, buildings: Buildings, properties: Properties | None) -> Landscape:
    """The landscape without the areas that reach no building of the plan and no property of one."""
    shapes = buildings.geometries[buildings.designated]
    if properties is not None:
        shapes = np.concatenate([shapes, properties.shapes])
    places = landscape.places
    _, reached = shapely.STRtree(places.geometries).query(shapes, predicate="intersects")
    theme = np.full_like(places.theme, -1)
    theme[reached] = places.theme[reached]
    return replace(landscape, places=replace(places, theme=theme))


def _known_of(landscape: Landscape, told: Sequence[LayerTold], catalogue: Catalogue) -> dict[str, str]:
    """NONE or SILENT of each theme that a layer was given for: what is said where nothing is met.

    Where nothing tells of the layers, their rows do: a theme that has areas was read, and one that has lines alone does
    not say who lies inside.
    """
    known: dict[str, str] = {}
    for one in told:
        known[one.theme] = NONE if one.tells else known.get(one.theme, SILENT)
    places, codes = landscape.places, landscape.codes
    areal = {one.code for one in catalogue.themes if one.areal}
    for position in np.unique(places.theme[places.theme >= 0]).tolist():
        code = codes[position]
        if code in known:
            continue
        kinds = places.kind[(places.theme == position) & (places.kind != NO_GEOMETRY)]
        tells = len(kinds) and (code not in areal or (kinds == AREA).any())
        known[code] = NONE if tells else SILENT
    return known


def _met(
    buildings: Buildings,
    properties: Properties | None,
    landscape: Landscape,
    rule: MembershipRule,
    check: Check,
) -> dict[str, ThemeFacts]:
    """The themes that hold a designated building or its property, by code."""
    codes = landscape.codes
    counted = Counted(landscape.places, len(codes), rule, check)
    shapes = buildings.geometries[buildings.designated]
    held = buildings_held(shapes, counted)
    proposed = only_proposed(shapes, held, counted).sum(axis=1)
    per_building = held.per_theme
    per_property, areas = np.zeros(len(codes), dtype=np.intp), np.zeros(len(codes))
    if properties is not None:
        of_properties = properties_held(properties.shapes, counted)
        per_property = of_properties.per_theme
        np.add.at(areas, of_properties.theme, of_properties.area)  # one that is unknown makes the sum unknown
    names = _names(shapes, properties, landscape, rule, check)
    return {
        codes[one]: ThemeFacts(
            code=codes[one],
            name="",
            legal="",
            known=MET,
            buildings=int(per_building[one]),
            proposed=int(proposed[one]),
            properties=None if properties is None else int(per_property[one]),
            area=float(areas[one]) if areas[one] > 0 else None,
            names=names.get(one, ()),
        )
        for one in np.flatnonzero((per_building > 0) | (per_property > 0)).tolist()
    }


def _names(
    shapes: Geometries, properties: Properties | None, landscape: Landscape, rule: MembershipRule, check: Check
) -> Mapping[int, tuple[str, ...]]:
    """The names of the areas that hold a building or a property, by the position of their theme."""
    named: dict[tuple[int, str], int] = {}
    of = [
        named.setdefault((theme, name), len(named)) if name and theme >= 0 else -1
        for theme, name in zip(landscape.places.theme.tolist(), landscape.columns["name"])
    ]
    counted = Counted(replace(landscape.places, theme=np.array(of, dtype=np.intp)), len(named), rule, check)
    met: Booleans = np.zeros(len(named), dtype=bool)
    met[buildings_held(shapes, counted).theme] = True
    if properties is not None:
        met[properties_held(properties.shapes, counted).theme] = True
    found: dict[int, list[str]] = {}
    for (theme, name), place in named.items():
        if met[place]:
            found.setdefault(theme, []).append(name)
    return {theme: tuple(sorted(names, key=str.casefold)) for theme, names in found.items()}


def met_by(facts: Mapping[str, ThemeFacts], codes: Sequence[str]) -> list[ThemeFacts]:
    """The facts of these themes, in their order, of those that are there."""
    return [facts[code] for code in codes if code in facts]


def unplaced(buildings: Buildings) -> int:
    """Designated buildings without a geometry, of which nobody knows where they lie."""
    rows: Integers = np.flatnonzero(buildings.designated)
    return int(shapely.is_missing(buildings.geometries[rows]).sum())
