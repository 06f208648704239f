"""The dialog in which a decision on a building, or on a cultural environment, is written."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ..core.common.as_on import danish_now, danish_today
from ..core.common.errors import HeritageError
from ..core.designation.decisions import Decision
from ..core.designation.written import Verdict, checked
from ..core.plan.card_facts import Facts
from ..processing.decisions.file import write_decision, write_environment
from ..processing.decisions.place import DecisionsPlace
from ..processing.translation import tr
from .card_reader import Proposal
from .running import said_of

WHO = "lyngby_heritage/initialer"
"""The setting that keeps the initials, which are typed once and are nobody's login."""
SOURCE = "lyngby_heritage/kilde"
"""The source last written, for a meeting decides on several buildings."""
TEXTS = ("fortaelling", "baerende_vaerdier", "saarbarhed", "anbefaling")


class VerdictForm(QWidget):
    """What every decision is asked: yes or no, the reason first, then source, date and initials."""

    def __init__(self, written: Decision | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self.reason = QPlainTextEdit()
        self.reason.setObjectName("begrundelse")
        self.reason.setTabChangesFocus(True)
        self.reason.setMinimumHeight(110)
        self.reason.setPlaceholderText(tr("What was seen, and why it decides: the owner reads it."))
        form.addRow(tr("Reason"), self.reason)
        self.yes, self.no = QRadioButton(tr("Designate")), QRadioButton(tr("Do not designate"))
        self.yes.setObjectName("udpeg")
        self.no.setObjectName("udpeg_ikke")
        group = QButtonGroup(self)
        choice = QHBoxLayout()
        for button in (self.yes, self.no):
            group.addButton(button)
            choice.addWidget(button)
        choice.addStretch()
        form.addRow(tr("Decision"), choice)
        settings = QgsSettings()
        self.source = QLineEdit(str(settings.value(SOURCE, "")))
        self.source.setObjectName("kilde")
        self.source.setPlaceholderText(tr("Such as the committee, the meeting and the case number"))
        form.addRow(tr("Source"), self.source)
        today = danish_today()
        self.day = QDateEdit(QDate(today.year, today.month, today.day))
        self.day.setObjectName("dato")
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd.MM.yyyy")
        self.day.setMaximumDate(self.day.date())
        form.addRow(tr("Date of the decision"), self.day)
        self.who = QLineEdit(str(settings.value(WHO, "")))
        self.who.setObjectName("hvem")
        self.who.setMaximumWidth(90)
        form.addRow(tr("Initials"), self.who)
        if written is not None:
            (self.yes if written.designate else self.no).setChecked(True)
            self.reason.setPlainText(written.reason)
            self.source.setText(written.source or self.source.text())
            if written.day is not None:
                self.day.setDate(QDate(written.day.year, written.day.month, written.day.day))

    def verdict(self) -> Verdict:
        """What was typed; HeritageError that says what is missing. The initials are kept for the next time."""
        chosen = True if self.yes.isChecked() else False if self.no.isChecked() else None
        day = self.day.date().toString("yyyy-MM-dd")
        made = checked(chosen, self.reason.toPlainText(), self.source.text(), day, self.who.text(), danish_today())
        settings = QgsSettings()
        settings.setValue(WHO, made.who)
        settings.setValue(SOURCE, made.source)
        return made


class _WritingDialog(QDialog):
    """A form over the buttons OK and Cancel, that stays open while what was typed can't be written."""

    def __init__(self, title: str, place: DecisionsPlace, written: Decision | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.place = place
        self.setWindowTitle(title)
        self.resize(520, 420)
        self.form = VerdictForm(written, self)
        self.column = QVBoxLayout(self)
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.setStyleSheet("color: #a01818")
        self.problem.hide()
        self.buttons = QDialogButtonBox(self)
        self.buttons.addButton(tr("Write the decision"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)

    def finish_layout(self) -> None:
        """Put the place, what is wrong and the buttons under the form."""
        self.form.reason.textChanged.connect(self.problem.hide)
        where = QLabel(tr("Written into {file}. It holds from the next run.").format(file=str(self.place.file)))
        where.setWordWrap(True)
        where.setStyleSheet("color: #6b655c")
        self.column.addWidget(where)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.buttons)

    def save(self) -> None:
        """Write it, or say why not and keep what was typed."""
        try:
            self.write()
        except HeritageError as error:
            self.problem.setText(said_of(error))
            self.problem.show()
            return
        self.accept()

    def write(self) -> None:
        """Write what was typed."""
        raise NotImplementedError


class DecideDialog(_WritingDialog):
    """Asks for a decision on a building, and writes it."""

    def __init__(
        self, place: DecisionsPlace, facts: Facts, written: Decision | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Decision on {address}").format(address=facts.address or facts.id), place, written, parent)
        self.facts = facts
        self.column.addWidget(self.form)
        self.finish_layout()

    def write(self) -> None:
        """Write the decision on the building."""
        now = danish_now()
        write_decision(self.place, self.facts.id, self.facts.address, self.form.verdict(), now)


class EnvironmentDialog(_WritingDialog):
    """Asks for a decision on a cultural environment with its texts, and writes it."""

    def __init__(self, place: DecisionsPlace, proposal: Proposal, parent: QWidget | None = None) -> None:
        super().__init__(tr("Decision on a cultural environment"), place, None, parent)
        self.proposal = proposal
        self.name = QLineEdit(proposal.name)
        self.name.setObjectName("navn")
        form = QFormLayout()
        form.addRow(tr("Name"), self.name)
        self.column.addLayout(form)
        self.column.addWidget(self.form)
        further = QFormLayout()
        self.texts: dict[str, QPlainTextEdit] = {}
        labels = (tr("Story"), tr("Bearing values"), tr("Vulnerability"), tr("Recommendation"))
        for column, label in zip(TEXTS, labels):
            self.texts[column] = QPlainTextEdit()
            self.texts[column].setTabChangesFocus(True)
            self.texts[column].setMaximumHeight(64)
            further.addRow(label, self.texts[column])
        self.column.addLayout(further)
        self.finish_layout()

    def write(self) -> None:
        """Write the decision on the environment."""
        texts = {column: box.toPlainText().strip() for column, box in self.texts.items()}
        given, now = self.proposal, danish_now()
        write_environment(self.place, self.name.text(), given.outline, given.crs, self.form.verdict(), now, texts)
