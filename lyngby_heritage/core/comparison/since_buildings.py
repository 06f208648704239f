"""The events of a building of the plan: gone, rebuilt, another value or listing, another outline, another id.

    BBR: historic                                            → nedrevet
    BBR: mistaken, closed, ended, or not in the registers    → vaek
    a fact of BBR is known in both and differs               → ombygget
    the SAVE value or the listing differs                    → anden_vaerdi
    the two outlines have too little in common               → andet_omrids
    found by its place under another id                      → nyt_id

The limits stand in data/rules/since.json; a municipality may choose others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from ..common.arrays import Booleans, Floats
from ..common.data import load
from . import since_words as words
from .compare import NOBODY
from .since import (
    DEMOLISHED,
    FILE,
    GONE,
    NEW_ID,
    OTHER_VALUE,
    OTHERS,
    OUTLINE,
    REBUILT,
    WOULD_BE,
    Event,
    Followed,
    History,
    Stock,
)
from .since_places import common_share, rows_with_both


def gone_events(
    plan: Stock, now: Stock, followed: Followed, history: History | None, groups: Sequence[str]
) -> Iterator[Event]:
    """What is demolished or gone. A building that BBR says is gone is so, also where another register still has it."""
    fates = history.gone if history is not None else {}
    for row, one in enumerate(plan.ids):
        fate = fates.get(one)
        if fate is None and followed.now[row] != NOBODY:
            continue
        new = int(followed.successor[row])
        yield Event(
            DEMOLISHED if fate is not None and fate.demolished else GONE,
            groups[row],
            row,
            new,
            words.standing(plan, row, groups[row]),
            words.after_gone(fate, now, new),
            words.what_is_gone(fate, history, one, new != NOBODY),
            fate.day if fate is not None else "",
        )


def still_there(plan: Stock, followed: Followed, history: History | None) -> Sequence[int]:
    """The plan's buildings that stand, by everything that was given."""
    fates = history.gone if history is not None else {}
    return [row for row in rows_with_both(followed).tolist() if plan.ids[row] not in fates]


def rebuilt_events(
    plan: Stock,
    now: Stock,
    followed: Followed,
    rows: Sequence[int],
    history: History | None,
    groups: Sequence[str],
    newest_year: float,
) -> Iterator[Event]:
    """What BBR tells otherwise of a building that stands, one event for each with all that differs."""
    both = np.array(rows, dtype=np.intp)
    partner = followed.now[both]
    differs = {
        concept: _differs(concept, plan.facts[concept][both], now.facts[concept][partner], newest_year)
        for concept in load(FILE)["compared"]
        if concept in plan.facts and concept in now.facts
    }
    if not differs:
        return
    for position in np.flatnonzero(np.any(list(differs.values()), axis=0)).tolist():
        row, other = int(both[position]), int(partner[position])
        changed = [concept for concept, where in differs.items() if where[position]]
        yield Event(
            REBUILT,
            groups[row],
            row,
            other,
            words.facts(plan, row, changed),
            words.facts(now, other, changed),
            words.what_is_rebuilt(changed, history, now.ids[other]),
            recent_day(history, now.ids[other], newest_year),
        )


def recent_day(history: History | None, id: str, newest_year: float) -> str:
    """When BBR's version of a building began, "" where that is too long before the plan to be what has happened."""
    day = history.since.get(id, "") if history is not None else ""
    return day if day and int(day[:4]) >= newest_year else ""


def _differs(concept: str, was: Floats, is_now: Floats, newest_year: float) -> Booleans:
    """Where a fact is known in both and another one, (n,); a year of rebuilding also where it is new and the first."""
    if concept == "rebuilt_year":
        newer: Booleans = (is_now > was) | (np.isnan(was) & (is_now >= newest_year))
        return newer
    if concept in load(FILE)["areas"]:
        return _larger_change(was, is_now, load(FILE)["area"])
    other: Booleans = ~np.isnan(was) & ~np.isnan(is_now) & (was != is_now)
    return other


def _larger_change(was: Floats, is_now: Floats, limits: dict[str, float]) -> Booleans:
    """Where two areas differ by both limits, (n,); an unknown one never does."""
    change = np.abs(is_now - was)
    larger: Booleans = (change >= limits["change_m2"]) & (change * 100 >= limits["change_percent"] * was)
    return larger


def value_events(
    plan: Stock,
    now: Stock,
    followed: Followed,
    rows: Sequence[int],
    history: History | None,
    groups: Sequence[str],
    newest_year: float,
    high_values: Sequence[int],
) -> Iterator[Event]:
    """Where the SAVE value or the listing is another, and where a value now would designate a building."""
    for row in rows:
        other = int(followed.now[row])
        value = now.has_save and max(int(plan.save[row]), 0) != max(int(now.save[other]), 0)
        listing = (
            now.has_listed
            and not np.isnan(plan.listed[row])
            and not np.isnan(now.listed[other])
            and plan.listed[row] != now.listed[other]
        )
        group = groups[row]
        if group == OTHERS and value:
            if int(now.save[other]) in high_values and int(plan.save[row]) not in high_values:
                group = WOULD_BE
            else:
                value = False
        if value or listing:
            yield Event(
                OTHER_VALUE,
                group,
                row,
                other,
                words.value(plan, row, value, listing),
                words.value(now, other, value, listing),
                words.what_of_value(value, listing, group == WOULD_BE),
                _value_day(plan, row, now, other) if value else recent_day(history, now.ids[other], newest_year),
            )
    if now.has_save:
        for other in followed.strangers.tolist():
            if int(now.save[other]) in high_values:
                yield Event(
                    *(OTHER_VALUE, WOULD_BE, NOBODY, other, words.NOT_IN_PLAN),
                    words.value(now, other, True, False),
                    words.NEW_OF_VALUE,
                    now.save_days[other] if now.save_days else "",
                )


def _value_day(plan: Stock, row: int, now: Stock, other: int) -> str:
    """When the new value was registered; "" where that is the day of the old one."""
    day = now.save_days[other] if now.save_days else ""
    return "" if plan.save_days and plan.save_days[row] == day else day


def outline_events(
    plan: Stock, now: Stock, followed: Followed, rows: Sequence[int], groups: Sequence[str]
) -> Iterator[Event]:
    """Where both have an outline, and the two have too little in common or differ too much in size."""
    limits = load(FILE)["outline"]
    both = np.array(rows, dtype=np.intp)
    both = both[plan.outlined[both] & now.outlined[followed.now[both]]]
    partner = followed.now[both]
    ours, theirs = plan.places[both], now.places[partner]
    common = common_share(ours, theirs)
    was, is_now = shapely.area(ours), shapely.area(theirs)
    moved = (common < limits["least_common"]) | _larger_change(was, is_now, limits)
    for position in np.flatnonzero(moved).tolist():
        row = int(both[position])
        yield Event(
            OUTLINE,
            groups[row],
            row,
            int(partner[position]),
            words.area_of_outline(float(was[position])),
            words.area_of_outline(float(is_now[position])),
            words.what_of_outline(float(common[position])),
        )


def new_id_events(
    plan: Stock, now: Stock, followed: Followed, history: History | None, groups: Sequence[str], newest_year: float
) -> Iterator[Event]:
    """Buildings that stand on their place under another id."""
    for row in np.flatnonzero(followed.by_place).tolist():
        other = int(followed.now[row])
        if plan.ids[row] and now.ids[other]:
            yield Event(
                *(NEW_ID, groups[row], row, other, plan.labels[row], now.labels[other], words.OTHER_ID),
                recent_day(history, now.ids[other], newest_year),
            )
