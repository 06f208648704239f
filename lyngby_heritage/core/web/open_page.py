"""The page about the open data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..common.data import load
from .open_data import FILE, Layer
from .open_pages import SCHEMA


def open_page(layers: Sequence[Layer], about: Mapping[str, str], language: str) -> dict[str, Any]:
    """What the page about the open data tells: files, fields, terms, and what is not in them."""
    described = load(FILE)
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
