"""Reads from a plan package what is delivered to Plandata.dk: its area, the grounds of its groups, and who it is of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from qgis.core import QgsCoordinateReferenceSystem

from ...core.common.cells import cell_text
from ...core.common.data import load
from ...core.common.errors import HeritageError, Note
from ...core.common.plan_names import same_number
from ...core.common.profile import current
from ...core.delivery.one_municipality import Said, only_municipality
from ...core.delivery.plandata_area import PartAsked, refuse_ambiguous, refuse_elsewhere
from ...core.delivery.plandata_checks import Bounds, Lacking
from ...core.delivery.plandata_fields import FILE
from ...core.landscape.areas import union
from ...core.plan.content import plots_of_buildings, read_flag
from ...core.plan.plan_groups import plan_groups, provision_groups
from ...core.registers.bbr_number import municipality_of
from ..export.inputs import building_positions, read_buildings, read_plots
from ..inputs.environments import read_decided_environments
from ..inputs.plan_package import BOUNDARY, BUILDINGS, ENVIRONMENTS, LOCAL_PLANS, PLAN_AREA, PROPERTIES
from ..inputs.sources import DANISH_CRS, read

if TYPE_CHECKING:
    from ...core.common.arrays import Booleans, Geometries, Integers
    from ...core.common.errors import Check
    from ...core.plan.content import Buildings
    from ..inputs.plan_package import PlanPackage


@dataclass(frozen=True)
class PlanRead:
    """The plan of a package, in EPSG:25832."""

    area: shapely.Geometry
    boundary: shapely.Geometry | None
    parts: list[PartAsked]
    lacking: list[Lacking]
    unplaced: str
    bounds: Bounds
    notes: list[Note]


def read_plan(package: PlanPackage, check: Check) -> PlanRead:
    """The plan of an open package. HeritageError for one without an area, and for one of two municipalities."""
    crs = QgsCoordinateReferenceSystem(DANISH_CRS)
    area, notes = _area(package, crs, check)
    source: Any = package.source(BUILDINGS)
    buildings = read_buildings(source, building_positions(source), crs, check).public
    parts, lacking, unplaced = _parts(package, buildings, area, crs, check)
    boundary, codes = _boundary(package, crs, check)
    said = [*codes, *_of_buildings(package), *_of_profile()]
    return PlanRead(
        area=area,
        boundary=boundary,
        parts=parts,
        lacking=lacking,
        unplaced=unplaced,
        bounds=Bounds(
            given=boundary is not None,
            of_municipality=any(one.code for one in codes),
            municipality=only_municipality(said),
            told_by=list(dict.fromkeys(one.where for one in said if one.code)),
        ),
        notes=notes,
    )


def refuse_other_plan(package: PlanPackage, planid: int | None) -> list[Note]:
    """HeritageError where a planid is that of another plan in the package; else what its layer knows of this one's."""
    notes = []
    for row in package.rows(LOCAL_PLANS, ("planid", "plannr", "plannavn")):
        known, number = cell_text(row["planid"]) or "", (cell_text(row["plannr"]) or "").strip()
        own = same_number(number, package.number)
        if planid is not None and known == str(planid) and not own and (number or package.number):
            raise HeritageError(
                "PLANID: {planid} is another plan in the package's layer {layer}: {number} {name}. An upload would "
                "replace that one. Give the planid of this plan ({plan}), or leave PLANID empty for a new plan.",
                planid=planid,
                layer=LOCAL_PLANS,
                number=number or "-",
                name=cell_text(row["plannavn"]) or "",
                plan=package.heading,
            )
        if planid is None and known and own:
            notes.append(
                Note(
                    "The package's layer {layer} has a plan with the number {number}, whose planid is {planid}. If it "
                    "is this one, give it in PLANID.",
                    {"layer": LOCAL_PLANS, "number": number, "planid": known},
                    warning=True,
                )
            )
    return notes


# ---- the areas -------------------------------------------------------------------------------------------------------


def _area(package: PlanPackage, crs: QgsCoordinateReferenceSystem, check: Check) -> tuple[shapely.Geometry, list[Note]]:
    source = package.source(PLAN_AREA)
    read_area = None if source is None else read(source, {}, crs, check).geometry
    known = None if read_area is None else union(read_area.geometries, check)
    if read_area is None or known is None or not shapely.area(known):
        raise HeritageError(
            "The package has no area of the plan ({layer}): no ground of a designated building and no decided "
            "environment is known. Make it anew with PROPERTIES or PARCELS.",
            layer=PLAN_AREA,
        )
    refuse_elsewhere(known, PLAN_AREA)
    notes = []
    for row, original in zip(read_area.repaired.tolist(), read_area.originals):
        if original is not None:
            refuse_ambiguous(original, PLAN_AREA)
        notes.append(
            Note(
                "The plan's area ({layer}, row {row}) was not valid, and was repaired: it can be read in one way only.",
                {"layer": PLAN_AREA, "row": row + 1},
                warning=True,
                danish="Planens område var ikke gyldigt og er repareret; det kan kun læses på én måde.",
            )
        )
    return shapely.force_2d(known), notes


def _parts(
    package: PlanPackage, buildings: Buildings, area: shapely.Geometry, crs: QgsCoordinateReferenceSystem, check: Check
) -> tuple[list[PartAsked], list[Lacking], str]:
    """The delområder that the plan asks for, groups first; buildings without ground; and why groups have none."""
    parts: list[PartAsked] = []
    plots_source = package.source(PROPERTIES)
    designated = np.flatnonzero(buildings.designated)
    if plots_source is None:
        lacking = _lacking(buildings, designated[~_lies_in(area, buildings.points[designated])])
    else:
        plots, _ = read_plots(plots_source, crs, check)
        of_plots = plots_of_buildings(buildings, plots, check)
        groups = plan_groups(buildings)
        for described in provision_groups():
            rows = [one for one in designated.tolist() if groups[one] == described["letter"]]
            grounds = sorted({plot for row in rows for plot in of_plots[row]})
            if rows:
                title = f"Gruppe {described['letter']}: {described['title']}"
                parts.append(PartAsked(described["letter"], title, plots.geometries[grounds], len(rows)))
        bare = np.array([not of_plots[row] for row in designated.tolist()], dtype=bool)
        bare &= ~_lies_in(area, buildings.points[designated])
        lacking = _lacking(buildings, designated[bare])
    if (decided := package.source(ENVIRONMENTS)) is not None:
        decisions, _ = read_decided_environments(decided, crs, check)
        chosen = decisions.only(decisions.designate)
        prefix = load(FILE)["environment_prefix"]
        for at, (name, shape) in enumerate(zip(chosen.names, chosen.geometries), start=1):
            title = f"Kulturmiljø: {name}" if name else f"Kulturmiljø {at}"
            parts.append(PartAsked(f"{prefix}{at}", title, np.array([shape], dtype=object)))
    return parts, lacking, load(FILE)["no_plots"] if plots_source is None else ""


def _lies_in(area: shapely.Geometry, points: Geometries) -> Booleans:
    return np.asarray(shapely.intersects(area, points), dtype=bool)


def _lacking(buildings: Buildings, rows: Integers) -> list[Lacking]:
    return [
        Lacking(buildings.earlier_numbers[row], buildings.addresses[row], buildings.property_ids[row])
        for row in rows.tolist()
    ]


# ---- the municipality ------------------------------------------------------------------------------------------------


def _boundary(
    package: PlanPackage, crs: QgsCoordinateReferenceSystem, check: Check
) -> tuple[shapely.Geometry | None, list[Said]]:
    source = package.source(BOUNDARY)
    if source is None:
        return None, []
    place = source.find("municipality_code")
    table = read(source, {"code": place}, crs, check)
    values = [] if place is None else [cell_text(one) or "" for one in table.columns["code"] or ()]
    where = "" if place is None else f"{BOUNDARY}.{source.field_names[place]}"
    return union(table.geometry.geometries, check), [Said(one, where, "", one) for one in values]


def _of_buildings(package: PlanPackage) -> list[Said]:
    """What the BBR numbers of the designated buildings begin with; of those that are public, which may be named."""
    said = []
    for row in package.rows(BUILDINGS, ("bbrnummer", "udpeget", "offentlig", "loebenr", "bygning_id")):
        number = cell_text(row["bbrnummer"]) or ""
        code = municipality_of(number)
        if code and read_flag(row["udpeget"]) is True and read_flag(row["offentlig"]) is not False:
            name = f"loebenr {row['loebenr']}, bygning_id {row['bygning_id']}"
            said.append(Said(code, f"{BUILDINGS}.bbrnummer", name, number))
    return said


def _of_profile() -> list[Said]:
    profile = current()
    if profile is None or profile.built_in or not profile.municipality:
        return []
    return [Said(profile.municipality, "PROFILE", profile.name, profile.municipality)]
