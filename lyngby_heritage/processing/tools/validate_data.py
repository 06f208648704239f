"""`validatedata`: is the data fit for the other tools?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.common.as_on import danish_now
from ...core.common.errors import HeritageError, Note
from ...core.common.lines import as_lines
from ..base import HeritageAlgorithm
from ..inputs.parameters import is_blank
from ..inputs.roles import parcels_as_zones
from ..inputs.terrain_checked import terrain_layer
from ..inputs.unopened import apart
from ..inputs.validation import crs_to_measure_in, denmark_in, layer_of, short_names, unopened_layer
from ..outputs.fields import fields_of
from ..outputs.sinks import Outputs
from ..run import Run
from ..translation import mark, tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ...core.validation.heights import Heights
    from ...core.validation.inputs import Inputs
    from ..inputs.sources import Source

FIELDS = (
    ("lag", QMetaType.Type.QString),
    ("objekt_id", QMetaType.Type.QString),
    ("alvor", QMetaType.Type.QString),
    ("regel", QMetaType.Type.QString),
    ("tekst", QMetaType.Type.QString),
    ("indgang", QMetaType.Type.QString),
    ("raekke", QMetaType.Type.LongLong),
    ("antal", QMetaType.Type.Int),
)
COUNTS = {"ERROR_COUNT": "fejl", "WARNING_COUNT": "advarsel", "INFO_COUNT": "oplysning"}
STYLE = "validatedata.qml"

_ANY = QgsProcessing.SourceType.TypeVector
_AREA = QgsProcessing.SourceType.TypeVectorPolygon
_POINT = QgsProcessing.SourceType.TypeVectorPoint
_LINE = QgsProcessing.SourceType.TypeVectorLine


class ValidateData(HeritageAlgorithm):
    """Reads whatever layers it is given, and writes what is wrong with them and between them."""

    NAME = "validatedata"
    DISPLAY_NAME = "Validate data"
    GROUP = "Data"
    GROUP_ID = "data"
    SHORT_DESCRIPTION = "Says what is wrong with the data, where it is, and what can be done."
    SHORT_HELP = (
        "Says whether the data are fit for the other tools: one finding per fault, with what is wrong, what to do, and "
        "where it is.\n\n"
        "Give the layers that you mean to use, as many as you have; those given together are also held against each "
        "other. 'fejl' must be corrected before the data are used, 'advarsel' should be looked at, 'oplysning' is good "
        "to know. What holds for a whole layer, such as degrees or years that are not known, is told once for the "
        "layer.\n\n"
        "Each finding is a point on the object, so that it can be zoomed to; one for a whole layer lies in the middle "
        "of it, and one on a table row without a building has no place.\n\n"
        "A municipality turns a rule off, or changes its level or limits, in a file of its own given as RULES."
    )
    TAGS = (
        *("datatjek", "datakvalitet", "fejl", "kontrol", "SAVE", "FBB", "BBR", "matrikel", "lokalplan", "Plandata"),
        *("quality", "check", "errors"),
    )

    LIBRARIES = ("numpy", "shapely", "jinja2")
    # One layer of buildings may be several of them; and a list of themes may hold every layer that there is.
    MAY_SHARE = (
        *combinations(("BUILDINGS", "SAVE", "FOOTPRINTS", "BBR", "CONTEXT_BUILDINGS"), 2),
        *((one, "SAVE_SECOND") for one in ("BUILDINGS", "FOOTPRINTS", "BBR", "CONTEXT_BUILDINGS")),
        *(("LAYERS", one) for one in ("PARCELS", "ZONES", "PLANS", "TWO_STOREY_AREAS", "ZONE_MAP", "WATERCOURSES")),
        *(("LAYERS", one) for one in ("BOUNDARY", "ENVIRONMENTS")),
        *(("ZONES", one) for one in ("TWO_STOREY_AREAS", "PARCELS", "PLANS")),
        ("PARCELS", "PLANS"),
    )
    RARELY_SHARE = (("PARCELS", "ZONES"),)

    DEM = "DEM"
    MUNICIPALITY = "MUNICIPALITY"
    RULES = "RULES"
    LAYERS = "LAYERS"
    OUTPUT = "OUTPUT"
    OUTPUT_HTML = "OUTPUT_HTML"

    SOURCES = (
        ("BUILDINGS", mark("Buildings"), (_POINT, _AREA)),
        ("SAVE", mark("SAVE values (FBB)"), (_POINT, _AREA)),
        ("SAVE_SECOND", mark("A second source of SAVE values"), (_POINT, _AREA)),
        ("FOOTPRINTS", mark("Building outlines (GeoDanmark)"), (_POINT, _AREA)),
        ("BBR", mark("BBR's buildings"), (_ANY,)),
        ("CONTEXT_BUILDINGS", mark("Further buildings that count as neighbours"), (_POINT, _AREA)),
        ("FLOORS", mark("BBR's storeys"), (_ANY,)),
        ("UNITS", mark("BBR's units"), (_ANY,)),
        ("PARCELS", mark("Parcels"), (_AREA,)),
        ("ZONES", mark("Zones (frames of the kommuneplan)"), (_AREA,)),
        ("PLANS", mark("Lokalplaner"), (_AREA,)),
        ("SUB_AREAS", mark("Sub-areas of the lokalplaner (delområder)"), (_AREA,)),
        ("TWO_STOREY_AREAS", mark("Areas where two storeys are possible"), (_AREA,)),
        ("ZONE_MAP", mark("Zone map (Plandata)"), (_AREA,)),
        ("DECISIONS", mark("Decisions on single buildings"), (_ANY,)),
        ("ENVIRONMENTS", mark("Decided cultural environments"), (_AREA,)),
        ("WATERCOURSES", mark("Watercourses"), (_LINE, _AREA)),
        ("BOUNDARY", mark("Boundary of the municipality"), (_AREA,)),
        ("OWNERS", mark("Owners, tenants and users"), (_ANY,)),
        ("OTHERS", mark("Authorities, associations and the kulturmiljøråd"), (_ANY,)),
        ("ANSWERS", mark("Answers of the hearing"), (_ANY,)),
    )
    RESULTS = (
        ("FINDING_COUNT", mark("Findings")),
        ("ERROR_COUNT", mark("Errors")),
        ("WARNING_COUNT", mark("Warnings")),
        ("INFO_COUNT", mark("Information")),
    )

    def declare(self) -> None:
        for name, label, kinds in self.SOURCES:
            self.addParameter(QgsProcessingParameterFeatureSource(name, tr(label), list(kinds), optional=True))
        self.addParameter(QgsProcessingParameterRasterLayer(self.DEM, tr("Terrain model"), optional=True))
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.LAYERS, tr("Theme layers"), QgsProcessing.SourceType.TypeVectorAnyGeometry, optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.MUNICIPALITY, tr("Code of the municipality (empty: from the data)"), optional=True
            )
        )
        rules = QgsProcessingParameterFile(self.RULES, tr("The municipality's own rules"), optional=True)
        rules.setFileFilter(tr("Rule tables (*.json)"))
        rules.setFlags(rules.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(rules)
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Findings"), QgsProcessing.SourceType.TypeVectorPoint)
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT_HTML, tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=False
            )
        )
        for name, label in self.RESULTS:
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))
        self.addOutput(QgsProcessingOutputString("FINDINGS", tr("Findings by layer and rule")))

    def layer_parameters(self) -> list[str]:
        """The parameters that take what is validated."""
        return [*(name for name, _, _ in self.SOURCES), self.DEM, self.LAYERS]

    def checked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        names = self.layer_parameters()
        readable, _ = apart(parameters, names)  # a file that is cut off is a finding
        fine, why = super().checked(readable, context)
        if not fine:
            return fine, why
        if all(is_blank(parameters.get(name)) for name in names):
            return False, tr("Nothing to validate: give at least one of {names}.").format(names=", ".join(names))
        why = code_refusal(self.parameterAsString(parameters, self.MUNICIPALITY, context))
        return not why, why

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        with Outputs(self, parameters, context) as outputs:
            readable, unopened = apart(parameters, self.layer_parameters())
            return _Run(self, readable, context, feedback, outputs).results_with(unopened)


def code_refusal(text: str) -> str:
    """Why a text is no code of a municipality, in words for the person who gave it; "" for a code and for nothing."""
    code = text.strip()
    if not code or _is_code(code):
        return ""
    return tr("MUNICIPALITY: '{code}' is no code of a municipality; expected digits such as 0173 or 173.").format(
        code=code
    )


def _is_code(text: str) -> bool:
    digits = text.lstrip("0")
    return digits.isdigit() and len(digits) == 3 and len(text) <= 4


class _Run(Run):
    """One run of the tool, step by step."""

    algorithm: ValidateData
    unopened: Sequence[tuple[str, str]] = ()
    """Parameter and file of what is there and cannot be opened."""

    def results_with(self, unopened: Sequence[tuple[str, str]]) -> dict[str, Any]:
        """Do the work with these files told of, which cannot be opened."""
        self.unopened = unopened
        return self.results()

    def results(self) -> dict[str, Any]:
        from ...core.validation.findings import by_rule
        from ...core.validation.run import validate

        self.table = self.rule_table()
        self.sources = self.open_sources()
        self.outputs.prepare(("OUTPUT", "OUTPUT_HTML"), self.sources)
        data = self.read_all()
        self.tell(reading(data))
        self.tell(parcels_as_zones(layer.name) for _, other in data.doubtful for layer in data.of(other))
        self.tell(unread(data))
        self.findings = validate(data, self.table, lambda share: self.feedback.setProgress(30 + 60 * share))
        self.tell(outcome(self.findings, self.counts()))
        self.write()
        self.outputs.close()
        self.outputs.style("OUTPUT", STYLE, "alvor")
        if self.outputs.wanted("OUTPUT_HTML"):
            self.outputs.write_text("OUTPUT_HTML", self.report(data))
        self.check()
        return {**self.outputs.commit(), **self.counts(), "FINDINGS": as_lines(by_rule(self.findings))}

    def report(self, data: Inputs) -> str:
        import numpy as np

        from ..outputs.report_parts import inputs, map_of
        from .validate_data_report import report_html

        pairs = list(zip(self.sources, data.layers))
        parcels, layer = next((pair for pair in pairs if pair[0].parameter == "PARCELS"), (None, ()))
        withheld = np.array([one.withheld for one in self.findings], dtype=bool)
        drawn = map_of(self.outputs, "OUTPUT", STYLE, self.context, parcels, len(layer), withheld)
        sources = inputs([(source, len(layer)) for source, layer in pairs])
        return report_html(self.findings, data, sources, self.file("RULES"), drawn)

    def rule_table(self) -> Any:
        from ...core.validation.rule_table import built_in, changed_by

        file = self.file("RULES")
        if not file:
            return built_in()
        try:
            text = Path(file).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise HeritageError("RULES: {file} cannot be read ({error}).", file=file, error=str(error)) from error
        return changed_by(built_in(), file, text)

    def open_sources(self) -> list[Source]:
        sources = [self.source(name) for name, _, _ in self.algorithm.SOURCES if self.given(name)]
        if self.given("LAYERS"):
            sources += [one.source for one in self.layers_of("LAYERS")]
        return sources

    def read_all(self) -> Inputs:
        from ...core.registers.municipalities import of_another_profile
        from ...core.validation.inputs import Inputs, told_of_each_other
        from ...core.validation.places import municipality_code, municipality_of

        self.crs = crs_to_measure_in(self.sources, self.feedback)
        denmark = denmark_in(self.crs, self.context)
        layers = []
        for number, (source, name) in enumerate(zip(self.sources, short_names(self.sources))):
            self.feedback.setProgress(30 * number / len(self.sources))
            layers.append(layer_of(source, name, self.crs, denmark, self.check))
        if self.given("DEM"):
            layers.append(terrain_layer(self.algorithm, self.parameters, self.context, self.crs, self.check))
        layers = told_of_each_other(layers)
        layers += [unopened_layer(name, file) for name, file in self.unopened]
        code, said_by = municipality_code(self.text("MUNICIPALITY").strip()), ""
        if not code:
            code, said_by = municipality_of(layers)
            self.tell([_municipality(code, said_by)])
        self.tell(of_another_profile([code]))
        return Inputs(
            layers,
            code,
            danish_now().year,
            denmark,
            self.check,
            self.doubtful_roles(),
        )

    def write(self) -> None:
        import numpy as np
        import shapely

        from ...core.common.geometry import on_the_millimetre

        fields = fields_of(FIELDS)
        self.warn_of_cut_texts("OUTPUT")
        writer = self.outputs.sink("OUTPUT", fields, Qgis.WkbType.Point, self.crs)
        found = self.findings
        columns = (
            [one.layer.name for one in found],
            [one.object_id for one in found],
            [one.level for one in found],
            [one.rule for one in found],
            [one.text for one in found],
            [one.layer.role for one in found],
            [one.row_id for one in found],
            [one.count for one in found],
        )
        places = np.array([one.point for one in found] + [None], dtype=object)[:-1]
        points = shapely.to_wkb(on_the_millimetre(places)).tolist()
        writer.add_rows(fields, points, columns, self.check)

    def counts(self) -> dict[str, Any]:
        levels = [one.level for one in self.findings]
        return {"FINDING_COUNT": len(levels), **{name: levels.count(level) for name, level in COUNTS.items()}}


def _municipality(code: str, layer: str) -> Note:
    """Which municipality the data are taken to be of."""
    from ...core.registers.municipalities import municipality_name

    if code:
        return Note(
            "The data are of {name} (municipality {code}), says {layer}: rows of another municipality are told. "
            "Another is chosen by its code (MUNICIPALITY).",
            {"name": municipality_name(code), "code": code.zfill(4), "layer": layer},
        )
    return Note(
        "The data do not say which municipality they are of, so rows of another are not looked for. Give its code "
        "(MUNICIPALITY)."
    )


def reading(data: Inputs) -> Iterator[Note]:
    """Which fields of each layer were read, so that a wrong guess is seen."""
    for layer in data.layers:
        if layer.heights is not None:
            yield from _terrain(layer.name, layer.heights)
            continue
        fields = ", ".join(dict.fromkeys(layer.fields.values())) or "-"
        yield Note(
            "{role}: {layer}, {rows:row|rows}; fields read: {fields}.",
            {"role": role_words(layer.role), "layer": layer.name, "rows": len(layer), "fields": fields},
        )


def _terrain(name: str, heights: Heights) -> Iterator[Note]:
    """Which terrain model was read, where it could be."""
    if not heights.refused:
        yield Note("Terrain model: {layer}, cells of {cell} m.", {"layer": name, "cell": round(heights.cell, 2)})


def role_words(parameter: str) -> str:
    """What the dialog calls an input."""
    labels = {name: label for name, label, _ in ValidateData.SOURCES} | {ValidateData.DEM: mark("Terrain model")}
    return tr(labels.get(parameter, "Theme layers"))


def unread(data: Inputs) -> Iterator[Note]:
    """Which layers could not be read whole: of these nothing else is said."""
    for layer in data.layers:
        if layer.unread:
            yield Note(
                "{role}: {layer} cannot be read whole and is not checked; the others are.",
                {"role": role_words(layer.role), "layer": layer.name},
                warning=True,
            )


def outcome(findings: Any, counts: dict[str, int]) -> Iterator[Note]:
    """How many findings, and of which rules."""
    from collections import Counter

    from ...core.common.data import load
    from ...core.validation.rule_table import TABLE

    words = load(TABLE)["levels"]
    rules = Counter((one.level, one.title) for one in findings)
    for (level, rule), count in rules.items():
        yield Note("{level}: {rule} ({count})", {"level": words[level]["legend"], "rule": rule, "count": count})
    yield Note(
        "{all:finding|findings}: {errors:error|errors}, {warnings:warning|warnings}, {notes:piece|pieces} of "
        "information.",
        {
            "all": counts["FINDING_COUNT"],
            "errors": counts["ERROR_COUNT"],
            "warnings": counts["WARNING_COUNT"],
            "notes": counts["INFO_COUNT"],
        },
        warning=counts["ERROR_COUNT"] > 0,
    )
