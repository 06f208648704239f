"""One run of `hearingreport`: read what came in, hold it against what came of it, write the books and the tables."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import Qgis, QgsProcessingUtils
from qgis.PyQt.QtCore import QMetaType

from ...core.common.as_on import danish_today
from ...core.common.cells import cell_text
from ...core.common.dates import danish_date
from ...core.common.errors import HeritageError, Note, listed
from ...core.comparison.compare import KEPT, NOBODY, compare_designations
from ...core.comparison.outcome import Standing, comparison_outcome
from ...core.documents import document_template, word_document
from ...core.hearing.rows import read_owner_rows
from ...core.plan.word_facts import municipality_called
from ...core.report.comparison import standing_words
from ...core.report.document import document_page
from ...core.white_book.annex import APART_CONCEPTS, kinds_apart
from ...core.white_book.book import Book, ChangeMade, white_book
from ...core.white_book.carried_over import carry_notes, carry_over
from ...core.white_book.decided import broken_promises, decision_rows
from ...core.white_book.participants import Outcome
from ...core.white_book.places import find_buildings, place_notes
from ...core.white_book.public import Discreet, is_private
from ...core.white_book.text import DOCUMENT, Hearing, white_book_text
from ...core.white_book.working_table import decisions_table_rows
from ..export.folder import PackageFolder
from ..hearing.reading import read_people
from ..inputs.designation_layer import DesignationLayer
from ..inputs.plan_package import refuse_inside_package
from ..inputs.plan_state import day_of
from ..inputs.sources import measuring_crs
from ..outputs.fields import fields_of
from ..outputs.report_parts import made_at
from ..run import Run
from .files import FolderFiles
from .inputs import MORE, STANDING, earlier_decisions, known_buildings, package_of, read_answer_table

if TYPE_CHECKING:
    from ...core.comparison.compare import Side
    from ...core.hearing.rows import OwnerRows
    from ...core.white_book.decided import DecisionRow

DECISION_FIELDS = tuple(
    (name, QMetaType.Type.QString) for name in ("bygning_id", "beslutning", "begrundelse", "kilde", "dato", "adresse")
)
PUBLIC = ("OUTPUT", "OUTPUT_HTML")
UNNAMED = "lokalplanforslaget"
NOTHING_ASKED = (
    "Nothing was asked for but the counts: give FOLDER for the table to work in, or OUTPUT or OUTPUT_HTML for the "
    "white book."
)


class WhiteBookRun(Run):
    """A run with its parameters."""

    algorithm: Any
    """The tool, whose module asks for this one."""

    def results(self) -> dict[str, Any]:
        if self.given("FOLDER"):
            refuse_inside_package(PackageFolder("FOLDER", self.text("FOLDER")).path)
        self.source_of_answers = self.source("ANSWERS")
        self.layer = DesignationLayer(self, "BEFORE", self.text("BEFORE_ID_FIELD"), MORE)
        self.later = DesignationLayer(self, "AFTER", self.text("AFTER_ID_FIELD"), MORE) if self.given("AFTER") else None
        self.owners = self.optional("OWNERS", spatial=False)
        self.earlier = self.optional("DECISIONS", spatial=False)
        self.assessed = self.optional("ASSESSED", spatial=False)
        sources = [self.source_of_answers, self.layer.source, *([self.later.source] if self.later else [])]
        sources += [one for one in (self.owners, self.earlier, self.assessed) if one is not None]
        self.outputs.prepare((*PUBLIC, "OUTPUT_DECISIONS"), sources)
        if not any(map(self.outputs.wanted, (*PUBLIC, "OUTPUT_DECISIONS", "FOLDER"))):
            self.tell([Note(NOTHING_ASKED, warning=True)])
        self.read()
        self.feedback.setProgress(30)
        self.refuse_unfinished()
        self.refuse_broken()
        self.compare()
        self.feedback.setProgress(45)
        return self.write(sources)

    # ---- read --------------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the answers and the buildings, and find out what each answer is about."""
        self.crs = measuring_crs(self.layer.source, self.feedback)
        self.before = self.layer.read(self.crs, self.check)
        self.after: Side | None = self.later.read(self.crs, self.check) if self.later else None
        self.known = known_buildings(self.layer, self.before)
        table = read_answer_table(self, self.source_of_answers, self.crs)
        self.answers = table.answers
        if self.assessed is not None:
            found = carry_over(self.answers, read_answer_table(self, self.assessed, self.crs).answers)
            self.answers = found.answers
            self.tell(carry_notes(self.assessed.name, found))
        self.found = find_buildings(self.answers, table.drawn, self.known, self.check)
        name = self.source_of_answers.name
        self.tell([*self.answers.notes, *place_notes(name, self.answers, self.found)])
        self.decided = decision_rows(name, self.answers, self.found, self.known)
        self.hearing = self.hearing_told()
        self.owner_rows = self.read_owners()
        self.discreet = Discreet.of(self.answers, self.owner_rows.names if self.owner_rows else ())

    def hearing_told(self) -> Hearing:
        """What the plan is called and when it was in hearing: as given, else as the package of BEFORE says."""
        heading = self.text("TITLE").strip()
        start, end = (
            day_of(self.algorithm, self.parameters, name, self.context) for name in ("HEARING_FROM", "HEARING_TO")
        )
        package = package_of(self.layer.source, self.context)
        if package is not None:
            heading = heading or package.heading
            start, end = start or package.state.hearing_from, end or package.state.hearing_to
        return Hearing(heading or UNNAMED, start, end, self.text("WEB_ADDRESS").strip())

    def read_owners(self) -> OwnerRows | None:
        """The rows of OWNERS; None where it was not given."""
        if self.owners is None:
            return None
        return read_people(self.owners, read_owner_rows, self.check, True)

    def refuse_unfinished(self) -> None:
        """HeritageError when a public version is asked for and an answer lacks its assessment or its consequence."""
        wanted = [name for name in PUBLIC if self.outputs.wanted(name)]
        lacking = [one.label for one, point in self.answers.points() if not point.assessed]
        if wanted and lacking:
            raise HeritageError(
                "{parameters} cannot be written: {count:answer lacks|answers lack} an assessment (vurdering) or a "
                "consequence (konsekvens): {answers}. Fill them in, or ask for FOLDER alone, which holds the table to "
                "work in.",
                parameters=", ".join(wanted),
                count=len(dict.fromkeys(lacking)),
                answers=listed(list(dict.fromkeys(lacking)), 40),
            )

    def refuse_broken(self) -> None:
        """HeritageError when the designation afterwards does not carry out what an answer was promised."""
        if self.after is None:
            if self.decided and any(self.outputs.wanted(name) for name in PUBLIC):
                raise HeritageError(
                    "{count:answer carries|answers carry} a decision on a building (beslutning), and AFTER was not "
                    "given: nothing says whether it was carried out. Give AFTER, the buildings as classifybuildings "
                    "designated them with OUTPUT_DECISIONS.",
                    count=len({label for one in self.decided for label in one.labels}),
                )
            return
        says = dict(zip(self.after.ids, (None if one < 0 else bool(one) for one in self.after.designated.tolist())))
        broken = broken_promises(self.decided, self.known, says)
        if broken:
            raise HeritageError(
                "{count:decision|decisions} of the hearing {count:=is|are} not carried out in {layer} (AFTER): "
                "{decisions}. Designate again with OUTPUT_DECISIONS as DECISIONS, or mend beslutning in the answers.",
                count=len(broken),
                layer=self.later.source.name if self.later else "",
                decisions=listed([self.promise(one.decision, one.there) for one in broken], 40),
            )

    def promise(self, decision: DecisionRow, there: bool) -> str:
        name = self.known.addresses[decision.row] or self.known.ids[decision.row]
        gone = "" if there else " (findes ikke i AFTER)"
        return f"svar {', '.join(decision.labels)}: {name} {decision.choice}{gone}"

    # ---- compare -----------------------------------------------------------------------------------------------------

    def compare(self) -> None:
        """What changed, and how each building stood and stands."""
        self.changes: list[ChangeMade] | None = None
        self.comparison: Any = None
        apart = kinds_apart({one: self.layer.more[one] for one in APART_CONCEPTS})
        self.outcomes: dict[int, Outcome] = {
            row: Outcome(
                standing_words(self.standing(self.before, row)),
                "",
                apart[row],
                self.standing(self.before, row).designated,
                cell_text(self.layer.more[STANDING][row]) or "",
            )
            for row in range(len(self.before))
        }
        if self.after is None:
            return
        compared = compare_designations(self.before, self.after, self.check)
        self.comparison = comparison_outcome(compared, self.before, self.after, self.check)
        changed = np.flatnonzero(compared.change != KEPT)
        rows = compared.matched.before[changed].tolist()
        for old, new in zip(compared.matched.before.tolist(), compared.matched.after.tolist()):
            if old != NOBODY:
                after = self.standing(self.after, new) if new != NOBODY else Standing(False, None, None)
                was = self.outcomes[old]
                self.outcomes[old] = replace(was, after=standing_words(after), designated=after.designated)
        self.changes = [
            ChangeMade(
                name=one.name,
                before=standing_words(one.before),
                after=standing_words(one.after),
                reason=one.reason,
                row=row if row != NOBODY else -1,
                withheld=one.withheld,
                added=one.after.designated is True and one.before.designated is not True,
                still=self.outcomes[row].elsewhere(one.name) if row != NOBODY else "",
            )
            for one, row in zip(self.comparison.buildings, rows)
        ]

    @staticmethod
    def standing(side: Side, row: int) -> Standing:
        said = int(side.designated[row])
        return Standing(True, side.grounds[row], None if said < 0 else bool(said))

    def book(self, public: bool) -> Book:
        return white_book(
            self.answers,
            self.found,
            self.known,
            self.discreet,
            public,
            self.hearing.end,
            self.changes,
            self.decided,
        )

    # ---- write -------------------------------------------------------------------------------------------------------

    def write(self, sources: Sequence[Any]) -> dict[str, Any]:
        """Write what is asked for; it arrives together or not at all."""
        public = self.book(True)
        text = white_book_text(public, self.hearing)
        if self.outputs.wanted("OUTPUT"):
            facts = self.facts("Offentlig udgave", "Offentlig udgave: uden privatpersoners navne og svarenes ordlyd.")
            self.outputs.write_bytes("OUTPUT", word_document(text, document_template(), facts, self.check))
        if self.outputs.wanted("OUTPUT_HTML"):
            title = f"Hvidbog: {self.hearing.heading}"
            self.outputs.write_text("OUTPUT_HTML", document_page(text, title, "Høring", made_at(), self.check))
        self.feedback.setProgress(60)
        decisions = earlier_decisions(self, self.earlier)
        decisions += decisions_table_rows(
            self.decided, self.known, self.discreet.text, f"Høringen af {self.hearing.heading}"
        )
        if self.outputs.wanted("OUTPUT_DECISIONS"):
            fields = fields_of(DECISION_FIELDS)
            writer = self.outputs.sink("OUTPUT_DECISIONS", fields, Qgis.WkbType.NoGeometry, self.crs)
            columns = [list(one) for one in zip(*decisions)] if decisions else [[] for _ in DECISION_FIELDS]
            writer.add_rows(fields, [None] * len(decisions), columns, self.check)
        self.outputs.close()
        if self.outputs.wanted("OUTPUT_DECISIONS"):
            self.outputs.style("OUTPUT_DECISIONS", "", "beslutninger")
        self.feedback.setProgress(70)
        destinations = self.put_in_place(sources)
        without = sum(not point.summary for _, point in self.answers.points())
        if without and any(self.outputs.wanted(name) for name in PUBLIC):
            self.tell(
                [
                    Note(
                        "{count:point has|points have} no summary (resume): the public version has an empty place for "
                        "it, since the answers' own words stand in the internal version only.",
                        {"count": without},
                        warning=True,
                    )
                ]
            )
        return {**destinations, **self.counts(public)}

    def put_in_place(self, sources: Sequence[Any]) -> dict[str, Any]:
        if not self.given("FOLDER"):
            return self.outputs.commit()
        folder = PackageFolder("FOLDER", self.text("FOLDER"), self.context.project())
        files = FolderFiles(self, folder)
        folder.refuse_inputs(sources, files.names)
        earlier = files.earlier()
        work = Path(tempfile.mkdtemp(prefix="hvidbog-", dir=QgsProcessingUtils.tempFolder()))
        try:
            with folder:
                files.write(work)
                destinations = self.outputs.commit(lambda together: folder.commit(earlier, (), together))
        finally:
            shutil.rmtree(work, ignore_errors=True)
        self.tell(folder.notes)
        return {**destinations, "FOLDER": str(folder.path)}

    def facts(self, state: str, sentence: str) -> dict[str, str]:
        """What the template of the Word files may ask for; `state` says which version it is, `sentence` who sees it."""
        return {
            "titel": self.hearing.heading,
            "dokument": DOCUMENT,
            "tilstand": state,
            "tilstand_tekst": sentence,
            "dato": danish_date(danish_today()),
            "kommune": municipality_called(),
        }

    def counts(self, book: Book) -> dict[str, int]:
        by_consequence: Mapping[str, int] = dict(book.summary.consequences)
        return {
            "ANSWER_COUNT": book.summary.answers,
            "SENDER_COUNT": book.summary.senders,
            "LATE_COUNT": book.summary.late,
            "WITHOUT_PLACE_COUNT": book.summary.without_place,
            "UNASSESSED_COUNT": sum(not point.assessed for _, point in self.answers.points()),
            "DECISION_COUNT": len(self.decided),
            "MET_COUNT": by_consequence.get("imoedekommet", 0),
            "PARTLY_COUNT": by_consequence.get("delvist", 0),
            "CHANGED_COUNT": by_consequence.get("aendret", 0),
            "NO_CONSEQUENCE_COUNT": by_consequence.get("ingen", 0),
            "PRIVATE_COUNT": sum(is_private(one.kind) for one in self.answers.answers),
            "BUILDING_CHANGE_COUNT": 0 if self.changes is None else len(self.changes),
        }
