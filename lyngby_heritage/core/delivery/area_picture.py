"""Draws the areas that are delivered as an SVG: each delområde in its colour and with its number, and a scale."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np
import shapely

from ..common.arrays import Geometries
from ..common.wording import number

WIDTH = 900.0
MOST_HEIGHT = 900.0
MARGIN = 18.0
FINEST = 0.4
"""Pixels: what is finer is not drawn."""
STEPS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
"""Metres that a scale bar may have."""
FONT = "Segoe UI, Liberation Sans, DejaVu Sans, Arial, sans-serif"


def area_picture(
    plan: shapely.Geometry,
    parts: Sequence[tuple[str, str, shapely.Geometry]],
    outline: shapely.Geometry | None,
    words: str,
) -> str:
    """The picture. `parts` are (number, colour, area), `outline` is the boundary that the plan lies in.

    `words` say what it shows, to who does not see it.
    """
    west, south, east, north = shapely.bounds(plan).tolist()
    scale = min((WIDTH - 2 * MARGIN) / max(east - west, 1.0), (MOST_HEIGHT - 2 * MARGIN) / max(north - south, 1.0))
    width, height = (east - west) * scale + 2 * MARGIN, (north - south) * scale + 2 * MARGIN + 30

    def placed(geometry: shapely.Geometry) -> shapely.Geometry:
        return shapely.transform(
            shapely.simplify(geometry, FINEST / scale),
            lambda at: np.column_stack([(at[:, 0] - west) * scale + MARGIN, (north - at[:, 1]) * scale + MARGIN]),
        )

    drawn = []
    if outline is not None:
        drawn.append(f'<path d="{_path(placed(outline))}" fill="#faf8f4" stroke="#8d8678" stroke-width="1.2"/>')
    drawn.append(f'<path d="{_path(placed(plan))}" fill="#e4dfd5" stroke="#5c564d" stroke-width=".7"/>')
    drawn += [
        f'<path d="{_path(placed(area))}" fill="{colour}" stroke="#23201c" stroke-width=".5" fill-rule="evenodd"/>'
        for _, colour, area in parts
    ]
    drawn += [_name(placed(area), name) for name, _, area in parts]
    drawn.append(_scale_bar(scale, height))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" role="img"><title>{escape(words)}</title>'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(drawn)}</svg>'
    )


def _path(geometry: shapely.Geometry) -> str:
    rings: Geometries = shapely.get_rings(shapely.get_parts(np.array([geometry], dtype=object)))
    return "".join(
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in shapely.get_coordinates(ring).tolist()[:-1]) + "Z"
        for ring in rings
    )


def _name(area: shapely.Geometry, name: str) -> str:
    """The number of a delområde on its largest part."""
    parts = shapely.get_parts(area)
    at = shapely.point_on_surface(parts[np.argmax(shapely.area(parts))])
    x, y = shapely.get_x(at), shapely.get_y(at)
    return (
        f'<text x="{x:.1f}" y="{y + 5:.1f}" text-anchor="middle" font-family="{FONT}" font-size="15" font-weight="600" '
        f'stroke="#ffffff" stroke-width="4" paint-order="stroke" fill="#23201c">{escape(name)}</text>'
    )


def _scale_bar(scale: float, height: float) -> str:
    metres = next((one for one in reversed(STEPS) if one * scale <= WIDTH / 4), STEPS[0])
    length, y = metres * scale, height - 14
    said = f"{number(metres)} m" if metres < 1000 else f"{number(metres / 1000)} km"
    return (
        f'<path d="M{MARGIN} {y - 5}v5h{length:.1f}v-5" fill="none" stroke="#23201c" stroke-width="1.2"/>'
        f'<text x="{MARGIN + length + 8:.1f}" y="{y:.1f}" font-family="{FONT}" font-size="13" fill="#23201c">'
        f"{said}, nord er op</text>"
    )
