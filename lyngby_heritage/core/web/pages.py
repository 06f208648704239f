"""The pages of the website: the one with the map, and the same as plain lists, which need no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..common.addresses import danish_key
from ..common.errors import Check
from ..common.plan_names import above_title, names_number
from ..common.wording import capitalised, joined, unbroken
from ..designation.shown_classes import CHURCH, LISTED, Classes
from ..plan.card import MAY_I, NO_ADDRESS, NO_PLAN, TODAY, designated_today_by, reason_in_line
from ..plan.lent_addresses import BELONGS_TO
from ..plan.may_i import after_answers, before_answers, may_i, whom_answered
from ..plan.photo import FOLDER, photo_words
from ..plan.plan_groups import provision_groups
from ..report import charts
from ..report.page import templates
from .cards import facts_of
from .certainty import certainty_codes, is_unsure, legend
from .content import Site, text, theme_codes, theme_names
from .open_pages import OPEN_DATA
from .page_settings import ANSWERS_PAGE, SETTINGS_FILE
from .payload import Town, environment_facts
from .routes import ROUTES_PAGE, Route
from .settings import Settings
from .words import INDEX, LANGUAGES, LISTS, Words

if TYPE_CHECKING:
    from jinja2 import Environment

    from ..plan.may_i import Answer

LIST_PAGE = 300
"""Buildings on a page of the lists, from whole streets: more only where one street has more."""


@dataclass(frozen=True)
class Pages:
    """Renders the templates of `data/web` with what every page shows."""

    site: Site
    town: Town
    settings: Settings
    words: Words = field(default_factory=Words)
    routes: Sequence[Route] = ()

    def index(self) -> str:
        """The page with the map, search, filters and cards."""
        town, columns = self.town, self.town.columns
        classes = Counter(town.classes)
        saves = Counter(columns["save"])
        decided, proposed = self._decided_and_proposed()
        designated = sum(columns["designated"])
        return self._render(
            "index.html.j2",
            INDEX,
            total=len(town),
            designated=designated,
            lead=self._lead(decided, proposed),
            lead_designated=self._lead_designated(designated),
            about=self._about(decided, proposed),
            stories=sum(story is not None for story in columns["story"]),
            certainty=legend(columns, self.words, self._state),
            parcels=any(columns["parcels"]),
            environments=self._environments(),
            decided=decided,
            proposed=proposed,
            areas=self._areas(),
            walks=[(one, len(one.stops), one.metres / 1000) for one in self.routes],
            groups=[
                (name, [row for row in self._classes(classes) if row["designated"] == designated])
                for name, designated in (
                    (self.site.state.answer(True), True),
                    (self.site.state.answer(False), False),
                    ("Fredet", LISTED),
                    ("Kirke", CHURCH),
                    ("Ukendt", None),
                )
            ],
            saves=[(value, saves.get(value, 0)) for value in range(1, 10)],
            without_save=saves.get(None, 0),
            periods=self._periods(),
            themes=self._themes(),
            images=self.settings.background.origin if self.settings.background else "",
        )

    def lists(self, check: Check) -> Iterator[tuple[str, str]]:
        """File name and text of each page of the lists: `index.html`, then 001.html and on, then the environments."""
        pages = self._list_pages()
        place = {street: i for i, page in enumerate(pages) for street in page}
        counts = Counter(self._listed_under)
        streets = [(name, i, place[i], counts[i]) for i, name in enumerate(self.town.streets)]
        if -1 in place:
            streets.append((self.words.plan(NO_ADDRESS), -1, place[-1], counts[-1]))
        decided, proposed = self._decided_and_proposed()
        there = (
            ("and_environments", decided),
            ("and_proposals", proposed),
            ("and_landscape", self.site.landscape),
        )
        areas = self._joined([self.words.say(key) for key, found in there if found])
        page_of = self._list_page_of("index.html")
        listed = {"streets": streets, "total": len(self.town), "areas": areas}
        yield (
            "index.html",
            self._render("list_index.html.j2", page_of, answers=bool(self._answers), **listed),
        )
        rows = self._rows_by_street()
        for i, page in enumerate(pages):
            check()
            without = self.words.plan(NO_ADDRESS)
            shown = [(street, self.town.streets[street] if street >= 0 else without, rows[street]) for street in page]
            name = f"{i + 1:03}.html"
            page_of = self._list_page_of(name)
            yield name, self._render("list_page.html.j2", page_of, streets=shown, number=i + 1, last=len(pages))
        if answers := self._answers:
            state = self.site.state
            said = {"whom": whom_answered(state), "before": before_answers(state), "after": after_answers()}
            page_of = self._list_page_of("maa-jeg.html")
            yield ANSWERS_PAGE, self._render("list_answers.html.j2", page_of, groups=answers, **said)
        if areas:
            shared = {"decided": decided, "proposed": proposed, "areas": self._areas()}
            page_of = self._list_page_of("omraader.html")
            yield (
                "omraader.html",
                self._render("list_areas.html.j2", page_of, areas_called=capitalised(areas), **shared),
            )

    def page(self, template: str, page_of: Mapping[str, str], **context: Any) -> str:
        """Another page of the site, with what every page shows; `page_of` is the way to it in each language."""
        return self._render(template, page_of, **context)

    def _render(self, template: str, page_of: Mapping[str, str], **context: Any) -> str:
        words = self.words
        shared = {
            "site": _printable(self.site),
            "contact": self.settings.contact,
            "documents": [(one.path, one.label(words)) for one in self.site.documents],
            "photo_credit": self.settings.photo_credit,
            "state": self.site.state,
            "which_proposals": self._which_proposals(),
            "language": words.language,
            "languages": [{"code": one, "name": Words(one).say("language_name")} for one in LANGUAGES],
            "page_in": page_of.__getitem__,
            "dansk": "" if words.danish else self._marks.attribute(),
            "ord": words.say,
            "index_page": words.index,
            "today": TODAY,
            "lists": words.lists,
            "routes_page": ROUTES_PAGE if self.routes else "",
            "answers_page": ANSWERS_PAGE if self._answers else "",
            "open_data": OPEN_DATA[words.language] if self.settings.open_data.publish else "",
            "settings_file": SETTINGS_FILE[words.language],
        }
        return unbroken(self._templates.get_template(template).render(shared | context))

    @cached_property
    def _templates(self) -> Environment:
        words = self.words
        return templates(
            "web",
            tal=words.figure,
            tallet=words.count,
            sagt=self._said,
            ordret=words.plan,
            grunde=words.parcels,
            paa_dansk=self._in_danish,
            heraf_udpegede=self.site.state.among,
        )

    def _said(self, told: str) -> str:
        """What the plan says, in the page's language; what is not known in it is marked as Danish."""
        return self._in_danish(told) if self.words.stays_danish(told) else self.words.plan(told)

    def _in_danish(self, told: str) -> str:
        return told if self.words.danish else self._marks.text(told)

    @cached_property
    def _marks(self) -> Any:
        """What marks a text, or an element, as Danish."""
        return self._templates.get_template("danish.html.j2").module

    def _joined(self, parts: Sequence[str]) -> str:
        return joined(parts, self.words.say("and"))

    @staticmethod
    def _list_page_of(name: str) -> dict[str, str]:
        return {language: f"../{folder}/{name}" for language, folder in LISTS.items()}

    def _lead(self, decided: Sequence[Any], proposed: Sequence[Any]) -> str:
        """What there is: buildings, environments, proposals for them."""
        say = self.words.say
        total = len(self.town)
        parts = [say("lead_one") if total == 1 else say("lead_many", count=total)]
        for found, one, several in (
            (decided, "one_environment", "environments_counted"),
            (proposed, "one_proposal", "proposals_counted"),
        ):
            if found:
                parts.append(say(one) if len(found) == 1 else say(several, count=len(found)))
        return f"{self._joined(parts)}."

    def _lead_designated(self, designated: int) -> str:
        total = len(self.town)
        alone = "only" if designated else "not"
        which = alone if total == 1 else "some" if designated else "none"
        state = "designated" if self.site.state.in_force else "proposed"
        return self.words.say(f"lead_{state}_{which}", **({"count": designated} if which == "some" else {}))

    def _about(self, decided: Sequence[Any], proposed: Sequence[Any]) -> str:
        """What the site shows, and of which plan."""
        there = (("about_environments", decided), ("about_proposals", proposed))
        shown = ["about_buildings", *(key for key, found in there if found)]
        if self.site.landscape:
            shown.append("about_landscapes")
        site, say = _printable(self.site), self.words.say
        told = say("about_shows", what=self._joined([say(key) for key in shown]), title=site["title"])
        number = say("about_number", number=site["plan_number"]) if site["plan_number"] else ""
        whether = say(f"about_told_{self._state}")
        return f"{told}{number}. {whether}"

    def _which_proposals(self) -> str:
        """Why numbers are missing among the proposals for cultural environments: the site shows those with evidence."""
        least, most = self.settings.proposals
        if not least:
            return self.words.say("which_all", most=most)
        key = "which_decided" if self.site.state.in_force else "which_proposed"
        return self.words.say(key, most=most, least=least)

    def _classes(self, counts: Mapping[int, int]) -> list[dict[str, Any]]:
        """The classes that occur, each with the key to its colour."""
        described = Classes.known().described
        return [
            {
                **each,
                "name": self.site.state.class_name(each),
                "count": counts.get(i, 0),
                "number": i,
                "swatch": charts.swatch(f"farve{i}", charts.Paint.of(each)),
                "sign": charts.sign(each["marker"], charts.Paint.of(each)),
            }
            for i, each in enumerate(described)
            if counts.get(i, 0) or each["code"] is not None
        ]

    def _themes(self) -> list[tuple[str, str, int]]:
        """Code, name and count of each theme that holds a building, by the names as the page says them."""
        held = Counter(code for each in self.town.columns["themes"] if each for code in theme_codes(each))
        names = theme_names(self.site)
        named = [(code, capitalised(names.get(code, code.replace("_", " "))), count) for code, count in held.items()]
        return sorted(named, key=lambda one: (danish_key(self.words.plan(one[1])), one[0]))

    def _periods(self) -> list[tuple[str, int]]:
        """What each period is called, and how many buildings are from it; the last is that of no known year."""
        years = self.town.columns["year"]
        known = [year for year in years if year]
        say = self.words.say
        named = []
        for first, last in self.settings.periods:
            within = sum((first is None or year >= first) and (last is None or year <= last) for year in known)
            if first is None:
                name = say("before_year", year=str(last + 1)) if last is not None else say("all_years")
            else:
                name = f"{first}–{last}" if last is not None else say("from_year", year=str(first))
            named.append((name, within))
        return [*named, (say("unknown_year"), len(years) - len(known))]

    def _list_pages(self) -> list[list[int]]:
        """The streets of each page; -1 are the buildings without an address."""
        pages: list[list[int]] = []
        room = 0
        for street, count in Counter(self._listed_under).items():  # in the order of the addresses
            if not pages or room < count:
                pages.append([])
                room = LIST_PAGE
            pages[-1].append(street)
            room -= count
        return pages

    def _rows_by_street(self) -> dict[int, list[dict[str, Any]]]:
        columns, described = self.town.columns, Classes.known().described
        facts, codes = facts_of(self.site, columns), certainty_codes(columns)
        answered = {letter for letter, _, _ in self._answers}
        rows: dict[int, list[dict[str, Any]]] = {}
        for row, street in enumerate(self._listed_under):
            rows.setdefault(street, []).append(
                {
                    "key": self.town.keys[row],
                    "rest": self.town.rest[row] or columns["address"][row] or self._without_address(row),
                    "own": columns["address"][row] is not None,
                    "ground": self.site.state.told(described[self.town.classes[row]], columns["designated"][row]),
                    "save": columns["save"][row],
                    "year": columns["year"][row],
                    "use": columns["use"][row],
                    "parcels": columns["parcels"][row],
                    "reason": self.words.plan(reason := reason_in_line(facts(row))),
                    "reason_is_danish": self.words.stays_danish(reason),
                    "today": "" if facts(row).standing == NO_PLAN else designated_today_by(facts(row)),
                    "photo": self._photo(row),
                    "group": columns["group"][row] if columns["group"][row] in answered else None,
                    "land": facts(row).of_land if MAY_I in self.settings.card else "",
                    "story": columns["story"][row],
                    "unsure": self.words.say(f"unsure_{self._state}") if is_unsure(codes[row]) else "",
                }
            )
        return rows

    def _without_address(self, row: int) -> str:
        """What a building without an address is called: by the address it is lent, else by its parcels."""
        columns, say = self.town.columns, self.words.say
        use, parcels, lender = columns["use"][row], columns["parcels"][row], self.town.lender[row]
        kind = capitalised(self.words.plan(use) if use else say("a_building"))
        if lender is not None:
            way = "belongs_to" if columns["beside"][row] == BELONGS_TO else "beside"
            return say(way, kind=kind, address=columns["address"][lender])
        return (
            say("on_plot", kind=kind, plot=self.words.parcels(parcels))
            if parcels
            else say("kind_without_address", kind=kind)
        )

    @cached_property
    def _listed_under(self) -> list[int]:
        """The place of the street that each building is listed under in `town.streets`, -1 for none."""
        street = self.town.street
        return [street[row if lender is None else lender] for row, lender in enumerate(self.town.lender)]

    @property
    def _state(self) -> str:
        """By which the words of the interface are told apart."""
        return "decided" if self.site.state.in_force else "proposed"

    @cached_property
    def _answers(self) -> list[tuple[str, str, list[Answer]]]:
        """The groups of the plan that have buildings here: letter, title, and what their owners are answered."""
        if MAY_I not in self.settings.card:
            return []
        there = set(self.town.columns["group"])
        groups = provision_groups()
        known = [(one["letter"], one["title"], may_i(self.site.state, one["letter"])) for one in groups]
        return [one for one in known if one[0] in there and one[2]]

    def _environments(self) -> list[dict[str, Any]]:
        return environment_facts(self.town, self.site.environments)

    def _decided_and_proposed(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        every = self._environments()
        return [one for one in every if one["decided"]], [one for one in every if not one["decided"]]

    def _areas(self) -> list[tuple[str, list[dict[str, str | None]]]]:
        themes: dict[str, list[dict[str, str | None]]] = {}
        for each in self.site.landscape:
            fields = {name: text(each.get(name)) for name in ("theme", "theme_name", "name", "guideline", "status")}
            themes.setdefault(fields["theme_name"] or fields["theme"] or self.words.say("other_areas"), []).append(
                fields
            )
        return list(themes.items())

    def _photo(self, row: int) -> dict[str, Any] | None:
        """The smallest file of a building's photo, for a list."""
        columns = self.town.columns
        photo = columns["photo"][row]
        if photo is None:
            return None
        (width, height), words = photo.sizes[0], [columns[one][row] for one in ("address", "use", "year")]
        return {
            "path": f"{FOLDER}/{photo.files()[0]}",
            "width": width,
            "height": height,
            "alt": self._photo_words(*words),
        }

    def _photo_words(self, address: str | None, use: str | None, year: int | None) -> str:
        """What a photo shows, for whoever cannot see it."""
        if self.words.danish or not address:
            return self.words.plan(photo_words(address or "", use or "", year))
        return self.words.say("photo_of", address=address)


def _printable(site: Site) -> dict[str, str]:
    """The texts of the site that every page shows."""
    named: Sequence[str] = ("title", "plan_number", "made_at", "source")
    texts = {name: text(getattr(site, name)) or "" for name in named}
    number, title = texts["plan_number"], texts["title"]
    beside = "" if names_number(number, title) else number
    return {**texts, "plan_number": beside, "kicker": above_title(number, title)}
