"""From plan to ground: the town is drawn on a straight plan, and a smooth map bends it into the landscape.

The map has no folds, so that what adjoins on the plan adjoins on the ground, and the straight valley of the plan winds.
"""

from __future__ import annotations

import numpy as np

from .tables import Floats

VALLEY_REACH = 650.0
"""Metres from the valley's axis within which its bends are felt (the distance where they have fallen to 1/e)."""


class Ground:
    """The smooth map between plan coordinates (u, v) and EPSG:25832, both in metres."""

    def __init__(self, centre: tuple[float, float], turned_degrees: float, valley: float, rng: np.random.Generator):
        self.centre = np.array(centre)
        self.valley = valley
        angle = np.radians(turned_degrees)
        self._turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        length = np.array([2600.0, 1900.0, 1300.0, 950.0, 720.0])
        heading = rng.uniform(0, np.pi, length.size)
        self._wave = (2 * np.pi / length)[:, None] * np.column_stack([np.cos(heading), np.sin(heading)])
        self._phase = rng.uniform(0, 2 * np.pi, length.size)
        push = heading + rng.choice([-1, 1], length.size) * rng.uniform(0.9, 1.6, length.size)
        size = length * rng.uniform(0.012, 0.02, length.size)
        self._push = size[:, None] * np.column_stack([np.cos(push), np.sin(push)])
        self._bend_phase = rng.uniform(0, 2 * np.pi, 2)

    def _shift(self, plan: Floats) -> Floats:
        shift = np.zeros_like(plan)
        for wave, phase, push in zip(self._wave, self._phase, self._push):
            shift += np.sin(plan @ wave + phase)[..., None] * push
        u, v = plan[..., 0], plan[..., 1] - self.valley
        bend = 58 * np.sin(2 * np.pi * u / 1500 + self._bend_phase[0]) + 24 * np.sin(
            2 * np.pi * u / 820 + self._bend_phase[1]
        )
        shift[..., 1] += bend * np.exp(-((v / VALLEY_REACH) ** 2))
        return shift

    def exact(self, plan: Floats) -> Floats:
        """Plan coordinates (..., 2) on the ground, unrounded."""
        moved: Floats = (plan + self._shift(plan)) @ self._turn + self.centre
        return moved

    def place(self, plan: Floats) -> Floats:
        """Plan coordinates (..., 2) on the ground, on the registers' grid of 0.01 m."""
        placed: Floats = np.round(self.exact(plan), 2)
        return placed

    def to_plan(self, ground: Floats) -> Floats:
        """Ground coordinates (..., 2) back on the plan, to about a millimetre."""
        target = (ground - self.centre) @ self._turn.T
        plan: Floats = target.copy()
        for _ in range(14):
            plan = target - self._shift(plan)
        return plan
