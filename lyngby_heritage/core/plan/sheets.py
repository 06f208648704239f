"""The map sheets: one per cultural environment or quarter, else a grid, until every designated building is on one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from ..common import addresses
from ..common.arrays import Booleans, Floats, Integers, known
from ..common.data import load
from ..common.wording import joined, number, plain_plural
from ..designation.chosen_values import said
from .content import Buildings, counted_buildings
from .environments import Environments, not_shown
from .sheet_cover import boxes_of, covering
from .sheet_crowds import Details, crowded
from .state import PlanState

Bounds = tuple[float, float, float, float]
"""West, south, east, north in metres."""

ENVIRONMENT, QUARTER, GRID, DETAIL = "kulturmiljoe", "kvarter", "kortblad", "udsnit"
COUNTED = {QUARTER: "I kvarteret ligger", GRID: "Bladet viser", DETAIL: "Udsnittet viser"}
"""What the buildings of a sheet are counted in."""
IN_DECIDED, IN_PROPOSED = "I kulturmiljøet ligger", "I området ligger"
"""The same of a cultural environment, decided or proposed."""
CLEAR_SHARE = 0.01
"""The share of its longer side that a sheet shows round what it shows whole."""
STREETS = 2
"""How many streets a sheet is called by."""
EDGE_SHARE = 0.02
"""The share of its longer side that a sheet of the grid keeps free of what it is made for, where that is the more."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of the atlas: what it is called and says, and the ground that it shows."""

    kind: str
    name: str
    text: str
    scale: int
    bounds: Bounds
    environment_id: str | None = None
    buildings: int = 0
    designated: int = 0
    covered: float = 0.0
    """The lowest metres of its ground, which something is put over: they are shown, and not to be read."""

    @property
    def free(self) -> Bounds:
        """The ground on which nothing lies over the map."""
        west, south, east, north = self.bounds
        return west, south + self.covered, east, north

    @property
    def clear(self) -> Bounds:
        """The free ground without its edges: what lies in it is seen whole, with something round it."""
        west, south, east, north = self.bounds
        edge = CLEAR_SHARE * max(east - west, north - south)
        return west + edge, south + self.covered + edge, east - edge, north - edge


@dataclass(frozen=True)
class Settings:
    """How sheets are laid out, from data/rules/lokalplan.json: the most of them, their scales, the margin in metres."""

    most: int
    scales: Sequence[int]
    grid_scales: Sequence[int]
    margin: float
    details: Details

    @staticmethod
    def load(most: int | None = None) -> Settings:
        """The municipality's choice; `most` instead of its own where it is given."""
        sheets = load("rules/lokalplan.json")["sheets"]
        return Settings(
            most or sheets["most"],
            sheets["scales"],
            sheets["grid_scales"],
            sheets["margin_m"],
            Details.read(sheets["details"]),
        )


def make_sheets(
    buildings: Buildings,
    environments: Environments | None,
    environment_of: Integers,
    frame: tuple[float, float],
    settings: Settings,
    state: PlanState | None = None,
    strip: float = 0.0,
) -> list[Sheet]:
    """The sheets, in the order of the atlas. `frame` is the size of the map on the sheet, in mm.

    A decided environment lies above the `strip`, the lowest mm of its map, where something is put over the map.

    Cultural environments have a sheet each where there are any, else quarters, as long as they keep to the most that
    the atlas may hold; otherwise a grid covers them. Designated buildings that are then on no sheet, and those apart,
    which the plan names too, get a grid of their own, so that each of them can be found on a map. Where they stand so
    close that nobody could tell whose number is whose, a further sheet shows them larger.
    """
    maker = _Maker(buildings, frame, settings, state or PlanState(), strip)
    sheets: list[Sheet] = []
    if environments is not None and 0 < len(environments) <= settings.most:
        sheets = maker.of_environments(environments, environment_of)
    elif environments is None or not len(environments):
        sheets = maker.of_quarters()
    wanted = buildings.named if buildings.designated.any() else np.ones(len(buildings), dtype=bool)
    also = environments.geometries if environments is not None and not sheets else np.empty(0, dtype=object)
    sheets += maker.grid(wanted, sheets, also)
    details = maker.details(buildings.named, sheets)
    return [maker.leading_to(details, one, len(sheets), buildings.named) for one in sheets] + details


def details_of(sheets: Sequence[Sheet]) -> list[Bounds]:
    """The ground that sheets of their own show larger: the others leave the plan's numbers there to them."""
    return [one.clear for one in sheets if one.kind == DETAIL]


def fitted(bounds: Bounds, frame: tuple[float, float], scales: Sequence[int], margin: float) -> tuple[int, Bounds]:
    """The largest of the scales at which an area fits the frame (mm) with a margin, and what the frame then shows."""
    west, south, east, north = bounds
    needed = max(east - west + 2 * margin, 1.0) / frame[0], max(north - south + 2 * margin, 1.0) / frame[1]
    smallest = max(needed) * 1000
    scale = next((one for one in scales if one >= smallest), math.ceil(smallest / 10_000) * 10_000)
    half = frame[0] * scale / 2000, frame[1] * scale / 2000
    middle = (west + east) / 2, (south + north) / 2
    return scale, (middle[0] - half[0], middle[1] - half[1], middle[0] + half[0], middle[1] + half[1])


class _Maker:
    """Makes sheets for one set of buildings."""

    def __init__(
        self, buildings: Buildings, frame: tuple[float, float], settings: Settings, state: PlanState, strip: float
    ) -> None:
        self.strip = strip
        self.buildings = buildings
        self.state = state
        self.frame = frame
        self.settings = settings
        self.x, self.y = shapely.get_x(buildings.points), shapely.get_y(buildings.points)
        self.there = known(self.x)
        self.boxes = boxes_of(buildings.geometries, buildings.points)

    def of_environments(self, environments: Environments, environment_of: Integers) -> list[Sheet]:
        sheets = []
        for position, bounds in enumerate(shapely.bounds(environments.geometries).tolist()):
            if bounds[0] != bounds[0]:  # NaN: it has no geometry
                continue
            rows = np.flatnonzero(environment_of == position)
            built = [environments.figures.get(one, [None] * len(environments))[position] for one in BUILT]
            name = environments.called(position)
            name = name if environments.names[position] else self.named(name, rows)
            decided = environments.is_decided(position)
            strip, counted = (self.strip, IN_DECIDED) if decided else (0.0, IN_PROPOSED)
            text = self.text(counted, rows, built)
            sheet = self.sheet(ENVIRONMENT, name, tuple(bounds), rows, text, environments.ids[position], strip)
            alike = environments.figures.get(ALIKE, [None] * len(environments))[position]
            if alike is not None and alike != len(rows):
                # Garages and the like lie within it too: both figures are said, so that neither seems wrong.
                together = plain_plural(int(alike), "hovedbygning i forslaget", "hovedbygninger i forslaget")
                sheet = replace(sheet, text=f"{together}. {sheet.text}")
            lacking = not_shown(environments.not_shown(position))
            sheet = replace(sheet, text=f"{sheet.text} {lacking}") if lacking else sheet
            sheets.append(sheet)
        return sheets

    def of_quarters(self) -> list[Sheet]:
        quarters = np.array(self.buildings.quarters, dtype=object)
        names = sorted(
            {one for one in self.buildings.quarters if one}, key=lambda one: (addresses.danish_key(one), one)
        )
        if not 0 < len(names) <= self.settings.most:
            return []
        sheets = []
        for name in names:
            rows = np.flatnonzero((quarters == name) & self.there)
            if len(rows):
                sheets.append(self.sheet(QUARTER, name, self.around(rows), rows, self.text(COUNTED[QUARTER], rows)))
        return sheets

    def grid(self, wanted: Booleans, sheets: Sequence[Sheet], also: npt.NDArray[np.object_]) -> list[Sheet]:
        """Sheets over the wanted buildings that none shows whole yet, and over the areas in `also`, as few as may be.

        The scale is the largest of the grid that takes no more of them than there is room for; a sheet whose places
        fit a larger one has that.
        """
        left = wanted & self.there
        for one in sheets:
            left &= ~self.shown_whole(one.clear)
        boxes = np.concatenate([self.boxes[left], shapely.bounds(shapely.point_on_surface(also)).reshape(-1, 4)])
        boxes = boxes[known(boxes[:, 0])]
        if not len(boxes):
            return []
        room = max(self.settings.most - len(sheets), 1)
        scales: list[int] = []
        for scale in _and_smaller(self.settings.grid_scales):
            scales.append(scale)
            wide, tall = self.frame[0] * scale / 1000, self.frame[1] * scale / 1000
            margin = max(self.settings.margin, EDGE_SHARE * max(wide, tall))
            frames = covering(boxes, (wide - 2 * margin, tall - 2 * margin), room)
            if frames is not None:
                return self.told_apart([self.round(boxes[one], scales, margin) for one in frames])
        return []

    def details(self, named: Booleans, sheets: Sequence[Sheet]) -> list[Sheet]:
        """Further sheets, as few as may be, of the places where the sheets draw numbered buildings too close together.

        None where the atlas has no room for them.
        """
        choice = self.settings.details
        best, of_grid = np.full(len(self.buildings), np.inf), np.zeros(len(self.buildings))
        for one in sheets:
            shown = self.shown_whole(one.clear)
            best[shown] = np.minimum(best[shown], one.scale)
            if one.kind == GRID:  # whose numbers must be told apart too, whatever other sheet there is
                of_grid[shown] = np.maximum(of_grid[shown], one.scale)
        scales = np.maximum(best, of_grid)
        rows = np.flatnonzero(named & self.there & np.isfinite(scales))
        rows = rows[crowded(self.x[rows], self.y[rows], scales[rows], choice.apart_mm)]
        rows = rows[scales[rows] > max(choice.scales)]
        room = self.settings.most - len(sheets)
        if len(rows) < choice.least or room < 1:
            return []
        wide, tall = (size * max(choice.scales) / 1000 for size in self.frame)
        margin = EDGE_SHARE * max(wide, tall)
        frames = covering(self.boxes[rows], (wide - 2 * margin, tall - 2 * margin)) or []
        kept = [one for one in frames if len(one) >= choice.least]
        if len(kept) > room:
            return []
        made = [self.round(self.boxes[rows[one]], choice.scales, margin, DETAIL) for one in kept]
        return [replace(one, name=f"{one.name} (udsnit)" if one.name else "") for one in self.told_apart(made)]

    def leading_to(self, details: Sequence[Sheet], sheet: Sheet, before: int, named: Booleans) -> Sheet:
        """A sheet that says which others hold the numbers of the parts of it that they show larger."""
        if sheet.scale <= max(self.settings.details.scales):
            return sheet
        seen = named & self.within(sheet.bounds)
        numbers = [
            number(place)
            for place, bounds in enumerate(details_of(details), before + 1)
            if (seen & self.shown_whole(bounds)).any()
        ]
        if not numbers:
            return sheet
        where = "det stiplede udsnit" if len(numbers) == 1 else "de stiplede udsnit"
        return replace(sheet, text=f"{sheet.text} Planens numre i {where} står på kortblad {joined(numbers)}.")

    def told_apart(self, sheets: Sequence[Sheet]) -> list[Sheet]:
        """Sheets of the grid; those of one name each name a street too that the others do not show, else a number."""
        told = list(sheets)
        for name in {one.name for one in sheets if one.name}:
            alike = [place for place, one in enumerate(sheets) if one.name == name]
            streets = {place: self.streets(np.flatnonzero(self.within(sheets[place].bounds)), None) for place in alike}
            for nth, place in enumerate(alike if len(alike) > 1 else (), 1):
                others = {street for one in alike if one != place for street in streets[one]}
                own = next((street for street in streets[place] if street not in others), None)
                numbered = f"{name} ({nth} af {len(alike)})"
                more = joined([*streets[place][:STREETS], own]) if own else numbered
                told[place] = replace(sheets[place], name=more)
        return told

    def round(self, boxes: Floats, scales: Sequence[int], margin: float, kind: str = GRID) -> Sheet:
        """A sheet of the grid, or a detail: moved from the middle of its places towards the buildings around them."""
        around = (*boxes[:, :2].min(axis=0).tolist(), *boxes[:, 2:].max(axis=0).tolist())
        scale, bounds = fitted(around, self.frame, scales, margin)
        beside = self.within(bounds)
        if beside.any():
            half = np.array(self.frame) * scale / 2000
            middle = np.array([self.x[beside].mean(), self.y[beside].mean()])
            middle = np.clip(middle, np.array(around[2:]) + margin - half, np.array(around[:2]) - margin + half)
            bounds = (*(middle - half).tolist(), *(middle + half).tolist())
        rows = np.flatnonzero(self.within(bounds))
        text = self.text(COUNTED[kind], rows)
        return Sheet(kind, self.named("", rows), text, scale, bounds, None, *self.counts(rows))

    def sheet(
        self,
        kind: str,
        name: str,
        bounds: Any,
        rows: Integers,
        text: str,
        environment_id: str | None = None,
        strip: float = 0.0,
    ) -> Sheet:
        frame = self.frame[0], self.frame[1] - strip
        scale, (west, south, east, north) = fitted(bounds, frame, self.settings.scales, self.settings.margin)
        covered = strip * scale / 1000
        shown = (west, south - covered, east, north)
        return Sheet(kind, name, text, scale, shown, environment_id, *self.counts(rows), covered)

    def around(self, rows: Integers) -> Bounds:
        """The bounding box of some buildings."""
        return tuple(shapely.total_bounds(self.buildings.geometries[rows]).tolist())

    def within(self, bounds: Bounds) -> Booleans:
        """Which buildings have their point within the bounds, (n,)."""
        west, south, east, north = bounds
        inside: Booleans = self.there & (self.x >= west) & (self.x <= east) & (self.y >= south) & (self.y <= north)
        return inside

    def shown_whole(self, bounds: Bounds) -> Booleans:
        """Which buildings lie within the bounds with every corner, (n,)."""
        west, south, east, north = bounds
        low, high = self.boxes[:, :2] >= (west, south), self.boxes[:, 2:] <= (east, north)
        whole: Booleans = low.all(axis=1) & high.all(axis=1)
        return whole

    def named(self, name: str, rows: Integers) -> str:
        """The name with the streets that most of the buildings lie on."""
        return ": ".join(part for part in (name, joined(self.streets(rows, STREETS))) if part)

    def streets(self, rows: Integers, most: int | None) -> list[str]:
        """The streets that most of the buildings lie on, the commonest first; at most so many."""
        return addresses.main_streets((self.buildings.addresses[row] for row in rows.tolist()), most)

    def counts(self, rows: Integers) -> tuple[int, int]:
        return len(rows), int(self.buildings.designated[rows].sum())

    def text(self, counted: str, rows: Integers, built: Sequence[Any] = (None, None)) -> str:
        """The figures of a sheet in a sentence or two; the words `counted` say what its buildings are counted in."""
        count, designated = self.counts(rows)
        grounds = [self.buildings.ground[row] for row in rows[self.buildings.designated[rows]].tolist()]
        kinds = [
            f"{number(grounds.count(code))} {said(words)}"
            for code, words in (
                ("vaerdi_1_3", "med SAVE-værdi {high_values}"),
                ("vaerdi_4_ensartet", "med værdi {neighbour_value} efter reglen"),
                ("beslutning", "ved beslutning"),
            )
            if code in grounds
        ]
        text = f"{counted} {counted_buildings(count)}, {self.state.among(designated, count)}"
        text += f": {joined(kinds)}." if kinds else "."
        if all(isinstance(one, (int, float)) and one == one for one in built):
            first, last = (int(one) for one in built)
            text += f" Opført {first}." if first == last else f" Opført {first}–{last}."
        return text


ALIKE = "antal_bygninger"
"""Field of the cultural environments with the number of buildings that make it one."""
BUILT = ("opfoert_fra", "opfoert_til")
"""Fields of the cultural environments with the first and the last year of construction."""


def _and_smaller(scales: Sequence[int]) -> Iterator[int]:
    """The scales, and ever smaller ones after the last: the first grid of one sheet holds everything."""
    yield from scales
    scale = scales[-1]
    while True:
        scale *= 2
        yield scale
