"""`maplandscape`: landscape and heritage designations of many layers in one, and what they mean where (M9, M10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVariant,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)

from ..base import HeritageAlgorithm
from ..inputs.catalogue import catalogue_parameter
from ..inputs.membership import share_parameter, statuses_parameter
from ..outputs.sinks import Outputs
from ..translation import mark, tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

RESULT_LABELS = {
    "LAYER_COUNT": mark("Layers given"),
    "LEFT_OUT_COUNT": mark("Layers left out"),
    "UNKNOWN_COUNT": mark("Layers that say nothing of the municipality"),
    "FEATURE_COUNT": mark("Rows read"),
    "DESIGNATION_COUNT": mark("Designations"),
    "THEME_COUNT": mark("Themes"),
    "BUILDING_COUNT": mark("Buildings"),
    "COVERED_BUILDING_COUNT": mark("Buildings in at least one theme"),
    "PROPERTY_COUNT": mark("Properties in at least one theme"),
}


class MapLandscape(HeritageAlgorithm):
    """Reads the layers, harmonises them, and says what they mean for buildings, properties and the earlier plan."""

    NAME = "maplandscape"
    DISPLAY_NAME = "Map landscape and heritage"
    GROUP = "Landscape"
    GROUP_ID = "landskab"
    SHORT_HELP = (
        "Gathers the layers of landscape, nature and heritage in one designation layer: each with its theme, name, "
        "status, guideline, legal ground, source and source id.\n\n"
        "Layers are known by the names that they have in Plandata, Danmarks Miljøportal and Fund og Fortidsminder, by "
        "ordinary file names, by the theme code on their rows, or by fields that one register alone has; THEMES names "
        "the others. A layer whose theme is not known, or may be two, is left out and named, never guessed. Parts of "
        "one area with the same id are merged. Points and lines stay: they are drawn as narrow areas and their area is "
        "unknown.\n\n"
        "A layer that is empty or does not reach the municipality makes its theme unknown. That is said in the log, "
        "the report and the tables, for it is not the same as no restriction.\n\n"
        "With buildings and parcels the tool says which themes hold which building, and how much of which property. "
        "With an earlier result it says what stays, is new and is gone, theme by theme."
    )
    LIBRARIES = ("numpy", "shapely", "jinja2")
    # Whoever gives every layer of a folder gives these too: they are no theme, and are named as left out.
    MAY_SHARE = (("LAYERS", "BOUNDARY"), ("LAYERS", "BUILDINGS"), ("LAYERS", "PARCELS"))

    def declare(self) -> None:
        kind = QgsProcessing.SourceType
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                "LAYERS", tr("Layers of landscape and heritage"), kind.TypeVectorAnyGeometry
            )
        )
        self.addParameter(
            QgsProcessingParameterMatrix(
                "THEMES",
                tr("Themes of layers that are not known by name"),
                headers=[tr("Layer"), tr("Theme (code)")],
                optional=True,
            )
        )
        self.addParameter(catalogue_parameter())
        buildings = [kind.TypeVectorPoint, kind.TypeVectorPolygon]
        for name, label, kinds in (
            ("BOUNDARY", tr("Boundary of the municipality"), [kind.TypeVectorPolygon]),
            ("BUILDINGS", tr("Buildings"), buildings),
            ("PARCELS", tr("Parcels"), [kind.TypeVectorPolygon]),
            ("PREVIOUS", tr("Earlier designation to compare with"), [kind.TypeVectorPolygon]),
        ):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, kinds, optional=True))
        self.addParameter(share_parameter())
        self.addParameter(
            QgsProcessingParameterNumber(
                "SLIVER",
                tr("Width below which a strip is no change, m"),
                QgsProcessingParameterNumber.Type.Double,
                1.0,
                minValue=0.0,
                maxValue=100.0,
            )
        )
        counting = tr("Which designations count on buildings, properties and among the changes")
        self.addParameter(statuses_parameter(counting))
        self.addParameter(
            QgsProcessingParameterBoolean("USE_BUFFERS", tr("Add the buffer zones of the catalogue"), False)
        )
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Designations"), kind.TypeVectorPolygon))
        for name, label, one in (
            ("OUTPUT_BUILDINGS", tr("Buildings with their themes"), kind.TypeVectorAnyGeometry),
            ("OUTPUT_PROPERTIES", tr("Properties with their themes"), kind.TypeVectorPolygon),
            ("OUTPUT_CHANGES", tr("Changes against the earlier designation"), kind.TypeVectorPolygon),
            ("OUTPUT_SOURCES", tr("Layers and themes, and what came of each"), kind.TypeVector),
        ):
            self.addParameter(QgsProcessingParameterFeatureSink(name, label, one, optional=True, createByDefault=False))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "OUTPUT_HTML", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=False
            )
        )
        for name, label in RESULT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))
        without_answer = tr("Themes without a layer, and layers that say nothing")
        self.addOutput(QgsProcessingOutputVariant("NO_ANSWER", without_answer))

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .map_landscape_run import LandscapeRun

        with Outputs(self, parameters, context) as outputs:
            return LandscapeRun(self, parameters, context, feedback, outputs).results()
