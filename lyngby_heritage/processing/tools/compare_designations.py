"""`comparedesignations`: what changed between two designations, building by building (M5, M11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.errors import Note
from ..base import HeritageAlgorithm
from ..inputs.designation_layer import DesignationLayer
from ..inputs.parameters import optional_field
from ..inputs.sources import measuring_crs
from ..outputs.fields import fields_of
from ..outputs.sinks import Outputs
from ..run import Run
from ..translation import mark, tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...core.common.arrays import Geometries

CHANGE_FIELDS = (
    ("bygning_id", QMetaType.Type.QString),
    ("aendring", QMetaType.Type.QString),
    ("foer", QMetaType.Type.QString),
    ("efter", QMetaType.Type.QString),
    ("begrundelse", QMetaType.Type.QString),
    ("adresse", QMetaType.Type.QString),
    ("foer_udpeget", QMetaType.Type.Bool),
    ("efter_udpeget", QMetaType.Type.Bool),
    ("foer_save", QMetaType.Type.Int),
    ("efter_save", QMetaType.Type.Int),
)
RESULT_LABELS = {
    "BUILDING_COUNT": mark("Buildings"),
    "NEW_COUNT": mark("Newly designated"),
    "REMOVED_COUNT": mark("No longer designated"),
    "KEPT_COUNT": mark("Unchanged"),
    "CHANGED_GROUND_COUNT": mark("On another ground"),
    "ONE_LAYER_COUNT": mark("Of those on another ground: in one of the layers only"),
    "UNKNOWN_COUNT": mark("Cannot be told"),
    "DESIGNATED_BEFORE_COUNT": mark("Designated before"),
    "DESIGNATED_AFTER_COUNT": mark("Designated after"),
}


class CompareDesignations(HeritageAlgorithm):
    """Reads two designations, matches their buildings, and writes what became of each and why."""

    NAME = "comparedesignations"
    DISPLAY_NAME = "Compare two designations"
    GROUP = "Local plan"
    GROUP_ID = "lokalplan"
    SHORT_DESCRIPTION = "Says building by building what changed between two designations, and why."
    SHORT_HELP = (
        "Says building by building what changed between two designations: newly designated, no longer designated, the "
        "same, or the same on another ground; and which fact or rule is behind it.\n\n"
        "Give two results of the tool that designates buildings: of two runs with other thresholds, or of the proposal "
        "that went to the hearing and the one that was adopted. Buildings are recognised by their id in any case, and "
        "a row without one by its place. A building that is in one of the layers only comes out too, and the reason "
        "says so.\n\n"
        "The report is for those who took part in the hearing: how many went from what to what, and a list of the "
        "buildings with address, before, after, and why."
    )
    TAGS = (
        *("ændringer", "før og efter", "høring", "forskel", "udpegning", "bevaringsværdig", "SAVE", "lokalplan"),
        *("changes", "before", "after", "hearing"),
    )
    LIBRARIES = ("numpy", "shapely", "jinja2")

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    OUTPUT = "OUTPUT"
    OUTPUT_HTML = "OUTPUT_HTML"

    def declare(self) -> None:
        types = [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon]
        for name, label in ((self.BEFORE, tr("Designation before")), (self.AFTER, tr("Designation after"))):
            self.addParameter(QgsProcessingParameterFeatureSource(name, label, types))
        for name, label in (
            (self.BEFORE, tr("Field before: building id")),
            (self.AFTER, tr("Field after: building id")),
        ):
            self.addParameter(optional_field(f"{name}_ID_FIELD", label, name))
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Changes")))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT_HTML, tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=False
            )
        )
        for name, label in RESULT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        with Outputs(self, parameters, context) as outputs:
            return _Run(self, parameters, context, feedback, outputs).results()


class _Run(Run):
    """One run of the tool, step by step."""

    algorithm: CompareDesignations

    def results(self) -> dict[str, Any]:
        from ...core.comparison.compare import compare_designations

        outputs, feedback = self.outputs, self.feedback
        self.layers = self.layer_of("BEFORE"), self.layer_of("AFTER")
        self.crs = measuring_crs(self.layers[1].source, feedback)
        outputs.prepare(("OUTPUT", "OUTPUT_HTML"), [layer.source for layer in self.layers])
        before = self.layers[0].read(self.crs, self.check)
        feedback.setProgress(20)
        after = self.layers[1].read(self.crs, self.check)
        feedback.setProgress(40)
        self.sides = before, after
        self.compared = compare_designations(before, after, self.check)
        feedback.setProgress(50)
        self.report_to_log()
        self.write()
        outputs.close()
        outputs.style("OUTPUT", self.style_name(), "aendringer")
        feedback.setProgress(90)
        if outputs.wanted("OUTPUT_HTML"):
            outputs.write_text("OUTPUT_HTML", self.report())
        self.check()
        return {**outputs.commit(), **self.counts()}

    def layer_of(self, name: str) -> DesignationLayer:
        return DesignationLayer(self, name, self.text(f"{name}_ID_FIELD"))

    def report_to_log(self) -> None:
        from ...core.common.addresses import by_name
        from ...core.comparison.notes import comparison_notes
        from ...core.comparison.settings import setting_changes

        notes = [self.reading(layer.source.name, layer.table) for layer in self.layers]
        names = [self.name_of(place) for place in (0, 1)]
        unreadable = {name: layer.unreadable for name, layer in zip(names, self.layers) if layer.unreadable}
        settings = setting_changes(*(side.basis for side in self.sides))
        latest = self.sides[::-1]
        address_of = by_name(
            [one for side in latest for one in side.addresses],
            [one for side in latest for one in side.ids],
            withheld=[one for side in latest for one in side.withheld.tolist()],
        )
        self.notes = comparison_notes(self.compared.matched, names[0], names[1], unreadable, settings, address_of)
        counts = self.counts()
        outcome = Note(
            "{all:building|buildings}: {new:,} newly designated, {removed:,} no longer, {ground:,} on another ground, "
            "{kept:,} "
            "unchanged; designated {before:,} before and {after:,} after.",
            {
                "all": counts["BUILDING_COUNT"],
                "new": counts["NEW_COUNT"],
                "removed": counts["REMOVED_COUNT"],
                "ground": counts["CHANGED_GROUND_COUNT"],
                "kept": counts["KEPT_COUNT"],
                "before": counts["DESIGNATED_BEFORE_COUNT"],
                "after": counts["DESIGNATED_AFTER_COUNT"],
            },
        )
        single = Note(
            "Of those on another ground {single:building is|buildings are} not designated and in one of the layers "
            "only: there is no ground in the other that could change.",
            {"single": counts["ONE_LAYER_COUNT"]},
        )
        self.tell([*notes, *self.notes, outcome, *([single] if counts["ONE_LAYER_COUNT"] else [])])

    def report(self) -> str:
        """The report as HTML."""
        from ...core.comparison.outcome import comparison_outcome, withheld_buildings
        from ..outputs.report_parts import map_of
        from .compare_designations_report import report_html

        outcome = comparison_outcome(self.compared, *self.sides, self.check)
        withheld = withheld_buildings(self.compared, *self.sides)
        self.check()
        return report_html(
            outcome,
            [(layer.source, len(layer.table), layer.table.fields.get("building_id")) for layer in self.layers],
            self.notes,
            map_of(self.outputs, "OUTPUT", self.style_name(), self.context, withheld=withheld),
        )

    def name_of(self, place: int) -> str:
        """What to call one of the layers so that the two are told apart."""
        source = self.layers[place].source
        return f"{source.name} ({source.parameter})"

    def counts(self) -> dict[str, Any]:
        from ...core.comparison.outcome import count_changes

        found = count_changes(self.compared, *self.sides)
        return {
            "BUILDING_COUNT": found.buildings,
            "NEW_COUNT": found.new,
            "REMOVED_COUNT": found.removed,
            "KEPT_COUNT": found.kept,
            "CHANGED_GROUND_COUNT": found.other_ground,
            "ONE_LAYER_COUNT": found.one_layer,
            "UNKNOWN_COUNT": found.unknown,
            "DESIGNATED_BEFORE_COUNT": found.designated_before,
            "DESIGNATED_AFTER_COUNT": found.designated_after,
        }

    # ---- the layer ---------------------------------------------------------------------------------------------------

    def style_name(self) -> str:
        return f"comparedesignations_{'polygon' if self.polygons else 'point'}.qml"

    def write(self) -> None:
        import shapely

        self.warn_of_cut_texts("OUTPUT")
        places, wkb_type = self.places()
        fields = fields_of(CHANGE_FIELDS)
        writer = self.outputs.sink("OUTPUT", fields, wkb_type, self.crs)
        count = len(self.compared.change)
        block = 10_000
        for start in range(0, count, block):
            self.feedback.setProgress(50 + 35 * start / count)
            end = min(start + block, count)
            wkb = shapely.to_wkb(places[start:end]).tolist()
            writer.add_rows(fields, wkb, self.columns(start, end), self.check)

    def columns(self, start: int, end: int) -> list[list[Any]]:
        """The values of CHANGE_FIELDS for the buildings from `start` up to `end`, a list each."""
        from ...core.comparison.compare import CHANGES
        from ...core.comparison.reasons import reasons

        matched = self.compared.matched
        old, new = matched.before[start:end].tolist(), matched.after[start:end].tolist()
        before, after = self.sides

        def chosen(first: Sequence[Any], second: Sequence[Any]) -> list[Any]:
            return [_of(second, j) if _of(second, j) is not None else _of(first, i) for i, j in zip(old, new)]

        def known(values: Any, rows: Any, least: int, kind: Callable[[Any], Any]) -> list[Any]:
            there = [values[row] if row >= 0 else least - 1 for row in rows]
            return [kind(one) if one >= least else None for one in there]

        return [
            chosen(before.labels, after.labels),
            [CHANGES[code] if code >= 0 else None for code in self.compared.change[start:end].tolist()],
            [_of(before.grounds, row) for row in old],
            [_of(after.grounds, row) for row in new],
            list(reasons(self.compared, before, after, start, end)),
            chosen(before.addresses, after.addresses),
            known(before.designated, old, 0, bool),
            known(after.designated, new, 0, bool),
            known(before.save, old, 1, int),
            known(after.save, new, 1, int),
        ]

    def places(self) -> tuple[Geometries, Qgis.WkbType]:
        """Where each building is shown, from AFTER and else from BEFORE, all of one kind; and that kind."""
        import numpy as np
        import shapely

        from ...core.comparison.compare import NOBODY
        from ..outputs.one_kind import of_one_kind

        matched = self.compared.matched
        before, after = (np.append(side.places, np.array([None])) for side in self.sides)
        places = np.where(matched.after == NOBODY, before[matched.before], after[matched.after])
        missing = shapely.is_missing(places)
        places[missing] = before[matched.before[missing]]  # a row of AFTER that has lost its place
        shown, wkb_type = of_one_kind(places, self.layers[1].source.source.wkbType(), self.sides[1].places)
        self.polygons = wkb_type == Qgis.WkbType.MultiPolygon
        return shown, wkb_type


def _of(values: Sequence[Any], row: int) -> Any:
    return values[row] if row >= 0 else None
