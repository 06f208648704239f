"""`hearinglist`: whom to hear about a plan, the letters to them, and the proof that everybody was heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
)

from ...core.common.errors import HeritageError
from ...core.hearing.deadlines import terms
from ..base import HeritageAlgorithm
from ..inputs.plan_package import plan_parameter
from ..inputs.plan_state import day_of
from ..translation import mark, tr, tr_message

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

KINDS = (
    mark("Lokalplan (at least {weeks} weeks)"),
    mark("Lokalplan of minor importance (at least {weeks} weeks)"),
    mark("Lokalplan together with a change of the kommuneplan (at least {weeks} weeks)"),
)
"""What KIND can be, in the order of the terms in `rules/hearing.json`, which say how many weeks."""
COUNT_LABELS = {
    "PROPERTY_COUNT": mark("Properties in the hearing"),
    "HEARD_COUNT": mark("Properties of which all owners get a letter"),
    "PARTLY_HEARD_COUNT": mark("Properties of which some owners get a letter"),
    "NOT_HEARD_COUNT": mark("Properties of which no owner gets a letter"),
    "OWNER_COUNT": mark("Owners who get a letter"),
    "TENANT_COUNT": mark("Tenants and users who get a letter"),
    "OTHER_COUNT": mark("Authorities and associations that get a letter"),
    "LETTER_COUNT": mark("Letters"),
    "DIGITAL_COUNT": mark("Letters for digital post"),
    "PRINT_COUNT": mark("Letters for print"),
    "UNSENT_COUNT": mark("Receivers who cannot be reached"),
    "UNMATCHED_COUNT": mark("Rows of the table that match no property"),
    "REPEATED_COUNT": mark("Rows that repeat another"),
    "NEARBY_COUNT": mark("Properties nearby to decide on"),
    "BLANK_COUNT": mark("Blanks in the letter that has most (letters differ by whom they are to)"),
}
FILE_LABELS = {
    "LIST_XLSX": mark("List of the hearing (Excel)"),
    "LIST_CSV": mark("List of the hearing (CSV)"),
    "DIGITAL_POST": mark("Letters for digital post (CSV)"),
    "PRINT": mark("Letters for print (CSV)"),
    "ACCOUNT": mark("Account of the hearing (Excel)"),
    "STATEMENT": mark("Account of the hearing (Word)"),
    "README": mark("What the folder says of itself"),
}


class HearingList(HeritageAlgorithm):
    """Finds whom a proposal is sent to, writes the letters, and accounts for everybody."""

    NAME = "hearinglist"
    DISPLAY_NAME = "List and letters of the hearing"
    GROUP = "Hearing"
    GROUP_ID = "hoering"
    SHORT_DESCRIPTION = "Finds whom to hear about a plan, writes one letter to each, and proves that nobody is lost."
    SHORT_HELP = (
        "Finds whom to hear about a plan, writes one letter to each, and proves that nobody is lost: every property "
        "with a building that the proposal numbers or in a decided cultural environment is heard, or stands in the "
        "account with the reason why not.\n\n"
        "PLAN is the package of the plan. OWNERS is the municipality's own extract, a row for each owner, tenant or "
        "user and property: ejendom_id or bfe, navn, adresse, postnr, by, rolle (ejer, lejer, bruger; empty: ejer) "
        "and, where there is one, an id for digital post. Who has one id, or else one name and address however they "
        "are written, is one receiver and gets one letter on all that is theirs. OTHERS are authorities, associations "
        "and the kulturmiljøråd (also GeoFA's theme 5717). With NEARBY the properties that lie so near the plan are "
        "listed; whom it affects essentially is for you to decide, in the column hoeres of that list, which is then "
        "read as NEIGHBOURS.\n\n"
        "Without HEARING_TO the last day is the first that the law allows, moved to a working day. A shorter hearing "
        "is refused. The letters are Word files from a template of the municipality's own; what nobody has decided "
        "stands in brackets.\n\n"
        "Names, addresses and ids stand in FOLDER alone: not in the log, the package or the website. FOLDER must not "
        "lie in the package."
    )
    TAGS = (
        *("høring", "høringsliste", "høringsbrev", "ejere", "lejere", "naboer", "digital post", "partshøring", "frist"),
        *("brevfletning", "planloven § 26", "hearing", "letters", "owners", "mail merge"),
    )
    FRONT = ("PLAN", "HEARING_FROM", "HEARING_TO", "NEARBY")
    LIBRARIES = ("numpy", "shapely", "jinja2")

    LASTING = (("FOLDER", "lyngby_heritage/hoering"),)

    PLAN = "PLAN"
    OWNERS = "OWNERS"
    OTHERS = "OTHERS"
    NEARBY = "NEARBY"
    NEIGHBOURS = "NEIGHBOURS"
    KIND = "KIND"
    HEARING_FROM = "HEARING_FROM"
    HEARING_TO = "HEARING_TO"
    FOLDER = "FOLDER"

    TABLES = (
        (OWNERS, mark("Owners, tenants and users"), False),
        (OTHERS, mark("Authorities, associations and the kulturmiljøråd"), True),
        (NEIGHBOURS, mark("List of neighbours with your decision (column hoeres)"), True),
    )

    def declare(self) -> None:
        self.addParameter(plan_parameter())
        for name, label, optional in self.TABLES:
            self.addParameter(
                QgsProcessingParameterFeatureSource(
                    name, tr(label), [QgsProcessing.SourceType.TypeVector], optional=optional
                )
            )
        for name, label in (
            (self.HEARING_FROM, tr("Hearing from (empty: as the package says)")),
            (self.HEARING_TO, tr("Hearing to (last day for answers; empty: the shortest that the law allows)")),
        ):
            self.addParameter(
                QgsProcessingParameterDateTime(
                    name, label, QgsProcessingParameterDateTime.Type.Date, None, optional=True
                )
            )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.KIND,
                tr("Kind of proposal"),
                [tr(one).format(weeks=term.least_weeks) for one, term in zip(KINDS, terms())],
                defaultValue=0,
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.NEARBY,
                tr("List properties outside the plan within (m)"),
                QgsProcessingParameterNumber.Type.Double,
                0.0,
                minValue=0.0,
                maxValue=5000.0,
            )
        )
        self.addParameter(QgsProcessingParameterFolderDestination(self.FOLDER, tr("Folder of the hearing")))
        for name, label in FILE_LABELS.items():
            self.addOutput(QgsProcessingOutputFile(name, tr(label)))
        for name, label in COUNT_LABELS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def refused_values(self, parameters: Any, context: Any) -> Any:
        return super().refused_values(parameters, context) or self._refusal_of_days(parameters, context)

    def _refusal_of_days(self, parameters: Any, context: Any) -> str:
        """Why the two days are refused, where both are given; "" where they are not."""
        from ...core.hearing.deadlines import hearing_of, terms

        first, last = (day_of(self, parameters, one, context) for one in (self.HEARING_FROM, self.HEARING_TO))
        if first is None or last is None:
            return ""
        try:
            hearing_of(first, last, terms()[self.parameterAsEnum(parameters, self.KIND, context)])
        except HeritageError as error:
            return tr_message(error)
        return ""

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..hearing.run import HearingRun

        return HearingRun(self, parameters, context, feedback).results()
