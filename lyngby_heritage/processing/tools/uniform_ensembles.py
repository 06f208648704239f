"""`uniformensembles`: proposals for cultural environments, from groups of alike neighbours (M5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.data import load
from ...core.common.errors import Note
from ...core.common.wording import as_printed
from ..base import HeritageAlgorithm
from ..inputs.environments import ENVIRONMENTS, read_decided_environments
from ..inputs.neighbourhood import (
    FIELD_PARAMETERS,
    NUMBER_PARAMETERS,
    NeighbourhoodRun,
    add_buildings,
    add_neighbours,
    parcels_called,
)
from ..outputs.fields import fields_of
from ..outputs.sinks import Outputs
from ..translation import mark, tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...core.common.arrays import Floats, Geometries
    from ...core.designation.decided_environments import EnvironmentDecisions
    from ...core.ensembles.find import EnsembleSettings
    from ..inputs.sources import Source

ENSEMBLE_FIELDS = (
    ("ensemble_id", QMetaType.Type.Int),
    ("navn", QMetaType.Type.QString),
    ("status", QMetaType.Type.QString),
    ("antal_bygninger", QMetaType.Type.Int),
    ("antal_udpeget", QMetaType.Type.Int),
    ("save_middel", QMetaType.Type.Double),
    ("opfoert_fra", QMetaType.Type.Int),
    ("opfoert_til", QMetaType.Type.Int),
    ("anvendelse", QMetaType.Type.QString),
    ("areal_ha", QMetaType.Type.Double),
    ("antal_save", QMetaType.Type.Int),
    ("antal_andre", QMetaType.Type.Int),
    ("ensartethed", QMetaType.Type.Double),
    ("antal_ensartede", QMetaType.Type.Int),
    ("omrids", QMetaType.Type.QString),
    ("begrundelse", QMetaType.Type.QString),
    ("vaegt", QMetaType.Type.Double),
    ("vaegt_udregning", QMetaType.Type.QString),
    ("beslutning", QMetaType.Type.QString),
    ("besluttet_navn", QMetaType.Type.QString),
    ("besluttet_begrundelse", QMetaType.Type.QString),
)
RESULT_LABELS = {
    "ENSEMBLE_COUNT": mark("Proposed ensembles"),
    "ENSEMBLE_BUILDING_COUNT": mark("Main buildings in them"),
    "MAIN_BUILDING_COUNT": mark("Main buildings compared"),
}
UNKNOWN = -1
"""A SAVE value or a designation that nobody tells."""


class UniformEnsembles(HeritageAlgorithm):
    """Reads buildings and parcels, and writes the groups of alike neighbours with their outline and figures."""

    NAME = "uniformensembles"
    DISPLAY_NAME = "Propose uniform ensembles"
    GROUP = "Building culture"
    GROUP_ID = "bygningskultur"
    MAY_SHARE = (("BUILDINGS", "CONTEXT_BUILDINGS"),)  # a further building that is looked at is that building
    SHORT_DESCRIPTION = "Proposes cultural environments: groups of buildings that are alike, neighbour by neighbour."
    SHORT_HELP = (
        "Proposes cultural environments: groups of main buildings that are alike, neighbour by neighbour, such as a "
        "terrace, a scheme or a quarter built as one.\n\n"
        "Who is a neighbour and from when two are alike is what the designation of buildings uses, with the same "
        "parameters. A group is what hangs together through such pairs, cut where the likeness is weakest until every "
        "building is like most of the others. Its outline follows the properties' parcels, or without parcels the "
        "buildings. Each proposal carries its figures and a reason in Danish, and is ranked by the evidence for it: "
        "designated buildings, SAVE values, age, and likeness inside against outside. A proposal inside a decided "
        "environment carries the decision.\n\n"
        "Uniform is not the same as worthy: these are proposals for people who know the place, and the field 'status' "
        "says so. Give a designated layer (of the tool that designates buildings) to have its designations counted."
    )
    TAGS = (
        *("kulturmiljø", "ensartet", "bebyggelse", "rækkehuse", "kvarter", "samlet plan", "SAVE", "bevaringsværdig"),
        *("ensemble", "cultural environment", "terrace", "uniform"),
    )
    FRONT = ("NEIGHBOUR_METHOD", "MIN_BUILDINGS")

    FIELD_PARAMETERS = FIELD_PARAMETERS
    NUMBER_PARAMETERS = NUMBER_PARAMETERS

    MIN_BUILDINGS = "MIN_BUILDINGS"
    SAME_PROPERTY = "SAME_PROPERTY"
    OUTPUT = "OUTPUT"

    def declare(self) -> None:
        add_buildings(self, tr("Buildings"))
        add_neighbours(self, self.NUMBER_PARAMETERS)
        self.addParameter(
            QgsProcessingParameterNumber(
                self.MIN_BUILDINGS,
                tr("Buildings that make an ensemble, at least"),
                QgsProcessingParameterNumber.Type.Integer,
                load("rules/ensembles.json")["min_buildings"],
                minValue=2,
                maxValue=10_000,
            )
        )
        same = QgsProcessingParameterBoolean(
            self.SAME_PROPERTY, tr("Buildings on one property may be neighbours too"), defaultValue=False
        )
        same.setFlags(same.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(same)
        decided = QgsProcessingParameterFeatureSource(
            ENVIRONMENTS,
            tr("Decided cultural environments"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        )
        self.addParameter(decided)
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Proposed ensembles"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        for name, label in RESULT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        with Outputs(self, parameters, context) as outputs:
            return _Run(self, parameters, context, feedback, outputs).results()


class _Run(NeighbourhoodRun):
    """One run of the tool, step by step."""

    algorithm: UniformEnsembles
    decisions: EnvironmentDecisions | None
    settled: list[int]
    decision_notes: Sequence[Note] = ()

    def results(self) -> dict[str, Any]:
        self.open_layers()
        for concept in ("designated", "address"):
            self.positions[concept] = self.buildings.find(concept)
        settings = self.read_settings()
        environments = self.optional(ENVIRONMENTS)
        inputs = (self.buildings, self.parcels, self.further, environments)
        self.outputs.prepare(("OUTPUT",), [one for one in inputs if one is not None])
        self.read_and_group(settings)
        self.read_decisions(environments)
        self.feedback.setProgress(80)
        self.report_to_log()
        self.write()
        self.outputs.close()
        self.outputs.style("OUTPUT", "uniformensembles.qml", "forslag til kulturmiljoeer")
        self.check()
        return {**self.outputs.commit(), **self.counts()}

    def read_settings(self) -> EnsembleSettings:
        from ...core.ensembles.find import EnsembleSettings
        from ...core.neighbourhood.likeness import Thresholds

        number = self.numbers()
        return EnsembleSettings(
            **self.neighbour_rule(number),
            thresholds=Thresholds(
                **self.pair_thresholds(number),
                min_neighbours=number["MIN_NEIGHBOURS"],
                uniform_share=number["UNIFORM_SHARE"],
            ),
            min_buildings=self.number("MIN_BUILDINGS", whole=True),
            same_property=self.flag("SAME_PROPERTY"),
        )

    def read_and_group(self, settings: EnsembleSettings) -> None:
        from ...core.ensembles.find import find_ensembles
        from ...core.registers.values import read_flags, read_save_values

        parcels, further = self.read_layers()
        save, self.unreadable_save = self.read_column("save_value", read_save_values)
        designated, unreadable = self.read_column("designated", read_flags)
        for concept, values in (("save_value", self.unreadable_save), ("designated", unreadable)):
            if values:
                self.unreadable[concept] = values
        # A proposal is public and a group small: its figures would tell what the register keeps of one building.
        save[self.withheld], designated[self.withheld] = UNKNOWN, UNKNOWN
        self.found = find_ensembles(self.rows, save, designated, settings, parcels, further, self.check)

    def read_decisions(self, environments: Source | None) -> None:
        """The decisions on environments, None without a layer of them, and the one that settles each proposal."""
        from ...core.designation.decided_environments import settled_by

        self.decisions, self.settled = None, []
        if environments is not None:
            self.decisions, self.decision_notes = read_decided_environments(environments, self.crs, self.check)
            shapes = self.found.outlines.geometries
            self.settled = settled_by(shapes, self.decisions.geometries, self.check).tolist()

    def read_column(self, concept: str, reader: Callable[..., Any]) -> tuple[Any, dict[str, int]]:
        """A column by its reader; all unknown where the layer has none."""
        import numpy as np

        raw = self.table.columns.get(concept)
        return (np.full(len(self.table), UNKNOWN, dtype=np.int8), {}) if raw is None else reader(raw)

    def report_to_log(self) -> None:
        from ...core.designation import notes as findings
        from ...core.neighbourhood.property_notes import flats_for_properties

        table, found, labels = self.table, self.found, self.rows.labels
        notes = [self.reading(self.buildings.name, table)]
        if len(table):
            notes += findings.unreadable_values(self.unreadable)
            notes += findings.of_buildings(
                found.buildings,
                self.rows,
                [labels[row] for row in table.geometry.repaired.tolist()],
                [labels[row] for row in table.geometry.missing.tolist()],
                table.fields,
                self.address_of,
            )
            off = len(found.graph.off_property)
            notes += findings.of_parcels(off, off == int(found.buildings.main.sum()))
            notes += flats_for_properties(found.buildings, found.graph)
        else:
            notes.append(findings.empty_layer())
        notes += self.selection_notes()
        for source, other in ((self.parcels, self.parcel_table), (self.further, self.context_table)):
            if other is not None:
                notes += findings.other_geometries(
                    source.name, len(other.geometry.repaired), len(other.geometry.missing)
                )
        notes += self.decision_notes
        counts = self.counts()
        notes.append(
            Note(
                "{ensembles:ensemble|ensembles} proposed, with {members:,} of {all:main building|main buildings}.",
                {
                    "ensembles": counts["ENSEMBLE_COUNT"],
                    "members": counts["ENSEMBLE_BUILDING_COUNT"],
                    "all": counts["MAIN_BUILDING_COUNT"],
                },
            )
        )
        if counts["ENSEMBLE_COUNT"]:
            notes.append(
                Note(
                    "{uniform:of them is|of them are} uniform with the neighbours as the designation has it "
                    "(MIN_NEIGHBOURS {least}, UNIFORM_SHARE {share}). That is counted in 'antal_ensartede', and "
                    "decides on no proposal.",
                    {
                        "uniform": int(found.figures.uniform.sum()),
                        "least": self.numbers()["MIN_NEIGHBOURS"],
                        "share": self.numbers()["UNIFORM_SHARE"],
                    },
                )
            )
        self.tell(notes)

    def write(self) -> None:
        import shapely

        fields = fields_of(ENSEMBLE_FIELDS)
        self.warn_of_cut_texts("OUTPUT")
        writer = self.outputs.sink("OUTPUT", fields, Qgis.WkbType.MultiPolygon, self.crs)
        shapes = self.found.outlines.geometries
        writer.add_rows(fields, shapely.to_wkb(_as_multi(shapes)).tolist(), self.columns(), self.check)

    def columns(self) -> list[list[Any]]:
        """The values of ENSEMBLE_FIELDS, a list each."""
        import numpy as np
        import shapely

        from ...core.ensembles.outlines import SOURCES
        from ...core.ensembles.reasons import reason, use_words

        f, outlines = self.found.figures, self.found.outlines
        every = range(self.found.groups.count)
        sources = outlines.sources.tolist()
        has_designation = self.positions["designated"] is not None
        known = f.assessed > 0
        share = np.divide(f.alike, f.pairs, out=np.full(len(f.pairs), np.nan), where=f.pairs > 0)
        return [
            [number + 1 for number in every],
            self.names(),
            self.statuses(),
            f.buildings.tolist(),
            [one if yes and has_designation else None for one, yes in zip(f.designated.tolist(), known.tolist())],
            _rounded(f.mean_value, 2),
            _whole(f.first_year),
            _whole(f.last_year),
            [use_words(code) for code in f.use.value.tolist()],
            _rounded(shapely.area(outlines.geometries) / 10_000, 4),
            f.valued.tolist(),
            f.others.tolist(),
            _rounded(share, 6),  # a document rounds it once more: 92 of 97 is 94.8 %, and 0.9485 would be 94.9 %
            f.uniform.tolist(),
            [SOURCES[one] for one in sources],
            [reason(f, sources[number], number) for number in every],
            _rounded(f.weight, 4),
            list(f.weight_told),
            *self.decided_columns(),
        ]

    def decided_columns(self) -> list[list[str | None]]:
        """What was decided on the environment that each proposal lies in: the decision, its name and its reason."""
        decisions = self.decisions
        if decisions is None:
            return [[None] * self.found.groups.count for _ in range(3)]
        reasons = decisions.texts["begrundelse"]
        return [
            [None if one < 0 else decisions.choice(one) for one in self.settled],
            [None if one < 0 else decisions.names[one] or None for one in self.settled],
            [None if one < 0 else reasons[one] or None for one in self.settled],
        ]

    def statuses(self) -> list[str]:
        """What each is: a proposal that nobody has decided on, or one that is decided or refused."""
        from ...core.ensembles.reasons import STATUS, status_of

        if self.decisions is None:
            return [STATUS] * self.found.groups.count
        return [STATUS if one < 0 else status_of(bool(self.decisions.designate[one])) for one in self.settled]

    def names(self) -> list[str]:
        """What each ensemble is called."""
        from ...core.ensembles.names import ensemble_names

        groups = self.found.groups
        addresses: list[list[str]] = [[] for _ in range(groups.count)]
        column = self.table.columns.get("address")
        if column is not None:
            column = [None if hidden else one for one, hidden in zip(column, self.withheld.tolist())]
        if column is not None:
            group_of = groups.of(len(self.found.buildings))[self.found.buildings.row_building]
            for group, address in zip(group_of.tolist(), column):
                if group >= 0 and address:
                    addresses[group].append(str(address))
        every = [""] * len(self.table) if column is None else [str(one or "") for one in column]
        known: Any = None, ()
        if self.parcel_table is not None:
            known = self.parcel_table.geometry.geometries, parcels_called(self.parcel_table)
        shapes = self.table.geometry.geometries
        return ensemble_names(addresses, self.found.outlines.geometries, shapes, every, *known)

    def counts(self) -> dict[str, Any]:
        return {
            "ENSEMBLE_COUNT": self.found.groups.count,
            "ENSEMBLE_BUILDING_COUNT": len(self.found.groups.building),
            "MAIN_BUILDING_COUNT": int(self.found.buildings.main.sum()),
        }


def _rounded(values: Floats, decimals: int) -> list[float | None]:
    return [None if value != value else as_printed(value, decimals) for value in values.tolist()]


def _whole(values: Floats) -> list[int | None]:
    return [None if value != value else int(value) for value in values.tolist()]


def _as_multi(shapes: Geometries) -> Geometries:
    import shapely

    parts, part = shapely.get_parts(shapes, return_index=True)
    return shapely.multipolygons(parts, indices=part) if len(parts) else shapes
