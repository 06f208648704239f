"""One run of `exportplandata`: read the package, settle and check the areas, write the folder whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ...core.common.as_on import danish_today
from ...core.common.errors import Note
from ...core.delivery.plandata_area import Areas, delivered_areas, limit, within_boundary
from ...core.delivery.plandata_checks import MOST_NARROW, checked_areas
from ...core.delivery.plandata_fields import (
    PARTS,
    PLAN,
    Status,
    empty_fields,
    fields_of,
    layer_described,
    read_planid,
    record,
    status_of,
)
from ...core.delivery.plandata_sheet import AFTER_A_PROPOSAL, TEMPLATE, Delivery, field_tables, sheet_context
from ...core.plan.state import ADOPTED, PROPOSAL, PlanState, refuse_unadopted
from ...core.report.page import render_page
from ...core.tables.table import Imprint
from ...core.tables.workbook import workbook_bytes
from ..export.folder import PackageFolder
from ..inputs.plan_package import PLAN as PARAMETER
from ..inputs.plan_package import PLAN_AREA, PlanPackage
from ..inputs.plan_state import STATE
from ..outputs.folder_contents import NAME as CONTENTS
from ..outputs.folder_contents import own_contents, write_contents
from ..outputs.report_parts import made_at
from ..run import Run
from ..translation import tr
from .plandata_files import write_zips, zips_of
from .plandata_reading import PlanRead, read_plan, refuse_other_plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import shapely

    from ...core.delivery.plandata_checks import Checked

SHEET, TABLE = "plandata_aflevering.html", "plandata_felter.xlsx"


class PlandataRun(Run):
    """A run of the tool with its parameters."""

    def results(self) -> dict[str, Any]:
        planid = read_planid(self.text("PLANID"))
        folder = PackageFolder("FOLDER", self.text("FOLDER"), self.context.project())
        earlier = own_contents("FOLDER", folder.path, own_files())
        folder.refuse_held([*earlier])
        with PlanPackage(self.file(PARAMETER), self.context) as package:
            state = self.state_of(package.state)
            self.tell(refuse_other_plan(package, planid))
            self.feedback.setProgressText(tr("The plan is read."))
            plan = read_plan(package, self.check)
            self.tell(plan.notes)
            self.feedback.setProgress(30)
            areas, checked = self.areas(plan)
            delivery = self.delivery(package, state, plan, areas, checked, planid)
            made = package.record.day or danish_today()
        self.feedback.setProgress(70)
        with folder:
            names = self.write(folder.staged, delivery, made)
            self.check()
            folder.commit(earlier, {CONTENTS} if earlier else ())
        self.tell(folder.notes)
        self.tell(_notes(delivery))
        self.feedback.setProgress(100)
        return {
            "FOLDER": str(folder.path),
            "HTML": str(folder.path / SHEET),
            **{key: str(folder.path / name) for key, name in names.items()},
            "STATUS": delivery.status.code,
            "AREA_COUNT": len(delivery.parts),
            "EMPTY_COUNT": delivery.empty_count,
            "MISSING_COUNT": len(delivery.lacking),
        }

    # ---- how far the plan is -----------------------------------------------------------------------------------------

    def state_of(self, own: PlanState) -> PlanState:
        """The state that the person gave, else the package's. HeritageError for one that the package cannot have."""
        if not self.given(STATE):
            return own
        asked = self.choice(STATE)
        if asked == ADOPTED:
            refuse_unadopted(own, "PLAN")
        if asked != own.code:
            self.tell(
                [
                    Note(
                        "STATE = {asked}, but the package was made with STATE = {own}: its area is that of the "
                        "package. Make the package anew if the plan has changed since.",
                        {"asked": asked, "own": own.code},
                        warning=True,
                    )
                ]
            )
        adopted = asked == ADOPTED
        return replace(
            own,
            code=asked,
            adopted=own.adopted if adopted else None,
            published=own.published if adopted else None,
        )

    # ---- the areas ---------------------------------------------------------------------------------------------------

    def areas(self, plan: PlanRead) -> tuple[Areas, list[Checked]]:
        """The areas as they are delivered, and what came of every check."""
        self.feedback.setProgressText(tr("The areas are checked."))
        cut: list[Note] = []
        area = plan.area
        parts = plan.parts
        if plan.boundary is not None:
            area, cut = within_boundary(plan.area, plan.boundary, "afgraensning")
            if cut:
                parts = [replace(one, surfaces=_within(one.surfaces, plan.boundary)) for one in parts]
        self.tell(cut)
        areas = delivered_areas(area, parts, PLAN_AREA, self.check)
        self.tell(
            Note(
                "The delområde {number} is narrower than {limit} m at {x}, {y}. Look at it in the package.",
                {"number": name, "limit": limit("sliver_m"), "x": x, "y": y},
                warning=True,
            )
            for name, x, y in areas.slivers[:MOST_NARROW]
        )
        return areas, checked_areas(areas, plan.bounds, plan.notes, cut)

    def delivery(
        self,
        package: PlanPackage,
        state: PlanState,
        plan: PlanRead,
        areas: Areas,
        checked: Sequence[Checked],
        planid: int | None,
    ) -> Delivery:
        """The records of both layers, held against the rules of their fields."""
        status = status_of(state.code, list(state.known_dates))
        heard = state.code >= PROPOSAL
        facts = {
            "planid": planid,
            "komnr": plan.bounds.municipality,
            "plannr": package.number,
            "plannavn": package.title,
            "status": status.code,
            "hearing_from": state.hearing_from if heard else None,
            "hearing_to": state.hearing_to if heard else None,
            "adopted": state.adopted,
            "published": state.published,
        }
        return Delivery(
            heading=package.heading,
            state=state.sentence,
            status=status,
            planid=planid,
            municipality=plan.bounds.municipality,
            plan=record(PLAN, facts),
            parts=[record(PARTS, {**facts, "delnr": one.number}) for one in areas.parts],
            areas=areas,
            boundary=plan.boundary,
            checked=checked,
            lacking=plan.lacking,
            unplaced=plan.unplaced,
            source=f"Data: {package.data_source}",
        )

    # ---- what is made ------------------------------------------------------------------------------------------------

    def write(self, staged: Path, delivery: Delivery, made: date) -> dict[str, str]:
        """Write all files into a folder; returns the files that are results, by their name."""
        self.feedback.setProgressText(tr("The files are written."))
        areas = delivery.areas
        names: dict[str, str] = {}
        told = {SHEET: "aflevering trin for trin", TABLE: "felterne som regneark"}
        layers: list[tuple[str, str, Sequence[Any], list[shapely.Geometry]]] = [
            (PLAN, "PLAN", [delivery.plan], [areas.plan]),
            (PARTS, "AREAS", delivery.parts, [one.geometry for one in areas.parts]),
        ]
        for layer, key, records, geometries in layers:
            if not records:
                continue
            described = layer_described(layer)
            shape, mapinfo = write_zips(staged, described["zip"], fields_of(layer), records, geometries, made)
            names |= {f"{key}_SHAPE": shape, f"{key}_MAPINFO": mapinfo}
            told |= {
                shape: f"{described['title']} til upload (shapefil), udkast",
                mapinfo: f"{described['title']} til upload (MapInfo), udkast",
            }
            self.check()
        page = render_page(TEMPLATE, sheet_context(delivery, made_at()))
        (staged / SHEET).write_bytes(page.encode("utf-8"))
        imprint = Imprint(delivery.heading, "Udkast til upload i Plandata.dk", made)
        (staged / TABLE).write_bytes(workbook_bytes(field_tables(delivery), self.check, imprint))
        write_contents(staged, told)
        return {**names, "FIELDS": TABLE}


def own_files() -> list[str]:
    """The names of all files that a delivery can have, but for the list of them."""
    return [SHEET, TABLE, *(name for layer in (PLAN, PARTS) for name in zips_of(layer_described(layer)["zip"]))]


def _within(surfaces: Any, boundary: shapely.Geometry) -> Any:
    import shapely

    return shapely.intersection(surfaces, boundary)


def _notes(delivery: Delivery) -> list[Note]:
    """What the log says of the delivery."""
    status: Status = delivery.status
    empty = [*empty_fields(PLAN, delivery.plan), *(empty_fields(PARTS, delivery.parts[0]) if delivery.parts else [])]
    notes = [
        Note(
            "Status {code}. The files are a draft for upload: hold them against Plandata's template. Nothing was sent.",
            {"code": status.code},
        ),
        Note(
            "{count:field stands|fields stand} empty and may be required: {fields}.",
            {
                "count": delivery.empty_count,
                "fields": ", ".join(dict.fromkeys(one.key for one in empty)) or "-",
            },
        ),
    ]
    if status.code in AFTER_A_PROPOSAL and delivery.planid is None:
        notes.append(
            Note(
                "PLANID is empty, but a plan can be adopted in Plandata only when it has been a proposal there. Give "
                "the planid of the proposal.",
                warning=True,
            )
        )
    if delivery.lacking:
        notes.append(
            Note(
                "{count:designated building has|designated buildings have} no ground in the plan's area: see the sheet "
                "for which, and why.",
                {"count": len(delivery.lacking)},
                warning=True,
            )
        )
    if delivery.unplaced:
        notes.append(
            Note(
                "The package has no layer of plots, so there are no delområder for its groups. Make it anew with "
                "PROPERTIES.",
                warning=True,
            )
        )
    if delivery.municipality is None:
        notes.append(
            Note("Nothing in the package says which municipality it is of, so komnr stands empty.", warning=True)
        )
    return notes
