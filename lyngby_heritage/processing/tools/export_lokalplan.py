"""`exportlokalplan`: the package of the kulturhistorisk lokalplan (M7, M8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.common.data import load
from ...core.common.plan_names import KIND
from ..base import HeritageAlgorithm
from ..inputs.basemap import basemap_parameter
from ..inputs.catalogue import catalogue_parameter
from ..inputs.environments import ENVIRONMENTS
from ..inputs.membership import share_parameter, statuses_parameter
from ..inputs.plan_state import DATE_LABELS, STATE, refusal_of_state, state_parameters
from ..inputs.web_address import refusal_of_web_address
from ..translation import mark, tr

if TYPE_CHECKING:
    from qgis.core import Qgis, QgsProcessingContext, QgsProcessingFeedback

COUNT_LABELS = {
    "BUILDING_COUNT": mark("Buildings"),
    "DESIGNATED_COUNT": mark("Designated"),
    "BOUND_COUNT": mark("Designated, and bound by the provisions"),
    "WITHHELD_COUNT": mark("Designated, but kept from the public by the register and so not in the plan"),
    "PROPERTY_COUNT": mark("Plots"),
    "ENSEMBLE_COUNT": mark("Proposed cultural environments"),
    "ENVIRONMENT_COUNT": mark("Decided cultural environments"),
    "LAYER_COUNT": mark("Layers in the GeoPackage"),
    "SHEET_COUNT": mark("Map sheets"),
    "PAGE_COUNT": mark("Pages of maps"),
}
FILE_LABELS = {
    "GEOPACKAGE": mark("GeoPackage"),
    "PROJECT": mark("QGIS project"),
    "MAPS": mark("Maps (PDF)"),
    "SUMMARY": mark("Summary for the council (PDF)"),
    "BUILDINGS_XLSX": mark("Annex of buildings (Excel)"),
    "BUILDINGS_CSV": mark("Annex of buildings (CSV)"),
    "PROPERTIES_XLSX": mark("Annex of properties (Excel)"),
    "PROVISIONS": mark("Draft of the provisions"),
    "PROVISIONS_DOCX": mark("Draft of the provisions (Word)"),
    "EXPLANATION": mark("Explanatory statement (Word)"),
    "PROPOSALS": mark("Working paper on proposed cultural environments (Word)"),
}


class ExportLokalplan(HeritageAlgorithm):
    """Puts the results of the other tools together into what is handed to the council, the hearing and the web."""

    NAME = "exportlokalplan"
    DISPLAY_NAME = "Export the kulturhistorisk lokalplan"
    GROUP = "Local plan"
    GROUP_ID = "lokalplan"
    SHORT_DESCRIPTION = (
        "Puts results together as a package: GeoPackage, project, maps, annexes, provisions, statement, summary and "
        "website."
    )
    SHORT_HELP = (
        "Puts the designated buildings, and whatever else the other tools have made, together into one folder: a "
        "GeoPackage with all layers and their styles, a QGIS project that opens from any folder, the maps as one PDF "
        "(A3 maps of the whole, and an A4 sheet for each cultural environment, quarter or square of a grid), the "
        "annexes of buildings and properties for Excel, the plan's provisions and its explanatory statement with the "
        "environmental screening for Word, a summary of two pages for the council, and a website.\n\n"
        "Only the classified buildings are required. Each building of the plan has a number, by which provisions, "
        "annexes, maps and website name it. All of them say how far the plan is (STATE and its dates). The provisions "
        "are a draft: they mark in brackets what the municipality has to decide. The statement tells the rule in "
        "prose, counts what the plan touches, and never takes what nobody knows for a no. A template of the "
        "municipality's own gives the Word files their look.\n\n"
        "The package appears whole or not at all; an earlier one in the folder is replaced, and other files in it, or "
        "files of the package that somebody has worked on, are kept. A table in the GeoPackage says what the package "
        "was made from."
    )
    TAGS = (
        *("lokalplan", "kortbilag", "bilag", "bestemmelser", "hjemmeside", "PDF", "Excel", "GeoPackage", "kulturmiljø"),
        *("bevaringsværdig", "redegørelse", "miljøscreening", "Word", "local plan", "package", "maps", "annex"),
    )
    FRONT = ("TITLE", "PLAN_NUMBER", STATE, *DATE_LABELS)

    LIBRARIES = ("numpy", "shapely", "jinja2")
    # A plan may reach as far as one of the layers that it shows.
    MAY_SHARE = tuple(("BOUNDARY", one) for one in ("PROPERTIES", "LANDSCAPE", "ENSEMBLES", ENVIRONMENTS, "VALLEY"))

    LASTING = (("FOLDER", "lyngby_heritage/plan"),)

    BUILDINGS = "BUILDINGS"
    TITLE = "TITLE"
    PLAN_NUMBER = "PLAN_NUMBER"
    SOURCE = "SOURCE"
    WEB_ADDRESS = "WEB_ADDRESS"
    PHOTOS = "PHOTOS"
    MAX_SHEETS = "MAX_SHEETS"
    DATA = "DATA"
    FOLDER = "FOLDER"

    # Name, label, kind of layer.
    LAYER_PARAMETERS = (
        ("PROPERTIES", mark("Plots with their plot ratio"), QgsProcessing.SourceType.TypeVectorPolygon),
        ("LANDSCAPE", mark("Landscape and heritage"), QgsProcessing.SourceType.TypeVectorAnyGeometry),
        (
            "ENSEMBLES",
            mark("Proposed cultural environments"),
            QgsProcessing.SourceType.TypeVectorPolygon,
        ),
        (ENVIRONMENTS, mark("Decided cultural environments"), QgsProcessing.SourceType.TypeVectorPolygon),
        ("PLANS", mark("Lokalplaner in force"), QgsProcessing.SourceType.TypeVectorPolygon),
        ("PARCELS", mark("Parcels"), QgsProcessing.SourceType.TypeVectorPolygon),
        ("VALLEY", mark("Parts of the valley"), QgsProcessing.SourceType.TypeVectorPolygon),
        ("PAIRS", mark("Pairs of neighbours"), QgsProcessing.SourceType.TypeVectorLine),
        ("CHANGES", mark("Changes since the earlier designation"), QgsProcessing.SourceType.TypeVectorAnyGeometry),
        (
            "BOUNDARY",
            mark("Area that was looked into (the municipality)"),
            QgsProcessing.SourceType.TypeVectorPolygon,
        ),
    )

    def flags(self) -> Qgis.ProcessingAlgorithmFlags:
        # Layouts and projects live in the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def declare(self) -> None:
        kinds = [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.BUILDINGS, tr("Buildings with their designation"), kinds)
        )
        for name, label, kind in self.LAYER_PARAMETERS:
            self.addParameter(QgsProcessingParameterFeatureSource(name, tr(label), [kind], optional=True))
        self.addParameter(QgsProcessingParameterString(self.TITLE, tr("Title of the plan"), KIND, optional=True))
        self.addParameter(QgsProcessingParameterString(self.PLAN_NUMBER, tr("Number of the plan"), "", optional=True))
        for stated in state_parameters():
            self.addParameter(stated)
        self.addParameter(
            QgsProcessingParameterFile(
                self.PHOTOS,
                tr("Folder of photos of the buildings"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            )
        )
        source = QgsProcessingParameterString(
            self.SOURCE, tr("Source line of maps and website (empty: the registers)"), "", optional=True
        )
        address = QgsProcessingParameterString(
            self.WEB_ADDRESS,
            tr("Address where the website will stand (empty: no links and no QR codes)"),
            "",
            optional=True,
        )
        most = QgsProcessingParameterNumber(
            self.MAX_SHEETS,
            tr("Most map sheets (with more cultural environments the sheets are a grid)"),
            QgsProcessingParameterNumber.Type.Integer,
            load("rules/lokalplan.json")["sheets"]["most"],
            minValue=1,
            maxValue=2000,
        )
        share, counting = share_parameter(), statuses_parameter(tr("Which designations of the landscape count"))
        data = QgsProcessingParameterMatrix(
            self.DATA,
            tr("Data and their dates, for the explanatory statement"),
            headers=[tr("Data"), tr("File or layer"), tr("Date")],
            optional=True,
        )
        for parameter in (source, basemap_parameter(), address, most, catalogue_parameter(), share, counting, data):
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(parameter)
        self.addParameter(QgsProcessingParameterFolderDestination(self.FOLDER, tr("Folder of the package")))
        for name, label in FILE_LABELS.items():
            self.addOutput(QgsProcessingOutputFile(name, tr(label)))
        self.addOutput(QgsProcessingOutputHtml("WEB", tr("Website")))
        for name, label in COUNT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def refused_values(self, parameters: Any, context: Any) -> Any:
        return (
            super().refused_values(parameters, context)
            or refusal_of_state(self, parameters, context)
            or refusal_of_web_address(self, parameters, context)
        )

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..export.run import ExportRun

        return ExportRun(self, parameters, context, feedback).results()
