"""What the dialogs of all tools have in common: rare settings put away, numbered choices, help, and fitting decimals.

Nothing of it changes a run: flags, help and metadata are for people, and what only a window shows is set in a window.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..core.common.errors import HeritageError, Note
from .inputs.parameter_help import help_of
from .inputs.parameters import numbered
from .inputs.profile import PROVIDER, is_desktop
from .translation import is_danish, tr_message

LAYERS = (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
)
"""Kinds of parameters that always stand in front: what is read is what a person has to choose."""
OF_LAYERS = (QgsProcessingParameterFeatureSource, QgsProcessingParameterRasterLayer)
LAYER_WIDGET = "lyngby_heritage.desktop.layer_choice.LayerChoice"
THEME_WIDGET = "lyngby_heritage.desktop.theme_choice.ThemeChoice"
"""What makes the widget of a layer and of THEMES in a window."""
WIDGET = "widget_wrapper"
"""QGIS's name for what the metadata of a parameter say of its widget."""

WORDS = ("SAVE", "BBR", "DEM")
"""Names of parameters that are words of their own in a text."""

DECIMALS, OF_A_SHARE, MOST_DECIMALS = 2, 3, 6
"""Digits behind the comma: of metres, per cent and hectares; of shares of one, where 0.667 is two of three; QGIS's."""


def dress(algorithm: QgsProcessingAlgorithm, front: Collection[str]) -> None:
    """Make the parameters of a tool fit for a dialog; `front` are the settings that stand in front."""
    in_window, definitions = is_desktop(), algorithm.parameterDefinitions()
    for definition in definitions:
        said = help_of(algorithm.name(), definition.name())
        definition.setHelp(by_labels(said, definitions) if in_window else said)
        if not (definition.isDestination() or isinstance(definition, LAYERS) or definition.name() in front):
            definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        if in_window:
            dress_for_window(definition)


WORD = re.compile(r"\b[A-Z][A-Z0-9_]{2,}\b")


def by_labels(text: str, definitions: Iterable[Any], names: re.Pattern[str] = WORD) -> str:
    """A text of help with the parameters called what stands above their fields in a window, not their names in scripts.

    `names` finds what may be one.

    A label without what it explains, as `short_label` gives it.
    """
    labels = {one.name(): short_label(one) for one in definitions if one.name() not in WORDS}
    quoted = "»{}«" if is_danish() else "'{}'"

    def label(found: re.Match[str]) -> str:
        words = labels.get(found[0], "")
        return quoted.format(words) if words else found[0]

    return names.sub(label, text)


def short_label(definition: Any) -> str:
    """What a parameter is called in a text: its label without what that explains.

    "Ejendom: BFE-nummer …" is »Ejendom«. A field keeps what is behind the colon, which alone tells it from the others:
    »Felt: SAVE-værdi«.
    """
    words = re.sub(r" \([^)]*\)$", "", definition.description())
    return words if definition.name().endswith(A_FIELD) else words.partition(": ")[0]


A_FIELD = "_FIELD"
"""How the names of parameters end that are fields of a layer."""

CODE = re.compile(r"(?<![\w/\\.'\"|=\-])[A-Z][A-Z0-9_]{2,}(?![\w/\\'\"|]|\.\w|-\w)")
"""What may be the name of a parameter in a message: no part of a path, of a quoted name or of an address."""


_SPOKEN_OF: ContextVar[Sequence[Any]] = ContextVar("lyngby_heritage_spoken_of", default=())


@contextmanager
def speaking_of(definitions: Sequence[Any]) -> Iterator[None]:
    """Let messages within it, that are given no parameters, be about these."""
    token = _SPOKEN_OF.set(definitions)
    try:
        yield
    finally:
        _SPOKEN_OF.reset(token)


def as_seen(text: str, definitions: Sequence[Any] | None = None) -> str:
    """A message of a run for whoever reads it: in a window by the labels, unchanged on a command line.

    Without `definitions` it is about the parameters of the run around it.
    """
    if not is_desktop():
        return text
    return message_by_labels(text, _SPOKEN_OF.get() if definitions is None else definitions)


def told_as_seen(message: HeritageError | Note, definitions: Sequence[Any]) -> str:
    """A message of the core, as `as_seen` gives a text: a value that is the name of a parameter is its label too.

    So is one that is a word of the registers as well, which a text cannot tell apart.
    """
    if not is_desktop():
        return tr_message(message)
    labels = {one.name(): by_labels(AT_HAND, [_called(AT_HAND, one.description())]) for one in definitions}
    named = {
        key: labels[value]
        for key, value in message.values.items()
        if isinstance(value, str) and value in WORDS and value in labels and key not in OF_LAYER
    }
    danish = getattr(message, "danish", "")
    return as_seen(tr_message(Note(message.template, {**message.values, **named}, danish=danish)), definitions)


OF_LAYER = ("layer", "file", "field")
"""Values of messages that people gave the names of."""


def message_by_labels(text: str, definitions: Sequence[Any]) -> str:
    """A message with the parameters called what stands above their fields.

    One that gives the name and the label gives the label alone. A parameter of another tool, of which the message
    speaks, has that tool's label, where all that have it agree.
    """
    for one in definitions:
        text = text.replace(f"{one.name()} ({one.description()})", one.name())
    begun = next((one for one in definitions if re.match(rf"{one.name()}(:| =|$)", text)), None)
    if begun is not None and begun.name() in WORDS:  # there it is the parameter, and no word
        text = by_labels(f"{AT_HAND}{text[len(begun.name()) :]}", [_called(AT_HAND, begun.description())])
    names = {found[0] for found in CODE.finditer(text)} - {one.name() for one in definitions} - set(WORDS)
    return by_labels(text, [*definitions, *_of_others(names)], CODE)


AT_HAND = "PARAMETER_AT_HAND"
"""Stands for the parameter that a message begins with, while its label is looked up."""


def _called(name: str, label: str) -> QgsProcessingParameterString:
    return QgsProcessingParameterString(name, label)


def _of_others(names: Collection[str]) -> list[Any]:
    """Parameters of these names, of all tools, that are called one and the same."""
    provider: Any = QgsApplication.processingRegistry().providerById(PROVIDER) if names else None
    labels: dict[str, set[str]] = {}
    for algorithm in provider.algorithms() if provider is not None else ():
        for one in algorithm.parameterDefinitions():
            if one.name() in names:
                labels.setdefault(one.name(), set()).add(short_label(one))
    return [_called(name, *found) for name, found in labels.items() if len(found) == 1]


def dress_for_window(definition: Any) -> None:
    """What a window shows of a parameter and a command line does not: numbers of choices, decimals, its own widget."""
    if isinstance(definition, QgsProcessingParameterEnum):
        definition.setOptions(numbered(definition.options()))
    widget = widget_of(definition)
    if widget:
        definition.setMetadata({**definition.metadata(), WIDGET: widget})


def widget_of(definition: Any) -> dict[str, Any]:
    """What QGIS is told of a parameter's widget; empty where its own does."""
    if isinstance(definition, QgsProcessingParameterNumber):
        whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
        return {} if whole else {"decimals": decimals_of(definition)}
    if isinstance(definition, OF_LAYERS):
        return {"class": LAYER_WIDGET}
    return {"class": THEME_WIDGET} if definition.name() == "THEMES" else {}


def decimals_of(definition: QgsProcessingParameterNumber) -> int:
    """So many decimals as make sense, and as the default has: a dialog must not round what a profile says."""
    sensible = OF_A_SHARE if definition.maximum() <= 1 else DECIMALS
    default = definition.defaultValue()
    text = "" if default is None else f"{float(default):.{MOST_DECIMALS}f}".rstrip("0")
    return max(sensible, len(text.partition(".")[2]))
