"""One run of `propertysheet`: read the package, find the properties, write a sheet of each, move them into place."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY

from ...core.common.errors import HeritageError, Note
from ...core.sheet.anonymous import anonymous, anonymous_plan, anonymous_sheet
from ...core.sheet.asked import PARAMETER, find_property, property_named
from ...core.sheet.content import limits_in_short, sheet_of, with_environment_on_map, with_part_of_map
from ...core.sheet.gather import Gatherer
from ...core.sheet.names import anonymous_names, file_names, order_told_by_nothing
from ...core.sheet.page import screen_page
from ...core.sheet.properties import properties_of_plan, shapes_of
from ...core.sheet.texts import texts
from ..export.folder import PackageFolder, sha256
from ..inputs.plan_package import PLAN, PlanPackage
from ..outputs.map_image import png_as_it_is
from ..outputs.report_parts import versions
from ..run import Run
from ..translation import tr
from .overview import FILE, Row, files_of, read_overview, write_overview
from .paper import write_paper
from .reader import plan_facts, read_package
from .sheet_map import SheetMap, shown_of, shows_all

if TYPE_CHECKING:
    from ...core.common.arrays import Geometries
    from ...core.plan.content import Plan
    from ...core.sheet.asked import Point
    from ...core.sheet.facts import PlanFacts, PropertyFacts
    from ...core.sheet.properties import Property

NAMED, EVERY = 0, 1
"""The options of WHICH."""
BLOCK = 200
"""Properties whose facts are gathered together."""


@dataclass(frozen=True)
class _Written:
    """What came of a sheet."""

    row: Row
    pages: int
    shortened: bool
    plain: bool


class SheetRun(Run):
    """A run of the tool with its parameters."""

    def results(self) -> dict[str, Any]:
        self.anonymous = self.flag("ANONYMOUS")
        self.all = self.flag("ALL")
        with PlanPackage(self.text(PLAN), self.context) as package:
            self.feedback.setProgressText(tr("The plan is read."))
            plan, extras = read_package(package, self.check)
            properties = properties_of_plan(plan, self.check)
            gatherer = Gatherer(plan, extras, self.check)
            chosen = self.chosen(properties, plan, package)
            if self.anonymous:
                salt = str(package.record.of("tid").get("koersel", ""))
                keys = ["|".join((one.key, *(plan.buildings.ids[row] for row in one.buildings))) for one in chosen]
                chosen = [chosen[one] for one in order_told_by_nothing(keys, salt)]
            folder = PackageFolder("FOLDER", self.text("FOLDER"), self.context.project())
            with folder:
                # Of a list that Excel has open the person hears now, and not when all is drawn.
                folder.refuse_held([FILE, *files_of(read_overview(folder.path))])
                self.maps = SheetMap(package, self.context.transformContext())
                self.plan = plan_facts(package)
                written = self.write(folder.staged, chosen, plan, gatherer)
                self.check()
                self.commit(folder, [one.row for one in written])
            self.tell(folder.notes)
            del self.maps
        self.tell_lengths(written)
        self.feedback.setProgress(100)
        return self.named(folder.path, written)

    # ---- which properties --------------------------------------------------------------------------------------------

    def chosen(self, properties: Sequence[Property], plan: Plan, package: PlanPackage) -> list[Property]:
        """The properties that the run was asked for, in the order of their addresses."""
        if not properties:
            raise HeritageError("{parameter}: the package holds no building and no property.", parameter=PLAN)
        if not self.all:
            found = find_property(
                self.text(PARAMETER),
                properties,
                lambda: shapes_of(properties, plan, self.check),
                lambda point: self.place(point, package),
            )
            self.feedback.pushInfo(tr("The property is {name}.").format(name=property_named(properties[found])))
            return [properties[found]]
        if self.choice("WHICH") == EVERY:
            return list(properties)
        b = plan.buildings
        named = b.named.tolist()
        chosen = [one for one in properties if any(named[row] for row in one.buildings)]
        if not chosen:
            raise HeritageError(
                "The plan names no building, so there is no property to make a sheet of. Choose WHICH = {every} for "
                "every property.",
                every=EVERY,
            )
        return chosen

    def place(self, point: Point, package: PlanPackage) -> shapely.Point:
        """A point in the package's CRS. HeritageError for a CRS that nobody knows."""
        crs = QgsCoordinateReferenceSystem(point.crs) if point.crs else package.crs
        if not crs.isValid():
            raise HeritageError(
                "{parameter}: {crs} is no coordinate reference system. Write the point as x,y [EPSG:25832].",
                parameter=PARAMETER,
                crs=point.crs,
            )
        transform = QgsCoordinateTransform(crs, package.crs, self.context.transformContext())
        moved = transform.transform(QgsPointXY(point.x, point.y))
        return shapely.Point(moved.x(), moved.y())

    # ---- the sheets --------------------------------------------------------------------------------------------------

    def write(self, staged: Path, chosen: Sequence[Property], plan: Plan, gatherer: Gatherer) -> list[_Written]:
        """Write a PDF and an HTML of each property into a folder."""
        self.feedback.setProgressText(tr("The sheets are written."))
        self.made_by = f"Lyngby Heritage {dict(versions())['Lyngby Heritage']}"
        ids = [[plan.buildings.ids[row] for row in one.buildings] for one in chosen]
        names = anonymous_names(len(chosen)) if self.anonymous else file_names(chosen, ids)
        shapes = shapes_of(chosen, plan, self.check)
        written = []
        for start in range(0, len(chosen), BLOCK):
            end = min(start + BLOCK, len(chosen))
            facts = gatherer.facts(chosen[start:end], shapes[start:end])
            for name, one, rows, land in zip(names[start:end], facts, chosen[start:end], shapes[start:end]):
                self.check()
                standing = plan.buildings.geometries[list(rows.buildings)]
                written.append(self.sheet(staged, name, one, land, standing))
                self.feedback.setProgress(5 + 90 * len(written) / len(chosen))
        return written

    def sheet(self, staged: Path, name: str, facts: PropertyFacts, land: Any, buildings: Geometries) -> _Written:
        """Write the sheet of a property with this land, on which these buildings stand."""
        plan: PlanFacts = self.plan
        image = None
        if self.anonymous:
            facts, plan = anonymous(facts), anonymous_plan(plan)
            sheet = anonymous_sheet(sheet_of(facts, plan))
        else:
            sheet = sheet_of(facts, plan)
            if land is not None:
                shown = shown_of(land, buildings)
                image = self.maps.draw(land, shown)
                sheet = sheet if shows_all(shown, land) else with_part_of_map(sheet)
                sheet = with_environment_on_map(sheet) if self.maps.shows_environment(shown) else sheet
        pdf, html = staged / f"{name}.pdf", staged / f"{name}.html"
        fitted = write_paper(pdf, sheet, image, self.made_by, plan.municipality)
        picture = f"data:image/png;base64,{base64.b64encode(png_as_it_is(image)).decode('ascii')}" if image else ""
        html.write_bytes(screen_page(sheet, fitted.left_out, picture).encode("utf-8"))
        row = Row(
            key=facts.key,
            address="; ".join(facts.addresses),
            parcels="; ".join(facts.parcels),
            buildings=str(len(facts.buildings)),
            designated=str(facts.designated),
            status=limits_in_short(facts),
            pages=str(fitted.pages),
            shortened="ja" if fitted.left_out else "",
            pdf=pdf.name,
            html=html.name,
            pdf_sum=sha256(pdf),
            html_sum=sha256(html),
        )
        return _Written(row, fitted.pages, bool(fitted.left_out), fitted.plain)

    # ---- the folder --------------------------------------------------------------------------------------------------

    def commit(self, folder: PackageFolder, rows: Sequence[Row]) -> None:
        """Move the sheets into place with the list of them.

        A run of all replaces the sheets of an earlier one; a run of one adds to them. What a person has changed is kept
        under another name.
        """
        before = read_overview(folder.path)
        listed = list(rows)
        if not self.all:
            mine = set(files_of(rows))
            others = [row for row in before if row.pdf not in mine]
            listed = sorted([*others, *rows], key=lambda row: (row.address, row.pdf))
            before = [row for row in before if row.pdf in mine]
        write_overview(folder.staged / FILE, listed)
        owned = {FILE} if read_overview(folder.path) else set()
        folder.commit(files_of(before), owned)

    # ---- what is said ------------------------------------------------------------------------------------------------

    def tell_lengths(self, written: Sequence[_Written]) -> None:
        """Say which sheets left something out, and which are longer than they should be."""
        most = int(texts()["pages"])
        shortened = sum(one.shortened for one in written)
        if shortened:
            told = Note(
                "{count:sheet leaves|sheets leave} something out on paper, and {count:=says|say} where it stands.",
                {"count": shortened},
            )
            self.tell([told])
        if any(one.plain for one in written):
            self.feedback.pushWarning(
                tr("The PDF files have no language and no subject: this QGIS writes PDF in an unknown way.")
            )
        long = [one.row.pdf for one in written if one.pages > most]
        if long:
            self.tell(
                [
                    Note(
                        "{count:sheet takes|sheets take} more than {most} pages, whatever was left out: {files}.",
                        {"count": len(long), "most": most, "files": ", ".join(long[:10])},
                        warning=True,
                    )
                ]
            )

    def named(self, folder: Path, written: Sequence[_Written]) -> dict[str, Any]:
        """The results."""
        results: dict[str, Any] = {
            "FOLDER": str(folder),
            "OVERVIEW": str(folder / FILE),
            "SHEET_COUNT": len(written),
            "SHORTENED_COUNT": sum(one.shortened for one in written),
        }
        if len(written) == 1:
            results |= {"PDF": str(folder / written[0].row.pdf), "HTML": str(folder / written[0].row.html)}
        return results
