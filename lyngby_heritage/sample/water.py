"""The stream, its side streams and the mill pond: lines on the ground, and how high their beds lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from .tables import Floats
from .town import Town

FLOOR_AT_THE_END, FALL, HIGHEST_FALL = 1.4, 0.0032, 9.0
"""Metres above the sea at the stream's eastern end, metres of fall per metre of valley, and in all."""
DAM_HEIGHT = 1.7
"""Metres that the mill dam holds the water back."""
BED = 0.9
"""Metres from the valley's floor down to the stream's bed."""
BEYOND = 160.0
"""Metres that the stream is known beyond the town's plan at either end."""
POND_LENGTH, POND_WIDTH = 170.0, 46.0


@dataclass(frozen=True)
class SideValley:
    """A side valley on the plan: its axis from the mouth to the head, and half its width at both, metres."""

    mouth: Floats
    head: Floats
    mouth_half: float
    head_half: float


@dataclass(frozen=True)
class Water:
    """The streams on the ground, each from its spring downstream; of the main one also how high its bed is."""

    main: Floats
    main_bed: Floats
    sides: list[Floats]
    side_valleys: list[SideValley]
    pond: shapely.Polygon
    pond_level: float
    dam: float
    """Where the dam lies along the plan's u axis."""
    end: float


def valley_floor(u: Floats, end: float, dam: float) -> Floats:
    """The height of the valley's floor along the plan's u axis, metres above the sea; never rising eastwards."""
    base = FLOOR_AT_THE_END + min(FALL, HIGHEST_FALL / (2 * end)) * (end - u)
    smooth = np.clip((dam - u) / 60, 0, 1)
    floor: Floats = base + DAM_HEIGHT * smooth * smooth * (3 - 2 * smooth)
    return floor


def side_bend(along: npt.NDArray[Any], length: float) -> npt.NDArray[Any]:
    """How far a side valley's bottom swings to the side of its axis, metres, at shares 0–1 of its length."""
    inside = np.clip(along, 0, 1)
    bend: npt.NDArray[Any] = 7.0 * np.sin(inside * length / 38) * np.sin(np.pi * inside)
    return bend


def draw_water(town: Town, rng: np.random.Generator) -> Water:
    """Draw the streams of a town's valley."""
    half_width, valley = town.half_size[0], town.ground.valley
    end = half_width + BEYOND
    dam = 0.3 * half_width
    u = np.arange(-end, end + 1, 5.0)
    phase = rng.uniform(0, 2 * np.pi, 4)
    swing = 0.65 + 0.35 * np.sin(2 * np.pi * u / 640 + phase[3])
    v = valley + swing * (
        17 * np.sin(2 * np.pi * u / 203 + phase[0] + 1.1 * np.sin(2 * np.pi * u / 430 + phase[2]))
        + 6 * np.sin(2 * np.pi * u / 88 + phase[1])
    )
    near_pond = np.clip(1 - np.abs(u - (dam - POND_LENGTH / 2)) / POND_LENGTH, 0, 1)
    v = v + (valley - v) * near_pond
    main = town.ground.place(np.column_stack([u, v]))
    level = float(valley_floor(np.array([dam - POND_LENGTH]), end, dam)[0]) - 0.3
    bed = valley_floor(u, end, dam) - BED
    bed = np.where(u < dam - POND_LENGTH, np.maximum(bed, level), np.where(u <= dam, level, np.minimum(bed, level)))

    valleys = []
    for number, cell in enumerate(town.cells):
        if cell.use in ("sidedal_nord", "sidedal_syd"):
            south_west, south_east, north_east, north_west = town.corners[number]
            low, high = (south_west, south_east), (north_west, north_east)
            near, far = (low, high) if cell.use == "sidedal_nord" else (high, low)
            valleys.append(
                SideValley(
                    (near[0] + near[1]) / 2,
                    (far[0] + far[1]) / 2,
                    float(np.hypot(*(near[1] - near[0]))) / 2,
                    float(np.hypot(*(far[1] - far[0]))) / 2,
                )
            )
    sides = []
    for side in valleys:
        join = int(np.argmin(np.abs(u - (side.mouth[0] + 35))))
        along = np.linspace(0.8, 0.0, 60)[:, None]
        axis = side.mouth + (side.head - side.mouth) * along
        reach = side.head - side.mouth
        length = float(np.hypot(*reach))
        normal = np.array([reach[1], -reach[0]]) / length
        axis = axis + normal * side_bend(along, length)
        foot = np.array([u[join], v[join]])
        reach = np.linspace(0, 1, 14)[1:-1, None]
        plan = np.concatenate([axis, axis[-1] + (foot - axis[-1]) * reach, foot[None]])
        line = town.ground.place(plan)
        line[-1] = main[join]
        sides.append(line)
    turn = np.linspace(0, 2 * np.pi, 49)[:-1]
    wobble = 1 + 0.1 * np.sin(3 * turn + phase[1]) + 0.06 * np.sin(5 * turn + phase[2])
    outline = np.column_stack(
        [
            dam - POND_LENGTH / 2 + POND_LENGTH / 2 * np.cos(turn),
            valley + POND_WIDTH / 2 * wobble * np.sin(turn),
        ]
    )
    return Water(
        main=main,
        main_bed=bed,
        sides=sides,
        side_valleys=valleys,
        pond=shapely.Polygon(town.ground.place(outline)),
        pond_level=level,
        dam=dam,
        end=end,
    )
