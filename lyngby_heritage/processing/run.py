"""One run of a tool: what it was given, what it says, what it writes. Each tool's own run builds on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from ..core.common.errors import Note
from .inputs.as_asked import remark_on
from .inputs.databases import place_notes
from .inputs.kinds import need_geometry
from .inputs.layer_list import named_layers
from .inputs.parameters import is_blank
from .inputs.parts import filter_notes, part_notes
from .inputs.roles import doubtful_roles
from .inputs.sources import Source
from .translation import concept_words, tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from .base import HeritageAlgorithm
    from .inputs.sources import Table
    from .outputs.sinks import Outputs


class Run:
    """What the runs of all tools have in common; a subclass does the work in `results`, step by step."""

    SURROUNDED: frozenset[str] = frozenset()
    """Inputs of which a selection is judged among the rest of its layer."""

    def __init__(
        self,
        algorithm: HeritageAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        outputs: Outputs | None = None,
    ) -> None:
        self.algorithm = algorithm
        self.parameters = parameters
        self.context = context
        self.feedback = feedback
        self.outputs = cast("Outputs", outputs)
        """None of a run that writes a folder, which never asks."""
        self.check = algorithm.check(feedback)
        """Raises Cancelled when the person has pressed Cancel."""

    def results(self) -> dict[str, Any]:
        """Do the work, and give the results as `processAlgorithm` does."""
        raise NotImplementedError

    # What was given ---------------------------------------------------------------------------------------------------

    def given(self, name: str) -> bool:
        """Whether the caller gave this parameter a value; an untouched widget or an empty cell is none."""
        return not is_blank(self.parameters.get(name))

    def source(self, name: str) -> Source:
        """The layer or table of a parameter."""
        source = Source(self.algorithm, self.parameters, name, self.context)
        source.remark = remark_on(source, self.algorithm, self.parameters)
        remarks = [one for one in (source.sheet, source.remark) if one is not None]
        parts = part_notes(source, self.SURROUNDED)
        self.tell([*parts, *filter_notes([source]), *place_notes([source]), *remarks])
        return source

    def layers_of(self, name: Any) -> Any:
        """The NamedLayers of a parameter that takes several."""
        found = named_layers(self.algorithm, self.parameters, name, self.context)
        sources = [one.source for one in found]
        self.tell([*filter_notes(sources), *place_notes(sources)])
        return found

    def optional(self, name: str, spatial: bool = True) -> Source | None:
        """An optional layer, or None where none was given. HeritageError for a spatial one without geometry or CRS."""
        if not self.given(name):
            return None
        source = self.source(name)
        if spatial:
            need_geometry(source)
            source.crs  # noqa: B018 - refuses a layer without one
        return source

    def text(self, name: str) -> str:
        """A parameter as text."""
        return self.algorithm.parameterAsString(self.parameters, name, self.context)

    def number(self, name: str, whole: bool = False) -> Any:
        """A parameter as a number, or the tool's default."""
        read = self.algorithm.parameterAsInt if whole else self.algorithm.parameterAsDouble
        return read(self.parameters, name, self.context)

    def optional_number(self, name: str) -> float | None:
        """A number that may be missing, or None."""
        return self.number(name) if self.given(name) else None

    def choice(self, name: str) -> int:
        """The position of the chosen option."""
        return self.algorithm.parameterAsEnum(self.parameters, name, self.context)

    def flag(self, name: str) -> bool:
        """A parameter as yes or no."""
        return self.algorithm.parameterAsBool(self.parameters, name, self.context)

    def file(self, name: str) -> str:
        """The path of a file that was given, or empty."""
        return self.algorithm.parameterAsFile(self.parameters, name, self.context)

    def doubtful_roles(self) -> list[tuple[str, str]]:
        """Pairs of parameters that were given one layer, which is allowed and seldom meant."""
        return doubtful_roles(self.algorithm, self.parameters, self.context)

    # What is said -----------------------------------------------------------------------------------------------------

    def tell(self, notes: Iterable[Note]) -> None:
        """Put notes of the core into the log."""
        self.algorithm.tell(self.feedback, notes)

    @staticmethod
    def reading(layer: str, table: Table, concepts: Iterable[str] | None = None) -> Note:
        """Which field holds what, so that a wrong guess is seen.

        `concepts` are those worth telling, all of the table's where it is None.
        """
        told = {one: field for one, field in table.fields.items() if concepts is None or one in concepts}
        pairs = ", ".join(f"{concept_words(one.split(' ')[0])} = {field}" for one, field in told.items())
        return Note(
            "{layer}: {rows:row|rows}; fields read: {fields}.",
            {"layer": layer, "rows": len(table), "fields": pairs or "-"},
        )

    def warn_of_cut_texts(self, name: str) -> None:
        """Say of an output's format, where it is so, that it cuts long texts."""
        if self.outputs.cuts_text(name):
            self.feedback.pushWarning(
                tr("This format cuts texts after 254 characters, and so the reasons. Choose a GeoPackage (.gpkg).")
            )
