"""`classifybuildings` up to its designation, for thresholds that are moved at the desktop: nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .classify_buildings import ClassifyBuildings, ClassifyRun

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingFeedback

    from ...core.common.arrays import Geometries
    from ...core.designation.live import LiveThresholds

LIVE = "LIVE"
"""Among the results: what was made, as Trial."""


@dataclass(frozen=True)
class Trial:
    """A designation whose thresholds can be moved, and where its 4s lie."""

    live: LiveThresholds
    places: Geometries
    """Of the fours of `live`, (fours,), None where one has no place."""
    crs: QgsCoordinateReferenceSystem


class TriedBuildings(ClassifyBuildings):
    """The tool with its parameters, profile and messages; its result is a Trial instead of layers."""

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        return {LIVE: _TrialRun(self, parameters, context, feedback).trial()}


class _TrialRun(ClassifyRun):
    """A run that stops before it writes."""

    def trial(self) -> Trial:
        from ...core.designation.live import LiveThresholds

        self.open_inputs()
        self.read_and_classify()
        live = LiveThresholds(self.classified, self.settings.thresholds, self.settings.rule)
        return Trial(live, self.table.geometry.geometries[live.fours], self.crs)

    def let_memory_go(self) -> None:
        """Keep what the map shows."""


def trial_of(parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Trial:
    """Read and compare everything once, by the parameters of `classifybuildings` without its outputs.

    QgsProcessingException, with what to do in the language of QGIS, as the tool has it.
    """
    tool: Any = TriedBuildings().create()
    made: Trial = tool.processAlgorithm(parameters, context, feedback)[LIVE]
    return made
