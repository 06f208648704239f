"""What came of each layer that was given: read, left out, or unable to say anything about the municipality.

A layer that is empty or lies elsewhere does not say that a place is free of restrictions: services answer with nothing
when they are asked wrongly. Its theme is then unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..common.arrays import Booleans
from ..common.errors import Note
from .catalogue import Catalogue, Contradiction
from .designations import AREA, LINE, NO_GEOMETRY, Designations

READ = "laest"
EMPTY, ELSEWHERE, LINES_ONLY = "tomt", "uden_for", "kun_linjer"
UNNAMED, CONTRADICTS, TABLE = "ukendt_tema", "modstrid", "uden_geometri"
DECISIONS, NOT_GIVEN = "beslutninger", "ikke_givet"

THE_REST = ("oevrigt",)
"""Themes of the catalogue that nobody misses: what has no theme of its own."""

UNKNOWN_OUTCOMES = (EMPTY, ELSEWHERE, LINES_ONLY)


@dataclass(frozen=True)
class LayerResult:
    """One layer, or a theme that no layer was given for (`layer` empty)."""

    layer: str
    theme: int | None
    outcome: str
    rows: int
    designations: int
    reason: str
    """In Danish, for the table and the report."""


def left_out(layer: str, rows: int, found: Contradiction | None, has_geometry: bool = True) -> LayerResult:
    """A layer whose theme nobody knows, or that has no places."""
    if not has_geometry:
        reason = "Laget har ingen geometri og er udeladt."
        return LayerResult(layer, None, TABLE, rows, 0, reason)
    way = f"Angiv temaet i THEMES som »{layer}« og temaets kode."
    if found is None:
        return LayerResult(layer, None, UNNAMED, rows, 0, f"Lagets tema kendes ikke, så det er udeladt. {way}")
    coded = " og ".join(f"»{code}«" for code in found.coded)
    said = f"Navnet siger »{found.named}«, men rækkernes temakode" if found.named else "Rækkernes temakode"
    return LayerResult(layer, None, CONTRADICTS, rows, 0, f"{said} siger {coded}; laget er udeladt. {way}")


def decisions(layer: str, rows: int) -> LayerResult:
    """A layer of what people decided on cultural environments: some of them are refused, and none is a register's."""
    reason = (
        "Laget er kommunens beslutninger om kulturmiljøer og ikke en udpegning i kommuneplanen, så det er udeladt. "
        "Planen læser det selv."
    )
    return LayerResult(layer, None, DECISIONS, rows, 0, reason)


def judged(
    made: Designations,
    labels: Sequence[str],
    themes: Sequence[int],
    rows: Sequence[int],
    catalogue: Catalogue,
    inside: Booleans | None,
) -> list[LayerResult]:
    """What came of each layer that was read; `inside` (n,) says which designations reach the municipality, if known."""
    results = []
    for position, (label, theme) in enumerate(zip(labels, themes)):
        mine = made.layer == position
        placed = mine & (made.kind != NO_GEOMETRY)
        # Merged with rows of an earlier layer: those speak for it.
        elsewhere = inside is not None and placed.any() and not inside[placed].any()
        outcome, reason = READ, ""
        if rows[position] == 0 or (mine.any() and not placed.any()):
            outcome = EMPTY
            reason = "Laget er tomt: om der er udpegninger, er ukendt. Et tomt svar betyder ikke, at intet gælder."
            if rows[position]:
                reason = "Ingen af lagets rækker har en geometri: hvor udpegningerne gælder, er ukendt."
        elif elsewhere:
            outcome = ELSEWHERE
            reason = "Laget når ikke ind i kommunen: om der er udpegninger i kommunen, er ukendt."
        elif (
            catalogue.themes[theme].areal
            and (made.kind[placed] == LINE).any()
            and not (made.kind[placed] == AREA).any()
        ):
            outcome = LINES_ONLY
            reason = "Laget har linjer og ingen flader: hvem der ligger inden for, kan ikke afgøres."
        results.append(LayerResult(label, theme, outcome, rows[position], int(mine.sum()), reason))
    return results


def not_given(
    results: Sequence[LayerResult], catalogue: Catalogue, besides: Sequence[str] = THE_REST
) -> list[LayerResult]:
    """A row for each theme of the catalogue that no layer was given for."""
    given = {one.theme for one in results}
    return [
        LayerResult("", position, NOT_GIVEN, 0, 0, "Der er ikke angivet et lag med dette tema: det er ikke undersøgt.")
        for position, theme in enumerate(catalogue.themes)
        if position not in given and theme.code not in besides
    ]


def unknown_themes(results: Sequence[LayerResult]) -> list[int]:
    """The themes of which at least one layer could say nothing, in the catalogue's order."""
    return sorted({one.theme for one in results if one.outcome in UNKNOWN_OUTCOMES and one.theme is not None})


def notes(results: Sequence[LayerResult], catalogue: Catalogue) -> list[Note]:
    """A warning for each layer that was left out or could say nothing."""
    english = {
        EMPTY: "The layer {layer} ({theme}) has no row with a geometry: whether anything is designated is unknown, "
        "which is not 'no restriction'.",
        ELSEWHERE: "The layer {layer} ({theme}) does not reach the municipality: what is designated there is unknown, "
        "which is not 'no restriction'.",
        LINES_ONLY: "The layer {layer} ({theme}) holds lines and no areas: who lies inside cannot be told.",
        UNNAMED: "The layer {layer} was left out: its theme is not known. Name it in THEMES as '{layer}' and one of "
        "the codes {codes}.",
        CONTRADICTS: "The layer {layer} was left out: its name and the theme codes on its rows say different themes. "
        "Name its theme in THEMES as '{layer}' and one of the codes {codes}.",
        TABLE: "The layer {layer} was left out: it has no geometry.",
    }
    said = []
    for one in results:
        if one.outcome not in english:
            continue
        theme = catalogue.themes[one.theme].name if one.theme is not None else ""
        danish = f"{{layer}}{' ({theme})' if theme else ''}: {one.reason}"
        values: dict[str, object] = {"layer": one.layer, "theme": theme}
        values["codes"] = ", ".join(theme.code for theme in catalogue.themes)
        said.append(Note(english[one.outcome], values, warning=True, danish=danish))
    return said
