"""`createsampledata`: an invented municipality to try the tools on."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)

from ...core.common.errors import Note
from ..base import HeritageAlgorithm
from ..export.folder import PackageFolder
from ..outputs.containers import refuse_other_layers, remember_tables
from ..outputs.staging import Staging
from ..sample.delivered import LIST, earlier_files, names_of, refuse_others, write_delivered
from ..sample.gdal_files import write_raster, write_tables
from ..translation import tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...sample.municipality import SampleMunicipality
    from ...sample.tables import SampleTable

REGISTERS = ("fbb", "save_tekst", "bygningsvurdering", "bbr", "geodanmark_bygning", "etager", "enheder")
"""The layers that are the registers' own tables."""
MAKING, WRITING = 40, 65
"""How far the progress has come, in %, when the data are made, and when they are written but for FOLDER."""


class CreateSampleData(HeritageAlgorithm):
    """Makes the sample municipality: one GeoPackage and, if asked for, a terrain model and the data as delivered."""

    NAME = "createsampledata"
    DISPLAY_NAME = "Create sample data"
    GROUP = "Data"
    GROUP_ID = "data"
    HAS_SETTINGS = False
    SHORT_DESCRIPTION = "Makes an invented Danish municipality to try the tools on."
    SHORT_HELP = (
        "Makes an invented Danish municipality to try the tools on: a town of villas, terraced houses, an old village "
        "and a station quarter above a river valley, with all layers that the main job reads, the registers as they "
        "are delivered, and a terrain model. Listed buildings, churches, lokalplaner that preserve, what designates "
        "today and what did before, and decided cultural environments are among them.\n\n"
        "With FOLDER the same municipality is written a second time as its data are delivered: Datafordeleren's files "
        "in their zips, the parcels in their four parts, Plandata, FBB, GeoFA, Danmarks Miljøportal, the terrain in "
        "tiles, and the municipality's own layers. Beside them lie tables of owners and of hearing answers.\n\n"
        "Everything is fictitious; each row says so in the field 'oprindelse'. SAVE values follow the distribution of "
        "the real register, and missing, odd and contradictory values occur as they do there. The same seed and number "
        "of properties always give the same data."
    )
    TAGS = (
        *("eksempeldata", "testdata", "øvelse", "prøv", "FBB", "BBR", "matrikel", "Plandata", "example", "test data"),
        *("try",),
    )
    FRONT = ("PROPERTY_COUNT",)

    LASTING = (("OUTPUT", "eksempel.gpkg"),)

    PROPERTY_COUNT = "PROPERTY_COUNT"
    SEED = "SEED"
    REGISTERS = "REGISTERS"
    OUTPUT = "OUTPUT"
    OUTPUT_DEM = "OUTPUT_DEM"
    FOLDER = "FOLDER"
    BUILDING_COUNT = "BUILDING_COUNT"

    def declare(self) -> None:
        whole = QgsProcessingParameterNumber.Type.Integer
        self.addParameter(
            QgsProcessingParameterNumber(self.PROPERTY_COUNT, tr("Number of properties"), whole, 1500, minValue=20)
        )
        self.addParameter(QgsProcessingParameterNumber(self.SEED, tr("Seed"), whole, 173, minValue=0))
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.REGISTERS,
                tr("Also the registers' own tables (FBB, GeoFA, BBR, GeoDanmark, storeys, units)"),
                True,
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("Sample data"), tr("GeoPackage") + " (*.gpkg)")
        )
        self.addParameter(
            QgsProcessingParameterRasterDestination(
                self.OUTPUT_DEM, tr("Terrain model"), optional=True, createByDefault=False
            )
        )
        self.addParameter(
            QgsProcessingParameterFolderDestination(
                self.FOLDER, tr("Folder of the data as they are delivered"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.PROPERTY_COUNT, tr("Number of properties")))
        self.addOutput(QgsProcessingOutputNumber(self.BUILDING_COUNT, tr("Number of buildings")))

    def checked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        fine, why = super().checked(parameters, context)
        if not fine:
            return fine, why
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        if not output.lower().endswith(".gpkg"):
            return False, tr("{parameter}: {file} must end in .gpkg.").format(parameter=self.OUTPUT, file=output)
        dem = self.parameterAsOutputLayer(parameters, self.OUTPUT_DEM, context)
        folder = self.parameterAsString(parameters, self.FOLDER, context)
        for name, file in ((self.OUTPUT, output), (self.OUTPUT_DEM, dem)):
            if folder and file and _lies_in(file, folder):
                message = tr("{parameter}: {file} would lie inside FOLDER. Choose a place beside it.")
                return False, message.format(parameter=name, file=file)
        if dem and not dem.lower().endswith((".tif", ".tiff")):
            return False, tr("{parameter}: {file} must end in .tif.").format(parameter=self.OUTPUT_DEM, file=dem)
        return True, ""

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        targets = {self.OUTPUT: self.parameterAsFileOutput(parameters, self.OUTPUT, context)}
        dem = self.parameterAsOutputLayer(parameters, self.OUTPUT_DEM, context)
        if dem:
            targets[self.OUTPUT_DEM] = dem
        path = self.parameterAsString(parameters, self.FOLDER, context)
        folder = PackageFolder(self.FOLDER, path, context.project()) if path else None

        with folder or nullcontext(), Staging(context.project()) as staging:
            staged = {name: str(staging.path(name, Path(os.path.abspath(file)))) for name, file in targets.items()}
            self.tell(feedback, [*(folder.notes if folder else []), *staging.notes])
            municipality = self._make(parameters, context, feedback, every_table=folder is not None)
            tables = municipality.tables
            own = [table.name for table in tables]
            refuse_other_layers(self.OUTPUT, Path(os.path.abspath(targets[self.OUTPUT])), whole=True, own=own)
            if not self.parameterAsBool(parameters, self.REGISTERS, context):
                tables = [table for table in tables if table.name not in REGISTERS]
            self._write(staged, municipality, tables, feedback)
            if folder:
                self._deliver(folder, staging, municipality, feedback)
                targets[self.FOLDER] = str(folder.path)
            else:
                self.check(feedback)()
                staging.commit()
        made = Note(
            "{properties:property|properties}, {buildings:building|buildings}, {layers:layer|layers}. All of it is "
            "invented.",
            {
                "properties": municipality.property_count,
                "buildings": municipality.building_count,
                "layers": len(tables),
            },
        )
        self.tell(feedback, [made])
        return {
            **targets,
            self.PROPERTY_COUNT: municipality.property_count,
            self.BUILDING_COUNT: municipality.building_count,
        }

    def _make(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        every_table: bool,
    ) -> SampleMunicipality:
        from ...sample.municipality import make_municipality

        return make_municipality(
            self.parameterAsInt(parameters, self.PROPERTY_COUNT, context),
            self.parameterAsInt(parameters, self.SEED, context),
            every_table or self.parameterAsBool(parameters, self.REGISTERS, context),
            self.check(feedback),
            lambda share: feedback.setProgress(MAKING * share),
        )

    def _write(
        self,
        staged: dict[str, str],
        municipality: SampleMunicipality,
        tables: list[SampleTable],
        feedback: QgsProcessingFeedback,
    ) -> None:
        """The GeoPackage, and the terrain where it is asked for."""
        write_tables(
            staged[self.OUTPUT],
            "gpkg",
            tables,
            self.check(feedback),
            lambda share: feedback.setProgress(MAKING + (WRITING - MAKING) * share),
        )
        remember_tables(Path(staged[self.OUTPUT]))
        if self.OUTPUT_DEM in staged:
            write_raster(staged[self.OUTPUT_DEM], municipality.terrain, "terrænmodel")

    def _deliver(
        self,
        folder: PackageFolder,
        staging: Staging,
        municipality: SampleMunicipality,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Write the data as they are delivered, and move everything into place together."""
        from ...sample.delivered.folder import delivered_files
        from ..sample.facades import photo_files

        check = self.check(feedback)
        files = [*delivered_files(municipality), *photo_files(municipality, check)]
        earlier = earlier_files(folder.path)
        refuse_others(folder.path, names_of(files), earlier)
        write_delivered(
            folder.staged, files, check, lambda share: feedback.setProgress(WRITING + (99 - WRITING) * share)
        )
        check()
        told = len(folder.notes)
        folder.commit(earlier, [LIST], together=staging)
        self.tell(feedback, folder.notes[told:])


def _lies_in(file: str, folder: str) -> bool:
    return Path(os.path.realpath(folder)) in Path(os.path.realpath(file)).parents
