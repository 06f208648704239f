"""One run of `hearinglist`: read plan and people, work out who is heard, write the folder whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ...core.common.as_on import danish_today
from ...core.common.dates import danish_date
from ...core.common.errors import HeritageError, Note
from ...core.common.law import references
from ...core.common.wording import capitalised
from ...core.hearing.account import (
    HEARD,
    NOT,
    PARTLY,
    REPEATED,
    UNKNOWN_PROPERTY,
    UNTOUCHED,
    WITHOUT_NUMBER,
    Account,
    account_of,
)
from ...core.hearing.deadlines import Hearing, hearing_notes, hearing_of, past_notes, terms
from ...core.hearing.letters import About, day_of_letters
from ...core.hearing.near import chosen_near, near_properties
from ...core.hearing.properties import heard_properties
from ...core.hearing.receivers import DIGITAL, PRINT
from ...core.hearing.rows import OWNER, TENANT, USER, read_other_rows, read_owner_rows
from ...core.plan.state import ADOPTED, DRAFT, PlanState
from ...core.plan.word_facts import municipality_called
from ..export.folder import PackageFolder
from ..inputs.plan_package import PlanPackage, refuse_inside_package
from ..inputs.plan_state import day_of
from ..run import Run
from ..translation import mark, tr
from .reading import PlanRead, read_neighbours, read_package, read_people
from .writing import ALWAYS, FILES, earlier_files, write_hearing


class HearingRun(Run):
    """A run of the tool with its parameters."""

    def results(self) -> dict[str, Any]:
        self.owners = self.source("OWNERS")
        self.others = self.optional("OTHERS", spatial=False)
        self.neighbours = self.optional("NEIGHBOURS", spatial=False)
        folder = PackageFolder("FOLDER", self.text("FOLDER"), self.context.project())
        refuse_inside_package(folder.path)
        # The list of neighbours may be the one in the folder: it is read before it is replaced, and kept beside.
        read = [one for one in (self.owners, self.others) if one is not None]
        folder.refuse_inputs(read, [*ALWAYS, FILES])
        with PlanPackage(self.file("PLAN"), self.context) as package:
            self.heading, self.link = package.heading, package.web_address
            self.hearing = self.hearing_of(package.state)
            self.feedback.setProgress(5)
            plan = read_package(package, self.check)
        self.feedback.setProgress(20)
        account, reasons = self.account(plan)
        self.tell([*hearing_notes(self.hearing), *past_notes(self.hearing, danish_today())])
        self.feedback.setProgress(30)
        blanks = self.write(folder, account, reasons, plan.withheld)
        self.report(account, plan, blanks)
        return {"FOLDER": str(folder.path), **self.paths(folder.path), **counts(account, blanks)}

    # ---- what is given -----------------------------------------------------------------------------------------------

    def hearing_of(self, state: PlanState) -> Hearing:
        """The days of the hearing: those given, else the package's, else the shortest that the law allows."""
        if state.code == ADOPTED:
            raise HeritageError(
                "PLAN: the package is of an adopted plan, and a hearing is on a proposal. Give the package of the "
                "proposal."
            )
        given = {
            name: day_of(self.algorithm, self.parameters, name, self.context) for name in ("HEARING_FROM", "HEARING_TO")
        }
        first = given["HEARING_FROM"] or state.hearing_from
        last = given["HEARING_TO"] or (
            state.hearing_to if given["HEARING_FROM"] in (None, state.hearing_from) else None
        )
        if first is None:
            raise HeritageError(
                "HEARING_FROM: give the first day of the hearing. The package does not say it, and the last day is "
                "worked out from it."
            )
        self.tell(_of_state(state, first, last))
        return hearing_of(first, last, terms()[self.choice("KIND")])

    # ---- who is heard ------------------------------------------------------------------------------------------------

    def account(self, plan: PlanRead) -> tuple[Account, Mapping[str, str]]:
        """The whole hearing, and the reasons that somebody wrote beside near properties."""
        owners = read_people(self.owners, read_owner_rows, self.check, of_properties=True)
        others = None
        if self.others is not None:
            others = read_people(self.others, read_other_rows, self.check, of_properties=False)
        own = heard_properties(plan.heard, self.check)
        near = near_properties(plan.heard, own, self.number("NEARBY"), self.check)
        chosen = {} if self.neighbours is None else read_neighbours(self.neighbours, self.check)
        taken = chosen_near(near, chosen)
        if len(taken) < len(chosen):
            self.tell(
                [
                    Note(
                        "{count:property|properties} of NEIGHBOURS {count:=is|are} not among those within NEARBY of a "
                        "property that is heard, and {count:=gets|get} no letter. Choose a larger NEARBY.",
                        {"count": len(chosen) - len(taken)},
                        warning=True,
                    )
                ]
            )
        self.check()
        return account_of([*own, *taken], near, owners, others, plan.known), chosen

    # ---- what is made ------------------------------------------------------------------------------------------------

    def write(self, folder: PackageFolder, account: Account, reasons: Mapping[str, str], withheld: int) -> int:
        """Write the folder; returns the most blanks of a letter."""
        day = danish_date(day_of_letters(danish_today(), self.hearing))
        about = About(self.heading, municipality_called(), self.link, self.hearing, day)
        self.feedback.setProgressText(tr("The letters are written."))
        with folder:
            folder.refuse_held(earlier_files(folder.path))
            try:
                blanks = write_hearing(
                    folder.staged,
                    account,
                    about,
                    reasons,
                    withheld,
                    self.check,
                    lambda share: self.feedback.setProgress(30 + 65 * share),
                )
            except OSError as error:
                raise HeritageError(
                    "The folder of the hearing could not be written: {error}. Nothing in {folder} was changed.",
                    error=error.strerror or str(error),
                    folder=str(folder.path),
                ) from error
            self.check()
            folder.commit(earlier_files(folder.path), [FILES])
        self.tell(folder.notes)
        self.feedback.setProgress(100)
        return blanks

    def paths(self, folder: Path) -> dict[str, str]:
        """Where each file of the folder is, by the name of its result."""
        return {name: str(folder / file) for name, file in zip(OUTPUTS, ALWAYS)}

    # ---- what is said ------------------------------------------------------------------------------------------------

    def report(self, account: Account, plan: PlanRead, blanks: int) -> None:
        """Numbers alone: no name, no address and no id of anybody is in the log."""
        found = counts(account, blanks)
        values: dict[str, object] = {key.lower(): value for key, value in found.items()}
        self.tell(
            [
                Note(
                    "{property_count:property|properties} of the plan: {heard_count:,} heard, {partly_heard_count:,} "
                    "in part, {not_heard_count:,} not. {letter_count:letter|letters}: {digital_count:,} for digital "
                    "post, {print_count:,} for print.",
                    values,
                )
            ]
        )
        pressing = _to_look_at(found, account, plan)
        self.tell(Note(text, {"count": count}, warning=True) for count, text in pressing if count)
        self.tell_of_tenants(account)
        self.tell(Note(text, {"count": count}) for count, text in _to_know(account, blanks) if count)

    def tell_of_tenants(self, account: Account) -> None:
        if not (account.names(TENANT) and account.names(USER)):
            self.tell(
                [
                    Note(
                        "OWNERS names no tenants or no users of these properties. {law} names them too; the account "
                        "says so.",
                        {"law": capitalised(str(references()["letters"]))},
                        warning=True,
                    )
                ]
            )


OUTPUTS = ("LIST_XLSX", "LIST_CSV", "DIGITAL_POST", "PRINT", "ACCOUNT", "STATEMENT", "README")
"""The results that name the files which are always there, in the order of ALWAYS."""


def counts(account: Account, blanks: int) -> dict[str, int]:
    """The numbers among the results."""
    return {
        "PROPERTY_COUNT": len(account.plan_results),
        "HEARD_COUNT": account.count(HEARD),
        "PARTLY_HEARD_COUNT": account.count(PARTLY),
        "NOT_HEARD_COUNT": account.count(NOT),
        "OWNER_COUNT": account.by_role.get(OWNER, 0),
        "TENANT_COUNT": sum(bool({TENANT, USER} & set(one.roles)) for one in account.letters),
        "OTHER_COUNT": sum(bool(one.parties) for one in account.letters),
        "LETTER_COUNT": len(account.letters),
        "DIGITAL_COUNT": account.sent(DIGITAL),
        "PRINT_COUNT": account.sent(PRINT),
        "UNSENT_COUNT": len(account.unsent),
        "UNMATCHED_COUNT": account.left_because(UNKNOWN_PROPERTY) + account.left_because(WITHOUT_NUMBER),
        "REPEATED_COUNT": account.left_because(REPEATED),
        "NEARBY_COUNT": len(account.near),
        "BLANK_COUNT": blanks,
    }


def _to_look_at(found: Mapping[str, int], account: Account, plan: PlanRead) -> tuple[tuple[int, str], ...]:
    """What a person must look at before the letters are sent: a count, and its text."""
    return (
        (
            found["PARTLY_HEARD_COUNT"] + found["NOT_HEARD_COUNT"],
            mark(
                "{count:property lacks|properties lack} a letter to an owner: see the sheet Mangler in "
                "hoering_regnskab.xlsx for which, and why."
            ),
        ),
        (
            sum(not one.property.key for one in account.plan_results),
            mark(
                "{count:property has|properties have} no number in the plan's layers, so no row of OWNERS can name "
                "{count:=it|them}: make the plan with PARCELS that state the property, or with ejendom_id of the "
                "buildings."
            ),
        ),
        (
            len(account.unsent),
            mark("{count:receiver|receivers} cannot be reached: no id for digital post, and no address."),
        ),
        (
            found["UNMATCHED_COUNT"],
            mark(
                "{count:row|rows} of OWNERS {count:=matches|match} no property in the plan's layers: see the sheet "
                "'I udtrækket, men uden brev'."
            ),
        ),
        (
            plan.withheld,
            mark(
                "{count:designated building|designated buildings} that the register keeps from the public "
                "{count:=is|are} in no letter. Hear {count:=its owner|their owners} apart."
            ),
        ),
        (
            sum(account.unknown_roles.values()),
            mark(
                "{count:row has|rows have} a role that is not known, and {count:=is|are} heard as a user: see the "
                "sheet Bør kontrolleres."
            ),
        ),
    )


def _to_know(account: Account, blanks: int) -> tuple[tuple[int, str], ...]:
    """What a person may like to know: a count, and its text."""
    return (
        (
            account.left_because(UNTOUCHED),
            mark("{count:row is|rows are} of properties that the plan does not touch."),
        ),
        (
            account.left_because(REPEATED),
            mark("{count:row repeats|rows repeat} another, and {count:=leads|lead} to no second letter."),
        ),
        (
            account.repaired_ids,
            mark("{count:id|ids} of nine digits got back the 0 that a spreadsheet takes."),
        ),
        (
            blanks,
            mark(
                "A letter has at most {count:blank|blanks} in brackets, by whom it is to. Fill them in once for "
                "all, in the profile (rules/hearing.json) or the template, and run the tool again."
            ),
        ),
    )


def _of_state(state: PlanState, first: date, last: date | None) -> list[Note]:
    """What the package says of the plan that the letters do not fit."""
    notes = []
    if state.code == DRAFT:
        notes.append(
            Note(
                "The package is of a draft (STATE = 0). The letters speak of a proposal in hearing: make the package "
                "of the proposal before they are sent.",
                warning=True,
            )
        )
    own = (state.hearing_from, state.hearing_to)
    if any(said is not None and given is not None and said != given for said, given in zip(own, (first, last))):
        notes.append(
            Note(
                "The package says that the hearing is from {first} to {last}, and the letters say otherwise. Make the "
                "package anew with the same days.",
                {"first": own[0] or "?", "last": own[1] or "?"},
                warning=True,
            )
        )
    return notes
