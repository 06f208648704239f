"""The steps of the panel, in the order of the work. A further step is a further entry of `STEPS`, and no code.

What a tool is given that the main job also gives it, the job's own table says (`rules/main_job.json`): here stands what
belongs to the panel alone, which is files, names and words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..core.plan.steps import plan
from ..processing.translation import mark
from .panel_state import COLLECTED, PanelState


@dataclass(frozen=True)
class Known:
    """What is known when a tool's turn comes."""

    state: PanelState
    addresses: Mapping[str, str | list[str]]
    """Role → address, of what was put together."""
    layers: tuple[str, ...] = ()
    """Ids of the layers of the project that are data."""
    roles: tuple[str, ...] = ()
    """What a person said of layers: name, role, name, role, as `collectdata` is told."""
    terrain: str = ""
    """The terrain model; empty where there is none."""


Value = Callable[[Known], Any]
"""What a parameter is given; None for nothing."""


@dataclass(frozen=True)
class Turn:
    """One tool's turn in a step."""

    tool: str
    files: Mapping[str, str] = field(default_factory=dict)
    """Output → its file or folder in the folder of results."""
    given: Mapping[str, Value] = field(default_factory=dict)
    """Parameter → what it is given, beside what the main job gives it."""
    makes: str = ""
    """Role that its OUTPUT takes on; the turn is not taken where there is such a layer already."""


@dataclass(frozen=True)
class PanelStep:
    """A step as it is shown. Texts are English; the interface shows their translation."""

    key: str
    title: str
    says: str
    button: str
    turns: tuple[Turn, ...]
    needs: tuple[str, ...] = ()
    """Steps without which it cannot begin."""
    summary: str = ""
    """What came of it, with the results' names in braces."""
    look_at: str = ""
    """The result that makes a done step amber where it is not 0."""
    reports: tuple[tuple[str, str], ...] = ()
    """What can be opened: words, and the result that holds its path."""
    group: str = ""
    """The group of its layers in the project."""
    loads: str = ""
    """What is loaded beside the outputs that are layers: COLLECTED_LAYERS or PACKAGE."""


COLLECTED_LAYERS, PACKAGE = "collected", "package"
DESIGNATE = "designate"
"""The step whose thresholds can be moved."""
REPORT, MAPS, FOLDER, PROJECT = "OUTPUT_HTML", "MAPS", "FOLDER", "PROJECT"


def _folder(known: Known) -> str | None:
    return known.state.folder or None


def _layers(known: Known) -> list[str] | None:
    return list(known.layers) or None


def _roles(known: Known) -> list[str] | None:
    return list(known.roles) or None


def _municipality(known: Known) -> str | None:
    return known.state.municipality or None


def _collected(known: Known) -> str:
    return str(Path(known.state.output) / COLLECTED)


def _terrain(known: Known) -> str | None:
    return known.terrain or None


PREPARE = Turn(
    "preparebuildings", {"OUTPUT": "bygninger.gpkg", "OUTPUT_UNMATCHED": "uden_bygning.gpkg"}, makes="bygninger"
)
"""Where the data hold no layer of buildings put together, the steps that need one make it first."""

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
        summary=mark("{ERROR_COUNT:error|errors}, {WARNING_COUNT:warning|warnings}, {INFO_COUNT} to know of."),
        look_at="ERROR_COUNT",
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
            "{DESIGNATED_COUNT} of {BUILDING_COUNT:building|buildings} designated. {REVIEW_COUNT} to look at."
        ),
        reports=((mark("Report"), REPORT),),
        group=mark("3 Designation"),
    ),
    PanelStep(
        "plan",
        mark("Plan"),
        mark("Makes the whole plan: map layers, maps, annexes, provisions and website, in one folder."),
        mark("Make the plan"),
        (Turn("heritageplan", {"FOLDER": "plan"}, {"INPUT": _collected, "DEM": _terrain}),),
        ("data",),
        summary=mark("{DESIGNATED_COUNT:building|buildings} designated. {LEFT_OUT_COUNT:step|steps} left out."),
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
"""The steps in their order."""

SAMPLE = Turn("createsampledata", {"OUTPUT": "eksempel.gpkg", "OUTPUT_DEM": "terraen.tif"})
"""What makes the invented municipality, in a folder of its own."""


def step_of(key: str) -> PanelStep:
    """A step by its key."""
    return next(one for one in STEPS if one.key == key)


def is_taken(turn: Turn, known: Known) -> bool:
    """Whether a tool has anything to do in this step with these data."""
    return not (turn.makes and turn.makes in known.addresses)


def parameters_of(turn: Turn, known: Known, folder: Path) -> dict[str, Any]:
    """What a tool is given: layers as in the main job, then what the panel gives, and outputs in `folder`.

    HeritageError where the data are not enough for the job's steps.
    """
    values: dict[str, Any] = {}
    if not turn.given:
        steps = {one.tool: one for one in plan(known.addresses).steps} if known.addresses else {}
        inputs = steps[turn.tool].inputs if turn.tool in steps else {}
        values |= {name: known.addresses[role] for name, role in inputs.items() if role in known.addresses}
    values |= {name: value for name, give in turn.given.items() if (value := give(known)) is not None}
    return values | {name: str(folder / file) for name, file in turn.files.items()}
