"""Which sheets cover some places: few frames of one size, each round what it shows and none of them empty."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats, Geometries, Integers


def covering(boxes: Floats, size: tuple[float, float], most: float = np.inf) -> list[Integers] | None:
    """The places of each of few frames, so that every box lies whole within one; None where it takes more than `most`.

    `boxes` are west, south, east, north of the places, (n, 4) in metres, `size` the width and the height of a frame.
    No two sets share a place. A box that no frame holds counts as its middle alone. The frames stand row by row from
    the north-west. Rows of frames and columns of frames are both tried, and the fewer are taken.
    """
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    held = np.all(boxes[:, 2:] - boxes[:, :2] <= size, axis=1)
    held_boxes = np.where(held[:, None], boxes, np.hstack([middles, middles]))
    rows = _taken(_swept(held_boxes, size), most)
    turned = -held_boxes[:, ::-1]  # what was west lies in the north, and what was north in the west
    columns = _taken(_swept(turned, (size[1], size[0])), most)
    found = min((one for one in (rows, columns) if one is not None), key=len, default=None)
    if found is None:
        return None
    return _in_order(_joined(_needed(found, held_boxes, size), held_boxes, size), held_boxes, size[1])


def _swept(boxes: Floats, size: tuple[float, float]) -> Iterator[Integers]:
    """Frames of one size in rows from the north, each row from the west, that begin at the first place left."""
    west, south, east, north = boxes.T
    left = np.ones(len(boxes), dtype=bool)
    while left.any():
        row = left & (south >= north[left].max() - size[1])
        while row.any():
            taken = row & (east <= west[row].min() + size[0])
            yield np.flatnonzero(taken)
            row &= ~taken
            left &= ~taken


def _taken(frames: Iterator[Integers], most: float) -> list[Integers] | None:
    """The frames, None as soon as there are more than so many."""
    found: list[Integers] = []
    for one in frames:
        if len(found) >= most:
            return None
        found.append(one)
    return found


def _needed(frames: list[Integers], boxes: Floats, size: tuple[float, float]) -> list[Integers]:
    """The frames without those whose places all lie within others.

    A place that several show goes to the one whose own places, which no other shows, are nearest.
    """
    inside = np.array([_within(boxes, _about(boxes[one], size)) for one in frames])
    kept = np.ones(len(frames), dtype=bool)
    for place in np.argsort([len(one) for one in frames], kind="stable").tolist():
        kept[place] = (inside[kept][:, inside[place]].sum(axis=0) == 1).any()
    inside = inside[kept]
    own = inside & (inside.sum(axis=0) == 1)
    middles = np.array([_about(boxes[one], (0.0, 0.0))[:2] for one in own])
    away = np.hypot(*np.moveaxis((boxes[:, :2] + boxes[:, 2:])[None] / 2 - middles[:, None], 2, 0))
    nearest = np.where(inside, away, np.inf).argmin(axis=0)
    return [np.flatnonzero(nearest == place) for place in range(len(inside))]


def _joined(frames: list[Integers], boxes: Floats, size: tuple[float, float]) -> list[Integers]:
    """The frames, where any two whose places one would hold are that one."""
    sets = list(frames)
    while True:
        low = np.array([boxes[one, :2].min(axis=0) for one in sets])
        high = np.array([boxes[one, 2:].max(axis=0) for one in sets])
        reach = np.maximum(high[:, None], high[None]) - np.minimum(low[:, None], low[None])
        first, second = np.nonzero(np.triu(np.all(reach <= size, axis=2), k=1))
        if not len(first):
            return sets
        sets[first[0]] = np.sort(np.concatenate([sets[first[0]], sets.pop(second[0])]))


def _about(boxes: Floats, size: tuple[float, float]) -> Floats:
    """The frame round the middle of some boxes, (4,)."""
    middle = (boxes[:, :2].min(axis=0) + boxes[:, 2:].max(axis=0)) / 2
    half = np.array(size) / 2
    return np.concatenate([middle - half, middle + half])


def _within(boxes: Floats, frame: Floats) -> Booleans:
    """Which boxes lie whole within a frame, (n,); a micrometre is no matter."""
    near = 1e-6
    inside: Booleans = np.all((boxes[:, :2] >= frame[:2] - near) & (boxes[:, 2:] <= frame[2:] + near), axis=1)
    return inside


def _in_order(frames: list[Integers], boxes: Floats, tall: float) -> list[Integers]:
    """The frames row by row from the north-west, where a row is as tall as a frame."""
    middles = np.array([_about(boxes[one], (0.0, 0.0))[:2] for one in frames])
    rows = (middles[:, 1].max() - middles[:, 1]) // tall
    return [frames[place] for place in np.lexsort((middles[:, 0], rows)).tolist()]


def boxes_of(geometries: Geometries, points: Geometries) -> Floats:
    """The box of each geometry, of its point where it has none, (n, 4)."""
    boxes: Floats = shapely.bounds(geometries)
    return np.where(np.isnan(boxes), shapely.bounds(points), boxes)
