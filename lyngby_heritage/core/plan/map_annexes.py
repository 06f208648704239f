"""The maps of the whole plan: which there are, and the number by which provisions and statement refer to each.

A **kortbilag** belongs to the provisions: the plan's area, what it designates, and where the sheets lie. A
**redegørelseskort** only explains, and binds nobody. Each series is numbered by itself, from 1, in the order of
`overviews` in data/rules/lokalplan.json, by the maps that have something to show.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ..common.data import load

ANNEX, EXPLAINING = "kortbilag", "redegoerelseskort"
"""The series: of the provisions, and of the explanatory statement."""
AREA, ENVIRONMENTS, SHEETS = "omraade", "kulturmiljoeer", "kortblade"
"""Keys of the maps that texts refer to by what they show."""


@dataclass(frozen=True)
class MapAnnex:
    """One map of the whole: its series, its number there, and what it shows."""

    series: str
    number: int
    key: str
    title: str
    layers: tuple[str, ...] = ()
    """Keys of the layers that it is drawn of, the topmost first."""
    themes: tuple[str, ...] | None = ()
    """Codes of the themes of landscape that it shows; None for those that no other map shows."""
    note: str = ""
    """What is said of it below its legend."""

    @property
    def name(self) -> str:
        """What it is headed by: "Kortbilag 1", "Redegørelseskort 2"."""
        return f"{load('rules/lokalplan.json')['map_series'][self.series]} {self.number}"

    @property
    def cited(self) -> str:
        """How a sentence refers to it: "kortbilag 1"."""
        return self.name[:1].lower() + self.name[1:]


@dataclass(frozen=True)
class MapAnnexes:
    """The maps that are made, in their order."""

    every: Sequence[MapAnnex] = field(default=())

    def of(self, series: str) -> list[MapAnnex]:
        """Those of a series."""
        return [one for one in self.every if one.series == series]

    def cited(self, key: str, otherwise: str) -> str:
        """How a sentence refers to the map of a key; `otherwise` where there is none."""
        return next((one.cited for one in self.every if one.key == key), otherwise)

    def of_themes(self, codes: Collection[str]) -> list[MapAnnex]:
        """The maps that show themes of these codes."""
        named = [one for one in self.every if one.themes and set(one.themes) & set(codes)]
        others = [one for one in self.every if one.themes is None]
        known = {code for one in theme_groups() for code in one.themes or ()}
        return named + (others if set(codes) - known else [])


@dataclass(frozen=True)
class ThemeGroup:
    """Themes of the landscape that are shown on one map."""

    key: str
    themes: tuple[str, ...] | None
    """Codes of the theme catalogue; None for all that no other group has, the municipality's own among them."""

    @property
    def layer(self) -> str:
        """The key of its layer in the project."""
        return f"landskab_{self.key}"


def theme_groups() -> list[ThemeGroup]:
    """How the landscape is split on maps, as data/rules/lokalplan.json says."""
    described = load("rules/lokalplan.json")["theme_groups"]
    return [ThemeGroup(one["key"], tuple(one["themes"]) or None) for one in described]


def map_annexes(there: Collection[str]) -> MapAnnexes:
    """The maps that have something to show; `there` are the keys of the layers with at least one row to draw."""
    groups = {one.layer: one.themes for one in theme_groups()}
    found: list[MapAnnex] = []
    for one in load("rules/lokalplan.json")["overviews"]:
        if not set(one["needs"]) & set(there):
            continue
        number = sum(other.series == one["series"] for other in found) + 1
        themes: tuple[str, ...] | None = ()
        for layer in one["layers"]:
            themes = groups.get(layer, themes)
        shown = tuple(key for key in one["layers"] if key in there)
        found.append(MapAnnex(one["series"], number, one["key"], one["title"], shown, themes, one.get("note", "")))
    return MapAnnexes(found)
