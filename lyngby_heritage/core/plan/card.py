"""What is this building? The one text about a building, which the map, the website and the property's sheets all show.

Whoever shows a card asks here for its words and adds none of its own. A section with nothing to say is left out; what
nobody knows stands in a section of its own, for unknown is no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..common.addresses import danish_key
from ..common.data import load
from ..common.dates import danish_date
from ..common.plan_names import plans_joined
from ..common.wording import (
    agreeing,
    capitalised,
    decimal,
    joined,
    percent,
    plain_plural,
    plain_spaces,
    quantity,
    share,
    storeys,
)
from ..designation.certainty import hangs
from ..designation.chosen_values import RULE_ALONE, neighbour_value, reason_of
from ..designation.rule import CODES
from ..designation.rule import DECISION as SETTLED
from ..designation.save_scale import parameters_in_words
from ..designation.shown_classes import APART, Classes
from ..designation.sub_values import sentence_of
from ..neighbourhood.plot_statuses import EXCEEDED, NOT_COVERED, OF_AREA
from .answer_lines import answer_lines
from .card_facts import Facts, HeldBy, Neighbour, Plot
from .card_line import Line

FACTS, REASON, MEANING, DECISION = "oplysninger", "begrundelse", "betydning", "beslutning"
MAY_I = "maa_jeg"
NEIGHBOURS, PLOT, THEMES, PLANS, UNKNOWN = "naboer", "bebyggelse", "temaer", "planer", "ukendt"
SECTIONS = (DECISION, REASON, MAY_I, FACTS, NEIGHBOURS, PLOT, THEMES, PLANS, MEANING, UNKNOWN)
"""The sections of a card in their order."""

NO_ADDRESS = "Uden adresse"
NAMELESS = "En bygning uden adresse"
"""What a neighbour without an address is called: a register's id says nothing to an owner."""
NO_USE = "Bygning"
OF_WHOLE_AREA = "Afgøres for området som helhed"
"""What a plot's own status is where the limit is not one of plots."""
NO_REASON = "Der er ikke givet en begrundelse."
ANSWERS = {True: "Udpeget", False: "Ikke udpeget"}
Answer = Callable[[bool], str]
"""Words for "designated?"."""
STANDING_WORDS = {
    "lokalplan": "en lokalplan",
    "kommuneplan": "kommuneplanen",
    "begge": "kommuneplanen og en lokalplan",
    "ingen": "ingen plan",
    "uoplyst": "en plan, som registret ikke nævner ved navn",
}
NO_PLAN = "ingen"
"""The code of `gaeldende_udpegning` that tells of no plan."""
TODAY = "Udpeget i dag af"
THIS_PLAN = "denne plan"
BY_LOCAL_PLAN = ("lokalplan", "begge")
"""Codes of `gaeldende_udpegning` that tell of a lokalplan."""
SAVE_SCALE = "på en skala fra 1, som er højest, til 9"


@dataclass(frozen=True)
class Section:
    """A part of the card."""

    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Card:
    """The card of one building, in Danish."""

    id: str
    title: str
    """Its address."""
    kind: str
    """What BBR calls it."""
    verdict: str
    """Udpeget, Ikke udpeget or Fredet."""
    ground: str
    """What the verdict rests on, without the verdict once more."""
    story: str
    sections: tuple[Section, ...]

    def section(self, key: str) -> Section | None:
        """The section of this key, None where it was left out."""
        return next((one for one in self.sections if one.key == key), None)

    def text(self) -> str:
        """The whole card as plain text."""
        head = [self.title, self.kind, f"{self.verdict}. {self.ground}".strip().rstrip(".") + "."]
        parts = [*head, *([self.story] if self.story else [])]
        for section in self.sections:
            parts += ["", section.title, *map(str, section.lines)]
        return "\n".join(parts)


def card_of(facts: Facts, wanted: Collection[str] = SECTIONS, answer: Answer = ANSWERS.__getitem__) -> Card:
    """The card of a building, with the sections that are `wanted` and have something to say.

    `answer` gives the words for "designated?": `PlanState.answer` where a plan says it, which may be only proposed.
    """
    described = Classes.known().described_as(facts.ground, facts.designated, facts.apart)
    verdict, ground = verdict_of(described, facts.designated, facts.ground, answer)
    makers = {
        DECISION: ("Beslutning, som endnu ikke er kørt", _decision),
        REASON: (RULE_ALONE if facts.apart else "Begrundelse", _reason),
        MAY_I: ("Må jeg …?", answer_lines),
        FACTS: ("Oplysninger", _facts),
        NEIGHBOURS: ("Naboer", _neighbours),
        PLOT: ("Bebyggelsesprocent og etager", _plots),
        THEMES: ("Landskab og beskyttelse", _themes),
        PLANS: ("Andre lokalplaner", _plans),
        MEANING: ("Hvad betyder det?", lambda _: [Line(str(described.get("meaning") or described["explanation"]))]),
    }
    sections = []
    for key, (title, make) in makers.items():
        lines = tuple(make(facts)) if key in wanted else ()
        if lines:
            sections.append(Section(key, title, lines))
    unknown = tuple(map(Line, _unknown(facts, wanted))) if UNKNOWN in wanted else ()
    if unknown:
        sections.append(Section(UNKNOWN, "Det vides ikke", unknown))
    return Card(
        id=facts.id,
        title=facts.address or NO_ADDRESS,
        kind=capitalised(facts.use) or NO_USE,
        verdict=verdict,
        ground=ground,
        story=facts.story,
        sections=tuple(sections),
    )


def verdict_of(
    described: Mapping[str, Any], designated: bool, code: str | None = None, answer: Answer = ANSWERS.__getitem__
) -> tuple[str, str]:
    """The answer to "designated?" of a class of `Classes`, and what it rests on without the answer once more.

    >>> verdict_of({"designated": True, "name": "Udpeget ved særskilt beslutning"}, True)
    ('Udpeget', 'Ved særskilt beslutning')
    """
    name = str(described["name"])
    if described["designated"] in APART:
        return name, ""
    verdict = answer(designated)
    if described["designated"] is None:
        return verdict, f"{name}: {code}" if code else name
    return verdict, capitalised(name.removeprefix(ANSWERS[designated]).strip())


def reason_in_line(facts: Facts) -> str:
    """The reason where no heading stands above it."""
    return reason_of(facts.reason, bool(facts.apart)) or NO_REASON


# ---- the sections ----------------------------------------------------------------------------------------------------


def _reason(facts: Facts) -> Iterator[Line]:
    yield Line(_without_parameters(facts) or NO_REASON)


def _without_parameters(facts: Facts) -> str:
    """The reason without SAVE's parameters at its end, where they stand among the facts, each with its word."""
    if not facts.sub_values:
        return facts.reason
    return facts.reason.removesuffix(sentence_of(facts.sub_values)).rstrip()


def _facts(facts: Facts) -> Iterator[Line]:
    yield Line(f"{facts.save} {SAVE_SCALE}" if facts.save else "Ikke vurderet", "SAVE-værdi", "save")
    for concept, name, value in parameters_in_words(facts.sub_values):
        yield Line(value, name, concept)
    optional = (
        ("Nr. i planen", "nummer", str(facts.number or "")),
        ("Opført", "aar", str(facts.year or "")),
        ("Anvendelse", "anvendelse", capitalised(facts.use)),
        ("Matr.nr.", "matrikel", facts.parcels),
        ("Kulturmiljø", "miljoe", facts.environment),
        (TODAY, "gaeldende", designated_today_by(facts)),
        ("Sikkerhed", "sikkerhed", _certainty(facts)),
        ("FBB-nummer", "fbb", facts.fbb_id),
        ("Bygnings-id", "id", facts.id),
    )
    for name, key, text in optional:
        if text:
            yield Line(text, name, key)


def designated_today_by(facts: Facts) -> str:
    """Which plans designate it today, "" where nobody knows: this one too, where it is in force.

    That no plan does is not said of what is listed, or of a church: other laws protect it.
    """
    by_this, by_none = facts.designated and facts.in_force, facts.standing == NO_PLAN
    unnamed = by_none or not facts.standing
    if unnamed and facts.apart:
        return ""
    if not by_this:
        return _standing(facts) if facts.standing else ""
    return THIS_PLAN if unnamed else f"{THIS_PLAN}; i forvejen af {_standing(facts)}"


def still_designated(standing: str, who: str = "Bygningen") -> str:
    """That another plan designates a building that this one does not, and that it stays so; "" where none does.

    A plan lifts the designation of no building that it does not name. `standing` is its `gaeldende_udpegning`.
    """
    if standing in ("", NO_PLAN):
        return ""
    return f"{who} er i forvejen udpeget af {STANDING_WORDS.get(standing, standing)}, og det gælder fortsat."


def _standing(facts: Facts) -> str:
    """What the register says of it; it has no name for a lokalplan, so those are named that it may be."""
    said = STANDING_WORDS.get(facts.standing, facts.standing)
    preserving = [one.called for one in facts.plans or () if one.preserves]
    if not preserving or facts.standing not in BY_LOCAL_PLAN:
        return said
    have = "som har" if len(preserving) == 1 else "som alle har" if len(preserving) > 2 else "som begge har"
    return f"{said} (her gælder {plans_joined(preserving)}, {have} bestemmelser om bevaring)"


def _certainty(facts: Facts) -> str:
    """Nothing of what no setting moves: another value, what stands apart from the plan, and what a decision settles."""
    if facts.certainty is None or facts.save != neighbour_value() or facts.apart or facts.ground == CODES[SETTLED]:
        return ""
    told = f"{plain_spaces(share(facts.certainty, 0))} af de prøvede indstillinger giver samme udfald"
    return f"tæt på grænsen: {told}" if hangs(np.array([facts.certainty]))[0] else told


def _decision(facts: Facts) -> Iterator[Line]:
    decision = facts.decision
    if decision is None:
        return
    what = "Bygningen udpeges." if decision.designate else "Bygningen udpeges ikke."
    yield Line(f"{what} Det gælder fra næste kørsel.")
    if decision.reason:
        yield Line(decision.reason, "Begrundelse")
    day = decision.told_day
    where = ", ".join(one for one in (decision.source, danish_date(day) if day else "") if one)
    if where:
        yield Line(where, "Kilde")


def _neighbours(facts: Facts) -> Iterator[Line]:
    if facts.neighbours is None:
        return
    if not facts.neighbours:
        yield Line("Bygningen er ikke sammenlignet med nogen nabo.")
        return
    if facts.alike_from is not None:
        seen = sum(_is_alike(one, facts.alike_from) for one in facts.neighbours), len(facts.neighbours)
        alike, count = facts.counted if facts.counted and facts.counted[1] else seen
        part = plain_spaces(percent(alike, count, fixed=False))
        demand = f"En nabo ligner, når mindst {plain_spaces(share(facts.alike_from))} af de kendte forhold er ens."
        told = f"{alike} af {count} naboer ligner bygningen ({part})."
        yield Line(told if demand in plain_spaces(facts.reason) else f"{told} {demand}")
    for one in facts.neighbours:
        if one.public:
            yield Line(_compared(one, facts.alike_from), one.called or NAMELESS, one.id)
    hidden = sum(not one.public for one in facts.neighbours)
    if hidden:
        them = agreeing(hidden, "den", "dem")
        told = plain_plural(hidden, "nabo", "naboer")
        yield Line(f"{told} er ikke vist her, fordi registret holder {them} uden for offentligheden.")


def _is_alike(neighbour: Neighbour, alike_from: float) -> bool:
    return neighbour.likeness is not None and neighbour.likeness >= alike_from - 1e-9


def _compared(neighbour: Neighbour, alike_from: float | None) -> str:
    known = len(neighbour.alike) + len(neighbour.different)
    counted = f"{len(neighbour.alike)} af {known} forhold er ens"
    if alike_from is not None:
        counted = f"{'ligner' if _is_alike(neighbour, alike_from) else 'ligner ikke'}, {counted}"
    parts = [capitalised(counted)]
    if neighbour.alike:
        parts.append(f"Ens på {joined(neighbour.alike)}")
    if neighbour.different:
        parts.append(f"Forskellig på {joined(neighbour.different)}")
    return ". ".join(parts) + "."


def _plots(facts: Facts) -> Iterator[Line]:
    plots = facts.plots or ()
    for plot in plots:
        before = f"Grund {plot.number}: " if len(plots) > 1 and plot.number is not None else ""
        yield from (Line(before + one.text, one.name, one.key) for one in _plot(plot))


def _plot(plot: Plot) -> Iterator[Line]:
    words = load("rules/lokalplan.json")["words"]
    if plot.status:
        told = OF_WHOLE_AREA if plot.status == OF_AREA else words["status"].get(plot.status, plot.status)
        yield Line(told, "Status", "status")
    sources = words["graensekilde"]
    if plot.ratio is not None:
        stated = _against(
            plain_spaces(quantity(plot.ratio, "%", 2)),
            "" if plot.allowed is None else plain_spaces(quantity(plot.allowed, "%", 2)),
            plot.ratio_source,
            sources,
            plot.status != NOT_COVERED,
        )
        yield Line(stated, "Bebyggelsesprocent", "procent")
    if plot.storeys is not None:
        allowed = "" if plot.allowed_storeys is None else storeys(plot.allowed_storeys)
        found = _against(storeys(plot.storeys), allowed, plot.storeys_source, sources, plot.status != NOT_COVERED)
        yield Line(found, "Etager", "etager")
    if plot.remark:
        yield Line(plot.remark, "Regnestykket", "regnestykke")


def _against(found: str, allowed: str, source: str, words: Mapping[str, str], covered: bool) -> str:
    """A figure with what is allowed, and who says so; alone where no limit is asked for."""
    if not allowed and not covered:
        return found
    if not allowed:
        return f"{found}; hvad der er tilladt, kendes ikke"
    return f"{found}; tilladt {allowed}{_says(source, words)}"


def _says(source: str, words: Mapping[str, str]) -> str:
    """Who sets a limit, in brackets; "" where nobody is told."""
    says = words.get(source, source)
    return f" ({says[:1].lower()}{says[1:]})" if says else ""


def _storeys(value: float) -> str:
    """A number of storeys with its noun: "1½ etage", "2 etager"."""
    return f"{storeys(value)} {'etager' if value >= 2 else 'etage'}"


def exceeded_by(plot: Plot) -> list[str]:
    """What limit of a plot is exceeded, who sets it, and by how much: a clause for each."""
    sources = load("rules/lokalplan.json")["words"]["graensekilde"]
    told = []
    if plot.status_ratio == EXCEEDED and plot.ratio is not None and plot.allowed is not None:
        limit = f"{plain_spaces(quantity(plot.allowed, '%', 2))}{_says(plot.ratio_source, sources)}"
        over = f"{decimal(plot.ratio - plot.allowed, 2)} procentpoint"
        told.append(f"grænsen for bebyggelsesprocenten på {limit} overskredet med {over}")
    if plot.status_storeys == EXCEEDED and plot.storeys is not None and plot.allowed_storeys is not None:
        limit = f"{_storeys(plot.allowed_storeys)}{_says(plot.storeys_source, sources)}"
        told.append(f"grænsen på {limit} overskredet med {_storeys(plot.storeys - plot.allowed_storeys)}")
    return told


def _themes(facts: Facts) -> Iterator[Line]:
    held = facts.themes
    if held is None:
        return
    if not held:
        yield Line("Intet af kortets temaer dækker bygningen.", "Landskab", "temaer")
        return
    held = tuple(sorted(held, key=lambda one: danish_key(one.name)))
    yield Line(", ".join(map(_theme, held)), "Landskab", "temaer")
    for one in held:
        if one.legal:
            yield Line(one.legal, one.name)


def _theme(held: HeldBy) -> str:
    return f"{held.name} (forslag)" if held.proposed else held.name


def _plans(facts: Facts) -> Iterator[Line]:
    if facts.plans is None:
        return
    if not facts.plans:
        yield Line("Ingen af de andre lokalplaner, der er undersøgt, dækker bygningen.")
    for one in facts.plans:
        adopted = f", vedtaget {danish_date(one.adopted)}" if one.adopted else "; vedtagelsesdatoen er ikke oplyst"
        yield Line(f"{capitalised(one.called)}{adopted}")


def _unknown(facts: Facts, wanted: Collection[str]) -> Iterator[str]:
    """What the card can't tell, of the sections that it was asked for."""
    if not facts.placed:
        yield "Bygningens sted kendes ikke. Den er derfor ikke på kortet."
    if FACTS in wanted and not facts.year:
        yield "Opførelsesåret kendes ikke."
    if FACTS in wanted and not facts.use:
        yield "Anvendelsen kendes ikke."
    if NEIGHBOURS in wanted and facts.neighbours is None:
        yield "Laget med sammenlignede naboer er ikke med, så hver enkelt nabo kan ikke vises."
    if PLOT in wanted and facts.plots is None:
        yield "Laget med bebyggelsesprocenter er ikke med."
    elif PLOT in wanted and not facts.plots:
        yield "Ejendommen er ikke i laget med bebyggelsesprocenter."
    if THEMES in wanted and not facts.themes_layer:
        yield "Laget med bygningernes temaer er ikke med, så landskab og beskyttelse kan ikke vises her."
    elif THEMES in wanted and facts.themes is None:
        yield "Det er ikke undersøgt, om temaer om landskab eller beskyttelse dækker bygningen."
    elif THEMES in wanted and facts.unknown_themes:
        yield f"Det kan ikke siges, om bygningen er omfattet af: {joined(facts.unknown_themes)}."
    if PLANS in wanted and facts.plans is None:
        yield "Laget med lokalplaner er ikke med."
