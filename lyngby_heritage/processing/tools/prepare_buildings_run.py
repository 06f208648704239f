"""One run of `preparebuildings`, step by step: open, read, ask the core what joins, write, report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsCoordinateTransform
from qgis.PyQt.QtCore import QMetaType

from ...core.common.lines import as_lines
from ..inputs.kinds import need_buildings, need_polygons
from ..inputs.sources import measuring_crs, read
from ..outputs.fields import fields_of
from ..run import Run
from .prepare_buildings_columns import (
    ATTRIBUTE_FIELDS,
    NUMBER,
    TEXT,
    UNMATCHED_FIELDS,
    WHOLE,
    YES_NO,
    fbb_ids,
    listed_values,
    texts,
)
from .prepare_buildings_inputs import ID_CONCEPTS, OPTIONAL, SAVE_LAYERS, TABLES, is_spatial, place

if TYPE_CHECKING:
    from ...core.common.arrays import Geometries
    from ...core.registers.rows import BbrBuildingRows, SaveRows
    from ..inputs.sources import Source, Table

BLOCK = 20_000
"""Rows turned into what is written at once: no more of them need be held."""


class PreparationRun(Run):
    """A run of the tool with its parameters."""

    algorithm: Any
    """The tool, whose module asks for this one."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.tables: dict[str, Table] = {}
        self.rows: dict[str, Any] = dict.fromkeys(OPTIONAL)

    def results(self) -> dict[str, Any]:
        from ...core.preparation.choice import Prefer
        from ...core.preparation.left_out import left_out_rows
        from ...core.preparation.prepare import prepare
        from ...core.registers.two_save_layers import together

        self.open_inputs()
        self.outputs.prepare(("OUTPUT", "OUTPUT_UNMATCHED"), self.sources.values())
        self.read_inputs()
        self.feedback.setProgress(45)
        second = self.rows["SAVE_SECOND"]
        self.save = self.rows["SAVE"] if second is None else together(self.rows["SAVE"], second)
        self.prefer = Prefer(self.choice("PREFER"))
        self.prepared = prepare(
            self.save,
            self.rows["BBR"],
            self.rows["FOOTPRINTS"],
            self.rows["FLOORS"],
            self.max_distance,
            self.check,
            self.prefer,
            self.rows["UNITS"],
        )
        self.feedback.setProgress(60)
        self.marks = self.needs_marks()
        self.report_to_log()
        self.write_buildings()
        self.write_unmatched()
        self.outputs.close()
        self.outputs.style("OUTPUT", self.style_name(), "bygninger")
        if self.outputs.wanted("OUTPUT_UNMATCHED"):
            self.outputs.style("OUTPUT_UNMATCHED", "preparebuildings_unmatched.qml", "ikke_koblet")
        self.check()
        told = as_lines(left_out_rows(self.unmatched, self.prepared))
        return {**self.outputs.commit(), **self.counts(), "LEFT_OUT_ROWS": told}

    def open_inputs(self) -> None:
        given = ["SAVE", *(name for name in OPTIONAL if self.given(name))]
        self.sources = {name: self.source(name) for name in given}
        save = self.sources["SAVE"]
        for name in SAVE_LAYERS:
            if name in given:
                need_buildings(self.sources[name])
                self.sources[name].need("save_value")
        self.crs = measuring_crs(save, self.feedback)
        self.max_distance = self.number("MAX_DISTANCE")
        if "FOOTPRINTS" in given:
            need_polygons(self.sources["FOOTPRINTS"])
        for name in ("FOOTPRINTS", "BBR", "SAVE_SECOND"):
            if name in given and is_spatial(self.sources[name]):
                self.sources[name].crs  # noqa: B018 - refuses a layer without one
        if "BBR" in given:
            if is_spatial(self.sources["BBR"]):
                need_buildings(self.sources["BBR"])
            self.sources["BBR"].need("bbr_id")
        for name, concept in TABLES.items():
            if name in given:
                self.sources[name].need(concept)

    def read_inputs(self) -> None:
        from ...core.registers import rows, units

        readers = {
            "SAVE": (rows.SAVE_CONCEPTS, self.save_rows),
            "FOOTPRINTS": (rows.FOOTPRINT_CONCEPTS, lambda t: rows.read_footprint_rows(t.columns, places(t))),
            "BBR": (rows.BUILDING_CONCEPTS, self.building_rows),
            "FLOORS": (rows.FLOOR_CONCEPTS, lambda t: rows.read_floor_rows(t.columns, len(t))),
            "UNITS": (units.UNIT_CONCEPTS, lambda t: units.read_unit_rows(t.columns, len(t))),
            "SAVE_SECOND": (rows.SAVE_CONCEPTS, self.save_rows),
        }

        def places(table: Table) -> Geometries:
            geometries: Geometries = table.geometry.geometries
            return geometries

        for number, (name, source) in enumerate(self.sources.items()):
            concepts, read_rows = readers[name]
            positions = {concept: source.find(concept) for concept in concepts}
            if name in SAVE_LAYERS and positions["preserved"] == positions["save_value"]:
                positions["preserved"] = None  # two names that a shapefile cuts to one
            concept = ID_CONCEPTS[name]
            positions.pop(concept, None)
            positions |= self.id_columns(source, concept)
            crs = self.crs if name not in TABLES and is_spatial(source) else None
            table = read(source, positions, crs, self.check)
            self.tables[name] = table
            ids = [column for one, column in table.columns.items() if one.startswith(f"{concept} ")]
            table.columns[concept] = chosen = rows.uuid_column(ids)
            if name not in SAVE_LAYERS:  # of which each row has its own
                table.fields = {one: field for one, field in table.fields.items() if not one.startswith(f"{concept} ")}
                position: Any = positions[f"{concept} {place(ids, chosen)}"]
                table.fields[concept] = source.field_names[position]
            self.rows[name] = read_rows(table)
            table.forget_columns()
            self.feedback.setProgress(10 + 6 * number)

    def id_columns(self, source: Source, concept: str) -> dict[str, int | None]:
        """Every field that may hold BBR's id: by its name alone nobody can tell which of them does."""
        from ...core.registers.aliases import find_fields

        found = find_fields(source.field_names, concept)
        return {f"{concept} {number}": position for number, position in enumerate(found)}

    def save_rows(self, table: Table) -> SaveRows:
        from ...core.registers.rows import read_save_rows

        ids = [column for concept, column in table.columns.items() if concept.startswith("bbr_id ")]
        return read_save_rows(table.columns, ids, table.geometry.geometries)

    def building_rows(self, table: Table) -> BbrBuildingRows:
        from ...core.registers.rows import read_building_rows

        geometries = self.geometries_of_text(table) if table.geometry is None else table.geometry.geometries
        if table.geometry is not None and len(table.geometry.missing) and table.columns.get("coordinate") is not None:
            missing = table.geometry.missing
            geometries = geometries.copy()
            geometries[missing] = self.geometries_of_text(table)[missing]
        return read_building_rows(table.columns, geometries)

    def geometries_of_text(self, table: Table) -> Geometries:
        """BBR's coordinates, where they stand in a column of text, in the CRS that is measured in."""
        import numpy as np
        import shapely

        from ...core.registers.coordinates import COORDINATE_CRS, read_points

        geometries = np.empty(len(table), dtype=object)
        raw = table.columns.get("coordinate")
        if raw is None:
            return geometries
        coordinates = read_points(raw)
        known = np.flatnonzero(~np.isnan(coordinates[:, 0]))
        from_crs = QgsCoordinateReferenceSystem(COORDINATE_CRS)
        if from_crs != self.crs:
            transform = QgsCoordinateTransform(from_crs, self.crs, self.context.transformContext())
            for row in known.tolist():
                point = transform.transform(*coordinates[row])
                coordinates[row] = point.x(), point.y()
        geometries[known] = shapely.points(coordinates[known])
        return geometries

    def needs_marks(self) -> bool:
        """Whether the result is a layer of polygons that must also hold buildings without one."""
        from ...core.preparation.outcome import Shape

        return bool((self.prepared.shape == Shape.FOOTPRINT).any())

    def style_name(self) -> str:
        return "preparebuildings.qml" if self.marks else "preparebuildings_point.qml"

    def report_to_log(self) -> None:
        from ...core.designation.notes import other_geometries
        from ...core.preparation.account import account, joined_by_no_id, of_status, preparation_notes
        from ...core.preparation.differing import difference_notes

        layers = {name: f"{self.label(name)} ({source.name})" for name, source in self.sources.items()}
        notes = [self.reading(layers[name], table) for name, table in self.tables.items()]
        for entry in account(self.prepared, layers):
            notes += entry.notes()
        for name, table in self.tables.items():
            if table.geometry is not None:
                missing = 0 if name == "BBR" else len(table.geometry.missing)
                notes += other_geometries(layers[name], len(table.geometry.repaired), missing)
        unreadable = [(layers[name], rows.unreadable) for name, rows in self.rows.items() if rows is not None]
        notes += of_status(self.prepared, self.rows["BBR"], self.rows["FLOORS"], layers, self.rows["UNITS"])
        notes += preparation_notes(self.prepared, self.save, unreadable, self.marks)
        notes += difference_notes(self.prepared, self.save, self.prefer)
        notes += joined_by_no_id(self.prepared, self.rows, {name: self.id_field(name) for name in self.tables})
        self.tell(notes)

    def label(self, name: str) -> str:
        """What the dialog calls an input."""
        definition = self.algorithm.parameterDefinition(name)
        return "" if definition is None else str(definition.description())

    def id_field(self, name: Any) -> Any:
        """An input with the fields that its ids were read from, for messages."""
        concept = ID_CONCEPTS[name]
        named = [field for one, field in self.tables[name].fields.items() if one.split(" ")[0] == concept]
        return f"{self.label(name)} ({self.sources[name].name}; {', '.join(named) or '-'})"

    def write_buildings(self) -> None:
        import numpy as np
        import shapely

        from ...core.common.data import load
        from ...core.common.geometry import as_multipolygons, is_polygon, place_marks
        from ...core.preparation.explanation import link_codes, points_of, remarks, shape_codes
        from ...core.registers.registration import SUB_VALUES, force_codes, standing_codes

        prepared = self.prepared
        geometries = prepared.geometries
        if self.marks:
            bare = ~is_polygon(geometries)
            geometries[bare] = place_marks(geometries[bare], load("rules/preparation.json")["mark_m"])
            geometries = as_multipolygons(geometries)
        else:
            geometries = points_of(geometries)
        own_ids, own_kind = fbb_ids(prepared.fbb_ids)
        columns: dict[str, tuple[QMetaType.Type, Any]] = {
            "bygning_id": (TEXT, prepared.ids),
            "bbrnummer": (TEXT, prepared.numbers),
            "fbb_id": (own_kind, own_ids),
            "save_vaerdi": (WHOLE, np.where(prepared.save >= 1, prepared.save, np.nan)),
            "fredet": (YES_NO, prepared.listed),
            "adresse": (TEXT, prepared.address),
            "ejendom_id": (TEXT, prepared.property_id),
            **{name: (kind, prepared.attributes[concept]) for name, concept, kind in ATTRIBUTE_FIELDS},
            "kobling": (TEXT, link_codes(prepared)),
            "kobling_m": (NUMBER, prepared.distance.round(1)),
            "geometri": (TEXT, shape_codes(prepared)),
            "bemaerkning": (TEXT, remarks(prepared, self.save, self.max_distance, self.marks)),
            "kaelder_uoplyst_m2": (NUMBER, prepared.attributes["unstated_basement_area"]),
            "bbr_status": (TEXT, prepared.status),
            "virkning_til": (TEXT, prepared.until),
            **{
                field: (WHOLE, np.where(values >= 1, values, np.nan))
                for field, values in zip(SUB_VALUES.values(), prepared.told.parameters.values())
            },
            "save_dato": (TEXT, prepared.told.days),
            "save_status": (TEXT, force_codes(prepared.told.registration.force)),
            "gaeldende_udpegning": (TEXT, standing_codes(prepared.told.registration.standing)),
            "offentlig": (YES_NO, prepared.told.public),
        }
        fields = fields_of([(name, kind) for name, (kind, _) in columns.items()])
        kind = Qgis.WkbType.MultiPolygon if self.marks else Qgis.WkbType.Point
        writer = self.outputs.sink("OUTPUT", fields, kind, self.crs)
        for start in range(0, len(prepared), BLOCK):
            part = slice(start, start + BLOCK)
            values = [listed_values(kind, column[part]) for kind, column in columns.values()]
            writer.add_rows(fields, shapely.to_wkb(geometries[part]), values, self.check)
            self.feedback.setProgress(65 + 25 * start / len(prepared))

    def write_unmatched(self) -> None:
        from ...core.preparation.explanation import points_of, unmatched
        from ...core.preparation.left_out import looked_for_at

        rest = unmatched(
            self.prepared,
            self.save,
            self.rows["BBR"],
            self.rows["FOOTPRINTS"],
            self.rows["FLOORS"],
            self.max_distance,
            self.rows["UNITS"],
        )
        self.unmatched = rest
        if not self.outputs.wanted("OUTPUT_UNMATCHED"):
            return
        import shapely

        fields = fields_of(UNMATCHED_FIELDS)
        writer = self.outputs.sink("OUTPUT_UNMATCHED", fields, Qgis.WkbType.Point, self.crs)
        columns = (
            rest.layer,
            rest.number,
            rest.outcome,
            rest.reason,
            texts(rest.building_id),
            texts(rest.bbr_number),
            [None if one is None else str(one) for one in rest.fbb_id],
            rest.save,
            texts(looked_for_at(rest, self.prepared)),
            texts(rest.property_id),
        )
        writer.add_rows(fields, shapely.to_wkb(points_of(rest.geometries)), columns, self.check)

    def counts(self) -> dict[str, Any]:
        from ...core.preparation.account import dropped
        from ...core.preparation.links import Link

        prepared = self.prepared
        joined = [int((prepared.link == one).sum()) for one in (Link.UUID, Link.NUMBER, Link.DISTANCE)]
        left_out = dropped(prepared)
        differences = sum(map(len, prepared.differences.values()))
        return {
            "BUILDING_COUNT": len(prepared),
            "SAVE_COUNT": int((prepared.save >= 1).sum()),
            "UUID_COUNT": joined[0],
            "BBR_NUMBER_COUNT": joined[1],
            "DISTANCE_COUNT": joined[2],
            "NONE_COUNT": len(prepared) - sum(joined),
            "SAVE_UNMATCHED_COUNT": int(prepared.own_point.sum()),
            "UNMATCHED_COUNT": len(self.unmatched) - left_out - differences,
            "DIFFERENCE_COUNT": differences,
            "DROPPED_COUNT": left_out,
        }
