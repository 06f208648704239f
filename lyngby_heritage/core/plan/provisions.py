"""The plan's provisions (`bestemmelser.md`, `.docx`): a draft for the lawyers, filled with what the data know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from jinja2 import select_autoescape

from ..common import addresses
from ..common.addresses import danish_key
from ..common.arrays import Integers
from ..common.law import Citations, CitedInOrder, references, statement
from ..common.plan_names import plan_title
from ..common.templates import templates_of
from ..common.wording import joined, names_joined, plain_plural, plain_spaces
from ..designation.chosen_values import values_in_words
from ..documents.markdown_text import markdown
from .cited_text import cited_text
from .content import NOWHERE, Buildings, Plan, counted_buildings
from .environments import ADVICE, VALUES, VULNERABILITY, Environments
from .provision_lists import groups, groups_apart, materials, numbers_out_of_use, parcels_by_district
from .provision_plans import plans_met
from .provision_rules import TEMPLATE, rule_sections
from .state import DATES
from .web_address import environment_link

DOCUMENT = "Bestemmelser"


@dataclass(frozen=True)
class Environment:
    """A cultural environment in the provisions."""

    name: str
    buildings: int
    designated: int
    streets: Sequence[str]
    story: str
    decided: bool = False
    values: str = ""
    """What carries its worth, and in `vulnerability` and `advice` what it does not stand and what is asked for."""
    vulnerability: str = ""
    advice: str = ""
    reason: str = ""
    source: str = ""
    day: str = ""
    link: str = ""
    """Its page on the website, "" where nobody knows where that will stand."""

    @property
    def decision(self) -> str:
        """Where the decision is written, and when."""
        return ", ".join(one for one in (self.source, self.day) if one)

    @property
    def unnamed_streets(self) -> list[str]:
        """The streets that its name does not say already."""
        return [one for one in self.streets if not re.search(rf"\b{re.escape(one)}\b", self.name, re.IGNORECASE)]


def environments_of(
    buildings: Buildings, environments: Environments | None, of: Integers, web_address: str = ""
) -> list[Environment]:
    """The cultural environments with what stands in them; the decided ones have a page where the website has one."""
    if environments is None:
        return []
    rows: dict[int, list[int]] = {}
    for row, position in enumerate(of.tolist()):
        if position != NOWHERE:
            rows.setdefault(position, []).append(row)
    made = []
    for position in range(len(environments)):
        inside = rows.get(position, [])
        made.append(
            Environment(
                name=environments.called(position),
                buildings=len(inside),
                designated=sum(bool(buildings.designated[row]) for row in inside),
                streets=addresses.main_streets((buildings.addresses[row] for row in inside), len(inside)),
                story=environments.stories[position],
                decided=environments.is_decided(position),
                values=environments.said(position, VALUES),
                vulnerability=environments.said(position, VULNERABILITY),
                advice=environments.said(position, ADVICE),
                reason=environments.said(position, "begrundelse"),
                source=environments.said(position, "kilde"),
                day=environments.said(position, "dato"),
                link=environment_link(web_address, environments.ids[position])
                if environments.is_decided(position)
                else "",
            )
        )
    return made


@dataclass(frozen=True)
class Proposed:
    """The proposals for environments taken together."""

    count: int
    where: str
    """ "i" the districts, or without any "ved" the streets, of most of their buildings; "" where neither is known."""


MOST_PLACES = 4
"""Places that the sentence on the proposals names at most."""


def proposed(plan: Plan, environments: Sequence[Environment]) -> Proposed:
    """How many proposals there are that nobody has decided on, and where they lie."""
    count = sum(not one.decided for one in environments)
    open_ones = np.array([not one.decided for one in environments], dtype=bool)
    of = plan.environment_of
    rows = np.flatnonzero(of != NOWHERE)
    rows = rows[open_ones[of[rows]]].tolist()
    districts = Counter(plan.districts[row] for row in rows if plan.districts[row])
    places = [name for name, _ in sorted(districts.items(), key=lambda one: (-one[1], danish_key(one[0])))]
    near = "i"
    if not places:
        near = "ved"
        places = addresses.main_streets((plan.buildings.addresses[row] for row in rows), MOST_PLACES)
    more = ["andre steder"] if len(places) > MOST_PLACES else []
    return Proposed(count, f"{near} {names_joined([*places[:MOST_PLACES], *more])}" if places else "")


def provisions(plan: Plan, files: Mapping[str, str], knows_listed: bool = True) -> str:
    """The draft as Markdown. `files` names the other parts of the package: keys kort and bygninger.

    `knows_listed` is whether the data say which buildings are listed.
    """
    # No HTML: what is data goes through the filter `md` here.
    jinja = templates_of("templates", autoescape=select_autoescape(), keep_trailing_newline=True)
    jinja.filters.update(md=markdown, bygninger=counted_buildings, heraf=plan.state.among, tal=plain_plural)
    bound = groups(plan)
    cited = Citations()
    rows = [row for row in range(len(plan.buildings)) if plan.buildings.designated[row]]
    environments = environments_of(plan.buildings, plan.environments, plan.environment_of)
    context: dict[str, Any] = {
        "overskrift": plan_title(plan.number, plan.title, ", "),
        "tilstand": plan.state,
        "datoer": {**dict.fromkeys(DATES, ""), **plan.state.known_dates},
        "dato": plan.date,
        "vaerdier": values_in_words(),
        "lov": cited,
        "lovsteder": references(),
        "henvist": CitedInOrder(cited),
        "udpegning": statement("designation"),
        "grupper": bound,
        "fordeling": joined(
            [f"{plain_spaces(counted_buildings(one.count))} i gruppe {one.letter}" for one in bound if one.count]
        ),
        "materialer": materials(plan),
        "afsnit": {one.key: one for one in rule_sections()},
        "uden_for": groups_apart(plan),
        "kender_fredede": knows_listed,
        "kulturmiljoeer": [one for one in environments if one.decided],
        "forslag": proposed(plan, environments),
        "planer": plans_met(plan),
        "matrikler": parcels_by_district(plan),
        "filer": files,
        "kort": plan.maps,
        "kender_omraade": plan.area is not None,
        "i_alt": len(rows),
        "uden_matrikel": sum(not plan.parcels[row] for row in rows),
        "uden_adresse": sum(not plan.listing.called[row] for row in rows),
        "udgaaet": numbers_out_of_use(plan),
        "bevaret": sum(bool(plan.preserved_by[row]) for row in rows),
    }
    template = jinja.get_template(TEMPLATE)
    return cited_text(template, context, cited)
