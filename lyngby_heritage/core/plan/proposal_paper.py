"""The working paper on proposed cultural environments: a section each, with what is known and with room to fill in.

What is to be filled in follows SAK's and the KIP method's questions; it ends in the columns of `kulturmiljoeer`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from jinja2 import select_autoescape

from ..common import addresses
from ..common.plan_names import plan_title
from ..common.templates import templates_of
from ..common.wording import UNKNOWN, decimal, number, percent, plain_plural, plain_spaces, year
from ..designation.shown_classes import Classes
from ..documents.markdown_text import markdown
from ..registers.codes import in_words
from .content import Plan
from .environments import not_shown
from .state import PlanState

TEMPLATE = "kulturmiljoe_forslag.md.j2"
DOCUMENT = "Forslag til kulturmiljøer – FORSLAG, ikke besluttet"

_NOTHING = "–"


@dataclass(frozen=True)
class Proposal:
    """One proposal as the paper tells it."""

    number: str
    name: str
    picture: str
    figures: Sequence[tuple[str, str]]
    reason: str
    weight: str
    """`vaegt` with two decimals, and in `weight_sum` how it was reckoned; "" where the layer does not say."""
    weight_sum: str
    buildings: Sequence[tuple[str, str, str, str, str]]
    """Address, number, SAVE value, year and class (as the map has it) of each main building within the outline."""
    beside: int
    """How many other buildings lie within it."""
    not_shown: str
    """What is said of those that are on no map and in no list; "" without any."""
    short: Sequence[str]
    """What its line in the list of all proposals says: number, name and the figures that it goes by."""


def picture_name(position: int) -> str:
    """What the paper calls the map of the environment at a position."""
    return f"kort-{position + 1}.png"


def chosen_by(least: int, most: int, state: PlanState) -> str:
    """How the proposals of the paper were chosen, as those of the website are (`with_evidence`)."""
    buildings = plain_plural(least, "bygning", "bygninger")
    where = f", og kun dem, hvor mindst {buildings} {state.is_designated}" if least else ""
    return f"Som på hjemmesiden er højst {most} forslag med{where}; planens kortlag har dem alle."


def proposals_told(plan: Plan, positions: Sequence[int]) -> list[Proposal]:
    """The proposals at some positions of the plan's environments."""
    return [_told(plan, one) for one in positions]


def proposal_paper(plan: Plan, positions: Sequence[int], which: str, map_note: str) -> str:
    """The paper as Markdown. `which` says how these proposals were chosen, `map_note` what their maps show."""
    jinja = templates_of("templates", autoescape=select_autoescape(), keep_trailing_newline=True)
    jinja.filters.update(md=markdown)
    environments = plan.environments
    every = 0 if environments is None else sum(not environments.is_decided(one) for one in range(len(environments)))
    return jinja.get_template(TEMPLATE).render(
        overskrift=plan_title(plan.number, plan.title, ", "),
        tilstand=plan.state,
        dato=plan.date,
        forslag=proposals_told(plan, positions),
        antal=plain_plural(len(positions), "forslag", "forslag"),
        i_alt=plain_spaces(number(every)),
        udvalg=which,
        kortnote=map_note,
    )


def _told(plan: Plan, position: int) -> Proposal:
    environments, b = plan.environments, plan.buildings
    if environments is None:
        raise ValueError("a plan without environments has no proposals")
    figures = {name: column[position] for name, column in environments.figures.items()}
    inside = np.flatnonzero(plan.environment_of == position)
    main = inside[b.main[inside]].tolist()
    texts = {name: "" if value is None else str(value) for name, value in figures.items()}
    weight = decimal(_figure(figures, "vaegt"), 2, fixed=True)
    count, mean = _whole(figures, "antal_bygninger"), _figure(figures, "save_middel")
    built = _built(figures)
    id_, name = str(environments.ids[position]), environments.names[position] or "uden navn"
    return Proposal(
        number=id_,
        name=name,
        picture=picture_name(position),
        figures=_figures(plan, figures, main),
        reason=texts.get("begrundelse", ""),
        weight=weight,
        weight_sum=texts.get("vaegt_udregning", ""),
        buildings=_rows(plan, main),
        beside=len(inside) - len(main),
        not_shown=not_shown(environments.not_shown(position)),
        short=(id_, name, count, _whole(figures, "antal_udpeget"), decimal(mean, 2, fixed=True), built, weight),
    )


def _figures(plan: Plan, figures: dict[str, Any], main: Sequence[int]) -> list[tuple[str, str]]:
    """What is counted of a proposal, each with its name; what the layer does not say is said to be unknown."""
    valued = _whole(figures, "antal_save")
    mean = decimal(_figure(figures, "save_middel"), 2, fixed=True)
    of = "" if UNKNOWN in (mean, valued) else f" ({valued} har en værdi)"
    alike = _figure(figures, "ensartethed")
    use = in_words("use", figures.get("anvendelse"))
    area = _figure(figures, "areal_ha")
    return [
        ("Hovedbygninger i forslaget", _whole(figures, "antal_bygninger")),
        (f"Heraf {plan.state.designated_one}, fredede medregnet", _whole(figures, "antal_udpeget")),
        ("SAVE-værdi i gennemsnit", f"{mean}{of}"),
        ("SAVE-værdiernes spredning (hovedbygninger inden for omridset)", _spread(plan, main)),
        ("Opført", _built(figures)),
        ("Hyppigste anvendelse (BBR)", use or UNKNOWN),
        ("Areal", UNKNOWN if area is None else f"{decimal(area, 2)} ha"),
        ("Ensartethed: sammenligninger med naboer, hvor bygningerne ligner hinanden", _share(alike)),
        ("Andre hovedbygninger inden for omridset", _whole(figures, "antal_andre")),
    ]


def _spread(plan: Plan, main: Sequence[int]) -> str:
    """How many buildings have each SAVE value, and how many none."""
    found = Counter(int(plan.buildings.save[row]) for row in main)
    known = [f"værdi {value}: {found[value]}" for value in sorted(found) if value >= 1]
    without = sum(count for value, count in found.items() if value < 1)
    return ", ".join([*known, *([f"uden værdi: {without}"] if without else [])]) or UNKNOWN


def _built(figures: dict[str, Any]) -> str:
    first, last = _figure(figures, "opfoert_fra"), _figure(figures, "opfoert_til")
    if first is None or last is None:
        return UNKNOWN
    return year(first) if first == last else f"{year(first)}–{year(last)}"


def _rows(plan: Plan, main: Sequence[int]) -> list[tuple[str, str, str, str, str]]:
    b, described = plan.buildings, Classes.known().described
    classes = Classes.known().of(b.ground, b.designated.tolist(), b.standing_apart)
    numbers = list(plan.numbers) or [None] * len(b)
    order = addresses.order([b.addresses[row] for row in main], [b.ids[row] for row in main])
    rows = []
    for row in (main[one] for one in order):
        running, built, save = numbers[row], b.years[row], int(b.save[row])
        rows.append(
            (
                b.addresses[row] or "uden adresse",
                _NOTHING if running is None else str(running),
                str(save) if save >= 1 else "ingen",
                UNKNOWN if built is None else str(built),
                plan.state.map_legend(described[classes[row]]),
            )
        )
    return rows


def _figure(figures: dict[str, Any], name: str) -> float | None:
    value = figures.get(name)
    if not isinstance(value, (int, float)) or isinstance(value, bool) or value != value:
        return None
    return float(value)


def _whole(figures: dict[str, Any], name: str) -> str:
    return number(_figure(figures, name))


def _share(value: float | None) -> str:
    return UNKNOWN if value is None else plain_spaces(percent(value, 1.0, fixed=False))
