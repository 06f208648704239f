"""`followdesignations`: the adopted plan against this year's registers, as a work list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
)

from ..base import HeritageAlgorithm
from ..inputs.plan_package import PLAN, plan_parameter
from ..outputs.sinks import Outputs
from ..translation import mark, tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

COUNT_LABELS = {
    "FOLLOWED_COUNT": mark("Buildings followed"),
    "EVENT_COUNT": mark("Events"),
    "DEMOLISHED_COUNT": mark("Demolished"),
    "GONE_COUNT": mark("Gone from the registers"),
    "REBUILT_COUNT": mark("Rebuilt"),
    "OTHER_VALUE_COUNT": mark("Of another value or listing"),
    "LOCAL_PLAN_COUNT": mark("With another lokalplan"),
    "OUTLINE_COUNT": mark("With another outline"),
    "NEW_ID_COUNT": mark("With a new id"),
    "RATIO_COUNT": mark("Over the plot ratio"),
}


class FollowDesignations(HeritageAlgorithm):
    """Reads an adopted plan and the registers of today, and lists what has happened in between."""

    NAME = "followdesignations"
    DISPLAY_NAME = "Follow up an adopted plan"
    GROUP = "Local plan"
    GROUP_ID = "lokalplan"
    SHORT_DESCRIPTION = "Holds an adopted plan against this year's registers, and lists what to look at."
    SHORT_HELP = (
        "Holds the package of an adopted plan against the registers as they are now, and makes a work list in the "
        "order in which to look: buildings demolished, gone, rebuilt, with another value or listing, another "
        "outline or a new id, lokalplaner that came or went, and properties that now exceed their plot ratio. "
        "Each row says what the plan says, what the registers say, from which day, what to look at, and who "
        "decides.\n\n"
        "Run it every year. BUILDINGS is the result of 'Prepare buildings' on this year's registers; BBR with its "
        "history (Datafordeleren's bitemporal download) gives the days, and tells a demolished building from one "
        "that is merely missing. Buildings that are designated, in question or decided on are followed; of all "
        "others only those whose value would now designate them.\n\n"
        "Nothing is changed in the plan, and nothing is decided. What was not given, or a layer does not say, is "
        "not compared, and the log and the report say so."
    )
    TAGS = (
        *("opfølgning", "tilsyn", "nedrevet", "ombygget", "årlig", "ændringer", "BBR", "historik", "lokalplan"),
        *("follow up", "since", "demolished", "rebuilt", "monitoring"),
    )
    FRONT = (PLAN,)
    LIBRARIES = ("numpy", "shapely", "jinja2")

    BUILDINGS, BBR, PLANS, PROPERTIES = "BUILDINGS", "BBR", "PLANS", "PROPERTIES"
    OUTPUT, OUTPUT_HTML = "OUTPUT", "OUTPUT_HTML"

    def declare(self) -> None:
        kind = QgsProcessing.SourceType
        self.addParameter(plan_parameter())
        places = [kind.TypeVectorPoint, kind.TypeVectorPolygon]
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.BUILDINGS, tr("Buildings as the registers have them now"), places)
        )
        for name, label, kinds in (
            (self.BBR, tr("Buildings (BBR) with their history"), [kind.TypeVector]),
            (self.PLANS, tr("Lokalplaner now"), [kind.TypeVectorPolygon]),
            (self.PROPERTIES, tr("Properties now (plot ratio checked)"), [kind.TypeVectorPolygon]),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, kinds, optional=True))
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Work list")))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT_HTML, tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=False
            )
        )
        for name, label in COUNT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..follow.run import FollowRun

        with Outputs(self, parameters, context) as outputs:
            return FollowRun(self, parameters, context, feedback, outputs).results()
