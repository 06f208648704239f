"""What needs permission and what does not, what the council can still change, and how to answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..common.law import Citations, references
from ..common.wording import joined
from ..designation.shown_classes import APART
from ..plan.area_parcels import INSIDE, OUTSIDE, UNDECIDED, parcels_called
from ..plan.card_line import Line
from ..plan.may_i import Answer, after_answers, before_answers, has_own_text, may_i
from ..plan.state import ADOPTED, DRAFT, PROPOSAL, PlanState
from .blocks import Part, Section
from .facts import PlanFacts, PropertyFacts, SheetBuilding
from .texts import PROCESS, RULES, plan_named, stage, texts, title
from .today import designated_already

DROP_RULES = 1


def rules_section(facts: PropertyFacts, state: PlanState) -> Section:
    """What the provisions say of the property's buildings, by group; never more than they say."""
    by_group: dict[str, list[SheetBuilding]] = {}
    for one in facts.buildings:
        if one.group is not None and one.group not in APART:
            by_group.setdefault(one.group, []).append(one)
    parts: list[Part] = []
    if not by_group:
        parts.append(Part(" ".join([_none_designated(facts, state), *designated_already(facts)])))
    elif has_own_text():
        parts.append(Part(texts()["own_text"]))
    else:
        parts.append(Part(before_answers(state)))
        for group in sorted(by_group):
            parts += _of_group(may_i(state, group), by_group[group], len(by_group) > 1)
        parts.append(Part(after_answers()))
    for kind in APART:
        if any(one.facts.apart == kind for one in facts.buildings):
            parts.append(Part(texts()["apart"][kind].format(called=plan_named(state))))
    if by_group and references()["energy"].verified:
        said = texts()["energy" if state.in_force else "energy_proposed"]
        parts.append(Part(said.format(energy=references()["energy"])))
    return Section(RULES, title(RULES), tuple(parts))


def _reach(facts: PropertyFacts) -> str:
    """Whether the property is in the plan's area; what a municipality's own § 2 lists is not known here."""
    return UNDECIDED if has_own_text() and facts.reach == OUTSIDE else facts.reach


def _none_designated(facts: PropertyFacts, state: PlanState) -> str:
    """What is said of a property on which no building is designated: whether the plan's area has it."""
    words = texts()["none_designated"]
    parcels = parcels_called("; ".join(facts.in_area)) or words["parcels"]
    inside = "inside" if state.in_force else "inside_proposed"
    where = {INSIDE: inside, OUTSIDE: "outside", UNDECIDED: "undecided"}[_reach(facts)]
    said = f"{words['none']} {words[where]}"
    return str(said.format(is_designated=state.is_designated, jordstykker=parcels))


def _of_group(answers: Sequence[Answer], buildings: Sequence[SheetBuilding], several: bool) -> Iterator[Part]:
    if several:
        numbers = joined([f"nr. {one.facts.number}" for one in buildings if one.facts.number])
        yield Part(f"Bygning {numbers}" if numbers else "En bygning uden nummer", strong=True)
    by_answer: dict[str, list[Answer]] = {}
    for one in answers:
        by_answer.setdefault(one.answer, []).append(one)
    yield Part(lines=tuple(Line(_themes(those), answer) for answer, those in by_answer.items()))
    told = tuple(Line(one.text, _where(one.theme, one)) for one in answers if one.text)
    if told:
        yield Part(lines=told, drop=DROP_RULES, instead=texts()["shortened"]["regler"])


def _themes(answers: Sequence[Answer]) -> str:
    """The themes of one answer, each with where it stands."""
    return ", ".join(_where(one.theme.lower(), one) for one in answers)


def _where(theme: str, answer: Answer) -> str:
    return f"{theme} ({answer.paragraph})" if answer.paragraph else theme


def process_section(facts: PropertyFacts, plan: PlanFacts) -> Section:
    """What can still change, and how an owner answers."""
    state = plan.state
    cite = Citations()
    outside = texts()["process_outside"] if _reach(facts) == OUTSIDE else {}
    told = [*outside.get(stage(state), texts()["process"][stage(state)])]
    if state.in_force and facts.designated:
        told.append(texts()["takeover"])
    said = [one.format_map(cite) for one in told]
    said += _answer(facts, plan)
    heading = title(f"{PROCESS}_vedtaget" if state.code == ADOPTED else PROCESS)
    return Section(PROCESS, heading, tuple(Part(one) for one in said))


def _answer(facts: PropertyFacts, plan: PlanFacts) -> Iterator[str]:
    state, words = plan.state, texts()["answer"]
    dates = state.known_dates
    if state.code == DRAFT and {"hearing_from", "hearing_to"} <= set(dates):
        yield words["expected"].format(**dates)
    if state.code != PROPOSAL:
        return
    yield words["until"].format(**dates) if "hearing_to" in dates else words["no_date"]
    numbers = [str(one.facts.number) for one in facts.buildings if one.facts.number]
    which = f" (nr. {joined(numbers)} i planen)" if numbers else ""
    yield words["write"].format(which=which)
