"""The town: cells chosen for quarters, laid out one after another until there are as many properties as asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..core.common.data import load
from .cells import Cell, Skeleton, inset
from .ground import Ground
from .quarters import NORTH_SIDE, SOUTH_SIDE, Layout, lay_out
from .tables import Flags, Floats, Integers, Objects

GROUP_AREA = 95_000.0
"""m²: cells cut from one piece of at most this size make up a neighbourhood: one plan frame, one road parcel."""

OWN_PROPERTIES = 2
"""Properties that no plot makes: the municipality's own land, and the railway."""


LONGEST_SINGLE, SINGLE_INSET = 150.0, 4.0
"""Metres: a cell that is one plot has straight sides, which the bent road beside it must not cross."""

FEWEST_OF_A_KIND = 1.2
"""Properties of which a kind of quarter must have this many to occur at all."""

ONE_VILLAGE = 6000
"""Properties up to which the town has swallowed a single village."""


@dataclass(frozen=True)
class Town:
    """Cells, and the n plots in the built ones on m nodes. Coordinates EPSG:25832, metres."""

    ground: Ground
    cells: list[Cell]
    outlines: Objects
    """The cells' polygons, roads included: together they cover the land without gaps."""
    centres: Floats
    """The cells' centres on the plan, (cells, 2)."""
    corners: Floats
    """The cells' corners on the plan, (cells, 4, 2)."""
    kind: Integers
    """The kind of quarter of each cell, -1 where nothing is built."""
    nodes: Floats
    front: Integers
    back: Integers
    cell: Integers
    row: Integers
    street: Integers
    even: Flags
    """The side of the street."""
    place: Floats
    """Metres along the street."""
    adjoins: Integers
    built: Flags
    """False on the plots that are left over: the municipality's, not yet sold."""
    plot_kind: Integers
    half_size: tuple[float, float]

    @property
    def count(self) -> int:
        """The number of plots."""
        return len(self.cell)


def settings() -> dict[str, Any]:
    """What the quarters are like: `data/sample/quarters.json`."""
    loaded: dict[str, Any] = load("sample/quarters.json")
    return loaded


def build_town(properties: int, seed: int, check: Callable[[], None]) -> Town:
    """Lay out a town of exactly `properties` properties, roads and the municipality's land included."""
    known = settings()
    kinds: list[dict[str, Any]] = known["kinds"]
    rng = np.random.default_rng([seed, 1])
    half_width, half_height, valley = _size(properties, known["town"])
    ground = Ground(tuple(known["town"]["centre"]), known["town"]["turned_degrees"], valley, rng)
    skeleton = Skeleton()
    cells = _cells(skeleton, half_width, half_height, valley, properties, known["town"], rng)
    corners = np.array([skeleton.corners(cell) for cell in cells])
    centres = corners.mean(axis=1)
    order = _building_order(cells, centres, valley, (half_width, half_height), properties, rng)

    chosen = np.full(len(cells), -1)
    shares = np.array([kind["share"] for kind in kinds])
    shares = shares / shares.sum()
    rings = np.array([kind["ring"] for kind in kinds])
    made = np.zeros(len(kinds))
    groups: set[int] = set()
    layouts: list[tuple[int, int, Layout, Integers, Floats, Flags]] = []
    needed = properties + sum(second_parcels(properties)) - OWN_PROPERTIES
    total = 0
    codes = [kind["code"] for kind in kinds]
    single = np.array([kind["layout"] == "single" for kind in kinds])
    firsts = _fixed_kinds(order, centres, valley, half_width, codes)
    if properties < ONE_VILLAGE:
        shares[codes.index("landsby")] = 0
    shares[shares * properties < FEWEST_OF_A_KIND] = 0
    expected = max(1, round(properties * known["town"]["gross_area_per_property"] / np.mean(_areas(corners[order]))))
    for rank, number in enumerate(order):
        check()
        if total >= needed - len(groups):
            break
        ring = min(1.0, rank / expected)
        lacking = (shares * (total + 90) - made) / np.maximum(shares * (total + 90), 1)
        at_home = 0.5 * np.exp(-(((ring - rings) / 0.3) ** 2))
        sides, ends = cells[number].sides, corners[number]
        lengths = np.hypot(*(np.roll(ends, -1, axis=0) - ends).T)
        fits = (lacking > 0) & (~single | (lengths.max() < LONGEST_SINGLE))
        kind_number = firsts.get(number, int(np.argmax(np.where(fits, lacking + at_home, -1))))
        distances = skeleton.widths(cells[number]) / 2 + (SINGLE_INSET if single[kind_number] else 0)
        turned = lengths[1] + lengths[3] > lengths[0] + lengths[2]
        if rng.random() < 0.25:
            turned = not turned
        if turned:
            sides = (sides[1], sides[2], sides[3], sides[0])
            ends, distances = np.roll(ends, -1, axis=0), np.roll(distances, -1)
        layout = lay_out(inset(ends, distances), kinds[kind_number], rng)
        street, place, even = _streets(layout, skeleton, sides, number, lengths)
        layouts.append((number, kind_number, layout, street, place, even))
        chosen[number] = kind_number
        groups.add(cells[number].group)
        made[kind_number] += len(layout.row)
        total += len(layout.row)

    node_start = np.cumsum([0] + [len(each[2].nodes) for each in layouts])
    row_start = np.cumsum([0] + [int(each[2].row.max()) + 1 for each in layouts])

    def joined(name: str, starts: Integers | None = None) -> Any:
        return np.concatenate(
            [getattr(each[2], name) + (starts[i] if starts is not None else 0) for i, each in enumerate(layouts)]
        )

    sizes = [len(each[2].row) for each in layouts]
    return Town(
        ground=ground,
        cells=cells,
        outlines=skeleton.outlines(cells, ground),
        centres=centres,
        corners=corners,
        kind=chosen,
        nodes=ground.place(np.concatenate([each[2].nodes for each in layouts])),
        front=joined("front", node_start),
        back=joined("back", node_start),
        cell=np.repeat([each[0] for each in layouts], sizes),
        row=joined("row", row_start),
        street=np.concatenate([each[3] for each in layouts]),
        even=np.concatenate([each[5] for each in layouts]),
        place=np.concatenate([each[4] for each in layouts]),
        adjoins=joined("adjoins"),
        built=np.arange(total) < needed - len(groups),
        plot_kind=np.repeat([each[1] for each in layouts], sizes),
        half_size=(half_width, half_height),
    )


def second_parcels(properties: int) -> tuple[int, int]:
    """How many properties own a second parcel beside the first, and how many own one apart from it."""
    shares = settings()["multiple"]
    return max(1, round(properties * shares["adjoining"])), max(1, round(properties * shares["apart"]))


def plot_polygons(town: Town) -> Objects:
    """The plots as polygons (n,), with the neighbours' corners on the common back boundary as nodes of their own."""
    low, high = town.back[:, 0], town.back[:, 1]
    counts = high - low + 3
    plot = np.repeat(np.arange(town.count), counts)
    step = np.arange(len(plot)) - np.repeat(np.cumsum(counts) - counts, counts)
    nodes = np.where(step == 0, town.front[plot, 0], np.where(step == 1, town.front[plot, 1], high[plot] - step + 2))
    polygons: Objects = shapely.polygons(shapely.linearrings(town.nodes[nodes], indices=plot))
    return polygons


def _size(properties: int, town: dict[str, Any]) -> tuple[float, float, float]:
    """Half the plan's width and height, and where the valley's axis lies on it, metres."""
    built = properties * town["gross_area_per_property"]
    area = built / town["built_share"] + 120_000
    half_width = max(430.0, np.sqrt(area * 1.3) / 2)
    half_height = max(380.0, area / half_width / 4 + town["valley_half_width"])
    return float(half_width), float(half_height), -0.22 * float(half_height)


def _areas(corners: Floats) -> Floats:
    """Areas of four-sided cells (n, 4, 2), m²."""
    x, y = corners[..., 0], corners[..., 1]
    area: Floats = np.abs((x * np.roll(y, -1, axis=1) - np.roll(x, -1, axis=1) * y).sum(axis=1)) / 2
    return area


def _cells(
    skeleton: Skeleton,
    half_width: float,
    half_height: float,
    valley: float,
    properties: int,
    town: dict[str, Any],
    rng: np.random.Generator,
) -> list[Cell]:
    """Cut the plan: railway, valley, side valleys, and the land between them into quarters."""
    root = skeleton.rectangle(-half_width, -half_height, half_width, half_height)
    at = 0.47 + rng.uniform(-0.02, 0.02)
    slant = rng.uniform(0.02, 0.05) * rng.choice([-1, 1])
    track = town["railway_width"] / (2 * half_width)
    west, rest = skeleton.cut_across(root, at - slant, at + slant, 9.0)
    inner = (track / (1 - at + slant), track / (1 - at - slant))
    railway, east = skeleton.cut_across(rest, inner[0], inner[1], 9.0)
    cells = [Cell(railway.sides, "bane", 0)]
    levels = _levels(half_height, valley, town)
    open_land: list[Cell] = []
    for piece in (west, east):
        remaining, bottom = piece, -half_height
        for level, width in levels:
            fraction = (level - bottom) / (half_height - bottom)
            low, remaining = skeleton.cut_along(remaining, fraction, fraction, width)
            open_land.append(low)
            bottom = level
        open_land.append(remaining)
    # Counted from the valley: below it, the valley, above it. Beyond the side valleys' reach there may be more.
    per_piece = len(levels) + 1
    below = next(i for i, (level, _) in enumerate(levels) if level == valley - town["valley_half_width"])
    build: list[Cell] = []
    for number, piece in enumerate(open_land):
        position = number % per_piece - below
        if position == 1:
            cells += _bridges(skeleton, piece, rng)
        elif position in (0, 2):
            sides, rest_cells = _side_valleys(skeleton, piece, position == 2, town, rng)
            cells += sides
            build += rest_cells
        else:
            build.append(piece)
    smallest, largest = (size * min(1.0, max(0.28, properties / 600)) for size in town["quarter_area"])
    cells += _divided(skeleton, build, smallest, largest, town["road_widths"], rng)
    return cells


def _levels(half_height: float, valley: float, town: dict[str, Any]) -> list[tuple[float, float]]:
    """Where the plan is cut along the valley, from the south: (v, road width)."""
    half, reach = town["valley_half_width"], town["side_valley_depth"]
    levels = [(valley - half, 10.0), (valley + half, 10.0)]
    if valley - half - reach - 200 > -half_height:
        levels.insert(0, (valley - half - reach, 12.0))
    if valley + half + reach + 200 < half_height:
        levels.append((valley + half + reach, 12.0))
    return levels


def _bridges(skeleton: Skeleton, valley: Cell, rng: np.random.Generator) -> list[Cell]:
    """The valley's cells, with roads across it."""
    cells: list[Cell] = []
    remaining = valley
    while True:
        corners = skeleton.corners(remaining)
        length = corners[1, 0] - corners[0, 0]
        reach = rng.uniform(330, 620)
        if reach + 300 > length:
            return [*cells, Cell(remaining.sides, "dal", 0)]
        meadow, rest = skeleton.cut_across(remaining, reach / length, reach / length, 0.0)
        rest_length = length - reach
        road, remaining = skeleton.cut_across(rest, 10 / rest_length, 10 / rest_length, 0.0)
        cells += [Cell(meadow.sides, "dal", 0), Cell(road.sides, "vej", 0)]


def _side_valleys(
    skeleton: Skeleton, band: Cell, northern: bool, town: dict[str, Any], rng: np.random.Generator
) -> tuple[list[Cell], list[Cell]]:
    """The side valleys that open into the main one, and the land between them."""
    mouth, head = town["side_valley_width"]
    sides: list[Cell] = []
    rest: list[Cell] = []
    remaining = band
    first = True
    while True:
        low_west, low_east, high_east, high_west = skeleton.corners(remaining)
        near = (low_west, low_east) if northern else (high_west, high_east)
        far = (high_west, high_east) if northern else (low_west, low_east)
        near_length, far_length = near[1][0] - near[0][0], far[1][0] - far[0][0]
        reach = rng.uniform(*town["side_valley_every"]) * (0.62 if first else 1.0)
        first = False
        lean = rng.uniform(-130, 130)
        if reach + 260 > near_length or reach + lean + 230 > far_length or reach + lean < 150:
            return sides, [*rest, remaining]
        cut = [reach / near_length, (reach + lean) / far_length]
        south, north = cut if northern else cut[::-1]
        before, remaining = skeleton.cut_across(remaining, south, north, 9.0)
        cut = [mouth / (near_length - reach), head / (far_length - reach - lean)]
        south, north = cut if northern else cut[::-1]
        side, remaining = skeleton.cut_across(remaining, south, north, 9.0)
        rest.append(before)
        sides.append(Cell(side.sides, "sidedal_nord" if northern else "sidedal_syd", 0))


def _divided(
    skeleton: Skeleton,
    pieces: list[Cell],
    smallest: float,
    largest: float,
    road_widths: list[list[float]],
    rng: np.random.Generator,
) -> list[Cell]:
    """Cut pieces across their longer sides until they have a quarter's size."""
    done: list[Cell] = []
    stack = list(reversed(pieces))
    groups = 0
    while stack:
        cell = stack.pop()
        corners = skeleton.corners(cell)
        area = float(_areas(corners[None])[0])
        if cell.group == 0 and area < GROUP_AREA:
            groups += 1
            cell = Cell(cell.sides, cell.use, groups)
        if area < rng.uniform(smallest * 1.6, largest * 1.35):
            done.append(cell)
            continue
        lengths = np.hypot(*(np.roll(corners, -1, axis=0) - corners).T)
        wide = lengths[0] + lengths[2] > lengths[1] + lengths[3]
        middle = rng.uniform(0.4, 0.6)
        skew = rng.normal(0, 0.035)
        longest = float(lengths.max())
        width = next(width for least, width in road_widths if longest >= least)
        cut = skeleton.cut_across if wide else skeleton.cut_along
        stack += reversed(cut(cell, middle - skew, middle + skew, width))
    return done


def _building_order(
    cells: list[Cell],
    centres: Floats,
    valley: float,
    half_size: tuple[float, float],
    properties: int,
    rng: np.random.Generator,
) -> list[int]:
    """The cells that may be built, from the centre outwards, some left open as parks."""
    free = np.array([number for number, cell in enumerate(cells) if not cell.use])
    centre = np.array([-0.05 * half_size[0], valley + 190])
    away = np.hypot((centres[free, 0] - centre[0]) / 1.3, centres[free, 1] - centre[1])
    away = away * rng.uniform(0.92, 1.1, len(free))
    order = [int(number) for number in free[np.argsort(away, kind="stable")]]
    if properties < 200:
        return order
    parks = set(range(9, len(order), 15))
    return [number for rank, number in enumerate(order) if rank not in parks]


def _fixed_kinds(
    order: list[int], centres: Floats, valley: float, half_width: float, codes: list[str]
) -> dict[int, int]:
    """The first cell is the station's; the old village lies above the valley, a way off, in two or three cells."""
    if len(order) < 12:
        return {}
    early = np.array(order[1 : max(10, len(order) // 3)])
    village = np.array([-0.3 * half_width, valley + 200])
    nearest = early[np.hypot(*(centres[early] - village).T).argsort(kind="stable")]
    village_cells = {int(cell): codes.index("landsby") for cell in nearest[: 3 if len(order) > 40 else 1]}
    return {order[0]: codes.index("station"), **village_cells}


def _streets(
    layout: Layout, skeleton: Skeleton, sides: tuple[Any, ...], cell: int, lengths: Floats
) -> tuple[Integers, Floats, Flags]:
    """The street of each plot, how far along it lies, and on which side."""
    street = np.where(layout.street < 0, 0, (cell + 1) * 1000 + layout.street)
    place = layout.along * lengths.max()
    even = layout.upper.copy()
    for number, side, upper in ((SOUTH_SIDE, sides[0], False), (NORTH_SIDE, sides[2], True)):
        here = layout.street == number
        along = 1 - layout.along[here] if upper else layout.along[here]
        line = skeleton.lines[side.line]
        street[here] = -1 - side.line
        place[here] = (side.first + along * (side.last - side.first)) * line.length
        even[here] = side.first < side.last
    return street, place, even
