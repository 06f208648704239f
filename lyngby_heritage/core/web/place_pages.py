"""A page of its own for each decided environment, and one with the walking routes; neither needs a script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..common.errors import Check
from ..designation.shown_classes import Classes
from ..plan.web_address import environment_link, environment_page
from .content import Site, text
from .pages import Pages
from .payload import environment_facts
from .qr import Sign, code_svg, sign_svg
from .routes import BUILDING, ROUTES_PAGE, Route
from .words import LISTS, Words

QR_FOLDER = "qr"


def place_pages(pages: Pages, check: Check) -> Iterator[tuple[str, str]]:
    """File name and text of each page, which lie with the lists."""
    facts = environment_facts(pages.town, pages.site.environments)
    for row, each in enumerate(facts):
        if not each["decided"] or not each["id"]:
            continue
        check()
        name = environment_page(each["id"])
        link = environment_link(pages.site.web_address, each["id"])
        yield (
            name,
            pages.page(
                "list_environment.html.j2",
                _in_both(name),
                each=each,
                link=link,
                qr=f"../{QR_FOLDER}/{each['id']}-kode.svg" if link else "",
                told=[_building(pages, one) for one in _with_story(pages, each["id"])],
                routes=[number for number, route in enumerate(pages.routes, start=1) if _has(route, row)],
            ),
        )
    if pages.routes:
        routes = [_route(pages, facts, route) for route in pages.routes]
        yield ROUTES_PAGE, pages.page("list_routes.html.j2", _in_both(ROUTES_PAGE), routes=routes)


def signs(site: Site) -> dict[str, Sign]:
    """The sign of each decided environment by its id; none without the address of the website."""
    if not site.web_address:
        return {}
    told = [(text(each.get("id")), text(each.get("name"))) for each in site.environments if each.get("decided")]
    return {
        id_: Sign(environment_link(site.web_address, id_), [name or id_, Words().say("sign_reads")])
        for id_, name in told
        if id_
    }


def qr_files(site: Site) -> Iterator[tuple[str, str]]:
    """Name and content of the drawings: the code with its caption for a sign, and the code alone."""
    for id_, sign in signs(site).items():
        yield f"{QR_FOLDER}/{id_}.svg", sign_svg(sign)
        yield f"{QR_FOLDER}/{id_}-kode.svg", code_svg(sign.link)


def _in_both(name: str) -> dict[str, str]:
    return {language: f"../{folder}/{name}" for language, folder in LISTS.items()}


def _has(route: Route, environment: int) -> bool:
    return any(one.kind != BUILDING and one.row == environment for one in route.stops)


def _with_story(pages: Pages, id_: str) -> list[int]:
    columns = pages.town.columns
    return [row for row, place in enumerate(columns["ensemble"]) if place == id_ and columns["story"][row]]


def _building(pages: Pages, row: int) -> dict[str, Any]:
    columns = pages.town.columns
    described = Classes.known().described[pages.town.classes[row]]
    return {
        "kind": BUILDING,
        "page": "",
        "key": pages.town.keys[row],
        "name": columns["address"][row] or "",
        "story": columns["story"][row],
        "under": pages.site.state.told(described, columns["designated"][row]),
    }


def _route(pages: Pages, facts: Sequence[dict[str, Any]], route: Route) -> dict[str, Any]:
    stops = []
    for stop, leg in zip(route.stops, [None, *route.legs]):
        if stop.kind == BUILDING:
            told = _building(pages, stop.row)
        else:
            each = facts[stop.row]
            told = {"kind": stop.kind, "key": each["id"], "name": each["name"], "story": each["story"], "under": ""}
            told["page"] = environment_page(each["id"]) if each["id"] else ""
        stops.append({**told, "leg": None if leg is None else round(leg)})
    return {"names": route.names, "more": route.more, "km": route.metres / 1000, "stops": stops}
