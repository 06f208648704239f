"""When a run is given a part of a layer only: what is said of it, and the rest that surrounds a selection."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import QgsProcessingFeatureSourceDefinition

from ...core.common.errors import Note
from ...core.common.filters import filter_in_words
from ...core.common.wording import plural
from ...core.report.content import Part
from ..translation import is_danish
from .sources import Source

OUTLINES = frozenset({"BOUNDARY"})
"""Parameters whose rows are read for their outline only: a filter picks the one that is meant, and hides nothing that
counts."""


def part_told(value: Any, layer: Any = None) -> Part:
    """What part of a layer a parameter's value asks for, in words for the reports."""
    parts, expression = [], filter_of(value, layer)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        if value.selectedFeaturesOnly:
            parts.append("kun valgte objekter")
        if value.featureLimit != -1:
            parts.append(f"højst {plural(value.featureLimit, 'objekt', 'objekter')}")
    words = filter_in_words(expression)
    if words:
        parts.append(f"filtreret: kun rækker, hvor {words}")
    elif expression:
        parts.append("laget er filtreret; filteret er")
    return Part("; ".join(parts), "" if words else expression)


def part_words(value: Any, layer: Any = None) -> Any:
    """What part of a layer a parameter's value asks for, for the record, with filters as they are; "" for all of it."""
    parts = []
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        if value.selectedFeaturesOnly:
            parts.append("kun valgte objekter")
        if value.filterExpression:
            parts.append(f"filter {_quoted(value.filterExpression)}")
        if value.featureLimit != -1:
            parts.append(f"højst {value.featureLimit} objekter")
    subset = layer.subsetString() if layer is not None else ""
    if subset:
        parts.append(f"filter {_quoted(subset)}")
    return f", {', '.join(parts)}" if parts else ""


def _quoted(expression: str) -> str:
    """An expression between quotation marks that it does not hold itself."""
    return f"»{expression}«" if '"' in expression else f'"{expression}"'


def filter_of(value: Any, layer: Any) -> Any:
    """The filter that a layer is seen through; "" where there is none."""
    more = value.filterExpression if isinstance(value, QgsProcessingFeatureSourceDefinition) else ""
    subset = layer.subsetString() if layer is not None else ""
    found = [one for one in (subset, more) if one]
    return found[0] if len(found) == 1 else " AND ".join(f"({one})" for one in found)


def filter_notes(sources: Any) -> Any:
    """A warning for each Source that is seen through a filter: what it hides is nobody's neighbour and in no sum."""
    return [
        _filter_note(source, found) for source in sources for found in [filter_of(source.value, source.layer)] if found
    ]


def _filter_note(source: Source, found: str) -> Note:
    words = filter_in_words(found) if is_danish() else ""
    said = f"kun rækker, hvor {words}" if words else found
    values: dict[str, object] = {"layer": source.name, "parameter": source.parameter, "filter": said}
    if source.parameter in OUTLINES:
        return Note("{layer} ({parameter}) is read through the filter {filter}.", values)
    return Note(
        "{layer} ({parameter}) is filtered ({filter}): what the filter hides was not seen, neither as neighbours nor "
        "in sums.",
        values,
        warning=True,
    )


def part_notes(source: Source, surrounded: Iterable[str]) -> list[Note]:
    """A warning for a Source that reads only some rows of its layer: the selected, or the first of them.

    `surrounded` are the parameters of which the tool reads the rest as surroundings, and says so itself.
    """
    value = source.value
    if not isinstance(value, QgsProcessingFeatureSourceDefinition) or source.parameter in surrounded:
        return []
    if not value.selectedFeaturesOnly and value.featureLimit == -1:
        return []
    values: dict[str, object] = {"layer": source.name, "parameter": source.parameter}
    if source.parameter in OUTLINES:
        return [Note("{layer} ({parameter}): only the chosen rows are read.", values)]
    return [
        Note(
            "{layer} ({parameter}): only the chosen rows of the layer are read. The others were not seen, neither as "
            "neighbours nor in sums.",
            values,
            warning=True,
        )
    ]


def rest_of_selection(source: Any) -> Any:
    """The whole layer of which a Source reads the selected rows only, as a Source; None for any other."""
    value = source.value
    selected = isinstance(value, QgsProcessingFeatureSourceDefinition) and value.selectedFeaturesOnly
    if not selected or source.layer is None:
        return None
    return Source.of_layer(source.layer, source.parameter, source.context)
