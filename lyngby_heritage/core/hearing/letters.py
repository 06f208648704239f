"""The letters of a hearing: what stands in each, as Markdown from a template that the municipality may replace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from jinja2 import Template, select_autoescape

from ..common.data import load
from ..common.law import with_citations
from ..common.plan_names import plans_joined
from ..common.templates import templates_of
from ..common.wording import capitalised, joined, plain_plural
from ..designation.shown_classes import CHURCH, LISTED
from ..documents.markdown_text import markdown
from ..plan.area_parcels import INSIDE, OUTSIDE, UNDECIDED, parcels_called
from .account import Holding, Letter
from .deadlines import FILE, Hearing
from .properties import TEXTS, HeardBuilding, HeardProperty, LandIn
from .receivers import PERSON
from .rows import NEIGHBOUR, OWNER

TEMPLATE = "hoeringsbrev.md.j2"
FOLDER = "breve"


@dataclass(frozen=True)
class About:
    """What every letter of a hearing shares."""

    plan: str
    """The plan's number and title."""
    municipality: str
    """Whose the plan is, "" where no profile says it."""
    link: str
    """Where the plan stands on the net, "" where nobody has said it."""
    hearing: Hearing
    made: str
    """The day of the letters in words (`day_of_letters`)."""


def day_of_letters(today: date, hearing: Hearing) -> date:
    """The day that letters carry: the hearing's first where they are made before it, since they say that it runs."""
    return max(today, hearing.first)


def now_in_words() -> str:
    """What the proposal means now for a property that it binds."""
    return with_citations(load(TEXTS)["now"])


def _lies_in(one: HeardProperty) -> list[dict[str, Any]]:
    """The environments that a property lies in, those together of which the same land lies there."""
    together: dict[LandIn, list[str]] = {}
    for name, land in zip(one.environments, one.land_in or (LandIn(),) * len(one.environments)):
        together.setdefault(land, []).append(f"»{name}«")
    return [
        {
            "navne": joined(names),
            "flere": len(names) > 1,
            "jordstykker": parcels_called(land.parcels),
            "helt": land.whole,
        }
        for land, names in together.items()
    ]


class Writer:
    """Writes the letters of one hearing."""

    def __init__(self, about: About) -> None:
        self.about = about
        self.texts: dict[str, Any] = load(TEXTS)
        self.most_in_text = int(load(FILE)["most_in_text"])
        # No HTML: what is data goes through the filter `md` here.
        jinja = templates_of("templates", autoescape=select_autoescape())
        jinja.filters["md"] = markdown
        self.template: Template = jinja.get_template(TEMPLATE)

    def text(self, letter: Letter) -> str:
        """A letter as Markdown."""
        properties = [self._property(one) for one in letter.holdings]
        heard = [one.property for one in letter.holdings]
        buildings = [one for each in properties for one in each["bygninger"]]
        return self.template.render(
            egne=self.own,
            modtager=address_lines(letter),
            dato=self.about.made,
            plan=self.about.plan,
            hilsen=greeting(letter),
            hvorfor=self.why(letter),
            frist=self.about.hearing.last_in_words,
            ejendomme=properties,
            parter=letter.parties,
            i_bilag=len(properties) > self.most_in_text,
            har_bygninger=bool(buildings),
            har_numre=any(one["nr"] for one in buildings),
            har_save=any(one["save"] for one in buildings),
            omfattet=any(one.reach != OUTSIDE for one in heard),
            kun_saerligt=any(not one.near for one in heard),
            bundet=any(one.bound for one in heard),
            # Of what stands apart from the plan it cannot be said: other laws may ask permission for upkeep too.
            fortsat=any(one.bound or (one.reach != OUTSIDE and not one.apart) for one in heard),
            ikke_alle=any(one.apart for one in heard),
            nu=self.now(heard),
            senere=self.later(heard),
            tekst=self.told,
        )

    @cached_property
    def told(self) -> Mapping[str, str]:
        """The texts that cite the law, with the citations."""
        return {key: with_citations(text) for key, text in self.texts.items() if isinstance(text, str)}

    @cached_property
    def own(self) -> Mapping[str, str]:
        """The municipality's own texts as Markdown; those that are missing, or that nobody decided, in brackets."""
        settings: dict[str, Any] = load(FILE)["letter"]
        given = {
            name: str(text)
            for name, text in settings.items()
            if name != "decided"  # which names those that somebody decided
        }
        given["sender"] = given["sender"] or self.about.municipality
        given["link"] = given["link"] or self.about.link
        optional = ("case_number",)
        blanks = self.texts["blanks"]
        undecided = {name for name, yes in settings["decided"].items() if not yes}
        return {
            name: markdown(text)
            if text and name not in undecided
            else ""
            if name in optional
            else f"\\[{markdown(text or blanks[name])}\\]"
            for name, text in given.items()
        }

    def why(self, letter: Letter) -> str:
        """Why the receiver gets it, as the end of a sentence."""
        counts = Counter(
            (role, holding.property.reach == INSIDE)
            for holding in letter.holdings
            for role in ([NEIGHBOUR] if holding.property.near else holding.roles)
        )
        texts, said = self.texts, []
        for role in letter.roles:
            held = [(counts[role, inside], inside) for inside in (True, False) if counts[role, inside]]
            said += [
                texts["by_role"][role].format(
                    ejendom=texts["one_property" if count == 1 else "many_properties"],
                    omfatter=texts["covers" if inside else "mentions"],
                )
                for count, inside in held
            ] or [texts["by_role"][role]]
        return ", og fordi ".join(said)

    def now(self, properties: Sequence[HeardProperty]) -> str:
        """What the proposal means now for properties, whether or not they are known to be in the plan's area."""
        return self._by_reach(properties, now_in_words(), self.told["now_apart"], self.texts["now_of_others"])

    def later(self, properties: Sequence[HeardProperty]) -> str:
        """What the proposal means for properties when it is adopted, whether or not they are in the plan's area."""
        bound = any(one.bound for one in properties)
        binds = self.told["later" if bound else "later_land"]
        return self._by_reach(properties, binds, self.told["later_apart"], self.texts["later_of_others"])

    def _by_reach(self, properties: Sequence[HeardProperty], binds: str, apart: str, of_others: str) -> str:
        """What `binds` properties in the plan's area, or else is `apart`; of those that nobody has placed yet, both."""
        reaches = {one.reach for one in properties if not one.near}
        if reaches <= {OUTSIDE}:
            return apart
        if INSIDE not in reaches:
            instead = self.texts["if_not_within"].format(text=apart)
            return " ".join(filter(None, (self.texts["now_if_within"], binds, instead)))
        return f"{binds} {of_others}" if len(reaches) > 1 else binds

    def _property(self, holding: Holding) -> dict[str, Any]:
        one = holding.property
        return {
            "kaldt": capitalised(one.called),
            "adresse": one.address,
            # In the text one without an address is called by its parcels, which are not said twice; the list has a
            # column for each.
            "matrikler": one.parcels if one.address else "",
            "nummer": one.key,
            "numre": ", ".join(filter(None, (one.parcels, f"BFE {one.key}" if one.key else ""))),
            "som": joined([f"som {role}" for role in holding.roles if role != OWNER]) if not one.near else "",
            "miljoeer": _lies_in(one),
            "bygninger": [self._building(each) for each in one.buildings],
            "uden_bygning": self.without_building(one),
            "omraadet": self.without_building(one) if not one.bound else self._area_of(one) if one.partly else "",
        }

    def without_building(self, one: HeardProperty) -> str:
        """What is said of a property on which no building is designated: whether the plan's area has it."""
        if one.near:
            return str(self.texts["later_near"])
        if one.reach == UNDECIDED and one.environments:
            return str(self.texts["later_environment"])
        if one.reach == INSIDE:
            return self._area_of(one)
        named = self.texts["one_building" if len(one.buildings) == 1 else "many_buildings"]
        told = {OUTSIDE: "apart_outside", UNDECIDED: "apart_unknown"}[one.reach]
        return str(self.texts[told]).format(bygningen=named)

    def _area_of(self, one: HeardProperty) -> str:
        """What is said of a property of which the plan's area has parcels: which, and why."""
        told = self.texts["apart_inside" if one.standing == 1 else "apart_inside_by_several"]
        standing = plain_plural(one.standing, "bygning", "bygninger")
        return str(told).format(jordstykker=parcels_called(one.in_area), bygninger=standing)

    def _building(self, one: HeardBuilding) -> dict[str, Any]:
        apart = {LISTED: f"{self.texts['listed']} {self.texts['listed_rule']}", CHURCH: self.texts["church"]}
        return {
            "nr": one.number,
            "adresse": one.address,
            "save": one.save,
            "grundlag": one.ground,
            "begrundelse": told_reason(one),
            "saerligt": apart.get(one.apart, ""),
            "bevaret": "" if one.apart else self.preserved(one.preserved_by),
        }

    def preserved(self, plans: Sequence[str]) -> str:
        """What is said of plans that may preserve a building already; "" where there is none."""
        if len(plans) < 2:
            return "".join(self.texts["preserved"].format(plan=one) for one in plans)
        told = {"count": plain_plural(len(plans), "plan", "planer"), "plans": plans_joined(plans)}
        return str(self.texts["preserved_by_several"]).format(**told)

    def consequence(self, one: HeardProperty) -> tuple[str, str]:
        """What the proposal means for a property now and later, for a list."""
        if one.near:
            return "", str(self.texts["later_near"])
        later = [] if one.bound else [self.without_building(one)]
        later.append(self.later([one]))
        if one.listed:
            later.append(self.texts["listed_rule"])
        return self.now([one]), " ".join(later)


def told_reason(one: HeardBuilding) -> str:
    """A building's reason without its value and verdict, which stand before it in the letter.

    >>> told_reason(HeardBuilding(1, "", 3, "", "SAVE-værdi 3. Udpeges: bygningen har høj bevaringsværdi (1–3)."))
    'Bygningen har høj bevaringsværdi (1–3).'
    """
    told = one.reason.removeprefix(f"SAVE-værdi {one.save}. ").removeprefix("Udpeges: ")
    return capitalised(told)


def address_lines(letter: Letter) -> list[str]:
    """The lines of an address on an envelope."""
    receiver = letter.receiver
    town = " ".join(filter(None, (receiver.postcode, receiver.town)))
    co = f"c/o {receiver.co}" if receiver.co and not receiver.co.casefold().startswith("c/o") else receiver.co
    lines = (receiver.name or nameless(letter), co, receiver.address, town, receiver.country)
    return [one for one in lines if one]


def greeting(letter: Letter) -> str:
    """Whom the letter greets: a person by name."""
    name = letter.receiver.name
    return f"Kære {name}" if name and letter.receiver.kind == PERSON else f"Til {name or nameless(letter).lower()}"


def nameless(letter: Letter) -> str:
    """What somebody is called of whom the table says no name."""
    words: dict[str, str] = load(TEXTS)["nameless"]
    return words.get(next(iter(letter.roles), ""), words["anden"])


def file_names(count: int) -> Iterator[str]:
    """The files of so many letters, by number alone: no name of a person stands in the name of a file."""
    digits = max(4, len(str(count)))
    for number in range(1, count + 1):
        yield f"{FOLDER}/brev_{number:0{digits}d}.docx"
