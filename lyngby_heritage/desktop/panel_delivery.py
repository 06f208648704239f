"""Step 6 of the panel: the adopted plan, what is handed over of it, and what has happened since."""

from __future__ import annotations

from pathlib import Path

from ..processing.translation import mark
from .panel_form import (
    DAY,
    FILE,
    FOLDER,
    MAPS,
    PLACE,
    PROJECT,
    REPORT,
    TEXT,
    Ask,
    Known,
    PanelStep,
    StepGroup,
    Turn,
    constant,
    late_turn,
    layer_of,
    made,
    package_of,
    role,
    told,
)
from .panel_hearing import AFTER_HEARING, ANSWERS, BOOK, FROM, PAIRS_AFTER, TO
from .panel_packages import package_folder
from .panel_state import PanelState

DELIVER, ADOPTED, SHEETS, GEOFA, PLANDATA, FOLLOW = "deliver", "adopted", "sheets", "geofa", "plandata", "follow"
PREPARE = Turn(
    "preparebuildings", {"OUTPUT": "bygninger.gpkg", "OUTPUT_UNMATCHED": "uden_bygning.gpkg"}, makes="bygninger"
)
"""Where the data hold no layer of buildings put together, the steps that need one make it first."""


def heard_buildings(known: Known) -> str | None:
    """The buildings as they were designated after the hearing; those of the plan where no white book was made."""
    if BOOK in known.state.done:
        return made(AFTER_HEARING)(known)
    return layer_of("plan", "bygninger")(known)


def heard_pairs(known: Known) -> str | None:
    """The neighbours that those were compared with."""
    plan = package_of("plan")(known)
    of_plan = str(Path(plan) / "arbejdslag" / "naboer.gpkg") if plan is not None else None
    wanted = made(PAIRS_AFTER)(known) if BOOK in known.state.done else of_plan
    return wanted if wanted is not None and Path(wanted).is_file() else None


def _data(known: Known) -> list[str] | None:
    plan = known.packages.get("plan")
    return list(plan.data) or None if plan is not None else None


def adopted_folder(state: PanelState) -> str:
    """The plan that was adopted in this work."""
    return package_folder(state, ADOPTED)


def plots_now(known: Known) -> str | None:
    """The plots of a plan that was made since the adopted one; None where there is none."""
    done = known.state.done
    if ADOPTED in done and ("plan" not in done or done["plan"].when <= done[ADOPTED].when):
        return None
    return layer_of("plan", "ejendomme")(known)


ADOPTED_ON = Ask("ADOPTED", mark("Adopted on"), DAY, True, mark("The day on which the council adopted the plan."))
PUBLISHED_ON = Ask(
    "PUBLISHED",
    mark("Published on"),
    DAY,
    tip=mark("The day of publication in Plandata, from which the plan is in force. Empty: not yet."),
)
PLANID = Ask("PLANID", mark("Plandata's planid"), TEXT, tip=mark("Where the plan stands in Plandata already."))
FOLLOWED = Ask(
    "FOLLOWED",
    mark("Adopted plan"),
    PLACE,
    True,
    mark("The folder of the plan that was adopted, of this year or an earlier one."),
    adopted_folder,
)
HISTORY = Ask(
    "BBR_HISTORY",
    mark("BBR with history"),
    FILE,
    tip=mark(
        "The bitemporal download of BBR's buildings, which tells when something happened. Empty: no days are told."
    ),
)


DELIVERY_STEPS = StepGroup(
    DELIVER,
    mark("Deliver"),
    mark("The plan as it was adopted, what goes to owners and registers, and what has happened a year later."),
    (
        PanelStep(
            ADOPTED,
            mark("Adopted plan"),
            mark("Makes the package anew as adopted, with the designation after the hearing."),
            mark("Make the adopted plan"),
            (
                late_turn(
                    "exportlokalplan",
                    {FOLDER: "vedtaget"},
                    {
                        "BUILDINGS": heard_buildings,
                        "PROPERTIES": layer_of("plan", "ejendomme"),
                        "LANDSCAPE": layer_of("plan", "landskab"),
                        "ENVIRONMENTS": layer_of("plan", "kulturmiljoeer"),
                        "PLANS": layer_of("plan", "lokalplaner"),
                        "PARCELS": role("jordstykker"),
                        "VALLEY": layer_of("plan", "dal"),
                        "PAIRS": heard_pairs,
                        "BOUNDARY": layer_of("plan", "afgraensning"),
                        "DATA": _data,
                        "STATE": constant(2),
                        "HEARING_FROM": told(FROM),
                        "HEARING_TO": told(TO),
                        "ADOPTED": told(ADOPTED_ON),
                        "PUBLISHED": told(PUBLISHED_ON),
                    },
                ),
            ),
            ("plan",),
            summary=mark("The adopted plan designates {BOUND_COUNT:building|buildings}."),
            reports=(
                (mark("Open the plan's project"), PROJECT),
                (mark("Website"), "WEB"),
                (mark("Maps (PDF)"), MAPS),
                (mark("Folder"), FOLDER),
            ),
            asks=(ADOPTED_ON, PUBLISHED_ON),
            uses=("plan", BOOK),
            after={ANSWERS: BOOK},
        ),
        PanelStep(
            SHEETS,
            mark("Property sheets"),
            mark("Writes for each property with a building that the plan names what applies to it."),
            mark("Make the sheets"),
            (
                late_turn(
                    "propertysheet",
                    {FOLDER: "ejendomsark"},
                    {"PLAN": package_of(ADOPTED), "ALL": constant(True)},
                    apart=("PROPERTY",),
                ),
            ),
            (ADOPTED,),
            summary=mark("{SHEET_COUNT:sheet|sheets}."),
            look_at=("SHORTENED_COUNT",),
            lines=(
                (
                    "SHORTENED_COUNT",
                    mark("{SHORTENED_COUNT:sheet|sheets} that leave something out on paper"),
                ),
            ),
            reports=((mark("List of the sheets"), "OVERVIEW"), (mark("Folder"), FOLDER)),
            uses=(ADOPTED,),
        ),
        PanelStep(
            GEOFA,
            mark("GeoFA"),
            mark("Writes the adopted designation as rows for GeoFA, and lists what changes and what is missing."),
            mark("Make the rows for GeoFA"),
            (
                late_turn(
                    "exportgeofa",
                    {"OUTPUT": "geofa.gpkg"},
                    {
                        "BUILDINGS": layer_of(ADOPTED, "bygninger"),
                        "ENVIRONMENTS": layer_of(ADOPTED, "kulturmiljoeer"),
                        "SOURCE_6205": role("bygningsvurdering"),
                    },
                    apart=("STATE", "ADOPTED"),
                ),
            ),
            (ADOPTED,),
            summary=mark("{NEW_COUNT:new row|new rows}, {CHANGED_COUNT:changed row|changed rows}."),
            look_at=("GAP_COUNT", "UNWRITTEN_COUNT"),
            lines=(
                ("GROUP_COUNT", mark("{GROUP_COUNT:cultural environment|cultural environments}")),
                ("ENDED_COUNT", mark("{ENDED_COUNT:row|rows} that no plan designates any more")),
                ("UNTOUCHED_COUNT", mark("{UNTOUCHED_COUNT:row|rows} as before")),
                ("UNWRITTEN_COUNT", mark("{UNWRITTEN_COUNT:row|rows} that could not be written")),
                ("GAP_COUNT", mark("{GAP_COUNT:gap|gaps} to look at in the list")),
            ),
            reports=((mark("List (Excel)"), "LIST_XLSX"), (mark("How the rows are taken in"), "README")),
            uses=(ADOPTED,),
        ),
        PanelStep(
            PLANDATA,
            mark("Plandata"),
            mark("Writes the plan's area and its parts for Plandata, with a sheet that leads through the delivery."),
            mark("Make the files for Plandata"),
            (
                late_turn(
                    "exportplandata",
                    {FOLDER: "plandata"},
                    {"PLAN": package_of(ADOPTED), "PLANID": told(PLANID)},
                    apart=("STATE",),
                ),
            ),
            (ADOPTED,),
            summary=mark("The plan and {AREA_COUNT:part|parts} of it."),
            look_at=("EMPTY_COUNT", "MISSING_COUNT"),
            lines=(
                ("EMPTY_COUNT", mark("{EMPTY_COUNT:empty field|empty fields} that may be required")),
                (
                    "MISSING_COUNT",
                    mark("{MISSING_COUNT:designated building|designated buildings} without ground"),
                ),
            ),
            reports=(
                (mark("How it is delivered"), "HTML"),
                (mark("Fields (Excel)"), "FIELDS"),
                (mark("Folder"), FOLDER),
            ),
            asks=(PLANID,),
            uses=(ADOPTED,),
        ),
        PanelStep(
            FOLLOW,
            mark("A year later"),
            mark(
                "Holds the adopted plan against this year's registers: collect the new downloads in step 1 first. "
                "Nothing is changed by itself."
            ),
            mark("See what has happened"),
            (
                PREPARE,
                late_turn(
                    "followdesignations",
                    {"OUTPUT": "opfoelgning.gpkg", REPORT: "opfoelgning.html"},
                    {
                        "PLAN": told(FOLLOWED),
                        "BUILDINGS": role("bygninger"),
                        "BBR": told(HISTORY),
                        "PLANS": role("lokalplaner"),
                        "PROPERTIES": plots_now,
                    },
                ),
            ),
            ("data",),
            summary=mark("{EVENT_COUNT:event|events} on {FOLLOWED_COUNT:building|buildings}."),
            look_at=("EVENT_COUNT",),
            lines=(
                ("DEMOLISHED_COUNT", mark("{DEMOLISHED_COUNT:,} demolished")),
                ("GONE_COUNT", mark("{GONE_COUNT:,} gone from the registers")),
                ("REBUILT_COUNT", mark("{REBUILT_COUNT:,} rebuilt")),
                ("OTHER_VALUE_COUNT", mark("{OTHER_VALUE_COUNT:,} of another value or listing")),
                ("LOCAL_PLAN_COUNT", mark("{LOCAL_PLAN_COUNT:,} with another lokalplan")),
                ("OUTLINE_COUNT", mark("{OUTLINE_COUNT:,} with another outline")),
                ("NEW_ID_COUNT", mark("{NEW_ID_COUNT:,} with a new id")),
                ("RATIO_COUNT", mark("{RATIO_COUNT:,} over the plot ratio")),
            ),
            reports=((mark("Report"), REPORT),),
            asks=(FOLLOWED, HISTORY),
            uses=("data",),
        ),
    ),
    group=mark("6 Delivery"),
)
