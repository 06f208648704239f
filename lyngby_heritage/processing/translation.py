"""Texts of the interface: English in the code, Danish from i18n/ in a Danish QGIS."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from ..core.common.errors import Note
from ..core.common.wording import filled, plain_spaces
from ..core.designation.chosen_values import said
from ..core.registers.aliases import words
from ..paths import TRANSLATIONS

if TYPE_CHECKING:
    from ..core.common.errors import HeritageError


CONTEXT = "lyngby_heritage"


def tr(text: str) -> str:
    """Translate an English source text; the placeholders in braces stay for `str.format`."""
    return QCoreApplication.translate(CONTEXT, text)


def tr_said(text: str) -> str:
    """Translate an English source text with marks, such as `{high_values}`, that the municipality's data fill."""
    return said(tr(text), is_danish())


def mark(text: str) -> str:
    """Mark a text that is translated later, so that it is found when the texts are collected."""
    return text


def is_danish() -> bool:
    """Whether QGIS speaks Danish."""
    return QgsApplication.locale().startswith("da")


def concept_words(concept: str) -> str:
    """What a fact of the registers is called in the language of QGIS."""
    return words(concept)[is_danish()]


def tr_message(message: HeritageError | Note) -> str:
    """Translate a HeritageError or Note of the core, values filled in; a value that is itself a Note too."""
    danish = getattr(message, "danish", "")
    template = danish if danish and is_danish() else tr(message.template)
    values = {name: tr_message(one) if isinstance(one, Note) else one for name, one in message.values.items()}
    return filled(template, values, is_danish())


def danish_message(message: HeritageError | Note) -> str:
    """A HeritageError or Note in Danish, whatever language QGIS speaks: for what is written into data and reports.

    The template is handed over as bytes, since as text a translator takes ASCII only.
    """
    translator: Any = _danish()
    template = getattr(message, "danish", "") or translator.translate(CONTEXT, message.template.encode())
    values = {name: danish_message(one) if isinstance(one, Note) else one for name, one in message.values.items()}
    return plain_spaces(filled(template or message.template, values, danish=True))


@cache
def _danish() -> QTranslator:
    """The plugin's Danish texts."""
    translator = QTranslator()
    translator.load(str(TRANSLATIONS / "lyngby_heritage_da.qm"))
    return translator
