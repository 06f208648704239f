"""`classifybuildings` up to its designation, for thresholds that are moved at the desktop: nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...core.common.profile import in_force
from .classify_buildings import ClassifyBuildings, ClassifyRun

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingFeedback

    from ...core.common.arrays import Geometries
    from ...core.common.profile import Profile
    from ...core.designation.live import Choice, LiveThresholds

LIVE = "LIVE"
"""Among the results: what was made, as Trial."""


@dataclass(frozen=True)
class Trial:
    """A designation whose thresholds can be moved, and where its 4s lie."""

    live: LiveThresholds
    places: Geometries
    """Of the fours of `live`, (fours,), None where one has no place."""
    crs: QgsCoordinateReferenceSystem
    profile: Profile
    """What it was read by, and the rule is asked by at every step."""
    begin: Choice
    """The thresholds that it was read with."""

    def grounds(self, choice: Choice) -> npt.NDArray[np.int8]:
        """As `LiveThresholds.grounds`, by the profile."""
        with in_force(self.profile):
            return self.live.grounds(choice)


class TriedBuildings(ClassifyBuildings):
    """The tool with its parameters, profile and messages; its result is a Trial instead of layers."""

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        return {LIVE: _TrialRun(self, parameters, context, feedback).trial()}


class _TrialRun(ClassifyRun):
    """A run that stops before it writes."""

    def trial(self) -> Trial:
        from ...core.designation.live import Choice, LiveThresholds

        self.open_inputs()
        self.read_and_classify()
        live = LiveThresholds(self.classified, self.settings.thresholds, self.settings.rule)
        places = self.table.geometry.geometries[live.fours]
        return Trial(live, places, self.crs, self.algorithm.profile, Choice.of(self.settings.thresholds))

    def let_memory_go(self) -> None:
        """Keep what the map shows."""


def trial_of(parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Trial:
    """Read and compare everything once, by the parameters of `classifybuildings` without its outputs.

    QgsProcessingException, with what to do in the language of QGIS, as the tool has it.
    """
    tool: Any = TriedBuildings().create()
    made: Trial = tool.processAlgorithm(parameters, context, feedback)[LIVE]
    return made
