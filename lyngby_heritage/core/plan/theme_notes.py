"""What the main job says of layers of landscape and heritage: what was taken for a theme, and what is none or open."""

from __future__ import annotations

from ..common.errors import Note
from ..landscape.theme_recognition import CODE, NAME, ThemeVerdict


def theme_taken(layer: str, verdict: ThemeVerdict) -> Note | None:
    """What a layer was taken for and by what; None of one whose name says it all. A warning of what is not verified."""
    values: dict[str, object] = {"layer": layer, "theme": verdict.title, "name": verdict.name}
    if verdict.unverified:
        return Note(
            "{layer} is taken for the theme {theme}: {name} should be the register's name of it, which nobody has "
            "verified.",
            values,
            warning=True,
            danish="{layer} er taget for temaet {theme}: {name} er formentlig registrets navn på det, men navnet er "
            "ikke efterprøvet.",
        )
    values |= {"what": verdict.what, "number": verdict.number}
    if verdict.what:
        return Note(
            "{layer} is taken for the theme {theme}: it is {what}.",
            values,
            danish="{layer} er taget for temaet {theme}: det er {what}.",
        )
    if verdict.by == NAME:
        return None
    return Note(
        "{layer} is taken for the theme {theme}: its rows carry the number {number} of the theme.",
        values,
        danish="{layer} er taget for temaet {theme}: rækkerne har temaets kode {number}.",
    )


def theme_not_used(layer: str, verdict: ThemeVerdict) -> Note:
    """Why a layer that speaks of a theme is not used."""
    values: dict[str, object] = {
        "layer": layer,
        "themes": ", ".join(verdict.fits),
        "what": verdict.what,
        "number": verdict.number,
    }
    if verdict.is_unknown_number:
        return Note(
            "{layer} is not used: its rows carry the theme number {number}, which the catalogue does not have. If it "
            "is a theme of landscape or heritage, name it in THEMES.",
            values,
            warning=True,
            danish="{layer} bruges ikke: rækkerne har temakoden {number}, som kataloget ikke har. Er det et tema om "
            "landskab eller kulturarv, så nævn det i THEMES.",
        )
    if not verdict.fits:
        return Note(
            "{layer} is not used: it is {what}. If it is to be a theme, name it in THEMES.",
            values,
            warning=True,
            danish="{layer} bruges ikke: det er {what}. Skal det være et tema, så nævn det i THEMES.",
        )
    if verdict.by == CODE and verdict.contradiction is not None:
        return Note(
            "{layer} is not used: its name and the theme numbers on its rows speak of several themes ({themes}). Name "
            "the theme in THEMES, or save each theme as a layer.",
            values,
            warning=True,
            danish="{layer} bruges ikke: dets navn og temakoderne på rækkerne taler om flere temaer ({themes}). Nævn "
            "temaet i THEMES, eller gem hvert tema som et lag.",
        )
    return Note(
        "{layer} is not used: it may be any of the themes {themes}. Name it in THEMES.",
        values,
        warning=True,
        danish="{layer} bruges ikke: det kan være hvert af temaerne {themes}. Nævn det i THEMES.",
    )
