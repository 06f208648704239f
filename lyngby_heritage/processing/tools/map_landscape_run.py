"""One run of `maplandscape`, step by step: open, read, ask the core what it means, write, report."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.common.cells import cell_id
from ...core.common.errors import HeritageError, Note
from ...core.common.lines import as_lines
from ...core.designation.notes import other_geometries
from ...core.landscape.areas import union
from ...core.landscape.changes import compare_designations
from ...core.landscape.earlier import earlier_designations
from ...core.landscape.gather import LayerRows, gather
from ...core.landscape.layer_results import READ
from ...core.landscape.layer_results import notes as layer_notes
from ...core.landscape.layers import GivenLayer, sort_layers, themes_by_hand
from ...core.landscape.layers_told import layers_told, told_pairs, told_summary
from ...core.landscape.membership import buildings_held, only_proposed, properties_held
from ...core.landscape.notes import duplicate_building_ids, without_place
from ...core.landscape.outcome import LandscapeOutcome, landscape_of
from ...core.landscape.written import KIND, STATUS, THEME
from ...core.neighbourhood.properties import group_parcels, known_properties, of_chosen_properties, property_shapes
from ...core.neighbourhood.property_notes import selected_properties, without_property
from ...core.registers.values import normal_ids
from ..inputs.catalogue import catalogue_of
from ..inputs.file_dates import day_of
from ..inputs.kinds import need_buildings
from ..inputs.membership import membership_rule
from ..inputs.parameters import table_rows
from ..inputs.parts import rest_of_selection
from ..inputs.sources import measuring_crs, read
from ..outputs.metadata import write_metadata
from ..run import Run
from ..translation import tr
from .map_landscape_outputs import LandscapeWriter

if TYPE_CHECKING:
    from ..inputs.sources import Source, Table

SINKS = ("OUTPUT", "OUTPUT_BUILDINGS", "OUTPUT_PROPERTIES", "OUTPUT_CHANGES", "OUTPUT_SOURCES")


class LandscapeRun(Run):
    """A run of the tool with its parameters."""

    algorithm: Any
    """The tool, whose module asks for this one."""

    SURROUNDED = frozenset({"PARCELS"})

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.notes: list[Note] = []
        self.rows: dict[str, int] = {}  # parameter → rows read
        self.buildings_held: Any = None
        self.properties_held: Any = None
        self.comparison: Any = None

    def results(self) -> dict[str, Any]:
        outputs, feedback = self.outputs, self.feedback
        self.open_inputs()
        optional = (self.boundary, self.buildings, self.parcels, self.previous)
        sources = [one.source for one in self.layers] + [one for one in optional if one is not None]
        outputs.prepare((*SINKS, "OUTPUT_HTML"), sources)
        made = self.read_layers()
        feedback.setProgress(25)
        self.landscape = self.judge(made, self.read_municipality())
        self.writer = LandscapeWriter(outputs, self.landscape, self.crs, self.check)
        self.write_designations()
        feedback.setProgress(35)
        self.apply_to_buildings()
        feedback.setProgress(65)
        self.apply_to_properties()
        feedback.setProgress(80)
        self.compare()
        if outputs.wanted("OUTPUT_SOURCES"):
            self.writer.sources()
        self.say_what_came_of_it()
        outputs.close()
        self.tell_of_layers()
        self.writer.styles(self.buildings and self.buildings.source.wkbType())
        feedback.setProgress(90)
        if outputs.wanted("OUTPUT_HTML"):
            self.write_report()
        self.check()
        return {**outputs.commit(), **self.counts(), "NO_ANSWER": as_lines(self.without_answer())}

    # Opening ----------------------------------------------------------------------------------------------------------

    def open_inputs(self) -> None:
        """Open everything and find the theme of each layer, before anything is read."""
        self.catalogue = catalogue_of(self.algorithm, self.parameters, self.context)
        self.layers = self.layers_of("LAYERS")
        self.recognise()
        self.boundary: Any = self.optional("BOUNDARY")
        self.buildings: Any = self.optional("BUILDINGS")
        self.parcels: Any = self.optional("PARCELS")
        self.previous: Any = self.optional("PREVIOUS")
        if self.buildings is not None:
            need_buildings(self.buildings)
        for output, given, needed in (
            ("OUTPUT_BUILDINGS", self.buildings, "BUILDINGS"),
            ("OUTPUT_PROPERTIES", self.parcels, "PARCELS"),
            ("OUTPUT_CHANGES", self.previous, "PREVIOUS"),
        ):
            if self.outputs.wanted(output) and given is None:
                raise HeritageError(
                    "{output} can only be made from {needed}, which was not given.", output=output, needed=needed
                )
        if self.previous is not None and self.previous.find_among((THEME,)) is None:
            raise HeritageError(
                "The layer {layer} (PREVIOUS) has no field 'tema', so it is no earlier result of this tool. Its "
                "fields are: {fields}.",
                layer=self.previous.name,
                fields=", ".join(self.previous.field_names),
            )
        self.crs = measuring_crs(self.read_from[0].source, self.feedback)
        self.rule = membership_rule(self)
        self.sliver = self.number("SLIVER")
        self.use_buffers = self.flag("USE_BUFFERS")

    def recognise(self) -> None:
        """Split the layers into those whose theme is known and those left out."""
        given = [
            GivenLayer(
                one.label,
                tuple(one.names),
                max(one.source.source.featureCount(), 0),
                one.has_geometry,
                tuple(one.source.field_names),
                one.geometry,
            )
            for one in self.layers
        ]
        rows = table_rows(self.algorithm, self.parameters, "THEMES", self.context)
        by_hand = themes_by_hand([(number, (layer, theme)) for number, (layer, theme) in rows], given, self.catalogue)
        found = sort_layers(given, by_hand, self.theme_codes, self.catalogue)
        self.read_from = [self.layers[place] for place in found.themes]
        self.themes = list(found.themes.values())
        self.left_out = found.left_out
        for layer in self.read_from:
            layer.source.crs  # noqa: B018 - refuses a layer without one

    def theme_codes(self, place: int) -> list[str]:
        """What stands in a layer's field for the register's number of the theme; nothing where it has none."""
        source = self.layers[place].source
        position = source.find_among(self.catalogue.fields.get("theme_code", ()))
        if position is None:
            return []
        request = source.request(fields=[position])
        return sorted({str(feature[position]) for feature in source.features(request)})

    # Reading ----------------------------------------------------------------------------------------------------------

    def read_optional(self, source: Source, positions: dict[str, int | None]) -> Table:
        """Read an optional layer whole, and note what is wrong with its geometries."""
        table = read(source, positions, self.crs, self.check)
        self.rows[source.parameter] = len(table)
        self.note_geometries(source.name, table)
        return table

    def note_geometries(self, label: str, table: Table) -> None:
        self.notes += other_geometries(label, len(table.geometry.repaired), 0)
        self.notes += without_place(label, len(table.geometry.missing))

    def read_layers(self) -> Any:
        """Read the layers and make them one."""
        layers = []
        for layer, theme in zip(self.read_from, self.themes):
            positions = {
                concept: layer.source.find_among(names)
                for concept, names in self.catalogue.fields.items()
                if concept != "theme_code"
            }
            table = read(layer.source, positions, self.crs, self.check)
            self.note_geometries(layer.label, table)
            layers.append(LayerRows(layer.label, theme, table.geometry.geometries, table.columns))
            self.tell(
                [
                    Note(
                        "{layer}: {theme} (by {by}), {rows:row|rows}; fields read: {fields}",
                        {
                            "layer": layer.label,
                            "theme": self.catalogue.themes[theme.theme].name,
                            "by": theme.by,
                            "rows": len(table),
                            "fields": ", ".join(dict.fromkeys(table.fields.values())) or "-",
                        },
                    )
                ]
            )
        self.rows_read = [len(one) for one in layers]
        made = gather(layers, self.catalogue, self.use_buffers, self.check)
        self.notes += made.notes
        return made

    def read_municipality(self) -> Any:
        """The area of BOUNDARY, or None. HeritageError when it has none."""
        if self.boundary is None:
            return None
        table = read(self.boundary, {}, self.crs, self.check)
        self.rows["BOUNDARY"] = len(table)
        area = union(table.geometry.geometries, self.check)
        if area is None or not area.area:
            raise HeritageError(
                "The layer {layer} (BOUNDARY) holds no area, so nobody can tell what reaches the municipality.",
                layer=self.boundary.name,
            )
        return area

    # What it means ----------------------------------------------------------------------------------------------------

    def judge(self, made: Any, municipality: Any) -> Any:
        """What counts, and what each layer tells about the municipality."""
        labels = [layer.label for layer in self.read_from]
        themes = [one.theme for one in self.themes]
        return landscape_of(
            made, labels, themes, self.rows_read, self.left_out, municipality, self.catalogue, self.rule, self.check
        )

    def asked_for(self, source: Source | None, output: str) -> bool:
        """Whether anybody wants to know what a layer that was given has to do with the designations."""
        return source is not None and (self.outputs.wanted(output) or self.outputs.wanted("OUTPUT_HTML"))

    def write_designations(self) -> None:
        if self.outputs.cuts_text("OUTPUT"):
            self.feedback.pushWarning(
                tr("This format cuts texts after 254 characters, and so the guidelines. Choose a GeoPackage (.gpkg).")
            )
        self.writer.designations([layer.label for layer in self.read_from])

    def apply_to_buildings(self) -> None:
        """Say which themes hold each building."""
        if not self.asked_for(self.buildings, "OUTPUT_BUILDINGS"):
            return
        table = self.read_optional(self.buildings, {"building_id": self.buildings.find("building_id")})
        geometries, counted = table.geometry.geometries, self.landscape.counted
        self.buildings_held = held = buildings_held(geometries, counted)
        self.feedback.setProgress(50)
        if not self.outputs.wanted("OUTPUT_BUILDINGS"):
            return
        ids = table.columns["building_id"] or [None] * len(table)
        labels = [cell_id(one) or str(row) for one, row in zip(ids, table.row_ids)]
        self.notes += duplicate_building_ids(labels)
        proposed = only_proposed(geometries, held, counted)
        self.writer.buildings(labels, geometries, held, proposed, self.buildings.source.wkbType())

    def apply_to_properties(self) -> None:
        """Say how much of each property each theme covers."""
        if not self.asked_for(self.parcels, "OUTPUT_PROPERTIES"):
            return
        whole = rest_of_selection(self.parcels)
        source = whole or self.parcels
        table = self.read_optional(source, {"property_id": source.find("property_id")})
        raw, geometries, row_ids = table.columns["property_id"], table.geometry.geometries, table.row_ids
        ids = None if raw is None else known_properties(normal_ids(raw))
        parcels = group_parcels(geometries, ids)
        if whole is not None:
            selected = np.isin(row_ids, read(self.parcels, {}, self.crs, self.check).row_ids)
            kept = of_chosen_properties(parcels, selected)
            self.rows["PARCELS"] = int(kept.sum())
            self.notes.append(selected_properties(source.name, parcels, selected))
            geometries, row_ids = geometries[kept], list(compress(row_ids, kept))
            raw, ids = raw and list(compress(raw, kept)), ids and list(compress(ids, kept))
            parcels = group_parcels(geometries, ids)
        shapes, first = property_shapes(parcels, self.check)
        self.properties_held = properties_held(shapes, self.landscape.counted)
        if not self.outputs.wanted("OUTPUT_PROPERTIES"):
            return
        self.notes += without_property(self.parcels.name, ids)
        named = [raw[one] if ids and ids[one] else None for one in first.tolist()]
        labels = [cell_id(one) or str(row_ids[row]) for one, row in zip(named, first.tolist())]
        self.writer.properties(labels, shapes, self.properties_held)

    def compare(self) -> None:
        """Compare with the earlier designation, theme by theme."""
        if not self.asked_for(self.previous, "OUTPUT_CHANGES"):
            return
        fields = (THEME, KIND, STATUS)
        table = self.read_optional(self.previous, {name: self.previous.find_among((name,)) for name in fields})
        codes, kinds, statuses = (table.columns[name] for name in fields)
        earlier = earlier_designations(
            table.geometry.geometries,
            codes,
            kinds,
            statuses,
            self.catalogue,
            self.rule,
            self.check,
        )
        found = self.landscape
        self.comparison = compare_designations(
            earlier, found.counted, found.shapes, found.told, found.municipality, self.sliver, self.catalogue
        )
        self.notes += self.comparison.notes
        if self.outputs.wanted("OUTPUT_CHANGES"):
            self.writer.changes(self.comparison.changes)

    # What is said -----------------------------------------------------------------------------------------------------

    def counts(self) -> dict[str, Any]:
        """The numbers among the results."""
        found = self.landscape
        return {
            "LAYER_COUNT": len(self.layers),
            "LEFT_OUT_COUNT": len(self.left_out),
            "UNKNOWN_COUNT": found.silent,
            "FEATURE_COUNT": sum(self.rows_read),
            "DESIGNATION_COUNT": len(found.made),
            "THEME_COUNT": len(found.present),
            "BUILDING_COUNT": self.rows.get("BUILDINGS", 0),
            "COVERED_BUILDING_COUNT": self.buildings_held.held if self.buildings_held else 0,
            "PROPERTY_COUNT": self.properties_held.held if self.properties_held else 0,
        }

    def tell_of_layers(self) -> None:
        """Write into the result's metadata what each layer told: a theme that was not found stands in no row."""
        codes = [theme.code for theme in self.catalogue.themes]
        days = [day_of(one.source) for one in self.read_from]
        told = layers_told(self.landscape.layers, codes, days)
        write_metadata(self.outputs, "OUTPUT", told_summary(told), told_pairs(told))

    def without_answer(self) -> list[tuple[str, str, str]]:
        """Theme, layer and reason: themes without a layer, and layers that say nothing or were left out."""
        found = self.landscape
        return [
            ("" if one.theme is None else found.catalogue.themes[one.theme].name, one.layer, one.reason)
            for one in (*found.layers, *found.not_given)
            if one.outcome != READ
        ]

    def say_what_came_of_it(self) -> None:
        """Say in the log what was found, what is missing, and what came of it."""
        found = self.landscape
        self.tell([*layer_notes(found.layers, self.catalogue), *self.notes])
        if found.not_given:
            names = [self.catalogue.themes[one.theme].name for one in found.not_given]
            self.feedback.pushInfo(
                tr("Themes without a layer, which say nothing: {themes}.").format(themes=", ".join(names))
            )
        made = Note(
            "{designations:designation|designations} in {themes:theme|themes} from {rows:row|rows} of "
            "{layers:layer|layers}.",
            {
                "designations": len(found.made),
                "themes": len(found.present),
                "rows": sum(self.rows_read),
                "layers": len(self.read_from),
            },
        )
        self.tell([made])

    def write_report(self) -> None:
        """Write the report on what the run found."""
        from .map_landscape_report import map_pictures, report_html

        outcome = LandscapeOutcome(
            landscape=self.landscape,
            sliver=self.sliver,
            use_buffers=self.use_buffers,
            buildings=self.buildings_held,
            properties=self.properties_held,
            comparison=self.comparison,
            notes=self.notes,
        )
        others = (self.boundary, self.buildings, self.parcels, self.previous)
        tables = [
            *((layer.source, rows) for layer, rows in zip(self.read_from, self.rows_read)),
            *((one, self.rows.get(one.parameter, 0)) for one in others if one is not None),
        ]
        pictures = map_pictures(self.outputs, self.context, self.parcels, self.boundary, self.rows)
        self.outputs.write_text("OUTPUT_HTML", report_html(outcome, tables, pictures))
