"""Writes the website into a folder: pages, data and what draws them, all that it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Union

from ...paths import DATA
from ..common.errors import Check, never_cancelled
from . import open_data, payload
from .content import Site
from .encoding import script
from .open_page import open_page
from .open_pages import OPEN_DATA, OPEN_FILES, OPEN_FOLDER, OPEN_PAGES, SCHEMA
from .page_settings import SETTINGS_FILE, page_settings, theme_css
from .pages import Pages
from .place_pages import QR_FOLDER, place_pages, qr_files
from .routes import ROUTES_PAGE, routes_of
from .routes import payload as route_data
from .settings import Settings, settings
from .translated import in_language
from .words import DANISH, LANGUAGES, LISTS, Words

Content = Union[bytes, Iterator[bytes]]
"""Of a file: the whole of it, or blocks of a large one."""
ASSETS = DATA / "web" / "site"
NUMBERED = re.compile(rf"(\d{{3,}}(\.en)?|miljoe-[a-z0-9-]+)\.(js|html)|{re.escape(ROUTES_PAGE)}")
"""Files of the lists and texts that another site may have fewer of."""


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
    written = []
    for name, content in _files(site, town, chosen, check):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            for block in [content] if isinstance(content, bytes) else content:
                file.write(block)
        written.append(path)
    for directory in (folder / "data" / "tekst", *(folder / name for name in LISTS.values())):
        for stale in set(directory.glob("*")) - set(written):
            if NUMBERED.fullmatch(stale.name):
                stale.unlink()
    for stale in set((folder / QR_FOLDER).glob("*.svg")) - set(written):
        stale.unlink()
    for stale in set((folder / OPEN_FOLDER).glob("*")) - set(written):
        if stale.name in OPEN_FILES:
            stale.unlink()
    return sorted(written)


def _files(site: Site, town: payload.Town, chosen: Settings, check: Check) -> Iterator[tuple[str, Content]]:
    """Name and content of each file, a large one in blocks."""
    made, about = open_data.layers(site, town, chosen), open_data.about_of(site, chosen)
    routes = routes_of(site, town, chosen.routes)
    for language in LANGUAGES:
        words = Words(language)
        pages = Pages(site, town, chosen, words, routes)
        yield words.index, pages.index().encode()
        for name, page in pages.lists(check):
            yield f"{words.lists}/{name}", page.encode()
        for name, page in place_pages(pages, check):
            yield f"{words.lists}/{name}", page.encode()
        if chosen.open_data.publish:
            told = {**open_page(made, about, language), "no_licence": not chosen.open_data.licence}
            yield OPEN_DATA[language], pages.page("open_data.html.j2", OPEN_PAGES, **told).encode()
        check()
        told = page_settings(site, chosen, words)
        yield SETTINGS_FILE[language], script("indstillinger", told).encode()
    if chosen.open_data.publish:
        yield f"{OPEN_FOLDER}/{SCHEMA}", open_data.datapackage(made, about)
        yield from open_data.files(made, about, check)
    yield "data/bygninger.js", script("bygninger", payload.buildings(town, site.environments)).encode()
    yield "data/matrikler.js", script("matrikler", payload.parcels(town)).encode()
    yield "data/fodaftryk.js", script("fodaftryk", payload.footprints(town, check)).encode()
    for i, texts in enumerate(payload.texts(site, town, chosen.card)):
        check()
        yield f"data/tekst/{i:03}.js", script(f"tekst/{i:03}", texts).encode()
        for language in LANGUAGES:
            if language != DANISH:
                told = in_language(texts, Words(language))
                yield f"data/tekst/{i:03}.{language}.js", script(f"tekst/{i:03}.{language}", told).encode()
    yield "data/omraader.js", script("omraader", payload.areas(site, town, site.environments, chosen.colours)).encode()
    for name, drawing in qr_files(site):
        yield name, drawing.encode()
    yield "data/ruter.js", script("ruter", route_data(routes)).encode()
    yield "site/tema.css", theme_css().encode()
    for path in sorted(ASSETS.rglob("*")):
        if path.is_file():
            yield f"site/{path.relative_to(ASSETS).as_posix()}", path.read_bytes()
