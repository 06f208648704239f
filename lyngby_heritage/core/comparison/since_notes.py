"""What a follow-up says of itself: what was not looked at, and why; never silence that reads as "unchanged"."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..common.data import load
from ..common.errors import Note, warning_in_both
from ..common.wording import joined
from .follow import AdoptedPlan, Registers, WorkList
from .since import EVENTS, FILE, NEW_ID, OTHERS, Stock
from .since_places import rows_with_both


def follow_notes(plan: AdoptedPlan, now: Registers, found: WorkList) -> list[Note]:
    """Everything that the reader must know besides the list itself."""
    return [*_not_given(plan, now), *_fields(plan.buildings, now.buildings), *_rest(plan, now, found)]


def _not_given(plan: AdoptedPlan, now: Registers) -> Iterator[Note]:
    if now.history is None:
        yield warning_in_both(
            "BBR is not given: no event of a building has a date from it, and whether a missing building was pulled "
            "down is not known.",
            "BBR med historik er ikke angivet: ingen hændelse har en dato derfra, og om en bygning, der mangler, er "
            "nedrevet, vides ikke.",
        )
    if now.plans is None:
        yield warning_in_both(
            "PLANS is not given: whether lokalplaner have come or gone was not looked at.",
            "Lokalplanerne er ikke angivet: om nogen er kommet til eller faldet bort, er ikke undersøgt.",
        )
    elif plan.plans is None:
        yield warning_in_both(
            "The package holds no lokalplaner: whether any have come or gone since cannot be told.",
            "Planens pakke har ingen lokalplaner: om nogen er kommet til eller faldet bort siden, kan ikke siges.",
        )
    if now.plots is None:
        yield warning_in_both(
            "PROPERTIES is not given: whether a property now exceeds its plot ratio was not looked at.",
            "Ejendommene er ikke angivet: om en ejendom nu overskrider bebyggelsesprocenten, er ikke undersøgt.",
        )
    elif plan.plots is None:
        yield warning_in_both(
            "The package holds no properties: whether one exceeds its plot ratio since cannot be told.",
            "Planens pakke har ingen ejendomme: om nogen overskrider bebyggelsesprocenten siden, kan ikke siges.",
        )


def _fields(plan: Stock, now: Stock) -> Iterator[Note]:
    if missing := _lacking(now):
        yield Note(
            "The layer of buildings has no field for: {fields}. That was not compared.",
            {"fields": missing},
            warning=True,
            danish="Laget med bygninger har intet felt med: {fields}. Det er ikke sammenlignet.",
        )
    if missing := _lacking(plan):
        yield Note(
            "The package has no field for: {fields}. That was not compared.",
            {"fields": missing},
            warning=True,
            danish="Planens pakke har intet felt med: {fields}. Det er ikke sammenlignet.",
        )


def _lacking(stock: Stock) -> str:
    """What a side has no field for, in Danish; "" for nothing."""
    texts = load(FILE)
    missing = [texts["words"][one] for one in texts["compared"] if one not in stock.facts]
    missing += [] if stock.has_save else ["SAVE-værdi"]
    missing += [] if stock.has_listed else ["fredning"]
    return joined(missing)


def _rest(plan: AdoptedPlan, now: Registers, found: WorkList) -> Iterator[Note]:
    rows = rows_with_both(found.followed)
    asked = np.array([found.groups[row] != OTHERS for row in rows.tolist()], dtype=bool)
    without = asked & ~(plan.buildings.outlined[rows] & now.buildings.outlined[found.followed.now[rows]])
    if without.any():
        yield _counted(
            "{count:building of the plan has|buildings of the plan have} no outline then or now, so that "
            "{count:=it was|they were} not compared.",
            "{count:bygning i planen har|bygninger i planen har} intet omrids dengang eller nu, så omridset er ikke "
            "sammenlignet.",
            int(without.sum()),
        )
    no_id = sum(not one for one in plan.buildings.ids)
    if no_id:
        yield _counted(
            "{count:building of the plan has|buildings of the plan have} no id, and could be found by "
            "{count:=its|their} place alone.",
            "{count:bygning i planen har|bygninger i planen har} intet id og kan kun findes på sit sted.",
            no_id,
            warning=True,
        )
    by_place = int(found.followed.by_place.sum())
    if by_place and found.count(NEW_ID) != by_place:
        yield _counted(
            "{count:building was|buildings were} found again by {count:=its|their} place.",
            "{count:bygning er|bygninger er} genkendt på sit sted.",
            by_place,
        )
    if found.unreported:
        yield _counted(
            "{count:event|events} of buildings that the plan neither designates nor has in question "
            "{count:=is|are} not in the list.",
            "{count:hændelse|hændelser} med bygninger, der hverken er udpeget eller til vurdering, er ikke med i "
            "listen.",
            found.unreported,
        )
    if found.own_plan_rows == 0:
        yield warning_in_both(
            "The plan itself is not among the lokalplaner of PLANS. Is it public in Plandata?",
            "Planen selv er ikke blandt lokalplanerne. Er den offentliggjort i Plandata?",
        )


def summary_note(found: WorkList) -> Note:
    """The numbers of the run in one line."""
    values: dict[str, object] = {kind: found.count(kind) for kind in EVENTS}
    return Note(
        "{followed:building|buildings} of the plan followed, {all:event|events}: {nedrevet:,} demolished, {vaek:,} "
        "gone, {ombygget:,} rebuilt, {anden_vaerdi:,} of another value or listing, {lokalplan:,} of lokalplaner, "
        "{andet_omrids:,} of another outline, {nyt_id:,} with a new id, {procent:,} over the plot ratio. Nothing is "
        "changed in the plan.",
        {**values, "followed": found.followed_count, "all": len(found.events)},
    )


def _counted(english: str, danish: str, count: int, warning: bool = False) -> Note:
    return Note(english, {"count": count}, warning, danish)
