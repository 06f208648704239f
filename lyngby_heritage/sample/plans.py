"""Plans: frames of the kommuneplan, lokalplaner, areas for two storeys, and the zone map, in Plandata's field names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import shapely

from ..core.common.data import load
from .naming import names
from .tables import Column, Flags, Integers, Objects, SampleTable, decimal, rounded, table, texts, whole
from .town import Town

MUNICIPALITY = 173
LIMIT_NUMBERS = (
    *("anvgen", "anvspec1", "anvspec2", "anvspec3", "bebygpct", "bebygpctaf"),
    *("bygpct1", "bygpcth1", "bygpct2", "bygpcth2", "bygpct3", "bygpcth3"),
)
NO_DAY = 19101224
"""What Plandata has for the day of a plan of which nobody knows it."""
LIMIT_DECIMALS = ("maxetager", "maxetage1", "maxetage2", "maxetage3", "maxbygnhjd")
VALLEY_USES = ("dal", "sidedal_nord", "sidedal_syd")


@dataclass(frozen=True)
class NamedBuildings:
    """The buildings that a lokalplan designates by name (k,): where they are, and the plots that it covers."""

    addresses: list[str]
    plots: Objects


def plan_tables(town: Town, kinds: list[dict[str, Any]], named: NamedBuildings) -> list[SampleTable]:
    """The layers `zoner`, `lokalplaner`, `delomraader`, `to_etager` and `zonekort`."""
    known = load("sample/plans.json")
    return [
        _frames(town, kinds, known),
        _local_plans(town, kinds, known, named),
        _sub_areas(town, kinds, known),
        _two_storeys(town, kinds, known),
        _zone_map(town),
    ]


def _limits(rows: list[dict[str, Any]]) -> dict[str, Column]:
    """The fields that carry limits; NULL where a plan does not state one."""
    columns: dict[str, Column] = {name: whole([row.get(name, np.nan) for row in rows]) for name in LIMIT_NUMBERS}
    columns.update({name: decimal([row.get(name, np.nan) for row in rows], 1) for name in LIMIT_DECIMALS})
    return columns


def _frames(town: Town, kinds: list[dict[str, Any]], known: dict[str, Any]) -> SampleTable:
    """One frame per neighbourhood and use, and one for each stretch of the valley."""
    titles: list[str] = names()["quarters"]
    frame_names = sorted(known["frames"])
    frame_of = np.array([frame_names.index(kind["frame"]) for kind in kinds])
    built = np.flatnonzero(town.kind >= 0)
    group = np.array([town.cells[cell].group for cell in built.tolist()])
    keys, inverse = np.unique(group * len(frame_names) + frame_of[town.kind[built]], return_inverse=True)
    order = np.argsort(inverse, kind="stable")
    parts = np.split(town.outlines[built[order]], np.flatnonzero(np.diff(inverse[order])) + 1)
    geometry = [shapely.coverage_union_all(part) for part in parts]
    rows: list[dict[str, Any]] = []
    taken: dict[str, int] = {}
    for number, key in enumerate(keys.tolist()):
        frame = frame_names[key % len(frame_names)]
        turn = taken.get(frame, 0)
        taken[frame] = turn + 1
        variants = known["frames"][frame]
        lasting = [variant for variant in variants if not variant.get("once")]
        variant = variants[turn] if turn < len(variants) else lasting[turn % len(lasting)]
        district, quarter = key // len(frame_names) % 7 + 1, key // len(frame_names) // 7 + 1
        title = f"{titles[key // len(frame_names) % len(titles)]}, {known['frame_titles'][frame]}"
        rows.append({**variant, "plannr": f"{district}.{quarter}.{number + 10}", "plannavn": title, "zonestatus": 1})
    green = [number for number, cell in enumerate(town.cells) if cell.use in VALLEY_USES]
    for number, cell in enumerate(green):
        rows.append(
            {
                **known["frames"]["green"][0],
                "plannr": f"8.1.{number + 1}",
                "plannavn": f"Rørådalen, {known['frame_titles']['green']}",
                "zonestatus": 2,
            }
        )
        geometry.append(town.outlines[cell])
    count = len(rows)
    return table(
        "zoner",
        "Kommuneplanrammer",
        "MultiPolygon",
        geometry,
        {
            "planid": whole(3_000_000 + 7 * np.arange(count)),
            "plannr": texts(row["plannr"] for row in rows),
            "plannavn": texts(row["plannavn"] for row in rows),
            "komnr": whole(np.full(count, MUNICIPALITY)),
            "objektkode": whole(np.full(count, 10)),
            "plantype": texts(["10.1"] * count),
            **_limits(rows),
            "sforhold": texts(row.get("sforhold") for row in rows),
            "notbebygom": texts(row.get("notbebygom") for row in rows),
            "datovedt": whole(np.full(count, 20211213)),
            "datoikraft": whole(np.full(count, 20211217)),
            "planstatus": texts(["V"] * count),
            "status": texts(["V"] * count),
            "zone": whole([row["zonestatus"] for row in rows]),
            "zonestatus": whole([row["zonestatus"] for row in rows]),
        },
    )


def _in_force(adopted: int) -> int:
    """The day (yyyymmdd) from which a plan is in force: two days after it was adopted, where that day is known."""
    if adopted == NO_DAY:
        return adopted
    day = date(adopted // 10_000, adopted // 100 % 100, adopted % 100) + timedelta(days=2)
    return day.year * 10_000 + day.month * 100 + day.day


def _chosen_cells(town: Town, kinds: list[dict[str, Any]], on: list[str], which: int, count: int) -> Integers:
    """`count` built cells of certain kinds that lie together; `which` tells the how manieth such place."""
    numbers = [number for number, kind in enumerate(kinds) if kind["code"] in on]
    cells = np.flatnonzero(np.isin(town.kind, numbers))
    if not len(cells):
        cells = np.flatnonzero(town.kind >= 0)
    first = cells[min(which * count * 2, len(cells) - 1)]
    away = np.hypot(*(town.centres[cells] - town.centres[first]).T)
    chosen: Integers = cells[np.argsort(away, kind="stable")[:count]]
    return chosen


def _local_plans(town: Town, kinds: list[dict[str, Any]], known: dict[str, Any], named: NamedBuildings) -> SampleTable:
    """Lokalplaner of different ages; some overlap, one is the neighbour municipality's, and one names buildings."""
    rows: list[dict[str, Any]] = []
    geometry: list[Any] = []
    for plan in known["plans"]:
        cells = _chosen_cells(town, kinds, plan["on"], plan["which"], plan["cells"])
        geometry.append(shapely.coverage_union_all(town.outlines[cells]))
        rows.append({**plan["fields"], **plan, "komnr": MUNICIPALITY})
    edge = _boundary_strip(town)
    geometry.append(edge)
    rows.append({**known["neighbour_plan"]["fields"], **known["neighbour_plan"]})
    if named.addresses:
        by_name = known["named_plan"]
        told = by_name["bevarbest"].format(buildings=", ".join(dict.fromkeys(named.addresses)))
        geometry.append(shapely.union_all(named.plots))
        rows.append({**by_name["fields"], **by_name, "bevarbest": told})
    count = len(rows)
    return table(
        "lokalplaner",
        "Vedtagne lokalplaner",
        "MultiPolygon",
        geometry,
        {
            "planid": whole([_plan_id(number) for number in range(count)]),
            "komnr": whole([row["komnr"] for row in rows]),
            "objektkode": whole(np.full(count, 20)),
            "plantype": texts(["20.1"] * count),
            "plannr": texts(row["plannr"] for row in rows),
            "plannavn": texts(row["title"] for row in rows),
            **_limits(rows),
            "abestem1": whole([row.get("abestem1", np.nan) for row in rows]),
            "abestem2": whole([row.get("abestem2", np.nan) for row in rows]),
            "bevarbest": texts(row.get("bevarbest") for row in rows),
            "iomfangreg": texts("true" if row.get("iomfangreg") else "false" for row in rows),
            "datovedt": whole([row["datovedt"] for row in rows]),
            "datoikraft": whole([_in_force(row["datovedt"]) for row in rows]),
            "status": texts(["V"] * count),
            "zonestatus": whole([np.nan if row["datovedt"] == NO_DAY else 1 for row in rows]),
        },
    )


def _plan_id(number: int) -> int:
    """Plandata's id of the lokalplan of this number in the list."""
    return 1_000_000 + 13 * number


def _sub_areas(town: Town, kinds: list[dict[str, Any]], known: dict[str, Any]) -> SampleTable:
    """Delområder, each some of its plan's cells, of the plans that leave the extent to them."""
    rows: list[dict[str, Any]] = []
    geometry: list[Any] = []
    for number, plan in enumerate(known["plans"]):
        parts = plan.get("sub_areas", [])
        cells = _chosen_cells(town, kinds, plan["on"], plan["which"], plan["cells"])
        for part, here in zip(parts, np.array_split(cells, max(len(parts), 1))):
            if len(here):
                geometry.append(shapely.coverage_union_all(town.outlines[here]))
                rows.append({**part["fields"], "delnr": part["delnr"], "plan": plan, "lokplan_id": _plan_id(number)})
    count = len(rows)
    return table(
        "delomraader",
        "Lokalplanernes delområder",
        "MultiPolygon",
        geometry,
        {
            "lokplan_id": whole([row["lokplan_id"] for row in rows]),
            "delnr": texts(row["delnr"] for row in rows),
            "lp_plannr": texts(row["plan"]["plannr"] for row in rows),
            "lp_plannavn": texts(row["plan"]["title"] for row in rows),
            "komnr": whole(np.full(count, MUNICIPALITY)),
            **_limits(rows),
            "iomfangreg": texts(["false"] * count),
            "datovedt": whole([row["plan"]["datovedt"] for row in rows]),
            "status": texts(["V"] * count),
        },
    )


def _boundary_strip(town: Town) -> Any:
    """A strip beyond the town's southern edge, on the neighbour municipality's side."""
    half_width, half_height = town.half_size
    across = np.linspace(-0.5 * half_width, 0.25 * half_width, 40)
    low, high = np.full(40, -half_height - 320.0), np.full(40, -half_height - 90.0)
    plan = np.column_stack([np.append(across, across[::-1]), np.append(low, high)])
    return shapely.Polygon(town.ground.place(plan))


def _two_storeys(town: Town, kinds: list[dict[str, Any]], known: dict[str, Any]) -> SampleTable:
    """Quarters in which an analysis allows two storeys."""
    rows = known["two_storeys"]
    cells = [
        _chosen_cells(town, kinds, ["typehus", "villa_1930"], 1, 1),
        _chosen_cells(town, kinds, ["villa_1900"], 1, 2),
    ]
    return table(
        "to_etager",
        "Områder hvor der kan bygges i to etager",
        "MultiPolygon",
        [shapely.coverage_union_all(town.outlines[each]) for each in cells],
        {
            "navn": texts(row["navn"] for row in rows),
            "analyse": texts(row["analyse"] for row in rows),
            "maxetager": decimal(np.full(len(rows), 2.0), 1),
        },
    )


def urban_area(town: Town) -> Any:
    """Where there are quarters, with what they enclose: the byzone."""
    union = shapely.coverage_union_all(town.outlines[town.kind >= 0])
    parts = shapely.get_parts(union)
    filled = shapely.polygons(shapely.get_exterior_ring(parts))
    return rounded(shapely.union_all(filled))


def _zone_map(town: Town) -> SampleTable:
    """Plandata's zonekort holds the byzone alone; what lies outside is landzone."""
    parts = shapely.get_parts(urban_area(town))
    # The parts of a filled union may lie inside one another's holes only; they never overlap.
    count = len(parts)
    return table(
        "zonekort",
        "Zonekort: byzone",
        "MultiPolygon",
        parts,
        {
            "komnr": whole(np.full(count, MUNICIPALITY)),
            "zone": whole(np.ones(count)),
            "zonestatus": whole(np.ones(count)),
            "zonetekst": texts(["Byzone"] * count),
            "datoopdt": whole(np.full(count, 20240102)),
        },
    )


def kind_cells(town: Town, kinds: list[dict[str, Any]], code: str) -> Objects:
    """The outlines of the cells of one kind of quarter."""
    numbers = [number for number, kind in enumerate(kinds) if kind["code"] == code]
    here: Flags = np.isin(town.kind, numbers)
    return town.outlines[here]
