"""Buildings that people know by name: listed ones of many kinds, churches, and those that a lokalplan names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..core.common.data import load
from .houses import CHURCH_USE, CHURCH_YEAR
from .records import Records
from .tables import Flags, Floats, Integers, Objects, repeated
from .town import Town

PROPERTIES_PER_FURTHER = 400
"""Properties that a town must have more for each further building of a kind."""


@dataclass(frozen=True)
class Notable:
    """What is told of the records (n,)."""

    stories: Objects
    """None where nothing is told."""
    named: Flags
    """Whether the lokalplan that designates by name has the building among its names."""


def mark_notable(
    records: Records,
    town: Town,
    kinds: list[dict[str, Any]],
    church: int,
    pond: Any,
    properties: int,
    decided: list[int],
) -> Notable:
    """Choose the buildings of `notable.json` among the records that nobody decided on, and mark them in place.

    Nothing is drawn: what the town has decides. `church` is the plot of the village church, `pond` the mill pond.
    """
    known = load("sample/notable.json")
    end = known["story_end"]
    stories, named = repeated(None, records.count), np.zeros(records.count, dtype=bool)
    free = records.main & _complete(records)
    free[decided] = False
    here = np.flatnonzero((records.plot == church) & records.main)
    # Whatever the registers lack of other buildings, of the church they know use, year and value.
    records.use[here], records.year[here] = CHURCH_USE, CHURCH_YEAR
    records.save[here] = np.where(records.save[here] >= 1, records.save[here], known["church"]["value"])
    stories[here], free[here] = f"{known['church']['story']} {end}", False
    codes = [kind["code"] for kind in kinds]
    away = shapely.distance(records.geometry, pond)
    for one in known["buildings"]:
        if properties < one["from"]:
            continue
        fit = free & np.isin(town.plot_kind[records.plot], [codes.index(code) for code in one["on"]])
        fit &= np.isin(records.use, one["uses"]) & _of_value(records.save, one["save"])
        count = min(one["count"], 1 + properties // PROPERTIES_PER_FURTHER)
        chosen = _first(np.flatnonzero(fit), one["choose"], records, away)[:count]
        free[chosen] = False
        stories[chosen] = f"{one['story']} {end}"
        records.listed[chosen] |= one.get("listed", False)
        named[chosen] = one.get("named", False)
        records.use[chosen] = one.get("use", records.use[chosen])
    return Notable(stories, named & ~records.listed)


def _complete(records: Records) -> Flags:
    """Whether the registers know of a building what they know of most, (n,)."""
    whole: Flags = (records.year > 1000) & ~np.isnan(records.footprint) & ~np.isnan(records.storeys)
    return whole


def _of_value(save: Floats, limits: list[int] | None) -> Flags:
    """Whether the SAVE value of each record lies within limits, or is missing where there are none, (n,)."""
    fits: Flags = np.isnan(save) if limits is None else (save >= limits[0]) & (save <= limits[1])
    return fits


def _first(rows: Integers, choose: str, records: Records, away: Floats) -> Integers:
    """The records (k,) that fit, best first; neighbours one after another where they are chosen in a row."""
    orders = {
        "largest": -records.footprint,
        "smallest": records.footprint,
        "oldest": records.year,
        "pond": away,
        "row": records.plot.astype(float),
    }
    ranked: Integers = rows[np.argsort(orders[choose][rows], kind="stable")]
    return ranked
