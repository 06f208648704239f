"""`propertysheet`: what applies to one property, on paper and on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..base import HeritageAlgorithm
from ..inputs.parameters import is_blank
from ..inputs.plan_package import PLAN, plan_parameter
from ..translation import mark, tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

COUNT_LABELS = {"SHEET_COUNT": mark("Sheets"), "SHORTENED_COUNT": mark("Sheets that leave something out on paper")}
FILE_LABELS = {"PDF": mark("Sheet (PDF)"), "OVERVIEW": mark("List of the sheets")}
WHICH = (mark("Those with a building that the plan names"), mark("Every property"))


class PropertySheet(HeritageAlgorithm):
    """Writes for the owner of a property what the plan and its data say of it."""

    NAME = "propertysheet"
    DISPLAY_NAME = "Property sheet"
    GROUP = "Casework"
    GROUP_ID = "sagsbehandling"
    SHORT_DESCRIPTION = "Writes what applies to one property, or to every one, on two A4 pages and as a web page."
    SHORT_HELP = (
        "What applies to my property? From a plan package the tool writes a sheet of two A4 pages (PDF), and the same "
        "as a web page of one file: a map, the buildings with value, ground and reason and the neighbours they were "
        "compared with, what needs permission and what does not, what the council can still change and how to answer, "
        "plot ratio and storeys with the sum written out, themes of landscape and protection with their legal ground "
        "and distance, the lokalplaner in force, and what is not known and where to ask.\n\n"
        "A property is named by its BFE number, by parcel and district, by address, or by a point. What may be several "
        "is refused with the candidates. ALL makes the sheets of all in one go. ANONYMOUS leaves out address, parcel, "
        "numbers, map and names, and the sheet says so.\n\n"
        "A sheet that is too long for two pages is set in smaller letters, then leaves out what matters least, and "
        "says where that stands. The sheets appear together or not at all; other files in the folder are kept."
    )
    TAGS = (
        *("ejendom", "ejendomsark", "ark", "sagsbehandling", "hvad må jeg", "borger", "ejer", "matrikel", "BFE", "PDF"),
        *("property", "sheet", "owner", "casework", "cadastre"),
    )
    FRONT = (PLAN, "PROPERTY", "ALL", "ANONYMOUS")
    LIBRARIES = ("numpy", "shapely", "jinja2")
    LASTING = (("FOLDER", "lyngby_heritage/ejendomsark"),)

    PROPERTY, ALL, CHOICE, ANONYMOUS, FOLDER = "PROPERTY", "ALL", "WHICH", "ANONYMOUS", "FOLDER"

    def declare(self) -> None:
        self.addParameter(plan_parameter())
        self.addParameter(
            QgsProcessingParameterString(
                self.PROPERTY,
                tr("Property: BFE number, parcel and district, address, or x,y [EPSG:25832]"),
                "",
                optional=True,
            )
        )
        self.addParameter(QgsProcessingParameterBoolean(self.ALL, tr("All properties"), False))
        options = [tr(one) for one in WHICH]
        self.addParameter(QgsProcessingParameterEnum(self.CHOICE, tr("Which, of all"), options, defaultValue=0))
        self.addParameter(
            QgsProcessingParameterBoolean(self.ANONYMOUS, tr("Anonymous: without what names the property"), False)
        )
        self.addParameter(QgsProcessingParameterFolderDestination(self.FOLDER, tr("Folder of the sheets")))
        for name, label in FILE_LABELS.items():
            self.addOutput(QgsProcessingOutputFile(name, tr(label)))
        self.addOutput(QgsProcessingOutputHtml("HTML", tr("Sheet (web page)")))
        for name, label in COUNT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def refused_values(self, parameters: Any, context: Any) -> Any:
        said = super().refused_values(parameters, context)
        if said:
            return said
        named = not is_blank(parameters.get(self.PROPERTY))
        every = self.parameterAsBool(parameters, self.ALL, context)
        if named and every:
            return tr("PROPERTY names one property, and ALL asks for all of them. Give one of the two.")
        if not named and not every:
            return tr("Name the property in PROPERTY, or set ALL for all of them.")
        return ""

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..sheet.run import SheetRun

        return SheetRun(self, parameters, context, feedback).results()
