"""One run of `comparescenarios`: one reading for the profiles that read alike, then each rule on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsWkbTypes
from qgis.PyQt.QtCore import QMetaType

from ...core.common.errors import Note
from ...core.common.lines import as_lines
from ...core.common.profile import in_force
from ..outputs.fields import fields_of
from ..outputs.metadata import write_metadata
from ..run import Run
from ..tools.classify_buildings import ClassifyRun
from .asked import OF_THE_DATA, Asked, designation_tool, scenarios_asked_for

if TYPE_CHECKING:
    from ...core.common.arrays import Geometries
    from ...core.designation.classify import Classified, Settings
    from ...core.designation.scenario_words import ScenarioTold

ROW_FIELDS = (
    ("bygning_id", QMetaType.Type.QString),
    ("adresse", QMetaType.Type.QString),
    ("save_vaerdi", QMetaType.Type.Int),
    ("antal", QMetaType.Type.Int),
    ("scenarier", QMetaType.Type.Int),
    ("svinger", QMetaType.Type.Bool),
    ("udfald", QMetaType.Type.QString),
    ("udpeges_af", QMetaType.Type.QString),
    ("vurderes_af", QMetaType.Type.QString),
    ("begrundelse", QMetaType.Type.QString),
    ("offentlig", QMetaType.Type.Bool),
)
BLOCK = 10_000


class ScenarioRun(Run):
    """One run of the tool, step by step."""

    def results(self) -> dict[str, Any]:
        from ...core.designation.scenario_words import Told

        outputs, feedback = self.outputs, self.feedback
        self.asked = scenarios_asked_for(self.algorithm, self.parameters, self.context)
        self.open_readings()
        first = self.first
        inputs = (first.buildings, first.parcels, first.further, first.decisions)
        outputs.prepare(("OUTPUT", "OUTPUT_XLSX", "OUTPUT_HTML"), [one for one in inputs if one is not None])
        self.read()
        self.designate()
        feedback.setProgress(60)
        self.words = Told(self.scenarios, [one.short for one in self.told])
        self.report_to_log()
        self.write()
        outputs.close()
        write_metadata(outputs, "OUTPUT", self.summary(), self.pairs())
        outputs.style("OUTPUT", self.style_name(), "scenarier")
        feedback.setProgress(85)
        self.write_documents()
        self.check()
        return {**outputs.commit(), **self.counts()}

    # What was given ---------------------------------------------------------------------------------------------------

    def open_readings(self) -> None:
        """A reading of the layers for each way in which the profiles read them, opened and not yet read."""
        from ...core.designation.once import reading_of

        self.given_data = {name: self.parameters[name] for name in OF_THE_DATA if name in self.parameters}
        self.readings: dict[str, ClassifyRun] = {}
        self.reading_key = [reading_of(one.profile) for one in self.asked]
        for one, key in zip(self.asked, self.reading_key):
            if key not in self.readings:
                with in_force(one.profile):
                    self.readings[key] = self.reader(one)
                    self.readings[key].open_inputs()

    def reader(self, one: Asked) -> ClassifyRun:
        """A run of the tool that designates, which reads and decides and writes nothing."""
        tool = designation_tool(one.profile)
        return ClassifyRun(tool, {**self.given_data, **one.changed}, self.context, self.feedback)

    @property
    def first(self) -> ClassifyRun:
        """The reading of the first scenario."""
        return self.readings[self.reading_key[0]]

    def read(self) -> None:
        """Read each way once."""
        for one, key in zip(self.asked, self.reading_key):
            if not hasattr(self.readings[key], "once"):
                with in_force(one.profile):
                    self.readings[key].read_data()

    def settings_of(self, one: Asked, key: str) -> Settings:
        """What a scenario decides by."""
        asking = self.reader(one)
        asking.parcels = self.readings[key].parcels
        return asking.read_settings()

    # What comes of it -------------------------------------------------------------------------------------------------

    def designate(self) -> None:
        """Let each rule judge what was read, under its own profile."""
        from ...core.designation.scenarios import Scenarios, property_numbers

        self.classified: list[Classified] = []
        self.told: list[ScenarioTold] = []
        for number, (one, key) in enumerate(zip(self.asked, self.reading_key)):
            self.check()
            self.feedback.setProgress(30 + 30 * number / len(self.asked))
            with in_force(one.profile):
                settings = self.settings_of(one, key)
                self.classified.append(self.readings[key].classified_by(settings, sure=False))
                self.told.append(self.told_of(one, settings))
        first = self.classified[0]
        stated = [own or bbr for own, bbr in zip(self.first.rows.property_ids, self.first.rows.bbr_properties)]
        properties = property_numbers(stated, first.graph.homes, first.buildings.row_building)
        self.scenarios = Scenarios.of([one.designation for one in self.classified], properties)
        self.shorten()

    def told_of(self, one: Asked, settings: Settings) -> ScenarioTold:
        """What is told of a scenario; its short name follows when all are known."""
        from ...core.designation.scenario_words import ScenarioTold, rule_in_words, sources_of

        profile = one.profile
        return ScenarioTold(
            key=one.key,
            name=one.name,
            short=one.name,
            rule=rule_in_words(settings.basis(self.first.parcels is not None, (), ())),
            sources=sources_of(profile),
            made_by=profile.source,
            version=profile.version,
            checksum=profile.checksum,
            inherited=profile.inherited,
            variant_of=profile.name if one.changed else "",
        )

    def shorten(self) -> None:
        """Give each scenario the name that tables and sentences have."""
        from dataclasses import replace

        from ...core.designation.scenario_words import short_names

        shorts = short_names([one.name for one in self.told])
        self.told = [replace(one, short=short) for one, short in zip(self.told, shorts)]

    def counts(self) -> dict[str, Any]:
        scenarios = self.scenarios
        designated = zip(self.told, scenarios.counts.tolist())
        return {
            "BUILDING_COUNT": len(scenarios.votes),
            "SCENARIO_COUNT": len(scenarios),
            "SWINGING_COUNT": int(scenarios.swinging.sum()),
            "ALL_COUNT": int((scenarios.votes == len(scenarios)).sum()),
            "NONE_COUNT": int((scenarios.votes == 0).sum()),
            "DESIGNATED_COUNTS": as_lines([(one.key, str(count)) for one, count in designated]),
        }

    def report_to_log(self) -> None:
        from ..tools.classify_buildings_log import notes_of_run

        run = self.first
        run.classified = self.classified[0]
        run.unknown = run.decided.unknown(run.classified.unknown_decisions, run.table, run.withheld)
        with in_force(self.asked[0].profile):
            self.notes = notes_of_run(run)
        counts = self.counts()
        readings = Note(
            "{count:reading|readings} of the layers for {scenarios} scenarios.",
            {"count": len(self.readings), "scenarios": len(self.asked)},
        )
        each = [
            Note("{name}: {count:building|buildings} designated.", {"name": one.name, "count": count})
            for one, count in zip(self.told, self.scenarios.counts.tolist())
        ]
        result = Note(
            "{all:building|buildings}: {every:,} designated by all {scenarios} scenarios, {swinging:,} by some, "
            "{none:,} by none.",
            {
                "all": counts["BUILDING_COUNT"],
                "every": counts["ALL_COUNT"],
                "scenarios": counts["SCENARIO_COUNT"],
                "swinging": counts["SWINGING_COUNT"],
                "none": counts["NONE_COUNT"],
            },
        )
        self.tell([self.reading(run.buildings.name, run.table), *self.notes, readings, *each, result])

    def summary(self) -> str:
        """What the layer is, for people."""
        lines = [f"{one.name}, version {one.version}: {' '.join(one.rule)}" for one in self.told]
        return "\n".join(["Scenarier for udpegning af bevaringsværdige bygninger (comparescenarios).", *lines])

    def pairs(self) -> list[tuple[str, str]]:
        """What made each field of a scenario, for tools."""
        return [(one.field, f"{one.name}; {one.version}; {one.checksum}") for one in self.told]

    # The layer --------------------------------------------------------------------------------------------------------

    def style_name(self) -> str:
        return f"comparescenarios_{'polygon' if self.polygons else 'point'}.qml"

    def write(self) -> None:
        import shapely

        self.warn_of_cut_texts("OUTPUT")
        places, wkb_type = self.places()
        fields = fields_of([*ROW_FIELDS, *((one.field, QMetaType.Type.QString) for one in self.told)])
        writer = self.outputs.sink("OUTPUT", fields, wkb_type, self.first.crs)
        count = len(self.scenarios.votes)
        self.reasons = self.reasons_of_swinging()
        for start in range(0, count, BLOCK):
            self.feedback.setProgress(65 + 20 * start / count)
            end = min(start + BLOCK, count)
            columns = list(zip(*(self.row(one) for one in range(start, end))))
            writer.add_rows(fields, shapely.to_wkb(places[start:end]).tolist(), columns, self.check)

    def row(self, row: int) -> tuple[Any, ...]:
        """The values of ROW_FIELDS and of the scenarios' fields for a row."""
        from ...core.designation.rule import CODES

        scenarios, run, save = self.scenarios, self.first, int(self.classified[0].save[row])
        reasons = self.reasons.get(row, "")
        return (
            run.rows.labels[row],
            self.address(row) or None,
            save if save >= 1 else None,
            int(scenarios.votes[row]),
            len(scenarios),
            bool(scenarios.swinging[row]),
            scenarios.outcomes[row],
            self.words.by(row) or None,
            self.words.reviewed_by(row) or None,
            "\n".join(one for one in (self.words.sentence(row), reasons) if one),
            False if run.withheld[row] else None,
            *(CODES[code] for code in scenarios.ground[:, row].tolist()),
        )

    def address(self, row: int) -> str:
        """A row's own address, "" where it has none."""
        from ...core.common.cells import cell_text

        column = self.first.table.columns.get("address")
        return (cell_text(column[row]) if column is not None else None) or ""

    def reasons_of_swinging(self) -> dict[int, str]:
        """What each scenario says of the buildings on which they part, by row."""
        from ...core.designation.scenario_words import reasons_together

        rows = self.scenarios.swinging.nonzero()[0].tolist()
        said = []
        for one, classified in zip(self.asked, self.classified):
            self.check()
            with in_force(one.profile):
                said.append([classified.reasons(row, row + 1)[0] for row in rows])
        shorts = [one.short for one in self.told]
        return {row: reasons_together(of_row, shorts) for row, of_row in zip(rows, zip(*said))}

    def places(self) -> tuple[Geometries, Qgis.WkbType]:
        """Where each row is shown, all of one kind, and that kind."""
        import shapely

        from ...core.common.display import all_points, all_polygons

        shapes = self.first.table.geometry.geometries
        kind = QgsWkbTypes.geometryType(self.first.buildings.source.wkbType())
        self.polygons = kind == Qgis.GeometryType.Polygon
        if kind not in (Qgis.GeometryType.Polygon, Qgis.GeometryType.Point):
            self.polygons = bool((shapely.get_dimensions(shapes) == 2).any())
        if self.polygons:
            return all_polygons(shapes), Qgis.WkbType.MultiPolygon
        points = all_points(shapes)
        several = bool((shapely.get_type_id(points) == 4).any())
        return points, Qgis.WkbType.MultiPoint if several else Qgis.WkbType.Point

    # The documents ----------------------------------------------------------------------------------------------------

    def write_documents(self) -> None:
        from .documents import report_html, workbook

        if self.outputs.wanted("OUTPUT_XLSX"):
            self.outputs.write_bytes("OUTPUT_XLSX", workbook(self))
        if self.outputs.wanted("OUTPUT_HTML"):
            self.check()
            self.outputs.write_text("OUTPUT_HTML", report_html(self))

    def public_swinging(self) -> Iterator[int]:
        """The rows that swing and that the register lets the public know of."""
        withheld = self.first.withheld
        return (row for row in self.scenarios.swinging.nonzero()[0].tolist() if not withheld[row])
