"""`hearingreport`: the white book of a hearing, and what goes with it (M12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ...core.common.errors import Note
from ..base import HeritageAlgorithm
from ..inputs.parameters import BUILDINGS, TABLE, layer, optional_field, report
from ..inputs.web_address import refusal_of_web_address
from ..outputs.sinks import Outputs
from ..translation import mark, tr, tr_message

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

RESULT_LABELS = {
    "ANSWER_COUNT": mark("Answers"),
    "SENDER_COUNT": mark("Senders"),
    "LATE_COUNT": mark("Answers after the deadline"),
    "WITHOUT_PLACE_COUNT": mark("Points about no building that could be found"),
    "UNASSESSED_COUNT": mark("Points without assessment or consequence"),
    "DECISION_COUNT": mark("Decisions on buildings"),
    "MET_COUNT": mark("Points that were met"),
    "PARTLY_COUNT": mark("Points that were partly met"),
    "CHANGED_COUNT": mark("Points that led to another change"),
    "NO_CONSEQUENCE_COUNT": mark("Points without a change"),
    "PRIVATE_COUNT": mark("Answers of private persons"),
    "BUILDING_CHANGE_COUNT": mark("Buildings that changed"),
}


class HearingReport(HeritageAlgorithm):
    """Reads the answers, finds what they are about, and accounts for what became of them."""

    NAME = "hearingreport"
    DISPLAY_NAME = "White book of a hearing"
    GROUP = "Hearing"
    GROUP_ID = "hoering"
    SHORT_DESCRIPTION = "From the answers of a hearing to the table to work in, the decisions and the white book."
    SHORT_HELP = (
        "From the answers of a hearing to the table to work in, the decisions and the white book.\n\n"
        "First give ANSWERS (a row for each answer, or for each point of one) and BEFORE, the buildings that went to "
        "the hearing, and a FOLDER: it gets a workbook and a layer in which each answer is led to its building, by id, "
        "property, address or a place drawn on the map, with empty cells for summary, assessment, consequence (ingen, "
        "aendret, imoedekommet, delvist) and decision (udpeg, udpeg_ikke).\n\n"
        "Then give the table filled in as ANSWERS, and OUTPUT_DECISIONS: the decisions as the tool that designates "
        "buildings reads them, with those that stood before where DECISIONS names them. Designate again with them, "
        "and give the result as AFTER: the white book says what was "
        "changed because of the hearing and what was not, and why. A decision that AFTER does not carry out stops the "
        "run, and so does an answer without assessment or consequence where a public version is asked for.\n\n"
        "The public versions (OUTPUT for Word, OUTPUT_HTML) hold no names of private persons and no answer's own "
        "words, but their summaries. FOLDER is internal: names, full texts, and a page for each who took part."
    )
    TAGS = (
        *("hvidbog", "høring", "høringssvar", "høringsnotat", "svar", "indsigelse", "borger", "lokalplan"),
        *("white book", "hearing", "answers", "consultation"),
    )
    FRONT = ("HEARING_TO", "TITLE")
    LASTING = (("FOLDER", "lyngby_heritage/hoeringssvar"),)
    LIBRARIES = ("numpy", "shapely", "jinja2")

    ANSWERS = "ANSWERS"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    OWNERS = "OWNERS"
    DECISIONS = "DECISIONS"
    ASSESSED = "ASSESSED"
    TITLE = "TITLE"
    HEARING_FROM = "HEARING_FROM"
    HEARING_TO = "HEARING_TO"
    WEB_ADDRESS = "WEB_ADDRESS"
    OUTPUT = "OUTPUT"
    OUTPUT_HTML = "OUTPUT_HTML"
    OUTPUT_DECISIONS = "OUTPUT_DECISIONS"
    FOLDER = "FOLDER"

    def declare(self) -> None:
        self.addParameter(layer(self.ANSWERS, tr("Answers of the hearing"), TABLE))
        self.addParameter(layer(self.BEFORE, tr("Buildings that went to the hearing (classified)"), BUILDINGS))
        self.addParameter(layer(self.AFTER, tr("Buildings after the hearing (classified again)"), BUILDINGS, True))
        self.addParameter(layer(self.OWNERS, tr("Owners, whose names no public version holds"), TABLE, True))
        self.addParameter(layer(self.DECISIONS, tr("Decisions that stood before the hearing, to be kept"), TABLE, True))
        self.addParameter(
            layer(self.ASSESSED, tr("Working table of an earlier run, with what was written in it"), TABLE, True)
        )
        self.addParameter(optional_field("BEFORE_ID_FIELD", tr("Field before: building id"), self.BEFORE))
        self.addParameter(optional_field("AFTER_ID_FIELD", tr("Field after: building id"), self.AFTER))
        self.addParameter(QgsProcessingParameterString(self.TITLE, tr("What the plan is called"), optional=True))
        for name, label in (
            (self.HEARING_FROM, tr("Hearing from")),
            (self.HEARING_TO, tr("Hearing to (last day for answers)")),
        ):
            kind = QgsProcessingParameterDateTime.Type.Date
            self.addParameter(QgsProcessingParameterDateTime(name, label, kind, None, optional=True))
        self.addParameter(
            QgsProcessingParameterString(
                self.WEB_ADDRESS, tr("Where the white book will stand (https://…)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT,
                tr("White book, public (Word)"),
                tr("Word files (*.docx)"),
                optional=True,
                createByDefault=False,
            )
        )
        self.addParameter(report(self.OUTPUT_HTML))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT_DECISIONS,
                tr("Decisions, for the tool that designates"),
                QgsProcessing.SourceType.TypeVector,
                None,
                optional=True,
                createByDefault=False,
            )
        )
        self.addParameter(
            QgsProcessingParameterFolderDestination(
                self.FOLDER, tr("Folder to work in (internal)"), optional=True, createByDefault=True
            )
        )
        for name, label in RESULT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def refused_values(self, parameters: Any, context: Any) -> Any:
        said = super().refused_values(parameters, context)
        if said:
            return said
        first, last = (
            self.parameterAsDateTime(parameters, name, context) for name in (self.HEARING_FROM, self.HEARING_TO)
        )
        if first.isValid() and last.isValid() and last < first:
            days: dict[str, object] = {"first": first.date().toPyDate(), "last": last.date().toPyDate()}
            return tr_message(Note("HEARING_TO ({last}) is before HEARING_FROM ({first}).", days))
        refused = refusal_of_web_address(self, parameters, context)
        if refused:
            return refused
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        if output and not output.lower().endswith(".docx"):
            return tr("{parameter}: {file} must end in .docx.").format(parameter=self.OUTPUT, file=output)
        return ""

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..white_book.run import WhiteBookRun

        with Outputs(self, parameters, context) as outputs:
            return WhiteBookRun(self, parameters, context, feedback, outputs).results()
