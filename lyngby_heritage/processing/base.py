"""What every tool has in common: texts, refusal of what it does not know, errors a planner can act on."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingException, QgsProcessingUtils, QgsProject
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ..core.common.as_on import as_on
from ..core.common.errors import Cancelled, HeritageError
from ..core.common.profile import in_force
from ..core.common.profile_reading import built_in_profile
from ..paths import HELP, icon_of
from .dialog import as_seen, by_labels, dress, speaking_of, told_as_seen
from .inputs import profile as profiles
from .inputs.day import day_of_run
from .inputs.given_values import refusal_of_unknown, refusals, without_blanks
from .inputs.profile_checks import notes_of, refuse_unfit, template_fault
from .inputs.rasters import archives_untouched, rasters_among
from .inputs.roles import refusal_of_roles
from .outputs.lasting import lasting_outputs, propose, refusal_of_temporary, warnings_of_temporary
from .outputs.styling import add_second_style, apply_style
from .signals import cancelled_by_signal
from .translation import tr, tr_message, tr_said
from .unexpected import explained, trace

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from ..core.common.errors import Check, Note
    from ..core.common.profile import Profile

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

    A subclass declares its parameters in `declare` and does its work in `run_tool`, given the parameters, the context
    and the feedback, which returns the results as `processAlgorithm` does and may raise HeritageError. The class
    attributes hold English texts; the interface shows their translation.

    Both happen under the municipality's profile: what `data.load` gives is what the profile says, and a parameter that
    nobody gave has the profile's value.
    """

    NAME = ""
    DISPLAY_NAME = ""
    GROUP = ""
    GROUP_ID = ""
    SHORT_DESCRIPTION = ""
    """One sentence."""
    SHORT_HELP = ""
    TAGS: tuple[str, ...] = ()
    """Words beside the name by which people look for it in the toolbox, Danish and English."""
    FRONT: tuple[str, ...] = ()
    """The settings that stand in front in the dialog, as layers and outputs do; the rest is under 'advanced'."""
    LIBRARIES: tuple[str, ...] = ("numpy", "shapely")
    """What the tool imports when it runs; the provider loads without them."""
    MAY_SHARE: tuple[tuple[str, str], ...] = ()
    """Pairs of parameters that may be given one and the same layer; any other two may not."""
    RARELY_SHARE: tuple[tuple[str, str], ...] = ()
    """Those of them that hardly anybody means to be one layer: it is allowed, and said."""
    LASTING: tuple[tuple[str, str], ...] = ()
    """Outputs that begin with a place that lasts, each with its name there, and are refused a temporary one."""
    HAS_SETTINGS = True
    """Whether a municipality's profile means anything to it: then it has the parameter PROFILE."""

    def __init__(self) -> None:
        super().__init__()
        self.styles: dict[str, tuple[str, Mapping[str, Any]]] = {}
        """Destination → style and layer variables of the layers just written."""
        self.declared_under, self._profile_text = profiles.standing() if self.HAS_SETTINGS else (built_in_profile(), "")
        self.profile: Profile = self.declared_under
        """What the run goes by, or will where nothing else is given."""

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return tr(self.DISPLAY_NAME)

    def group(self) -> str:
        return tr(self.GROUP)

    def groupId(self) -> str:
        return self.GROUP_ID

    def shortHelpString(self) -> str:
        with in_force(self.declared_under):
            said = tr_said(self.SHORT_HELP)
        return by_labels(said, self.parameterDefinitions()) if profiles.is_desktop() else said

    def shortDescription(self) -> str:
        return tr(self.SHORT_DESCRIPTION) if self.SHORT_DESCRIPTION else ""

    def tags(self) -> list[str]:
        return list(self.TAGS)

    def helpUrl(self) -> str:
        page = HELP / f"{self.NAME}.html"
        return QUrl.fromLocalFile(str(page)).toString() if page.is_file() else ""

    def svgIconPath(self) -> str:
        return str(icon_of(self.NAME))

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def createInstance(self) -> HeritageAlgorithm:
        return type(self)()

    def tr(self, text: str) -> str:
        """Translate an English source text."""
        return tr(text)

    def initAlgorithm(self, config: dict[str, Any] | None = None) -> None:
        with in_force(self.declared_under):
            self.declare()
        if self.HAS_SETTINGS:
            self.addParameter(profiles.profile_parameter(self._profile_text))
            profiles.set_defaults(self, self.declared_under)
        dress(self, self.FRONT)
        if profiles.is_desktop():
            propose(self, dict(self.LASTING), QgsProject.instance())

    def declare(self) -> None:
        """Add the parameters and outputs, but for PROFILE."""
        raise NotImplementedError

    def canExecute(self) -> tuple[bool, str]:
        missing = [library for library in self.LIBRARIES if find_spec(library) is None]
        if not missing:
            return True, ""
        return False, tr(MISSING_HINT).format(missing=", ".join(missing), advice=advice_on(missing))

    def as_seen(self, message: str) -> str:
        """A message of a run as the window or the command line that it is read in calls the parameters."""
        return as_seen(message, self.parameterDefinitions())

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        unknown = refusal_of_unknown(self, parameters)
        if unknown:  # which only a script can give
            return False, unknown
        fine, why = self.checked(parameters, context)
        return fine, self.as_seen(why)

    def checked(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Whether the values can be used, and else why not, with the parameters by their names in scripts."""
        try:
            profile, parameters, _ = self.under_profile(parameters, context)
        except HeritageError as error:
            return False, tr_message(error)
        with archives_untouched(rasters_among(self, parameters)):  # QGIS opens them to see whether it can
            with in_force(profile):
                why = (
                    self.refused_values(parameters, context)
                    or refusal_of_temporary(self, self.lasting(), parameters, context.project())
                    or refusal_of_roles(self, parameters, context)
                )
            if why:
                return False, why
            parameters = without_blanks(self.parameterDefinitions(), parameters)
            return super().checkParameterValues(parameters, context)

    def validateInputCrs(self, parameters: dict[str, Any], context: QgsProcessingContext) -> bool:
        with archives_untouched(rasters_among(self, parameters)):
            return super().validateInputCrs(parameters, context)

    def lasting(self) -> dict[str, str]:
        """The outputs that must last, each with its name below the folder of the project or the person."""
        return lasting_outputs(self, dict(self.LASTING))

    def refused_values(self, parameters: Any, context: Any) -> Any:
        """Why values are refused, a line for each; "" when none is."""
        return refusals(self, parameters, context)

    def under_profile(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[Profile, dict[str, Any], list[Note]]:
        """The profile of a run, the parameters with what it says of those that nobody gave, and what the log says.

        HeritageError when the profile cannot be used.
        """
        if not self.HAS_SETTINGS:
            return self.declared_under, parameters, []
        found = profiles.taken(self, parameters, context)
        refuse_unfit(found.profile)
        completed, replaced = profiles.completed(self, parameters, found.profile, context)
        if found.origin == profiles.FROM_TOOL:  # which has said it
            return found.profile, completed, replaced
        left_alone = "" if profiles.is_desktop() or found.origin != profiles.FROM_NOWHERE else profiles.of_person()
        return found.profile, completed, [*notes_of(found.profile, found.origin, left_alone), *replaced]

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        able, why = self.canExecute()
        if not able:
            raise QgsProcessingException(why)
        self.refuse_broken_libraries()
        parameters = without_blanks(self.parameterDefinitions(), parameters)
        try:
            self.profile, parameters, notes = self.under_profile(parameters, context)
            day, told = day_of_run()
            self.tell(feedback, [*notes, *told])
            with (
                in_force(self.profile),
                as_on(day),
                cancelled_by_signal(feedback),
                collection_paused(),
                heard_in(context, feedback),
                speaking_of(self.parameterDefinitions()),
                archives_untouched(rasters_among(self, parameters)),
            ):
                results = self.run_tool(parameters, context, feedback)
                for said in warnings_of_temporary(self.lasting(), parameters, results):
                    feedback.pushWarning(self.as_seen(said))
                return results
        except HeritageError as error:
            raise QgsProcessingException(told_as_seen(error, self.parameterDefinitions())) from error
        except Cancelled:
            raise QgsProcessingException(tr("Cancelled. Nothing was written.")) from None
        except QgsProcessingException as error:
            raise QgsProcessingException(self.as_seen(str(error))) from error
        except Exception as error:
            feedback.pushDebugInfo(trace(error))
            why = template_fault(error, self.profile) or explained(error, self, parameters)
            raise QgsProcessingException(self.as_seen(why)) from None

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
                    with in_force(self.profile):
                        apply_style(layer, qml, variables)
                        add_second_style(layer, qml)
        return {}

    @staticmethod
    def check(feedback: QgsProcessingFeedback) -> Check:
        """A function that raises Cancelled when the person has pressed Cancel."""

        def check() -> None:
            if feedback.isCanceled():
                raise Cancelled

        return check

    def tell(self, feedback: QgsProcessingFeedback, notes: Iterable[Note]) -> None:
        """Put notes of the core into the log."""
        for note in notes:
            (feedback.pushWarning if note.warning else feedback.pushInfo)(
                told_as_seen(note, self.parameterDefinitions())
            )
