"""`exportgeofa`: adopted designations as rows of GeoFA's themes 6205 and 6204, ready to be taken in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
)

from ...core.common.errors import HeritageError
from ...core.plan.state import PlanState, refuse_contradictions
from ..base import HeritageAlgorithm
from ..inputs.environments import ENVIRONMENTS
from ..inputs.parameters import BUILDINGS, POLYGONS, is_blank, layer
from ..inputs.plan_state import STATES, day_of
from ..outputs.sinks import Outputs
from ..translation import mark, tr, tr_message

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

COUNT_LABELS = {
    "ROW_COUNT": mark("Rows of theme 6205"),
    "NEW_COUNT": mark("New rows"),
    "NEW_DESIGNATED_COUNT": mark("New rows of designated buildings"),
    "CHANGED_COUNT": mark("Changed rows"),
    "ENDED_COUNT": mark("Rows that no plan designates any more"),
    "UNTOUCHED_COUNT": mark("Untouched rows"),
    "CHANGE_COUNT": mark("Changed fields"),
    "GROUP_COUNT": mark("Rows of theme 6204 (cultural environments)"),
    "GAP_COUNT": mark("Rows of the list of gaps"),
    "UNWRITTEN_COUNT": mark("Rows that could not be written"),
}
FILE_LABELS = {"LIST_XLSX": mark("The rows as a list (Excel)"), "README": mark("Read me: how the rows are taken in")}


class ExportGeofa(HeritageAlgorithm):
    """Makes the rows that GeoFA is to hold once a plan is adopted; nothing is sent."""

    NAME = "exportgeofa"
    DISPLAY_NAME = "Export adopted designations to GeoFA"
    GROUP = "Delivery"
    GROUP_ID = "aflevering"
    SHORT_DESCRIPTION = "Makes the rows of GeoFA's themes 6205 and 6204 that follow from an adopted plan."
    SHORT_HELP = (
        "Makes the rows that GeoFA is to hold once a plan is adopted: the buildings as theme 6205 (Bygningsvurdering), "
        "the decided cultural environments as theme 6204 (Bygningsvurderingsgruppe), in the published fields, with "
        "lengths and codes checked before anything is written.\n\n"
        "BUILDINGS is the layer bygninger of the adopted plan's package, which says that it is adopted; of any other "
        "designation give STATE = 2 and ADOPTED. A draft or a proposal is refused. SOURCE_6205 is theme 6205 as GeoFA "
        "has it today: with it rows keep their ids and what they hold beside, and only what the plan decides is "
        "changed. A building is a row's by BBR's id, else by BFE number and building number. The code of a designated "
        "building is 1 (lokalplan), or 3 where the kommuneplan designates it too; what another lokalplan designates "
        "stands, and is listed.\n\n"
        "The GeoPackage also has the tables aendringer (each field that changes, before and after) and mangler (what "
        "could not be written, or must be looked at, and what to do). Beside it lie a list for Excel and a read-me. "
        "Nothing is sent: a person takes the rows into GeoFA."
    )
    TAGS = (
        *("GeoFA", "6205", "6204", "bygningsvurdering", "aflevering", "register", "bevaringsværdig", "SAVE", "eksport"),
        *("WFS-T", "delivery", "export", "register"),
    )
    FRONT = ("STATE", "ADOPTED")
    LIBRARIES = ("numpy", "shapely")
    LASTING = (("OUTPUT", "lyngby_heritage/geofa.gpkg"),)

    BUILDINGS = "BUILDINGS"
    SOURCE_6205 = "SOURCE_6205"
    STATE = "STATE"
    ADOPTED = "ADOPTED"
    OUTPUT = "OUTPUT"

    def declare(self) -> None:
        self.addParameter(layer(self.BUILDINGS, tr("Buildings of the adopted plan"), BUILDINGS))
        self.addParameter(layer(ENVIRONMENTS, tr("Decided cultural environments"), POLYGONS, optional=True))
        self.addParameter(
            layer(self.SOURCE_6205, tr("Theme 6205 as GeoFA has it"), [QgsProcessing.SourceType.TypeVector], True)
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.STATE,
                tr("State of the plan (empty: as its package says)"),
                [tr(one) for one in STATES],
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterDateTime(
                self.ADOPTED,
                tr("Adopted by the council on (empty: as its package says)"),
                QgsProcessingParameterDateTime.Type.Date,
                None,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("Rows for GeoFA"), tr("GeoPackage") + " (*.gpkg)")
        )
        for name, label in FILE_LABELS.items():
            self.addOutput(QgsProcessingOutputFile(name, tr(label)))
        for name, label in COUNT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def refused_values(self, parameters: Any, context: Any) -> Any:
        said = super().refused_values(parameters, context)
        if said:
            return said
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        if not output.lower().endswith(".gpkg"):
            return tr("{parameter}: {file} must end in .gpkg.").format(parameter=self.OUTPUT, file=output)
        if is_blank(parameters.get(self.STATE)):
            return ""
        told = self.parameterAsEnum(parameters, self.STATE, context)
        try:
            refuse_contradictions(PlanState(told, adopted=day_of(self, parameters, self.ADOPTED, context)))
        except HeritageError as error:
            return tr_message(error)
        return ""

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..delivery.geofa_run import GeofaRun

        with Outputs(self, parameters, context) as outputs:
            return GeofaRun(self, parameters, context, feedback, outputs).results()
