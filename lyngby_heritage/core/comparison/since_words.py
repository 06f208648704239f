"""What the work list says of an event, in plain Danish: before, after, what has happened, whom it is for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from ..common.data import load
from ..common.dates import danish_date
from ..common.wording import capitalised, joined, plain_spaces, quantity, share, storeys
from ..common.wording import year as year_in_words
from ..registers.codes import label
from .compare import NOBODY
from .reasons import NO_READABLE_VALUE
from .since import APART, FILE, HELD_BACK, Event, Fate, History, Stock, advice

NOT_IN_PLAN = "ikke i planen"
NEW_OF_VALUE = "Bygningen er ikke i planen og har en SAVE-værdi, der ville udpege den."
OTHER_ID = "På bygningens sted står en bygning med et andet id, og intet i registrene tyder på, at den er en anden."
UNKNOWN_DAY = "Dagen er ikke oplyst."

CODED = ("use", "wall", "roof")
AREAS = ("footprint_area", "total_area")


def text_of(event: Event) -> str:
    """The whole text of an event: what, when, where to look, who decides."""
    look, decides = advice(event.kind, event.group)
    when = f"Registret oplyser dagen {danish_date(date.fromisoformat(event.day))}." if event.day else UNKNOWN_DAY
    return f"{event.what} {when} {look} Hvem afgør det: {decides}"


def standing(plan: Stock, row: int, group: str) -> str:
    """How a building stood: "udpeget, SAVE-værdi 3"; what the plan does not bind is never said to be designated."""
    yes = {1: "udpeget", 0: "ikke udpeget"}.get(int(plan.designated[row]), "udpegning ikke oplyst")
    if group == APART:
        yes = "fredet" if plan.listed[row] == 1 else "kirke"
    if group == HELD_BACK:
        yes = "ikke nævnt i planen"
    return f"{yes}, {_save(int(plan.save[row]))}"


def _save(value: int) -> str:
    return f"SAVE-værdi {value}" if value >= 1 else NO_READABLE_VALUE


# ---- gone ------------------------------------------------------------------------------------------------------------


def after_gone(fate: Fate | None, now: Stock, successor: int) -> str:
    """What the registers have instead of a building that is gone."""
    said = f"BBR: {fate.reason.removeprefix('er ')}" if fate is not None else "ikke i registrene"
    if successor == NOBODY:
        return said
    year = now.facts["year"][successor] if "year" in now.facts else math.nan
    built = f", opført {year_in_words(year)}" if not math.isnan(year) else ""
    return f"{said}; på stedet står nu en anden bygning{built}"


def what_is_gone(fate: Fate | None, history: History | None, id: str, replaced: bool) -> str:
    """Why a building counts as gone."""
    if fate is not None:
        said = f"I BBR er bygningen {fate.reason.removeprefix('er ')}."
        case = f" Sag: {fate.case}." if fate.case else ""
    else:
        case = ""
        if history is None:
            said = (
                "Bygningen er ikke i det nye udtræk. BBR med historik er ikke angivet, så om den er nedrevet, vides "
                "ikke."
            )
        elif id in history.since:
            said = "Bygningen er ikke i laget med bygninger, men BBR fører den stadig som opført."
        else:
            said = "Bygningen er hverken i det nye udtræk eller i BBR's historik."
    return said + case + (" På stedet står en anden, nyere bygning." if replaced else "")


# ---- rebuilt ---------------------------------------------------------------------------------------------------------


def facts(stock: Stock, row: int, changed: Sequence[str]) -> str:
    """The facts of a building that differ: "etager 1, tag tegl"."""
    called = load(FILE)["words"]
    return ", ".join(f"{called[one]} {_fact(one, float(stock.facts[one][row]))}" for one in changed)


def _fact(concept: str, value: float) -> str:
    if math.isnan(value):
        return "ikke oplyst"
    if concept in CODED:
        return label(concept, int(value))
    if concept in AREAS:
        return plain_spaces(quantity(value, "m²", 0))
    return storeys(value) if concept == "storeys" else year_in_words(value)


def what_is_rebuilt(changed: Sequence[str], history: History | None, id: str) -> str:
    """Which facts of BBR are others."""
    called = load(FILE)["words"]
    case = history.cases.get(id, "") if history is not None else ""
    return f"BBR har andre oplysninger om {joined([called[one] for one in changed])}." + (
        f" Sag: {case}." if case else ""
    )


# ---- value, outline --------------------------------------------------------------------------------------------------


def value(stock: Stock, row: int, of_value: bool, of_listing: bool) -> str:
    """The value and the listing of a building, as far as they differ."""
    parts = [_save(int(stock.save[row]))] if of_value else []
    if of_listing:
        parts.append("fredet" if stock.listed[row] == 1 else "ikke fredet")
    return ", ".join(parts)


def what_of_value(of_value: bool, of_listing: bool, would_be: bool) -> str:
    """What of the two differs."""
    what = joined([*(["SAVE-værdien"] if of_value else []), *(["fredningen"] if of_listing else [])])
    tail = " Bygningen er ikke udpeget i planen; med den nye værdi ville den være det." if would_be else ""
    are = "er andre" if of_value and of_listing else "er en anden"
    return f"{capitalised(what)} {are} end i planen.{tail}"


def area_of_outline(area: float) -> str:
    """The area of an outline."""
    return f"omrids på {plain_spaces(quantity(area, 'm²', 0))}"


def what_of_outline(common: float) -> str:
    """How much two outlines have in common."""
    return f"De to omrids har {plain_spaces(share(common, 0))} af det, de dækker tilsammen, til fælles."
