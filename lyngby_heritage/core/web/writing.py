"""Writes the website into a folder: pages, data and what draws them, all that it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ...paths import DATA
from ..common.errors import Check, never_cancelled
from . import payload
from .content import Site
from .encoding import script
from .pages import Pages, page_settings, theme_css
from .settings import settings

ASSETS = DATA / "web" / "site"
NUMBERED = re.compile(r"\d{3,}\.(js|html)")


def write_site(folder: Path, site: Site, check: Check = never_cancelled) -> list[Path]:
    """Write the website and return its files, sorted. The same site gives the same bytes.

    The folder is made when it is not there. Of an earlier site in it nothing stays that this one does not have; other
    files are left alone. ValueError and HeritageError (see `content.checked`) come before anything is written, and
    OSError where the folder takes no files. `check` is called at least every 2,000 buildings.
    """
    check()
    town = payload.town(site)
    check()
    chosen = settings()
    pages = Pages(site, town, chosen)
    written = []
    for name, content in _files(site, town, pages, check):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(path)
    for directory in (folder / "data" / "tekst", folder / "liste"):
        for stale in set(directory.glob("*")) - set(written):
            if NUMBERED.fullmatch(stale.name):
                stale.unlink()
    return sorted(written)


def _files(site: Site, town: payload.Town, pages: Pages, check: Check) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file."""
    yield "index.html", pages.index().encode()
    for name, page in pages.lists(check):
        yield f"liste/{name}", page.encode()
    check()
    yield "data/bygninger.js", script("bygninger", payload.buildings(town, site.environments)).encode()
    yield "data/matrikler.js", script("matrikler", payload.parcels(town)).encode()
    yield "data/fodaftryk.js", script("fodaftryk", payload.footprints(town, check)).encode()
    for i, texts in enumerate(payload.texts(site, town, pages.settings.card)):
        check()
        yield f"data/tekst/{i:03}.js", script(f"tekst/{i:03}", texts).encode()
    colours = pages.settings.colours
    yield "data/omraader.js", script("omraader", payload.areas(site, town, site.environments, colours)).encode()
    yield "indstillinger.js", script("indstillinger", page_settings(site, pages.settings)).encode()
    yield "site/tema.css", theme_css().encode()
    for path in sorted(ASSETS.rglob("*")):
        if path.is_file():
            yield f"site/{path.relative_to(ASSETS).as_posix()}", path.read_bytes()
