"""Where the open data lie on the website, and the page about them in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..common.data import load

if TYPE_CHECKING:
    from .open_data import Layer

OPEN_FOLDER = "aabne_data"
OPEN_PAGES = {"da": "index.html", "en": "english.html"}
OPEN_DATA = {language: f"{OPEN_FOLDER}/{page}" for language, page in OPEN_PAGES.items()}
"""The page about the open data in each language."""
SCHEMA = "datapackage.json"
_LAYERS = ("udpegede_bygninger", "bygninger", "kulturmiljoeer", "grunde")
OPEN_FILES = {*OPEN_PAGES.values(), SCHEMA, *(f"{one}.{kind}" for one in _LAYERS for kind in ("geojson", "csv"))}
"""Every file that may lie there."""


def open_page(layers: Sequence[Layer], about: Mapping[str, str], language: str) -> dict[str, Any]:
    """What the page about the open data tells: files, fields, terms, and what is not in them."""
    described = load("web/open_data.json")
    return {
        "schema": SCHEMA,
        "terms": about,
        "files": [
            {
                "name": layer.name,
                "title": described["files"][layer.name][language],
                "rows": len(layer),
                "kinds": ["geojson", "csv"] if layer.geometry is not None else ["csv"],
                "fields": [
                    {"name": name, "type": kind, "told": described["fields"][name][language]}
                    for name, kind in layer.types().items()
                ],
            }
            for layer in layers
        ],
        "not_in_it": [each[language] for each in described["not_in_it"]],
    }
