"""Rules on plans and zones: limits that are missing, impossible or contradict, dates, and areas on each other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from ..common.arrays import Booleans, Integers, known
from ..common.data import load
from ..common.dates import danish_date
from ..common.wording import decimal
from ..registers.aliases import plain
from ..registers.plandata import EXTENT_FIELDS, is_false, is_true, limit
from ..registers.plandata import FILE as PLANDATA
from ..registers.validity import later_starts, past_ends
from ..registers.values import normal_ids
from .days import days_of, unreadable_days
from .findings import Hits
from .inputs import Inputs, Layer, points_on
from .open_land import without_building
from .overlaps import Overlaps, overlaps
from .plan_limits import PLOT_RATIO, Limits, limits, named_plans
from .roles import PLAN_ROLES
from .rule_table import Rule
from .rules import rule


def _sentinels() -> set[datetime.date]:
    """What Plandata writes for a date nobody knows."""
    return {datetime.datetime.strptime(str(one), "%Y%m%d").date() for one in load(PLANDATA)["unknown_dates"]}


def _former_rules() -> list[tuple[datetime.date, str]]:
    """Days, oldest first, with the words for them: plans adopted before keep the calculation rules of then."""
    stated = [one["adopted_before"] for one in load(PLOT_RATIO)["rule_sets"]]
    days = [datetime.date.fromisoformat(one) for one in stated if one]
    return [(day, f"før {danish_date(day)}") for day in days]


@rule("zone_uden_graense")
def zone_without_limit(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A frame for åben-lav without a plot ratio, neither its own nor in the slot of åben-lav."""
    for layer in data.of("ZONES"):
        found = limits(layer)
        if layer.has("ratio") or found.any_ratio.any():
            rows = np.flatnonzero(found.detached & np.isnan(found.ratio))
            yield Hits(layer, rows, {"plan": named_plans(layer, rows)})


@rule("zoner_uden_aaben_lav")
def no_detached_housing(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Plandata's frames without a single one for åben-lav: then no plot is checked."""
    for layer in data.of("ZONES"):
        if len(layer) and not limits(layer).detached.any():
            yield Hits(layer, None)


@rule("plan_uden_graense")
def plan_without_limit(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Lokalplaner that state no plot ratio, and neither leave the extent to others nor lack its number."""
    for layer in data.of("PLANS"):
        extent = extents(layer)
        silent = ~limits(layer).any_ratio & ~extent.unregulated & ~extent.without_number
        rows = np.flatnonzero(silent & ~extent.sub_area)
        yield Hits(layer, rows, {"plan": named_plans(layer, rows)})


@dataclass(frozen=True)
class Extents:
    """What a layer of plans says of the extent in each row, (n,): as the plot ratio tool reads it."""

    sub_area: Booleans
    """Whether the row is a delområde of another plan."""
    unregulated: Booleans
    """Whether the plan says that it does not regulate the extent itself, and states no plot ratio."""
    without_number: Booleans
    """Whether it regulates the extent, and states no number of any kind."""


def extents(layer: Layer) -> Extents:
    """Read `iomfangreg`, which says that a plan does NOT regulate the extent itself, and the numbers beside it."""
    count = len(layer)
    said = layer.raw("extent_unregulated") or [None] * count
    own, parent = (normal_ids(layer.raw(one) or [None] * count) for one in ("plan_id", "parent_plan"))
    number = np.zeros(count, dtype=bool)
    for name, values in layer.columns.items():
        if re.fullmatch(EXTENT_FIELDS, plain(name)):
            number |= np.array([read is None or read > 0 for read in map(limit, values)], dtype=bool)
    return Extents(
        np.array([bool(one) and one != other for one, other in zip(parent, own)], dtype=bool),
        np.array([is_true(one) for one in said], dtype=bool) & ~limits(layer).any_ratio,
        np.array([is_false(one) for one in said], dtype=bool) & ~number,
    )


NO_SUB_AREAS = "delområder er ikke angivet. Angiv også Plandatas delområder, ellers er grænsen ukendt."
OTHER_SUB_AREAS = (
    "det angivne lag med delområder har ingen, der hører til. Den næste grænse i rækken bruges. Findes der delområder, "
    "så se efter, om laget mangler rækker."
)
"""What is known of the delområder of a plan that sets no limit itself: no layer was given, or one without any of it.
That the plan has delområder at all nobody says."""


def _without_sub_areas(data: Inputs, asked: Callable[[Extents], Booleans]) -> Iterator[Hits]:
    """The lokalplaner of which `asked` holds and to which no delområde that is given belongs."""
    told = OTHER_SUB_AREAS if data.of("SUB_AREAS") else NO_SUB_AREAS
    layers = data.of("PLANS", "SUB_AREAS")
    there = {one for layer in layers for one in normal_ids(layer.raw("parent_plan") or []) if one}
    for layer in data.of("PLANS"):
        extent = extents(layer)
        missing = np.array([one not in there for one in layer.ids], dtype=bool)
        rows = np.flatnonzero(asked(extent) & ~extent.sub_area & missing)
        yield Hits(layer, rows, {"plan": named_plans(layer, rows), "delomraader": told})


@rule("plan_overlader_omfanget")
def left_to_sub_areas(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Lokalplaner that do not regulate the extent themselves, and of which no delområde is given."""
    yield from _without_sub_areas(data, lambda extent: extent.unregulated)


@rule("plan_uden_tal")
def regulated_without_number(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Lokalplaner that regulate the extent, but have no number of it in the register, nor delområder that may."""
    yield from _without_sub_areas(data, lambda extent: extent.without_number)


@rule("delomraade_uden_plan")
def sub_area_without_plan(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Delområder whose plan is not among the lokalplaner: they set no limit."""
    plans = {one for layer in data.of("PLANS") for one in layer.ids if one}
    for layer in data.of("SUB_AREAS"):
        if data.of("PLANS"):
            parents = normal_ids(layer.raw("parent_plan") or [None] * len(layer))
            rows = np.array([row for row, one in enumerate(parents) if one not in plans], dtype=np.intp)
            told = [layer.texts("parent_plan")[row] or "ingen" for row in rows.tolist()]
            yield Hits(layer, rows, {"del": [layer.label(row) for row in rows.tolist()], "plan": told})


@rule("graense_for_omraadet")
def limit_of_the_area(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A ratio for the area as a whole, which must not be held against a single plot."""
    for layer in data.of(*PLAN_ROLES):
        found = limits(layer)
        whole = found.scope == load(PLOT_RATIO)["area_scope"]
        rows = np.flatnonzero(whole & known(found.ratio) & _used(layer, found))
        yield Hits(layer, rows, {"plan": named_plans(layer, rows), "procent": found.ratio[rows].tolist()})


def _used(layer: Layer, found: Limits) -> Booleans:
    """Which rows the plot ratio tool uses: all lokalplaner, and the frames for åben-lav."""
    return found.detached if layer.role == "ZONES" else np.ones(len(layer), dtype=bool)


@rule("graense_ukendt_omfang")
def unknown_scope(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A scope that is not 1-4; it is taken for the single plot."""
    scopes = [int(one) for one in load(PLOT_RATIO)["scopes"]]
    for layer in data.of(*PLAN_ROLES):
        found = limits(layer)
        odd = known(found.scope) & ~np.isin(found.scope, scopes) & known(found.ratio)
        rows = np.flatnonzero(odd & _used(layer, found))
        yield Hits(layer, rows, {"plan": named_plans(layer, rows), "omfang": found.scope[rows].tolist()})


@rule("graense_umulig")
def impossible_limit(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A ratio or a number of storeys that nobody can have meant, or that cannot be read.

    Of the rows that the plot ratio tool uses; and 0 is meant where the plan is for no building.
    """
    for layer in data.of(*PLAN_ROLES, "TWO_STOREY_AREAS"):
        found = limits(layer)
        used, meant_zero = _used(layer, found), without_building(layer)
        for values, concept, name, most in (
            (found.ratio, "ratio", "bebyggelsesprocent", rule.limit("most_percent")),
            (found.storeys, "most_storeys", "etageantal", rule.limit("most_storeys")),
        ):
            odd = (values <= 0) | (values > most)
            rows = np.flatnonzero(odd & used & ~((values == 0) & meant_zero))
            told = [decimal(one, 2) for one in values[rows].tolist()]
            unreadable = layer.unreadable(concept, layer.numbers(concept))
            unreadable = unreadable[used[unreadable]]
            told += [layer.texts(concept)[row] for row in unreadable.tolist()]
            rows = np.concatenate([rows, unreadable])
            yield Hits(layer, rows, {"plan": named_plans(layer, rows), "felt": name, "vaerdi": told})


# Dates ---------------------------------------------------------------------------------------------------------------


@rule("plan_dato_ulaeselig")
def unreadable_adoption_date(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A date of adoption that is none."""
    for layer in data.of("PLANS"):
        rows, said = unreadable_days(layer, "adopted")
        yield Hits(layer, rows, {"plan": named_plans(layer, rows), "dato": said})


@rule("plan_dato_mangler")
def no_date(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Without a date of adoption nobody knows which rules the plan is computed by."""
    for layer in data.of("PLANS"):
        if layer.has("adopted"):
            days, unreadable = days_of(layer, "adopted")
            rows = np.setdiff1d(np.flatnonzero([one is None for one in days]), unreadable).astype(np.intp)
            yield Hits(layer, rows, {"plan": named_plans(layer, rows)})


@rule("plan_dato_erstatning")
def sentinel_date(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """24 December 1910: Plandata's way to write that the date is not known."""
    for layer in data.of("PLANS"):
        sentinels = _sentinels()
        rows = np.flatnonzero([one in sentinels for one in days_of(layer, "adopted")[0]])
        yield Hits(layer, rows, {"plan": named_plans(layer, rows)})


@rule("plan_aeldre_regler")
def older_rules(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Adopted while other calculation rules were in force, which keep applying to it (BR18's guide)."""
    sentinels, former = _sentinels(), _former_rules()
    for layer in data.of("PLANS"):
        dated = [
            (row, day)
            for row, day in enumerate(days_of(layer, "adopted")[0])
            if day is not None and day not in sentinels
        ]
        older = [(row, day) for row, day in dated if day < former[-1][0]]
        when = [next(words for limit, words in former if day < limit) for _, day in older]
        told = [danish_date(day) for _, day in older]
        chosen = np.array([row for row, _ in older], dtype=np.intp)
        yield Hits(layer, chosen, {"plan": named_plans(layer, chosen), "dato": told, "foer": when})


@rule("plan_dato_i_fremtiden")
def future_date(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Adopted later than this year."""
    for layer in data.of(*PLAN_ROLES):
        days = days_of(layer, "adopted")[0]
        rows = np.array(
            [row for row, one in enumerate(days) if one is not None and one.year > data.this_year], dtype=np.intp
        )
        told = [danish_date(days[row]) for row in rows.tolist()]
        yield Hits(layer, rows, {"plan": named_plans(layer, rows), "dato": told})


@rule("plan_ikke_gaeldende")
def not_in_force(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A proposal (F), a plan that is cancelled (A, or by its date) or yet to come, among those to be in force."""
    for layer in data.of(*PLAN_ROLES):
        words = {"F": "forslag", "A": "aflyst"}
        states = [words.get(one.upper(), "") for one in layer.texts("plan_status")]
        over = past_ends([layer.raw("plan_cancelled")], len(layer))
        early = later_starts([layer.raw("plan_in_force")], len(layer))
        states = [
            state or (f"aflyst {end}" if end else f"i kraft fra {start}" if start else "")
            for state, end, start in zip(states, over, early)
        ]
        rows = np.flatnonzero([bool(one) for one in states])
        told = [states[row] for row in rows.tolist()]
        yield Hits(layer, rows, {"plan": named_plans(layer, rows), "status": told})


# Areas on each other -------------------------------------------------------------------------------------------------


def _overlapping(layer: Layer, data: Inputs, rule: Rule, chosen: Booleans) -> Overlaps:
    shapes = layer.geometries.copy()
    shapes[~(layer.polygons & chosen)] = None
    return overlaps(shapes, rule.limit("least_m2"), rule.limit("least_width_m"), data.check)


def _told(layer: Layer, found: Overlaps, chosen: Integers, **more: list[str]) -> Hits:
    i, j = found.i[chosen], found.j[chosen]
    values = {
        "plan": named_plans(layer, i),
        "anden": named_plans(layer, j),
        "areal": np.rint(found.area[chosen]).tolist(),
    }
    return Hits(layer, i, {**values, **more}, points_on(found.shared[chosen]))


@rule("zoner_overlapper")
def zones_on_each_other(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Two frames for åben-lav, or two zones of the zone map, on the same ground."""
    for layer in data.of("ZONES", "ZONE_MAP"):
        if data.usable(layer):
            used = limits(layer).detached if layer.role == "ZONES" else np.ones(len(layer), dtype=bool)
            found = _overlapping(layer, data, rule, used)
            yield _told(layer, found, np.arange(len(found.i)))


def _contradictions(found: Overlaps, stated: Limits) -> list[str]:
    """In words, what the two plans of each pair state differently; "" where they agree."""
    told = []
    for a, b in zip(found.i.tolist(), found.j.tolist()):
        differ = []
        for name, values in (("bebyggelsesprocent", stated.ratio), ("etager", stated.storeys)):
            if not np.isnan(values[[a, b]]).any() and values[a] != values[b]:
                differ.append(f"{name} {decimal(values[a], 2)} og {decimal(values[b], 2)}")
        told.append(", ".join(differ))
    return told


@rule("planer_modstridende")
def contradicting_plans(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Two lokalplaner on the same ground whose limits differ: the newest is used."""
    for layer in data.of("PLANS"):
        if data.usable(layer):
            found = _overlapping(layer, data, rule, np.ones(len(layer), dtype=bool))
            told = _contradictions(found, limits(layer))
            chosen = np.flatnonzero([bool(one) for one in told])
            yield _told(layer, found, chosen, forskel=[told[one] for one in chosen.tolist()])


@rule("planer_overlapper")
def overlapping_plans(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Two lokalplaner on the same ground that do not contradict each other, which is common."""
    for layer in data.of("PLANS"):
        if data.usable(layer):
            found = _overlapping(layer, data, rule, np.ones(len(layer), dtype=bool))
            told = _contradictions(found, limits(layer))
            yield _told(layer, found, np.flatnonzero([not one for one in told]))


@rule("zonestatus_ukendt")
def unknown_zone(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """A zone of the zone map that is neither by-, land- nor sommerhuszone, nor one of their combinations."""
    words = ("byzone", "landzone", "sommerhusområde", "sommerhuszone")
    for layer in data.of("ZONE_MAP"):
        if layer.has("zone_status"):
            values, texts = layer.numbers("zone_status").values, layer.texts("zone_status")
            named = np.array([one.lower() in words for one in texts], dtype=bool)
            rows = np.flatnonzero(~named & ~np.isin(values, (1, 2, 3, 4, 5, 6, 7)))
            yield Hits(layer, rows, {"vaerdi": [texts[row] or "tomt" for row in rows.tolist()]})


@rule("tema_ikke_gaeldende")
def theme_not_in_force(data: Inputs, rule: Rule) -> Iterator[Hits]:
    """Danmarks Miljøportal's registrations that are proposals (2) or of unknown status (0)."""
    for layer in data.of("LAYERS"):
        values = layer.numbers("theme_status").values
        rows = np.flatnonzero(np.isin(values, (0, 2)))
        told = ["forslag" if one == 2 else "ukendt" for one in values[rows].tolist()]
        yield Hits(layer, rows, {"status": told})
