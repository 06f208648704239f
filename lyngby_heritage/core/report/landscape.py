"""The report on landscape and heritage designations: one HTML page for the council, the hearing and the house owner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..common.data import load
from ..common.wording import NOTHING, decimal, joined, number, percent, quantity
from ..landscape.catalogue import BUILT_IN, STATUS_WORDS
from ..landscape.outcome import ThemeFigures
from .content import Report
from .page import picture, render_page

TEMPLATE = "landscape.html.j2"

OUTCOMES = {
    "laest": "Læst",
    "tomt": "Ukendt: tomt",
    "uden_for": "Ukendt: når ikke ind i kommunen",
    "kun_linjer": "Ukendt: kun linjer",
    "ukendt_tema": "Udeladt: temaet kendes ikke",
    "modstrid": "Udeladt: navn og temakode er i modstrid",
    "uden_geometri": "Udeladt: ingen geometri",
    "beslutninger": "Udeladt: kommunens beslutninger om kulturmiljøer",
    "ikke_givet": "Ikke undersøgt",
}
LARGE = 1_000_000
"""m² from which one decimal of a hectare is enough."""


@dataclass(frozen=True)
class LayerLine:
    """One layer, or a theme without one, and what came of it."""

    layer: str
    theme: str
    outcome: str
    rows: int
    reason: str


@dataclass(frozen=True)
class LandscapeReport(Report):
    """All that `landscape.html.j2` shows. Texts are Danish."""

    themes: tuple[ThemeFigures, ...]
    municipality: float | None
    """m²."""
    layers: tuple[LayerLine, ...]
    not_given: tuple[str, ...]
    not_compared: tuple[str, ...]
    """Themes that no layer tells about now."""
    not_held: tuple[str, ...]
    """Themes that the earlier plan's file holds nothing of."""
    counted: tuple[str, ...]
    compared: bool
    building_count: int | None
    covered_buildings: int | None
    property_count: int | None
    sliver: float
    changes_png: bytes | None
    keys: Mapping[str, bytes | None] = field(default_factory=dict)
    """Theme code → a picture of its symbol."""


def render(report: LandscapeReport) -> str:
    """The report as one HTML page in Danish that needs nothing besides itself."""
    unknown = [line for line in report.layers if OUTCOMES.get(line.outcome, "").startswith("Ukendt")]
    context = {
        "report": report,
        "accent": load(BUILT_IN)["accent"],
        "themes": [_theme(theme, report) for theme in report.themes],
        "total": sum(theme.designations for theme in report.themes),
        "unknown_layers": unknown,
        "left_out": [line for line in report.layers if OUTCOMES.get(line.outcome, "").startswith("Udeladt")],
        "outcomes": OUTCOMES,
        "counted": joined([STATUS_WORDS[one] for one in report.counted]),
        "sliver": quantity(report.sliver, "m", 2),
        "municipality": hectares(report.municipality),
        "map": picture(report.map_png),
        "changes_map": picture(report.changes_png),
        "labels": LABELS,
    }
    return render_page(TEMPLATE, context, ha=hectares_in_column, liste=joined)


LABELS = {
    "LAYERS": "Lag",
    "BOUNDARY": "Kommunegrænse",
    "BUILDINGS": "Bygninger",
    "PARCELS": "Jordstykker",
    "PREVIOUS": "Tidligere udpegning",
}


def hectares_in_column(square_metres: float | None) -> str:
    """An area in ha in a column of a table, where all have two decimals."""
    if square_metres is None or square_metres < LARGE:
        return hectares(square_metres)
    return decimal(square_metres / 10_000, 2, fixed=True)


def hectares(square_metres: float | None) -> str:
    """An area in ha by itself: two decimals below 100, else one; a dash where it is unknown."""
    if square_metres is None:
        return NOTHING
    value = square_metres / 10_000
    if not value:
        return "0"
    if 0 < value < 0.005:
        return "<0,01"
    return decimal(value, 2 if square_metres < LARGE else 1, fixed=True)


def _theme(theme: ThemeFigures, report: LandscapeReport) -> dict[str, Any]:
    share = NOTHING
    if report.municipality and theme.inside is not None:
        share = percent(theme.inside, report.municipality)
    return {
        "theme": theme,
        "key": picture(report.keys.get(theme.code)),
        "share": share,
        "statuses": ", ".join(f"{number(count)} {STATUS_WORDS.get(code, code)}" for code, count in theme.statuses),
        "single": ", ".join(
            f"{number(count)} {word}"
            for count, word in zip(theme.single_changes or (), ("fastholdt", "ny", "udgået"))
            if count
        ),
    }
