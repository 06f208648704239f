"""The section of a sheet on the buildings: value, ground and reason of each, and the neighbours compared with it."""

from __future__ import annotations

from collections.abc import Iterator

from ..common.wording import plain_plural
from ..designation.chosen_values import RULE_ALONE
from ..plan.card import DECISION, FACTS, MEANING, NEIGHBOURS, NO_ADDRESS, REASON, Card, card_of
from ..plan.card_line import Line
from ..plan.state import PlanState
from ..registers.registration import SUB_VALUES
from .blocks import Part, Section
from .facts import PropertyFacts, SheetBuilding
from .texts import BUILDINGS, shortened, title

NOT_TOLD = ("id", "fbb", "matrikel", "nummer", "anvendelse", "aar")
"""Lines of a card that a sheet tells elsewhere."""
DROP_NEIGHBOURS, DROP_OTHERS = 2, 4
FEW = 3
"""Buildings that no plan names and that stand on a sheet however long it is."""


def building_section(facts: PropertyFacts, state: PlanState) -> Section:
    """The buildings that the plan names and the other main ones, each with its card's words; small ones are counted."""
    told = [one for one in facts.buildings if is_told(one)]
    small = len(facts.buildings) - len(told)
    parts: list[Part] = []
    others = 0
    for one in told:
        others += one.group is None
        drop = DROP_OTHERS if others > FEW else 0
        parts += _building(one, state, drop)
    if not facts.buildings:
        parts.append(Part("Planens offentlige data nævner ingen bygning på ejendommen."))
    if small and told:
        parts.append(Part(f"Desuden {_small(small)}, som planen ikke nævner."))
    elif small:
        parts.append(Part(only_small_ones(facts)))
    return Section(BUILDINGS, title(BUILDINGS), tuple(parts))


def only_small_ones(facts: PropertyFacts) -> str:
    """What is said of a property of whose buildings the public is told of small ones alone; "" of any other.

    Its house may be withheld from the public, so nothing is said of the property as if they were all.
    """
    if not facts.buildings or any(map(is_told, facts.buildings)):
        return ""
    return f"Planens offentlige data nævner kun {_small(len(facts.buildings))} på ejendommen."


def _small(count: int) -> str:
    return f"{plain_plural(count, 'mindre bygning', 'mindre bygninger')} (garage, udhus og lignende)"


def is_told(one: SheetBuilding) -> bool:
    """Whether a building has its own lines: it is a main one, the plan names it, or somebody must look at it."""
    return one.main or one.group is not None or one.facts.ground in ("til_vurdering", "beslutning")


def building_named(one: SheetBuilding) -> str:
    """A building as a sheet names it: "Nr. 206: Ågade 1, etagebolig, opført 1936"."""
    facts = one.facts
    number = f"Nr. {facts.number}: " if facts.number else ""
    said = [facts.address or NO_ADDRESS, facts.use, f"opført {facts.year}" if facts.year else ""]
    return number + ", ".join(filter(None, said))


def _building(one: SheetBuilding, state: PlanState, drop: int) -> Iterator[Part]:
    card = card_of(one.facts, (DECISION, REASON, FACTS, NEIGHBOURS, MEANING), state.answer)
    instead = shortened("bygninger") if drop else ""
    yield Part(building_named(one), strong=True, drop=drop, instead=instead)
    verdict = f"{card.verdict}. {card.ground}".strip().rstrip(".") + "."
    lines = [Line(verdict, "Udpeget?"), *_facts(card), *_reason(card)]
    yield Part(lines=tuple(lines), drop=drop, instead=instead)
    yield from _neighbours(card, drop, instead)


def _facts(card: Card) -> Iterator[Line]:
    """The card's facts, SAVE's parameters in one line."""
    section = card.section(FACTS)
    lines = [one for one in section.lines if one.key not in NOT_TOLD] if section else []
    parameters = [one for one in lines if one.key in SUB_VALUES]
    for one in lines:
        if one.key not in SUB_VALUES:
            yield one
        elif one is parameters[0]:
            said = (f"{each.name.lower()} {each.text.replace(': ', ' (')})" for each in parameters)
            yield Line(", ".join(said), "SAVE's delværdier", one.key)


def _reason(card: Card) -> Iterator[Line]:
    section = card.section(REASON)
    for one in section.lines if section else ():
        quoted = section is not None and section.title == RULE_ALONE
        yield Line(f"»{one.text}«" if quoted else one.text, section.title if section else "", "begrundelse")


def _neighbours(card: Card, drop: int, instead: str) -> Iterator[Part]:
    section = card.section(NEIGHBOURS)
    if section is None:
        return
    heads = [one for one in section.lines if not one.name]
    each = tuple(one for one in section.lines if one.name)
    for one in heads:
        yield Part(one.text, drop=drop, instead=instead)
    if each:
        yield Part(lines=each, drop=min(drop or DROP_NEIGHBOURS, DROP_NEIGHBOURS), instead=shortened("naboer"))
