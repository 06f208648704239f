"""`heritageplan`: the main job, from a folder of layers or downloads to the package of the plan (M7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
)

from ..base import HeritageAlgorithm
from ..inputs.basemap import BASEMAP
from ..inputs.parameters import copied, is_blank
from ..inputs.plan_state import DATE_LABELS, STATE, refusal_of_state
from ..inputs.web_address import refusal_of_web_address
from ..translation import mark, tr
from .check_plot_ratio import CheckPlotRatio
from .classify_buildings import ClassifyBuildings
from .compare_designations import CompareDesignations
from .delineate_valley import DelineateValley
from .export_lokalplan import ExportLokalplan
from .map_landscape import MapLandscape
from .prepare_buildings import PrepareBuildings
from .uniform_ensembles import UniformEnsembles
from .validate_data import ValidateData

if TYPE_CHECKING:
    from qgis.core import Qgis, QgsProcessingContext, QgsProcessingFeedback

TOOLS = {
    one.NAME: one
    for one in (
        PrepareBuildings,
        ValidateData,
        ClassifyBuildings,
        CheckPlotRatio,
        DelineateValley,
        MapLandscape,
        UniformEnsembles,
        CompareDesignations,
        ExportLokalplan,
    )
}
"""The tools that the job runs, by name."""

HANDED_ON = (
    (
        ExportLokalplan,
        ("TITLE", "PLAN_NUMBER", STATE, *DATE_LABELS, "SOURCE", "WEB_ADDRESS", BASEMAP, "MAX_SHEETS", "PHOTOS"),
    ),
    (PrepareBuildings, ("MAX_DISTANCE", "PREFER")),
    (
        ClassifyBuildings,
        (
            *("NEIGHBOUR_METHOD", "NEIGHBOUR_DISTANCE", "OPPOSITE_DISTANCE", "MIN_NEIGHBOURS", "MIN_ATTRIBUTES"),
            *("SIMILARITY", "UNIFORM_SHARE", "YEAR_TOLERANCE", "AREA_TOLERANCE", "VALUE4_RULE"),
        ),
    ),
    (
        CheckPlotRatio,
        (
            *("MAX_PLOT_RATIO", "MAX_STOREYS", "TWO_STOREY_LIMIT", "ZONE_SHARE", "RULE_SET", "FOOTPRINT_MARGIN"),
            "COMPARE_PLOT_RATIO",
        ),
    ),
    (DelineateValley, ("RESOLUTION", "MAX_HEIGHT", "MIN_AREA")),
    (MapLandscape, ("THEMES", "CATALOGUE")),
    (UniformEnsembles, ("MIN_BUILDINGS",)),
    (ValidateData, ("MUNICIPALITY",)),
)
"""Parameters of the job that are those of its tools: given to every tool that has one of the name."""
CALLED_HERE = {
    "RESOLUTION": mark("The valley: cells to work on, m (0 = the model's)"),
    "MIN_AREA": mark("Smallest part of the valley, ha"),
}
"""What those of them are called whose own name says what they are about only in their tool's dialog."""

RESULT_LABELS = {
    "BUILDING_COUNT": mark("Buildings"),
    "DESIGNATED_COUNT": mark("Designated"),
    "BOUND_COUNT": mark("Designated, and bound by the provisions"),
    "WITHHELD_COUNT": mark("Designated, but kept from the public by the register and so not in the plan"),
    "STEP_COUNT": mark("Steps taken"),
    "LEFT_OUT_COUNT": mark("Steps left out"),
}


class HeritagePlan(HeritageAlgorithm):
    """Finds the layers by name, runs every tool that they have data for, and puts the package together."""

    NAME = "heritageplan"
    DISPLAY_NAME = "Make the kulturhistorisk lokalplan"
    GROUP = "Local plan"
    GROUP_ID = "lokalplan"
    SHORT_DESCRIPTION = "From layers to the whole package of the kulturhistorisk lokalplan in one go."
    SHORT_HELP = (
        "The main job: from a GeoPackage, a folder of layers or of downloads as they came (with its folders and "
        "zips), a project, a schema of PostGIS or layers of the open project to the package of the plan, in one go.\n\n"
        "Layers are found by their names: bygninger (or the registers fbb, bygningsvurdering, bbr, geodanmark_bygning, "
        "etager and enheder to make it from), jordstykker, zoner, lokalplaner, delomraader, to_etager, zonekort, "
        "beslutninger, vandloeb, soeer, kommunegraense, tidligere_bygninger, tidligere_landskab (either also as "
        "tidligere_udpegning), and any theme layer that the catalogue of landscape and heritage knows. The names of "
        "the registers and of Datafordeleren's downloads are known too, and where no name tells, the fields may. The "
        "log says what was taken for what, and warns of a layer that probably has a role and is not used. A terrain "
        "model is given, or found as terraen.tif in or beside the input, or as tiles of Danmarks Højdemodel "
        "(DTM_1km_…, as files or in their archives) in a folder of the input.\n\n"
        "The data are checked, the buildings designated, plot ratio and storeys computed, the valley delineated, "
        "landscape and heritage put together, cultural environments proposed, and the earlier designation compared. "
        "What the input has no data for is left out, and the report says so. The folder gets the package of 'Export "
        "the kulturhistorisk lokalplan', each tool's report, and rapport.html that leads to them all. It appears whole "
        "or not at all; an earlier package stays untouched when a step fails."
    )
    TAGS = (
        *("lokalplan", "kulturhistorisk", "bevarende lokalplan", "planpakke", "alt i ét", "SAVE", "FBB", "BBR"),
        *("matrikel", "fredning", "bebyggelsesprocent", "kulturmiljø", "local plan", "heritage", "whole job"),
    )
    FRONT = ("INPUT", "TITLE", "PLAN_NUMBER", STATE, *DATE_LABELS)
    LIBRARIES = ("numpy", "shapely", "jinja2")
    """What no plan can be made without. A step that needs more is left out where that is missing."""

    LASTING = (("FOLDER", "lyngby_heritage/plan"),)

    INPUT = "INPUT"
    LAYERS = "LAYERS"
    DEM = "DEM"
    FOLDER = "FOLDER"
    WEB_ADDRESS = "WEB_ADDRESS"

    def flags(self) -> Qgis.ProcessingAlgorithmFlags:
        # It draws layouts and writes a project, which belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def declare(self) -> None:
        self.addParameter(
            QgsProcessingParameterFile(
                self.INPUT,
                tr("Layers: a GeoPackage, a folder of layers or downloads, a project, or a schema of PostGIS"),
                optional=True,
                fileFilter=tr("GeoPackage") + " (*.gpkg);;" + tr("All files") + " (*)",
            )
        )
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.LAYERS, tr("Layers of the open project"), QgsProcessing.SourceType.TypeVector, optional=True
            )
        )
        self.addParameter(QgsProcessingParameterRasterLayer(self.DEM, tr("Terrain model"), optional=True))
        self.addParameter(QgsProcessingParameterFolderDestination(self.FOLDER, tr("Folder of the package")))
        taken = set()
        for tool, names in HANDED_ON:
            original: Any = tool().create()
            for name in names:
                if name in taken:
                    continue
                taken.add(name)
                definition = copied(original.parameterDefinition(name))
                if name in CALLED_HERE:
                    definition.setDescription(tr(CALLED_HERE[name]))
                if name not in self.FRONT:
                    definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
                self.addParameter(definition)
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Report")))
        for name, label in RESULT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def refused_values(self, parameters: Any, context: Any) -> Any:
        said = super().refused_values(parameters, context)
        if not said and is_blank(parameters.get(self.INPUT)) and is_blank(parameters.get(self.LAYERS)):
            return tr("Give the layers in INPUT (a file, folder, project or schema) or in LAYERS.")
        return said or refusal_of_state(self, parameters, context) or refusal_of_web_address(self, parameters, context)

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..job.run import Job

        return Job(TOOLS, self, parameters, context, feedback).results()
