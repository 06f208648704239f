"""The sections of a sheet on the land: plot ratio with its sum, storeys, themes with their ground, lokalplaner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..common.dates import danish_date
from ..common.law import UNCHECKED
from ..common.wording import capitalised, joined, percent, plain_spaces, plural, quantity
from ..plan.card import PLOT as PLOT_LINES
from ..plan.card import card_of, exceeded_by
from ..plan.card_facts import Facts
from ..plan.card_line import Line
from .blocks import Part, Section
from .facts import NearTheme, PlanFacts, PropertyFacts, SheetPlot
from .texts import PLANS, PLOT, THEMES, shortened, texts, title

DROP_QUOTES, DROP_STORY, DROP_NEAR, DROP_PLOTS = 3, 3, 5, 6
FEW_PLOTS = 2
TOUCHING = 0.05
"""Metres below which a theme borders on a property."""
WHOLE = 0.9995
"""Share from which a theme holds all of a property: what is missing is slivers between two maps."""
SUM = "regnestykke"
"""The key of the card's line with the sum written out."""


def plot_section(facts: PropertyFacts) -> Section | None:
    """The plots with their figures, and the sum as checkplotratio wrote it; None where no layer of plots is there."""
    if facts.plots is None:
        return None
    parts: list[Part] = []
    for place, one in enumerate(facts.plots):
        drop = DROP_PLOTS if place >= FEW_PLOTS else 0
        parts += _plot(one, len(facts.plots) > 1, drop)
    if any(one.remaining is not None and one.remaining > 0 for one in facts.plots):
        parts.append(Part(texts()["limits"]))
    return Section(PLOT, title(PLOT), tuple(parts)) if parts else None


def _plot(one: SheetPlot, several: bool, drop: int) -> Iterator[Part]:
    instead = shortened("grunde") if drop else ""
    if several:
        yield Part(f"Grund {one.plot.number or '?'}: {one.parcels}", strong=True, drop=drop, instead=instead)
    # The words are the card's own, asked for one plot at a time.
    section = card_of(_alone(one), (PLOT_LINES,)).section(PLOT_LINES)
    lines = section.lines if section else ()
    yield Part(lines=(*(line for line in lines if line.key != SUM), *_terms(one)), drop=drop, instead=instead)
    exceeded = exceeded_by(one.plot)
    if exceeded:
        yield Part(texts()["exceeded"].format(exceeded=joined(exceeded)), drop=drop, instead=instead)
    written = [line for line in lines if line.key == SUM]
    if written:
        yield Part(lines=tuple(written), drop=drop, instead=instead)


def _alone(one: SheetPlot) -> Facts:
    nothing = {"id": "", "address": "", "save": None, "ground": "", "designated": False, "reason": ""}
    return Facts(**nothing, plots=(one.plot,))  # type: ignore[arg-type]


def _terms(one: SheetPlot) -> Iterator[Line]:
    """The figures of the sum by their names, so that everybody can add them up again."""
    figures = (
        ("Grundareal", one.area, one.area_source),
        ("Etageareal", one.floor_area, one.floor_source),
        ("Sekundær bebyggelse", one.secondary, ""),
        ("Fradrag", one.deduction, ", ".join(filter(None, (one.rule_set, _dwellings(one))))),
    )
    told = [
        f"{name.lower()} {plain_spaces(quantity(value, 'm²'))}{f' ({_in_sentence(source)})' if source else ''}"
        for name, value, source in figures
        if value is not None
    ]
    if told:
        yield Line(", ".join(told), "Tallene", "tal")
    if one.remaining is not None:
        left = plain_spaces(quantity(abs(one.remaining), "m²"))
        yield Line(
            f"{left} inden for bebyggelsesprocenten" if one.remaining >= 0 else f"intet; overskredet med {left}",
            "Tilbage",
            "tilbage",
        )


def _dwellings(one: SheetPlot) -> str:
    """What the deduction is given for; "" where it is not told."""
    return "" if one.dwellings is None else plain_spaces(plural(one.dwellings, "bolig", "boliger"))


def _in_sentence(source: str) -> str:
    """A source within a sentence: "registreret", and "BBR" as it is."""
    return source if source[1:2].isupper() else f"{source[:1].lower()}{source[1:]}"


# ---- landscape and protection ----------------------------------------------------------------------------------------


def theme_section(facts: PropertyFacts, plan: PlanFacts) -> Section | None:
    """The themes that hold the property with legal ground and area, and those near it with their distance."""
    if facts.themes is None:
        return None
    held = [one for one in facts.themes if one.held]
    near = [one for one in facts.themes if not one.held]
    within = plain_spaces(quantity(plan.near, "m", 0))
    if not facts.themes:
        parts = [Part(texts()["none_at_all"].format(near=within))]
    else:
        parts = [Part(lines=tuple(map(_held, held)))] if held else [Part(texts()["nothing_held"])]
        parts.append(Part(texts()["near" if near else "nothing_near"].format(near=within), drop=DROP_NEAR))
    if near:
        parts.append(Part(lines=tuple(map(_near, near)), drop=DROP_NEAR, instead=shortened("temaer")))
    for one in facts.environments:
        parts.append(Part(f"Kulturmiljø: {one.name}", strong=True))
        said = [one.story, f"Bærende bevaringsværdier: {one.values}" if one.values else ""]
        parts += [Part(text, drop=DROP_STORY, instead=shortened("fortaelling")) for text in said if text]
    return Section(THEMES, title(THEMES), tuple(parts))


def _held(one: NearTheme) -> Line:
    said = _areas(one)
    if one.area is not None and one.share is not None:
        area, share = quantity(one.area, "m²", 0), percent(one.share, 1, fixed=False)
        # Of a whole property the area on the map would stand beside a registered one that differs a little.
        part = plain_spaces(f"omfatter {area} af ejendommen, målt på kortet ({share})")
        said.append("omfatter hele ejendommen" if one.share >= WHOLE else part)
    else:
        said.append("går ind over ejendommen eller langs dens skel" if one.line else "ligger på ejendommen")
    return Line(_sentence(one, said), one.name, "omfattet")


def _areas(one: NearTheme) -> list[str]:
    """The names of a theme's areas as one piece of a sentence; a name that is itself a list is set apart by more."""
    parted = any(" og " in name for name in one.areas)
    return ["; ".join(one.areas) if parted else joined(one.areas)] if one.areas else []


def _near(one: NearTheme) -> Line:
    where = plain_spaces(quantity(one.distance, "m"))
    near = f"{where} fra ejendommen" if one.distance >= TOUCHING else "grænser op til ejendommen"
    said = [*_areas(one), near]
    return Line(_sentence(one, said), one.name, "naer")


def _sentence(one: NearTheme, said: Sequence[str]) -> str:
    unknown = ["status ikke oplyst for alle arealer"] if one.unknown_status else []
    status = ["kun et forslag"] if one.proposed else unknown
    text = "; ".join([*said, *status])
    return f"{capitalised(text)}. {_legal(one.legal)}"


def _legal(told: str) -> str:
    """The legal ground as a sentence; what nobody has looked up is said in words, not by the mark of the layer."""
    if not told:
        return "Lovgrundlaget er ikke oplyst."
    ground = told.removesuffix(f" [{UNCHECKED}]")
    return f"{ground}." if ground == told else f"Lovgrundlag: {ground}; det præcise lovsted er ikke kontrolleret."


# ---- lokalplaner -----------------------------------------------------------------------------------------------------


def plan_section(facts: PropertyFacts) -> Section | None:
    """The lokalplaner in force over the property; None where no layer of them was given."""
    if facts.plans is None:
        return None
    parts: list[Part] = []
    for one in facts.plans:
        day = one.over.adopted
        adopted = f", vedtaget {danish_date(day)}" if day else "; vedtagelsesdatoen er ikke oplyst"
        name = f"{capitalised(one.over.called)}{adopted}."
        text = f"{name} {texts()['preserves']}" if one.preserves else name
        parts.append(Part(text, link=one.document))
        if one.preserves and one.says:
            parts.append(Part(f"Registret siger: »{one.says}«", drop=DROP_QUOTES, instead=shortened("planer")))
    return Section(PLANS, title(PLANS), tuple(parts) or (Part(texts()["no_plan"]),))
