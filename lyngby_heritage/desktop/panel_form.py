"""The form of the panel's steps: what a step is told, asks, runs and shows. The steps themselves are `panel_steps`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .panel_packages import Package
    from .panel_state import PanelState


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
    packages: Mapping[str, Package] = field(default_factory=dict)
    """Step → the plan's package that it made, of those that are there."""


Value = Callable[[Known], Any]
"""What a parameter is given; None for nothing."""
FILE, PLACE, DAY, TEXT, METRES = "file", "folder", "day", "text", "metres"
"""The kinds of what a person is asked for."""


@dataclass(frozen=True)
class Ask:
    """Something that a person is asked for in a step. What two steps ask under one key is one answer."""

    key: str
    words: str
    kind: str
    needed: bool = False
    tip: str = ""
    proposed: Callable[[PanelState], str] | None = None
    """What holds while a person has said nothing; shown as such."""


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
    apart: tuple[str, ...] = ()
    """Parameters that mean something else here than in the other steps: what is chosen there does not hold here."""
    places: Mapping[str, Value] = field(default_factory=dict)
    """Output → its file or folder, where that depends on what is known."""
    unshown: tuple[str, ...] = ()
    """Outputs that are layers and are not put into the project."""
    like: str = ""
    """The tool of the main job whose layers it is given, where the main job does not run this one."""


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
    look_at: tuple[str, ...] = ()
    """The results that make a done step amber where one of them is not 0."""
    reports: tuple[tuple[str, str], ...] = ()
    """What can be opened: words, and the result that holds its path, with a file of that folder behind a slash."""
    group: str = ""
    """The group of its layers in the project."""
    loads: str = ""
    """What is loaded beside the outputs that are layers: COLLECTED_LAYERS or PACKAGE."""
    asks: tuple[Ask, ...] = ()
    """What a person is asked for."""
    uses: tuple[str, ...] | None = None
    """Steps that it is made of, and that make it out of date; None: all before it."""
    after: Mapping[str, str] = field(default_factory=dict)
    """A step that was carried out → the one that must then be carried out before this one."""
    lines: tuple[tuple[str, str], ...] = ()
    """What else came of it: a result, and what is said of it where it is not 0."""
    more: bool = True
    """Whether its tool can be shown with all its choices."""
    within: str = ""
    """The step that it stands in, below its buttons; nothing is made of it."""


@dataclass(frozen=True)
class StepGroup:
    """Steps that are shown as one, each with a button of its own."""

    key: str
    title: str
    says: str
    steps: tuple[PanelStep, ...]
    group: str = ""
    """The group of their layers in the project."""


COLLECTED_LAYERS, PACKAGE = "collected", "package"
REPORT, MAPS, FOLDER, PROJECT = "OUTPUT_HTML", "MAPS", "FOLDER", "PROJECT"


def late_turn(
    tool: str,
    files: Mapping[str, str],
    given: Mapping[str, Value],
    apart: tuple[str, ...] = (),
    places: Mapping[str, Value] | None = None,
    unshown: tuple[str, ...] = (),
) -> Turn:
    """A tool's turn after the plan: what it is given here, nothing that was chosen elsewhere fills."""
    return Turn(tool, files, given, apart=(*given, *apart), places=places or {}, unshown=unshown)


def answer(ask: Ask, state: PanelState) -> str:
    """What a person said, else what is proposed; empty for nothing."""
    said = str(state.told.get(ask.key, ""))
    return said or (ask.proposed(state) if ask.proposed is not None else "")


def told(ask: Ask) -> Value:
    """The value of a parameter that is a person's answer, or what was proposed."""
    return lambda known: answer(ask, known.state) or None


def told_outright(ask: Ask) -> Value:
    """The same without what was proposed: the tool knows it better."""
    return lambda known: known.state.told.get(ask.key) or None


def constant(value: Any) -> Value:
    """A value that holds always."""
    return lambda _known: value


def layer_of(step: str, table: str) -> Callable[[Known], str | None]:
    """The address of a layer of the package that a step made; None where it holds no such layer."""

    def address(known: Known) -> str | None:
        package = known.packages.get(step)
        return package.layer(table) if package is not None else None

    return address


def package_of(step: str) -> Callable[[Known], str | None]:
    """The folder of the package that a step made; None where there is none."""

    def folder(known: Known) -> str | None:
        package = known.packages.get(step)
        return package.folder if package is not None else None

    return folder


def made(file: str) -> Callable[[Known], str]:
    """What an earlier step made, by its name in the folder of results."""
    return lambda known: str(Path(known.state.output) / file)


def role(name: str) -> Value:
    """The address of a layer of what was put together."""
    return lambda known: known.addresses.get(name)
