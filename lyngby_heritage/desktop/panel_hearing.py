"""Step 5 of the panel: the hearing, from whom to hear to the white book."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..core.common.errors import HeritageError
from ..processing.export.folder import sha256
from ..processing.translation import mark
from .panel_form import (
    DAY,
    FILE,
    FOLDER,
    METRES,
    REPORT,
    Ask,
    Known,
    PanelStep,
    StepGroup,
    answer,
    late_turn,
    layer_of,
    made,
    package_of,
    role,
    told,
    told_outright,
)
from .panel_state import PanelState

HEARING, LETTERS, ANSWERS, BOOK = "hearing", "letters", "answers", "white_book"
WORKBOOK, LAYER = "arbejdsskema.xlsx", "arbejdsskema.gpkg"
"""The two forms of the working table."""
ANSWERS_FOLDER = "hoeringssvar"
AFTER_HEARING, PAIRS_AFTER = "udpegning_efter_hoering.gpkg", "naboer_efter_hoering.gpkg"
"""What was designated after the hearing, and with which neighbours."""
DECISIONS = "beslutninger_efter_hoering.gpkg"


def last_day(state: PanelState) -> str:
    """The last day of the shortest hearing that the law allows, as `hearinglist` moves it; empty without a first."""
    from ..core.hearing.deadlines import hearing_of, terms

    try:
        first = date.fromisoformat(str(state.told.get(FROM.key, "")))
    except ValueError:
        return ""
    kinds, kind = terms(), int(state.settings.get("KIND", 0))
    return hearing_of(first, None, kinds[kind if kind < len(kinds) else 0]).last.isoformat()


def working_tables(state: PanelState) -> tuple[list[str], list[str]]:
    """The forms of the working table that are there, and those of them that somebody has worked in."""
    done = state.done.get(ANSWERS)
    folder = Path(str(done.results.get(FOLDER, ""))) if done is not None else None
    there = [str(folder / one) for one in (WORKBOOK, LAYER) if folder is not None and (folder / one).is_file()]
    if folder is None or not there:
        return [], []
    from ..processing.outputs.folder_contents import contents_of  # which needs the libraries, and so has run

    made = contents_of(folder)
    return there, [one for one in there if made.get(Path(one).name) != sha256(Path(one))]


def working_table(state: PanelState) -> str:
    """The form that somebody has worked in; the workbook while nobody has, and none where both have been."""
    there, changed = working_tables(state)
    return "" if len(changed) > 1 else next(iter(changed or there), "")


def assessed(known: Known) -> str | None:
    """The working table with what was written in it, where somebody has; HeritageError where both forms were."""
    changed = working_tables(known.state)[1]
    said = str(known.state.told.get(TABLE.key, ""))
    if len(changed) > 1 and said not in changed:
        raise HeritageError(
            "Both {workbook} and {layer} in {folder} have been worked on. Choose in 'Working table' which of them "
            "holds.",
            workbook=WORKBOOK,
            layer=LAYER,
            folder=str(Path(changed[0]).parent),
        )
    return said if said in changed else next(iter(changed), None)


def answers_folder(known: Known) -> str:
    """Where the working table goes: beside one that somebody has worked in, never over it."""
    changed = working_tables(known.state)[1]
    base, number = Path(known.state.output) / ANSWERS_FOLDER, 1
    if not changed:
        done = known.state.done.get(ANSWERS)
        before = str(done.results.get(FOLDER, "")) if done is not None else ""
        return before or str(base)
    while (place := base.with_name(f"{ANSWERS_FOLDER}_{number}" if number > 1 else ANSWERS_FOLDER)).exists():
        number += 1
    return str(place)


def _book(known: Known) -> str | None:
    return answer(TABLE, known.state) or None


OWNERS = Ask(
    "OWNERS",
    mark("Owners"),
    FILE,
    True,
    mark(
        "The municipality's own extract: a row for each owner, tenant or user and property. The project keeps where "
        "it lies, and no name."
    ),
)
OTHERS = Ask("OTHERS", mark("Others to hear"), FILE, tip=mark("Authorities, associations and the kulturmiljøråd."))
FROM = Ask(
    "HEARING_FROM",
    mark("Hearing from"),
    DAY,
    True,
    mark("First day of the hearing, typed as 4.1.2027 or picked in the calendar. It stands in the letters."),
)
TO = Ask(
    "HEARING_TO",
    mark("Hearing to"),
    DAY,
    tip=mark("Last day for answers. Empty: the shortest hearing that the law allows."),
    proposed=last_day,
)
NEARBY = Ask(
    "NEARBY",
    mark("Neighbours within"),
    METRES,
    tip=mark("Lists properties outside the plan that lie so near. Whom it affects is for you to decide."),
)
NEIGHBOURS = Ask(
    "NEIGHBOURS",
    mark("Neighbours to hear"),
    FILE,
    tip=mark("That list, in whose column 'hoeres' you have written which of them are heard."),
)
GIVEN_ANSWERS = Ask(
    "ANSWERS",
    mark("Answers"),
    FILE,
    True,
    mark("The answers of the hearing as they came: a row for each answer, or for each point of one."),
)
TABLE = Ask(
    "TABLE",
    mark("Working table"),
    FILE,
    True,
    mark("The table of the answers with your assessment, consequence and decision of each."),
    proposed=working_table,
)

_BUILDINGS = layer_of("plan", "bygninger")
_DAYS = {"HEARING_FROM": told(FROM), "HEARING_TO": told(TO)}
_SENT = ("NOT_HEARD_COUNT", "PARTLY_HEARD_COUNT", "UNSENT_COUNT", "UNMATCHED_COUNT")

HEARING_STEPS = StepGroup(
    HEARING,
    mark("Hearing"),
    mark("From whom to hear about the plan, to what became of their answers. Nothing is sent by itself."),
    (
        PanelStep(
            LETTERS,
            mark("Whom to hear"),
            mark(
                "Finds whom the plan is sent to, writes a letter to each, and accounts for every property. The letters "
                "are about a proposal: make the plan as one first ('Plan', 'More choices …', 'State of the plan')."
            ),
            mark("Make list and letters"),
            (
                late_turn(
                    "hearinglist",
                    {FOLDER: "hoering"},
                    {
                        "PLAN": package_of("plan"),
                        "OWNERS": told(OWNERS),
                        "OTHERS": told(OTHERS),
                        "HEARING_FROM": told(FROM),
                        "HEARING_TO": told_outright(TO),
                        "NEARBY": told(NEARBY),
                        "NEIGHBOURS": told(NEIGHBOURS),
                    },
                ),
            ),
            ("plan",),
            summary=mark("{LETTER_COUNT:letter|letters} on {HEARD_COUNT:property|properties}."),
            look_at=_SENT,
            lines=(
                ("NOT_HEARD_COUNT", mark("{NOT_HEARD_COUNT:property|properties} of which no owner gets a letter")),
                ("PARTLY_HEARD_COUNT", mark("{PARTLY_HEARD_COUNT:property|properties} of which some owners get none")),
                ("UNSENT_COUNT", mark("{UNSENT_COUNT:receiver|receivers} who cannot be reached")),
                ("UNMATCHED_COUNT", mark("{UNMATCHED_COUNT:row|rows} of the owners that match no property")),
                ("NEARBY_COUNT", mark("{NEARBY_COUNT:property|properties} nearby to decide on")),
                ("BLANK_COUNT", mark("At most {BLANK_COUNT:blank|blanks} in a letter, for you to fill in")),
            ),
            reports=(
                (mark("List (Excel)"), "LIST_XLSX"),
                (mark("Account (Excel)"), "ACCOUNT"),
                (mark("Folder"), FOLDER),
            ),
            asks=(OWNERS, OTHERS, FROM, TO, NEARBY, NEIGHBOURS),
            uses=("plan",),
        ),
        PanelStep(
            ANSWERS,
            mark("Answers"),
            mark(
                "Finds the building that each answer is about, and makes the table in which you write assessment, "
                "consequence and decision. When more answers come, run it again: what was written stays."
            ),
            mark("Make the working table"),
            (
                late_turn(
                    "hearingreport",
                    {},
                    {"ANSWERS": told(GIVEN_ANSWERS), "BEFORE": _BUILDINGS, "ASSESSED": assessed, **_DAYS},
                    apart=("WEB_ADDRESS",),
                    places={FOLDER: answers_folder},
                ),
            ),
            ("plan",),
            summary=mark("{ANSWER_COUNT:answer|answers}. {UNASSESSED_COUNT:,} to assess."),
            look_at=("UNASSESSED_COUNT", "WITHOUT_PLACE_COUNT"),
            lines=(
                ("UNASSESSED_COUNT", mark("{UNASSESSED_COUNT:point|points} without assessment or consequence")),
                ("WITHOUT_PLACE_COUNT", mark("{WITHOUT_PLACE_COUNT:point|points} about no building that was found")),
                ("LATE_COUNT", mark("{LATE_COUNT:answer|answers} after the last day")),
                ("DECISION_COUNT", mark("{DECISION_COUNT:building|buildings} with a decision")),
            ),
            reports=((mark("Working table (Excel)"), f"{FOLDER}/{WORKBOOK}"), (mark("Folder"), FOLDER)),
            asks=(GIVEN_ANSWERS,),
            uses=("plan",),
        ),
        PanelStep(
            BOOK,
            mark("White book"),
            mark(
                "Designates again with the decisions of the table, holds the result against what was promised, and "
                "writes what became of each answer."
            ),
            mark("Make the white book"),
            (
                late_turn(
                    "hearingreport",
                    {"OUTPUT_DECISIONS": DECISIONS},
                    {"ANSWERS": _book, "BEFORE": _BUILDINGS, "DECISIONS": role("beslutninger"), **_DAYS},
                    apart=("WEB_ADDRESS",),
                ),
                late_turn(
                    "classifybuildings",
                    {"OUTPUT": AFTER_HEARING, "OUTPUT_PAIRS": PAIRS_AFTER, REPORT: "udpegning_efter_hoering.html"},
                    {
                        "BUILDINGS": _BUILDINGS,
                        "PARCELS": role("jordstykker"),
                        "DECISIONS": made(DECISIONS),
                    },
                    unshown=("OUTPUT_PAIRS",),
                ),
                late_turn(
                    "hearingreport",
                    {"OUTPUT": "hvidbog.docx", REPORT: "hvidbog.html", FOLDER: "hvidbog_intern"},
                    {
                        "ANSWERS": _book,
                        "BEFORE": _BUILDINGS,
                        "AFTER": made(AFTER_HEARING),
                        "OWNERS": told(OWNERS),
                        **_DAYS,
                    },
                    apart=("WEB_ADDRESS",),
                ),
            ),
            ("plan", ANSWERS),
            summary=mark("{ANSWER_COUNT:answer|answers}. {BUILDING_CHANGE_COUNT:building|buildings} changed."),
            lines=(
                ("MET_COUNT", mark("{MET_COUNT:point|points} met")),
                ("PARTLY_COUNT", mark("{PARTLY_COUNT:point|points} partly met")),
                ("CHANGED_COUNT", mark("{CHANGED_COUNT:point|points} that led to another change")),
                ("NO_CONSEQUENCE_COUNT", mark("{NO_CONSEQUENCE_COUNT:point|points} without a change")),
            ),
            reports=(
                (mark("White book (Word)"), "OUTPUT"),
                (mark("White book (web)"), REPORT),
                (mark("Internal folder"), FOLDER),
            ),
            asks=(TABLE,),
            uses=("plan", ANSWERS),
            more=False,
        ),
    ),
    group=mark("5 Hearing"),
)
