"""`exportplandata`: the plan's area and its delområder for Plandata.dk, with a sheet that leads through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ...core.common.errors import HeritageError
from ..base import HeritageAlgorithm
from ..inputs.plan_package import PLAN, plan_parameter
from ..inputs.plan_state import STATE, STATES
from ..translation import mark, tr, tr_message

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

FILE_LABELS = {
    "PLAN_SHAPE": mark("The plan (shapefile in a zip)"),
    "PLAN_MAPINFO": mark("The plan (MapInfo in a zip)"),
    "AREAS_SHAPE": mark("Its delområder (shapefile in a zip)"),
    "AREAS_MAPINFO": mark("Its delområder (MapInfo in a zip)"),
    "FIELDS": mark("The fields (Excel)"),
}
COUNT_LABELS = {
    "AREA_COUNT": mark("Delområder"),
    "EMPTY_COUNT": mark("Empty fields that may be required"),
    "MISSING_COUNT": mark("Designated buildings without ground in the plan's area"),
}


class ExportPlandata(HeritageAlgorithm):
    """Writes the area of a plan for upload in Plandata.dk."""

    NAME = "exportplandata"
    DISPLAY_NAME = "The plan's area for Plandata.dk"
    GROUP = "Delivery"
    GROUP_ID = "aflevering"
    SHORT_DESCRIPTION = (
        "Writes the plan's area and its delområder for upload in Plandata.dk, checked by the published rules."
    )
    SHORT_HELP = (
        "From a plan package the tool writes the plan's area and a delområde for each group of the provisions and each "
        "decided environment, as a shapefile and a MapInfo table in a zip each, and a sheet in Danish that leads "
        "through the delivery step by step. Nothing is sent.\n\n"
        "Before anything is written the areas are checked by the published rules: one municipality, inside its "
        "boundary, each object one valid multipolygon, no delområder that overlap. A ground of several groups lies in "
        "the first. What cannot be cured without harm is refused with where it is.\n\n"
        "The status follows from STATE: KF for a draft, F for a proposal, V for an adopted plan, KV for one whose day "
        "of adoption is not known. Fields that stand empty are listed as perhaps required, with where to find them. "
        "Plandata's template files could not be read: the files are drafts, and the sheet says what is not verified."
    )
    TAGS = (
        *("plandata", "aflevering", "indberetning", "upload", "lokalplan", "delområde", "planid", "shape", "MapInfo"),
        *("delivery", "upload", "local plan"),
    )
    FRONT = (PLAN, "PLANID", STATE)
    LIBRARIES = ("numpy", "shapely", "jinja2")
    LASTING = (("FOLDER", "lyngby_heritage/plandata"),)

    PLANID, FOLDER = "PLANID", "FOLDER"

    def declare(self) -> None:
        self.addParameter(plan_parameter())
        self.addParameter(
            QgsProcessingParameterString(
                self.PLANID, tr("planid that Plandata gave the plan (empty: a new plan)"), "", optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                STATE,
                tr("State of the plan (empty: as the package says)"),
                [tr(one) for one in STATES],
                defaultValue=None,
                optional=True,
            )
        )
        self.addParameter(QgsProcessingParameterFolderDestination(self.FOLDER, tr("Folder of the delivery")))
        self.addOutput(QgsProcessingOutputHtml("HTML", tr("Sheet of the delivery")))
        for name, label in FILE_LABELS.items():
            self.addOutput(QgsProcessingOutputFile(name, tr(label)))
        self.addOutput(QgsProcessingOutputString("STATUS", tr("Status in Plandata")))
        for name, label in COUNT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def refused_values(self, parameters: Any, context: Any) -> Any:
        from ...core.delivery.plandata_fields import read_planid

        said = super().refused_values(parameters, context)
        if said:
            return said
        try:
            read_planid(self.parameterAsString(parameters, self.PLANID, context))
        except HeritageError as error:
            return tr_message(error)
        return ""

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..delivery.plandata_run import PlandataRun

        return PlandataRun(self, parameters, context, feedback).results()
