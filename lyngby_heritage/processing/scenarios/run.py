"""One run of `comparescenarios`: what it says, and what it writes of its scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis
from qgis.PyQt.QtCore import QMetaType

from ...core.common.errors import Note
from ...core.common.profile import in_force
from ..outputs.field_names import FIELD_NAMES
from ..outputs.fields import fields_of
from ..outputs.metadata import write_metadata
from .asked import scenarios_asked_for
from .documents import report_html, workbook
from .judged import JudgedRun

if TYPE_CHECKING:
    from ...core.common.arrays import Geometries

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


class ScenarioRun(JudgedRun):
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
        outputs.style("OUTPUT", self.style_name(), "scenarier", **{FIELD_NAMES: self.field_names()})
        feedback.setProgress(85)
        self.write_documents()
        self.check()
        return {**outputs.commit(), **self.counts()}

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

    def field_names(self) -> dict[str, str]:
        """What the field of each scenario is called."""
        return {one.field: f"Udpegning efter {one.short}" for one in self.told}

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
        reasons = [f"{names}: {reason}" for names, reason in self.reasons.get(row, ())]
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
            "\n".join([self.words.sentence(row), *reasons]),
            False if run.withheld[row] else None,
            *(CODES[code] for code in scenarios.ground[:, row].tolist()),
        )

    def places(self) -> tuple[Geometries, Qgis.WkbType]:
        """Where each row is shown, all of one kind, and that kind."""
        from ..outputs.one_kind import of_one_kind

        shown, wkb_type = of_one_kind(self.first.table.geometry.geometries, self.first.buildings.source.wkbType())
        self.polygons = wkb_type == Qgis.WkbType.MultiPolygon
        return shown, wkb_type

    # The documents ----------------------------------------------------------------------------------------------------

    def write_documents(self) -> None:
        if self.outputs.wanted("OUTPUT_XLSX"):
            self.outputs.write_bytes("OUTPUT_XLSX", workbook(self))
        if self.outputs.wanted("OUTPUT_HTML"):
            self.check()
            self.outputs.write_text("OUTPUT_HTML", report_html(self, self.style_name()))
