"""What needs permission and what does not, what the council can still change, and how to answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..common.law import Citations, references
from ..common.wording import joined
from ..designation.shown_classes import APART
from ..plan.area_parcels import INSIDE, OUTSIDE, UNDECIDED, parcels_called
from ..plan.card_line import Line
from ..plan.may_i import (
    PART,
    PERHAPS,
    WHOLE,
    Answer,
    after_answers,
    before_answers,
    has_own_text,
    interim,
    may_i,
)
from ..plan.state import ADOPTED, DRAFT, PROPOSAL, PlanState
from .blocks import Part, Section
from .building_part import is_told
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
        parts += _interim(facts, state)
    elif has_own_text():
        parts.append(Part(texts()["own_text"]))
        parts += _interim(facts, state)
    else:
        parts.append(Part(before_answers(state, _where(facts))))
        beside = any(is_told(one) and one.group not in by_group for one in facts.buildings)
        if facts.partly:
            parts.append(Part(_with_parcels("partly", facts)))
        elif beside:
            parts.append(Part(texts()["in_area"]["beside"]))
        for group in sorted(by_group):
            parts += _of_group(may_i(state, group), by_group[group], beside or len(by_group) > 1)
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


def _where(facts: PropertyFacts) -> str:
    """How much of the property the plan's area has, as `interim` asks for it."""
    return PERHAPS if _reach(facts) == UNDECIDED else PART if facts.partly else WHOLE


def _interim(facts: PropertyFacts, state: PlanState) -> Iterator[Part]:
    """What may not be anticipated before the plan is in force, on a property that its area has or may have."""
    said = interim(state, _where(facts))
    if said and _reach(facts) != OUTSIDE:
        yield Part(said)


def _with_parcels(key: str, facts: PropertyFacts) -> str:
    """A text that names those of the property's parcels that § 2 lists, behind it what holds there."""
    words = texts()["in_area"]
    parcels = parcels_called("; ".join(facts.in_area)) or words["parcels"]
    return f"{words['named'].format(jordstykker=parcels)} {words[key]}"


def _none_designated(facts: PropertyFacts, state: PlanState) -> str:
    """What is said of a property on which no building is designated: whether the plan's area has it."""
    words = texts()["none_designated"]
    none = words["none"].format(is_designated=state.is_designated)
    reach = _reach(facts)
    if reach == INSIDE:
        return f"{none} {_with_parcels('inside' if state.in_force else 'inside_proposed', facts)}"
    return f"{none} {words[{OUTSIDE: 'outside', UNDECIDED: 'undecided'}[reach]]}"


def _of_group(answers: Sequence[Answer], buildings: Sequence[SheetBuilding], others: bool) -> Iterator[Part]:
    """The answers for the buildings of a group, which are named where `others` stand beside them on the sheet."""
    if others:
        yield Part(_answered(buildings), strong=True)
    by_answer: dict[str, list[Answer]] = {}
    for one in answers:
        by_answer.setdefault(one.answer, []).append(one)
    yield Part(lines=tuple(Line(_themes(those), answer) for answer, those in by_answer.items()))
    told = tuple(Line(one.text, _placed(one.theme, one)) for one in answers if one.text)
    if told:
        yield Part(lines=told, drop=DROP_RULES, instead=texts()["shortened"]["regler"])


def _answered(buildings: Sequence[SheetBuilding]) -> str:
    """Buildings by their numbers in the plan; on an anonymous sheet, which has none, as they are called there."""
    numbers = joined([f"nr. {one.facts.number}" for one in buildings if one.facts.number])
    called = joined([one.facts.address for one in buildings if one.facts.address])
    return f"Bygning {numbers}" if numbers else called or "En bygning uden nummer"


def _themes(answers: Sequence[Answer]) -> str:
    """The themes of one answer, each with where it stands."""
    return ", ".join(_placed(one.theme.lower(), one) for one in answers)


def _placed(theme: str, answer: Answer) -> str:
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
