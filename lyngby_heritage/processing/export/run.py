"""One run of `exportlokalplan`, step by step: read, write the layers, draw the maps, write the rest, move in place."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from collections.abc import Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsGeometry, QgsRectangle, QgsWkbTypes
from qgis.PyQt.QtCore import QMetaType

from ...core.common.data import load
from ...core.common.errors import HeritageError, Note
from ...core.common.plan_names import plan_title
from ...core.plan.open_blanks import open_blank_notes
from ...core.plan.photo import FOLDER as PHOTOS
from ...core.plan.plan_groups import plan_groups
from ...core.plan.sheets import Settings as SheetSettings
from ...core.plan.sheets import details_of, make_sheets
from ..inputs.basemap import basemap_of
from ..inputs.catalogue import catalogue_of
from ..inputs.kinds import need_buildings
from ..inputs.sources import measuring_crs
from ..outputs.public_rows import PUBLIC_FIELD
from ..outputs.sinks import one_file
from ..run import Run
from ..translation import tr
from . import layouts, record
from .background import Background
from .documents import (
    ANNEXES,
    BUILDINGS_CSV,
    BUILDINGS_XLSX,
    MAPS,
    PROPERTIES_XLSX,
    PROVISIONS,
    PROVISIONS_DOCX,
    write_documents,
)
from .environment_paper import PAPER, write_environment_paper
from .folder import WEB, PackageFolder
from .geopackage import Column, GeoPackage
from .geopackage_words import describe
from .inputs import building_positions, change_is_public
from .map_series import lay_background, make_maps, write_plan_area, write_street_names
from .maps_pdf import pages_of, write_pdfs
from .package_metadata import about_package
from .packaging import GEOPACKAGE, PROJECT, write_package
from .pairs import NEEDED, write_pairs
from .photos import write_photos
from .plan_reader import Opened, read_plan
from .project import PlanProject, refuse_unopened, title_of
from .project_views import furnish
from .sheet_codes import CODE_FIELDS, SIDE, sheet_codes
from .statement import STATEMENT_DOCX, write_statement
from .summary import SUMMARY, add_summary, read_summary
from .web import write_web

if TYPE_CHECKING:
    from ..inputs.sources import Source

ONLY_READ = ("PARCELS", "PAIRS")
"""Layers that say something of the buildings, and are not in the package as they are."""

WHO = ("hvem", "skrevet")
"""Fields of decisions that say who wrote them down: the municipality's own business, and not in the package."""

SHEET_FIELDS = (
    ("nr", QMetaType.Type.Int),
    ("navn", QMetaType.Type.QString),
    ("slags", QMetaType.Type.QString),
    ("ensemble_id", QMetaType.Type.QString),
    ("maalestok", QMetaType.Type.Int),
    ("antal_bygninger", QMetaType.Type.Int),
    ("antal_udpeget", QMetaType.Type.Int),
    ("tekst", QMetaType.Type.QString),
)


class ExportRun(Run):
    """A run of the tool with its parameters."""

    algorithm: Any
    """The tool, whose module asks for this one."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.texts = load("rules/lokalplan.json")
        self.sources: dict[str, Any] = {}  # parameter → Source or None
        self.tables: dict[str, str] = {}  # parameter → table of the GeoPackage

    def results(self) -> dict[str, Any]:
        self.open_inputs()
        path = self.text("FOLDER")
        folder = PackageFolder("FOLDER", path, self.context.project())
        folder.refuse_inputs([one for one in self.sources.values() if one is not None], (GEOPACKAGE, *ANNEXES))
        counts = write_package(folder, self.make, self.check)
        self.tell(folder.notes)
        self.feedback.setProgress(100)
        return {"FOLDER": str(folder.path), **self.paths(folder.path), **counts}

    # ---- what is given -----------------------------------------------------------------------------------------------

    def open_inputs(self) -> None:
        """Open every layer, and refuse what is no use before anything is written."""
        for table, described in self.texts["tables"].items():
            name = described["parameter"]
            if name is not None:
                self.sources[name] = self.optional(name)
                self.tables[name] = table
        self.sources |= {name: self.optional(name) for name in ONLY_READ}
        self.buildings = self.sources["BUILDINGS"]
        need_buildings(self.buildings)
        self.positions = building_positions(self.buildings)
        for name, source in self.sources.items():
            if source is not None and name != "BUILDINGS" and name in self.tables:
                self.need_output_of(source, self.texts["tables"][self.tables[name]])
        if (pairs := self.sources["PAIRS"]) is not None:
            self.need_output_of(pairs, NEEDED)
        self.basemap = basemap_of(self.algorithm, self.parameters, self.context)
        self.crs = measuring_crs(self.buildings, self.feedback)
        self.catalogue = catalogue_of(self.algorithm, self.parameters, self.context)

    @staticmethod
    def need_output_of(source: Source, described: dict[str, Any]) -> None:
        """HeritageError when a layer is not what the tool makes that it should come from."""
        needed = described.get("needs")
        if needed is not None and source.source.fields().lookupField(needed) < 0:
            raise HeritageError(
                "The layer {layer} ({parameter}) is not an output of '{tool}': it has no field '{field}'. Its fields "
                "are: {fields}.",
                layer=source.name,
                parameter=source.parameter,
                tool=tool_name(described["tool"]),
                field=needed,
                fields=", ".join(source.field_names),
            )
        kind = QgsWkbTypes.geometryType(source.source.wkbType())
        if described.get("polygons") and kind not in (Qgis.GeometryType.Polygon, Qgis.GeometryType.Unknown):
            raise HeritageError(
                "The layer {layer} ({parameter}) holds {kind}; expected polygons.",
                layer=source.name,
                parameter=source.parameter,
                kind=QgsWkbTypes.displayString(source.source.wkbType()),
            )

    # ---- what is made ------------------------------------------------------------------------------------------------

    def make(self, staged: Path, work: Path) -> dict[str, Any]:
        """Write the whole package into `staged`; `work` is a folder for what QGIS keeps open. Returns the counts."""
        self.read_plan()
        self.feedback.setProgress(15)
        geopackage = GeoPackage(work / GEOPACKAGE, self.crs, self.check)
        self.write_layers(geopackage)
        self.feedback.setProgress(30)
        self.feedback.setProgressText(tr("The maps are drawn."))
        pages = self.write_project_and_maps(geopackage, staged, work)
        self.feedback.setProgress(75)
        self.feedback.setProgressText(tr("The annexes and the provisions are written."))
        listed = self.knows_listed()
        blanks = {PROVISIONS_DOCX: write_documents(staged, self.plan, self.sheets, listed, self.check)}
        blanks[STATEMENT_DOCX] = write_statement(staged, self.plan, self, self.sources, self.catalogue, listed)
        self.tell(open_blank_notes(self.plan.state, blanks))
        proposed = self.sources["ENSEMBLES"] is not None
        self.tell(write_environment_paper(staged, self.plan, proposed, self.crs, self.check))
        self.has_paper = (staged / PAPER).is_file()
        self.feedback.setProgress(85)
        self.feedback.setProgressText(tr("The website is written."))
        self.check()
        photos = write_photos(self, staged / WEB / PHOTOS, self.plan)
        write_web(staged / WEB, self.plan, self.crs, self.context.transformContext(), self.check, photos)
        self.feedback.setProgress(95)
        self.finish_geopackage(geopackage, staged)
        refuse_unopened(staged / PROJECT, self.text("FOLDER"), "FOLDER")
        one_file(staged / GEOPACKAGE)
        plan = self.plan
        return {
            "BUILDING_COUNT": len(plan.buildings),
            "DESIGNATED_COUNT": int(plan.buildings.decided.sum()),
            "BOUND_COUNT": int(plan.buildings.designated.sum()),
            "WITHHELD_COUNT": plan.withheld.bound,
            "PROPERTY_COUNT": self.rows_of(geopackage, "ejendomme"),
            "ENSEMBLE_COUNT": self.rows_of(geopackage, "kulturmiljoe_forslag"),
            "ENVIRONMENT_COUNT": self.rows_of(geopackage, "kulturmiljoeer"),
            "SHEET_COUNT": len(self.sheets),
            "PAGE_COUNT": pages,
            "LAYER_COUNT": sum(bool(one.kind) for one in geopackage.layers.values()),
        }

    @staticmethod
    def rows_of(geopackage: GeoPackage, table: str) -> int:
        written = geopackage.layers.get(table)
        return written.rows if written is not None else 0

    def read_plan(self) -> None:
        """Read the layers, work out what lies where, and lay out the map sheets."""
        opened = Opened(self.sources, self.buildings, self.positions, self.crs, self.catalogue)
        self.plan = read_plan(self, opened)
        settings = SheetSettings.load(self.most())
        plan = self.plan
        self.sheets = make_sheets(
            plan.buildings,
            plan.environments,
            plan.environment_of,
            layouts.SHEET_MAP[2:],
            settings,
            plan.state,
            SIDE if plan.web_address else 0.0,
        )
        if plan.environments is not None and len(plan.environments) > settings.most:
            many = Note(
                "{count} cultural environments are more than the {most} map sheets allowed: the sheets "
                "are a grid instead.",
                {"count": len(plan.environments), "most": settings.most},
            )
            self.tell([many])

    def most(self) -> int:
        return int(self.number("MAX_SHEETS", whole=True))

    def heading(self) -> str:
        """The title with the plan's number."""
        return plan_title(self.plan.number, self.plan.title)

    def write_layers(self, geopackage: GeoPackage) -> None:
        """Write the layers given, the map sheets, and what made them."""
        names = self.texts["fields"]
        of_table = {table: names | own for table, own in self.texts["fields_of"].items()}
        lost = 0
        for name, table in self.tables.items():
            source = self.sources[name]
            if source is not None:
                kept = self.plan.kept_rows.get(table)
                only = None if kept is None else kept.tolist()
                written = geopackage.copy(source, table, title_of(table), names, self.more_of(name), only, WHO)
                lost += written.lost_geometries
        if lost:
            self.tell([_lost(lost)])
        if self.sheets:
            codes = sheet_codes(self.plan, self.sheets)
            coded = any(link for link, _ in codes)
            geopackage.write(
                "kortblade",
                title_of("kortblade"),
                (*SHEET_FIELDS, *CODE_FIELDS) if coded else SHEET_FIELDS,
                (
                    (
                        QgsGeometry.fromRect(QgsRectangle(*one.bounds)),
                        number,
                        one.name or None,
                        one.kind,
                        one.environment_id,
                        one.scale,
                        one.buildings,
                        one.designated,
                        one.text,
                        *(codes[number - 1] if coded else ()),
                    )
                    for number, one in enumerate(self.sheets, start=1)
                ),
                of_table["kortblade"],
                Qgis.WkbType.Polygon,
            )
        write_plan_area(geopackage, self.plan.area, of_table["planomraade"])
        write_street_names(geopackage, self.plan.buildings, names)
        write_pairs(geopackage, self.plan, self.texts["pairs"], names)
        record.write_rows(
            geopackage,
            record.rows(
                self.algorithm, self.parameters, self.context, self.sources, geopackage, self.tables, self.check
            ),
        )
        geopackage.name_columns()

    def more_of(self, name: str) -> list[Column]:
        """The columns of our own beside what the layer of a parameter holds."""
        if name == "BUILDINGS":
            return self.plan_columns()
        source = self.sources["CHANGES"]
        if name == "CHANGES" and source is not None and self.plan.withheld.ids:
            public = change_is_public(source, self.plan.withheld, self.check)
            return [Column(PUBLIC_FIELD, QMetaType.Type.Bool, public)]
        return []

    def plan_columns(self) -> list[Column]:
        """What the plan says of each building of the layer, beside what that holds; nothing of one that is withheld."""
        hidden = self.plan.withheld.rows.tolist()

        def spread(values: Sequence[Any]) -> list[Any]:
            shown = iter(values)
            return [None if withheld else next(shown) for withheld in hidden]

        columns = [
            Column("loebenr", QMetaType.Type.Int, spread(self.plan.numbers)),
            Column("plangruppe", QMetaType.Type.QString, spread(plan_groups(self.plan.buildings))),
        ]
        source = self.sources["BUILDINGS"]
        if any(hidden) and source is not None and source.find("public_code") is not None:
            columns.append(Column(PUBLIC_FIELD, QMetaType.Type.Bool, [not withheld for withheld in hidden]))
        return columns

    def write_project_and_maps(self, geopackage: GeoPackage, staged: Path, work: Path) -> int:
        """Write the project, and draw its layouts. Returns the number of pages."""
        plan = PlanProject(
            geopackage,
            self.crs,
            self.context.transformContext(),
            self.heading(),
            self.plan.state,
            bool(self.plan.withheld.ids),
        )
        try:
            plan.store_styles()
            self.check()
            plan.add_layers(details_of(self.sheets))
            extent = plan.extent()
            if extent.isNull():
                raise HeritageError(
                    "No building in {layer} has a geometry, and no BOUNDARY says where the plan lies: no map can be "
                    "drawn.",
                    layer=self.buildings.name,
                )
            plan.set_view(extent)
            plan.set_variables(
                plan_titel=self.heading(),
                plan_kilde=self.plan.source,
                plan_dato=self.plan.date,
                plan_tilstand=self.plan.state.sentence,
            )
            self.background = Background(*self.basemap, work, self.check)
            lay_background(plan, self.background, self.sheets, extent)
            self.tell(self.background.notes)
            annexes, explaining = make_maps(plan, self.plan, self.sheets, extent, self.check)
            atlas = layouts.sheets(plan, extent) if self.sheets else None
            facts = read_summary(self.plan, self.sources, self.catalogue, self.knows_listed(), self.check)
            pages = add_summary(plan, self.plan, facts, self.heading(), extent)
            furnish(plan, self.plan, self.sheets, extent)
            self.feedback.setProgress(35)
            plan.write(work / PROJECT)
            shutil.copyfile(work / PROJECT, staged / PROJECT)
            whole_zip(staged / PROJECT)
            drawn = self.background.under(chain(pages_of(annexes, atlas), explaining))
            count = len(annexes) + len(self.sheets) + len(explaining)
            return write_pdfs(staged, self.plan, self, pages, drawn, count)
        finally:
            plan.close()

    def knows_listed(self) -> bool:
        """Whether the layer says which buildings are listed."""
        return self.positions["listed"] is not None or self.positions["listing_code"] is not None

    def finish_geopackage(self, geopackage: GeoPackage, staged: Path) -> None:
        """Copy the GeoPackage from where QGIS has it open, and write into it which files it belongs with."""
        path = staged / GEOPACKAGE
        try:
            with closing(sqlite3.connect(geopackage.path)) as source, closing(sqlite3.connect(path)) as target:
                source.backup(target)
            describe(path, geopackage, about_package(self.plan))
            one_file(path)
            folder = [one.relative_to(staged).as_posix() for one in staged.rglob("*") if one.is_file()]
            if self.background.given:
                record.add_background(path, self.background.credit, self.background.outcome)
            record.add_files(path, staged, sorted(name for name in folder if name != GEOPACKAGE))
            record.seal(path)
            one_file(path)
        except sqlite3.Error as error:
            raise HeritageError(
                "The GeoPackage of the package could not be written: {error}. Is the disk full?", error=str(error)
            ) from error

    def paths(self, folder: Path) -> dict[str, str]:
        """Where each part of the package is, by the name of its result."""
        named = {
            "GEOPACKAGE": GEOPACKAGE,
            "PROJECT": PROJECT,
            "MAPS": MAPS,
            "SUMMARY": SUMMARY,
            "BUILDINGS_XLSX": BUILDINGS_XLSX,
            "BUILDINGS_CSV": BUILDINGS_CSV,
            "PROVISIONS": PROVISIONS,
            "PROVISIONS_DOCX": PROVISIONS_DOCX,
            "EXPLANATION": STATEMENT_DOCX,
            "WEB": f"{WEB}/index.html",
        }
        if self.plan.plots is not None:
            named["PROPERTIES_XLSX"] = PROPERTIES_XLSX
        if self.has_paper:
            named["PROPOSALS"] = PAPER
        return {name: str(folder / file) for name, file in named.items()}


def tool_name(tool: str) -> str:
    """What the toolbox calls a tool; its id where the toolbox does not have it."""
    found = QgsApplication.processingRegistry().algorithmById(f"lyngby_heritage:{tool}")
    return tool if found is None else str(found.displayName())


def whole_zip(path: Path) -> None:
    """HeritageError when a project file did not arrive whole."""
    try:
        with zipfile.ZipFile(path) as archive:
            whole = archive.testzip() is None
    except zipfile.BadZipFile:
        whole = False
    if not whole:
        raise HeritageError("The project {file} did not arrive whole. Is the disk full?", file=path.name)


def _lost(count: int) -> Note:
    return Note(
        "{count:geometry is|geometries are} of another kind than "
        "{count:=its layer; the row is|their layer; the rows are} in the package without a geometry.",
        {"count": count},
        warning=True,
    )
