"""`preparebuildings`: one building layer from FBB, GeoDanmark, BBR and BBR's storeys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)

from ..base import HeritageAlgorithm
from ..inputs.parameters import choice
from ..outputs.sinks import Outputs
from ..translation import mark, tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

RESULT_LABELS = {
    "BUILDING_COUNT": mark("Buildings"),
    "SAVE_COUNT": mark("Buildings with a SAVE value"),
    "UUID_COUNT": mark("SAVE joined by BBR id"),
    "BBR_NUMBER_COUNT": mark("SAVE joined by BBR number"),
    "DISTANCE_COUNT": mark("SAVE joined by distance"),
    "NONE_COUNT": mark("Buildings that no SAVE row was joined to, and SAVE rows on their own"),
    "SAVE_UNMATCHED_COUNT": mark("SAVE rows without a building"),
    "UNMATCHED_COUNT": mark("Rows of all inputs that were not joined"),
    "DIFFERENCE_COUNT": mark("SAVE values that differ from the one of the other source that is used"),
    "DROPPED_COUNT": mark("Rows of BBR left out since they do not stand"),
}


class PrepareBuildings(HeritageAlgorithm):
    """Reads the registers, joins them, and writes the layer that every other tool reads."""

    NAME = "preparebuildings"
    DISPLAY_NAME = "Prepare buildings"
    GROUP = "Data"
    GROUP_ID = "data"
    SHORT_DESCRIPTION = "Makes one building layer from FBB or GeoFA, BBR and GeoDanmark."
    SHORT_HELP = (
        "Makes one building layer from the registers as they are delivered: SAVE values from FBB or GeoFA's theme "
        "6205, polygons from GeoDanmark, buildings and storeys from BBR. Every other tool reads the result without "
        "naming a field.\n\n"
        "A SAVE value is joined to its building by BBR's id, else by the BBR number, else to the nearest building "
        "without one. The field 'kobling' says which, 'kobling_m' how far the point lies from the building. BBR's "
        "rows that do not stand by their status, ended versions and cases without a place are left out.\n\n"
        "SAVE values may come from two sources at once. Where they differ, GeoFA comes before FBB, which carries no "
        "date, unless you choose otherwise; each difference is listed. The units of BBR say how many dwellings a "
        "building has, before its own count.\n\n"
        "No row is lost: a SAVE value without a building comes out as its own point, what is in no building stands in "
        "the second layer with its reason, and the log accounts for each row of each input."
    )
    TAGS = (
        *("FBB", "GeoFA", "6205", "SAVE", "BBR", "GeoDanmark", "bygninger", "kobling", "registre", "samkøring", "join"),
        *("registers", "buildings"),
    )
    FRONT = ("PREFER",)

    # Polygons, or an extract of FBB, that carry what BBR says.
    MAY_SHARE = (("FOOTPRINTS", "BBR"), ("SAVE", "BBR"), ("SAVE_SECOND", "BBR"))
    SAVE, FOOTPRINTS, BBR, FLOORS = "SAVE", "FOOTPRINTS", "BBR", "FLOORS"
    UNITS, SAVE_SECOND, PREFER = "UNITS", "SAVE_SECOND", "PREFER"
    MAX_DISTANCE = "MAX_DISTANCE"
    OUTPUT, OUTPUT_UNMATCHED = "OUTPUT", "OUTPUT_UNMATCHED"

    def declare(self) -> None:
        kind = QgsProcessing.SourceType
        places = [kind.TypeVectorPoint, kind.TypeVectorPolygon]
        label = tr("SAVE values (FBB, or GeoFA's theme 6205)")
        self.addParameter(QgsProcessingParameterFeatureSource(self.SAVE, label, places))
        optional = (
            (self.FOOTPRINTS, mark("Building polygons (GeoDanmark)"), [kind.TypeVectorPolygon]),
            (self.BBR, mark("Buildings (BBR)"), [kind.TypeVector]),
            (self.FLOORS, mark("Storeys (BBR)"), [kind.TypeVector]),
            (self.UNITS, mark("Units (BBR), which say how many dwellings there are"), [kind.TypeVector]),
            (self.SAVE_SECOND, mark("A second source of SAVE values"), places),
        )
        for name, label, kinds in optional:
            self.addParameter(QgsProcessingParameterFeatureSource(name, tr(label), kinds, optional=True))
        first = [tr("GeoFA"), tr("FBB"), tr("The newer, where both are dated")]
        self.addParameter(choice(self.PREFER, tr("Which source comes first, where two SAVE values differ"), first))
        self.addParameter(
            QgsProcessingParameterNumber(
                self.MAX_DISTANCE,
                tr("Distance within which a SAVE point may be joined to the nearest building, m"),
                QgsProcessingParameterNumber.Type.Double,
                25.0,
                minValue=0.0,
                maxValue=1000.0,
            )
        )
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Buildings")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT_UNMATCHED,
                tr("Rows that are in no building"),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
                createByDefault=False,
            )
        )
        for name, label in RESULT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))
        self.addOutput(QgsProcessingOutputString("LEFT_OUT_ROWS", tr("Rows that are in no building, by their reason")))

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .prepare_buildings_run import PreparationRun

        with Outputs(self, parameters, context) as outputs:
            return PreparationRun(self, parameters, context, feedback, outputs).results()
