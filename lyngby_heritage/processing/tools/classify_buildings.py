"""`classifybuildings`: which buildings are designated, and why (M1, M2, M5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.lines import as_lines
from ...core.designation.chosen_values import own_uses
from ..base import HeritageAlgorithm
from ..inputs.file_dates import dated_name
from ..inputs.neighbourhood import FIELD_PARAMETERS, NUMBER_PARAMETERS, NeighbourhoodRun, add_buildings, add_neighbours
from ..inputs.parameters import TABLE, choice, layer, report
from ..inputs.profile import decided_rule
from ..outputs.metadata import write_metadata
from ..outputs.sinks import Outputs
from ..translation import mark, tr, tr_said
from .classify_buildings_decisions import Decided
from .classify_buildings_dial import dial_of
from .classify_buildings_outputs import write_buildings, write_pairs

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...core.designation.classify import Classified, Settings
    from ...core.designation.outcome import Basis

RESULT_NAMES = {
    "beslutning": "DECISION_COUNT",
    "vaerdi_1_3": "VALUE_1_3_COUNT",
    "vaerdi_4_ensartet": "VALUE_4_UNIFORM_COUNT",
    "til_vurdering": "REVIEW_COUNT",
    "ikke_udpeget": "NOT_DESIGNATED_COUNT",
    "ikke_registreret": "NOT_REGISTERED_COUNT",
}
RESULT_LABELS = {
    "BUILDING_COUNT": mark("Buildings"),
    "DESIGNATED_COUNT": mark("Designated"),
    "VALUE_1_3_COUNT": mark("Designated by value {high_values}"),
    "VALUE_4_UNIFORM_COUNT": mark("Designated by the rule for value {neighbour_value}"),
    "DECISION_COUNT": mark("Decided singly"),
    "LISTED_COUNT": mark("Designated, and listed"),
    "REVIEW_COUNT": mark("To be looked at"),
    "NOT_DESIGNATED_COUNT": mark("Not designated"),
    "NOT_REGISTERED_COUNT": mark("Without a SAVE value"),
}


def _uses_named(uses: str) -> str:
    """The rule on attached houses as the dialog calls it; `uses` are a municipality's own, as BBR calls them."""
    if uses:
        return tr("Only buildings that BBR calls {uses}").format(uses=uses)
    return tr("Terraced and semi-detached houses only")


class ClassifyBuildings(HeritageAlgorithm):
    """Reads the building layer, its parcels, further buildings and decisions, and writes the designation."""

    NAME = "classifybuildings"
    DISPLAY_NAME = "Designate buildings"
    GROUP = "Building culture"
    GROUP_ID = "bygningskultur"
    SHORT_DESCRIPTION = "Says for each building whether it is designated as worthy of preservation, and why."
    SHORT_HELP = (
        "Says for each building whether it is designated as worthy of preservation (bevaringsværdig), and why.\n\n"
        "Buildings of SAVE value {high_values} are designated. Buildings of value {neighbour_value} are designated "
        "where they are of uniform character with the neighbouring properties: compared on use, year, storeys, outer "
        "wall, roofing and footprint. A decision of the council on a single building comes before both. A building "
        "that a plan in force designates today and no rule here does is left to a person, and so is a garage or shed "
        "of value {neighbour_value}. Every row comes out once, with a reason in Danish that its owner can follow; a "
        "building nobody assessed is not one of low value.\n\n"
        "Fields are found by the names they have in FBB, BBR and GeoDanmark, also cut by a shapefile. With parcels the "
        "neighbours are those on adjoining properties; without, the buildings within a distance. Give all BBR "
        "buildings as further buildings, since FBB holds only those that were assessed.\n\n"
        "The report shows what each threshold costs, and what the other rules for value {neighbour_value} would do on "
        "the same data."
    )
    TAGS = ("SAVE", "bevaringsværdig", "udpegning", "fredning", "FBB", "BBR", "kulturarv", "heritage", "preservation")
    FRONT = ("VALUE4_RULE", "NEIGHBOUR_METHOD")

    LIBRARIES = ("numpy", "shapely", "jinja2")
    MAY_SHARE = (("BUILDINGS", "CONTEXT_BUILDINGS"),)  # a further building that is classified is that building

    VALUE4_RULE = "VALUE4_RULE"
    DECISIONS = "DECISIONS"
    OUTPUT = "OUTPUT"
    OUTPUT_PAIRS = "OUTPUT_PAIRS"
    OUTPUT_HTML = "OUTPUT_HTML"

    FIELD_PARAMETERS = FIELD_PARAMETERS
    NUMBER_PARAMETERS = NUMBER_PARAMETERS

    def declare(self) -> None:
        add_buildings(self, tr("Buildings with SAVE values"))
        add_neighbours(self, self.NUMBER_PARAMETERS)
        rules = [
            tr("Uniform with the neighbours"),
            tr_said(mark("Uniform, or near a building of value {high_values}")),
            _uses_named(own_uses()),
            tr_said(mark("Every building of value {neighbour_value}")),
            tr_said(mark("No building of value {neighbour_value}")),
        ]
        decided = decided_rule()
        if decided in range(len(rules)):
            rules[decided] = tr("{rule} (the municipality's decision)").format(rule=rules[decided])
        which = tr_said(mark("Which buildings of value {neighbour_value} are designated"))
        self.addParameter(choice(self.VALUE4_RULE, which, rules))
        self.addParameter(layer(self.DECISIONS, tr("Decisions on single buildings"), TABLE, optional=True))
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Designated buildings")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT_PAIRS,
                tr("Neighbours compared"),
                QgsProcessing.SourceType.TypeVectorLine,
                optional=True,
                createByDefault=False,
            )
        )
        self.addParameter(report(self.OUTPUT_HTML))
        for name, label in RESULT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr_said(label)))
        self.addOutput(QgsProcessingOutputString("UNKNOWN_DECISIONS", tr("Buildings of decisions that nobody knows")))

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        with Outputs(self, parameters, context) as outputs:
            return ClassifyRun(self, parameters, context, feedback, outputs).results()


class ClassifyRun(NeighbourhoodRun):
    """One run of the tool, step by step."""

    algorithm: ClassifyBuildings

    def results(self) -> dict[str, Any]:
        outputs, feedback = self.outputs, self.feedback
        self.open_inputs()
        inputs = (self.buildings, self.parcels, self.further, self.decisions)
        outputs.prepare(("OUTPUT", "OUTPUT_PAIRS", "OUTPUT_HTML"), [one for one in inputs if one is not None])
        self.read_and_classify()
        feedback.setProgress(45)
        self.report_to_log()
        write_buildings(self)
        if outputs.wanted("OUTPUT_PAIRS"):
            write_pairs(self)
        outputs.close()
        self.write_basis()
        outputs.style("OUTPUT", self.style_name(), "udpegning")
        feedback.setProgress(90)
        if outputs.wanted("OUTPUT_PAIRS"):
            similarity = self.settings.thresholds.similarity
            outputs.style("OUTPUT_PAIRS", "classifybuildings_pairs.qml", "naboer", lighed_graense=similarity)
        if outputs.wanted("OUTPUT_HTML"):
            outputs.write_text("OUTPUT_HTML", self.report())
        self.check()
        return {**outputs.commit(), **self.counts(), "UNKNOWN_DECISIONS": as_lines(self.unknown)}

    def open_inputs(self) -> None:
        self.open_layers()
        if self.positions["save_value"] is None:
            raise self.buildings.lacks("save_value", "SAVE_FIELD")
        self.positions |= self.register_positions()
        self.decisions = self.optional("DECISIONS", spatial=False)
        self.settings = self.read_settings()

    def register_positions(self) -> Any:
        """What the building layer may say of its registrations, and whether it is listed."""
        from ...core.registers.registration import FORCE_CONCEPTS, STANDING_CONCEPTS, SUB_VALUES

        concepts = (*FORCE_CONCEPTS, *STANDING_CONCEPTS, *SUB_VALUES, "listed", "listing_code")
        found = {concept: self.buildings.find(concept) for concept in concepts}
        if found["preserved"] == self.positions["save_value"]:  # two names that a shapefile cuts to one
            found["preserved"] = None
        # A column of yes and no costs a second reading of the layer; this one is asked for when the rows are written.
        self.listed_flag = None
        self.listed_count = 0
        position = found["listed"]
        if position is not None and self.buildings.source.fields().at(position).type() == QMetaType.Type.Bool:
            self.listed_flag, found["listed"] = position, None
        return found

    def read_settings(self) -> Settings:
        from ...core.designation.classify import Settings
        from ...core.neighbourhood.likeness import Thresholds

        number = self.numbers()
        return Settings(
            **self.neighbour_rule(number),
            thresholds=Thresholds(
                **self.pair_thresholds(number),
                min_neighbours=number["MIN_NEIGHBOURS"],
                uniform_share=number["UNIFORM_SHARE"],
            ),
            rule=self.choice("VALUE4_RULE"),
        )

    def read_and_classify(self) -> None:
        """Read everything, and decide."""
        self.read_data()
        self.classified = self.classified_by(self.settings)
        self.unknown = self.decided.unknown(self.classified.unknown_decisions, self.table, self.withheld)
        self.dial = dial_of(self)
        self.let_memory_go()

    def read_data(self) -> None:
        """Read everything that a designation asks for."""
        from ...core.designation.once import Once
        from ...core.registers.registration import Registration, read_sub_values
        from ...core.registers.rows import read_listed
        from ...core.registers.values import read_save_values

        self.decided = Decided.read(self)
        parcels, context = self.read_layers()
        self.tell(self.decided.told(self.address_of))
        self.raw_save = self.table.columns["save_value"]
        self.save, unreadable = read_save_values(self.raw_save)
        if unreadable:
            self.unreadable["save_value"] = unreadable
        self.sub_values, odd = read_sub_values(self.table.columns)
        self.unreadable |= odd
        self.registration = Registration.read(self.table.columns, len(self.table))
        self.listed, odd = read_listed(self.table.columns, len(self.table))
        self.unreadable |= odd
        self.once = Once(self.rows, parcels, context, self.check)

    def classified_by(self, settings: Settings, sure: bool = True) -> Classified:
        """What the rules in force make of the data that was read; without `sikkerhed` where it is not asked for."""
        from ...core.designation.classify import classify

        return classify(
            self.rows,
            self.save,
            self.raw_save,
            settings,
            decisions=dict(self.decided.decisions),
            check=self.check,
            high_around=self.high_around(),
            registration=self.registration,
            parameters=self.sub_values,
            once=self.once,
            sure=sure,
        )

    def high_around(self) -> Any:
        """The buildings of value 1-3 among those that surround a selection; None where nothing is selected."""
        if self.surroundings is None:
            return None
        import numpy as np

        from ...core.designation.chosen_values import high_values
        from ...core.registers.values import read_save_values

        save, _ = read_save_values(self.surroundings_save)
        return self.surroundings.geometries[np.isin(save, high_values())]

    def let_memory_go(self) -> None:
        """Free what is no longer needed while it is still in the processor's reach, rather than cold at the end."""
        self.table.forget_columns()
        del self.once
        cold = [self.parcel_table]
        if not (self.outputs.wanted("OUTPUT_PAIRS") or self.outputs.wanted("OUTPUT_HTML")):
            cold += [self.table, self.context_table]
            self.classified.buildings.geometries[:] = None
        for table in cold:
            if table is not None:
                table.geometry.geometries[:] = None

    def basis(self) -> Basis:
        """What this run decides by, without its time or place of a file; the decisions with name and day of theirs."""
        from ..outputs.report_parts import versions

        given = [one for one in (self.buildings, self.parcels, self.further) if one is not None]
        named = [(one.parameter, one.name) for one in given]
        if self.decisions is not None:
            named.append((self.decisions.parameter, dated_name(self.decisions)))
        return self.settings.basis(
            self.parcels is not None,
            tuple(named),
            versions("shapely", "numpy"),
        )

    def write_basis(self) -> None:
        """Write into the layer's metadata what it was decided by."""
        from ...core.designation.outcome import summary

        basis = self.basis()
        write_metadata(self.outputs, "OUTPUT", summary(basis), basis.pairs())

    def report(self) -> str:
        """The report as HTML."""
        from .classify_buildings_report import report_of

        return report_of(self)

    def report_to_log(self) -> None:
        from .classify_buildings_log import notes_of_run, result_note

        self.notes = notes_of_run(self)
        self.tell([self.reading(self.buildings.name, self.table), *self.notes, result_note(self.counts())])

    def style_name(self) -> str:
        points = QgsWkbTypes.geometryType(self.buildings.source.wkbType()) == Qgis.GeometryType.Point
        return f"classifybuildings_{'point' if points else 'polygon'}.qml"

    def counts(self) -> dict[str, Any]:
        from ...core.designation.outcome import count_grounds

        grounds = count_grounds(self.classified.designation)
        return {
            "BUILDING_COUNT": len(self.table),
            "DESIGNATED_COUNT": sum(one.designated for one in grounds),
            **{RESULT_NAMES[one.code]: one.buildings for one in grounds},
            "LISTED_COUNT": self.listed_count,
        }
