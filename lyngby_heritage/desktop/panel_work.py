"""The work behind the panel: runs the steps, and keeps what they made in the open project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProject,
)
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..core.common.errors import HeritageError
from ..processing.collect.chosen_roles import full_name
from ..processing.collect.overview import folder_survey, overview
from ..processing.collect.survey import WRITTEN_BY_PEOPLE
from ..processing.export.packaging import PROJECT as PROJECT_FILE
from ..processing.inputs.parameters import is_blank
from ..processing.inputs.sources import DANISH_CRS
from ..processing.job.collected import Collected, collected_in
from ..processing.translation import tr
from .loading import add_collected, add_package, add_results, file_of, gather, hide_others, step_group
from .panel_answers import answers_in
from .panel_data import COLLECT, WAIT, PanelData
from .panel_form import COLLECTED_LAYERS, PACKAGE, Known, PanelStep, Turn
from .panel_packages import packages
from .panel_state import COLLECTED, OF_FOLDER, Done, PanelState, made_folder
from .panel_steps import (
    DESIGNATE,
    EVERY,
    ORDER,
    SAMPLE,
    SAMPLE_OTHERS,
    SAMPLE_TOLD,
    group_of,
    is_taken,
    parameters_of,
    step_of,
)
from .panel_waits import lacking_answer, lacking_step
from .running import ToolRun, algorithm_of, said_of

NOT_KEPT = object()
"""A value that means nothing to another session."""
PROJECT_NAME = "lyngby_heritage.qgz"
"""The project that is made beside the results where none is open."""


class PanelWork(PanelData):
    """What can be done with the data: the steps are run, and what they made is put into the open project."""

    finished = pyqtSignal(str)
    """A step, by its key, was carried out."""
    failed = pyqtSignal(str, str)
    """A step, by its key, was not carried out, and why."""
    loaded = pyqtSignal(list)
    """Layers came into the project."""

    def __init__(self) -> None:
        super().__init__()
        self.run_now: ToolRun | None = None
        self.errors: dict[str, str] = {}
        self.trying = ""
        """The step whose thresholds are being moved; empty while none are."""
        self.moved = False
        """Whether they stand otherwise than that step had them."""
        self._collected: tuple[tuple[Any, ...], Collected] = ((), Collected({}, {}))
        self._turns: list[tuple[PanelStep, Turn]] = []
        self._results: dict[str, Any] = {}
        self._warnings: list[str] = []
        self._window: QWidget | None = None
        self._left: list[ToolRun] = []
        """Runs whose project was closed: they stop, and nobody waits for them."""

    def _leave_run(self) -> None:
        if self.run_now is not None:
            self.run_now.cancel()
            self._left.append(self.run_now)
        self.running, self.run_now, self._turns, self.errors = None, None, [], {}

    # The steps --------------------------------------------------------------------------------------------------------

    def addresses(self) -> dict[str, str | list[str]]:
        """Role → address, of what was put together and what was made of it."""
        file = self.state.collected
        if file is None:
            return {}
        beside = [one for one in file.parent.glob("*.gpkg") if one.name in (WRITTEN_BY_PEOPLE, "bygninger.gpkg")]
        stamp = (str(file), *((one.name, one.stat().st_mtime_ns) for one in (file, *beside)), self.terrain())
        if self._collected[0] != stamp:
            self._collected = (stamp, collected_in(file, self.terrain()))
        found = dict(self._collected[1].addresses)
        made = file.with_name("bygninger.gpkg")
        if "bygninger" not in found and made.exists() and made.stat().st_mtime_ns > file.stat().st_mtime_ns:
            found["bygninger"] = str(made)
        return found

    def terrain(self) -> str:
        """The terrain model that the steps are given; empty where there is none."""
        made = str(self.state.result("TERRAIN") or "")
        seen = self.seen.terrain if self.seen is not None else ""
        return next((one for one in (self.state.terrain, made, seen) if one and Path(one).exists()), "")

    def waits_for(self, step: PanelStep) -> str:
        """Why a step cannot begin; empty where it can."""
        lacking = lacking_step(step, self.state)
        if lacking:
            return lacking
        if not step.needs and self.seen is None:
            return self.why_unseen or tr("Choose a folder, or open layers.")
        if not self.state.output:
            return tr("Choose a folder for the results.")
        if self.moved and EVERY.index(step) > EVERY.index(step_of(self.trying)):
            return tr("Designate with the thresholds that were moved, or put the sliders away.")
        return ""

    def asks_for(self, step: PanelStep) -> str:
        """What a person has still to say before a step can begin; empty where nothing lacks."""
        return lacking_answer(step, self.state)

    def tell(self, key: str, value: Any) -> None:
        """Take a person's answer to what a step asks; empty for none."""
        if self.state.told.get(key, "") == value:
            return
        if value == "":
            self.state.told.pop(key, None)
        else:
            self.state.told[key] = value
        self.write()
        self.changed.emit()

    def run(self, key: str, window: QWidget) -> None:
        """Carry a step out; `window` is the one that a run within it keeps from being pressed."""
        step = step_of(key)
        if self.running is None and not self.waits_for(step) and not self.asks_for(step):
            self._begin([(step, turn) for turn in step.turns], step, window)

    def run_sample(self, folder: str, window: QWidget) -> None:
        """Make the invented municipality in a folder, and put its data together."""
        if self.running is not None:
            return
        Path(folder).mkdir(parents=True, exist_ok=True)
        others = {key: str(Path(folder) / SAMPLE_OTHERS / file) for key, file in SAMPLE_TOLD.items()}
        self.state = PanelState(folder=folder, output=made_folder(folder), with_project=False, told=others)
        Path(folder, SAMPLE_OTHERS).parent.mkdir(exist_ok=True)
        step = step_of("data")
        self._begin([(step, SAMPLE), *((step, turn) for turn in step.turns)], step, window)

    def _begin(self, turns: list[tuple[PanelStep, Turn]], step: PanelStep, window: QWidget) -> None:
        self._turns, self._results, self._warnings, self._window = turns, {}, [], window
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
            self._fail(said_of(error, turn.tool))
            return
        self.run_now = ToolRun(turn.tool, parameters | self.settings_for(turn, parameters), self._ran, turn.unshown)
        if self._window is not None:
            within = bool(parameters.get("LAYERS"))  # layers of the project live in the window's thread
            self.run_now.start(self._window, within)

    def known(self) -> Known:
        """What the tools can be given now."""
        seen, layers, roles = self.seen, [], []
        for place, found in enumerate(seen.survey.found if seen is not None else ()):
            opened = self.open_ids.get(place)  # not the layer itself, which a person may have removed since
            if seen is None or (opened is not None and place not in seen.choice.used):
                continue
            if opened is not None and self.project.mapLayer(opened) is None:
                continue
            if opened is not None:
                layers.append(opened)
            if place in seen.hand:
                roles += [full_name(found.layer), seen.hand[place] or "-"]
        made = packages(self.state)
        return Known(self.state, self.addresses(), tuple(layers), tuple(roles), self.terrain(), made)

    def settings_for(self, turn: Turn, given: Mapping[str, Any]) -> dict[str, Any]:
        """What a person chose of a tool's parameters, but for those that it is given anyway, and those set apart."""
        algorithm = algorithm_of(turn.tool)
        known = {one.name() for one in algorithm.parameterDefinitions()} if algorithm is not None else set()
        known -= {*given, *turn.apart}
        return {name: value for name, value in self.state.settings.items() if name in known}

    def _ran(
        self, run: ToolRun, fine: bool, results: Mapping[str, Any], context: QgsProcessingContext, why: str
    ) -> None:
        if run is not self.run_now:
            return
        if not fine:
            self._fail(why)
            return
        step, turn = self._turns.pop(0)
        if turn is not SAMPLE:
            self._results |= _kept(results)
            self._warnings += [one for one in run.feedback.warnings if one not in self._warnings]
            self._load(step, turn, context)
        elif not self._look_now():
            return
        self._next()

    def _look_now(self) -> bool:
        """See what the sample made; False where that cannot be, which is told."""
        try:
            found = folder_survey(Path(self.state.folder), Path(self.state.output) / COLLECTED)
            self._survey, self._surveyed = found, self.state.folder
            self.seen, self.open_ids = overview(found, [], Path(self.state.output) / COLLECTED, {}, ""), {}
        except HeritageError as error:
            self._fail(said_of(error, COLLECT))
            return False
        return True

    def _load(self, step: PanelStep, turn: Turn, context: QgsProcessingContext) -> None:
        """Put what a tool made into the project."""
        project = self.project
        key, title = group_of(step.key)
        group = step_group(project, key, tr(title), ORDER)
        if not project.mapLayers() and not project.crs().isValid():
            project.setCrs(QgsCoordinateReferenceSystem(DANISH_CRS))
        added: Sequence[QgsMapLayer] = add_results(project, context, group)
        if step.loads == COLLECTED_LAYERS:
            found = collected_in(Path(self.state.output) / COLLECTED)
            added = add_collected(project, Path(self.state.output) / COLLECTED, found.titles, group)
        if step.loads == PACKAGE and "FOLDER" in self._results:
            from ..processing.export.documents import MAPS as MAPS_FILE  # which needs the libraries, and so has run

            folder = Path(str(self._results["FOLDER"]))
            self._results |= {"PROJECT": str(folder / PROJECT_FILE), "MAPS": str(folder / MAPS_FILE)}
            added = add_package(project, folder / PROJECT_FILE, group)
        if group.children():
            hide_others(group, () if step.loads == PACKAGE else ("data",))
        if not group.children():
            parent = group.parent()
            if isinstance(parent, QgsLayerTreeGroup):
                parent.removeChildNode(group)
        if added:
            self.loaded.emit(list(added))

    def _done(self) -> None:
        key, self.running, self.run_now = self.running or "", None, None
        if key == "data":
            self._results[OF_FOLDER] = self.state.folder
        when = datetime.now().isoformat(timespec="milliseconds")
        self.state.done[key] = Done(when, self._results, tuple(self._warnings))
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

    # A tool with all its choices --------------------------------------------------------------------------------------

    def is_ready_for_more(self, step: PanelStep) -> bool:
        """Whether a step is one tool's turn with what is known now."""
        known = Known(self.state, self.addresses())
        return [turn for turn in step.turns if is_taken(turn, known)] == [step.turns[-1]]

    def can_try(self) -> bool:
        """Whether the data are there that the thresholds of the designation can be moved on."""
        return self.state.collected is not None and self.is_ready_for_more(step_of(DESIGNATE))

    def parameters_to_try(self) -> dict[str, Any]:
        """What the designation would be given now, without its outputs. HeritageError where the data are not enough."""
        step = step_of(DESIGNATE)
        outputs = step.turns[-1].files
        return {name: value for name, value in self.parameters_for(step).items() if name not in outputs}

    def try_thresholds(self, trying: bool, moved: bool = False) -> None:
        """Thresholds are moved, or no longer, and stand as the step has them, or otherwise."""
        before = (self.trying, self.moved)
        self.trying, self.moved = DESIGNATE if trying else "", moved
        if before != (self.trying, self.moved):
            self.changed.emit()

    def designate_with(self, thresholds: Mapping[str, Any], window: QWidget) -> None:
        """Let the designation, and what comes after it, be run with these thresholds."""
        self.keep_settings(step_of(DESIGNATE).turns[-1].tool, thresholds)
        self.write()
        self.run(DESIGNATE, window)

    def keep_settings(self, tool: str, values: Mapping[str, Any]) -> None:
        """Remember these values of a tool's parameters, but for those that the tool has by itself."""
        algorithm = algorithm_of(tool)
        for one in algorithm.parameterDefinitions() if algorithm is not None else ():
            if one.name() in values:
                self.state.settings.pop(one.name(), None)
                if values[one.name()] != one.defaultValue():
                    self.state.settings[one.name()] = values[one.name()]

    def parameters_for(self, step: PanelStep) -> dict[str, Any]:
        """What the tool of a step would be given now. HeritageError where the data are not enough."""
        turn = step.turns[-1]
        Path(self.state.output).mkdir(parents=True, exist_ok=True)
        given = parameters_of(turn, self.known(), Path(self.state.output))
        return given | self.settings_for(turn, given)

    def take_over(self, step: PanelStep, parameters: Mapping[str, Any], results: Mapping[str, Any]) -> None:
        """A person ran a step's tool in its own window: keep what it was told, and what came of it."""
        algorithm = algorithm_of(step.turns[-1].tool)
        given = parameters_of(step.turns[-1], self.known(), Path(self.state.output))
        own = algorithm.parameterDefinitions() if algorithm is not None else ()
        turn = step.turns[-1]
        answers = answers_in(turn, parameters, self.state, lambda value: _as_kept(value, self.project))
        self.state.told |= answers
        names = {one.name() for one in own if not one.isDestination()} - {*given, *turn.apart, *answers}
        said = {name: _as_kept(parameters[name], self.project) for name in names & set(parameters)}
        for name in [name for name, value in said.items() if is_blank(value)]:
            self.state.settings.pop(name, None)
        plain = {name: value for name, value in said.items() if isinstance(value, (int, float, str)) and value != ""}
        self.keep_settings(step.turns[-1].tool, plain)
        self._results, self._warnings = _kept(results), []
        self.running = step.key
        self._load(step, step.turns[-1], QgsProcessingContext())
        self._done()
        files = [value for value in self._results.values() if isinstance(value, str) and value.endswith(".gpkg")]
        QTimer.singleShot(WAIT, partial(self._gather, step, files))

    def _gather(self, step: PanelStep, files: Sequence[str]) -> None:
        """Bring what QGIS put into the project itself, when the tool's window was done, into the step's group."""
        if step.loads != COLLECTED_LAYERS:
            key, title = group_of(step.key)
            group = step_group(self.project, key, tr(title), ORDER)
            gather(self.project, files, group)

    # Projects ---------------------------------------------------------------------------------------------------------

    def earlier_project(self) -> str:
        """A project that was made beside these results and is not the open one; empty where there is none."""
        own = Path(self.state.output) / PROJECT_NAME if self.state.output else None
        open_file = self.project.fileName()
        return str(own) if own is not None and own.exists() and Path(open_file or ".") != own else ""

    def project_of_work(self) -> str:
        """Where the open project is that of a plan, the project in which it was made; empty elsewhere."""
        file = Path(self.project.fileName() or ".")
        own = file.parent.parent / PROJECT_NAME
        return str(own) if file.name == PROJECT_FILE and own.exists() else ""

    def cancel(self) -> None:
        """Stop what runs."""
        if self.run_now is not None:
            self.run_now.cancel()


def _kept(results: Mapping[str, Any]) -> dict[str, Any]:
    """Of what a tool answered, what a project can keep: numbers and paths."""
    return {name: value for name, value in results.items() if isinstance(value, (int, float, str))}


def _as_kept(value: Any, project: QgsProject) -> Any:
    """A value as another session can be given it: of a layer of the project its file, NOT_KEPT of one in no file."""
    layer = project.mapLayer(value) if isinstance(value, str) else None
    if layer is None:
        return value
    return layer.source() if file_of(layer) else NOT_KEPT
