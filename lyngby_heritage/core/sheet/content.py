"""The sheet of a property: one text, which paper and screen show alike (`Sheet`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..common.dates import danish_date
from ..common.plan_names import plans_joined
from ..common.wording import capitalised, joined, plain_plural
from ..designation.chosen_values import neighbour_value
from ..designation.shown_classes import APART
from ..neighbourhood.plot_statuses import NOT_COVERED, OF_AREA, status_words
from ..plan.card import FACTS as FACT_LINES
from ..plan.card import NEIGHBOURS, NO_ADDRESS, card_of
from ..plan.card import UNKNOWN as UNKNOWN_LINES
from ..plan.card_facts import Plot
from ..plan.card_line import Line
from .blocks import Part, Section, Sheet
from .building_part import building_named, building_section, only_small_ones
from .facts import PlanFacts, PropertyFacts, SheetBuilding
from .land_part import plan_section, plot_section, theme_section
from .rules_part import process_section, rules_section
from .texts import SUMMARY, UNKNOWN, plan_named, texts, title
from .today import designated_already


def sheet_of(facts: PropertyFacts, plan: PlanFacts) -> Sheet:
    """The sheet of a property, with every section that has something to say."""
    sections = (
        summary_section(facts, plan),
        building_section(facts, plan.state),
        rules_section(facts, plan.state),
        process_section(facts, plan),
        plot_section(facts),
        theme_section(facts, plan),
        plan_section(facts),
        unknown_section(facts, plan),
    )
    return Sheet(
        title=sheet_title(facts),
        about=_about(facts),
        plan=plan.heading,
        state=plan.state.sentence,
        sections=tuple(one for one in sections if one is not None),
        footer=_footer(plan),
        map_text=_map_text(facts, plan) if facts.placed else "",
        map_lines=texts()["map_edge"] if facts.placed else "",
    )


def with_part_of_map(sheet: Sheet) -> Sheet:
    """The sheet of a property of which its map shows a part."""
    said = Part(texts()["part_of_map"])
    sections = [replace(one, parts=(*one.parts, said)) if one.key == SUMMARY else one for one in sheet.sections]
    return replace(sheet, sections=tuple(sections))


def with_environment_on_map(sheet: Sheet) -> Sheet:
    """The sheet of a property on whose map the boundary of an environment is drawn."""
    return replace(sheet, map_lines=f"{sheet.map_lines} {texts()['map_environment']}")


def sheet_title(facts: PropertyFacts) -> str:
    """What the property is called: its addresses, else its parcels, else its id."""
    most = texts()["most_addresses"]
    shown = list(facts.addresses[:most])
    if len(facts.addresses) > most:
        more = len(facts.addresses) - most
        return f"{', '.join(shown)} og {plain_plural(more, 'adresse', 'adresser')} mere"
    if shown:
        return joined(shown)
    return "; ".join(facts.parcels) or (f"BFE {facts.key}" if facts.key else NO_ADDRESS)


def _about(facts: PropertyFacts) -> str:
    most = texts()["most_parcels"]
    more = len(facts.parcels) - most
    parcels = "; ".join(facts.parcels[:most])
    if more > 0:
        parcels += f" og {plain_plural(more, 'grund', 'grunde')} mere"
    return " · ".join(
        (
            f"Matr.nr. {parcels}" if parcels else "Matr.nr. ikke oplyst",
            f"BFE {facts.key}" if facts.key else "BFE ikke oplyst",
        )
    )


def summary_section(facts: PropertyFacts, plan: PlanFacts) -> Section:
    """The answers in a few lines."""
    return Section(SUMMARY, title(SUMMARY), (Part(lines=tuple(_summary(facts, plan))),))


def _summary(facts: PropertyFacts, plan: PlanFacts) -> Iterator[Line]:
    state = plan.state
    count, named = len(facts.buildings), facts.designated
    them = plain_plural(count, "bygning", "bygninger")
    only_small = only_small_ones(facts)
    if not count:
        yield Line("Ingen bygning i planens offentlige data", "Bevaring")
    elif named and count == 1:
        yield Line(f"Bygningen {state.is_designated}.", "Bevaring")
    elif named:
        yield Line(_with_today(f"{named} af {them} {state.is_designated}.", facts), "Bevaring")
    elif only_small:
        yield Line(_with_today(only_small, facts), "Bevaring")
    elif count == 1:
        yield Line(_with_today(f"Bygningen {state.is_not_designated} i denne plan.", facts), "Bevaring")
    else:
        yield Line(_with_today(f"Ingen af {them} {state.is_designated} i denne plan.", facts), "Bevaring")
    for kind in APART:
        apart = sum(one.facts.apart == kind for one in facts.buildings)
        if apart:
            those = plain_plural(apart, "bygning", "bygninger")
            yield Line(f"{those}, som bestemmelserne ikke gælder.", capitalised(kind))
    yield Line(limits_in_short(facts), "Bebyggelsesprocent og etager")
    if facts.themes is None:
        yield Line("Ikke undersøgt", "Landskab og beskyttelse")
    else:
        held = [one.name + (" (forslag)" if one.proposed else "") for one in facts.themes if one.held]
        yield Line(joined(held) if held else "Intet af de undersøgte temaer", "Landskab og beskyttelse")
    if facts.plans is None:
        yield Line("Ikke undersøgt", "Lokalplaner i kraft")
    else:
        called = plans_joined([one.over.called for one in facts.plans])
        yield Line(capitalised(called) or "Ingen af de undersøgte", "Lokalplaner i kraft")


def _with_today(said: str, facts: PropertyFacts) -> str:
    return " ".join([said, *designated_already(facts)])


def limits_in_short(facts: PropertyFacts) -> str:
    """The statuses of the plots in a line; of several that differ, each by its number."""
    if facts.plots is None:
        return "Ikke undersøgt"
    if not facts.plots:
        return "Ejendommen er ikke i laget med bebyggelsesprocenter"
    said = [_limits_of(one.plot) for one in facts.plots]
    if len(set(said)) == 1:
        return capitalised(said[0])
    numbers = joined_by_text(said, [str(one.plot.number or "?") for one in facts.plots])
    return " ".join(f"Grund {numbered}: {text}." for text, numbered in numbers)


def joined_by_text(texts: Sequence[str], names: Sequence[str]) -> list[tuple[str, str]]:
    """Each text once, with the names that it is said of."""
    return [(one, joined([name for text, name in zip(texts, names) if text == one])) for one in dict.fromkeys(texts)]


def _limits_of(plot: Plot) -> str:
    """What is said of a plot's two limits, as the end of a sentence."""
    words = status_words()
    if plot.status == NOT_COVERED:
        return words[NOT_COVERED].lower()
    storeys = f"{words.get(plot.status_storeys, plot.status_storeys).lower()} for etager"
    if plot.status_ratio == OF_AREA:
        return f"bebyggelsesprocenten gælder området som helhed; {storeys}"
    ratio = words.get(plot.status_ratio, plot.status_ratio).lower()
    if plot.status_ratio == plot.status_storeys:
        return f"{ratio} for begge"
    return f"{ratio} for bebyggelsesprocent, {storeys}"


def unknown_section(facts: PropertyFacts, plan: PlanFacts) -> Section:
    """What the sheet cannot tell, and where to ask."""
    said = list(dict.fromkeys(_unknown(facts, plan)))
    ask = texts()["ask"]
    said += [ask["servitutter"], ask["sager"], ask["bbr"]]
    if plan.contact is not None:
        said.append(ask["kontakt"].format(text=plan.contact[0], url=plan.contact[1]))
    else:
        said.append(ask["kommune"].format(municipality=plan.municipality or "kommunen"))
    if plan.web_address:
        said.append(ask["hjemmeside"].format(web=plan.web_address))
    return Section(UNKNOWN, title(UNKNOWN), (Part(lines=tuple(map(Line, said))),))


def _unknown(facts: PropertyFacts, plan: PlanFacts) -> Iterator[str]:
    if not facts.placed:
        yield "Ejendommens sted kendes ikke, så kort og temaer mangler."
    shown = [one for one in facts.buildings if one.main or one.group]
    for one in shown:
        asked = plan.knows_pairs and _may_be_compared(one)
        wanted = (FACT_LINES, UNKNOWN_LINES, *((NEIGHBOURS,) if asked else ()))
        section = card_of(one.facts, wanted).section(UNKNOWN_LINES)
        told = [line.text for line in section.lines] if section else []
        yield from (f"{building_named(one)}: {text}" for text in told)
    if not plan.knows_pairs and any(map(_may_be_compared, shown)):
        yield "Hvilke naboer bygningen er sammenlignet med, er ikke med i data bag arket."
    if facts.plots is None:
        yield "Laget med bebyggelsesprocenter er ikke med i planen."
    elif not facts.plots:
        yield "Ejendommen er ikke i laget med bebyggelsesprocenter."
    if facts.placed and facts.themes is None:
        yield "Landskab og beskyttelse er ikke undersøgt: planen har ikke laget."
    elif facts.unknown_themes:
        yield f"Planens data siger intet om: {joined(facts.unknown_themes)}."
    if facts.plans is None:
        yield "Lokalplaner i kraft er ikke undersøgt: planen har ikke laget."


def _may_be_compared(one: SheetBuilding) -> bool:
    """Whether neighbours may have decided on a building: of no other value do they, nor where the run counted none."""
    counted = one.facts.counted
    return one.facts.save == neighbour_value() and (counted is None or counted[1] > 0)


def _footer(plan: PlanFacts) -> str:
    day = danish_date(plan.made_at) if plan.made_at else "en ukendt dag"
    made = f" (plugin-version {plan.versions})" if plan.versions else ""
    told = {"day": day, "made": made, "binding": plan.state.binding, "sources": plan.source}
    return str(texts()["footer"].format(today=danish_date(plan.today), **told))


def _map_text(facts: PropertyFacts, plan: PlanFacts) -> str:
    """What the map shows, in words."""
    named = [str(one.facts.number) for one in facts.buildings if one.facts.number]
    numbers = f" Bygning nr. {joined(named)} i {plan_named(plan.state)} ligger på den." if named else ""
    return f"Kort over ejendommen {sheet_title(facts)} og dens omgivelser; ejendommen har en kraftig rød kant.{numbers}"
