"""The work behind the panel: looks at the data, runs the steps, keeps the state in the open project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsTask
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.common.errors import Cancelled, HeritageError
from ..processing.collect.overview import Overview, folder_survey, full_name, overview
from ..processing.collect.survey import Survey, of_layers
from ..processing.export.packaging import PROJECT as PROJECT_FILE
from ..processing.inputs.sources import DANISH_CRS
from ..processing.job.collected import addresses_in
from ..processing.translation import tr, tr_message
from .loading import add_collected, add_package, add_results, data_layers, hide_others, step_group, terrain_layers
from .panel_state import COLLECTED, Done, PanelState, made_folder, proposed_output, state_of, text_of
from .panel_steps import (
    COLLECTED_LAYERS,
    PACKAGE,
    SAMPLE,
    STEPS,
    Known,
    PanelStep,
    Turn,
    is_taken,
    parameters_of,
    step_of,
)
from .running import ToolRun, manager

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

ENTRY = ("lyngby_heritage", "panel")
"""Where the project keeps the state."""
PROJECT_NAME = "lyngby_heritage.qgz"
"""The project that is made beside the results where none is open."""
WAIT = 400
"""Milliseconds after a change of the layers until they are looked at anew: several often change at once."""


class PanelWork(QObject):
    """The state of the open project and what can be done with it. Tells by signals; has no widget."""

    changed = pyqtSignal()
    """Whatever is shown may be another."""
    finished = pyqtSignal(str)
    """A step, by its key, was carried out."""
    failed = pyqtSignal(str, str)
    """A step, by its key, was not carried out, and why."""
    loaded = pyqtSignal(list)
    """Layers came into the project."""

    def __init__(self) -> None:
        super().__init__()
        self.state = PanelState()
        self.seen: Overview | None = None
        self.why_unseen = ""
        self.running: str | None = None
        self.run_now: ToolRun | None = None
        self.errors: dict[str, str] = {}
        self._survey: Survey | None = None
        self._surveyed = ""
        self._looking: QgsTask | None = None
        self._addresses: tuple[tuple[Any, ...], dict[str, str | list[str]]] = ((), {})
        self._turns: list[tuple[PanelStep, Turn]] = []
        self._results: dict[str, Any] = {}
        self._cancel: QWidget | None = None
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
        self.read()

    def detach(self) -> None:
        """Follow it no longer, and stop what runs."""
        for signal, slot in self._signals():
            signal.disconnect(slot)
        self._soon.stop()
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        if self.run_now is not None:
            self.run_now.cancel()

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
        if self.running is not None:
            return
        self.state = state_of(self.project.readEntry(*ENTRY, "")[0], self.project.homePath())
        self.errors, self.seen, self.why_unseen = {}, None, ""
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
        opened = seen.survey.found[place].place.opened
        if opened is not None:
            self._one_role(self.state.hand_layers, opened.id(), role)
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
        if found is not None and found[0] != self.state.folder:
            return
        self._looking = None
        self._survey = found[1] if found is not None else None
        self.why_unseen = tr_message(error) if isinstance(error, HeritageError) else str(error) if error else ""
        self.choose()

    def choose(self) -> None:
        """Decide what each layer is, of the folder as it was seen and the project as it is."""
        if self.running is not None or self._looking is not None:
            return
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
        except HeritageError as error:
            self.seen, self.why_unseen = None, tr_message(error)
        self.changed.emit()

    # The steps --------------------------------------------------------------------------------------------------------

    def addresses(self) -> dict[str, str | list[str]]:
        """Role → address, of what was put together and what was made of it."""
        file = self.state.collected
        if file is None:
            return {}
        beside = [one for one in file.parent.glob("*.gpkg") if one.name in ("beslutninger.gpkg", "bygninger.gpkg")]
        stamp = (str(file), *((one.name, one.stat().st_mtime_ns) for one in (file, *beside)), self.terrain())
        if self._addresses[0] != stamp:
            found = addresses_in(file, self.terrain())
            made = file.with_name("bygninger.gpkg")
            if "bygninger" not in found and made.exists() and made.stat().st_mtime_ns > file.stat().st_mtime_ns:
                found["bygninger"] = str(made)
            self._addresses = (stamp, found)
        return dict(self._addresses[1])

    def terrain(self) -> str:
        """The terrain model that the steps are given; empty where there is none."""
        made = str(self.state.result("TERRAIN") or "")
        seen = self.seen.terrain if self.seen is not None else ""
        return next((one for one in (self.state.terrain, made, seen) if one and Path(one).exists()), "")

    def waits_for(self, step: PanelStep) -> str:
        """Why a step cannot begin; empty where it can."""
        if step.needs and self.state.collected is None:
            return tr("Collect the data first.")
        if not step.needs and self.seen is None:
            return self.why_unseen or tr("Choose a folder, or open layers.")
        if not self.state.output:
            return tr("Choose a folder for the results.")
        return ""

    def run(self, key: str, cancel: QWidget) -> None:
        """Carry a step out; `cancel` is the button that is heard in a run within the window."""
        step = step_of(key)
        if self.running is None and not self.waits_for(step):
            self._begin([(step, turn) for turn in step.turns], step, cancel)

    def run_sample(self, folder: str, cancel: QWidget) -> None:
        """Make the invented municipality in a folder, and put its data together."""
        if self.running is not None:
            return
        Path(folder).mkdir(parents=True, exist_ok=True)
        self.state = PanelState(folder=folder, output=made_folder(folder), with_project=False)
        step = step_of("data")
        self._begin([(step, SAMPLE), *((step, turn) for turn in step.turns)], step, cancel)

    def _begin(self, turns: list[tuple[PanelStep, Turn]], step: PanelStep, cancel: QWidget) -> None:
        self._turns, self._results, self._cancel = turns, {}, cancel
        self.running = step.key
        self.errors.pop(step.key, None)
        self.changed.emit()
        QTimer.singleShot(0, self._next)

    def _next(self) -> None:
        if not self._turns:
            self._done()
            return
        _, turn = self._turns[0]
        sample = turn is SAMPLE
        folder = Path(self.state.folder if sample else self.state.output)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            known = self.known()
            if not sample and not is_taken(turn, known):
                self._turns.pop(0)
                QTimer.singleShot(0, self._next)
                return
            parameters = parameters_of(turn, known, folder)
        except (HeritageError, OSError) as error:
            self._fail(tr_message(error) if isinstance(error, HeritageError) else str(error))
            return
        self.run_now = ToolRun(turn.tool, parameters, self._ran)
        if self._cancel is not None:
            within = bool(parameters.get("LAYERS"))  # layers of the project live in the window's thread
            self.run_now.start(self._cancel, within)

    def known(self) -> Known:
        """What the tools can be given now."""
        seen, layers, roles = self.seen, [], []
        for place, found in enumerate(seen.survey.found if seen is not None else ()):
            opened = found.place.opened
            if seen is None or (opened is not None and place not in seen.choice.used):
                continue
            if opened is not None:
                layers.append(opened.id())
            if place in seen.hand:
                roles += [full_name(found.layer), seen.hand[place] or "-"]
        return Known(self.state, self.addresses(), tuple(layers), tuple(roles), self.terrain())

    def _ran(self, fine: bool, results: Mapping[str, Any], context: QgsProcessingContext, why: str) -> None:
        if not fine:
            self._fail(why)
            return
        step, turn = self._turns.pop(0)
        if turn is not SAMPLE:
            self._results |= {name: value for name, value in results.items() if isinstance(value, (int, float, str))}
            self._load(step, turn, context)
        elif not self._look_now():
            return
        self._next()

    def _look_now(self) -> bool:
        """See what the sample made; False where that cannot be, which is told."""
        try:
            found = folder_survey(Path(self.state.folder), Path(self.state.output) / COLLECTED)
            self._survey, self._surveyed = found, self.state.folder
            self.seen = overview(found, [], Path(self.state.output) / COLLECTED, {}, "")
        except HeritageError as error:
            self._fail(tr_message(error))
            return False
        return True

    def _load(self, step: PanelStep, turn: Turn, context: QgsProcessingContext) -> None:
        """Put what a tool made into the project."""
        project = self.project
        group = step_group(project, step.key, tr(step.group), [one.key for one in STEPS])
        if not project.mapLayers() and not project.crs().isValid():
            project.setCrs(QgsCoordinateReferenceSystem(DANISH_CRS))
        added: Sequence[QgsMapLayer] = add_results(project, context, group)
        if step.loads == COLLECTED_LAYERS:
            added = add_collected(project, Path(self.state.output) / COLLECTED, group)
        if step.loads == PACKAGE:
            from ..processing.export.run import MAPS as MAPS_FILE  # which needs the libraries, and so has run

            folder = Path(str(self._results["FOLDER"]))
            self._results |= {"PROJECT": str(folder / PROJECT_FILE), "MAPS": str(folder / MAPS_FILE)}
            added = add_package(project, folder / PROJECT_FILE, group)
            hide_others(group)
        if not group.children():
            parent = group.parent()
            if isinstance(parent, QgsLayerTreeGroup):
                parent.removeChildNode(group)
        if added:
            self.loaded.emit(list(added))

    def _done(self) -> None:
        key, self.running, self.run_now = self.running or "", None, None
        self.state.done[key] = Done(datetime.now().isoformat(timespec="milliseconds"), self._results)
        self._keep()
        self.choose()
        self.finished.emit(key)

    def _fail(self, why: str) -> None:
        key, self.running, self.run_now = self.running or "", None, None
        self._turns = []
        self.errors[key] = why
        self.choose()
        self.failed.emit(key, why)

    def _keep(self) -> None:
        """Save the state in the project, and the project itself where it is the one beside the results."""
        self.write()
        project, own = self.project, Path(self.state.output) / PROJECT_NAME
        if not project.fileName() and not own.exists():
            project.write(str(own))
        elif project.fileName() and Path(project.fileName()) == own:
            project.write()

    def cancel(self) -> None:
        """Stop what runs."""
        if self.run_now is not None:
            self.run_now.cancel()


def _look(task: QgsTask, folder: Path, output: Path) -> tuple[str, Survey]:
    def check() -> None:
        if task.isCanceled():
            raise Cancelled

    return str(folder), folder_survey(folder, output, check)
