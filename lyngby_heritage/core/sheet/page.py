"""The sheet as HTML: a page of its own for the screen, and what a paper is drawn from; both have the same body."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ..common.data import load
from ..common.templates import templates_of
from ..common.wording import tied_page
from ..designation.chosen_values import said
from .blocks import Sheet, abridged
from .texts import texts

SCREEN, PAPER = "property_sheet.html.j2", "property_sheet_paper.html.j2"


def screen_page(sheet: Sheet, left_out: Collection[int], picture: str) -> str:
    """The page for the screen, complete; what paper has no room for (`blocks.abridged`) is not printed.

    `picture` is the map as a data: address, "" for none.
    """
    return _page(SCREEN, sheet=sheet, left_out=left_out, picture=picture)


def paper_page(sheet: Sheet, left_out: Collection[int], picture: str, size: float, map_width: float) -> str:
    """What the PDF is drawn from: letters of `size` px, a map of `map_width` px from the address `picture`."""
    shown = abridged(sheet, left_out)
    return _page(PAPER, sheet=shown, left_out=(), picture=picture, size=size, map_width=map_width)


def _page(name: str, **context: Any) -> str:
    accent = load("rules/designation_texts.json")["accent"]
    page = (
        templates_of("templates", autoescape=True)
        .get_template(name)
        .render(accent=accent, signs=said(texts()["map_signs"]), **context)
    )
    return tied_page(page)
