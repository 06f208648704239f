"""What every tool has in common: texts, refusal of what it does not know, errors a planner can act on."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingException, QgsProcessingUtils

from ..core.common.errors import Cancelled, HeritageError
from .inputs.given_values import refusal, without_blanks
from .inputs.roles import refusal_of_roles
from .outputs.styling import apply_style
from .signals import cancelled_by_signal
from .translation import tr, tr_message
from .unexpected import explained, trace

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ..core.common.errors import Check, Note

MISSING_HINT = "{missing} is missing in QGIS's Python. {advice} Then start QGIS again, and run the tool 'Self-check'."

BROKEN_HINT = "A library does not work inside this QGIS ({broken}). {advice}"


def advice_on(libraries: Sequence[str]) -> str:
    """What to do about these libraries on this system."""
    from ..core.common.selfcheck import remedy, this_place

    return tr_message(remedy(libraries, this_place()))


@contextmanager
def collection_paused() -> Iterator[None]:
    """Spare Python's cycle collector the millions of values of a large layer: none of them is in a cycle."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def heard_in(context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Let what is read and written within it have the feedback of the run; qgis_process gives its context none."""
    before = context.feedback()
    if before is None:
        context.setFeedback(feedback)
    try:
        yield
    finally:
        if before is None:
            context.setFeedback(None)


class HeritageAlgorithm(QgsProcessingAlgorithm):
    """A tool of lyngby_heritage.

    A subclass declares its parameters in `initAlgorithm` and does its work in `run_tool`, given the parameters, the
    context and the feedback, which returns the results as `processAlgorithm` does and may raise HeritageError. The
    class attributes hold English texts; the interface shows their translation.
    """

    NAME = ""
    DISPLAY_NAME = ""
    GROUP = ""
    GROUP_ID = ""
    SHORT_HELP = ""
    LIBRARIES: tuple[str, ...] = ("numpy", "shapely")
    """What the tool imports when it runs; the provider loads without them."""
    MAY_SHARE: tuple[tuple[str, str], ...] = ()
    """Pairs of parameters that may be given one and the same layer; any other two may not."""

    def __init__(self) -> None:
        super().__init__()
        self.styles: dict[str, tuple[str, Mapping[str, Any]]] = {}
        """Destination → style and layer variables of the layers just written."""

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return tr(self.DISPLAY_NAME)

    def group(self) -> str:
        return tr(self.GROUP)

    def groupId(self) -> str:
        return self.GROUP_ID

    def shortHelpString(self) -> str:
        return tr(self.SHORT_HELP)

    def createInstance(self) -> HeritageAlgorithm:
        return type(self)()

    def tr(self, text: str) -> str:
        """Translate an English source text."""
        return tr(text)

    def canExecute(self) -> tuple[bool, str]:
        missing = [library for library in self.LIBRARIES if find_spec(library) is None]
        if not missing:
            return True, ""
        return False, tr(MISSING_HINT).format(missing=", ".join(missing), advice=advice_on(missing))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        known = [definition.name() for definition in self.parameterDefinitions()]
        unknown = sorted(set(parameters) - set(known))
        if unknown:
            message = tr("Unknown parameter {unknown}. The parameters of {tool} are: {known}.")
            return False, message.format(unknown=", ".join(unknown), tool=self.id(), known=", ".join(known))
        why = self.refused_values(parameters, context) or refusal_of_roles(self, parameters, context)
        if why:
            return False, why
        parameters = without_blanks(self.parameterDefinitions(), parameters)
        return super().checkParameterValues(parameters, context)

    def refused_values(self, parameters: Any, context: Any) -> Any:
        """Why values are refused, a line for each; "" when none is."""
        refusals = [refusal(definition, parameters, context) for definition in self.parameterDefinitions()]
        return "\n".join(one for one in refusals if one)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        able, why = self.canExecute()
        if not able:
            raise QgsProcessingException(why)
        self.refuse_broken_libraries()
        parameters = without_blanks(self.parameterDefinitions(), parameters)
        try:
            with cancelled_by_signal(feedback), collection_paused(), heard_in(context, feedback):
                return self.run_tool(parameters, context, feedback)
        except HeritageError as error:
            raise QgsProcessingException(tr_message(error)) from error
        except Cancelled:
            raise QgsProcessingException(tr("Cancelled. Nothing was written.")) from None
        except QgsProcessingException:
            raise
        except Exception as error:
            feedback.pushDebugInfo(trace(error))
            raise QgsProcessingException(explained(error, self, parameters)) from None

    def run_tool(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do the work; the results as `processAlgorithm` gives them."""
        raise NotImplementedError

    def refuse_broken_libraries(self) -> None:
        """A library built for another GEOS gives nonsense or crashes: better a message before anything is read."""
        from ..core.common.selfcheck import unusable_libraries

        broken = unusable_libraries(self.LIBRARIES)
        if broken:
            said = "; ".join(f"{one.library} {one.version}: {one.problem}" for one in broken)
            advice = advice_on([one.library for one in broken])
            raise QgsProcessingException(tr(BROKEN_HINT).format(broken=said, advice=advice))

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        for destination, (qml, variables) in self.styles.items():
            if context.willLoadLayerOnCompletion(destination):
                layer = QgsProcessingUtils.mapLayerFromString(destination, context)
                if layer is not None:
                    apply_style(layer, qml, variables)
        return {}

    @staticmethod
    def check(feedback: QgsProcessingFeedback) -> Check:
        """A function that raises Cancelled when the person has pressed Cancel."""

        def check() -> None:
            if feedback.isCanceled():
                raise Cancelled

        return check

    @staticmethod
    def tell(feedback: QgsProcessingFeedback, notes: Iterable[Note]) -> None:
        """Put notes of the core into the log."""
        for note in notes:
            (feedback.pushWarning if note.warning else feedback.pushInfo)(tr_message(note))
