"""Which layers of the input are themes, beside the roles that they may have: the better told of the two goes before."""

from __future__ import annotations

from collections.abc import Collection

from ..landscape.catalogue import Catalogue
from ..landscape.theme_recognition import CODE, FIELDS, NAME, ThemeVerdict, recognise_theme
from ..registers.collection import ThemeOf, ThemeSaid
from ..registers.found_layers import Layer
from ..registers.recognition import CONTENT, OWN_NAME, REGISTER_NAME, Verdict
from .theme_notes import theme_not_used, theme_taken

_TOLD = {OWN_NAME: 3, REGISTER_NAME: 3, NAME: 3, CONTENT: 2, CODE: 2, FIELDS: 1}
"""How much what told weighs: names before values on the rows, and those before fields."""


def themes_of(catalogue: Catalogue, named: Collection[str] = ()) -> ThemeOf:
    """What the catalogue says of a layer that has a verdict; the layers that people `named` as themes are."""

    def said(layer: Layer, verdict: Verdict) -> ThemeSaid | None:
        if any(name in named for name in layer.names):
            return ThemeSaid(True)
        theme = recognise_theme(layer.header, catalogue)
        if theme is None or _goes_before(verdict, theme, layer):
            return None
        if theme.code and _is_question(verdict, theme):
            roles = (verdict.fits,) if verdict.fits else verdict.roles
            return ThemeSaid(False, roles=(*roles, theme.code))
        if theme.code:
            return ThemeSaid(True, theme.title, note=theme_taken(layer.name, theme))
        return ThemeSaid(False, note=theme_not_used(layer.name, theme))

    return said


def _goes_before(verdict: Verdict, theme: ThemeVerdict, layer: Layer) -> bool:
    """Whether the role that a layer was recognised as goes before the theme."""
    if not verdict.fits and not verdict.roles:
        return False
    if theme.is_unknown_number:
        return True
    if theme.by == NAME:  # a layer called by a theme is one, unless its own name or a better one is that of a role
        names = layer.names
        return verdict.by == OWN_NAME and names.index(verdict.name) <= names.index(theme.name)
    return _TOLD[verdict.by or ""] > _TOLD[theme.by]


def _is_question(verdict: Verdict, theme: ThemeVerdict) -> bool:
    """Whether a role and a theme fit a layer equally well."""
    return bool(verdict.fits or verdict.roles) and theme.by != NAME and _TOLD[verdict.by or ""] == _TOLD[theme.by]
