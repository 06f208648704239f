"""Reads the layers of `checkplotratio` into what the core computes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ...core.common.addresses import by_name
from ...core.common.cells import cell_text
from ...core.common.errors import HeritageError
from .flags import saying_yes
from .sources import read

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.common.arrays import Floats
    from ...core.common.errors import Check
    from ...core.neighbourhood.plots import ParcelRows
    from ...core.plot_ratio.areas import Areas
    from ...core.plot_ratio.buildings import PlotBuildings
    from ...core.plot_ratio.zone_map import ZoneMap
    from ...core.registers.rows import BbrStoreyRows
    from ...core.registers.versions import RowLives, Versions
    from .sources import Source, Table

BUILDING_CONCEPTS = (
    "building_id",
    "address",
    "use",
    "storeys",
    "roof",
    "total_area",
    "footprint_area",
    "roof_storey_area",
    "basement_area",
    "deep_basement_area",
    "unstated_basement_area",
    "built_in_area",
    "built_in_garage",
    "built_in_carport",
    "built_in_outhouse",
    "dwelling_area",
    "dwellings",
    "kitchens",
)
AREA_CONCEPTS = (
    "area_name",
    "plan_number",
    "adopted",
    "ratio",
    "ratio_scope",
    "most_storeys",
    "plan_status",
    "plan_cancelled",
    "plan_in_force",
    "extent_unregulated",
    "plan_id",
    "parent_plan",
    "sub_area",
)


class Columns:
    """The columns of a table as arrays, counting what cannot be read."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.unreadable: dict[str, Any] = {}

    def numbers(self, concept: str, reader: Callable[..., Any], *arguments: Any) -> Floats:
        """A column of numbers, NaN for unknown and where the layer lacks it."""
        import numpy as np

        raw = self.table.columns.get(concept)
        if raw is None:
            return np.full(len(self.table), np.nan)
        result = reader(raw, *arguments)
        if result.unreadable:
            self.unreadable[concept] = result.unreadable
        values: Floats = result.values
        return values

    def at_least_zero(self, concept: str) -> Floats:
        """A column of areas where zero is a figure of its own; less is unknown."""
        from ...core.registers.values import read_amounts

        return self.numbers(concept, read_amounts)

    def count(self, concept: str) -> Floats:
        """A column of counts where zero is a figure of its own; less is unknown."""
        import numpy as np

        from ...core.registers.values import read_whole_numbers

        values = self.numbers(concept, read_whole_numbers)
        return np.where(values < 0, np.nan, values)

    def texts(self, concept: str) -> list[str]:
        """A column as it is written; "" where there is nothing."""
        from ...core.registers.values import register_text

        raw = self.table.columns.get(concept)
        if raw is None:
            return [""] * len(self.table)
        return [register_text(one) for one in raw]

    def ids(self, concept: str) -> list[str]:
        """A column of ids as they are compared."""
        from ...core.registers.values import normal_ids

        raw = self.table.columns.get(concept)
        return normal_ids(raw) if raw is not None else [""] * len(self.table)


def read_parcels(
    source: Source, positions: dict[str, int | None], crs: QgsCoordinateReferenceSystem, check: Check
) -> tuple[Table, ParcelRows, dict[str, Any]]:
    """The parcels and what could not be read: (table, ParcelRows, unreadable)."""
    from ...core.neighbourhood.plots import ParcelRows
    from ...core.neighbourhood.properties import group_parcels
    from ...core.registers.values import read_areas
    from .neighbourhood import parcel_holders

    common = positions.pop("common_parcel")
    table = read(source, positions, crs, check)
    columns = Columns(table)
    geometries = table.geometry.geometries
    marked = saying_yes(source, common, table.row_ids, check)
    holders, _ = parcel_holders(table, marked, check)
    rows = ParcelRows(
        geometries=geometries,
        owner=group_parcels(geometries, holders.ids, holders.same).owner,
        registered=columns.numbers("registered_area", read_areas),
        road=columns.at_least_zero("road_area"),
        numbers=columns.texts("parcel_id"),
        districts=columns.texts("district_code"),
        property_labels=holders.labels,
        common=marked | holders.common,
        same=holders.same,
        listed=holders.listed,
        district_names=columns.texts("district_name"),
    )
    return table, rows, columns.unreadable


def addresses_of(table: Table) -> dict[str, str]:
    """What people know each building by (`by_name`), by its id as it is written and as it is compared."""
    from ...core.registers.registration import withheld_rows
    from ...core.registers.values import normal_ids

    ids = table.columns["building_id"] or [None] * len(table)
    withheld = withheld_rows(table.columns, len(table)).tolist()
    written = [cell_text(one) or _row_label(row_id) for one, row_id in zip(ids, table.row_ids)]
    return by_name(table.columns["address"], normal_ids(ids), written, withheld=withheld)


def _row_label(row_id: int) -> str:
    return f"række {row_id}"


def read_buildings(
    source: Source, crs: QgsCoordinateReferenceSystem, check: Check
) -> tuple[Table, PlotBuildings, dict[str, Any], tuple[Versions, RowLives]]:
    """The buildings that stand: (table, PlotBuildings, unreadable, (the verdict on all rows, what they say))."""
    import numpy as np

    from ...core.plot_ratio.buildings import PlotBuildings
    from ...core.registers.registration import PUBLIC_CONCEPTS
    from ...core.registers.values import read_amounts, read_areas, read_codes, read_storeys
    from ...core.registers.versions import LIFE_CONCEPTS, judge, read_lives

    concepts = (*BUILDING_CONCEPTS, *PUBLIC_CONCEPTS, *LIFE_CONCEPTS)
    table = read(source, {concept: source.find(concept) for concept in concepts}, crs, check)
    columns = Columns(table)
    ids, names = columns.ids("building_id"), columns.texts("building_id")
    built_in = columns.at_least_zero("built_in_area")
    if table.columns["built_in_area"] is None:
        parts = [columns.at_least_zero(f"built_in_{part}") for part in ("garage", "carport", "outhouse")]
        built_in = np.nansum(parts, axis=0)
    dwellings = columns.count("dwellings")
    if table.columns["dwellings"] is None:
        dwellings = columns.count("kitchens")
    rows = PlotBuildings(
        ids=ids,
        labels=[name or _row_label(row_id) for name, row_id in zip(names, table.row_ids)],
        geometries=table.geometry.geometries,
        use=columns.numbers("use", read_codes, "use"),
        storeys=columns.numbers("storeys", read_storeys),
        roof=columns.numbers("roof", read_codes, "roof"),
        total=columns.numbers("total_area", read_areas),
        footprint=columns.numbers("footprint_area", read_areas),
        roof_storey=columns.numbers("roof_storey_area", read_areas),
        basement=columns.numbers("basement_area", read_areas),
        deep_basement=columns.at_least_zero("deep_basement_area"),
        depth_unstated=columns.at_least_zero("unstated_basement_area"),
        built_in=built_in,
        dwelling_area=columns.numbers("dwelling_area", read_amounts),
        dwellings=dwellings,
    )
    lives = read_lives(table.columns, len(table))
    versions = judge(ids, lives)
    if not versions.stands.all():
        rows = rows.of(versions.stands)
    return table, rows, columns.unreadable, (versions, lives)


def read_floors(source: Source, check: Check) -> tuple[Table, BbrStoreyRows]:
    """The storeys: (table, BbrStoreyRows)."""
    from ...core.registers.rows import FLOOR_CONCEPTS, read_floor_rows

    positions = {concept: source.find(concept) for concept in FLOOR_CONCEPTS}
    for concept in ("floor_building", "floor_kind"):
        positions[concept] = source.need(concept)
    if positions["floor_area"] is None and positions["used_roof_area"] is None:
        raise source.lacks("floor_area")
    table = read(source, positions, None, check)
    return table, read_floor_rows(table.columns, len(table))


def read_limits(
    source: Source, kinds: Sequence[str], crs: QgsCoordinateReferenceSystem, check: Check
) -> tuple[Table, list[Areas]]:
    """The areas of a layer of plans or zones: (table, Areas of each kind).

    A layer of plans may hold their delområder too, and so is asked for both kinds.
    """
    from ...core.plot_ratio.areas import EXTENT, read_areas
    from ...core.registers.plandata import extents, slots

    found = slots(source.field_names)
    positions = {concept: source.find(concept) for concept in AREA_CONCEPTS}
    for part, fields in found.items():
        positions |= {f"{part}_{number}": position for number, position in fields.items()}
    positions |= {f"{EXTENT}{number}": position for number, position in enumerate(extents(source.field_names))}
    table = read(source, positions, crs, check)
    numbers = sorted(found["slot_use"])
    return table, [read_areas(table.geometry.geometries, table.columns, numbers, kind) for kind in kinds]


def read_two_storeys(
    source: Source, most: float, crs: QgsCoordinateReferenceSystem, check: Check
) -> tuple[Table, Areas]:
    """The areas of two storeys: (table, Areas)."""
    from ...core.plot_ratio.areas import two_storey_areas

    table = read(source, {"area_name": source.find("area_name")}, crs, check)
    return table, two_storey_areas(table.geometry.geometries, table.columns["area_name"], most)


def read_zone_map(source: Source, crs: QgsCoordinateReferenceSystem, check: Check) -> tuple[Table, ZoneMap]:
    """The planning zones: (table, ZoneMap)."""
    from ...core.plot_ratio import zone_map

    table = read(source, {"zone_status": source.need("zone_status")}, crs, check)
    return table, zone_map.read_zone_map(table.geometry.geometries, table.columns["zone_status"])


def need_plan_ids(sub_areas: Source, plans: Source) -> None:
    """HeritageError when delområder cannot be joined to their plans for want of an id on either side."""
    sub_areas.need("parent_plan")
    plans.need("plan_id")


def need_building_ids(source: Source) -> None:
    """HeritageError when storeys cannot be joined to buildings for want of an id."""
    if source.find("building_id") is None:
        raise HeritageError(
            "FLOORS are joined to buildings by id, but the layer {layer} has no id field.", layer=source.name
        )
