"""`redegoerelse.md`: the plan's explanatory statement, which says what the plan is, how it came and what it touches.

Its order is that of planloven § 16 and of the statements that municipalities publish. What the data tell is written;
what a person must judge stands in brackets, as two sentences to choose between where the choice is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jinja2 import select_autoescape

from ..common.data import load
from ..common.dates import day_in_words
from ..common.law import Citations, CitedInOrder, references, statement
from ..common.plan_names import plan_title
from ..common.templates import templates_of
from ..common.wording import agreeing, joined, number, plain_plural, plain_spaces, quantity, share
from ..designation.chosen_values import values_in_words
from ..designation.outcome import Basis
from ..documents.markdown_text import markdown
from ..landscape.coverage import EDGE
from ..landscape.rule import MembershipRule
from ..neighbourhood.plot_statuses import EXCEEDED, KEPT, OF_AREA, UNKNOWN, status_words
from .cited_text import cited_text
from .content import Plan, by_property, counted_buildings
from .provision_plans import MetPlan, plans_met
from .provisions import Environment
from .state import DATES
from .statement_figures import figures_of, places
from .statement_limits import LimitCounts, LimitsTold, general_words, limits_of
from .statement_lines import Wording, line_of, screening_of
from .statement_method import high_value_words, rule_words, settings_used
from .statement_themes import MET, Properties, ThemeFacts, unplaced
from .withheld import withheld_words

TEMPLATE = "redegoerelse.md.j2"
TEXTS = "rules/redegoerelse.json"
DOCUMENT = "Redegørelse"
"""What it is called on its front."""


@dataclass(frozen=True)
class DataRow:
    """One of the data that the plan was made from."""

    name: str
    """What it is: "jordstykkerne i Matriklen"."""
    file: str
    day: str
    """ISO date; "" where nobody knows."""

    @property
    def called(self) -> str:
        """The file without its folders, but for the archive that it lay in; and the layer in it.

        >>> DataRow("", "hentet/natur.zip/eng.shp", "").called, DataRow("", "hentet/egne.gpkg|dyrehave", "").called
        ('natur.zip, eng.shp', 'egne.gpkg, laget dyrehave')
        """
        file, _, layer = self.file.partition("|")
        *folders, name = re.split(r"[/\\\\]", file)
        archive = [one for one in folders[-1:] if one.lower().endswith(".zip")]
        return ", ".join([*archive, name, *([f"laget {layer}"] if layer else [])])


@dataclass(frozen=True)
class Known:
    """What the run knows besides the plan."""

    basis: Basis | None = None
    """The settings of the designation; None where the layer does not say them."""
    limits: LimitsTold = field(default_factory=LimitsTold)
    """The limits that the plots were held against."""
    data: Sequence[DataRow] = ()
    has_earlier_data: bool = False
    """Whether the rows of registers are those of an earlier package, whose layers the plan is made from again."""
    themes: Mapping[str, ThemeFacts] = field(default_factory=dict)
    rule: MembershipRule = field(default_factory=MembershipRule)
    """By which the themes hold a building or a property."""
    properties: Properties | None = None
    knows_listed: bool = True
    """Whether the layer says which buildings are listed."""
    environments: Sequence[Environment] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    """The other parts of the package: kort, bygninger, ejendomme; one that is not made is left out."""


def explanatory_statement(plan: Plan, known: Known) -> str:
    """The statement as Markdown."""
    jinja = templates_of("templates", autoescape=select_autoescape(), keep_trailing_newline=True)
    cited = Citations()
    jinja.filters.update(md=markdown, bygninger=counted_buildings, tal=_figure, dag=_day)
    jinja.globals.update(lov=cited, flertal=plain_plural, ens=agreeing)
    template, context = jinja.get_template(TEMPLATE), _context(plan, known, cited)
    return cited_text(template, context, cited)


def _context(plan: Plan, known: Known, cited: Citations) -> dict[str, Any]:
    texts = load(TEXTS)
    figures = figures_of(plan.buildings, plan.state, plan.plots)
    wording = Wording(
        designated=figures.designated,
        properties=None if known.properties is None else len(known.properties),
        state=plan.state,
        most_names=texts["most_names"],
        law=cited,
    )
    met = plans_met(plan)
    proposals = [one for one in known.environments if not one.decided]
    limits = None
    if plan.plots is not None:
        limits = limits_of(plan.plot_columns, plan.plots.property_ids, by_property(plan.buildings, plan.plots))
    return {
        "overskrift": plan_title(plan.number, plan.title, ", "),
        "tilstand": plan.state,
        "datoer": {**dict.fromkeys(DATES, ""), **plan.state.known_dates},
        "dato": plan.date,
        "tal_": figures,
        "ejendomme": known.properties,
        "tilbageholdt": withheld_words(plan.withheld),
        "mindst_del": plain_spaces(share(known.rule.min_share)),
        "kant": plain_spaces(quantity(EDGE, "m", 1)),
        "uden_sted": unplaced(plan.buildings),
        "vaerdier": values_in_words(),
        "udpegning": statement("designation"),
        "kvarterer": places(plan.buildings.quarters, plan.buildings),
        "ejerlav": places(plan.districts, plan.buildings),
        "kender_fredede": known.knows_listed,
        "besluttede": [one for one in known.environments if one.decided],
        "kulturmiljoeer": proposals,
        "flest_kulturmiljoeer": sorted(proposals, key=lambda one: -one.designated)[: texts["most_names"]],
        "flest": texts["most_names"],
        "filer": known.files,
        "kort": plan.maps,
        "kort_med": lambda codes: joined([one.cited for one in plan.maps.of_themes(codes)]),
        "regel": None if known.basis is None else rule_words(known.basis),
        "hoeje": None if known.basis is None else high_value_words(known.basis),
        "indstillinger": [] if known.basis is None else settings_used(known.basis),
        "data": data_rows(known),
        "fra_tidligere": known.has_earlier_data,
        "graenser": limits,
        "statusser": [(one, status_words()[one]) for one in (KEPT, EXCEEDED, OF_AREA, UNKNOWN)],
        "statusord": list(load("rules/lokalplan.json")["status_sentences"].values()),
        "har_ejendomme": plan.plots is not None,
        "graense_ord": _limit_words,
        "egne_graenser": general_words(known.limits),
        "planlinjer": [line_of(one, known.themes, wording) for one in _with_others(texts, known.themes)],
        "lovlinjer": [line_of(one, known.themes, wording) for one in texts["law"]],
        "lokalplaner": [one for one in met or () if not _is_old(one)],
        "byplanvedtaegter": [one for one in met or () if _is_old(one)],
        "kender_planer": met is not None,
        "bevaret": int((plan.buildings.designated & plan.buildings.by_local_plan).sum()),
        "bevaret_maaske": _perhaps_preserved(plan),
        "screening": [screening_of(one, known.themes, wording) for one in texts["screening"]],
        "henvist": CitedInOrder(cited),
        "lovsteder": references(),
    }


def data_rows(known: Known) -> list[DataRow]:
    """What the table of data lists: the data told, and the layers of each theme that none of them tells of.

    Such as those of a package, whose data are its one layer of landscape and heritage. Where nothing is told of the
    data, a person says which they are.
    """
    if not known.data:
        return []
    told = {row.name.lower() for row in known.data}
    themes = (one for one in known.themes.values() if one.name.lower() not in told)
    return [*known.data, *(DataRow(one.name, layer, day) for one in themes for layer, day in one.layers)]


def _perhaps_preserved(plan: Plan) -> int:
    """Buildings of the plan in a lokalplan with provisions on preservation, of which nobody says that it is they."""
    rows = zip(plan.preserved_by, plan.buildings.designated.tolist(), plan.buildings.by_local_plan.tolist())
    return sum(bool(name) and yes and not surely for name, yes, surely in rows)


def _with_others(texts: Mapping[str, Any], facts: Mapping[str, ThemeFacts]) -> list[Mapping[str, Any]]:
    """The lines on other planning; a theme that no line names, such as a municipality's own, stands with the last."""
    *lines, last = texts["planning"]
    named = {code for one in (*texts["planning"], *texts["law"]) for code in one["themes"]}
    others = [code for code, one in facts.items() if code not in named and one.known == MET]
    return [*lines, {**last, "themes": [*last["themes"], *others]}]


def _is_old(one: MetPlan) -> bool:
    """Whether a plan is a byplanvedtægt, as the plans before 1977 are called."""
    return "byplanvedtægt" in one.name.lower()


def _day(text: str) -> str:
    """A date in words; a year or what is no date as it stands."""
    return day_in_words(text) or text


def _figure(value: float) -> str:
    return plain_spaces(number(value))


def _limit_words(counts: LimitCounts) -> str:
    """Which limits the plots have: "30 % på 812 grunde og 40 % på 3 grunde"."""
    return joined([f"{words} på {plain_plural(count, 'grund', 'grunde')}" for words, count in counts.limits])
