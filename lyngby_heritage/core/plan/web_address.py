"""WEB_ADDRESS: where the website will stand, and what the plan's parts link to there. Without it they have no link."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from ..common.errors import HeritageError

_PLAIN = re.compile(r"[A-Za-z0-9\-._~:/%\[\]@!$&()*+,;=]+")
_PAGE = re.compile(r"[^/]+\.html?", re.IGNORECASE)


def checked_address(given: str) -> str:
    """The address of the folder that the website will stand in, with a slash at its end; "" for none.

    HeritageError for one that a telephone could not open: it begins with https:// or http://, names a host, and has no
    question mark and no #, behind which the links to the single pages stand.

    >>> checked_address("https://example.dk/kulturarv"), checked_address("http://example.dk/a/index.html")
    ('https://example.dk/kulturarv/', 'http://example.dk/a/')
    """
    address = given.strip()
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        named = parts.username is None and (parts.port is None or parts.port > 0)
    except ValueError:
        host, named = "", False
    if not _PLAIN.fullmatch(address) or not host or not named or parts.scheme.lower() not in ("https", "http"):
        raise HeritageError(
            "WEB_ADDRESS is '{value}', and must be the address where the website will stand, such as "
            "https://www.kommune.dk/kulturarv/: it begins with https:// or http://, and has no blanks, no user name, "
            "no ? and no #. Leave it empty while the address is not known.",
            value=address,
        )
    folder, _, last = parts.path.rpartition("/")
    path = folder if _PAGE.fullmatch(last) else f"{folder}/{last}" if last else folder
    return f"{parts.scheme.lower()}://{parts.netloc}{path}/"


def environment_page(id_: str) -> str:
    """The file of a decided environment's own page."""
    return f"miljoe-{id_}.html"


def environment_link(address: str, id_: str) -> str:
    """Where a decided environment's page will stand; "" without an address."""
    return f"{address}liste/{environment_page(id_)}" if address else ""


def building_link(address: str, id_: str) -> str:
    """Where a building's card will stand; "" without an address, and for a building without an id."""
    return f"{address}index.html#bygning={quote(id_, safe='')}" if address and id_ else ""
