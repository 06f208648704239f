"""What a municipality chose for its website, from `data/web/settings.json`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..common.data import load
from ..common.errors import HeritageError
from ..plan.card import REASON, SECTIONS
from .documents import KNOWN

ADDRESS = re.compile(r"(?P<origin>https://[a-z0-9.-]+(:\d+)?)/[^\s\"'<>;,]*", re.IGNORECASE)
BESIDE = re.compile(r"(?!/|[a-z][a-z0-9+.-]*:)[^\s\"'<>;,]+", re.IGNORECASE)
CONTACT = re.compile(r"(https://|mailto:|tel:)[^\s\"'<>]+")
FILE = "data/web/settings.json"


@dataclass(frozen=True)
class Background:
    """A background map; `origin` is the one server that the page may then ask, empty for tiles beside the site."""

    url: str
    attribution: str
    max_zoom: int
    origin: str


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
        background=_background(given["background"]),
        contact=(contact["text"], contact["url"]) if contact["url"] else None,
        card=_card(given["card"]),
        proposals=(int(given["proposals"]["least_designated"]), int(given["proposals"]["most"])),
        photo_credit=". ".join(one for one in (given["photos"]["credit"], given["photos"]["licence"]) if one),
        fbb=_fbb(given["fbb"]),
        documents=_documents(given["documents"]),
        visible=tuple(landscape["visible"]),
        colours=landscape["colours"],
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


def _background(given: Mapping[str, Any]) -> Background | None:
    url = given["url"]
    if not url:
        return None
    remote = ADDRESS.fullmatch(url)
    if not all(part in url for part in ("{z}", "{x}", "{y}")) or not (remote or BESIDE.fullmatch(url)):
        raise HeritageError(
            "The setting background.url in {file} is '{value}', and must begin with https:// or be a folder beside the "
            "site, with z, x and y in braces in it.",
            file=FILE,
            value=url,
        )
    return Background(url, given["attribution"], int(given["max_zoom"]), remote["origin"] if remote else "")
