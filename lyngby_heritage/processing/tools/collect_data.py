"""`collectdata`: recognises downloads as they came, and puts them together under the names that the tools read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ...core.plan.layers import job_roles
from ..base import HeritageAlgorithm
from ..inputs.parameters import is_blank, report
from ..translation import tr
from .validate_data import code_refusal

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback


class CollectData(HeritageAlgorithm):
    """Sees what there is, says what it takes each for, and writes one GeoPackage that the main job reads."""

    NAME = "collectdata"
    DISPLAY_NAME = "Collect data"
    GROUP = "Data"
    GROUP_ID = "data"
    SHORT_DESCRIPTION = "From downloads as they came to one GeoPackage that the other tools read."
    SHORT_HELP = (
        "From downloads as they came to one GeoPackage that the other tools read: nothing has to be unpacked, renamed "
        "or joined first.\n\n"
        "Give a folder (with its folders and zips), a file, or layers of the project. Each layer is recognised by its "
        "name, else by its fields, else by what its rows say. What may be two things is asked about and never guessed; "
        "what is not recognised is listed with what it is most like. Of several downloads of the same the newest with "
        "rows is taken, those in force before those with history, and never changes alone (Delta). Parcels are built "
        "from Matriklen's four tables, and tiles of the terrain model become one virtual raster beside the output.\n\n"
        "The table 'indhold' in the output, and the report, say of every file what it was taken for, by what, how many "
        "rows it has, how old it is, whether it is used and why. A wrong verdict is corrected in ROLES (file or layer, "
        "and its role or 'ingen'), which is remembered in a file beside the output. What you write yourselves, the "
        "tables beslutninger and kulturmiljoeer, is read from beslutninger.gpkg beside the output, which no tool "
        "replaces."
    )
    TAGS = (
        *("data", "hent", "samle", "udtræk", "Datafordeler", "Fildownload", "zip", "FBB", "SAVE", "BBR", "matrikel"),
        *("jordstykker", "Plandata", "GeoDanmark", "OIS", "GeoFA", "terræn", "downloads", "import", "collect"),
    )
    FRONT = ("INPUT", "MUNICIPALITY")
    LIBRARIES = ("numpy", "shapely", "jinja2")

    LASTING = (("OUTPUT", "data.gpkg"),)

    INPUT = "INPUT"
    LAYERS = "LAYERS"
    MUNICIPALITY = "MUNICIPALITY"
    AREA = "AREA"
    ROLES = "ROLES"
    OUTPUT = "OUTPUT"
    OUTPUT_HTML = "OUTPUT_HTML"
    TERRAIN = "TERRAIN"
    LAYER_COUNT = "LAYER_COUNT"
    UNKNOWN_COUNT = "UNKNOWN_COUNT"

    def declare(self) -> None:
        self.addParameter(
            QgsProcessingParameterFile(
                self.INPUT,
                tr("Folder of downloads as they came, or a file"),
                optional=True,
                fileFilter=tr("All files") + " (*)",
            )
        )
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.LAYERS, tr("Layers of the open project"), QgsProcessing.SourceType.TypeVector, optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.MUNICIPALITY, tr("Code of the municipality (empty: from the data)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.AREA, tr("Only what meets this area"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterMatrix(
                self.ROLES,
                tr("Roles that are chosen"),
                hasFixedNumberRows=False,
                headers=[tr("File or layer"), tr("Role, or 'ingen' for none")],
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("Collected data"), tr("GeoPackage") + " (*.gpkg)")
        )
        self.addParameter(report(self.OUTPUT_HTML))
        self.addOutput(QgsProcessingOutputFile(self.TERRAIN, tr("Terrain model")))
        self.addOutput(QgsProcessingOutputNumber(self.LAYER_COUNT, tr("Layers written")))
        self.addOutput(QgsProcessingOutputNumber(self.UNKNOWN_COUNT, tr("Layers not recognised")))
        for role in job_roles():
            label = tr("Rows of {role}").format(role=role)
            self.addOutput(QgsProcessingOutputNumber(count_name(role), label))

    def refused_values(self, parameters: Any, context: Any) -> Any:
        said = super().refused_values(parameters, context)
        if said:
            return said
        if is_blank(parameters.get(self.INPUT)) and is_blank(parameters.get(self.LAYERS)):
            return tr("Give the downloads in INPUT (a folder or a file) or layers in LAYERS.")
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        if not output.lower().endswith(".gpkg"):
            return tr("{parameter}: {file} must end in .gpkg.").format(parameter=self.OUTPUT, file=output)
        return code_refusal(self.parameterAsString(parameters, self.MUNICIPALITY, context))

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..collect.run import Collecting

        return Collecting(self, parameters, context, feedback).results()


def count_name(role: str) -> str:
    """The result that counts the rows of a role."""
    return f"{role.upper()}_COUNT"
