"""What the panel sees of the data, for the open project: what lies where, and what a person says that it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProject,
    QgsTask,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.common.errors import Cancelled, HeritageError
from ..processing.collect.chosen_roles import full_name
from ..processing.collect.overview import Overview, folder_survey, overview
from ..processing.collect.survey import Survey, of_layers
from ..processing.translation import tr
from .loading import data_layers, terrain_layers
from .panel_state import COLLECTED, PanelState, made_folder, proposed_output, state_of, text_of
from .running import manager, said_of

ENTRY = ("lyngby_heritage", "panel")
"""Where the project keeps the state."""
COLLECT = "collectdata"
"""The tool that puts the data together, whose words the panel speaks of them in."""
CODE = "MUNICIPALITY"
"""The parameter that messages name, which the panel has a field for."""
WAIT = 400
"""Milliseconds after a change of the layers until they are looked at anew: several often change at once."""


class PanelData(QObject):
    """The state of the open project, and what is seen of the data. Tells by signals; has no widget."""

    changed = pyqtSignal()
    """Whatever is shown may be another."""

    def __init__(self) -> None:
        super().__init__()
        self.state = PanelState()
        self.seen: Overview | None = None
        self.why_unseen = ""
        self.asks_code = False
        """Whether the data are of several municipalities, and one must be chosen."""
        self.running: str | None = None
        self.open_ids: dict[int, str] = {}
        """Of what was seen, the place of each layer of the project → its id. The layer itself may go at any time."""
        self._survey: Survey | None = None
        self._surveyed = ""
        self._looking: QgsTask | None = None
        self._attached = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT)
        self._soon.timeout.connect(self.choose)

    # The open project -------------------------------------------------------------------------------------------------

    @property
    def project(self) -> QgsProject:
        """The open project."""
        project = QgsProject.instance()
        if project is None:
            raise HeritageError("There is no open project.")
        return project

    def attach(self) -> None:
        """Follow the open project."""
        for signal, slot in self._signals():
            signal.connect(slot)
        self._attached = True
        self.read()

    def detach(self) -> None:
        """Follow it no longer, and stop what runs."""
        for signal, slot in self._signals():
            signal.disconnect(slot)
        self._attached = False
        self._soon.stop()
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._leave_run()

    def _leave_run(self) -> None:
        """Stop what runs for a project that is no longer there."""

    def _signals(self) -> tuple[tuple[Any, Any], ...]:
        project: Any = self.project
        return (
            (project.readProject, self.read),
            (project.cleared, self.read),
            (project.layersAdded, self.look_soon),
            (project.layersRemoved, self.look_soon),
            (project.writeProject, self.write),
        )

    def read(self, *_: object) -> None:
        """Take over what the open project keeps."""
        self._leave_run()
        self.state = state_of(self.project.readEntry(*ENTRY, "")[0], self.project.homePath())
        self.seen, self.why_unseen = None, ""
        self.look()

    def write(self, *_: object) -> None:
        """Let the open project keep the state, paths as they are from where it lies."""
        if self.state != PanelState():
            self.project.writeEntry(*ENTRY, text_of(self.state, self.project.homePath()))

    # What there is ----------------------------------------------------------------------------------------------------

    def set_folder(self, folder: str) -> None:
        """Take the data from another folder or file."""
        self.state.folder = folder
        if not self.state.done:
            self.state.output = proposed_output(folder, self.project.homePath())
        self.state.hand = {}
        self.write()
        self.look(anew=True)

    def set_output(self, folder: str) -> None:
        """Put results into another folder."""
        self.state.output = made_folder(folder)
        self.write()
        self.look(anew=True)

    def use_project(self, used: bool) -> None:
        """Let layers of the project count, or not."""
        self.state.with_project = used
        self.write()
        self.choose()

    def set_municipality(self, code: str) -> None:
        """Choose one of several municipalities in the data."""
        self.state.municipality = code.strip()
        self.write()
        self.choose()

    def set_role(self, role: str, place: int | None) -> None:
        """Let a layer of the overview have a role, or nothing have it."""
        seen = self.seen
        if seen is None:
            return
        for before in self._places_of(role):
            self._say(before, None)
        if place is not None:
            self._say(place, role)
        self.write()
        self.choose()

    def set_terrain(self, path: str) -> None:
        """Choose the terrain model."""
        self.state.terrain = path
        self.write()
        self.changed.emit()

    def terrain_choices(self) -> list[str]:
        """The terrain models that can be chosen: rasters of the data, and of the project."""
        files = [str(one) for one in self.seen.survey.rasters if one.suffix.lower() != ".zip"] if self.seen else []
        return list(dict.fromkeys([*files, *(one.source() for one in terrain_layers(self.project))]))

    def _places_of(self, role: str) -> list[int]:
        seen = self.seen
        if seen is None:
            return []
        parts = seen.choice.parts.get(role, {})
        return [*parts.values(), *([seen.choice.roles[role]] if role in seen.choice.roles else [])]

    def _say(self, place: int, role: str | None) -> None:
        seen = self.seen
        if seen is None:
            return
        opened = self.open_ids.get(place)
        if opened is not None:
            self._one_role(self.state.hand_layers, opened, role)
        else:
            self._one_role(self.state.hand, full_name(seen.layers[place]), role)

    def _one_role(self, where: dict[str, str | None], name: str, role: str | None) -> None:
        for said in (self.state.hand, self.state.hand_layers):
            for other in [one for one, its in said.items() if role is not None and its == role]:
                del said[other]
        where[name] = role

    def look_soon(self, *_: object) -> None:
        """Look at the layers of the project when they have settled."""
        self._soon.start()

    def look(self, anew: bool = False) -> None:
        """See what lies in the folder, beside the window, and then decide what it is."""
        folder = self.state.folder
        if not folder or not Path(folder).exists():
            self._survey, self._surveyed = None, ""
            self.choose()
            return
        if self._surveyed == folder and not anew:
            self.choose()
            return
        if self._looking is not None:
            self._looking.cancel()
        output = Path(self.state.output or folder) / COLLECTED
        task = QgsTask.fromFunction(tr("Looking at the data"), _look, Path(folder), output, on_finished=self._looked)
        self._looking, self._surveyed = task, folder
        self.changed.emit()
        manager().addTask(task)

    @property
    def is_looking(self) -> bool:
        """Whether the folder is being looked at."""
        return self._looking is not None

    def _looked(self, error: Exception | None, found: tuple[str, Survey] | None = None) -> None:
        if not self._attached or (found is not None and found[0] != self.state.folder):
            return
        self._looking = None
        self._survey = found[1] if found is not None else None
        self.why_unseen = said_of(error, COLLECT) if error is not None else ""
        self.choose()

    def choose(self) -> None:
        """Decide what each layer is, of the folder as it was seen and the project as it is."""
        if self.running is not None or self._looking is not None:
            return
        self.asks_code = False
        layers = data_layers(self.project, self.state.output) if self.state.with_project else []
        given = dict(self.state.hand)
        try:
            found = of_layers(layers)
            for one in found:
                opened = one.place.opened
                if opened is not None and opened.id() in self.state.hand_layers:
                    given[full_name(one.layer)] = self.state.hand_layers[opened.id()]
            output = Path(self.state.output or ".") / COLLECTED
            self.seen = (
                overview(self._survey or Survey(), found, output, given, self.state.municipality)
                if found or self._survey is not None
                else None
            )
            self.why_unseen = ""
            every = self.seen.survey.found if self.seen is not None else ()
            self.open_ids = {at: layer.id() for at, one in enumerate(every) if (layer := one.place.opened) is not None}
        except HeritageError as error:
            self.asks_code = CODE in error.template
            self.seen, self.why_unseen = None, said_of(error, COLLECT)
        self.changed.emit()


def _look(task: QgsTask, folder: Path, output: Path) -> tuple[str, Survey]:
    def check() -> None:
        if task.isCanceled():
            raise Cancelled

    return str(folder), folder_survey(folder, output, check)
