"""One run of `checkplotratio`, step by step: open, read, ask the core what is built on each plot, write, report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import compress
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis

from ...core.common.lines import as_lines
from ..inputs.kinds import need_buildings, need_polygons
from ..inputs.parts import rest_of_selection
from ..inputs.roles import parcels_as_zones
from ..inputs.sources import measuring_crs, read
from ..outputs.fields import fields_of
from ..outputs.metadata import write_metadata
from ..run import Run
from .check_plot_ratio_fields import AREA_FIELDS, COMPARE_FIELDS, PLOT_FIELDS, UNMATCHED_FIELDS

if TYPE_CHECKING:
    from ...core.common.arrays import Booleans
    from ...core.plot_ratio.check import Inputs, Settings
    from ..inputs.sources import Table


class PlotRatioRun(Run):
    """A run of the tool with its parameters."""

    algorithm: Any
    """The tool, whose module asks for this one."""

    OUTPUTS = ("OUTPUT", "OUTPUT_AREAS", "OUTPUT_UNMATCHED", "OUTPUT_HTML")
    SURROUNDED = frozenset({"PARCELS"})

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.tables: dict[str, Table] = {}
        """Parameter → what was read from it."""
        self.unreadable: dict[tuple[str, str], Any] = {}
        """(parameter, concept) → what could not be read there."""
        self.selected: set[int] | None = None
        """The rows of the selected parcels, in a run on a selection."""
        self.chosen: Booleans | None = None
        """Which plots are judged, (m,); None for all."""

    def results(self) -> dict[str, Any]:
        from ...core.plot_ratio.summary import unknown_reasons

        outputs, feedback = self.outputs, self.feedback
        self.open_inputs()
        outputs.prepare(self.OUTPUTS, self.sources.values())
        inputs = self.read_inputs()
        feedback.setProgress(35)
        self.compute(inputs)
        feedback.setProgress(55)
        self.report_to_log()
        self.write_plots()
        if outputs.wanted("OUTPUT_AREAS"):
            self.write_areas()
        if outputs.wanted("OUTPUT_UNMATCHED"):
            self.write_unmatched()
        outputs.close()
        self.tell_settings()
        outputs.style("OUTPUT", "checkplotratio_plots.qml", "status")
        if outputs.wanted("OUTPUT_AREAS"):
            outputs.style("OUTPUT_AREAS", "checkplotratio_areas.qml", "status")
        if outputs.wanted("OUTPUT_UNMATCHED"):
            outputs.style("OUTPUT_UNMATCHED", "checkplotratio_unmatched.qml", "aarsag")
        feedback.setProgress(90)
        if outputs.wanted("OUTPUT_HTML"):
            self.write_report()
        self.check()
        return {**outputs.commit(), **self.counts(), "UNKNOWN_REASONS": as_lines(unknown_reasons(self.checked))}

    # Reading ----------------------------------------------------------------------------------------------------------

    def open_inputs(self) -> None:
        self.sources = {}
        for name in ("PARCELS", "BUILDINGS", "FLOORS", "ZONES", "PLANS", "SUB_AREAS", "TWO_STOREY_AREAS", "ZONE_MAP"):
            if self.given(name) or name in ("PARCELS", "BUILDINGS", "ZONES"):
                self.sources[name] = self.source(name)
        for name, source in self.sources.items():
            if name == "FLOORS":
                continue
            (need_buildings if name == "BUILDINGS" else need_polygons)(source)
            source.crs  # noqa: B018 - refuses a layer without one
        self.crs = measuring_crs(self.sources["PARCELS"], self.feedback)
        self.settings = self.read_settings()
        parcels = self.sources["PARCELS"]
        self.parcel_positions = {
            concept: parcels.find(concept, self.text(name)) for name, concept, _ in self.algorithm.FIELD_PARAMETERS
        }
        self.parcel_positions |= {
            concept: parcels.find(concept)
            for concept in ("district_code", "district_name", "road_area", "common_parcel")
        }
        if "FLOORS" in self.sources:
            from ..inputs.plot_ratio import need_building_ids

            need_building_ids(self.sources["BUILDINGS"])
        if "SUB_AREAS" in self.sources:
            from ..inputs.plot_ratio import need_plan_ids

            need_plan_ids(self.sources["SUB_AREAS"], self.sources["PLANS"])

    def read_settings(self) -> Settings:
        from ...core.plot_ratio.check import Settings

        return Settings(
            **{name.lower(): self.number(name) for name, _, _, _ in self.algorithm.NUMBER_PARAMETERS},
            rule_set=self.choice("RULE_SET"),
            compare_plot_ratio=self.optional_number("COMPARE_PLOT_RATIO"),
        )

    def read_inputs(self) -> Inputs:
        from ...core.plot_ratio.areas import PLAN, SUB_AREA, ZONE, together
        from ...core.plot_ratio.check import Inputs
        from ..inputs import plot_ratio as readers

        sources, crs, check = self.sources, self.crs, self.check
        given: dict[str, Any] = {}
        whole = rest_of_selection(sources["PARCELS"])
        source = whole or sources["PARCELS"]
        table, parcels, unreadable = readers.read_parcels(source, self.parcel_positions, crs, check)
        if whole is not None:
            self.selected = set(read(sources["PARCELS"], {}, None, check).row_ids)
        self.remember("PARCELS", table, unreadable)
        self.feedback.setProgress(12)
        table, buildings, unreadable, self.gone = readers.read_buildings(sources["BUILDINGS"], crs, check)
        self.address_of = readers.addresses_of(table)
        self.remember("BUILDINGS", table, unreadable)
        self.feedback.setProgress(25)
        if "FLOORS" in sources:
            table, given["floors"] = readers.read_floors(sources["FLOORS"], check)
            self.remember("FLOORS", table, given["floors"].unreadable)
        parts = []
        for name, kinds in (("ZONES", [ZONE]), ("PLANS", [PLAN, SUB_AREA]), ("SUB_AREAS", [SUB_AREA])):
            if name not in sources:
                continue
            table, areas = readers.read_limits(sources[name], kinds, crs, check)
            self.remember(name, table, {"limits": sum((one.unreadable for one in areas), Counter())})
            of_kind = dict(zip(kinds, areas))
            if name != "SUB_AREAS":
                given[name.lower()] = areas[0]
            # Planners merge the two layers: delområder among the plans are read as what they are.
            if name == "SUB_AREAS" or len(of_kind.get(SUB_AREA, ())):
                parts.append(of_kind[SUB_AREA])
        if parts:
            given["sub_areas"] = together(parts)
        if "TWO_STOREY_AREAS" in sources:
            most = self.settings.two_storey_limit
            table, given["two_storeys"] = readers.read_two_storeys(sources["TWO_STOREY_AREAS"], most, crs, check)
            self.remember("TWO_STOREY_AREAS", table, {})
        if "ZONE_MAP" in sources:
            table, given["zone_map"] = readers.read_zone_map(sources["ZONE_MAP"], crs, check)
            self.remember("ZONE_MAP", table, {"zone_status": given["zone_map"].unreadable})
        return Inputs(parcels=parcels, buildings=buildings, **given)

    def remember(self, name: str, table: Table, unreadable: Mapping[str, Any]) -> None:
        """Keep what the log and the report say of an input, and let its columns go."""
        table.forget_columns()
        self.tables[name] = table
        self.unreadable |= {(name, concept): values for concept, values in unreadable.items() if values}

    def compute(self, inputs: Inputs) -> None:
        from ...core.plot_ratio.check import check_plots
        from ...core.plot_ratio.unmatched import unmatched

        self.whole = self.checked = check_plots(inputs, self.settings, self.check)
        self.unmatched = unmatched(self.whole)
        if self.selected is not None:
            self.choose(self.selected)

    def choose(self, selected: set[int]) -> None:
        """Judge the plots of the selected parcels, each whole, and take the rest of the layer as surroundings."""
        import numpy as np

        from ...core.plot_ratio.chosen import chosen_plots, only

        rows = self.tables["PARCELS"].row_ids
        self.chosen = chosen_plots(self.whole.plots, np.array([one in selected for one in rows], dtype=bool))
        self.checked = only(self.whole, self.chosen)

    def report_to_log(self) -> None:
        from ...core.plot_ratio.notes import find, outcome

        for name, source in self.sources.items():
            table = self.tables[name]
            # Plandata's slots go by fixed names: thirty of them would drown what may have been guessed wrongly.
            named = [one for one in table.fields if not one.startswith(("slot_", "any_extent_"))]
            self.tell([self.reading(source.name, table, named)])
        layers = {name: source.name for name, source in self.sources.items()}
        geometries = {
            name: (len(table.geometry.repaired), len(table.geometry.missing))
            for name, table in self.tables.items()
            if table.geometry is not None
        }
        shared = [parcels_as_zones(layers[one]) for one, _ in self.doubtful_roles()]
        if self.chosen is not None:
            from ...core.plot_ratio.chosen import selection_note

            shared.append(selection_note(layers["PARCELS"], self.chosen))
        self.notes = shared + find(
            self.checked, layers, geometries, self.unreadable, self.gone, self.unmatched, self.address_of
        )
        self.tell([*self.notes, outcome(self.counts())])

    # Writing ----------------------------------------------------------------------------------------------------------

    def write_plots(self) -> None:
        import shapely

        from ...core.plot_ratio.rows import PlotRows

        described = PLOT_FIELDS + (COMPARE_FIELDS if self.settings.compare_plot_ratio is not None else ())
        fields = fields_of(described)
        writer = self.outputs.sink("OUTPUT", fields, Qgis.WkbType.MultiPolygon, self.crs)
        self.warn_of_cut_texts("OUTPUT")
        rows = PlotRows(self.checked)
        count, block = len(self.checked), 10_000
        for start in range(0, count, block):
            self.check()
            self.feedback.setProgress(55 + 33 * start / count)
            end = min(start + block, count)
            columns = rows.columns(start, end)
            wkb = shapely.to_wkb(rows.geometries(start, end)).tolist()
            every = [wkb, *(columns[name] for name, _ in described)]
            if self.chosen is not None:
                every = [list(compress(one, self.chosen[start:end])) for one in every]
            writer.add_rows(fields, every[0], every[1:], self.check)

    def tell_settings(self) -> None:
        """Write into the metadata of the plots which limits and margins were chosen."""
        from ...core.plot_ratio.settings_told import settings_pairs, settings_summary

        write_metadata(self.outputs, "OUTPUT", settings_summary(self.settings), settings_pairs(self.settings))

    def write_areas(self) -> None:
        import shapely

        from ...core.plot_ratio.rows import area_rows

        fields = fields_of(AREA_FIELDS)
        writer = self.outputs.sink("OUTPUT_AREAS", fields, Qgis.WkbType.MultiPolygon, self.crs)
        geometries, columns = area_rows(self.whole)
        wkb = shapely.to_wkb(geometries).tolist()
        writer.add_rows(fields, wkb, [columns[name] for name, _ in AREA_FIELDS], self.check)

    def write_unmatched(self) -> None:
        import shapely

        fields = fields_of(UNMATCHED_FIELDS)
        writer = self.outputs.sink("OUTPUT_UNMATCHED", fields, Qgis.WkbType.Point, self.crs)
        wkb = shapely.to_wkb(shapely.point_on_surface(self.unmatched.geometries)).tolist()
        writer.add_rows(fields, wkb, [self.unmatched.labels, self.unmatched.reasons], self.check)

    def write_report(self) -> None:
        from ...core.plot_ratio.outcome import PlotRatioOutcome
        from ..outputs.report_parts import inputs, map_of
        from .check_plot_ratio_report import report_html

        read = self.tables["PARCELS"].fields
        fields = {name: read[concept] for name, concept, _ in self.algorithm.FIELD_PARAMETERS if concept in read}
        outcome = PlotRatioOutcome(self.checked, self.unmatched, tuple(self.notes), self.address_of, fields, self.whole)
        layers = inputs([(source, len(self.tables[name])) for name, source in self.sources.items()])
        picture = map_of(self.outputs, "OUTPUT", "checkplotratio_plots.qml", self.context)
        self.outputs.write_text("OUTPUT_HTML", report_html(outcome, layers, picture))

    def counts(self) -> dict[str, Any]:
        from ...core.neighbourhood.plots import Land
        from ...core.plot_ratio.status import EXCEEDED, KEPT, NOT_COVERED, OF_AREA, UNKNOWN

        status, land = self.checked.outcome.status, self.checked.land
        roads, commons = ((land == Land.ROAD) | (land == Land.ALL_ROAD)).sum(), (land == Land.COMMON).sum()
        compared = self.checked.compared
        return {
            "PLOT_COUNT": int((land == Land.PLOT).sum()),
            "COVERED_COUNT": int((status != NOT_COVERED).sum()),
            "COMPLIANT_COUNT": int((status == KEPT).sum()),
            "EXCEEDED_COUNT": int((status == EXCEEDED).sum()),
            "UNKNOWN_COUNT": int((status == UNKNOWN).sum()),
            "AREA_COUNT": int((status == OF_AREA).sum()),
            "ROAD_COUNT": int(roads),
            "COMMON_COUNT": int(commons),
            "UNMATCHED_COUNT": len(self.unmatched.labels),
            "CHANGED_COUNT": 0 if compared is None else int((status != compared.status).sum()),
        }
