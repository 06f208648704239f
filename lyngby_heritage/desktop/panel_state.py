"""What the panel knows: the data that were pointed at, what a person said of them, and what every step has made.

No widget and no window: it can be kept in a project file, and tried without QGIS's window.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.common.dates import day_of_table
from ..core.common.errors import Note
from ..core.registers.recognition import CERTAIN
from ..processing.collect.survey import MADE_FOLDER
from ..processing.translation import tr, tr_message
from .panel_roles import GROUPS, NEEDED, OWN, TERRAIN, THEMES, Role, got_at, is_missed, label_of

if TYPE_CHECKING:
    from ..core.registers.found_layers import Layer
    from ..processing.collect.overview import Overview

GREEN, AMBER, RED, GREY = "green", "amber", "red", "grey"
"""There and sure; look at it, or the plan is poorer without it; no plan without it; the municipality's own, if any."""
WARNED = "warned"
"""The colour of a step that was carried out, and whose tools warned of something."""
COLLECTED = "data.gpkg"
OF_FOLDER = "OF_FOLDER"
"""Among the results of the first step: the folder that the data were collected from."""
"""What was put together, in the folder of results."""
HERE, ABOVE = "./", "../"
"""How a path begins that counts from the project's folder, or from the one that this lies in."""


@dataclass(frozen=True)
class Done:
    """A step that was carried out."""

    when: str
    """The instant, so that two can be compared as texts."""
    results: Mapping[str, Any]
    """What its tools answered: numbers, and paths of what they wrote."""
    warnings: Sequence[str] = ()
    """What they warned of, in the words of the log."""


@dataclass
class PanelState:
    """Everything that is kept in the project."""

    folder: str = ""
    """The folder or file of the data; empty where only layers of the project are used."""
    output: str = ""
    """The folder of results."""
    with_project: bool = True
    """Whether layers of the open project count too."""
    hand: dict[str, str | None] = field(default_factory=dict)
    """What a person said of a layer of a file: its full name → role, or None for none."""
    hand_layers: dict[str, str | None] = field(default_factory=dict)
    """What a person said of a layer of the project: its id → role, or None for none."""
    terrain: str = ""
    """The terrain model that a person chose."""
    municipality: str = ""
    """The code that a person chose; empty: as the data say."""
    settings: dict[str, Any] = field(default_factory=dict)
    """What a person chose otherwise than the tools have it: parameter → value, for every tool that has it."""
    told: dict[str, Any] = field(default_factory=dict)
    """What a person answered in the steps: key of the question → a path, a day, a text or a number."""
    done: dict[str, Done] = field(default_factory=dict)
    """Step → what came of it."""

    @property
    def collected(self) -> Path | None:
        """The file of what was put together, where it is there."""
        file = Path(self.output) / COLLECTED if self.output else None
        return file if file is not None and file.is_file() else None

    def result(self, name: str) -> Any:
        """What the last step that has a result of this name answered; None where none has."""
        found = [(one.when, one.results[name]) for one in self.done.values() if name in one.results]
        return max(found)[1] if found else None

    def is_stale(self, step: str, before: Sequence[str]) -> bool:
        """Whether a step that was carried out has an earlier one that was carried out after it."""
        mine = self.done.get(step)
        return mine is not None and any(self.done[one].when > mine.when for one in before if one in self.done)


def proposed_output(folder: str, project_home: str) -> str:
    """Where results go: beside the open project's file, else beside the data; empty where neither is."""
    base = project_home or (folder if not folder or Path(folder).is_dir() else str(Path(folder).parent))
    return made_folder(base) if base else ""


def made_folder(base: str) -> str:
    """The folder of results in a folder that somebody chose: of the one name that no tool takes for data."""
    path = Path(base)
    return str(path if path.name.lower() == MADE_FOLDER else path / MADE_FOLDER)


# Kept in the project -------------------------------------------------------------------------------------------------


def text_of(state: PanelState, home: str) -> str:
    """The state as the project keeps it; paths in the project's folder, and beside it, count from there."""
    return json.dumps(_paths(asdict(state), lambda text: _from_home(text, home)), ensure_ascii=False)


def state_of(text: str, home: str) -> PanelState:
    """The state that a project keeps; an empty one where it keeps none, or what nobody can read."""
    try:
        content = _paths(json.loads(text), lambda one: _at_home(one, home)) if text else {}
        done = {
            step: Done(str(one["when"]), dict(one["results"]), tuple(map(str, one.get("warnings", ()))))
            for step, one in content.get("done", {}).items()
        }
        known = {name: content[name] for name in PanelState.__dataclass_fields__ if name in content and name != "done"}
        return PanelState(**known, done=done)
    except (ValueError, TypeError, KeyError, AttributeError):
        return PanelState()


def _paths(value: Any, change: Any) -> Any:
    """A value with every text in it changed, keys left as they are."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {name: _paths(one, change) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_paths(one, change) for one in value]
    return value


def _from_home(text: str, home: str) -> str:
    if not home or not text or not Path(text).is_absolute():
        return text
    for base, begins in ((Path(home), HERE), (Path(home).parent, ABOVE)):
        if Path(text).is_relative_to(base) and base != Path(base.anchor):
            return begins + Path(text).relative_to(base).as_posix()
    return text


def _at_home(text: str, home: str) -> str:
    for base, begins in ((Path(home), HERE), (Path(home).parent, ABOVE)):
        if home and text.startswith(begins):
            return str(base / text[len(begins) :])
    return text


# What is shown of the data -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class RoleRow:
    """A line of the table of data."""

    role: str
    label: str
    colour: str
    source: str
    """The file or layer; empty where there is none."""
    rows: int | None
    date: str
    said: str
    """Why it is taken for this, or what is missing and where it is got."""
    places: tuple[int, ...] = ()
    """The layers that it is, by their position in the overview."""

    @property
    def day(self) -> str:
        """The date as people read it, dd.mm.yyyy; empty where nobody says."""
        return day_of_table(self.date)


def role_rows(seen: Overview | None, state: PanelState) -> list[tuple[str, list[RoleRow]]]:
    """The table of data: groups (translated) with their lines, without what nobody misses."""
    there = _there(seen, state)
    out = []
    for title, roles in GROUPS:
        rows = [
            row
            for role in roles
            if role.name in there or is_missed(role.name, there)
            if (row := _row(role, seen, state)) is not None
        ]
        if rows:
            out.append((tr(title), rows))
    return out


def unknown_layers(seen: Overview) -> list[tuple[str, str]]:
    """What is not recognised or cannot be read: file or layer, and what is said of it."""
    found = []
    for place in seen.choice.unknown:
        note = seen.choice.notes.get(place)
        found.append((shown_name(seen.layers[place]), tr_message(note) if note is not None else ""))
    return found + [(file, tr_message(note)) for file, _, note in seen.survey.unreadable]


def shown_name(layer: Layer) -> str:
    """A layer as people know it: by its name, and its file where that has another."""
    file = Path(layer.called).name
    return file if not layer.name or layer.name in Path(file).stem else f"{layer.name} · {file}"


def worst(groups: Sequence[tuple[str, Sequence[RoleRow]]]) -> str:
    """The colour of the whole table."""
    colours = {row.colour for _, rows in groups for row in rows}
    return next((one for one in (RED, AMBER) if one in colours), GREEN)


def _there(seen: Overview | None, state: PanelState) -> set[str]:
    if seen is None:
        return set()
    terrain = {TERRAIN} if state.terrain or seen.terrain else set()
    themes = {THEMES} if seen.choice.themes else set()
    return {*seen.choice.roles, *seen.choice.parts, *terrain, *themes}


def _row(role: Role, seen: Overview | None, state: PanelState) -> RoleRow | None:
    if role.name == TERRAIN:
        found = state.terrain or (seen.terrain if seen is not None else "")
        return replace(_missing(role), colour=GREEN, source=Path(found).name, said=found) if found else _missing(role)
    if seen is None:
        return _missing(role)
    if role.name == THEMES:
        return _themes_row(role, seen) if seen.choice.themes else _missing(role)
    if role.name in seen.choice.parts:
        return _counted(_made_row(role, seen), state)
    if role.name in seen.choice.roles:
        return _counted(_found_row(role, seen.choice.roles[role.name], seen), state)
    questions = tuple(
        place
        for place, note in seen.choice.notes.items()
        if place not in seen.choice.used and role.name == seen.choice.verdicts[place].fits and note.warning
    )
    if questions:
        note = seen.choice.notes[questions[0]]
        named = ", ".join(dict.fromkeys(shown_name(seen.layers[place]) for place in questions))
        return RoleRow(role.name, label_of(role.name), AMBER, f"? {named}", None, "", tr_message(note), questions)
    return _missing(role) if role.name != "tidligere_udpegning" else None


def _counted(row: RoleRow, state: PanelState) -> RoleRow:
    """A line with the rows that were put together: of some files nobody knows before how many they have."""
    done = state.done.get("data")
    rows = done.results.get(f"{row.role.upper()}_COUNT") if done is not None else None
    return replace(row, rows=int(rows)) if rows else row


def _missing(role: Role) -> RoleRow:
    colour = {NEEDED: RED, OWN: GREY}.get(role.weight, AMBER)
    template = Note("Missing. Where it is got: {place}.", {"place": got_at(role.name)})
    said = tr_message(template) if got_at(role.name) else tr("Missing.")
    return RoleRow(role.name, label_of(role.name), colour, "", None, "", said)


def _found_row(role: Role, place: int, seen: Overview) -> RoleRow:
    layer, verdict, note = seen.layers[place], seen.choice.verdicts[place], seen.choice.notes.get(place)
    sure = verdict.sure == CERTAIN and not (note is not None and note.warning)
    return RoleRow(
        role.name,
        label_of(role.name),
        GREEN if sure and layer.rows != 0 else AMBER,
        shown_name(layer),
        layer.rows,
        layer.date,
        tr_message(note) if note is not None else tr("It goes by the very name that the tools look for."),
        (place,),
    )


def _made_row(role: Role, seen: Overview) -> RoleRow:
    places = tuple(seen.choice.parts[role.name].values())
    layers = [seen.layers[place] for place in places]
    said = Note("Is built of {files}.", {"files": ", ".join(shown_name(one) for one in layers)})
    date = max((one.date for one in layers), default="")
    source = " + ".join(shown_name(one) for one in layers)
    return RoleRow(role.name, label_of(role.name), GREEN, source, layers[0].rows, date, tr_message(said), places)


def _themes_row(role: Role, seen: Overview) -> RoleRow:
    layers = [seen.layers[place] for place in seen.choice.themes]
    count = Note("{count:layer|layers}", {"count": len(layers)})
    return RoleRow(
        role.name,
        label_of(role.name),
        GREEN,
        tr_message(count),
        sum(one.rows or 0 for one in layers),
        max((one.date for one in layers), default=""),
        ", ".join(shown_name(one) for one in layers),
        tuple(seen.choice.themes),
    )
