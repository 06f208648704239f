"""The pages of the website: the one with the map, and the same as plain lists, which need no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..common.data import load
from ..common.errors import Check
from ..common.plan_names import above_title, names_number
from ..common.wording import capitalised, decimal, joined, plural, unbroken
from ..designation.chosen_values import RULE_ALONE, designation_texts
from ..designation.shown_classes import APART, CHURCH, LISTED, Classes
from ..plan.card import MAY_I, NO_ADDRESS, NO_REASON, reason_in_line, verdict_of
from ..plan.lent_addresses import NO_USE, under_another
from ..plan.may_i import after_answers, before_answers, may_i
from ..plan.photo import FOLDER, photo_words
from ..plan.state import PlanState
from ..report import charts
from ..report.page import templates
from .cards import facts_of
from .content import Site, text, theme_codes, theme_names
from .payload import Town, environment_facts
from .settings import Settings

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

    def index(self) -> str:
        """The page with the map, search, filters and cards."""
        town, columns = self.town, self.town.columns
        classes = Counter(town.classes)
        saves = Counter(columns["save"])
        themes = Counter(code for each in columns["themes"] if each for code in theme_codes(each))
        names = theme_names(self.site)
        decided, proposed = self._decided_and_proposed()
        return self._render(
            "index.html.j2",
            total=len(town),
            designated=sum(columns["designated"]),
            stories=sum(story is not None for story in columns["story"]),
            parcels=any(columns["parcels"]),
            environments=self._environments(),
            decided=decided,
            proposed=proposed,
            areas=self._areas(),
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
            themes=sorted(((code, names.get(code, code.replace("_", " ")), n) for code, n in themes.items())),
            images=self.settings.background.origin if self.settings.background else "",
        )

    def lists(self, check: Check) -> Iterator[tuple[str, str]]:
        """File name and text of each page of the lists: `index.html`, then 001.html and on, then the environments."""
        pages = self._list_pages()
        place = {street: i for i, page in enumerate(pages) for street in page}
        counts = Counter(self._listed_under)
        streets = [(name, i, place[i], counts[i]) for i, name in enumerate(self.town.streets)]
        if -1 in place:
            streets.append((NO_ADDRESS, -1, place[-1], counts[-1]))
        decided, proposed = self._decided_and_proposed()
        there = (
            ("kulturmiljøer", decided),
            ("forslag til kulturmiljøer", proposed),
            ("landskab", self.site.landscape),
        )
        areas = joined([words for words, found in there if found])
        yield (
            "index.html",
            self._render(
                "list_index.html.j2",
                streets=streets,
                total=len(self.town),
                areas=areas,
                answers=bool(self._answers()),
            ),
        )
        rows = self._rows_by_street()
        for i, page in enumerate(pages):
            check()
            shown = [
                (street, self.town.streets[street] if street >= 0 else NO_ADDRESS, rows[street]) for street in page
            ]
            yield (
                f"{i + 1:03}.html",
                self._render("list_page.html.j2", streets=shown, number=i + 1, last=len(pages)),
            )
        if answers := self._answers():
            yield (
                "maa-jeg.html",
                self._render(
                    "list_answers.html.j2",
                    groups=answers,
                    before=before_answers(self.site.state),
                    after=after_answers(),
                ),
            )
        if areas:
            yield (
                "omraader.html",
                self._render("list_areas.html.j2", decided=decided, proposed=proposed, areas=self._areas()),
            )

    def _render(self, template: str, **context: Any) -> str:
        shared = {
            "site": _printable(self.site),
            "contact": self.settings.contact,
            "documents": [(one.path, one.label) for one in self.site.documents],
            "photo_credit": self.settings.photo_credit,
            "state": self.site.state,
            "which_proposals": which_proposals(self.settings, self.site.state),
        }
        return unbroken(self._templates.get_template(template).render(shared | context))

    @cached_property
    def _templates(self) -> Environment:
        return templates(
            "web",
            tal=decimal,
            heraf_udpegede=self.site.state.among,
            hovedbygninger=_main_buildings,
            opremset=joined,
        )

    def _classes(self, counts: Mapping[int, int]) -> list[dict[str, Any]]:
        """The classes that occur, each with the key to its colour."""
        described = Classes.known().described
        return [
            {
                **each,
                "name": self.site.state.class_name(each),
                "count": counts.get(i, 0),
                "number": i,
                "swatch": charts.swatch(
                    f"farve{i}", charts.Paint(each["fill"], each["outline"], each.get("pattern", "solid"))
                ),
            }
            for i, each in enumerate(described)
            if counts.get(i, 0) or each["code"] is not None
        ]

    def _periods(self) -> list[tuple[str, int]]:
        """What each period is called, and how many buildings are from it; the last is that of no known year."""
        years = self.town.columns["year"]
        known = [year for year in years if year]
        named = []
        for first, last in self.settings.periods:
            within = sum((first is None or year >= first) and (last is None or year <= last) for year in known)
            if first is None:
                name = f"Før {last + 1}" if last is not None else "Alle år"
            else:
                name = f"{first}–{last}" if last is not None else f"Fra {first}"
            named.append((name, within))
        return [*named, ("Ukendt år", len(years) - len(known))]

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
        facts = facts_of(self.site, columns)
        rows: dict[int, list[dict[str, Any]]] = {}
        for row, street in enumerate(self._listed_under):
            rows.setdefault(street, []).append(
                {
                    "key": self.town.keys[row],
                    "rest": self.town.rest[row] or columns["address"][row] or self._without_address(row),
                    "own": columns["address"][row] is not None,
                    "ground": self._ground(described[self.town.classes[row]], columns["designated"][row]),
                    "save": columns["save"][row],
                    "year": columns["year"][row],
                    "use": columns["use"][row],
                    "parcels": columns["parcels"][row],
                    "reason": reason_in_line(facts(row)),
                    "photo": _photo(columns, row),
                    "group": columns["group"][row] if facts(row).answers else None,
                    "story": columns["story"][row],
                }
            )
        return rows

    def _without_address(self, row: int) -> str:
        """What a building without an address is called: by the address it is lent, else by its parcels."""
        columns = self.town.columns
        use, parcels, lender = columns["use"][row], columns["parcels"][row], self.town.lender[row]
        if lender is not None:
            return capitalised(under_another(use, columns["beside"][row], columns["address"][lender]))
        kind = capitalised(use or NO_USE)
        return f"{kind}, matr.nr. {parcels}" if parcels else f"{kind} uden adresse"

    @cached_property
    def _listed_under(self) -> list[int]:
        """The place of the street that each building is listed under in `town.streets`, -1 for none."""
        street = self.town.street
        return [street[row if lender is None else lender] for row, lender in enumerate(self.town.lender)]

    def _ground(self, described: Mapping[str, Any], designated: bool) -> str:
        """What a class is called where no heading says whether it leads to designation."""
        if described["designated"] is None:
            return f"{self.site.state.answer(designated)}: {described['legend'].lower()}"
        return self.site.state.legend(described)

    def _answers(self) -> list[tuple[str, str, list[Answer]]]:
        """The groups of the plan that have buildings here: letter, title, and what their owners are answered."""
        if MAY_I not in self.settings.card:
            return []
        there = set(self.town.columns["group"])
        groups = load("rules/lokalplan.json")["provision_groups"]
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
            themes.setdefault(fields["theme_name"] or fields["theme"] or "Øvrige", []).append(fields)
        return list(themes.items())


def _photo(columns: Mapping[str, Sequence[Any]], row: int) -> dict[str, Any] | None:
    """The smallest file of a building's photo, for a list."""
    photo = columns["photo"][row]
    if photo is None:
        return None
    (width, height), words = photo.sizes[0], [columns[one][row] for one in ("address", "use", "year")]
    return {
        "path": f"{FOLDER}/{photo.files()[0]}",
        "width": width,
        "height": height,
        "alt": photo_words(words[0] or "", words[1] or "", words[2]),
    }


def which_proposals(settings: Settings, state: PlanState) -> str:
    """Why numbers are missing among the proposals for cultural environments: the site shows those with evidence."""
    least, most = settings.proposals
    if not least:
        return f"Siden viser højst {most} forslag; planens kortlag har dem alle."
    buildings = "1 bygning" if least == 1 else f"{least} bygninger"
    return (
        f"Siden viser højst {most} forslag, og kun dem, hvor mindst {buildings} {state.is_designated}; "
        "planens kortlag har dem alle."
    )


def _main_buildings(count: int) -> str:
    return plural(count, "hovedbygning", "hovedbygninger")


def theme_css() -> str:
    """The municipality's accent colour, for the style sheet."""
    return f":root {{ --accent: {designation_texts()['accent']}; }}\n"


def page_settings(site: Site, settings: Settings) -> dict[str, Any]:
    """What the script has to know: how classes look, which periods there are, what lies under the buildings."""
    background = settings.background
    return {
        "title": text(site.title) or "",
        "answers": [site.state.answer(False), site.state.answer(True)],
        "words": {
            "is": site.state.is_designated,
            "is_not": site.state.is_not_designated,
            "this_one": site.state.this_one,
            "apart": APART,
        },
        "among": [site.state.among(count) for count in (0, 1, 2)],
        "no_reason": NO_REASON,
        "documents": [[one.path, one.label] for one in site.documents],
        "photo_credit": settings.photo_credit,
        "fbb": settings.fbb,
        "rule_alone": RULE_ALONE,
        "source": text(site.source) or "",
        "classes": [
            {
                name: each[name]
                for name in ("key", "name", "legend", "explanation", "fill", "outline", "pattern", "marker")
            }
            | {"legend": site.state.legend(each)}
            | {"designated": each["designated"]}
            | dict(zip(("verdict", "ground"), verdict_of(each, each["designated"] is True, answer=site.state.answer)))
            for each in Classes.known().described
        ],
        "periods": settings.periods,
        "visible": settings.visible,
        "background": background
        and {"url": background.url, "attribution": background.attribution, "max_zoom": background.max_zoom},
    }


def _printable(site: Site) -> dict[str, str]:
    """The texts of the site that every page shows."""
    named: Sequence[str] = ("title", "plan_number", "made_at", "source")
    texts = {name: text(getattr(site, name)) or "" for name in named}
    number, title = texts["plan_number"], texts["title"]
    beside = "" if names_number(number, title) else number
    return {**texts, "plan_number": beside, "kicker": above_title(number, title)}
