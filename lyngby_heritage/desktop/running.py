"""Runs a tool for the panel: beside the window where that may be, else within it, where nothing else can be pressed."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection
from functools import cache
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsTaskManager,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, QThreadPool, QTimer
from qgis.PyQt.QtWidgets import QWidget

from ..core.common.errors import HeritageError
from ..processing.dialog import message_by_labels
from ..processing.translation import tr, tr_message
from .busy import busy

FOR_EVER, AS_QT_HAS_IT = -1, 30_000
"""Milliseconds that a thread waits for more work."""
STAGE = re.compile(r"\d+/\d+ +\S")
"""How the main job begins the line that names its next step."""
BREATH = 0.04
"""Seconds after which a run within the window lets it draw itself and hear Cancel."""
Finished = Callable[["ToolRun", bool, dict[str, Any], QgsProcessingContext, str], None]
"""Told of which run, whether it went well, the results, the context with the layers to load, and else why it failed."""


class PanelFeedback(QgsProcessingFeedback):
    """Keeps the stage, the last line, the warnings and the last error.

    `breathe` is called ever again in a run within the window.
    """

    def __init__(self) -> None:
        super().__init__(False)
        self.stage = ""
        """The step of several that is at work, "2/7  Title"; empty in a tool of one."""
        self.line = ""
        self.error = ""
        self.warnings: list[str] = []
        """What a person should look into, each once; errors that stopped nothing among them."""
        self.breathe: Callable[[str, str], None] | None = None
        self._last = time.monotonic()
        self._breathing = False

    def breathe_with(self, breathe: Callable[[str, str], None]) -> None:
        """Let this be called with the stage and the last line, whenever something is said and the progress goes on."""
        self.breathe = breathe
        self.progressChanged.connect(self._breathe)

    def setProgressText(self, text: str | None) -> None:
        """Hear what is being done."""
        super().setProgressText(text)
        self._say(text)

    def pushInfo(self, info: str | None) -> None:
        """Hear what is said."""
        super().pushInfo(info)
        self._say(info)

    def pushWarning(self, warning: str | None) -> None:
        """Hear what a person should look into."""
        super().pushWarning(warning)
        self._keep(warning)
        self._breathe()

    def reportError(self, error: str | None, fatalError: bool = False) -> None:  # noqa: N803
        """Hear what went wrong."""
        super().reportError(error, fatalError)
        self.error = error or self.error
        if not fatalError:
            self._keep(error)

    def _keep(self, warning: str | None) -> None:
        said = (warning or "").strip()
        if said and said not in self.warnings and not any(one.fullmatch(said) for one in _of_formats()):
            self.warnings.append(said)

    def _say(self, text: str | None) -> None:
        first = (text or "").strip().split("\n")[0]
        if STAGE.match(first):
            self.stage, self.line = " ".join(first.split()), ""
        else:
            self.line = first or self.line
        self._breathe()

    def isCanceled(self) -> bool:
        """Whether to stop. Tools ask in their long loops, so that in these too the window draws itself and is heard."""
        self._breathe()
        return super().isCanceled()

    def _breathe(self, _progress: float = 0.0) -> None:
        if self.breathe is None or self._breathing or time.monotonic() - self._last < BREATH:
            return
        self._breathing = True  # the window asks for the progress, and whether it was cancelled
        try:
            self.breathe(self.stage, self.line)
        finally:
            self._last, self._breathing = time.monotonic(), False


_OF_FORMATS = (
    "%1: Aliases are not compatible with scratch layers",
    "%1: Aliases are not supported by %2",
    "%1: Aliases are not supported by the %2 provider",
    "%1: Comments are not compatible with scratch layers",
    "%1: Comments are not supported by %2",
    "%1: Comments are not supported by the %2 provider",
)
"""What QGIS warns of by each field of each output: nobody can do anything about it, and the styles have the names."""


@cache
def _of_formats() -> tuple[re.Pattern[str], ...]:
    """The same in the language of QGIS, as patterns."""
    said = {one for text in _OF_FORMATS for one in (text, QCoreApplication.translate("QObject", text))}
    return tuple(re.compile(re.sub("%[12]", ".+", re.escape(one))) for one in sorted(said))


def manager() -> QgsTaskManager:
    """What runs beside the window."""
    found = QgsApplication.taskManager()
    if found is None:
        raise RuntimeError("QGIS has no task manager")
    return found


def keep_threads(milliseconds: int = FOR_EVER) -> None:
    """Let threads that are done wait for more work so long; see `living_crs` for what they take along when they end."""
    for pool in (QThreadPool.globalInstance(), getattr(manager(), "threadPool", lambda: None)()):
        if pool is not None:
            pool.setExpiryTimeout(milliseconds)


def algorithm_of(tool: str) -> Any:
    """A tool, ready to run; None where the provider does not have it."""
    return QgsApplication.processingRegistry().createAlgorithmById(f"lyngby_heritage:{tool}")


def said_of(error: BaseException, tool: str = "") -> str:
    """An error as a window shows it, with the parameters by the labels that they have in the window of a tool."""
    if not isinstance(error, HeritageError):
        return str(error)
    algorithm = algorithm_of(tool) if tool else None
    return message_by_labels(tr_message(error), algorithm.parameterDefinitions() if algorithm is not None else ())


class ToolRun(QObject):
    """One run of one tool, from the window's thread."""

    def __init__(
        self, tool: str, parameters: dict[str, Any], finished: Finished, unshown: Collection[str] = ()
    ) -> None:
        """`unshown` are outputs that are layers and are not put into the project."""
        super().__init__()
        self.finished = finished
        self.algorithm = algorithm_of(tool)
        self.parameters = _to_be_loaded(self.algorithm, parameters, unshown)
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.feedback = PanelFeedback()
        self.context.setFeedback(self.feedback)
        self.task: QgsProcessingAlgRunnerTask | None = None

    def start(self, window: QWidget, within: bool = False) -> None:
        """Begin; `window` is the one that a run within it, which `within` asks for, keeps from being pressed."""
        why = self.refusal()
        if why:
            QTimer.singleShot(0, lambda: self.finished(self, False, {}, self.context, why))
        elif within or self.algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading:
            QTimer.singleShot(0, lambda: self._run_here(window))
        else:
            self.task = QgsProcessingAlgRunnerTask(self.algorithm, self.parameters, self.context, self.feedback)
            self.task.executed.connect(self._executed)
            manager().addTask(self.task)

    def refusal(self) -> str:
        """Why the tool cannot run with these parameters; empty where it can."""
        if self.algorithm is None:
            return tr("The tool is not there. Start QGIS again.")
        able, why = self.algorithm.canExecute()
        if able:
            able, why = self.algorithm.checkParameterValues(self.parameters, self.context)
        return "" if able else str(why)

    def cancel(self) -> None:
        """Ask the tool to stop."""
        self.feedback.cancel()
        if self.task is not None:
            self.task.cancel()

    def _run_here(self, window: QWidget) -> None:
        results: dict[str, Any] = {}
        fine, why = False, ""
        try:
            with busy(window, self.feedback) as shown:
                self.feedback.breathe_with(shown.breathe)
                results, fine = self.algorithm.run(self.parameters, self.context, self.feedback, {}, False)
        except QgsProcessingException as error:
            why = str(error)
        self._tell(bool(fine), results, why)

    def _executed(self, fine: bool, results: dict[str, Any]) -> None:
        self._tell(fine, results, "")

    def _tell(self, fine: bool, results: dict[str, Any], why: str) -> None:
        if not fine and self.feedback.isCanceled():
            why = tr("Cancelled. Nothing was written.")
        self.finished(self, fine, dict(results), self.context, "" if fine else why or self.feedback.error)


def _to_be_loaded(algorithm: Any, parameters: dict[str, Any], unshown: Collection[str]) -> dict[str, Any]:
    """The parameters, with the outputs that are layers asked for in the open project, styled by the tool."""
    if algorithm is None:
        return parameters
    out = dict(parameters)
    for one in algorithm.destinationParameterDefinitions():
        if one.name() in out and one.name() not in unshown and one.type() in ("sink", "vectorDestination"):
            wanted = QgsProcessingOutputLayerDefinition(str(out[one.name()]), QgsProject.instance())
            wanted.destinationName = one.description()
            out[one.name()] = wanted
    return out
