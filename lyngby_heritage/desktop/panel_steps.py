"""The steps of the panel, in the order of the work. A further step is a further entry of `STEPS`, and no code.

What a tool is given that the main job also gives it, the job's own table says (`rules/main_job.json`): here stands what
belongs to the panel alone, which is files, names and words.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..core.common.profile_reading import shipped
from ..core.plan.state import PROPOSAL
from ..core.plan.steps import plan
from ..processing.collect.survey import MADE_FOLDER
from ..processing.inputs.plan_state import STATE
from ..processing.translation import mark
from .panel_delivery import DELIVERY_STEPS, PREPARE
from .panel_form import (
    COLLECTED_LAYERS,
    FOLDER,
    MAPS,
    PACKAGE,
    PROJECT,
    REPORT,
    Ask,
    Known,
    PanelStep,
    StepGroup,
    Turn,
    Value,
    made,
    told_outright,
)
from .panel_hearing import FROM, HEARING_STEPS, TO
from .panel_state import COLLECTED

DESIGNATE = "designate"
"""The step whose thresholds can be moved."""


def _folder(known: Known) -> str | None:
    return known.state.folder or None


def _layers(known: Known) -> list[str] | None:
    return list(known.layers) or None


def _roles(known: Known) -> list[str] | None:
    return list(known.roles) or None


def _municipality(known: Known) -> str | None:
    return known.state.municipality or None


def _of_proposal(ask: Ask) -> Value:
    """A day of the hearing, for the plan that a person asked for as a proposal; a draft has none."""
    return lambda known: told_outright(ask)(known) if known.state.settings.get(STATE) == PROPOSAL else None


def _profiles(_known: Known) -> list[int]:
    return list(range(len(shipped())))


def _terrain(known: Known) -> str | None:
    return known.terrain or None


STEPS: tuple[PanelStep, ...] = (
    PanelStep(
        "data",
        mark("Data"),
        mark("Choose the folder that the downloads lie in. What there is, and what is missing, is shown below."),
        mark("Collect the data"),
        (
            Turn(
                "collectdata",
                {"OUTPUT": COLLECTED, REPORT: "data.html"},
                {"INPUT": _folder, "LAYERS": _layers, "ROLES": _roles, "MUNICIPALITY": _municipality},
            ),
        ),
        summary=mark("{LAYER_COUNT:layer|layers} put together."),
        reports=((mark("What was taken for what"), REPORT),),
        group=mark("1 Data"),
        loads=COLLECTED_LAYERS,
    ),
    PanelStep(
        "check",
        mark("Check"),
        mark("Looks for what is wrong in the data, and shows where."),
        mark("Check the data"),
        (
            PREPARE,
            Turn("validatedata", {"OUTPUT": "fund.gpkg", REPORT: "kontrol.html"}),
        ),
        ("data",),
        summary=mark("{ERROR_COUNT:error|errors}, {WARNING_COUNT:warning|warnings}, {INFO_COUNT:,} to know of."),
        look_at=("ERROR_COUNT",),
        reports=((mark("Report"), REPORT),),
        group=mark("2 Check"),
    ),
    PanelStep(
        DESIGNATE,
        mark("Designate"),
        mark("Designates the buildings by their SAVE values, and says why of each."),
        mark("Designate buildings"),
        (
            PREPARE,
            Turn("classifybuildings", {"OUTPUT": "udpegning.gpkg", REPORT: "udpegning.html"}),
        ),
        ("data",),
        summary=mark(
            "{DESIGNATED_COUNT:,} of {BUILDING_COUNT:building|buildings} designated. {REVIEW_COUNT:,} to look at."
        ),
        reports=((mark("Report"), REPORT),),
        group=mark("3 Designation"),
    ),
    PanelStep(
        "plan",
        mark("Plan"),
        mark("Makes the whole plan: map layers, maps, annexes, provisions and website, in one folder."),
        mark("Make the plan"),
        (
            Turn(
                "heritageplan",
                {"FOLDER": "plan"},
                {"INPUT": made(COLLECTED), "DEM": _terrain, FROM.key: _of_proposal(FROM), TO.key: _of_proposal(TO)},
            ),
        ),
        ("data",),
        summary=mark("The plan proposes to designate {BOUND_COUNT:building|buildings}."),
        lines=(
            (
                "DESIGNATED_COUNT",
                mark(
                    "{DESIGNATED_COUNT:,} of {BUILDING_COUNT:building|buildings} by the rules, listed ones and "
                    "churches included"
                ),
            ),
            (
                "WITHHELD_COUNT",
                mark(
                    "{WITHHELD_COUNT:building|buildings} that the rules designate in no document, since the register "
                    "keeps {WITHHELD_COUNT:=it|them} from the public"
                ),
            ),
            ("LEFT_OUT_COUNT", mark("{LEFT_OUT_COUNT:step|steps} left out: the report says why")),
        ),
        reports=(
            (mark("Open the plan's project"), PROJECT),
            (mark("Report"), "REPORT"),
            (mark("Maps (PDF)"), MAPS),
            (mark("Folder"), FOLDER),
        ),
        group=mark("4 Plan"),
        loads=PACKAGE,
    ),
)
"""The steps from data to plan in their order, each of which is made of those before it."""

WITHIN: tuple[PanelStep, ...] = (
    PanelStep(
        "scenarios",
        mark("Compare rules"),
        mark(
            "Designates the same buildings by the rules of several municipalities, and shows which of them depend on "
            "the rule. The designation stays as it is."
        ),
        mark("Compare the rules"),
        (
            PREPARE,
            Turn(
                "comparescenarios",
                {"OUTPUT": "scenarier.gpkg", "OUTPUT_XLSX": "scenarier.xlsx", REPORT: "scenarier.html"},
                {"PROFILES": _profiles},
                like="classifybuildings",
            ),
        ),
        ("data",),
        summary=mark("{SWINGING_COUNT:,} of {BUILDING_COUNT:,} depend on the rule."),
        lines=(
            ("ALL_COUNT", mark("{ALL_COUNT:,} designated by all {SCENARIO_COUNT:,} rules")),
            ("NONE_COUNT", mark("{NONE_COUNT:,} designated by none of them")),
        ),
        reports=((mark("Report"), REPORT), (mark("Table (Excel)"), "OUTPUT_XLSX")),
        uses=("data",),
        within=DESIGNATE,
    ),
)
"""What stands in one of those steps: another answer from the same data."""

GROUPS: tuple[StepGroup, ...] = (HEARING_STEPS, DELIVERY_STEPS)
"""What comes after them."""
EVERY: tuple[PanelStep, ...] = (*STEPS, *WITHIN, *(one for group in GROUPS for one in group.steps))
ORDER: tuple[str, ...] = (*(one.key for one in STEPS), *(one.key for one in GROUPS))
"""The keys of the groups of layers, which are those of the steps, and of the groups of steps."""

SAMPLE_OTHERS = f"{MADE_FOLDER}/eksempel_leverance"
"""Owners, others to hear and answers of the invented municipality: where no tool takes them for data."""
SAMPLE = Turn("createsampledata", {"OUTPUT": "eksempel.gpkg", "OUTPUT_DEM": "terraen.tif", FOLDER: SAMPLE_OTHERS})
"""What makes the invented municipality, in a folder of its own."""
SAMPLE_TOLD = {"OWNERS": "ejere.csv", "OTHERS": "andre.csv", "ANSWERS": "hoeringssvar.csv"}
"""What is asked in the hearing → its file among those."""


def step_of(key: str) -> PanelStep:
    """A step by its key."""
    return next(one for one in EVERY if one.key == key)


def group_of(key: str) -> tuple[str, str]:
    """The key and the title of the group in the project that a step's layers go into."""
    within = next((group for group in GROUPS if any(one.key == key for one in group.steps)), None)
    outer = step_of(step_of(key).within or key)
    return (within.key, within.group) if within is not None else (outer.key, outer.group)


def steps_before(key: str) -> tuple[str, ...]:
    """The steps that a step is made of, by their keys."""
    step = step_of(key)
    return step.uses if step.uses is not None else tuple(one.key for one in STEPS[: STEPS.index(step)])


def is_taken(turn: Turn, known: Known) -> bool:
    """Whether a tool has anything to do in this step with these data."""
    return not (turn.makes and turn.makes in known.addresses)


def parameters_of(turn: Turn, known: Known, folder: Path) -> dict[str, Any]:
    """What a tool is given: layers as in the main job, then what the panel gives, and outputs in `folder`.

    HeritageError where the data are not enough for the job's steps.
    """
    values: dict[str, Any] = {}
    if turn.like or not turn.given:
        steps = {one.tool: one for one in plan(known.addresses).steps} if known.addresses else {}
        inputs = steps[turn.like or turn.tool].inputs if (turn.like or turn.tool) in steps else {}
        values |= {name: known.addresses[role] for name, role in inputs.items() if role in known.addresses}
    values |= {name: value for name, give in turn.given.items() if (value := give(known)) is not None}
    placed = {name: str(value) for name, give in turn.places.items() if (value := give(known)) is not None}
    return values | {name: str(folder / file) for name, file in turn.files.items()} | placed
