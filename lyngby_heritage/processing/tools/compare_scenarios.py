"""`comparescenarios`: what several municipalities' rules would designate of the same buildings (M1, M2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
)

from ...core.common.errors import HeritageError
from ...core.common.profile_reading import shipped
from ..base import HeritageAlgorithm
from ..inputs.neighbourhood import FIELD_PARAMETERS, NUMBER_PARAMETERS, add_buildings, add_surroundings
from ..inputs.parameters import TABLE, layer, report
from ..inputs.profile import is_desktop
from ..outputs.sinks import Outputs
from ..scenarios.asked import scenarios_asked_for, shipped_names
from ..translation import mark, tr, tr_message

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

RESULT_LABELS = {
    "BUILDING_COUNT": mark("Buildings"),
    "SCENARIO_COUNT": mark("Scenarios"),
    "SWINGING_COUNT": mark("Swinging: designated by some scenarios only"),
    "ALL_COUNT": mark("Designated by all scenarios"),
    "NONE_COUNT": mark("Designated by no scenario"),
}


class CompareScenarios(HeritageAlgorithm):
    """Reads the layers of a designation once, and designates by the rule of each profile."""

    NAME = "comparescenarios"
    DISPLAY_NAME = "Compare scenarios"
    GROUP = "Building culture"
    GROUP_ID = "bygningskultur"
    SHORT_DESCRIPTION = "Says what several municipalities' rules would designate of the same buildings."
    SHORT_HELP = (
        "Says what several municipalities' rules would designate of the same buildings, in one go: how many buildings "
        "and properties each of them takes, what they share, and which buildings swing, because some rules designate "
        "them and others do not.\n\n"
        "Tick the profiles that come with the plugin, and give the folder of your own. The profile that the run goes "
        "by (PROFILE, or that of the project) is the first scenario, where there is one. A scenario can also be a "
        "profile with another threshold: fill a row of VARIANTS.\n\n"
        "Each scenario designates exactly what 'Designate buildings' does with that profile, and is read from the same "
        "layers: give the same as there. What it would cost is seen before anything is decided.\n\n"
        "The report is for a council: the rules in words with their sources, the figures, a map of the buildings that "
        "swing, and lists of who would designate which."
    )
    TAGS = (
        *("scenarier", "profiler", "kommuner", "udpegning", "bevaringsværdig", "SAVE", "regel", "sammenligning"),
        *("scenarios", "profiles", "designation"),
    )
    FRONT = ("PROFILES", "OWN_PROFILES")

    LIBRARIES = ("numpy", "shapely", "jinja2")
    MAY_SHARE = (("BUILDINGS", "CONTEXT_BUILDINGS"),)

    PROFILES = "PROFILES"
    OWN_PROFILES = "OWN_PROFILES"
    VARIANTS = "VARIANTS"
    DECISIONS = "DECISIONS"
    OUTPUT = "OUTPUT"
    OUTPUT_XLSX = "OUTPUT_XLSX"
    OUTPUT_HTML = "OUTPUT_HTML"

    FIELD_PARAMETERS = FIELD_PARAMETERS
    NUMBER_PARAMETERS = NUMBER_PARAMETERS
    """Of a scenario: the tool itself has none of them."""

    def declare(self) -> None:
        add_buildings(self, tr("Buildings with SAVE values"))
        names = shipped_names()
        ticked = list(range(len(names))) if is_desktop() else None  # a window hands on what is ticked, even nothing
        self.addParameter(
            QgsProcessingParameterEnum(
                self.PROFILES,
                tr("Profiles that come with the plugin"),
                [names[one] for one in shipped()],
                allowMultiple=True,
                defaultValue=ticked,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(
                self.OWN_PROFILES,
                tr("Own profiles (the folder of one, or a folder that holds several)"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            )
        )
        add_surroundings(self)
        self.addParameter(layer(self.DECISIONS, tr("Decisions on single buildings"), TABLE, optional=True))
        self.addParameter(
            QgsProcessingParameterMatrix(
                self.VARIANTS,
                tr("Variants: a profile with another threshold"),
                hasFixedNumberRows=False,
                headers=[tr("Name"), tr("Profile"), tr("Parameter"), tr("Value")],
                optional=True,
            )
        )
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Buildings by scenario")))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT_XLSX, tr("Table"), tr("Excel workbook") + " (*.xlsx)", optional=True, createByDefault=False
            )
        )
        self.addParameter(report(self.OUTPUT_HTML))
        for name, label in RESULT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))
        self.addOutput(QgsProcessingOutputString("DESIGNATED_COUNTS", tr("Designated by each scenario")))

    def refused_values(self, parameters: Any, context: Any) -> Any:
        said = super().refused_values(parameters, context)
        if said:
            return said
        try:
            scenarios_asked_for(self, parameters, context)
        except HeritageError as error:
            return tr_message(error)
        return ""

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..scenarios.run import ScenarioRun

        with Outputs(self, parameters, context) as outputs:
            return ScenarioRun(self, parameters, context, feedback, outputs).results()
