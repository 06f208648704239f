"""`selfcheck`: do the libraries and QGIS do here what the tools ask of them?"""

from __future__ import annotations

import platform
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsPointXY,
    QgsPrintLayout,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.selfcheck import NEEDED, outcomes, remedy, this_place
from ..base import HeritageAlgorithm
from ..outputs.fields import fields_of
from ..outputs.held import passing_folder
from ..translation import mark, tr, tr_message

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback


def write_geopackage() -> None:
    """Write a layer with a Danish field name and a point into a GeoPackage, and read it back."""
    from ..export.geopackage import GeoPackage

    with passing_folder() as folder:
        path = folder / "proeve.gpkg"
        package = GeoPackage(path, QgsCoordinateReferenceSystem("EPSG:25832"), lambda: None)
        described = (("navn", QMetaType.Type.QString), ("antal", QMetaType.Type.LongLong))
        place = QgsGeometry.fromPointXY(QgsPointXY(720_000, 6_187_000))
        rows = [(place, "Mølleåen", 2)]
        package.write("proeve", "Prøve", described, rows, {"navn": "Å og sø"}, Qgis.WkbType.Point)
        package.name_columns()
        with closing(sqlite3.connect(path)) as database:
            read = database.execute("SELECT navn, antal FROM proeve").fetchall()
        del package
    if read != [("Mølleåen", 2)]:
        raise ValueError(f"{read}")


def make_fields() -> None:
    """A field of each kind that the tools write."""
    kinds = (QMetaType.Type.Bool, QMetaType.Type.Int, QMetaType.Type.Double, QMetaType.Type.QString)
    fields = fields_of([(f"f{number}", kind) for number, kind in enumerate(kinds)])
    if [field.type() for field in fields.toList()] != list(kinds):
        raise ValueError(f"{[field.typeName() for field in fields.toList()]}")


def draw_layout() -> None:
    """A sheet with a map, a scale bar and a north arrow, printed as PDF."""
    from ..outputs.layout_parts import add_fitting_scale_bar, add_label, add_north_arrow, text_format

    project = QgsProject()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    view = QgsLayoutItemMap(layout)
    view.attemptSetSceneRect(layout.pageCollection().page(0).boundingRect().adjusted(10, 10, -10, -40))
    view.setCrs(QgsCoordinateReferenceSystem("EPSG:25832"))
    view.zoomToExtent(QgsRectangle(720_000, 6_187_000, 721_000, 6_188_000))
    layout.addLayoutItem(view)
    add_fitting_scale_bar(layout, view, 10, 180, 30, 60)
    add_north_arrow(layout, 250, 20, 1)
    add_label(layout, "Prøve på æøå", text_format(12), 10, 190, 100, 8)
    with passing_folder() as folder:
        path = folder / "proeve.pdf"
        answer = QgsLayoutExporter(layout).exportToPdf(str(path), QgsLayoutExporter.PdfExportSettings())
        size = path.stat().st_size if path.exists() else 0
    if answer != QgsLayoutExporter.ExportResult.Success or size < 1_000:
        raise ValueError(f"{answer}, {size} bytes")


QGIS_TRIALS = (
    (mark("fields of a layer"), make_fields),
    (mark("writing a GeoPackage"), write_geopackage),
    (mark("drawing and printing a map"), draw_layout),
)


class SelfCheck(HeritageAlgorithm):
    """Exercises the libraries where the tools run, and says what to do about one that is missing or broken."""

    NAME = "selfcheck"
    DISPLAY_NAME = "Self-check"
    GROUP = "Data"
    GROUP_ID = "data"
    HAS_SETTINGS = False
    SHORT_DESCRIPTION = "Tries whether everything that the tools use works in this QGIS."
    SHORT_HELP = (
        "Tries inside this QGIS what the tools use: the libraries numpy, shapely, scipy and jinja2, the fields of a "
        "layer, writing a GeoPackage, and drawing and printing a map. Says what to do when something is missing, too "
        "old or broken. rasterio, fiona and pyproj are tried too, but no tool needs them. Run it once after "
        "installing, and when a tool fails with a strange message."
    )
    TAGS = (
        *("selvtest", "fejl", "installation", "biblioteker", "numpy", "shapely", "hjælp", "self-check", "libraries"),
        *("problem",),
    )
    LIBRARIES = ()

    def flags(self) -> Qgis.ProcessingAlgorithmFlags:
        # pyproj crashes QGIS on Windows and macOS when it first runs in a thread other than the main one, and a layout
        # is drawn in the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def declare(self) -> None:
        """No parameters."""

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        feedback.pushInfo(f"QGIS {Qgis.version()}, Python {platform.python_version()}, {platform.platform()}")
        broken = []
        tried = outcomes()
        for one in tried:
            said = f"{one.library} {one.version}".strip()
            if not one.problem:
                feedback.pushInfo(f"{said}: {tr('works')}")
            elif one.library in NEEDED:
                broken.append(one)
                feedback.reportError(f"{said}: {one.problem}")
            else:
                feedback.pushInfo(
                    tr("{library}: not usable here, and not needed ({why})").format(library=said, why=one.problem)
                )
        if broken:
            names = ", ".join(f"{one.library} {one.version}".strip() for one in broken)
            advice = tr_message(remedy([one.library for one in broken], this_place()))
            raise QgsProcessingException(
                tr("Missing, too old or broken in this QGIS: {names}. {advice}").format(names=names, advice=advice)
            )
        for label, trial in QGIS_TRIALS:
            try:
                trial()
            except Exception as error:  # whatever goes wrong in a strange QGIS is what the check is there to tell
                raise QgsProcessingException(
                    tr("{what} does not work in this QGIS: {why}. Update QGIS to 3.34 or newer, or report it.").format(
                        what=tr(label), why=f"{type(error).__name__}: {error}"
                    )
                ) from error
            feedback.pushInfo(f"{tr(label)}: {tr('works')}")
        return {"LIBRARY_COUNT": len(tried)}
