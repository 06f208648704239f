"""Reads the layers of `checkplotratio` into what the core computes on."""

from ...core.common.errors import HeritageError
from .sources import read, saying_yes

BUILDING_CONCEPTS = (
    "building_id",
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
    "plan_document",
)


class Columns:
    """The columns of a table as arrays, counting what cannot be read."""

    def __init__(self, table):
        self.table = table
        self.unreadable = {}

    def numbers(self, concept, reader, *arguments):
        """A column of numbers, NaN for unknown and where the layer lacks it."""
        import numpy as np

        raw = self.table.columns.get(concept)
        if raw is None:
            return np.full(len(self.table), np.nan)
        result = reader(raw, *arguments)
        if result.unreadable:
            self.unreadable[concept] = result.unreadable
        return result.values

    def at_least_zero(self, concept):
        """A column of areas where zero is a figure of its own; less is unknown."""
        from ...core.registers.values import read_amounts

        return self.numbers(concept, read_amounts)

    def count(self, concept):
        """A column of counts where zero is a figure of its own; less is unknown."""
        import numpy as np

        from ...core.registers.values import read_whole_numbers

        values = self.numbers(concept, read_whole_numbers)
        return np.where(values < 0, np.nan, values)

    def texts(self, concept):
        """A column as it is written; "" where there is nothing."""
        from ...core.registers.values import register_text

        raw = self.table.columns.get(concept)
        if raw is None:
            return [""] * len(self.table)
        return [register_text(one) for one in raw]

    def ids(self, concept):
        """A column of ids as they are compared."""
        from ...core.registers.values import normal_ids

        raw = self.table.columns.get(concept)
        return normal_ids(raw) if raw is not None else [""] * len(self.table)


def read_parcels(source, positions, crs, check):
    """The parcels and what could not be read: (table, ParcelRows, unreadable)."""
    from ...core.neighbourhood.plots import ParcelRows
    from ...core.neighbourhood.properties import group_parcels
    from ...core.registers.values import read_areas

    common = positions.pop("common_parcel")
    table = read(source, positions, crs, check)
    columns = Columns(table)
    geometries = table.geometry.geometries
    ids = columns.ids("property_id") if table.columns["property_id"] is not None else None
    rows = ParcelRows(
        geometries=geometries,
        owner=group_parcels(geometries, ids).owner,
        registered=columns.numbers("registered_area", read_areas),
        road=columns.at_least_zero("road_area"),
        numbers=columns.texts("parcel_id"),
        districts=columns.texts("district_code"),
        property_labels=columns.texts("property_id"),
        common=saying_yes(source, common, table.row_ids, check),
    )
    return table, rows, columns.unreadable


def read_buildings(source, crs, check):
    """The buildings that stand: (table, PlotBuildings, unreadable, (the verdict on all rows, what they say))."""
    import numpy as np

    from ...core.plot_ratio.buildings import PlotBuildings
    from ...core.registers.values import read_amounts, read_areas, read_codes, read_storeys
    from ...core.registers.versions import LIFE_CONCEPTS, judge, read_lives

    table = read(
        source, {concept: source.find(concept) for concept in (*BUILDING_CONCEPTS, *LIFE_CONCEPTS)}, crs, check
    )
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
        labels=[name or f"række {row_id}" for name, row_id in zip(names, table.row_ids)],
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


def read_floors(source, check):
    """The storeys: (table, BbrStoreyRows)."""
    from ...core.registers.rows import FLOOR_CONCEPTS, read_floor_rows

    positions = {concept: source.find(concept) for concept in FLOOR_CONCEPTS}
    for concept in ("floor_building", "floor_kind"):
        positions[concept] = source.need(concept, "FLOORS")
    if positions["floor_area"] is None and positions["used_roof_area"] is None:
        raise source.lacks("floor_area", "FLOORS")
    table = read(source, positions, None, check)
    return table, read_floor_rows(table.columns, len(table))


def read_limits(source, kind, crs, check):
    """The areas of a layer of plans or zones: (table, Areas)."""
    from ...core.plot_ratio.areas import read_areas
    from ...core.registers.plandata import slots

    found = slots(source.field_names)
    positions = {concept: source.find(concept) for concept in AREA_CONCEPTS}
    for part, fields in found.items():
        positions |= {f"{part}_{number}": position for number, position in fields.items()}
    table = read(source, positions, crs, check)
    return table, read_areas(table.geometry.geometries, table.columns, sorted(found["slot_use"]), kind)


def read_two_storeys(source, most, crs, check):
    """The areas of two storeys: (table, Areas)."""
    from ...core.plot_ratio.areas import two_storey_areas

    table = read(source, {"area_name": source.find("area_name")}, crs, check)
    return table, two_storey_areas(table.geometry.geometries, table.columns["area_name"], most)


def read_zone_map(source, crs, check):
    """The planning zones: (table, ZoneMap)."""
    from ...core.plot_ratio import zone_map

    table = read(source, {"zone_status": source.need("zone_status", "ZONE_MAP")}, crs, check)
    return table, zone_map.read_zone_map(table.geometry.geometries, table.columns["zone_status"])


def need_building_ids(source):
    """HeritageError when storeys cannot be joined to buildings for want of an id."""
    if source.find("building_id") is None:
        raise HeritageError(
            "FLOORS are joined to buildings by id, but the layer {layer} has no id field.", layer=source.name
        )
