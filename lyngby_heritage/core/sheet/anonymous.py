"""A sheet that names nobody's property: what says which one it is goes, and the sheet says what went.

Figures, values and reasons stay, so whoever knows them may still know the property: the sheet says that too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..common import addresses
from ..common.wording import capitalised
from ..plan.card_facts import Facts, PlanOver
from ..registers.parcel_names import NO_DISTRICT
from .blocks import Part, Section, Sheet
from .facts import Environment, PlanFacts, PreservingPlan, PropertyFacts, SheetBuilding, SheetPlot
from .texts import SUMMARY, texts

_PLANS = "ramme|lokalplan|byplanvedtægt|delområde|rammeområde|åben-lav-område"
SOURCE = re.compile(rf" \((?:{_PLANS})[^()]*(?:\([^()]*\)[^()]*)*\)", re.IGNORECASE)
"""Who says a limit, in the sum: the name of a plan or of a part of it."""
_GOES_ON = "er|tillader|kendes|regulerer|udpeger|angiver|har"
"""The verbs that a sentence about a plan goes on with, behind its name."""
_OF_PLAN = re.compile(
    rf"\b(?i:lokalplan|byplanvedtægt|ramme|delområde)(?: nr\.)? (?=[\dA-ZÆØÅ»])[^.;]*?(?= (?:{_GOES_ON})\b|[.;]|$)"
)
"""A plan's kind with its number or name; a sentence about any plan at all ("ingen lokalplan") names none."""
DECIDED = "beslutning"


def anonymous(facts: PropertyFacts) -> PropertyFacts:
    """The facts without address, parcels, ids, numbers, stories and the names of plans, areas and neighbours."""
    words = texts()["anonymous"]
    gone = _Gone(facts)
    return replace(
        facts,
        key="",
        parcels=(),
        addresses=(),
        buildings=tuple(_building(one, at, gone) for at, one in enumerate(facts.buildings, start=1)),
        plots=None if facts.plots is None else tuple(_plot(one, gone) for one in facts.plots),
        themes=None if facts.themes is None else tuple(replace(one, areas=()) for one in facts.themes),
        plans=None if facts.plans is None else tuple(_plan(one, words["plan"]) for one in facts.plans),
        in_area=(),
        environments=tuple(Environment(words["gone"], "", "") for _ in facts.environments),
        placed=facts.placed,
    )


def anonymous_sheet(sheet: Sheet) -> Sheet:
    """The sheet of `anonymous` facts: it says what is left out, and shows no map."""
    words = texts()["anonymous"]
    told = Part(words["left_out"])
    sections = [
        Section(one.key, one.title, (*one.parts, told)) if one.key == SUMMARY else one for one in sheet.sections
    ]
    return replace(sheet, title=words["title"], about="", sections=tuple(sections), map_text="", map_lines="")


def anonymous_plan(plan: PlanFacts) -> PlanFacts:
    """The plan as an anonymous sheet names it: as any other does, but for the link to its map."""
    return replace(plan, web_address="")


class _Gone:
    """Takes out of a text what names the property."""

    def __init__(self, facts: PropertyFacts) -> None:
        names = set(_names(facts))
        found = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
        self.pattern = re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE) if names else None
        self.word, self.plan = texts()["anonymous"]["gone"], texts()["anonymous"]["plan"]
        plans = {one.over.called for one in facts.plans or ()}
        for one in facts.plots or ():
            plans |= {source for source in (one.plot.ratio_source, one.plot.storeys_source) if _names_plan(source)}
        self.plans = sorted((one for one in plans if " " in one), key=len, reverse=True)

    def of(self, text: str) -> str:
        """The text without them."""
        return self.pattern.sub(self.word, text) if self.pattern else text

    def of_plans(self, text: str) -> str:
        """The text with "a lokalplan" for each that it names, and every sentence whole."""
        for name in self.plans:  # first those that are known, whatever words they are made of
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", self._some_plan, text, flags=re.IGNORECASE)
        return _OF_PLAN.sub(self._some_plan, text)

    def _some_plan(self, named: re.Match[str]) -> str:
        begins = not named.string[: named.start()].rstrip() or named.string[: named.start()].rstrip().endswith(".")
        return capitalised(self.plan) if begins else self.plan


def _names(facts: PropertyFacts) -> Iterable[str]:
    """What of a property may stand in a text about it."""
    for address in (*facts.addresses, *(one.facts.address for one in facts.buildings)):
        street, _ = addresses.parts(address)
        yield from (one for one in (address, address.partition(",")[0], street) if len(one) > 2)
    for name in facts.parcels:
        number, _, district = name.removesuffix(NO_DISTRICT).partition(" ")
        yield from (one for one in (name, f"matr.nr. {number}", district) if len(one) > 2)
    if facts.key:
        yield facts.key
    for one in facts.buildings:
        if one.facts.id:
            yield one.facts.id
        for each in one.facts.neighbours or ():
            yield from (name for name in (each.called, addresses.parts(each.called)[0]) if len(name) > 2)


def _building(one: SheetBuilding, number: int, gone: _Gone) -> SheetBuilding:
    words = texts()["anonymous"]
    facts = one.facts
    neighbours = None
    if facts.neighbours is not None:
        neighbours = tuple(
            replace(each, id=str(at), called=words["neighbour"].format(number=at))
            for at, each in enumerate(facts.neighbours, start=1)
        )
    kept: Facts = replace(
        facts,
        id="",
        address=words["building"].format(number=number),
        # A person wrote the reason of a decision, and may have written whose house it is.
        reason=words["gone"] if facts.ground == DECIDED else gone.of(gone.of_plans(facts.reason)),
        number=None,
        parcels="",
        story="",
        environment=words["gone"] if facts.environment else "",
        neighbours=neighbours,
        plans=None if facts.plans is None else tuple(PlanOver(words["plan"], each.adopted) for each in facts.plans),
    )
    return replace(one, facts=kept)


def _plot(one: SheetPlot, gone: _Gone) -> SheetPlot:
    plot = replace(
        one.plot,
        ratio_source="" if _names_plan(one.plot.ratio_source) else one.plot.ratio_source,
        storeys_source="" if _names_plan(one.plot.storeys_source) else one.plot.storeys_source,
        remark=gone.of(gone.of_plans(SOURCE.sub("", one.plot.remark))),
    )
    return replace(one, plot=plot, parcels="")


def _names_plan(source: str) -> bool:
    """Whether a limit comes from somewhere, and not from the municipality's general one."""
    return bool(source) and source != "parameter"


def _plan(one: PreservingPlan, word: str) -> PreservingPlan:
    return PreservingPlan(PlanOver(word, one.over.adopted), one.preserves, "")
