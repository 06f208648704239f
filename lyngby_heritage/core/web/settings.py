"""What a municipality chose for its website, from `data/web/settings.json`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..common.data import load
from ..common.errors import HeritageError
from ..plan.card import REASON, SECTIONS
from .background import ADDRESS, FILE, Background, background_of
from .documents import KNOWN

CONTACT = re.compile(r"(https://|mailto:|tel:)[^\s\"'<>]+")


@dataclass(frozen=True)
class OpenData:
    """Whether the site has open data, and on what terms; "" for a licence that is not chosen."""

    publish: bool
    licence: str
    licence_url: str
    attribution: str


@dataclass(frozen=True)
class RouteRule:
    """How long a walking route may be, in metres as the crow flies, and how many stops it has."""

    longest_leg_m: float
    longest_m: float
    most_stops: int
    least_stops: int


@dataclass(frozen=True)
class Settings:
    """The settings, checked."""

    periods: tuple[tuple[int | None, int | None], ...]
    background: Background | None
    contact: tuple[str, str] | None
    """Words and where they lead."""
    card: tuple[str, ...]
    """The sections of a building's card that the public is shown."""
    proposals: tuple[int, int]
    """How many designated buildings a proposal for an environment needs to be shown, and how many are shown at most."""
    photo_credit: str
    """Who took the photos and by which licence they are shown, "" where it is not said."""
    fbb: str
    """The address of a building in FBB, with {id} for its number; "" where nobody has tried it."""
    documents: tuple[str, ...]
    """The plan's documents that the site hands out."""
    visible: tuple[str, ...]
    colours: Mapping[str, str]
    open_data: OpenData
    routes: RouteRule


def settings() -> Settings:
    """Those of the file."""
    return read(load("web/settings.json"))


def read(given: Mapping[str, Any]) -> Settings:
    """Check what the file says; HeritageError names what a browser or the page's safety would not stand."""
    contact, landscape = given["contact"], given["landscape"]
    if contact["url"] and not CONTACT.fullmatch(contact["url"]):
        raise HeritageError(
            "The setting contact.url in {file} is '{value}', and must begin with https://, mailto: or tel:.",
            file=FILE,
            value=contact["url"],
        )
    return Settings(
        periods=tuple((first, last) for first, last in given["periods"]),
        background=background_of(given["background"]),
        contact=(contact["text"], contact["url"]) if contact["url"] else None,
        card=_card(given["card"]),
        proposals=(int(given["proposals"]["least_designated"]), int(given["proposals"]["most"])),
        photo_credit=". ".join(one for one in (given["photos"]["credit"], given["photos"]["licence"]) if one),
        fbb=_fbb(given["fbb"]),
        documents=_documents(given["documents"]),
        visible=tuple(landscape["visible"]),
        colours=landscape["colours"],
        open_data=_open_data(given["open_data"]),
        routes=_routes(given["routes"]),
    )


def _open_data(given: Mapping[str, Any]) -> OpenData:
    licence, url = given["licence"], given["licence_url"]
    if (url and not url.startswith("https://")) or (url and not licence):
        raise HeritageError(
            "The setting open_data in {file} has the licence '{licence}' with the address '{url}'. The address must "
            "begin with https://, and belong to a licence with a name.",
            file=FILE,
            licence=licence,
            url=url,
        )
    return OpenData(bool(given["publish"]), licence, url, given["attribution"])


def _routes(given: Mapping[str, Any]) -> RouteRule:
    return RouteRule(
        float(given["longest_leg_m"]),
        float(given["longest_m"]),
        int(given["most_stops"]),
        max(int(given["least_stops"]), 2),
    )


def _card(given: Sequence[str]) -> tuple[str, ...]:
    unknown = [one for one in given if one not in SECTIONS]
    if unknown or REASON not in given:
        raise HeritageError(
            "The setting card in {file} is {value}, and must name '{reason}' and any of {choices}.",
            file=FILE,
            value=", ".join(given) or "-",
            reason=REASON,
            choices=", ".join(one for one in SECTIONS if one != REASON),
        )
    return tuple(given)


def _documents(given: Sequence[str]) -> tuple[str, ...]:
    unknown = [one for one in given if one not in KNOWN]
    if unknown:
        raise HeritageError(
            "The setting documents in {file} names {value}, and may name any of {choices}.",
            file=FILE,
            value=", ".join(unknown),
            choices=", ".join(KNOWN),
        )
    return tuple(given)


def _fbb(given: Mapping[str, Any]) -> str:
    url = str(given["url"])
    if url and ("{id}" not in url or not ADDRESS.fullmatch(url)):
        raise HeritageError(
            "The setting fbb.url in {file} is '{value}', and must begin with https:// and have {place} where the "
            "building's number stands.",
            file=FILE,
            value=url,
            place="{id}",
        )
    return url if given["verified"] else ""
