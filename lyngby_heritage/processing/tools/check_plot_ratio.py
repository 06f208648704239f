"""`checkplotratio`: how much is built on each plot, how much may be, and what follows (M3, M4, M6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)

from ...core.common.data import load
from ..base import HeritageAlgorithm
from ..inputs.parameters import BUILDINGS, POLYGONS, TABLE, choice, is_blank, layer, optional_field, report
from ..outputs.sinks import Outputs
from ..translation import mark, tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

RESULT_LABELS = {
    "PLOT_COUNT": mark("Plots"),
    "COVERED_COUNT": mark("Plots covered by a zone"),
    "COMPLIANT_COUNT": mark("Within the limits"),
    "EXCEEDED_COUNT": mark("Over a limit"),
    "UNKNOWN_COUNT": mark("Unknown"),
    "AREA_COUNT": mark("Limit for an area as a whole"),
    "ROAD_COUNT": mark("Roads, which are no plots"),
    "COMMON_COUNT": mark("Common parcels, which are no plots"),
    "UNMATCHED_COUNT": mark("Buildings on no plot"),
    "CHANGED_COUNT": mark("Plots whose status the second limit changes"),
}


class CheckPlotRatio(HeritageAlgorithm):
    """Reads parcels, buildings, zones and plans, and writes a row for each plot with its sum."""

    NAME = "checkplotratio"
    DISPLAY_NAME = "Check plot ratio and storeys"
    GROUP = "Building regulation"
    GROUP_ID = "bebyggelsesregulering"
    SHORT_DESCRIPTION = (
        "Computes each plot's plot ratio and storeys, and says whether they keep the limit that applies there."
    )
    SHORT_HELP = (
        "Computes the plot ratio (bebyggelsesprocent) and the storeys of each plot and says whether they keep the "
        "limit that applies there: that of the lokalplan or of its sub-area (delområde), of an area of two storeys, of "
        "the zone, or the municipality's own. Where a plan does not itself regulate the extent and its sub-areas are "
        "not given, the limit is unknown.\n\n"
        "A plot is the parcels of one property that adjoin, with their registered areas. Roads and common land are no "
        "plots: they come out as not covered and are counted apart. A building over several properties is shared out "
        "among them by its footprint. Floor area comes from BBR "
        "(full storeys, used roof storeys, the basement that counts, secondary buildings beyond the deduction); where "
        "BBR is silent the footprint times the storeys is used, and named so. The rules in force when the lokalplan "
        "was adopted decide the deduction. A limit for an area as a whole is not applied to one plot.\n\n"
        "Every plot comes out once, with the sum written out in Danish in 'bemaerkning', so that it can be done again "
        "by hand. What cannot be known is 'ukendt', with the reason. With a second limit to compare with, each row "
        "says what would change."
    )
    TAGS = ("bebyggelsesprocent", "etageareal", "etager", "åben-lav", "lokalplan", "matrikel", "BBR", "plot ratio")
    FRONT = ("MAX_PLOT_RATIO", "MAX_STOREYS", "COMPARE_PLOT_RATIO")

    LIBRARIES = ("numpy", "shapely", "jinja2")
    MAY_SHARE = (
        ("ZONES", "TWO_STOREY_AREAS"),  # where two storeys are allowed in every zone
        ("ZONES", "PARCELS"),  # every parcel given lies in åben-lav
        ("ZONES", "PLANS"),  # plans, or their delområder, are what says where åben-lav is
        ("ZONES", "SUB_AREAS"),
        ("PARCELS", "PLANS"),
    )
    RARELY_SHARE = (("PARCELS", "ZONES"),)

    PARCELS = "PARCELS"
    BUILDINGS = "BUILDINGS"
    FLOORS = "FLOORS"
    ZONES = "ZONES"
    PLANS = "PLANS"
    SUB_AREAS = "SUB_AREAS"
    TWO_STOREY_AREAS = "TWO_STOREY_AREAS"
    ZONE_MAP = "ZONE_MAP"
    RULE_SET = "RULE_SET"
    COMPARE_PLOT_RATIO = "COMPARE_PLOT_RATIO"
    OUTPUT = "OUTPUT"
    OUTPUT_AREAS = "OUTPUT_AREAS"
    OUTPUT_UNMATCHED = "OUTPUT_UNMATCHED"
    OUTPUT_HTML = "OUTPUT_HTML"

    FIELD_PARAMETERS = (
        ("PROPERTY_FIELD", "property_id", mark("Field of the parcels: property")),
        ("REGISTERED_AREA_FIELD", "registered_area", mark("Field of the parcels: registered area")),
        ("PARCEL_ID_FIELD", "parcel_id", mark("Field of the parcels: cadastral number")),
    )
    # Name, label, smallest, largest. The defaults stand in data/rules/plot_ratio.json.
    NUMBER_PARAMETERS = (
        ("MAX_PLOT_RATIO", mark("Plot ratio that may be reached where no plan or zone says otherwise, %"), 0.0, 1000.0),
        ("MAX_STOREYS", mark("Storeys that may be reached where no plan or zone says otherwise"), 0.0, 100.0),
        ("TWO_STOREY_LIMIT", mark("Storeys in the areas of two storeys"), 0.0, 100.0),
        ("ZONE_SHARE", mark("Share of a plot inside an area from which it belongs to it, %"), 0.0, 100.0),
        ("FOOTPRINT_MARGIN", mark("How much a footprint on the map may overstate, %"), 0.0, 100.0),
    )

    def declare(self) -> None:
        self.addParameter(layer(self.PARCELS, tr("Parcels"), POLYGONS))
        for name, _, label in self.FIELD_PARAMETERS:
            self.addParameter(optional_field(name, tr(label), self.PARCELS))
        self.addParameter(layer(self.BUILDINGS, tr("Buildings"), BUILDINGS))
        self.addParameter(layer(self.FLOORS, tr("Storeys (BBR)"), TABLE, optional=True))
        self.addParameter(layer(self.ZONES, tr("Zones: detached housing (åben-lav)"), POLYGONS))
        self.addParameter(layer(self.PLANS, tr("Lokalplaner"), POLYGONS, optional=True))
        self.addParameter(
            layer(self.SUB_AREAS, tr("Sub-areas of the lokalplaner (delområder)"), POLYGONS, optional=True)
        )
        self.addParameter(layer(self.TWO_STOREY_AREAS, tr("Areas of two storeys"), POLYGONS, optional=True))
        self.addParameter(layer(self.ZONE_MAP, tr("Planning zones (zonekort)"), POLYGONS, optional=True))
        defaults = load("rules/plot_ratio.json")["defaults"]
        double = QgsProcessingParameterNumber.Type.Double
        for name, label, smallest, largest in self.NUMBER_PARAMETERS:
            self.addParameter(
                QgsProcessingParameterNumber(
                    name, tr(label), double, defaults[name], minValue=smallest, maxValue=largest
                )
            )
        rules = (
            tr("By the lokalplan's date of adoption"),
            tr("BR18"),
            tr("BR08-BR15"),
            tr("Before 1 February 2008"),
        )
        self.addParameter(choice(self.RULE_SET, tr("Rules of calculation"), rules))
        self.addParameter(
            QgsProcessingParameterNumber(
                self.COMPARE_PLOT_RATIO,
                tr("Another plot ratio to compare with, %"),
                double,
                None,
                optional=True,
                minValue=0.0,
                maxValue=1000.0,
            )
        )
        polygon, point = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorPoint
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Plots"), polygon))
        for name, label, kind in (
            (self.OUTPUT_AREAS, tr("Areas with a limit as a whole"), polygon),
            (self.OUTPUT_UNMATCHED, tr("Buildings on no plot"), point),
        ):
            self.addParameter(
                QgsProcessingParameterFeatureSink(name, label, kind, optional=True, createByDefault=False)
            )
        self.addParameter(report(self.OUTPUT_HTML))
        for name, label in RESULT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))
        self.addOutput(QgsProcessingOutputString("UNKNOWN_REASONS", tr("Why plots are unknown, and how many")))

    def checked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        fine, why = super().checked(parameters, context)
        if fine and not is_blank(parameters.get(self.SUB_AREAS)) and is_blank(parameters.get(self.PLANS)):
            return False, tr("SUB_AREAS: sub-areas belong to lokalplaner, and these are not given. Give them as PLANS.")
        return fine, why

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .check_plot_ratio_run import PlotRatioRun

        with Outputs(self, parameters, context) as outputs:
            return PlotRatioRun(self, parameters, context, feedback, outputs).results()
