"""Which of the layers given are read, as which theme, and which are left out.

What the planner says in THEMES comes before what the layer's name and its rows say. Nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..common.errors import HeritageError, listed
from ..registers.aliases import plain
from ..registers.recognition import Header, recognise
from .catalogue import Catalogue, Contradiction, Recognised
from .layer_results import LayerResult, decisions, left_out
from .theme_recognition import recognise_theme

ENVIRONMENTS = "kulturmiljoeer"
"""The role of what people decided on cultural environments (`registers/deliveries.json`)."""


@dataclass(frozen=True)
class GivenLayer:
    """A layer before it is read."""

    label: str
    names: tuple[str, ...]
    """All the names that people may know it by: in its file or service, of the file, in the project."""
    rows: int
    has_geometry: bool = True
    fields: tuple[str, ...] = ()
    geometry: str | None = None
    """`point`, `line`, `polygon`, `none`; None where it is not known."""


@dataclass(frozen=True)
class SortedLayers:
    """The layers that are read, by their place among those given, and what is said of the others."""

    themes: Mapping[int, Recognised]
    left_out: tuple[LayerResult, ...]


def themes_by_hand(
    rows: Iterable[tuple[int, tuple[str, str]]], layers: Sequence[GivenLayer], catalogue: Catalogue
) -> dict[int, Recognised]:
    """Place of a layer → its theme, for the layers that THEMES names. `rows` are (number, (layer, theme)).

    HeritageError for a row that is half empty, and for a layer or a theme that is not there.
    """
    themes: dict[int, Recognised] = {}
    for number, (layer_name, theme_name) in rows:
        if not layer_name or not theme_name:
            raise HeritageError(
                "THEMES, row {number}: '{given}' stands alone. Give both a layer and a theme, or clear the row.",
                number=number,
                given=layer_name or theme_name,
            )
        theme = catalogue.theme_named(theme_name)
        if theme is None:
            raise HeritageError(
                "THEMES gives {layer} the theme '{theme}', which the catalogue does not have. Its codes are: {codes}.",
                layer=layer_name,
                theme=theme_name,
                codes=_codes(catalogue),
            )
        wanted = plain(layer_name)
        meant = [place for place, one in enumerate(layers) if wanted in {plain(name) for name in one.names}]
        if not meant:
            raise HeritageError(
                "THEMES names the layer '{layer}', which is not among LAYERS: {layers}.",
                layer=layer_name,
                layers=listed([one.label for one in layers], 30),
            )
        for place in meant:
            known = catalogue.recognise(layers[place].names, ())
            register, status = getattr(known, "register", "own"), getattr(known, "status", None)
            themes[place] = Recognised(theme, register, status, "THEMES")
    return themes


def sort_layers(
    layers: Sequence[GivenLayer],
    by_hand: Mapping[int, Recognised],
    codes_on_rows: Callable[[int], Iterable[str]],
    catalogue: Catalogue,
) -> SortedLayers:
    """The theme of each layer that has one, and the layers left out.

    `codes_on_rows` gives the register's numbers of themes that stand on the rows of a layer, by its place among
    `layers`. HeritageError when no layer has a known theme.
    """
    themes: dict[int, Recognised] = {}
    others = []
    for place, layer in enumerate(layers):
        if place not in by_hand and _decides(layer):
            others.append(decisions(layer.label, layer.rows))
            continue
        found: Recognised | Contradiction | None = None
        if layer.has_geometry:
            found = by_hand.get(place) or _told(layer, codes_on_rows(place), catalogue)
        if isinstance(found, Recognised):
            themes[place] = found
        else:
            others.append(left_out(layer.label, layer.rows, found, layer.has_geometry))
    if not themes:
        raise HeritageError(
            "The theme of none of the layers is known: {layers}. Name each in THEMES with one of the codes {codes}.",
            layers=listed([layer.label for layer in layers]) or "-",
            codes=_codes(catalogue),
        )
    return SortedLayers(themes, tuple(others))


def _decides(layer: GivenLayer) -> bool:
    """Whether a layer holds what people decided on cultural environments."""
    return recognise(Header(layer.names, layer.fields, layer.geometry)).role == ENVIRONMENTS


def _told(layer: GivenLayer, codes: Iterable[str], catalogue: Catalogue) -> Recognised | Contradiction | None:
    """What the layer's names, numbers and fields say."""
    numbers = {name: list(codes) for name in catalogue.fields.get("theme_code", ())[:1]}
    verdict = recognise_theme(Header(layer.names, layer.fields, layer.geometry, numbers), catalogue)
    return None if verdict is None else verdict.open_or_theme


def _codes(catalogue: Catalogue) -> str:
    return ", ".join(theme.code for theme in catalogue.themes)
