"""`delineatevalley`: a valley with its side valleys, from a terrain model and the watercourse (M9)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.data import load
from ...core.common.errors import HeritageError
from ..base import HeritageAlgorithm
from ..inputs.nothing_in_it import kindless
from ..inputs.rasters import RasterSource
from ..inputs.sources import read
from ..outputs.fields import fields_of
from ..outputs.sinks import Outputs
from ..run import Run
from ..translation import mark, tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...core.common.arrays import Booleans
    from ...core.common.geometry import Cleaned
    from ..inputs.sources import Source

PART_FIELDS = (
    ("del", QMetaType.Type.QString),
    ("navn", QMetaType.Type.QString),
    ("areal_ha", QMetaType.Type.Double),
)
RESULT_LABELS = {
    "PART_COUNT": mark("Parts"),
    "FLOOR_COUNT": mark("Valley floors"),
    "SIDE_COUNT": mark("Valley sides"),
    "SIDE_VALLEY_COUNT": mark("Side valleys"),
    "FLOOR_AREA": mark("Area of the valley floor, ha"),
    "SIDE_AREA": mark("Area of the valley sides, ha"),
    "SIDE_VALLEY_AREA": mark("Area of the side valleys, ha"),
}


class DelineateValley(HeritageAlgorithm):
    """Reads a terrain model and watercourses, and writes the parts of the valley."""

    NAME = "delineatevalley"
    DISPLAY_NAME = "Delineate a valley"
    GROUP = "Landscape"
    GROUP_ID = "landskab"
    SHORT_DESCRIPTION = "Draws a valley with its floor, sides and side valleys from a terrain model."
    SHORT_HELP = (
        "Draws a valley with its side valleys as a planner would draw it on a map: the floor, the sides up to the "
        "shoulder, and the side valleys that open into it.\n\n"
        "The floor is the ground up to a height above the watercourse. The sides rise from it to the break of slope. A "
        "side valley is a narrower valley or hollow that opens into the valley, with or without a watercourse of its "
        "own. A neighbouring valley whose watercourse is not given is no part of it.\n\n"
        "Heights count from the watercourse, not from the sea, so that a valley that falls towards the sea is found "
        "along all of it. Thresholds are metres and degrees and mean the same on cells of 0.4 and of 16 m. Give the "
        "main stream, with its tributaries where they have valleys; every ditch of a plateau is not needed.\n\n"
        "The map is a proposal for a person to look at."
    )
    TAGS = (
        *("ådal", "dal", "sidedal", "vandløb", "terræn", "højdemodel", "landskab", "DHM", "valley", "stream"),
        *("terrain", "DEM"),
    )
    FRONT = ("MAX_HEIGHT",)

    LIBRARIES = ("numpy", "shapely", "scipy")

    DEM = "DEM"
    WATERCOURSES = "WATERCOURSES"
    NAME_FIELD = "NAME_FIELD"
    LAKES = "LAKES"
    OUTPUT = "OUTPUT"
    OUTPUT_HEIGHT = "OUTPUT_HEIGHT"

    # Name, label, smallest, largest, advanced. The defaults stand in data/rules/valley.json.
    NUMBER_PARAMETERS = (
        ("RESOLUTION", mark("Cells to work on, m (0 = the model's)"), 0.0, 1000.0, False),
        ("MAX_HEIGHT", mark("Height of the valley floor above the watercourse, m"), 0.1, 100.0, False),
        ("MIN_AREA", mark("Smallest part, ha"), 0.0, 10_000.0, False),
        ("MIN_SLOPE", mark("Least slope of a valley side, degrees"), 0.1, 60.0, True),
        ("MIN_RELIEF", mark("Least height of a valley side above the watercourse, m"), 0.5, 500.0, True),
        ("MAX_WIDTH", mark("Greatest width of a valley, m"), 20.0, 20_000.0, True),
        ("SIDE_DEPTH", mark("Least depth of a side valley without a watercourse, m"), 0.2, 100.0, True),
        ("MAX_SIDE_LENGTH", mark("How far a side valley without a watercourse is followed, m"), 0.0, 20_000.0, True),
        ("SEA_LEVEL", mark("Level of the sea in the terrain model, m"), -100.0, 100.0, True),
    )

    def declare(self) -> None:
        kinds = QgsProcessing.SourceType
        self.addParameter(QgsProcessingParameterRasterLayer(self.DEM, tr("Terrain model")))
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.WATERCOURSES, tr("Watercourses"), [kinds.TypeVectorLine, kinds.TypeVectorPolygon]
            )
        )
        self.addParameter(
            QgsProcessingParameterField(
                self.NAME_FIELD,
                tr("Field: ") + tr("Name of the watercourse"),
                parentLayerParameterName=self.WATERCOURSES,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.LAKES, tr("Lakes that the watercourses run through"), [kinds.TypeVectorPolygon], optional=True
            )
        )
        defaults = load("rules/valley.json")["parameters"]
        for name, label, smallest, largest, advanced in self.NUMBER_PARAMETERS:
            parameter = QgsProcessingParameterNumber(
                name,
                tr(label),
                QgsProcessingParameterNumber.Type.Double,
                defaults[name],
                minValue=smallest,
                maxValue=largest,
            )
            if advanced:
                parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(parameter)
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Parts of the valley"), kinds.TypeVectorPolygon)
        )
        self.addParameter(
            QgsProcessingParameterRasterDestination(
                self.OUTPUT_HEIGHT, tr("Height above the nearest watercourse"), optional=True, createByDefault=False
            )
        )
        for name, label in RESULT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def checked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        fine, why = super().checked(parameters, context)
        if not fine:
            return fine, why
        height = self.parameterAsOutputLayer(parameters, self.OUTPUT_HEIGHT, context)
        if height and not height.lower().endswith((".tif", ".tiff")):
            return False, tr("{parameter}: {file} must end in .tif.").format(parameter=self.OUTPUT_HEIGHT, file=height)
        return True, ""

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        with Outputs(self, parameters, context) as outputs:
            return _Run(self, parameters, context, feedback, outputs).results()


class _Run(Run):
    """One run of the tool, step by step."""

    algorithm: DelineateValley

    def results(self) -> dict[str, Any]:
        self.open_inputs()
        inputs = [one for one in (self.dem, self.watercourses, self.lakes) if one is not None]
        self.outputs.prepare(("OUTPUT", "OUTPUT_HEIGHT"), inputs)
        self.read_watercourses()
        from ...core.valley.terrain import TerrainModel

        with TerrainModel(self.dem.path, self.dem.name) as model:
            self.delineate(model)
            self.write_parts()
            if self.outputs.wanted("OUTPUT_HEIGHT"):
                self.write_height(model)
        self.outputs.close()
        self.outputs.style("OUTPUT", "delineatevalley_parts.qml", "dal")
        self.check()
        return {**self.outputs.commit(), **self.counts()}

    def open_inputs(self) -> None:
        self.dem = RasterSource(self.algorithm, self.parameters, "DEM", self.context)
        self.crs = self.dem.crs
        self.watercourses = self.source("WATERCOURSES")
        _need(self.watercourses, (Qgis.GeometryType.Line, Qgis.GeometryType.Polygon), tr("lines or polygons"))
        self.watercourses.crs  # noqa: B018 - refuses a layer without one
        self.name_position = self.watercourses.find("watercourse_name", self.text("NAME_FIELD"))
        self.lakes = self.optional("LAKES")
        if self.lakes is not None:
            _need(self.lakes, (Qgis.GeometryType.Polygon,), tr("polygons"))
        numbers = {name: self.number(name) for name, *_ in self.algorithm.NUMBER_PARAMETERS}
        self.resolution = numbers.pop("RESOLUTION")
        from ...core.valley.rules import Rules

        self.rules = Rules(**{name.lower(): value for name, value in numbers.items()})

    def read_watercourses(self) -> None:
        import numpy as np

        self.table = read(self.watercourses, {"name": self.name_position}, self.crs, self.check)
        if not len(self.table):
            raise HeritageError(
                "The layer {layer} (WATERCOURSES) has no rows. The valley is found from its watercourse: give at least "
                "one.",
                layer=self.watercourses.name,
            )
        column = self.table.columns["name"] or [None] * len(self.table)
        self.names = ["" if one is None else str(one).strip() for one in column]
        self.geometries = self.table.geometry.geometries
        self.is_lake = np.zeros(len(self.geometries), dtype=bool)
        self.waters: list[tuple[Source, Booleans, Cleaned]] = []
        if self.lakes is not None:
            lakes = read(self.lakes, {"name": self.lakes.find("watercourse_name")}, self.crs, self.check)
            self.geometries = np.concatenate([self.geometries, lakes.geometry.geometries])
            self.names += [""] * len(lakes)  # a lake is part of the watercourse that runs through it
            self.is_lake = np.concatenate([self.is_lake, np.ones(len(lakes), dtype=bool)])
            self.waters.append((self.lakes, self.is_lake, lakes.geometry))
        self.waters.insert(0, (self.watercourses, ~self.is_lake, self.table.geometry))

    def delineate(self, model: Any) -> None:
        """Read the terrain model and find the parts of the valley."""
        import numpy as np

        from ...core.valley import notes
        from ...core.valley.delineation import delineate
        from ...core.valley.outline import parts
        from ...core.valley.rules import constant
        from ...core.valley.terrain import without_frame
        from ...core.valley.watercourses import locate

        feedback = self.feedback
        self.grid = model.target(self.resolution, constant("most_cells"))
        heights = model.read(self.grid, self.check)
        unknown = float(np.isnan(heights).mean())
        self.algorithm.tell(feedback, notes.on_the_cells(model.grid, self.grid, self.resolution, unknown))
        if unknown == 1:
            raise HeritageError("The terrain model {layer} has no heights at all.", layer=model.name)
        heights, self.grid = without_frame(heights, self.grid)
        feedback.setProgress(20)
        self.water = locate(self.geometries, self.names, heights, self.grid, self.check, self.is_lake)
        for layer, mine, cleaned in self.waters:
            told = notes.on_the_model(self.water, mine, len(cleaned.repaired), len(cleaned.missing), layer.name)
            self.algorithm.tell(feedback, told)
        if not len(self.water.cell):
            west, south, east, north = (round(edge) for edge in self.grid.bounds)
            raise HeritageError(
                "No watercourse of {layer} lies on the terrain model {model}, which reaches from {west}, {south} to "
                "{east}, {north} ({crs}). Are they of the same place?",
                layer=self.watercourses.name,
                model=model.name,
                west=west,
                south=south,
                east=east,
                north=north,
                crs=self.crs.authid() or self.crs.description(),
            )
        self.valley = delineate(
            heights, self.water, self.grid, self.rules, self.check, lambda share: feedback.setProgress(25 + 45 * share)
        )
        self.check()
        self.parts = parts(self.valley, self.water, self.names, self.grid, self.rules)
        feedback.setProgress(80)
        self.algorithm.tell(feedback, notes.on_the_result(self.parts))

    def write_parts(self) -> None:
        import shapely

        fields = fields_of(PART_FIELDS)
        sink = self.outputs.sink("OUTPUT", fields, Qgis.WkbType.Polygon, self.crs)
        columns: list[list[Any]] = [
            [part.code for part in self.parts],
            [part.name or None for part in self.parts],
            [part.area_ha for part in self.parts],
        ]
        sink.add_rows(fields, [shapely.to_wkb(part.polygon) for part in self.parts], columns, self.check)

    def write_height(self, model: Any) -> None:
        import numpy as np

        from ...core.valley.terrain import write_heights

        level = np.append(self.water.level, np.nan).astype(np.float32)[self.valley.above.nearest]
        path = self.outputs.raster("OUTPUT_HEIGHT", "delineatevalley_height.qml")
        write_heights(path, model, model.target(self.resolution), level, self.grid, self.crs.toWkt(), self.check)

    def counts(self) -> dict[str, Any]:
        from ...core.valley.notes import area_of, count_of
        from ...core.valley.outline import FLOOR, SIDE, SIDE_VALLEY

        kinds = {"FLOOR": FLOOR, "SIDE": SIDE, "SIDE_VALLEY": SIDE_VALLEY}
        return {
            "PART_COUNT": len(self.parts),
            **{f"{kind}_COUNT": count_of(self.parts, code) for kind, code in kinds.items()},
            **{f"{kind}_AREA": area_of(self.parts, code) for kind, code in kinds.items()},
        }


def _need(source: Source, kinds: Iterable[Qgis.GeometryType], expected: str) -> None:
    """HeritageError when a layer holds another kind of geometry."""
    wkb_type = source.source.wkbType()
    any_kind = QgsWkbTypes.flatType(wkb_type) == Qgis.WkbType.Unknown or kindless(source.source)
    if any_kind or QgsWkbTypes.geometryType(wkb_type) in kinds:
        return
    raise HeritageError(
        "The layer {layer} ({parameter}) holds {kind}; expected {expected}.",
        layer=source.name,
        parameter=source.parameter,
        kind=QgsWkbTypes.displayString(wkb_type),
        expected=expected,
    )
